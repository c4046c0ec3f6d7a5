"""What a draft leaves to be filled in is found; a form, and a place for ink, are left alone."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR, letter

_LEFT = {
    EN: (
        "Replies are to be sent to [address to be inserted] by 4 May 2026.",
        "The contribution amounts to USD XXX for the year.",
        "The delegation will be led by XXXX and will arrive on Sunday.",
        "The meeting will be held on xx/xx/2026 at headquarters.",
        "The hall on the ground floor ........ will be used by the experts.",
        "Requests go to the focal point, [name], before the meeting.",
    ),
    FR: (
        "Les réponses seront adressées à [adresse à préciser] avant le 4 mai 2026.",
        "La contribution s'élève à USD XXX pour l'année.",
        "La réunion se tiendra dans la salle (à compléter) du siège.",
        "La réunion se tiendra le XX mars 2026 au siège.",
        "Le courrier sera remis à M. Sow au ________ avant la réunion des experts.",
        "La séance sera ouverte par <insérer la qualité de l'orateur>.",
        "Les bagages seront portés à la gare de [●] la veille.",
    ),
    AR: (
        "ترسل الردود إلى العنوان (يستكمل لاحقا) قبل 4 مايو 2026.",
        "يعقد الاجتماع في قاعة [اسم القاعة] بمقر الأمانة العامة.",
        "وتودع الوثائق لدى [أضف الجهة] قبل السفر.",
        "وتخصم المبالغ من الباب (.....) من الميزانية المعتمدة لهذا العام.",
        "وتوجه الإشعارات إلى السيد سامي على العنوان ........ في مدينة جدة.",
    ),
}
_WHOLE = {
    EN: (
        "The XXth session and Chapter XX of the budget [see Annex II] are mentioned.",
        "The minister said: “We will ... act” (emphasis added).",
        "Agenda ........................ 4",
    ),
    FR: ("Le tarif [*] est celui de 2025.",
         "Le chapitre XX du budget [voir annexe II] est cité (souligné par nous).",
         "Ordre du jour ........................ 4"),
    AR: ("ورد ذلك في الفصل العشرين [انظر المرفق الثاني] من الميزانية.",),
}  # fmt: skip


def _told(reviewer: Reviewer, text: str, language: Language) -> bool:
    found = reviewer.review(text, kind=Kind.LETTER, language=language).findings
    return any(one.code == "CON065" for one in found)


@pytest.mark.parametrize(
    ("language", "sentence"), [(tongue, one) for tongue, all_ in _LEFT.items() for one in all_]
)
def test_place_that_was_to_be_filled_in_is_found(
    reviewer: Reviewer, language: Language, sentence: str
) -> None:
    assert _told(reviewer, letter(language, body=sentence), language)


@pytest.mark.parametrize(
    ("language", "sentence"), [(tongue, one) for tongue, all_ in _WHOLE.items() for one in all_]
)
def test_numeral_a_reference_and_a_leader_are_none(
    reviewer: Reviewer, language: Language, sentence: str
) -> None:
    assert not _told(reviewer, letter(language, body=sentence), language)


def test_form_and_place_for_ink_are_meant_to_be_empty(reviewer: Reviewer) -> None:
    form = "\n".join(f"{n}. The applicant, [name], of [address], asks for leave." for n in range(9))
    ink = "Read and agreed. Signature of the head of department: ______ Date: ______"

    assert not _told(reviewer, letter(EN, body=form), EN)
    assert not _told(reviewer, letter(EN, body=ink), EN)
