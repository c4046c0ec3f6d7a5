"""The registers of practice: rules of other offices, forms of address, the words of the field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Basis, Record, load_register
from clearance.terms import Language


@dataclass(frozen=True, kw_only=True)
class PracticeRule(Record):
    """A rule of another house, in our words: a model, overridden by any rule of this one."""

    code: str
    topic: str
    rule: str
    para: str | None = None


@dataclass(frozen=True, kw_only=True)
class FormOfAddress(Record):
    """How a rank is addressed; a style of None is left to Protocol.

    ``state`` is the ISO code of the only member state for which the form holds, None for all.
    """

    code: str
    state: str | None = None
    style_ar: str | None = None
    style_en: str | None = None
    style_fr: str | None = None
    style_ar_basis: Basis = "sourced"
    style_en_basis: Basis = "sourced"
    style_fr_basis: Basis = "sourced"
    also_ar: tuple[str, ...] = ()
    plural_ar: str | None = None
    abbreviation_en: str | None = None
    salutation_en: str | None = None


@dataclass(frozen=True, kw_only=True)
class Phrase(Record):
    """A set phrase of letters and speeches; ``by`` says who writes it, None means anybody."""

    use: str
    ar: str | None = None
    en: str | None = None
    fr: str | None = None
    by: str | None = None


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """A word of the field; ``read_in`` has the languages in which a source was read."""

    code: str
    ar: str
    en: str
    fr: str
    read_in: tuple[Language, ...] = ()


@cache
def practice_rules() -> tuple[PracticeRule, ...]:
    """Return the rules of practice, by the house that they come from."""
    return load_register("practice_rules.toml", "practice_rule", PracticeRule, key="code")


@cache
def forms_of_address() -> tuple[FormOfAddress, ...]:
    """Return the forms of address, the highest rank first."""
    return load_register("forms_of_address.toml", "form", FormOfAddress, key="code")


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the set phrases of letters and speeches."""
    return load_register("forms_of_address.toml", "phrase", Phrase, key="use")


@cache
def glossary() -> tuple[Term, ...]:
    """Return the words of the field in three languages."""
    return load_register("glossary.toml", "term", Term, key="code")
