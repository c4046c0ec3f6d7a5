"""What the engine says, whatever the table: wrong state, wrong post, wrong unit, too late."""

from __future__ import annotations

from clearance.gate.refusal import (
    NoAuthorityToSign,
    NotAuthorised,
    NotInState,
    Outdated,
    Refused,
    Unmet,
)
from clearance.gate.situation import Scope
from clearance.terms.translation import marked as _

OUTDATED = Unmet(
    "GAT003",
    _("Another officer acted on this paper after your page was shown."),
    _("Read what has changed, then act again; what you typed is kept."),
)
NOT_LISTED = Unmet(
    "GAT001",
    _("The act “%(act)s” cannot be done while the paper is in the state “%(state)s”."),
    _("Open the paper: its page shows the acts that are possible now."),
)
NO_POST = Unmet(
    "GAT002",
    _("None of the posts that you hold today may do this: %(act)s."),
    _("Ask one of these: %(roles)s."),
)
ELSEWHERE = {
    Scope.FROM_UNIT: Unmet(
        "GAT005",
        _("Only the unit that drafts this paper may do this: %(act)s."),
        _("Leave it to that unit, or return the paper to it with your reasons."),
    ),
    Scope.ACTION_UNIT: Unmet(
        "GAT006",
        _("Only the unit that has this paper for action may do this: %(act)s."),
        _("Leave it to that unit, or ask the Cabinet to refer the paper."),
    ),
    Scope.PERSON: Unmet(
        "GAT007",
        _("Only the officer whom the envelope names may do this: %(act)s."),
        _("Leave the envelope to that officer."),
    ),
}
NO_SIGNATORY = Unmet(
    "GAT017",
    _("Nobody may sign this kind of document to this addressee."),
    _("Choose another kind of document, or ask for the signatory table to be changed."),
)
NO_SIGNATORY_POST = Unmet(
    "GAT018",
    _("You have no authority today to sign this kind of document to this addressee."),
    _("Ask one of these: %(roles)s."),
)
# What the engine itself says, with the class of each refusal.
ENGINE_REFUSALS: tuple[tuple[Unmet, type[Refused]], ...] = (
    (NOT_LISTED, NotInState),
    (NO_POST, NotAuthorised),
    (OUTDATED, Outdated),
    *((told, NotAuthorised) for told in ELSEWHERE.values()),
    (NO_SIGNATORY, NoAuthorityToSign),
    (NO_SIGNATORY_POST, NoAuthorityToSign),
)
