"""The words of a paper, told apart by number: to make a string of each would cost most of the time.

Equal words have equal numbers, and unequal ones do not: 64 bits of a sum over the letters, so two
words of all that were ever written meet in one number about as often as a disk returns another bit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon.word_numbers import FACTOR, SPREAD, powers
from clearance.reading.expressions import on_demand
from clearance.review.scan import Stretch

Codes = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
_LETTER = np.zeros(256, dtype=bool)  # of the skeleton: a-z, and Arabic on the letters of Latin-1
_LETTER[0x61:0x7B] = True
_LETTER[0xC0:0x100] = True
_LETTER[[0xD7, 0xF7]] = False
_BLOCK = 1 << 14  # letters that are reckoned together
_LATIN = 0x250  # letters of Latin scripts, and one for all others
_DROPS = np.array(
    [code - ord(chr(code).lower()[0]) for code in range(_LATIN)] + [0], dtype=np.int64
).astype(np.uint64) * np.uint64(SPREAD)
_SLOTS = 16  # bits: two tables of 65,536 words, half a megabyte each
_TO_SLOT = np.uint64(64 - _SLOTS)
_MOST_DOUBTED = 10_000
_OTHERWISE = np.uint64(0xDA942042E4DD58B5)


_POWERS = powers(FACTOR, SPREAD, _BLOCK)
_INVERSES = powers(pow(FACTOR, -1, 1 << 64), 1, _BLOCK)


# Not frozen, and never changed: see Paragraph.
@dataclass(slots=True, eq=False)
class Words:
    """The words of a clean text in order; each a place in the arrays of begins, ends and numbers.

    A word is written in letters only: digits and marks part words, an apostrophe and a hyphen too,
    so that what stands beside one is half a word.
    """

    text: str
    codes: Codes
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    numbers: npt.NDArray[np.uint64]

    def __len__(self) -> int:
        """How many words the text has."""
        return len(self.begins)

    def written(self, places: npt.NDArray[np.int64] | None = None) -> list[str]:
        """Return the words at the places as they are written; None: all words."""
        begins, ends, text = self.begins, self.ends, self.text
        if places is not None:
            begins, ends = begins.take(places), ends.take(places)
        pairs = zip(begins.tolist(), ends.tolist(), strict=True)
        return [text[begin:end] for begin, end in pairs]

    def in_small(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
        """Return the numbers of the words at the places with a small letter for a capital one.

        Only the first letter counts, and only where it is a Latin one.
        """
        firsts = self.codes.take(self.begins.take(places))
        return self.numbers.take(places) - _DROPS.take(firsts, mode="clip")

    def heads(self, places: npt.NDArray[np.int64], count: int) -> list[Codes]:
        """Return the first letters of the words at the places, the second ones, and so on.

        Of a word that is shorter, what comes after it.
        """
        begins = self.begins.take(places)
        return [self.codes.take(begins + i, mode="clip") for i in range(count)]

    def doubled(self) -> list[tuple[int, int, int]]:
        """Return where a word stands that comes again next, and where that begins."""
        (twice,) = (self.numbers[1:] == self.numbers[:-1]).nonzero()
        if not len(twice):
            return []
        begins, ends = self.begins.take(twice).tolist(), self.ends.take(twice).tolist()
        return list(zip(begins, ends, self.begins.take(twice + 1).tolist(), strict=True))

    def pairs_twice(self) -> list[tuple[int, int, int]]:
        """Return where two words stand that come again next, where they end, and these do."""
        numbers = self.numbers
        if len(numbers) < 4:
            return []
        (twice,) = ((numbers[:-3] == numbers[2:-1]) & (numbers[1:-2] == numbers[3:])).nonzero()
        if not len(twice):
            return []
        starts, ends = self.begins.take(twice).tolist(), self.ends.take(twice + 1).tolist()
        return list(zip(starts, ends, self.ends.take(twice + 3).tolist(), strict=True))

    def has_letters(self, page: int) -> bool:
        """Tell whether the text has characters of that page of Unicode, 256 to a page."""
        return self.codes.itemsize > 1 and page in self.codes.tobytes()[1::2]


def words_of(text: str, skeleton: str) -> Words:
    """Return the words of a clean text."""
    if text.isascii():
        codes: Codes = np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    else:
        codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    letters = np.frombuffer(skeleton.encode("latin-1"), dtype=np.uint8)
    edged = np.zeros(len(letters) + 2, dtype=bool)
    edged[1:-1] = _LETTER.take(letters)
    (edges,) = (edged[1:] != edged[:-1]).nonzero()
    begins, ends = edges[::2], edges[1::2]
    return Words(text, codes, begins, ends, _numbers(codes, begins, ends))


def _numbers(
    codes: Codes,
    begins: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
) -> npt.NDArray[np.uint64]:
    """Return for each word the sum of its letters, each times a power of the factor.

    One running sum serves all words of a block; what the place of a word within it brought along
    is taken out again by the inverse power.
    """
    if len(codes) <= _BLOCK:
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.add.accumulate(codes * _POWERS[: len(codes)], out=sums[1:])
        return (sums.take(ends) - sums.take(begins)) * _INVERSES.take(begins)
    blocks: list[npt.NDArray[np.uint64]] = []
    first = 0
    while first < len(begins):
        origin = int(begins[first])
        last = max(first + 1, int(np.searchsorted(ends, origin + _BLOCK, side="right")))
        own = begins[first:last] - origin
        till = np.minimum(ends[first:last] - origin, _BLOCK)  # no more of an endless word
        blocks.append(_numbers(codes[origin : origin + int(till[-1])], own, till))
        first = last
    return np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.uint64)


class KnownWords:
    """Numbers of words that were found right, so that the next paper need not ask again.

    Each number has a place in two tables. A newer word takes that of an older one in the first,
    which goes to the second; who is driven out of that as well is asked again.
    """

    def __init__(self) -> None:
        """Know no word."""
        self._held = np.zeros(1 << _SLOTS, dtype=np.uint64)
        self._older = np.zeros(1 << _SLOTS, dtype=np.uint64)
        self.doubted: set[int] = set()
        """Those that no dictionary surely has, which need not be looked up again."""

    def lacking(self, numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
        """Return the places in ``numbers`` of those that are not known."""
        are_new = self._held.take(numbers >> _TO_SLOT) != numbers
        places: npt.NDArray[np.int64] = are_new.nonzero()[0]
        if len(places):
            rest = numbers.take(places)
            places = places[self._older.take((rest * _OTHERWISE) >> _TO_SLOT) != rest]
        return places

    def keep(self, numbers: npt.NDArray[np.uint64]) -> None:
        """Know these from now on."""
        if not len(numbers):
            return
        slots = numbers >> _TO_SLOT
        out = self._held.take(slots)
        self._older[(out * _OTHERWISE) >> _TO_SLOT] = out
        self._held[slots] = numbers

    def doubt(self, numbers: npt.NDArray[np.uint64]) -> None:
        """Hold these as doubted; who is held is forgotten when there are too many."""
        if len(self.doubted) > _MOST_DOUBTED:
            self.doubted.clear()
        self.doubted.update(numbers.tolist())


def places_of(word: str, text: str) -> list[Stretch]:
    """Return where a word stands whole in the text."""
    found = []
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before.isalpha() and not after.isalpha():
            found.append((start, end))
        start = text.find(word, end)
    return found


_WORD = on_demand(r"[^\W\d_]+")
_AROUND = 60  # characters: room for two words on either side


def words_before(text: str, start: int) -> list[str]:
    """Return up to two words before a place, the nearest last."""
    return _WORD.findall(text, max(0, start - _AROUND), start)[-2:]


def words_after(text: str, end: int) -> list[str]:
    """Return up to two words after a place, the nearest first."""
    return _WORD.findall(text, end, end + _AROUND)[:2]


_OPENING, _CLOSING = "“«„", "”»"


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch stands between quotation marks of its own paragraph."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[begin:start], text[end : len(text) if stop < 0 else stop]
    opened, closed = max(map(before.rfind, _OPENING)), max(map(before.rfind, _CLOSING))
    if opened > closed:
        return any(mark in after for mark in _CLOSING + '"')
    return before.count('"') % 2 == 1 and '"' in after
