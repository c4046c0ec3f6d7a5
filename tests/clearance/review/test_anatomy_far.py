"""The foot of papers that bear no other sign of a letter than their number, a rule or a table."""

from __future__ import annotations

import pytest

from clearance.reading.skeleton import fold
from clearance.review.mentions.anatomy import NOTHING, TRIGGERS, Anatomy, read_anatomy
from clearance.review.scan import Scanner
from clearance.terms import Kind

_SCANNER = Scanner(TRIGGERS)
_PAPERS = {
    "en": """\
Organisation of Islamic Cooperation

LEASE OF A HALL
No.: {number}

The Lessor lets the hall and the Organisation pays the rent on the first day of each month.

Signed for the Organisation
Salim Haddad
Director-General of the Cabinet
""",
    "fr": """\
Organisation de la coopération islamique

BAIL D'UNE SALLE
N° : {number}

Le bailleur loue la salle et l'Organisation verse le loyer le premier jour de chaque mois.

Signé pour l'Organisation
Salim Haddad
Directeur général du Cabinet
""",
    "ar": """\
منظمة التعاون الإسلامي

إيجار قاعة
{number}

يؤجر المؤجر القاعة وتدفع المنظمة الإيجار في اليوم الأول من كل شهر من الشهور المذكورة.

وقعه عن المنظمة
سليم حداد
مدير عام الديوان
""",
}
_NAMES = {"en": "Salim Haddad", "fr": "Salim Haddad", "ar": "سليم حداد"}
_NUMBER = "OIC/CAB/LEG/2026/0412"


def _read(text: str, kind: Kind | None = Kind.REPORT) -> Anatomy:
    skeleton = fold(text).skeleton
    return read_anatomy(text, skeleton, _SCANNER.scan(skeleton), kind)


def _signed(text: str, anatomy: Anatomy) -> str:
    return text[slice(*(anatomy.signature_name or (0, 0)))]


@pytest.mark.parametrize("language", _PAPERS)
def test_paper_with_the_number_of_the_house_is_read_to_its_foot(language: str) -> None:
    text = _PAPERS[language].format(number=_NUMBER)

    assert _signed(text, _read(text)) == _NAMES[language]


@pytest.mark.parametrize(
    ("language", "above"),
    [
        ("en", "The Contractor\n(signature and seal)\n"),
        ("fr", "Le Prestataire\n(signature et cachet)\n"),
        ("ar", "المتعاقد\n(التوقيع والختم)\n"),
        ("fr", "| Poste | USD |\n|---|---|\n| Interprétation | 23 400 |\n| Total | 23 400 |\n"),
    ],
)
def test_side_of_a_contract_and_cell_of_a_table_are_no_names(language: str, above: str) -> None:
    text = _PAPERS[language].format(number=_NUMBER)
    last = text.rstrip("\n").split("\n")[-3:]
    foot = f"{above}\n{last[2]}\n\n{last[1]}\n"
    signed = text.replace("\n".join(last) + "\n", foot)

    assert _signed(signed, _read(signed, Kind.CONTRACT)) == _NAMES[language]


@pytest.mark.parametrize("language", _PAPERS)
def test_number_alone_shows_no_parts_where_no_kind_is_known(language: str) -> None:
    assert _read(_PAPERS[language].format(number=_NUMBER), None) == NOTHING


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        (f"Doc. ref. {_NUMBER}", True),
        (f"Administrative circular {_NUMBER}", True),
        (f"رقم الوثيقة: {_NUMBER}", True),
        (f"Circulaire administrative {_NUMBER}", True),
        (f"Your file {_NUMBER}", False),
        (f"BORDEREAU D'ENVOI N° {_NUMBER}", False),
        (f"Suite à la note {_NUMBER}", False),
        (f"ردا على كتابكم {_NUMBER}", False),
    ],
)
def test_line_of_the_number_is_the_reference_whatever_its_label(line: str, is_own: bool) -> None:
    text = _PAPERS["en"].replace("No.: {number}", line)

    assert (_read(text).reference is not None) is is_own


@pytest.mark.parametrize("language", _PAPERS)
def test_paper_without_any_sign_is_read_where_its_kind_is_known(language: str) -> None:
    text = _PAPERS[language].format(number="77\n" + "x 7 y\n" * 50)

    assert _read(text) == NOTHING
    assert _signed(text, _read(text, Kind.CONTRACT)) == _NAMES[language]


@pytest.mark.parametrize("language", _PAPERS)
def test_fragment_is_not_read_though_its_kind_is_known(language: str) -> None:
    assert _read(_PAPERS[language].format(number="77"), Kind.CONTRACT) == NOTHING


@pytest.mark.parametrize("language", _PAPERS)
def test_number_that_a_text_cites_far_below_is_no_sign(language: str) -> None:
    text = _PAPERS[language].format(number="77") + "x" * 900 + f" {_NUMBER}"

    assert _read(text) == NOTHING


@pytest.mark.parametrize("language", _PAPERS)
def test_rule_under_a_letterhead_ends_no_paper(language: str) -> None:
    text = _PAPERS[language].format(number=f"{_NUMBER}\n____________")

    assert _signed(text, _read(text)) == _NAMES[language]


@pytest.mark.parametrize("language", _PAPERS)
def test_rule_over_a_summary_in_another_language_ends_the_paper(language: str) -> None:
    text = _PAPERS[language].format(number=_NUMBER)
    summary = "Summary: the hall is let by the month, and its rent is paid by the Organisation.\n"

    read = _read(f"{text}____________\n{summary}Omar Sy\nDirector\n")

    assert _signed(text, read) == _NAMES[language]


@pytest.mark.parametrize("language", _PAPERS)
def test_foot_below_a_table_of_many_cells_is_read(language: str) -> None:
    table = "".join(f"{n} | a | b\n" for n in range(1, 41))
    text = _PAPERS[language].format(number=f"{_NUMBER}\n\n{table}")

    assert _signed(text, _read(text)) == _NAMES[language]


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("en", "No. OIC/CAB/LEG/2026/0412 | Tuesday | 3 March 2026 | 14 Ramadan 1447 H."),
        ("fr", "Réf. OIC/CAB/LEG/2026/0412 | mardi | 3 mars 2026 | 14 Ramadan 1447 H."),
        ("ar", "الرقم: OIC/CAB/LEG/2026/0412 | الثلاثاء | 3 مارس 2026م | 14 رمضان 1447 هـ."),
    ],
)
def test_number_and_day_under_the_names_are_no_names(language: str, number: str) -> None:
    text = _PAPERS[language].replace("{number}", "").replace("No.: ", "").replace("N° : ", "")
    paragraph = next(line for line in text.split("\n") if len(line) > 60)
    text = text.replace(paragraph, " ".join([paragraph] * 6)) + f"\n{number}\n"
    anatomy = _read(text, Kind.CONTRACT)

    assert [text[slice(*(one.name or (0, 0)))] for one in anatomy.signatures] == [_NAMES[language]]
