"""Takes a collection of resolutions apart, as sessions publish them: one file, a heading for each.

A heading is a line of its own that begins with the word and the number of a resolution; the title
stands on the same line or on the lines below it, until the preamble begins. The shape was read off
published collections (resolutions.toml); that no body line looks like a heading is our guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clearance.reading.document import Document
from clearance.reading.skeleton import compiled, fold
from clearance.references import ResolutionNumber, read_resolution_number

_HEADING = compiled(
    r"^\W{0,4}(?:draft\s+|projet de\s+|مشروع\s+)?(?:resolution|القرار|قرار)\s+"
    r"(?:رقم\s+|الرقم\s+|no\.?\s*|number\s+|numero\s+)?[:.]?\s*"
    r"(?P<number>\d{1,3}\s*/\s*\d{1,2}[^\n]{0,24}?)(?=\s+(?:on|sur|relative|concernant|بشأن|حول)\b"
    r"|\s*[:\n]|\s*$)"
)
_PREAMBLE = compiled(
    r"^\W{0,3}(?:the\s+(?:\w+[\s-]+){0,8}(?:session|council|conference|summit)"
    r"|(?:la|le|l')\s*(?:\w+[\s-]+){0,8}(?:session|conseil|conference|sommet)"
    r"|ان\s+(?:\w+\s+){0,6}(?:الدورة|المجلس|مجلس|المؤتمر|مؤتمر|القمة)"
    r"|recalling|rappelant|اذ\b|\d{1,2}\s*[.)\-])"
)
_LONGEST_TITLE_LINES = 5
_RUNS_ON = (",", ";", "،", "؛")


@dataclass(frozen=True)
class ReadResolution:
    """One resolution of a collection; ``text`` is all of it, its heading included."""

    number: ResolutionNumber
    title: str
    text: str


def split_resolutions(
    document: Document, arabic_series: Mapping[str, str] | None = None
) -> tuple[ReadResolution, ...]:
    """Return the resolutions of a collection in order; none where it has no heading.

    A number that comes twice (in a table of contents, then above the text) keeps its longer text.
    ``arabic_series`` reads the series of Arabic numbers.
    """
    lines = document.text.split("\n")
    heads = [
        (at, *told)
        for at, line in enumerate(lines)
        if (told := _heading(line, arabic_series)) is not None
    ]
    found: dict[ResolutionNumber, ReadResolution] = {}
    for place, (at, number, rest) in enumerate(heads):
        end = heads[place + 1][0] if place + 1 < len(heads) else len(lines)
        text = "\n".join(lines[at:end]).strip()
        title = _title(rest, lines[at + 1 : end])
        before = found.get(number)
        if before is None or len(text) > len(before.text):
            found[number] = ReadResolution(number, title or (before.title if before else ""), text)
    return tuple(found.values())


def _heading(
    line: str, arabic_series: Mapping[str, str] | None
) -> tuple[ResolutionNumber, str] | None:
    """Return the number and what follows it if the line is a heading."""
    if len(line) > 300 or line.rstrip().endswith(_RUNS_ON):
        return None
    folded = fold(line)
    match = _HEADING.match(folded.skeleton)
    if match is None:
        return None
    start, end = match.span("number")
    number = read_resolution_number(folded.clean[start:end].strip(" .:-–"), arabic_series)
    return (number, folded.clean[end:].strip(" .:-–")) if number else None


def _title(rest: str, lines: list[str]) -> str:
    """Return the title: what follows the number, and the lines until the preamble or a gap."""
    parts = [rest] if rest else []
    for line in lines[:_LONGEST_TITLE_LINES]:
        plain = line.strip()
        if not plain:
            if parts:
                break
            continue
        if _PREAMBLE.match(fold(plain).skeleton):
            break
        parts.append(plain)
    return re.sub(r"\s+", " ", " ".join(parts)).strip()
