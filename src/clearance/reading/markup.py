"""XML read as it comes, in bounded memory: no entities, no outside files, no DTD at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from clearance.reading.limits import Limits
from clearance.reading.unreadable import Damaged, TooLarge, Unsafe

Element = Any  # lxml ships no types
_OPTIONS = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,  # libxml2 then refuses a depth over 256 and a text over 10 MB
    "remove_comments": True,
    "remove_pis": True,
}


class ElementStream:
    """Yields (event, element) for the named tags, and lets go of what was read before.

    The reader sets ``anchor``: all that stands before it in the file may be let go.

    :param form: the format, named when the XML is found to be damaged.
    """

    def __init__(self, limits: Limits, form: str, tags: Iterable[str]) -> None:
        self._limits = limits
        self._form = form
        self._tags = tuple(tags)
        self._depth = 0
        self.root: Element = None
        self.anchor: Element = None

    def batches(self, chunks: Iterable[bytes]) -> Iterator[Iterable[tuple[str, Element]]]:
        """Yield "start" and "end" of each element with one of the tags, a chunk's at a time.

        :raises Damaged: for broken XML.
        :raises Unsafe: for a document type with or without entities.
        :raises TooLarge: when too much stands between two anchors.
        """
        parser = etree.XMLPullParser(("start", "end"), tag=self._tags, **_OPTIONS)
        held = 0
        released = None
        try:
            for chunk in chunks:
                parser.feed(chunk)
                held += len(chunk)
                events = parser.read_events()
                if self.root is None and (first := next(events, None)) is not None:
                    self._begin(first[1])
                    yield (first,)
                yield events
                if self.anchor is not None and self.anchor is not released:
                    released = self.anchor
                    _let_go_before(released)
                    held = 0
                if held > self._limits.markup_bytes:
                    raise TooLarge("RDG016", limit=self._limits.markup_bytes)
            root = parser.close()
        except etree.XMLSyntaxError as broken:
            raise self._refusal(broken) from broken
        if self.root is None:
            self._begin(root)

    def _begin(self, element: Element) -> None:
        tree = element.getroottree()
        self.root = tree.getroot()
        if tree.docinfo.internalDTD is not None:
            raise Unsafe("RDG008")

    def _refusal(self, broken: etree.XMLSyntaxError) -> Damaged | Unsafe:
        told = str(broken)
        if "ntity" in told or "DTD" in told:
            return Unsafe("RDG008")
        if "depth" in told.lower():
            return Unsafe("RDG009", limit=256)
        return Damaged("RDG007", format=self._form)


def tree_of(data: bytes, form: str) -> Element:
    """Return the root of a small XML file.

    :raises Damaged: for broken XML.
    :raises Unsafe: for a document type.
    """
    try:
        root = etree.fromstring(data, etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as broken:
        told = str(broken)
        if "ntity" in told or "DTD" in told:
            raise Unsafe("RDG008") from broken
        raise Damaged("RDG007", format=form) from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unsafe("RDG008")
    return root


def _let_go_before(element: Element) -> None:
    """Remove all that stands before the element in the file: its elder siblings, and theirs."""
    while element is not None:
        parent = element.getparent()
        if parent is not None:
            place = parent.index(element)
            if place:
                del parent[:place]
        element = parent
