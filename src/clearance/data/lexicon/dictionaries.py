"""The system's Hunspell dictionaries, opened when the first unknown word asks for one.

What one has is told by the table of its forms; by Hunspell itself, which takes ten times as long,
where its rules are more than a table can hold, and where no table can be kept.

The licences of the dictionaries differ, so they are not part of this package: Debian's packages
hunspell-en-gb, hunspell-fr and hunspell-ar. The American dictionary comes with the library. Where
a dictionary is absent its language's spelling is not checked, and ``is_absent`` says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon.forms import Numbers, forms_of, text_of
from clearance.terms import Language

_PLACES = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
_OWN = "en_US"
_NAMES = {
    Language.ENGLISH: (("en_GB",), (_OWN,)),
    Language.FRENCH: (("fr", "fr_FR"),),
    Language.ARABIC: (("ar", "ar_EG"),),
}
_NO_WORD = re.compile(
    r"^(?:NEEDAFFIX|ONLYINCOMPOUND|FORBIDDENWORD|PSEUDOROOT)\s+(\S+)", re.MULTILINE
)
_MOST = 200_000  # words remembered of each dictionary: some 20 megabytes


class Dictionary:
    """One dictionary of one language."""

    def __init__(self, folder: Path, name: str) -> None:
        """Open ``name`` in a folder."""
        self._place = folder, name
        self.forms = forms_of(folder / f"{name}.aff", folder / f"{name}.dic")
        self._said: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether the dictionary accepts the word as it is written."""
        said = self._said.get(word)
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            said = self._said[word] = self._has(word)
        return said

    def _has(self, word: str) -> bool:
        if self.forms is not None and word.isalpha():
            return self.forms.has(word)
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
            return False

    @cached_property
    def _hunspell(self) -> Any:
        import hunspell  # noqa: PLC0415  # hardly ever needed: what no table of forms tells

        folder, name = self._place
        return hunspell.Hunspell(name, hunspell_data_dir=str(folder))


def surely_known(
    language: Language, numbers: Numbers, heads: Sequence[npt.NDArray[Any]] = ()
) -> npt.NDArray[np.bool_]:
    """Tell of words whether a dictionary has them, as far as that is told at once.

    ``numbers`` and ``heads``: see :meth:`Forms.surely_has`.
    """
    found = np.zeros(len(numbers), dtype=bool)
    for dictionary in _opened(language):
        (rest,) = (~found).nonzero()
        if dictionary.forms is not None and len(rest):
            letters = [each.take(rest) for each in heads]
            found[rest] = dictionary.forms.surely_has(numbers.take(rest), letters)
    return found


def is_known(word: str, language: Language) -> bool:
    """Tell whether a dictionary of the language has the word; False where none is installed."""
    return any(dictionary.has(word) for dictionary in _opened(language))


@cache
def is_absent(language: Language) -> bool:
    """Tell whether the machine has no dictionary of the language."""
    return not list(_all_places(language))


def open_all() -> None:
    """Open every dictionary, so that the tables of their forms are made before somebody waits."""
    for language in Language:
        _opened(language)


@cache
def _opened(language: Language) -> tuple[Dictionary, ...]:
    return tuple(Dictionary(*place) for place in _all_places(language))


def _all_places(language: Language) -> Iterator[tuple[Path, str]]:
    """Yield the places of the dictionaries, that of the library where the system lacks its own."""
    for names in _NAMES[language]:
        found = _place(names)
        own = find_spec("hunspell") if found is None and _OWN in names else None
        if own is not None and own.submodule_search_locations:
            found = Path(own.submodule_search_locations[0]) / "dictionaries", _OWN
        if found is not None:
            yield found


def _place(names: tuple[str, ...]) -> tuple[Path, str] | None:
    folders = (os.environ.get("HUNSPELL_DATA"), *_PLACES)
    for folder in (Path(place) for place in folders if place):
        for name in names:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                return folder, name
    return None


def dictionary_texts(language: Language) -> list[str]:
    """Return the text of each dictionary of the language that the machine has (``.dic``)."""
    return [text_of(folder / f"{name}.dic") for folder, name in _places(language)]


def dictionary_files(language: Language) -> list[Path]:
    """Return the files of which :func:`dictionary_texts` and :func:`no_words_alone` are made."""
    places = _places(language)
    return [folder / f"{name}.{end}" for folder, name in places for end in ("dic", "aff")]


def no_words_alone(language: Language) -> frozenset[str]:
    """Return the entries that a dictionary holds only to make words of them, or to forbid them.

    Some that are words may be among them, where one flag is written like a part of two.
    """
    found: set[str] = set()
    for folder, name in _places(language):
        rules = text_of(folder / f"{name}.aff")
        flags = _NO_WORD.findall(rules)
        if not flags:
            continue
        flagged = "|".join(map(re.escape, flags)) if "\nAF " not in rules else ""
        entries = re.compile(rf"^([^/\s]+)/\S*(?:{flagged})", re.MULTILINE)
        found.update(entries.findall(text_of(folder / f"{name}.dic")))
    return frozenset(found)


def _places(language: Language) -> Iterator[tuple[Path, str]]:
    return (place for names in _NAMES[language] if (place := _place(names)) is not None)
