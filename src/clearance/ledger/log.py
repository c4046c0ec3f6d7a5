"""Writing and reading a log: entries into tiles, a checkpoint over them, proofs out of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.ledger import tree
from clearance.ledger.checkpoint import Checkpoint, read_checkpoint
from clearance.ledger.note import Note, SigningKey, read_note, signed
from clearance.ledger.tiles import (
    HASH,
    LARGEST_ENTRY,
    WIDTH,
    Damaged,
    Folder,
    Reading,
    bundle_path,
    bundled,
    entries_of,
    tile_path,
)

CHECKPOINT = "checkpoint"
HEIGHT = 8  # levels of the tree in a tile: 2**8 is WIDTH
_HELD = 16  # tiles in memory: the hashes of one proof stand in a few, many in the same


class Edge:
    """The right edge of a growing tree: of each level of tiles the hashes of the tile in hand."""

    def __init__(self) -> None:
        """Begin with the empty tree."""
        self.size = 0
        self.rows: list[list[tree.Hash]] = [[]]

    def add(self, leaf: tree.Hash) -> list[tuple[int, int, bytes]]:
        """Add a leaf; return the tiles that it fills, as level, index and bytes."""
        filled: list[tuple[int, int, bytes]] = []
        self.size += 1
        hashed, level = leaf, 0
        while True:
            row = self.rows[level]
            row.append(hashed)
            if len(row) < WIDTH:
                return filled
            filled.append((level, self._index(level), b"".join(row)))
            hashed = tree.root_of(row)
            row.clear()
            level += 1
            if level == len(self.rows):
                self.rows.append([])

    def _index(self, level: int) -> int:
        """Return the index of the tile that was just filled on a level."""
        return (self.size >> HEIGHT * (level + 1)) - 1

    def partial(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield the tiles that are not full yet, as level, index and bytes."""
        for level, row in enumerate(self.rows):
            if row:
                yield level, self.size >> HEIGHT * (level + 1), b"".join(row)

    def root(self) -> tree.Hash:
        """Return the root of the tree as it is now."""
        below: tree.Hash | None = None
        for row in self.rows:
            below = _above(row, below)
        return tree.EMPTY_ROOT if below is None else below


def _above(row: Sequence[tree.Hash], rest: tree.Hash | None) -> tree.Hash | None:
    """Return the hash above whole subtrees of one size and the smaller rest on their right."""
    if rest is None:
        return tree.root_of(row) if row else None
    if not row:
        return rest
    split = 1 << len(row).bit_length() - 1
    right = _above(row[split:], rest)
    return rest if right is None else tree.node_hash(tree.root_of(row[:split]), right)


class Log:
    """A log that is written: entries are added in batches, each with its checkpoint.

    Killed at any point it goes on where its last checkpoint stands: what lies beyond it in the
    folder is written again with the same bytes.
    """

    def __init__(self, folder: Folder, origin: str, key: SigningKey) -> None:
        """Open the log of a folder, new or as it was left.

        :raises Damaged: a file of it is lacking. :raises BadNote: its checkpoint is none.
        """
        self._folder, self._origin, self._key = folder, origin, key
        self._edge = Edge()
        self._bundle: list[bytes] = []
        try:
            told = folder.read(CHECKPOINT)
        except FileNotFoundError:
            return
        reader = LogReader(folder, told.decode())
        self._edge = reader.edge()
        rest = reader.size % WIDTH
        if rest:
            self._bundle = list(reader.bundle(reader.size // WIDTH))

    @property
    def size(self) -> int:
        """How many entries the log has."""
        return self._edge.size

    def append(self, entries: Sequence[bytes]) -> Note:
        """Add entries, bring them and the checkpoint to the disk, and return the checkpoint.

        :raises ValueError: an entry is longer than a bundle can say; nothing was added.
        """
        if any(len(entry) > LARGEST_ENTRY for entry in entries):
            raise ValueError(f"An entry is longer than {LARGEST_ENTRY} bytes.")
        files: list[tuple[str, bytes]] = []
        full: list[str] = []
        before = self.size
        for entry in entries:
            self._bundle.append(entry)
            if len(self._bundle) == WIDTH:
                path = bundle_path(self.size // WIDTH)
                files.append((path, bundled(self._bundle)))
                full.append(path)
                self._bundle = []
            for level, index, hashes in self._edge.add(tree.leaf_hash(entry)):
                path = tile_path(level, index)
                files.append((path, hashes))
                full.append(path)
        if self._bundle:
            path = bundle_path(self.size // WIDTH, len(self._bundle))
            files.append((path, bundled(self._bundle)))
        files += [
            (tile_path(level, index, len(hashes) // HASH), hashes)
            for level, index, hashes in self._edge.partial()
        ]
        self._folder.write(files)
        note = self.checkpoint()
        self._folder.replace(CHECKPOINT, str(note).encode())
        self._folder.clear(full)
        self._folder.thin(self._in_hand(before))
        return note

    def _in_hand(self, before: int) -> Iterator[tuple[str, int]]:
        """Yield the tiles that were in hand, of which narrower forms are needed no more."""
        yield bundle_path(before // WIDTH), before % WIDTH
        for level in range(len(self._edge.rows)):
            count = before >> HEIGHT * level
            yield tile_path(level, count // WIDTH), count % WIDTH

    def checkpoint(self) -> Note:
        """Return the signed checkpoint of the log as it is now."""
        checkpoint = Checkpoint(self._origin, self.size, self._edge.root())
        return signed(str(checkpoint), [self._key])


class LogReader:
    """A log that is read by the checkpoint over it. Signatures are verified elsewhere."""

    def __init__(self, files: Reading, checkpoint: str) -> None:
        """Take the files and the checkpoint's text; :raises BadNote: it is none."""
        self._files = files
        self.note = read_note(checkpoint)
        self.checkpoint = read_checkpoint(self.note)
        self.size = self.checkpoint.size
        self._held: dict[tuple[int, int], bytes] = {}

    def bundle(self, index: int) -> Iterator[bytes]:
        """Yield the entries of a bundle; :raises Damaged: lacking, or not of that many entries."""
        wanted = min(WIDTH, self.size - index * WIDTH)
        path = bundle_path(index, wanted)
        count = 0
        try:
            for entry in entries_of(self._read(bundle_path(index), path)):
                count += 1
                if count > wanted:
                    break
                yield entry
        except Damaged as error:
            raise Damaged(path) from error
        if count < wanted:
            raise Damaged(path)

    def entries(self) -> Iterator[bytes]:
        """Yield all entries in order; :raises Damaged: a bundle is lacking or breaks off."""
        for index in range(-(-self.size // WIDTH)):
            yield from self.bundle(index)

    def tile(self, level: int, index: int) -> bytes:
        """Return the hashes of a tile, at least as many as the checkpoint covers.

        :raises Damaged: it is lacking or too short.
        """
        held = self._held.get((level, index))
        if held is not None:
            return held
        width = min(WIDTH, (self.size >> HEIGHT * level) - index * WIDTH)
        path = tile_path(level, index, width)
        data = self._read(tile_path(level, index), path)
        if len(data) < width * HASH:
            raise Damaged(path)
        if len(self._held) == _HELD:
            self._held.clear()
        self._held[level, index] = data = data[: width * HASH]
        return data

    def _read(self, full: str, partial: str) -> bytes:
        """Return a file that may be full by now, though the checkpoint knows a part of it."""
        for path in dict.fromkeys((partial, full)):
            try:
                return self._files.read(path)
            except FileNotFoundError:
                continue
        raise Damaged(partial)

    def hash_at(self, level: int, index: int) -> tree.Hash:
        """Return the hash of a whole subtree of 2**level leaves."""
        row, above = divmod(level, HEIGHT)
        first = index << above
        tile = self.tile(row, first // WIDTH)
        begin = first % WIDTH
        hashes = tile[begin * HASH : (begin + (1 << above)) * HASH]
        return tree.root_of([hashes[i : i + HASH] for i in range(0, len(hashes), HASH)])

    def edge(self) -> Edge:
        """Return the right edge of the tree, read from its tiles."""
        edge = Edge()
        edge.size = self.size
        edge.rows = []
        level = 0
        while level == 0 or self.size >> HEIGHT * level:
            whole = self.size >> HEIGHT * level
            tile = self.tile(level, whole // WIDTH) if whole % WIDTH else b""
            edge.rows.append([tile[i : i + HASH] for i in range(0, len(tile), HASH)])
            level += 1
        return edge

    def inclusion_proof(self, index: int) -> list[tree.Hash]:
        """Return the proof that an entry is in the log; :raises IndexError: there is none."""
        return tree.inclusion_proof(index, self.size, self.hash_at)

    def consistency_proof(self, older: int) -> list[tree.Hash]:
        """Return the proof that the log grew out of an older one."""
        return tree.consistency_proof(older, self.size, self.hash_at)
