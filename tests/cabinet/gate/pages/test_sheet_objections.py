"""Objections on a paragraph chosen beside the text; the text read again by the rules."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cabinet.registry.models import Item
from cabinet.review.models import Objection, Reading
from cabinet.terminology.actions import Wording, propose_edition
from clearance.terms import Language
from tests.cabinet.gate.pages.conftest import At
from tests.cabinet.review.letters import submitted, under_review
from tests.cast import House

TEXT = "Excellency,\n\nThe quay parley is near.\n\nThe quay is far.\n"


def sheet(item: Item) -> str:
    return f"/items/{item.pk}/review/"


def objecting(item: Item, **more: Any) -> dict[str, Any]:
    return {
        "wish": "objection", "revision_no": 1, "seen_moves": item.moves, "check": 7,
        "weight": "advice", "text": "Say it otherwise.", "quoted": "", "paragraph": "", **more,
    }  # fmt: skip


def test_every_paragraph_has_a_choice_that_belongs_to_the_objection(house: House, at: At) -> None:
    item = under_review(house, TEXT)

    page = at("adviser").get(sheet(item)).content.decode()

    choices = re.findall(r'type="radio" name="paragraph" value="(\d*)" form="objecting"', page)
    assert choices == ["1", "2", "3", ""]
    assert 'id="objecting"' in page
    assert 'name="paragraph"' not in at("political").get(sheet(item)).content.decode()


@pytest.mark.parametrize(
    ("paragraph", "quoted", "words"),
    [
        ("2", "", "The quay parley is near."),
        ("3", "The quay", "The quay"),
        ("", "The quay", "The quay"),
        ("", "", ""),
    ],
)
def test_objection_stands_on_the_paragraph_or_its_words(
    house: House, at: At, paragraph: str, quoted: str, words: str
) -> None:
    item = under_review(house, TEXT)

    answer = at("adviser").post(sheet(item), objecting(item, paragraph=paragraph, quoted=quoted))

    assert answer.status_code == 302
    objection = Objection.objects.get()
    text = Reading.objects.get().text
    assert text[objection.begins : objection.ends] == objection.quoted == words
    first = text.index("The quay is") if paragraph == "3" else text.find(words or "\0")
    assert objection.begins == max(first, 0)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"paragraph": "99"}, "(REV018)"),
        ({"paragraph": "3", "quoted": "parley"}, "(REV015)"),
        ({"text": " ", "paragraph": "3"}, "(REV013)"),
    ],
)
def test_refused_objection_keeps_the_paragraph_and_the_words(
    house: House, at: At, wrong: dict[str, str], code: str
) -> None:
    item = under_review(house, TEXT)
    facts = {**objecting(item, quoted="Kept words"), **wrong}

    answer = at("adviser").post(sheet(item), facts)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert code in page
    assert facts["quoted"] in page
    assert wrong["paragraph"] != "3" or re.search(r'value="3" form="objecting" checked', page)
    assert not Objection.objects.exists()


@pytest.mark.parametrize("paragraph", ["x", "-1", "9" * 30, "\x00"])
def test_paragraph_that_nobody_would_choose_is_no_fault(
    house: House, at: At, paragraph: str
) -> None:
    item = under_review(house, TEXT)

    assert at("adviser").post(sheet(item), objecting(item, paragraph=paragraph)).status_code == 422


def test_objection_is_marked_in_the_text_and_its_place_leads_to_it(house: House, at: At) -> None:
    item = under_review(house, TEXT)
    at("adviser").post(sheet(item), objecting(item, paragraph="3"))
    objection = Objection.objects.get()

    page = at("political").get(sheet(item)).content.decode()

    assert f'id="objection-{objection.pk}"' in page
    assert re.search(rf'<mark[^>]*>The quay is far\.<a[^>]*href="#objection-{objection.pk}"', page)


def test_objection_kept_from_drafters_leaves_no_mark_for_them(house: House, at: At) -> None:
    item = under_review(house, TEXT)
    at("adviser").post(sheet(item), objecting(item, paragraph="3", kept_from_drafters="on"))

    assert "#objection-" in at("adviser2").get(sheet(item)).content.decode()
    assert "#objection-" not in at("political").get(sheet(item)).content.decode()


def test_sheet_tells_that_a_register_changed_and_has_the_text_read_again(
    house: House, at: At
) -> None:
    item = submitted(house, TEXT)
    fresh = at("adviser").get(sheet(item)).content.decode()
    told = Wording(
        avoid={Language.ENGLISH: ("quay parley",)}, level="warn", source="Decision 1",
    )  # fmt: skip
    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())
    changed = at("adviser").get(sheet(item)).content.decode()

    again = {"wish": "again", "revision_no": 1, "seen_moves": item.moves}
    answer = at("adviser").post(sheet(item), again)

    assert "A register has changed" not in fresh
    assert "A register has changed" in changed
    assert answer.status_code == 302
    item.refresh_from_db()
    assert item.state == "submitted"
    page = at("adviser").get(sheet(item)).content.decode()
    assert "A register has changed" not in page
    assert "Asked for by Nadia Mansour." in page
    assert "POL" in page


def test_drafting_unit_is_told_nothing_of_registers_and_has_nothing_read_again(
    house: House, at: At
) -> None:
    item = submitted(house, TEXT)
    again = {"wish": "again", "revision_no": 1, "seen_moves": item.moves}

    answer = at("political").post(sheet(item), again)

    assert answer.status_code == 404
    assert 'value="again"' not in at("political").get(sheet(item)).content.decode()
    assert Reading.objects.count() == 1


WRAPPED = """\
Excellency,

The quay parley which was announced to the Member States in the spring
will be held in the autumn, since the hall is under repair till then, as
all know; the General Secretariat will tell them of the new days soon
enough for their travel to be arranged.
"""


def test_lines_of_one_width_are_parts_of_their_paragraph(house: House, at: At) -> None:
    item = under_review(house, WRAPPED)

    page = at("adviser").get(sheet(item)).content.decode()
    at("adviser").post(sheet(item), objecting(item, paragraph="2"))

    assert page.count('data-paragraph="') == 2
    objected = Objection.objects.get().quoted
    assert objected.startswith("The quay parley")
    assert objected.endswith("to be arranged.")
