"""Plain text in any encoding; reversed Arabic is set right."""

from __future__ import annotations

from clearance.reading.arabic_order import in_reading_order
from clearance.reading.document import Document
from clearance.reading.encoding import text_of_bytes
from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.plain import document_of_text
from clearance.reading.unreadable import Empty, TooLarge

# The line end of old Macintosh files. Those of Windows stay as given: places are those of the file.
_LONE_RETURN = on_demand(r"\r(?!\n)")


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of a plain text, a paragraph a line.

    :raises Unreadable: when it is no text, blank, or too long.
    """
    text = _LONE_RETURN.sub("\n", text_of_bytes(data))
    if len(text) > limits.characters or text.count("\n") > 4 * limits.paragraphs:
        raise TooLarge("RDG013", limit=limits.characters)
    if not text or text.isspace():
        raise Empty("RDG002")
    document = _within(document_of_text(text), limits)
    repaired = in_reading_order(text)
    if repaired is None:
        return document
    return document_of_text(repaired, reliable=False)


def _within(document: Document, limits: Limits) -> Document:
    """Return the document, unless a line is too long or there are too many."""
    if len(document.paragraphs) > limits.paragraphs:
        raise TooLarge("RDG016", limit=limits.paragraphs)
    longest = max(paragraph.end - paragraph.start for paragraph in document.paragraphs)
    if longest > limits.paragraph_characters:
        raise TooLarge("RDG014", limit=limits.paragraph_characters)
    return document
