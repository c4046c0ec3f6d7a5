"""Plain text into paragraphs: each line that is not blank is one, as the typist set it."""

from __future__ import annotations

import re

from clearance.reading.document import Document, Paragraph, Part

# Begins at the first letter: taking the blanks along costs the square of their number.
_LINE = re.compile(r"\S[^\n\r\f]*")


def document_of_text(text: str) -> Document:
    """Return the text as a document, unchanged, with one paragraph for each line."""
    paragraphs = _of_lines(text) if "\r" not in text and "\f" not in text else _of_any_lines(text)
    return Document(text=text, paragraphs=tuple(paragraphs or [Paragraph(0, len(text), number=1)]))


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
