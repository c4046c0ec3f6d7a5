"""The signatory matrix changes by rows that stay, and only by the leadership's hand."""

from __future__ import annotations

from typing import Literal

from cabinet.accounts.protection import holds_role
from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import is_blank, is_none_of
from clearance.terms import AddresseeLevel, Kind, Language, Role

PROTECTED = (
    Protected(
        Country,
        may_change=(
            "name_ar", "name_en", "name_fr", "formal_ar", "formal_en", "formal_fr",
            "capital", "regional_group", "group_basis", "standing", "source",
        ),
    ),
    Protected(
        Correspondent,
        may_change=(
            "name_ar", "name_en", "name_fr", "style_ar", "style_en", "style_fr", "language",
            "address", "email", "folded", "begins_on", "ends_on", "source",
        ),
        digests=("address", "email"),
        follows=("folded",),
    ),
    Protected(
        Incumbent,
        may_change=(
            "name_ar", "name_en", "name_fr", "post_ar", "post_en", "post_fr",
            "style_ar", "style_en", "style_fr", "begins_on", "ends_on", "source",
        ),
    ),
    Protected(SignatoryCell),
)  # fmt: skip

_NO_POST = f"""{is_blank("NEW.post_ar")} AND {is_blank("NEW.post_en")} AND {is_blank("NEW.post_fr")}
    OR NEW.begins_on IS NOT NULL AND NEW.ends_on IS NOT NULL AND NEW.ends_on < NEW.begins_on"""

_STRANGE_LANGUAGE = is_none_of("NEW.language", ("", *Language))
_BOTH: tuple[tuple[str, Literal["insert", "update"]], ...] = (
    ("of_a_language", "insert"),
    ("still_of_a_language", "update"),
)

GUARDS = (
    Guard(
        "known_words", SignatoryCell, "insert",
        "A cell of the matrix names a kind, a level and a role that the house knows.",
        f"""{is_none_of("NEW.kind", Kind)} OR {is_none_of("NEW.level", AddresseeLevel)}
        OR {is_none_of("NEW.role", Role)}""",
        "ACC008", "The words of clearance.terms",
    ),
    Guard(
        "known_level", Correspondent, "insert",
        "A correspondent has a rank that the house knows.",
        is_none_of("NEW.level", AddresseeLevel),
        "ACC008", "UN-45: by the addressee's rank",
    ),
    *(
        Guard(
            name, Correspondent, on,
            "A correspondent is written to in a language of the Organisation.",
            _STRANGE_LANGUAGE,
            "DIR004", "UN-118; the review reads no paper where a register names another",
        )
        for name, on in _BOTH
    ),
    Guard(
        "of_a_post", Incumbent, "insert",
        "Who holds a post is entered with its title; the last day is not before the first.",
        _NO_POST, "DIR001", "Mandate: accuracy of the addressee's information",
    ),
    Guard(
        "still_of_a_post", Incumbent, "update",
        "Who holds a post keeps a title; the last day is not before the first.",
        _NO_POST, "DIR001", "Mandate: accuracy of the addressee's information",
    ),
    Guard(
        "by_leadership", SignatoryCell, "insert",
        "Once the first paper is in, only the leadership changes who may sign what.",
        f"""NEW.set_by_id IS NULL AND EXISTS (SELECT 1 FROM registry_movement)
        OR NEW.set_by_id IS NOT NULL AND NOT {holds_role(
            "NEW.set_by_id", (Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL), "[[today]]")}""",
        "ACC007", "Mandate: legal basis and approval from the authorised person",
    ),
)  # fmt: skip


def matrix_permits(kind: str, level: str, role: str) -> str:
    """Return the SQL that is true if the newest row of the cell permits the signature."""
    return f"""COALESCE((
        SELECT c.permitted FROM directory_signatorycell AS c
        WHERE c.kind = {kind} AND c.level = {level} AND c.role = {role}
        ORDER BY c.id DESC LIMIT 1), FALSE)"""


def matrix_needs_authorisation(kind: str, level: str, role: str) -> str:
    """Return the SQL that is true if the newest row of the cell asks for an authorisation."""
    return f"""COALESCE((
        SELECT c.needs_authorisation FROM directory_signatorycell AS c
        WHERE c.kind = {kind} AND c.level = {level} AND c.role = {role}
        ORDER BY c.id DESC LIMIT 1), FALSE)"""
