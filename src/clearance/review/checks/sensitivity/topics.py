"""Matters before a contact group or another organ, of which an adviser is told."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.review.checks.sensitivity.index import TermIndex
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_ENOUGH = 2  # mentions: a name that stands in a list once is no topic (our guess)


def check_topics(paper: Paper, index: TermIndex) -> Iterator[Finding]:
    """Find the topics in the paper's subject, or mentioned more than once outside the address."""
    places: dict[str, list[Stretch]] = {}
    names = {}
    if not paper.hits("topic"):
        return
    for topic, place in index.topics(paper):
        if not _within(place, paper.anatomy.addressee):
            places.setdefault(topic.id, []).append(place)
            names[topic.id] = topic
    for code, found_at in places.items():
        named = any(_within(place, paper.anatomy.subject) for place in found_at)
        if not named and len(found_at) < _ENOUGH:
            continue
        first, *others = found_at
        yield found(
            "POL004", *first, elsewhere=tuple(others[:4]), source=names[code].source,
            topic={language.value: name for language, name in names[code].names.items()},
        )  # fmt: skip


def _within(place: Stretch, part: Stretch | None) -> bool:
    return part is not None and part[0] <= place[0] < part[1]
