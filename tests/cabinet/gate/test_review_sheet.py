"""The review sheet: seven verdicts on each revision, and a stop set aside in writing."""

from __future__ import annotations

import pytest

from cabinet.gate.actions import (
    NewPaper,
    clear_paper,
    draft_paper,
    give_verdict,
    return_paper,
    revise_paper,
    set_stop_aside,
    submit_paper,
    take_up_review,
)
from cabinet.gate.actions.outgoing import NewRevision
from cabinet.gate.actions.sheet import Word
from cabinet.ledger.models import Event
from cabinet.registry.models import Item
from cabinet.review.models import Override, Verdict
from clearance.gate import FourEyes, NotAuthorised, NotInState, Outdated
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome
from tests.cabinet.gate.steps import outgoing, pass_all, refused, stop
from tests.cast import House, paper

PASSES = Word(Check.LANGUAGE, Outcome.PASS)


@pytest.fixture
def sheet(house: House) -> Item:
    """A text under review."""
    return outgoing(house, "under_review")


def from_the_cabinet(house: House, *drafters: str) -> Item:
    """A text that officers of the Cabinet wrote, under review by another adviser."""
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, house.unit("CAB"), "From the Cabinet", paper(),
        addressee=house.correspondent(AddresseeLevel.INSTITUTION),
    )  # fmt: skip
    item = draft_paper(new=new, by=house.duty(drafters[0]), at=house.now())
    for drafter in drafters[1:]:
        revision = NewRevision(paper(drafter))
        revise_paper(item=item, new=revision, by=house.duty(drafter), at=house.now())
    submit_paper(item=item, by=house.duty("dg"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    return item


def test_verdict_leaves_officer_post_day_and_event(house: House, sheet: Item) -> None:
    verdict = give_verdict(
        item=sheet, revision_no=1, word=PASSES, by=house.duty("adviser"), at=house.now()
    )

    assert verdict.by.username == "adviser"
    assert verdict.post.role == "cabinet_adviser"
    assert Event.objects.filter(table="review_verdict", row=verdict.pk).count() == 1


def test_newest_verdict_on_a_check_counts(house: House, sheet: Item) -> None:
    pass_all(house, sheet)
    stop(house, sheet, Check.LANGUAGE)
    with refused("GAT015"):
        clear_paper(item=sheet, by=house.duty("adviser"), at=house.now())

    pass_all(house, sheet, but=tuple(set(Check) - {Check.LANGUAGE}), by="adviser2")
    clear_paper(item=sheet, by=house.duty("adviser"), at=house.now())

    assert sheet.state == "cleared"
    assert Verdict.objects.filter(revision__item=sheet).count() == 9


@pytest.mark.parametrize("outcome", [Outcome.STOP, Outcome.NOT_APPLICABLE])
def test_verdict_other_than_pass_is_explained(house: House, sheet: Item, outcome: Outcome) -> None:
    with refused("REV003"):
        give_verdict(
            item=sheet,
            revision_no=1,
            word=Word(Check.LANGUAGE, outcome, "  "),
            by=house.duty("adviser"),
            at=house.now(),
        )


@pytest.mark.parametrize("who", ["political", "legal", "sg", "registry", "auditor", "system"])
def test_verdict_by_anybody_but_the_cabinet_is_refused(house: House, sheet: Item, who: str) -> None:
    with refused("GAT002") as caught:
        give_verdict(item=sheet, revision_no=1, word=PASSES, by=house.duty(who), at=house.now())

    assert isinstance(caught.value, NotAuthorised)
    assert str(caught.value).startswith(
        "None of the posts that you hold today may do this: Give a verdict. (GAT002)"
        " Ask one of these: Adviser of the Cabinet"
    )


@pytest.mark.parametrize("state", ["draft", "submitted", "cleared", "signed"])
def test_verdict_on_a_text_not_under_review_is_refused(house: House, state: str) -> None:
    item = outgoing(house, state)

    with refused("REV001") as caught:
        give_verdict(item=item, revision_no=1, word=PASSES, by=house.duty("dg"), at=house.now())

    assert isinstance(caught.value, NotInState)


def test_verdict_on_an_older_revision_is_outdated(house: House, sheet: Item) -> None:
    return_paper(item=sheet, reason="Dates.", by=house.duty("adviser"), at=house.now())
    new = NewRevision(paper("Better."))
    revise_paper(item=sheet, new=new, by=house.duty("political-desk"), at=house.now())
    submit_paper(item=sheet, by=house.duty("political"), at=house.now())
    take_up_review(item=sheet, by=house.duty("adviser"), at=house.now())

    with refused("REV007") as caught:
        give_verdict(
            item=sheet, revision_no=1, word=PASSES, by=house.duty("adviser"), at=house.now()
        )

    assert isinstance(caught.value, Outdated)


def test_verdict_by_the_drafter_of_any_revision_is_refused(house: House) -> None:
    item = from_the_cabinet(house, "dg", "adviser2")

    for drafter in ("dg", "adviser2"):
        with refused("GAT016") as caught:
            give_verdict(
                item=item, revision_no=2, word=PASSES, by=house.duty(drafter), at=house.now()
            )
        assert isinstance(caught.value, FourEyes)


def set_aside(house: House, item: Item, who: str, reason: str = "I answer for it.") -> Override:
    return set_stop_aside(
        item=item,
        revision_no=item.revisions.count(),
        check=Check.SENSITIVITY,
        reason=reason,
        by=house.duty(who),
        at=house.now(),
    )


def test_stop_set_aside_by_the_director_general_lets_the_text_be_cleared(
    house: House, sheet: Item
) -> None:
    pass_all(house, sheet, but=(Check.SENSITIVITY,))
    stop(house, sheet)

    override = set_aside(house, sheet, "dg")

    assert (override.by.username, override.reason) == ("dg", "I answer for it.")
    assert Event.objects.filter(table="review_override", row=override.pk).count() == 1
    clear_paper(item=sheet, by=house.duty("adviser"), at=house.now())
    assert sheet.state == "cleared"


@pytest.mark.parametrize("who", ["adviser", "sg", "political", "asg", "system"])
def test_stop_is_set_aside_by_nobody_else(house: House, sheet: Item, who: str) -> None:
    stop(house, sheet)

    with refused("GAT002"):
        set_aside(house, sheet, who)


def test_stop_is_set_aside_in_writing_only(house: House, sheet: Item) -> None:
    stop(house, sheet)

    with refused("REV006"):
        set_aside(house, sheet, "dg", reason=" ")


def test_stop_that_does_not_stand_is_not_set_aside(house: House, sheet: Item) -> None:
    with refused("REV004"):
        set_aside(house, sheet, "dg")


def test_stop_is_not_set_aside_twice(house: House, sheet: Item) -> None:
    stop(house, sheet)
    set_aside(house, sheet, "dg")

    with refused("REV004"):
        set_aside(house, sheet, "dg")


def test_new_stop_after_one_was_set_aside_stands_again(house: House, sheet: Item) -> None:
    pass_all(house, sheet)
    stop(house, sheet)
    set_aside(house, sheet, "dg")

    stop(house, sheet)

    with refused("GAT015"):
        clear_paper(item=sheet, by=house.duty("adviser"), at=house.now())


def test_stop_on_a_text_of_the_director_general_is_not_his_to_set_aside(house: House) -> None:
    item = from_the_cabinet(house, "dg")
    stop(house, item)

    with refused("GAT016"):
        set_aside(house, item, "dg")


def test_override_lapses_with_its_revision(house: House, sheet: Item) -> None:
    pass_all(house, sheet)
    stop(house, sheet)
    set_aside(house, sheet, "dg")
    new = NewRevision(paper("Better."))
    revise_paper(item=sheet, new=new, by=house.duty("political-desk"), at=house.now())
    submit_paper(item=sheet, by=house.duty("political"), at=house.now())
    take_up_review(item=sheet, by=house.duty("adviser"), at=house.now())
    pass_all(house, sheet)
    stop(house, sheet)

    with refused("GAT015"):
        clear_paper(item=sheet, by=house.duty("adviser"), at=house.now())
