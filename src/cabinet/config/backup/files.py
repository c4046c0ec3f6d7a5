"""Copying files that are named by their SHA-256, each verified by reading the copy back."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

_CHUNK = 2**20


class Copied(NamedTuple):
    """How many files were new, how many were there before, and which are lacking or damaged."""

    new: int
    there: int
    bad: tuple[str, ...]


def place_in(store: Path, sha256: str) -> Path:
    """Return where a store keeps the file of this SHA-256."""
    return store / sha256[:2] / sha256[2:]


def copy_files(
    wanted: Iterable[str], source: Path, target: Path, told: Callable[[int], None]
) -> Copied:
    """Copy what the target lacks; one that is lacking or damaged in the source is named.

    ``told`` is called with the number of files done, now and then.
    """
    new = there = 0
    bad: list[str] = []
    for done, sha256 in enumerate(wanted, start=1):
        if place_in(target, sha256).exists():
            there += 1
        elif _copy(place_in(source, sha256), place_in(target, sha256), sha256):
            new += 1
        else:
            bad.append(sha256)
        if done % 1000 == 0:
            told(done)
    return Copied(new, there, tuple(bad))


def damaged_files(wanted: Iterable[str], store: Path) -> list[str]:
    """Return those of the wanted files that are lacking, or not what their name says."""
    return [sha256 for sha256 in wanted if sha256_of(place_in(store, sha256)) != sha256]


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex; "" where it is not there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _copy(source: Path, target: Path, sha256: str) -> bool:
    """Copy one file and read the copy back; False where it is not what its name says."""
    if not source.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".in-")
    try:
        with os.fdopen(handle, "wb") as copy, source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
        if sha256_of(Path(temporary)) != sha256:
            return False
        Path(temporary).replace(target)
        flush_folder(target.parent)
        return True
    finally:
        Path(temporary).unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
