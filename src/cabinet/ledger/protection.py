"""The record itself: added to by triggers alone, never changed."""

from __future__ import annotations

from cabinet.ledger.guards import Protected
from cabinet.ledger.models import Event

PROTECTED = (Protected(Event, recorded=False),)
