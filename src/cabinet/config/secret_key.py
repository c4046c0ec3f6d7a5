"""The key that signs sessions: from the environment, else a file that only its owner reads."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cabinet.config.environment import BadSetting


def read_secret_key(path: Path) -> str:
    """Return the key in ``CABINET_SECRET_KEY``, else the one in ``path``, made if absent.

    :raises BadSetting: where the environment's key has fewer than 32 characters.
    """
    key = os.environ.get("CABINET_SECRET_KEY", "")
    if key:
        if len(key) < 32:
            raise BadSetting("CABINET_SECRET_KEY", "…", "32 characters or more")
        return key
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(48))
        try:
            os.link(new, path)  # the first of two starting servers wins, the other reads its key
        except FileExistsError:
            pass
        finally:
            new.unlink()
    return path.read_text().strip()
