"""PDF: the text layer, page by page and line by line, by pdfium.

``Paragraph.number`` counts the lines of the page. What remains open: pdfium cannot be stopped from
within, so a page that draws one stream a million times is bounded by nothing here; whoever reads
files of strangers does so in a process with a limit on its time and memory.
"""

from __future__ import annotations

import re
from threading import Lock

import pypdfium2

from clearance.reading.arabic_order import in_reading_order, is_reversed
from clearance.reading.document import Document, Paragraph, Part
from clearance.reading.formats.pdf_brackets import with_right_brackets
from clearance.reading.formats.pdf_lines import with_right_order
from clearance.reading.formats.pdf_streams import count_inflated
from clearance.reading.limits import Limits
from clearance.reading.unreadable import Damaged, Empty, Encrypted, TooLarge

_ONE_AT_A_TIME = Lock()  # pdfium is not made for several threads
_LINE = re.compile(r"\S[^\n]*")
_PAGE_BREAK = "\n\f\n"
_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at the end of a line
_BROKEN_WORD = re.compile(f"(\\w*){_HYPHEN}(\\w*)")
_REVERSED = ("ىلع", "ىلإ", "ةي", "ﻰﻠ")
_ARABIC = re.compile("[\u0621-\u064a]")


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of a PDF file.

    :raises Unreadable: when it is damaged, locked, without a text, or too large.
    """
    count_inflated(data, limits)
    with _ONE_AT_A_TIME:
        pages, enclosures = _texts(data, limits)
    silent = tuple(number for number, text in enumerate(pages, start=1) if not text.strip())
    if len(silent) == len(pages):
        raise Empty("RDG003", pages=len(pages)) if pages else Empty("RDG002")
    pages, is_reliable = _in_reading_order(_with_whole_words(pages))
    text, paragraphs = _joined(pages, limits)
    return Document(
        text=text,
        paragraphs=tuple(paragraphs),
        format="pdf",
        reliable=is_reliable,
        enclosures=enclosures,
        pages=len(pages),
        silent_pages=silent,
    )


def _texts(data: bytes, limits: Limits) -> tuple[list[str], tuple[str, ...]]:
    """Return the text of each page and the names of the files attached."""
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
            text: str = layer.get_text_range()
            if not any(sign in text for sign in _REVERSED):
                text = with_right_order(layer, text)
        finally:
            layer.close()
    finally:
        page.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " "), objects


def _attached(file: pypdfium2.PdfDocument) -> tuple[str, ...]:
    count = min(file.count_attachments(), 1_000)
    return tuple(file.get_attachment(number).get_name() for number in range(count))


def _with_whole_words(pages: list[str]) -> list[str]:
    """Return the pages with words joined again that were broken at the end of a line.

    The hyphen stays before a capital or a figure, and where the paper writes the word with it.
    """
    if not any(_HYPHEN in page for page in pages):
        return pages
    whole = "\n".join(pages)
    compounds = set(re.findall(r"\w+-\w+", whole))

    def join(match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        keeps = not right or not right[0].islower() or f"{left}-{right}" in compounds
        return f"{left}-{right}" if keeps else left + right

    return [_BROKEN_WORD.sub(join, page) if _HYPHEN in page else page for page in pages]


def _in_reading_order(pages: list[str]) -> tuple[list[str], bool]:
    """Return the pages with their Arabic set right, and whether no page was reversed."""
    whole = _PAGE_BREAK.join(pages)
    if not _ARABIC.search(whole) and not re.search("[\ufb50-\ufefc]", whole):
        return pages, True
    whole = whole.replace("اهلل", "الله")  # the ligature of the name, apart in the wrong order
    was_reversed = is_reversed(whole)
    repaired = in_reading_order(whole, fewest_ligatures=1)
    pages = (whole if repaired is None else repaired).split(_PAGE_BREAK)
    is_reliable = repaired is None
    if was_reversed:
        return pages, is_reliable
    for number, page in enumerate(pages):
        mended = in_reading_order(page) if any(sign in page for sign in _REVERSED) else None
        if mended is not None:
            is_reliable = False
            pages[number] = mended
        elif _ARABIC.search(page):
            pages[number] = with_right_brackets(page)
    return pages, is_reliable


def _joined(pages: list[str], limits: Limits) -> tuple[str, list[Paragraph]]:
    paragraphs, begin = [], 0
    for page_number, page in enumerate(pages, start=1):
        for number, line in enumerate(_LINE.finditer(page), start=1):
            start, end = line.span()
            if end - start > limits.paragraph_characters:
                raise TooLarge("RDG014", limit=limits.paragraph_characters)
            paragraphs.append(Paragraph(begin + start, begin + end, Part.BODY, number, page_number))
        begin += len(page) + 1
    return "\n".join(pages), paragraphs
