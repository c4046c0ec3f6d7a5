"""Every word that the entries and the endings of a dictionary make, as numbers, all at once.

Arabic has 171,000 entries, two million words with an ending, and fifty million with what is written
before them. So a word before which something may stand, or behind which a pronoun may, is kept
once, with what may be added to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon.affixes import Affix, Affixes
from clearance.data.lexicon.word_numbers import FACTOR, SPREAD, WITHIN, powers

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
STANDS, KEEPS_CASE = 1, 2  # the word may stand as it is; it may have no other capitals
_ADDITIONS = range(2, 63)  # bits: who takes which addition
SET_BITS = 12  # the last of a number tell the set of such bits
_SET = np.uint64((1 << SET_BITS) - 1)
_LONGEST = 64  # letters of an entry
_POWERS = powers(FACTOR, SPREAD, _LONGEST + 1)


@dataclass(frozen=True, slots=True)
class Addition:
    """A rule for a word that is kept, and the bit of the words that it is for."""

    rule: Affix
    bit: int


@dataclass(frozen=True, slots=True)
class Expansion:
    """The numbers of the words in order, each with the place of its bits in ``sets`` at its end."""

    numbers: Numbers
    sets: tuple[int, ...]
    before: tuple[Addition, ...]
    behind: tuple[Addition, ...]


def expand(affixes: Affixes) -> Expansion | None:
    """Return every word of letters that the dictionary has; None: its rules are too many."""
    follow = {flag for rules in affixes.behind.values() for rule in rules for flag in rule.flags}
    before = {flag: _of_letters(rules) for flag, rules in affixes.before.items()}
    behind = {flag: affixes.behind[flag] for flag in follow & affixes.behind.keys()}
    kept = sorted(flag for flag, rules in (before | behind).items() if rules)
    if len(kept) > len(_ADDITIONS):
        return None
    bits = {flag: 1 << place for flag, place in zip(kept, _ADDITIONS, strict=False)}
    made = list(_made(affixes, before, bits))
    words, may = (np.concatenate(parts) for parts in zip(*made, strict=True))
    numbers, sets = _in_order(words, may, sum(bits[flag] for flag in behind))
    if len(sets) > _SET:
        return None
    return Expansion(
        numbers, sets,
        before=tuple(
            Addition(rule, bits[flag]) for flag in before for rule in before[flag]
            if affixes.needs_affix not in rule.flags
        ),
        behind=tuple(Addition(rule, bits[flag]) for flag in behind for rule in behind[flag]),
    )  # fmt: skip


def _of_letters(rules: Iterable[Affix]) -> list[Affix]:
    return [rule for rule in rules if not rule.given or rule.given.isalpha()]


def _in_order(numbers: Numbers, may: Numbers, ended: int) -> tuple[Numbers, tuple[int, ...]]:
    """Return the words in order.

    What is made in two ways may what either may; only with an ending (one of the bits ``ended``)
    goes no other beginning than its own, so such a word stands there again after that.
    """
    sets, places = np.unique(may, return_inverse=True)
    words = (numbers & ~_SET) | places.astype(np.uint64)
    words.sort()
    bare, bits = words & ~_SET, sets.take((words & _SET).astype(np.int64))
    firsts = np.flatnonzero(np.concatenate([[True], bare[1:] != bare[:-1]]))
    again = np.flatnonzero(bits & np.uint64(ended))
    sets, places = np.unique(
        np.bitwise_or.reduceat(bits & np.uint64(WITHIN ^ ended), firsts), return_inverse=True
    )
    more, others = np.unique(bits.take(again), return_inverse=True)
    words = np.concatenate([bare.take(firsts), bare.take(again)])
    words |= np.concatenate([places, others + len(sets)]).astype(np.uint64)
    words.sort()
    return words[np.concatenate([[True], words[1:] != words[:-1]])], (
        *sets.tolist(),
        *more.tolist(),
    )


def _made(
    affixes: Affixes, before: dict[str, list[Affix]], bits: dict[str, int]
) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield numbers of words, and for each the bits of what may be done with it."""
    entries = _Entries(affixes, before, bits)
    yield entries.numbers, entries.may
    for flag, rules in affixes.behind.items():
        flagged = entries.flagged(flag)
        for rule in rules:
            chosen = entries.fitting(flagged, rule)
            if len(chosen):
                yield entries.with_ending(chosen, rule)


class _Entries:
    """The entries of a dictionary, all their letters in one array."""

    def __init__(
        self, affixes: Affixes, before: dict[str, list[Affix]], bits: dict[str, int]
    ) -> None:
        """Hold the entries, and what the beginnings that have flags of their own make of them."""
        self._affixes, self._bits = affixes, bits
        entries = [
            (flags, [word for word in words if len(word) < _LONGEST])
            for flags, words in affixes.entries.items()
            if affixes.forbidden not in flags
        ]
        for flags, words in list(entries):
            for rule in (one for flag in flags & before.keys() for one in before[flag]):
                if rule.flags:
                    fits = begins_so(rule)
                    made = [rule.given + word[len(rule.taken) :] for word in words if fits(word)]
                    entries.append((rule.flags | (flags & {affixes.keeps_case}), made))
        self._flags = [flags for flags, _ in entries]
        self._counts = np.array([len(words) for _, words in entries])
        text = [word for _, words in entries for word in words]
        self._lengths = np.array(list(map(len, text)))
        self._ends = np.cumsum(self._lengths)
        self._begins = self._ends - self._lengths
        letters = np.frombuffer("".join(text).encode("utf-32-le"), dtype=np.uint32)
        self._letters = np.concatenate([np.zeros(_LONGEST, dtype=np.uint32), letters])
        within = np.arange(len(letters)) - self._begins.repeat(self._lengths)
        self._sums = np.zeros(len(letters) + 1, dtype=np.uint64)
        np.add.accumulate(letters * _POWERS.take(within), out=self._sums[1:])
        self.numbers = self._sums.take(self._ends) - self._sums.take(self._begins)
        told = np.array([self._may(flags) for flags in self._flags], dtype=np.uint64)
        self.may = told.repeat(self._counts)
        crossing = (bits[flag] for flag, rules in before.items() if rules and rules[0].crosses)
        self._carried = np.uint64(sum(crossing) | KEEPS_CASE)

    def _may(self, flags: frozenset[str]) -> int:
        """Return the bits of an entry with these flags."""
        affixes, bits = self._affixes, self._bits
        may = sum(bits[flag] for flag in flags if flag in bits and flag in affixes.before)
        if not {affixes.needs_affix, affixes.only_in_compounds} & flags:
            may |= STANDS
        return may | KEEPS_CASE if affixes.keeps_case in flags else may

    def flagged(self, flag: str) -> Places:
        """Return the places of the entries that have the flag."""
        has = np.array([flag in flags for flags in self._flags])
        return np.flatnonzero(has.repeat(self._counts))

    def fitting(self, places: Places, rule: Affix) -> Places:
        """Return those of the places whose words end as the rule asks for."""
        taken = [(letter, False) for letter in rule.taken]
        least = max(len(rule.where), len(taken) + (not self._affixes.takes_all))
        places = places[self._lengths.take(places) >= least]
        for asked in (rule.where, taken):
            for back, (letters, are_barred) in enumerate(reversed(asked), start=1):
                if letters:
                    found = self._letters.take(self._ends.take(places) + (_LONGEST - back))
                    among = np.isin(found, [ord(letter) for letter in letters])
                    places = places[among != are_barred]
        return places

    def with_ending(self, places: Places, rule: Affix) -> tuple[Numbers, Numbers]:
        """Return the numbers of the words with the rule's ending, and their bits."""
        begins = self._begins.take(places)
        kept = self._lengths.take(places) - len(rule.taken)
        added = sum(ord(letter) * pow(FACTOR, i, WITHIN + 1) for i, letter in enumerate(rule.given))
        numbers = self._sums.take(begins + kept) - self._sums.take(begins)
        numbers += _POWERS.take(kept) * np.uint64(added & WITHIN)
        own = sum(self._bits.get(flag, 0) for flag in rule.flags)
        if self._affixes.needs_affix not in rule.flags:
            own |= STANDS
        carried = self._carried if rule.crosses else np.uint64(KEEPS_CASE)
        return numbers, (self.may.take(places) & carried) | np.uint64(own)


def begins_so(rule: Affix) -> Callable[[str], bool]:
    """Return what tells whether a word begins as the rule asks for."""
    asked = "".join(_place(letters, are_barred) for letters, are_barred in rule.where)
    matches = re.compile(f"(?={re.escape(rule.taken)}){asked}").match
    return lambda word: matches(word) is not None


def ends_so(rule: Affix) -> Callable[[str], bool]:
    """Return what tells whether a word ends as the rule asks for."""
    asked = "".join(_place(letters, are_barred) for letters, are_barred in rule.where)
    found = re.compile(rf"{asked}(?<={re.escape(rule.taken)})\Z").search
    return lambda word: found(word) is not None


def _place(letters: str, are_barred: bool) -> str:
    return f"[{'^' * are_barred}{re.escape(letters)}]" if letters else "."
