"""Symbols of conference documents as covers print them."""

from __future__ import annotations

import pytest

from clearance.references import (
    DocumentSymbol,
    read_document_symbol,
    same_document,
    write_document_symbol,
)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("OIC/CFM-44/2017/POL/RES/FINAL", DocumentSymbol("CFM", 44, 2017, ("POL", "RES", "FINAL"))),
        ("OIC/CFM-40/2013/ORG/SG. REP", DocumentSymbol("CFM", 40, 2013, ("ORG", "SG.REP"))),
        ("OIC/CFM-38/2011/ORG/DR.RES", DocumentSymbol("CFM", 38, 2011, ("ORG", "DR.RES"))),
        ("OIC/SUMMIT-11/2008/FC/Final", DocumentSymbol("IS", 11, 2008, ("FC", "FINAL"))),
        ("OIC/EX-CFM/2017/PAL/RES.", DocumentSymbol("EX-CFM", None, 2017, ("PAL", "RES"))),
        ("ICFM/25-98/FC", DocumentSymbol("CFM", 25, 1998, ("FC",), is_old_form=True)),
        ("ICFM/32-05/FC", DocumentSymbol("CFM", 32, 2005, ("FC",), is_old_form=True)),
    ],
)
def test_symbol_is_taken_apart(printed: str, read: DocumentSymbol) -> None:
    assert read_document_symbol(printed) == read


@pytest.mark.parametrize(
    "printed",
    [
        "OIC/CFM-44/POL/2017/RES",
        "OIC/CFM-44/17/POL/RES",
        "OIC/CAB/PAL/2025/4239",
        "OIC/CFM-44/2017",
    ],
)
def test_symbol_that_breaks_the_grammar_is_not_read(printed: str) -> None:
    assert read_document_symbol(printed) is None


@pytest.mark.parametrize(
    "printed",
    ["OIC/CFM-44/2017/POL/RES/FINAL", "OIC/EX-CFM/2017/PAL/RES", "OIC/SUMMIT-11/2008/FC/FINAL",
     "ICFM/25-98/FC", "OIC/COMCEC-33/2017/ECO/REP"],
)  # fmt: skip
def test_symbol_is_written_as_it_was_read(printed: str) -> None:
    symbol = read_document_symbol(printed)

    assert symbol is not None
    assert write_document_symbol(symbol) == printed


def test_report_of_the_secretary_general_is_one_type_however_printed() -> None:
    symbols = [
        read_document_symbol(f"OIC/CFM-40/2013/ORG/{end}")
        for end in ("SG-REP", "SG.REP", "SG.REPS")
    ]

    assert all(one and symbols[0] and same_document(one, symbols[0]) for one in symbols)


def test_session_code_is_none_where_no_number_is_printed() -> None:
    one = read_document_symbol("OIC/CFM-44/2017/POL/RES")
    extraordinary = read_document_symbol("OIC/EX-CFM/2017/PAL/RES")

    assert one is not None and one.session_code == "CFM-44"
    assert extraordinary is not None and extraordinary.session_code is None
