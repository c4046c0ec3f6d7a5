"""Expressions that are compiled when they are first asked.

The rules hold some two thousand; a letter asks a tenth of them, and to compile them all took
longer than everything else at the start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from clearance.reading.letter_first import letter_first

_AT_A_PLACE: tuple[str, ...] = ("match", "fullmatch")
_ANYWHERE = ("search", "finditer", "findall", "sub", "split")
_LETTERS_ARE_NOT_ALONE = re.IGNORECASE | re.VERBOSE


class _OnDemand:
    """Stands for a compiled expression; once asked, its methods are that one's own.

    What is looked for anywhere in a text is looked for by its first letter.
    """

    def __init__(self, written: Any, flags: int) -> None:
        self.pattern = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by Python itself, as of a copy
            raise AttributeError(name)
        written = self.pattern
        methods = _ANYWHERE if name in _ANYWHERE else _AT_A_PLACE
        is_plain = isinstance(written, str) and not self._flags & _LETTERS_ARE_NOT_ALONE
        if methods is _ANYWHERE and is_plain:
            written = letter_first(written)
        compiled: re.Pattern[Any] = re.compile(written, self._flags)
        for method in methods:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def on_demand(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression as of :func:`re.compile`, compiled at its first question.

    Its ``pattern`` is what was written, though another one may be asked: see
    :func:`letter_first`. Of which of two expressions a match is, :func:`is_of` tells.

    :raises re.error: at that question, for one that is wrongly written.
    """
    return cast("re.Pattern[AnyStr]", _OnDemand(written, flags))


def is_of(match: re.Match[AnyStr], expression: re.Pattern[AnyStr]) -> bool:
    """Tell whether a match is of an expression that was made on demand."""
    asked = (vars(expression).get(method) for method in ("match", "search"))
    return any(match.re is method.__self__ for method in asked if method is not None)
