"""Ligatures of lam that a text layer took apart in the wrong order, put together again.

``اإل`` and ``اال`` stand in no Arabic word: they are the article before a ligature of lam and alef.
Where the lam and a plain alef are within a word, only a dictionary can tell ``سلام`` from ``سالم``:
the system's Hunspell is asked where there is one, and the word stays as it is where there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import combinations, pairwise

from clearance.data.lexicon import general_words
from clearance.reading.expressions import on_demand
from clearance.terms import Language

_IMPOSSIBLE = on_demand("ا(?:[أإآ]ل|ال)(?=[\u0621-\u064a])")
_POSSIBLE = on_demand("ال[اأإآ]")
_ARTICLE = on_demand("ا([أإآا])ل(?=[\u0621-\u064a])")
_TO_THE = on_demand("(?<![\u0621-\u064a])([وف]?)ل([أإآ])ل(?=[\u0621-\u064a]{2})")
_WORD = on_demand("[\u0621-\u063a\u0641-\u064a]{3,20}")

_MOST_QUESTIONS = 60_000  # to the dictionary, for one text: about one second
_REMEMBERED = 16_384  # answers of the dictionary, for the next text
# Pairs that fonts join into one sign, in the wrong order: lam with alef, meem, jeem, ha, kha, ya.
_JOINED_WITH_LAM = "اأإآمجحخىيه"
_JOINED = {"ني", "ري", "يف", "ىف", "مت", "مب", "من", "مي", "جت", "حت", "هل"}


def has_split_ligatures(text: str, fewest: int = 3) -> bool:
    """Tell whether the ligatures of a text in reading order were taken apart wrongly.

    ``fewest``: impossible pairs that decide; fewer may be slips of the writer's.
    """
    if "اال" not in text and "اإل" not in text and "األ" not in text:
        return False
    impossible = len(_IMPOSSIBLE.findall(text))
    return impossible >= fewest and 3 * impossible > len(_POSSIBLE.findall(text))


def with_whole_ligatures(text: str) -> str:
    """Return the text with its ligatures in the order of reading. It keeps its length."""
    text = _ARTICLE.sub(r"ال\1", text)
    text = _TO_THE.sub(r"\1لل\2", text)
    is_word = _dictionary()
    if is_word is None:
        return text
    mended = _Mender(is_word)
    return _WORD.sub(lambda match: mended(match[0]), text)


class _Mender:
    """Sets words right by the dictionary, each once, and asks no more than it may."""

    def __init__(self, is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._known: dict[str, str] = {}
        self._questions = 0

    def __call__(self, word: str) -> str:
        if word not in self._known:
            self._known[word] = self._mend(word)
        return self._known[word]

    def _mend(self, word: str) -> str:
        places = [
            place
            for place in range(len(word) - 1)
            if (word[place + 1] == "ل" and word[place] in _JOINED_WITH_LAM)
            or word[place : place + 2] in _JOINED
        ]
        if not places or self._questions >= _MOST_QUESTIONS or self._asks(word):
            return word
        for count in (1, 2):
            for chosen in combinations(places[:6], count):
                candidate = _swapped(word, chosen)
                if candidate is not None and self._asks(candidate):
                    return candidate
        return word

    def _asks(self, word: str) -> bool:
        self._questions += 1
        return self._questions <= _MOST_QUESTIONS and self._is_word(word)


def _swapped(word: str, places: tuple[int, ...]) -> str | None:
    """Return the word with the pairs at those places turned; None: two of them overlap."""
    letters = list(word)
    for earlier, later in pairwise(places):
        if later - earlier < 2:
            return None
    for place in places:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


@cache
def _dictionary() -> Callable[[str], bool] | None:
    """Return whether a word stands in the system's Arabic dictionary; None: there is none."""
    # Imported here: only a mended text needs it, and the dictionary takes half a second to load.
    from clearance.data.lexicon.dictionaries import (  # noqa: PLC0415  # as said above
        is_absent,
        is_known,
    )

    if is_absent(Language.ARABIC):
        return None
    common = general_words(Language.ARABIC)
    known = lru_cache(maxsize=_REMEMBERED)(lambda word: is_known(word, Language.ARABIC))
    return lambda word: word in common or known(word)
