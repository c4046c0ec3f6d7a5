"""Symbols of conference documents: their grammar, and the year of their session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import OSA

from clearance.references import DocumentSymbol, read_document_symbol, write_document_symbol
from clearance.references.document_symbol import same_document
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.cited import Citation
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
        yield from _not_held(paper, citation, symbol)
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


def _held(context: Context) -> tuple[DocumentSymbol, ...]:
    read = (read_document_symbol(known.symbol) for known in context.symbols)
    return tuple(symbol for symbol in read if symbol is not None)


def _not_held(paper: Paper, citation: Citation, symbol: DocumentSymbol) -> Iterator[Finding]:
    """Find a symbol that is not in the register and differs by one sign from one that is."""
    held = paper.context.derived(_held)
    if any(same_document(symbol, other) for other in held):
        return
    printed = write_document_symbol(symbol)
    near = [
        other
        for other in map(write_document_symbol, held)
        if OSA.distance(printed, other, score_cutoff=1) == 1
    ]
    if len(near) == 1:
        yield found(
            "PRO022", citation.start, citation.end, suggestion=near[0], right=near[0],
            symbol=paper.text[citation.start : citation.end],
        )  # fmt: skip


def _with_year(symbol: DocumentSymbol, year: int) -> str:
    return write_document_symbol(replace(symbol, year=year))
