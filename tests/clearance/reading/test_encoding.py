from __future__ import annotations

import pytest

from clearance.reading import UnknownFormat, read_bytes

ARABIC = "السيد الأمين العام لمنظمة التعاون الإسلامي في جدة\r\nتحية طيبة وبعد، فإن الأمانة العامة"
SHORT = "إلى الأمين العام"
FRENCH = "L'Organisation a l'honneur d'accuser réception, à Djeddah, de votre lettre « été »."
TYPOGRAPHIC = "L’Organisation – représentée à New York – a l’honneur d’accuser réception du “plan”."
ENGLISH = "The café’s owner asked for a “summary” of Türkiye’s position."


@pytest.mark.parametrize("text", [ARABIC, FRENCH, TYPOGRAPHIC, ENGLISH, SHORT])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "cp1256"),
        (SHORT, "cp1256"),
        (ARABIC.replace("،", ","), "iso8859_6"),
        (SHORT, "iso8859_6"),
        (FRENCH, "cp1252"),
        (TYPOGRAPHIC, "cp1252"),
        (ENGLISH, "cp1252"),
        (FRENCH, "mac_roman"),
        (TYPOGRAPHIC, "mac_roman"),
        ("La coopération à l'œuvre coûte 5 € à l'État.", "iso8859_15"),
        (FRENCH, "cp850"),
        (f"Letter on “{SHORT}” – see", "cp1256"),
    ],
)
def test_old_tables_are_told_by_plausibility(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding)).text == text


def test_line_ends_stay_as_given_and_are_no_part_of_a_line() -> None:
    document = read_bytes(b"one\r\n\r\n two \rthree\n")

    assert document.text == "one\r\n\r\n two \nthree\n"
    stretches = [document.text[line.start : line.end] for line in document.paragraphs]
    assert [stretch.strip() for stretch in stretches] == ["one", "two", "three"]


def test_utf8_with_one_broken_letter_stays_utf8() -> None:
    data = ("é" * 40).encode() + b"\xc3 " + ("à" * 40).encode()

    assert read_bytes(data).text == "é" * 40 + "\ufffd " + "à" * 40


@pytest.mark.parametrize("data", [bytes(range(256)), b"text\0text" * 9, bytes(range(1, 9)) * 50])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormat) as refused:
        read_bytes(data)

    assert refused.value.code == "RDG004"
