"""Judging the entries of a log one by one: their order, their time, what is shown, the files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import Any, Protocol

from clearance.ledger.entry import Opening, opens
from clearance.ledger.fault import Fault, fault
from clearance.ledger.note import BadNote
from clearance.ledger.replay import Replay

# An event is timed before it waits for its turn, so two neighbours may differ by a little.
_MAY_DIFFER = timedelta(minutes=2)
_NAMES_A_FILE = ("content_sha256", "proof_sha256")
_ENCLOSURES = "enclosures"


class Store(Protocol):
    """The files of the papers, each under its SHA-256."""

    def content_of(self, sha256: str) -> str | None:
        """Return the SHA-256 of a file's bytes as they are now; None: it is not there."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 by which each file is named that an entry should name."""
        ...


class FolderStore:
    """A store in a folder of this machine.

    ``in_use``: an office puts files there that no entry names yet, so none is strange.
    """

    def __init__(self, place: Path, *, in_use: bool = False) -> None:
        """Name the folder."""
        self._place, self._in_use = place, in_use

    def content_of(self, sha256: str) -> str | None:
        """Return the SHA-256 of a file's bytes as they are now; None: it is not there."""
        try:
            with (self._place / sha256[:2] / sha256[2:]).open("rb") as file:
                return file_digest(file, "sha256").hexdigest()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 by which each file is named."""
        for path in () if self._in_use else sorted(self._place.glob("??/*")):
            yield path.parent.name + path.name


class Judge:
    """Takes entries in their order and tells what is wrong with each.

    ``store`` None: files are not compared. ``replays`` False: the acts are not judged.
    ``openings`` come in the order of the entries and are read as the entries are; None: nothing
    is shown.
    """

    def __init__(
        self, *, store: Store | None, openings: Iterable[Opening] | None, replays: bool
    ) -> None:
        """Begin before the first entry."""
        self._store = store
        self._replay = Replay() if replays else None
        self.is_idle = store is None and openings is None and not replays
        self._openings = iter(openings or ())
        self._next: Opening | None = Opening(0, "", "", "")  # before the first
        self._before: datetime | None = None
        self._shift = 0
        self._files: set[bytes] = set()

    def entry(self, seq: int, told: bytes) -> Iterator[Fault]:
        """Yield what is wrong with the entry that stands at a place, from 1."""
        try:
            entry = json.loads(told)
            found, at = entry["seq"], entry["at"]
            if found - seq != self._shift:  # told where it begins, not of all that follow
                self._shift = found - seq
                yield fault("VER011", seq, found=found)
            yield from self._timed(seq, at)
            yield from self._shown(seq, entry)
            if self._store:
                for name in _NAMES_A_FILE:
                    yield from self._stored(seq, entry["payload"].get(name) or "")
            if self._replay:
                yield from self._replay.read(entry)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield fault("VER016", seq, why=repr(error))

    def leave_out(self, last: int) -> Iterator[Fault]:
        """Pass over what is shown of entries, up to a last one, that are lacking and told so."""
        while self._next is not None and self._next.seq <= last:
            yield from self._go_on()

    def rest(self) -> Iterator[Fault]:
        """Yield what is wrong with files and openings that belong to no entry that was seen."""
        if self._next is not None and self._next.seq == 0:
            yield from self._go_on()
        if self._next is not None:
            yield fault("VER015", self._next.seq, name=self._next.name)
        yield from self._unnamed()

    def _unnamed(self) -> Iterator[Fault]:
        unnamed = 0
        for sha256 in self._store.names() if self._store else ():
            try:
                known = bytes.fromhex(sha256) in self._files
            except ValueError:
                known = False
            if known:
                continue
            content = self._store.content_of(sha256) if self._store else None
            if content != sha256:
                yield fault("VER020", sha256=sha256, found=content)
            else:
                unnamed += 1
        if unnamed:
            yield fault("VER021", count=unnamed)

    def _timed(self, seq: int, at: str) -> Iterator[Fault]:
        moment = datetime.fromisoformat(at)
        if self._before and moment < self._before - _MAY_DIFFER:
            yield fault("VER012", seq, at=at, before=self._before.isoformat())
        self._before = moment

    def _shown(self, seq: int, entry: dict[str, Any]) -> Iterator[Fault]:
        """Compare what is shown of an entry with what it committed to."""
        while self._next is not None and self._next.seq <= seq:
            opening = self._next
            yield from self._go_on()
            if opening.seq == 0:
                continue
            if entry["seq"] != seq:  # told already: it is another entry that stands here
                continue
            if not opens(opening, entry):
                yield fault("VER015", opening.seq, name=opening.name)
            elif opening.name == _ENCLOSURES and self._store:
                for sha256 in opening.hash.split(","):
                    yield from self._stored(seq, sha256)

    def _go_on(self) -> Iterator[Fault]:
        """Read the next opening."""
        try:
            self._next = next(self._openings, None)
        except BadNote as error:
            self._next = None
            yield fault("VER022", why=error)

    def _stored(self, seq: int, sha256: str) -> Iterator[Fault]:
        """Compare a file with its name, once."""
        if not sha256 or self._store is None or bytes.fromhex(sha256) in self._files:
            return
        self._files.add(bytes.fromhex(sha256))
        found = self._store.content_of(sha256)
        if found is None:
            yield fault("VER013", seq, sha256=sha256)
        elif found != sha256:
            yield fault("VER014", seq, sha256=sha256, found=found)
