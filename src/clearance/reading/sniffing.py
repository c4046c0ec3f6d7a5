"""What a file is, told by its content: its name may lie, or be missing."""

from __future__ import annotations

import re

from clearance.reading.archive import Archive
from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.unreadable import Encrypted, UnknownFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7Z",
    b"\x1f\x8b\x08": "GZIP",
    b"\xfd7zXZ\0": "XZ",
    b"BZh": "BZIP2",
    b"%!PS": "PostScript",
    b"\x7fELF": "ELF",
    b"MZ": "EXE",
    b"\xdb\xa5-\0": "DOC",
}
_HTML = on_demand(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|h[1-6]|span|font|center)[\s>/]",
    re.I | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|[A-Za-z_][\w.-]*:[\w.-]+[\s>])")
_HEADER_LINE = rb"[!-9;-~]{1,100}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?((?:" + _HEADER_LINE + rb"){2,200})")
# A memorandum has To, From, Date and Subject too; these only a message has.
_MAIL_ONLY = on_demand(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|X-Mailer|DKIM-Signature"
    rb"|Content-Type):",
    re.I | re.M,
)
_HEAD = 16_384


def format_of(data: bytes, limits: Limits) -> tuple[str, bytes | Archive]:
    """Return the name of the reader for the bytes, and what it reads: the archive of a zip file.

    "text" where nothing else is told.

    :raises UnknownFormat: for what is known and not read.
    :raises Encrypted: for an office file locked by a password.
    """
    head = data[:_HEAD]
    if head.startswith(b"PK"):
        archive = Archive(data, limits)
        form = _format_of_zip(archive)
        archive.form = form.upper()
        return form, archive
    return _format_of_bytes(data, head), data


def _format_of_bytes(data: bytes, head: bytes) -> str:
    if head.startswith(_OLE):
        return _format_of_compound(data)
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in head[:1024] and not head.startswith(b"<"):
        return "pdf"
    for sign, name in _PICTURES.items():
        if head.startswith(sign) and not (len(sign) < 3 and _is_text(head)):
            raise UnknownFormat("RDG005", format=name)
    return _format_of_text(head)


def _format_of_text(head: bytes) -> str:
    narrow = _narrow(head)
    if _HTML.match(narrow):
        return "html"
    if _XML.match(narrow):
        if b"<html" in narrow.lower() and b"<w:" not in narrow:
            return "html"
        raise UnknownFormat("RDG005", format="XML")
    headers = _HEADERS.match(narrow)
    return "eml" if headers and _MAIL_ONLY.search(headers[1]) else "text"


def _narrow(head: bytes) -> bytes:
    """Return the head with UTF-16 made narrow, as far as ASCII goes."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head


def _is_text(head: bytes) -> bool:
    return b"\0" not in head and not re.search(rb"[\x01-\x08\x0e-\x1a]", head)


def _format_of_zip(archive: Archive) -> str:
    kind = archive.member("mimetype")[:200] if "mimetype" in archive else b""
    if kind.startswith(_OPEN_DOCUMENT):
        if kind[len(_OPEN_DOCUMENT) :].startswith(b"text"):
            return "odt"
        raise UnknownFormat("RDG005", format="OpenDocument")
    if any(name.startswith("word/") for name in archive.names()):
        return "docx"
    types = archive.member("[Content_Types].xml")[:1_000_000]
    if b"wordprocessingml" in types:
        return "docx"
    for sign, name in ((b"spreadsheetml", "XLSX"), (b"presentationml", "PPTX")):
        if sign in types:
            raise UnknownFormat("RDG005", format=name)
    if "content.xml" in archive and "META-INF/manifest.xml" in archive:
        return "odt"
    raise UnknownFormat("RDG005", format="ZIP")


def _format_of_compound(data: bytes) -> str:
    """Tell the kinds of compound file by the names of their streams, which are UTF-16."""

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise Encrypted("RDG006")
    if has("__properties_version1.0"):
        return "msg"
    for name, kind in (
        ("WordDocument", "DOC"),
        ("Workbook", "XLS"),
        ("PowerPoint Document", "PPT"),
    ):
        if has(name):
            raise UnknownFormat("RDG005", format=kind)
    raise UnknownFormat("RDG004")
