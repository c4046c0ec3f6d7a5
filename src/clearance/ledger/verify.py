"""Verifying a log with no database and no server: its files, its checkpoint, the acts it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clearance.ledger import tree
from clearance.ledger.checkpoint import read_checkpoint, witnesses
from clearance.ledger.cosigning import newest_with_quorum
from clearance.ledger.entries import Judge, Store
from clearance.ledger.entry import Opening
from clearance.ledger.fault import Fault, fault
from clearance.ledger.keychain import BrokenChain, followed
from clearance.ledger.log import Edge, LogReader
from clearance.ledger.note import BadNote, Note, PublicKey, is_signed, read_note
from clearance.ledger.tiles import HASH, WIDTH, Damaged, Reading, tile_path

_LACKING = 6  # files in a row that are not there: what comes after them is not looked for


@dataclass(frozen=True)
class Asked:
    """What is to be verified, and against what.

    ``key`` is the first of the log; ``handed_over`` the notes by which each named the next.
    ``former``: keys of this log that were lost, kept by the auditor. ``remembered``: names and
    texts of checkpoints kept elsewhere. ``cosigned``: checkpoints with witnesses' signatures.
    ``store`` None: the papers' files are not compared. ``openings`` None: nothing is shown.
    ``replays`` False: the acts are not judged.
    """

    key: PublicKey
    remembered: Sequence[tuple[str, str]] = ()
    witnesses: Sequence[PublicKey] = ()
    quorum: int = 0
    cosigned: Sequence[Note] = ()
    store: Store | None = None
    openings: Iterable[Opening] | None = None
    replays: bool = True
    handed_over: Sequence[Note] = ()
    former: Sequence[PublicKey] = ()
    told: Callable[[int, int], None] = field(default=lambda done, size: None)


def verify(files: Reading, checkpoint: str, asked: Asked) -> Iterator[Fault]:
    """Yield everything that is wrong with a log, the checkpoint first, then entry by entry."""
    try:
        reader = LogReader(files, checkpoint)
        keys = followed(asked.key, asked.handed_over)
    except BrokenChain as error:
        yield fault("VER018", why=error)
        return
    except BadNote as error:
        yield fault("VER003", why=error)
        return
    yield from signatures(reader.note, asked, keys)
    if len(keys) > 1:
        yield fault("VER026", count=len(keys) - 1, key=keys[-1])
    whole = True
    for each in _Pass(reader, asked).run():
        whole = whole and not each.code.startswith("VER00")
        yield each
    known = [*keys, *asked.former]
    yield from _remembered(reader, asked, known, whole)
    yield from _quorum(reader, asked, known, whole)


def signatures(note: Note, asked: Asked, keys: Sequence[PublicKey]) -> Iterator[Fault]:
    """Yield what is wrong with the log's own signature and name."""
    if not is_signed(note, keys[-1]):
        yield fault("VER002", name=asked.key.name)
    origin = read_checkpoint(note).origin
    if origin != asked.key.name:
        yield fault("VER017", found=origin, wanted=asked.key.name)


def quorum_of(note: Note, asked: Asked) -> Iterator[Fault]:
    """Yield what lacks of the witnesses that are asked for on one checkpoint."""
    found = len(witnesses(note, asked.witnesses))
    if found < asked.quorum:
        yield fault("VER010", found=found, quorum=asked.quorum)


def _quorum(
    reader: LogReader, asked: Asked, keys: Sequence[PublicKey], whole: bool
) -> Iterator[Fault]:
    """Look for the witnesses that are asked for, on this checkpoint or on an earlier one."""
    lacking = list(quorum_of(reader.note, asked))
    if not lacking:
        return
    earlier = [note for note in asked.cosigned if any(is_signed(note, key) for key in keys)]
    best = newest_with_quorum(earlier, asked.witnesses, asked.quorum)
    if best is None:
        yield from lacking
        return
    older = read_checkpoint(best).size
    yield from _compared(f"({older})", best, reader, whole)
    if older < reader.size:
        yield fault("VER023", older=older, more=reader.size - older)


def _remembered(
    reader: LogReader, asked: Asked, keys: Sequence[PublicKey], whole: bool
) -> Iterator[Fault]:
    """Compare with checkpoints that were kept elsewhere; the tiles are verified by now."""
    for name, told in asked.remembered:
        try:
            note = read_note(told)
            read_checkpoint(note)
        except BadNote as error:
            yield fault("VER003", why=f"{name}: {error}")
            continue
        if not any(is_signed(note, key) for key in keys):
            yield fault("VER009", name=name, key=asked.key.name)
        yield from _compared(name, note, reader, whole)


def _compared(name: str, note: Note, reader: LogReader, whole: bool) -> Iterator[Fault]:
    """Tell where an older checkpoint is of another history, or of a longer one."""
    older = read_checkpoint(note)
    if older.size > reader.size:
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
        self._reader, self._told = reader, asked.told
        self._judge = Judge(store=asked.store, openings=asked.openings, replays=asked.replays)
        self._rows: list[list[tree.Hash]] = [[]]
        self._filled: list[tuple[int, list[tree.Hash]]] = []

    def run(self) -> Iterator[Fault]:
        """Yield what is wrong with the entries, the tiles and the root."""
        sound = True
        lacking = 0
        for index in range(-(-self._reader.size // WIDTH)):
            before = lacking
            for each in self._bundle(index):
                sound = sound and not each.code.startswith("VER00")
                lacking += each.code == "VER001"
                yield each
            lacking = lacking if lacking > before else 0
            if lacking >= _LACKING:  # a forged size may name more files than can be counted
                return
            self._told(min((index + 1) * WIDTH, self._reader.size), self._reader.size)
        for each in self._upper_tiles():
            sound = False
            yield each
        if sound and self._root() != self._reader.checkpoint.root:
            yield fault("VER006")
        yield from self._judge.rest()

    def _bundle(self, index: int) -> Iterator[Fault]:
        try:
            entries = list(self._reader.bundle(index))
        except Damaged as error:
            yield fault("VER001", path=error)
            yield from self._judge.leave_out((index + 1) * WIDTH)
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
        if not self._judge.is_idle:
            for place, entry in enumerate(entries):
                yield from self._judge.entry(index * WIDTH + place + 1, entry)

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
