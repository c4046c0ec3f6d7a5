"""What departments see of the house itself: who works in it, in which posts; never a password."""

from __future__ import annotations

from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post, Unit
from cabinet.ledger.doors import Sight

SIGHTS = (
    Sight(Officer, told=(("password", "''"), ("last_login", "NULL"))),
    Sight(Unit),
    Sight(Post),
    Sight(Holding),
    Sight(Delegation),
    Sight(Ending),
)
