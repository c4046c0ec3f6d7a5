"""The register of document symbols: their grammar, and the codes that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register

_FILE = "document_symbols.toml"


@dataclass(frozen=True, kw_only=True)
class SymbolGrammar(Record):
    """A form of symbol; names in angle brackets stand for its parts, square ones are optional."""

    code: str
    pattern: str


@dataclass(frozen=True, kw_only=True)
class DocumentOrgan(Record):
    """The code of an organ, as a symbol begins."""

    code: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class DocumentType(Record):
    """The code of a type, as a symbol ends; ``printed_as`` has the other prints met."""

    code: str
    meaning: str
    printed_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DocumentSeries(Record):
    """A series of documents and resolutions; ``letters_ar`` stand for it in Arabic numbers."""

    code: str
    letters_ar: str | None = None
    title_ar: str | None = None
    title_en: str
    title_fr: str | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentLayout(Record):
    """The parts of a kind of conference document, in their order."""

    code: str
    parts: tuple[str, ...]


@cache
def symbol_grammars() -> tuple[SymbolGrammar, ...]:
    """Return the forms of symbols and of the numbers of resolutions."""
    return load_register(_FILE, "grammar", SymbolGrammar, key="code")


@cache
def document_organs() -> tuple[DocumentOrgan, ...]:
    """Return the codes of organs."""
    return load_register(_FILE, "organ", DocumentOrgan, key="code")


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return the codes of document types."""
    return load_register(_FILE, "document_type", DocumentType, key="code")


@cache
def document_series() -> tuple[DocumentSeries, ...]:
    """Return the series of documents and resolutions."""
    return load_register(_FILE, "series", DocumentSeries, key="code")


@cache
def document_layouts() -> tuple[DocumentLayout, ...]:
    """Return the order of parts of covers, reports, communiqués and annexes."""
    return load_register(_FILE, "layout", DocumentLayout, key="code")
