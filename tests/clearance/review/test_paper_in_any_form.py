"""A paper is told the same in any form: with blank lines, with none, in a file's paragraphs."""

from __future__ import annotations

import html
import io
import re
from collections import Counter
from collections.abc import Callable

import docx
import pytest

from clearance.reading import Document, read_bytes
from clearance.review import Level, Reviewer
from clearance.terms import Kind, Language
from tests.clearance.review.test_layouts import LAYOUTS, Layout, layout_reviewer

LETTER_EN = """\
Organisation of Islamic Cooperation
General Secretariat

Ref.: OIC/CAB/SCI/2026/0611
Jeddah, 11 May 2026

H.E. Mr. Tariq Mansoor
Minister of Science
Republic of Uzbekistan

[ A summer school on remote sensing ]

Excellency,

Pursuant to Resolution No. 2/50-S&T on Science and Technology, the General Secretariat will hold a \
summer school on remote sensing in Jeddah, for which five places are set aside for your country.

Names should reach us by 25 June 2026.

Please accept, Excellency, the assurances of my highest consideration.

Hassan Al-Amiri
Secretary-General

Approval of the Secretary-General: given by Hassan Al-Amiri on 9 May 2026

Copy to: Department of Science and Technology
"""
CIRCULAR_FR = """\
ORGANISATION DE LA COOPÉRATION ISLAMIQUE
SECRÉTARIAT GÉNÉRAL

N° OIC/CAB/ADM/2026/0207
Djeddah, le 4 février 2026

CIRCULAIRE

À tous les départements et bureaux

Objet : Inventaire du mobilier

En application de l'article 41 du Règlement financier, l'inventaire du mobilier se tiendra dans \
tous les services du 15 au 19 mars 2026, selon le calendrier joint.

Accord du Secrétaire général : donné par Hassan Al-Amiri le 2 février 2026

Pour l'Organisation
Directeur général du Cabinet
Karim Benslimane

P.J. : calendrier
"""
LETTER_AR = """\
منظمة التعاون الإسلامي
الأمانة العامة

الرقم: OIC/CAB/CUL/2026/0318
جدة في 9 مارس 2026م

سعادة السيد إدريس العلمي
مدير المكتبة الوطنية
الرباط

ترميم المخطوطات القديمة

سعادة المدير،

عملا بالقرار رقم 3/50 - ث بشأن التراث الثقافي، تعتزم الأمانة العامة تنظيم دورة في ترميم المخطوطات \
القديمة في جدة خلال شهر يونيو 2026م، وقد خصص لمكتبتكم مقعدان.

وتفضلوا بقبول فائق الاحترام والتقدير.

حسن الأميري
الأمين العام

موافقة الأمين العام: حسن الأميري، في 7 مارس 2026م
"""
PAPERS = [
    pytest.param(LETTER_EN, Kind.LETTER, Language.ENGLISH, id="letter"),
    pytest.param(CIRCULAR_FR, Kind.CIRCULAR, Language.FRENCH, id="circulaire"),
    pytest.param(LETTER_AR, Kind.LETTER, Language.ARABIC, id="خطاب"),
]
LEFT_OUT = [
    (LETTER_EN, Kind.LETTER, Language.ENGLISH, r"\[.*\]\n\n"),
    (LETTER_EN, Kind.LETTER, Language.ENGLISH, "Hassan Al-Amiri\nSecretary-General\n\n"),
    (LETTER_EN, Kind.LETTER, Language.ENGLISH, "Please accept.*\n\n"),
    (CIRCULAR_FR, Kind.CIRCULAR, Language.FRENCH, "Pour l'.*\nDirecteur.*\nKarim.*\n\n"),
    (LETTER_AR, Kind.LETTER, Language.ARABIC, "ترميم المخطوطات القديمة\n\n"),
    (LETTER_AR, Kind.LETTER, Language.ARABIC, "حسن الأميري\nالأمين العام\n\n"),
]


def close(text: str) -> str:
    """Return the text without a blank line."""
    return re.sub(r"\n\n+", "\n", text)


def _in_word(paragraphs: list[str]) -> Document:
    file = docx.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    written = io.BytesIO()
    file.save(written)
    return read_bytes(written.getvalue())


def word_lines(text: str) -> Document:
    """Return a Word file with a paragraph for each line, and none that is blank."""
    return _in_word(close(text).splitlines())


def word_blocks(text: str) -> Document:
    """Return a Word file with a paragraph for each block, its lines broken within."""
    return _in_word(text.strip().split("\n\n"))


def page_lines(text: str) -> Document:
    """Return a page of HTML with a paragraph for each line."""
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in close(text).splitlines())
    return read_bytes(f"<html><meta charset='utf-8'><body>{lines}</body></html>".encode())


Form = Callable[[str], str | Document]
FORMS: list[Form] = [close, word_lines, word_blocks, page_lines]


def _codes(
    reviewer: Reviewer, paper: str | Document, kind: Kind, language: Language
) -> Counter[str]:
    told = reviewer.review(paper, kind=kind, language=language).findings
    return Counter(one.code for one in told if one.level is not Level.NOTE)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "kind", "language"), PAPERS)
def test_paper_is_told_the_same_in_each_form(
    reviewer: Reviewer, form: Form, text: str, kind: Kind, language: Language
) -> None:
    assert _codes(reviewer, text, kind, language) == Counter()
    assert _codes(reviewer, form(text), kind, language) == Counter()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "kind", "language", "part"), LEFT_OUT)
def test_part_that_is_left_out_is_missed_in_each_form(
    reviewer: Reviewer, form: Form, text: str, kind: Kind, language: Language, part: str
) -> None:
    without, found = re.subn(part, "", text, count=1)

    assert found == 1
    assert _codes(reviewer, without, kind, language) == Counter(["CON001"])
    assert _codes(reviewer, form(without), kind, language) == Counter(["CON001"])


@pytest.mark.parametrize(
    ("greeting", "subject", "body"),
    [
        ("Excellency,", "Training places in Rabat", "Pursuant to"),
        ("Monsieur le Ministre,", "Places de formation à Rabat", "En application de"),
        ("معالي الوزير،", "مقاعد تدريبية في الرباط", "عملا بأحكام"),
    ],
)
def test_bare_line_over_a_long_paragraph_is_the_subject(
    reviewer: Reviewer, greeting: str, subject: str, body: str
) -> None:
    head = LETTER_EN.partition("[ A summer")[0]
    foot = LETTER_EN.partition("Names should")[2]
    text = f"{body} {'the text of the resolution which all member states know well ' * 3}ends here."
    told = f"{head}{greeting}\n{subject}\n{text}\n\n{foot}"
    without = told.replace(f"{subject}\n", "")

    def misses(paper: str) -> int:
        return _codes(reviewer, paper, Kind.LETTER, Language.ENGLISH)["CON001"]

    assert misses(told) == 0
    assert misses(without) == 1


# What is told otherwise where no blank line parts the blocks, and why.
OTHERWISE = {
    "fr-lignes": "the name of the house stands between who is written to and the subject",
    "en3-memo": "short numbered paragraphs are set apart, the ground from what it is for",
    "fr-circ-all": "short numbered paragraphs are set apart, the meeting from the answer",
    "fr4-bordereau": "what is sent is listed in lines that might be of a text",
}


@pytest.mark.parametrize("form", [close, word_lines])
@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.name not in OTHERWISE], ids=lambda one: one.name
)
def test_layout_is_told_the_same_without_blank_lines(layout: Layout, form: Form) -> None:
    told = [
        _codes(layout_reviewer(), paper, layout.kind, layout.language)
        for paper in (layout.text, form(layout.text))
    ]

    assert told[1] == told[0]


@pytest.mark.parametrize("name", OTHERWISE)
def test_layout_that_is_told_otherwise_is_named_for_it(name: str) -> None:
    layout = next(one for one in LAYOUTS if one.name == name)

    assert _codes(layout_reviewer(), close(layout.text), layout.kind, layout.language) != _codes(
        layout_reviewer(), layout.text, layout.kind, layout.language
    )
