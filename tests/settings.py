"""The office as the tests run it: no real files, no slow password hashes, no network."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tests.memory import keep_temporary_files_in_memory

keep_temporary_files_in_memory()
os.environ["CABINET_VAR"] = tempfile.mkdtemp(prefix="cabinet-tests-")

from cabinet.config.settings import *  # noqa: E402, F403  (the folders above must be set first)

VAR = Path(os.environ["CABINET_VAR"])
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
NOT_FOUND_MILLISECONDS = 0  # the test that times it sets it
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests that are rolled back see their own writing only by the connection that wrote it; those
# of the two doors open real databases (see ``tests/doors.py``).
DATABASES.pop("department", None)  # noqa: F405
# Pages that are refused or not there are asked for by the thousand; a fault of ours is still told.
LOGGING = LOGGING | {"loggers": {"django.request": {"level": "ERROR"}}}  # noqa: F405
