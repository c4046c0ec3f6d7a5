"""What is asked by the departments' door is one question: SELECT, or WITH before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db.utils import NotSupportedError

REFUSED = "The departments' door only reads (DOR002)."
_QUESTION = re.compile(r"\s*(SELECT|WITH|\(\s*SELECT)\b", re.IGNORECASE)


def only_questions(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Carry a statement out if it reads: a wrapper for all that a connection is asked.

    EXPLAIN, PRAGMA, SET and their like tell of what is hidden, or change what the door is.
    :raises NotSupportedError: for anything else.
    """
    if many or not _QUESTION.match(sql):
        raise NotSupportedError(REFUSED)
    return execute(sql, params, many, context)


class OnlyReads:
    """A connection of Django's on which there are questions, and no transactions."""

    execute_wrappers: list[Callable[..., Any]]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.execute_wrappers.append(only_questions)

    def _set_autocommit(self, autocommit: bool) -> None:
        if not autocommit:
            raise NotSupportedError(REFUSED)
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # of the connection beside it

    def _start_transaction_under_autocommit(self) -> None:
        raise NotSupportedError(REFUSED)
