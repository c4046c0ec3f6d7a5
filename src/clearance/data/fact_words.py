"""The words of which the names of what is decided on are made, and what may be decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class FactWord(Record):
    """One word in three languages, several forms of it parted by "|"."""

    en: str
    fr: str
    ar: str


@dataclass(frozen=True, kw_only=True)
class FactMatter(Record):
    """What may be decided, and the words of a sentence that agree with it or say the opposite.

    ``told``: English expressions by which a line tells it. ``holds``: expressions that say so in a
    text; denied, they contradict. ``against``: such as say otherwise. ``toward``: acts that
    take for granted that the thing is there, which must stand before its name. ``is_event``: it
    came about once, so that denying it in the past contradicts too. ``has_object``: the line tells
    also what it is done to ("ratified the Statute"), which the sentence must name.
    """

    code: str
    told: tuple[str, ...]
    holds: tuple[str, ...]
    against: tuple[str, ...]
    toward: tuple[str, ...] = ()
    is_event: bool = False
    has_object: bool = False


@cache
def fact_words() -> tuple[FactWord, ...]:
    """Return the words, in the order of the file."""
    return load_register("fact_words.toml", "word", FactWord)


@cache
def fact_matters() -> tuple[FactMatter, ...]:
    """Return the matters in the order in which a line is tried on them."""
    return load_register("fact_matters.toml", "matter", FactMatter, key="code")
