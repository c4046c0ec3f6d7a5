"""Two numbers that are compared, and by how much the one is more or less than the other.

"316 notifications, against 289 in the year before: a rise of 27"; "soit une baisse de 40".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

COMPARED = (Trigger("compared", r"(?:against|compared (?:with|to)|contre|مقابل|مقارنة ب) ?[0-9]"),)
_TO_NEW = compiled(r"\d[^.;:\n\d]{0,90},?\s*")
_CHANGE = compiled(
    r"[^.;:\n\d]{0,70}?[:,(-]\s*(?:(?:that is|i\.e\.|namely|or|soit|أي)\s*,?\s*)?(?:(?:an?|the|une?|la|le|l')\s*)?(?:net(?:te)? )?"
    r"(?P<kind>rise|increase|growth|gain|fall|decrease|decline|drop|reduction|difference|hausse|augmentation|progression|baisse|diminution|recul|reduction|ecart|ب?زيادة|ب?ارتفاع|ب?انخفاض|ب?تراجع|ب?فارق|ب?فرق)"
    r"\s*(?:of |de |d'|قدرها |قدره |مقدارها |مقداره |عددها |بلغت? )?(?=\d)"
)
_SHARE = compiled(r"\s?(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة|بالمئة|points?|نقطة)")
_BACK, _ON = 130, 130  # characters on either side of the word that compares


def compared(paper: Paper) -> Iterator[Finding]:
    """Find a rise or a fall that is not what parts the two numbers."""
    skeleton = paper.skeleton
    for start, end in paper.hits("compared"):
        begin = max(0, start - _BACK)
        before = list(digits_in(skeleton, begin, start))
        old = next(digits_in(skeleton, end - 1, min(len(skeleton), end + 24)), None)
        if not before or old is None or old.start != end - 1:
            continue
        new = before[-1]
        if not _TO_NEW.fullmatch(skeleton, new.end - 1, start):
            continue
        change = _CHANGE.match(skeleton, old.end, old.end + _ON)
        told = next(digits_in(skeleton, change.end(), change.end() + 24), None) if change else None
        if told is None or _SHARE.match(skeleton, told.end):
            continue
        right = abs(new.value - old.value)
        if told.value != right and told.also != right and right:
            yield found(
                "FIG017", told.start, told.end, level=Level.WARN,
                elsewhere=((new.start, old.end),), first=max(new.value, old.value),
                second=min(new.value, old.value), told=told.value, right=right,
            )  # fmt: skip
