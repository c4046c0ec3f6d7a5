"""One pass over the skeleton of a text that finds every trigger of every check at once.

A trigger is a cheap sign that something may stand there; Python looks at the place afterwards. The
pass costs the same for ten patterns and for thousands (Hyperscan). Triggers are written in plain
words of any of the three languages; they take no look-around and no ``\\b``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any

import hyperscan
import numpy as np
import numpy.typing as npt

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold, pattern
from clearance.review.automata import automata_of_words, automaton

_ONE_AT_A_TIME = Lock()  # an automaton has one scratch, and scanners share automata
_BLANK = 0x20
_NO_BEGIN = hyperscan.HS_FLAG_MULTILINE
_BEGIN = hyperscan.HS_FLAG_SOM_LEFTMOST | _NO_BEGIN
Stretch = tuple[int, int]
Hits = dict[str, list[Stretch]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sign to look for. ``literal``: its expression is text as it stands, not a pattern.

    ``begins``: tells of a skeleton and the end of a match where it begins; below 0: nowhere. To
    know the begin costs the automaton much where words of many lengths stand first in the pattern.
    ``of_register``: the pattern comes from a register, and goes with it.
    """

    name: str
    expression: str
    literal: bool = False
    begins: Callable[[str, int], int] | None = None
    of_register: bool = False


def told_by_its_end(
    name: str, expression: str, reach: int = 64, whole: str | None = None
) -> Trigger:
    """Return the trigger of a sign that is rare, whose begin is looked for where one is found.

    ``reach``: characters before the end in which it begins. ``whole``: all of the sign, where the
    expression is no more than its end.
    """
    ended = on_demand(rf"(?:{pattern(whole or expression)})\Z")

    def begins(skeleton: str, end: int) -> int:
        match = ended.search(skeleton, max(0, end - reach), end)
        return match.start() if match else -1

    return Trigger(name, expression, begins=begins)


class Scanner:
    """All triggers compiled: the patterns into one automaton, the literals into another.

    A literal's blank stands for any blanks and for the end of a line, but not of a paragraph.
    Literals apart because 20,000 of them then compile in a second, where a pattern's ``\\s+``
    takes minutes; two short passes cost no more than one. The patterns of a register apart because
    the others then need not be compiled again when it changes; so are words that are new.
    """

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        """Compile the triggers; :raises hyperscan.error: for a pattern that it cannot take."""
        named = list(triggers)
        patterns = [trigger for trigger in named if not trigger.literal]
        of_register = [trigger for trigger in patterns if trigger.of_register]
        rest = [trigger for trigger in patterns if not trigger.of_register]
        of_lines = [trigger for trigger in rest if trigger.expression.startswith("^")]
        others = [trigger for trigger in rest if not trigger.expression.startswith("^")]
        self._patterns = [
            ([(trigger.name, trigger.begins) for trigger in each], _compiled(each))
            for each in (of_lines, others, of_register)
            if each
        ]
        literals = [trigger for trigger in named if trigger.literal]
        words = _words([trigger.expression for trigger in literals])
        named_so: dict[bytes, tuple[tuple[str, int], ...]] = {}
        held: dict[object, tuple[tuple[str, int], ...]] = {}  # most of them are alike
        for sign, word in zip(literals, words, strict=True):
            signs = (*named_so.get(word, ()), (sign.name, len(word)))
            named_so[word] = held.setdefault(signs, signs)
        self._literals = [
            ([named_so.get(word, ()) for word in found], database)
            for found, database in automata_of_words(frozenset(named_so))
        ]

    def scan(self, skeleton: str) -> Hits:
        """Return each trigger's stretches in order; of those that begin together the longest."""
        encoded = skeleton.encode("latin-1")
        found: defaultdict[str, list[Stretch]] = defaultdict(list)
        for signs, database in self._patterns:
            for number, start, end in _matches(database, encoded):
                name, begins = signs[number]
                begin = start if begins is None else begins(skeleton, end)
                if begin >= 0:
                    found[name].append((begin, end))
        for name, start, end in self._literal_hits(encoded):
            found[name].append((start, end))
        # Of those that begin together the longest is last, and stays.
        return {name: list(dict(sorted(several)).items()) for name, several in found.items()}

    def _literal_hits(self, encoded: bytes) -> Iterable[tuple[str, int, int]]:
        if not self._literals:
            return ()
        line, origin = _one_line(encoded)
        named = [
            (*sign, end)
            for signs, database in self._literals
            for number, _, end in _matches(database, line)
            for sign in signs[number]
        ]
        if origin is None or not named:
            return [(name, end - length, end) for name, length, end in named]
        begins = [end - length for _, length, end in named]
        lasts = [end - 1 for _, _, end in named]
        places = origin.take(begins + lasts).tolist()
        return [
            (name, begin, last + 1)
            for (name, _, _), begin, last in zip(named, places, places[len(named) :], strict=False)
        ]


def _matches(database: hyperscan.Database, encoded: bytes) -> list[tuple[int, int, int]]:
    matches: list[tuple[int, int, int]] = []
    with _ONE_AT_A_TIME:
        database.scan(encoded, match_event_handler=_keep, context=matches)
    return matches


def _keep(number: int, start: int, end: int, _flags: int, matches: Any) -> None:
    matches.append((number, start, end))


def _compiled(patterns: list[Trigger]) -> hyperscan.Database:
    expressions = tuple(pattern(trigger.expression).encode("latin-1") for trigger in patterns)
    flags = tuple(_NO_BEGIN if trigger.begins else _BEGIN for trigger in patterns)
    return automaton(expressions, flags)


def _words(literals: list[str]) -> tuple[bytes, ...]:
    """Return the skeletons of the literals, one blank between words; folded in one, as is quick."""
    folded = fold("\n".join(literals)).skeleton.encode("latin-1")
    return tuple(b" ".join(word.split()) for word in folded.split(b"\n")) if literals else ()


def _one_line(encoded: bytes) -> tuple[bytes, npt.NDArray[np.int64] | None]:
    """Return the text with one blank between words, and the way back if its length changed."""
    line = encoded.replace(b"\n\n", b"\1\1").replace(b"\n", b" ")
    if b"  " not in line:
        return line, None
    letters = np.frombuffer(line, dtype=np.uint8)
    blanks = letters == _BLANK
    kept = np.empty(len(letters), dtype=bool)
    kept[0] = True
    np.logical_and(blanks[1:], blanks[:-1], out=kept[1:])
    np.logical_not(kept[1:], out=kept[1:])
    (origin,) = kept.nonzero()
    return letters.take(origin).tobytes(), origin
