"""What departments see of the directory: all of it, for it tells nothing of any paper."""

from __future__ import annotations

from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.ledger.doors import Sight

SIGHTS = (Sight(Country), Sight(Correspondent), Sight(Incumbent), Sight(SignatoryCell))
