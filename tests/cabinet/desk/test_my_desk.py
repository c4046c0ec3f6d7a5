"""What waits for each post, and for nobody else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cabinet.desk.waiting import piles_of
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome, Urgency
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House, paper


def waiting(house: House, username: str) -> dict[str, list[int]]:
    piles = piles_of(house.duty(username))
    return {pile.code: [each.row.pk for each in pile.papers] for pile in piles}


def letter(house: House, urgency: Urgency = Urgency.ORDINARY) -> Item:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="A meeting", sender=sender, urgency=urgency)
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_desk_with_nothing_on_it_says_so(at: At, language: str) -> None:
    page = at("political", language).get("/")

    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert 'class="empty"' in page.text


def test_desk_of_the_registry_holds_what_is_to_register_issue_dispatch_and_file(
    house: House,
) -> None:
    received = stage.incoming(house, "received")
    envelope = stage.sealed(house)
    signed = stage.drafted(house, "signed")
    issued = stage.drafted(house, "issued")
    dispatched = stage.drafted(house, "issued")
    stage.sent(house, dispatched)

    assert waiting(house, "clerk") == {
        "hand_over": [envelope.pk],
        "register": [received.pk],
        "issue": [signed.pk],
        "dispatch": [issued.pk],
        "deliver": [dispatched.pk],
    }


def test_desk_of_the_head_of_registry_leaves_out_what_he_registered(house: House) -> None:
    by_clerk = letter(house)
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Mine", sender=sender)
    receive_and_register(arrived=arrived, by=house.duty("registry"), at=house.now())

    assert waiting(house, "registry") == {"verify": [by_clerk.pk]}


def test_desk_of_an_adviser_holds_in_tray_review_and_cleared_memoranda(house: House) -> None:
    verified = stage.incoming(house, "verified")
    submitted = stage.drafted(house, "submitted")
    reviewed = stage.drafted(house, "under_review")
    cleared = stage.drafted(house, "cleared", Flow.MEMORANDUM)

    assert waiting(house, "adviser2") == {
        "direct": [verified.pk],
        "take_up": [submitted.pk],
        "review": [reviewed.pk],
        "issue_memorandum": [cleared.pk],
    }


def test_desk_shows_a_remark_to_the_cabinet_until_it_acts(house: House) -> None:
    item = stage.incoming(house, "informed")
    assert waiting(house, "sg")["informed"] == [item.pk]
    actions.remark_on_incoming(item=item, remark="Accept.", by=house.duty("sg"), at=house.now())

    assert "informed" not in waiting(house, "sg")
    assert waiting(house, "adviser") == {"remarks": [item.pk]}
    actions.inform_secretary_general(
        item=item, note="Done.", by=house.duty("adviser"), at=house.now()
    )
    assert waiting(house, "adviser") == {"direct": [item.pk]}
    assert waiting(house, "sg")["informed"] == [item.pk]


def test_desk_of_the_director_general_puts_open_stops_first(house: House) -> None:
    item = stage.drafted(house, "under_review")
    stage.verdict(house, item, Check.SENSITIVITY, Outcome.STOP, reason="Names a State.")
    assert waiting(house, "dg") == {"stops": [item.pk]}
    actions.set_stop_aside(
        item=item,
        revision_no=1,
        check=Check.SENSITIVITY,
        reason="I answer.",
        by=house.duty("dg"),
        at=house.now(),
    )

    assert waiting(house, "dg") == {"review": [item.pk]}


def test_desk_of_a_signatory_follows_the_matrix(house: House) -> None:
    to_a_ministry = stage.drafted(house, "cleared")

    assert waiting(house, "sg")["sign"] == [to_a_ministry.pk]
    assert waiting(house, "political") == {}


def test_desk_asks_the_secretary_general_for_the_authorisation_that_the_matrix_wants(
    house: House,
) -> None:
    item = stage.drafted(house, "submitted")
    assert waiting(house, "sg") == {"authorise": [item.pk]}
    actions.authorise_writing(item=item, by=house.duty("sg"), at=house.now())

    assert waiting(house, "sg") == {}


def test_desk_of_a_department_holds_what_is_directed_issued_returned_and_drafted(
    house: House,
) -> None:
    directed = stage.incoming(house, "directed")
    returned = stage.drafted(house, "submitted")
    actions.return_paper(item=returned, reason="Mend it.", by=house.duty("adviser"), at=house.now())
    draft = stage.drafted(house, "draft")
    memorandum = stage.drafted(house, "issued", Flow.MEMORANDUM)

    head = waiting(house, "political")
    assert head == {"reply": [directed.pk], "returned": [returned.pk], "submit": [draft.pk]}
    assert waiting(house, "political-desk")["drafts"] == [draft.pk]
    assert waiting(house, "legal") == {"acknowledge": [memorandum.pk]}
    assert waiting(house, "cultural") == {}


def test_desk_of_the_addressee_holds_the_envelope_handed_over(house: House, at: At) -> None:
    envelope = stage.sealed(house, "handed_over")

    assert waiting(house, "sg") == {"envelope": [envelope.pk]}
    assert f'href="/items/{envelope.pk}/acts/bring_in/"' in at("sg").get("/").text
    assert waiting(house, "clerk") == {}


def test_desk_puts_the_immediate_first_then_the_earliest_deadline(house: House, at: At) -> None:
    ordinary, immediate, urgent = (
        letter(house, urgency) for urgency in (Urgency.ORDINARY, Urgency.IMMEDIATE, Urgency.URGENT)
    )

    page = at("registry").get("/").text
    assert waiting(house, "registry")["verify"] == [immediate.pk, urgent.pk, ordinary.pk]
    assert re.search(r"<b>3</b> papers wait", page)
    assert re.search(r"<b>1</b> immediate", page)


def test_desk_marks_what_is_past_its_deadline(house: House, at: At) -> None:
    new = actions.NewPaper(
        Flow.OUTGOING,
        Kind.LETTER,
        house.unit("POL"),
        "Late",
        paper(),
        addressee=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
        due_on=house.now().date() - timedelta(days=2),
    )
    actions.draft_paper(new=new, by=house.duty("political-desk"), at=house.now())

    page = at("political").get("/").text

    assert "Overdue" in page
    assert "past the deadline" in page


def test_desk_leads_straight_to_the_next_act(house: House, at: At) -> None:
    directed = stage.incoming(house, "directed")
    reviewed = stage.drafted(house, "under_review")

    assert f'href="/draft/letter/?answers={directed.pk}"' in at("political").get("/").text
    assert f'href="/items/{reviewed.pk}/review/"' in at("adviser").get("/").text


def test_desk_shows_at_most_fifty_and_says_where_the_rest_is(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cabinet.desk.waiting.MOST", 2)
    for _each in range(3):
        letter(house)

    page = at("registry").get("/").text

    assert page.count("<tr>") - page.count("<thead>") == 2
    assert 'href="/books/incoming/?state=registered"' in page
    assert "<b>2+</b>" in page


def test_desk_of_the_system_administrator_is_a_sentence(house: House, at: At) -> None:
    letter(house)

    page = at("system").get("/").text

    assert "Your post runs the system and reads no paper" in page
    assert "A meeting" not in page


@pytest.mark.parametrize("papers", [1, 3])
def test_desk_asks_as_often_for_one_paper_as_for_three(house: House, at: At, papers: int) -> None:
    for _each in range(papers):
        letter(house)
        stage.drafted(house, "submitted")
    browser = at("dg")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get("/")

    # the session, the officer, the posts, the post's name, the units, the matrix's version, the
    # papers (the matrix itself once more when the statement is worked out for the first time)
    assert len(asked) in (7, 8, 9)
    with CaptureQueriesContext(connection) as again:
        browser.get("/")
    assert len(again) == 7


def test_desk_of_a_stranger_asks_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/")

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{reverse('account_login')}?next=/"
