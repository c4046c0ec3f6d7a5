"""The files of a log: tiles of 256 hashes and bundles of 256 entries, written once.

Source: C2SP tlog-tiles. A tile of level L holds the hashes of whole subtrees of 256**L leaves; a
tile that is not full yet stands under a name that ends with its width (``.p/17``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

WIDTH = 256
HASH = 32
_AT_ONCE = 4  # files that are flushed to the disk together
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
        new: list[tuple[Path, bytes]] = []
        for path, data in files:
            target = self.place / path
            if not target.exists():
                new.append((target, data))
            elif target.read_bytes() != data:
                raise Conflict(path)
        folders = {folder for target, _data in new for folder in _changed(target)}
        for target in {target.parent for target, _data in new}:
            target.mkdir(parents=True, exist_ok=True)
        _together(_put, new)
        _together(_flush, [(folder,) for folder in folders])

    def replace(self, path: str, data: bytes) -> None:
        """Put a file in the place of the one before it, in one step."""
        target = self.place / path
        folders = _changed(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(target, data)
        for folder in folders:
            _flush(folder)

    def clear(self, paths: Iterable[str]) -> None:
        """Remove the partial forms of tiles that are full now; a crash before this does no harm."""
        _together(_clear, [(self.place / f"{path}.p",) for path in paths])

    def thin(self, least: Iterable[tuple[str, int]]) -> None:
        """Remove the partial forms of tiles that are narrower than the last checkpoint's."""
        _together(_thin, [(self.place / f"{path}.p", width) for path, width in least])


def _clear(forms: Path) -> None:
    shutil.rmtree(forms, ignore_errors=True)


def _thin(forms: Path, least: int) -> None:
    for form in forms.glob("[0-9]*"):
        if int(form.name) < least:
            form.unlink(missing_ok=True)


def _changed(target: Path) -> list[Path]:
    """Return the folders whose names change when a file comes into its place."""
    changed = [target.parent]
    for folder in target.parents:
        if folder.exists():
            break
        changed.append(folder.parent)
    return changed


def _put(target: Path, data: bytes) -> None:
    """Write one file under another name, bring it to the disk, and put it into its place."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".in-")
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), 0o644)  # what is published, anybody may read
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _together(do: Callable[..., None], each: Sequence[tuple[Any, ...]]) -> None:
    """Do the same for several files at once: a disk flushes four in little more than one's time.

    :raises OSError: one of them failed; none is still being worked on.
    """
    if len(each) < 2:
        for words in each:
            do(*words)
        return
    tasks = [_hands(os.getpid()).submit(do, *words) for words in each]
    wait(tasks)
    for task in tasks:
        task.result()


@lru_cache(maxsize=1)
def _hands(_process: int) -> ThreadPoolExecutor:
    """Return the threads of this process; a child that was forked off has none of its parent's."""
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="ledger")


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
