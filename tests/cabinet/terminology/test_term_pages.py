"""The pages of the register of terms: who finds what, what is proposed, what a fault leaves."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cabinet.terminology.models import Edition
from cabinet.terminology.queries import editions_in_force
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House

TYPED = {
    "avoid_en": "quay parley\nparley at the quay", "right_en": "talks at the quay",
    "level": "stop", "kind_report": "note", "source": "Decision 1", "quoted_is_right": "on",
    "seen_no": "0",
}  # fmt: skip


def add(at: At, who: str = "adviser", **more: Any) -> str:
    """Add a term and return its code."""
    answer = at(who).post("/terms/add/", {**TYPED, **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"].split("/")[2])


def test_proposal_is_shown_to_the_cabinet_and_adopted_by_the_director_general(
    house: House, at: At
) -> None:
    code = add(at)
    listed = at("dg").get("/terms/?standing=proposed").content.decode()
    page = at("dg").get(f"/terms/{code}/").content.decode()

    answer = at("dg").post(f"/terms/{code}/editions/1/decide/", {"wish": "adopt"})

    assert f"/terms/{code}/" in listed
    assert "Proposed: edition 1" in page
    assert 'value="adopt"' in page
    assert 'value="adopt"' not in at("adviser").get(f"/terms/{code}/").content.decode()
    assert answer.status_code == 302
    assert code in {each.code for each in editions_in_force()}
    assert "Report: Note" in re.sub(
        r"\s+", " ", at("adviser").get(f"/terms/{code}/").content.decode()
    )


def test_change_begins_with_the_edition_in_force_and_keeps_its_history(
    house: House, at: At
) -> None:
    code = add(at, "dg")
    page = at("dg").get(f"/terms/{code}/change/").content.decode()
    assert "parley at the quay" in page
    assert 'name="seen_no" value="1"' in page

    changed = {**TYPED, "level": "warn", "note": "Milder.", "seen_no": "1"}
    answer = at("dg").post(f"/terms/{code}/change/", changed)

    assert answer.status_code == 302
    page = at("adviser").get(f"/terms/{code}/").content.decode()
    assert "In force: edition 2" in page
    assert "Milder." in page
    assert "Edition 1" in page


def test_entry_is_ended_with_a_reason_and_stays(house: House, at: At) -> None:
    code = add(at, "dg")

    silent = at("dg").post(f"/terms/{code}/end/", {"reason": " ", "seen_no": "1"})
    done = at("dg").post(f"/terms/{code}/end/", {"reason": "No longer used.", "seen_no": "1"})

    assert silent.status_code == 409
    assert "(TRM008)" in silent.content.decode()
    assert done.status_code == 302
    assert f"/terms/{code}/" not in at("dg").get("/terms/?q=parley").content.decode()
    assert f"/terms/{code}/" in at("dg").get("/terms/?standing=ended").content.decode()
    assert "No longer used." in at("adviser").get(f"/terms/{code}/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [
        ({"avoid_en": ""}, 422, "Write in one language at least what is not written."),
        ({"source": " "}, 409, "(TRM001)"),
        ({"avoid_en": "(kept words", "is_pattern": "on"}, 409, "(TRM006)"),
        ({"until": "yesterday"}, 422, "Enter a valid date."),
        ({"level": "shout"}, 422, "shout"),
    ],
)
def test_fault_is_told_and_loses_nothing(
    house: House, at: At, wrong: dict[str, str], status: int, said: str
) -> None:
    before = Edition.objects.count()

    answer = at("adviser").post("/terms/add/", {**TYPED, **wrong})

    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert 'value="talks at the quay"' in page
    assert re.search(r'<option value="note" selected', page)
    assert Edition.objects.count() == before


def test_stale_change_is_told_and_keeps_what_was_typed(house: House, at: At) -> None:
    code = add(at, "dg")
    at("dg").post(f"/terms/{code}/change/", {**TYPED, "seen_no": "1"})

    answer = at("adviser").post(
        f"/terms/{code}/change/", {**TYPED, "seen_no": "1", "note": "Kept words"}
    )

    assert answer.status_code == 409
    assert "(TRM002)" in answer.content.decode()
    assert "Kept words" in answer.content.decode()


@pytest.mark.parametrize("who", ["political", "legal", "clerk", "protocol", "system"])
def test_term_kept_from_drafters_is_not_found_by_others(house: House, at: At, who: str) -> None:
    kept = add(at, "dg", kept_from_drafters="on")
    shown = add(at, "dg", avoid_en="quay palaver")
    browser = at(who)

    listed = browser.get("/terms/?q=quay&standing=proposed").content.decode()
    pages = [f"/terms/{kept}/", f"/terms/{kept}/change/", f"/terms/{shown}/change/"]

    assert f"/terms/{shown}/" in listed
    assert f"/terms/{kept}/" not in listed
    assert browser.get(f"/terms/{shown}/").status_code == 200
    assert {browser.get(each).status_code for each in pages} == {404}
    assert browser.post(f"/terms/{kept}/end/", {"reason": "x"}).status_code == 404
    assert browser.post(f"/terms/{shown}/end/", {"reason": "x"}).status_code == 404
    assert browser.post(f"/terms/{shown}/editions/1/decide/").status_code == 404
    assert browser.post("/terms/add/", TYPED).status_code == 403


def test_auditor_reads_all_and_proposes_nothing(house: House, at: At) -> None:
    kept = add(at, "dg", kept_from_drafters="on")

    assert at("auditor").get(f"/terms/{kept}/").status_code == 200
    assert at("auditor").get("/terms/add/").status_code == 403


@pytest.mark.parametrize("typed", ["QUAY parley", "talks quay", "بورما", "birmanie"])
def test_search_finds_words_in_every_language(house: House, at: At, typed: str) -> None:
    add(at, "dg")

    page = at("political").get("/terms/", {"q": typed}).content.decode()

    assert re.search(r'href="/terms/\w+/"', page)
    assert "No term of the register matches" not in page


@pytest.mark.parametrize("seen", ["", "x", "²", "9" * 40, "-1", "\x00"])
def test_number_that_nobody_would_type_is_no_fault(house: House, at: At, seen: str) -> None:
    code = add(at, "dg")

    answer = at("dg").post(f"/terms/{code}/change/", {**TYPED, "seen_no": seen})

    assert answer.status_code == 409


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_pages_speak_the_officer_s_language(house: House, at: At, language: str, way: str) -> None:
    code = add(at)

    for path in ("/terms/", "/terms/add/", f"/terms/{code}/", f"/terms/{code}/change/"):
        page = at("dg", language).get(path).content.decode()
        assert f'<html lang="{language}" dir="{way}">' in page


def test_term_told_by_a_pattern_is_shown_as_a_wording(house: House, at: At) -> None:
    pattern = r"(quay|pier) parle(y|ys)( of \w+)?"
    code = add(at, "dg", avoid_en=pattern, is_pattern="on")

    shown = at("adviser").get("/terms/?q=parle").content.decode()
    page = at("adviser").get(f"/terms/{code}/").content.decode()

    assert "Quay parley" in shown
    assert pattern not in shown
    assert "<h1" in page
    assert pattern not in page.partition("</h1>")[0]
    assert page.count(f"<code>{pattern}</code>") == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Our guess, from the usage of the Organisation&#39;s texts"),
        ("fr", "Hypothèse du Cabinet, d’après l’usage des textes de l’Organisation"),
        ("ar", "اجتهاد من الديوان استنادا إلى ما جرت عليه نصوص المنظمة"),
    ],
)
def test_source_of_a_term_is_told_in_the_reader_s_language(
    house: House, at: At, language: str, told: str
) -> None:
    code = add(at, source="Our guess, from the usage of the Organisation's texts; Decision 1")

    page = at("dg", language).get(f"/terms/{code}/").text

    assert told in page
    assert "Decision 1" in page
