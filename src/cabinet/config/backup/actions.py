"""Making a backup, verifying one, and restoring an office from one."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.config.backup.database import COPIES, copy_database, load_database
from cabinet.config.backup.files import (
    Copied,
    copy_files,
    damaged_files,
    flush_folder,
    sha256_of,
)
from cabinet.config.backup.manifest import BadBackup, Manifest, read_manifest
from cabinet.ledger.log.export import copy_log
from cabinet.ledger.log.keys import SALT
from clearance.ledger.export import KEY
from clearance.ledger.log import CHECKPOINT

_FILES = "files"
_LOG = "ledger"
# The columns that name a file in the store; a column of this kind anywhere counts.
_NAMES_A_FILE = ("sha256", "proof_sha256")


class Made(NamedTuple):
    """A backup that was made: its folder, its manifest, and what was copied."""

    folder: Path
    manifest: Manifest
    copied: Copied


def make_backup(to: Path, at: datetime, told: Callable[[int], None]) -> Made:
    """Make a backup in a folder of its own below ``to`` and return it.

    The office may work meanwhile: the database is copied first, and every file that it names was
    in the store before the row that names it.

    :raises BadBackup: a file is lacking or damaged, or another backup is being made there.
    """
    name = f"{at:%Y-%m-%dT%H-%M-%SZ}"
    with _alone_in(to):
        making = to / f".making-{name}"
        shutil.rmtree(making, ignore_errors=True)  # of a backup that was interrupted
        making.mkdir()
        _copy_log(making / _LOG)  # before the database: a log may lack events, never have more
        copy = making / COPIES[connection.vendor]
        head = copy_database(connection, copy)
        wanted = files_named(connection)
        copied = copy_files(wanted, Path(settings.FILES), to / _FILES, told)
        if copied.bad:
            raise BadBackup(
                f"{len(copied.bad)} files of papers are lacking or damaged in the store: "
                f"{', '.join(copied.bad[:3])}. The backup was not made; what was copied stays. "
                "Restore these files from an earlier backup first."
            )
        manifest = Manifest(
            made_at=at.isoformat(timespec="seconds"),
            engine=connection.vendor,
            database=copy.name,
            database_sha256=sha256_of(copy),
            head=head,
            files=tuple(wanted),
        )
        manifest.write(making)
        flush_folder(making)
        making.rename(to / name)
        flush_folder(to)
    return Made(to / name, manifest, copied)


def files_named(using: BaseDatabaseWrapper) -> list[str]:
    """Return the SHA-256 of every file that a row of the office names, sorted."""
    found: set[str] = set()
    with using.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.concrete_fields:
                if field.column in _NAMES_A_FILE:
                    cursor.execute(
                        f'SELECT DISTINCT "{field.column}" FROM "{model._meta.db_table}"'
                    )
                    found.update(row[0] for row in cursor.fetchall() if row[0])
    return sorted(found)


def newest_backup(of: Path) -> Path:
    """Return the newest whole backup below a folder.

    :raises BadBackup: there is none.
    """
    found = sorted(path.parent for path in of.glob("[0-9]*Z/manifest.json"))
    if not found:
        raise BadBackup(f"{of} holds no backup.")
    return found[-1]


def verify_backup(backup: Path) -> Manifest:
    """Return the manifest of a backup that was read to its last byte and is whole.

    :raises BadBackup: naming what is lacking or damaged.
    """
    manifest = read_manifest(backup)
    if sha256_of(backup / manifest.database) != manifest.database_sha256:
        raise BadBackup(f"{backup / manifest.database} is lacking, or not as it was written.")
    if damaged := damaged_files(manifest.files, backup.parent / _FILES):
        raise BadBackup(
            f"{len(damaged)} files of the backup are lacking or damaged: {', '.join(damaged[:3])}"
        )
    return manifest


def restore(backup: Path, told: Callable[[int], None]) -> tuple[Manifest, Copied]:
    """Bring an office back from a whole backup into an empty place, and put its guards up.

    Nothing is overwritten: the place of the database must be empty, and the files of the store
    stay beside those that come.

    :raises BadBackup: the backup is not whole, or the place is not empty; nothing was changed.
    """
    manifest = verify_backup(backup)
    if manifest.engine != connection.vendor:
        raise BadBackup(
            f"The backup is of {manifest.engine}, and DATABASE_URL names {connection.vendor}. "
            "Set DATABASE_URL to a new, empty database of that engine."
        )
    connection.close()
    load_database(backup / manifest.database, connection)
    copied = copy_files(manifest.files, backup.parent / _FILES, Path(settings.FILES), told)
    if copied.bad:  # it was whole a moment ago: the disk is failing
        raise BadBackup(f"{len(copied.bad)} files could not be copied: {', '.join(copied.bad[:3])}")
    _restore_log(backup / _LOG)
    call_command("migrate", verbosity=0)
    return manifest, copied


def _copy_log(to: Path) -> None:
    """Copy the signed log and the salt of its entries; the key that signs stays where it is."""
    to.mkdir()
    if (Path(settings.LEDGER) / CHECKPOINT).exists():
        copy_log(to)
    elif (public := Path(settings.LEDGER) / KEY).exists():
        shutil.copyfile(public, to / KEY)
    if (salt := Path(settings.KEYS) / SALT).exists():
        shutil.copy2(salt, to / SALT)


def _restore_log(kept: Path) -> None:
    """Bring the log back, unless one is there: then that one says what was lost."""
    if not kept.exists() or (Path(settings.LEDGER) / CHECKPOINT).exists():
        return
    shutil.copytree(kept, settings.LEDGER, ignore=shutil.ignore_patterns(SALT), dirs_exist_ok=True)
    salt = Path(settings.KEYS) / SALT
    if not salt.exists() and (kept / SALT).exists():
        salt.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(kept / SALT, salt)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BadBackup(f"Another backup is being made in {folder}.") from error
        yield
