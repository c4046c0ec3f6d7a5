"""A text is read again when a register changed; verdicts stay, and officers' words hold on."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from cabinet.gate.actions import clear_paper, give_verdict, return_paper, set_stop_aside
from cabinet.gate.actions.sheet import Said, Word, answer_finding, read_again
from cabinet.ledger.models import Event
from cabinet.registry.models import Item
from cabinet.review.models import Answer, Finding, Reading, Verdict
from cabinet.review.queries import findings_of, open_stops, suggestions_on
from cabinet.terminology.actions import Wording, propose_edition
from clearance.gate import NotAuthorised, NotInState, Outdated
from clearance.terms import Check, Language, Outcome
from tests.cabinet.gate.steps import pass_all, refused
from tests.cabinet.review.letters import submitted, under_review
from tests.cast import House

TEXT = "Excellency,\n\nThe quay parley was recieved on Tuesday, 3 June 2025.\n"


def term(house: House, *, level: str = "stop", words: str = "quay parley") -> None:
    """The Director-General enters a term; the next review goes by it."""
    told = Wording(
        avoid={Language.ENGLISH: (words,)}, right={Language.ENGLISH: "talks at the quay"},
        level=level, source="Decision 1",
    )  # fmt: skip
    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())


def again(house: House, item: Item, who: str = "adviser", no: int = 1) -> Reading | None:
    return read_again(item=item, revision_no=no, by=house.duty(who), at=house.now())


def test_nothing_is_recorded_where_nothing_changed(house: House) -> None:
    item = under_review(house, TEXT)

    assert again(house, item) is None
    assert Reading.objects.filter(revision__item=item).count() == 1


def test_new_term_is_found_in_the_new_reading_which_says_who_asked(house: House) -> None:
    item = under_review(house, TEXT)
    term(house)

    reading = again(house, item)

    assert reading is not None
    assert reading.asked_by == house.officers["adviser"]
    assert reading.findings.filter(code="POL001", suggestion="talks at the quay").count() == 1
    assert Event.objects.filter(table="review_reading", row=reading.pk).count() == 1


def test_word_on_a_finding_holds_in_the_new_reading(house: House) -> None:
    item = under_review(house, TEXT)
    slip = Finding.objects.get(reading__revision__item=item, code="LNG001")
    said = Said(1, slip.no, "set_aside", "A quotation.")
    answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())
    term(house)

    again(house, item)

    shown = findings_of(item.revisions.get(), language="en", inner=True)
    told = {each.finding.code: each.answer for each in shown}
    assert told["LNG001"] is not None
    assert told["LNG001"].reason == "A quotation."
    assert told["POL001"] is None
    newest = Finding.objects.filter(reading__revision__item=item, code="LNG001").latest("pk")
    assert newest.first == slip


def test_new_word_on_a_finding_of_the_new_reading_hangs_on_the_first(house: House) -> None:
    item = under_review(house, TEXT)
    first = Finding.objects.get(reading__revision__item=item, code="LNG001")
    term(house)
    reading = again(house, item)
    assert reading is not None

    no = reading.findings.get(code="LNG001").no
    said = Said(1, no, "accepted")
    answer = answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())

    assert answer.finding == first


def test_verdicts_stay_and_one_that_passes_lapses_where_a_stop_is_found(house: House) -> None:
    item = under_review(house, TEXT)
    pass_all(house, item)
    term(house)

    again(house, item)

    assert Verdict.objects.filter(revision__item=item).count() == 7
    assert open_stops(item.revisions.get()) == {Check.SENSITIVITY}
    with refused("GAT014"):
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())


def test_plain_sql_clears_no_text_with_a_stop_found_since_its_verdicts(house: House) -> None:
    item = under_review(house, TEXT)
    pass_all(house, item)
    term(house)
    again(house, item)
    verdict = Verdict.objects.filter(revision__item=item).latest("pk")

    with pytest.raises(DatabaseError, match="GAT014"), transaction.atomic():
        connection.cursor().execute(
            "INSERT INTO gate_clearance (revision_id, sha256, by_id, post_id, on_day, at) "
            "SELECT v.revision_id, r.sha256, v.by_id, v.post_id, v.on_day, v.at "
            "FROM review_verdict AS v JOIN registry_revision AS r ON r.id = v.revision_id "
            "WHERE v.id = %s",
            [verdict.pk],
        )


def test_lapsed_verdict_is_given_again_once_the_finding_is_set_aside(house: House) -> None:
    item = under_review(house, TEXT)
    pass_all(house, item)
    term(house)
    reading = again(house, item)
    assert reading is not None

    no = reading.findings.get(code="POL001").no
    said = Said(1, no, "set_aside", "The other side's word.")
    answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())

    clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    assert item.state == "cleared"


def test_stop_that_the_director_general_set_aside_stays_set_aside(house: House) -> None:
    item = under_review(house, TEXT)
    pass_all(house, item, but=(Check.SENSITIVITY,))
    word = Word(Check.SENSITIVITY, Outcome.STOP, "The name.")
    give_verdict(item=item, revision_no=1, word=word, by=house.duty("adviser"), at=house.now())
    set_stop_aside(
        item=item, revision_no=1, check=Check.SENSITIVITY, reason="I answer for it.",
        by=house.duty("dg"), at=house.now(),
    )  # fmt: skip
    term(house)

    again(house, item)

    clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    assert item.state == "cleared"


def test_only_the_cabinet_has_a_text_read_again_while_it_waits(house: House) -> None:
    item = submitted(house, TEXT)
    term(house)

    with pytest.raises(NotAuthorised):
        again(house, item, "political")
    with pytest.raises(Outdated):
        again(house, item, no=2)
    assert again(house, item) is not None
    return_paper(item=item, reason="Not yet.", by=house.duty("adviser"), at=house.now())
    with pytest.raises(NotInState):
        again(house, item)


@pytest.mark.parametrize(("state", "asked"), [("returned", "asked"), ("under_review", "nobody")])
def test_plain_sql_adds_no_reading_of_its_own(house: House, state: str, asked: str) -> None:
    item = under_review(house, TEXT)
    if state == "returned":
        return_paper(item=item, reason="Not yet.", by=house.duty("adviser"), at=house.now())
    by = house.officers["adviser"].pk if asked == "asked" else None

    with pytest.raises(DatabaseError, match="REV016"), transaction.atomic():
        connection.cursor().execute(
            "INSERT INTO review_reading "
            "(revision_id, asked_by_id, text, language, reliable, fault, rules, at) "
            "SELECT revision_id, %s, '', 'en', reliable, '', 'x', at FROM review_reading "
            "WHERE revision_id = %s",
            [by, item.revisions.get().pk],
        )


def test_plain_sql_lets_no_finding_inherit_another_s_word(house: House) -> None:
    item = under_review(house, TEXT)
    slip = Finding.objects.get(reading__revision__item=item, code="LNG001")
    said = Said(1, slip.no, "set_aside", "A quotation.")
    answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())
    term(house)
    reading = again(house, item)
    assert reading is not None
    columns = (
        "reading_id, check_no, level, begins, ends, said, suggestion, source, kept_from_drafters"
    )

    with pytest.raises(DatabaseError, match="REV017"), transaction.atomic():
        connection.cursor().execute(
            f"INSERT INTO review_finding (no, code, first_id, {columns}) "
            f"SELECT 99, 'POL001', %s, {columns} FROM review_finding WHERE id = %s",
            [slip.pk, reading.findings.get(code="POL001").pk],
        )


def test_text_returned_with_suggestions_has_them_to_be_mended_in_one_act(house: House) -> None:
    item = under_review(house, TEXT)
    [slip] = suggestions_on(item)

    return_paper(
        item=item, reason="Mend it.", mend=[slip.finding.no], by=house.duty("adviser"),
        at=house.now(),
    )  # fmt: skip

    assert item.state == "returned"
    assert Answer.objects.get().outcome == "accepted"


def test_refused_return_leaves_no_word_on_a_finding(house: House) -> None:
    item = under_review(house, TEXT)
    [slip] = suggestions_on(item)

    with refused("GAT010"):
        return_paper(
            item=item, reason=" ", mend=[slip.finding.no], by=house.duty("adviser"),
            at=house.now(),
        )  # fmt: skip
    assert not Answer.objects.exists()
