"""The whole report as JSON, by the schema published beside it (``schema.json``)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from clearance.review.engine import Report
from clearance.review.finding import Finding
from clearance.terms import Language

VERSION = 1


def report_as_json(name: str, report: Report) -> dict[str, Any]:
    """Return the report on the file of that name; sentences in all three languages."""
    document = report.document
    return {
        "version": VERSION,
        "file": name,
        "format": document.format,
        "language": report.language.value,
        "kind": report.kind.value if report.kind else None,
        "reliable": document.reliable,
        "pages": document.pages,
        "findings": [_finding(report, finding) for finding in report.findings],
    }


def schema() -> str:
    """Return the JSON Schema of the report."""
    return files("clearance.review.report").joinpath("schema.json").read_text(encoding="utf-8")


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    paragraph = report.document.paragraph_at(finding.start)
    return {
        "code": finding.code,
        "check": int(finding.check),
        "level": finding.level.word,
        "start": finding.start,
        "end": finding.end,
        "text": report.document.text[finding.start : finding.end],
        "part": paragraph.part.value,
        "paragraph": paragraph.number,
        "page": paragraph.page,
        "message": {language.value: finding.message(language) for language in Language},
        "hint": {language.value: finding.hint(language) for language in Language},
        "suggestion": finding.suggestion,
        "source": finding.source,
        "elsewhere": [list(stretch) for stretch in finding.elsewhere],
        "kept_from_drafters": finding.kept_from_drafters,
    }
