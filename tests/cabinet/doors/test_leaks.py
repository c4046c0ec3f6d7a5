"""What each officer and each unit sees is what was worked out by hand, after thousands of acts."""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest
from django.db import connection, connections
from django.utils import timezone

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Unit
from cabinet.ledger.doors.reader import DEPARTMENT, Reader, as_reader, reading
from cabinet.registry.doors import reader_of
from cabinet.registry.models import Item
from cabinet.registry.queries import newest_known, visible_items
from clearance.authority import Authority
from clearance.terms import Confidentiality, Flow, Role
from tests.cabinet.doors.knowledge import TABLES, House, Knowledge, Right
from tests.cabinet.gate.under_attack import acts
from tests.engines import Engine, opened, with_its_door

ACTS = 2_000 * int(os.environ.get("SOAK", "1"))
DESKS = ("clerk", "registry", "political", "legal", "palestine-desk", "economic", "adviser", "asg")


def play(stage: acts.Stage, times: int) -> Counter[str]:
    """Do that many acts by anybody on anything; papers are of all levels of confidentiality."""
    dice, tally = stage.dice, Counter[str]()
    while tally["tried"] < times:
        tally["tried"] += 1
        newest = list(Item.objects.filter(moves__gt=0).order_by("-id")[:30])
        if not newest or dice.random() < 0.15:
            said = acts.begin(stage, stage.duty(dice.choice(DESKS)))
            begun = Item.objects.filter(state__in=("draft", "received")).order_by("-id")[:1]
            level = dice.choice([*Confidentiality, Confidentiality.ORDINARY])
            Item.objects.filter(pk__in=[each.pk for each in begun]).update(confidentiality=level)
        elif dice.random() < 0.05:
            said = acts.change_rights(stage)
        else:
            item = dice.choice(newest)
            name, by = acts.forward(stage, item)
            said = acts.act_on(stage, item, name, by)
        tally[said if said == "done" else "refused"] += 1
    return tally


def shown() -> dict[str, set[int]]:
    """Return the keys of all rows that the departments' door shows to the reader of now."""
    found = {}
    with connections[DEPARTMENT].cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT id FROM {table}")
            found[table] = {row[0] for row in cursor.fetchall()}
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            assert cursor.fetchone()[0] == len(found[table])
    return found


def readers(house: House) -> list[tuple[str, Duty, Knowledge]]:
    """Return everybody of the cast, and one head and one officer for each unit of the house."""
    today = timezone.localdate()
    found = [
        (who.username, duty_of(who, today), Knowledge(house, who.pk, house.rights(who.pk, today)))
        for who in Officer.objects.order_by("id")
    ]
    nobody = Officer(pk=0, username="nobody")
    for unit in Unit.objects.order_by("id"):
        for role in (Role.HEAD_OF_DEPARTMENT, Role.DESK_OFFICER):
            duty = Duty(nobody, today, (Authority(1, role, unit.pk, today),))
            known = Knowledge(house, 0, [Right(role.value, unit.pk)])
            found.append((f"{role.value} of {unit.code}", duty, known))
    return found


def gathered_amiss(duty: Duty, known: set[int], dice: Random) -> list[str]:
    """Return what of the pages of the books, gathered by key, is not what is known, in order."""
    amiss = []
    papers = list(Item.objects.filter(pk__in=known).order_by("-id").values("id", "flow", "state"))
    for flow in Flow:
        of_flow = [each for each in papers if each["flow"] == flow]
        found = sorted({each["state"] for each in of_flow})
        for most, before, states in (
            (3, None, ()),
            (None, None, ()),
            (5, dice.choice(of_flow)["id"] if of_flow else 7, ()),
            (4, dice.choice(papers)["id"] if papers else 7, tuple(found[:2])),
        ):
            keys = newest_known(flow, duty, most, before=before, states=states)
            if keys is None:  # lent or limited rights: known one by one
                continue
            with reading().cursor() as cursor:
                cursor.execute(keys.sql, keys.params)
                gathered = sorted((row[0] for row in cursor.fetchall()), reverse=True)
            wanted = [
                each["id"] for each in of_flow
                if (before is None or each["id"] < before)
                and (not states or each["state"] in states)
            ][:most]  # fmt: skip
            if gathered != wanted:
                amiss.append(f"{flow} {most} {before} {states}: {gathered}, not {wanted}")
    return amiss


@pytest.mark.slow  # thousands of acts
def test_each_reader_sees_what_was_worked_out_and_nothing_else(engine: Engine) -> None:
    with (
        opened(engine, hastily=True) as house_door,
        with_its_door(engine, house_door.settings_dict),
    ):
        stage = acts.Stage(Random().randrange(2**32))
        tally = play(stage, ACTS)
        house = House(connection)
        compared: Counter[str] = Counter()
        for name, duty, known in readers(house):
            reader = reader_of(duty)
            assert (reader is None) == known.is_of_the_cabinet, name
            if reader is None:
                continue
            wanted = known.keys()
            with as_reader(reader):
                there = shown()
                by_query = set(visible_items(duty).values_list("pk", flat=True))
                every_third = compared["readers"] % 3 == 0
                gathered = gathered_amiss(duty, by_query, stage.dice) if every_third else []
            assert gathered == [], name
            assert there == wanted, name
            assert by_query == wanted["registry_item"], name
            assert set(visible_items(duty).values_list("pk", flat=True)) == by_query, name
            compared["readers"] += 1
            compared["papers seen"] += len(by_query)
            compared["papers hidden"] += len(house.rows["registry_item"]) - len(by_query)
        with as_reader(Reader(0, timezone.localdate().isoformat(), (), (), (), (), ())):
            assert not any(shown().values())
    print(f"\n{engine.name}: {dict(tally)}, {dict(compared)}")
    assert tally["done"] > ACTS / 4
    assert compared["readers"] > 40
    assert min(compared["papers seen"], compared["papers hidden"]) > 200
