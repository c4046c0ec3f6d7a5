"""The files of the papers: each kept once, under the SHA-256 of its bytes, and never changed.

A file is written under a temporary name, flushed to the disk, then renamed; so are the folders in
which its name stands. A crash leaves either the whole file or none, and a power cut leaves what was
returned.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

_CHUNK = 2**20
_ZIP_NAMES = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "application/vnd.oasis.opendocument.text",
}


class FileTooLarge(ValueError):
    """A file is larger than the office takes in; nothing was kept."""


class EmptyFile(ValueError):
    """A file has no bytes; nothing was kept."""


@dataclass(frozen=True)
class Kept:
    """A file in the store: its SHA-256, its size in bytes, its media type, its shown name."""

    sha256: str
    size_bytes: int
    media_type: str
    name: str


def keep_file(chunks: Iterable[bytes], *, name: str) -> Kept:
    """Put a file into the store and return what it is; the same bytes are kept once.

    :raises FileTooLarge: above ``LARGEST_FILE_BYTES``.
    :raises EmptyFile: no bytes came.
    """
    _open_folder(settings.FILES)
    digest = hashlib.sha256()
    size = 0
    handle, temporary = tempfile.mkstemp(dir=settings.FILES, prefix=".in-")
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > settings.LARGEST_FILE_BYTES:
                    raise FileTooLarge(_too_large())
                digest.update(chunk)
                file.write(chunk)
            if not size:
                raise EmptyFile(_("The file is empty. Choose the file of the paper again."))
            file.flush()
            os.fsync(file.fileno())
        sha256 = digest.hexdigest()
        path = path_of(sha256)
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            Path(temporary).replace(path)
        # Always: whoever put it there a moment ago may not have come to it yet.
        _flush_folder(path.parent)
        _flush_folder(settings.FILES)
        return Kept(sha256, size, media_type_of(path, name), shown_name(name))
    finally:
        Path(temporary).unlink(missing_ok=True)


def keep_path(path: Path) -> Kept:
    """Put a file of this machine into the store.

    :raises OSError: it cannot be read. :raises FileTooLarge: and :raises EmptyFile: as above.
    """
    with path.open("rb") as file:
        return keep_file(iter(lambda: file.read(_CHUNK), b""), name=path.name)


def path_of(sha256: str) -> Path:
    """Return where the file of this SHA-256 lies.

    :raises ValueError: the text is no SHA-256, so it is no file of ours.
    """
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError("No SHA-256.")
    return Path(settings.FILES) / sha256[:2] / sha256[2:]


def shown_name(name: str) -> str:
    """Return a file's name fit to be shown: no folders, controls or hidden directions, 120 long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(each for each in last if unicodedata.category(each) not in {"Cc", "Cf"})
    plain = plain.strip().strip(".") or "paper"
    if len(plain) > 120:
        stem, dot, ending = plain.rpartition(".")
        plain = (
            f"{stem[: 119 - len(ending)]}{dot}{ending}" if dot and len(ending) < 10 else plain[:120]
        )
    return plain


def media_type_of(path: Path, name: str) -> str:
    """Return the media type by content; the name decides only among kinds of plain text."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return next((found for mark, found in _ZIP_NAMES.items() if mark in head), _zip(path))
    for magic, media_type in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/vnd.ms-outlook"),
        (b"{\\rtf", "application/rtf"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n", "image/png"),
        (b"II*\x00", "image/tiff"),
        (b"MM\x00*", "image/tiff"),
    ):
        if head.startswith(magic):
            return media_type
    if b"\x00" in head:
        return "application/octet-stream"
    ending = Path(name).suffix.lower()
    return {".eml": "message/rfc822", ".html": "text/html", ".htm": "text/html"}.get(
        ending, "text/plain"
    )


def _zip(path: Path) -> str:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_536))
        tail = file.read()
    return next((found for mark, found in _ZIP_NAMES.items() if mark in tail), "application/zip")


def _open_folder(folder: Path) -> None:
    """Make a folder, if it is not there, so that its name outlasts a power cut."""
    if not folder.is_dir():
        _open_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _too_large() -> str:
    return _("The file is larger than %(most)s MB. Ask for a smaller scan, or for its parts.") % {
        "most": settings.LARGEST_FILE_BYTES // 2**20
    }
