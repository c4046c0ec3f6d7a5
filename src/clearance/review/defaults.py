"""The context that comes with the rules: the registers of ``clearance.data``."""

from __future__ import annotations

from functools import cache

from clearance.review.context import Context


@cache
def default_context() -> Context:
    """Return the context built of the registers in the package."""
    return Context()
