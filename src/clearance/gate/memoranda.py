"""Memoranda between departments: they are issued through the Cabinet too.

Source: the mandate, first paragraph, last sentence; UN Correspondence Manual, paras 70-75.
"""

from __future__ import annotations

from clearance.gate.needs import (
    ACTION_UNIT,
    ANSWERABLE,
    CLEARED,
    ENCLOSURES,
    FACTS,
    FRESH_REVISION,
    NO_OPEN_STOP,
    OTHER_THAN_DRAFTER,
    PAPER,
    REASON,
    SEVEN_VERDICTS,
)
from clearance.gate.situation import Scope
from clearance.gate.transition import Table, Transition
from clearance.terms import Flow, Power
from clearance.terms.posts import CABINET, DRAFTERS, REGISTRY, SUBMITTERS
from clearance.terms.translation import marked as _

_BEFORE_ISSUE = ("draft", "submitted", "under_review", "returned", "cleared")

MEMORANDA = Table(
    Flow.MEMORANDUM,
    (
        Transition(
            "draft", ("",), "draft", DRAFTERS, Power.DRAFT,
            _("A unit drafts a memorandum to another unit, on one subject."),
            "UN-72", (ANSWERABLE,), scope=Scope.FROM_UNIT,
        ),
        Transition(
            "revise", _BEFORE_ISSUE, "draft", DRAFTERS, Power.DRAFT,
            _("The unit attaches a new revision; the review of the old one is over."),
            "Mandate: the checks are of the document issued", scope=Scope.FROM_UNIT,
        ),
        Transition(
            "submit", ("draft", "returned"), "submitted", SUBMITTERS, Power.DRAFT,
            _("The head of the unit initials the memorandum and submits it to the Cabinet."),
            "UN-70, UN-73", (PAPER, *FACTS, ENCLOSURES, FRESH_REVISION), scope=Scope.FROM_UNIT,
        ),
        Transition(
            "take_up", ("submitted",), "under_review", CABINET, Power.CLEAR,
            _("The Cabinet takes up the review."),
            "Mandate: interdepartmental memoranda are issued through it", (OTHER_THAN_DRAFTER,),
        ),
        Transition(
            "clear", ("under_review",), "cleared", CABINET, Power.CLEAR,
            _("The Cabinet clears exactly this revision."),
            "Mandate: interdepartmental memoranda are issued through it",
            (OTHER_THAN_DRAFTER, SEVEN_VERDICTS, NO_OPEN_STOP),
        ),
        Transition(
            "return", ("submitted", "under_review", "cleared"), "returned", CABINET, Power.CLEAR,
            _("The Cabinet returns the memorandum to its drafters with reasons."),
            "FR-PARA: only a text without “to correct” leaves", (REASON,),
        ),
        Transition(
            "issue", ("cleared",), "issued", CABINET | REGISTRY, Power.REGISTER,
            _("The memorandum gets its number and reaches the unit for action, others as copies."),
            "Mandate: interdepartmental memoranda are issued through it; UN-75",
            (CLEARED, ACTION_UNIT),
        ),
        Transition(
            "acknowledge", ("issued",), "acknowledged", DRAFTERS, Power.ACT,
            _("The unit addressed acknowledges the memorandum."),
            "UN-73", scope=Scope.ACTION_UNIT,
        ),
        Transition(
            "void", _BEFORE_ISSUE, "void", SUBMITTERS, Power.DRAFT,
            _("The drafting unit gives the memorandum up; nothing is deleted."),
            "Noark 5 3.2.19", (REASON,), scope=Scope.FROM_UNIT,
        ),
    ),
    frozenset({"acknowledged", "void"}),
)  # fmt: skip
