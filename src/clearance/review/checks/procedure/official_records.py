"""Official records of the General Assembly: their session against the symbol beside it."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import pattern
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

RECORDS = (Trigger("official records", r"session, supplement n"),)
_RECORDS = on_demand(
    ORDINAL
    + pattern(r"\s+session,\s+supplement\s+n\S{0,2}\s?\d{1,3}[a-z]?\s+\(a/")
    + r"(?P<symbol>\d{1,2})/"
)
_NEAR = 70


def check(paper: Paper) -> Iterator[Finding]:
    """Find "Seventy-sixth Session, Supplement No. 20 (A/74/20)"."""
    for start, end in paper.hits("official records"):
        match = _RECORDS.search(paper.skeleton, max(0, start - _NEAR), end + _NEAR)
        if match is None:
            continue
        at = match.span("ordinal") if match["ordinal"] else match.span("ordinal_words")
        session = ordinal_of(match["ordinal"], match["ordinal_words"])
        if session != int(match["symbol"]):
            yield found(
                "PRO025", *at, elsewhere=(match.span("symbol"),),
                session=session, symbol=f"A/{match['symbol']}/",
            )  # fmt: skip
