"""Reading a revision by the rules and keeping what they find. An officer's words are the gate's."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from cabinet.registry.models import Item, Revision
from cabinet.registry.store import path_of
from cabinet.resolutions.actions import keep_citations
from cabinet.review.context import reviewer
from cabinet.review.models import Finding, Reading
from clearance.reading import Unreadable, read_bytes
from clearance.review import Finding as Found
from clearance.review import Particulars, Report
from clearance.terms import AddresseeLevel, Kind, Language

_GOVERNMENTS = frozenset(
    {
        AddresseeLevel.HEAD_OF_STATE,
        AddresseeLevel.HEAD_OF_GOVERNMENT,
        AddresseeLevel.FOREIGN_MINISTER,
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
    }
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Read:
    """What the rules say of a file before it is kept. ``report`` None: ``fault`` says why."""

    report: Report | None
    fault: str = ""


def read_revision(revision: Revision) -> Read:
    """Review the file of a revision with the office's registers; it takes milliseconds.

    Nothing stops a submission here: a file that no rule can read goes to officers, who read it.
    """
    item = revision.item
    try:
        content = path_of(revision.sha256).read_bytes()
        document = read_bytes(content, name=revision.file_name)
        report = reviewer().review(
            document,
            kind=Kind(item.kind) if item.kind else None,
            particulars=_particulars(item, revision),
        )
    except Unreadable as error:
        return Read(None, error.code)
    except Exception:  # a fault of ours must not keep a paper from the Cabinet's officers
        _log.exception("The review of revision %s failed.", revision.pk)
        return Read(None, "REV000")
    return Read(report)


def keep_reading(*, revision: Revision, read: Read, at: datetime) -> Reading:
    """Keep what was read and found; a revision is read once."""
    report = read.report
    reading = Reading.objects.create(
        revision=revision,
        text=report.document.text.replace("\0", "\ufffd") if report else "",
        language=report.language.value if report else "",
        reliable=report.document.reliable if report else False,
        fault=read.fault,
        rules=version("diwan"),
        at=at,
    )
    Finding.objects.bulk_create(
        _row(reading, no, found) for no, found in enumerate(report.findings if report else (), 1)
    )
    if report:
        keep_citations(revision=revision, refs=report.citations)
    return reading


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


def _is_authorised(item: Item) -> bool | None:
    """Return True where writing to the Government was authorised; None: it may yet be."""
    return True if item.movements.filter(act="authorise").exists() else None


def _particulars(item: Item, revision: Revision) -> Particulars:
    """Return what the register knows of the paper."""
    government = item.level in _GOVERNMENTS
    return Particulars(
        authorised=_is_authorised(item) if government else None,
        enclosures=revision.enclosures.count(),
        confidentiality=item.confidentiality,
    )
