"""The in-tray: one paper open, directed with a few keys, and the next opens itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cabinet.gate import actions
from cabinet.gate.actions.incoming import Direction
from cabinet.gate.queries import in_tray_items
from cabinet.registry.models import Item
from tests.cabinet.gate.pages.stage import incoming
from tests.cast import House

At = Callable[..., Client]


def choice(house: House, item: Item, **more: Any) -> dict[str, Any]:
    return {
        "item": item.pk, "seen_moves": item.moves, "action": house.unit("POL").pk, **more
    }  # fmt: skip


def test_paper_is_directed_and_the_next_opens_itself(house: House, at: At) -> None:
    first, second = incoming(house, "verified", "First"), incoming(house, "verified", "Second")
    browser = at("adviser")
    opened = browser.get(reverse("in_tray")).content.decode()

    copies = [house.unit("LEG").pk, house.unit("CUL").pk]
    facts = choice(house, first, copies=copies, preset_day="2", preset="5")
    answer = browser.post(reverse("in_tray"), facts)
    following = browser.get(answer["Location"]).content.decode()

    first.refresh_from_db()
    movement = first.movements.get(act="direct")
    assert f'name="item" value="{first.pk}"' in opened
    assert (first.state, first.due_on) == ("directed", timezone.localdate() + timedelta(days=7))
    assert movement.reason == "Prepare a reply"
    assert first.releases.filter(purpose="information").count() == 2
    assert f'name="item" value="{second.pk}"' in following
    assert "Department of Political Affairs" in following


def test_last_paper_leaves_the_tray_empty(house: House, at: At) -> None:
    item = incoming(house, "verified")
    browser = at("adviser")

    browser.post(reverse("in_tray"), choice(house, item))

    assert "Nothing waits to be directed." in browser.get(reverse("in_tray")).content.decode()


def test_secretary_general_is_informed_in_the_same_submission(house: House, at: At) -> None:
    item = incoming(house, "verified")

    at("adviser").post(
        reverse("in_tray"), choice(house, item, inform="on", note="He asked for it.")
    )

    told = list(item.movements.order_by("no").values_list("act", "reason"))
    assert told[-2:] == [("inform", "He asked for it."), ("direct", "")]


def test_informing_is_undone_where_directing_is_refused(house: House, at: At) -> None:
    item = incoming(house, "verified")

    answer = at("adviser").post(
        reverse("in_tray"),
        choice(house, item, action="", inform="on", instruction="Kept words", copies=[]),
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "(GAT022)" in page
    assert "Kept words" in page
    assert Item.objects.get(pk=item.pk).moves == item.moves


def test_own_day_and_words_go_before_the_presets(house: House, at: At) -> None:
    item = incoming(house, "verified")
    day = timezone.localdate() + timedelta(days=30)

    own = {"due_on": day.isoformat(), "instruction": "With care."}
    facts = choice(house, item, preset_day="1", preset="4", **own)
    at("adviser").post(reverse("in_tray"), facts)

    movement = item.movements.get(act="direct")
    assert (movement.due_on, movement.reason) == (day, "For action\nWith care.")


def test_stale_paper_is_told_and_keeps_the_text(house: House, at: At) -> None:
    item = incoming(house, "verified")
    seen = item.moves
    direction = Direction(house.unit("LEG"))
    actions.direct_incoming(
        item=item, direction=direction, by=house.duty("adviser2"), at=house.now()
    )

    facts = {**choice(house, item, instruction="Kept words"), "seen_moves": seen}
    answer = at("adviser").post(reverse("in_tray"), facts)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "(GAT003)" in page
    assert "Amadou Diallo" in page


def test_remark_waits_until_it_is_acted_on(house: House, at: At) -> None:
    item = incoming(house, "directed")
    by = house.duty("adviser")
    actions.inform_secretary_general(item=item, note="", by=by, at=house.now())
    assert item not in in_tray_items(by)

    actions.remark_on_incoming(
        item=item, remark="Ask Legal too.", by=house.duty("sg"), at=house.now()
    )
    page = at("adviser").get(reverse("in_tray")).content.decode()
    actions.copy_incoming(item=item, units=[house.unit("LEG")], by=by, at=house.now())

    assert "Ask Legal too." in page
    assert f"{reverse('act', args=[item.pk, 'copy'])}?next=in_tray" in page
    assert "data-in-tray" not in page
    assert item not in in_tray_items(by)


def test_paper_sent_back_says_why(house: House, at: At) -> None:
    item = incoming(house, "directed")
    actions.send_back(
        item=item, reason="This is for Legal.", by=house.duty("political"), at=house.now()
    )

    assert "This is for Legal." in at("adviser").get(reverse("in_tray")).content.decode()


def test_urgent_paper_opens_first_and_another_can_be_chosen(house: House, at: At) -> None:
    first, second = incoming(house, "verified", "First"), incoming(house, "verified", "Second")
    browser = at("adviser")

    page = browser.get(reverse("in_tray"), {"item": second.pk}).content.decode()

    assert f'name="item" value="{second.pk}"' in page
    assert f"?item={first.pk}" in page


def test_each_department_has_a_letter_and_each_preset_a_figure(house: House, at: At) -> None:
    incoming(house, "verified")

    page = at("adviser").get(reverse("in_tray")).content.decode()

    letters = re.findall(r'name="action" value="\d+" data-key="(\w)"', page)
    assert len(letters) == len(set(letters)) > 10
    assert re.findall(r'data-copy-key="(\w)"', page) == letters
    pol = house.unit("POL").pk
    assert re.search(f'name="action" value="{pol}" data-key="p"', page)
    assert re.findall(r'name="preset_day" value="\d?" data-key="(\d)"', page) == list("1230")
    assert re.findall(r'name="preset" value="\d" data-key="(\d)"', page) == list("4567")
    assert 'name="inform" data-key="9"' in page
    assert 'data-key="Enter"' in page


def test_paper_out_of_sight_cannot_be_directed_here(house: House, at: At) -> None:
    assert at("adviser").post(reverse("in_tray"), {"item": "999999"}).status_code == 404
    assert at("adviser").post(reverse("in_tray"), {"item": "x"}).status_code == 404


@pytest.mark.parametrize("who", ["clerk", "political", "sg", "system", "auditor"])
def test_in_tray_is_the_cabinet_s(at: At, who: str) -> None:
    assert at(who).get(reverse("in_tray")).status_code == 403


@pytest.mark.parametrize("papers", [1, 3])
def test_in_tray_asks_no_more_for_more_papers(
    house: House, at: At, papers: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(papers):
        incoming(house, "verified", f"Paper {each}")
    browser = at("adviser")

    with django_assert_max_num_queries(17):  # two write down that the paper was read
        assert browser.get(reverse("in_tray")).status_code == 200
    with django_assert_max_num_queries(15):
        assert browser.get(reverse("in_tray")).status_code == 200


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_in_tray_speaks_the_officer_s_language(
    house: House, at: At, language: str, way: str
) -> None:
    incoming(house, "verified")

    page = at("adviser", language).get(reverse("in_tray")).content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page


def test_in_tray_shows_the_text_of_the_open_paper(house: House, at: At) -> None:
    incoming(house, "verified", "The words of the letter itself")

    page = at("adviser").get(reverse("in_tray")).text

    assert "<p>The words of the letter itself</p>" in page.split("<details", 1)[1]
