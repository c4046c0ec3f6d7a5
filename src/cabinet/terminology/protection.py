"""A term changes by an edition that the Cabinet proposes and the Director-General adopts."""

from __future__ import annotations

from cabinet.accounts.protection import has_authority, is_not_about_now, is_not_the_day
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import is_blank, is_none_of
from cabinet.terminology.models import Decision, Edition, Level

PROTECTED = (
    Protected(
        Edition,
        digests=("avoid_ar", "avoid_en", "avoid_fr", "unless", "near", "source", "note", "folded"),
    ),
    Protected(Decision, digests=("reason",)),
)

_ANY = {"kind": "''", "level": "''"}


def _as(power: str, *roles: str) -> str:
    listed = ", ".join(f"'{role}'" for role in roles)
    return f"""(EXISTS (SELECT 1 FROM accounts_post AS p WHERE p.id = NEW.post_id
            AND p.role IN ({listed})) AND {has_authority(power=f"'{power}'", **_ANY)})"""


_NEWER_DECIDED = """EXISTS (SELECT 1 FROM terminology_edition AS mine
    JOIN terminology_edition AS e ON e.code = mine.code AND e.no > mine.no
    WHERE mine.id = NEW.edition_id AND EXISTS (SELECT 1 FROM terminology_decision AS d
        WHERE d.edition_id = e.id AND d.adopted))"""

GUARDS = (
    Guard(
        "told", Edition, "insert",
        "An entry says what is not written, how heavily it weighs, and by what source.",
        f"""{is_blank("NEW.code")} OR {is_blank("NEW.source")}
        OR {is_blank("NEW.avoid_ar")} AND {is_blank("NEW.avoid_en")} AND {is_blank("NEW.avoid_fr")}
        OR {is_none_of("NEW.level", Level.values)}""",
        "TRM001", "Mandate: observation of the political sensitivity",
    ),
    Guard(
        "in_order", Edition, "insert",
        "The editions of an entry are numbered one after another.",
        """NEW.no <> 1 + (SELECT COUNT(*) FROM terminology_edition AS e
                          WHERE e.code = NEW.code)""",
        "TRM002", "Nothing of the register is lost",
    ),
    Guard(
        "by_the_cabinet", Edition, "insert",
        "Once the first paper is in, an edition is proposed by an officer of the Cabinet.",
        f"""NEW.by_id IS NULL AND EXISTS (SELECT 1 FROM registry_movement)
        OR NEW.by_id IS NOT NULL AND (NEW.post_id IS NULL
            OR NOT {_as("clear", "cabinet_adviser", "director_general")}
            OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")})""",
        "TRM003", "Mandate: the Cabinet observes the political sensitivity",
    ),
    Guard(
        "by_the_director_general", Decision, "insert",
        "Only the Director-General, or whoever holds that power in writing, adopts or declines.",
        f"""NOT {_as("override", "director_general")}
        OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}
        OR NOT NEW.adopted AND {is_blank("NEW.reason")}""",
        "TRM004", "Mandate: entrusted with vast executive powers; our guess for terms",
    ),
    Guard(
        "not_overtaken", Decision, "insert",
        "An edition is decided before a newer one of its entry is adopted.",
        f"""{_NEWER_DECIDED} OR EXISTS (SELECT 1 FROM terminology_edition AS e
            WHERE e.id = NEW.edition_id AND e.by_id IS NULL)""",
        "TRM005", "The newest adopted edition decides",
    ),
)  # fmt: skip
