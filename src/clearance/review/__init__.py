"""The review of a text before it leaves the house: seven checks, each finding with its source.

``review(text)`` returns a :class:`Report`; the checks know what the :class:`Context` tells them.
"""

from clearance.review.context import Context
from clearance.review.engine import Report, Reviewer, review
from clearance.review.finding import Finding, Level, Rule
from clearance.review.particulars import Approval, Particulars

__all__ = [
    "Approval",
    "Context",
    "Finding",
    "Level",
    "Particulars",
    "Report",
    "Reviewer",
    "Rule",
    "review",
]
