"""The context that comes with the rules: the registers of ``clearance.data``."""

from __future__ import annotations

from functools import cache

from clearance.review.context import Context
from clearance.review.default_terms import known_terms, known_topics


@cache
def default_context() -> Context:
    """Return the context built of the registers in the package."""
    return Context(terms=known_terms(), topics=known_topics())
