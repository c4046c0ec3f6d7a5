"""A paper's case as one signed file: its entries with their proofs, its files, and its record."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.utils import timezone, translation

from cabinet.accounts.duty import Duty
from cabinet.audit.queries import events_of_paper
from cabinet.audit.sentences import lines_of
from cabinet.ledger.log.events import events_of
from cabinet.ledger.log.keys import salt, signing_key
from cabinet.ledger.log.place import alone
from cabinet.ledger.log.sequencer import bring_in_all
from cabinet.ledger.log.shown import shown
from cabinet.ledger.reading import Told, events_in_order
from cabinet.registry.models import Item
from cabinet.registry.store import path_of
from clearance.ledger.case import CASE, entry_path, listed, proof_path
from clearance.ledger.entry import Event, entry_of
from clearance.ledger.export import COSIGNED, KEY, KEYS, OPENINGS, STORE, written_opening
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.note import Note
from clearance.ledger.proof import Proof
from clearance.ledger.tiles import Folder

_MOST_EVENTS = 100_000
_IN_MEMORY = 2**24  # bytes; a larger case is kept on the disk while it is made
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a ZIP file's earliest: its own clock proves nothing
_RECORD = "record.html"


def case_of(*, item: Item, shows: bool, with_files: bool, duty: Duty) -> IO[bytes]:
    """Return the case of a paper as an open ZIP file, to be read from its beginning.

    ``shows``: with names and reasons in the clear; without, the proofs hold all the same.
    ``with_files``: with the paper's files.

    :raises CannotSign: the record is not the log's, or its key is not there.
    :raises OSError: a file is lacking in the store.
    """
    told = events_in_order(after=0, most=_MOST_EVENTS, wanted=events_of_paper(item.pk))
    note = bring_in_all()
    events = _with_their_posts([each.seq for each in told])
    made = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (whoever sends it closes it)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        case = _Case(archive)
        _put_log(case, note, events)
        if shows:
            lines = (written_opening(each) for each in shown(events, salt(), connection))
            case.put(OPENINGS, "".join(lines).encode())
            case.put(_RECORD, _record(told, item, duty).encode())
        if with_files:
            for sha256 in sorted(_files_of(events)):
                case.put_file(f"{STORE}/{sha256[:2]}/{sha256[2:]}", path_of(sha256))
        case.put(CASE, str(listed(case.sums, signing_key())).encode())
    made.seek(0)
    return made


class _Case:
    """A ZIP file in the making, which remembers what was put into it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.sums: dict[str, str] = {}

    def put(self, path: str, data: bytes) -> None:
        """Put a file in."""
        self._archive.writestr(_entry(path), data)
        self.sums[path] = hashlib.sha256(data).hexdigest()

    def put_file(self, path: str, source: Path) -> None:
        """Put a file of this machine in, piece by piece."""
        digest = hashlib.sha256()
        with source.open("rb") as file, self._archive.open(_entry(path), "w") as target:
            while piece := file.read(2**20):
                digest.update(piece)
                target.write(piece)
        self.sums[path] = digest.hexdigest()


def _entry(path: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(path, _FIRST_DAY)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o644 << 16
    return told


def _put_log(case: _Case, note: Note, events: Iterable[Event]) -> None:
    """Put the checkpoint in, the keys, and each entry with its proof."""
    secret = salt()
    with alone() as place:
        case.put(CHECKPOINT, str(note).encode())
        for name in (KEY, KEYS, COSIGNED):
            if (place / name).exists():
                case.put(name, (place / name).read_bytes())
        reader = LogReader(Folder(place), str(note))
        for event in events:
            proof = Proof(event.seq - 1, reader.inclusion_proof(event.seq - 1), str(note))
            case.put(entry_path(event.seq), entry_of(event, secret))
            case.put(proof_path(event.seq), str(proof).encode())


_OF_POSTS = {
    "accounts_post": "{}",
    "accounts_holding": "SELECT id FROM accounts_holding WHERE post_id IN ({})",
    "accounts_delegation": "SELECT id FROM accounts_delegation WHERE post_id IN ({})",
    "accounts_ending": (
        "SELECT e.id FROM accounts_ending AS e LEFT JOIN accounts_holding AS h "
        "ON h.id = e.holding_id LEFT JOIN accounts_delegation AS d ON d.id = e.delegation_id "
        "WHERE COALESCE(h.post_id, d.post_id) IN ({})"
    ),
}


def _with_their_posts(seqs: list[int]) -> list[Event]:
    """Return these events and those that tell of the posts from which was acted, in order."""
    events = events_of(connection, seqs)
    posts = {json.loads(each.payload).get("post_id") for each in events}
    if keys := sorted(post for post in posts if post is not None):
        places = ", ".join(["%s"] * len(keys))
        wanted = {table: (sql.format(places), keys) for table, sql in _OF_POSTS.items()}
        opened = events_in_order(after=0, most=_MOST_EVENTS, wanted=wanted)
        events += events_of(connection, [each.seq for each in opened])
    return sorted(events, key=lambda event: event.seq)


def _files_of(events: Iterable[Event]) -> Iterator[str]:
    """Yield the SHA-256 of each file that the events name, enclosures included, once."""
    seen: set[str] = set()
    for event in events:
        payload: dict[str, Any] = json.loads(event.payload)
        named = (payload.get(name) or "" for name in ("content_sha256", "proof_sha256"))
        for sha256 in chain(named, (payload.get("enclosures") or "").split(",")):
            if sha256 and sha256 not in seen:
                seen.add(sha256)
                yield sha256


def _record(events: list[Told], item: Item, duty: Duty) -> str:
    """Return the case as sentences in each language, for people; the entries are what counts."""
    parts = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            facts = {
                "item": item, "lines": lines_of(events, duty), "at": timezone.now(), "code": code,
                "is_rtl": translation.get_language_bidi(),
            }  # fmt: skip
            parts.append(render_to_string("audit/_case_record.html", facts))
    return render_to_string(
        "audit/case_record.html", {"parts": parts, "name": settings.LEDGER_NAME}
    )
