"""What a verification can find, each with its code and its sentence in three languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from clearance.terms import Language


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. ``seq``: the entry where it shows, from 1; None: of the whole log.

    ``grave`` False: worth a look, and no proof that anything was altered.
    """

    code: str
    seq: int | None
    params: tuple[tuple[str, str], ...] = ()

    def told(self, language: Language) -> str:
        """Return the full sentence."""
        sentence: str = _sentences()[self.code][language.value]
        words = dict(self.params)
        return sentence.format(**words, seq="" if self.seq is None else self.seq)

    @property
    def grave(self) -> bool:
        """Whether the log cannot be relied on as it is."""
        return not _sentences()[self.code].get("remark", False)


def fault(code: str, seq: int | None = None, **params: object) -> Fault:
    """Return a fault of a code; a number or text in ``params`` fills the sentence."""
    return Fault(code, seq, tuple((name, str(value)) for name, value in params.items()))


@cache
def _sentences() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("clearance.ledger").joinpath("faults.toml").read_text("utf-8"))
