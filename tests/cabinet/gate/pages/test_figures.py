"""The review in figures: by check, department and rule, in a period, on a page and as files."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

import pytest

from cabinet.gate.actions import give_verdict, return_paper, set_stop_aside
from cabinet.gate.actions.sheet import Said, Word, answer_finding, read_again
from cabinet.registry.models import Item
from cabinet.review.models import Finding
from cabinet.review.tallies import Period, findings_by_check, rules_in_use
from cabinet.terminology.actions import Wording, propose_edition
from clearance.terms import Check, Language, Outcome
from tests.cabinet.gate.pages.conftest import At
from tests.cabinet.review.letters import under_review
from tests.cast import House

TEXT = "Excellency,\n\nThe meeting was on Monday, 3 June 2025.\n"


def answered(house: House, outcome: str = "set_aside", reason: str = "Printed so.") -> Item:
    """A text under review whose wrong weekday an adviser spoke on."""
    item = under_review(house, TEXT)
    no = Finding.objects.get(reading__revision__item=item, code="FIG001").no
    said = Said(1, no, outcome, reason)
    answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())
    return item


def overridden(house: House, reason: str = "I answer for it.") -> Item:
    """A text on which the Director-General set a stop aside in writing."""
    item = under_review(house, TEXT)
    word = Word(Check.SENSITIVITY, Outcome.STOP, "The name.")
    give_verdict(item=item, revision_no=1, word=word, by=house.duty("adviser"), at=house.now())
    set_stop_aside(
        item=item, revision_no=1, check=Check.SENSITIVITY, reason=reason, by=house.duty("dg"),
        at=house.now(),
    )  # fmt: skip
    return item


def table(at: At, name: str, who: str = "dg", query: str = "") -> list[list[str]]:
    """Return the rows of a file without its head."""
    answer = at(who).get(f"/rules/{name}.csv{query}")
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]  # a stream
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1:]


def test_checks_and_departments_are_counted(house: House, at: At) -> None:
    item = answered(house)
    overridden(house)
    word = Word(Check.FIGURES, Outcome.STOP, "The day is wrong.")
    give_verdict(item=item, revision_no=1, word=word, by=house.duty("adviser"), at=house.now())
    return_paper(item=item, reason="Mend it.", by=house.duty("adviser"), at=house.now())

    checks = table(at, "checks")
    [unit] = table(at, "units")

    assert [row[1:] for row in checks][5:] == [
        ["2", "2", "0", "1", "1", "0", "1"],
        ["0", "0", "0", "0", "1", "1", "0"],
    ]
    assert unit[0] == "Department of Political Affairs"
    assert unit[1] == "2"
    assert unit[7] == "2"
    assert unit[-4:] == ["2", "1", "1", "1"]


def test_rule_that_is_often_set_aside_stands_out(house: House, at: At) -> None:
    for _number in range(3):
        answered(house)
    few = at("dg").get("/rules/").content.decode()
    answered(house, "accepted", "")

    page = at("dg").get("/rules/").content.decode()

    assert "row-urgent" not in few
    assert page.count("row-urgent") == 1
    tally = rules_in_use()["FIG001"]
    assert (tally.found, tally.set_aside, tally.accepted, tally.share_set_aside) == (4, 3, 1, 75)


def test_page_of_a_rule_shows_why_it_was_set_aside(house: House, at: At) -> None:
    answered(house, reason="The invitation says so.")

    page = at("dg").get("/rules/FIG001/").content.decode()

    assert "The invitation says so." in page
    assert "Nadia Mansour" in page
    assert at("dg").get("/rules/XXX999/").status_code == 404


def test_overrides_are_listed_with_both_reasons(house: House, at: At) -> None:
    overridden(house)

    [row] = table(at, "overrides")

    assert row[2:] == [
        "Department of Political Affairs", "Political sensitivity", "The name.",
        "Salim Al-Hadrami", "I answer for it.",
    ]  # fmt: skip
    assert "I answer for it." in at("dg").get("/rules/").content.decode()


def test_no_cell_of_a_file_is_a_formula(house: House, at: At) -> None:
    overridden(house, "=HYPERLINK(1)")

    [row] = table(at, "overrides")

    assert row[-1] == "'=HYPERLINK(1)"


def test_period_bounds_what_is_counted(house: House, at: At) -> None:
    answered(house)
    today = house.duty("dg").on
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)

    assert findings_by_check(Period(today, today))[Check.FIGURES].found == 1
    assert findings_by_check(Period(tomorrow, None)) == {}
    assert findings_by_check(Period(None, yesterday)) == {}
    assert table(at, "rules", query=f"?since={tomorrow}") == []
    assert len(table(at, "rules", query=f"?since={today}&until={today}")) > 0


def test_period_that_cannot_be_read_is_told_and_all_time_is_shown(house: House, at: At) -> None:
    answered(house)

    page = at("dg").get("/rules/?since=2026-02-01&until=2026-01-01").content.decode()
    answer = at("dg").get("/rules/rules.csv?since=yesterday")

    assert "The last day is before the first" in page
    assert "FIG001" in page
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/rules/?since=yesterday"


def test_finding_read_again_is_counted_once(house: House) -> None:
    item = under_review(house, TEXT)
    told = Wording(avoid={Language.ENGLISH: ("the meeting",)}, level="note", source="Decision 1")
    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())

    read_again(item=item, revision_no=1, by=house.duty("adviser"), at=house.now())

    assert Finding.objects.filter(code="FIG001").count() == 2
    assert rules_in_use()["FIG001"].found == 1


@pytest.mark.parametrize("who", ["political", "legal", "clerk", "sg", "auditor", "system"])
@pytest.mark.parametrize("path", ["/rules/", "/rules/FIG001/", "/rules/rules.csv"])
def test_figures_are_the_cabinet_s(house: House, at: At, who: str, path: str) -> None:
    assert at(who).get(path).status_code == 403


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_figures_speak_the_officer_s_language(
    house: House, at: At, language: str, way: str
) -> None:
    answered(house)

    page = at("dg", language).get("/rules/").content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page
    assert re.search(r"<code>FIG001</code>", page)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["From the day", "Set aside", "The mandate of the Cabinet, second check"]),
        ("fr", ["À partir du", "<dt>Écartées</dt>", "Mandat du Cabinet"]),
        ("ar", ["من تاريخ", "<dt>المستبعدة</dt>", "ديوان"]),
    ],
)
def test_page_of_a_rule_has_its_labels_and_source_in_the_language(
    house: House, at: At, language: str, told: list[str]
) -> None:
    page = at("dg", language).get("/rules/LEG001/").text

    assert [each for each in told if each not in page] == []
    assert ("The mandate of the Cabinet" in page) is (language == "en")
    assert "Expéditeur" not in page
