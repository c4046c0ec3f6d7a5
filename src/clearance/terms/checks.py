"""The seven checks of the mandate, in its order, and what an officer may say of each."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Check(IntEnum):
    """The seven checks. Source: the mandate, list of seven under "makes sure of the following"."""

    PROCEDURE = 1
    LEGAL_BASIS = 2
    CONFORMITY = 3
    LANGUAGE = 4
    ADDRESSEE = 5
    FIGURES = 6
    SENSITIVITY = 7

    @property
    def code(self) -> str:
        """The three letters that begin the code of each finding of this check."""
        return _CODES[self]


_CODES = {
    Check.PROCEDURE: "PRO",
    Check.LEGAL_BASIS: "LEG",
    Check.CONFORMITY: "CON",
    Check.LANGUAGE: "LNG",
    Check.ADDRESSEE: "ADR",
    Check.FIGURES: "FIG",
    Check.SENSITIVITY: "POL",
}


class Outcome(StrEnum):
    """An officer's verdict on one check of one revision."""

    PASS = "pass"  # noqa: S105  (a verdict, not a password)
    NOT_APPLICABLE = "not_applicable"
    STOP = "stop"
