r"""Expressions rewritten so that they begin with a letter that they take.

``\b(?:of|on|in)`` is tried at every letter of a text: only what begins with a letter is looked for
by that letter, without trying. ``o(?<!\wo)(?:f|n)|i(?<!\wi)n`` asks the same and is found some
times quicker, but nobody can read it: so rules are written in the one way and asked in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

_SIGN = re.compile(
    r"[^\\.^$*+?{}\[\]()|]+(?![*+?{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<?[=!]|:)"
    r"|[()|]|[*+?][+?]?|\{\d*,?\d*\}[+?]?|.",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"[*+?][+?]?|\{\d*,?\d*\}[+?]?")
_WORDS = re.compile(r"[^\\.^$*+?{}\[\]()|]+|\\[^\w\s]")  # that stand for themselves
_LETTERS = re.compile(r"\[[\w.,;:!? ]+\]")
# Flags, conditions, comments, and what a group has matched before.
_OTHER = re.compile(r"(?<!\\)\(\?(?:[^P<=!:]|P[^<]|<[^=!])|\\[1-9]")
# One whose first way begins with what is no letter is known at once.
_NO_LETTER = re.compile(r"(?:\((?:\?:|\?P<\w+>)?)*(?:\\[dDsSwW]|\[[^\w.,;:!?]|[\^.$])")
_AS_OFTEN_AS_YOU_LIKE = re.compile(r"(?:(\+)|\{([1-9]\d*),\})([+?]?)")
_MANY = 12  # ways to begin, which are better told apart by their letters
_AT_MOST = 4  # times as long as it was written


class _Item(NamedTuple):
    """One thing to be matched: how it opens, what a group holds, how often it may come."""

    text: str
    ways: tuple[_Sequence, ...] = ()
    often: str = ""

    @property
    def looks_back(self) -> bool:
        """Whether it takes nothing and asks what stands before."""
        return self.text in (r"\b", "(?<=", "(?<!") and not self.often

    @property
    def captures(self) -> bool:
        """Whether it is a group that is asked for, or holds one."""
        own = self.text == "(" or self.text.startswith("(?P")
        return own or any(item.captures for way in self.ways for item in way)

    def __str__(self) -> str:
        held = f"{'|'.join(map(_written, self.ways))})" if self.ways else ""
        return f"{self.text}{held}{self.often}"

    @property
    def is_plain(self) -> bool:
        """Whether it is letters or a mark that stand for themselves, and comes once."""
        return not self.often and _WORDS.fullmatch(self.text) is not None

    def behind(self, letters: str) -> str:
        """Return it asked after the letters before which it was to be asked."""
        if self.text == r"\b":
            return rf"(?<!\w{letters})"
        return f"{self.text}(?:{'|'.join(map(_written, self.ways))}){letters})"


_Sequence = tuple[_Item, ...]
_BOUNDARY = _Item(r"\b")
_Beginning = tuple[str, str]  # a letter, and all that follows it


def letter_first(expression: str) -> str:
    """Return an expression that asks the same and begins with letters if it can; else itself."""
    if _NO_LETTER.match(expression) or _OTHER.search(expression):
        return expression
    ways, _ = _read(_SIGN.findall(expression), 0)
    begun = _begun(ways, ())
    return begun if begun and len(begun) < _AT_MOST * len(expression) else expression


def _written(sequence: Iterable[_Item]) -> str:
    return "".join(map(str, sequence))


def _read(signs: list[str], at: int) -> tuple[tuple[_Sequence, ...], int]:
    """Return the ways that are written from a sign on, and the place of the bracket behind."""
    ways: list[list[_Item]] = [[]]
    while at < len(signs) and signs[at] != ")":
        sign = signs[at]
        if sign == "|":
            ways.append([])
        elif _QUANTIFIER.fullmatch(sign):
            ways[-1][-1] = ways[-1][-1]._replace(often=sign)
        elif sign.startswith("("):
            held, at = _read(signs, at + 1)
            ways[-1].append(_Item(sign, held))
        else:
            ways[-1].append(_Item(sign))
        at += 1
    return tuple(map(tuple, ways)), at


def _begun(ways: tuple[_Sequence, ...], before: _Sequence) -> str | None:
    """Return the ways with their letters first; None: one of them begins with none."""
    if len(ways) == 1 and ways[0]:
        first, *rest = ways[0]
        if first.looks_back:
            return _begun((tuple(rest),), (*before, first))
        if first.ways and not first.often and first.text not in ("(?=", "(?!"):
            held = _begun(first.ways, before)
            return held and f"{first.text}{held}){_written(rest)}"
    if not before and _are_found_by_letters(ways):
        return None
    beginnings: list[_Beginning] = []
    for way in ways:
        several = _beginnings(way, before)
        if several is None:
            return None
        beginnings += several
    return "|".join(_by_letter(beginnings))


def _are_found_by_letters(ways: tuple[_Sequence, ...]) -> bool:
    """Tell whether they are looked for by their letters as they are written."""
    if len(ways) == 1 and ways[0]:
        return not ways[0][0].often and _LETTERS.fullmatch(ways[0][0].text) is not None
    return len(ways) < _MANY and all(way and way[0].is_plain for way in ways)


def _beginnings(sequence: _Sequence, before: _Sequence) -> list[_Beginning] | None:
    """Return in how many ways it may begin, in their order; None: not always with a letter."""
    if not sequence:
        return None
    first, *rest = sequence
    if first.looks_back:
        return _beginnings(tuple(rest), (*before, first))
    if first.often == "?":
        ways = [(first._replace(often=""), *rest), tuple(rest)]
    elif first.often:
        fewer = _fewer(first.often)
        if fewer is None or not (
            first._replace(often="").is_plain or _LETTERS.fullmatch(first.text)
        ):
            return None
        ways = [(first._replace(often=""), first._replace(often=fewer), *rest)]
    elif first.text == "(?:":
        ways = [(*way, *rest) for way in first.ways]
    elif _LETTERS.fullmatch(first.text):
        ways = [(_Item(re.escape(letter)), *rest) for letter in first.text[1:-1]]
    elif not first.is_plain or not (first.text[0].isalnum() or _BOUNDARY not in before):
        return None
    else:
        plain = tuple(takewhile(lambda item: item.is_plain, sequence))
        words = _written(plain)
        letter = words[: 1 + words.startswith("\\")]
        asked = "".join(one.behind(words) for one in before)
        return [(letter, words[len(letter) :] + asked + _written(sequence[len(plain) :]))]
    if len(ways) > 1 and any(item.captures for item in sequence):
        return None  # a group stands in one place alone
    begun = [_beginnings(way, before) for way in ways]
    return None if None in begun else [one for several in begun for one in several or ()]


def _fewer(often: str) -> str | None:
    """Return how often that may yet come which has come once; None: it need not come."""
    told = _AS_OFTEN_AS_YOU_LIKE.fullmatch(often)
    if told is None:
        return None
    return f"*{told[3]}" if told[1] else f"{{{int(told[2]) - 1},}}{told[3]}"


def _by_letter(beginnings: list[_Beginning]) -> Iterator[str]:
    """Yield what follows each letter: order matters only among those of one letter."""
    of_letter: dict[str, list[str]] = {}
    for letter, follows in beginnings:
        of_letter.setdefault(letter, []).append(follows)
    for letter, all_follow in of_letter.items():
        one_of = "|".join(all_follow)
        yield letter + (f"(?:{one_of})" if len(all_follow) > 1 else one_of)
