"""The mandate: the Director-General of the Cabinet, his powers, his departments, his offices."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cabinet.accounts.actions import Limits, delegate, revoke
from cabinet.accounts.models import Delegation, Post, Unit
from cabinet.directory.models import Correspondent
from cabinet.gate.actions import (
    annul_outgoing,
    clear_paper,
    direct_incoming,
    set_stop_aside,
    sign_outgoing,
    take_up_review,
)
from cabinet.gate.actions.incoming import Direction
from cabinet.registry.models import Item
from cabinet.registry.queries import visible_items
from clearance.authority import Capacity
from clearance.data import external_offices, institutions
from clearance.gate import TABLES
from clearance.terms import AddresseeLevel, Check, Kind, Power, Role
from clearance.terms.posts import CABINET
from tests.cabinet.gate.steps import (
    outgoing,
    pass_all,
    refused,
    registered,
    stop,
    verified,
)
from tests.cast import House


def lend_to_him(house: House, limits: Limits) -> Delegation:
    today = house.duty("sg").on
    return delegate(
        post=Post.objects.get(role=Role.SECRETARY_GENERAL),
        to=house.officers["dg"],
        capacity=Capacity.DELEGATED,
        limits=limits,
        begins_on=today,
        ends_on=today + timedelta(days=30),
        instrument="Decision of the Secretary-General",
        by=house.officers["sg"],
        at=house.now(),
    )


def test_supervised_by_the_director_general() -> None:
    """The Cabinet of the Secretary-General is supervised by the Director-General of the Cabinet:
    whatever an adviser may do, he may do.
    """
    for table in TABLES.values():
        for transition in table.transitions:
            if Role.CABINET_ADVISER in transition.by:
                assert Role.DIRECTOR_GENERAL in transition.by


def test_vast_executive_powers_delegated_to_him_on_whose_behalf_he_acts(house: House) -> None:
    """... entrusted with vast executive powers delegated to him by the Secretary-General on whose
    behalf he acts directly: delegated, so without the paper that says so he does not sign.
    """
    item = outgoing(house, "cleared", level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("dg"), at=house.now())

    limits = Limits(Power.SIGN, Kind.LETTER, AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    lend_to_him(house, limits)
    movement = sign_outgoing(item=item, by=house.duty("dg"), at=house.now())

    assert movement.authority_label == "delegated: Decision of the Secretary-General"
    assert movement.post.role == Role.SECRETARY_GENERAL
    assert movement.by == house.officers["dg"]


def test_what_was_delegated_to_him_can_be_taken_back(house: House) -> None:
    """... delegated to him by the Secretary-General, who may end it on any day."""
    item = outgoing(house, "cleared", level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    delegation = lend_to_him(house, Limits(Power.SIGN))

    revoke(
        delegation=delegation, first_day_without=house.duty("sg").on, reason="He is back.",
        by=house.officers["sg"], at=house.now(),
    )  # fmt: skip

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("dg"), at=house.now())


def test_takes_important_decisions_that_no_adviser_takes(house: House) -> None:
    """... and takes important decisions: sets a stop aside, annuls what was signed."""
    item = outgoing(house, "under_review")
    pass_all(house, item)
    stop(house, item)
    for who in ("adviser", "adviser2"):
        with refused("GAT002"):
            set_stop_aside(
                item=item, revision_no=1, check=Check.SENSITIVITY, reason="I do.",
                by=house.duty(who), at=house.now(),
            )  # fmt: skip
    signed = outgoing(house, "signed")
    with refused("GAT002"):
        annul_outgoing(item=signed, reason="No.", by=house.duty("adviser"), at=house.now())

    annul_outgoing(item=signed, reason="The visit is off.", by=house.duty("dg"), at=house.now())

    assert signed.state == "void"


def test_departments_under_his_direct_supervision_and_authority(house: House) -> None:
    """... all the Departments that fall under his direct supervision and authority, namely:
    Information, Legal Affairs, Conference, Information Technology, Protocol and Public Relations,
    and the Registry Office.
    """
    codes = set(Unit.objects.filter(direct_authority=True).values_list("code", flat=True))

    assert codes == {"INF", "LEG", "CON", "ITD", "PRO", "REG"}


def test_departments_related_to_the_cabinet(house: House) -> None:
    """The Director-General ... supervises the departments related to the Cabinet: Information,
    Protocol, Conference, Legal, Information Technology, Registry Office, Internal Auditor, Voice of
    Wisdom Center, the ten program of work of the Organization.
    """
    codes = set(Unit.objects.filter(related=True).values_list("code", flat=True))

    assert codes == {"INF", "PRO", "CON", "LEG", "ITD", "REG", "AUD", "VOW", "TYP"}


def test_the_two_lists_are_kept_apart(house: House) -> None:
    """The mandate's two lists differ: neither is derived from the other."""
    related_only = Unit.objects.filter(related=True, direct_authority=False)
    neither = Unit.objects.filter(related=False, direct_authority=False)

    assert set(related_only.values_list("code", flat=True)) == {"AUD", "VOW", "TYP"}
    assert {"POL", "PAL", "CUL", "ECO", "HUM"} <= set(neither.values_list("code", flat=True))


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (Unit.Kind.POLITICAL_OFFICE, {"New York", "Geneva", "Brussels", "Baghdad"}),
        (Unit.Kind.HUMANITARIAN_OFFICE, {"Niger", "Afghanistan", "Somalia", "Palestine"}),
    ],
)
def test_supervises_the_external_offices_political_and_humanitarian(
    house: House, kind: str, places: set[str]
) -> None:
    """He also supervises the external offices of the Organization, whether political (New York,
    Geneva, Brussels, and Baghdad), or humanitarian (Niger, Afghanistan, Somalia, and Palestine).
    """
    named = {office.code: office.mandate_name for office in external_offices()}
    offices = Unit.objects.filter(kind=kind)

    assert {named[office.code] for office in offices} == places
    assert {office.supervised_by for office in offices} == {house.unit("CAB")}


def test_while_the_concerned_departments_coordinate_the_work_of_these_offices(
    house: House,
) -> None:
    """... while coordinating the work of these offices falls within the competence of the concerned
    departments: two owners. No source names the department for Palestine; it is left open.
    """
    offices = Unit.objects.filter(kind__in=["political_office", "humanitarian_office"])

    open_ = set(offices.filter(coordinated_by=None).values_list("code", flat=True))
    assert open_ == {"RAM"}
    for office in offices.exclude(coordinated_by=None):
        assert office.coordinated_by != office.supervised_by
        assert office.coordinated_by is not None
        assert office.coordinated_by.kind == Unit.Kind.DEPARTMENT


def test_papers_of_external_offices_pass_through_the_cabinet_too(house: House) -> None:
    """He also supervises the external offices: what comes in reaches them by direction only."""
    item = verified(house)
    assert item not in visible_items(house.duty("niamey"))

    direct_incoming(
        item=item, direction=Direction(house.unit("NIM")), by=house.duty("dg"), at=house.now()
    )

    assert item in visible_items(house.duty("niamey"))


def test_daily_work_assisted_by_several_advisers(house: House) -> None:
    """He coordinates and supervises the daily work of the Cabinet assisted by several advisers: one
    takes up what another judges and he clears.
    """
    item = outgoing(house, "submitted")

    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    pass_all(house, item, by="adviser2")
    clear_paper(item=item, by=house.duty("dg"), at=house.now())

    hands = list(item.movements.order_by("no").values_list("by__username", flat=True))
    assert hands[-2:] == ["adviser", "dg"]
    assert Role.CABINET_ADVISER in CABINET


def test_coordinates_with_the_institutions_subsidiary_specialised_and_affiliated(
    house: House,
) -> None:
    """The Cabinet also coordinates with the OIC Institutions (Subsidiary, Specialised, and
    Affiliated): each stands in the directory and can be written to.
    """
    entries = Correspondent.objects.filter(level=AddresseeLevel.INSTITUTION)
    names = set(entries.values_list("name_en", flat=True))

    assert {"subsidiary", "specialised", "affiliated"} <= {each.category for each in institutions()}
    assert {each.name_en for each in institutions()} <= names


def test_internal_auditor_reads_the_register_and_does_no_act_of_the_gate(house: House) -> None:
    """The departments related to the Cabinet: ... Internal Auditor."""
    items: list[Item] = [registered(house), outgoing(house, "cleared")]

    for item in items:
        assert item in visible_items(house.duty("auditor"))
    for table in TABLES.values():
        for transition in table.transitions:
            if Role.INTERNAL_AUDITOR in transition.by:
                assert transition.scope.value, transition.name
