"""A power that the paper tells, or passes over, is held against its day and its price."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.review import Reviewer
from clearance.review.default_terms import ORGANISATION
from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, CONTEXT, DG, EN, FR, PARTS, SG, letter
from tests.clearance.review.test_lines_needed import _APPROVED, _CONTRACTS

_CASES = tomllib.loads(Path(__file__).with_name("powers_told.toml").read_text(encoding="utf-8"))
_REVIEWER = Reviewer(CONTEXT)
_ENDS = {
    EN: ("30 June 2025", "31 December 2025"), FR: ("30 juin 2025", "31 décembre 2025"),
    AR: ("30 يونيو 2025", "31 ديسمبر 2025"),
}  # fmt: skip
_AMOUNTS = {EN: ("40,000", "80,000", "60,000"), FR: ("40 000", "80 000", "60 000"),
            AR: ("40,000", "80,000", "60,000")}  # fmt: skip


def _cases(which: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for one in _CASES[which][tongue.value]]


def _told(text: str, language: Language, kind: Kind = Kind.LETTER) -> set[str]:
    found = _REVIEWER.review(text, kind=kind, language=language).findings
    return {one.code for one in found if one.level is not Level.NOTE}


def _letter(language: Language, **changes: str) -> str:
    return f"{ORGANISATION[language]}\n\n" + letter(language, **changes)


@pytest.mark.parametrize(("language", "clause"), _cases("delegation"))
def test_delegation_that_was_over_on_the_day_of_the_paper_is_told(
    language: Language, clause: str
) -> None:
    def told(end: str) -> set[str]:
        body = f"{clause.format(u=end)}, {PARTS[language]['body']}"
        return _told(_letter(language, body=body), language) & {"LEG001", "LEG046"}

    over, running = _ENDS[language]
    assert "LEG046" in told(over)
    assert told(running) == set()


@pytest.mark.parametrize(("language", "recital"), _cases("ceiling"))
def test_price_above_what_was_approved_or_delegated_is_told(
    language: Language, recital: str
) -> None:
    low, high, price = _AMOUNTS[language]
    contract = _CONTRACTS[language]
    first = {EN: "Article 1.", FR: "Article 1.", AR: "المادة 1:"}[language]
    for small in ("4,000", "4 000"):
        contract = contract.replace(small, price)

    def told(amount: str) -> bool:
        text = contract.replace(first, f"{recital.format(c=amount)};\n\n{first}", 1)
        return "LEG047" in _told(text + _APPROVED[language], language, Kind.CONTRACT)

    assert told(low)
    assert not told(high)


def _with(language: Language, sentence: str) -> str:
    return _letter(language, body=f"{PARTS[language]['body']}\n\n{sentence}")


@pytest.mark.parametrize(("language", "sentence"), _cases("passed_over"))
def test_sentence_by_which_who_is_to_allow_is_passed_over_is_told(
    language: Language, sentence: str
) -> None:
    assert "LEG045" in _told(_with(language, sentence), language)


@pytest.mark.parametrize(("language", "sentence"), _cases("not_passed_over"))
def test_what_is_wanting_elsewhere_or_is_a_rule_is_not(language: Language, sentence: str) -> None:
    assert "LEG045" not in _told(_with(language, sentence), language)


@pytest.mark.parametrize(("language", "line"), _cases("given"))
def test_remark_beside_an_approval_takes_nothing_from_it(language: Language, line: str) -> None:
    told = _told(_letter(language, approval=line), language)

    assert told & {"LEG030", "LEG033", "LEG034", "LEG037", "LEG045"} == set()


@pytest.mark.parametrize(("language", "layout"), _cases("signed_for"))
def test_who_signs_is_known_however_the_name_is_led_to(language: Language, layout: str) -> None:
    def told(officer: object) -> set[str]:
        known = SG if officer is SG else DG
        signer = layout.format(n=known.names[language], p=known.titles[language])
        text = _letter(language, signer=signer, post="")
        return _told(text, language) & {"LEG021", "LEG026"}

    assert told(SG) == set()
    assert told(DG) == {"LEG021"}
