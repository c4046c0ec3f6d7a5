"""Where a finding stands, as a person looks for it: the page, the paragraph, the line itself."""

from __future__ import annotations

from dataclasses import dataclass

from clearance.reading.document import Document
from clearance.review.finding import Finding
from clearance.review.report import words
from clearance.terms import Language

_AROUND = 60  # characters of the line shown on each side of the finding


@dataclass(frozen=True)
class Excerpt:
    """A piece of a line with the finding in it: what stands before it, itself, and after it."""

    before: str
    found: str
    after: str


def place_of(document: Document, finding: Finding, language: Language) -> str:
    """Return the page and the paragraph of a finding, in words."""
    paragraph = document.paragraph_at(finding.start)
    place = words.PARAGRAPH[language].format(number=paragraph.number)
    if paragraph.page is None:
        return place
    return f"{words.PAGE[language].format(number=paragraph.page)}{words.COMMA[language]}{place}"


def excerpt_of(document: Document, finding: Finding) -> Excerpt:
    """Return the line that holds the finding, cut where it is long."""
    text = document.text
    first = text.rfind("\n", 0, finding.start) + 1
    last = text.find("\n", finding.end)
    last = len(text) if last < 0 else last
    begin = max(first, finding.start - _AROUND)
    end = min(last, max(finding.end, finding.start) + _AROUND)
    return Excerpt(
        before=("…" if begin > first else "") + text[begin : finding.start],
        found=text[finding.start : finding.end].replace("\n", " "),
        after=text[finding.end : end] + ("…" if end < last else ""),
    )
