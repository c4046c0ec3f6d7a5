from __future__ import annotations

import re

import pytest
import typst

from clearance.data.lexicon.dictionaries import is_absent
from clearance.reading import Damaged, Document, Empty, TooLarge, Unreadable, read_bytes
from clearance.reading.arabic_order import in_reading_order
from clearance.reading.formats.pdf import _in_reading_order, _with_whole_words
from clearance.reading.formats.pdf_brackets import with_right_brackets
from clearance.reading.formats.pdf_lines import in_order_of_reading
from clearance.terms import Language
from tests.clearance.reading.samples import pdf

EMBEDDED = "DejaVu Sans Mono"  # the Arabic letters that typst carries within itself
OTHERS = ("DejaVu Sans", "Noto Naskh Arabic", "Amiri", "KacstBook")  # tried where they are
_LETTER = """
#set page(width: 11cm, height: 6cm, header: [OIC])
#set par(justify: true)
#set text(lang: "en", hyphenate: true, font: "FONT")
The representative acknowledged the internationalization of telecommunication infrastructure.
#pagebreak()
#set text(lang: "ar")
السلام عليكم ورحمة الله، وبعد: فإن الأمانة العامة تعقد اجتماعا في 12 مايو 2024
(الموافق 4 ذو القعدة 1445هـ) وفق القرار رقم 1/51-PAL
"""


def lines(document: Document) -> list[tuple[int | None, int, str]]:
    return [
        (line.page, line.number, document.text[line.start : line.end])
        for line in document.paragraphs
    ]


def test_lines_lead_back_to_page_and_line() -> None:
    document = read_bytes(pdf("Dear Sir,\nplease come.", "Annex"), name="x.docx")

    assert lines(document) == [(1, 1, "Dear Sir,"), (1, 2, "please come."), (2, 1, "Annex")]
    assert (document.format, document.pages, document.reliable) == ("pdf", 2, True)


def _page(*paragraphs: str, gap: str = "1.2em") -> bytes:
    body = "\n\n".join(f'#"{one}"' if one else "#v(1em)" for one in paragraphs)
    return bytes(
        typst.compile((f"#set page(width: 12cm)\n#set par(spacing: {gap})\n{body}").encode())
    )


LONG = (
    "The seminar will be held in Jeddah from Monday to Friday, and all who are named are invited."
)


@pytest.mark.slow
def test_paragraphs_stand_apart_as_on_the_page() -> None:
    text = read_bytes(_page("Subject of the letter", LONG, LONG, "Yours.")).text

    assert [len(each.split("\n")) for each in text.split("\n\n")] == [1, 2, 2, 1]


@pytest.mark.slow
def test_lines_of_an_address_are_left_together_where_blank_lines_are_seen() -> None:
    text = read_bytes(_page("Ministry", "Karachi", "", LONG, "", LONG, "", "Hassan", "Clerk")).text

    assert [each.split("\n")[0][:8] for each in text.split("\n\n")] == [
        "Ministry", "The semi", "The semi", "Hassan",
    ]  # fmt: skip


@pytest.mark.slow
def test_no_line_ends_with_a_blank() -> None:
    assert " \n" not in read_bytes(_page("Subject of the letter", LONG, LONG)).text


@pytest.mark.slow
def test_rows_a_little_apart_are_left_together() -> None:
    rows = [f"Item {number} | 1,{number}00" for number in range(1, 6)]
    text = read_bytes(_page(LONG, LONG, *rows, "Total | 6,500")).text

    assert "Item 2 | 1,200\nItem 3 | 1,300\nItem 4" in text


@pytest.mark.slow
def test_short_paragraphs_in_a_row_stand_apart_where_the_page_parts_all_so() -> None:
    short = ("Re: Seminar in Jeddah", "Excellency,", "Approved on 8 May 2026.")
    rows = [f"Item {number} | 1,{number}00" for number in range(1, 6)]
    text = read_bytes(_page("Sir,", LONG, LONG, LONG, *short, LONG, *rows, LONG, gap="1.05em")).text

    assert "Re: Seminar in Jeddah\n\nExcellency,\n\nApproved on" in text
    assert "Item 2 | 1,200\nItem 3 | 1,300\nItem 4" in text


@pytest.mark.slow
def test_line_that_goes_on_is_not_parted() -> None:
    text = read_bytes(_page(LONG, "a sum of ten thousand", "two hundred dollars.", LONG)).text

    assert "ten thousand\ntwo hundred dollars." in text


def test_page_without_text_is_named() -> None:
    assert read_bytes(pdf("one", "", "three")).silent_pages == (2,)


def test_pages_that_are_pictures_are_refused_with_what_to_do() -> None:
    with pytest.raises(Empty) as refused:
        read_bytes(pdf("", ""))

    assert refused.value.told(Language.ENGLISH) == (
        "The 2 pages of the file are pictures without a text. (RDG003) Have the pages read by text "
        "recognition, or ask for the file that the pages were printed from."
    )


def _typeset(template: str, font: str) -> Document:
    """Return what is read of a page in the font; the test is skipped where the machine lacks it."""
    fonts = typst.Fonts(include_system_fonts=font != EMBEDDED)
    if font not in fonts.families():
        pytest.skip(f"The font {font} is not on this machine.")
    return read_bytes(typst.compile(template.replace("FONT", font).encode(), font_paths=fonts))


@pytest.mark.slow  # typst looks for fonts
@pytest.mark.parametrize("font", [EMBEDDED, *OTHERS])
def test_typeset_letter_is_read_in_both_scripts(font: str) -> None:
    """Fonts differ in what is one sign: DejaVu joins lam and alef, Noto Naskh sets them apart."""
    document = _typeset(_LETTER, font)

    text = document.text.replace("\n", " ").replace("  ", " ")
    assert "OIC The representative acknowledged the internationalization of" in text
    assert "السلام عليكم ورحمة الله، وبعد: فإن الأمانة العامة تعقد" in text
    assert "(الموافق 4 ذو القعدة 1445هـ)" in text
    assert "القرار رقم 1/51-PAL" in text


_NUMBERS = """
#set page(width: 16cm, height: auto)
#set text(lang: "ar", font: "FONT")
عملا بالقرار رقم 12/48-C والقرار رقم 3/50-POL (CFM) والوثيقة OIC/CFM-49/2023/POL/RES.1 الآن.

والمذكرة رقم OIC/PAL-01/2024/115 (انظر A/RES/77/247) بلا خلاف «القدس».

القرار 5/46-ICHAD
"""


@pytest.mark.slow  # typst looks for fonts
@pytest.mark.parametrize("font", [EMBEDDED, *OTHERS])
def test_numbers_in_latin_letters_keep_their_order_in_arabic_lines(font: str) -> None:
    document = _typeset(_NUMBERS, font)

    text = document.text.replace("\n", " ").replace("  ", " ").replace("/ ", "/")
    assert "القرار رقم 12/48-C والقرار رقم 3/50-POL (CFM) والوثيقة" in text
    assert "OIC/CFM-49/2023/POL/RES.1 الآن" in text
    assert "رقم OIC/PAL-01/2024/115 (انظر A/RES/77/247) بلا خلاف «القدس»" in text
    assert "القرار 5/46-ICHAD" in text
    assert document.reliable


_MARKED = """
#set page(width: 16cm, height: auto)
#set text(lang: "ar", font: "FONT")
OIC/CAB/HUM/2026/8451

ويُرجى إرسال الاستمارات، وتُقيد النفقات، علمًا بأن المدير يُعلم بما هو متَّفق عليه.

وافق عليه الأمين العام في 16 يناير 2026.
"""


@pytest.mark.slow  # typst looks for fonts
@pytest.mark.parametrize("font", [EMBEDDED, *OTHERS])
def test_what_pdfium_turns_or_tells_twice_is_set_right_by_its_place(font: str) -> None:
    """A reference alone in its line, vowel marks, and the full stop after a number."""
    document = _typeset(_MARKED, font)

    assert " ".join(document.text.split()) == (
        "OIC/CAB/HUM/2026/8451 ويرجى إرسال الاستمارات، وتقيد النفقات، علما بأن المدير يعلم بما هو "
        "متفق عليه. وافق عليه الأمين العام في 16 يناير 2026."
    )


_TURNED = """
#set page(width: 16cm, height: auto)
#set text(lang: "ar", font: "FONT", size: 12pt, dir: rtl)
أولاً: ما يلي أدناه:

ولا يعد التسديد كافيا إلا إذا طلب ذلك.

وتبلغ المساهمة مبلغا (ستة وثلاثون ألفاً) موزعة، بناءً على اقتراح المجلس.
"""


@pytest.mark.slow  # typst looks for fonts
@pytest.mark.parametrize("font", [EMBEDDED, *OTHERS])
def test_words_whose_ligatures_are_named_apart_are_read_from_their_first_letter(font: str) -> None:
    """In DejaVu "nor" is turned, though its line has no mark, and so are words with marks."""
    document = _typeset(_TURNED, font)

    text = re.sub("[\u064b-\u0652]", "", " ".join(document.text.split()))
    assert text == (
        "أولا: ما يلي أدناه: ولا يعد التسديد كافيا إلا إذا طلب ذلك. "
        "وتبلغ المساهمة مبلغا (ستة وثلاثون ألفا) موزعة، بناء على اقتراح المجلس."
    )


@pytest.mark.parametrize(
    ("picture", "read"),
    [
        (["PAL-1/51", " ", "رقم"], "رقم 1/51-PAL"),
        (["RES.1", " ", "رقم"], "رقم RES.1"),
        (["A/RES/77/247", " ", "(", "انظر"], "انظر( A/RES/77/247"),
        (["هنا", " ", "12/05/2024", " ", "في", " ", "OIC/ECO-3"], "OIC/ECO-3 في 12/05/2024 هنا"),
        (["ECO(IS(", " ", "قرار"], "قرار ECO(IS)"),
        (["OIC/", " ", "رقم"], "رقم OIC/"),
    ],
)
def test_line_is_read_from_its_picture(picture: list[str], read: str) -> None:
    shown = [each for part in picture for each in ([part] if part[0] > "ء" else part)]
    signs = [(float(place), letters) for place, letters in enumerate(shown)]

    assert in_order_of_reading(signs[::-1]) == read


def test_short_page_with_ligatures_apart_is_mended_where_nobody_typed_it() -> None:
    assert _in_reading_order(["فإن األمانة العامة تعقد"]) == (["فإن الأمانة العامة تعقد"], False)
    assert in_reading_order("فإن األمانة العامة تعقد") is None  # typed: a slip, for the check


def test_words_broken_at_the_end_of_a_line_are_joined() -> None:
    pages = [
        "ac\ufffeknowledged",
        "Secretary\ufffeGeneral 1/51\ufffePAL",
        "follow\ufffeup follow-up",
    ]

    assert _with_whole_words(pages) == [
        "acknowledged",
        "Secretary-General\n1/51-PAL",
        "follow-up\nfollow-up",
    ]


def test_hyphen_of_a_compound_stays_where_its_line_ends_at_it() -> None:
    """The page writes both halves alone, or the first half always has a hyphen."""
    page = "confidence\ufffebuilding, for building needs confidence; self\ufffedetermination"
    told = "sixty\ufffethree, quarante\ufffecinquième"

    assert _with_whole_words([page, told]) == [
        "confidence-building,\nfor building needs confidence; self-determination",
        "sixty-three,\nquarante-cinquième",
    ]


_WIDTHS = dict.fromkeys("8.,", 278) | {"8": 556, " ": 278, "H": 722, "E": 667, "M": 833, "S": 667}
_WIDTHS |= dict.fromkeys("aduhn", 556) | {"r": 333, "y": 500, "c": 500, "O": 778, "m": 833}


def _goes(line: str, *, up: int) -> bytes:
    """Return the drawing of a line in two goes: its letters first, and then its signs."""
    goes = []
    for drawn in (str.isalpha, lambda sign: not (sign.isalpha() or sign == " ")):
        parts = [f"({sign})" if drawn(sign) else f"{-_WIDTHS[sign]}" for sign in line]
        goes.append(f"BT /F1 11 Tf 40 {up} Td [{' '.join(parts)}] TJ ET")
    return "\n".join(goes).encode()


def test_line_that_was_drawn_in_two_goes_is_read_in_one() -> None:
    """A font that lacks the full stop has it from another, after the letters of the line."""
    lines = ("H.E. Mr. Omar, Sunday, 8 March", "Mr. Omar, Sunday, 8 March, and H.E. Mr. Hamad")
    drawn = b"\n".join(_goes(line, up=780 - 30 * no) for no, line in enumerate(lines))
    page = read_bytes(pdf("", stream=drawn)).text

    assert [line for line in page.split("\n") if line] == list(lines)


def test_line_ends_behind_the_word_that_its_hyphen_broke() -> None:
    """pdfium leaves the end of such a line out, and lines of one width tell a paragraph."""
    page = "held in Djib\ufffeouti, in May\nand the Secretary\ufffeGeneral"

    assert _with_whole_words([page]) == ["held in Djibouti,\nin May\nand the Secretary-General"]


@pytest.mark.skipif(is_absent(Language.ENGLISH), reason="no English dictionary is installed here")
def test_hyphen_stays_between_two_words_that_make_none_together() -> None:
    page = "a five\ufffeyear plan, cost\ufffeeffectiveness, infor\ufffemation, with\ufffeout"

    assert " ".join(_with_whole_words([page])[0].split()) == (
        "a five-year plan, cost-effectiveness, information, without"
    )


@pytest.mark.parametrize(
    ("page", "right"),
    [
        (")الموافق 4 مايو( بشأن", "(الموافق 4 مايو) بشأن"),
        ("(الموافق 4 مايو) بشأن", "(الموافق 4 مايو) بشأن"),
        ("في )السطر الأول\nوالسطر الثاني( هنا", "في (السطر الأول\nوالسطر الثاني) هنا"),
        ("القرار 1/11-P(IS) بشأن )القدس(", "القرار 1/11-P(IS) بشأن (القدس)"),
        (")one( two", ")one( two"),
        ("»القدس« الشريف", "«القدس» الشريف"),
        ("رقم 115( انظر القرار )بلا خلاف", "رقم 115 (انظر القرار) بلا خلاف"),
    ],
)
def test_brackets_of_arabic_lines_are_turned_where_they_fit_only_so(page: str, right: str) -> None:
    assert with_right_brackets(page) == right


def test_one_reversed_page_among_others_is_set_right() -> None:
    good = "من الدولة إلى الأمانة العامة في جدة على الفور " * 5
    bad = "ةلودلا نم ةماعلا ةنامألا ىلإ ىلع"

    pages, is_reliable = _in_reading_order([good, bad])

    assert pages == [good, "على إلى الأمانة العامة من الدولة"]
    assert not is_reliable


def test_name_of_god_is_put_together() -> None:
    assert _in_reading_order(["ورحمة اهلل"]) == (["ورحمة الله"], True)


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"%PDF-1.7\n", Damaged, "RDG007"),
        (pdf("hello")[:200], Damaged, "RDG007"),
        (pdf("hello", count=2_000), TooLarge, "RDG012"),
    ],
)
def test_broken_and_endless_files_are_refused(
    data: bytes, kind: type[Unreadable], code: str
) -> None:
    with pytest.raises(kind) as refused:
        read_bytes(data)

    assert refused.value.code == code
