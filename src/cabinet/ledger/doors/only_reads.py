"""What is asked by the departments' door is one question: SELECT, or WITH before it."""

from __future__ import annotations

import re

from django.db.utils import NotSupportedError

_QUESTION = re.compile(r"\s*(SELECT|WITH|\(\s*SELECT)\b", re.IGNORECASE)


def require_question(sql: str) -> None:
    """Return if the statement reads.

    EXPLAIN, PRAGMA, SET and their like tell of what is hidden, or change what the door is.
    :raises NotSupportedError: for anything else.
    """
    if not _QUESTION.match(sql):
        raise NotSupportedError("The departments' door only reads (DOR002).")
