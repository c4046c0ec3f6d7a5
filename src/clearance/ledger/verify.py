"""Verifying a log with no database and no server: its files, its checkpoint, the acts it tells."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any

from clearance.ledger import tree
from clearance.ledger.checkpoint import read_checkpoint, witnesses
from clearance.ledger.entry import Opening, opens
from clearance.ledger.fault import Fault, fault
from clearance.ledger.keychain import followed
from clearance.ledger.log import Edge, LogReader
from clearance.ledger.note import BadNote, Note, PublicKey, is_signed, read_note
from clearance.ledger.replay import Replay
from clearance.ledger.tiles import HASH, WIDTH, Damaged, Reading, tile_path

# An event is timed before it waits for its turn, so two neighbours may differ by a little.
_MAY_DIFFER = timedelta(minutes=2)
_NAMES_A_FILE = ("content_sha256", "proof_sha256")


@dataclass(frozen=True)
class Asked:
    """What is to be verified, and against what.

    ``key`` is the first of the log; ``handed_over`` the notes by which each named the next.
    ``remembered``: names and texts of checkpoints kept elsewhere. ``store``: the folder of the
    papers' files; None: they are not compared. ``replays`` False: the acts are not judged.
    """

    key: PublicKey
    remembered: Sequence[tuple[str, str]] = ()
    witnesses: Sequence[PublicKey] = ()
    quorum: int = 0
    store: Path | None = None
    openings: Sequence[Opening] = ()
    replays: bool = True
    handed_over: Sequence[Note] = ()
    told: Callable[[int, int], None] = field(default=lambda done, size: None)


def verify(files: Reading, checkpoint: str, asked: Asked) -> Iterator[Fault]:
    """Yield everything that is wrong with a log, the checkpoint first, then entry by entry."""
    try:
        reader = LogReader(files, checkpoint)
        keys = followed(asked.key, asked.handed_over)
    except BadNote as error:
        yield fault("VER003", why=error)
        return
    if not is_signed(reader.note, keys[-1]):
        yield fault("VER002", name=asked.key.name)
    if reader.checkpoint.origin != asked.key.name:
        yield fault("VER017", found=reader.checkpoint.origin, wanted=asked.key.name)
    found = len(witnesses(reader.note, asked.witnesses))
    if found < asked.quorum:
        yield fault("VER010", found=found, quorum=asked.quorum)
    whole = True
    for each in _Pass(reader, asked).run():
        whole = whole and not each.code.startswith("VER00")
        yield each
    yield from _remembered(reader, asked, keys, whole)


def _remembered(
    reader: LogReader, asked: Asked, keys: Sequence[PublicKey], whole: bool
) -> Iterator[Fault]:
    """Compare with checkpoints that were kept elsewhere; the tiles are verified by now."""
    for name, told in asked.remembered:
        try:
            note = read_note(told)
            older = read_checkpoint(note)
        except BadNote as error:
            yield fault("VER003", why=f"{name}: {error}")
            continue
        if not any(is_signed(note, key) for key in keys):
            yield fault("VER009", name=name, key=asked.key.name)
        elif older.size > reader.size:
            yield fault("VER007", name=name, size=reader.size, older=older.size)
        elif older.size and _root_at(older.size, reader, whole) not in (None, older.root):
            yield fault("VER008", name=name, older=older.size)


def _root_at(size: int, reader: LogReader, whole: bool) -> tree.Hash | None:
    """Return the root that the log had at a size; None: its tiles do not tell it any more."""
    if size == reader.size:
        return reader.checkpoint.root
    return tree.root(size, reader.hash_at) if whole else None


class _Pass:
    """One pass over the entries of a log."""

    def __init__(self, reader: LogReader, asked: Asked) -> None:
        self._reader, self._asked = reader, asked
        self._replay = Replay()
        self._rows: list[list[tree.Hash]] = [[]]
        self._filled: list[tuple[int, list[tree.Hash]]] = []
        self._before: datetime | None = None
        self._shift = 0
        self._files: set[bytes] = set()
        self._openings: dict[int, list[Opening]] = {}
        for opening in asked.openings:
            self._openings.setdefault(opening.seq, []).append(opening)

    def run(self) -> Iterator[Fault]:
        """Yield what is wrong with the entries, the tiles and the root."""
        sound = True
        for index in range(-(-self._reader.size // WIDTH)):
            for each in self._bundle(index):
                sound = sound and not each.code.startswith("VER00")
                yield each
            self._asked.told(min((index + 1) * WIDTH, self._reader.size), self._reader.size)
        for each in self._upper_tiles():
            sound = False
            yield each
        if sound and self._root() != self._reader.checkpoint.root:
            yield fault("VER006")

    def _bundle(self, index: int) -> Iterator[Fault]:
        try:
            entries = list(self._reader.bundle(index))
        except Damaged as error:
            yield fault("VER001", path=error)
            return
        hashes = [tree.leaf_hash(entry) for entry in entries]
        try:
            tile = self._reader.tile(0, index)
        except Damaged as error:
            yield fault("VER001", path=error)
            tile = b""
        if tile and b"".join(hashes) != tile:
            for place, hashed in enumerate(hashes):
                if hashed != tile[place * HASH : (place + 1) * HASH]:
                    yield fault("VER004", index * WIDTH + place + 1)
                    break
        self._add(hashes)
        if self._asked.replays or self._asked.store or self._openings:
            for place, entry in enumerate(entries):
                yield from self._entry(index * WIDTH + place + 1, entry)

    def _add(self, hashes: list[tree.Hash]) -> None:
        """Add a bundle's hashes to the tree; what fills a row goes one row up."""
        self._rows[0] = hashes
        level = 0
        while len(self._rows[level]) == WIDTH:
            if level + 1 == len(self._rows):
                self._rows.append([])
            self._rows[level + 1].append(tree.root_of(self._rows[level]))
            if level:
                self._filled.append((level, self._rows[level]))
            self._rows[level] = []
            level += 1

    def _upper_tiles(self) -> Iterator[Fault]:
        """Compare the tiles above the first level with what the entries make."""
        counts: dict[int, int] = {}
        rows = [*self._filled, *((level, row) for level, row in enumerate(self._rows) if row)]
        for level, row in rows:
            if level == 0:
                continue
            index = counts.get(level, 0)
            counts[level] = index + 1
            try:
                tile = self._reader.tile(level, index)
            except Damaged as error:
                yield fault("VER001", path=error)
                continue
            if tile != b"".join(row):
                yield fault("VER005", path=tile_path(level, index, len(row)))

    def _root(self) -> tree.Hash:
        edge = Edge()
        edge.size, edge.rows = self._reader.size, self._rows
        return edge.root()

    def _entry(self, seq: int, told: bytes) -> Iterator[Fault]:
        try:
            entry = json.loads(told)
            found, at = entry["seq"], entry["at"]
            if found - seq != self._shift:  # told where it begins, not of all that follow
                self._shift = found - seq
                yield fault("VER011", seq, found=found)
            yield from self._timed(seq, at)
            for opening in self._openings.get(seq, ()):
                if not opens(opening, entry):
                    yield fault("VER015", seq, name=opening.name)
            if self._asked.store:
                yield from self._stored(seq, entry["payload"], self._asked.store)
            if self._asked.replays:
                yield from self._replay.read(entry)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield fault("VER016", seq, why=repr(error))

    def _timed(self, seq: int, at: str) -> Iterator[Fault]:
        moment = datetime.fromisoformat(at)
        if self._before and moment < self._before - _MAY_DIFFER:
            yield fault("VER012", seq, at=at, before=self._before.isoformat())
        self._before = moment

    def _stored(self, seq: int, payload: dict[str, Any], store: Path) -> Iterator[Fault]:
        for name in _NAMES_A_FILE:
            sha256 = payload.get(name)
            if not sha256 or bytes.fromhex(sha256) in self._files:
                continue
            self._files.add(bytes.fromhex(sha256))
            path = store / sha256[:2] / sha256[2:]
            if not path.exists():
                yield fault("VER013", seq, sha256=sha256)
                continue
            with path.open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
            if found != sha256:
                yield fault("VER014", seq, sha256=sha256, found=found)
