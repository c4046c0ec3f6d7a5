"""The review sheet: seven checks, their keys, what each reader may see of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cabinet.gate import actions
from cabinet.gate.actions.outgoing import NewRevision
from cabinet.gate.views.sheet_lines import QUESTIONS
from cabinet.registry.models import Item
from cabinet.review.models import Override, Verdict
from clearance.terms import Check, Outcome
from tests.cabinet.gate.pages.stage import drafted, incoming, verdict
from tests.cast import House, paper

At = Callable[..., Client]


def sheet(item: Item) -> str:
    return reverse("review_sheet", args=[item.pk])


def word(item: Item, check: Check, outcome: str, **more: Any) -> dict[str, Any]:
    return {
        "wish": "verdict", "revision_no": 1, "seen_moves": item.moves, "check": int(check),
        "outcome": outcome, "reason": "", **more,
    }  # fmt: skip


def test_first_verdict_takes_up_the_review(house: House, at: At) -> None:
    item = drafted(house, "submitted")

    answer = at("adviser").post(sheet(item), word(item, Check.LANGUAGE, "pass"))

    item.refresh_from_db()
    assert answer.status_code == 302
    assert item.state == "under_review"
    assert Verdict.objects.get().check_no == Check.LANGUAGE


def test_refused_first_verdict_does_not_take_up_the_review(house: House, at: At) -> None:
    item = drafted(house, "submitted")

    answer = at("adviser").post(sheet(item), word(item, Check.LANGUAGE, "stop"))

    item.refresh_from_db()
    assert answer.status_code == 409
    assert "(REV003)" in answer.content.decode()
    assert item.state == "submitted"


def test_refused_verdict_keeps_what_was_typed_in_its_check(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    facts = word(item, Check.FIGURES, "stop", reason="Kept words", revision_no=7)

    answer = at("adviser").post(sheet(item), facts)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "(REV007)" in page
    assert 'name="revision_no" value="7"' not in page
    part = page.split('id="check-6"')[1].split('id="check-7"')[0]
    assert "Kept words" in part
    assert re.search(r'<details class="more judge" name="check" open>', part)


def test_stale_submitted_paper_is_told(house: House, at: At) -> None:
    item = drafted(house, "submitted")
    seen = item.moves
    actions.return_paper(item=item, reason="Not yet.", by=house.duty("adviser2"), at=house.now())
    actions.revise_paper(
        item=item, new=NewRevision(paper("Second.")), by=house.duty("political"), at=house.now()
    )
    actions.submit_paper(item=item, by=house.duty("political"), at=house.now())

    facts = {**word(item, Check.LANGUAGE, "pass"), "seen_moves": seen}
    answer = at("adviser").post(sheet(item), facts)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Amadou Diallo" in page
    assert "Not yet." in page


def test_each_check_has_its_question_and_its_keys(house: House, at: At) -> None:
    item = drafted(house, "under_review")

    page = at("adviser").get(sheet(item)).content.decode()

    assert re.findall(r'<summary data-key="(\d)"', page) == list("1234567")
    outcomes = re.findall(r'name="outcome" value="(\w+)" data-key="(\w)"', page)
    assert outcomes == [("pass", "p"), ("not_applicable", "n"), ("stop", "s")] * 7
    assert all(str(question) in unescape(page) for question in QUESTIONS.values())
    assert page.count('name="check" open') == 1


def test_reason_on_sensitivity_is_kept_from_drafters_unless_said(house: House, at: At) -> None:
    item = drafted(house, "under_review")

    page = at("adviser").get(sheet(item)).content.decode()

    boxes = re.findall(r'<input type="checkbox" name="kept_from_drafters"[^>]*>', page)
    # The last box is that of an objection of one's own.
    assert ["checked" in box for box in boxes] == [False] * 6 + [True, False]


def test_drafting_unit_sees_outcomes_and_reasons_not_kept_from_it(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    verdict(house, item, Check.FIGURES, Outcome.STOP, reason="The sum is wrong.")
    verdict(house, item, Check.SENSITIVITY, Outcome.STOP, reason="Between us.", kept=True)
    actions.set_stop_aside(
        item=item, revision_no=1, check=Check.SENSITIVITY, reason="I answer for it.",
        by=house.duty("dg"), at=house.now(),
    )  # fmt: skip

    drafters = at("political-desk").get(sheet(item)).content.decode()
    cabinet = at("adviser2").get(sheet(item)).content.decode()

    assert "The sum is wrong." in drafters
    assert drafters.count("badge-check is-stop") == 2
    assert "Between us." not in drafters
    assert "I answer for it." not in drafters
    assert 'data-key="p"' not in drafters
    assert "Between us." in cabinet
    assert "I answer for it." in cabinet


@pytest.mark.parametrize("who", ["legal", "clerk", "registry", "system"])
def test_sheet_is_not_found_by_others(house: House, at: At, who: str) -> None:
    item = drafted(house, "under_review")

    assert at(who).get(sheet(item)).status_code == 404
    assert at(who).post(sheet(item), word(item, Check.LANGUAGE, "pass")).status_code == 404


def test_drafting_unit_gives_no_verdict(house: House, at: At) -> None:
    item = drafted(house, "under_review")

    answer = at("political").post(sheet(item), word(item, Check.LANGUAGE, "pass"))

    assert answer.status_code == 404
    assert not Verdict.objects.exists()


def test_incoming_paper_has_no_sheet(house: House, at: At) -> None:
    assert at("adviser").get(sheet(incoming(house, "verified"))).status_code == 404


def test_all_remaining_pass_is_one_deliberate_act(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    verdict(house, item, Check.FIGURES, Outcome.STOP, reason="The sum is wrong.")
    facts = {"wish": "remaining", "revision_no": 1, "seen_moves": item.moves}

    unread = at("adviser").post(sheet(item), facts)
    done = at("adviser").post(sheet(item), {**facts, "read_it_all": "on"})

    assert unread.status_code == 422
    assert "Say that you have read the whole text" in unread.content.decode()
    assert done.status_code == 302
    outcomes = dict(Verdict.objects.values_list("check_no", "outcome"))
    assert outcomes == {check: "stop" if check == 6 else "pass" for check in range(1, 8)}


def test_director_general_sets_a_stop_aside_in_writing(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    verdict(house, item, Check.FIGURES, Outcome.STOP, reason="The sum is wrong.")
    facts = {"wish": "set_aside", "revision_no": 1, "check": 6, "seen_moves": item.moves}

    offered = at("dg").get(sheet(item)).content.decode()
    empty = at("dg").post(sheet(item), {**facts, "reason": ""})
    done = at("dg").post(sheet(item), {**facts, "reason": "The sum is theirs."})

    assert offered.count("Set this stop aside in writing") == 1
    assert "Set this stop aside" not in at("adviser").get(sheet(item)).content.decode()
    assert (empty.status_code, done.status_code) == (409, 302)
    assert Override.objects.get().reason == "The sum is theirs."


def test_adviser_sets_no_stop_aside(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    verdict(house, item, Check.FIGURES, Outcome.STOP, reason="The sum is wrong.")

    answer = at("adviser").post(
        sheet(item), {"wish": "set_aside", "revision_no": 1, "check": 6, "reason": "Kept words"}
    )

    assert answer.status_code == 403
    assert "(GAT002)" in answer.content.decode()


def test_clear_stands_ready_once_nothing_is_open(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    open_sheet = at("adviser").get(sheet(item)).content.decode()
    for check in Check:
        verdict(house, item, check)

    ready = at("adviser").get(sheet(item)).content.decode()

    address = f'action="{reverse("act", args=[item.pk, "clear"])}"'
    assert "(GAT014)" in open_sheet
    assert address not in open_sheet
    assert address in ready
    assert f'action="{reverse("act", args=[item.pk, "return"])}"' in ready


def test_sheets_of_earlier_revisions_are_folded_below(house: House, at: At) -> None:
    item = drafted(house, "under_review")
    verdict(house, item, Check.LANGUAGE, Outcome.STOP, reason="Too blunt.")
    by = house.duty("political")
    actions.revise_paper(item=item, new=NewRevision(paper("Second.")), by=by, at=house.now())

    page = at("adviser").get(sheet(item)).content.decode()

    assert "Review sheet of revision 1" in page
    assert "Too blunt." in page.split("Review sheet of revision 1")[1]


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_sheet_speaks_the_officer_s_language(house: House, at: At, language: str, way: str) -> None:
    page = at("adviser", language).get(sheet(drafted(house, "under_review"))).content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page


def test_hostile_text_turns_no_letters_on_the_sheet(house: House, at: At) -> None:
    new = NewRevision(paper("We agree to pay \u202e000,1\u202c <b>euros</b>."))
    item = drafted(house, "draft")
    actions.revise_paper(item=item, new=new, by=house.duty("political"), at=house.now())
    actions.submit_paper(item=item, by=house.duty("political"), at=house.now())

    page = at("adviser").get(sheet(item)).text

    assert "\u202e" not in page
    assert "\ufffd" in page
    assert "&lt;b&gt;euros&lt;/b&gt;" in page
