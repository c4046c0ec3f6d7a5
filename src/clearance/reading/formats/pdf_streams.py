"""The packed streams of a PDF, unpacked by counting before pdfium unpacks them for good.

Pictures are passed over: pdfium does not unpack them for the text. Sources: ISO 32000-1, 7.3.8
(stream objects) and 7.4 (filters).
"""

from __future__ import annotations

import re
import zlib

from clearance.reading.limits import Limits
from clearance.reading.unreadable import TooLarge

_EDGE = re.compile(rb"(?:\bendstream|stream)(?:\r\n|\n|\r)?")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)(?![A-Za-z])")
_ELSEWHERE = re.compile(rb"/Filter\s+\d+\s+\d+\s+R")  # the filter is named by another object
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_FONT = b"/Length1"  # which only the stream of a font has
_DICTIONARY = 4_000  # bytes before "stream" in which its dictionary is looked for
_CHUNK = 1 << 16
_LAYERS = 3  # of packing within packing that are opened; a paper has one
_LZW = 1_400  # unpacked bytes for a packed one, at most


def count_inflated(data: bytes, limits: Limits) -> None:
    """Do nothing for a PDF whose streams unpack to a bearable size.

    :raises TooLarge: when one of them, or all together, unpack to more than the limits allow.
    """
    total = 0
    opened: re.Match[bytes] | None = None
    for edge in _EDGE.finditer(data):
        if not edge[0].startswith(b"end"):
            opened = opened or edge
        elif opened is not None:
            head = _head(data, opened.start())
            most = limits.stream_bytes * (4 if _FONT in head else 1)
            size = _inflated(head, memoryview(data)[opened.end() : edge.start()], most)
            opened = None
            total += size
            if size > most or total > limits.inflated_bytes:
                raise TooLarge("RDG011", limit=min(most, limits.inflated_bytes))


def _head(data: bytes, end: int) -> bytes:
    """Return the dictionary of a stream, its names written plainly."""
    head = data[max(0, end - _DICTIONARY) : end]
    head = head[head.rfind(b"obj") + 1 :]
    if b"#" in head:
        head = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), head)
    return head


def _inflated(head: bytes, stream: memoryview, most: int) -> int:
    """Return how many bytes a stream unpacks to, or more than ``most``."""
    layers = len(_PACKED.findall(head))
    if _ELSEWHERE.search(head):
        layers = _LAYERS
    if layers <= 1 and _PICTURE.search(head):
        return 0
    if not layers:
        return len(stream)
    if not _FLATE.search(head) and not _ELSEWHERE.search(head):
        return len(stream) * _LZW if len(stream) * _LZW > most else len(stream)
    return _unpacked(stream, min(layers, _LAYERS), most)


def _unpacked(stream: memoryview, layers: int, most: int) -> int:
    """Return the sum of what all layers unpack to, stopping beyond ``most``."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    total = 0

    def push(chunk: bytes | memoryview, layer: int) -> None:
        nonlocal total
        if layer == layers:
            return
        unpacker = unpackers[layer]
        while len(chunk) and not unpacker.eof and total <= most:
            piece = unpacker.decompress(chunk, _CHUNK)
            total += len(piece)
            if piece:
                push(piece, layer + 1)
            chunk = unpacker.unconsumed_tail

    try:
        for start in range(0, len(stream), _CHUNK):
            push(stream[start : start + _CHUNK], 0)
            if total > most or unpackers[0].eof:
                break
    except zlib.error:
        pass  # not packed so deep, or broken: pdfium stops there as well
    return total
