"""Each act on a memorandum between departments."""

from __future__ import annotations

import pytest

from cabinet.gate.actions import (
    NewPaper,
    acknowledge_memorandum,
    clear_paper,
    draft_paper,
    issue_memorandum,
    return_paper,
    revise_paper,
    submit_paper,
    take_up_review,
    void_paper,
)
from cabinet.gate.actions.outgoing import NewRevision
from cabinet.registry.models import Item, Number
from cabinet.registry.queries import visible_items
from clearance.terms import Flow, Kind
from tests.cabinet.gate.steps import assert_left, memorandum, pass_all, refused, stop
from tests.cast import House, paper


def issued(house: House) -> Item:
    item = memorandum(house, "cleared")
    issue_memorandum(
        item=item, copies=[house.unit("CUL")], by=house.duty("adviser"), at=house.now()
    )
    return item


@pytest.mark.parametrize("state", ["draft", "submitted", "under_review"])
def test_memorandum_before_clearance_is_not_issued_and_not_seen(house: House, state: str) -> None:
    item = memorandum(house, state)

    with refused("GAT001"):
        issue_memorandum(item=item, by=house.duty("dg"), at=house.now())

    assert item not in visible_items(house.duty("information"))


def test_issue_numbers_the_memorandum_and_releases_it(house: House) -> None:
    item = issued(house)

    assert_left(item, "issue", "adviser", source="cleared", target="issued")
    assert item.number.text.startswith("MEM/LEG/")
    assert item in visible_items(house.duty("information"))
    assert item in visible_items(house.duty("cultural"))
    assert item not in visible_items(house.duty("political"))


@pytest.mark.parametrize("who", ["legal", "information", "sg", "system"])
def test_issue_by_anybody_but_cabinet_and_registry_is_refused(house: House, who: str) -> None:
    item = memorandum(house, "cleared")

    with refused("GAT002"):
        issue_memorandum(item=item, by=house.duty(who), at=house.now())

    assert not Number.objects.filter(item=item).exists()


def test_memorandum_without_a_unit_addressed_is_not_submitted(house: House) -> None:
    new = NewPaper(Flow.MEMORANDUM, Kind.MEMORANDUM, house.unit("LEG"), "Seals", paper())
    item = draft_paper(new=new, by=house.duty("legal"), at=house.now())

    with refused("GAT029"):
        submit_paper(item=item, by=house.duty("legal"), at=house.now())


def test_clear_of_a_memorandum_asks_the_same_seven_checks(house: House) -> None:
    item = memorandum(house, "under_review")
    with refused("GAT014"):
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    pass_all(house, item)
    stop(house, item)

    with refused("GAT015"):
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())


def test_return_of_a_memorandum_and_its_new_revision(house: House) -> None:
    item = memorandum(house, "under_review")
    return_paper(item=item, reason="One subject only.", by=house.duty("dg"), at=house.now())
    assert_left(item, "return", "dg", source="under_review", target="returned")
    with refused("GAT020"):
        submit_paper(item=item, by=house.duty("legal"), at=house.now())

    new = NewRevision(paper("One subject."))
    revise_paper(item=item, new=new, by=house.duty("legal"), at=house.now())
    submit_paper(item=item, by=house.duty("legal"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())

    assert_left(item, "take_up", "adviser", source="submitted", target="under_review")


def test_acknowledge_is_the_addressed_unit_s(house: House) -> None:
    item = issued(house)
    for who in ("cultural", "legal", "adviser"):
        with refused("GAT006"):
            acknowledge_memorandum(item=item, by=house.duty(who), at=house.now())

    acknowledge_memorandum(item=item, by=house.duty("information"), at=house.now())

    assert_left(item, "acknowledge", "information", source="issued", target="acknowledged")


def test_issued_memorandum_is_not_void(house: House) -> None:
    item = issued(house)

    with refused("GAT001"):
        void_paper(item=item, reason="Late.", by=house.duty("legal"), at=house.now())


@pytest.mark.parametrize(("code", "who"), [("REG", "registry"), ("AUD", "auditor")])
def test_registry_and_auditor_acknowledge_and_write_memoranda(
    house: House, code: str, who: str
) -> None:
    """Source: the mandate lists the Registry Office and the Internal Auditor among them."""
    new = NewPaper(
        Flow.MEMORANDUM, Kind.MEMORANDUM, house.unit("LEG"), "Seals", paper(),
        to_unit=house.unit(code),
    )  # fmt: skip
    item = draft_paper(new=new, by=house.duty("legal"), at=house.now())
    submit_paper(item=item, by=house.duty("legal"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    pass_all(house, item)
    clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    issue_memorandum(item=item, by=house.duty("adviser"), at=house.now())

    acknowledge_memorandum(item=item, by=house.duty(who), at=house.now())

    assert_left(item, "acknowledge", who, source="issued", target="acknowledged")
    answer = NewPaper(
        Flow.MEMORANDUM, Kind.MEMORANDUM, house.unit(code), "Your seals", paper(),
        to_unit=house.unit("LEG"),
    )  # fmt: skip
    reply = draft_paper(new=answer, by=house.duty(who), at=house.now())
    submit_paper(item=reply, by=house.duty(who), at=house.now())
    assert reply.state == "submitted"
