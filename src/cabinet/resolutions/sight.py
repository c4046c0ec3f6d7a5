"""What departments see of the register of resolutions: all but who cites them unseen."""

from __future__ import annotations

from cabinet.ledger.doors import Sight
from cabinet.resolutions.models import Citation, Directive, Resolution

SIGHTS = (
    Sight(Resolution),
    Sight(Directive),
    Sight(
        Citation, "EXISTS (SELECT 1 FROM [[registry_revision]] AS v WHERE v.id = SEEN.revision_id)"
    ),
)
