"""HTML: what a browser shows, blocks as paragraphs, tables as rows, lists with their numbers."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from clearance.reading.document import Document, Part
from clearance.reading.encoding import text_of_bytes
from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.markup import Element
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, Empty, TooLarge, Unsafe

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_DECLARATION = on_demand(r"^\s*<\?xml[^>]*\?>")
_BLANKS = on_demand(r"[ \t\r\n\f]+")
_HIDDEN = on_demand(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOT_SHOWN = frozenset((
    "head", "script", "style", "template", "noscript", "del", "object", "iframe", "select",
    "textarea", "svg", "math", "title",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of an HTML page.

    :raises Unreadable: when it is blank, nested too deep, or too large.
    """
    return read_text(_decoded(data), limits)


def read_text(text: str, limits: Limits, transcript: Transcript | None = None) -> Document:
    """Return the document of an HTML page that is text already.

    ``transcript`` None: a new one; otherwise the page is taken down behind what is there.
    """
    if text.count("<") > limits.markup_tags:
        raise TooLarge("RDG016", limit=limits.markup_tags)
    # Without the declaration: it may name another encoding than the one that we give.
    page = _DECLARATION.sub("", text).encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Damaged("RDG007", format="HTML") from broken
    if root is None:
        raise Empty("RDG002")
    taken = Transcript(limits) if transcript is None else transcript
    _Page(taken, limits).read(root)
    return taken.document("html")


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, ValueError):
            pass  # the page names an encoding that is none, or not its own
    return text_of_bytes(data)


class _Page:
    """A page being read into the transcript."""

    def __init__(self, transcript: Transcript, limits: Limits) -> None:
        self._transcript = transcript
        self._limits = limits
        self._pieces: list[str] = []
        self._number = 0
        self._lists: list[int | None] = []  # how far each open list has come; None: bullets
        self._prefix = ""
        self._kept = 0  # depth of <pre>, where blanks and line breaks stay

    def read(self, root: Element) -> None:
        """Take down the page."""
        depth = 0
        hidden: Element = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                depth += 1
                if depth > self._limits.depth:
                    raise Unsafe("RDG009", limit=self._limits.depth)
                if hidden is None:
                    if _is_hidden(element):
                        hidden = element
                    else:
                        self._start(element.tag, element)
                        self._say(element.text)
                continue
            depth -= 1
            if hidden is None:
                self._end(element.tag)
            elif hidden is element:
                hidden = None
            if hidden is None:
                self._say(element.tail)
        self._flush()

    def _say(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._kept else _BLANKS.sub(" ", text))

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces = []
        text = (
            text.strip("\r\n")
            if self._kept
            else re.sub(r" *\n *| {2,}", _shorter, text).strip(" \n")
        )
        if text and not text.isspace():
            self._number += 1
            self._transcript.add(text, self._part(), self._number, prefix=self._prefix)
            self._prefix = ""

    def _part(self) -> Part:
        return Part.TABLE if self._transcript.in_table else Part.BODY

    def _start(self, tag: str, element: Element) -> None:
        if tag == "br":
            self._pieces.append("\n")
        elif tag in _BLOCKS:
            self._flush()
            if tag == "table":
                self._transcript.open_table()
            elif tag == "tr":
                self._transcript.open_row()
            elif tag in ("td", "th"):
                self._transcript.open_cell()
            elif tag == "pre":
                self._kept += 1
            elif tag in ("ol", "ul"):
                first = element.get("start", "1")
                self._lists.append(int(first) - 1 if tag == "ol" and first.isdecimal() else None)
            elif tag == "li" and self._lists:
                self._begin_item()

    def _begin_item(self) -> None:
        reached = self._lists[-1]
        if reached is None:
            self._prefix = "•\t"
        else:
            self._lists[-1] = reached + 1
            self._prefix = f"{reached + 1}.\t"

    def _end(self, tag: str) -> None:
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag == "table":
            self._transcript.close_table()
        elif tag == "tr":
            self._transcript.close_row()
        elif tag in ("td", "th"):
            self._transcript.close_cell()
        elif tag == "pre":
            self._kept -= 1
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li":
            self._prefix = ""


def _shorter(match: re.Match[str]) -> str:
    return "\n" if "\n" in match[0] else " "


def _is_hidden(element: Element) -> bool:
    if element.tag in _NOT_SHOWN:
        return True
    attributes = element.attrib
    return bool(attributes) and (
        "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
    )
