"""Reading a revision by the rules and keeping what they find. An officer's words are the gate's."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version

from cabinet.accounts.models import Officer
from cabinet.registry.models import Revision
from cabinet.registry.store import path_of
from cabinet.resolutions.actions import keep_citations
from cabinet.review.context import warm
from cabinet.review.models import Finding, Reading
from cabinet.review.particulars import particulars_of
from cabinet.review.queries import newest_reading
from clearance.reading import Unreadable, read_bytes
from clearance.review import Finding as Found
from clearance.review import Report
from clearance.terms import Kind, Language

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Read:
    """What the rules say of a file before it is kept. ``report`` None: ``fault`` says why.

    ``rules`` names the release of the rules and the state of the registers.
    """

    report: Report | None
    fault: str = ""
    rules: str = ""


def read_revision(revision: Revision, *, on: date) -> Read:
    """Review the file of a revision with the office's registers on a day; it takes milliseconds.

    Nothing stops a submission here: a file that no rule can read goes to officers, who read it.
    """
    item = revision.item
    rules = version("diwan")
    try:
        ready = warm()
        rules = f"{rules} {ready.state}"
        content = path_of(revision.sha256).read_bytes()
        document = read_bytes(content, name=revision.file_name)
        report = ready.reviewer.review(
            document,
            kind=Kind(item.kind) if item.kind else None,
            particulars=particulars_of(item, revision, on),
        )
    except Unreadable as error:
        return Read(None, error.code, rules)
    except Exception:  # a fault of ours must not keep a paper from the Cabinet's officers
        _log.exception("The review of revision %s failed.", revision.pk)
        return Read(None, "REV000", rules)
    return Read(report, rules=rules)


def keep_reading(
    *, revision: Revision, read: Read, at: datetime, asked_by: Officer | None = None
) -> Reading:
    """Keep what was read and found. ``asked_by`` None: at its submission.

    What officers said of a finding holds of one that says the same in a later reading; verdicts
    are not touched.
    """
    report = read.report
    before = _said_before(revision)
    reading = Reading.objects.create(
        revision=revision,
        asked_by=asked_by,
        text=report.document.text.replace("\0", "\ufffd") if report else "",
        language=report.language.value if report else "",
        reliable=report.document.reliable if report else False,
        fault=read.fault,
        rules=read.rules,
        at=at,
    )
    rows = [
        _row(reading, no, found) for no, found in enumerate(report.findings if report else (), 1)
    ]
    for row in rows:
        row.first_id = before.pop(_what(row), None)
    Finding.objects.bulk_create(rows)
    if report:
        keep_citations(revision=revision, refs=report.citations)
    return reading


def is_as_before(revision: Revision, read: Read) -> bool:
    """Tell whether a new reading would say what the newest one said, by the same registers."""
    newest = newest_reading(revision)
    if newest is None or (newest.rules, newest.fault) != (read.rules, read.fault):
        return False
    found = read.report.findings if read.report else ()
    rows = [_row(newest, no, each) for no, each in enumerate(found, 1)]
    return [_what(row) for row in rows] == [
        _what(row) for row in Finding.objects.filter(reading=newest).order_by("no")
    ]


def _said_before(revision: Revision) -> dict[tuple[object, ...], int]:
    """Return the first finding of each kind that earlier readings of the revision made."""
    rows = Finding.objects.filter(reading__revision=revision, first=None).order_by("-id")
    return {_what(row): row.pk for row in rows}


def _what(row: Finding) -> tuple[object, ...]:
    """Return all that a finding says."""
    return (
        row.code, row.check_no, row.level, row.begins, row.ends, row.said, row.suggestion,
        row.kept_from_drafters,
    )  # fmt: skip


def _row(reading: Reading, no: int, found: Found) -> Finding:
    said = {
        language.value: [found.message(language), found.hint(language)] for language in Language
    }
    return Finding(
        reading=reading,
        no=no,
        code=found.code,
        check_no=int(found.check),
        level=int(found.level),
        begins=found.start,
        ends=found.end,
        said=json.dumps(said, ensure_ascii=False, sort_keys=True),
        suggestion=found.suggestion,
        source=found.source,
        kept_from_drafters=found.kept_from_drafters,
    )
