"""A witness keeps the last checkpoint that it cosigned, and cosigns none that does not follow."""

from __future__ import annotations

from collections.abc import Sequence

from clearance.ledger import tree
from clearance.ledger.checkpoint import cosigned, read_checkpoint
from clearance.ledger.fault import Fault, fault
from clearance.ledger.log import LogReader
from clearance.ledger.note import Note, PublicKey, SigningKey, is_signed, read_note
from clearance.ledger.tiles import Damaged, Reading


class Refusal(ValueError):
    """A checkpoint was not cosigned; ``fault`` says why, and is itself evidence."""

    def __init__(self, fault: Fault) -> None:
        """Hold the reason."""
        super().__init__(fault.code)
        self.fault = fault


def witness(
    files: Reading,
    checkpoint: str,
    last: str | None,
    keys: Sequence[PublicKey],
    key: SigningKey,
    at: int,
) -> Note:
    """Return the checkpoint with the witness's cosignature.

    ``last``: the checkpoint that the witness cosigned before; None: this is the first, which is
    taken on trust. ``keys``: those of the log that the witness knows, the one in use last.
    ``at``: seconds since 1970. Source: C2SP tlog-witness, the checks only.

    :raises Refusal: it is not signed by the log, or did not grow out of the last one.
    :raises BadNote: what should be a checkpoint is none.
    """
    reader = LogReader(files, checkpoint)
    log = keys[-1]
    if not is_signed(reader.note, log) or reader.checkpoint.origin != log.name:
        raise Refusal(fault("VER002", name=log.name))
    if last is not None:
        if not any(is_signed(read_note(last), each) for each in keys):
            raise Refusal(fault("VER024", name=log.name))
        _require_growth(reader, last)
    return cosigned(reader.note, key, at)


def _require_growth(reader: LogReader, last: str) -> None:
    older = read_checkpoint(read_note(last))
    if older.size > reader.size:
        raise Refusal(fault("VER007", name=older.origin, size=reader.size, older=older.size))
    try:
        proof = reader.consistency_proof(older.size) if 0 < older.size < reader.size else []
        tree.verify_consistency(older.size, reader.size, older.root, reader.checkpoint.root, proof)
    except Damaged as error:
        raise Refusal(fault("VER001", path=error)) from error
    except tree.WrongProof as error:
        raise Refusal(fault("VER008", name=older.origin, older=older.size)) from error
