"""Incoming papers: nothing from outside reaches a department before the Cabinet has directed it.

Source: the mandate, first paragraph, and "directs the incoming correspondence ... to the concerned
departments and persons and informs the Secretary-General of the important ones".
"""

from __future__ import annotations

from clearance.gate.needs import (
    ACTION_UNIT,
    ATTACHED,
    COPIES,
    FACTS,
    INFORMED,
    NEW_DAY,
    NOT_ACKNOWLEDGED,
    OPENED,
    OTHER_THAN_REGISTRAR,
    OTHER_UNIT,
    PAPER,
    PAPER_OR_ENVELOPE,
    REASON,
    REPLY_DISPATCHED,
    SEALED,
)
from clearance.gate.situation import Scope
from clearance.gate.transition import Table, Transition
from clearance.terms import Flow, Power, Role
from clearance.terms.posts import CABINET, DRAFTERS, REGISTRY
from clearance.terms.translation import marked as _

_DOOR = REGISTRY | {Role.PRIVATE_SECRETARY}
_ANYBODY = DRAFTERS | {Role.SECRETARY_GENERAL}

INCOMING = Table(
    Flow.INCOMING,
    (
        Transition(
            "receive", ("",), "received", _DOOR, Power.REGISTER,
            _("The Registry takes the paper in; a sealed envelope by its outer marks only."),
            "FR-DECH, FR-CONF: one entry point; sealed mail is not opened",
            (PAPER_OR_ENVELOPE,),
        ),
        Transition(
            "register", ("", "received"), "registered", REGISTRY, Power.REGISTER,
            _("The Registry gives the paper its number; its facts are fixed from here on."),
            "EU-REG1; Noark 5 3.2.22", (OPENED, PAPER, *FACTS),
        ),
        Transition(
            "verify", ("registered",), "verified",
            frozenset({Role.HEAD_OF_REGISTRY}), Power.REGISTER,
            _("The head of the Registry compares the entry with the paper."),
            "Four eyes: our guess", (OTHER_THAN_REGISTRAR,),
        ),
        Transition(
            "direct", ("verified", "withheld"), "directed", CABINET, Power.DIRECT,
            _("The Cabinet directs the paper to one unit for action, to others for information."),
            "Mandate: the Cabinet directs the incoming correspondence; FAH-112b", (ACTION_UNIT,),
        ),
        Transition(
            "refer", ("directed",), "directed", CABINET, Power.DIRECT,
            _("The Cabinet refers the paper from one unit to another."),
            "Mandate: no document reaches a department except through the Cabinet",
            (ACTION_UNIT, OTHER_UNIT, REASON),
        ),
        Transition(
            "copy", ("directed",), None, CABINET, Power.DIRECT,
            _("The Cabinet lets further units have a copy for information."),
            "UN-75: information copies are named", (COPIES,),
        ),
        Transition(
            "send_back", ("directed",), "verified",
            DRAFTERS, Power.ACT,
            _("The unit sends a misdirected paper back to the Cabinet."),
            "Referral between departments goes through the Cabinet (mandate)", (REASON,),
            scope=Scope.ACTION_UNIT,
        ),
        Transition(
            "inform", ("verified", "withheld", "directed"), None, CABINET, Power.DIRECT,
            _("The Cabinet informs the Secretary-General of an important paper."),
            "Mandate: informs the Secretary-General of the important ones", inner=True,
        ),
        Transition(
            "remark", ("verified", "withheld", "directed"), None,
            frozenset({Role.SECRETARY_GENERAL}), Power.DIRECT,
            _("The Secretary-General's remark comes back to the Cabinet as an instruction."),
            "Mandate: the Director-General acts on the Secretary-General's behalf",
            (REASON, INFORMED), inner=True,
        ),
        Transition(
            "extend", ("directed",), None, CABINET, Power.DIRECT,
            _("The Cabinet moves the deadline, with a reason."),
            "UK-HOLD: the reason and the new date are recorded", (NEW_DAY, REASON),
        ),
        Transition(
            "acknowledge", ("registered", "verified", "directed"), None, _DOOR, Power.REGISTER,
            _("The Registry acknowledges receipt to the sender."),
            "FR-DECH: receipt is discharged with date and hour", (NOT_ACKNOWLEDGED,),
        ),
        Transition(
            "withhold", ("verified",), "withheld", CABINET, Power.DIRECT,
            _("The Cabinet keeps the paper in the Cabinet."),
            "Mandate: the security valve of the daily functioning", (REASON,), inner=True,
        ),
        Transition(
            "return_to_sender", ("registered", "verified", "withheld"), "returned_to_sender",
            CABINET, Power.DIRECT,
            _("The Cabinet returns the paper to its sender."),
            "Mandate: the security valve; our guess in detail", (REASON,),
        ),
        Transition(
            "answer", ("directed",), "answered", _DOOR, Power.REGISTER,
            _("The dispatched reply closes the paper that it answers."),
            "Noark 5 3.4.3: incoming answered by one or more outgoing", (REPLY_DISPATCHED,),
        ),
        Transition(
            "close", ("verified", "withheld", "directed"), "closed", CABINET, Power.DIRECT,
            _("The Cabinet closes the paper with a note to the file."),
            "FAH-112b: action is assigned on every paper, even no action", (REASON,),
        ),
        Transition(
            "hand_over", ("received",), "handed_over", _DOOR, Power.REGISTER,
            _("The Registry hands a sealed envelope to the officer whom it names."),
            "FR-CONF: handed to the addressee unopened", (SEALED,),
        ),
        Transition(
            "bring_in", ("handed_over",), "received", _ANYBODY, Power.ACT,
            _("The addressee lets the opened paper enter the circuit."),
            "FR-CONF: it comes back to be registered", (ATTACHED,), scope=Scope.PERSON,
        ),
        Transition(
            "void", ("received", "registered", "verified"), "void",
            frozenset({Role.HEAD_OF_REGISTRY}), Power.REGISTER,
            _("The head of the Registry voids a wrong entry; its number stays used."),
            "Noark 5 3.2.19: never deleted", (REASON,),
        ),
    ),
    frozenset({"answered", "closed", "returned_to_sender", "void"}),
)  # fmt: skip
