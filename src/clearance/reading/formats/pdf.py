"""PDF: the text layer, page by page and line by line, by pdfium.

``Paragraph.number`` counts the lines of the page. pdfium cannot be stopped from within: a file that
may keep it busy without end is read in a process of its own (``pdf_apart``).
"""

from __future__ import annotations

import re
from functools import cached_property, partial

from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.arabic_order import in_reading_order, is_reversed
from clearance.reading.document import Document, LateDocument, Part, Row, paragraphs_of
from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_apart import read_apart
from clearance.reading.formats.pdf_brackets import with_right_brackets
from clearance.reading.formats.pdf_pages import REVERSED, texts
from clearance.reading.formats.pdf_streams import is_suspect
from clearance.reading.limits import Limits
from clearance.reading.unreadable import Empty, TooLarge
from clearance.terms import Language

_LINE = on_demand(r"\S[^\n]*")
_PAGE_BREAK = "\n\f\n"
_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at the end of a line
_COMPOUND = on_demand(r"\b\w+-\w+")
_LEAST_ALONE = 4  # letters
_ALONE = on_demand(rf"(?<![\w{_HYPHEN}-])[^\W\d_]{{{_LEAST_ALONE},}}(?![\w{_HYPHEN}-])")
# What has a hyphen wherever it comes first.
_FIRST_HALVES = frozenset(
    {"self", "non", "vice", "ex", "well", "long", "short", "high", "low", "sous", "ci", "là", "au"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dix"}
    | {"quatre", "vingt", "trente", "quarante", "cinquante", "soixante"}
    | {"vis", "peut", "celui", "celle", "ceux", "celles", "lui", "elle", "eux", "soi", "est", "dit"}
)
_WORD_AFTER = on_demand(r"\w*")
_BLANK_AFTER = on_demand(r"([^\s\ufffe]*) (?=\S)")
_LATIN = (Language.ENGLISH, Language.FRENCH)
_SHORTEST = 2  # letters
_ARABIC = on_demand("[\u0621-\u064a]")


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of a PDF file.

    :raises Unreadable: when it is damaged, locked, without a text, or too large.
    """
    if is_suspect(data, limits):
        pages, enclosures = read_apart(data, limits)
    else:
        pages, enclosures = texts(data, limits)
    silent = tuple(number for number, text in enumerate(pages, start=1) if not text.strip())
    if len(silent) == len(pages):
        raise Empty("RDG003", pages=len(pages)) if pages else Empty("RDG002")
    pages, is_reliable = _in_reading_order(_with_whole_words(pages))
    return LateDocument(
        "\n".join(pages),
        partial(paragraphs_of, _rows(pages, limits)),
        format="pdf",
        reliable=is_reliable,
        enclosures=enclosures,
        pages=len(pages),
        silent_pages=silent,
    )


def _with_whole_words(pages: list[str]) -> list[str]:
    """Return the pages with words joined again that were broken at the end of a line.

    The hyphen stays before a capital or a figure, where the paper writes the word with it or each
    of its halves alone, after what always has one, and between two words that make none together.
    """
    if not any(_HYPHEN in page for page in pages):
        return pages
    words = _Words("\n".join(pages).lower())
    return [_with_whole_words_of(page, words) if _HYPHEN in page else page for page in pages]


class _Words:
    """How a paper writes its words; told apart when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def are_compound(self, left: str, right: str) -> bool:
        """Tell whether the paper writes both with a hyphen between them."""
        return f"{left}-{right}" in self._text and f"{left}-{right}" in self._compounds

    def are_alone(self, left: str, right: str) -> bool:
        """Tell whether each stands alone somewhere."""
        return min(len(left), len(right)) >= _LEAST_ALONE and {left, right} <= self._alone

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(_COMPOUND.findall(self._text))

    @cached_property
    def _alone(self) -> frozenset[str]:
        return frozenset(_ALONE.findall(self._text))


def _are_words(left: str, right: str) -> bool:
    """Tell whether a dictionary has both halves and none the whole: "five-year"."""
    if len(left) < _SHORTEST or any(is_known(left + right, each) for each in _LATIN):
        return False
    return any(is_known(left, each) and is_known(right, each) for each in _LATIN)


def _with_whole_words_of(page: str, words: _Words) -> str:
    pieces: list[str] = []
    begin = 0
    place = page.find(_HYPHEN)
    while place >= 0:
        first = place
        while first > begin and (page[first - 1].isalnum() or page[first - 1] == "_"):
            first -= 1
        left = page[first:place]
        following = _WORD_AFTER.match(page, place + 1)
        right = following[0] if following else ""
        small = left.lower()
        keeps = not right or not right[0].islower() or words.are_compound(small, right.lower())
        keeps = keeps or small in _FIRST_HALVES or words.are_alone(small, right)
        keeps = keeps or _are_words(small, right)
        pieces += (page[begin:place], "-" if keeps else "", right)
        begin = place + 1 + len(right)
        if blank := _BLANK_AFTER.match(page, begin):  # pdfium ends no line at its hyphen
            pieces += (blank[1], "\n")
            begin = blank.end()
        place = page.find(_HYPHEN, begin)
    return "".join(pieces) + page[begin:]


def _in_reading_order(pages: list[str]) -> tuple[list[str], bool]:
    """Return the pages with their Arabic set right, and whether no page was reversed."""
    whole = _PAGE_BREAK.join(pages)
    if not _ARABIC.search(whole) and not re.search("[\ufb50-\ufefc]", whole):
        return pages, True
    whole = whole.replace("اهلل", "الله")  # the ligature of the name, apart in the wrong order
    was_reversed = is_reversed(whole)
    repaired = in_reading_order(whole, fewest_ligatures=1, was_reversed=was_reversed)
    pages = (whole if repaired is None else repaired).split(_PAGE_BREAK)
    is_reliable = repaired is None
    if was_reversed:
        return pages, is_reliable
    for number, page in enumerate(pages):
        mended = in_reading_order(page) if any(sign in page for sign in REVERSED) else None
        if mended is not None:
            is_reliable = False
            pages[number] = mended
        elif _ARABIC.search(page):
            pages[number] = with_right_brackets(page)
    return pages, is_reliable


def _rows(pages: list[str], limits: Limits) -> list[Row]:
    """Return what makes the paragraphs: the lines of each page that are not blank."""
    rows: list[Row] = []
    begin = 0
    for page_number, page in enumerate(pages, start=1):
        for number, line in enumerate(_LINE.finditer(page), start=1):
            start, end = line.span()
            if end - start > limits.paragraph_characters:
                raise TooLarge("RDG014", limit=limits.paragraph_characters)
            rows.append((begin + start, begin + end, Part.BODY, number, page_number, "", 0))
        begin += len(page) + 1
    return rows
