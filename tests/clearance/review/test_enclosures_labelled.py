"""Lines of enclosures under other labels, and lists whose items bear a Roman number or a letter."""

from __future__ import annotations

import pytest

from clearance.review import Level, Reviewer
from clearance.terms import Check, Language
from tests.clearance.review.letters import AR, CONTEXT, EN, FR, PARTS, letter

_OFFICE = Reviewer(CONTEXT)
_CASES = [
    (EN, "The plan is in Annex I and the list in Annex II.",
     "Annexes: I. Plan\n         {}. List", "II", "III"),
    (EN, "The plan is in Annex 1 and the list in Annex {}.",
     "Herewith: Annex 1 (plan) and Annex 2 (list)", "2", "3"),
    (FR, "Le plan (pièce n° 1) et la liste (pièce n° {}) sont joints.", "P.J. : 2 pièces",
     "2", "3"),
    (FR, "Le plan est à l'annexe 1 et la liste à l'annexe {}.",
     "Ci-joint : annexe 1 (plan) et annexe 2 (liste)", "2", "3"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "طيه: المرفق الأول (المخطط) والمرفق الثاني (القائمة)", "الثاني", "الثالث"),
    (EN, "The plan is in Annex 1 and the list in Annex {}.",
     "Number of enclosures: 2 – Annex 1 and Annex 2", "2", "3"),
    (FR, "Le plan est à l'annexe 1 et la liste à l'annexe {}.",
     "Nombre de pièces jointes : 2 – annexe 1 et annexe 2", "2", "3"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "المرافقات: مرفقان (المرفق الأول، المرفق الثاني)", "الثاني", "الثالث"),
    (AR, "ويرد المخطط في المرفق الأول والقائمة في المرفق {}.",
     "المرفقات (عدد ٢): المرفق الأول والمرفق الثاني", "الثاني", "الثالث"),
    (EN, "The plan is in Schedule 1, the list in Schedule {}.",
     "Appended: Schedule 1; Schedule 2\ncc: Legal Affairs", "2", "4"),
    (EN, "Tables A and {} complete the text.", "Appended: Table A; Table B", "B", "D"),
    (EN, "Exhibit 1 shows the plan and Exhibit {} the list.", "With: Exhibit 1; Exhibit 2",
     "2", "4"),
    (EN, "The plan is at Flag A, the list at Flag {}.", "Flag A: plan\nFlag B: list", "B", "E"),
    (FR, "L'additif I donne le plan, l'additif {} la liste.", "Additifs : I et II", "II", "IV"),
    (FR, "L'annexe 1 donne le plan, l'annexe {} la liste.",
     "Avec deux annexes : annexe 1 et annexe 2", "2", "4"),
    (AR, "المخطط في المستند 1 والقائمة في المستند {}.", "المستندات: المستند 1 والمستند 2",
     "2", "4"),
    (AR, "المخطط في الملحق 1 والقائمة في الملحق {}.", "مع الملحق 1 والملحق 2", "2", "4"),
    (FR, "Le plan est au tableau A et la liste au tableau {}.", "Joints : tableau A ; tableau B",
     "B", "E"),
    (AR, "المخطط في الضميمة الأولى والقائمة في الضميمة {}.",
     "الضميمة الأولى: المخطط\nالضميمة الثانية: القائمة\nصورة إلى: مكتب القيد",
     "الثانية", "الرابعة"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "told_in_text", "line", "right", "wrong"), _CASES)
def test_enclosures_agree_under_any_label(
    language: Language, told_in_text: str, line: str, right: str, wrong: str
) -> None:
    def told(label: str) -> set[str]:
        body = f"{PARTS[language]['body']}\n\n{told_in_text.replace('{}', label)}"
        text = letter(language, body=body) + "\n" + line.replace("{}", label) + "\n"
        return {
            one.code
            for one in _OFFICE.review(text, language=language).findings
            if one.check is Check.CONFORMITY
            and one.code >= "CON030" and one.level >= Level.WARN
        }  # fmt: skip

    assert told(right) == set()
    assert told(wrong) != set()


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        (EN, "The plan is in Annex 1 and the list in Annex 2.",
         "Annexes: a total of {} - Annex 1; Annex 2"),
        (FR, "Le plan est à l'annexe 1 et la liste à l'annexe 2.",
         "P.J. : au nombre de {} – annexe 1 ; annexe 2"),
        (AR, "ويرد المخطط في الملحق الأول والقائمة في الملحق الثاني.",
         "الملاحق: عددها ({}) – الملحق الأول؛ الملحق الثاني"),
    ],
)  # fmt: skip
def test_count_that_a_word_announces_is_a_count(language: Language, said: str, line: str) -> None:
    def told(count: str) -> bool:
        body = f"{PARTS[language]['body']} {said}"
        text = letter(language, body=body) + "\n" + line.replace("{}", count) + "\n"
        return "CON062" in {one.code for one in _OFFICE.review(text, language=language).findings}

    assert not told("2")
    assert told("5")


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        (EN, "The plan is in Annex 1 and the list in Annex 2.", "Attachments (1): Annex 1"),
        (FR, "Le plan est à l'annexe 1 et la liste à l'annexe 2.", "P.J. : 1 - annexe 1"),
        (AR, "ويرد المخطط في الملحق الأول والقائمة في الملحق الثاني.",
         "طيه عدد 1 من الملاحق: الملحق الأول"),
    ],
)  # fmt: skip
def test_list_that_was_cut_short_is_told_at_the_list_too(
    language: Language, said: str, line: str
) -> None:
    text = letter(language, body=f"{PARTS[language]['body']} {said}") + f"\n{line}\n"
    found = _OFFICE.review(text, language=language).findings
    told = {one.code: text[one.start : one.end] for one in found if one.code.startswith("CON06")}

    assert {"CON060", "CON062"} <= told.keys()
    assert line in told["CON062"]


_HEAD = "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nRef.: OIC/CAB/POL/2025/0012\n"


def test_letter_with_all_else_lists_the_two_annexes_that_it_cites() -> None:
    cited = f"{PARTS[EN]['body']} The plan is reproduced in Annex 1 and the list in Annex 2."
    text = _HEAD + letter(EN, body=cited)

    def told(paper: str) -> list[Level]:
        return [one.level for one in _OFFICE.review(paper).findings if one.code == "CON064"]

    assert told(text) == [Level.WARN]
    assert told(text + "\nEncl.: Annex 1 and Annex 2\n") == []
    assert told(text.replace("Annex 1", "the hall").replace("Annex 2", "the hall")) == []
    assert told(text.partition("Approved by")[0]) == []
