"""Keeping the register of terms: opening it, proposing an edition, adopting or declining it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import slugify

from cabinet.accounts.duty import Duty
from cabinet.directory.actions import folded
from cabinet.ledger.one_act import one_act
from cabinet.terminology.known_terms import fault_of
from cabinet.terminology.models import Decision, Edition
from cabinet.terminology.queries import (
    authority_to_decide,
    authority_to_propose,
    open_proposals,
    standing_editions,
)
from clearance.data.sensitivity import SensitiveTerm, sensitive_terms
from clearance.gate import NotAuthorised, NotInState, Outdated, PapersMissing, Unmet
from clearance.terms import Language
from clearance.terms.translation import marked as _

Lines = dict[Language, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What an edition says; the fields mean what those of ``Edition`` mean."""

    avoid: Lines
    level: str
    source: str
    right: dict[Language, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)
    until: date | None = None
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_pattern: bool = False
    is_name: bool = False
    quoted_is_right: bool = True
    kept_from_drafters: bool = False
    note: str = ""


def open_terms(*, at: datetime) -> None:
    """Put the terms of the reference data into the register; what is there is left alone."""
    known = set(Edition.objects.values_list("code", flat=True))
    with one_act():
        for entry in sensitive_terms():
            if entry.code not in known:
                edition = _edition(entry.code, 1, _wording_of(entry))
                edition.on, edition.at = timezone.localdate(at), at
                edition.save(force_insert=True)


def propose_edition(
    *, code: str, told: Wording, by: Duty, at: datetime, seen_no: int = 0, ended: bool = False
) -> Edition:
    """Propose a wording, of a new entry (``code`` '') or of one that is there, or its end.

    What the Director-General proposes is adopted in the same act. ``seen_no``: the newest edition
    that the officer's page showed.
    :raises NotAuthorised: not by the Cabinet. :raises Outdated: a newer edition is there.
    :raises PapersMissing: a part is missing, or the review could not use the wording.
    """
    authority = authority_to_propose(by)
    if authority is None:
        raise NotAuthorised(_NOT_CABINET)
    with one_act():
        code = code or _free_code(told)
        newest = Edition.objects.filter(code=code).order_by("-no").first()
        if (newest.no if newest else 0) != seen_no:
            raise Outdated(_NEWER)
        edition = _edition(code, seen_no + 1, told)
        edition.ended = ended
        _require_usable(edition, told)
        edition.by, edition.on, edition.at = by.officer, by.on, at
        edition.post_id, edition.delegation_id = authority.post, authority.delegation
        edition.save(force_insert=True)
        if authority_to_decide(by):
            _decide(edition, by, at, adopted=True, reason="")
        return edition


def decide_edition(
    *, edition: Edition, adopted: bool, reason: str = "", by: Duty, at: datetime
) -> Decision:
    """Adopt a proposed edition, which the next review goes by, or decline it with a reason.

    :raises NotAuthorised: not by the Director-General or whoever holds his power in writing.
    :raises NotInState: it was decided, or a newer edition was adopted.
    :raises PapersMissing: declined without a reason.
    """
    if authority_to_decide(by) is None:
        raise NotAuthorised(_NOT_DIRECTOR)
    with one_act():
        if not open_proposals().filter(pk=edition.pk).exists():
            raise NotInState(_DECIDED)
        if not adopted and not reason.strip():
            raise PapersMissing(_NO_REASON)
        return _decide(edition, by, at, adopted=adopted, reason=reason.strip())


def _decide(edition: Edition, by: Duty, at: datetime, *, adopted: bool, reason: str) -> Decision:
    authority = authority_to_decide(by)
    assert authority is not None  # noqa: S101 - both callers asked
    return Decision.objects.create(
        edition=edition,
        adopted=adopted,
        reason=reason,
        by=by.officer,
        post_id=authority.post,
        delegation_id=authority.delegation,
        on=by.on,
        at=at,
    )


def end_entry(*, code: str, reason: str, seen_no: int, by: Duty, at: datetime) -> Edition:
    """Propose that an entry ends; it stays on record with all its editions.

    :raises PapersMissing: without a reason. :raises NotInState: no such entry is in force.
    """
    if not reason.strip():
        raise PapersMissing(_NO_REASON)
    standing = standing_editions().filter(code=code, ended=False).first()
    if standing is None:
        raise NotInState(_NOT_IN_FORCE)
    told = replace(wording_of_edition(standing), note=reason.strip())
    return propose_edition(code=code, told=told, by=by, at=at, seen_no=seen_no, ended=True)


def wording_of_edition(edition: Edition) -> Wording:
    """Return what an edition says."""
    kinds = (line.partition("=") for line in edition.by_kind.splitlines())
    return Wording(
        avoid={each: _lines(getattr(edition, f"avoid_{each}")) for each in Language},
        right={each: getattr(edition, f"right_{each}") for each in Language},
        level=edition.level,
        by_kind={kind: level for kind, _is, level in kinds},
        until=edition.until,
        unless=_lines(edition.unless),
        near=_lines(edition.near),
        is_pattern=edition.is_pattern,
        is_name=edition.is_name,
        quoted_is_right=edition.quoted_is_right,
        kept_from_drafters=edition.kept_from_drafters,
        source=edition.source,
        note=edition.note,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


def _wording_of(entry: SensitiveTerm) -> Wording:
    """Return what the reference data say of a term."""
    return Wording(
        avoid={each: getattr(entry, each) for each in Language},
        right={each: getattr(entry, f"right_{each}") or "" for each in Language},
        level=entry.level,
        by_kind={kind: level for kind, _is, level in (row.partition("=") for row in entry.by_kind)},
        until=date.fromisoformat(entry.until) if entry.until else None,
        unless=entry.unless,
        near=entry.near,
        is_pattern=True,
        is_name=entry.is_name,
        kept_from_drafters=entry.adviser,
        source=entry.cited,
        note=entry.note or "",
    )


def _edition(code: str, no: int, told: Wording) -> Edition:
    edition = Edition(
        code=code,
        no=no,
        level=told.level,
        by_kind="\n".join(f"{kind}={level}" for kind, level in told.by_kind.items()),
        until=told.until,
        unless="\n".join(told.unless),
        near="\n".join(told.near),
        is_pattern=told.is_pattern,
        is_name=told.is_name,
        quoted_is_right=told.quoted_is_right,
        kept_from_drafters=told.kept_from_drafters,
        source=told.source.strip(),
        note=told.note.strip(),
    )
    for each in Language:
        setattr(edition, f"avoid_{each}", "\n".join(told.avoid.get(each, ())))
        setattr(edition, f"right_{each}", told.right.get(each, "").strip())
    edition.folded = folded(code, *_expressions(told), *told.right.values())
    return edition


def _expressions(told: Wording) -> Iterable[str]:
    return (line for lines in told.avoid.values() for line in lines)


def _require_usable(edition: Edition, told: Wording) -> None:
    expressions = list(_expressions(told))
    if not expressions or not edition.source:
        raise PapersMissing(_NOT_TOLD)
    short = [each for each in expressions if sum(letter.isalnum() for letter in each) < _LEAST]
    fault = short[0] if short else fault_of(edition)
    if fault:
        raise PapersMissing(replace(_NOT_USABLE, params={"fault": fault[:200]}))


_LEAST = 3  # letters: a shorter expression would be found in every word


def _free_code(told: Wording) -> str:
    """Return a code that no entry has, from its first expression in Latin letters."""
    latin = [*told.avoid.get(Language.ENGLISH, ()), *told.avoid.get(Language.FRENCH, ())]
    stem = slugify(" ".join(latin[:1])).replace("-", "_")[:40].strip("_") or "term"
    taken = set(
        Edition.objects.filter(code__startswith=stem).values_list("code", flat=True).distinct()
    )
    code, number = stem, 2
    while code in taken:
        code, number = f"{stem}_{number}", number + 1
    return code


_NOT_CABINET = Unmet(
    "TRM003",
    _("Terms are proposed by officers of the Cabinet."),
    _("Send your proposal to the Cabinet in a memorandum."),
)
_NOT_DIRECTOR = Unmet(
    "TRM004",
    _("Terms are adopted by the Director-General of the Cabinet."),
    _("The proposal waits on the page of terms until he decides."),
)
_NEWER = Unmet(
    "TRM002",
    _("Another edition of this entry has been written since your page was shown."),
    _("Open the entry again and read the newest edition; what you typed is kept on this page."),
)
_NOT_TOLD = Unmet(
    "TRM001",
    _("An entry says what is not written, in one language at least, and by what source."),
    _("Fill in the parts that are empty."),
)
_NOT_USABLE = Unmet(
    "TRM006",
    _("The review could not use this wording: %(fault)s."),
    _("Write whole words of three letters or more, or mend the pattern."),
)
_DECIDED = Unmet(
    "TRM005",
    _("This proposal was decided already, or a newer edition was adopted."),
    _("Open the entry again and look at its editions."),
)
_NOT_IN_FORCE = Unmet(
    "TRM007",
    _("No edition of this entry is in force."),
    _("Open the entry again and look at its editions."),
)
_NO_REASON = Unmet(
    "TRM008",
    _("A term is declined or ended with a reason."),
    _("Write in one sentence why."),
)
# What the register of terms says besides the gate itself.
REFUSALS = (
    _NOT_CABINET, _NOT_DIRECTOR, _NEWER, _NOT_TOLD, _NOT_USABLE, _DECIDED, _NOT_IN_FORCE,
    _NO_REASON,
)  # fmt: skip
