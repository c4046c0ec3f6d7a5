"""The lines of a text with their amounts, each read once: those of lists, and their totals."""

from __future__ import annotations

from dataclasses import dataclass

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import amounts_in
from clearance.review.checks.figures.units_beside import unit_beside
from clearance.review.mentions.numbers import Digits

_TOTAL_LABEL = compiled(
    r"^[\W\d]*(?:[^\W\d_]+\W+){0,2}?(?:(?:grand|overall|sub|sous|sum)?[\s\-]*totale?s?\b|somme\b|sum\b|ensemble\b"
    r"|all (?:goods|items|costs|expenses|contributions|amounts"
    r"|receipts|payments|lines|headings)\b|overall\b|(?:و?ال)?مجموع\b|(?:و?ال)?إجمالي\b|(?:و?ال)?جملة\b)"
)
_SUBTOTAL = compiled(r"(?:sub|sous)[\s\-]*total|(?:مجموع|إجمالي)\s+(?:ال)?(?:فرعي|جزئي)")
_GRAND = compiled(r"grand|overall|general|final|العام|الكلي|النهائي")
ENUMERATOR = on_demand(
    r"\s*(?:[-•*–o\xa4]\s*|\(?\d{1,2}[.)]\s+|\(?[^\W\d_]{1,4}[.)]\s+|\d{1,2}\s*-\s+)"
)
NO_AMOUNT = on_demand(r"(?:19|20)\d\d(?!\d| \d{3}\b|[,.]\d)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
LONGEST_LINE = 160


@dataclass(slots=True)  # never changed: see DateMention
class Line:
    """A line of a list, from start to end: what it names and its numbers.

    ``is_total``: it has numbers, and says that they are a total.
    """

    start: int
    end: int
    label: str
    numbers: tuple[Digits, ...]
    is_total: bool

    @property
    def is_subtotal(self) -> bool:
        """Whether it is a total of a part."""
        return _SUBTOTAL.search(self.label) is not None

    @property
    def is_grand(self) -> bool:
        """Whether it is a total of totals."""
        return _GRAND.search(self.label) is not None


def tells_total(line: str) -> bool:
    """Tell whether a line has a number and says that it is a total."""
    return _TOTAL_LABEL.match(line) is not None and any(map(str.isdigit, line))


class Lines:
    """The lines of a text; nothing is read of one that is too long for a list."""

    def __init__(self, skeleton: str) -> None:
        """Hold the text; nothing is read yet."""
        self.skeleton = skeleton
        self._read: dict[int, Line] = {}

    def at(self, place: int) -> Line:
        """Return the line of a place; of the sign at its end the line that it ends."""
        start = self.skeleton.rfind("\n", 0, place) + 1
        line = self._read.get(start)
        if line is None:
            end = self.skeleton.find("\n", place)
            end = end if end >= 0 else len(self.skeleton)
            line = self._read[start] = _line(self.skeleton, start, end)
        return line


def _line(skeleton: str, start: int, end: int) -> Line:
    if end - start > LONGEST_LINE:
        return Line(start, end, "", (), is_total=False)
    marker = ENUMERATOR.match(skeleton, start, end)
    begin = marker.end() if marker else start
    numbers = tuple(
        each
        for each in amounts_in(skeleton, begin, end)
        if not NO_AMOUNT.match(skeleton, each.start, end) or unit_beside(skeleton, each)
    )
    label = skeleton[begin : numbers[0].start if numbers else end].strip()
    is_total = bool(numbers) and _TOTAL_LABEL.match(label) is not None
    return Line(start, end, label, numbers, is_total)
