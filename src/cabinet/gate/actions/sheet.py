"""The review sheet: taking up a text, a verdict on each check, a stop set aside in writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cabinet.accounts.duty import Duty
from cabinet.gate.actions.take import guards_speak, take
from cabinet.gate.context import newest_revision, situation_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item, Movement, Revision
from cabinet.review.models import Override, Verdict
from clearance.authority import Authority, authority_for
from clearance.gate import NotAuthorised, NotInState, Outdated, PapersMissing, Situation, Unmet
from clearance.terms import Check, Outcome, Power, Role
from clearance.terms.posts import CABINET
from clearance.terms.translation import marked as _


@dataclass(frozen=True)
class Word:
    """An officer's word on one check. ``kept_from_drafters``: the drafting unit does not read it."""

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
    :raises NotAuthorised: not an officer of the Cabinet. :raises PapersMissing: no reason given
    for a stop or a check that does not apply, or the officer drafted the text.
    """
    with guards_speak(), one_act():
        current, revision, situation = _under_review(item, revision_no)
        authority = _authority(by, situation, CABINET, Power.CLEAR)
        if by.officer.pk in situation.drafters:
            raise PapersMissing(_DRAFTED)
        if word.outcome is not Outcome.PASS and not word.reason.strip():
            raise PapersMissing(_NO_REASON)
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

    :raises NotAuthorised: by another post. :raises PapersMissing: no reason, or no stop stands.
    """
    with guards_speak(), one_act():
        _current, revision, situation = _under_review(item, revision_no)
        authority = _authority(by, situation, frozenset({Role.DIRECTOR_GENERAL}), Power.OVERRIDE)
        if by.officer.pk in situation.drafters:
            raise PapersMissing(_DRAFTED)
        if not reason.strip():
            raise PapersMissing(_NO_REASON)
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


def _under_review(item: Item, revision_no: int) -> tuple[Item, Revision, Situation]:
    current = Item.objects.get(pk=item.pk)
    revision = newest_revision(current)
    if current.state != "under_review" or revision is None:
        raise NotInState(_NOT_UNDER_REVIEW)
    if revision.no != revision_no:
        raise Outdated(_NEWER)
    return current, revision, situation_of(current, revision)


def _authority(
    by: Duty, situation: Situation, roles: frozenset[Role], power: Power
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
        raise NotAuthorised(
            Unmet(
                "GAT002",
                _("None of your posts may do this (“%(act)s”)."),
                _("Ask one of these: %(roles)s."),
                {"act": power.value, "roles": "|".join(sorted(roles))},
                frozenset({"act", "roles"}),
            )
        )
    return authority


_DRAFTED = Unmet(
    "GAT016",
    _("You drafted this text, so another officer must rule on it."),
    _("Leave it to another adviser or to the signatory."),
)
_NO_REASON = Unmet(
    "REV003",
    _("A stop, or a check that does not apply, is explained."),
    _("Write one sentence: what is wrong, or why the check does not apply."),
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
    "GAT003",
    _("A newer revision of this text has arrived."),
    _("Read the newest revision; its seven checks are open again."),
)
