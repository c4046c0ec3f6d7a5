"""The register of recorded decisions and directives, and the opposites they are told in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class Directive(Record):
    """A decision that binds from ``since``; ``until`` None: it still does. Days are ISO.

    It takes a side of a ``matter``, or ``contradicted_by`` has the expressions that oppose it.
    """

    code: str
    subjects: tuple[str, ...]
    matter: str = ""
    holds: str = ""
    contradicted_by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    since: str
    until: str | None = None
    name_en: str
    name_fr: str
    name_ar: str


@dataclass(frozen=True, kw_only=True)
class Opposites(Record):
    """Two sides of one matter, each as expressions of operative verbs.

    ``first`` and ``second`` belong to ``sides`` in that order; ``nouns`` name the first side
    and say nothing alone (the suspension) unless a word says that it goes on.
    ``about``: words of which one must stand in the sentence too; empty: none.
    """

    code: str
    sides: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@cache
def directives() -> tuple[Directive, ...]:
    """Return the decisions and directives, in the order of the file."""
    return load_register("directives.toml", "directive", Directive, key="code")


@cache
def opposites() -> tuple[Opposites, ...]:
    """Return the pairs of opposites."""
    return load_register("directives.toml", "opposites", Opposites, key="code")
