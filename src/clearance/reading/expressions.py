"""Expressions that are compiled when they are first asked.

The rules hold some two thousand; a letter asks a tenth of them, and to compile them all took
longer than everything else at the start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from clearance.reading.letter_first import letter_first

_AT_A_PLACE = ("match", "fullmatch")
_ANYWHERE = ("search", "finditer", "findall", "sub", "split")
_LETTERS_ARE_NOT_ALONE = re.IGNORECASE | re.VERBOSE
_OFTEN = 20  # questions after which it pays to rewrite it: some ten pages


class _OnDemand:
    """Stands for a compiled expression; once asked, its methods are that one's own.

    What is often looked for anywhere in a text is then looked for by its first letter.
    """

    def __init__(self, written: Any, flags: int) -> None:
        self.pattern = written
        self._flags = flags
        self._asked = 0
        self._made: list[re.Pattern[Any]] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by Python itself, as of a copy
            raise AttributeError(name)
        if not self._made:
            self._made.append(re.compile(self.pattern, self._flags))
            for method in _AT_A_PLACE:
                setattr(self, method, getattr(self._made[0], method))
        if name in _ANYWHERE:
            self._asked += 1
            if self._asked > _OFTEN:
                self._look_by_letters()
        return getattr(self._made[-1], name)

    def _look_by_letters(self) -> None:
        if isinstance(self.pattern, str) and not self._flags & _LETTERS_ARE_NOT_ALONE:
            self._made.append(re.compile(letter_first(self.pattern), self._flags))
        for method in _ANYWHERE:
            setattr(self, method, getattr(self._made[-1], method))


def on_demand(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression as of :func:`re.compile`, compiled at its first question.

    Its ``pattern`` is what was written, though another one may be asked: see
    :func:`letter_first`. Of which of two expressions a match is, :func:`is_of` tells.

    :raises re.error: at that question, for one that is wrongly written.
    """
    return cast("re.Pattern[AnyStr]", _OnDemand(written, flags))


def is_of(match: re.Match[AnyStr], expression: re.Pattern[AnyStr]) -> bool:
    """Tell whether a match is of an expression that was made on demand."""
    return any(match.re is made for made in vars(expression)["_made"])
