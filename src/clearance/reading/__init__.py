"""Reading: a file becomes a text, and every place of the text leads back to the file."""

from clearance.reading.document import Cell, Document, Paragraph, Part, Table
from clearance.reading.plain import document_of_text

__all__ = ["Cell", "Document", "Paragraph", "Part", "Table", "document_of_text"]
