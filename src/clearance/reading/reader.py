"""A file in, a document out, or one clear refusal: nothing else leaves here."""

from __future__ import annotations

import stat
from importlib import import_module
from pathlib import Path

from clearance.reading.document import Document
from clearance.reading.limits import DEFAULT, Limits
from clearance.reading.sniffing import format_of
from clearance.reading.unreadable import Damaged, Empty, NotFound, TooLarge, Unreadable


def read_file(path: str | Path, *, limits: Limits = DEFAULT) -> Document:
    """Return the document of a file, whatever it is called.

    :raises Unreadable: when it is not there or cannot be read; see its tree.
    """
    place = Path(path)
    try:
        found = place.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe or a device may never end
            raise NotFound("RDG001", name=place.name or str(place))
        with place.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as missing:
        raise NotFound("RDG001", name=place.name or str(place)) from missing
    if len(data) > limits.file_bytes:
        raise TooLarge("RDG010", count=max(found.st_size, len(data)), limit=limits.file_bytes)
    return read_bytes(data, limits=limits)


def read_bytes(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> Document:
    """Return the document of a file's bytes; ``name`` decides nothing.

    :raises Unreadable: when they cannot be read; see its tree.
    """
    if len(data) > limits.file_bytes:
        raise TooLarge("RDG010", count=len(data), limit=limits.file_bytes)
    if not data.strip(b"\0 \t\r\n"):
        raise Empty("RDG002")
    form = "text"
    try:
        form, source = format_of(data, limits)
        # Imported by name when such a file comes: see clearance.reading.formats.
        reader = import_module(f"clearance.reading.formats.{form}")
        document: Document = reader.read(source, limits)
        return document
    except Unreadable:
        raise
    except MemoryError as full:
        raise TooLarge("RDG011", limit=limits.inflated_bytes) from full
    except Exception as broken:  # five parsers by others raise what they like on broken bytes
        raise Damaged("RDG007", format=form.upper()) from broken
