"""Is a legal basis cited where one is needed, and is it in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return ()


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the basis that the paper cites, or that it cites none."""
    return iter(())
