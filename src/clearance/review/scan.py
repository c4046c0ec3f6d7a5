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
Signs = dict[bytes, tuple[tuple[str, int], ...]]


_MANY = 500  # signs, which take some milliseconds to prepare
_LASTING: list[tuple[list[Trigger], Signs]] = []  # of the scanners made last


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sign to look for. ``literal``: its expression is text as it stands, not a pattern.

    ``begins``: tells of a skeleton and the end of a match where it begins; below 0: nowhere. To
    know the begin costs the automaton much where words of many lengths stand first in the pattern.
    ``of_register``: it comes from a register, and goes with it.
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
        named_so = _signs_by_word([trigger for trigger in named if trigger.literal])
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
        return {
            name: list(dict(sorted(several)).items()) if len(several) > 1 else several
            for name, several in found.items()
        }

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


def _signs_by_word(literals: list[Trigger]) -> Signs:
    """Return the names and lengths of the signs by their words as the automaton has them.

    What a register does not say is nearly all of them, and is the same when it changes.
    """
    lasting = [sign for sign in literals if not sign.of_register]
    held = next((signs for those, signs in _LASTING if those == lasting), None)
    if held is None:
        held = _added({}, lasting, _words([sign.expression for sign in lasting]))
        if len(lasting) > _MANY:
            _LASTING[:] = [(lasting, held), *_LASTING[:1]]
    if len(lasting) == len(literals):
        return held
    of_register = [sign for sign in literals if sign.of_register]
    words = [_word(fold(sign.expression).skeleton) for sign in of_register]
    return _added(dict(held), of_register, words)


def _added(signs: Signs, literals: list[Trigger], words: list[bytes]) -> Signs:
    alike: dict[object, tuple[tuple[str, int], ...]] = {}  # most of them are
    for sign, word in zip(literals, words, strict=True):
        told = (*signs.get(word, ()), (sign.name, len(word)))
        signs[word] = alike.setdefault(told, told)
    return signs


def _words(literals: list[str]) -> list[bytes]:
    """Return the skeletons of literals of one line, folded in one, as is quick."""
    if not literals:
        return []
    return [_word(line) for line in fold("\n".join(literals)).skeleton.split("\n")]


def _word(skeleton: str) -> bytes:
    """Return a skeleton with one blank between words."""
    return b" ".join(skeleton.encode("latin-1").split())


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
