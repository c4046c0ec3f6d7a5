"""How much a file may hold before it is refused. Counted, so that a refusal repeats; a suspect PDF
is timed.

The counts bound time and memory together: with the defaults no file of our tests takes more than
four seconds or 500 MB, refused or read, but for a long Arabic text in reversed order and for what
``formats.pdf`` says of pdfium. All figures are our own guess, to be set by the house.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may hold.

    ``file_bytes``: the file itself. ``inflated_bytes``: all that is unpacked from it.
    ``inflation``: unpacked bytes for each packed one, looked at from 32 MB unpacked.
    ``characters`` of the text, ``paragraph_characters`` of one paragraph, ``page_characters`` of
    one page. ``paragraphs``: blank ones count. ``depth`` of elements, groups or messages within
    each other. ``members``: files within the file. ``markup_bytes``: XML between two paragraphs,
    which must be held in memory at about 30 times its size. ``markup_tags``: tags of an HTML
    page, words of control in RTF. ``stream_bytes``: one unpacked stream of a PDF that is no
    picture; four times as much for a font. ``drawn_objects``: on all pages of a PDF.
    ``seconds`` of the processor for a PDF that may keep pdfium busy without end.
    """

    file_bytes: int = 64_000_000
    inflated_bytes: int = 200_000_000
    inflation: int = 100
    pages: int = 2_000
    characters: int = 10_000_000
    paragraph_characters: int = 500_000
    page_characters: int = 100_000
    paragraphs: int = 250_000
    depth: int = 200
    members: int = 5_000
    markup_bytes: int = 8_000_000
    markup_tags: int = 1_000_000
    stream_bytes: int = 6_000_000
    drawn_objects: int = 3_000_000
    seconds: int = 20


DEFAULT = Limits()
