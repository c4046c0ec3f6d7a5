"""What a backup holds, written beside it: enough to verify it without the office."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cabinet.ledger.head import Head

FILE = "manifest.json"


class BadBackup(ValueError):
    """A backup is damaged, or is none; nothing was changed."""


@dataclass(frozen=True)
class Manifest:
    """One backup: its moment (UTC), its engine, its copy of the database, the head of the record.

    ``files`` names the SHA-256 of every file that the papers of this backup need, sorted.
    """

    made_at: str
    engine: str
    database: str
    database_sha256: str
    head: Head
    files: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write the manifest into a backup's folder."""
        told = asdict(self) | {"head": self.head._asdict()}
        (folder / FILE).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a backup.

    :raises BadBackup: the folder holds none, or one that cannot be read.
    """
    try:
        told = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return Manifest(
            made_at=told["made_at"],
            engine=told["engine"],
            database=told["database"],
            database_sha256=told["database_sha256"],
            head=Head(**told["head"]),
            files=tuple(told["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadBackup(f"{folder} holds no backup that can be read: {error}") from error
