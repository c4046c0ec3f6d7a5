"""Whole lives of papers through the pages alone, as officers press them, and what they cost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cabinet.registry.models import Item
from cabinet.review.models import Verdict
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House
from tests.journeys.hand import Hand, file

MOST_ACTS = 15  # for a letter and its answer together: the budget

Desk = Callable[[str], Hand]


@pytest.fixture
def desk(at: At) -> Desk:
    """Return an officer's hand, the same one each time; all count their acts together."""
    acts: list[str] = []
    hands: dict[str, Hand] = {}

    def hand(username: str) -> Hand:
        if username not in hands:
            hands[username] = Hand(at(username), acts)
        return hands[username].open("/")

    return hand


def ministry(house: House) -> str:
    return house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS).name_en


def registered(house: House, desk: Desk) -> Item:
    """Register a letter of a ministry on one screen."""
    desk("clerk").open("/register/").send(
        "Register",
        paper=file("letter.txt", "Excellency, we would host the meeting."),
        subject="Hosting of the meeting",
        sender=ministry(house),
    )
    return Item.objects.order_by("-id")[0]


def directed(house: House, desk: Desk) -> Item:
    """Register, verify and direct a letter to Political Affairs."""
    item = registered(house, desk)
    desk("registry").open(f"/items/{item.pk}/").follow("Verify").send("Verify")
    unit = str(house.unit("POL").pk)
    desk("adviser").open("/in-tray/").send(
        "Direct, and open the next", action=unit, preset_day="2", preset="5"
    )
    return item


def reviewed(desk: Desk, item: Item) -> None:
    """Give the first verdict and pass the rest, on the review sheet."""
    sheet = desk("adviser").open(f"/items/{item.pk}/review/")
    sheet.send("Passes", _within="check=1")
    sheet.send("Pass all that remain", read_it_all="on")


def state_of(item: Item) -> str:
    return Item.objects.get(pk=item.pk).state


def test_letter_and_its_answer_take_at_most_fifteen_acts(house: House, desk: Desk) -> None:
    letter = registered(house, desk)
    acts = desk("clerk").acts
    assert len(acts) == 1  # one screen
    desk("registry").follow("Hosting of the meeting").follow("Verify").send("Verify")
    unit = str(house.unit("POL").pk)
    tray = desk("adviser").open("/in-tray/")
    tray.send("Direct, and open the next", action=unit, preset_day="2", preset="5")
    assert "Directed to" in tray.text

    drafting = desk("political").open(f"/items/{letter.pk}/").follow("Draft the reply")
    assert drafting.value("subject") == "Re: Hosting of the meeting"
    assert drafting.value("addressee") == ministry(house)
    assert drafting.value("answers") == letter.number.text
    drafting.send("Save and submit", paper=file("reply.txt", "Excellency, we accept."))
    reply = Item.objects.order_by("-id")[0]
    assert (reply.state, reply.answers_id) == ("submitted", letter.pk)

    sheet = desk("adviser2").open(f"/items/{reply.pk}/review/")
    for check in (1, 2, 7):
        sheet.send("Passes", _within=f"check={check}")
    sheet.send("Pass all that remain", read_it_all="on").send("Clear")
    desk("sg").open(f"/items/{reply.pk}/").follow("Sign").send("Sign")
    desk("clerk2").open(f"/items/{reply.pk}/").follow("Issue").send("Issue")
    sending = desk("clerk2").open(f"/items/{reply.pk}/").follow("Dispatch")
    sending.send("Dispatch", channel="courier", proof=file("slip.txt", "Slip 14."))
    receipt = desk("clerk2").open(f"/items/{reply.pk}/").follow("Record delivery")
    receipt.send("Record delivery", proof=file("receipt.txt", "Received."), received_by="A. B.")

    assert Verdict.objects.filter(revision__item=reply).count() == 7
    assert (state_of(reply), state_of(letter)) == ("delivered", "answered")
    given = list(reply.movements.order_by("no").values_list("act", flat=True))
    assert given == [
        "draft", "submit", "take_up", "clear", "sign", "issue", "dispatch", "deliver",
    ]  # fmt: skip
    assert len(acts) <= MOST_ACTS, "\n".join(acts)


def test_memorandum_goes_from_unit_to_unit_through_the_cabinet(house: House, desk: Desk) -> None:
    drafting = desk("legal").open("/draft/memorandum/")
    drafting.send(
        "Save and submit",
        paper=file("memo.txt", "On seals."),
        subject="Use of the seal",
        to_unit=str(house.unit("INF").pk),
    )
    item = Item.objects.get()
    assert desk("information").browser.get(f"/items/{item.pk}/").status_code == 404
    reviewed(desk, item)
    desk("adviser").open(f"/items/{item.pk}/review/").send("Clear")
    desk("adviser").open(f"/items/{item.pk}/").follow("Issue").send("Issue")
    reader = desk("information").open(f"/items/{item.pk}/")
    assert "On seals." in reader.text
    reader.follow("Acknowledge receipt").send("Acknowledge receipt")

    assert state_of(item) == "acknowledged"
    assert len(reader.acts) <= 6, "\n".join(reader.acts)


def test_returned_letter_is_mended_and_every_check_opens_again(house: House, desk: Desk) -> None:
    desk("political").open("/draft/letter/").send(
        "Save and submit",
        paper=file("first.txt", "Dear Sir."),
        subject="Invitation",
        addressee=ministry(house),
    )
    item = Item.objects.get()
    sheet = desk("adviser").open(f"/items/{item.pk}/review/")
    sheet.send("Stop", _within="check=4", reason="“Dear Sir” is no form of address of a minister.")
    sheet.send("Return to the drafter", reason="Mend the form of address.")
    assert state_of(item) == "returned"

    mending = desk("political").open(f"/items/{item.pk}/")
    assert "Mend the form of address." in mending.text
    mending.follow("File a new revision").send(
        "File a new revision", paper=file("second.txt", "Excellency.")
    )
    desk("political").open(f"/items/{item.pk}/").follow("Submit to the Cabinet").send(
        "Submit to the Cabinet"
    )
    again = desk("adviser").open(f"/items/{item.pk}/review/")
    assert "Revision 2" in again.text
    assert again.text.count("Give the verdict") == 7
    reviewed(desk, item)
    desk("adviser").open(f"/items/{item.pk}/review/").send("Clear")

    assert state_of(item) == "cleared"
    assert item.movements.filter(act="clear", revision__no=2).count() == 1


def test_sealed_envelope_goes_unopened_to_its_addressee_who_brings_it_in(
    house: House, desk: Desk
) -> None:
    desk("clerk").open("/register/").send(
        "Log only", personal_to=str(house.officers["sg"].pk), outer_marks="Personal, by hand"
    )
    item = Item.objects.get()
    assert (item.state, item.sealed, item.revisions.count()) == ("received", True, 0)
    desk("private").open(f"/items/{item.pk}/").follow("Hand over sealed").send("Hand over sealed")
    opened = desk("sg").open(f"/items/{item.pk}/").follow("Bring into the circuit")
    opened.send(
        "Bring into the circuit",
        paper=file("inside.txt", "It was official."),
        subject="An official matter",
        sender=ministry(house),
    )
    desk("clerk").open(f"/items/{item.pk}/acts/register/").send("Register")

    item = Item.objects.get()
    assert (item.state, item.sealed, item.number.serial) == ("registered", False, 1)


def test_second_of_two_officers_is_told_what_happened_and_keeps_what_he_typed(
    house: House, desk: Desk
) -> None:
    item = registered(house, desk)
    desk("registry").open(f"/items/{item.pk}/").follow("Verify").send("Verify")
    first, second = desk("adviser").open("/in-tray/"), desk("adviser2").open("/in-tray/")
    pol, leg = (str(house.unit(code).pk) for code in ("POL", "LEG"))

    first.send("Direct, and open the next", action=pol, instruction="First.")
    second.send("Direct, and open the next", action=leg, instruction="Typed with care.")

    assert second.status == 409
    assert "Done since your page was shown" in second.text
    assert "Nadia Mansour" in second.text
    assert item.movements.filter(act="direct").count() == 1


def test_second_of_two_officers_on_an_acting_page_keeps_his_reason(
    house: House, desk: Desk
) -> None:
    item = registered(house, desk)
    desk("registry").open(f"/items/{item.pk}/").follow("Verify").send("Verify")
    first = desk("adviser").open(f"/items/{item.pk}/acts/withhold/")
    second = desk("dg").open(f"/items/{item.pk}/acts/withhold/")

    button = _button_of(first)
    first.send(button, reason="Wait for the Summit.")
    second.send(button, reason="Typed with care.")

    assert second.status == 409
    assert "Done since your page was shown" in second.text
    assert "Wait for the Summit." in second.text
    assert second.value("reason").strip() == "Typed with care."
    assert item.movements.filter(act="withhold").count() == 1


def _button_of(hand: Hand) -> str:
    """Return the words of the acting page's own button."""
    button = hand.page.xpath("//form[contains(@class, 'act-form')]//button")[0]
    return re.sub(r"\s+", " ", " ".join(button.xpath("text()"))).strip()
