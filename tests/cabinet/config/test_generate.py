"""``cabinet generate``: a plausible archive, under guards that stand, taken for acts by nobody."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from tests.engines import Engine, Postgresql, engine, on_engine, postgresql, sqlite

from cabinet.config.generated.words import TOPICS
from cabinet.ledger.guards.watch import require_guards
from cabinet.registry.models import Item, Movement, Number, Series

__all__ = ["engine", "postgresql", "sqlite"]
MANY = 500


@pytest.fixture
def archive(engine: Engine, settings: Any) -> Any:
    """An office with an archive, opened by whoever may migrate it."""
    made = engine.cast()
    if isinstance(engine, Postgresql):
        settings.APPLICATION_ROLE = engine.worker
        made = engine.settings(made["NAME"], engine.owner)
    with on_engine(made) as connection:
        call_command("generate", items=MANY, verbosity=0)
        yield connection
    engine.discard(made)


def test_archive_is_large_threaded_in_three_languages_and_years_deep(archive: Any) -> None:
    require_guards()
    items = list(Item.objects.order_by("id"))
    assert len(items) == MANY
    assert {item.flow for item in items} == {"incoming", "outgoing", "memorandum"}
    assert {item.languages for item in items} == {"ar", "en", "fr"}
    assert len({item.subject for item in items}) > len(TOPICS)
    assert sum(item.answers_id is not None for item in items) > MANY // 10
    assert (items[-1].opened_at - items[0].opened_at).days > 300
    moves = Counter(Movement.objects.values_list("item_id", flat=True))
    last = dict(Movement.objects.order_by("no").values_list("item_id", "target"))
    for item in items:
        assert moves[item.pk] == item.moves
        assert last[item.pk] == item.state
    for series in Series.objects.filter(in_use=False):
        for year in (2025, 2026):
            found = Number.objects.filter(series=series, year=year).order_by("serial")
            serials = list(found.values_list("serial", flat=True))
            assert serials == list(range(1, len(serials) + 1))


def test_record_names_the_series_of_what_was_made_by_machine(archive: Any) -> None:
    with archive.cursor() as cursor:
        cursor.execute(
            "SELECT payload FROM ledger_event WHERE table_name = 'registry_series' ORDER BY seq"
        )
        told = [str(row[0]) for row in cursor.fetchall()[-3:]]

    for code, payload in zip(("GI", "GO", "GM"), told, strict=True):
        assert f'"{code}"' in payload
    assert f"{MANY} papers, no act behind any" in told[0]


def test_archive_is_made_in_an_office_without_papers_only(archive: Any) -> None:
    with pytest.raises(CommandError, match="holds papers"):
        call_command("generate", items=MANY, verbosity=0)
    require_guards()
    assert Item.objects.count() == MANY


def test_archive_that_fails_in_the_middle_leaves_nothing_and_the_guards_standing(
    sqlite: Any, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any
) -> None:
    made = sqlite.cast()
    monkeypatch.setattr(
        "cabinet.config.generated.archive._sent", lambda house: [(Item, {}, "no_such_table")]
    )
    with django_db_blocker.unblock(), on_engine(made):
        with pytest.raises(Exception, match="no_such_table"):
            call_command("generate", items=MANY, verbosity=0)
        require_guards()
        assert not Item.objects.exists()
    door = sqlite3.connect(made["NAME"])
    assert door.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    door.close()
