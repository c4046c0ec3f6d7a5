"""Outgoing papers: nothing is issued, signed by anyone, that the Cabinet has not cleared.

Source: the mandate, first paragraph, and the seven checks.
"""

from __future__ import annotations

from clearance.gate.needs import (
    ANSWERABLE,
    AUTHORISED,
    CHANNEL,
    CLEARED,
    ENCLOSURES,
    FACTS,
    FRESH_REVISION,
    NO_OPEN_STOP,
    OTHER_THAN_DRAFTER,
    PAPER,
    PROOF,
    REASON,
    SEVEN_VERDICTS,
    SIGNED,
)
from clearance.gate.situation import Scope
from clearance.gate.transition import Table, Transition
from clearance.terms import Flow, Power, Role
from clearance.terms.posts import CABINET, DRAFTERS, HEADS, REGISTRY, SUBMITTERS
from clearance.terms.translation import marked as _

_SIGNATORIES = HEADS | {Role.SECRETARY_GENERAL, Role.DIRECTOR_GENERAL}
_OUT = REGISTRY | {Role.PRIVATE_SECRETARY}
_BEFORE_SIGNATURE = ("draft", "submitted", "under_review", "returned", "cleared")

OUTGOING = Table(
    Flow.OUTGOING,
    (
        Transition(
            "draft", ("",), "draft", DRAFTERS, Power.DRAFT,
            _("A unit drafts the text and answers for its substance."),
            "UN Correspondence Manual, para. 3", (ANSWERABLE,), scope=Scope.FROM_UNIT,
        ),
        Transition(
            "revise", _BEFORE_SIGNATURE, "draft", DRAFTERS, Power.DRAFT,
            _("The unit attaches a new revision; the review of the old one is over."),
            "Mandate: the checks are of the document issued", scope=Scope.FROM_UNIT,
        ),
        Transition(
            "submit", ("draft", "returned"), "submitted", SUBMITTERS, Power.DRAFT,
            _("The head of the unit initials the draft and submits it to the Cabinet."),
            "FR-PARA: initialled by each level", (PAPER, *FACTS, ENCLOSURES, FRESH_REVISION),
            scope=Scope.FROM_UNIT,
        ),
        Transition(
            "take_up", ("submitted",), "under_review", CABINET, Power.CLEAR,
            _("The Cabinet takes up the review."),
            "Mandate: it reviews all documents and correspondences issued",
            (OTHER_THAN_DRAFTER,),
        ),
        Transition(
            "authorise", ("draft", "submitted", "under_review", "returned", "cleared"), None,
            frozenset({Role.SECRETARY_GENERAL}), Power.AUTHORISE,
            _("The Secretary-General authorises writing to this Government."),
            "Internal rules of 1974, common duties of departments", FACTS,
        ),
        Transition(
            "clear", ("under_review",), "cleared", CABINET, Power.CLEAR,
            _("The Cabinet clears exactly this revision."),
            "Mandate: no document is issued until after it passes through the Cabinet",
            (OTHER_THAN_DRAFTER, SEVEN_VERDICTS, NO_OPEN_STOP),
        ),
        Transition(
            "return", ("submitted", "under_review", "cleared"), "returned", CABINET, Power.CLEAR,
            _("The Cabinet returns the text to its drafters with reasons."),
            "FR-PARA: only a text without “to correct” leaves", (REASON,),
        ),
        Transition(
            "decline", ("cleared",), "returned", _SIGNATORIES, Power.SIGN,
            _("The signatory declines to sign and says why."),
            "UN-45; the signatory answers for the signature", (REASON,), by_matrix=True,
        ),
        Transition(
            "sign", ("cleared",), "signed", _SIGNATORIES, Power.SIGN,
            _("The signatory signs; number and date are given in the same act."),
            "UN-45; domain: number and date at signature",
            (OTHER_THAN_DRAFTER, CLEARED, AUTHORISED), by_matrix=True,
        ),
        Transition(
            "issue", ("signed",), "issued", _OUT, Power.REGISTER,
            _("The Registry seals the signed paper and enters it in the outgoing book."),
            "Mandate: no document is issued until after it passes through the Cabinet", (SIGNED,),
        ),
        Transition(
            "dispatch", ("issued", "undelivered"), "dispatched", _OUT, Power.REGISTER,
            _("The Registry sends the paper by a recorded channel with its proof."),
            "UN-91; FR-DECH", (SIGNED, CHANNEL, PROOF),
        ),
        Transition(
            "deliver", ("dispatched",), "delivered", _OUT, Power.REGISTER,
            _("The receipt comes back and is filed."),
            "EU-CLASS: date of return of the receipt", (PROOF,),
        ),
        Transition(
            "fail", ("dispatched",), "undelivered", _OUT, Power.REGISTER,
            _("The paper came back undelivered."),
            "Our guess", (REASON,),
        ),
        Transition(
            "void", _BEFORE_SIGNATURE, "void", SUBMITTERS, Power.DRAFT,
            _("The drafting unit gives the paper up; nothing is deleted."),
            "Noark 5 3.2.19", (REASON,), scope=Scope.FROM_UNIT,
        ),
        Transition(
            "annul", ("signed", "issued"), "void", frozenset({Role.DIRECTOR_GENERAL}),
            Power.OVERRIDE,
            _("The Director-General annuls a signed paper before it leaves; its number is spent."),
            "Mandate: takes important decisions on the Secretary-General's behalf", (REASON,),
        ),
    ),
    frozenset({"delivered", "void"}),
)  # fmt: skip
