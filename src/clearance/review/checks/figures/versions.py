"""Numbers and dates that differ between the language versions of one paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clearance.reading.skeleton import in_plain_letters
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import LOOSE_DIGITS, Digits, digits_in, words_from
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms.number_words import number_word

_WORD = re.compile(r"[^\W\d_]+")
_KEY = re.compile(r"^\W{0,2}(?:[\w.\-]{1,12}?\d[\w.\-]*|\d+|[a-z])(?=[.:)\s])")
_DIGIT_RUN = re.compile(r"\d+")


@dataclass(frozen=True)
class Block:
    """A paragraph of one version: its numbers in digits, and every value it has in any form."""

    start: int
    end: int
    key: str
    digits: tuple[Digits, ...]
    values: frozenset[Decimal]


def language_versions(paper: Paper) -> Iterator[Finding]:
    """Find a number in the paper that no other version has in the same paragraph."""
    own = _blocks(paper)
    others = [_aligned(own, _blocks(version)) for version in paper.parallels]
    if not any(others):
        return
    for place, block in enumerate(own):
        twins = [aligned[place] for aligned in others if aligned and aligned[place] is not None]
        if not twins or len(twins) < len([aligned for aligned in others if aligned]):
            continue
        for number in block.digits:
            if any(_has(twin, number) for twin in twins if twin) or _is_mark(paper, number):
                continue
            instead = _missing_here(block, [twin for twin in twins if twin])
            if instead is None:
                continue
            yield found(
                "FIG008", number.start, number.end,
                suggestion=_like(paper.text[number.start : number.end], instead),
                number=paper.text[number.start : number.end].strip(), other=_plain(instead),
            )  # fmt: skip


def _blocks(paper: Paper) -> list[Block]:
    blocks = []
    for paragraph in paper.paragraphs:
        start, end = paragraph.start, paragraph.end
        key = _KEY.match(paper.skeleton, start, end)
        begin = key.end() if key else start
        digits = tuple(digits_in(paper.skeleton, begin, end, LOOSE_DIGITS))
        values = {number.value for number in digits}
        values |= {number.also for number in digits if number.also is not None}
        # Parts of dates and references, which the reader of numbers leaves alone.
        values |= {Decimal(run) for run in _DIGIT_RUN.findall(paper.skeleton[begin:end])}
        values |= {Decimal(value) for value in _worded(paper.skeleton, begin, end)}
        blocks.append(Block(start, end, key[0].strip() if key else "", digits, frozenset(values)))
    return blocks


def _worded(skeleton: str, start: int, end: int) -> Iterator[int]:
    """Yield the numbers that stand in words, and of those of several words each word too."""
    reached = start
    for match in _WORD.finditer(skeleton, start, end):
        told = number_word(in_plain_letters(match[0]))
        if told is None:
            continue
        yield told.value
        if match.start() < reached:
            continue
        number = words_from(skeleton, match.start(), min(end, match.start() + 120))
        if number:
            yield from number.values
            reached = number.end


def _aligned(own: list[Block], other: list[Block]) -> list[Block | None]:
    """Return for each paragraph its twin in the other version; empty: they cannot be told."""
    if len(own) == len(other):
        return list(other)
    keys = {block.key: block for block in other if block.key}
    if own and sum(block.key in keys for block in own) > len(own) // 2:
        return [keys.get(block.key) for block in own]
    merged = Block(0, 0, "", (), frozenset(value for block in other for value in block.values))
    return [merged for _ in own]


def _has(block: Block, number: Digits) -> bool:
    return number.value in block.values or (number.also is not None and number.also in block.values)


def _is_mark(paper: Paper, number: Digits) -> bool:
    """Tell whether the number only counts off points, as '1' where others have letters."""
    around = paper.skeleton[max(0, number.start - 1) : number.end + 1]
    return number.value < 10 and around[:1] in "'(" and around[-1:] in "')"


def _missing_here(block: Block, twins: list[Block]) -> Decimal | None:
    """Return the number that every twin has and this paragraph has not; None: there is none."""
    common = frozenset.intersection(*(twin.values for twin in twins)) - block.values
    written = [number.value for twin in twins for number in twin.digits if number.value in common]
    return written[0] if written else None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _like(printed: str, value: Decimal) -> str:
    plain = _plain(value)
    return (
        plain
        if printed.strip().isascii()
        else plain.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    )
