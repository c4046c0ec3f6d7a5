"""The finding for words that do not agree; of a text that is no paper of the house, a note."""

from __future__ import annotations

from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch


def disagreement(paper: Paper, at: Stretch, instead: str) -> Finding:
    """Return what is said of a word that should be another form of itself.

    A text of no kind of the house is another's, a law or a treaty say: its grammar is theirs.
    """
    return found(
        "LNG014", *at, suggestion=instead, level=None if paper.kind else Level.NOTE,
        word=paper.text[slice(*at)], instead=instead,
    )  # fmt: skip
