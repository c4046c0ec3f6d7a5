"""The packed streams of a PDF, unpacked by counting before pdfium unpacks them for good.

Pictures are passed over: pdfium does not unpack them for the text. A file with a picture that
unpacks as a bomb does, or with forms that draw each other, is suspect. Sources: ISO 32000-1, 7.3.8
(stream objects) and 7.4 (filters).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.unreadable import TooLarge

_STREAM, _END = b"stream", b"end"
_WORD = re.compile(rb"\w")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)(?![A-Za-z])")
_GAP = rb"(?:\s|%[^\r\n]*[\r\n])*"
# The filter, or one of them, is named by another object.
_ELSEWHERE = on_demand(rb"/Filter" + _GAP + rb"(?:\[[^\]]*?)?\b\d+" + _GAP + rb"\d+" + _GAP + rb"R")
_FORM = re.compile(rb"/Subtype\s*/Form")
_DRAWN = b" Do"
# How often forms draw others, in all; how many draw more than one; and how often a page draws.
_MOST_DRAWN, _MOST_FORMS, _MOST_ON_PAGE = 200, 12, 20_000
_STEEP = 200  # unpacked bytes for a packed one, in a picture whose beginning is looked at
_BEGINNING = 1 << 15
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_FONT = b"/Length1"  # which only the stream of a font has
_DICTIONARY = 4_000  # bytes before "stream" in which its dictionary is looked for
_CHUNK = 1 << 16
_LAYERS = 3  # of packing within packing that are opened; a paper has one
_LZW = 1_400  # unpacked bytes for a packed one, at most


def is_suspect(data: bytes, limits: Limits) -> bool:
    """Tell whether a PDF of bearable size may still keep pdfium busy without end.

    :raises TooLarge: when one of them, or all together, unpack to more than the limits allow.
    """
    total = 0
    suspect = False
    draws: list[int] = []  # of the forms that draw more than one
    opened: tuple[int, int] | None = None
    for start, end, is_last in _edges(data):
        if not is_last:
            opened = opened or (start, end)
        elif opened is not None:
            head = _head(data, opened[0])
            most = limits.stream_bytes * (4 if _FONT in head else 1)
            stream = memoryview(data)[opened[1] : start]
            opened = None
            if _is_plain_picture(head):
                suspect = suspect or _is_steep(stream)
                continue
            size, drawn = _inflated(head, stream, most)
            if drawn > 1 and _FORM.search(head):
                draws.append(drawn)
            suspect = suspect or drawn > _MOST_ON_PAGE
            total += size
            if size > most or total > limits.inflated_bytes:
                raise TooLarge("RDG011", limit=min(most, limits.inflated_bytes))
    return suspect or sum(draws) > _MOST_DRAWN or len(draws) >= _MOST_FORMS


def _edges(data: bytes) -> Iterator[tuple[int, int, bool]]:
    """Yield where "stream" and "endstream" begin, where what follows them does, and if it ends."""
    place = data.find(_STREAM)
    while place >= 0:
        end = place + len(_STREAM)
        if data.startswith((b"\r", b"\n"), end):
            end += 2 if data.startswith(b"\r\n", end) else 1
        first = place - len(_END)
        is_last = data.startswith(_END, first) if first >= 0 else False
        if is_last and first and _WORD.match(data, first - 1):
            is_last = False
        yield (first if is_last else place), end, is_last
        place = data.find(_STREAM, end)


def _is_plain_picture(head: bytes) -> bool:
    """Tell whether the stream says that it is a picture, and is packed once at most."""
    is_plain = len(_PACKED.findall(head)) <= 1 and not _ELSEWHERE.search(head)
    return is_plain and _PICTURE.search(head) is not None


def _is_steep(stream: memoryview) -> bool:
    """Tell whether the stream begins as a bomb does; one that is not packed so does not."""
    beginning = stream[:_BEGINNING]
    try:
        unpacked = zlib.decompressobj().decompress(beginning, _STEEP * _BEGINNING)
    except zlib.error:
        return False
    return len(unpacked) > _STEEP * max(len(beginning), 1_000)


def _head(data: bytes, end: int) -> bytes:
    """Return the dictionary of a stream, its names written plainly."""
    head = data[max(0, end - _DICTIONARY) : end]
    head = head[head.rfind(b"obj") + 1 :]
    if b"#" in head:
        head = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), head)
    return head


def _inflated(head: bytes, stream: memoryview, most: int) -> tuple[int, int]:
    """Return how many bytes a stream unpacks to, or more than ``most``, and how often it draws."""
    layers = len(_PACKED.findall(head))
    if _ELSEWHERE.search(head):
        layers = _LAYERS
    if not layers:
        return len(stream), bytes(stream).count(_DRAWN)
    if not _FLATE.search(head) and not _ELSEWHERE.search(head):
        return (len(stream) * _LZW if len(stream) * _LZW > most else len(stream)), 0
    return _unpacked(stream, min(layers, _LAYERS), most)


def _unpacked(stream: memoryview, layers: int, most: int) -> tuple[int, int]:
    """Return the sum of what all layers unpack to, and how often the last draws.

    It stops beyond ``most``.
    """
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    total = drawn = 0
    deepest = layers  # where a filter is not named here, how deep it is packed is found by trying

    def push(chunk: bytes | memoryview, layer: int) -> None:
        nonlocal total, drawn, deepest
        if layer >= deepest:
            drawn += bytes(chunk).count(_DRAWN)
            return
        unpacker = unpackers[layer]
        while len(chunk) and not unpacker.eof and total <= most:
            try:
                piece = unpacker.decompress(chunk, _CHUNK)
            except zlib.error:  # not packed so deep, or broken: pdfium stops there as well
                deepest = layer
                return
            total += len(piece)
            if piece:
                push(piece, layer + 1)
            chunk = unpacker.unconsumed_tail

    for start in range(0, len(stream), _CHUNK):
        push(stream[start : start + _CHUNK], 0)
        if total > most or unpackers[0].eof or not deepest:
            break
    return total, drawn
