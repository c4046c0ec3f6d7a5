"""``clearance verify-ledger`` and ``clearance witness``: an auditor, a folder, no server."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from clearance.ledger.case import cosigned_in, is_case, key_in, keys_in, verify_case
from clearance.ledger.checkpoint import read_checkpoint
from clearance.ledger.entries import FolderStore
from clearance.ledger.export import STORE, read_export, read_keys, read_openings
from clearance.ledger.fault import Fault
from clearance.ledger.keychain import followed
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import (
    COSIGNATURE,
    BadNote,
    PublicKey,
    SigningKey,
    new_key,
    read_key,
    read_note,
    read_signing_key,
)
from clearance.ledger.package import Package, package_of
from clearance.ledger.strays import strays
from clearance.ledger.tiles import Damaged, Folder
from clearance.ledger.verify import Asked, verify
from clearance.ledger.witness import Refusal, witness
from clearance.terms import Language

SOUND, WRONG, UNREADABLE = 0, 1, 2
_MOST_TOLD = 100
_LONG = 50_000  # entries: what is shorter is done before a bar could be read
_BAR = 40

_SOUND = {
    Language.ENGLISH: "The log is sound: {size} entries, signed by {name}. Root: {root}",
    Language.FRENCH: (
        "Le journal est intact : {size} inscriptions, signées par {name}. Racine : {root}"
    ),
    Language.ARABIC: "السجل سليم: {size} قيد موقع بمفتاح {name}. الجذر: {root}",
}
_SOUND_CASE = {
    Language.ENGLISH: (
        "The case is sound: its entries stand in the log of {size} entries, signed by {name}. "
        "Root: {root}"
    ),
    Language.FRENCH: (
        "Le dossier est intact : ses inscriptions figurent au journal de {size} inscriptions, "
        "signé par {name}. Racine : {root}"
    ),
    Language.ARABIC: (
        "ملف القضية سليم: قيوده واردة في السجل المؤلف من {size} قيد والموقع بمفتاح {name}. "
        "الجذر: {root}"
    ),
}
_MORE = {
    Language.ENGLISH: "... and {count} more.",
    Language.FRENCH: "... et {count} autres.",
    Language.ARABIC: "... و{count} غيرها.",
}


def add_verify(parser: ArgumentParser) -> None:
    """Take the words of ``clearance verify-ledger``."""
    parser.add_argument(
        "folder", type=Path, metavar="EXPORT",
        help="an export of the ledger, or of one case: a folder or a ZIP file",
    )  # fmt: skip
    parser.add_argument(
        "--checkpoint", type=Path, action="append", default=[], metavar="FILE",
        help="a checkpoint that was kept elsewhere; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="the log's key, kept elsewhere; else the export's"
    )
    parser.add_argument(
        "--witness", type=Path, action="append", default=[], metavar="FILE",
        help="the key of a witness; may be given several times",
    )  # fmt: skip
    parser.add_argument("--quorum", type=int, default=0, help="how many witnesses must have signed")
    _add_former(parser)
    parser.add_argument("--files", type=Path, metavar="DIR", help="the store of the papers' files")
    parser.add_argument(
        "--no-replay", action="store_true", help="the log only, without judging the acts"
    )
    _add_messages(parser)


def add_witness(parser: ArgumentParser) -> None:
    """Take the words of ``clearance witness``."""
    parser.add_argument("folder", type=Path, help="an export of the ledger")
    parser.add_argument(
        "--key", type=Path, required=True, metavar="FILE",
        help="the witness's own key; made, readable by its owner only, where it is not there",
    )  # fmt: skip
    parser.add_argument(
        "--name", help="the witness's name, as a domain; needed when the key is made"
    )
    parser.add_argument(
        "--state", type=Path, required=True, metavar="FILE",
        help="where the last cosigned checkpoint is kept, on the witness's own machine",
    )  # fmt: skip
    parser.add_argument(
        "--log-key", type=Path, metavar="FILE", help="the log's key, kept since the first time"
    )
    _add_former(parser)
    _add_messages(parser)


def _add_former(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--former-key", type=Path, action="append", default=[], metavar="FILE",
        help="a key of this log that was lost, as you were told on paper",
    )  # fmt: skip


def _add_messages(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--messages", choices=[each.value for each in Language], default=Language.ENGLISH.value
    )


def run_verify(given: Namespace) -> int:
    """Verify an export; return 0 if it is sound, 1 if something is wrong, 2 if it is no export."""
    language = Language(given.messages)
    try:
        package = package_of(given.folder)
        checkpoint = package.read(CHECKPOINT).decode()
        store = given.files or given.folder / STORE
        asked = Asked(
            key=_key_in(given.key) if given.key else read_key(key_in(package)),
            remembered=[(str(path), path.read_text(encoding="utf-8")) for path in given.checkpoint],
            witnesses=[_key_in(path) for path in given.witness],
            quorum=given.quorum,
            cosigned=cosigned_in(package),
            store=FolderStore(store) if store.is_dir() else None,
            handed_over=keys_in(package),
            former=[_key_in(path) for path in given.former_key],
            openings=read_openings(given.folder),
            replays=not given.no_replay,
            told=progress(sys.stderr),
        )
        found = _found(package, checkpoint, asked)
    except (OSError, UnicodeDecodeError, BadNote, Damaged) as error:
        sys.stderr.write(f"clearance: {given.folder}: {error}\n")
        return UNREADABLE
    if _told(found, language):
        return WRONG
    _, size, root, *_ = checkpoint.split("\n")
    sound = _SOUND_CASE if is_case(package) else _SOUND
    sys.stdout.write(sound[language].format(size=size, name=asked.key.name, root=root) + "\n")
    return SOUND


def _found(package: Package, checkpoint: str, asked: Asked) -> Iterator[Fault]:
    """Return what is wrong with a case, or with a whole log and the files beside it."""
    if is_case(package):
        return verify_case(package, asked)
    return chain(verify(package, checkpoint, asked), _strays(package, checkpoint))


def _strays(package: Package, checkpoint: str) -> Iterator[Fault]:
    try:
        size = read_checkpoint(read_note(checkpoint)).size
    except BadNote:  # told already
        return
    yield from strays(package.names(), package, size)


def _told(found: Iterator[Fault], language: Language) -> int:
    """Write what was found and return how much of it is grave."""
    count = grave = 0
    for each in found:
        count += 1
        grave += each.grave
        if count <= _MOST_TOLD:
            _tell(each, language)
    if count > _MOST_TOLD:
        sys.stdout.write(_MORE[language].format(count=count - _MOST_TOLD) + "\n")
    return grave


def run_witness(given: Namespace) -> int:
    """Cosign the checkpoint of an export; return 0, 1 where it is refused, 2 if not readable."""
    language = Language(given.messages)
    try:
        checkpoint, offered = read_export(given.folder)
        first = _key_in(given.log_key) if given.log_key else offered
        former = [_key_in(path) for path in given.former_key]
        keys = [*former, *followed(first, read_keys(given.folder))]
        key = _own_key(given.key, given.name)
        last = given.state.read_text(encoding="utf-8") if given.state.exists() else None
        note = witness(Folder(given.folder), checkpoint, last, keys, key, int(time.time()))
    except Refusal as refusal:
        _tell(refusal.fault, language)
        return WRONG
    except (OSError, UnicodeDecodeError, BadNote) as error:
        sys.stderr.write(f"clearance: {error}\n")
        return UNREADABLE
    _keep(given.state, str(note))  # before it is handed out: a promise that is remembered
    Folder(given.folder).replace(CHECKPOINT, str(note).encode())
    sys.stdout.write(str(note))
    return SOUND


def _key_in(path: Path) -> PublicKey:
    return read_key(path.read_text(encoding="utf-8"))


def _own_key(path: Path, name: str | None) -> SigningKey:
    """Return the witness's key, made where there is none, with its public part beside it."""
    if path.exists():
        return read_signing_key(path.read_text(encoding="utf-8"))
    key = new_key(name or "", secrets.token_bytes(32), COSIGNATURE)
    _keep(path, key.written() + "\n")
    _keep(path.with_name(f"{path.name}.pub"), f"{key.public}\n")
    return key


def _keep(path: Path, told: str) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)


def _tell(each: Fault, language: Language) -> None:
    sys.stdout.write(f"{each.code}: {each.told(language)}\n")


def progress(to: TextIO) -> Callable[[int, int], None]:
    """Return what draws a bar of how far the pass is: on a terminal only, for long logs only."""
    shown = -1

    def tell(done: int, size: int) -> None:
        nonlocal shown
        share = 100 * done // max(size, 1)
        if size < _LONG or share == shown or not to.isatty():
            return
        shown = share
        bar = "█" * (share * _BAR // 100)
        to.write(f"\r[{bar:<{_BAR}}] {share:3} %  {done:,} / {size:,}")
        to.write("\n" if done == size else "")
        to.flush()

    return tell
