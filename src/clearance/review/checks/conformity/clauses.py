"""The clauses that a contract of the house must have, known by their words, not only by headings.

Silent on a contract in which the house does not appear: that is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clearance.reading.skeleton import fold, pattern
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found

_ARTICLE = re.compile(
    pattern(r"(?m)^[ ]*(?:article|clause|section|المادة|البند|\d{1,2}[.)]) ?\(?(?:\d{1,2}|الأولى)?")
)
_HOUSE = re.compile(
    pattern(r"\b(?:oic|oci|منظمة|المنظمة|الأمانة العامة)\b|organi[sz]ation|secretariat")
)


def check_clauses(paper: Paper) -> Iterator[Finding]:
    """Find the clauses that the contract lacks."""
    skeleton = paper.skeleton
    if not _is_ours(paper):
        return
    headings = list(_ARTICLE.finditer(skeleton))
    first = headings[0].start() if len(headings) > 1 else 0
    place = headings[-1].span() if headings else (0, min(len(skeleton), 60))
    for clause in paper.context.clauses:
        if _signs(clause.signs).search(skeleton, first) is None:
            yield found(
                "CON040", *place, level=Level[clause.level.upper()], source=clause.source,
                clause={language.value: name for language, name in clause.names.items()},
            )  # fmt: skip


def _is_ours(paper: Paper) -> bool:
    names = [fold(name).skeleton for name in paper.context.organisation.values()]
    head = " ".join(paper.skeleton[:3000].split())
    return any(name in head for name in names) or (not names and bool(_HOUSE.search(head)))


@lru_cache(maxsize=64)
def _signs(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{pattern(sign)})" for sign in signs), re.DOTALL)
