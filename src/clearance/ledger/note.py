"""Signed notes: a short text with signatures below it, in the C2SP form signed-note.

<text, its last line ended>
<blank line>
— <name> <base64 of four bytes of the key's hash and of the signature>
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_LINE = re.compile(r"— (?P<name>[^\s+]+) (?P<told>[A-Za-z0-9+/=]+)\n")
_NAME = re.compile(r"[^\s+]+")
ED25519 = 1  # the kind of a key that signs notes
COSIGNATURE = 4  # the kind of a key that cosigns checkpoints with the time


class BadNote(ValueError):
    """A note or a key is not written as it must be, or no known key signed it."""


@dataclass(frozen=True)
class PublicKey:
    """A key by which signatures are verified: its name, its kind, its 32 bytes."""

    name: str
    kind: int
    raw: bytes

    @property
    def hash(self) -> bytes:
        """The four bytes that stand before each signature of this key."""
        told = self.name.encode() + b"\n" + bytes([self.kind]) + self.raw
        return sha256(told).digest()[:4]

    def __str__(self) -> str:
        """Return the key as it is handed on: its name, hash and bytes."""
        told = base64.b64encode(bytes([self.kind]) + self.raw).decode()
        return f"{self.name}+{self.hash.hex()}+{told}"

    def verify(self, signed: bytes, signature: bytes) -> bool:
        """Tell whether the signature is this key's."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, signed)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """A key that signs: its name, its kind, its secret 32 bytes. It is never printed whole."""

    name: str
    kind: int
    seed: bytes

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r})"

    @property
    def public(self) -> PublicKey:
        """The key by which its signatures are verified."""
        raw = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return PublicKey(self.name, self.kind, raw)

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)

    def written(self) -> str:
        """Return the key as it is kept in a file that only its owner reads."""
        told = base64.b64encode(bytes([self.kind]) + self.seed).decode()
        return f"PRIVATE+KEY+{self.name}+{self.public.hash.hex()}+{told}"


@dataclass(frozen=True)
class Signature:
    """One line below a note: whose key it names, and what it says."""

    name: str
    hash: bytes
    told: bytes


@dataclass(frozen=True)
class Note:
    """A text and the signatures below it, not yet verified."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """Return the note as it is kept and sent."""
        lines = (
            f"— {each.name} {base64.b64encode(each.hash + each.told).decode()}\n"
            for each in self.signatures
        )
        return f"{self.text}\n{''.join(lines)}"

    def of(self, key: PublicKey) -> Signature | None:
        """Return the line that names this key; None: there is none."""
        for each in self.signatures:
            if (each.name, each.hash) == (key.name, key.hash):
                return each
        return None


def new_key(name: str, seed: bytes, kind: int = ED25519) -> SigningKey:
    """Return the key of a name from 32 random bytes.

    :raises BadNote: the name is empty or holds a blank or a plus.
    """
    if not _NAME.fullmatch(name) or len(seed) != 32:
        raise BadNote(f"No key can be named {name!r}.")
    return SigningKey(name, kind, seed)


def read_key(written: str) -> PublicKey:
    """Return the public key that a line holds; :raises BadNote: it holds none."""
    name, _, rest = written.strip().partition("+")
    hashed, _, told = rest.partition("+")
    raw = _decoded(told)
    if len(raw) != 33:
        raise BadNote(f"{written.strip()[:60]!r} is no key.")
    key = PublicKey(name, raw[0], raw[1:])
    if not _NAME.fullmatch(name) or key.hash.hex() != hashed:
        raise BadNote(f"The key of {name!r} was copied wrongly: its hash does not fit.")
    return key


def read_signing_key(written: str) -> SigningKey:
    """Return the signing key that a file holds; :raises BadNote: it holds none."""
    parts = written.strip().split("+", 4)
    raw = _decoded(parts[4]) if len(parts) == 5 and parts[:2] == ["PRIVATE", "KEY"] else b""
    if len(raw) != 33:
        raise BadNote("The file holds no signing key.")
    key = SigningKey(parts[2], raw[0], raw[1:])
    if key.public.hash.hex() != parts[3]:
        raise BadNote(f"The signing key of {parts[2]!r} was copied wrongly.")
    return key


def read_note(told: str) -> Note:
    """Return the note that a text holds; :raises BadNote: it is no signed note."""
    text, blank, below = told.rpartition("\n\n")
    if not blank or not below.endswith("\n"):
        raise BadNote("No signature stands below the text.")
    signatures = []
    place = 0
    while place < len(below):
        line = _LINE.match(below, place)
        if line is None:
            raise BadNote("A line below the text is no signature.")
        raw = _decoded(line["told"])
        if len(raw) < 5:
            raise BadNote("A signature is too short.")
        signatures.append(Signature(line["name"], raw[:4], raw[4:]))
        place = line.end()
    return Note(f"{text}\n", tuple(signatures))


def signed(text: str, keys: Iterable[SigningKey]) -> Note:
    """Return the text signed by each key."""
    return Note(
        text,
        tuple(Signature(key.name, key.public.hash, key.sign(text.encode())) for key in keys),
    )


def is_signed(note: Note, key: PublicKey) -> bool:
    """Tell whether this key signed the note."""
    line = note.of(key)
    return line is not None and key.verify(note.text.encode(), line.told)


def _decoded(told: str) -> bytes:
    try:
        return base64.b64decode(told, validate=True)
    except binascii.Error as error:
        raise BadNote("What should be base64 is not.") from error
