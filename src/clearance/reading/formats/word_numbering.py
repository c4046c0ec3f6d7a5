"""The numbers and bullets that Word sets before a paragraph and does not store in its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, unescape

from clearance.reading.formats.word_paragraph import names

Element = Any  # lxml ships no types

_PROPERTIES, _STYLE, _NUMBERING = names("pPr"), names("pStyle"), names("numPr")
_SAID = re.compile(rb'<(?:\w+:)?(basedOn|numId|ilvl)\s(?:\w+:)?val="([^"]{1,200})"')
_LEVELS = 9
_MOST_ANCESTORS = 20
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    after: str = "\t"


@dataclass(slots=True)
class _List:
    """A list of the file: its levels and how far its numbers have come."""

    levels: dict[int, _Level]
    reached: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a file, in their order."""

    def __init__(
        self, numbering: Element | None = None, styles: Callable[[], bytes] | None = None
    ) -> None:
        """Hold the lists; None: the file has none. ``styles`` is called when a style is asked."""
        self._lists: dict[str, _List] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._styles = _Styles(styles)
        self._unread = numbering  # most letters number nothing, and every file of Word has lists

    @property
    def has_lists(self) -> bool:
        """Whether the file may number anything at all."""
        return self._unread is not None or bool(self._lists)

    def may_count_in(self, tree: Element) -> bool:
        """Tell whether a paragraph of the tree may have a number."""
        return self.has_lists and next(tree.iter(*_STYLE, *_NUMBERING), None) is not None

    def before(self, paragraph: Element) -> str:
        """Return what Word shows before the paragraph: "3.", "(a)" or a bullet, and its tab."""
        if not len(paragraph):
            return ""
        properties = paragraph[0]
        if properties.tag not in _PROPERTIES:
            return ""
        list_id, level = "", 0
        for child in properties:
            if child.tag in _STYLE:
                list_id, level = self._styles.numbered(_value(child))
            elif child.tag in _NUMBERING:
                list_id = _value(_child(child, names("numId"))) or list_id
                level = _whole(_value(_child(child, names("ilvl"))), level)
        if list_id and self._unread is not None:
            unread, self._unread = self._unread, None
            self._read_lists(unread)
        numbers = self._lists.get(list_id) if list_id else None
        if numbers is None or level not in numbers.levels:
            return ""
        return self._next(list_id, numbers, level)

    def _next(self, list_id: str, numbers: _List, level: int) -> str:
        reached = numbers.reached
        if level in (restarts := self._restarts.get(list_id, {})):
            reached[level] = restarts.pop(level)
        elif level in reached:
            reached[level] += 1
        else:
            reached[level] = numbers.levels[level].start
        for deeper in [key for key in reached if key > level]:
            del reached[deeper]
        shown = _shown(numbers, level)
        return shown + numbers.levels[level].after if shown else ""

    def _read_lists(self, numbering: Element) -> None:
        shapes = {
            _attribute(shape, "abstractNumId"): _List(_levels(shape))
            for shape in numbering.iter(*names("abstractNum"))
        }
        for number in numbering.iter(*names("num")):
            list_id = _attribute(number, "numId")
            shape = shapes.get(_value(_child(number, names("abstractNumId"))))
            if shape is not None and list_id != "0":
                self._lists[list_id] = shape  # lists of one shape go on counting together
                self._restarts[list_id] = _restarts(number)


class _Styles:
    """The styles that number their paragraphs, each looked up once in the bytes of the member.

    The styles of Word are a third of a megabyte, and a letter uses ten of them.
    """

    def __init__(self, content: Callable[[], bytes] | None) -> None:
        self._content = content
        self._bytes = b""
        self._known: dict[str, tuple[str, int]] = {}

    def numbered(self, style: str, steps: int = 0) -> tuple[str, int]:
        """Return list and level of a style, its own or inherited; "" for a style without."""
        if style not in self._known:
            if self._content is not None:
                self._bytes, self._content = self._content(), None
            self._known[style] = "", 0  # a style may descend from itself
            if b"numPr" in self._bytes and steps < _MOST_ANCESTORS:
                self._known[style] = self._look_up(style, steps)
        return self._known[style]

    def _look_up(self, style: str, steps: int) -> tuple[str, int]:
        place = self._bytes.find(b'styleId="' + escape(style).encode("utf-8", "replace") + b'"')
        if place < 0:
            return "", 0
        shape = self._bytes[place : self._bytes.find(b"style>", place)]
        said = {name: value.decode("ascii", "replace") for name, value in _SAID.findall(shape)}
        inherited = self.numbered(unescape(said.get(b"basedOn", "")), steps + 1)
        if b"numPr" not in shape:
            return inherited
        level = _whole(said.get(b"ilvl", ""), inherited[1])
        return said.get(b"numId", inherited[0]), level


def _levels(shape: Element) -> dict[int, _Level]:
    found = {}
    for level in shape.iter(*names("lvl")):
        place = _whole(_attribute(level, "ilvl"), 0)
        if 0 <= place < _LEVELS:
            after = _value(_child(level, names("suff")))
            found[place] = _Level(
                form=_value(_child(level, names("numFmt"))) or "decimal",
                text=_value(_child(level, names("lvlText"))),
                start=_whole(_value(_child(level, names("start"))), 0),
                after={"space": " ", "nothing": ""}.get(after, "\t"),
            )
    return found


def _restarts(number: Element) -> dict[int, int]:
    return {
        _whole(_attribute(override, "ilvl"), 0): _whole(_value(start), 1)
        for override in number.iter(*names("lvlOverride"))
        if (start := _child(override, names("startOverride"))) is not None
    }


def _shown(numbers: _List, level: int) -> str:
    shape = numbers.levels[level]
    if shape.form == "none":
        return ""
    if shape.form == "bullet":
        return "•" if shape.text else ""

    def figure(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        there = numbers.levels.get(place)
        if there is None:
            return ""
        return _figure(numbers.reached.get(place, there.start), there.form)

    return re.sub(r"%([1-9])", figure, shape.text)


def _figure(number: int, form: str) -> str:
    """Return the number as the list writes it; forms that no paper of the house uses as digits."""
    if form in ("lowerLetter", "upperLetter"):
        letters = _letters(number, "abcdefghijklmnopqrstuvwxyz")
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form == "arabicAlpha":
        return _letters(number, _ARABIC_ALPHABET)
    if form == "arabicAbjad":
        return _letters(number, _ABJAD)
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _letters(number: int, alphabet: str) -> str:
    """Return a, b, ... z, aa, bb, as Word counts with letters."""
    if not 0 < number <= 30 * len(alphabet):
        return str(number)
    return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written


def _child(element: Element, tags: tuple[str, ...]) -> Element | None:
    return next(element.iterchildren(*tags), None)


def _attribute(element: Element, name: str) -> str:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def _value(element: Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else otherwise
