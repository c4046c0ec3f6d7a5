"""Files made to break their reader: each is refused with a code, small ones in the normal run."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from clearance.reading import (
    DEFAULT,
    Damaged,
    Empty,
    Encrypted,
    Limits,
    NotFound,
    TooLarge,
    UnknownFormat,
    Unreadable,
    Unsafe,
    read_bytes,
    read_file,
)
from clearance.reading.formats.pdf_apart import read_apart
from clearance.reading.formats.pdf_pages import texts
from clearance.reading.formats.pdf_streams import is_suspect
from tests.clearance.reading.samples import (
    compound,
    docx,
    odt,
    p,
    packed,
    pdf,
    pdf_bomb,
    pdf_of_forms,
    word_xml,
)

TIGHT = replace(
    DEFAULT,
    inflated_bytes=200_000,
    characters=5_000,
    paragraph_characters=1_000,
    page_characters=500,
    paragraphs=300,
    members=20,
    markup_bytes=100_000,
    markup_tags=1_000,
    stream_bytes=100_000,
)
_TYPES = {"[Content_Types].xml": "wordprocessingml"}
_MAIL = b"MIME-Version: 1.0\r\n"
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def encrypted_zip() -> bytes:
    """Return a zip whose members say that they are encrypted."""
    data = bytearray(packed(_TYPES | {"word/document.xml": "x"}))
    place = -1
    while (place := data.find(b"PK\x01\x02", place + 1)) >= 0:
        data[place + 8] |= 1
    return bytes(data)


def lying_zip(content: bytes) -> bytes:
    """Return a zip whose directory says that the body has 10 bytes."""
    data = bytearray(packed(_TYPES | {"word/document.xml": content}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def nested_zip(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = packed({"inner.zip": data})
    return data


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"", Empty, "RDG002"),
        (b" \r\n\t\n", Empty, "RDG002"),
        (docx("<w:p/>"), Empty, "RDG002"),
        (b"<html><body></body></html>", Empty, "RDG002"),
        (packed(_TYPES | {"word/styles.xml": "<a/>"}), Damaged, "RDG007"),
        (docx(p("x" * 900))[:-90], Damaged, "RDG007"),
        (docx("<w:p>"), Damaged, "RDG007"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), Damaged, "RDG007"),
        (lying_zip(word_xml("document", p("x")).encode()), Damaged, "RDG007"),
        (rb"{\rtf1 cut off", Damaged, "RDG007"),
        (nested_zip(9), UnknownFormat, "RDG005"),
        (packed({"[Content_Types].xml": "spreadsheetml"}), UnknownFormat, "RDG005"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), UnknownFormat, "RDG005"),
        (b'<?xml version="1.0"?><w:wordDocument/>', UnknownFormat, "RDG005"),
        (compound({"WordDocument": b"x"}), UnknownFormat, "RDG005"),
        (compound({"EncryptedPackage": b"x"}), Encrypted, "RDG006"),
        (encrypted_zip(), Encrypted, "RDG006"),
        (docx(p("&i;"), before=_LAUGHS), Unsafe, "RDG008"),
        (docx(p("&a;"), before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), Unsafe, "RDG008"),
        (docx(p("x"), before='<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'), Unsafe, "RDG008"),
        (docx(p("x"), before="<!DOCTYPE x [<!ENTITY % a ''> %a;]>"), Unsafe, "RDG008"),
        (docx(p("x"), styles="", numbering="x]]>&b;"), Unreadable, "RDG007"),
        (docx("<w:tbl>" * 300 + "</w:tbl>" * 300), Unsafe, "RDG009"),
        (b"<html>" + b"<div>" * 5_000 + b"x", Unsafe, "RDG009"),
        (b"{\\rtf1" + b"{" * 5_000 + b"x", Unsafe, "RDG009"),
        (_MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 500, Unsafe, "RDG009"),
        (_MAIL + b"Content-Type: message/rfc822\r\n\r\n" * 3_000, Unreadable, "RDG007"),
    ],
)  # fmt: skip
def test_hostile_file_is_refused(data: bytes, kind: type[Unreadable], code: str) -> None:
    with pytest.raises(kind) as refused:
        read_bytes(data, name="letter.docx")

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(_TYPES | {"word/document.xml": "<a>" + " " * 300_000 + "</a>"}), "RDG016"),
        (packed(_TYPES | {"word/document.xml": "<a/>" * 1 + " " * 100, "_rels/.rels": " " * 300_000}), "RDG011"),
        (docx("<a/>" * 60_000), "RDG016"),
        (docx("<w:p/>" * 400), "RDG016"),
        (docx(p("x" * 1_001)), "RDG014"),
        (docx(p("x" * 900) * 6), "RDG013"),
        (packed({str(number): "" for number in range(30)}), "RDG016"),
        (odt("<text:p/>" * 400), "RDG016"),
        (odt("<text:p>x" + "<text:s text:c='999999'/>" * 20 + "</text:p>"), "RDG014"),
        (b"<html>" + b"<br>" * 1_001, "RDG016"),
        (b"<html><p>" + b"x" * 1_001, "RDG014"),
        (rb"{\rtf1 " + rb"\b" * 1_001 + b"}", "RDG016"),
        (rb"{\rtf1 " + rb"x\par " * 301 + b"}", "RDG016"),
        (_MAIL + b"A: b\r\n" * 900 + b"\r\nx", "RDG016"),
        (b"x" * 1_001, "RDG014"),
        (b"hello\n" * 301, "RDG016"),
        (b"hello\n" * 1_000, "RDG013"),
        (pdf("x" * 80 + "\n" + "\n".join(["y" * 80] * 9)), "RDG015"),
        (pdf_bomb(1, 2_000_000), "RDG011"),
        (pdf_bomb(2, 20_000_000), "RDG011"),
        (pdf("x", stream=zlib.compress(b" " * 200_000), filters="/F#69lter/Fl#61teDecode"), "RDG011"),
        (pdf("x", stream=zlib.compress(b" " * 200_000), filters="/Filter[99 0 R]"), "RDG011"),
        (pdf("x", stream=zlib.compress(b" " * 200_000), filters="/Filter%x\n99 0 R"), "RDG011"),
    ],
)  # fmt: skip
def test_file_beyond_a_limit_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TooLarge) as refused:
        read_bytes(data, limits=TIGHT)

    assert refused.value.code == code


def test_drawings_without_end_are_counted() -> None:
    drawn = pdf("x", stream=b"0 0 m 1 1 l S\n" * 60)

    with pytest.raises(TooLarge) as refused:
        read_bytes(drawn, limits=Limits(drawn_objects=50))

    assert refused.value.code == "RDG016"
    assert read_bytes(drawn, limits=Limits(drawn_objects=100)).text.strip() == "x"


def test_repeated_text_is_no_bomb() -> None:
    document = read_bytes(docx(p("The same sentence, again. " * 40) * 500))

    assert len(document.paragraphs) == 500


def test_bytes_beyond_the_limit_are_not_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"x" * 11)

    with pytest.raises(TooLarge) as refused:
        read_bytes(b"x" * 11, limits=Limits(10))
    with pytest.raises(TooLarge) as refused_too:
        read_file(file, limits=Limits(10))

    assert refused.value.params == refused_too.value.params == {"count": 11, "limit": 10}


@pytest.mark.parametrize("name", ["absent.docx", "", "\0", "pipe"])
def test_what_is_no_file_is_not_opened(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotFound) as refused:
        read_file(tmp_path / name if name else Path())

    assert refused.value.code == "RDG001"
    assert "“”" not in str(refused.value)


def test_name_decides_nothing(tmp_path: Path) -> None:
    file = tmp_path / "scan.png"
    file.write_bytes(docx(p("a letter")))

    assert read_file(str(file)).format == "docx"


def test_overlapping_members_are_unpacked_by_count() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml")
        archive.writestr("word/document.xml", word_xml("document", p("x" * 50)))
    data = bytearray(file.getvalue())
    place = data.rfind(b"PK\x01\x02")
    data[place + 42 : place + 46] = struct.pack("<I", 0)  # the body begins where the types begin

    with pytest.raises(Damaged):
        read_bytes(bytes(data))


@pytest.mark.slow  # a bomb of 300 megabytes is built and unpacked up to the limit
@pytest.mark.skipif("SOAK" not in os.environ, reason="the large bombs are for SOAK=1")
def test_large_bombs_are_refused() -> None:
    body = word_xml("document", p("x" * 1_000) * 300_000)
    bombs = {
        "RDG013": packed(_TYPES | {"word/document.xml": body}),
        "RDG011": pdf_bomb(2, 1_000_000_000),
        "RDG016": docx("<a/>" * 50_000_000),
    }
    for code, data in bombs.items():
        with pytest.raises(TooLarge) as refused:
            read_bytes(data)
        assert refused.value.code == code


@pytest.mark.slow  # a process of its own begins, and is stopped after a second
@pytest.mark.parametrize("trap", [pdf_of_forms(6, 100), pdf_of_forms(30, 2)])
def test_pdf_that_would_be_drawn_for_years_is_stopped(trap: bytes) -> None:
    with pytest.raises(TooLarge) as refused:
        read_bytes(trap, limits=replace(DEFAULT, seconds=1))

    assert refused.value.code == "RDG017"


def test_pdf_whose_forms_draw_a_little_is_read_at_once() -> None:
    data = pdf_of_forms(4, 2)

    assert not is_suspect(data, DEFAULT)
    assert read_bytes(data).text.startswith("hello")


def test_picture_that_unpacks_as_a_bomb_makes_a_pdf_suspect() -> None:
    bomb = zlib.compress(b" " * 20_000_000, 9)
    picture = "/Subtype/Image/Filter/FlateDecode"

    assert is_suspect(pdf("x", stream=bomb, filters=picture), DEFAULT)
    assert not is_suspect(
        pdf("x", stream=zlib.compress(os.urandom(50_000)), filters=picture), DEFAULT
    )


@pytest.mark.slow  # a process of its own begins
def test_pdf_is_read_apart_as_it_is_within() -> None:
    data = pdf("Dear Sir,", "Annex")

    assert read_apart(data, DEFAULT) == texts(data, DEFAULT)
    with pytest.raises(Damaged) as refused:
        read_apart(data[:200], DEFAULT)
    assert refused.value.code == "RDG007"
