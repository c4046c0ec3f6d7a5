"""Reports for programs: one JSON object a document, places in characters of the text as given."""

from __future__ import annotations

from typing import Any

from clearance.review.engine import Report
from clearance.review.finding import Finding
from clearance.terms import Language


def line_of_report(identity: str, report: Report) -> dict[str, Any]:
    """Return the object that ``clearance review --jsonl`` writes for one document."""
    return {
        "id": identity,
        "findings": [line_of_finding(finding, report.language) for finding in report.findings],
    }


def line_of_finding(finding: Finding, language: Language) -> dict[str, Any]:
    """Return one finding: which rule, how heavy, where, the sentence, what to write instead."""
    return {
        "code": finding.code,
        "check": int(finding.check),
        "level": finding.level.word,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message(language),
        "suggestion": finding.suggestion,
    }
