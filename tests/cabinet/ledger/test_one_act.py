"""An act is one transaction, as Django knows it, though SQLite's driver begins and ends it."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel
from tests.cast import House, paper
from tests.engines import Engine, opened, the_house


class Mishap(Exception):
    """What goes wrong in an act."""


def test_act_that_fails_leaves_nothing_and_the_next_one_is_written(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        before = Item.objects.count()

        with pytest.raises(Mishap), one_act():
            _receive(house)
            raise Mishap
        found = Item.objects.count()
        _receive(house)

        assert found == before
        assert Item.objects.count() == before + 1
        assert _at_rest()


def test_part_of_an_act_that_fails_is_undone_alone(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        before = Item.objects.count()

        with one_act():
            _receive(house)
            with pytest.raises(Mishap), transaction.atomic():
                _receive(house)
                raise Mishap

        assert Item.objects.count() == before + 1
        assert _at_rest()


def test_act_that_is_marked_for_undoing_is_undone(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        before = Item.objects.count()

        with one_act():
            _receive(house)
            transaction.set_rollback(True)

        assert Item.objects.count() == before
        assert _at_rest()


def test_what_waits_for_the_end_of_an_act_is_done_after_it(engine: Engine) -> None:
    with opened(engine):
        house = the_house()
        done: list[bool] = []

        with one_act():
            _receive(house)
            transaction.on_commit(lambda: done.append(connection.in_atomic_block))
            assert done == []

        assert done == [False]
        assert _at_rest()


def _receive(house: House) -> None:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Hosting", sender=sender)
    receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def _at_rest() -> bool:
    return (
        connection.get_autocommit()
        and not connection.in_atomic_block
        and connection.atomic_blocks == []
        and connection.savepoint_ids == []
    )
