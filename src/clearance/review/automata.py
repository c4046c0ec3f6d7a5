"""Automata of Hyperscan; what takes long to compile is kept beside the package's own bytecode.

Who may write there may change the program itself, so that no more is trusted than was before. A
file is named by what it was made of and by the library's version; the library refuses one that is
damaged or was made for another processor. Then, and where nothing may be written, the automaton
is compiled.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

import hyperscan

from clearance.data.kept import keep

_LIBRARY = version("hyperscan")
_MANY = 24  # expressions, which take some hundredths of a second; told without a clock
_MOST = 12  # files: four of each edition of the rules and the register
_FEW = 500  # words, which take some hundredths of a second too

Words = tuple[tuple[bytes, ...], hyperscan.Database]
"""Words that stand as they are, and the automaton that numbers them in this order."""

_HELD: list[tuple[frozenset[bytes], Words]] = []


@lru_cache(maxsize=8)  # a register that changes leaves most expressions as they were
def automaton(
    expressions: tuple[bytes, ...], flags: tuple[int, ...], *, literal: bool = False
) -> hyperscan.Database:
    """Return the automaton of the expressions; :raises hyperscan.error: for one it cannot take."""
    file = _file(repr((_LIBRARY, expressions, flags, literal)))
    kept = _kept(file)
    if kept is not None:
        return kept
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(expressions),
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=list(flags),
        literal=literal,
    )
    if len(expressions) >= _MANY and not sys.dont_write_bytecode:
        keep([hyperscan.dumpb(database)], file, _MOST)
    return database


def automata_of_words(words: frozenset[bytes]) -> list[Words]:
    """Return automata that find all these words, and may find others too.

    A register that changes leaves most words as they were: the automaton of those before goes on,
    and only what is new is compiled.
    """
    if len(words) <= _FEW:
        return [_of_words(words)] if words else []
    for held, made in _HELD:
        if len(new := words - held) <= _FEW:
            return [made, _of_words(new)] if new else [made]
    made = _of_words(words)
    _HELD[:] = [(words, made), *_HELD[:1]]
    return [made]


def _of_words(words: frozenset[bytes]) -> Words:
    ordered = tuple(sorted(words))
    return ordered, automaton(ordered, (0,) * len(ordered), literal=True)


def _file(made_of: str) -> Path:
    bytecode = Path(cache_from_source(__file__))
    return bytecode.with_name(f"automaton-{sha256(made_of.encode()).hexdigest()[:32]}.hs")


def _kept(file: Path) -> hyperscan.Database | None:
    """Return the automaton of an earlier run; None: there is none, or it is good for nothing."""
    try:
        database = hyperscan.loadb(file.read_bytes(), hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except (OSError, hyperscan.error):
        return None
    with suppress(OSError):
        file.touch()  # in use
    return database
