"""The reviewed Word file: each finding as a comment at its place, the text untouched.

A department corrects where it writes. The walk that read the file finds the places again, so a
comment stands on the very words. What Word cannot comment (headers, notes) is told at the top.

Errors: ``NotWord``, for a file of another kind.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from clearance.reading import Document, Unreadable, read_bytes
from clearance.reading.archive import Archive
from clearance.reading.formats.docx import main_part
from clearance.reading.formats.word_paragraph import pieces
from clearance.reading.limits import DEFAULT
from clearance.review.engine import Report
from clearance.review.finding import Finding
from clearance.review.report import words
from clearance.review.report.place import place_of
from clearance.review.rules.sources import source_in
from clearance.terms import Language

Element = Any  # lxml ships no types

_AUTHOR = "Diwan"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class NotWord(ValueError):
    """A file that is no Word file, so that no comment can be written into it."""


def with_comments(data: bytes, report: Report, language: Language) -> bytes:
    """Return the Word file with a comment for each finding, in the reader's language.

    :raises NotWord: for a file of another kind.
    """
    if report.document.format != "docx":
        raise NotWord("Comments can be written into Word files (DOCX) only; choose html or text.")
    package = _Package(data)
    numbered = list(enumerate(report.findings, start=package.next_comment))
    for number, finding in numbered:
        package.anchor(number, report.document, finding.start, finding.end)
    package.add_comments(
        (number, _told(report, finding, package, language)) for number, finding in numbered
    )
    return package.content()


def with_corrections(data: bytes, corrections: Sequence[tuple[int, int, str]]) -> bytes:
    """Return the Word file with each stretch (start, end) of its text written anew.

    Of stretches that overlap the first is taken. What runs over the end of a paragraph, or stands
    in a number that Word itself shows, is left to the drafter.
    :raises NotWord: for a file of another kind.
    """
    try:
        document = read_bytes(data)
    except Unreadable as error:
        raise NotWord(str(error)) from error
    if document.format != "docx":
        raise NotWord("Only Word files (DOCX) can be corrected in place.")
    package = _Package(data)
    reached = len(document.text) + 1
    for start, end, text in sorted(corrections, reverse=True):  # from the end: places stay right
        if end <= reached and package.write_over(document, start, end, text):
            reached = start
    return package.content()


def _told(report: Report, finding: Finding, package: _Package, language: Language) -> list[str]:
    """Return the lines of a comment."""
    level = words.LEVELS[finding.level][language]
    lines = [f"{level} {finding.code} – {words.CHECKS[finding.check][language]}"]
    if not package.holds(report.document, finding.start):
        lines.append(place_of(report.document, finding, language))
    lines += [finding.message(language), finding.hint(language)]
    if finding.suggestion is not None:
        lines.append(words.WRITE_INSTEAD[language].format(text=finding.suggestion))
    lines.append(words.SOURCE[language].format(text=source_in(finding.source, language)))
    return lines


class _Package:
    """The members of a Word file that are written anew; all others are kept as they are."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        archive = Archive(data, DEFAULT, "DOCX")
        self._main = main_part(archive)
        self._members: dict[str, Element] = {}
        self._read = archive
        self._body = self._member(self._main)
        self._space = str(self._body.tag).partition("}")[0][1:]
        self._paragraphs: dict[str, list[Element]] = {}
        self._comments_name = posixpath.join(posixpath.dirname(self._main), "comments.xml")
        self._comments = self._existing_comments()

    @property
    def next_comment(self) -> int:
        """The first number that no comment of the file has."""
        taken = [int(each.get(self._tag("id"), "-1")) for each in self._comments]
        return max(taken, default=-1) + 1

    def holds(self, document: Document, offset: int) -> bool:
        """Whether the place stands in the body, where Word can comment."""
        return document.paragraph_at(offset).source == self._main

    def anchor(self, number: int, document: Document, start: int, end: int) -> None:
        """Put the marks of a comment around a stretch; elsewhere than in the body, at its top."""
        if not self.holds(document, start):
            first = next(iter(self._in(self._main)), None)
            if first is not None:
                self._mark(number, first, 0, 0)
            return
        at = document.paragraph_at(start)
        begin = max(0, start - at.start + at.offset)
        stop = max(begin, min(end, at.end) - at.start + at.offset)
        self._mark(number, self._in(at.source)[at.number - 1], begin, stop)

    def write_over(self, document: Document, start: int, end: int, text: str) -> bool:
        """Write other words over a stretch; return whether it stands in one paragraph."""
        at = document.paragraph_at(start)
        begin, stop = start - at.start + at.offset, end - at.start + at.offset
        if end > at.end or begin < 0 or not at.source:
            return False
        reached = 0
        for element, shown in list(pieces(self._in(at.source)[at.number - 1])):
            first, last = max(begin - reached, 0), min(stop - reached, len(shown))
            inside = first < last or (begin == stop and 0 <= begin - reached <= len(shown))
            if inside and str(element.tag).endswith("}t"):
                old = element.text or ""
                element.text = old[:first] + text + old[max(first, last) :]
                element.set(_XML_SPACE, "preserve")
                text = ""
                if begin == stop:
                    break
            reached += len(shown)
        return not text

    def add_comments(self, told: Iterable[tuple[int, list[str]]]) -> None:
        """Write the comments themselves, and say that the file has them."""
        for number, lines in told:
            comment = etree.SubElement(self._comments, self._tag("comment"))
            comment.set(self._tag("id"), str(number))
            comment.set(self._tag("author"), _AUTHOR)
            comment.set(self._tag("initials"), _AUTHOR[0])
            for line in lines:
                paragraph = etree.SubElement(comment, self._tag("p"))
                run = etree.SubElement(paragraph, self._tag("r"))
                text = etree.SubElement(run, self._tag("t"))
                text.set(_XML_SPACE, "preserve")
                text.text = line
        self._members[self._comments_name] = self._comments
        self._declare()

    def content(self) -> bytes:
        """Return the bytes of the file."""
        kept = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as old,
            zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for info in old.infolist():
                if info.filename not in self._members:
                    new.writestr(info, old.read(info))
            for name, root in self._members.items():
                new.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
        return kept.getvalue()

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"

    def _member(self, name: str) -> Element:
        if name not in self._members:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            self._members[name] = etree.fromstring(self._read.member(name), parser)
        return self._members[name]

    def _in(self, source: str) -> list[Element]:
        """Return every paragraph of a member, in the order in which the reader numbered them."""
        if source not in self._paragraphs:
            self._paragraphs[source] = list(self._member(source).iter(self._tag("p")))
        return self._paragraphs[source]

    def _existing_comments(self) -> Element:
        if self._comments_name in self._read:
            return self._member(self._comments_name)
        return etree.Element(self._tag("comments"), nsmap={"w": self._space})

    def _mark(self, number: int, paragraph: Element, begin: int, stop: int) -> None:
        """Put the three marks of a comment into a paragraph; an empty stretch takes it whole."""
        begins = etree.Element(self._tag("commentRangeStart"), {self._tag("id"): str(number)})
        ends = etree.Element(self._tag("commentRangeEnd"), {self._tag("id"): str(number)})
        mark = etree.Element(self._tag("r"))
        etree.SubElement(mark, self._tag("commentReference"), {self._tag("id"): str(number)})
        if begin == stop:
            before, after = None, None
        else:
            after = self._run_until(paragraph, stop)
            before = self._run_from(paragraph, begin)
        if before is None or after is None:
            properties = paragraph.find(self._tag("pPr"))
            paragraph.insert(0 if properties is None else 1, begins)
            paragraph.append(ends)
        else:
            before.addprevious(begins)
            after.addnext(ends)
        ends.addnext(mark)

    def _run_from(self, paragraph: Element, offset: int) -> Element | None:
        """Return the run that begins at the offset, parting one in two where it must."""
        reached = 0
        for element, shown in pieces(paragraph):
            if offset < reached + len(shown):
                run = self._run_of(element)
                if run is None or offset == reached:
                    return run
                return self._parted(run, element, offset - reached)
            reached += len(shown)
        return None

    def _run_until(self, paragraph: Element, offset: int) -> Element | None:
        """Return the run that ends at the offset, parting one in two where it must."""
        reached = 0
        for element, shown in pieces(paragraph):
            reached += len(shown)
            if offset <= reached:
                run = self._run_of(element)
                if run is not None and offset < reached:
                    self._parted(run, element, offset - reached + len(shown))
                return run
        return None

    def _run_of(self, element: Element) -> Element | None:
        run = element.getparent()
        return run if run is not None and run.tag == self._tag("r") else None

    def _parted(self, run: Element, element: Element, at: int) -> Element:
        """Part a run within one of its texts and return the second half; both look the same."""
        second = etree.Element(run.tag, dict(run.attrib))
        properties = run.find(self._tag("rPr"))
        if properties is not None:
            second.append(copy.deepcopy(properties))
        following = list(element.itersiblings())
        rest = etree.SubElement(second, element.tag)
        text = element.text or ""
        element.text, rest.text = text[:at], text[at:]
        for half in (element, rest):
            half.set(_XML_SPACE, "preserve")
        for moved in following:
            second.append(moved)
        run.addnext(second)
        return second

    def _declare(self) -> None:
        """Say in the file's lists that it has a member with comments."""
        types = self._member("[Content_Types].xml")
        part = f"/{self._comments_name}"
        if not any(each.get("PartName") == part for each in types):
            etree.SubElement(
                types, f"{{{_TYPES}}}Override", PartName=part, ContentType=_COMMENTS_TYPE
            )
        folder, file = posixpath.split(self._main)
        relations = self._member(posixpath.join(folder, "_rels", f"{file}.rels"))
        target = posixpath.basename(self._comments_name)
        if not any(str(each.get("Type", "")).endswith("/comments") for each in relations):
            taken = {each.get("Id") for each in relations}
            free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
            etree.SubElement(
                relations,
                f"{{{_RELATIONS}}}Relationship",
                Id=free,
                Type=_RELATION["purl.oclc.org" in self._space],
                Target=target,
            )
