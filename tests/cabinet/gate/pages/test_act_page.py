"""Every act through its page: done, refused with what was typed, stale, and out of sight."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cabinet.dispatch.views import ACTS as SENDING
from cabinet.gate import actions
from cabinet.gate.views.acts import ACTS
from cabinet.registry.models import Item
from clearance.gate import TABLES
from clearance.terms import AddresseeLevel, Flow
from tests.cabinet.gate.pages.stage import drafted, incoming, sealed, sent
from tests.cast import House

At = Callable[..., Client]
Stage = Callable[[House], Item]

MEMO = Flow.MEMORANDUM
WHY = {"reason": "It belongs elsewhere."}


def came(state: str) -> Stage:
    return lambda house: incoming(house, state)


def wrote(state: str, flow: Flow = Flow.OUTGOING) -> Stage:
    return lambda house: drafted(house, state, flow)


DONE: list[tuple[str, Stage, str, dict[str, Any], str]] = [
    ("register", came("received"), "clerk", {}, "registered"),
    ("verify", came("registered"), "registry", {}, "verified"),
    ("direct", came("verified"), "adviser", {"action": "POL", "copies": ["LEG"]}, "directed"),
    ("refer", came("directed"), "adviser", {"action": "LEG", "instruction": "Law."}, "directed"),
    ("copy", came("directed"), "adviser", {"copies": ["CUL"]}, "directed"),
    ("send_back", came("directed"), "political", WHY, "verified"),
    ("inform", came("verified"), "adviser", {"note": "Important."}, "verified"),
    ("remark", came("informed"), "sg", {"reason": "Accept."}, "verified"),
    ("extend", came("directed"), "adviser", {"due_on": "+9", **WHY}, "directed"),
    ("acknowledge", came("registered"), "clerk", {"note": "By fax."}, "registered"),
    ("withhold", came("verified"), "adviser", WHY, "withheld"),
    ("return_to_sender", came("verified"), "adviser", WHY, "returned_to_sender"),
    ("close", came("directed"), "adviser", WHY, "closed"),
    ("hand_over", sealed, "private", {}, "handed_over"),
    ("void", came("registered"), "registry", WHY, "void"),
    ("submit", wrote("draft"), "political", {"note": "Initialled."}, "submitted"),
    ("take_up", wrote("submitted"), "adviser", {}, "under_review"),
    ("clear", wrote("judged"), "adviser", {}, "cleared"),
    ("return", wrote("under_review"), "adviser", WHY, "returned"),
    ("authorise", wrote("submitted"), "sg", {}, "submitted"),
    ("decline", wrote("cleared"), "sg", WHY, "returned"),
    ("sign", wrote("cleared"), "sg", {}, "signed"),
    ("issue", wrote("signed"), "clerk2", {}, "issued"),
    ("annul", wrote("signed"), "dg", WHY, "void"),
    ("void", wrote("draft"), "political", WHY, "void"),
    ("issue", wrote("cleared", MEMO), "adviser", {"copies": ["CUL"]}, "issued"),
    ("acknowledge", wrote("issued", MEMO), "legal", {}, "acknowledged"),
]


def typed(house: House, facts: dict[str, Any], item: Item) -> dict[str, Any]:
    """Turn units' codes into keys, and days from today into dates; add what the page showed."""
    told: dict[str, Any] = {"seen_moves": item.moves, **facts}
    if "action" in told:
        told["action"] = house.unit(told["action"]).pk
    if "copies" in told:
        told["copies"] = [house.unit(code).pk for code in told["copies"]]
    if str(told.get("due_on", "")).startswith("+"):
        told["due_on"] = (house.now().date() + timedelta(days=int(told["due_on"]))).isoformat()
    return told


def test_registry_of_acts_has_every_act_of_the_tables_and_nothing_else() -> None:
    entries = {flow: {*ACTS[flow], *SENDING[flow]} for flow in Flow}

    assert entries == {
        flow: {each.name for each in table.transitions} for flow, table in TABLES.items()
    }
    assert not any(set(ACTS[flow]) & set(SENDING[flow]) for flow in Flow)


@pytest.mark.parametrize(("act", "stage", "who", "facts", "state"), DONE)
def test_act_is_shown_and_done(
    house: House, at: At, act: str, stage: Stage, who: str, facts: dict[str, Any], state: str
) -> None:
    item = stage(house)
    address = reverse("act", args=[item.pk, act])
    before = item.moves

    shown = at(who).get(address)
    done = at(who).post(address, typed(house, facts, item))

    item.refresh_from_db()
    assert shown.status_code == 200
    assert done.status_code == 302
    assert (item.state, item.moves) == (state, before + 1)
    assert item.movements.get(no=item.moves).reason == facts.get(
        "reason", facts.get("note", facts.get("instruction", ""))
    )


def test_answer_closes_what_a_late_dispatch_left_open(house: House, at: At) -> None:
    item = incoming(house, "directed")
    reply = drafted(house, "issued", answers=item)
    actions.send_back(item=item, reason="Not ours.", by=house.duty("political"), at=house.now())
    sent(house, reply)
    direction = actions.incoming.Direction(house.unit("LEG"))
    actions.direct_incoming(
        item=item, direction=direction, by=house.duty("adviser"), at=house.now()
    )

    at("clerk").post(reverse("act", args=[item.pk, "answer"]), {"seen_moves": item.moves})

    item.refresh_from_db()
    assert item.state == "answered"


@pytest.mark.parametrize(
    ("act", "stage", "who", "facts", "code"),
    [
        ("send_back", came("directed"), "political", {}, "GAT010"),
        ("direct", came("verified"), "adviser", {"instruction": "Kept words"}, "GAT022"),
        ("refer", came("directed"), "adviser", {"action": "POL", "instruction": "Kept words"},
         "GAT031"),
        ("copy", came("directed"), "adviser", {}, "GAT035"),
        ("extend", came("directed"), "adviser", {"reason": "Kept words"}, "GAT036"),
        ("bring_in", lambda house: sealed(house, "handed_over"), "sg",
         {"subject": "Kept words", "sender": "#1", "kind": "letter"}, "GAT025"),
    ],
)  # fmt: skip
def test_refused_act_says_why_and_keeps_what_was_typed(
    house: House, at: At, act: str, stage: Stage, who: str, facts: dict[str, Any], code: str
) -> None:
    item = stage(house)

    answer = at(who).post(reverse("act", args=[item.pk, act]), typed(house, facts, item))

    assert answer.status_code == 409
    assert f"({code})" in answer.content.decode()
    assert ("Kept words" in answer.content.decode()) is ("Kept words" in facts.values())
    assert Item.objects.get(pk=item.pk).moves == item.moves


def test_act_of_another_post_is_refused_with_its_text(house: House, at: At) -> None:
    item = incoming(house, "directed")
    address = reverse("act", args=[item.pk, "close"])

    shown = at("political").get(address)
    answer = at("political").post(address, {"seen_moves": item.moves, "reason": "Kept words"})

    assert (shown.status_code, answer.status_code) == (403, 403)
    assert "(GAT002)" in shown.content.decode()
    assert '<form method="post" action="' + address not in shown.content.decode()
    assert "Kept words" in answer.content.decode()


def test_act_not_listed_for_the_state_is_told(house: House, at: At) -> None:
    item = incoming(house, "registered")

    answer = at("adviser").get(reverse("act", args=[item.pk, "direct"]))

    assert answer.status_code == 409
    assert "(GAT001)" in answer.content.decode()


def test_stale_page_is_told_who_did_what_and_then_counts_anew(house: House, at: At) -> None:
    item = incoming(house, "directed")
    seen = item.moves
    address = reverse("act", args=[item.pk, "send_back"])
    actions.copy_incoming(
        item=item, units=[house.unit("CUL")], by=house.duty("adviser2"), at=house.now()
    )

    stale = at("political").post(address, {"seen_moves": seen, "reason": "Kept words"})
    page = stale.content.decode()
    again = at("political").post(address, {"seen_moves": seen + 1, "reason": "Kept words"})

    assert stale.status_code == 409
    assert "(GAT003)" in page
    assert "Amadou Diallo" in page
    assert "Kept words" in page
    assert f'name="seen_moves" value="{seen + 1}"' in page
    assert again.status_code == 302


def test_stale_page_tells_no_inner_movement(house: House, at: At) -> None:
    item = incoming(house, "directed")
    seen = item.moves
    actions.inform_secretary_general(
        item=item, note="Between us", by=house.duty("adviser"), at=house.now()
    )

    stale = at("political").post(
        reverse("act", args=[item.pk, "send_back"]), {"seen_moves": seen, **WHY}
    )

    assert stale.status_code == 409
    assert "Between us" not in stale.content.decode()
    assert "Nadia Mansour" not in stale.content.decode()


def test_form_with_errors_stays_as_old_as_its_page(house: House, at: At) -> None:
    item = incoming(house, "directed")

    answer = at("adviser").post(
        reverse("act", args=[item.pk, "extend"]), {"seen_moves": 2, "due_on": "soon", **WHY}
    )

    assert answer.status_code == 422
    assert 'name="seen_moves" value="2"' in answer.content.decode()


def test_page_without_its_moves_is_stale(house: House, at: At) -> None:
    item = incoming(house, "registered")

    answer = at("registry").post(reverse("act", args=[item.pk, "verify"]), {})

    assert answer.status_code == 409


@pytest.mark.parametrize("act", ["send_back", "nonsense", "direct", "dispatch"])
def test_paper_out_of_sight_is_not_found(house: House, at: At, act: str) -> None:
    item = incoming(house, "directed")
    address = reverse("act", args=[item.pk, act])

    assert at("cultural").get(address).status_code == 404
    assert at("cultural").post(address, {"seen_moves": item.moves, **WHY}).status_code == 404
    assert at("system").get(address).status_code == 404


def test_unknown_act_is_not_found(house: House, at: At) -> None:
    item = incoming(house, "registered")

    assert at("registry").get(reverse("act", args=[item.pk, "sign"])).status_code == 404


def test_stranger_is_asked_to_sign_in(house: House) -> None:
    item = incoming(house, "registered")

    answer = Client().get(reverse("act", args=[item.pk, "verify"]))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_act_from_the_in_tray_goes_back_to_it(house: House, at: At) -> None:
    item = incoming(house, "verified")

    answer = at("adviser").post(
        reverse("act", args=[item.pk, "withhold"]),
        {"seen_moves": item.moves, "next": "in_tray", **WHY},
    )

    assert answer["Location"] == reverse("in_tray")


def test_file_is_kept_while_a_form_comes_back(house: House, at: At) -> None:
    item = drafted(house, "draft")
    browser = at("political-desk")
    address = reverse("act", args=[item.pk, "revise"])
    facts = {"seen_moves": item.moves, "subject": "Better", "enclosures_announced": "1"}
    files = {
        "paper": SimpleUploadedFile("second.txt", b"The second text."),
        "enclosures": SimpleUploadedFile("annex.txt", b"An annex."),
    }

    back = browser.post(address, {**facts, **files, "enclosures_announced": "many"})
    kept = dict(re.findall(r'name="(\w+_kept)" value="([^"]+)"', back.content.decode()))
    done = browser.post(address, {**facts, **kept})

    assert back.status_code == 422
    assert "second.txt" in back.content.decode()
    assert set(kept) == {"paper_kept", "enclosures_kept"}
    assert done.status_code == 302
    newest = item.revisions.get(no=2)
    assert newest.file_name == "second.txt"
    assert [each.name for each in newest.enclosures.all()] == ["annex.txt"]


def test_file_kept_for_one_officer_serves_no_other(house: House, at: At) -> None:
    item = drafted(house, "draft")
    address = reverse("act", args=[item.pk, "revise"])
    facts = {"seen_moves": item.moves, "subject": "Better", "enclosures_announced": "0"}
    upload = {"paper": SimpleUploadedFile("mine.txt", b"Mine.")}
    back = at("political-desk").post(address, {**upload, "seen_moves": item.moves})
    found = re.search(r'name="paper_kept" value="([^"]+)"', back.content.decode())

    assert found is not None
    for reference in (found[1], "forged"):
        answer = at("political").post(address, {**facts, "paper_kept": reference})

        assert answer.status_code == 422
        assert "is no longer kept" in answer.content.decode()


def test_bring_in_lets_the_paper_of_an_envelope_enter(house: House, at: At) -> None:
    item = sealed(house, "handed_over")
    sender = house.correspondent(AddresseeLevel.PERMANENT_REPRESENTATIVE)

    at("sg").post(
        reverse("act", args=[item.pk, "bring_in"]),
        {
            "seen_moves": item.moves,
            "paper": SimpleUploadedFile("inside.txt", b"From the envelope."),
            "subject": "From the envelope",
            "sender": sender.name_en,
            "kind": "letter",
        },
    )

    item.refresh_from_db()
    assert (item.state, item.sealed, item.correspondent) == ("received", False, sender)
    assert item.revisions.get().file_name == "inside.txt"


def test_sign_page_shows_exactly_what_is_signed(house: House, at: At) -> None:
    item = drafted(house, "cleared")

    page = at("sg").get(reverse("act", args=[item.pk, "sign"])).content.decode()

    assert item.revisions.get().sha256 in page
    assert "letter.txt" in page
    assert "Nadia Mansour" in page
    assert "<dd>Secretary-General</dd>" in page
    assert "Holder of the post" in page
    assert '<details class="more standing-text" open>' in page
    assert "<p>A reply.</p>" in page


def test_act_that_is_not_possible_yet_shows_what_is_lacking(house: House, at: At) -> None:
    item = drafted(house, "under_review")

    page = at("adviser").get(reverse("act", args=[item.pk, "clear"])).content.decode()

    assert "(GAT014)" in page


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_page_speaks_the_officer_s_language(house: House, at: At, language: str, way: str) -> None:
    item = incoming(house, "verified")

    page = at("adviser", language).get(reverse("act", args=[item.pk, "direct"])).content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page


@pytest.mark.parametrize(
    ("act", "state", "who", "then"),
    [
        ("take_up", "submitted", "adviser", "/items/{}/review/"),
        ("issue", "signed", "clerk2", "/items/{}/acts/dispatch/"),
    ],
)
def test_act_leads_to_what_the_same_officer_does_next(
    house: House, at: At, act: str, state: str, who: str, then: str
) -> None:
    item = drafted(house, state)

    answer = at(who).post(reverse("act", args=[item.pk, act]), {"seen_moves": item.moves})

    assert answer["Location"] == then.format(item.pk)
