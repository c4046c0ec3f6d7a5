"""Settings read from the environment, each of one type; a bad value is refused by its name.

Nothing here knows what a setting means: that stands in ``settings.py``.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from clearance.ledger.note import COSIGNATURE, BadNote, PublicKey, read_key


class BadSetting(SystemExit):
    """A setting has a value that cannot be used; the message names it and says what is allowed."""

    def __init__(self, name: str, value: str, allowed: str) -> None:
        super().__init__(f"The setting {name} is {value!r}. Allowed: {allowed}.")


def read_text(name: str, default: str) -> str:
    """Return the setting as text; an empty value counts as not set."""
    return os.environ.get(name, "") or default


def read_flag(name: str, *, default: bool) -> bool:
    """Return the setting as yes or no.

    :raises BadSetting: for any word but 1, true, yes, on, 0, false, no, off.
    """
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(name, value, "1, true, yes, on, 0, false, no or off")


def read_number(name: str, default: int, *, least: int, most: int) -> int:
    """Return the setting as a whole number between two limits, both allowed.

    :raises BadSetting: where it is no number or outside the limits.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    plain = value.isascii() and value.isdigit() and len(value) < 20
    if not plain or not least <= int(value) <= most:
        raise BadSetting(name, value, f"a whole number from {least} to {most}")
    return int(value)


def read_words(name: str, default: list[str]) -> list[str]:
    """Return the setting as words separated by commas."""
    value = os.environ.get(name, "")
    return [word.strip() for word in value.split(",") if word.strip()] or default


def read_witnesses(name: str) -> list[PublicKey]:
    """Return the public keys of witnesses, separated by commas, as ``clearance witness`` made them.

    :raises BadSetting: one is no key of a witness.
    """
    allowed = "keys as in the .pub file of `clearance witness`, separated by commas"
    found = []
    for word in read_words(name, []):
        try:
            key = read_key(word)
        except BadNote:
            raise BadSetting(name, word, allowed) from None
        if key.kind != COSIGNATURE:
            raise BadSetting(name, word, f"{allowed}; this one is no witness's")
        found.append(key)
    return found


def read_folder(name: str, default: Path) -> Path:
    """Return the setting as an absolute folder path; the folder need not exist yet.

    :raises BadSetting: where the path is a file.
    """
    path = Path(os.environ.get(name, "") or default).absolute()
    if path.is_file():
        raise BadSetting(name, str(path), "a folder")
    return path


def read_mail(name: str) -> tuple[str, int, str, str, str]:
    """Return host, port, user, password and sender from ``smtp://user:password@host:port/sender``.

    :raises BadSetting: for anything else; a password is not repeated in it.
    """
    value = os.environ.get(name, "")
    parts = urlsplit(value)
    shown = value.replace(f":{parts.password}@", ":…@") if parts.password else value
    sender = unquote(parts.path.strip("/"))
    try:
        port = parts.port or 25
    except ValueError:
        port = 0
    if parts.scheme != "smtp" or not parts.hostname or "@" not in sender or not port:
        raise BadSetting(name, shown, "smtp://user:password@host:port/sender@domain")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return parts.hostname, port, user, password, sender


def read_database(name: str, default: str) -> dict[str, object]:
    """Return Django's connection settings from ``sqlite:///PATH`` or ``postgresql://...``.

    Several servers (``host:port,host:port``): the office works on the one that takes writes, and
    looks for it anew when a connection breaks.

    :raises BadSetting: for another scheme, a missing database name or a port that is none; a
        password is not repeated in it.
    """
    value = os.environ.get(name, "") or default
    allowed = "sqlite:////path/to/file or postgresql://user@host/name"
    # A URL of newer Pythons has one server in brackets, not several: they are parted before.
    scheme, mark, rest = value.partition("://")
    place, slash, path = rest.partition("/")
    user, at, hosts = place.rpartition("@")
    password = user.partition(":")[2]
    shown = value.replace(f":{password}@", ":…@") if password else value
    try:
        servers = [urlsplit(f"//{each}") for each in hosts.split(",")]
        parts = urlsplit(f"{scheme}{mark}{user}{at}{hosts.split(',')[0]}{slash}{path}")
        ports = [each.port for each in servers]
    except ValueError:
        raise BadSetting(name, shown, f"{allowed}; a port is a number up to 65535") from None
    if parts.scheme == "sqlite" and len(parts.path) > 1:
        return _sqlite(Path("/" + unquote(parts.path).lstrip("/")))
    if parts.scheme in {"postgresql", "postgres"} and len(parts.path) > 1:
        several = {"target_session_attrs": "read-write"} if len(servers) > 1 else {}
        return {
            "ENGINE": "cabinet.ledger.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": ",".join(unquote(each.hostname or "") for each in servers),
            "PORT": ",".join(str(port or "") for port in ports),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            # Statements are planned once for a connection, not once for each row.
            "OPTIONS": {
                "server_side_binding": True,
                "prepare_threshold": 1,
                # The guards refuse what is written on another path. Compiling a question took
                # longer than to answer it: 190 ms instead of 1. A role may set its own defaults,
                # so that what an act is confirmed upon, and how it is written, is said here.
                "options": r"-c search_path=public,\ pg_temp -c jit=off -c synchronous_commit=on "
                r"-c default_transaction_isolation=read\ committed",
                **several,
            },
        }
    raise BadSetting(name, shown, allowed)


def read_department_door(name: str, house: dict[str, object]) -> dict[str, object] | None:
    """Return the settings of the connection by which departments read the house's database.

    On SQLite it is the same file; on PostgreSQL the setting names the departments' own login role.
    None: it is not set.
    :raises BadSetting: for a database of another kind or name, or the same login role.
    """
    if house["ENGINE"] == "django.db.backends.sqlite3":
        return {
            "ENGINE": "cabinet.ledger.doors.sqlite",
            "NAME": house["NAME"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 30,
                "init_command": "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=268435456;",
            },
        }
    if not os.environ.get(name):
        return None
    found = read_database(name, "")
    same = found["ENGINE"] == house["ENGINE"] and found["NAME"] == house["NAME"]
    if not same or found["USER"] in ("", house["USER"]):
        shown = f"…@{found.get('HOST', '')}/{found['NAME']}"
        raise BadSetting(name, shown, "the database of DATABASE_URL under another login role")
    return found | {"ENGINE": "cabinet.ledger.doors.postgresql"}


def _sqlite(path: Path) -> dict[str, object]:
    """Return the settings of an SQLite file on which no confirmed act may be lost.

    ``synchronous=FULL``: NORMAL lost confirmed commits in 236 of 300 simulated power cuts.
    ``recursive_triggers=ON``: without it INSERT OR REPLACE skips the DELETE triggers.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;"
                "PRAGMA recursive_triggers=ON;"
                "PRAGMA temp_store=MEMORY;"
                "PRAGMA wal_autocheckpoint=4000;"
                "PRAGMA mmap_size=268435456;"
            ),
        },
    }
