"""On PostgreSQL a refusal takes back what was written, and not what was planned."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from cabinet.gate.actions import verify_incoming
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.registry.models import Item
from clearance.gate import Refused
from tests.cabinet.gate.under_attack.acts import Stage
from tests.engines import Postgresql, on_engine, opened

pytestmark = pytest.mark.postgresql
_HELD = "SELECT count(*) FROM pg_prepared_statements WHERE statement <> ''"


def _asked(question: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def _plans() -> int:
    """Return how many statements the server has planned; asked past the driver, which plans it."""
    found = connection.connection.pgconn.exec_(_HELD.encode()).get_value(0, 0)
    return int(found)


def test_refused_act_is_taken_back_and_its_statements_stay_planned(
    postgresql: Postgresql, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock(), opened(postgresql):
        stage = Stage()
        by, at = stage.duty("clerk"), timezone.now()
        arrived = Arrived(stage.files[0], subject="Hosting", sender=stage.addressees[0])
        items = [receive_and_register(arrived=arrived, by=by, at=at) for _ in range(3)]
        planned = []

        for item in items:
            with pytest.raises(Refused):
                verify_incoming(item=item, by=by, at=at)  # the clerk who registered it
            planned.append(_plans())

        assert planned[1] > planned[0] > 0  # what is asked twice is planned for good
        assert planned[2] == planned[1]
        assert set(Item.objects.values_list("state", flat=True)) == {"registered"}


@pytest.mark.parametrize("outer", [False, True])
def test_what_was_written_is_gone_and_what_was_planned_is_not(
    outer: bool, postgresql: Postgresql, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock(), opened(postgresql):
        question = "SELECT count(*) FROM errands_errand"
        before = [_asked(question), _asked(question), _asked(question)][0]
        planned = _plans()

        with transaction.atomic(), pytest.raises(RuntimeError):
            _asked("SELECT 1 FROM pg_class LIMIT 1")  # the driver begins with the first question
            if outer:
                connection.needs_rollback = True
                raise RuntimeError
            with transaction.atomic():
                _asked(question)
                raise RuntimeError

        assert planned > 0
        assert _plans() == planned
        assert _asked(question) == before


def test_session_that_changes_tables_plans_anew_after_a_rollback(
    postgresql: Postgresql, django_db_blocker: Any
) -> None:

    question = "SELECT seen FROM passing"
    with django_db_blocker.unblock(), opened(postgresql) as worker:
        owner = postgresql.settings(worker.settings_dict["NAME"], postgresql.owner)
        with on_engine(owner):
            with pytest.raises(RuntimeError), connection.schema_editor() as editor:
                editor.execute("CREATE TABLE passing (seen integer)")
                editor.execute("INSERT INTO passing VALUES (1)")
                assert [_asked(question), _asked(question), _asked(question)] == [1, 1, 1]
                raise RuntimeError
            with connection.schema_editor() as editor:
                editor.execute("CREATE TABLE passing (seen text)")
                editor.execute("INSERT INTO passing VALUES ('two')")

            assert _asked(question) == "two"
