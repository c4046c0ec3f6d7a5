"""Numbers as a text prints them: digits with the separators of three languages, and words.

Nothing here looks through a whole text: a check that has found a place asks what number stands
there. All works on the skeleton, where every script's digits are 0-9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, in_plain_letters, pattern
from clearance.terms.number_words import NumberWord, is_join, number_word, values_of

# One mark parts all groups of a number: in "46,000 100%" there are two, of two columns.
_GROUPS = r"(?:(?:,\d{3})+|(?: \d{3}(?! ?%))+|(?:\.\d{3})+|(?:'\d{3})+)(?:[.,]\d{1,2})?(?!\d)"
GROUPED = rf"\d{{1,3}}{_GROUPS}"
# The first digit comes first, and then what may not stand before it: a pattern that begins with
# what it does not take is tried at every letter of a text.
GROUPED_ON = rf"\d{{0,2}}{_GROUPS}"
_REST = rf"(?:{GROUPED_ON}|\d*(?:[.,]\d+)?)"
LOOSE_DIGITS = on_demand(rf"\d(?<!\d\d){_REST}(?!\d)")
DIGITS = on_demand(rf"\d(?<![\d.,/\-]\d){_REST}(?![\d/])")
_MANY = compiled(
    r"\s*(?:(?P<million>millions?\b|mn\b|مليون|ملايين)"
    r"|(?P<billion>billions?\b|milliards?\b|bn\b|مليار|مليارات|بليون|بلايين)|(?P<thousand>الف\b|آلاف\b))"
)
_MANY_BEGINS = pattern("mbمبا")
_WORD = on_demand(r"[^\W\d_]+")
_PARTS = on_demand(r"[.;:()\d]|\n\s*\n")
# Letters in which the most have room, nearly all, and the longest that anybody writes.
_REACHES = (24, 90, 200)


# Neither is frozen, and none is ever changed: see DateMention.
@dataclass(slots=True, unsafe_hash=True)
class Digits:
    """A number in digits from ``start`` up to ``end``, a word such as "million" after it included.

    ``also``: what it may be as well, where a point or comma may part thousands or decimals.
    """

    start: int
    end: int
    value: Decimal
    also: Decimal | None = None

    def may_be(self, value: Decimal | int) -> bool:
        """Whether the digits can be read as the value."""
        return value in (self.value, self.also)


@dataclass(slots=True, unsafe_hash=True)
class InWords:
    """A number in words from ``start`` up to ``end``; ``values`` has more than one if unsure."""

    start: int
    end: int
    values: frozenset[int]


def digits_in(
    skeleton: str, start: int, end: int, shape: re.Pattern[str] = DIGITS
) -> Iterator[Digits]:
    """Yield the numbers in digits within a stretch.

    ``shape``: which digits are numbers; those of dates and references are none unless it is loose.
    """
    for match in shape.finditer(skeleton, start, end):
        value, also = _value(match[0])
        begin, stop = match.span()
        # "" is one of them: further blanks may stand before the word
        if skeleton[stop : stop + 2].lstrip()[:1] in _MANY_BEGINS and (
            many := _MANY.match(skeleton, stop, end)
        ):
            factor = Decimal(10**6 if many["million"] else 10**9 if many["billion"] else 1000)
            value, also, stop = value * factor, also and also * factor, many.end()
        yield Digits(begin, stop, value, also)


@lru_cache(maxsize=4096)
def _value(printed: str) -> tuple[Decimal, Decimal | None]:
    """Return what the digits say, and what else they may say."""
    plain = printed.replace(" ", "").replace("'", "")
    if printed.startswith("000 "):  # groups that a text from right to left has turned
        return Decimal("".join(reversed(printed.split(" ")))), None
    marks = [letter for letter in plain if letter in ".,"]
    if not marks:
        return Decimal(plain), None
    if len(set(marks)) == 2:  # the last mark parts the decimals
        head, _, tail = plain.rpartition(marks[-1])
        return Decimal(f"{head.replace('.', '').replace(',', '')}.{tail}"), None
    mark = marks[0]
    whole = Decimal(plain.replace(mark, ""))
    if len(marks) > 1:
        return whole, None
    decimals = Decimal(plain.replace(mark, "."))
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        return whole, decimals
    return decimals, None


@lru_cache(maxsize=4096)
def worth(word: str) -> NumberWord | None:
    """Return what a word in the letters of the skeleton is worth in a number; None: nothing."""
    return number_word(in_plain_letters(word))


@lru_cache(maxsize=4096)
def _joins(word: str) -> bool:
    return is_join(in_plain_letters(word))


def words_from(skeleton: str, start: int, end: int) -> InWords | None:
    """Return the longest number in words that begins with the first word of the stretch."""
    taken: list[tuple[int, int]] = []
    for match in _WORD.finditer(skeleton, start, end):
        word = match[0]
        if worth(word) is None and not (taken and _joins(word)):
            break
        if taken and _are_parted(skeleton, taken[-1][1], match.start()):
            break
        taken.append(match.span())
    return _number(skeleton, taken) if taken else None


def words_before(skeleton: str, end: int) -> InWords | None:
    """Return the longest number in words that ends with the last word before the place."""
    near = skeleton[max(0, end - 24) : end].split()
    if not near or worth(near[-1].rpartition("-")[2].lstrip('(["')) is None:
        return None
    taken: list[tuple[int, int]] = []
    for reach in _REACHES:
        begin = max(0, end - reach)
        tokens = [m.span() for m in _WORD.finditer(skeleton, begin, end)]
        if tokens and begin and skeleton[begin - 1].isalpha():
            tokens = tokens[tokens[0][0] == begin :]  # the first is the end of a word
        taken = _last_words(skeleton, tokens)
        if len(taken) < len(tokens):
            break
    if not taken or skeleton[taken[-1][1] : end].strip():
        return None
    whole = _number(skeleton, taken)
    if whole is not None:
        return whole
    # "one, two, three (3)": what follows the last comma
    last = next(
        (n for n in range(len(taken) - 1, 0, -1) if "," in skeleton[taken[n - 1][1] : taken[n][0]]),
        None,
    )
    return _number(skeleton, taken[last:]) if last else None


def _last_words(skeleton: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of the words at the end that may be parts of one number."""
    taken: list[tuple[int, int]] = []
    for token in reversed(tokens):
        if taken and _are_parted(skeleton, token[1], taken[0][0]):
            break
        word = skeleton[slice(*token)]
        if worth(word) is None and not (taken and _joins(word)):
            break
        taken.insert(0, token)
    return taken


def _are_parted(skeleton: str, end: int, start: int) -> bool:
    """Tell whether what stands between two words parts one number from another."""
    gap = skeleton[end:start]
    return gap not in (" ", "-") and _PARTS.search(gap) is not None


def _number(skeleton: str, tokens: list[tuple[int, int]]) -> InWords | None:
    """Return the number that the tokens make, joining words at its ends left out."""
    words = [skeleton[start:end] for start, end in tokens]
    first, last = 0, len(words)
    while last and _joins(words[last - 1]):
        last -= 1
    while first < last and _joins(words[first]):
        first += 1
    values = _values(tuple(words[first:last]))
    return InWords(tokens[first][0], tokens[last - 1][1], values) if values else None


@lru_cache(maxsize=4096)
def _values(words: tuple[str, ...]) -> frozenset[int]:
    """Return what words in the letters of the skeleton may be worth together; empty: nothing."""
    if len(words) == 1 and (told := worth(words[0])) is not None and told.alone:
        return frozenset()
    return values_of([in_plain_letters(word) for word in words])
