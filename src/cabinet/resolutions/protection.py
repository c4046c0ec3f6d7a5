"""A resolution's number stays as it was entered; what is known of it may grow, and is recorded."""

from __future__ import annotations

from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import changed, is_blank
from cabinet.resolutions.models import Citation, Directive, Resolution

PROTECTED = (
    Protected(
        Resolution,
        may_change=(
            "year", "adopted_on", "title_ar", "title_en", "title_fr", "status",
            "superseded_by_id", "expired_on", "language", "text", "folded", "source",
        ),
        digests=("text",),
        follows=("folded",),
    ),
    Protected(Directive, may_change=("until", "source")),
    Protected(Citation, recorded=False),
)  # fmt: skip

GUARDS = (
    Guard(
        "named", Resolution, "insert",
        "A resolution has a number and a session.",
        f"""{is_blank("NEW.ref")} OR {is_blank("NEW.session")}""",
        "RES001", "Numbers as printed (resolutions.toml)",
    ),
    Guard(
        "told", Directive, "insert",
        "A directive says what it is about, and what would contradict it, and where it was taken.",
        f"""{is_blank("NEW.subjects")} OR {is_blank("NEW.opposed")} OR {is_blank("NEW.source")}""",
        "RES002", "Mandate: no conflict with earlier directives",
    ),
    Guard(
        "told_still", Directive, "update",
        "A directive says where it was taken.",
        is_blank("NEW.source"),
        "RES002", "Mandate: no conflict with earlier directives",
        of=changed("source"),
    ),
)  # fmt: skip
