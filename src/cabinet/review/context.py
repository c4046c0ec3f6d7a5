"""The registers of the office as the review's context, and the checks kept warm with it.

The context is built from the tables at each use and compared with the one before: only a register
that changed makes the scan compile anew, so that no change can be missed.
"""

from __future__ import annotations

from threading import Lock

from clearance.review import Context, Reviewer
from clearance.review.defaults import default_context

_lock = Lock()
_warm: list[tuple[Context, Reviewer]] = []


def office_context() -> Context:
    """Return the context of the office's own tables; what it keeps in no table is the package's."""
    return default_context()


def reviewer() -> Reviewer:
    """Return the checks compiled for the registers as they are now."""
    context = office_context()
    with _lock:
        if not _warm or _warm[0][0] != context:
            _warm[:] = [(context, Reviewer(context))]
        return _warm[0][1]
