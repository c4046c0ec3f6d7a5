"""The system's Hunspell dictionaries, opened when the first unknown word asks for one.

The licences of the dictionaries differ, so they are not part of this package: Debian's packages
hunspell-en-gb, hunspell-fr and hunspell-ar. The American dictionary comes with the library. Where
a dictionary is absent its language's spelling is not checked, and ``is_absent`` says so.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import hunspell

from clearance.data.lexicon import general_words
from clearance.terms import Language

_PLACES = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
_NAMES = {
    Language.ENGLISH: (("en_GB",), ("en_US",)),
    Language.FRENCH: (("fr", "fr_FR"),),
    Language.ARABIC: (("ar", "ar_EG"),),
}
_MOST = 200_000  # words remembered of each dictionary: some 20 megabytes


class Dictionary:
    """One dictionary of one language, with what it said before."""

    def __init__(self, folder: Path | None, name: str) -> None:
        """Open ``name`` in a folder; None: the one that comes with the library."""
        place = None if folder is None else str(folder)
        self._words = hunspell.Hunspell(name, hunspell_data_dir=place)
        self._said: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether the dictionary accepts the word as it is written."""
        said = self._said.get(word)
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            try:
                said = bool(self._words.spell(word))
            except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
                said = False
            self._said[word] = said
        return said


def is_known(word: str, language: Language) -> bool:
    """Tell whether a dictionary of the language has the word; False where none is installed."""
    return any(
        dictionary.has(word)
        for number in range(len(_NAMES[language]))
        if (dictionary := _opened(language, number)) is not None
    )


@cache
def is_absent(language: Language) -> bool:
    """Tell whether the machine has no dictionary of the language."""
    return all(_place(names) is None and "en_US" not in names for names in _NAMES[language])


@cache
def _opened(language: Language, number: int) -> Dictionary | None:
    names = _NAMES[language][number]
    found = _place(names)
    if found is not None:
        return Dictionary(*found)
    return Dictionary(None, "en_US") if "en_US" in names else None


def _place(names: tuple[str, ...]) -> tuple[Path, str] | None:
    folders = (os.environ.get("HUNSPELL_DATA"), *_PLACES)
    for folder in (Path(place) for place in folders if place):
        for name in names:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return folder, name
    return None


class _Sequences:
    """Which letters stand together in the words of a language's dictionaries, four at a time.

    "^" and "$" stand for the ends of a word. To ask Hunspell of a word that it does not have takes
    0.02 to 0.4 ms, and one word in twenty that a slip would explain passes here.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Learn from the words of a dictionary as they stand in it."""
        self._fours: set[str] = set()
        for word in words:
            marked = f"^^{word}$$"
            self._fours.update(marked[i : i + 4] for i in range(len(marked) - 3))
        self._after: dict[str, set[str]] = defaultdict(set)
        for piece in self._fours:
            self._after[piece[:2]].add(piece[2])
        self._fitting = {pair: "".join(sorted(each)) for pair, each in self._after.items()}

    def letters_after(self, pair: str) -> str:
        """Return the letters that may follow two others, in the order of the alphabet."""
        return self._fitting.get(pair, "")

    def follow(self, word: str, at: int) -> bool:
        """Tell whether the letters around a place of the word may stand together."""
        marked = f"^^{word}$$"
        fours = self._fours
        first, last = max(0, at - 1), min(at + 3, len(marked) - 3)
        return all(marked[i : i + 4] in fours for i in range(first, last))


@cache
def _sequences(language: Language) -> _Sequences:
    stems = [
        line.partition("/")[0].strip().lower()
        for names in _NAMES[language]
        if (place := _place(names)) is not None
        for line in _lines(place[0] / f"{place[1]}.dic")
    ]
    return _Sequences([*stems, *general_words(language)])  # the lists have words with endings


def _lines(file: Path) -> list[str]:
    data = file.read_bytes()
    try:
        return data.decode("utf-8").split("\n")
    except UnicodeDecodeError:  # the older dictionaries
        return data.decode("latin-1").split("\n")


def turned_or_twice(word: str, language: Language) -> Iterator[str]:
    """Yield the known words that this becomes when two letters change places, or two alike are one.

    Only sequences of letters that the language has are asked of the dictionary.
    """
    fits = _sequences(language).follow
    for i in range(len(word) - 1):
        one, other = word[i], word[i + 1]
        made = word[:i] + (other + one if one != other else one) + word[i + 2 :]
        if fits(made, i) and is_known(made, language):
            yield made


def neighbours(word: str, language: Language) -> Iterator[str]:
    """Yield the words of the dictionaries that one slip of a finger makes this word.

    As above; or one letter came too much, one is lost, one is another; in this order.
    """
    yield from turned_or_twice(word, language)
    sequences = _sequences(language)
    for i in range(len(word)):
        made = word[:i] + word[i + 1 :]
        if sequences.follow(made, i) and is_known(made, language):
            yield made
    marked = f"^^{word}"
    for rest in (0, 1):  # a letter is put in, then one is put in the place of another
        for i in range(len(word)):
            for letter in sequences.letters_after(marked[i : i + 2]):
                made = word[:i] + letter + word[i + rest :]
                if (
                    letter.isalpha()
                    and made != word
                    and sequences.follow(made, i)
                    and is_known(made, language)
                ):
                    yield made
