"""A proof that one entry is in the log, in a file of its own. Source: C2SP tlog-proof."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from clearance.ledger.note import BadNote
from clearance.ledger.tree import Hash

_FIRST = "c2sp.org/tlog-proof@v1"
_LONGEST = 63  # hashes: a tree of 2**63 entries


@dataclass(frozen=True)
class Proof:
    """The entry at an index, from 0, is in the log of a checkpoint, by these hashes."""

    index: int
    hashes: Sequence[Hash]
    checkpoint: str

    def __str__(self) -> str:
        """Return the proof as it is kept and sent."""
        hashes = "".join(f"{base64.b64encode(each).decode()}\n" for each in self.hashes)
        return f"{_FIRST}\nindex {self.index}\n{hashes}\n{self.checkpoint}"


def read_proof(told: str) -> Proof:
    """Return the proof that a text holds; :raises BadNote: it holds none."""
    head, blank, checkpoint = told.partition("\n\n")
    first, _, rest = head.partition("\n")
    if rest.startswith("extra "):  # not ours, and nothing that can be relied on
        rest = rest.partition("\n")[2]
    index, *hashes = rest.split("\n")
    number = index.removeprefix("index ")
    plain = number.isascii() and number.isdigit() and (number == "0" or number[0] != "0")
    if not blank or first != _FIRST or number == index or not plain or len(number) > 18:
        raise BadNote("The file is no proof.")
    try:
        raw = [base64.b64decode(each, validate=True) for each in hashes]
    except binascii.Error as error:
        raise BadNote("A hash of the proof is not base64.") from error
    if len(raw) > _LONGEST or any(len(each) != 32 for each in raw):
        raise BadNote("The hashes of the proof are none.")
    return Proof(int(number), raw, checkpoint)
