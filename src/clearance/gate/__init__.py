"""The gate: three tables of lawful acts and one engine. What is not listed is refused."""

from clearance.gate.incoming import INCOMING
from clearance.gate.memoranda import MEMORANDA
from clearance.gate.outgoing import OUTGOING
from clearance.gate.refusal import (
    FourEyes,
    NoAuthorityToSign,
    NotAuthorised,
    NotInState,
    Outdated,
    PapersMissing,
    Refused,
    ReviewOpen,
    Unmet,
)
from clearance.gate.situation import Asked, Scope, Situation
from clearance.gate.transition import (
    Need,
    Ruling,
    Table,
    Transition,
    authority_to,
    not_authorised,
    rule_on,
)
from clearance.terms import Flow

TABLES: dict[Flow, Table] = {table.flow: table for table in (INCOMING, OUTGOING, MEMORANDA)}

__all__ = [
    "INCOMING",
    "MEMORANDA",
    "OUTGOING",
    "TABLES",
    "Asked",
    "FourEyes",
    "Need",
    "NoAuthorityToSign",
    "NotAuthorised",
    "NotInState",
    "Outdated",
    "PapersMissing",
    "Refused",
    "ReviewOpen",
    "Ruling",
    "Scope",
    "Situation",
    "Table",
    "Transition",
    "Unmet",
    "authority_to",
    "not_authorised",
    "rule_on",
]
