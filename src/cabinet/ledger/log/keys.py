"""The keys of the log, outside the database: one that signs, one that salts what is not shown.

Both are made at the first use and readable by their owner only. Losing the signing key loses no
history: a new one is put in its place, and auditors are told on paper.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from clearance.ledger.export import KEY, KEYS, add_key
from clearance.ledger.keychain import handed_over
from clearance.ledger.note import PublicKey, SigningKey, new_key, read_signing_key
from clearance.ledger.tiles import Folder

SALT = "log.salt"
_SIGNING = "log.key"


def signing_key() -> SigningKey:
    """Return the key that signs the log, made with its public part where there is none.

    :raises BadNote: the file holds no key.
    """
    path = Path(settings.KEYS) / _SIGNING
    if not path.exists():
        _made(path, new_key(settings.LEDGER_NAME, secrets.token_bytes(32)).written())
    key = read_signing_key(path.read_text(encoding="utf-8"))
    if not (Path(settings.LEDGER) / KEY).exists():
        _publish(key.public)
    return key


def salt() -> bytes:
    """Return the secret by which an entry commits to what it does not show."""
    path = Path(settings.KEYS) / SALT
    if not path.exists():
        _made(path, secrets.token_hex(32))
    return bytes.fromhex(path.read_text(encoding="utf-8").strip())


def replace_key(*, lost: bool) -> tuple[SigningKey, SigningKey | None]:
    """Put a new signing key in the place of the one in use; return it and the old one.

    The old key names the new one, so that what was remembered under it stays good. ``lost``: it
    cannot; the log then has a new first key, and auditors must be given it by hand.
    """
    path = Path(settings.KEYS) / _SIGNING
    new = new_key(settings.LEDGER_NAME, secrets.token_bytes(32))
    old = None if lost else signing_key()
    kept = path.with_name(f"{_SIGNING}.{new.public.hash.hex()}.coming")
    _made(kept, new.written())
    if old is None:
        _publish(new.public)
        with suppress(FileNotFoundError):
            (Path(settings.LEDGER) / KEYS).unlink()
    else:
        add_key(Path(settings.LEDGER), handed_over(old, new.public))
    kept.replace(path)
    return new, old


def _publish(key: PublicKey) -> None:
    Folder(Path(settings.LEDGER)).replace(KEY, f"{key}\n".encode())


def _made(path: Path, told: str) -> None:
    """Write a secret once; the first of two processes wins, and the other reads what it wrote."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    coming = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(coming, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(told + "\n")
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(coming, path)
    coming.unlink()
