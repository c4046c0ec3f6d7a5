"""Plain text into paragraphs: each line that is not blank is one, as the typist set it."""

from __future__ import annotations

import re

from clearance.reading.document import Document, Paragraph

# Begins at the first letter: taking the blanks along costs the square of their number.
_LINE = re.compile(r"\S[^\n\r\f]*")


def document_of_text(text: str) -> Document:
    """Return the text as a document, unchanged, with one paragraph for each line."""
    paragraphs = tuple(
        Paragraph(match.start(), match.end(), number=number)
        for number, match in enumerate(_LINE.finditer(text), start=1)
    )
    return Document(text=text, paragraphs=paragraphs or (Paragraph(0, len(text), number=1),))
