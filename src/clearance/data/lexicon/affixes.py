"""What the two files of a Hunspell dictionary say: its entries, and the rules that make words.

The ``.dic`` lists entries with flags; the ``.aff`` says what each flag puts before or behind an
entry. Read as hunspell(5) describes them, as far as words of letters go. A dictionary that uses
more, such as compounds, is not read: ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_RULE = re.compile(r"^(PFX|SFX)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S+)(?:[ \t]+(\S+))?", re.MULTILINE)
_ENTRY = re.compile(r"^([^/\s]+)(?:/(\S+))?", re.MULTILINE)
_OPTION = re.compile(r"^([A-Z]+)\b[ \t]*(\S*)", re.MULTILINE)
_LETTER = re.compile(r"\[\^?[^\]]+\]|.")
# Options that words of letters are read by, and those that say nothing of them: of suggestions, of
# morphology, of marks between words, and compounds of digits ("21st").
_READ = frozenset(
    {
        "SET", "FLAG", "AF", "PFX", "SFX", "FULLSTRIP", "NEEDAFFIX", "FORBIDDENWORD", "KEEPCASE",
        "ONLYINCOMPOUND", "IGNORE", "ICONV",
        "TRY", "KEY", "REP", "MAP", "PHONE", "NOSUGGEST", "AM", "OCONV", "WORDCHARS", "BREAK",
        "COMPOUNDMIN", "COMPOUNDRULE", "CIRCUMFIX", "LANG", "NAME", "HOME", "VERSION",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Affix:
    """A rule: ``given`` takes the place of ``taken`` at one end of a word, where the end is such.

    ``where``: for each letter at that end, from the word's beginning to its end, those that it may
    be, and whether these are the ones that it may not be. ``flags``: what may be made of the word
    that comes of it. ``crosses`` False: nothing is added at the other end.
    """

    taken: str
    given: str
    where: tuple[tuple[str, bool], ...]
    flags: frozenset[str]
    crosses: bool


@dataclass(frozen=True, slots=True)
class Affixes:
    """The rules by flag, and the flags that say of an entry what it may not be. "": none does."""

    before: dict[str, list[Affix]]
    behind: dict[str, list[Affix]]
    entries: dict[frozenset[str], list[str]]
    takes_all: bool
    needs_affix: str
    only_in_compounds: str
    forbidden: str
    keeps_case: str
    read_as: dict[int, str]


def read_affixes(aff: str, dic: str) -> Affixes | None:
    """Return what the texts of the two files say; None: they use more than is read here."""
    options = dict(_OPTION.findall(aff))
    if not options.keys() <= _READ or options.get("FLAG", "long") not in ("long", "UTF-8"):
        return None
    size = 2 if options.get("FLAG") == "long" else 1
    sets = re.findall(r"^AF[ \t]+(\S+)", aff, re.MULTILINE)[1:]

    @cache
    def flags(told: str) -> frozenset[str]:
        told = sets[int(told) - 1] if sets and told.isdigit() else told
        return frozenset(told[i : i + size] for i in range(0, len(told), size))

    ignored = dict.fromkeys(map(ord, options.get("IGNORE", "")), "")
    rules: dict[str, dict[str, list[Affix]]] = {"PFX": {}, "SFX": {}}
    crossing: dict[str, bool] = {}
    for kind, flag, taken, given, where in _RULE.findall(aff):
        if flag not in crossing:  # the head of the rules of a flag
            crossing[flag] = taken == "Y"
            continue
        made, _, more = given.partition("/")
        rules[kind].setdefault(flag, []).append(
            Affix(
                taken="" if taken == "0" else taken.translate(ignored),
                given="" if made == "0" else made.translate(ignored),
                where=_letters(where),
                flags=flags(more) if more else frozenset(),
                crosses=crossing[flag],
            )
        )
    entries: dict[frozenset[str], list[str]] = {}
    for word, told in _ENTRY.findall(dic):
        if word.isalpha():
            entries.setdefault(flags(told) if told else frozenset(), []).append(word)
    return Affixes(
        before=rules["PFX"], behind=rules["SFX"], entries=entries,
        takes_all="FULLSTRIP" in options, needs_affix=options.get("NEEDAFFIX", ""),
        only_in_compounds=options.get("ONLYINCOMPOUND", ""),
        forbidden=options.get("FORBIDDENWORD", ""), keeps_case=options.get("KEEPCASE", ""),
        read_as=_read_as(aff) | ignored,
    )  # fmt: skip


def _letters(where: str) -> tuple[tuple[str, bool], ...]:
    """Return the letters that a condition names, one place after the other; "": any."""
    parts: Iterable[str] = _LETTER.findall(where) if where != "." else ()
    return tuple(
        ("" if part == "." else part.strip("[]").removeprefix("^"), part.startswith("[^"))
        for part in parts
    )


def _read_as(aff: str) -> dict[int, str]:
    """Return the letters that are read as others."""
    pairs = re.findall(r"^ICONV[ \t]+(\S)[ \t]+(\S+)", aff, re.MULTILINE)
    return {ord(one): other for one, other in pairs if one.isalpha()}
