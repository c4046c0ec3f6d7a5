"""Messages as Outlook keeps them: subject, text or page, and the names of what is attached.

Source: [MS-OXMSG] 2.1 and 2.2 (storages and property streams), [MS-OXPROPS] (property numbers).
"""

from __future__ import annotations

from io import BytesIO

import olefile

from clearance.reading.document import Document, Part
from clearance.reading.encoding import text_of_bytes
from clearance.reading.formats import eml
from clearance.reading.limits import Limits
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, TooLarge

_SUBJECT, _BODY, _PAGE = "0037", "1000", "1013"
_NAMES = ("3707", "3704", "3001")  # long file name, short file name, name to be shown
_WIDE, _NARROW, _BINARY = "001F", "001E", "0102"
_PROPERTY = "__substg1.0_"
_ATTACHED = "__attach_version1.0_"


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
        path = [*folder, f"{_PROPERTY}{number}{kind}"]
        if not storage.exists(path):
            continue
        if storage.get_size(path) > 4 * limits.characters:
            raise TooLarge("RDG013", limit=limits.characters)
        content = storage.openstream(path).read()
        if kind == _WIDE:
            return str(content.decode("utf-16-le", "replace")).rstrip("\0")
        content = content.rstrip(b"\0")
        return text_of_bytes(content) if content else ""
    return ""
