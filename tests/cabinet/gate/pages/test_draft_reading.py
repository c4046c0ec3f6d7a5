"""A text read by the rules before its submission, and suggestions taken up into a new revision."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest

from cabinet.gate import actions
from cabinet.ledger.models import Event
from cabinet.registry.models import Item, Revision
from cabinet.registry.store import path_of
from cabinet.review.models import Finding, Reading
from cabinet.review.queries import suggestions_on
from cabinet.terminology.actions import Wording, propose_edition
from clearance.terms import Language
from tests.cabinet.gate.pages.conftest import At
from tests.cabinet.gate.pages.stage import incoming
from tests.cabinet.review.letters import drafted, under_review, word_file
from tests.cast import House

TEXT = "Excellency,\n\nThe meeting of of Monday, 3 June 2025 was recieved well.\n"
MENDED = TEXT.replace("Monday", "Tuesday").replace("recieved", "received")


def address(item: Item) -> str:
    return f"/items/{item.pk}/reading/"


def keys_on(page: str) -> dict[str, str]:
    """Return the keys of the suggestions on a page by what they would write."""
    found = re.findall(r'name="take" value="(\w+)"[^>]*>.*?<ins>(.*?)</ins>', page, flags=re.DOTALL)
    return {new: key for key, new in found}


def chosen_on(page: str) -> int:
    return len(re.findall(r'name="take" value="\w+" checked', page))


def taking(item: Item, *keys: str, wish: str = "revise", **more: Any) -> dict[str, Any]:
    return {
        "wish": wish, "revision_no": item.revisions.count(), "seen_moves": item.moves,
        "take": list(keys), **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "offers"), [(TEXT, True), ("Excellency,\n\nThe chairs are on 31 April 2025.\n", False)]
)
def test_buttons_of_suggestions_stand_only_where_there_is_one(
    house: House, at: At, text: str, offers: bool
) -> None:
    item = drafted(house, text)

    page = at("political-desk").get(address(item)).text

    assert 'class="finding finding-3"' in page
    assert bool(keys_on(page)) is offers
    assert ('value="preview"' in page) is offers
    assert ('value="revise"' in page) is offers
    assert (f'href="/items/{item.pk}/acts/revise/"' in page) is not offers


def test_draft_is_read_without_anything_being_kept(house: House, at: At) -> None:
    item = drafted(house, TEXT)

    page = at("political-desk").get(address(item)).content.decode()

    assert "FIG001" in page
    assert set(keys_on(page)) == {"of", "Tuesday", "received"}
    assert chosen_on(page) == 0
    assert not Reading.objects.exists()
    assert not Event.objects.filter(table__startswith="review_").exists()


def test_before_and_after_are_shown_and_the_choice_stays(house: House, at: At) -> None:
    item = drafted(house, TEXT)
    browser = at("political-desk")
    keys = keys_on(browser.get(address(item)).content.decode())

    page = browser.post(
        address(item), taking(item, keys["Tuesday"], wish="preview")
    ).content.decode()

    after = page.split('id="after"')[1].split("</section>")[0]
    assert re.search(r"<del>Monday</del>\s*<ins>Tuesday</ins>", after)
    assert "recieved" in after
    assert chosen_on(page) == 1
    assert item.revisions.count() == 1


def test_chosen_suggestions_make_a_new_revision_with_the_same_enclosures(
    house: House, at: At
) -> None:
    item = drafted(house, TEXT)
    browser = at("political-desk")
    keys = keys_on(browser.get(address(item)).content.decode())

    answer = browser.post(address(item), taking(item, keys["Tuesday"], keys["received"]))

    assert answer.status_code == 302
    new = item.revisions.get(no=2)
    assert path_of(new.sha256).read_text() == MENDED
    assert new.by.username == "political-desk"
    assert [each.name for each in new.enclosures.all()] == ["annex.txt"]
    movement = item.movements.order_by("-no")[0]
    assert movement.act == "revise"
    assert movement.reason.startswith("2 corrections")


def test_word_file_stays_a_word_file(house: House, at: At) -> None:
    item = drafted(house, word_file(TEXT.split("\n")), name="letter.docx")
    browser = at("political-desk")
    keys = keys_on(browser.get(address(item)).content.decode())

    browser.post(address(item), taking(item, keys["Tuesday"]))

    new = item.revisions.get(no=2)
    document = docx.Document(io.BytesIO(path_of(new.sha256).read_bytes()))
    assert any("Tuesday, 3 June 2025" in each.text for each in document.paragraphs)
    assert new.file_name == "letter.docx"


def test_file_that_cannot_be_written_gives_the_corrected_text(house: House, at: At) -> None:
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
    item = drafted(house, page, name="letter.html")
    browser = at("political-desk")
    key = keys_on(browser.get(address(item)).content.decode())["Tuesday"]

    shown = browser.post(address(item), taking(item, key, wish="preview")).content.decode()
    refused = browser.post(address(item), taking(item, key))
    text = browser.post(address(item), taking(item, key, wish="text"))

    assert "cannot be written anew here" in shown
    assert refused.status_code == 200
    assert item.revisions.count() == 1
    assert "Tuesday, 3 June 2025" in text.content.decode()
    assert text.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("wrong", ["gone", "stale", "nothing"])
def test_refusal_loses_nothing_that_was_chosen(house: House, at: At, wrong: str) -> None:
    item = drafted(house, TEXT)
    browser = at("political-desk")
    key = keys_on(browser.get(address(item)).content.decode())["Tuesday"]
    facts = {
        "gone": taking(item, key, "0123456789abcdef"),
        "stale": taking(item, key, seen_moves=0),
        "nothing": taking(item),
    }[wrong]

    answer = browser.post(address(item), facts)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert {"gone": "(REV019)", "stale": "(GAT003)", "nothing": "(REV020)"}[wrong] in page
    assert chosen_on(page) == (0 if wrong == "nothing" else 1)
    assert item.revisions.count() == 1


def test_what_the_cabinet_asked_to_be_mended_is_chosen_when_the_text_comes_back(
    house: House, at: At
) -> None:
    item = under_review(house, TEXT)
    numbers = {each.finding.suggestion: each.finding.no for each in suggestions_on(item)}
    facts = {
        "reason": "Mend these.", "seen_moves": item.moves,
        "mend": [numbers["Tuesday"], numbers["received"]],
    }  # fmt: skip
    sheet = at("adviser").get(f"/items/{item.pk}/review/").content.decode()
    assert sheet.count('name="mend"') == 3

    answer = at("adviser").post(f"/items/{item.pk}/acts/return/", facts)

    assert answer.status_code == 302
    browser = at("political-desk")
    page = browser.get(address(item)).content.decode()
    assert chosen_on(page) == 2
    assert "Nadia Mansour" in page
    item.refresh_from_db()
    taken = re.findall(r'name="take" value="(\w+)" checked', page)
    browser.post(address(item), taking(item, *taken))
    assert path_of(item.revisions.get(no=2).sha256).read_text() == MENDED


def test_finding_that_is_no_longer_there_is_not_returned_to_be_mended(house: House, at: At) -> None:
    item = under_review(house, TEXT)

    answer = at("adviser").post(
        f"/items/{item.pk}/acts/return/",
        {"reason": "Kept words", "seen_moves": item.moves, "mend": ["99"]},
    )

    assert answer.status_code == 422
    assert "Kept words" in answer.content.decode()


def test_drafters_never_read_what_is_kept_from_them(house: House, at: At) -> None:
    told = Wording(
        avoid={Language.ENGLISH: ("quay parley",)}, right={Language.ENGLISH: "wharf talks"},
        level="stop", source="Decision 1", kept_from_drafters=True,
    )  # fmt: skip
    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())
    item = drafted(house, TEXT.replace("meeting", "quay parley"))
    cabinet = at("adviser").get(address(item)).content.decode()
    key = re.search(r"POL001.*", cabinet, flags=re.DOTALL)
    assert key is not None
    assert "wharf talks" in cabinet

    for who in ("political-desk", "political"):
        page = at(who).get(address(item)).content.decode()
        assert "wharf talks" not in page
        assert "POL001" not in page


@pytest.mark.parametrize("who", ["legal", "clerk", "registry", "asg", "system"])
def test_reading_is_not_found_by_others(house: House, at: At, who: str) -> None:
    item = drafted(house, TEXT)

    assert at(who).get(address(item)).status_code == 404
    assert at(who).post(address(item), taking(item, "x")).status_code == 404


def test_cabinet_reads_a_draft_and_makes_no_revision_of_it(house: House, at: At) -> None:
    item = drafted(house, TEXT)

    page = at("adviser").get(address(item)).content.decode()
    answer = at("adviser").post(address(item), taking(item, "x"))

    assert "FIG001" in page
    assert keys_on(page) == {}
    assert answer.status_code == 404


def test_incoming_paper_has_no_reading(house: House, at: At) -> None:
    assert at("adviser").get(address(incoming(house, "verified"))).status_code == 404


def test_file_that_no_rule_reads_is_told(house: House, at: At) -> None:
    item = drafted(house, b"\x89PNG\r\n\x1a\n" + bytes(99), name="letter.png")

    page = at("political-desk").get(address(item)).content.decode()

    assert "(RDG005)" in page


def test_after_submission_the_same_findings_are_kept(house: House, at: At) -> None:
    item = drafted(house, TEXT)
    page = at("political-desk").get(address(item)).content.decode()
    told = set(re.findall(r"<code>([A-Z]{3}\d{3})</code>", page))

    actions.submit_paper(item=item, by=house.duty("political"), at=house.now())

    kept = Finding.objects.filter(reading__revision__item=item)
    assert set(kept.values_list("code", flat=True)) == told
    assert Revision.objects.filter(item=item).count() == 1


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("fr", "ltr")])
def test_page_speaks_the_officer_s_language(house: House, at: At, language: str, way: str) -> None:
    page = at("political-desk", language).get(address(drafted(house, TEXT))).content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page
    assert {"ar": "قبل", "fr": "avant et après"}[language] in page
    assert "Tuesday" in page


def test_suggestion_left_to_the_drafter_is_told_before_a_revision_is_made(
    house: House, at: At
) -> None:
    text = "Excellency,\n\nThe meeting of Monday, 3 June 2025 was recieved well.\n"
    told = Wording(
        avoid={Language.ENGLISH: ("recieved well",)}, right={Language.ENGLISH: "applauded"},
        level="warn", source="Decision 1",
    )  # fmt: skip
    propose_edition(code="", told=told, by=house.duty("dg"), at=house.now())
    item = drafted(house, text)
    browser = at("political-desk")
    keys = keys_on(browser.get(address(item)).content.decode())
    facts = taking(item, keys["received"], keys["applauded"])

    first = browser.post(address(item), facts)
    second = browser.post(address(item), {**facts, "left_told": "yes"})

    assert first.status_code == 200
    assert "cannot be written in its place" in first.content.decode()
    assert 'name="left_told"' in first.content.decode()
    assert second.status_code == 302
    assert "applauded" in path_of(item.revisions.get(no=2).sha256).read_text()


def test_digits_choose_suggestions_and_a_key_makes_the_revision(house: House, at: At) -> None:
    page = at("political-desk").get(address(drafted(house, TEXT))).content.decode()

    keys = re.findall(r'name="take" value="\w+" data-key="(\d)"', page)
    assert keys == ["1", "2", "3"]
    assert re.search(r'value="revise"[^>]* data-key="m"', page) or re.search(
        r'data-key="m"[^>]*value="revise"', page
    )
