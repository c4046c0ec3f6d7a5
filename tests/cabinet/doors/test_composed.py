"""Questions that are composed once are answered as Django's own query sets, by both doors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, QuerySet, Value
from django.test.utils import CaptureQueriesContext

from cabinet.accounts.models import Officer, Post
from cabinet.desk.dossier import _answers_to
from cabinet.ledger.composed import Composed, composed
from cabinet.ledger.doors.reader import as_reader
from cabinet.registry.doors import reader_of
from cabinet.registry.models import Item
from cabinet.registry.queries import _one_with_its_head, known_item, known_items, visible_items
from clearance.terms import AddresseeLevel, Kind
from tests.cabinet.doors.test_questions import by_its_door
from tests.engines import Engine, the_house

READERS = ("dg", "political", "political-desk", "legal", "asg", "system")
WORDS = [Kind.LETTER, AddresseeLevel.INSTITUTION, "remark", "send_back"]
STRANGE = (0, -1, 2**63 - 1, 2**62, 2**63, -(2**63), 10**40)


def _of_the_house() -> dict[str, Composed[Any]]:
    return {
        f"{module}.{name}": value
        for module, held in list(sys.modules.items())
        if module.startswith("cabinet.")
        for name, value in vars(held).items()
        if isinstance(value, Composed)
    }


def _told(row: Any, of: tuple[Any, ...] = ()) -> Any:
    """Return all that a row holds, with the records that came beside it."""
    if not isinstance(row, Model):
        return row
    held = row._state.fields_cache.items()
    beside = {
        name: _told(each, (*of, row))
        for name, each in held
        if not any(each is one for one in of)  # one that came beside it names it again
    }
    kept = {name: value for name, value in vars(row).items() if name != "_state"}
    return type(row), kept, beside, row._state.db, row._state.adding


@pytest.mark.slow  # every question, many values, by both doors
def test_every_question_is_answered_as_the_query_set_is(engine: Engine) -> None:
    questions = _of_the_house()
    assert len(questions) > 15
    answered = set()
    with by_its_door(engine):
        house = the_house()
        keys = range(1, Item.objects.count() + 1)
        for who in ("dg", "political"):
            with as_reader(reader_of(house.duty(who))):
                for name, question in questions.items():
                    kinds = [type(each) for each in question._stand_ins]
                    for values in product(*(keys if kind is int else WORDS for kind in kinds)):
                        theirs = list(question._compose(*values))
                        assert [*map(_told, question.rows(*values))] == [*map(_told, theirs)], name
                        if theirs:
                            answered.add(name)
    assert len(answered) > len(questions) / 2


@pytest.mark.parametrize("who", READERS)
def test_known_paper_is_one_that_is_visible(engine: Engine, who: str) -> None:
    with by_its_door(engine) as papers:
        duty = the_house().duty(who)
        keys = [*papers.values(), *STRANGE, max(papers.values()) + 1]
        for reader in (reader_of(duty), None):
            with as_reader(reader):
                visible = visible_items(duty)
                for key in keys:
                    own = list(_one_with_its_head(visible, key)) if abs(key) < 2**63 else []
                    found = known_item(key, duty)
                    assert [*map(_told, [found] if found else [])] == [*map(_told, own)]
                    if abs(key) < 2**63:
                        answers = known_items(_answers_to, key, duty)
                        assert [*map(_told, answers)] == [*map(_told, _answers_to(visible, key))]


def test_question_is_composed_once_for_a_connection(engine: Engine) -> None:
    times = []

    @composed(int, str)
    def officers(pk: int, username: str) -> QuerySet[Officer]:
        times.append(pk)
        return Officer.objects.filter(pk=pk, username=username)

    with by_its_door(engine):
        for officer in Officer.objects.all():
            with CaptureQueriesContext(connection) as asked:
                assert officers.first(officer.pk, officer.username) == officer
                assert officers.rows(officer.pk, f"{officer.username}x") == []
            assert len(asked) == 2
    assert len(times) == 1


@pytest.mark.parametrize(
    ("compose", "error"),
    [
        (lambda pk: Post.objects.filter(pk=1), ValueError),
        (lambda pk: Post.objects.filter(pk=pk + 1), ValueError),
        (lambda pk: Post.objects.filter(pk=Value(f"{pk}")), ValueError),
        (lambda pk: Post.objects.filter(pk=pk).values("pk"), TypeError),
        (lambda pk: Post.objects.filter(pk=pk).values_list("pk", named=True), TypeError),
    ],
)
def test_question_that_cannot_be_composed_once_is_refused(
    db: None, compose: Callable[[int], QuerySet[Any, Any]], error: type[Exception]
) -> None:
    with pytest.raises(error, match="A composed question"):
        Composed(compose, int).rows(1)


def test_question_that_nothing_can_fit_has_no_rows(db: None) -> None:
    assert Composed(lambda pk: Post.objects.filter(pk=pk, pk__in=()), int).rows(1) == []
