"""The pages of a PDF as pdfium gives their text, in the order of reading of each line.

:raises Unreadable: when the file is damaged, locked or too large.
"""

from __future__ import annotations

from threading import Lock

import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_anew import with_lines_anew
from clearance.reading.formats.pdf_gaps import with_blank_lines
from clearance.reading.formats.pdf_lines import with_right_order
from clearance.reading.formats.pdf_turned import has_scattered_signs, has_turned_words
from clearance.reading.formats.pdf_vowels import MARK, has_lost_marks
from clearance.reading.limits import Limits
from clearance.reading.unreadable import Damaged, Encrypted, TooLarge

_ARABIC, _ANY = on_demand("[\u0621-\u064a]"), on_demand(r"\S")
_ONE_AT_A_TIME = Lock()  # pdfium is not made for several threads
REVERSED = ("ىلع", "ىلإ", "ةي", "ﻰﻠ")
"""Signs of Arabic that is stored in the order of its picture."""


def texts(data: bytes, limits: Limits) -> tuple[list[str], tuple[str, ...]]:
    """Return the text of each page and the names of the files attached.

    :raises Unreadable: when the file is damaged, locked or too large.
    """
    with _ONE_AT_A_TIME:
        return _texts(data, limits)


def _texts(data: bytes, limits: Limits) -> tuple[list[str], tuple[str, ...]]:
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as refused:
        told = str(refused)
        if "assword" in told or "ecurity" in told:
            raise Encrypted("RDG006") from refused
        raise Damaged("RDG007", format="PDF") from refused
    try:
        if len(file) > limits.pages:
            raise TooLarge("RDG012", count=len(file), limit=limits.pages)
        pages: list[str] = []
        length = drawn = 0
        for number in range(len(file)):
            text, objects = _page_text(file, number, limits)
            pages.append(text)
            length += len(text)
            drawn += objects
            if drawn > limits.drawn_objects:
                raise TooLarge("RDG016", limit=limits.drawn_objects)
            if length > limits.characters:
                raise TooLarge("RDG013", limit=limits.characters)
        return pages, _attached(file)
    finally:
        file.close()


def _page_text(file: pypdfium2.PdfDocument, number: int, limits: Limits) -> tuple[str, int]:
    """Return the text of a page and how many objects are drawn on it."""
    try:
        page = file[number]
    except pypdfium2.PdfiumError as refused:
        raise Damaged("RDG007", format="PDF") from refused
    try:
        layer = page.get_textpage()
        try:
            if layer.count_chars() > limits.page_characters:
                raise TooLarge("RDG015", page=number + 1, limit=limits.page_characters)
            objects: int = pypdfium2.raw.FPDFPage_CountObjects(page)
            given: str = layer.get_text_range()
            text = with_blank_lines(layer, given, _in_order(layer, given))
        finally:
            layer.close()
    finally:
        page.close()
    text = text.replace(" \r\n", "\n")  # a blank that ends a line would be one too many
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " "), objects


def _in_order(layer: pypdfium2.PdfTextPage, given: str) -> str:
    """Return the text of a page with what pdfium has in a wrong order set right."""
    anew = MARK if has_lost_marks(layer, given) else None
    if has_turned_words(layer, given):
        anew = _ARABIC
    elif has_scattered_signs(layer, given):
        anew = _ANY
    text = given
    if anew in (_ARABIC, _ANY) or not any(sign in given for sign in REVERSED):
        text = with_right_order(layer, given, but=anew)
    return text if anew is None else with_lines_anew(layer, given, text, anew)


def _attached(file: pypdfium2.PdfDocument) -> tuple[str, ...]:
    count = min(file.count_attachments(), 1_000)
    return tuple(file.get_attachment(number).get_name() for number in range(count))
