"""Expressions that are compiled when they are first asked.

The rules hold some two thousand; a letter asks a tenth of them, and to compile them all took
longer than everything else at the start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _OnDemand:
    """Stands for a compiled expression; once asked, its methods are that one's own."""

    def __init__(self, written: Any, flags: int) -> None:
        self._made_of = written, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by Python itself, as of a copy
            raise AttributeError(name)
        compiled: re.Pattern[Any] = re.compile(*self._made_of)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def on_demand(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression as of :func:`re.compile`, compiled at its first question.

    A match's ``re`` is the compiled one: of two, compare the ``pattern``.

    :raises re.error: at that question, for one that is wrongly written.
    """
    return cast("re.Pattern[AnyStr]", _OnDemand(written, flags))
