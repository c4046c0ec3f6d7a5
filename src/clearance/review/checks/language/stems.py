"""The stems of the dictionaries, and the words that regular endings make of them.

Hunspell takes 0.02 to 0.4 ms to say that it does not have a word, a look at the stems a thousandth
of that. So a word of regular make is known by its stem, and what a slip may have meant is looked
for among the stems that begin or end like the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from clearance.data.lexicon.dictionaries import is_known
from clearance.data.lexicon.entries import Entries, entries_of
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


class Stems:
    """The stems of one language."""

    def __init__(self, language: Language, entries: Entries) -> None:
        """Take the entries of the language for stems."""
        self._entries = entries
        self._stems = entries.words
        self._endings = _ENDINGS[language]
        self._longest = max(map(len, self._endings))
        self._is_arabic = language == Language.ARABIC

    def stand_as(self, word: str) -> bool:
        """Tell whether the word is an entry of a dictionary, so that nobody need ask it."""
        return self._entries.stand_as(word)

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
        if len(stem) // 2 < 2:
            return
        near = _one_slip_from(stem, self._entries)
        meant = [each for each in near if self._is_arabic or each.islower()]  # no name
        yield from sorted(meant, key=lambda each: (each[0] != stem[0], each))


def _one_slip_from(word: str, entries: Entries) -> set[str]:
    """Return the entries at a distance of one: all of those that a slip may be meant for.

    A slip leaves the first or the last half as it was.
    """
    half = len(word) // 2
    turned = word[::-1]
    found: set[str] = set()
    for length in (len(word) - 1, len(word), len(word) + 1):
        found.update(_at_one(word, entries.words.beginning(word[:half], length)))
        behind = entries.turned.beginning(turned[: len(word) - half], length)
        found.update(each[::-1] for each in _at_one(turned, behind))
    if half:  # two letters in the middle that changed places are of both halves
        middle = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
        if middle != word and middle in entries.words:
            found.add(middle)
    return found


def _at_one(word: str, words: list[str]) -> Iterator[str]:
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=1, limit=None)
    return (each for each, distance, _ in near if distance == 1)


class EverydayWords:
    """Common words, found by what one slip left of them as it was."""

    def __init__(self, words: Iterable[str]) -> None:
        """Hold the words."""
        self._entries = Entries.of(words)

    def near(self, word: str) -> list[str]:
        """Return the words that one slip makes this one, in the order of the alphabet."""
        near = _one_slip_from(word, self._entries)
        if word in self._entries.words:
            near.add(word)
        return sorted(near)

    def alike(self, word: str) -> tuple[str, int] | None:
        """Return the nearest word with the same first two letters, and how far it is: at most 2.

        Of several the first in the order of the alphabet; None: there is none.
        """
        best: tuple[int, str] | None = None
        for length in range(len(word) - 2, len(word) + 3):
            words = self._entries.words.beginning(word[:2], length)
            if words and (found := process.extractOne(
                word, words, scorer=OSA.distance, score_cutoff=2
            )):  # fmt: skip
                told = int(found[1]), found[0]
                best = told if best is None else min(best, told)
        return None if best is None else (best[1], best[0])


@cache
def stems_of(language: Language) -> Stems:
    """Return the stems of the language's dictionaries and the words of the package's own list."""
    return Stems(language, entries_of(language))


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
