"""Every event of the record as a plain sentence, in the active language.

The record holds names and reasons as hashes only; what they say is read from the row that the
event tells of. Of a paper above the reader's level only that there was an act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.duty import Duty
from cabinet.ledger.reading import Told
from cabinet.registry.models import Item, Revision
from cabinet.registry.queries import visible_items
from cabinet.review.models import Answer, Override
from cabinet.ui.languages import name
from cabinet.ui.words import word

Row = Any  # a model of one of the recorded tables; its sentence knows which


@dataclass(frozen=True)
class Line:
    """An event as it is read. ``item`` None: of no paper. ``reason``: somebody's own words."""

    seq: int
    at: datetime
    sentence: str
    reason: str = ""
    item: int | None = None


@dataclass(frozen=True)
class _Pattern:
    """How a table's rows are told: which relations are read with them, and the sentence."""

    model: str
    related: tuple[str, ...]
    told: Callable[[Row], str]
    item: Callable[[Row], Item | None] = lambda row: None
    reason: Callable[[Row], str] = lambda row: ""


def lines_of(events: Iterable[Told], duty: Duty) -> list[Line]:
    """Return events as lines that this officer may read, in the order given."""
    events = list(events)
    rows = _rows(events)
    items = {
        item.pk
        for event in events
        if (row := rows.get((event.table, event.row))) and (item := PATTERNS[event.table].item(row))
    }
    visible = set(visible_items(duty).filter(pk__in=items).values_list("pk", flat=True))
    return [_line(event, rows.get((event.table, event.row)), visible) for event in events]


def _rows(events: Iterable[Told]) -> Mapping[tuple[str, int], Row]:
    """Return the rows that events tell of, a query for each table."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.table in PATTERNS:
            wanted[event.table].add(event.row)
    found: dict[tuple[str, int], Row] = {}
    for table, keys in wanted.items():
        pattern = PATTERNS[table]
        model: type[Model] = apps.get_model(pattern.model)
        rows = model._default_manager.select_related(*pattern.related).in_bulk(keys)
        found |= {(table, key): row for key, row in rows.items()}
    return found


def _line(event: Told, row: Row | None, visible: set[int]) -> Line:
    pattern = PATTERNS.get(event.table)
    if pattern is None or row is None:
        told = _("Row %(row)s of %(table)s, which is not there any more.") % {
            "row": event.row, "table": event.table,
        }  # fmt: skip
        return Line(event.seq, _moment(event), told)
    item = pattern.item(row)
    if item is not None and item.pk not in visible:
        hidden = _("An act on a paper that is kept above the reader's level.")
        return Line(event.seq, _moment(event), hidden)
    sentence = pattern.told(row)
    if event.amends:
        sentence = f"{sentence} {_('(amended)')}"
    key = item.pk if item else None
    return Line(event.seq, _moment(event), sentence, pattern.reason(row), key)


def _moment(event: Told) -> datetime:
    return datetime.fromisoformat(event.at)


def _about(item: Item) -> str:
    """Return what a paper is called: its flow and number, else its key."""
    number = getattr(item, "number", None)
    return _("%(flow)s %(number)s") % {
        "flow": word(item.flow, "flow"),
        "number": number.text if number else _("no. %(key)s, not numbered") % {"key": item.pk},
    }


def _by(row: Row) -> str:
    """Return who acted, from which post, and under which delegation."""
    told = {"officer": name(row.by), "post": name(row.post)}
    if row.delegation is None:
        return _("%(officer)s (%(post)s)") % told
    return _("%(officer)s (for %(post)s, by %(instrument)s)") % {
        **told, "instrument": row.delegation.instrument,
    }  # fmt: skip


def _text(revision: Revision) -> str:
    return _("revision %(no)s of %(paper)s") % {"no": revision.no, "paper": _about(revision.item)}


def _movement(row: Row) -> str:
    told = {"act": word(row.act, "movement"), "by": _by(row), "paper": _about(row.item)}
    if row.to_unit_id:
        return _("%(paper)s: %(act)s to %(unit)s, by %(by)s.") % {**told, "unit": name(row.to_unit)}
    return _("%(paper)s: %(act)s, by %(by)s.") % told


def _verdict(row: Row) -> str:
    return _("%(by)s gave the verdict “%(outcome)s” on check %(no)s of %(text)s.") % {
        "by": _by(row), "outcome": word(row.outcome, "outcome"), "no": row.check_no,
        "text": _text(row.revision),
    }  # fmt: skip


def _override(row: Row) -> str:
    return _("%(by)s overrode the stop of check %(no)s on %(text)s.") % {
        "by": _by(row), "no": row.verdict.check_no, "text": _text(row.verdict.revision),
    }  # fmt: skip


def _on_text(sentence: str | Promise) -> Callable[[Row], str]:
    return lambda row: str(sentence) % {"by": _by(row), "text": _text(row.revision)}


def _clearance(row: Row) -> str:
    """Tell a clearance with what was set aside for it: findings and stops, each with the reason."""
    told = {"by": _by(row), "text": _text(row.revision)}
    aside = [
        _("%(what)s because “%(reason)s”") % {"what": what, "reason": reason}
        for what, reason in _set_aside(row.revision_id)
    ]
    if not aside:
        return _("%(by)s cleared %(text)s.") % told
    return _("%(by)s cleared %(text)s, setting aside %(what)s.") % {
        **told, "what": _("; ").join(aside),
    }  # fmt: skip


def _set_aside(revision: int) -> Iterator[tuple[str, str]]:
    """Yield what was set aside on a revision, and why."""
    answers = (
        Answer.objects.filter(finding__reading__revision=revision)
        .select_related("finding")
        .order_by("finding__no", "-no")
    )
    seen: set[int] = set()
    for answer in answers:  # the newest answer to a finding counts
        if answer.finding_id not in seen and answer.outcome == Answer.Outcome.SET_ASIDE:
            yield answer.finding.code, answer.reason
        seen.add(answer.finding_id)
    overrides = Override.objects.filter(verdict__revision=revision).select_related("verdict")
    for override in overrides.order_by("verdict__check_no"):
        stop = _("the stop of check %(no)s") % {"no": override.verdict.check_no}
        yield stop, override.reason


def _release(row: Row) -> str:
    told = {"paper": _about(row.item), "purpose": row.get_purpose_display()}
    if row.unit is None:
        return _("%(paper)s was handed over to %(officer)s alone.") % {
            **told, "officer": name(row.officer),
        }  # fmt: skip
    return _("%(paper)s may be seen by %(unit)s (%(purpose)s).") % {**told, "unit": name(row.unit)}


def _reading(row: Row) -> str:
    told = {"text": _text(row.revision)}
    if row.asked_by is None:
        return _("The review read %(text)s.") % told
    return _("The review read %(text)s again for %(officer)s.") % {
        **told, "officer": name(row.asked_by),
    }  # fmt: skip


def _finding(row: Row) -> str:
    return _("The review found %(code)s in %(text)s.") % {
        "code": row.code, "text": _text(row.reading.revision),
    }  # fmt: skip


def _answer(row: Row) -> str:
    told = {"by": _by(row), "code": row.finding.code, "text": _text(row.finding.reading.revision)}
    if row.outcome == "set_aside":
        return _("%(by)s set aside %(code)s in %(text)s.") % told
    return _("%(by)s accepted %(code)s in %(text)s.") % told


def _dispatch(row: Row) -> str:
    return _("%(by)s recorded the dispatch of %(paper)s by %(channel)s.") % {
        "by": _by(row), "paper": _about(row.item), "channel": word(row.channel, "channel"),
    }  # fmt: skip


def _delivery(row: Row) -> str:
    return _("%(by)s recorded the delivery of %(paper)s.") % {
        "by": _by(row), "paper": _about(row.item),
    }  # fmt: skip


def _viewing(row: Row) -> str:
    return _("%(officer)s opened %(paper)s: %(what)s.") % {
        "officer": name(row.officer), "paper": _about(row.item),
        "what": f"{row.get_what_display()} {row.part}".strip(),
    }  # fmt: skip


def _sample(row: Row) -> str:
    return _("%(by)s drew %(count)s of the first %(of)s acts by the seed “%(seed)s”.") % {
        "by": _by(row), "count": row.count, "of": row.of, "seed": row.seed,
    }  # fmt: skip


def _audit_file(row: Row) -> str:
    return _("%(by)s opened audit file %(no)s: %(title)s.") % {
        "by": _by(row), "no": row.no, "title": row.title,
    }  # fmt: skip


def _audit_finding(row: Row) -> str:
    return _("%(by)s recorded finding %(no)s of audit file %(file)s (%(weight)s) for %(unit)s.") % {
        "by": _by(row), "no": row.no, "file": row.file.no, "weight": row.get_weight_display(),
        "unit": name(row.unit),
    }  # fmt: skip


def _finding_step(row: Row) -> str:
    told = {"by": _by(row), "no": row.finding.no, "file": row.finding.file.no}
    if row.kind == "reply":
        return _("%(by)s replied to finding %(no)s of audit file %(file)s.") % told
    if row.kind == "close":
        return _("%(by)s closed finding %(no)s of audit file %(file)s.") % told
    return _("%(by)s followed up finding %(no)s of audit file %(file)s.") % told


def _holding(row: Row) -> str:
    return _("%(officer)s holds the post %(post)s from %(day)s.") % {
        "officer": name(row.officer), "post": name(row.post), "day": row.begins_on.isoformat(),
    }  # fmt: skip


def _delegation(row: Row) -> str:
    return _("%(officer)s may act for %(post)s from %(begin)s to %(end)s, by %(instrument)s.") % {
        "officer": name(row.officer), "post": name(row.post), "instrument": row.instrument,
        "begin": row.begins_on.isoformat(), "end": row.ends_on.isoformat(),
    }  # fmt: skip


def _ending(row: Row) -> str:
    right = row.holding or row.delegation
    return _("%(officer)s no longer holds or acts for %(post)s from %(day)s.") % {
        "officer": name(right.officer), "post": name(right.post),
        "day": row.first_day_without.isoformat(),
    }  # fmt: skip


def _edition(row: Row) -> str:
    told = {"no": row.no, "what": row.code}
    if row.by is None:
        return _("Edition %(no)s of the term %(what)s was entered.") % told
    if row.ended:
        return _("%(by)s proposed that the term %(what)s ends.") % {**told, "by": _by(row)}
    return _("%(by)s proposed edition %(no)s of the term %(what)s.") % {**told, "by": _by(row)}


def _decision(row: Row) -> str:
    told = {"by": _by(row), "no": row.edition.no, "what": row.edition.code}
    if row.adopted:
        return _("%(by)s adopted edition %(no)s of the term %(what)s.") % told
    return _("%(by)s declined edition %(no)s of the term %(what)s.") % told


def _entered(sentence: str | Promise, told: Callable[[Row], str] = name) -> Callable[[Row], str]:
    return lambda row: str(sentence) % {"what": told(row)}


_AUTHORITY = ("by", "post", "delegation")
_OF_ITEM = (*_AUTHORITY, "item__number")
_OF_TEXT = (*_AUTHORITY, "revision__item__number")


def _with_reason(row: Row) -> str:
    return str(row.reason)


PATTERNS: Mapping[str, _Pattern] = {
    "registry_movement": _Pattern(
        "registry.Movement", (*_OF_ITEM, "to_unit"), _movement, lambda row: row.item, _with_reason
    ),
    "registry_release": _Pattern(
        "registry.Release", ("item__number", "unit", "officer"), _release, lambda row: row.item
    ),
    "registry_series": _Pattern(
        "registry.Series", (),
        _entered(
            gettext_lazy("The series of numbers %(what)s was opened."), lambda row: row.code
        ),
    ),
    "review_reading": _Pattern(
        "review.Reading", ("revision__item__number", "asked_by"), _reading,
        lambda row: row.revision.item,
    ),
    "review_finding": _Pattern(
        "review.Finding", ("reading__revision__item__number",), _finding,
        lambda row: row.reading.revision.item,
    ),
    "review_answer": _Pattern(
        "review.Answer", (*_AUTHORITY, "finding__reading__revision__item__number"), _answer,
        lambda row: row.finding.reading.revision.item, _with_reason,
    ),
    "review_objection": _Pattern(
        "review.Objection", _OF_TEXT,
        _on_text(gettext_lazy("%(by)s raised an objection to %(text)s.")),
        lambda row: row.revision.item, lambda row: row.text,
    ),
    "review_verdict": _Pattern(
        "review.Verdict", _OF_TEXT, _verdict, lambda row: row.revision.item, _with_reason
    ),
    "review_override": _Pattern(
        "review.Override", (*_AUTHORITY, "verdict__revision__item__number"), _override,
        lambda row: row.verdict.revision.item, _with_reason,
    ),
    "gate_clearance": _Pattern(
        "gate.Clearance", _OF_TEXT, _clearance, lambda row: row.revision.item
    ),
    "gate_signature": _Pattern(
        "gate.Signature", _OF_TEXT, _on_text(gettext_lazy("%(by)s signed %(text)s.")),
        lambda row: row.revision.item,
    ),
    "dispatch_dispatch": _Pattern("dispatch.Dispatch", _OF_ITEM, _dispatch, lambda row: row.item),
    "dispatch_delivery": _Pattern("dispatch.Delivery", _OF_ITEM, _delivery, lambda row: row.item),
    "audit_viewing": _Pattern(
        "audit.Viewing", ("officer", "item__number"), _viewing, lambda row: row.item
    ),
    "audit_sample": _Pattern("audit.Sample", _AUTHORITY, _sample),
    "audit_auditfile": _Pattern("audit.AuditFile", _AUTHORITY, _audit_file),
    "audit_auditfinding": _Pattern(
        "audit.AuditFinding", (*_AUTHORITY, "file", "unit", "item__number"), _audit_finding,
        reason=lambda row: row.text,
    ),
    "audit_findingstep": _Pattern(
        "audit.FindingStep", (*_AUTHORITY, "finding__file"), _finding_step,
        reason=lambda row: row.text,
    ),
    "accounts_unit": _Pattern(
        "accounts.Unit", (), _entered(gettext_lazy("The unit %(what)s was entered."))
    ),
    "accounts_post": _Pattern(
        "accounts.Post", (), _entered(gettext_lazy("The post %(what)s was opened."))
    ),
    "accounts_holding": _Pattern("accounts.Holding", ("officer", "post"), _holding),
    "accounts_delegation": _Pattern("accounts.Delegation", ("officer", "post"), _delegation),
    "accounts_ending": _Pattern(
        "accounts.Ending",
        ("holding__officer", "holding__post", "delegation__officer", "delegation__post"),
        _ending, reason=_with_reason,
    ),
    "directory_country": _Pattern(
        "directory.Country", (), _entered(gettext_lazy("The country %(what)s was entered."))
    ),
    "directory_correspondent": _Pattern(
        "directory.Correspondent", (),
        _entered(gettext_lazy("The correspondent %(what)s was entered.")),
    ),
    "directory_incumbent": _Pattern(
        "directory.Incumbent", ("correspondent",),
        lambda row: _("Who holds the post %(post)s of %(what)s was entered: %(person)s.") % {
            "post": name(row, "post"), "what": name(row.correspondent),
            "person": name(row) or _("vacant"),
        },
    ),
    "terminology_edition": _Pattern(
        "terminology.Edition", _AUTHORITY, _edition, reason=lambda row: row.note
    ),
    "terminology_decision": _Pattern(
        "terminology.Decision", (*_AUTHORITY, "edition"), _decision, reason=_with_reason
    ),
    "directory_signatorycell": _Pattern(
        "directory.SignatoryCell", (),
        _entered(
            gettext_lazy("It was set who may sign: %(what)s."),
            lambda row: ", ".join(
                (word(row.kind, "kind"), word(row.level, "level"), word(row.role, "role"))
            ),
        ),
    ),
    "resolutions_resolution": _Pattern(
        "resolutions.Resolution", (),
        _entered(gettext_lazy("The resolution %(what)s was entered."), lambda row: row.ref),
    ),
    "resolutions_directive": _Pattern(
        "resolutions.Directive", (),
        _entered(
            gettext_lazy("A standing directive was recorded: %(what)s."), lambda row: row.ref
        ),
    ),
}  # fmt: skip
