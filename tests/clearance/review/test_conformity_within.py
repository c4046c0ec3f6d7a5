"""The form of papers within the house, and of what the check of form first told falsely."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind
from tests.clearance.review import house_papers as papers

DRAFT = """Draft resolution on the Cause of Palestine
The Council of Foreign Ministers of the Organisation of Islamic Cooperation,
Recalling resolution 1/50-PAL,
1. Reaffirms all previous resolutions;
2. Requests the Secretary General to follow up the implementation of this resolution.
"""


def _codes(text: str, kind: Kind | None = None, level: Level = Level.WARN) -> list[str]:
    report = review(text, kind=kind)
    return [f.code for f in report.findings if f.check is Check.CONFORMITY and f.level >= level]


def _with(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    "kept",
    ["Decides to remain seized of the matter", "Establishes a follow-up committee",
     "Décide de demeurer saisi de la question", "Crée un comité de suivi",
     "يقرر إبقاء المسألة قيد النظر", "Urges the committee to complete its work"],
)  # fmt: skip
def test_resolution_that_is_kept_or_given_to_a_body_is_followed_up(kept: str) -> None:
    text = _with(DRAFT, "2. Requests the Secretary General to follow up the", f"2. {kept}; the")

    assert "CON051" not in _codes(text, level=Level.NOTE)


@pytest.mark.parametrize("memo", [papers.MEMO_EN, papers.MEMO_FR, papers.MEMO_AR])
@pytest.mark.parametrize("kind", [Kind.MEMORANDUM, Kind.CIRCULAR])
def test_paper_within_the_house_bears_its_name(memo: str, kind: Kind) -> None:
    head, _, rest = memo.partition("\n\n")

    assert "CON001" not in _codes(memo, kind)
    assert "CON001" in _codes("\n\n" + rest, kind), head


@pytest.mark.parametrize(
    "head",
    ["ORGANISATION OF ISLAMIC COOPERATION\n\nNOTE TO THE DIRECTOR-GENERAL OF THE CABINET\n",
     "Organisation of Islamic Cooperation\n\nNOTE AU DIRECTEUR GÉNÉRAL DU CABINET\n",
     "منظمة التعاون الإسلامي\n\nمذكرة للعرض على مدير عام الديوان\n"],
)  # fmt: skip
def test_addressee_may_stand_in_the_title_and_the_subject_as_a_heading(head: str) -> None:
    body = (
        "OIC/CAB/POL/2026/0344 - 12 May 2026\n\n{}Thirty of the Member States have sent their "
        "replies to the questionnaire, which were examined.\n\nOmar Sy\nDirector of Legal Affairs\n"
        "Encl.: 1\n"
    )

    assert _codes(head + body.format("Replies to the questionnaire\n\n"), Kind.MEMORANDUM) == []
    assert _codes(head + body.format(""), Kind.MEMORANDUM) == ["CON001"]


@pytest.mark.parametrize(
    ("opening", "codes"),
    [("extends its compliments to", []), ("conveys its best compliments to", []),
     ("writes to", ["CON020"])],
)  # fmt: skip
def test_compliments_are_paid_in_other_words_too(opening: str, codes: list[str]) -> None:
    text = _with(papers.NV_EN, "presents its compliments to", opening)

    found = _codes(text, Kind.NOTE_VERBALE)

    assert [code for code in found if code == "CON020"] == codes


@pytest.mark.parametrize(
    "foot", ["Encl. (2): Annex 1, Annex 2", "P.J. : annexe 1 ; annexe 2", "Encl.: Annex 1; Annex 2"]
)
def test_number_of_an_annex_is_no_count_of_annexes(foot: str) -> None:
    text = _with(papers.LETTER_EN, "Encl.: 2", foot)

    assert "CON062" not in _codes(text)


@pytest.mark.parametrize(("fourth", "codes"), [("3", []), ("4", ["CON030"])])
def test_numbers_in_brackets_are_followed_in_a_circular(fourth: str, codes: list[str]) -> None:
    text = f"(1) Passwords are changed.\n\n(2) Rooms are locked.\n\n({fourth}) Bags are kept.\n"

    found = _codes(text, Kind.CIRCULAR)

    assert [code for code in found if code.startswith("CON03")] == codes


def test_slip_in_the_list_of_annexes_is_told_there_too() -> None:
    text = _with(papers.LETTER_EN, "Encl.: 2", "Encl.: Annex 1, Annex 3")

    assert "CON061" in _codes(text)
    assert "CON061" not in _codes(_with(text, "Annex 3", "Annex 2"))


_BODY = "\n\n1. Six interpreters are needed for four days; the offers received are joined.\n"
_HEADS = {
    "en": "INTERNAL MEMORANDUM\n\nFrom: Rashid Mirza, Director of Conferences\nTo: Omar Sy, "
    "Director of Finance\nNumber: CON/MEM/2026/041\nDate: 4 May 2026\nSubject: Interpreters",
    "fr": "NOTE DE SERVICE\n\nDe : Rashid Mirza, Directeur des Conférences\nÀ : Omar Sy, "
    "Directeur des Finances\nCote : CON/NS/2026/63\nDate : 4 mai 2026\nObjet : Interprètes",
    "ar": "مذكرة داخلية\n\nمن: رشيد ميرزا، مدير إدارة المؤتمرات\nإلى: عمر سي، مدير الشؤون المالية\n"
    "الرمز: OIC/CON/2026/41\nالتاريخ: 4 مايو 2026\nالموضوع: المترجمون",
}


@pytest.mark.parametrize("language", list(_HEADS))
def test_memorandum_that_names_its_kind_and_sender_needs_no_letterhead(language: str) -> None:
    text = _HEADS[language] + _BODY + "\nRashid Mirza\n\nEncl.: 1\n"
    without = text.partition("\n\n")[2]

    assert "CON001" not in _codes(text, Kind.MEMORANDUM)
    assert "CON001" in _codes(without, Kind.MEMORANDUM)


@pytest.mark.parametrize("language", list(_HEADS))
def test_memorandum_that_closes_as_a_letter_needs_no_salutation(language: str) -> None:
    close = {"en": "With my kind regards,", "fr": "Veuillez croire à mes salutations,",
             "ar": "وتقبلوا فائق تحياتي،"}[language]  # fmt: skip
    text = f"{_HEADS[language]}{_BODY}\n{close}\n\nRashid Mirza\n\nEncl.: 1\n"

    assert "CON001" not in _codes(text, Kind.MEMORANDUM)
