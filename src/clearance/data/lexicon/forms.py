"""The words of a dictionary as a table that is made once, kept in a file, and looked into.

To ask Hunspell takes 0.02 to 0.1 ms a word, to look here a tenth of that; and all words of a page
are looked up at once. The table says what Hunspell says: it is made of the same two files.
"""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from clearance.data.kept import keep, may_keep
from clearance.data.lexicon.affixes import Affix, read_affixes
from clearance.data.lexicon.expansion import (
    KEEPS_CASE,
    SET_BITS,
    STANDS,
    begins_so,
    ends_so,
    expand,
)
from clearance.data.lexicon.word_numbers import FACTOR, POWERS, number_of, powers

_EDITION = 1  # of what is written
_MOST = 8  # files: two editions of each dictionary
_PAGE = 4096  # bytes: what is told in words fills whole ones
_SET = (1 << SET_BITS) - 1
_BARE = ((1 << 64) - 1) ^ _SET
_LONGEST_HEAD = 4  # letters of a beginning that is told at once
_INVERSES = powers(pow(FACTOR, -1, 1 << 64), 1, _LONGEST_HEAD + 1)
Numbers = npt.NDArray[np.uint64]
Fits = Callable[[str], bool]
Additions = dict[str, list[tuple[str, list[tuple[Fits, int]]]]]


class Forms:
    """The words of letters that one dictionary has."""

    def __init__(self, content: mmap.mmap) -> None:
        """Read the table; :raises ValueError: for one that is damaged."""
        line = content.readline()
        told = json.loads(line)
        begin = -(-len(line) // _PAGE) * _PAGE
        if len(content) != begin + 8 * told["words"]:
            raise ValueError("The table is shorter than it says.")
        self._numbers = np.frombuffer(content, dtype=np.uint64, offset=begin)
        self._words = memoryview(content)[begin:].cast("Q")
        self._sets: list[int] = told["sets"]
        self._bits_of_sets = np.array(self._sets, dtype=np.uint64)
        self._heads = _by_length(told["before"])
        self._before = _by_letters(told["before"], begins_so)
        self._behind = _by_letters(told["behind"], ends_so)
        self._most_before = max(map(len, self._before), default=-1)
        self._most_behind = max(map(len, self._behind), default=-1)
        self._read_as = {int(letter): other for letter, other in told["read_as"].items()}

    def surely_has(
        self, numbers: Numbers, heads: Sequence[npt.NDArray[np.unsignedinteger[Any]]] = ()
    ) -> npt.NDArray[np.bool_]:
        """Tell of the number of each word whether the dictionary has it, as far as is told at once.

        ``heads``: the codes of the first letters of all words, of the second ones, and so on; with
        them a beginning is told that takes nothing from the word after it.
        """
        found = (self._bits(numbers) & np.uint64(STANDS)) > 0
        head = np.zeros(len(numbers), dtype=np.uint64)
        for length, (letters, (given, takers)) in enumerate(
            zip(heads, self._heads, strict=False), start=1
        ):
            head += letters * np.uint64(POWERS[length - 1])
            places = np.minimum(np.searchsorted(given, head), len(given) - 1)
            (begun,) = (given.take(places) == head).nonzero()
            if len(begun):
                rest = (numbers.take(begun) - head.take(begun)) * _INVERSES[length]
                may = self._bits(rest) & takers.take(places.take(begun))
                found[begun] |= may > 0
        return found

    def _bits(self, numbers: Numbers) -> Numbers:
        """Return the bits of each word, for the first way in which it is made; 0: it is not."""
        bare = numbers & np.uint64(_BARE)
        held = self._numbers.take(np.searchsorted(self._numbers, bare), mode="clip")
        bits = self._bits_of_sets.take((held & np.uint64(_SET)).astype(np.int64))
        bits[(held & np.uint64(_BARE)) != bare] = 0
        return bits

    def has(self, word: str) -> bool:
        """Tell whether the dictionary accepts a word of letters as it is written."""
        if self._read_as and not word.isascii():
            word = word.translate(self._read_as)
        if self._is_made(word):
            return True
        if not word[:1].isupper() or not (word.istitle() or word.isupper()):
            return False
        small = word.lower()
        if self._is_made(small) and not any(may & KEEPS_CASE for may in self._kept(small)):
            return True
        return word.isupper() and self._is_made(word.capitalize())

    def _is_made(self, word: str) -> bool:
        """Tell whether the word is kept, or what is left of it without what was added."""
        if self._takes(word, [STANDS], [0]):
            return True
        for length in range(min(self._most_behind, len(word)) + 1):
            kept = len(word) - length
            for taken, rules in self._behind.get(word[kept:], ()):
                form = word[:kept] + taken
                bits = [bit for fits, bit in rules if fits(form)]
                if bits and self._takes(form, bits, bits):
                    return True
        return False

    def _takes(self, form: str, alone: list[int], within: list[int]) -> bool:
        """Tell whether a word is kept with one of the bits, or what is left without its beginning.

        ``alone``: the bits of a word without a beginning; ``within``: of one that has another.
        """
        for may in self._kept(form):
            if any(may & bit == bit for bit in alone):
                return True
        for length in range(min(self._most_before, len(form)) + 1):
            for taken, rules in self._before.get(form[:length], ()):
                rest = taken + form[length:]
                for may in self._kept(rest):
                    for fits, bit in rules:
                        if may & bit and any(may & one == one for one in within) and fits(rest):
                            return True
        return False

    def _kept(self, form: str) -> list[int]:
        """Return the bits of a word that is kept, for each way in which it is made."""
        words, bare = self._words, number_of(form) & _BARE
        place = bisect_left(words, bare)
        found: list[int] = []
        while place < len(words) and words[place] & _BARE == bare:
            found.append(self._sets[words[place] & _SET])
            place += 1
        return found


def _by_letters(additions: list[list[Any]], fits: Callable[[Affix], Fits]) -> Additions:
    """Return the additions by the letters that they give a word, and by those that they take."""
    found: dict[str, dict[str, list[tuple[Fits, int]]]] = {}
    for (taken, given, where), bit in additions:
        rule = Affix(taken, given, tuple(map(tuple, where)), frozenset(), crosses=True)
        if given != taken:
            found.setdefault(given, {}).setdefault(taken, []).append((fits(rule), bit))
    return {given: list(by_taken.items()) for given, by_taken in found.items()}


def _by_length(additions: list[list[Any]]) -> list[tuple[Numbers, Numbers]]:
    """Return what may stand before any word, by length: the numbers in order, and who takes it."""
    takers: list[dict[int, int]] = [{0: 0} for _ in range(_LONGEST_HEAD)]
    for (taken, given, where), bit in additions:
        if not taken and not where and 0 < len(given) <= _LONGEST_HEAD:
            held = takers[len(given) - 1]
            held[number_of(given)] = held.get(number_of(given), 0) | bit
    return [
        (
            np.array(sorted(held), np.uint64),
            np.array([held[each] for each in sorted(held)], np.uint64),
        )
        for held in takers
    ]


def forms_of(aff: Path, dic: Path) -> Forms | None:
    """Return the words of the dictionary in two files; None: it cannot be read, or not be kept."""
    stats = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in (aff, dic)]
    named = sha256(repr((_EDITION, stats)).encode()).hexdigest()[:32]
    file = Path(cache_from_source(__file__)).with_name(f"words-{named}.u8")
    found = _kept(file)
    if found is None and may_keep(file) and (content := _table(aff, dic)):
        keep(content, file, _MOST)
        found = _kept(file)
    return found


def _kept(file: Path) -> Forms | None:
    with suppress(OSError, ValueError, KeyError), file.open("rb") as opened:
        return Forms(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
    return None


def _table(aff: Path, dic: Path) -> list[bytes]:
    """Return what is to be kept of a dictionary; nothing where it uses more than is read here."""
    affixes = read_affixes(text_of(aff), text_of(dic))
    expansion = None if affixes is None else expand(affixes)
    if affixes is None or expansion is None:
        return []
    told = {
        "words": len(expansion.numbers),
        "sets": expansion.sets,
        "read_as": affixes.read_as,
        **{
            side: [(astuple(each.rule)[:3], each.bit) for each in additions]
            for side, additions in (("before", expansion.before), ("behind", expansion.behind))
        },
    }
    line = json.dumps(told).encode() + b"\n"
    return [line, bytes(-len(line) % _PAGE), expansion.numbers.tobytes()]


def text_of(file: Path) -> str:
    """Return the text of a dictionary's file, also in the encoding of older ones."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
