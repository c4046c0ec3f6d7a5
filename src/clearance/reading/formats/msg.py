"""Messages as Outlook keeps them: subject, text or page, and the names of what is attached.

A message that was written as rich text may hold nothing but that, packed. Source: [MS-OXMSG] 2.1,
2.2 and 2.4 (storages and property streams), [MS-OXPROPS] (property numbers), [MS-OXRTFCP] (the
packing of rich text).
"""

from __future__ import annotations

import struct
from io import BytesIO

import olefile

from clearance.reading.document import Document, Part
from clearance.reading.encoding import text_of_bytes
from clearance.reading.formats import eml, rtf
from clearance.reading.limits import Limits
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, TooLarge

_SUBJECT, _BODY, _PAGE, _RICH = "0037", "1000", "1013", "1009"
_NAMES = ("3707", "3704", "3001")  # long file name, short file name, name to be shown
_WIDE, _NARROW, _BINARY = "001F", "001E", "0102"
_PROPERTY = "__substg1.0_"
_ATTACHED = "__attach_version1.0_"
_HEADER, _ENTRY = 32, 16  # bytes of the stream of properties, and of each
_TABLE, _UTF_8 = 0x3FFD0003, 65001
_PACKED_HEADER, _WINDOW = 16, 4096
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of an Outlook message.

    :raises Unreadable: when it is damaged, blank or too large.
    """
    try:
        storage = olefile.OleFileIO(BytesIO(data))
    except OSError as broken:
        raise Damaged("RDG007", format="MSG") from broken
    with storage:
        transcript = Transcript(limits)
        transcript.add(" ".join(_text(storage, [], _SUBJECT, limits).split()), Part.SUBJECT, 1)
        plain = _text(storage, [], _BODY, limits)
        page = "" if plain.strip() else _text(storage, [], _PAGE, limits)
        if not plain.strip() and not page.strip():
            packed = _bytes(storage, [f"{_PROPERTY}{_RICH}{_BINARY}"], limits)
            if packed:
                rtf.read_text(_unpacked(packed, limits), limits, transcript)
                return transcript.document("msg", enclosures=_attached(storage, limits))
        return eml.take_down(transcript, plain, page, limits, "msg", _attached(storage, limits))


def _attached(storage: olefile.OleFileIO, limits: Limits) -> tuple[str, ...]:
    folders = sorted(
        {
            entry[0]
            for entry in storage.listdir(streams=True, storages=True)
            if entry and entry[0].startswith(_ATTACHED)
        }
    )
    if len(folders) > limits.members:
        raise TooLarge("RDG016", limit=limits.members)
    names = []
    for folder in folders:
        found = (_text(storage, [folder], number, limits).strip("\0 ") for number in _NAMES)
        names.append(next((name for name in found if name), "unnamed"))
    return tuple(names)


def _text(storage: olefile.OleFileIO, folder: list[str], number: str, limits: Limits) -> str:
    """Return a property as text; "" where the message does not have it."""
    for kind in (_WIDE, _NARROW, _BINARY):
        content = _bytes(storage, [*folder, f"{_PROPERTY}{number}{kind}"], limits)
        if content is None:
            continue
        if kind == _WIDE:
            return str(content.decode("utf-16-le", "replace")).rstrip("\0")
        content = content.rstrip(b"\0")
        told = _table_of(storage, limits) if kind == _NARROW else ""
        try:
            return content.decode(told) if told else text_of_bytes(content) if content else ""
        except (LookupError, ValueError):
            return text_of_bytes(content) if content else ""
    return ""


def _bytes(storage: olefile.OleFileIO, path: list[str], limits: Limits) -> bytes | None:
    """Return a stream whole; None where the message does not have it."""
    if not storage.exists(path):
        return None
    if storage.get_size(path) > 4 * limits.characters:
        raise TooLarge("RDG013", limit=limits.characters)
    return bytes(storage.openstream(path).read())


def _table_of(storage: olefile.OleFileIO, limits: Limits) -> str:
    """Return the encoding of narrow text, as the message names it; "" where it names none."""
    fixed = _bytes(storage, ["__properties_version1.0"], limits) or b""
    for place in range(_HEADER, len(fixed) - _ENTRY + 1, _ENTRY):
        tag, _, value = struct.unpack_from("<IIq", fixed, place)
        if tag == _TABLE:
            number = value & 0xFFFF
            return "utf-8" if number == _UTF_8 else f"cp{number}"
    return ""


def _unpacked(packed: bytes, limits: Limits) -> bytes:
    """Return the rich text that is packed: runs of earlier text are told by place and length.

    :raises Damaged: when it is no packed rich text; what breaks off is taken as far as it goes.
    """
    if len(packed) < _PACKED_HEADER:
        raise Damaged("RDG007", format="MSG")
    _, raw_size, kind, _ = struct.unpack_from("<IIII", packed)
    if raw_size > 4 * limits.characters:
        raise TooLarge("RDG013", limit=limits.characters)
    if kind == _PLAIN:
        return packed[_PACKED_HEADER : _PACKED_HEADER + raw_size]
    if kind != _PACKED:
        raise Damaged("RDG007", format="MSG")
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b" "))
    write, place = len(_DICTIONARY), _PACKED_HEADER
    text = bytearray()
    while place < len(packed) and len(text) < raw_size:
        control, place = packed[place], place + 1
        for bit in range(8):
            if control >> bit & 1:
                if place + 2 > len(packed):
                    return bytes(text)
                told = packed[place] << 8 | packed[place + 1]
                place += 2
                start, length = told >> 4, (told & 0xF) + 2
                if start == write:
                    return bytes(text)  # the end
                run = [0] * length
                for step in range(length):
                    run[step] = window[(start + step) % _WINDOW]
                    window[(write + step) % _WINDOW] = run[step]
                write = (write + length) % _WINDOW
                text += bytes(run)
            elif place < len(packed):
                window[write] = packed[place]
                write = (write + 1) % _WINDOW
                text.append(packed[place])
                place += 1
    return bytes(text[:raw_size])
