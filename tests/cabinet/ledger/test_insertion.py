"""Rows that come together know each other's keys, in order, on both engines."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import IntegrityError

from cabinet.gate.actions.incoming import Arrived, receive_and_register, receive_incoming
from cabinet.ledger.guards import sqlite
from cabinet.ledger.guards.known_rows import KnownRows
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.insertion import insert, unwritten
from cabinet.ledger.one_act import one_act
from cabinet.registry.conditions import ITS_ITEM
from cabinet.registry.models import Item, Number, Revision, Series
from cabinet.registry.protection import PROTECTED
from clearance.gate import Refused
from clearance.terms import AddresseeLevel
from tests.cast import House, paper
from tests.engines import Engine, opened, the_house


def _arrived(house: House, *enclosures: str) -> Arrived:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    kept = [paper(text, f"{text}.txt") for text in enclosures]
    return Arrived(paper(), kept, subject="Hosting", sender=sender, enclosures_announced=len(kept))


def test_registering_with_enclosures_writes_all_rows_in_one_act(engine: Engine) -> None:
    with opened(engine):
        house = the_house()

        item = receive_and_register(
            arrived=_arrived(house, "first", "second"), by=house.duty("clerk"), at=house.now()
        )

        found = Item.objects.get(pk=item.pk)
        movement = found.movements.get()
        revision = found.revisions.get()
        number = Number.objects.get(item=found)
        enclosed = list(revision.enclosures.order_by("id").values_list("no", "name"))
        assert enclosed == [(1, "first.txt"), (2, "second.txt")]
        assert movement.revision == revision
        assert movement.item_label == f"incoming {number.text}"
        assert (found.state, found.moves) == (item.state, item.moves) == ("registered", 1)


def test_receiving_with_an_enclosure_names_the_item_that_is_there(engine: Engine) -> None:
    with opened(engine):
        house = the_house()

        item = receive_incoming(
            arrived=_arrived(house, "first"), by=house.duty("clerk"), at=house.now()
        )

        assert item.revisions.get().enclosures.get().name == "first.txt"


def test_row_yet_to_be_written_is_the_one_that_the_mapper_makes() -> None:
    item = Item(pk=7, flow="incoming")
    told = {"item": item, "no": 3, "sha256": "ab", "by_id": 5, "at": None}

    made, by_the_mapper = unwritten(Revision, **told), Revision(**told)

    assert _columns(made) == _columns(by_the_mapper)
    assert made.item is item
    assert made._state.adding
    assert made.file_name == ""
    assert unwritten(Item).languages == Item().languages
    with pytest.raises(TypeError, match="Revision has no column"):
        unwritten(Revision, number=3)


def test_row_yet_to_be_written_is_known_at_both_ends_of_its_relation() -> None:
    item = Item(pk=7, flow="incoming")

    number = unwritten(Number, item=item, serial=4)

    assert (number.item, number.item_id, item.number) == (item, 7, number)
    assert unwritten(Item, correspondent=None).correspondent_id is None


def _columns(row: Revision) -> dict[str, object]:
    return {name: value for name, value in row.__dict__.items() if name != "_state"}


def test_known_row_is_read_once_and_again_behind_a_condition() -> None:
    number = next(each for each in PROTECTED if each.table == "registry_number")
    number = replace(number, knows=(ITS_ITEM,))
    known = KnownRows(number, ["[[item.state]] = ''", "[[item.moves]] > 0"])

    assert known.declares == (
        "known_item_moves registry_item.moves%TYPE; known_item_state registry_item.state%TYPE; "
    )
    read = (
        "SELECT known.moves, known.state INTO known_item_moves, known_item_state "
        f"FROM registry_item AS known WHERE {ITS_ITEM.where}; "
    )
    assert known.loaded("[[item.state]] = ''", for_good=False) == read
    assert known.loaded("[[item.state]] = ''", for_good=True) == read
    assert known.loaded("[[item.moves]] > 0", for_good=True) == ""
    assert known.named("[[item.state]] = ''") == "known_item_state = ''"


def test_row_is_read_after_the_row_that_names_it_and_only_if_it_does() -> None:
    number = next(each for each in PROTECTED if each.table == "registry_number")
    known = KnownRows(number, ["[[unit.code]] = 'POL'"])

    read = known.loaded("[[unit.code]] = 'POL'", for_good=True)

    assert read == (
        "SELECT known.from_unit_id INTO known_item_from_unit_id "
        "FROM registry_item AS known WHERE known.id = NEW.item_id; "
        "IF known_item_from_unit_id IS NOT NULL THEN "
        "SELECT known.code INTO known_unit_code "
        "FROM accounts_unit AS known WHERE known.id = known_item_from_unit_id; END IF; "
    )


def test_row_that_is_mostly_another_known_row_is_sought_only_where_it_is_not() -> None:
    number = next(each for each in PROTECTED if each.table == "registry_number")
    known = KnownRows(number, ["[[open_series.id]] > 0", "[[series.pattern]] = ''"])

    known.loaded("[[open_series.id]] > 0", for_good=True)
    read = known.loaded("[[series.pattern]] = ''", for_good=True)

    assert read == (
        "IF NEW.series_id = known_open_series_id "
        "THEN known_series_pattern := known_open_series_pattern; "
        "ELSE SELECT known.pattern INTO known_series_pattern "
        "FROM registry_series AS known WHERE known.id = NEW.series_id; END IF; "
    )


def test_what_one_branch_has_read_another_has_not() -> None:
    number = next(each for each in PROTECTED if each.table == "registry_number")
    known = KnownRows(number, ["[[item.state]] = ''"])

    assert known.so_far().loaded("[[item.state]] = ''", for_good=True)
    assert known.so_far().loaded("[[item.state]] = ''", for_good=True)


def test_known_row_is_joined_once_on_sqlite_after_the_row_that_it_is_found_by() -> None:
    movement = _trigger_of_sqlite("gate_registry_movement_insert")

    joined = re.findall(r"LEFT JOIN \w+ AS known_(\w+)", movement)

    assert joined == ["item", "post", "law", "holding", "newest", "number"]
    assert "known_law.flow = known_item.flow" in movement
    assert "(SELECT known.state" not in movement


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ("NEW.act IN ('sign', 'clear')", "(NEW.act = 'sign' OR NEW.act = 'clear')"),
        ("known_item.state NOT IN ('', 'draft')",
         "(known_item.state <> '' AND known_item.state <> 'draft')"),
        ("known_item.flow || ' ' || NEW.act IN ('sign', 'clear')", None),
    ],
)  # fmt: skip
def test_words_of_a_list_are_compared_one_by_one_on_sqlite(
    condition: str, read: str | None
) -> None:
    assert sqlite.translated(condition) == (read or condition)


def test_no_guard_of_sqlite_makes_a_table_of_the_words_of_a_list() -> None:
    listed = r"(?<!\|\| )\b(?:NEW|OLD|known_\w+)\.\w+ (?:NOT )?IN \('"

    found = [each.name for each in sqlite.triggers(declared()) if re.search(listed, each.kept)]

    assert found == []


def _trigger_of_sqlite(name: str) -> str:
    return next(each.kept for each in sqlite.triggers(declared()) if each.name == name)


def test_number_is_drawn_in_the_same_statement_as_the_paper(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        numbers = [
            receive_and_register(
                arrived=_arrived(house), by=house.duty("clerk"), at=house.now()
            ).number
            for _ in range(2)
        ]

        stored = list(Number.objects.order_by("serial").values_list("serial", "text", "series"))
        assert stored == [(each.serial, each.text, each.series_id) for each in numbers]
        assert [each.serial for each in numbers] == [1, 2]


def test_serial_is_padded_where_its_series_pads_it_and_in_no_other_way(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        Series.objects.filter(flow="incoming").update(in_use=False)
        Series.objects.create(code="IN-4", flow="incoming", pattern="{year}/{serial:4}")
        clerk = house.duty("clerk")
        year = clerk.on.year

        first = receive_and_register(arrived=_arrived(house), by=clerk, at=house.now())
        second = receive_incoming(arrived=_arrived(house), by=clerk, at=house.now())

        assert first.number.text == f"{year}/0001"
        for text in (f"{year}/2", f"{year}/002", f"{year}/00002", f"{year}/0003"):
            with pytest.raises(IntegrityError, match="REG008"), one_act():
                insert(_second(first.number, second, text))
        with one_act():
            insert(_second(first.number, second, f"{year}/0002"))


def _second(first: Number, item: Item, text: str) -> Number:
    return unwritten(
        Number, item=item, series_id=first.series_id, year=first.year, serial=2, text=text,
        on=first.on, on_hijri=first.on_hijri,
    )  # fmt: skip


def test_paper_without_a_series_is_refused_in_words_and_nothing_is_written(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        Series.objects.filter(flow="incoming").update(in_use=False)

        with pytest.raises(Refused) as refused:
            receive_and_register(arrived=_arrived(house), by=house.duty("clerk"), at=house.now())

        assert refused.value.codes == ("REG008",)
        assert not Item.objects.exists()
