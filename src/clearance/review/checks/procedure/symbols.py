"""Symbols of conference documents: their grammar, and the year of their session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clearance.references import DocumentSymbol, read_document_symbol, write_document_symbol
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.resolution_register import register_of
from clearance.review.rules import found


def check(paper: Paper) -> Iterator[Finding]:
    """Find symbols that break the grammar, or whose year is not their session's."""
    register = paper.context.derived(register_of)
    for citation in paper.citations:
        if citation.family != "symbol":
            continue
        printed = paper.text[citation.start : citation.end]
        symbol = read_document_symbol(printed)
        if symbol is None:
            yield found("PRO010", citation.start, citation.end, symbol=printed)
            continue
        session = register.sessions.get(symbol.session_code or "")
        if session is None:
            continue
        last = session.ends.year if session.ends else session.year
        if not session.year <= symbol.year <= last:
            yield found(
                "PRO011", citation.start, citation.end, symbol=printed,
                suggestion=_with_year(symbol, session.year),
                printed=str(symbol.year), right=str(session.year), number=str(symbol.session),
            )  # fmt: skip


def _with_year(symbol: DocumentSymbol, year: int) -> str:
    return write_document_symbol(replace(symbol, year=year))
