"""An approval that a sentence tells counts as one, and is measured as one."""

from __future__ import annotations

import pytest

from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, EN, FINANCE, FR, PARTS, SG, findings, letter

_SAID = {
    EN: "This reply is sent with the prior authorisation of the {p}, granted on {d} under No. 8.",
    FR: "La présente lettre a reçu l'agrément du {p} en date du {d}, sous le n° 8 du registre.",
    AR: "ويصدر هذا الخطاب بعد موافقة {p} المؤرخة {d} والمقيدة في السجل العام.",
}
_BEFORE = {EN: "10 October 2025", FR: "10 octobre 2025", AR: "10 أكتوبر 2025"}
_LATER = {EN: "20 October 2025", FR: "20 octobre 2025", AR: "20 أكتوبر 2025"}
_PAID = {
    EN: "The contribution amounts to USD 12,000.",
    FR: "La contribution s'élève à 12 000 dollars des États-Unis.",
    AR: "وتبلغ المساهمة 12,000 دولار.",
}
_TONGUES = (EN, FR, AR)


def _levels(text: str) -> dict[str, Level]:
    return {one.code: one.level for one in findings(text, Check.LEGAL_BASIS, kind=Kind.LETTER)}


def _with(language: Language, post: str, day: str) -> str:
    said = _SAID[language].format(p=post, d=day)
    return letter(language, approval="", body=f"{PARTS[language]['body']}\n\n{said}")


@pytest.mark.parametrize("language", _TONGUES)
def test_sentence_that_tells_who_allowed_the_paper_is_enough(language: Language) -> None:
    told = _levels(_with(language, SG.titles[language], _BEFORE[language]))

    assert not told.keys() & {"LEG030", "LEG031", "LEG033", "LEG037"}


@pytest.mark.parametrize("language", _TONGUES)
def test_post_without_the_power_cannot_allow_it(language: Language) -> None:
    assert "LEG031" in _levels(_with(language, FINANCE.titles[language], _BEFORE[language]))


@pytest.mark.parametrize("language", _TONGUES)
def test_it_is_told_that_the_paper_was_allowed_after_its_day(language: Language) -> None:
    assert "LEG033" in _levels(_with(language, SG.titles[language], _LATER[language]))


@pytest.mark.parametrize("language", _TONGUES)
def test_line_is_missed_where_his_letter_pays(language: Language) -> None:
    body = PARTS[language]["body"]
    paying = _levels(letter(language, approval="", body=f"{body}\n\n{_PAID[language]}"))

    assert paying["LEG030"] is Level.WARN
