"""The rest of a house in full work: findings and what was said of them, registers, the audit."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Unit
from cabinet.audit import actions as audit
from cabinet.audit.models import AuditFinding, Viewing
from cabinet.directory.actions import Held, keep_incumbent
from cabinet.gate.actions import draft_paper, submit_paper, take_up_review
from cabinet.gate.actions.outgoing import NewPaper
from cabinet.gate.actions.sheet import Objected, Said, answer_finding, raise_objection
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from cabinet.registry.series import NewSeries, open_new_series
from cabinet.registry.store import keep_file
from cabinet.resolutions.actions import Standing, Told, enter_resolutions, record_directive
from cabinet.review.actions import keep_reading, read_revision
from cabinet.review.models import Finding
from cabinet.terminology.actions import Wording, decide_edition, propose_edition
from cabinet.terminology.models import Edition
from clearance.terms import Check, Flow, Kind, Language
from tests.cabinet.gate.under_attack.acts import Stage

# The third of June 2025 was a Tuesday, so the review finds a stop; the number is cited.
WRONG = (
    "Excellency,\n\nPursuant to Resolution No. 1/51-PAL, the meeting is on Monday, 3 June 2025, "
    "in Jeddah.\n\nWith respect."
)


def reviewed_papers(stage: Stage) -> dict[str, Item]:
    """Return papers under review in which the rules found a stop: as it is, and answered."""
    papers = {"under_review with a stop": _submitted(stage)}
    item = papers["under_review answered"] = _submitted(stage)
    by, at = stage.duty("adviser"), timezone.now()
    found = Finding.objects.filter(reading__revision__item=item, level=3).order_by("no")[0]
    for outcome in ("accepted", "set_aside"):
        said = Said(1, found.no, outcome, "The year is that of the Hijri calendar.")
        answer_finding(item=item, said=said, by=by, at=at)
    objected = Objected(Check.SENSITIVITY, "remark", "Ask the delegation first.")
    raise_objection(item=item, revision_no=1, objected=objected, by=by, at=at)
    revision = item.revisions.get()
    with one_act():  # the registers changed meanwhile
        read = read_revision(revision, on=timezone.localdate())
        keep_reading(revision=revision, read=read, at=at, asked_by=by.officer)
    return papers


def _submitted(stage: Stage) -> Item:
    new = NewPaper(
        Flow.OUTGOING, Kind.LETTER, Unit.objects.get(code="POL"), "A meeting",
        keep_file([WRONG.encode()], name="letter.txt"), addressee=stage.addressees[2],
    )  # fmt: skip
    item = draft_paper(new=new, by=stage.duty("political-desk"), at=timezone.now())
    submit_paper(item=item, by=stage.duty("political"), at=timezone.now())
    take_up_review(item=item, by=stage.duty("adviser"), at=timezone.now())
    return item


def keep_registers(stage: Stage) -> None:
    """Let each register have entries of every kind: proposed, adopted, overtaken, declined."""
    adviser, director, at = stage.duty("adviser"), stage.duty("dg"), timezone.now()

    def proposed(name: str, by: Duty, code: str = "", seen_no: int = 0) -> Edition:
        told = Wording(avoid={Language.ENGLISH: (name,)}, level="warn", source="The Cabinet")
        return propose_edition(code=code, told=told, by=by, at=at, seen_no=seen_no)

    proposed("the so-called authority", adviser)
    overtaken = proposed("the so-called council", adviser)
    proposed("the so-called council", director, overtaken.code, 1)
    declined = proposed("the so-called bureau", adviser)
    decide_edition(edition=declined, adopted=False, reason="It is right.", by=director, at=at)
    today = timezone.localdate()
    post = {Language.ENGLISH: "Minister"}
    held = Held(names=post, posts=post, styles=post, begins_on=today - timedelta(days=30))
    keep_incumbent(correspondent=stage.addressees[0], held=held, by=stage.duty("registry"), at=at)
    told = Told(ref="99/51-PAL", titles={Language.ENGLISH: "On one subject"}, session="CFM-51")
    enter_resolutions(told=[told], by=adviser, at=at)
    standing = Standing(
        ref="DIR/1", sentences={Language.ENGLISH: "No meeting without notice."},
        subjects=["meeting"], opposed=["without notice"], since=today, source="A memorandum",
    )  # fmt: skip
    record_directive(standing=standing, by=adviser, at=at)
    unit = Unit.objects.get(code="CUL")
    new = NewSeries("M-CUL", Flow.MEMORANDUM, unit, "CUL/M/{year}/{serial}", "A note")
    open_new_series(new=new, by=stage.duty("registry"))


def audit_some(stage: Stage, item: Item) -> None:
    """Let the auditor open papers and files, find things, and hear the units on them."""
    by, at = stage.duty("auditor"), timezone.now()
    audit.note_viewing(
        officer=by.officer.pk, item=item.pk, what=Viewing.What.CASE, part="",
        confidentiality=item.confidentiality, at=at,
    )  # fmt: skip
    audit.draw_sample(seed="a seed", count=2, of=9, by=by, at=at)
    for title in ("The year's first file", "The second file"):
        file = audit.open_file(title=title, by=by, at=at)
    unit = Unit.objects.get(code="POL")
    found = audit.Found(weight=AuditFinding.Weight.SERIOUS, text="No reply.", unit=unit, item=item)
    first = audit.record_finding(file=file, found=found, by=by, at=at)
    second = audit.record_finding(file=file, found=found, by=by, at=at)
    for finding in (first, second):
        audit.reply_to_finding(
            finding=finding, text="It was sent.", by=stage.duty("political"), at=at
        )
    audit.follow_up_finding(finding=second, text="Seen.", closes=True, by=by, at=at)
