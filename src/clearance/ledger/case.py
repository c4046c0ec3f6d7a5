"""A case: the entries of one paper with their proofs, its files, and a signed list of it all.

checkpoint, log.pub, keys, cosigned, openings.jsonl, files/    as in an export of the log
entries/17.json            one entry, byte for byte
proofs/17.tlog-proof       that it stands in the log
case                       the SHA-256 and the path of every file, signed by the log's key
anything else              for people (the record in sentences); the list covers it too
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence

from clearance.ledger import tree
from clearance.ledger.checkpoint import Checkpoint, read_checkpoint
from clearance.ledger.entries import Judge
from clearance.ledger.export import COSIGNED, KEY, KEYS, OPENINGS, STORE, notes_in, openings_in
from clearance.ledger.fault import Fault, fault
from clearance.ledger.keychain import BrokenChain, followed
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import BadNote, Note, PublicKey, SigningKey, is_signed, read_note, signed
from clearance.ledger.package import Package, sha256_in
from clearance.ledger.proof import read_proof
from clearance.ledger.tiles import Damaged
from clearance.ledger.verify import Asked, quorum_of, signatures

CASE = "case"
_WORD = "case"  # the second line of the list: no checkpoint can be taken for one
_ENTRY = re.compile(r"entries/(?P<seq>[1-9]\d{0,17})\.json")
_LISTED = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<path>\S.*)")


def entry_path(seq: int) -> str:
    """Return the path of an entry, by its number from 1."""
    return f"entries/{seq}.json"


def proof_path(seq: int) -> str:
    """Return the path of an entry's proof."""
    return f"proofs/{seq}.tlog-proof"


def listed(files: Mapping[str, str], key: SigningKey) -> Note:
    """Return the signed list of a case's files: path -> SHA-256 in hex."""
    lines = "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(files.items()))
    return signed(f"{key.name}\n{_WORD}\n{lines}", [key])


def is_case(package: Package) -> bool:
    """Tell whether a package holds a case and not a whole log."""
    return CASE in package.names()


class PackageStore:
    """The files of the papers inside a package."""

    def __init__(self, package: Package) -> None:
        """Name the package."""
        self._package = package

    def content_of(self, sha256: str) -> str | None:
        """Return the SHA-256 of a file's bytes as they are now; None: it is not there."""
        return sha256_in(self._package, f"{STORE}/{sha256[:2]}/{sha256[2:]}")

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 by which each file is named."""
        for name in self._package.names():
            if name.startswith(f"{STORE}/"):
                yield name.removeprefix(f"{STORE}/").replace("/", "")


def verify_case(package: Package, asked: Asked) -> Iterator[Fault]:
    """Yield everything that is wrong with a case.

    ``asked`` says against which keys, checkpoints and witnesses; what is in the package is read
    from there. The other papers of the house are not in it, so numbers are not counted.
    """
    names = list(package.names())
    try:
        keys = followed(asked.key, asked.handed_over)
        note = read_note(_text(package, CHECKPOINT))
        checkpoint = read_checkpoint(note)
        told = read_note(_text(package, CASE))
    except BrokenChain as error:
        yield fault("VER018", why=error)
        return
    except (BadNote, Damaged, FileNotFoundError) as error:
        yield fault("VER003", why=error)
        return
    yield from signatures(note, asked, keys)
    if len(keys) > 1:
        yield fault("VER026", count=len(keys) - 1, key=keys[-1])
    yield from quorum_of(note, asked)
    yield from _files(package, names, told, keys)
    yield from _remembered(checkpoint, asked, [*keys, *asked.former])
    yield from _entries(package, names, checkpoint, asked)


def _files(
    package: Package, names: Sequence[str], told: Note, keys: Sequence[PublicKey]
) -> Iterator[Fault]:
    """Compare every file with the signed list."""
    first, word, *lines = told.text.split("\n")[:-1]
    found = [_LISTED.fullmatch(line) for line in lines]
    if first != keys[-1].name or word != _WORD or not any(is_signed(told, key) for key in keys):
        yield fault("CAS001", name=keys[-1].name)
    wanted = {match["path"]: match["sha256"] for match in found if match is not None}
    for path, sha256 in wanted.items():
        content = sha256_in(package, path)
        if content is None:
            yield fault("CAS003", path=path)
        elif content != sha256:
            yield fault("CAS002", path=path)
    seen: set[str] = set()
    for name in names:
        if name in seen or (name not in wanted and name != CASE):
            yield fault("CAS004", path=name)
        seen.add(name)


def _remembered(checkpoint: Checkpoint, asked: Asked, keys: Sequence[PublicKey]) -> Iterator[Fault]:
    for name, told in asked.remembered:
        try:
            note = read_note(told)
            older = read_checkpoint(note)
        except BadNote as error:
            yield fault("VER003", why=f"{name}: {error}")
            continue
        if not any(is_signed(note, key) for key in keys):
            yield fault("VER009", name=name, key=asked.key.name)
        elif older.size != checkpoint.size:
            yield fault("VER025", name=name, older=older.size, size=checkpoint.size)
        elif older.root != checkpoint.root:
            yield fault("VER008", name=name, older=older.size)


def _entries(
    package: Package, names: Sequence[str], checkpoint: Checkpoint, asked: Asked
) -> Iterator[Fault]:
    """Judge the entries in their order, each by its proof and by what is shown of it."""
    found = (_ENTRY.fullmatch(name) for name in set(names))
    order = sorted(int(match["seq"]) for match in found if match is not None)
    openings = openings_in(_lines(package)) if OPENINGS in names else None
    store = PackageStore(package) if any(name.startswith(f"{STORE}/") for name in names) else None
    judge = Judge(store=asked.store or store, openings=openings, replays=asked.replays)
    for done, seq in enumerate(order, start=1):
        try:
            entry = package.read(entry_path(seq))
            yield from _proven(package, seq, entry, checkpoint)
        except (Damaged, FileNotFoundError) as error:
            yield fault("CAS003", path=error)
            continue
        yield from judge.entry(seq, entry)
        asked.told(done, len(order))
    yield from judge.rest()


def _proven(package: Package, seq: int, entry: bytes, checkpoint: Checkpoint) -> Iterator[Fault]:
    try:
        proof = read_proof(_text(package, proof_path(seq)))
    except (BadNote, Damaged, FileNotFoundError) as error:
        yield fault("CAS006", seq, why=error)
        return
    try:
        if proof.index != seq - 1:
            raise tree.WrongProof("The proof is of another entry.")
        tree.verify_inclusion(
            proof.index, checkpoint.size, tree.leaf_hash(entry), proof.hashes, checkpoint.root
        )
    except tree.WrongProof:
        yield fault("CAS005", seq)


def _lines(package: Package) -> Iterator[str]:
    with (
        package.open(OPENINGS) as file,
        io.TextIOWrapper(file, encoding="utf-8", errors="replace") as lines,
    ):
        yield from lines


def keys_in(package: Package) -> list[Note]:
    """Return the notes by which each key named the next; :raises BadNote: one is none."""
    return _notes(package, KEYS)


def cosigned_in(package: Package) -> list[Note]:
    """Return the checkpoints that witnesses cosigned; :raises BadNote: one is none."""
    return _notes(package, COSIGNED)


def key_in(package: Package) -> str:
    """Return the text of the log's key; :raises FileNotFoundError: it is not there."""
    return _text(package, KEY)


def _notes(package: Package, path: str) -> list[Note]:
    try:
        return notes_in(_text(package, path))
    except FileNotFoundError:
        return []


def _text(package: Package, path: str) -> str:
    try:
        return package.read(path).decode()
    except UnicodeDecodeError as error:
        raise BadNote(f"The file {path} is no text.") from error
