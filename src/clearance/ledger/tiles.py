"""The files of a log: tiles of 256 hashes and bundles of 256 entries, written once.

Source: C2SP tlog-tiles. A tile of level L holds the hashes of whole subtrees of 256**L leaves; a
tile that is not full yet stands under a name that ends with its width (``.p/17``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

WIDTH = 256
HASH = 32
LARGEST_ENTRY = 0xFFFF  # bytes: the length of an entry stands in two


class Conflict(ValueError):
    """A file of the log is there already with other bytes: two histories meet in one folder."""


class Damaged(ValueError):
    """A file of the log is lacking or is not as it was written; the message is its path."""


class Reading(Protocol):
    """Where the files of a log are read from."""

    def read(self, path: str) -> bytes:
        """Return a file; :raises FileNotFoundError: it is not there."""
        ...


def tile_path(level: int, index: int, width: int = WIDTH) -> str:
    """Return the path of a tile of hashes."""
    return f"tile/{level}/{_number(index)}{_partial(width)}"


def bundle_path(index: int, width: int = WIDTH) -> str:
    """Return the path of a bundle of entries."""
    return f"tile/entries/{_number(index)}{_partial(width)}"


def _number(index: int) -> str:
    """Return a number in groups of three digits, all but the last with an x before."""
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03}")
    return "/".join(reversed(groups))


def _partial(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"


def bundled(entries: Iterable[bytes]) -> bytes:
    """Return entries one behind the other, each after its length."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def entries_of(bundle: bytes) -> Iterator[bytes]:
    """Yield the entries of a bundle; :raises Damaged: it breaks off."""
    place, end = 0, len(bundle)
    while place < end:
        begin = place + 2
        place = begin + int.from_bytes(bundle[begin - 2 : begin], "big")
        if place > end or begin > end:
            raise Damaged("an entry breaks off")
        yield bundle[begin:place]


class Folder:
    """The files of a log in a folder of this machine."""

    def __init__(self, place: Path) -> None:
        """Name the folder; it need not exist yet."""
        self.place = place

    def read(self, path: str) -> bytes:
        """Return a file; :raises FileNotFoundError: it is not there."""
        return (self.place / path).read_bytes()

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files once, each whole or not at all, and bring them to the disk.

        :raises Conflict: a file is there with other bytes; it stays as it is.
        """
        folders: set[Path] = set()
        for path, data in files:
            target = self.place / path
            if target.exists():
                if target.read_bytes() != data:
                    raise Conflict(path)
                continue
            folders.update(self._put(target, data))
        for folder in folders:
            _flush(folder)

    def replace(self, path: str, data: bytes) -> None:
        """Put a file in the place of the one before it, in one step."""
        for folder in self._put(self.place / path, data):
            _flush(folder)

    def clear(self, path: str) -> None:
        """Remove the partial forms of a tile that is full now; a crash before this does no harm."""
        shutil.rmtree(self.place / f"{path}.p", ignore_errors=True)

    def thin(self, path: str, least: int) -> None:
        """Remove the partial forms of a tile that are narrower than the last checkpoint's."""
        for form in (self.place / f"{path}.p").glob("[0-9]*"):
            if int(form.name) < least:
                form.unlink(missing_ok=True)

    def _put(self, target: Path, data: bytes) -> list[Path]:
        """Write one file; return the folders whose names changed."""
        changed = [target.parent]
        for folder in target.parents:
            if folder.exists():
                break
            changed.append(folder.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".in-")
        try:
            with os.fdopen(handle, "wb") as file:
                os.fchmod(file.fileno(), 0o644)  # what is published, anybody may read
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        finally:
            Path(temporary).unlink(missing_ok=True)
        return changed


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
