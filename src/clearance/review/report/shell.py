"""A report for the shell: each finding with its line, and carets under what is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from clearance.review.engine import Report
from clearance.review.finding import Finding, Level
from clearance.review.report import words
from clearance.review.report.place import excerpt_of, place_of
from clearance.review.rules.sources import source_in
from clearance.terms import Language

_COLOURS = {Level.STOP: "\033[1;31m", Level.WARN: "\033[1;33m", Level.NOTE: "\033[1;36m"}
_DIM, _PLAIN = "\033[2m", "\033[0m"


def tell_in_shell(name: str, report: Report, language: Language, *, colours: bool) -> str:
    """Return the report on the file of that name as lines for a terminal."""
    lines = list(_lines(name, report, language))
    text = "\n".join(lines) + "\n"
    if not colours:
        for mark in (*_COLOURS.values(), _DIM, _PLAIN):
            text = text.replace(mark, "")
    return text


def _lines(name: str, report: Report, language: Language) -> Iterator[str]:
    if not report.document.reliable:
        yield f"{name}{words.COLON[language]}{words.APPROXIMATE[language]}"
    if not report.findings:
        yield f"{name}{words.COLON[language]}{words.NOTHING_FOUND[language]}"
    for finding in report.findings:
        yield from _finding(name, report, finding, language)


def _finding(name: str, report: Report, finding: Finding, language: Language) -> Iterator[str]:
    level = words.LEVELS[finding.level][language]
    colour = _COLOURS[finding.level]
    place = place_of(report.document, finding, language)
    check = words.CHECKS[finding.check][language]
    colon = words.COLON[language]
    told = f"{colour}{level} {finding.code}{_PLAIN} {_DIM}({check}){_PLAIN}"
    yield f"{name}{colon}{place}{colon}{told}"
    excerpt = excerpt_of(report.document, finding)
    yield f"    {excerpt.before}{colour}{excerpt.found}{_PLAIN}{excerpt.after}"
    yield f"    {' ' * _width(excerpt.before)}{colour}{'^' * max(1, _width(excerpt.found))}{_PLAIN}"
    yield f"    {finding.message(language)}"
    yield f"    {finding.hint(language)}"
    if finding.suggestion is not None:
        yield f"    {words.WRITE_INSTEAD[language].format(text=finding.suggestion)}"
    source = source_in(finding.source, language)
    yield f"    {_DIM}{words.SOURCE[language].format(text=source)}{_PLAIN}"
    yield ""


def _width(text: str) -> int:
    """Return how many columns a terminal gives the text: marks have none, wide letters two."""
    return sum(
        0
        if unicodedata.combining(letter)
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )
