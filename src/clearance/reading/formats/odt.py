"""ODT: headers, body, notes and footers of an OpenDocument text.

``Paragraph.number`` is the place of the ``text:p`` or ``text:h`` among all those of the member
``Paragraph.source``, from 1 in the order of the file. Numbers that lists set are not told.
Source: OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from clearance.reading.archive import Archive
from clearance.reading.document import Document, Part
from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.markup import Element, ElementStream
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, Encrypted, TooLarge

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE = f"{{{_SPACE}text:1.0}}", f"{{{_SPACE}table:1.0}}", f"{{{_SPACE}style:1.0}}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW, _CELLS = f"{_TABLE}table-row", (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NOTE, _DELETED = f"{_TEXT}note", f"{_TEXT}tracked-changes"
_COMMENT, _BOX = f"{{{_SPACE}office:1.0}}annotation", f"{{{_SPACE}drawing:1.0}}text-box"
_EDGES = {
    f"{_STYLE}{edge}{page}": part
    for edge, part in (("header", Part.HEADER), ("footer", Part.FOOTER))
    for page in ("", "-left", "-first")
}
_TAGS = (*_PARAGRAPHS, f"{_TABLE}table", _ROW, *_CELLS, _NOTE, _DELETED, _COMMENT, _BOX, *_EDGES)
_APART = (_NOTE, _COMMENT, _BOX, f"{_TEXT}ruby-text")  # no part of the paragraph that they stand in
_BLANKS = on_demand(r"[ \t\r\n]+")
_MOST_BLANKS = 100  # for one text:s, whatever it asks for


def read(archive: Archive, limits: Limits) -> Document:
    """Return the document of an ODT file.

    :raises Unreadable: when it is damaged, locked, unsafe, empty or too large.
    """
    if b"encryption-data" in archive.member("META-INF/manifest.xml"):
        raise Encrypted("RDG006")
    if "content.xml" not in archive:
        raise Damaged("RDG007", format="ODT")
    transcript = Transcript(limits, has_blank_lines=True)
    _Member("styles.xml", transcript, Part.HEADER).read(archive, limits)
    _Member("content.xml", transcript, Part.BODY).read(archive, limits)
    _Member("styles.xml", transcript, Part.FOOTER).read(archive, limits)
    return transcript.document("odt")


class _Member:
    """One member being read: its body, or of the styles only the headers or the footers."""

    def __init__(self, name: str, transcript: Transcript, wanted: Part) -> None:
        self._name = name
        self._transcript = transcript
        self._wanted = wanted
        self._parts = [Part.BODY if wanted == Part.BODY else Part.SUBJECT]  # the innermost last
        self._count = 0
        self._open: list[int] = []
        self._skipped = 0
        self._later: list[tuple[str, Part, int]] = []
        self._told: set[str] = set()

    def read(self, archive: Archive, limits: Limits) -> None:
        """Take down the member."""
        stream = ElementStream(limits, archive.form, _TAGS)
        for event, element in chain.from_iterable(stream.batches(archive.chunks(self._name))):
            tag = element.tag
            if tag in _PARAGRAPHS:
                if event == "start":
                    self._count += 1
                    if self._count > limits.paragraphs:
                        raise TooLarge("RDG016", limit=limits.paragraphs)
                    self._open.append(self._count)
                    if len(self._open) == 1:
                        stream.anchor = element
                else:
                    self._end_paragraph(element)
            elif event == "start":
                self._start(tag)
            else:
                self._end(tag)
        for text, part, number in self._later:
            self._transcript.add(text, part, number, None, self._name)

    def _end_paragraph(self, element: Element) -> None:
        number = self._open.pop()
        part = self._parts[-1]
        if self._skipped or not self._is_wanted(part):
            return
        text = "".join(_shown(element))
        if part in (Part.FOOTNOTE, Part.ENDNOTE, Part.TEXT_BOX):
            self._later.append((text, part, number))
        elif self._wanted == Part.BODY:
            part = Part.TABLE if self._transcript.in_table else part
            self._transcript.add(text, part, number, None, self._name)
        elif text not in self._told:  # left and first pages mostly repeat the same header
            self._told.add(text)
            self._transcript.add(text, part, number, None, self._name)

    def _is_wanted(self, part: Part) -> bool:
        return part == self._wanted if self._wanted != Part.BODY else part != Part.SUBJECT

    def _start(self, tag: str) -> None:
        if tag in (_DELETED, _COMMENT):
            self._skipped += 1
        elif tag == _NOTE:
            self._parts.append(Part.FOOTNOTE)
        elif tag == _BOX:
            self._parts.append(Part.TEXT_BOX)
        elif tag in _EDGES:
            self._parts.append(_EDGES[tag])
        elif self._is_flow():
            if tag == _ROW:
                self._transcript.open_row()
            elif tag in _CELLS:
                self._transcript.open_cell()
            else:
                self._transcript.open_table()

    def _end(self, tag: str) -> None:
        if tag in (_DELETED, _COMMENT):
            self._skipped -= 1
        elif tag in (_NOTE, _BOX) or tag in _EDGES:
            self._parts.pop()
        elif self._is_flow():
            if tag == _ROW:
                self._transcript.close_row()
            elif tag in _CELLS:
                self._transcript.close_cell()
            else:
                self._transcript.close_table()

    def _is_flow(self) -> bool:
        """Whether a table here is one of the body, and no part of a note, box or header."""
        return self._parts == [Part.BODY] and not self._skipped and not self._open


def _shown(element: Element) -> Iterator[str]:
    """Yield the text of a paragraph; blanks of the XML itself count as one."""
    if element.text:
        yield _BLANKS.sub(" ", element.text)
    for child in element:
        tag = child.tag
        if tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS)
        elif tag == f"{_TEXT}tab":
            yield "\t"
        elif tag == f"{_TEXT}line-break":
            yield "\n"
        elif tag not in _APART and tag not in _PARAGRAPHS:
            yield from _shown(child)
        if child.tail:
            yield _BLANKS.sub(" ", child.tail)
