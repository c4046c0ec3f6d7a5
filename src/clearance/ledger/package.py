"""A folder or a ZIP file that was handed out, read without being unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from clearance.ledger.tiles import Damaged

_LARGEST = 32 * 2**20  # bytes of a file that is read whole; files of papers are read in pieces


class Package(Protocol):
    """Files under their paths, wherever they lie."""

    def names(self) -> Iterator[str]:
        """Yield the path of each file; a path that occurs twice comes twice."""
        ...

    def open(self, path: str) -> BinaryIO:
        """Open a file; :raises FileNotFoundError: it is not there."""
        ...

    def read(self, path: str) -> bytes:
        """Return a file; :raises FileNotFoundError: it is not there. :raises Damaged: broken."""
        ...


class FolderPackage:
    """A folder of this machine."""

    def __init__(self, place: Path) -> None:
        """Name the folder."""
        self._place = place

    def names(self) -> Iterator[str]:
        """Yield the path of each file and of each link, whatever it leads to."""
        for path in sorted(self._place.rglob("*")):
            if path.is_symlink() or not path.is_dir():
                yield path.relative_to(self._place).as_posix()

    def open(self, path: str) -> BinaryIO:
        """Open a file; :raises FileNotFoundError: it is not there."""
        try:
            return (self._place / path).open("rb")
        except (NotADirectoryError, IsADirectoryError) as error:
            raise FileNotFoundError(path) from error

    def read(self, path: str) -> bytes:
        """Return a file; :raises FileNotFoundError: it is not there."""
        return _whole(self, path)


class ZipPackage:
    """A ZIP file. What an archive says of itself is not believed: pieces are read one by one."""

    def __init__(self, path: Path) -> None:
        """Open the file; :raises Damaged: it is no ZIP file."""
        try:
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile as error:
            raise Damaged(str(path)) from error

    def names(self) -> Iterator[str]:
        """Yield the path of each file; a path that occurs twice comes twice."""
        for each in self._zip.infolist():
            if not each.is_dir():
                yield each.filename

    def open(self, path: str) -> BinaryIO:
        """Open a file; :raises FileNotFoundError: it is not there. :raises Damaged: locked."""
        try:
            return cast(BinaryIO, self._zip.open(path))
        except KeyError as error:
            raise FileNotFoundError(path) from error
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
            raise Damaged(path) from error

    def read(self, path: str) -> bytes:
        """Return a file; :raises FileNotFoundError: it is not there. :raises Damaged: broken."""
        return _whole(self, path)


def package_of(path: Path) -> Package:
    """Return what a folder or a ZIP file holds.

    :raises Damaged: the file is no ZIP file. :raises OSError: it cannot be read.
    """
    return FolderPackage(path) if path.is_dir() else ZipPackage(path)


def sha256_in(package: Package, path: str) -> str | None:
    """Return the SHA-256 of a file in hex; None: it is not there; "": it cannot be read."""
    try:
        with package.open(path) as file:
            return file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # a file of bytes
    except FileNotFoundError:
        return None
    except (Damaged, zipfile.BadZipFile, EOFError):
        return ""


def _whole(package: Package, path: str) -> bytes:
    try:
        with package.open(path) as file:
            data = file.read(_LARGEST + 1)
    except (zipfile.BadZipFile, EOFError) as error:
        raise Damaged(path) from error
    if len(data) > _LARGEST:
        raise Damaged(path)
    return data
