"""Words held in few texts: a string for each takes seventy bytes, its letters take ten."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

_LAST = "\uffff"  # after every letter


class Columns:
    """Words in order, those of one length in one text."""

    __slots__ = ("texts",)

    def __init__(self, texts: Mapping[int, str]) -> None:
        """Hold the words as they stand one after the other, by their length and in order."""
        self.texts = dict(texts)

    @classmethod
    def of(cls, words: Iterable[str]) -> Columns:
        """Return these words, each once; an empty one is none."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            found[len(word)].append(word)
        return cls({length: "".join(each) for length, each in found.items() if length})

    def __contains__(self, word: str) -> bool:
        """Tell whether the word is here."""
        return self.place(word) >= 0

    def place(self, word: str) -> int:
        """Return the number of the word among those of its length; below 0: it is not here."""
        length = len(word)
        text = self.texts.get(length)
        if text is None:
            return -1
        place = _first(text, length, word, 0)
        return place if text.startswith(word, place * length) else -1

    def beginning(self, letters: str, length: int) -> list[str]:
        """Return the words of a length that begin so, in order."""
        text = self.texts.get(length)
        if text is None:
            return []
        first = _first(text, length, letters, 0)
        last = _first(text, length, letters + _LAST, first)
        return [text[i : i + length] for i in range(first * length, last * length, length)]


def _first(text: str, length: int, letters: str, after: int) -> int:
    """Return the number of the first word that does not come before the letters."""
    words = range(0, len(text), length)
    return bisect_left(words, letters, after, key=lambda begin: text[begin : begin + length])
