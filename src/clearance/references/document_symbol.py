"""Symbols of conference documents: ``OIC/CFM-44/2017/POL/RES/FINAL``, ``ICFM/25-98/FC``.

Grammar: ``OIC/ORGAN-session/year/SERIES/TYPE[.n][/FINAL]``, and before 2011 also
``ICFM/session-yy/TYPE``. Source: document_symbols.toml, read from covers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# An extraordinary session is printed without its number, as in OIC/EX-CFM/2017/PAL/RES.
_CONFERENCE = re.compile(
    r"(?:OIC|OCI)/(?P<organ>(?:EX-)?(?:ICFM|CFM|SUMMIT|IS|COMCEC|ACM))(?:-(?P<session>\d{1,2}))?"
    r"/(?P<year>\d{4})/(?P<rest>[A-Z0-9][A-Z0-9.\-]*(?:/[A-Z0-9][A-Z0-9.\-]*)*)\.?",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?P<organ>ICFM)/(?P<session>\d{1,2})-(?P<year>\d{2}|\d{4})(?:/(?P<rest>[A-Z0-9./\-]+?))?\.?",
    re.IGNORECASE,
)
_ORGANS = {"ICFM": "CFM", "SUMMIT": "IS", "EX-SUMMIT": "EX-IS", "EX-ICFM": "EX-CFM"}
_EARLIEST = 69  # the first Summit met in 1969: 69 to 99 are of that century


@dataclass(frozen=True)
class DocumentSymbol:
    """A symbol taken apart. ``organ`` as sessions are coded: CFM, IS, EX-CFM; ``session`` None:
    not printed. ``parts`` is what follows the year, in capitals, such as ("POL", "RES", "FINAL").
    """

    organ: str
    session: int | None
    year: int
    parts: tuple[str, ...] = ()
    is_old_form: bool = False

    @property
    def session_code(self) -> str | None:
        """The session, such as CFM-44; None where the symbol has no number of it."""
        return None if self.session is None else f"{self.organ}-{self.session}"


def read_document_symbol(text: str) -> DocumentSymbol | None:
    """Return the symbol that the text prints, blanks and case apart; None: it breaks the grammar.

    One blank after a point (``SG. REP``) is a way of printing and no breach.
    """
    plain = re.sub(r"\s+", "", text)
    for form, is_old in ((_CONFERENCE, False), (_OLD, True)):
        found = form.fullmatch(plain)
        if found:
            organ = found["organ"].upper()
            rest = (found["rest"] or "").upper()
            return DocumentSymbol(
                organ=_ORGANS.get(organ, organ),
                session=int(found["session"]) if found["session"] else None,
                year=_year(found["year"]),
                parts=tuple(rest.rstrip(".").split("/")) if rest else (),
                is_old_form=is_old,
            )
    return None


def write_document_symbol(symbol: DocumentSymbol) -> str:
    """Return the symbol as covers print it."""
    organ = symbol.organ
    session = "" if symbol.session is None else f"-{symbol.session}"
    if symbol.is_old_form:
        return "/".join(
            (f"ICFM{session}".replace("-", "/") + f"-{symbol.year % 100:02}", *symbol.parts)
        )
    if organ == "IS":
        organ = "SUMMIT"
    return "/".join(("OIC", f"{organ}{session}", str(symbol.year), *symbol.parts))


def same_document(one: DocumentSymbol, other: DocumentSymbol) -> bool:
    """Tell whether two symbols name one document: SG.REP, SG-REP and SG.REPS are one type."""
    return (one.organ, one.session, one.year, _types(one)) == (
        other.organ, other.session, other.year, _types(other),
    )  # fmt: skip


def _types(symbol: DocumentSymbol) -> tuple[str, ...]:
    return tuple(re.sub(r"^SG[.-]REPS?", "SG-REP", part) for part in symbol.parts)


def _year(printed: str) -> int:
    if len(printed) == 4:
        return int(printed)
    return int(printed) + (1900 if int(printed) >= _EARLIEST else 2000)
