"""The list of errands: there with the act or not at all, leased, tried again, given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from cabinet.errands import actions
from cabinet.errands.actions import LEASE, MOST_ATTEMPTS, claim, forget_done, strike_off, try_again
from cabinet.errands.backend import ListOfErrands
from cabinet.errands.models import Errand
from cabinet.errands.worker import do_next
from cabinet.ledger.one_act import one_act
from tests.cabinet.errands import seen
from tests.cabinet.errands.errands import add, fail_quoting, fail_told, send_out
from tests.engines import Engine, opened

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def later(**much: float) -> datetime:
    """Return a moment after now: what was put on the list now is due."""
    return datetime.now(UTC) + timedelta(**much)


def do_all(at: datetime) -> int:
    done = 0
    while do_next("a worker", lambda: at):
        done += 1
    return done


def test_errand_is_there_if_and_only_if_its_act_is(engine: Engine) -> None:
    with opened(engine):
        with pytest.raises(ZeroDivisionError), one_act():
            add.enqueue(1, 2)
            raise ZeroDivisionError
        assert Errand.objects.count() == 0

        with one_act():
            add.enqueue(1, 2)
            assert Errand.objects.count() == 1
        assert Errand.objects.count() == 1


def test_errand_inside_is_done_and_says_what_it_returned(engine: Engine) -> None:
    with opened(engine):
        result = add.enqueue(1, other=2)
        assert not result.is_finished

        assert do_all(later()) == 1

        result.refresh()
        assert result.status == TaskResultStatus.SUCCESSFUL
        assert result.return_value == 3
        assert add.get_result(result.id).attempts == 1
        with pytest.raises(TaskResultDoesNotExist):
            add.get_result("nothing")


def test_errand_outside_is_done_in_no_transaction(engine: Engine) -> None:
    with opened(engine):
        result = send_out.enqueue("a letter")

        do_all(later())

        result.refresh()
        assert seen == ["a letter"]
        assert result.return_value == "a letter, attempt 1"


def test_two_workers_never_have_the_same_errand(engine: Engine) -> None:
    with opened(engine):
        add.enqueue(1, 1)
        add.using(priority=5).enqueue(2, 2)
        at = later()

        first, second = claim(worker="one", at=at), claim(worker="other", at=at)

        assert first is not None and second is not None
        assert (first.priority, second.priority) == (5, 0)
        assert claim(worker="third", at=at) is None


def test_errand_that_is_not_due_waits(engine: Engine) -> None:
    with opened(engine):
        add.using(run_after=later(hours=1)).enqueue(1, 1)

        assert do_all(later()) == 0
        assert do_all(later(hours=2)) == 1


def test_worker_that_was_thought_dead_changes_nothing_any_more(engine: Engine) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        at = later()
        dead = claim(worker="thought dead", at=at)
        assert dead is not None
        assert claim(worker="next", at=at + LEASE) is None

        heir = claim(worker="next", at=at + LEASE + SECOND)

        assert heir is not None and heir.pk == dead.pk
        assert not strike_off(errand=dead, returned=9, at=at + LEASE)
        assert not actions.put_back(errand=dead, error=ValueError(), at=at + LEASE)
        assert strike_off(errand=heir, returned=3, at=at + LEASE)
        assert Errand.objects.get().returned == 3


def test_effect_of_a_lost_lease_is_undone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        at = later()
        monkeypatch.setattr(
            "cabinet.errands.worker.claim",
            lambda **asked: (claim(**asked), claim(worker="heir", at=at + 2 * LEASE))[0],
        )

        do_next("thought dead", lambda: at)

        errand = Errand.objects.get()
        assert (errand.state, errand.worker) == (Errand.State.WAITING, "heir")


@pytest.mark.parametrize("leap", [timedelta(days=1), timedelta(days=-1)])
def test_clock_that_leaps_keeps_no_errand_for_ever(engine: Engine, leap: timedelta) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        at = later(days=2)
        dead = claim(worker="before the leap", at=at)
        assert dead is not None

        heir = claim(worker="after the leap", at=at + leap)

        assert heir is not None
        assert not strike_off(errand=dead, returned=None, at=at + leap)
        assert strike_off(errand=heir, returned=None, at=at + leap)


def test_failing_errand_is_tried_ever_more_rarely_and_given_up(engine: Engine) -> None:
    with opened(engine):
        fail_told.enqueue("auditor@example.org")
        at, waits = later(), []
        for _ in range(MOST_ATTEMPTS):
            assert do_next("a worker", at.replace)
            errand = Errand.objects.get()
            waits.append(errand.due_at - at)
            at = errand.due_at

        assert waits[:3] == [10 * SECOND, 40 * SECOND, 160 * SECOND]
        assert max(waits) == timedelta(hours=6)
        assert errand.state == Errand.State.GIVEN_UP
        assert errand.fault_facts == {"address": "auditor@example.org", "error": "refused"}
        assert do_all(later(days=9)) == 0

        assert try_again(key=errand.key, at=at)
        assert not try_again(key=errand.key, at=at)
        assert do_next("a worker", at.replace)


def test_nothing_of_a_paper_stays_in_what_an_error_leaves(engine: Engine) -> None:
    with opened(engine):
        result = fail_quoting.enqueue("The secret text.")

        do_all(later())

        errand = Errand.objects.values("fault", "fault_facts", "fault_kind", "fault_place").get()
        assert seen == ["tried"]
        assert "secret" not in str(errand)
        assert errand["fault_facts"] == {"kind": "builtins.ValueError"}
        assert "fail_quoting" in errand["fault_place"]
        result.refresh()
        assert result.errors[0].exception_class is ValueError


def test_errand_that_kills_each_worker_is_given_up(engine: Engine) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        at = later()
        for _ in range(MOST_ATTEMPTS):
            assert claim(worker="soon dead", at=at) is not None
            at += LEASE + SECOND

        assert claim(worker="careful", at=at) is None
        errand = Errand.objects.get()
        assert (errand.state, errand.fault) == (Errand.State.GIVEN_UP, actions.ENDED_EACH_TIME)


def test_name_in_the_table_that_no_desk_declared_is_never_imported(engine: Engine) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        Errand.objects.update(task="os.getcwd")

        do_all(later())

        errand = Errand.objects.get()
        assert (errand.state, errand.fault) == (Errand.State.WAITING, actions.UNKNOWN)
        with pytest.raises(TaskResultDoesNotExist):
            ListOfErrands("default", {}).get_result(errand.key)


def test_what_was_done_long_ago_is_forgotten_and_nothing_else(engine: Engine) -> None:
    with opened(engine):
        add.enqueue(1, 2)
        do_all(later())
        add.enqueue(3, 4)

        assert forget_done(at=later(days=29)) == 0
        assert forget_done(at=later(days=31)) == 1
        assert Errand.objects.get().state == Errand.State.WAITING


def test_errand_put_on_inside_an_errand_goes_with_it(engine: Engine) -> None:
    with opened(engine):
        with transaction.atomic():
            send_out.enqueue("one")
            transaction.set_rollback(True)

        assert do_all(later()) == 0
        assert seen == []
