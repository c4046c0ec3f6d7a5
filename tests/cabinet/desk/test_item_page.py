"""The page of a paper: what each reader is told, and what is kept from whom."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.models import Post
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.gate.actions.sheet import Word
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Check, Flow, Outcome
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House, paper


@pytest.mark.parametrize("language", ["ar", "en"])
def test_item_shows_the_paper_beside_its_facts(house: House, at: At, language: str) -> None:
    arrived = Arrived(
        paper("The text of the letter."),
        enclosures=[paper("List", "list.txt")],
        subject="Hosting",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
        sender_reference="MFA/7",
        dated_gregorian="18 November 2026",
        dated_hijri="8/6/1448",
        enclosures_announced=2,
    )
    item = receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())

    page = at("adviser", language).get(f"/items/{item.pk}/").text

    for told in ("The text of the letter.", "Hosting", "MFA/7", "18 November 2026", "8/6/1448"):
        assert told in page
    assert item.number.text in page
    assert f'href="/items/{item.pk}/revisions/1/paper/"' in page
    assert f'href="/items/{item.pk}/revisions/1/enclosures/1/"' in page


def test_item_tells_plainly_that_an_enclosure_is_missing(house: House, at: At) -> None:
    arrived = Arrived(
        paper(),
        subject="Hosting",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
        enclosures_announced=1,
    )
    item = receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())

    page = at("clerk").get(f"/items/{item.pk}/").text

    assert "Announced: 1. Present: 0." in page
    assert "One enclosure is missing." in page


def test_item_not_released_is_not_found(house: House, at: At) -> None:
    item = stage.incoming(house, "verified")

    assert at("adviser").get(f"/items/{item.pk}/").status_code == 200
    for username in ("political", "legal", "niamey", "system", "asg"):
        assert at(username).get(f"/items/{item.pk}/").status_code == 404


def test_item_released_shows_who_has_it_and_the_instruction(house: House, at: At) -> None:
    item = stage.incoming(house, "verified")
    direction = Direction(house.unit("POL"), [house.unit("LEG")], "Prepare a reply.")
    actions.direct_incoming(
        item=item, direction=direction, by=house.duty("adviser"), at=house.now()
    )

    page = at("legal").get(f"/items/{item.pk}/").text

    action, copy = house.unit("POL").name_en, house.unit("LEG").name_en
    assert f"Directed by the Cabinet, for action: {action}" in page
    assert f"Copies for information: {copy}" in page
    assert "Prepare a reply." in page


def test_item_keeps_what_the_cabinet_does_among_itself(house: House, at: At) -> None:
    item = stage.incoming(house, "informed")
    actions.remark_on_incoming(
        item=item, remark="Wait for the Summit.", by=house.duty("sg"), at=house.now()
    )
    actions.withhold_incoming(
        item=item, reason="Until the Summit.", by=house.duty("dg"), at=house.now()
    )

    inner = at("private").get(f"/items/{item.pk}/").text
    outer = at("clerk").get(f"/items/{item.pk}/").text

    assert ("Wait for the Summit." in inner, "Withheld in the Cabinet" in inner) == (True, True)
    assert ("Summit" in outer, "Withheld" in outer) == (False, False)
    assert "Verified" in outer


def test_item_names_only_the_related_papers_that_the_reader_may_know(house: House, at: At) -> None:
    directed = stage.incoming(house, "directed")
    reply = stage.drafted(house, "draft", answers=directed)
    direction = Direction(house.unit("LEG"), [], "Take over.")
    actions.send_back(item=directed, reason="Not ours.", by=house.duty("political"), at=house.now())
    actions.direct_incoming(
        item=directed, direction=direction, by=house.duty("adviser"), at=house.now()
    )

    assert f'href="/items/{reply.pk}/"' in at("political").get(f"/items/{directed.pk}/").text
    assert f'href="/items/{directed.pk}/"' in at("political").get(f"/items/{reply.pk}/").text
    theirs = at("legal").get(f"/items/{directed.pk}/").text
    assert f'href="/items/{reply.pk}/"' not in theirs
    assert reply.subject not in theirs


def test_item_keeps_a_reason_from_the_drafting_unit(house: House, at: At) -> None:
    item = stage.drafted(house, "under_review")
    stage.verdict(house, item, Check.SENSITIVITY, Outcome.STOP, reason="Secret cause", kept=True)
    stage.verdict(house, item, Check.LANGUAGE, Outcome.STOP, reason="Open cause")

    drafters = at("political").get(f"/items/{item.pk}/").text
    cabinet = at("dg").get(f"/items/{item.pk}/").text

    assert ("Open cause" in drafters, "Secret cause" in drafters) == (True, False)
    assert "The reason is kept within the Cabinet." in drafters
    assert "Secret cause" in cabinet


@pytest.mark.parametrize(
    ("who", "opens"), [("adviser", True), ("political", True), ("clerk", False)]
)
def test_item_leads_to_the_sheet_only_whom_it_opens_to(
    house: House, at: At, who: str, opens: bool
) -> None:
    item = stage.drafted(house, "cleared")
    sheet = f"/items/{item.pk}/review/"

    browser = at(who)
    page = browser.get(f"/items/{item.pk}/").text

    assert "The seven checks" in page
    assert (f'href="{sheet}"' in page) is opens
    assert (browser.get(sheet).status_code == 200) is opens


def test_item_gives_the_addressee_of_a_memorandum_the_issued_text_alone(
    house: House, at: At
) -> None:
    item = stage.drafted(house, "submitted", Flow.MEMORANDUM)
    actions.return_paper(item=item, reason="Too frank.", by=house.duty("adviser"), at=house.now())
    new = actions.outgoing.NewRevision(paper("Softer text."))
    actions.revise_paper(item=item, new=new, by=house.duty("political"), at=house.now())
    actions.submit_paper(item=item, by=house.duty("political"), at=house.now())
    actions.take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    for check in Check:
        word = Word(check, Outcome.PASS)
        actions.give_verdict(
            item=item, revision_no=2, word=word, by=house.duty("adviser"), at=house.now()
        )
    actions.clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    actions.issue_memorandum(item=item, by=house.duty("adviser"), at=house.now())

    reader, drafter = at("legal"), at("political")
    page = reader.get(f"/items/{item.pk}/").text

    assert "Softer text." in page
    assert ("Too frank." in page, "The seven checks" in page) == (False, False)
    assert reader.get(f"/items/{item.pk}/revisions/1/paper/").status_code == 404
    earlier = drafter.get(f"/items/{item.pk}/revisions/1/paper/")
    assert b"".join(earlier) == b"A reply."
    assert "Too frank." in drafter.get(f"/items/{item.pk}/").text


@pytest.mark.parametrize(
    ("username", "state", "first"),
    [
        ("clerk", "received", "register"),
        ("registry", "registered", "verify"),
        ("adviser", "verified", "direct"),
        ("sg", "informed", "remark"),
    ],
)
def test_item_puts_the_obvious_act_first(
    house: House, at: At, username: str, state: str, first: str
) -> None:
    item = stage.incoming(house, state)

    page = at(username).get(f"/items/{item.pk}/").text

    assert f'class="button button-primary" href="/items/{item.pk}/acts/{first}/"' in page
    assert page.count('class="button button-primary"') == 1


@pytest.mark.parametrize(
    ("username", "state", "href"),
    [
        ("political", "draft", "/items/{}/acts/submit/"),
        ("adviser", "submitted", "/items/{}/review/"),
        ("adviser", "under_review", "/items/{}/review/"),
        ("sg", "cleared", "/items/{}/acts/sign/"),
        ("clerk2", "signed", "/items/{}/acts/issue/"),
        ("clerk2", "issued", "/items/{}/acts/dispatch/"),
    ],
)
def test_item_of_a_letter_puts_the_obvious_act_first(
    house: House, at: At, username: str, state: str, href: str
) -> None:
    item = stage.drafted(house, state)

    page = at(username).get(f"/items/{item.pk}/").text

    assert f'class="button button-primary" href="{href.format(item.pk)}"' in page


def test_item_says_why_an_act_is_not_possible_yet(house: House, at: At) -> None:
    item = stage.drafted(house, "under_review")

    page = at("adviser").get(f"/items/{item.pk}/").text

    assert "Not possible yet, and why" in page
    assert "GAT014" in page


def test_item_directed_to_my_unit_offers_the_reply(house: House, at: At) -> None:
    item = stage.incoming(house, "directed")

    page = at("political").get(f"/items/{item.pk}/").text

    assert f'button-primary" href="/draft/letter/?answers={item.pk}"' in page
    assert f'href="/items/{item.pk}/acts/send_back/"' in page


def test_item_names_the_capacity_and_the_paper_of_an_acting_officer(house: House, at: At) -> None:
    day = house.duty("dg").on
    delegate(
        post=Post.objects.get(code="REG-registry"),
        to=house.officers["clerk2"],
        capacity=Capacity.ACTING,
        limits=Limits(),
        begins_on=day,
        ends_on=day,
        instrument="Note 12/2026",
        by=house.officers["registry"],
        at=house.now(),
    )
    item = stage.incoming(house, "registered")
    actions.verify_incoming(item=item, by=house.duty("clerk2"), at=house.now())

    page = at("adviser").get(f"/items/{item.pk}/").text

    assert "Acting for the holder (Note 12/2026)" in page


def test_item_shows_a_sealed_envelope_by_its_outer_marks(house: House, at: At) -> None:
    item = stage.sealed(house)

    page = at("clerk").get(f"/items/{item.pk}/").text

    assert "A sealed envelope" in page
    assert house.officers["sg"].name_en in page


def test_item_asks_as_often_for_one_copy_as_for_three(house: House, at: At) -> None:
    item = stage.incoming(house, "directed")
    browser = at("adviser")
    browser.get(f"/items/{item.pk}/")  # the first reading of the day is written down
    asked = []
    for codes in (["LEG"], ["INF", "CUL"]):
        for code in codes:
            actions.copy_incoming(
                item=item, units=[house.unit(code)], by=house.duty("adviser"), at=house.now()
            )
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/items/{item.pk}/").status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert asked[0] <= 20
