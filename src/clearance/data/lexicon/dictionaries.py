"""The system's Hunspell dictionaries, opened when the first unknown word asks for one.

The licences of the dictionaries differ, so they are not part of this package: Debian's packages
hunspell-en-gb, hunspell-fr and hunspell-ar. The American dictionary comes with the library. Where
a dictionary is absent its language's spelling is not checked, and ``is_absent`` says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import hunspell

from clearance.terms import Language

_PLACES = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
_NAMES = {
    Language.ENGLISH: (("en_GB",), ("en_US",)),
    Language.FRENCH: (("fr", "fr_FR"),),
    Language.ARABIC: (("ar", "ar_EG"),),
}
_NO_WORD = re.compile(
    r"^(?:NEEDAFFIX|ONLYINCOMPOUND|FORBIDDENWORD|PSEUDOROOT)\s+(\S+)", re.MULTILINE
)
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


def dictionary_texts(language: Language) -> list[str]:
    """Return the text of each dictionary of the language that the machine has (``.dic``)."""
    return [_content(folder / f"{name}.dic") for folder, name in _places(language)]


def no_words_alone(language: Language) -> frozenset[str]:
    """Return the entries that a dictionary holds only to make words of them, or to forbid them.

    Some that are words may be among them, where one flag is written like a part of two.
    """
    found: set[str] = set()
    for folder, name in _places(language):
        rules = _content(folder / f"{name}.aff")
        flags = _NO_WORD.findall(rules)
        if not flags:
            continue
        flagged = "|".join(map(re.escape, flags)) if "\nAF " not in rules else ""
        entries = re.compile(rf"^([^/\s]+)/\S*(?:{flagged})", re.MULTILINE)
        found.update(entries.findall(_content(folder / f"{name}.dic")))
    return frozenset(found)


def _places(language: Language) -> Iterator[tuple[Path, str]]:
    return (place for names in _NAMES[language] if (place := _place(names)) is not None)


def _content(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:  # the older dictionaries
        return data.decode("latin-1")
