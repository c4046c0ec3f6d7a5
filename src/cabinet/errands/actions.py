"""Putting errands on the list, claiming them, striking them off, giving them up.

Source of the protocol: the lease with a fencing number, modelled in ``tests/models/lease.pml``.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils.crypto import get_random_string

from cabinet.errands.models import Errand
from cabinet.errands.task import CannotBeDone
from cabinet.ledger.one_act import one_act
from clearance.terms.translation import marked

LEASE = timedelta(minutes=2)  # longer than any errand's own longest wait
MOST_ATTEMPTS = 8
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=6)
KEPT = timedelta(days=30)  # how long an errand that was done can be looked up

UNFORESEEN = marked("An error that nobody foresaw: %(kind)s.")
ENDED_EACH_TIME = marked("The worker ended without a word at each attempt.")
UNKNOWN = marked("No desk knows this errand any more.")


def put_on(
    *,
    task: str,
    queue: str,
    priority: int,
    arguments: dict[str, Any],
    due_at: datetime | None,
    at: datetime,
) -> Errand:
    """Put an errand on the list, in the transaction that is open; ``due_at`` None: at once."""
    with one_act():
        return Errand.objects.create(
            key=get_random_string(32),
            task=task,
            queue=queue,
            priority=priority,
            arguments=arguments,
            put_on_at=at,
            due_at=due_at or at,
        )


def claim(*, worker: str, at: datetime, key: str = "") -> Errand | None:
    """Give a worker the next errand that is due, or the one with the key; None: there is none.

    A lease that ends later than any lease can is of a clock that was set back: it counts as over.
    """
    free = Q(leased_until=None) | Q(leased_until__lt=at) | Q(leased_until__gt=at + LEASE)
    wanted = Q(key=key) if key else Q(due_at__lte=at)
    with _short_transaction():
        errand = (
            Errand.objects.select_for_update(skip_locked=True)
            .filter(free, wanted, state=Errand.State.WAITING)
            .order_by("-priority", "id")
            .first()
        )
        if errand is None:
            return None
        if errand.attempts >= MOST_ATTEMPTS:
            _give_up(errand, at)
            return claim(worker=worker, at=at, key=key)
        errand.attempts += 1
        errand.lease += 1
        errand.worker, errand.leased_until = worker, at + LEASE
        errand.started_at = errand.started_at or at
        errand.save(update_fields=["attempts", "lease", "worker", "leased_until", "started_at"])
        return errand


def strike_off(*, errand: Errand, returned: object, at: datetime) -> bool:
    """Strike an errand off the list as done; False: the lease is another's by now."""
    return _ended(
        errand, state=Errand.State.DONE, ended_at=at, returned=returned, leased_until=None
    )


def put_back(*, errand: Errand, error: Exception, at: datetime) -> bool:
    """Put an errand that failed back on the list, or give it up after the last attempt.

    Nothing of the error's own text is kept, as it may quote a paper, unless it was written for
    the administrator. False: the lease is another's by now.
    """
    told = error if isinstance(error, CannotBeDone) else None
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    wait = min(_FIRST_WAIT * 4 ** (errand.attempts - 1), _LONGEST_WAIT)
    last = errand.attempts >= MOST_ATTEMPTS
    with _short_transaction():
        return _ended(
            errand,
            state=Errand.State.GIVEN_UP if last else Errand.State.WAITING,
            ended_at=at if last else None,
            due_at=at + wait,
            leased_until=None,
            fault=told.text if told else UNFORESEEN,
            fault_facts=told.facts if told else {"kind": kind},
            fault_kind=kind,
            fault_place="\n".join(
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ),
        )


def try_again(*, key: str, at: datetime) -> bool:
    """Put an errand that was given up back on the list; False: it was not given up."""
    with one_act():
        changed = Errand.objects.filter(key=key, state=Errand.State.GIVEN_UP).update(
            state=Errand.State.WAITING, attempts=0, due_at=at, ended_at=None, leased_until=None,
            lease=F("lease") + 1,
        )  # fmt: skip
    return changed == 1


def forget_done(*, at: datetime) -> int:
    """Take errands off the list that were done long ago; return how many."""
    with _short_transaction():
        return Errand.objects.filter(state=Errand.State.DONE, ended_at__lt=at - KEPT).delete()[0]


def _ended(errand: Errand, **columns: Any) -> bool:
    """Change the errand's row if its lease is still the newest."""
    mine = Errand.objects.filter(pk=errand.pk, lease=errand.lease, state=Errand.State.WAITING)
    return mine.update(**columns) == 1


def _give_up(errand: Errand, at: datetime) -> None:
    """Give up an errand whose workers died; a fault that was told before is left standing."""
    _ended(
        errand,
        state=Errand.State.GIVEN_UP,
        ended_at=at,
        leased_until=None,
        fault=errand.fault or ENDED_EACH_TIME,
    )


@contextmanager
def _short_transaction() -> Iterator[None]:
    """Write the list alone: on SQLite in the queue of the writers, on PostgreSQL by row locks."""
    with one_act() if connection.vendor == "sqlite" else transaction.atomic():
        yield
