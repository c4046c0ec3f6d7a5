"""What an errand is before it is put on the list: a function of a desk, with words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from django.utils.functional import Promise
from django_tasks.base import Task

P = ParamSpec("P")
T = TypeVar("T")

# An errand inside the house writes to the database only: it is struck off the list in the
# transaction of its effect. One outside (a letter by mail) cannot be taken back.
INSIDE, OUTSIDE = "default", "outside"

_KNOWN: dict[str, Task[Any, Any]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTask(Task[P, T]):
    """A task that the workers may run; ``label`` is what the administrator reads."""

    label: str | Promise = ""

    def __post_init__(self) -> None:
        Task.__post_init__(self)
        _KNOWN.setdefault(self.module_path, self)


def known_task(path: str) -> Task[Any, Any] | None:
    """Return a task that a desk has declared; None for any other name.

    The list is a table: a name in it must never become an import of whatever it says.
    """
    return _KNOWN.get(path)


class CannotBeDone(Exception):
    """An errand that cannot be done now; its text is written for the administrator.

    ``text`` is marked for translation, ``facts`` are its placeholders.
    """

    def __init__(self, text: str, **facts: str) -> None:
        super().__init__(text % facts)
        self.text = text
        self.facts = facts
