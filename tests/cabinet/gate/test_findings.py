"""What the rules find in a submitted text, and what officers say of it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from cabinet.gate.actions import NewPaper, draft_paper, give_verdict, submit_paper, take_up_review
from cabinet.gate.actions.sheet import Objected, Said, Word, answer_finding, raise_objection
from cabinet.ledger.models import Event
from cabinet.registry.models import Item
from cabinet.registry.store import keep_file
from cabinet.resolutions.actions import (
    Standing,
    Told,
    enter_resolutions,
    record_directive,
)
from cabinet.resolutions.queries import papers_citing
from cabinet.review.models import Answer, Finding, Objection, Reading, Verdict
from cabinet.review.queries import open_stops
from cabinet.review.tallies import findings_by_unit, rules_in_use
from clearance.gate import NotAuthorised, Outdated
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Language, Outcome
from tests.cabinet.gate.steps import refused
from tests.cast import House

WRONG = "Excellency,\n\nThe meeting is on Monday, 3 June 2025, in Jeddah.\n\nWith respect."


def submitted(house: House, text: bytes | str = WRONG) -> Item:
    """A letter of the political desk with that text, under review."""
    data = text.encode() if isinstance(text, str) else text
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, house.unit("POL"), "A meeting",
        keep_file([data], name="letter.txt"),
        addressee=house.correspondent(AddresseeLevel.INSTITUTION),
    )  # fmt: skip
    item = draft_paper(new=new, by=house.duty("political-desk"), at=house.now())
    submit_paper(item=item, by=house.duty("political"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    return item


def weekday(item: Item) -> Finding:
    """The finding of the wrong weekday."""
    return Finding.objects.get(reading__revision__item=item, code="FIG001")


def said(finding: Finding, outcome: str, reason: str = "") -> Said:
    return Said(finding.reading.revision.no, finding.no, outcome, reason)


def test_submission_keeps_what_the_rules_found(house: House) -> None:
    item = submitted(house)

    reading = Reading.objects.get(revision__item=item)
    finding = weekday(item)
    assert reading.text[finding.begins : finding.ends] == "Monday"
    assert finding.suggestion == "Tuesday"
    assert "Tuesday" in finding.said
    assert "mardi" in finding.said
    assert Event.objects.filter(table="review_finding", row=finding.pk).count() == 1


def test_file_that_no_rule_reads_is_submitted_all_the_same(house: House) -> None:
    item = submitted(house, b"\x89PNG\r\n\x1a\n" + bytes(99))

    assert item.state == "under_review"
    assert Reading.objects.get(revision__item=item).fault == "RDG005"


def test_check_does_not_pass_over_a_stop_that_was_found(house: House) -> None:
    item = submitted(house)
    passes = Word(Check.FIGURES, Outcome.PASS)

    with refused("REV008"):
        give_verdict(
            item=item, revision_no=1, word=passes, by=house.duty("adviser"), at=house.now()
        )

    aside = said(weekday(item), "set_aside", "The invitation says so.")
    answer_finding(item=item, said=aside, by=house.duty("adviser"), at=house.now())
    give_verdict(item=item, revision_no=1, word=passes, by=house.duty("adviser"), at=house.now())
    assert Check.FIGURES not in open_stops(item.revisions.get())


def test_plain_sql_cannot_pass_over_a_stop_either(house: House) -> None:
    item = submitted(house)
    fine = Word(Check.PROCEDURE, Outcome.PASS)
    verdict = give_verdict(
        item=item, revision_no=1, word=fine, by=house.duty("adviser"), at=house.now()
    )
    columns = "revision_id, outcome, reason, kept_from_drafters, by_id, post_id, on_day, at"

    with pytest.raises(DatabaseError, match="REV008"), transaction.atomic():
        connection.cursor().execute(
            f"INSERT INTO review_verdict (check_no, {columns}) "
            f"SELECT 6, {columns} FROM review_verdict WHERE id = {verdict.pk}"
        )


def test_accepted_finding_does_not_let_the_check_pass(house: House) -> None:
    item = submitted(house)
    answer_finding(
        item=item, said=said(weekday(item), "accepted"), by=house.duty("adviser"), at=house.now()
    )

    assert Check.FIGURES in open_stops(item.revisions.get())


def test_answer_leaves_officer_reason_and_event(house: House) -> None:
    item = submitted(house)

    answer = answer_finding(
        item=item, said=said(weekday(item), "set_aside", " Printed so. "),
        by=house.duty("adviser"), at=house.now(),
    )  # fmt: skip

    assert (answer.by.username, answer.reason, answer.no) == ("adviser", "Printed so.", 1)
    assert Event.objects.filter(table="review_answer", row=answer.pk).count() == 1


def test_answer_is_refused_without_reason_by_others_and_on_an_old_revision(house: House) -> None:
    item = submitted(house)
    finding = weekday(item)
    adviser = house.duty("adviser")

    with refused("REV011"):
        answer_finding(item=item, said=said(finding, "set_aside", " "), by=adviser, at=house.now())
    with refused("REV014"):
        answer_finding(item=item, said=Said(1, 999, "accepted"), by=adviser, at=house.now())
    with pytest.raises(Outdated):
        answer_finding(item=item, said=Said(2, finding.no, "accepted"), by=adviser, at=house.now())
    with pytest.raises(NotAuthorised):
        answer_finding(
            item=item, said=said(finding, "accepted"), by=house.duty("political"), at=house.now()
        )
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("weight", "stops"), [("condition", True), ("advice", False), ("remark", False)]
)
def test_objection_stands_on_its_words_and_a_condition_is_a_stop(
    house: House, weight: str, stops: bool
) -> None:
    item = submitted(house)
    objected = Objected(Check.SENSITIVITY, weight, "Say it otherwise.", "in   Jeddah")

    objection = raise_objection(
        item=item, revision_no=1, objected=objected, by=house.duty("adviser"), at=house.now()
    )

    text = Reading.objects.get(revision__item=item).text
    assert text[objection.begins : objection.ends] == "in Jeddah"
    assert Verdict.objects.filter(check_no=7, outcome="stop").exists() is stops
    assert Event.objects.filter(table="review_objection", row=objection.pk).count() == 1


def test_objection_is_refused_when_it_says_nothing_or_quotes_what_is_not_there(
    house: House,
) -> None:
    item = submitted(house)
    adviser = house.duty("adviser")

    for code, objected in (
        ("REV013", Objected(Check.LANGUAGE, "advice", " ")),
        ("REV015", Objected(Check.LANGUAGE, "advice", "No.", "in Cairo")),
    ):
        with refused(code):
            raise_objection(item=item, revision_no=1, objected=objected, by=adviser, at=house.now())
    with pytest.raises(NotAuthorised):
        raise_objection(
            item=item, revision_no=1, objected=Objected(Check.LANGUAGE, "advice", "No."),
            by=house.duty("political"), at=house.now(),
        )  # fmt: skip
    assert not Objection.objects.exists()


def test_what_officers_set_aside_is_counted_by_rule_and_unit(house: House) -> None:
    item = submitted(house)
    answer_finding(
        item=item, said=said(weekday(item), "set_aside", "Printed so."),
        by=house.duty("adviser"), at=house.now(),
    )  # fmt: skip

    counted = rules_in_use()
    assert (counted["FIG001"].found, counted["FIG001"].set_aside) == (1, 1)
    assert counted["FIG001"].share_set_aside == 100
    assert findings_by_unit()[house.unit("POL").pk, Check.FIGURES].stops == 1


def test_resolution_and_directive_of_the_office_are_used_at_the_next_submission(
    house: House,
) -> None:
    adviser = house.duty("adviser")
    text = (
        "Organisation of Islamic Cooperation\n\nExcellency,\n\nPursuant to Resolution No. "
        "1/90-POL on Talks, the quay office is closed.\n"
    )
    before = {
        f.code for f in Finding.objects.filter(reading__revision__item=submitted(house, text))
    }
    told = [
        Told(ref="1/91-POL", titles={Language.ENGLISH: "on Talks"}),
        Told(ref="1/90-POL", titles={Language.ENGLISH: "on Talks"}, superseded_by="1/91-POL"),
    ]
    enter_resolutions(told=told, by=adviser, at=house.now())
    standing = Standing(
        ref="D-1", sentences={Language.ENGLISH: "The quay office is open."},
        subjects=["the quay office"], opposed=["is closed"], source="Council",
    )  # fmt: skip
    record_directive(standing=standing, by=adviser, at=house.now())

    item = submitted(house, text)

    after = {found.code for found in Finding.objects.filter(reading__revision__item=item)}
    assert {"PRO004", "PRO019"} <= after - before
    assert [each.pk for each in papers_citing("1/90-POL", adviser)][:1] == [item.pk]
