"""Pages by the departments' door are those by the Cabinet's, which only asks for less."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from cabinet.ledger.doors.reader import Reader, enter
from cabinet.registry import doors
from cabinet.registry.models import Item
from tests.cabinet.doors.knowledge import House, Knowledge
from tests.cabinet.doors.test_questions import by_its_door
from tests.cast import House as Cast
from tests.engines import Engine, opened, the_house, with_its_door
from tests.journeys import test_a_letters_life as lives
from tests.journeys.addresses import OF_A_PAPER, OF_THE_HOUSE
from tests.journeys.hand import Hand
from tests.journeys.scene import Scene

LIVES = [
    lives.test_letter_and_its_answer_take_at_most_fifteen_acts,
    lives.test_memorandum_goes_from_unit_to_unit_through_the_cabinet,
    lives.test_returned_letter_is_mended_and_every_check_opens_again,
    lives.test_sealed_envelope_goes_unopened_to_its_addressee_who_brings_it_in,
]
READERS = ("political", "political-desk", "palestine", "legal", "information", "asg", "system")
_TOKEN = re.compile(r'(?<=["&])[\w:.\-=]{40,}(?=["&])')  # a form's own, made anew at each showing


def browser_of(house: Cast, who: str) -> Client:
    browser = Client()
    browser.force_login(house.officers[who])
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return browser


@dataclass
class Answer:
    """An answer as two doors are compared by it."""

    status: int
    text: str


def answer_of(browser: Client, address: str) -> Answer:
    found: Any = browser.get(address)
    body = b"".join(found) if found.streaming else found.content
    return Answer(found.status_code, _TOKEN.sub("", body.decode(errors="replace")))


def _addresses(papers: dict[str, int]) -> Iterator[str]:
    scene = Scene(the_house(), {name: Item(pk=key) for name, key in papers.items()})
    for of_route in OF_THE_HOUSE.values():
        yield from of_route(scene)[:4]
    for key in papers.values():
        for of_paper in OF_A_PAPER.values():
            yield from (each.format(pk=key) for each in of_paper[:2])


@pytest.mark.slow  # every address, by two doors
@pytest.mark.parametrize("who", READERS)
def test_every_page_is_the_same_by_both_doors(engine: Engine, who: str) -> None:
    """What the pages ask by the Cabinet's door is narrowed by the application alone."""
    with by_its_door(engine) as papers:
        house = the_house()
        browser = browser_of(house, who)
        addresses = list(_addresses(papers))
        used: list[Reader | None] = []
        by_its_own = {}
        honest = doors.reader_of

        def watched(duty: Any) -> Reader | None:
            used.append(honest(duty))
            return used[-1]

        with patch.object(doors, "reader_of", watched):
            for address in addresses:
                by_its_own[address] = answer_of(browser, address)
        with patch.object(doors, "reader_of", lambda duty: None):
            by_the_cabinets = {address: answer_of(browser, address) for address in addresses}

    assert used
    assert None not in used
    differ = [each for each in addresses if by_its_own[each] != by_the_cabinets[each]]
    assert differ == []
    assert {answer.status for answer in by_its_own.values()} <= {200, 302, 403, 404, 405, 409}


@pytest.mark.slow  # whole lives of papers, by everybody's hands
@pytest.mark.parametrize("life", LIVES)
def test_papers_live_their_lives_with_departments_at_their_own_door(
    engine: Engine, life: Callable[[Cast, Callable[[str], Hand]], None]
) -> None:
    """Departments read by their door; what they do is written by the Cabinet's pen."""
    acts: list[str] = []
    hands: dict[str, Hand] = {}
    with opened(engine) as door, with_its_door(engine, door.settings_dict):
        house = the_house()

        def desk(who: str) -> Hand:
            enter(None)
            if who not in hands:
                hands[who] = Hand(browser_of(house, who), acts)
            return hands[who].open("/")

        life(house, desk)


def test_hidden_paper_is_answered_like_one_that_is_not_there(engine: Engine) -> None:
    """By what is said, by how often the database is asked, and by how long it takes."""
    with override_settings(NOT_FOUND_MILLISECONDS=15), by_its_door(engine) as papers:
        house = the_house()
        duty = house.duty("political")
        known = Knowledge(House(connection), duty.officer.pk, House(connection).rights(
            duty.officer.pk, duty.on)).keys()["registry_item"]  # fmt: skip
        hidden = [key for key in papers.values() if key not in known]
        absent = [100_000 + key for key in hidden]
        browser, dice = browser_of(house, "political"), Random()
        took: dict[str, list[float]] = {"hidden": [], "absent": []}
        for _ in range(25):
            for there, not_there in zip(hidden, absent, strict=True):
                pair = [("hidden", there), ("absent", not_there)]
                for what, key in dice.sample(pair, 2):
                    began = time.perf_counter()
                    answer = browser.get(f"/items/{key}/")
                    took[what].append(time.perf_counter() - began)
                    assert answer.status_code == 404
        said = {
            answer_of(browser, f"/items/{key}/").text.replace(f"/items/{key}/", "")
            for key in (*hidden, *absent)
        }
        assert len(said) == 1

    longer = sum(one > other for one, other in zip(*took.values(), strict=True))
    share = longer / len(took["hidden"])
    medians = [statistics.median(each) * 1000 for each in took.values()]
    print(f"\n{engine.name}: hidden {medians[0]:.2f} ms, absent {medians[1]:.2f} ms, "
          f"{share:.2f} of the hidden took longer")  # fmt: skip
    # Guessing by time is worth as much as guessing by a coin.
    assert 0.4 < share < 0.6
