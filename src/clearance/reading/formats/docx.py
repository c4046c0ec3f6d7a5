"""DOCX, transitional and strict: headers, body, notes and footers, as a reader sees them.

Tracked changes count as accepted; comments are no part of the text. ``Paragraph.source`` is the
member of the archive and ``Paragraph.number`` the place of its ``w:p`` among all those of that
member, from 1 in the order of the file: ``list(root.iter(W_P))[number - 1]``. The text of that
``w:p`` is that of :func:`clearance.reading.formats.word_paragraph.pieces`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import chain

from clearance.reading.archive import Archive
from clearance.reading.document import Document, Part
from clearance.reading.formats.word_numbering import Numbering
from clearance.reading.formats.word_paragraph import (
    ALTERNATIVES,
    FALLBACK,
    FIXED,
    INTRICATE,
    RAISED,
    TEXT,
    line,
    names,
    text_of,
)
from clearance.reading.formats.word_plain import MOST_BYTES, plain_paragraphs
from clearance.reading.limits import Limits
from clearance.reading.markup import Element, ElementStream, tree_of
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, TooLarge

_PARAGRAPH, _TEXT_BOX = frozenset(names("p")), frozenset(names("txbxContent"))
_TABLE, _ROW, _CELL = frozenset(names("tbl")), frozenset(names("tr")), frozenset(names("tc"))
_NOTE = frozenset(names("footnote", "endnote"))
_TAB_STOPS = frozenset(names("tabs"))
_TAGS = (
    *TEXT, *FIXED, *RAISED, *INTRICATE, ALTERNATIVES, FALLBACK,
    *_PARAGRAPH, *_TEXT_BOX, *_TABLE, *_ROW, *_CELL, *_NOTE,
)  # fmt: skip
_ORDER = (
    ("header", Part.HEADER),
    ("officeDocument", Part.BODY),
    ("footnotes", Part.FOOTNOTE),
    ("endnotes", Part.ENDNOTE),
    ("footer", Part.FOOTER),
)
_RELATIONS = frozenset((*(kind for kind, _ in _ORDER), "numbering", "styles", "aFChunk"))
_MOST_PARTS = 300  # headers and footers: three of each to a section


def read(archive: Archive, limits: Limits) -> Document:
    """Return the document of a DOCX file.

    :raises Unreadable: when it is damaged, locked, unsafe, empty or too large.
    """
    main = main_part(archive)
    if main not in archive:
        raise Damaged("RDG007", format="DOCX")
    related = relations(archive, main)
    related.setdefault("officeDocument", []).append(main)
    lists = _member(archive, related, "numbering")
    numbering = Numbering(
        tree_of(lists, "DOCX") if lists else None, lambda: _member(archive, related, "styles")
    )
    transcript = Transcript(limits, has_blank_lines=True)
    for relation, part in _ORDER:
        for name in _distinct(archive, limits, part, related.get(relation, [])):
            _Member(name, part, transcript, numbering).read(archive, limits)
    return transcript.document("docx", enclosures=tuple(related.get("aFChunk", ())))


def main_part(archive: Archive) -> str:
    """Return the name of the member that holds the body."""
    return next(iter(relations(archive, "").get("officeDocument", ())), "word/document.xml")


def relations(archive: Archive, name: str) -> dict[str, list[str]]:
    """Return the members that a member refers to, by the kind of relation, in their order.

    Of the kinds that are read alone: most of the others name what a letter looks like.
    """
    folder, file = posixpath.split(name)
    found: dict[str, list[str]] = {}
    listed = archive.member(posixpath.join(folder, "_rels", f"{file}.rels"))
    if not listed:
        return found
    for relation in tree_of(listed, archive.form):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if kind not in _RELATIONS or not target or relation.get("TargetMode") == "External":
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if path not in found.setdefault(kind, []):
            found[kind].append(path)
    return found


def _member(archive: Archive, related: dict[str, list[str]], kind: str) -> bytes:
    """Return the one member of that kind; empty: the file has none."""
    return b"".join(archive.member(name) for name in related.get(kind, ())[:1])


def _distinct(archive: Archive, limits: Limits, part: Part, members: list[str]) -> list[str]:
    """Return the members without those that repeat another: one header for three kinds of page."""
    if len(members) < 2:
        return members
    texts: dict[str, str] = {}
    for name in members[:_MOST_PARTS]:
        trial = Transcript(limits)
        _Member(name, part, trial, Numbering()).read(archive, limits)
        texts.setdefault(trial.text(), name)
    return list(texts.values())


class _Open:
    """A ``w:p`` that has begun. Intricate: what is in it needs more than joining its pieces."""

    __slots__ = ("is_intricate", "number", "pieces")

    def __init__(self, number: int) -> None:
        self.number = number
        self.pieces: list[str] = []
        self.is_intricate = False


class _Member:
    """One member of the archive being read into the transcript."""

    def __init__(self, name: str, part: Part, transcript: Transcript, numbering: Numbering) -> None:
        self._name = name
        self._part = part
        self._transcript = transcript
        self._numbering = numbering
        self._count = 0  # of the w:p begun so far
        self._open: list[_Open] = []  # those that have not ended
        self._boxes = 0
        self._boxed: list[tuple[str, int, str]] = []  # paragraphs of boxes, told after their anchor
        self._alternatives: list[bool] = []  # whether a branch has shown text
        self._unread: list[bool] = []  # fallbacks, and whether a choice was read instead
        self._is_apart = False  # in a note that only draws the line above the notes

    def read(self, archive: Archive, limits: Limits) -> None:
        """Take down the member."""
        chunks = archive.chunks(self._name)
        most = min(MOST_BYTES, limits.markup_bytes)
        taken: list[bytes] = []
        held = 0
        for chunk in chunks:
            taken.append(chunk)
            held += len(chunk)
            if held > most:
                break
        plain = plain_paragraphs(b"".join(taken), archive.form) if held <= most else None
        if plain is not None and len(plain) <= limits.paragraphs:
            self._take_down(plain)
            return
        stream = ElementStream(limits, archive.form, _TAGS)
        for batch in stream.batches(chain(taken, chunks)):
            self._read_batch(batch, stream)
            if self._count > limits.paragraphs:
                raise TooLarge("RDG016", limit=limits.paragraphs)
        self._tell_boxed()

    def _take_down(self, plain: list[tuple[Element, str]]) -> None:
        prefixes: dict[int, str] = {}
        if plain and self._numbering.may_count_in(plain[0][0].getroottree()):
            for number, (element, _) in enumerate(plain, start=1):
                if prefix := self._numbering.before(element):
                    prefixes[number] = prefix
        self._transcript.add_all([text for _, text in plain], self._part, self._name, prefixes)

    def _read_batch(self, batch: Iterable[tuple[str, Element]], stream: ElementStream) -> None:
        opened = self._open  # bound here: this loop is most of the time that a file takes
        for event, element in batch:
            tag = element.tag
            if tag in TEXT:
                if event == "end" and opened and (text := element.text):
                    opened[-1].pieces.append(line(text) if "\n" in text else text)
            elif tag in _PARAGRAPH:
                if event == "end":
                    self._end_paragraph(element)
                    continue
                self._count += 1
                if not opened:
                    stream.anchor = element
                opened.append(_Open(self._count))
            elif tag in FIXED:
                if event == "end" and opened and element.getparent().tag not in _TAB_STOPS:
                    opened[-1].pieces.append(FIXED[tag])
            elif event == "start":
                self._start(tag, element)
            else:
                self._end(tag)

    def _end_paragraph(self, element: Element) -> None:
        ended = self._open.pop()
        text = text_of(element) if ended.is_intricate else "".join(ended.pieces)
        shown = self._numbering.before(element) if self._numbering.has_lists else ""
        if self._is_apart or (self._unread and any(self._unread)):
            return
        if self._alternatives and text:
            self._alternatives = [True] * len(self._alternatives)
        if self._open or self._boxes:
            self._boxed.append((text, ended.number, shown))
            return
        if text:
            part = self._part
            if part is Part.BODY and self._transcript.in_table:
                part = Part.TABLE
            self._transcript.add(text, part, ended.number, None, self._name, shown)
        if self._boxed:
            self._tell_boxed()

    def _tell_boxed(self) -> None:
        for text, number, shown in self._boxed:
            self._transcript.add(text, Part.TEXT_BOX, number, None, self._name, shown)
        self._boxed = []

    def _start(self, tag: str, element: Element) -> None:
        if tag in RAISED:
            if "superscript" not in element.values():
                return
        elif tag in _TEXT_BOX:
            self._boxes += 1
        elif tag == ALTERNATIVES:
            self._alternatives.append(False)
        elif tag == FALLBACK:
            self._unread.append(bool(self._alternatives) and self._alternatives[-1])
        elif tag in _NOTE:
            self._is_apart = any("eparat" in value for value in element.attrib.values())
        elif tag in INTRICATE:
            pass
        elif self._boxes or self._open:
            return  # a table in a text box is read as lines
        elif tag in _TABLE:
            self._transcript.open_table()
        elif tag in _ROW:
            self._transcript.open_row()
        elif tag in _CELL:
            self._transcript.open_cell()
        for paragraph in self._open:
            paragraph.is_intricate = True

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
