"""The context that comes with the rules: the registers of ``clearance.data``."""

from __future__ import annotations

from functools import cache

from clearance.review import default_people as people
from clearance.review import default_registers as registers
from clearance.review.context import Context
from clearance.review.default_terms import (
    FORMER_ORGANISATION,
    ORGANISATION,
    RENAMED_ON,
    known_clauses,
    known_parts,
    known_terms,
    known_topics,
)


@cache
def default_context() -> Context:
    """Return the context built of the registers in the package."""
    return Context(
        states=people.known_states(),
        signatories=people.known_signatories(),
        approval_needed=people.approval_needed(),
        resolutions=registers.known_resolutions(),
        sessions=registers.known_sessions(),
        treaties=registers.known_treaties(),
        facts=registers.known_facts(),
        city_spellings=registers.city_spellings(),
        arabic_series=registers.known_series(),
        basis_needed=registers.kinds_that_need_a_basis(),
        parameters=registers.known_parameters(),
        terms=known_terms(),
        topics=known_topics(),
        parts=known_parts(),
        organisation=ORGANISATION,
        former_organisation=FORMER_ORGANISATION,
        renamed_on=RENAMED_ON,
        clauses=known_clauses(),
    )
