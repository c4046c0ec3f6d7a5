"""The register keeps itself: each act is lawful, in turn, by somebody entitled that day.

The conditions repeat ``clearance.gate`` in the database's own words, so that an act which did not
come through the application meets the same gate.
"""

from __future__ import annotations

from django.db import models

from cabinet.accounts.protection import (
    ITS_HOLDING,
    holds_delegation,
    is_not_about_now,
    is_not_the_day,
)
from cabinet.ledger.guards import Consequence, Guard, Protected
from cabinet.ledger.guards.conditions import is_blank
from cabinet.registry.charter import acts_that_need, flows_and_acts_that_need, lawful_acts
from cabinet.registry.conditions import (
    BEFORE_IT,
    ITS_CORRESPONDENT,
    ITS_ITEM,
    ITS_LATEST,
    ITS_LAW,
    ITS_NEWEST,
    ITS_NUMBER,
    ITS_POST,
    ITS_SERIES,
    ITS_UNIT,
    ITS_UNIT_S_SERIES,
    MOVED_BY,
    PENDING,
    drafted_by,
)
from cabinet.registry.models import (
    Enclosure,
    Item,
    LawfulAct,
    Movement,
    Number,
    Release,
    Revision,
    Series,
)
from cabinet.registry.paper_guards import (
    AS_IT_IS,
    FACTS,
    PADDED,
    PAPER_GUARDS,
    PRINTED,
    PRINTED_PADDED,
)

FOLLOWING = ("state", "moves", "moved_at", "due_on", "action_unit_id")  # the movements
TOLD = ("flow", "from_unit_id", "personal_to_id", "opened_by_id", "outer_marks", *FACTS)


def _told(name: str) -> str:
    """Return a fact of a paper as the digest of all facts lists it."""
    field = next(each for each in Item._meta.concrete_fields if each.column == name)
    plain = isinstance(field, models.CharField) and not field.null
    return f"i.{name}" if plain else f"i.{name} AS TEXT"


FACTS_SHA256 = f"[[sha256 [[listed {'; '.join(map(_told, TOLD))}]]]]"

PROTECTED = (
    Protected(LawfulAct, recorded=False, content=lawful_acts),
    Protected(Series, may_change=("in_use", "source", "set_by_id", "set_under_id")),
    Protected(
        Item,
        may_change=(
            "kind", "subject", "languages", "urgency", "confidentiality", "correspondent_id",
            "level", "to_unit_id", "answers_id", "sealed", "sender_reference", "dated_gregorian",
            "dated_hijri", "channel", "enclosures_announced",
            *FOLLOWING,
        ),
        follows=FOLLOWING,
        recorded=False,
        held=("moved_at", "due_on"),
        knows=(ITS_CORRESPONDENT, MOVED_BY),
    ),
    Protected(Revision, recorded=False, knows=(ITS_ITEM, PENDING, ITS_NEWEST, ITS_LATEST)),
    Protected(Enclosure, recorded=False),
    Protected(
        Number,
        recorded=False,
        held=("on_day",),
        knows=(ITS_ITEM, ITS_UNIT, ITS_UNIT_S_SERIES, ITS_SERIES, PENDING, BEFORE_IT),
        draws=(
            ("series_id", "[[open_series.id]]", ""),
            ("serial", "COALESCE([[before.serial]], 0) + 1", ""),
            ("text", PRINTED, AS_IT_IS),
            ("text", PRINTED_PADDED, PADDED),
        ),
    ),
    Protected(
        Movement,
        digests=("reason", "officer_label", "post_label", "authority_label", "item_label"),
        # One act, one entry: it stands for the paper's facts, number and enclosures of that moment.
        tells=(
            ("facts", f"SELECT {FACTS_SHA256} FROM registry_item AS i WHERE i.id = NEW.item_id"),
            ("number", "SELECT n.text FROM registry_number AS n WHERE n.item_id = NEW.item_id"),
            (
                "enclosures",
                "[[joined SELECT x.sha256 FROM registry_enclosure AS x "
                "WHERE x.revision_id = NEW.revision_id ORDER BY x.no]]",
            ),
        ),
        knows=(ITS_ITEM, ITS_POST, ITS_LAW, ITS_HOLDING, ITS_NEWEST, ITS_NUMBER),
        held=("on_day", "at"),
    ),
    Protected(Release),
)  # fmt: skip

_POWER = """(SELECT l.power FROM registry_lawfulact AS l
    WHERE l.act = NEW.act AND l.source = NEW.source AND l.flow = [[item.flow]] LIMIT 1)"""
_FOR_ACTION = """(NEW.act IN ('direct', 'refer')
    OR NEW.act = 'issue' AND [[item.flow]] = 'memorandum')"""

MOVEMENT_GUARDS = (
    Guard(
        "in_turn", Movement, "insert",
        "Another officer acted on this paper, or the act does not start where the paper is.",
        """NEW.source IS DISTINCT FROM [[item.state]]
        OR NEW.no IS DISTINCT FROM [[item.moves]] + 1""",
        "GAT003", "State equals the last movement (design, section 3)",
    ),
    Guard(
        "lawful", Movement, "insert",
        "This act is not listed for this paper, state and post.",
        "NEW.target IS DISTINCT FROM [[law.target]]",
        "GAT001", "The tables of clearance.gate",
    ),
    Guard(
        "lawful_for_its_unit", Movement, "insert",
        "This act is not listed for this paper, state and post.",
        """NOT COALESCE(CASE [[law.scope]]
            WHEN 'from_unit' THEN [[post.unit_id]] = [[item.from_unit_id]]
            WHEN 'action_unit' THEN [[post.unit_id]] = [[item.action_unit_id]]
            WHEN 'personal_to' THEN NEW.by_id = [[item.personal_to_id]] END, FALSE)""",
        "GAT001", "The tables of clearance.gate",
        of="[[law.scope]] <> ''",
    ),
    Guard(
        "by_authority", Movement, "insert",
        "The officer does not hold this post on this day.",
        "[[holding.id]] IS NULL",
        "GAT002", "Posts hold rights, between dates (mandate, check 2)",
        of="NEW.delegation_id IS NULL",
    ),
    Guard(
        "by_lent_authority", Movement, "insert",
        "The officer was not lent this power on this day.",
        "NOT " + holds_delegation(power=_POWER, kind="[[item.kind]]", level="[[item.level]]"),
        "GAT002", "UN-45; Rule 5: a delegation is written, dated and limited",
        of="NEW.delegation_id IS NOT NULL",
    ),
    Guard(
        "dated_today", Movement, "insert",
        "An act is dated on the day on which it is written.",
        f"""{is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}""",
        "GAT004", "Authority is judged on the day of the act; our guess",
    ),
    Guard(
        "about_newest_revision", Movement, "insert",
        "An act is about the newest revision of the paper, by its content.",
        """NEW.revision_id IS DISTINCT FROM [[newest.id]]
        OR NEW.content_sha256 <> COALESCE([[newest.sha256]], '')""",
        "GAT013", "A clearance names a revision (design, section 3)",
    ),
    Guard(
        "with_reason", Movement, "insert",
        "This act needs a reason in writing.",
        f"""{is_blank("NEW.reason")}
        AND [[item.flow]] || ' ' || NEW.act IN ({flows_and_acts_that_need("GAT010")})""",
        "GAT010", "Returns with reasons (mandate; UK-HOLD)",
        of=f"NEW.act IN ({acts_that_need('GAT010')})",
    ),
    Guard(
        "one_unit_for_action", Movement, "insert",
        "Exactly one unit is named for action where a paper is directed, and nowhere else.",
        f"(NEW.to_unit_id IS NULL) = {_FOR_ACTION}",
        "GAT022", "One action office, copies for information (domain 5.1)",
    ),
    Guard(
        "opened_with_facts", Movement, "insert",
        "A paper is registered with its file, its subject and its sender, and not while sealed.",
        f"""NEW.revision_id IS NULL OR [[item.sealed]] OR {is_blank("[[item.subject]]")}
        OR [[item.correspondent_id]] IS NULL""",
        "GAT029", "EU-REG1; FR-CONF",
        of="NEW.act = 'register'",
    ),
    Guard(
        "numbered_when_registered", Movement, "insert",
        "A paper is registered by its number.",
        "[[number.id]] IS NULL",
        "GAT030", "EU-REG1",
        of="NEW.act = 'register'",
    ),
    Guard(
        "verified_by_another", Movement, "insert",
        "The officer who registered a paper does not verify it.",
        """EXISTS (SELECT 1 FROM registry_movement AS m
            WHERE m.item_id = NEW.item_id AND m.act = 'register' AND m.by_id = NEW.by_id)""",
        "GAT011", "Four eyes (design, section 3)",
        of="NEW.act = 'verify'",
    ),
    Guard(
        "sealed_to_its_addressee", Movement, "insert",
        "Only a sealed envelope that names an officer goes to its addressee unopened.",
        """NEW.revision_id IS NOT NULL
        OR NOT COALESCE([[item.sealed]] AND [[item.personal_to_id]] IS NOT NULL, FALSE)""",
        "GAT026", "FR-CONF",
        of="NEW.act = 'hand_over'",
    ),
    Guard(
        "fresh_when_submitted", Movement, "insert",
        "A revision is submitted once, with its enclosures complete.",
        """(
            NEW.revision_id IS NULL
            OR EXISTS (SELECT 1 FROM registry_movement AS m WHERE m.item_id = NEW.item_id
                       AND m.act = 'submit' AND m.revision_id = NEW.revision_id)
            OR [[item.enclosures_announced]] <> (
                SELECT COUNT(*) FROM registry_enclosure AS e
                WHERE e.revision_id = NEW.revision_id))""",
        "GAT020", "A new revision reopens all seven checks (domain, section 4)",
        of="NEW.act = 'submit'",
    ),
    Guard(
        "submitted_with_facts", Movement, "insert",
        "A paper is submitted with its subject and its addressee.",
        f"""{is_blank("[[item.subject]]")}
        OR [[item.correspondent_id]] IS NULL AND [[item.to_unit_id]] IS NULL""",
        "GAT029", "UN-72: one subject, an addressee",
        of="NEW.act IN ('submit', 'authorise')",
    ),
    Guard(
        "not_by_drafter", Movement, "insert",
        "Nobody reviews, clears or signs what they drafted.",
        drafted_by("NEW.by_id", "NEW.item_id"),
        "GAT016", "Four eyes (design, section 3)",
        of="NEW.act IN ('take_up', 'clear', 'sign')",
    ),
    Guard(
        "remark_after_informing", Movement, "insert",
        "The Secretary-General remarks on papers of which he was informed.",
        """NOT EXISTS (SELECT 1 FROM registry_movement AS m
            WHERE m.item_id = NEW.item_id AND m.act = 'inform')""",
        "GAT024", "Mandate: informs the Secretary-General of the important ones",
        of="NEW.act = 'remark'",
    ),
    Guard(
        "answered_by_a_dispatched_reply", Movement, "insert",
        "A paper is answered by a reply that was dispatched.",
        """NOT EXISTS (SELECT 1 FROM registry_item AS reply
            WHERE reply.answers_id = NEW.item_id AND reply.state IN ('dispatched', 'delivered'))""",
        "GAT033", "Noark 5 3.4.3",
        of="NEW.act = 'answer'",
    ),
    Guard(
        "referred_elsewhere", Movement, "insert",
        "The paper is already with this unit for action.",
        "NEW.to_unit_id = [[item.action_unit_id]]",
        "GAT031", "Referral goes from one unit to another (mandate)",
        of="NEW.act = 'refer'",
    ),
    Guard(
        "acknowledged_once", Movement, "insert",
        "Receipt of this paper has already been acknowledged.",
        """EXISTS (SELECT 1 FROM registry_movement AS m
            WHERE m.item_id = NEW.item_id AND m.act = 'acknowledge')""",
        "GAT032", "FR-DECH: receipt is discharged once",
        of="NEW.act = 'acknowledge'",
    ),
    Guard(
        "copied_to_somebody", Movement, "insert",
        "No unit is named for information.",
        "NEW.copies = ''",
        "GAT035", "UN-75: information copies are named",
        of="NEW.act = 'copy'",
    ),
    Guard(
        "extended_to_a_day", Movement, "insert",
        "The new deadline is missing or has passed.",
        "NEW.due_on IS NULL OR NEW.due_on < NEW.on_day",
        "GAT036", "UK-HOLD: the reason and the new date are recorded",
        of="NEW.act = 'extend'",
    ),
    Guard(
        "copies_by_the_cabinet", Movement, "insert",
        "Copies go out with a paper that the Cabinet directs, refers, copies or issues.",
        """NEW.act NOT IN ('direct', 'refer', 'copy', 'issue')
            OR NEW.copies NOT LIKE '|_%|' OR TRIM(NEW.copies, '0123456789|') <> ''""",
        "REG011", "UN-75: information copies are named",
        of="NEW.copies <> ''",
    ),
    Guard(
        "issued_to_its_addressee", Movement, "insert",
        "A memorandum is issued to the unit that it addresses, as it was cleared.",
        """[[item.flow]] = 'memorandum'
        AND NEW.to_unit_id IS DISTINCT FROM [[item.to_unit_id]]""",
        "REG012", "Mandate: interdepartmental memoranda are issued through the Cabinet",
        of="NEW.act = 'issue'",
    ),
)  # fmt: skip

GUARDS = MOVEMENT_GUARDS + PAPER_GUARDS

CONSEQUENCES = (
    Consequence(
        "item_follows", Movement, "",
        "UPDATE registry_item SET state = NEW.target, moves = NEW.no, moved_at = NEW.at, "
        "due_on = COALESCE(NEW.due_on, due_on), "
        "action_unit_id = COALESCE(NEW.to_unit_id, action_unit_id) WHERE id = NEW.item_id;",
    ),
    Consequence(
        "released_for_action", Movement, "NEW.to_unit_id IS NOT NULL",
        "INSERT INTO registry_release (item_id, movement_id, unit_id, officer_id, purpose) "
        "VALUES (NEW.item_id, NEW.id, NEW.to_unit_id, NULL, 'action');",
    ),
    Consequence(
        "handed_to_addressee", Movement, "NEW.act = 'hand_over'",
        "INSERT INTO registry_release (item_id, movement_id, unit_id, officer_id, purpose) "
        "SELECT NEW.item_id, NEW.id, NULL, i.personal_to_id, 'action' "
        "FROM registry_item AS i WHERE i.id = NEW.item_id;",
    ),
)  # fmt: skip
