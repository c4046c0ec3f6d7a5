"""The review sheet: findings answered, objections, a verdict on each check, stops set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from cabinet.accounts.duty import Duty
from cabinet.gate.actions.take import guards_speak, take
from cabinet.gate.context import newest_revision, situation_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item, Movement, Revision
from cabinet.review.actions import is_as_before, keep_reading, read_revision
from cabinet.review.marking import paragraphs_of
from cabinet.review.models import Answer, Finding, Objection, Override, Reading, Verdict
from cabinet.review.queries import newest_reading, open_stops
from clearance.authority import Authority, authority_for
from clearance.gate import (
    NotAuthorised,
    NotInState,
    Outdated,
    PapersMissing,
    Situation,
    Unmet,
    not_authorised,
)
from clearance.gate.needs import require_other_than_drafter
from clearance.terms import Check, Outcome, Power, Role
from clearance.terms.posts import CABINET
from clearance.terms.translation import marked as _

_OVERRIDERS = frozenset({Role.DIRECTOR_GENERAL})


@dataclass(frozen=True)
class Word:
    """An officer's word on one check. ``kept_from_drafters``: the drafters do not read it."""

    check: Check
    outcome: Outcome
    reason: str = ""
    kept_from_drafters: bool = False


def take_up_review(
    *, item: Item, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Take up the review of a submitted text. :raises Refused: by a drafter."""
    return take("take_up", item=item, by=by, at=at, seen_moves=seen_moves)


def give_verdict(*, item: Item, revision_no: int, word: Word, by: Duty, at: datetime) -> Verdict:
    """Record an officer's word on one check of the revision that the officer read.

    :raises NotInState: the text is not under review. :raises Outdated: a newer revision is there.
    :raises NotAuthorised: not an officer of the Cabinet. :raises FourEyes: the officer drafted it.
    :raises PapersMissing: no reason given for a stop or a check that does not apply.
    """
    with guards_speak(), one_act():
        revision, situation = _under_review(item, revision_no)
        authority = _authority(by, situation, CABINET, Power.CLEAR, _("Give a verdict"))
        require_other_than_drafter(by.officer.pk, situation)
        if word.outcome is not Outcome.PASS and not word.reason.strip():
            raise PapersMissing(_NO_REASON)
        if word.outcome is not Outcome.STOP and word.check in open_stops(revision):
            raise PapersMissing(_STOP_FOUND)
        return Verdict.objects.create(
            revision=revision,
            check_no=word.check,
            outcome=word.outcome,
            reason=word.reason.strip(),
            kept_from_drafters=word.kept_from_drafters,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )


def set_stop_aside(
    *, item: Item, revision_no: int, check: Check, reason: str, by: Duty, at: datetime
) -> Override:
    """Set a stop aside in writing, as the Director-General.

    :raises NotAuthorised: by another post. :raises FourEyes: the officer drafted the text.
    :raises PapersMissing: no reason, or no stop stands.
    """
    with guards_speak(), one_act():
        revision, situation = _under_review(item, revision_no)
        authority = _authority(by, situation, _OVERRIDERS, Power.OVERRIDE, _("Set a stop aside"))
        require_other_than_drafter(by.officer.pk, situation)
        if not reason.strip():
            raise PapersMissing(_NOT_WRITTEN)
        if check not in situation.open_stops:
            raise PapersMissing(_NO_STOP)
        verdict = revision.verdicts.filter(check_no=check).order_by("-id")[0]
        return Override.objects.create(
            verdict=verdict,
            reason=reason.strip(),
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )


@dataclass(frozen=True)
class Said:
    """An officer's word on one finding of the revision that the officer read."""

    revision_no: int
    finding_no: int
    outcome: str
    reason: str = ""


def answer_finding(*, item: Item, said: Said, by: Duty, at: datetime) -> Answer:
    """Say of a finding that it is right and to be mended, or set it aside with a reason.

    :raises NotInState: :raises Outdated: :raises NotAuthorised: :raises FourEyes: as a verdict.
    :raises PapersMissing: set aside without a reason, or no such finding.
    """
    with guards_speak(), one_act():
        revision, situation = _under_review(item, said.revision_no)
        authority = _authority(by, situation, CABINET, Power.CLEAR, _("Answer a finding"))
        require_other_than_drafter(by.officer.pk, situation)
        found = Finding.objects.select_related("first")
        finding = found.filter(reading=newest_reading(revision), no=said.finding_no).first()
        if finding is None:
            raise PapersMissing(_NO_FINDING)
        finding = finding.first or finding
        if said.outcome == Answer.Outcome.SET_ASIDE and not said.reason.strip():
            raise PapersMissing(_NOT_SET_ASIDE)
        return Answer.objects.create(
            finding=finding,
            no=finding.answers.count() + 1,
            outcome=said.outcome,
            reason=said.reason.strip(),
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )


@dataclass(frozen=True)
class Objected:
    """An officer's own objection: on which check, how heavy, why, and on which words of the text.

    ``paragraph`` counts the paragraphs of the text from 1; None: not chosen. ``quoted`` must stand
    in it, or in the text as it was read; '' is the whole paragraph, or the whole text.
    """

    check: Check
    weight: str
    text: str
    quoted: str = ""
    paragraph: int | None = None
    kept_from_drafters: bool = False


def raise_objection(
    *, item: Item, revision_no: int, objected: Objected, by: Duty, at: datetime
) -> Objection:
    """Raise an objection; a condition is a stop on its check at once.

    :raises NotInState: :raises Outdated: :raises NotAuthorised: :raises FourEyes: as a verdict.
    :raises PapersMissing: it says nothing, or quotes what does not stand in the text.
    """
    with guards_speak(), one_act():
        revision, situation = _under_review(item, revision_no)
        authority = _authority(by, situation, CABINET, Power.CLEAR, _("Raise an objection"))
        require_other_than_drafter(by.officer.pk, situation)
        if not objected.text.strip():
            raise PapersMissing(_SAYS_NOTHING)
        begins, ends, quoted = _place(revision, objected)
        objection = Objection.objects.create(
            revision=revision,
            check_no=objected.check,
            begins=begins,
            ends=ends,
            quoted=quoted,
            weight=objected.weight,
            text=objected.text.strip(),
            kept_from_drafters=objected.kept_from_drafters,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )
        if objected.weight == Objection.Weight.CONDITION:
            kept = objected.kept_from_drafters
            word = Word(objected.check, Outcome.STOP, objected.text, kept)
            give_verdict(item=item, revision_no=revision_no, word=word, by=by, at=at)
        return objection


def _place(revision: Revision, objected: Objected) -> tuple[int, int, str]:
    """Return where the objection stands in the text, and the words there; blanks may differ."""
    words = r"\s+".join(re.escape(word) for word in objected.quoted.split())
    if not words and objected.paragraph is None:
        return 0, 0, ""
    reading = newest_reading(revision)
    begins, ends = _paragraph(reading, objected.paragraph)
    found = re.compile(words).search(reading.text, begins, ends) if reading and words else None
    if words and found is None:
        raise PapersMissing(_NOT_IN_TEXT)
    if found is not None:
        begins, ends = found.span()
    return begins, ends, reading.text[begins:ends].strip() if reading else ""


def _paragraph(reading: Reading | None, no: int | None) -> tuple[int, int]:
    """Return the stretch of a paragraph of the text; ``no`` None: of the whole text."""
    if reading is None:
        raise PapersMissing(_NOT_IN_TEXT)
    if no is None:
        return 0, len(reading.text)
    paragraphs = paragraphs_of(reading.text)
    if not 1 <= no <= len(paragraphs):
        raise PapersMissing(_NO_PARAGRAPH)
    return paragraphs[no - 1]


def read_again(*, item: Item, revision_no: int, by: Duty, at: datetime) -> Reading | None:
    """Have the rules read the revision again, by the registers as they are now.

    Verdicts are not touched, and what was said of a finding holds where it is found again. None:
    neither the registers nor the findings changed, so that nothing was recorded.
    :raises NotAuthorised: not an officer of the Cabinet.
    :raises NotInState: it does not wait for the Cabinet. :raises Outdated: there is a newer one.
    """
    with guards_speak(), one_act():
        current = Item.objects.get(pk=item.pk)
        revision = newest_revision(current)
        if current.state not in ("submitted", "under_review") or revision is None:
            raise NotInState(_NOT_WAITING)
        if revision.no != revision_no:
            raise Outdated(_NEWER)
        situation = situation_of(current, revision)
        _authority(by, situation, CABINET, Power.CLEAR, _("Have the rules read a text again"))
        read = read_revision(revision, on=by.on)
        if is_as_before(revision, read):
            return None
        return keep_reading(revision=revision, read=read, at=at, asked_by=by.officer)


def _under_review(item: Item, revision_no: int) -> tuple[Revision, Situation]:
    current = Item.objects.get(pk=item.pk)
    revision = newest_revision(current)
    if current.state != "under_review" or revision is None:
        raise NotInState(_NOT_UNDER_REVIEW)
    if revision.no != revision_no:
        raise Outdated(_NEWER)
    return revision, situation_of(current, revision)


def _authority(
    by: Duty, situation: Situation, roles: frozenset[Role], power: Power, act: str
) -> Authority:
    authority = authority_for(
        by.authorities,
        roles=roles,
        power=power,
        kind=situation.kind,
        level=situation.level,
        on=by.on,
    )
    if authority is None:
        raise NotAuthorised(not_authorised(act, roles))
    return authority


_NO_REASON = Unmet(
    "REV003",
    _("A stop, or a check that does not apply, is explained."),
    _("Write one sentence: what is wrong, or why the check does not apply."),
)
_NOT_WRITTEN = Unmet(
    "REV006",
    _("A stop is set aside in writing only."),
    _("Write in one sentence why it may be set aside."),
)
_NO_STOP = Unmet(
    "REV004",
    _("No stop stands on this check."),
    _("Look at the review sheet: another officer may have spoken since."),
)
_NOT_UNDER_REVIEW = Unmet(
    "REV001",
    _("This text is not under review."),
    _("Take up its review first, or open the paper to see where it is."),
)
_NEWER = Unmet(
    "REV007",
    _("A newer revision of this text has arrived."),
    _("Read the newest revision; its seven checks are open again."),
)
_STOP_FOUND = Unmet(
    "REV008",
    _("The review found a stop on this check that nobody has set aside."),
    _("Return the text to be mended, or set the finding aside with your reason."),
)
_NOT_SET_ASIDE = Unmet(
    "REV011",
    _("A finding is set aside with a reason."),
    _("Write in one sentence why the text is right as it stands."),
)
_NO_FINDING = Unmet(
    "REV014",
    _("There is no finding of this number on the revision."),
    _("Open the review sheet again and look at its findings."),
)
_SAYS_NOTHING = Unmet(
    "REV013",
    _("An objection says what is wrong."),
    _("Write one sentence that the drafter can act upon."),
)
_NOT_IN_TEXT = Unmet(
    "REV015",
    _("The quoted words do not stand in the text."),
    _("Copy the words from the text as they are shown beside the checks."),
)
_NO_PARAGRAPH = Unmet(
    "REV018",
    _("The text has no paragraph of this number."),
    _("Choose the paragraph beside the text again."),
)
_NOT_WAITING = Unmet(
    "REV016",
    _("This text does not wait for the Cabinet."),
    _("The rules read a text again from its submission to its clearance."),
)
CHANGED_SINCE = Unmet(
    "REV019",
    _("The text or the registers have changed since your page was shown."),
    _("Look at the findings again; what you chose and is still there stays chosen."),
)
NOTHING_CHOSEN = Unmet(
    "REV020",
    _("No suggestion is chosen."),
    _("Choose the suggestions that you want in the new revision."),
)
# What the review sheet says besides the gate itself.
REFUSALS = (
    _NOT_UNDER_REVIEW, _NO_REASON, _NO_STOP, _NOT_WRITTEN, _NEWER,
    _STOP_FOUND, _NOT_SET_ASIDE, _NO_FINDING, _SAYS_NOTHING, _NOT_IN_TEXT,
    _NO_PARAGRAPH, _NOT_WAITING, CHANGED_SINCE, NOTHING_CHOSEN,
)  # fmt: skip
