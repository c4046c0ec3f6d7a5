"""The words of the house: kinds of document, urgency, confidentiality, posts, checks, calendars."""

from clearance.terms.checks import Check, Outcome
from clearance.terms.papers import (
    AddresseeLevel,
    Channel,
    Confidentiality,
    Flow,
    Kind,
    Language,
    Urgency,
)
from clearance.terms.posts import Power, Role

__all__ = [
    "AddresseeLevel",
    "Channel",
    "Check",
    "Confidentiality",
    "Flow",
    "Kind",
    "Language",
    "Outcome",
    "Power",
    "Role",
    "Urgency",
]
