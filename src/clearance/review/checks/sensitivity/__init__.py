"""The check of political sensitivity: how states and places are named, and who may read what.

The names are those of the Cabinet's register (``Context.terms``, ``Context.topics``); this package
holds the marks of confidentiality and the words by which a sentence takes a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.sensitivity import disclosed, own_voice
from clearance.review.checks.sensitivity.confidentiality import MARK, check_confidentiality
from clearance.review.checks.sensitivity.index import index_of
from clearance.review.checks.sensitivity.naming import check_names
from clearance.review.checks.sensitivity.topics import check_topics
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return (*index_of(context).triggers(), *MARK, *disclosed.TRIGGERS, *own_voice.TRIGGERS)


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper under this check."""
    index = index_of(paper.context)
    yield from check_names(paper, index)
    yield from check_topics(paper, index)
    yield from check_confidentiality(paper)
    yield from own_voice.check_own_voice(paper)
