"""A text that goes without its approval or ground says so; a rule that forbids it does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import PARTS, codes, letter

_CASES = tomllib.loads(
    Path(__file__).with_name("unapproved_cases.toml").read_text(encoding="utf-8")
)


def _sentences(which: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for one in _CASES[tongue.value][which]]


def _letter(language: Language, sentence: str) -> str:
    return letter(language, body=f"{PARTS[language]['body']}\n\n{sentence}")


@pytest.mark.parametrize(("language", "sentence"), _sentences("told"))
def test_sentence_that_passes_over_an_approval_is_told(language: Language, sentence: str) -> None:
    assert "LEG045" in codes(_letter(language, sentence), Check.LEGAL_BASIS)


@pytest.mark.parametrize(("language", "sentence"), _sentences("not_told"))
def test_rule_condition_or_approval_of_others_is_not_told(
    language: Language, sentence: str
) -> None:
    assert "LEG045" not in codes(_letter(language, sentence), Check.LEGAL_BASIS)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The draft has not yet been approved by the Secretary-General; it is submitted for "
         "his decision.", False),
        ("The order has already been placed, and the approval of the Secretary-General is "
         "still awaited.", True),
    ],
)  # fmt: skip
def test_memorandum_may_ask_for_what_it_has_not_yet(sentence: str, told: bool) -> None:
    text = _letter(Language.ENGLISH, sentence)

    found = codes(text, Check.LEGAL_BASIS, kind=Kind.MEMORANDUM)

    assert ("LEG045" in found) is told


def _lines(which: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for one in _CASES["line"][tongue.value][which]]


_HOUSE = {
    Language.ENGLISH: "Organisation of Islamic Cooperation",
    Language.FRENCH: "Organisation de la coopération islamique",
    Language.ARABIC: "منظمة التعاون الإسلامي",
}


def _with_line(language: Language, line: str) -> str:
    return f"{_HOUSE[language]}\nOIC/CAB/POL/2025/0412\n" + letter(language, approval="\n" + line)


@pytest.mark.parametrize(("language", "line"), _lines("told"))
def test_line_that_says_the_approval_is_still_to_come_is_told(
    language: Language, line: str
) -> None:
    assert "LEG045" in codes(_with_line(language, line), Check.LEGAL_BASIS)


@pytest.mark.parametrize(("language", "line"), _lines("not_told"))
def test_line_of_an_approval_given_or_of_others_is_not_told(language: Language, line: str) -> None:
    assert "LEG045" not in codes(_with_line(language, line), Check.LEGAL_BASIS)


def test_memorandum_may_be_put_before_who_decides() -> None:
    line = "Not yet approved; submitted for decision."
    text = _with_line(Language.ENGLISH, line)

    assert "LEG045" in codes(text, Check.LEGAL_BASIS)
    assert "LEG045" not in codes(text, Check.LEGAL_BASIS, kind=Kind.MEMORANDUM)


_PLACES = {
    Language.ENGLISH: ("Approved by: {}", "Encl.: 2 (map; plan)", "14 May 2025", "(name and date)"),
    Language.FRENCH: (
        "Approuvé par : {}",
        "P.J. : 2 (carte ; plan)",
        "14 mai 2025",
        "(nom et date)",
    ),
    Language.ARABIC: (
        "اعتمده: {}",
        "المرفقات: 2 (خريطة ومخطط)",
        "14 مايو 2025",
        "(الاسم والتاريخ)",
    ),
}


@pytest.mark.parametrize("language", Language)
def test_blank_beside_the_enclosures_is_told_as_one_by_itself(language: Language) -> None:
    place, listed, day, named = _PLACES[language]

    for blank in ("..............", "____________", named):
        for lines in (f"{listed}\n{place}", f"{place}\n{listed}"):
            text = _with_line(language, lines.format(blank))
            assert "LEG045" in codes(text, Check.LEGAL_BASIS)

    given = _with_line(language, f"{listed}\n{place}".format(f"Omar Sy, {day}"))
    assert "LEG045" not in codes(given, Check.LEGAL_BASIS)


_MEMORANDUM = (
    "Organisation of Islamic Cooperation\n\nMEMORANDUM\n\nNo. OIC/CAB/POL/2025/0412\n"
    "Date: 14 May 2025\nTo: {}\nFrom: Mahmoud Al-Tayeb, Secretary-General\nSubject: the maps\n\n"
    "The maps of the library are to be printed in June, and the shelves painted.{}\n\n"
    "Mahmoud Al-Tayeb\nSecretary-General\n\nApproved by: ..............\nEncl.: 2 (map; plan)\n"
)


@pytest.mark.parametrize(
    ("whom", "asked", "told"),
    [
        ("Director of Conferences", "", True),
        ("Director of Conferences", " This is put forward for your approval.", False),
        ("Director-General of the Cabinet", "", False),
    ],
)
def test_memorandum_leaves_it_blank_for_who_may_approve_it(
    whom: str, asked: str, told: bool
) -> None:
    text = _MEMORANDUM.format(whom, asked)

    assert ("LEG045" in codes(text, Check.LEGAL_BASIS, kind=Kind.MEMORANDUM)) is told


_LABELS = {
    Language.ENGLISH: (
        "Approved:",
        "Seen and approved by: ......",
        "Authorised for issue by:",
        "Approved by",
    ),
    Language.FRENCH: (
        "Bon pour accord :",
        "Visa d'approbation : ......",
        "Envoi autorisé par ____",
    ),
    Language.ARABIC: (
        "الموافقة:",
        "معتمد من: ......",
        "اطلع عليه ووافق:",
        "اعتمده: ____ بتاريخ ____",
    ),
}
_NO_BLANKS = {
    Language.ENGLISH: ("Approval procedure of the host:\n\nThe city reads the plan.", "Approved"),
    Language.FRENCH: ("Approbation du plan :\n\nLa ville lit le plan.", "Vu et approuvé"),
    Language.ARABIC: ("الموافقة على المخطط:\n\nتقرأ المدينة المخطط.", "الموافقة"),
}


@pytest.mark.parametrize("language", Language)
def test_label_of_an_approval_with_nobody_behind_it_is_told(language: Language) -> None:
    def is_told(line: str) -> bool:
        return "LEG045" in codes(_with_line(language, line), Check.LEGAL_BASIS)

    listed = _PLACES[language][1]
    assert [one for one in _LABELS[language] if not is_told(f"{one}\n{listed}")] == []
    assert [one for one in _LABELS[language] if not is_told(one)] == []
    assert [one for one in _NO_BLANKS[language] if is_told(one)] == []
