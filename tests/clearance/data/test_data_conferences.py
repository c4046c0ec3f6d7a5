"""Sessions, resolutions, symbols and the rules of practice: well formed and consistent."""

import re
from collections import Counter
from datetime import date

from clearance.data import (
    document_series,
    forms_of_address,
    glossary,
    member_states,
    practice_rules,
    resolutions,
    sessions,
    treaties,
)
from clearance.data.security_council import first_of_year, years_of
from clearance.terms import Language

PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_sessions_are_counted_by_kind() -> None:
    assert Counter(session.kind for session in sessions()) == {
        "summit": 15,
        "extraordinary_summit": 3,
        "council": 51,
        "extraordinary_council": 3,
        "coordination_meeting": 6,
    }


def test_session_dates_are_as_precise_as_they_are_known() -> None:
    for session in sessions():
        assert PARTIAL.fullmatch(session.start), session
        if session.precision == "day":
            date.fromisoformat(session.start)
        if session.end:
            assert session.start <= session.end, session
    precision = Counter(s.precision for s in sessions() if s.kind == "council")
    assert precision == {"day": 48, "month": 1, "year": 2}


def test_summits_and_councils_are_numbered_without_gap() -> None:
    for kind, last in (("summit", 15), ("council", 51)):
        numbers = [session.number for session in sessions() if session.kind == kind]
        assert numbers == list(range(1, last + 1))


def test_resolution_reference_agrees_with_its_parts() -> None:
    for resolution in resolutions():
        series = f"-{resolution.series}" if resolution.series else ""
        mark = "(IS)" if resolution.organ == "summit" else ""
        written = f"{resolution.number}/{resolution.session}{series}{mark}"
        assert resolution.ref == written


def test_resolution_year_agrees_with_its_session() -> None:
    years = {f"{s.kind} {s.number}": int(s.start[:4]) for s in sessions()}

    for resolution in resolutions():
        held = years[f"{resolution.organ} {resolution.session}"]
        assert resolution.year in (None, held), resolution.ref


def test_lost_words_of_a_title_are_marked() -> None:
    marked = {one.ref for one in resolutions() if one.title_en_basis == "incomplete"}

    assert marked == {"2/44-POL", "9/44-POL", "23/44-POL"}
    assert marked == {one.ref for one in resolutions() if "lost]" in one.title_en}


def test_referred_resolution_is_not_adopted() -> None:
    assert [one.ref for one in resolutions() if one.status == "referred"] == ["7/44-ORG"]


def test_document_series_that_were_not_read_in_print_are_marked() -> None:
    bases = {series.code: series.basis for series in document_series()}

    assert {code for code, basis in bases.items() if basis != "sourced"} == {"PAL", "LO", "INF"}
    assert bases["LO"] == "our guess"


def test_treaty_counts_carry_a_day_or_a_doubt() -> None:
    for treaty in treaties():
        if treaty.signatures is not None or treaty.ratifications is not None:
            assert treaty.counted or treaty.counts_basis == "to confirm", treaty.code


def test_practice_rules_of_the_signatory_matrix_are_there() -> None:
    rules = {rule.code: rule for rule in practice_rules()}

    assert rules["UN-45"].para == "45"
    assert rules["UN-116"].topic == "note_verbale"


def test_form_of_address_for_one_state_names_a_member_state() -> None:
    states = {form.state for form in forms_of_address()} - {None}

    assert states == {"SA"}
    assert states <= {state.iso2 for state in member_states()}


def test_terms_say_in_which_languages_they_were_read() -> None:
    bases = Counter(term.basis for term in glossary())

    assert bases == {"sourced": 21, "partly sourced": 43, "to confirm": 27}
    for term in glossary():
        assert bool(term.read_in) == (term.basis == "partly sourced"), term.code
        assert set(term.read_in) < set(Language)


def test_numbers_of_the_security_council_have_their_years() -> None:
    years = [year for year, _ in first_of_year()]
    assert years == list(range(1946, years[-1] + 1))
    assert years_of(242) == (1967, 1967)
    assert years_of(2334) == (2016, 2016)
    assert years_of(1284) == (1999, 2000)  # its neighbour is of the next year
    assert years_of(1) == (1946, 1946)
    assert years_of(9999) == (years[-1], None)
