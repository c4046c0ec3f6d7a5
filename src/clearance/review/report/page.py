"""A report as one HTML page: the paper with its findings marked in it, and the list beside it.

The page stands alone: no script, no address, its style within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from clearance.review.engine import Report
from clearance.review.finding import Finding, Level
from clearance.review.report import words
from clearance.review.report.place import place_of
from clearance.review.rules.sources import source_in
from clearance.terms import Language

_STYLE = """
:root { --stop: #a4262c; --warn: #8a5a00; --note: #1f5f8b; --line: #d9d4c7 }
body { font: 1rem/1.65 Georgia, "Noto Naskh Arabic", serif; margin: 0; color: #1d1d1b;
  background: #f7f5ef; display: grid; grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr) }
header { grid-column: 1 / -1; padding: 1rem 2rem; border-block-end: 1px solid var(--line) }
h1 { font-size: 1.2rem; margin: 0 }
main, aside { padding: 1.5rem 2rem }
main { background: #fff; white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: none; border-block-end: 2px solid currentColor; text-decoration: none }
mark a { color: inherit; font-size: .75em; vertical-align: super; text-decoration: none }
.stop { color: var(--stop) } .warn { color: var(--warn) } .note { color: var(--note) }
ol { margin: 0; padding: 0; list-style: none }
li { border: 1px solid var(--line); border-inline-start: 4px solid currentColor;
  background: #fff; padding: .75rem 1rem; margin-block-end: 1rem }
li p { color: #1d1d1b; margin: .3rem 0 } li small { color: #5f5c54 }
del { text-decoration-thickness: 1px } ins { text-decoration: none; font-weight: 600 }
@media (max-width: 50rem) { body { display: block } main, aside { padding: 1rem } }
"""


def report_as_page(name: str, report: Report, language: Language) -> str:
    """Return the page on the file of that name, its sentences in the reader's language."""
    title = escape(words.TITLE[language].format(name=name))
    note = "" if report.document.reliable else f"<p>{escape(words.APPROXIMATE[language])}</p>"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{_direction(language)}">'
        f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><header><h1>{title}</h1>{note}</header>\n"
        f'<main lang="{report.language}" dir="{_direction(report.language)}">'
        f"{_paper(report)}</main>\n"
        f"<aside>{_list(report, language)}</aside></body></html>\n"
    )


def marked_stretches(findings: Sequence[Finding]) -> Iterator[tuple[int, int, int]]:
    """Return start, end and number of the stretches to mark, none overlapping, in order of place.

    A finding that begins within the one before it is not marked again: the list has both.
    """
    reached = 0
    for number, finding in enumerate(findings, start=1):
        if finding.end > finding.start >= reached:
            yield finding.start, finding.end, number
            reached = finding.end


def _paper(report: Report) -> str:
    text, pieces, reached = report.document.text, [], 0
    for start, end, number in marked_stretches(report.findings):
        level = report.findings[number - 1].level.word
        pieces.append(escape(text[reached:start]))
        pieces.append(
            f'<mark class="{level}" id="p{number}">{escape(text[start:end])}'
            f'<a href="#f{number}">{number}</a></mark>'
        )
        reached = end
    return "".join(pieces) + escape(text[reached:])


def _list(report: Report, language: Language) -> str:
    if not report.findings:
        return f"<p>{escape(words.NOTHING_FOUND[language])}</p>"
    entries = (_entry(report, number, language) for number in range(1, len(report.findings) + 1))
    return f"<ol>{''.join(entries)}</ol>"


def _entry(report: Report, number: int, language: Language) -> str:
    finding = report.findings[number - 1]
    place = place_of(report.document, finding, language)
    head = f"{number}. {_level(finding.level, language)} {finding.code}"
    told = (finding.message(language), finding.hint(language))
    lines = [f"<p>{escape(sentence)}</p>" for sentence in told]
    if finding.suggestion is not None:
        old = escape(report.document.text[finding.start : finding.end])
        lines.append(f"<p><del>{old}</del> <ins>{escape(finding.suggestion)}</ins></p>")
    source = words.SOURCE[language].format(text=source_in(finding.source, language))
    check = words.CHECKS[finding.check][language]
    return (
        f'<li class="{finding.level.word}" id="f{number}"><a class="{finding.level.word}" '
        f'href="#p{number}">{escape(head)}</a> '
        f"<small>{escape(check)}{words.COMMA[language]}{escape(place)}</small>"
        f"{''.join(lines)}<small>{escape(source)}</small></li>"
    )


def _level(level: Level, language: Language) -> str:
    return words.LEVELS[level][language]


def _direction(language: Language) -> str:
    return "rtl" if language == Language.ARABIC else "ltr"
