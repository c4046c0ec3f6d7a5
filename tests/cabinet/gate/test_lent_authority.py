"""Acting for a post, and a power handed on in writing: dated, limited, revocable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from cabinet.accounts.actions import Limits, delegate, relieve, revoke
from cabinet.accounts.duty import duty_of
from cabinet.accounts.models import Delegation, Post
from cabinet.dispatch.actions import dispatch_outgoing
from cabinet.gate.actions import (
    authorise_writing,
    clear_paper,
    direct_incoming,
    inform_secretary_general,
    remark_on_incoming,
    sign_outgoing,
)
from cabinet.gate.actions.incoming import Direction
from cabinet.gate.models import Signature
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Kind, Power
from tests.cabinet.gate.steps import (
    assert_left,
    outgoing,
    pass_all,
    pouch,
    refused,
    verified,
)
from tests.cast import House

DAY = timedelta(days=1)
UNLIMITED = Limits()
INSTRUMENT = "Decision of the Secretary-General of today"


@dataclass(frozen=True)
class Loan:
    """What is lent: whose post, to whom, how far, for which days from today on."""

    of: str
    to: str
    limits: Limits = UNLIMITED
    capacity: Capacity = Capacity.DELEGATED
    first: int = 0
    last: int = 5


def lend(house: House, loan: Loan, by: str = "sg") -> Delegation:
    today = house.duty("sg").on
    return delegate(
        post=Post.objects.get(holdings__officer__username=loan.of),
        to=house.officers[loan.to],
        capacity=loan.capacity,
        limits=loan.limits,
        begins_on=today + loan.first * DAY,
        ends_on=today + loan.last * DAY,
        instrument=INSTRUMENT,
        by=house.officers[by],
        at=house.now(),
    )


LETTERS_TO_INSTITUTIONS = Limits(Power.SIGN, Kind.LETTER, AddresseeLevel.INSTITUTION)


def test_delegated_signature_names_its_delegation(house: House) -> None:
    item = outgoing(house, "cleared")
    delegation = lend(house, Loan("sg", "adviser2", LETTERS_TO_INSTITUTIONS))

    movement = sign_outgoing(item=item, by=house.duty("adviser2"), at=house.now())

    assert Signature.objects.get(revision__item=item).delegation == delegation
    assert movement.authority_label == f"delegated: {INSTRUMENT}"
    assert movement.post_label == "secretary_general"


@pytest.mark.parametrize(
    "limits",
    [
        Limits(Power.CLEAR),
        Limits(Power.SIGN, Kind.CIRCULAR),
        Limits(Power.SIGN, Kind.LETTER, AddresseeLevel.NGO),
        Limits(level=AddresseeLevel.HEAD_OF_STATE),
    ],
)
def test_delegation_does_not_reach_beyond_its_limits(house: House, limits: Limits) -> None:
    item = outgoing(house, "cleared")
    lend(house, Loan("sg", "adviser2", limits))

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("adviser2"), at=house.now())


def test_delegation_that_begins_tomorrow_is_not_in_force_today(house: House) -> None:
    item = outgoing(house, "cleared")
    lend(house, Loan("sg", "adviser2", first=1))

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("adviser2"), at=house.now())


def test_delegation_is_on_duty_from_its_first_to_its_last_day(house: House) -> None:
    lend(house, Loan("sg", "adviser2", first=1, last=3))
    today = house.duty("sg").on

    def lent(on: date) -> int:
        duty = duty_of(house.officers["adviser2"], on)
        return sum(each.capacity is Capacity.DELEGATED for each in duty.authorities)

    assert [lent(today + days * DAY) for days in range(5)] == [0, 1, 1, 1, 0]


def test_delegation_revoked_ends_the_day_before(house: House) -> None:
    item = outgoing(house, "cleared")
    delegation = lend(house, Loan("sg", "adviser2"))
    today = house.duty("sg").on

    revoke(
        delegation=delegation, first_day_without=today, reason="He is back.",
        by=house.officers["sg"], at=house.now(),
    )  # fmt: skip

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("adviser2"), at=house.now())


def test_officer_relieved_of_a_post_may_do_nothing_by_it(house: House) -> None:
    item = verified(house)
    adviser = house.officers["adviser"]
    relieve(
        holding=adviser.holdings.get(), first_day_without=house.duty("sg").on,
        reason="Posted to Geneva.", by=house.officers["sg"], at=house.now(),
    )  # fmt: skip

    with refused("GAT002"):
        direct_incoming(
            item=item,
            direction=Direction(house.unit("POL")),
            by=house.duty("adviser"),
            at=house.now(),
        )


def test_duty_kept_from_yesterday_s_page_does_not_outlive_the_post(house: House) -> None:
    """The rules trust the duty that is handed in; the database looks for itself."""
    item = verified(house)
    duty = house.duty("adviser")
    relieve(
        holding=house.officers["adviser"].holdings.get(), first_day_without=duty.on,
        reason="Posted to Geneva.", by=house.officers["sg"], at=house.now(),
    )  # fmt: skip

    with refused("GAT002"):
        direct_incoming(item=item, direction=Direction(house.unit("POL")), by=duty, at=house.now())


def test_acting_director_general_directs_and_is_recorded_as_acting(house: House) -> None:
    item = verified(house)
    lend(house, Loan("dg", "legal", capacity=Capacity.ACTING))

    movement = direct_incoming(
        item=item, direction=Direction(house.unit("POL")), by=house.duty("legal"), at=house.now()
    )

    assert movement.authority_label == f"acting: {INSTRUMENT}"
    assert_left(item, "direct", "legal", source="verified", target="directed")


def test_acting_for_a_post_does_not_lift_four_eyes(house: House) -> None:
    item = outgoing(house, "under_review")
    pass_all(house, item)
    lend(house, Loan("dg", "political-desk", capacity=Capacity.ACTING))

    with refused("GAT016"):
        clear_paper(item=item, by=house.duty("political-desk"), at=house.now())


def test_authorisation_to_write_may_be_delegated_to_the_director_general(house: House) -> None:
    item = outgoing(house, "cleared", level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    lend(house, Loan("sg", "dg", Limits(Power.AUTHORISE)))

    authorise_writing(item=item, by=house.duty("dg"), at=house.now())

    assert_left(item, "authorise", "dg", source="cleared", target="cleared")
    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("dg"), at=house.now())


def test_remark_in_the_secretary_general_s_name_needs_his_delegation(house: House) -> None:
    item = verified(house)
    inform_secretary_general(item=item, note="", by=house.duty("adviser"), at=house.now())
    with refused("GAT002"):
        remark_on_incoming(item=item, remark="Accept.", by=house.duty("dg"), at=house.now())

    lend(house, Loan("sg", "dg", Limits(Power.DIRECT)))
    remark_on_incoming(item=item, remark="Accept.", by=house.duty("dg"), at=house.now())

    assert_left(item, "remark", "dg", source="verified", target="verified")


def test_delegated_registry_power_dispatches(house: House) -> None:
    item = outgoing(house, "issued")
    lend(house, Loan("registry", "protocol", Limits(Power.REGISTER)), by="registry")

    dispatch_outgoing(item=item, sending=pouch(), by=house.duty("protocol"), at=house.now())

    assert item.dispatches.get().delegation is not None
