"""The keys of the log, outside the database: one that signs, one that salts what is not shown.

Both are made when the house is set up and readable by their owner only. Losing the signing key
loses no history: ``cabinet replace_key --lost`` puts a new one in its place, and auditors are told
on paper. It is never replaced in silence: a log whose key is gone is not signed at all.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from cabinet.ledger.log.place import log_folder
from clearance.ledger.export import KEY, KEYS, add_key, read_keys
from clearance.ledger.keychain import followed, handed_over
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import (
    BadNote,
    PublicKey,
    SigningKey,
    new_key,
    read_key,
    read_signing_key,
)
from clearance.ledger.tiles import Folder

SALT = "log.salt"
_SIGNING = "log.key"
_COMING = ".coming"


class CannotSign(RuntimeError):
    """The log is not signed as things stand; nothing was added to it. Says what to do."""


class NoKey(CannotSign):
    """The key that signs the log is not there, is another one, or is open to others."""


def make_keys() -> None:
    """Make the keys of a house that is being set up; where there is a log, nothing is done."""
    if not (log_folder() / KEY).exists():
        signing_key()
        salt()


def signing_key() -> SigningKey:
    """Return the key that signs the log, made with its public part where there is no log yet.

    :raises NoKey: the log has a key, and this is not it. :raises BadNote: the file holds no key.
    """
    path = Path(settings.KEYS) / _SIGNING
    folder = log_folder()
    if not (folder / KEY).exists():
        if (folder / CHECKPOINT).exists() or (folder / KEYS).exists():
            raise NoKey(
                f"The file {KEY} is not in {folder}, though the log was begun. Put it back from "
                "a backup or from what the auditors keep."
            )
        if not path.exists():
            _made(path, new_key(settings.LEDGER_NAME, secrets.token_bytes(32)).written())
        key = _read(path)
        _publish(key.public)
        return key
    wanted = keys_of_the_log()[-1]
    coming = _coming(wanted)
    if coming.exists():  # the key was being replaced when the machine stopped
        coming.replace(path)
    if not path.exists():
        raise NoKey(
            f"The key that signs the log is not in {path.parent}. Put it back from where it is "
            "kept, or run `cabinet replace_key --lost` and hand the new key to the auditors."
        )
    key = _read(path)
    if key.public != wanted:
        raise NoKey(
            f"The key in {path} is not the one that the log names ({wanted}). Put that key back, "
            "or run `cabinet replace_key --lost` and hand the new key to the auditors."
        )
    return key


def keys_of_the_log() -> list[PublicKey]:
    """Return the public keys of the log, the one in use last.

    :raises OSError: the log has none yet. :raises BadNote: they do not follow each other.
    """
    folder = log_folder()
    first = read_key((folder / KEY).read_text(encoding="utf-8"))
    return followed(first, read_keys(folder))


def salt() -> bytes:
    """Return the secret by which an entry commits to what it does not show.

    :raises NoKey: the log was begun with a salt that is not there.
    """
    path = Path(settings.KEYS) / SALT
    if not path.exists():
        if (log_folder() / "tile").exists():
            raise NoKey(
                f"The salt of the log's entries is not in {path.parent}. Put {SALT} back from a "
                "backup: without it no new entry can be compared with the record."
            )
        _made(path, secrets.token_hex(32))
    return bytes.fromhex(path.read_text(encoding="utf-8").strip())


def put_new_key(*, lost: bool) -> SigningKey:
    """Put a new signing key in the place of the one in use, and return it. The log is held.

    The old key names the new one, so that what was remembered under it stays good. ``lost``: it
    cannot; the log then has a new first key, and auditors must be given it by hand. Stopped at any
    point, the old key or the new one signs.

    :raises NoKey: the old key is not there, and it was not said to be lost.
    """
    old = None if lost else signing_key()
    new = new_key(settings.LEDGER_NAME, secrets.token_bytes(32))
    coming = _coming(new.public)
    _made(coming, new.written())
    if old is None:
        (log_folder() / KEYS).unlink(missing_ok=True)
        _publish(new.public)
    else:
        add_key(log_folder(), handed_over(old, new.public))
    coming.replace(Path(settings.KEYS) / _SIGNING)
    return new


def _coming(key: PublicKey) -> Path:
    """Return where a key waits that is to be the one in use."""
    return Path(settings.KEYS) / f"{_SIGNING}.{key.hash.hex()}{_COMING}"


def _read(path: Path) -> SigningKey:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise NoKey(f"Others than its owner may read {path}. Run `chmod 600 {path}`.")
    try:
        return read_signing_key(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadNote("The file holds no signing key.") from error


def _publish(key: PublicKey) -> None:
    Folder(log_folder()).replace(KEY, f"{key}\n".encode())


def _made(path: Path, told: str) -> None:
    """Write a secret once; the first of two processes wins, and the other reads what it wrote."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(told + "\n")
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(waiting, path)
    waiting.unlink()
