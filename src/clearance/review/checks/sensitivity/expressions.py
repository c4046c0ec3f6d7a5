"""The expressions of the register of terms: each word that one stands for, or that it has no end.

A literal costs the scan nothing, a pattern something; most patterns of a register are a few words
with alternatives, and are written out here. Holds no term.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from clearance.reading.expressions import on_demand

_MOST = 100  # forms of one expression; more than that is left to the pattern matcher
_TOKEN = on_demand(r"\(\?:|[()|?]|\[[^\]\\^]+\]|\\s[+*]?|\\.|[^()|?\[\]\\]")
_ENDLESS = on_demand(r"(?<!\\)[*+{}^$.]|\(\?[^:]|\\[^s.\-'()/?]")


class _Reader:
    """Reads an expression of groups, alternatives, optional parts and letters to choose from.

    ``only_first``: of all that it stands for, the form that takes the first alternative each time
    and nothing that may be left out.
    """

    def __init__(self, expression: str, *, only_first: bool = False) -> None:
        self._tokens = _TOKEN.findall(expression)
        self._at = 0
        self._only_first = only_first

    def alternatives(self) -> list[str]:
        """Return every form that the expression stands for from here on."""
        forms = self._row()
        while self._peek() == "|":
            self._at += 1
            forms += self._row()
        return forms

    def at_end(self) -> bool:
        """Return whether the expression is read to its end."""
        return self._at == len(self._tokens)

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _row(self) -> list[str]:
        rows = [""]
        while self._peek() not in ("", "|", ")"):
            part = self._part()
            if self._peek() == "?":
                self._at += 1
                part = ["", *part]
            rows = [left + right for left, right in product(rows, part)]
            if self._only_first:
                rows = rows[:1]
            if len(rows) > _MOST:
                raise OverflowError
        return rows

    def _part(self) -> list[str]:
        token = self._tokens[self._at]
        self._at += 1
        if token in ("(", "(?:"):
            forms = self.alternatives()
            self._at += 1  # the closing bracket
            return forms
        if token.startswith("["):
            return list(token[1:-1])
        if token.startswith("\\"):
            return [" "] if token[1] == "s" else [token[1]]
        return [token]


def written_out(expression: str) -> tuple[str, ...] | None:
    """Return every wording that the pattern stands for; None if they are too many or endless."""
    if _ENDLESS.search(expression.replace(r"\s+", " ")):
        return None
    reader = _Reader(expression)
    try:
        forms = reader.alternatives()
    except OverflowError:
        return None
    if not reader.at_end():
        return None
    return tuple(dict.fromkeys(" ".join(form.split()) for form in forms))


_ASIDE = on_demand(r"\(\?[!=<][^()]*\)|\\b|[$^]")
_ANY = on_demand(r"(?:\\w|\\S|\.|\[\^[^\]]*\])(?:[*+]\??|\{[^}]*\})")


_CLASS = on_demand(r"\[(?P<first>\\?[^\]])[^\]]*\](?P<may>[?*+]?)")


def _first_letter(match: re.Match[str]) -> str:
    """Return the first letter of a class; none where it may be left out."""
    if match["may"] in ("?", "*"):
        return ""
    return " " if match["first"] == r"\s" else match["first"].lstrip("\\")


@lru_cache(maxsize=4096)  # the register of terms shows some hundred patterns at once
def one_wording(expression: str) -> str:
    """Return one wording that a pattern stands for, as a person reads it; "…" is any ending.

    Of alternatives the first, of what may be left out nothing.
    """
    plain = _ANY.sub("…", _ASIDE.sub("", expression.replace(r"\s+", " ").replace(r"\s*", " ")))
    plain = _CLASS.sub(_first_letter, plain)
    plain = re.sub(r"(?<!\\)([^\s()|\[\]?])[+*]", r"\1", plain)
    forms = _Reader(re.sub(r"\{[^}]*\}", "", plain), only_first=True).alternatives()
    return " ".join(forms[0].split()) or expression
