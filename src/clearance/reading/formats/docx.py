"""DOCX, transitional and strict: headers, body, notes and footers, as a reader sees them.

Tracked changes count as accepted; comments are no part of the text. ``Paragraph.source`` is the
member of the archive and ``Paragraph.number`` the place of its ``w:p`` among all those of that
member, from 1 in the order of the file: ``list(root.iter(W_P))[number - 1]``. The text of that
``w:p`` is that of :func:`clearance.reading.formats.word_paragraph.pieces`.
"""

from __future__ import annotations

import posixpath

from clearance.reading.archive import Archive
from clearance.reading.document import Document, Part
from clearance.reading.formats.word_numbering import Numbering
from clearance.reading.formats.word_paragraph import ALTERNATIVES, FALLBACK, names, text_of
from clearance.reading.limits import Limits
from clearance.reading.markup import Element, ElementStream, tree_of
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged

_PARAGRAPH, _TEXT_BOX = frozenset(names("p")), frozenset(names("txbxContent"))
_TABLE, _ROW, _CELL = frozenset(names("tbl")), frozenset(names("tr")), frozenset(names("tc"))
_NOTE = frozenset(names("footnote", "endnote"))
_TAGS = (*_PARAGRAPH, *_TEXT_BOX, *_TABLE, *_ROW, *_CELL, *_NOTE, ALTERNATIVES, FALLBACK)
_ORDER = (
    ("header", Part.HEADER),
    ("officeDocument", Part.BODY),
    ("footnotes", Part.FOOTNOTE),
    ("endnotes", Part.ENDNOTE),
    ("footer", Part.FOOTER),
)
_MOST_PARTS = 300  # headers and footers: three of each to a section


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of a DOCX file.

    :raises Unreadable: when it is damaged, locked, unsafe, empty or too large.
    """
    archive = Archive(data, limits, "DOCX")
    main = main_part(archive)
    if main not in archive:
        raise Damaged("RDG007", format="DOCX")
    related = relations(archive, main)
    related.setdefault("officeDocument", []).append(main)
    numbering = Numbering(_tree(archive, related, "numbering"), _tree(archive, related, "styles"))
    transcript = Transcript(limits)
    for relation, part in _ORDER:
        for name in _distinct(archive, limits, part, related.get(relation, [])):
            _Member(name, part, transcript, numbering).read(archive, limits)
    return transcript.document("docx", enclosures=tuple(related.get("aFChunk", ())))


def main_part(archive: Archive) -> str:
    """Return the name of the member that holds the body."""
    return next(iter(relations(archive, "").get("officeDocument", ())), "word/document.xml")


def relations(archive: Archive, name: str) -> dict[str, list[str]]:
    """Return the members that a member refers to, by the kind of relation, in their order."""
    folder, file = posixpath.split(name)
    found: dict[str, list[str]] = {}
    listed = archive.member(posixpath.join(folder, "_rels", f"{file}.rels"))
    if not listed:
        return found
    for relation in tree_of(listed, archive.form):
        target = relation.get("Target", "") if isinstance(relation.tag, str) else ""
        if not target or relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if path not in found.setdefault(kind, []):
            found[kind].append(path)
    return found


def _tree(archive: Archive, related: dict[str, list[str]], kind: str) -> Element | None:
    """Return the root of the one member of that kind; None: the file has none."""
    content = b"".join(archive.member(name) for name in related.get(kind, ())[:1])
    return tree_of(content, archive.form) if content else None


def _distinct(archive: Archive, limits: Limits, part: Part, members: list[str]) -> list[str]:
    """Return the members without those that repeat another: one header for three kinds of page."""
    if len(members) < 2:
        return members
    texts: dict[str, str] = {}
    for name in members[:_MOST_PARTS]:
        trial = Transcript(limits)
        _Member(name, part, trial, Numbering(None, None)).read(archive, limits)
        texts.setdefault(trial.text(), name)
    return list(texts.values())


class _Member:
    """One member of the archive being read into the transcript."""

    def __init__(self, name: str, part: Part, transcript: Transcript, numbering: Numbering) -> None:
        self._name = name
        self._part = part
        self._transcript = transcript
        self._numbering = numbering
        self._count = 0  # of the w:p begun so far
        self._open: list[int] = []  # the numbers of the w:p that have not ended
        self._boxes = 0
        self._boxed: list[tuple[str, int, str]] = []  # paragraphs of boxes, told after their anchor
        self._alternatives: list[bool] = []  # whether a branch has shown text
        self._unread: list[bool] = []  # fallbacks, and whether a choice was read instead
        self._is_apart = False  # in a note that only draws the line above the notes

    def read(self, archive: Archive, limits: Limits) -> None:
        """Take down the member."""
        stream = ElementStream(limits, archive.form, _TAGS)
        for event, element in stream.events(archive.chunks(self._name)):
            tag = element.tag
            if tag in _PARAGRAPH:
                if event == "start":
                    self._count += 1
                    self._open.append(self._count)
                    if len(self._open) == 1:
                        stream.anchor = element
                else:
                    self._end_paragraph(element)
            elif event == "start":
                self._start(tag, element)
            else:
                self._end(tag)
        self._tell_boxed()

    def _end_paragraph(self, element: Element) -> None:
        number = self._open.pop()
        is_read = not (self._is_apart or any(self._unread))
        text = text_of(element) if is_read else ""
        shown = self._numbering.before(element) if is_read else ""
        if text and self._alternatives:
            self._alternatives = [True] * len(self._alternatives)
        if self._open or self._boxes:
            self._boxed.append((text, number, shown))
            return
        part = Part.TABLE if self._transcript.in_table and self._part == Part.BODY else self._part
        self._transcript.add(text, part, number, None, self._name, shown)
        if self._boxed:
            self._tell_boxed()

    def _tell_boxed(self) -> None:
        for text, number, shown in self._boxed:
            self._transcript.add(text, Part.TEXT_BOX, number, None, self._name, shown)
        self._boxed = []

    def _start(self, tag: str, element: Element) -> None:
        if tag in _TEXT_BOX:
            self._boxes += 1
        elif tag == ALTERNATIVES:
            self._alternatives.append(False)
        elif tag == FALLBACK:
            self._unread.append(bool(self._alternatives) and self._alternatives[-1])
        elif tag in _NOTE:
            self._is_apart = any("eparat" in value for value in element.attrib.values())
        elif self._boxes or self._open:
            return  # a table in a text box is read as lines
        elif tag in _TABLE:
            self._transcript.open_table()
        elif tag in _ROW:
            self._transcript.open_row()
        elif tag in _CELL:
            self._transcript.open_cell()

    def _end(self, tag: str) -> None:
        if tag in _TEXT_BOX:
            self._boxes -= 1
        elif tag == ALTERNATIVES:
            self._alternatives.pop()
        elif tag == FALLBACK:
            self._unread.pop()
        elif tag in _NOTE:
            self._is_apart = False
        elif self._boxes or self._open:
            return
        elif tag in _TABLE:
            self._transcript.close_table()
        elif tag in _ROW:
            self._transcript.close_row()
        elif tag in _CELL:
            self._transcript.close_cell()
