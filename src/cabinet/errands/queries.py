"""What the administrator sees of the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min
from django.utils.translation import gettext

from cabinet.errands.models import Errand
from cabinet.errands.task import HouseTask, known_task

MOST_SHOWN = 100


@dataclass(frozen=True)
class GivenUp:
    """An errand that was given up, in words: nothing of what a paper says."""

    key: str
    what: str
    why: str
    since: datetime
    put_on_at: datetime


@dataclass(frozen=True)
class StillWaiting:
    """Errands of one kind that wait: how many, since when, how often the slowest was tried."""

    what: str
    many: int
    oldest: datetime
    next_at: datetime
    attempts: int
    why: str


def given_up() -> list[GivenUp]:
    """Return the errands that were given up, the newest first."""
    found = Errand.objects.filter(state=Errand.State.GIVEN_UP).order_by("-ended_at", "-id")
    return [
        GivenUp(each.key, label_of(each.task), _why(each), each.ended_at, each.put_on_at)
        for each in found[:MOST_SHOWN]
        if each.ended_at
    ]


def still_waiting() -> list[StillWaiting]:
    """Return what waits, one line for each kind of errand."""
    waiting = Errand.objects.filter(state=Errand.State.WAITING)
    kinds = waiting.values("task").annotate(
        many=Count("id"), oldest=Min("put_on_at"), next_at=Min("due_at"), tried=Max("attempts")
    )
    lines = []
    for kind in kinds.order_by("task"):
        failed = waiting.filter(task=kind["task"]).exclude(fault="").order_by("-attempts").first()
        lines.append(
            StillWaiting(
                label_of(kind["task"]),
                kind["many"],
                kind["oldest"],
                kind["next_at"],
                kind["tried"],
                _why(failed) if failed else "",
            )
        )
    return lines


@dataclass(frozen=True)
class Became:
    """What became of one errand, in words; ``why`` is '' while nothing went wrong."""

    told: str
    why: str


def what_became_of(key: str) -> Became:
    """Return what became of an errand, :raises Errand.DoesNotExist: there is none with the key."""
    errand = Errand.objects.get(key=key)
    told = f"{label_of(errand.task)}: {errand.get_state_display()}"
    return Became(told, "" if errand.state == Errand.State.DONE else _why(errand))


def label_of(path: str) -> str:
    """Return what an errand is called; its path where no desk knows it any more."""
    task = known_task(path)
    return str(task.label) if isinstance(task, HouseTask) and task.label else path


def _why(errand: Errand) -> str:
    """Say what happened; what is put into the sentence keeps its own direction in an Arabic one."""
    facts = {name: f"\u2068{told}\u2069" for name, told in errand.fault_facts.items()}
    return gettext(errand.fault) % facts if errand.fault else ""
