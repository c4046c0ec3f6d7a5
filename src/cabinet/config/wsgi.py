"""The entrance for a web server. It stays shut while a guard of the gate is missing or altered.

So it does while the departments' door for reading is not as it was declared.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
application = get_wsgi_application()

from cabinet.ledger.doors.installation import require_door  # noqa: E402  (needs the desks loaded)
from cabinet.ledger.guards.watch import require_guards  # noqa: E402  (needs the desks loaded)

require_guards()
require_door()
