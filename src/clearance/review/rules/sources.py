"""Sources in the language of the report: what is ours to phrase, not the names of documents."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from clearance.terms import Language

_TABLES = ("sources.toml", "register_sources.toml")
_GUESS = " (our guess)"


@lru_cache(maxsize=2048)
def source_in(source: str, language: Language) -> str:
    """Return a source with the words that are ours in the language; the rest as it is published.

    Pieces stand between "; ". What follows a piece in brackets, a rule's own sign, is kept.
    """
    if language == Language.ENGLISH:
        return source
    told = _told().get(source, {}).get(language)
    if told is not None:
        return told
    mark = "؛ " if language == Language.ARABIC else " ; "
    return mark.join(_piece(piece, language) for piece in source.split("; "))


def _piece(piece: str, language: Language) -> str:
    told = _told().get(piece, {}).get(language)
    if told is not None:
        return told
    if piece.endswith(_GUESS):
        return f"{_piece(piece.removesuffix(_GUESS), language)} ({_told()['our guess'][language]})"
    words, bracket, rest = piece.partition(" (")
    sign, close, after = rest.partition(")")
    told = _told().get(words, {}).get(language)
    if not bracket or told is None:
        return piece
    end = f": {_piece(after[2:], language)}" if after.startswith(": ") else after
    return f"{told} ({sign}{close}{end}"


@cache
def _told() -> dict[str, dict[Language, str]]:
    folder = files(__package__)
    return {
        row["en"]: {Language.FRENCH: row["fr"], Language.ARABIC: row["ar"]}
        for table in _TABLES
        for row in tomllib.loads(folder.joinpath(table).read_text(encoding="utf-8"))["source"]
    }
