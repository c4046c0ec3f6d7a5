"""The rules that ask one reading of a paper's quantities, each with its signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clearance.review.checks.figures.reckoning.balances import BALANCE, balances
from clearance.review.checks.figures.reckoning.breakdowns import SIGNS as BROKEN_DOWN
from clearance.review.checks.figures.reckoning.breakdowns import THOUSANDS, breakdowns
from clearance.review.checks.figures.reckoning.by_each_and_each import (
    EACH_AND_EACH,
    by_each_and_each,
)
from clearance.review.checks.figures.reckoning.changes import CHANGED, changes
from clearance.review.checks.figures.reckoning.conversions import CONVERTED, conversions
from clearance.review.checks.figures.reckoning.execution import execution
from clearance.review.checks.figures.reckoning.for_each import FOR_EACH, for_each
from clearance.review.checks.figures.reckoning.headcounts import HEADCOUNTS, headcounts
from clearance.review.checks.figures.reckoning.itemised import ITEMISED, itemised
from clearance.review.checks.figures.reckoning.listed import LISTED_TOTAL, listed_totals
from clearance.review.checks.figures.reckoning.of_which import OF_WHICH, of_which
from clearance.review.checks.figures.reckoning.out_of import OUT_OF, out_of
from clearance.review.checks.figures.reckoning.paid_parts import PAID_PARTS, paid_parts
from clearance.review.checks.figures.reckoning.portions import PORTION, portions
from clearance.review.checks.figures.reckoning.products import PRODUCT, each_of, products
from clearance.review.checks.figures.reckoning.rates import RATE, rates
from clearance.review.checks.figures.reckoning.rest_due import REST_DUE, rest_due
from clearance.review.checks.figures.reckoning.row_shares import row_shares
from clearance.review.checks.figures.reckoning.shares_apart import shares_apart
from clearance.review.checks.figures.reckoning.shares_of_sums import shares_of_sums
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.checks.figures.reckoning.whole_shares import whole_shares
from clearance.review.finding import Finding
from clearance.review.paper import Paper

ASKED = (
    *THOUSANDS,
    *PORTION,
    *RATE,
    *CONVERTED,
    *CHANGED,
    *LISTED_TOTAL,
    *OF_WHICH,
    *OUT_OF,
    *BALANCE,
    *PRODUCT,
    *REST_DUE,
    *FOR_EACH,
    *HEADCOUNTS,
    *PAID_PARTS,
    *ITEMISED,
    *EACH_AND_EACH,
)
_Rule = Callable[[Paper, Stretches], Iterator[Finding]]
_RULES: tuple[tuple[_Rule, frozenset[str]], ...] = (
    (shares_of_sums, frozenset({"share"})),
    (portions, frozenset({"share"}) | {sign.name for sign in PORTION}),
    (rates, frozenset(sign.name for sign in RATE)),
    (conversions, frozenset(sign.name for sign in CONVERTED)),
    (changes, frozenset(sign.name for sign in CHANGED)),
    (listed_totals, frozenset(sign.name for sign in LISTED_TOTAL)),
    (of_which, frozenset(sign.name for sign in OF_WHICH)),
    (out_of, frozenset(sign.name for sign in OUT_OF)),
    (breakdowns, BROKEN_DOWN),
    (products, frozenset({"product told", "product led"})),
    (each_of, frozenset({"rate"})),
    (shares_apart, frozenset({"part in words", "share", "share in words"})),
    (rest_due, frozenset({"rest due"})),
    (whole_shares, frozenset({"share"})),
    (execution, frozenset({"share"})),
    (row_shares, frozenset({"share"})),
    (for_each, frozenset(sign.name for sign in FOR_EACH)),
    (itemised, frozenset({"itemised", "who did not"})),
    (paid_parts, frozenset({"paid in parts"})),
    (headcounts, frozenset(sign.name for sign in HEADCOUNTS)),
    (by_each_and_each, frozenset({"for each and each"})),
    (balances, frozenset(sign.name for sign in BALANCE)),
)
SIGNS = frozenset[str]().union(*(signs for _, signs in _RULES))


def asked(paper: Paper) -> Iterator[Finding]:
    """Find portions, results of rates, changes and totals that the figures beside them belie."""
    stretches = Stretches(paper)
    for rule, signs in _RULES:
        if not paper.signs.isdisjoint(signs):
            yield from rule(paper, stretches)
