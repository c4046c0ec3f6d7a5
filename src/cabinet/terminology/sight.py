"""What departments see of the register of terms: what is in force and not kept from drafters."""

from __future__ import annotations

from cabinet.ledger.doors import Shown, Sight
from cabinet.terminology.models import Decision, Edition

SHOWN = (
    # Of each entry the newest edition that was adopted, or came with the house.
    Shown(
        "terminology_standing",
        """SELECT MAX(e.id) AS id FROM [[base terminology_edition]] AS e
        WHERE e.by_id IS NULL OR EXISTS (SELECT 1 FROM [[base terminology_decision]] AS d
            WHERE d.edition_id = e.id AND d.adopted)
        GROUP BY e.code""",
    ),
)

SIGHTS = (
    Sight(
        Edition,
        """NOT SEEN.kept_from_drafters
        AND EXISTS (SELECT 1 FROM [[terminology_standing]] AS s WHERE s.id = SEEN.id)""",
    ),
    # That it was adopted; why is the Cabinet's.
    Sight(
        Decision,
        "EXISTS (SELECT 1 FROM [[terminology_edition]] AS e WHERE e.id = SEEN.edition_id)",
        told=(("reason", "''"),),
    ),
)
