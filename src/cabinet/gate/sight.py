"""What the drafting unit sees of the gate: that its text was cleared, and who signed it."""

from __future__ import annotations

from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.doors import Sight

_ON_A_KNOWN_TEXT = "EXISTS (SELECT 1 FROM [[review_known]] AS t WHERE t.id = SEEN.revision_id)"

SIGHTS = (Sight(Clearance, _ON_A_KNOWN_TEXT), Sight(Signature, _ON_A_KNOWN_TEXT))
