"""A text read before its submission, mended, returned and mended again, by the pages alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cabinet.directory.models import Correspondent
from cabinet.registry.models import Item
from cabinet.registry.store import path_of
from cabinet.review.models import Objection
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House
from tests.journeys.hand import Hand, file

Desk = Callable[[str], Hand]

TEXT = """Organisation of Islamic Cooperation

Jeddah, 2 June 2025

H.E. Mr. Karim Al-Majani
Minister of Foreign Affairs
Hashemite Kingdom of Jordan

Excellency,

I have the honour to refer to the meeting of Monday, 3 June 2025, which was recieved well.

Idris Al-Kettani
Secretary-General
"""


@pytest.fixture
def desk(at: At) -> Desk:
    """Return an officer's hand."""
    return lambda username: Hand(at(username)).open("/")


def suggestions(hand: Hand) -> dict[str, str]:
    """Return the suggestions on the page by what they would write, with their keys."""
    return {
        label.xpath(".//ins")[0].text_content(): label.xpath(".//input")[0].get("value")
        for label in hand.page.xpath("//label[input[@name='take']]")
    }


def newest_text(item: Item) -> str:
    return path_of(item.revisions.order_by("-no")[0].sha256).read_text()


def test_text_is_read_mended_returned_and_mended_again(house: House, desk: Desk) -> None:
    ministry = Correspondent.objects.get(country__iso2="JO", level="ministry_of_foreign_affairs")
    desk("protocol").open(f"/directory/{ministry.pk}/").follow("Enter who holds the post").send(
        "Record", post_en="Minister of Foreign Affairs", name_en="Karim Al-Majali",
        begins_on="2024-01-01",
    )  # fmt: skip
    desk("political-desk").open("/draft/letter/").send(
        "Save draft", subject="The meeting", addressee=f"{ministry.name_en} #{ministry.pk}",
        paper=file("letter.txt", TEXT),
    )  # fmt: skip
    item = Item.objects.latest("pk")

    reading = desk("political-desk").open(f"/items/{item.pk}/").follow("Let the rules read")
    keys = suggestions(reading)
    reading.send("Show before and after", take=[keys["Karim Al-Majali"]])
    assert "Before and after" in reading.text
    reading.send("Make revision 2 of it")
    assert "Karim Al-Majali" in newest_text(item)

    desk("political").open(f"/items/{item.pk}/").follow("Submit").send("Submit to the Cabinet")
    sheet = desk("adviser").open(f"/items/{item.pk}/review/")
    sheet.send("Raise it", check="7", weight="advice", text="Which meeting?", paragraph="7")
    assert Objection.objects.get().quoted.startswith("I have the honour")
    numbers = {
        label.xpath(".//ins")[0].text_content(): label.xpath(".//input")[0].get("value")
        for label in sheet.page.xpath("//label[input[@name='mend']]")
    }
    sheet.send("Return to the drafter", reason="Mend the day.", mend=[numbers["Tuesday"]])

    reading = desk("political-desk").open(f"/items/{item.pk}/reading/")
    assert re.search("To be mended: Nadia Mansour", reading.text)
    reading.send("Show before and after").send("Make revision 3 of it")
    assert "Tuesday, 3 June 2025" in newest_text(item)
    assert "recieved" in newest_text(item)
    assert item.revisions.count() == 3


def test_term_is_proposed_adopted_and_found_in_the_text_that_waits(
    house: House, desk: Desk
) -> None:
    desk("political").open("/draft/memorandum/").send(
        "Save and submit", subject="Talks", to_unit=str(house.unit("LEG").pk),
        paper=file("memo.txt", "To: Legal Affairs\n\nThe quay parley is near.\n"),
    )  # fmt: skip
    item = Item.objects.latest("pk")
    desk("adviser").open("/terms/").follow("Add a term").send(
        "Propose", avoid_en="quay parley", right_en="talks at the quay", source="Decision 1"
    )
    sheet = desk("adviser").open(f"/items/{item.pk}/review/")
    assert "A register has changed" not in sheet.text

    desk("dg").open("/terms/").follow("One proposal waits").follow("quay parley").send("Adopt")

    sheet = desk("adviser").open(f"/items/{item.pk}/review/")
    assert "A register has changed" in sheet.text
    sheet.send("Let the rules read it again")
    assert "talks at the quay" in sheet.text
