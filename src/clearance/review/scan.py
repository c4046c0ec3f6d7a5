"""One pass over the skeleton of a text that finds every trigger of every check at once.

A trigger is a cheap sign that something may stand there; Python looks at the place afterwards. The
pass costs the same for ten patterns and for thousands (Hyperscan). Triggers are written in plain
words of any of the three languages; they take no look-around and no ``\\b``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import hyperscan

from clearance.reading.skeleton import fold, pattern

Stretch = tuple[int, int]
Hits = dict[str, list[Stretch]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sign to look for. ``literal``: its expression is text as it stands, not a pattern."""

    name: str
    expression: str
    literal: bool = False


class Scanner:
    """All triggers compiled into one automaton."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        """Compile the triggers; :raises hyperscan.error: for a pattern that it cannot take."""
        named = list(triggers)
        self._names = [trigger.name for trigger in named]
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[_expression(trigger) for trigger in named],
            ids=list(range(len(named))),
            elements=len(named),
            flags=[hyperscan.HS_FLAG_SOM_LEFTMOST | hyperscan.HS_FLAG_MULTILINE] * len(named),
        )

    def scan(self, skeleton: str) -> Hits:
        """Return each trigger's stretches in order; of those that begin together the longest."""
        matches: list[tuple[int, int, int]] = []

        def keep(number: int, start: int, end: int, _flags: int, _context: object) -> None:
            matches.append((number, start, end))

        self._database.scan(skeleton.encode("latin-1"), match_event_handler=keep)
        found: Hits = {}
        matches.sort()
        for number, start, end in matches:
            stretches = found.setdefault(self._names[number], [])
            if stretches and stretches[-1][0] == start:
                stretches[-1] = (start, end)  # sorted by end: the last is the longest
            else:
                stretches.append((start, end))
        return found


def _expression(trigger: Trigger) -> bytes:
    if not trigger.literal:
        return pattern(trigger.expression).encode("latin-1")
    return b"".join(
        b"\\x%02x" % letter for letter in fold(trigger.expression).skeleton.encode("latin-1")
    )
