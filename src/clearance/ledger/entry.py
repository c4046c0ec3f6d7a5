"""An entry of the log: one event of the record in canonical form, without the text of any paper.

An event holds free text and names only as SHA-256, and a short name can be guessed from its hash.
So in an entry each of these stands as a commitment: the SHA-256 of a secret salt and the hash. Who
is given the salt can tell what was written; who is not, learns nothing and verifies all the same.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple, NoReturn

# What an event tells as a hash beside its digests: they cover a paper's subject and its enclosures.
_HASHED = ("facts", "enclosures")
_NO_FRACTIONS = "An entry holds no fractions."


def _refuse_fraction(_told: str) -> NoReturn:
    raise ValueError(_NO_FRACTIONS)


# Made once: making them took as long as what they do.
_read = json.JSONDecoder(parse_float=_refuse_fraction).decode
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Event(NamedTuple):
    """One row of the record. ``payload``: JSON as the database wrote it; ``hash``: of its chain."""

    seq: int
    table: str
    row: int
    amends: int
    at: str
    payload: str
    hash: str


@dataclass(frozen=True)
class Opening:
    """What opens one commitment of an entry: its salt and the hash that was committed to, hex.

    ``text``: what the hash is of, in the clear; None: it is withheld.
    """

    seq: int
    name: str
    salt: str
    hash: str
    text: str | None = None


def canonical(value: Any) -> bytes:
    """Return JSON in the one form of RFC 8785, for texts, whole numbers, truth values and null.

    :raises ValueError: the value holds a fraction, whose form we would have to argue about.
    """
    if _has_fraction(value):
        raise ValueError(_NO_FRACTIONS)
    return _written(value).encode()


def entry_of(event: Event, secret: bytes) -> bytes:
    """Return the entry of an event. The same event and secret give the same bytes for ever."""
    payload = _read(event.payload)
    for name, hashed in _committed(payload):
        _put(payload, name, _commitment(_salt(secret, event.seq, name), hashed))
    told = {
        "amends": event.amends,
        "at": event.at,
        "hash": _commitment(_salt(secret, event.seq, "hash"), event.hash),
        "payload": payload,
        "row": event.row,
        "seq": event.seq,
        "table": event.table,
    }
    return _written(told).encode()


def openings_of(event: Event, secret: bytes) -> Iterator[Opening]:
    """Yield what opens each commitment of the event's entry."""
    for name, hashed in [*_committed(json.loads(event.payload)), ("hash", event.hash)]:
        yield Opening(event.seq, name, _salt(secret, event.seq, name).hex(), hashed)


def opens(opening: Opening, entry: dict[str, Any]) -> bool:
    """Tell whether an opening is of this entry and fits what it committed to."""
    if entry.get("seq") != opening.seq:
        return False
    if opening.text is not None and sha256(opening.text.encode()).hexdigest() != opening.hash:
        return False
    told = entry.get("hash") if opening.name == "hash" else _get(entry["payload"], opening.name)
    try:
        return told == _commitment(bytes.fromhex(opening.salt), opening.hash)
    except ValueError:  # a salt that is not hex opens nothing
        return False


def _committed(payload: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the names and hashes that an entry does not show."""
    digests = payload.get("digests") or {}
    found = [(f"digests.{name}", str(digests[name])) for name in sorted(digests)]
    return found + [(name, str(payload[name])) for name in _HASHED if payload.get(name)]


def _put(payload: dict[str, Any], name: str, value: str) -> None:
    _, inside, within = name.partition("digests.")
    if inside:
        payload["digests"][within] = value
    else:
        payload[name] = value


def _get(payload: dict[str, Any], name: str) -> object:
    _, inside, within = name.partition("digests.")
    return (payload.get("digests") or {}).get(within) if inside else payload.get(name)


def _salt(secret: bytes, seq: int, name: str) -> bytes:
    return hmac.digest(secret, f"{seq}/{name}".encode(), "sha256")[:16]


def _commitment(salt: bytes, hashed: str) -> str:
    return sha256(salt + hashed.encode()).hexdigest()


def _has_fraction(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_fraction(each) for each in value.values())
    if isinstance(value, list):
        return any(_has_fraction(each) for each in value)
    return isinstance(value, float)
