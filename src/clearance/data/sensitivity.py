"""The registers of sensitive matters: terms that the house does not write, topics for advisers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class SensitiveTerm(Record):
    """A name that is not to be used: expressions in each language and what is right there.

    ``until`` is the last day, year-month-day, on which the name was right; None: it never was.
    ``by_kind`` weighs it in one kind of paper, as "report=note". ``adviser``: the drafting unit
    does not see the finding.
    """

    code: str
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    right_en: str | None = None
    right_fr: str | None = None
    right_ar: str | None = None
    level: str
    by_kind: tuple[str, ...] = ()
    until: str | None = None
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_name: bool = False
    adviser: bool = False


@dataclass(frozen=True, kw_only=True)
class SensitiveTopic(Record):
    """A matter before an organ of the house, and the words by which it is known."""

    code: str
    name_ar: str
    name_en: str
    name_fr: str
    signs: tuple[str, ...]


@cache
def sensitive_topics() -> tuple[SensitiveTopic, ...]:
    """Return the topics, the contact groups first."""
    return load_register("topics_of_sensitivity.toml", "topic", SensitiveTopic, key="code")


@cache
def sensitive_terms() -> tuple[SensitiveTerm, ...]:
    """Return the terms, Palestine first."""
    return load_register("terms_of_sensitivity.toml", "term", SensitiveTerm, key="code")
