"""Rows that each tell an amount and, in brackets, its share of them all: "Transport: USD 36,000 (15%)".

The amounts of three rows or more are their whole. Where all shares but one are those of it, the
one is wrong; an amount that was wrong would belie the others too.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found

_SHARE = compiled(
    r"\(\s*(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة)\s*\)"
)
_ROW = on_demand(r"\d(?:[\d ,.']*\d)?\s*(?:(?:[^\W\d_]{1,12}|[$\xa4])\s*){0,3}" + _SHARE.pattern)
_APART = 130  # characters between two rows
_FEWEST, _MOST = 3, 20
_HUNDRED, _ROUNDED = Decimal(100), Decimal("0.6")


def row_shares(paper: Paper, _: Stretches) -> Iterator[Finding]:
    """Find the one share of a list that its amount is not."""
    if len(paper.hits("share")) < _FEWEST or len(_SHARE.findall(paper.skeleton)) < _FEWEST:
        return
    run: list[re.Match[str]] = []
    for match in _ROW.finditer(paper.skeleton):
        if run and match.start() - run[-1].end() > _APART:
            yield from _wrong(paper, run)
            run = []
        run.append(match)
    yield from _wrong(paper, run)


def _wrong(paper: Paper, run: Sequence[re.Match[str]]) -> Iterator[Finding]:
    rows = [(_amount(paper.skeleton, one), Decimal(one["share"].replace(",", "."))) for one in run]
    told = [(amount, share) for amount, share in rows if amount is not None]
    if not _FEWEST <= len(told) <= _MOST or len(told) != len(rows):
        return
    for amounts in (told, told[:-1]):  # the last may be the total
        whole = sum((amount.value for amount, _ in amounts), Decimal(0))
        if len(amounts) < _FEWEST or not whole:
            continue
        rights = [amount.value / whole * _HUNDRED for amount, _ in amounts]
        off = [
            n for n, (_, share) in enumerate(amounts) if abs(rights[n] - share) > _ROUNDED
        ]  # fmt: skip
        if len(off) == 1:
            one = run[off[0]]
            yield found(
                "FIG018", *one.span("share"), elsewhere=((amounts[off[0]][0].start, amounts[off[0]][0].end),),
                first=amounts[off[0]][0].value, second=whole.normalize() + 0,
                told=amounts[off[0]][1], right=round(rights[off[0]], 1).normalize() + 0,
            )  # fmt: skip
        if len(off) < len(amounts) - 1:
            return


def _amount(skeleton: str, row: re.Match[str]) -> Digits | None:
    """Return the amount before the bracket, the last of its line's numbers."""
    begin = max(0, row.start() - 1)
    return next(reversed(list(digits_in(skeleton, begin, row.start("share") - 1))), None)
