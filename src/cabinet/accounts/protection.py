"""Rights are given and ended by rows that stay: who held which post on which day is never lost."""

from __future__ import annotations

from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post, Unit
from cabinet.ledger.guards import Guard, Known, Protected
from cabinet.ledger.guards.conditions import is_none_of
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Kind, Power, Role

PROTECTED = (
    Protected(
        Officer,
        may_change=(
            "password", "last_login", "language", "is_active", "email",
            "name_ar", "name_en", "name_fr",
        ),
        recorded=False,
        in_order=False,
    ),
    Protected(
        Unit,
        may_change=(
            "name_ar", "name_en", "name_fr", "direct_authority", "related",
            "supervised_by_id", "coordinated_by_id", "source",
        ),
        in_order=False,
    ),
    Protected(Post, may_change=("name_ar", "name_en", "name_fr"), in_order=False),
    Protected(Holding, digests=("instrument",)),
    Protected(Delegation, digests=("instrument",)),
    Protected(Ending, digests=("reason",)),
)  # fmt: skip


def _holding(officer: str, post: str, on: str, row: str = "h") -> str:
    """Return the SQL of what a holding is by which the officer holds the post on that day."""
    return f"""{row}.officer_id = {officer} AND {row}.post_id = {post}
          AND {row}.begins_on <= {on} AND ({row}.ends_on IS NULL OR {row}.ends_on >= {on})
          AND NOT EXISTS (SELECT 1 FROM accounts_ending AS he
                          WHERE he.holding_id = {row}.id AND he.first_day_without <= {on})"""


# The holding by which a row's officer holds the row's post on the row's day.
ITS_HOLDING = Known(
    "holding", Holding, _holding("NEW.by_id", "NEW.post_id", "NEW.on_day", "known") + " LIMIT 1"
)


def holds_post(officer: str, post: str, on: str) -> str:
    """Return the SQL that is true if the officer holds the post in his own right on that day."""
    return f"EXISTS (SELECT 1 FROM accounts_holding AS h WHERE {_holding(officer, post, on)})"


def holds_role(officer: str, roles: tuple[Role, ...], on: str) -> str:
    """Return the SQL that is true if the officer holds any post of these roles on that day."""
    listed = ", ".join(f"'{role}'" for role in roles)
    return f"""EXISTS (
        SELECT 1 FROM accounts_post AS rp
        WHERE rp.role IN ({listed}) AND {holds_post(officer, "rp.id", on)})"""


def has_authority(*, power: str, kind: str, level: str, row: str = "NEW") -> str:
    """Return the SQL that is true if the row's officer may use the row's post on the row's day.

    In his own right where the row names no delegation, else by that delegation within its limits.
    ``power``, ``kind`` and ``level`` are SQL expressions. Source: UN-45; Rule 5 (delegation).
    """
    lent = holds_delegation(power=power, kind=kind, level=level, row=row)
    return f"""(({row}.delegation_id IS NULL AND {holds_its_post(row)})
      OR {lent})"""


def holds_its_post(row: str = "NEW") -> str:
    """Return the SQL that is true if the row's officer holds the row's post on the row's day."""
    return holds_post(f"{row}.by_id", f"{row}.post_id", f"{row}.on_day")


def holds_delegation(*, power: str, kind: str, level: str, row: str = "NEW") -> str:
    """Return the SQL that is true if the row's delegation lends its officer its post on its day.

    Within its limits; ``power``, ``kind`` and ``level`` are SQL expressions.
    """
    by, post, on, delegation = (
        f"{row}.{column}" for column in ("by_id", "post_id", "on_day", "delegation_id")
    )
    return f"""EXISTS (
        SELECT 1 FROM accounts_delegation AS d
        WHERE d.id = {delegation} AND d.officer_id = {by} AND d.post_id = {post}
          AND d.begins_on <= {on} AND d.ends_on >= {on}
          AND d.power IN ('', {power}) AND d.kind IN ('', {kind}) AND d.level IN ('', {level})
          AND NOT EXISTS (SELECT 1 FROM accounts_ending AS de
                          WHERE de.delegation_id = d.id AND de.first_day_without <= {on}))"""


def is_not_the_day(column: str) -> str:
    """Return the SQL that is true if a day is not the house's own of this moment.

    A day more would let an officer sign yesterday by a power that ended today.
    """
    return f"{column} NOT BETWEEN [[first day]] AND [[last day]]"


def is_not_about_now(column: str) -> str:
    """Return the SQL that is true if a day is not the machine's today, give or take a time zone."""
    return f"{column} NOT BETWEEN [[yesterday]] AND [[tomorrow]]"


_APPOINTERS = (Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL, Role.SYSTEM_ADMINISTRATOR)
_GRANTERS = (Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL)

GUARDS = (
    Guard(
        "known_role", Post, "insert",
        "A post has a role that the house knows.",
        is_none_of("NEW.role", Role),
        "ACC008", "The words of clearance.terms",
    ),
    Guard(
        "known_words", Delegation, "insert",
        "A delegation names a capacity, a power, a kind and a level that the house knows.",
        f"""{is_none_of("NEW.capacity", (Capacity.ACTING, Capacity.DELEGATED))}
        OR {is_none_of("NEW.power", ("", *Power))} OR {is_none_of("NEW.kind", ("", *Kind))}
        OR {is_none_of("NEW.level", ("", *AddresseeLevel))}""",
        "ACC008", "The words of clearance.terms",
    ),
    Guard(
        "of_exactly_one", Ending, "insert",
        "An ending ends one holding or one delegation.",
        "(NEW.holding_id IS NULL) = (NEW.delegation_id IS NULL)",
        "ACC009", "A right is ended by a row of its own",
    ),
    Guard(
        "by_appointer", Holding, "insert",
        "Once the first paper is in, an officer is appointed by somebody who may appoint.",
        f"""NEW.appointed_by_id IS NULL AND EXISTS (SELECT 1 FROM registry_movement)
        OR NEW.appointed_by_id IS NOT NULL
        AND NOT {holds_role("NEW.appointed_by_id", _APPOINTERS, "[[today]]")}""",
        "ACC001", "Our guess: appointments are the leadership's, entered by the administrator",
    ),
    Guard(
        "not_by_oneself", Holding, "insert",
        "Nobody appoints himself.",
        "NEW.appointed_by_id = NEW.officer_id",
        "ACC002", "Four eyes: our guess",
    ),
    Guard(
        "by_holder", Delegation, "insert",
        "A power is delegated by the holder of the post, or by the leadership.",
        f"""NOT {holds_post("NEW.granted_by_id", "NEW.post_id", "[[today]]")}
        AND NOT {holds_role("NEW.granted_by_id", _GRANTERS, "[[today]]")}""",
        "ACC003", "UN-45: general authorisation of the head of department",
    ),
    Guard(
        "not_to_oneself", Delegation, "insert",
        "Nobody delegates a power to himself.",
        "NEW.granted_by_id = NEW.officer_id",
        "ACC004", "Four eyes: our guess",
    ),
    Guard(
        "not_backdated", Delegation, "insert",
        "A delegation does not begin before the day on which it is recorded.",
        "NEW.begins_on < [[yesterday]]",
        "ACC005", "A delegation is written and dated; our guess",
    ),
    Guard(
        "by_appointer_or_holder", Ending, "insert",
        "A right is ended by whoever may give it.",
        f"""NOT {holds_role("NEW.ended_by_id", _APPOINTERS, "[[today]]")}
        AND NOT EXISTS (SELECT 1 FROM accounts_delegation AS g
                        WHERE g.id = NEW.delegation_id AND g.granted_by_id = NEW.ended_by_id)""",
        "ACC006", "Revocable at any time by its giver; our guess",
    ),
)  # fmt: skip
