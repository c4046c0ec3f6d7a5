"""Reading: a file becomes a text, and every place of the text leads back to the file."""

from clearance.reading.document import Cell, Document, Paragraph, Part, Table
from clearance.reading.limits import DEFAULT, Limits
from clearance.reading.plain import document_of_text
from clearance.reading.reader import read_bytes, read_file
from clearance.reading.unreadable import (
    Damaged,
    Empty,
    Encrypted,
    NotFound,
    TooLarge,
    UnknownFormat,
    Unreadable,
    Unsafe,
)

__all__ = [
    "DEFAULT",
    "Cell",
    "Damaged",
    "Document",
    "Empty",
    "Encrypted",
    "Limits",
    "NotFound",
    "Paragraph",
    "Part",
    "Table",
    "TooLarge",
    "UnknownFormat",
    "Unreadable",
    "Unsafe",
    "document_of_text",
    "read_bytes",
    "read_file",
]
