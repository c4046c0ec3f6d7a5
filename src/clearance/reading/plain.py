"""Plain text into paragraphs: each line that is not blank is one, as the typist set it."""

from __future__ import annotations

from functools import partial

from clearance.reading.document import Document, LateDocument, Paragraph, Part
from clearance.reading.expressions import on_demand

# Begins at the first letter: taking the blanks along costs the square of their number.
_LINE = on_demand(r"\S[^\n\r\f]*")


def document_of_text(text: str, *, reliable: bool = True) -> Document:
    """Return the text as a document, unchanged, with one paragraph for each line.

    ``reliable`` False: it was set right before.
    """
    return LateDocument(text, partial(_paragraphs, text), reliable=reliable)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the lines that are not blank, or the whole text where all are."""
    is_plain = "\r" not in text and "\f" not in text
    found = _of_lines(text) if is_plain else _of_any_lines(text)
    return tuple(found or [Paragraph(0, len(text), number=1)])


def _of_lines(text: str) -> list[Paragraph]:
    """Return the lines of a text whose lines end as most do, the quick way."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            found.append(Paragraph(start, end, Part.BODY, len(found) + 1))
        start = end + 1
    return found


def _of_any_lines(text: str) -> list[Paragraph]:
    return [
        Paragraph(match.start(), match.end(), number=number)
        for number, match in enumerate(_LINE.finditer(text), start=1)
    ]
