"""A worker: claims an errand, does it, strikes it off. Any number of them, in any processes.

An errand inside the house has its effect exactly once: effect and striking off are one
transaction, which the lease's number opens. One outside has it at least once: a worker that is
killed after the mail has left cannot say so, and it is sent again.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import OperationalError
from django_tasks.base import Task, TaskContext
from django_tasks.utils import normalize_json

from cabinet.errands.actions import UNKNOWN, claim, put_back, strike_off
from cabinet.errands.backend import result_of
from cabinet.errands.models import Errand
from cabinet.errands.task import OUTSIDE, CannotBeDone, known_task
from cabinet.ledger.one_act import one_act

Clock = Callable[[], datetime]


class LeaseIsAnothers(Exception):
    """The errand was claimed by another worker meanwhile; nothing of ours may stay."""


def name_of_worker() -> str:
    """Return what tells this process from all other workers."""
    return f"{socket.gethostname()}:{os.getpid()}"


def do_next(worker: str, clock: Clock, key: str = "") -> bool:
    """Do the next errand that is due, or the one with the key; return False if there is none."""
    errand = claim(worker=worker, at=clock(), key=key)
    if errand is None:
        return False
    try:
        task = known_task(errand.task)
        if task is None:
            raise CannotBeDone(UNKNOWN)
        if task.queue_name == OUTSIDE:
            returned = _called(task, errand)
            strike_off(errand=errand, returned=returned, at=clock())
        else:
            _do_inside(task, errand, clock)
    except LeaseIsAnothers:
        pass
    except OperationalError:  # the database is away: the lease runs out, and the errand is free
        raise
    except Exception as error:
        put_back(errand=errand, error=error, at=clock())
    return True


def _do_inside(task: Task[Any, Any], errand: Errand, clock: Clock) -> None:
    """Strike the errand off and let it have its effect, together or not at all."""
    with one_act():
        if not strike_off(errand=errand, returned=None, at=clock()):
            raise LeaseIsAnothers
        returned = _called(task, errand)
        if returned is not None:
            Errand.objects.filter(pk=errand.pk).update(returned=returned)


def _called(task: Task[Any, Any], errand: Errand) -> Any:
    words = errand.arguments
    if task.takes_context:
        context = TaskContext(task_result=result_of(errand, task))
        return normalize_json(task.call(context, *words["args"], **words["kwargs"]))
    return normalize_json(task.call(*words["args"], **words["kwargs"]))
