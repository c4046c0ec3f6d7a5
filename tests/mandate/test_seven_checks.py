"""The mandate: it reviews all documents issued and makes sure of seven things."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from cabinet.directory.actions import Held, keep_incumbent
from cabinet.directory.models import Correspondent
from cabinet.gate.actions import (
    clear_paper,
    give_verdict,
    set_stop_aside,
    sign_outgoing,
    submit_paper,
)
from cabinet.gate.actions.sheet import Word
from cabinet.registry.models import Item
from cabinet.review.models import Verdict
from cabinet.terminology.actions import Wording, propose_edition
from clearance.terms import AddresseeLevel, Check, Kind, Language, Outcome
from tests.cabinet.gate.steps import drafted, memorandum, outgoing, pass_all, refused, stop
from tests.cabinet.review import letters
from tests.cabinet.review.letters import found_in, jordan, letter
from tests.cast import House

SENTENCES = {
    Check.PROCEDURE: "Adherence to the rules of procedure and reference resolutions and lack of"
    " conflict with previous directives or resolutions.",
    Check.LEGAL_BASIS: "Legal basis for any document and presence of the necessary approval from"
    " the authorized person.",
    Check.CONFORMITY: "Compliance of the documents, resolutions, correspondences, and contracts"
    " issued with the system.",
    Check.LANGUAGE: "Use of appropriate language.",
    Check.ADDRESSEE: "Accuracy of the addressee's information.",
    Check.FIGURES: "Accuracy of numbers and dates.",
    Check.SENSITIVITY: "Observation of the political sensitivity.",
}


@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.REPORT, Kind.CIRCULAR, Kind.CONTRACT])
def test_it_reviews_all_documents_and_correspondences_issued(house: House, kind: Kind) -> None:
    """It also reviews all documents and correspondences issued."""
    item = outgoing(house, "under_review", kind=kind)

    with refused("GAT014"):
        clear_paper(item=item, by=house.duty("dg"), at=house.now())


@pytest.mark.parametrize("check", list(Check), ids=lambda check: check.name.lower())
def test_makes_sure_of_each_of_the_seven(house: House, check: Check) -> None:
    """... and makes sure of the following: one verdict missing, or one stop, and it stays."""
    assert list(SENTENCES) == list(Check)
    for item in (outgoing(house, "under_review"), memorandum(house, "under_review")):
        pass_all(house, item, but=(check,))
        with refused("GAT014"):
            clear_paper(item=item, by=house.duty("dg"), at=house.now())
        stop(house, item, check)
        with refused("GAT015"):
            clear_paper(item=item, by=house.duty("dg"), at=house.now())


def test_the_seven_are_recorded_in_the_order_of_the_mandate_with_officer_and_time(
    house: House,
) -> None:
    """1 to 7, each with the officer who gave it, the post, the time."""
    item = outgoing(house, "cleared")

    verdicts = Verdict.objects.filter(revision__item=item).order_by("id")

    assert [each.check_no for each in verdicts] == [1, 2, 3, 4, 5, 6, 7]
    assert {each.by.username for each in verdicts} == {"adviser"}
    assert {each.post.role for each in verdicts} == {"cabinet_adviser"}
    assert all(each.at is not None for each in verdicts)


def test_there_is_no_eighth_check(house: House) -> None:
    """The mandate lists seven; the database holds no other."""
    item = outgoing(house, "under_review")
    pass_all(house, item)
    verdict = Verdict.objects.filter(revision__item=item).order_by("id")[0]
    verdict.pk, verdict.check_no = None, 8

    with pytest.raises(DatabaseError), transaction.atomic():
        verdict.save(force_insert=True)


def test_a_check_that_does_not_apply_is_a_verdict_with_its_reason(house: House) -> None:
    """Makes sure: nothing is passed over in silence."""
    item = outgoing(house, "under_review")
    pass_all(house, item, but=(Check.PROCEDURE,))

    give_verdict(
        item=item,
        revision_no=1,
        word=Word(Check.PROCEDURE, Outcome.NOT_APPLICABLE, "It cites no resolution."),
        by=house.duty("adviser"),
        at=house.now(),
    )
    clear_paper(item=item, by=house.duty("adviser"), at=house.now())

    assert item.state == "cleared"


def test_legal_basis_and_approval_from_the_authorised_person(house: House) -> None:
    """2. Legal basis for any document and presence of the necessary approval from the authorized
    person: the signatory's authority that day, and the authorisation to write to a Government.
    """
    item = outgoing(house, "cleared", level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)

    with refused("GAT018"):
        sign_outgoing(item=item, by=house.duty("political"), at=house.now())
    with refused("GAT019"):
        sign_outgoing(item=item, by=house.duty("asg"), at=house.now())


def test_accuracy_of_the_addressee_is_fixed_once_submitted(house: House) -> None:
    """5. Accuracy of the addressee's information: what was reviewed is what is written to."""
    item = outgoing(house, "submitted")
    same_rank = Correspondent.objects.filter(level=AddresseeLevel.INSTITUTION)
    other = same_rank.order_by("-id")[0]
    assert other != item.correspondent

    with pytest.raises(DatabaseError, match="REG004"), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(correspondent=other)


def test_accuracy_of_numbers_counts_the_enclosures(house: House) -> None:
    """6. Accuracy of numbers and dates: the enclosures are those that are announced."""
    item = drafted(house, announced=1)

    with refused("GAT021"):
        submit_paper(item=item, by=house.duty("political"), at=house.now())


def test_political_sensitivity_may_be_kept_from_the_drafters(house: House) -> None:
    """7. Observation of the political sensitivity: the reason may stay inside the Cabinet."""
    item = outgoing(house, "under_review")
    word = Word(Check.SENSITIVITY, Outcome.STOP, "Talks are under way.", kept_from_drafters=True)

    verdict = give_verdict(
        item=item, revision_no=1, word=word, by=house.duty("adviser"), at=house.now()
    )

    assert verdict.kept_from_drafters


def test_stop_is_set_aside_by_the_director_general_alone_and_in_writing(house: House) -> None:
    """He ... takes important decisions: he answers, by name, for a stop that he sets aside."""
    item = outgoing(house, "under_review")
    pass_all(house, item)
    stop(house, item)

    override = set_stop_aside(
        item=item,
        revision_no=1,
        check=Check.SENSITIVITY,
        reason="The Secretary-General agreed by telephone.",
        by=house.duty("dg"),
        at=house.now(),
    )

    assert override.verdict.outcome == Outcome.STOP
    clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    assert item.state == "cleared"


def test_accuracy_of_the_addressee_s_information_is_held_against_the_directory(
    house: House,
) -> None:
    """5. Accuracy of the addressee's information."""
    held = Held(
        names={Language.ENGLISH: "Karim Al-Majali"},
        posts={Language.ENGLISH: "Minister of Foreign Affairs"},
        styles={},
    )
    keep_incumbent(correspondent=jordan(), held=held, by=house.duty("protocol"), at=house.now())

    right = found_in(house, letters.drafted(house, letter(), to=jordan()))
    wrong = letters.drafted(house, letter(name="H.E. Mr. Karim Al-Majani"), to=jordan())

    assert "ADR001" not in right
    assert found_in(house, wrong)["ADR001"].suggestion == "Karim Al-Majali"


def test_legal_basis_and_approval_are_held_against_posts_and_their_authority(
    house: House,
) -> None:
    """2. ... presence of the necessary approval from the authorized person."""
    by_him = letter(signed="Idris Al-Kettani\nSecretary-General")
    by_another = letter(signed="Mahmoud Shahin\nDirector of Political Affairs")

    assert "LEG021" not in found_in(house, letters.drafted(house, by_him, to=jordan()))
    assert "LEG021" in found_in(house, letters.drafted(house, by_another, to=jordan()))


def test_observation_of_the_political_sensitivity_goes_by_the_cabinet_s_own_register(
    house: House,
) -> None:
    """7. Observation of the political sensitivity."""
    text = letter(body="The quay parley is near, pursuant to Resolution No. 1/51-PAL.")
    told = Wording(avoid={Language.ENGLISH: ("quay parley",)}, level="stop", source="Decision 1")
    before = found_in(house, letters.drafted(house, text))

    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())

    after = found_in(house, letters.drafted(house, text))
    assert {code for code in after if code.startswith("POL")} - set(before)
