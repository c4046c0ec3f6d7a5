"""What an officer has before him when he acts: the entry and its paper, who signed and for whom."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.models import Post
from cabinet.gate.actions import sign_outgoing, verify_incoming
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Channel, Kind
from tests.cabinet.gate.steps import outgoing
from tests.cast import House, paper

At = Callable[..., Client]


def entered(house: House, announced: int) -> Arrived:
    return Arrived(
        paper("The text of the letter."),
        enclosures=[paper("List", "list.txt")],
        subject="Hosting",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
        sender_reference="MFA/7",
        dated_gregorian="18 November 2026",
        dated_hijri="8/6/1448",
        languages="ar,fr",
        channel=Channel.POUCH,
        enclosures_announced=announced,
    )


def test_verify_page_holds_each_entry_beside_the_paper(house: House, at: At) -> None:
    clerk, now = house.duty("clerk"), house.now()
    item = receive_and_register(arrived=entered(house, 3), by=clerk, at=now)

    page = at("registry").get(reverse("act", args=[item.pk, "verify"])).text

    for told in ("MFA/7", "18 November 2026", "8/6/1448", "Arabic, French", "Diplomatic pouch"):
        assert told in page
    assert "Announced: 3. Present: 1." in page
    assert "<strong>2 enclosures are missing.</strong>" in page
    assert '<details class="more standing-text" open>' in page
    assert "<p>The text of the letter.</p>" in page


@pytest.mark.parametrize(("announced", "lacks"), [(2, True), (1, False)])
def test_in_tray_tells_of_an_enclosure_that_is_missing(
    house: House, at: At, announced: int, lacks: bool
) -> None:
    item = receive_and_register(
        arrived=entered(house, announced), by=house.duty("clerk"), at=house.now()
    )
    verify_incoming(item=item, by=house.duty("registry"), at=house.now())

    page = at("adviser").get(reverse("in_tray")).text

    assert f"Announced: {announced}. Present: 1." in page
    assert ("One enclosure is missing." in page) is lacks


@pytest.mark.parametrize("signatory", ["dg", "sg"])
def test_page_of_issue_tells_by_which_paper_another_signed(
    house: House, at: At, signatory: str
) -> None:
    today = house.duty("sg").on
    delegate(
        post=Post.objects.get(holdings__officer__username="sg"),
        to=house.officers["dg"],
        capacity=Capacity.DELEGATED,
        limits=Limits(),
        begins_on=today,
        ends_on=today,
        instrument="Decision 7/2026",
        by=house.officers["sg"],
        at=house.now(),
    )
    ministry = AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS
    item = outgoing(house, "cleared", kind=Kind.NOTE_VERBALE, level=ministry)
    sign_outgoing(item=item, by=house.duty(signatory), at=house.now())

    page = at("clerk2").get(reverse("act", args=[item.pk, "issue"])).text

    signed = re.search(r"<dt>Signed by</dt><dd>(.*?)</dd>", page, re.DOTALL)
    assert signed is not None
    told = "By delegation (<bdi>Decision 7/2026</bdi>)" in signed[1]
    assert told is (signatory == "dg")
