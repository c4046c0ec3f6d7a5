"""One pass over the skeleton of a text that finds every trigger of every check at once.

A trigger is a cheap sign that something may stand there; Python looks at the place afterwards. The
pass costs the same for ten patterns and for thousands (Hyperscan). Triggers are written in plain
words of any of the three languages; they take no look-around and no ``\\b``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import hyperscan
import numpy as np
import numpy.typing as npt

from clearance.reading.skeleton import fold, pattern

_BLANK = 0x20
Stretch = tuple[int, int]
Hits = dict[str, list[Stretch]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sign to look for. ``literal``: its expression is text as it stands, not a pattern."""

    name: str
    expression: str
    literal: bool = False


class Scanner:
    """All triggers compiled: the patterns into one automaton, the literals into another.

    A literal's blank stands for any blanks and for the end of a line, but not of a paragraph.
    Literals apart because 20,000 of them then compile in a second, where a pattern's ``\\s+``
    takes minutes; two short passes cost no more than one.
    """

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        """Compile the triggers; :raises hyperscan.error: for a pattern that it cannot take."""
        named = list(triggers)
        patterns = [trigger for trigger in named if not trigger.literal]
        of_lines = [trigger for trigger in patterns if trigger.expression.startswith("^")]
        others = [trigger for trigger in patterns if not trigger.expression.startswith("^")]
        self._patterns = [_compiled(each) for each in (of_lines, others) if each]
        literals = [(trigger.name, _literal(trigger)) for trigger in named if trigger.literal]
        self._literals = [(name, len(word)) for name, word in literals]
        words = tuple(word for _, word in literals)
        self._words = _database(words, flags=0, literal=True) if words else None

    def scan(self, skeleton: str) -> Hits:
        """Return each trigger's stretches in order; of those that begin together the longest."""
        encoded = skeleton.encode("latin-1")
        found: Hits = {}
        self._match_patterns(encoded, found)
        self._match_literals(encoded, found)
        for name, stretches in found.items():
            if len(stretches) > 1:
                found[name] = list(dict(sorted(stretches)).items())  # sorted: the longest is last
        return found

    def _match_patterns(self, encoded: bytes, found: Hits) -> None:
        for names, database in self._patterns:

            def keep(
                number: int, start: int, end: int, _flags: int, _context: object,
                names: tuple[str, ...] = names,
            ) -> None:  # fmt: skip
                name = names[number]
                if name in found:
                    found[name].append((start, end))
                else:
                    found[name] = [(start, end)]

            database.scan(encoded, match_event_handler=keep)

    def _match_literals(self, encoded: bytes, found: Hits) -> None:
        if self._words is None:
            return
        numbers: list[int] = []
        ends: list[int] = []

        def keep(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            numbers.append(number)
            ends.append(end)

        line, origin = _one_line(encoded)
        self._words.scan(line, match_event_handler=keep)
        named = [self._literals[number] for number in numbers]
        begins = [end - length for end, (_, length) in zip(ends, named, strict=True)]
        if origin is not None and ends:
            begins = origin.take(begins).tolist()
            ends = (origin.take(np.asarray(ends) - 1) + 1).tolist()
        for (name, _), start, end in zip(named, begins, ends, strict=True):
            if name in found:
                found[name].append((start, end))
            else:
                found[name] = [(start, end)]


def _compiled(patterns: list[Trigger]) -> tuple[tuple[str, ...], hyperscan.Database]:
    """Return the names of the patterns and their automaton."""
    expressions = tuple(pattern(trigger.expression).encode("latin-1") for trigger in patterns)
    flags = hyperscan.HS_FLAG_SOM_LEFTMOST | hyperscan.HS_FLAG_MULTILINE
    return tuple(trigger.name for trigger in patterns), _database(expressions, flags=flags)


@lru_cache(maxsize=8)  # a register that changes leaves most expressions as they were
def _database(
    expressions: tuple[bytes, ...], *, flags: int, literal: bool = False
) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(expressions),
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=[flags] * len(expressions),
        literal=literal,
    )
    return database


def _literal(trigger: Trigger) -> bytes:
    return b" ".join(fold(trigger.expression).skeleton.encode("latin-1").split())


def _one_line(encoded: bytes) -> tuple[bytes, npt.NDArray[np.int64] | None]:
    """Return the text with one blank between words, and the way back if its length changed."""
    line = encoded.replace(b"\n\n", b"\1\1").replace(b"\n", b" ")
    if b"  " not in line:
        return line, None
    letters = np.frombuffer(line, dtype=np.uint8)
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != _BLANK) | (letters[:-1] != _BLANK)
    return letters[kept].tobytes(), np.flatnonzero(kept)
