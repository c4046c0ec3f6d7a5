"""The stems of the dictionaries, and the words that regular endings make of them.

Hunspell takes 0.02 to 0.4 ms to say that it does not have a word, a look at the stems a thousandth
of that. So a word of regular make is known by its stem, and what a slip may have meant is looked
for among the stems that begin or end like the word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from clearance.data.lexicon import general_words
from clearance.data.lexicon.dictionaries import dictionary_texts, is_known, no_words_alone
from clearance.reading.expressions import on_demand
from clearance.terms import Language

# What an ending leaves, and what it stands in the place of on the stem.
_ENDINGS: dict[Language, dict[str, tuple[str, ...]]] = {
    Language.ENGLISH: {
        "s": ("",), "es": ("",), "d": ("",), "ed": ("",), "ing": ("", "e"), "ly": ("",),
        "ies": ("y",), "ied": ("y",), "ness": ("",), "able": ("", "e"), "ably": ("able",),
        "bly": ("ble",), "ability": ("able",), "ization": ("ize",), "isation": ("ise",),
    },
    Language.FRENCH: {
        "s": ("",), "e": ("", "er"), "es": ("", "er"), "x": ("",), "aux": ("al",),
        "é": ("er",), "ée": ("er",), "és": ("er",), "ées": ("er",), "ant": ("er",),
        "ent": ("er",), "ait": ("er",), "aient": ("er",), "era": ("er",), "eront": ("er",),
        "ement": ("", "e"), "elle": ("el",), "elles": ("el",), "ives": ("if",), "ive": ("if",),
        "euse": ("eux",), "euses": ("eux",), "trice": ("teur",), "trices": ("teur",),
    },
    Language.ARABIC: dict.fromkeys(
        (
            "ات", "ون", "ين", "ية", "ة", "ها", "هم", "ه", "هما", "نا", "كم", "ي", "تها", "ته",
            "تهم", "تنا", "وا", "ان", "تان", "تين", "يا", "ا", "ت", "اته", "اتها", "اتهم", "اتنا",
            "يات", "يين", "يون",
        ),
        ("", "ة"),
    ),
}  # fmt: skip
# The one-letter words that Arabic writes with the next, and the article.
_JOINED = on_demand("[وف]?(?:[بك]?ال|لل|[بكلس]?)")
_STEM = on_demand(r"^[^/\s]{2,}", re.MULTILINE)


def stems_in(content: str) -> list[str]:
    """Return the stems of the text of a Hunspell dictionary (its ``.dic`` file)."""
    return _STEM.findall(content)


class Stems:
    """The stems of one language."""

    def __init__(
        self, language: Language, stems: Iterable[str], doubtful: Iterable[str] = ()
    ) -> None:
        """Hold the stems; nothing is sorted before somebody asks what is near.

        ``doubtful``: those that may be no words as they are.
        """
        self._stems = frozenset(stems)
        apart = frozenset(doubtful)
        self._doubtful = frozenset(stem for stem in self._stems if stem in apart)  # no new strings
        self._endings = _ENDINGS[language]
        self._longest = max(map(len, self._endings))
        self._is_arabic = language == Language.ARABIC

    def stand_as(self, word: str) -> bool:
        """Tell whether the word is an entry of a dictionary, so that nobody need ask it."""
        return word in self._stems and word not in self._doubtful

    def make(self, word: str) -> bool:
        """Tell whether the word is a stem, or made of one by regular endings."""
        if word in self._stems or self._has_ending(word):
            return True
        if not self._is_arabic:
            return False
        joined = _JOINED.match(word)
        longest = joined.end() if joined else 0
        for cut in range(longest, 0, -1):
            rest = word[cut:]
            if len(rest) > 1 and (rest in self._stems or self._has_ending(rest)):
                return True
        return False

    def _has_ending(self, word: str) -> bool:
        stems, endings = self._stems, self._endings
        for length in range(1, min(self._longest, len(word) - 2) + 1):
            lasts = endings.get(word[-length:])
            if lasts is not None:
                for last in lasts:
                    if word[:-length] + last in stems:
                        return True
        return False

    def near(self, word: str) -> Iterator[str]:
        """Yield the words of regular make that one slip of a finger makes this word.

        A slip leaves the first or the last half of the stem as it was.
        """
        for ending, lasts in {"": ("",), **self._endings}.items():
            if not word.endswith(ending):
                continue
            kept = word[: len(word) - len(ending)]
            for last in lasts:
                for stem in self._alike(kept + last):
                    if stem.endswith(last):
                        yield stem[: len(stem) - len(last)] + ending

    def _alike(self, stem: str) -> Iterator[str]:
        """Yield the stems at a distance of one; those that begin alike first, then by alphabet."""
        half = len(stem) // 2
        if half < 2:
            return
        turned = stem[::-1]
        found: set[str] = set()
        for length in (len(stem) - 1, len(stem), len(stem) + 1):
            ahead = _beginning(self._by_length.get(length, ()), stem[:half])
            found.update(_one_slip_from(stem, ahead))
            behind = self._turned_with(length, turned[: len(stem) - half])
            found.update(each[::-1] for each in _one_slip_from(turned, behind))
        # Two letters in the middle that changed places are of both halves.
        middle = stem[: half - 1] + stem[half] + stem[half - 1] + stem[half + 1 :]
        if middle != stem and middle in self._stems:
            found.add(middle)
        yield from sorted(found, key=lambda each: (each[0] != stem[0], each))

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for stem in sorted(stem for stem in self._stems if stem.islower() or self._is_arabic):
            found.setdefault(len(stem), []).append(stem)
        return found

    def _turned_with(self, length: int, beginning: str) -> list[str]:
        """Return the stems of a length, turned, that begin so."""
        turned = self._turned.get(length)
        if turned is None:
            return []
        first, last = turned.searchsorted(np.array([beginning, beginning + "\uffff"]))
        found: list[str] = turned[first:last].tolist()
        return found

    @cached_property
    def _turned(self) -> dict[int, npt.NDArray[np.str_]]:
        # Texts of their own would take twice the room.
        return {
            length: np.sort(np.array([stem[::-1] for stem in stems]))
            for length, stems in self._by_length.items()
        }


def _beginning(words: Sequence[str], with_: str) -> Sequence[str]:
    """Return the sorted words that begin so."""
    return words[bisect_left(words, with_) : bisect_left(words, with_ + "\uffff")]


def _one_slip_from(word: str, words: Sequence[str]) -> Iterator[str]:
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=1, limit=None)
    return (each for each, distance, _ in near if distance == 1)


class EverydayWords:
    """Common words, found by what is left of them when any one letter is taken away."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the words; some 5 megabytes for 4,000 of them."""
        self._by_rest: dict[str, tuple[str, ...]] = {}
        self._by_head: dict[tuple[str, int], list[str]] = {}
        for word in sorted(words):
            self._by_head.setdefault((word[:2], len(word)), []).append(word)
            for rest in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
                self._by_rest[rest] = (*self._by_rest.get(rest, ()), word)

    def near(self, word: str) -> list[str]:
        """Return the words that one slip makes this one, in the order of the alphabet."""
        known = self._by_rest
        found = set(known.get(word, ()))
        for i in range(len(word)):
            rest = word[:i] + word[i + 1 :]
            if rest in known:
                found.update(known[rest])
        if not found:
            return []
        return sorted(each for each in found if OSA.distance(each, word, score_cutoff=1) <= 1)

    def alike(self, word: str) -> tuple[str, int] | None:
        """Return the nearest word with the same first two letters, and how far it is: at most 2.

        Of several the first in the order of the alphabet; None: there is none.
        """
        best: tuple[int, str] | None = None
        for length in range(len(word) - 2, len(word) + 3):
            words = self._by_head.get((word[:2], length))
            if words and (found := process.extractOne(
                word, words, scorer=OSA.distance, score_cutoff=2
            )):  # fmt: skip
                told = int(found[1]), found[0]
                best = told if best is None else min(best, told)
        return None if best is None else (best[1], best[0])


@cache
def stems_of(language: Language) -> Stems:
    """Return the stems of the language's dictionaries and the words of the package's own list."""
    stems = set[str]().union(*map(stems_in, dictionary_texts(language)))
    general = general_words(language)
    return Stems(language, stems | general, no_words_alone(language) | (general - stems))


def turned_or_twice(word: str, language: Language) -> Iterator[str]:
    """Yield the known words that this becomes when two letters change places, or two alike are one.

    Only words of regular make are asked of the dictionary.
    """
    stems = stems_of(language)
    for i in range(len(word) - 1):
        one, other = word[i], word[i + 1]
        made = word[:i] + (other + one if one != other else one) + word[i + 2 :]
        if stems.make(made) and is_known(made, language):
            yield made


def neighbours(word: str, language: Language) -> Iterator[str]:
    """Yield the words of the dictionaries that one slip of a finger makes this word.

    A slip: two letters change places, one comes too much, one is lost, one is another.
    """
    return (made for made in stems_of(language).near(word) if is_known(made, language))
