"""Keeping the register of resolutions and directives: opening, entering, changing, importing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from cabinet.accounts.duty import Duty
from cabinet.directory.actions import folded
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Revision
from cabinet.resolutions.models import Citation, Directive, Resolution
from cabinet.resolutions.queries import may_enter_directives, may_enter_resolutions
from clearance.gate import NotAuthorised, PapersMissing, Unmet
from clearance.references import ResolutionNumber, read_resolution_number, write_resolution_number
from clearance.review.defaults import default_context
from clearance.terms import Language
from clearance.terms.translation import marked as _


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of one resolution; '' and None say nothing and change nothing.

    ``ref`` as anybody prints it; it is kept in the house's form.
    """

    ref: str
    titles: dict[Language, str] = field(default_factory=dict)
    session: str = ""
    year: int | None = None
    adopted_on: date | None = None
    status: str = ""
    superseded_by: str = ""
    expired_on: date | None = None
    language: str = ""
    text: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A directive to be recorded; ``subjects`` and ``opposed`` are in plain words."""

    ref: str
    sentences: dict[Language, str]
    subjects: Sequence[str]
    opposed: Sequence[str]
    since: date | None = None
    until: date | None = None
    source: str = ""


def open_resolutions(*, at: datetime) -> None:
    """Put the resolutions of the reference data into the register; what is there is left alone."""
    context = default_context()
    years = {session.code: session.year for session in context.sessions}
    known = set(Resolution.objects.values_list("ref", flat=True))
    with one_act():
        for each in context.resolutions:
            if each.ref in known:
                continue
            told = Told(
                ref=each.ref,
                titles=dict(each.titles),
                session=each.session,
                year=each.year or years.get(each.session),
                expired_on=each.expired_on,
                text=each.text or "",
                source="clearance.data",
            )
            _enter(told, by=None, at=at)
        for each in context.resolutions:
            if each.superseded_by and each.ref not in known:
                _supersede(Resolution.objects.get(ref=each.ref), each.superseded_by)


def enter_resolutions(*, told: Iterable[Told], by: Duty, at: datetime) -> list[Resolution]:
    """Enter resolutions, or add what is told to those already there; all of them or none.

    :raises NotAuthorised: by a post that does not keep the register.
    :raises PapersMissing: a number that cannot be read, or a resolution without a title.
    """
    if not may_enter_resolutions(by):
        raise NotAuthorised(_NOT_KEEPER)
    with one_act():
        entered = []
        for each in told:
            ref = house_form(each.ref)
            if ref is None:
                raise PapersMissing(_NO_NUMBER)
            found = Resolution.objects.filter(ref=ref).first()
            if found is None and not any(each.titles.values()):
                raise PapersMissing(_NO_TITLE)
            row = _add_to(found, each) if found else _enter(each, by=by, at=at)
            entered.append((row, each.superseded_by))
        for row, newer in entered:
            if newer:
                _supersede(row, house_form(newer) or newer)
        return [row for row, _newer in entered]


def record_directive(*, standing: Standing, by: Duty, at: datetime) -> Directive:
    """Record a decision or standing directive.

    :raises NotAuthorised: not by the Cabinet. :raises PapersMissing: a part is not told.
    """
    if not may_enter_directives(by):
        raise NotAuthorised(_NOT_CABINET)
    if not (standing.subjects and standing.opposed and standing.source and standing.ref):
        raise PapersMissing(_NOT_TOLD)
    if Directive.objects.filter(ref=standing.ref).exists():
        raise PapersMissing(_REF_TAKEN)
    with one_act():
        return Directive.objects.create(
            ref=standing.ref,
            sentence_ar=standing.sentences.get(Language.ARABIC, ""),
            sentence_en=standing.sentences.get(Language.ENGLISH, ""),
            sentence_fr=standing.sentences.get(Language.FRENCH, ""),
            subjects="\n".join(standing.subjects),
            opposed="\n".join(standing.opposed),
            since=standing.since,
            until=standing.until,
            source=standing.source,
            entered_by=by.officer,
            entered_at=at,
        )


def keep_citations(*, revision: Revision, refs: Iterable[str]) -> None:
    """Keep which resolutions a revision cites, each once, however often it is read."""
    kept = set(Citation.objects.filter(revision=revision).values_list("ref", flat=True))
    found = dict.fromkeys(ref[:60] for ref in refs)
    Citation.objects.bulk_create(
        Citation(revision=revision, ref=ref) for ref in found if ref not in kept
    )


def house_form(ref: str) -> str | None:
    """Return the number in the house's form; None: it is no resolution's number."""
    number = _number(ref)
    return write_resolution_number(number) if number else None


def _number(ref: str) -> ResolutionNumber | None:
    return read_resolution_number(ref, default_context().arabic_series)


def _enter(told: Told, *, by: Duty | None, at: datetime) -> Resolution:
    number = _number(told.ref)
    row = Resolution(
        ref=write_resolution_number(number) if number else told.ref,
        session=told.session or (number.session_code if number else ""),
        series=number.series if number else "",
        year=told.year,
        entered_by=by.officer if by else None,
        entered_at=at,
    )
    _tell(row, told)
    row.save(force_insert=True)
    return row


def _add_to(row: Resolution, told: Told) -> Resolution:
    row.year = told.year or row.year
    _tell(row, told)
    row.save(
        update_fields=[
            "year", "adopted_on", "title_ar", "title_en", "title_fr", "status", "expired_on",
            "language", "text", "folded", "source",
        ]
    )  # fmt: skip
    return row


def _tell(row: Resolution, told: Told) -> None:
    for language, title in told.titles.items():
        if title:
            setattr(row, f"title_{language}", title[:500])
    row.adopted_on = told.adopted_on or row.adopted_on
    row.expired_on = told.expired_on or row.expired_on
    row.status = told.status or (Resolution.Status.EXPIRED if row.expired_on else row.status)
    row.language = told.language or row.language
    row.text = told.text or row.text
    row.source = told.source or row.source
    row.folded = folded(row.ref, row.title_ar, row.title_en, row.title_fr, row.text)


def _supersede(row: Resolution, newer: str) -> None:
    """Say that a newer resolution took the place of this one, where the register holds it."""
    row.superseded_by = Resolution.objects.filter(ref=newer).exclude(pk=row.pk).first()
    row.status = Resolution.Status.SUPERSEDED
    row.save(update_fields=["superseded_by", "status"])


_NOT_KEEPER = Unmet(
    "RES003",
    _("The register of resolutions is kept by the Cabinet and by heads of department."),
    _("Send the resolution to the Cabinet."),
)
_NOT_CABINET = Unmet(
    "RES004",
    _("Directives are recorded by the Cabinet."),
    _("Send the directive to the Cabinet."),
)
_NO_NUMBER = Unmet(
    "RES005",
    _("This is no number of a resolution."),
    _("Write it as it is printed, such as 1/51-PAL or 45/10-P(IS)."),
)
_NO_TITLE = Unmet(
    "RES007",
    _("A resolution has a title in at least one language."),
    _("Write the title as it is printed."),
)
_NOT_TOLD = Unmet(
    "RES002",
    _("A directive says what it is about, what would contradict it, and where it was taken."),
    _("Fill in the parts that are empty."),
)
_REF_TAKEN = Unmet(
    "RES006",
    _("Another directive has this reference."),
    _("Give it a reference of its own."),
)
# What the register of resolutions says besides the gate itself.
REFUSALS = (_NOT_KEEPER, _NOT_CABINET, _NO_NUMBER, _NO_TITLE, _NOT_TOLD, _REF_TAKEN)
