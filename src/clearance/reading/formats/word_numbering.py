"""The numbers and bullets that Word sets before a paragraph and does not store in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from clearance.reading.formats.word_paragraph import names

Element = Any  # lxml ships no types

_PROPERTIES, _STYLE, _NUMBERING = names("pPr"), names("pStyle"), names("numPr")
_LEVELS = 9
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

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Read the lists and the styles that number; None: the file has no such part."""
        self._lists: dict[str, _List] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if self._lists and styles is not None:
            self._read_styles(styles)

    def before(self, paragraph: Element) -> str:
        """Return what Word shows before the paragraph: "3.", "(a)" or a bullet, and its tab."""
        if not self._lists:
            return ""
        properties = _child(paragraph, _PROPERTIES)
        if properties is None:
            return ""
        style = _value(_child(properties, _STYLE))
        list_id, level = self._styles.get(style, ("", 0))
        numbered = _child(properties, _NUMBERING)
        if numbered is not None:
            list_id = _value(_child(numbered, names("numId"))) or list_id
            level = _whole(_value(_child(numbered, names("ilvl"))), level)
        numbers = self._lists.get(list_id)
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

    def _read_styles(self, styles: Element) -> None:
        parents: dict[str, str] = {}
        own: dict[str, tuple[str, int]] = {}
        for style in styles.iter(*names("style")):
            style_id = _attribute(style, "styleId")
            parents[style_id] = _value(_child(style, names("basedOn")))
            properties = _child(style, _PROPERTIES)
            numbered = None if properties is None else _child(properties, _NUMBERING)
            if numbered is not None:
                level = _whole(_value(_child(numbered, names("ilvl"))), 0)
                own[style_id] = (_value(_child(numbered, names("numId"))), level)
        for style_id in parents:
            ancestor, steps = style_id, 0
            while (
                ancestor and ancestor not in own and steps < 20
            ):  # a style may descend from itself
                ancestor, steps = parents.get(ancestor, ""), steps + 1
            if ancestor in own:
                self._styles[style_id] = own[ancestor]


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
