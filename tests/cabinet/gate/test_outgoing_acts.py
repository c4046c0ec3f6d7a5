"""Each act on an outgoing paper: what it leaves, and each refusal that it can give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cabinet.dispatch.actions import Sending, dispatch_outgoing, record_delivery, record_failure
from cabinet.gate.actions import (
    annul_outgoing,
    authorise_writing,
    clear_paper,
    decline_to_sign,
    draft_paper,
    issue_outgoing,
    return_paper,
    revise_paper,
    sign_outgoing,
    submit_paper,
    take_up_review,
    void_paper,
)
from cabinet.gate.actions.outgoing import NewPaper, NewRevision
from cabinet.gate.models import Signature
from cabinet.registry.models import Item, Number
from clearance.gate import FourEyes, NoAuthorityToSign, NotInState, ReviewOpen
from clearance.terms import AddresseeLevel, Channel, Check, Flow, Kind
from tests.cabinet.gate.steps import (
    assert_left,
    directed,
    drafted,
    memorandum,
    outgoing,
    pass_all,
    pouch,
    refused,
    registered,
    stop,
)
from tests.cast import House, paper


def revise(house: House, item: Item, by: str = "political-desk", text: str = "Better.") -> None:
    revise_paper(item=item, new=NewRevision(paper(text)), by=house.duty(by), at=house.now())


def test_draft_leaves_its_movement_and_first_revision(house: House) -> None:
    item = drafted(house)

    movement = assert_left(item, "draft", "political-desk", source="", target="draft")
    assert movement.authority_label == "titular"
    assert item.revisions.get().no == 1
    assert not Number.objects.filter(item=item).exists()


def test_draft_for_another_unit_is_refused(house: House) -> None:
    new = NewPaper(Flow.OUTGOING, Kind.LETTER, house.unit("LEG"), "Reply", paper())

    with refused("GAT005"):
        draft_paper(new=new, by=house.duty("political"), at=house.now())


@pytest.mark.parametrize("who", ["sg", "system"])
def test_draft_by_a_post_that_does_not_draft_is_refused(house: House, who: str) -> None:
    unit = house.unit("SG" if who == "sg" else "ITD")

    with refused("GAT002"):
        draft_paper(
            new=NewPaper(Flow.OUTGOING, Kind.LETTER, unit, "Reply", paper()),
            by=house.duty(who),
            at=house.now(),
        )


def test_reply_to_a_paper_that_is_not_before_the_drafter_is_refused(house: House) -> None:
    """Else a department could close a paper that the Cabinet never directed to it."""
    question = directed(house, "LEG")
    own_letter = drafted(house)

    for answered in (question, registered(house), own_letter):
        with refused("GAT037"):
            drafted(house, answers=answered)


def test_submit_by_the_desk_officer_is_refused(house: House) -> None:
    item = drafted(house)

    with refused("GAT002"):
        submit_paper(item=item, by=house.duty("political-desk"), at=house.now())


def test_submit_by_the_head_of_another_unit_is_refused(house: House) -> None:
    item = drafted(house)

    with refused("GAT005"):
        submit_paper(item=item, by=house.duty("legal"), at=house.now())


def test_submit_without_facts_and_enclosures_tells_all(house: House) -> None:
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, house.unit("POL"), " ", paper(), enclosures_announced=2
    )
    item = draft_paper(new=new, by=house.duty("political-desk"), at=house.now())

    with refused("GAT028", "GAT029", "GAT021"):
        submit_paper(item=item, by=house.duty("political"), at=house.now())


def test_outgoing_paper_to_a_unit_of_the_house_has_no_addressee(house: House) -> None:
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, house.unit("POL"), "Reply", paper(), to_unit=house.unit("INF")
    )
    item = draft_paper(new=new, by=house.duty("political-desk"), at=house.now())

    with refused("GAT029"):
        submit_paper(item=item, by=house.duty("political"), at=house.now())


def test_submit_of_a_returned_revision_is_refused_until_a_new_one_is_there(house: House) -> None:
    item = outgoing(house, "under_review")
    return_paper(item=item, reason="The date is wrong.", by=house.duty("adviser"), at=house.now())
    with refused("GAT020"):
        submit_paper(item=item, by=house.duty("political"), at=house.now())

    revise(house, item)
    submit_paper(item=item, by=house.duty("political"), at=house.now())

    assert_left(item, "submit", "political", source="draft", target="submitted")


def test_take_up_by_a_drafter_is_refused(house: House) -> None:
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, house.unit("CAB"), "From the Cabinet", paper(),
        addressee=house.correspondent(AddresseeLevel.INSTITUTION),
    )  # fmt: skip
    item = draft_paper(new=new, by=house.duty("adviser"), at=house.now())
    submit_paper(item=item, by=house.duty("dg"), at=house.now())

    with refused("GAT016") as caught:
        take_up_review(item=item, by=house.duty("adviser"), at=house.now())

    assert isinstance(caught.value, FourEyes)
    take_up_review(item=item, by=house.duty("adviser2"), at=house.now())
    assert_left(item, "take_up", "adviser2", source="submitted", target="under_review")


@pytest.mark.parametrize("who", ["political", "legal", "sg", "registry", "asg"])
def test_take_up_by_anybody_but_the_cabinet_is_refused(house: House, who: str) -> None:
    item = outgoing(house, "submitted")

    with refused("GAT002"):
        take_up_review(item=item, by=house.duty(who), at=house.now())


def test_clear_names_the_checks_without_verdict(house: House) -> None:
    item = outgoing(house, "under_review")
    pass_all(house, item, but=(Check.LANGUAGE, Check.SENSITIVITY))

    with refused("GAT014") as caught:
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())

    assert isinstance(caught.value, ReviewOpen)
    assert caught.value.unmet[0].params["checks"] == "Appropriate language|Political sensitivity"


def test_clear_with_a_stop_and_a_missing_verdict_tells_both(house: House) -> None:
    item = outgoing(house, "under_review")
    pass_all(house, item, but=(Check.LANGUAGE,))
    stop(house, item)

    with refused("GAT014", "GAT015"):
        clear_paper(item=item, by=house.duty("dg"), at=house.now())


def test_clear_leaves_a_clearance_of_the_content(house: House) -> None:
    item = outgoing(house, "cleared")

    movement = assert_left(item, "clear", "adviser", source="under_review", target="cleared")
    revision = item.revisions.get()
    assert revision.clearance.sha256 == revision.sha256 == movement.content_sha256


def test_cleared_paper_is_not_cleared_twice(house: House) -> None:
    item = outgoing(house, "cleared")

    with refused("GAT001"):
        clear_paper(item=item, by=house.duty("dg"), at=house.now())


@pytest.mark.parametrize("state", ["submitted", "under_review", "cleared"])
def test_return_needs_reasons_and_leaves_them(house: House, state: str) -> None:
    item = outgoing(house, state)
    with refused("GAT010"):
        return_paper(item=item, reason="\n", by=house.duty("adviser"), at=house.now())

    return_paper(item=item, reason="Annex missing.", by=house.duty("adviser"), at=house.now())

    movement = assert_left(item, "return", "adviser", source=state, target="returned")
    assert movement.reason == "Annex missing."


@pytest.mark.parametrize("state", ["submitted", "under_review", "cleared"])
def test_new_revision_reopens_all_seven_checks(house: House, state: str) -> None:
    item = outgoing(house, state)

    revise(house, item)

    assert_left(item, "revise", "political-desk", source=state, target="draft")
    submit_paper(item=item, by=house.duty("political"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    with refused("GAT014") as caught:
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    assert caught.value.unmet[0].params["checks"].count("|") == 6


def test_same_words_again_are_a_new_revision_that_nobody_cleared(house: House) -> None:
    item = outgoing(house, "cleared")

    revise(house, item, text="A letter.")

    assert item.revisions.order_by("-no")[0].sha256 == item.revisions.order_by("no")[0].sha256
    with refused("GAT001"):
        sign_outgoing(item=item, by=house.duty("sg"), at=house.now())
    submit_paper(item=item, by=house.duty("political"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    with refused("GAT014"):
        clear_paper(item=item, by=house.duty("adviser"), at=house.now())


def test_revise_after_signature_is_refused(house: House) -> None:
    item = outgoing(house, "signed")

    with refused("GAT001"):
        revise(house, item)


def test_sign_gives_number_and_date_in_the_same_act(house: House) -> None:
    item = outgoing(house, "signed")

    assert_left(item, "sign", "sg", source="cleared", target="signed")
    signature = Signature.objects.get(revision=item.revisions.get())
    assert signature.clearance.sha256 == signature.sha256
    assert item.number.text.startswith("OIC/POL/")
    assert item.number.on == signature.on
    assert item.number.on_hijri


def test_refused_signature_uses_no_number(house: House) -> None:
    first, item = outgoing(house, "signed"), outgoing(house, "cleared")

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("adviser"), at=house.now())

    sign_outgoing(item=item, by=house.duty("sg"), at=house.now())
    assert item.number.serial == first.number.serial + 1


def test_sign_before_clearance_is_refused(house: House) -> None:
    for state in ("draft", "submitted", "under_review"):
        item = outgoing(house, state)

        with refused("GAT001") as caught:
            sign_outgoing(item=item, by=house.duty("sg"), at=house.now())
        assert isinstance(caught.value, NotInState)


@pytest.mark.parametrize("who", ["asg", "political", "dg"])
def test_sign_to_a_ministry_without_cell_or_authorisation_is_refused(
    house: House, who: str
) -> None:
    level = AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS
    item = outgoing(house, "cleared", level=level)

    with refused(*(("GAT019",) if who == "asg" else ("GAT018",))):
        sign_outgoing(item=item, by=house.duty(who), at=house.now())


def test_sign_to_a_government_once_authorised(house: House) -> None:
    level = AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS
    item = outgoing(house, "cleared", level=level)
    with refused("GAT002"):
        authorise_writing(item=item, by=house.duty("dg"), at=house.now())

    authorise_writing(item=item, by=house.duty("sg"), at=house.now())
    assert_left(item, "authorise", "sg", source="cleared", target="cleared")
    sign_outgoing(item=item, by=house.duty("asg"), at=house.now())

    assert_left(item, "sign", "asg", source="cleared", target="signed")


def test_note_verbale_to_an_institution_is_signed_by_nobody(house: House) -> None:
    item = outgoing(house, "cleared", kind=Kind.NOTE_VERBALE)

    with refused("GAT017") as caught:
        sign_outgoing(item=item, by=house.duty("sg"), at=house.now())

    assert isinstance(caught.value, NoAuthorityToSign)


def test_sign_by_a_head_who_wrote_one_of_the_revisions_is_refused(house: House) -> None:
    item = drafted(house)
    revise(house, item, by="political")
    submit_paper(item=item, by=house.duty("political"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    pass_all(house, item)
    clear_paper(item=item, by=house.duty("adviser"), at=house.now())

    with refused("GAT016"):
        sign_outgoing(item=item, by=house.duty("political"), at=house.now())


def test_decline_to_sign_returns_the_paper_with_the_reason(house: House) -> None:
    item = outgoing(house, "cleared")
    with refused("GAT010"):
        decline_to_sign(item=item, reason="", by=house.duty("sg"), at=house.now())
    with refused("GAT018"):
        decline_to_sign(item=item, reason="No.", by=house.duty("adviser"), at=house.now())

    decline_to_sign(item=item, reason="Not now.", by=house.duty("sg"), at=house.now())

    movement = assert_left(item, "decline", "sg", source="cleared", target="returned")
    assert movement.reason == "Not now."


def test_issue_is_the_registry_s_and_after_signature(house: House) -> None:
    item = outgoing(house, "cleared")
    with refused("GAT001"):
        issue_outgoing(item=item, by=house.duty("clerk2"), at=house.now())
    sign_outgoing(item=item, by=house.duty("sg"), at=house.now())
    with refused("GAT002"):
        issue_outgoing(item=item, by=house.duty("political"), at=house.now())

    issue_outgoing(item=item, by=house.duty("clerk2"), at=house.now())

    assert_left(item, "issue", "clerk2", source="signed", target="issued")


def test_dispatch_without_channel_and_proof_tells_both(house: House) -> None:
    item = outgoing(house, "issued")

    with refused("GAT034", "GAT023"):
        dispatch_outgoing(
            item=item, sending=Sending(None, None), by=house.duty("clerk2"), at=house.now()
        )


def test_dispatch_before_issue_is_refused(house: House) -> None:
    item = outgoing(house, "signed")

    with refused("GAT001"):
        dispatch_outgoing(item=item, sending=pouch(), by=house.duty("clerk2"), at=house.now())


def test_dispatch_leaves_channel_and_proof(house: House) -> None:
    item = outgoing(house, "dispatched")

    movement = assert_left(item, "dispatch", "clerk2", source="issued", target="dispatched")
    sent = item.dispatches.get()
    assert (sent.channel, sent.move_no, sent.proof_name) == (
        Channel.POUCH, movement.no, "slip.txt",
    )  # fmt: skip


def test_delivery_needs_its_receipt(house: House) -> None:
    item = outgoing(house, "dispatched")
    with refused("GAT023"):
        record_delivery(item=item, proof=None, by=house.duty("clerk2"), at=house.now())

    record_delivery(item=item, proof=paper("Received."), by=house.duty("clerk2"), at=house.now())

    assert_left(item, "deliver", "clerk2", source="dispatched", target="delivered")
    assert item.deliveries.count() == 1


def test_paper_that_came_back_is_dispatched_again(house: House) -> None:
    item = outgoing(house, "dispatched")
    with refused("GAT010"):
        record_failure(item=item, reason="", by=house.duty("clerk2"), at=house.now())
    record_failure(item=item, reason="Moved away.", by=house.duty("clerk2"), at=house.now())
    assert_left(item, "fail", "clerk2", source="dispatched", target="undelivered")

    dispatch_outgoing(item=item, sending=pouch(), by=house.duty("clerk2"), at=house.now())

    assert item.dispatches.count() == 2


def test_void_is_the_drafting_unit_s_and_deletes_nothing(house: House) -> None:
    item = outgoing(house, "cleared")
    with refused("GAT005"):
        void_paper(item=item, reason="Overtaken.", by=house.duty("legal"), at=house.now())
    with refused("GAT010"):
        void_paper(item=item, reason="", by=house.duty("political"), at=house.now())

    void_paper(item=item, reason="Overtaken.", by=house.duty("political"), at=house.now())

    assert_left(item, "void", "political", source="cleared", target="void")
    assert item.revisions.count() == 1


@pytest.mark.parametrize("state", ["signed", "issued"])
def test_annul_spends_the_number(house: House, state: str) -> None:
    item = outgoing(house, state)
    number = item.number
    with refused("GAT002"):
        annul_outgoing(item=item, reason="Wrong.", by=house.duty("adviser"), at=house.now())
    with refused("GAT010"):
        annul_outgoing(item=item, reason="", by=house.duty("dg"), at=house.now())

    annul_outgoing(item=item, reason="The visit is off.", by=house.duty("dg"), at=house.now())

    assert_left(item, "annul", "dg", source=state, target="void")
    assert Number.objects.get(item=item) == number
    assert outgoing(house, "signed").number.serial == number.serial + 1


def test_dispatched_paper_is_not_annulled(house: House) -> None:
    item = outgoing(house, "dispatched")

    with refused("GAT001"):
        annul_outgoing(item=item, reason="Too late.", by=house.duty("dg"), at=house.now())


def test_stale_page_is_outdated_for_every_act(house: House) -> None:
    item = outgoing(house, "cleared")
    seen = item.moves - 1
    by, at = house.duty, house.now()

    attempts: tuple[Callable[[], object], ...] = (
        lambda: sign_outgoing(item=item, by=by("sg"), at=at, seen_moves=seen),
        lambda: decline_to_sign(item=item, reason="No.", by=by("sg"), at=at, seen_moves=seen),
        lambda: return_paper(item=item, reason="No.", by=by("dg"), at=at, seen_moves=seen),
        lambda: void_paper(item=item, reason="No.", by=by("political"), at=at, seen_moves=seen),
        lambda: authorise_writing(item=item, by=by("sg"), at=at, seen_moves=seen),
    )
    for attempt in attempts:
        with refused("GAT003"):
            attempt()


def test_memorandum_is_not_signed(house: House) -> None:
    item = memorandum(house, "cleared")

    with refused("GAT001"):
        sign_outgoing(item=item, by=house.duty("sg"), at=house.now())
