"""Expressions for what stands before a day and leads to it."""

from __future__ import annotations

import re

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold, pattern


class Lead:
    """An expression that ends at a day, looked for only where one of its last words stands.

    ``last``: words and signs, one of which ends whatever the expression takes.
    """

    def __init__(self, expression: str, *, last: str) -> None:
        """Compile the expression, written in plain words as the last words are."""
        self.pattern = pattern(expression)
        self._compiled = on_demand(self.pattern)
        self._last = tuple(fold(last).skeleton.split())

    def search(self, lead: str) -> re.Match[str] | None:
        """Return what the expression finds in the text up to the day."""
        return self._compiled.search(lead) if lead.rstrip().endswith(self._last) else None
