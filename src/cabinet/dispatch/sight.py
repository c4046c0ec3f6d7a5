"""What the drafting unit sees of dispatch: the proofs of its own letters."""

from __future__ import annotations

from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.ledger.doors import Sight

_WITH_ITS_PAPER = """EXISTS (SELECT 1 FROM [[registry_known]] AS k
    WHERE k.id = SEEN.item_id AND k.whole)"""

SIGHTS = (Sight(Dispatch, _WITH_ITS_PAPER), Sight(Delivery, _WITH_ITS_PAPER))
