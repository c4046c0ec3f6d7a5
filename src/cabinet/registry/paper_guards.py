"""What is refused of papers themselves: their facts, revisions, enclosures, numbers, releases."""

from __future__ import annotations

from functools import reduce

from cabinet.accounts.protection import holds_post, is_not_the_day
from cabinet.ledger.guards import Guard
from cabinet.ledger.guards.conditions import changed, is_no_sha256, is_none_of
from cabinet.registry.conditions import AT_REST, ITEM_AT_REST, NEWEST_REVISION
from cabinet.registry.models import Enclosure, Item, Number, Release, Revision, Series
from clearance.terms import Confidentiality, Flow, Kind, Role, Urgency

FACTS = (
    "kind", "subject", "languages", "urgency", "confidentiality", "correspondent_id", "level",
    "to_unit_id", "answers_id", "sealed", "sender_reference", "dated_gregorian", "dated_hijri",
    "channel", "enclosures_announced",
)  # fmt: skip
NUMBERERS = (Role.HEAD_OF_REGISTRY, Role.DIRECTOR_GENERAL)
_STRANGE_WORDS = f"""{is_none_of("NEW.flow", Flow)} OR {is_none_of("NEW.kind", Kind)}
    OR NEW.urgency NOT BETWEEN {min(Urgency)} AND {max(Urgency)}
    OR NEW.confidentiality NOT BETWEEN {min(Confidentiality)} AND {max(Confidentiality)}"""
_ANOTHER_LEVEL = "NEW.level IS DISTINCT FROM COALESCE([[correspondent.level]], '')"
_ANSWERS = "NEW.flow <> 'incoming' AND NEW.answers_id IS NOT NULL"
_NO_INCOMING_ONE = """NOT EXISTS (
    SELECT 1 FROM registry_item AS a WHERE a.id = NEW.answers_id AND a.flow = 'incoming')"""


# A number as its series prints it. Few series pad the serial with zeros, and to look for each width
# takes longer than all else that a number is asked.
_SERIAL = "CAST(NEW.serial AS TEXT)"
PRINTED = f"""REPLACE(REPLACE(REPLACE([[series.pattern]], '{{unit}}', COALESCE([[unit.code]], '')),
        '{{year}}', CAST(NEW.year AS TEXT)), '{{serial}}', {_SERIAL})"""
PRINTED_PADDED = reduce(
    lambda text, width: (
        f"REPLACE({text}, '{{serial:{width}}}', "
        f"SUBSTR('{'0' * width}', LENGTH({_SERIAL}) + 1) || {_SERIAL})"
    ),
    range(1, 10),
    PRINTED,
)
AS_IT_IS = "[[series.pattern]] NOT LIKE '%{serial:%'"
PADDED = "[[series.pattern]] LIKE '%{serial:%'"
_NUMBERERS = ", ".join(f"'{role}'" for role in NUMBERERS)
_BY_ANOTHER_HAND = f"""NEW.set_by_id IS NULL
    AND (NEW.set_under_id IS NOT NULL OR EXISTS (SELECT 1 FROM registry_movement))
    OR NEW.set_by_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM accounts_post AS np WHERE np.id = NEW.set_under_id
        AND np.role IN ({_NUMBERERS}) AND {holds_post("NEW.set_by_id", "np.id", "[[today]]")})"""

_SERIES_GUARDS = (
    Guard(
        "numbers_papers", Series, "insert",
        "A series numbers one flow by serial and year; for incoming papers, of all units.",
        f"""{is_none_of("NEW.flow", Flow)} OR NEW.flow = 'incoming' AND NEW.unit_id IS NOT NULL
        OR NEW.pattern NOT LIKE '%{{serial%' OR NEW.pattern NOT LIKE '%{{year}}%'""",
        "REG017", "FR-NUM-IN, FR-NUM-OUT",
    ),
    Guard(
        "opened_by_the_registry", Series, "insert",
        "Once the first paper is in, a series is opened by the head of the Registry.",
        _BY_ANOTHER_HAND,
        "REG016", "The Registry numbers the papers; our guess in detail",
    ),
    Guard(
        "changed_by_the_registry", Series, "update",
        "Once the first paper is in, a series is put out of use by the head of the Registry.",
        _BY_ANOTHER_HAND,
        "REG016", "The Registry numbers the papers; our guess in detail",
    ),
)  # fmt: skip

_ITEM_GUARDS = (
    Guard(
        "begins_empty", Item, "insert",
        "A paper begins without a state; its first movement gives it one.",
        "NEW.state <> '' OR NEW.moves <> 0 OR NEW.due_on IS NOT NULL"
        " OR NEW.moved_at IS NOT NULL OR NEW.action_unit_id IS NOT NULL",
        "REG001", "State equals the last movement",
    ),
    Guard(
        "drafted_inside_or_received", Item, "insert",
        "An incoming paper comes from outside, any other from a unit of the house.",
        "(NEW.flow = 'incoming') <> (NEW.from_unit_id IS NULL)",
        "REG002", "Mandate, first paragraph",
    ),
    Guard(
        "known_words", Item, "insert",
        "A paper has a kind, an urgency and a level of confidentiality that the house knows.",
        _STRANGE_WORDS,
        "REG013", "The words of clearance.terms",
    ),
    Guard(
        "level_of_its_correspondent", Item, "insert",
        "The rank that decides who may sign is the correspondent's own.",
        _ANOTHER_LEVEL,
        "REG014", "UN-45: by the addressee's rank",
    ),
    Guard(
        "answers_an_incoming_paper", Item, "insert",
        "What the house writes answers a paper that came in.",
        _NO_INCOMING_ONE,
        "GAT037", "Noark 5 3.4.3",
        of=_ANSWERS,
    ),
    Guard(
        "sealed_for_somebody", Item, "insert",
        "A sealed envelope comes from outside and names its addressee.",
        "NEW.sealed AND (NEW.flow <> 'incoming' OR NEW.personal_to_id IS NULL)",
        "REG015", "FR-CONF: handed to the addressee unopened",
    ),
    Guard(
        "follows_movements", Item, "update",
        "The state of a paper follows the movements.",
        """NEW.moves IS DISTINCT FROM [[latest.no]] OR NEW.state IS DISTINCT FROM [[latest.target]]
        OR NEW.moved_at IS DISTINCT FROM [[latest.at]]""",
        "REG003", "State equals the last movement",
        of=changed("state", "moves", "moved_at"),
    ),
    Guard(
        "follows_directions", Item, "update",
        "Deadline and unit for action follow the movements.",
        """NEW.due_on IS DISTINCT FROM (SELECT m.due_on FROM registry_movement AS m
            WHERE m.item_id = NEW.id AND m.due_on IS NOT NULL ORDER BY m.no DESC LIMIT 1)
        OR NEW.action_unit_id IS DISTINCT FROM (SELECT m.to_unit_id
            FROM registry_movement AS m WHERE m.item_id = NEW.id
            AND m.to_unit_id IS NOT NULL ORDER BY m.no DESC LIMIT 1)""",
        "REG003", "State equals the last movement",
        of=changed("due_on", "action_unit_id"),
    ),
    Guard(
        "facts_frozen", Item, "update",
        "The facts of a paper are fixed once it is registered or submitted.",
        f"""OLD.state NOT IN ('', 'received', 'draft')
            OR NOT EXISTS (SELECT 1 FROM registry_item AS i WHERE i.id = NEW.id AND {AT_REST})""",
        "REG004", "Noark 5 3.2.22, 3.2.24: frozen once registered",
        of=changed(*FACTS),
    ),
    Guard(
        "addressee_frozen_once_authorised", Item, "update",
        "An authorisation to write names the addressee, who is then fixed.",
        """EXISTS (SELECT 1 FROM registry_movement AS m WHERE m.item_id = NEW.id
            AND m.act = 'authorise')""",
        "REG005", "Internal rules of 1974; our guess in detail",
        of=changed("correspondent_id", "level", "kind"),
    ),
    Guard(
        "known_words_stay", Item, "update",
        "A paper has a kind, an urgency and a level of confidentiality that the house knows.",
        _STRANGE_WORDS,
        "REG013", "The words of clearance.terms",
    ),
    Guard(
        "answers_only_an_incoming_paper", Item, "update",
        "What the house writes answers a paper that came in.",
        _NO_INCOMING_ONE,
        "GAT037", "Noark 5 3.4.3",
        of=f"{changed('answers_id')} AND {_ANSWERS}",
    ),
    Guard(
        "level_stays_with_its_correspondent", Item, "update",
        "The rank that decides who may sign is the correspondent's own.",
        _ANOTHER_LEVEL,
        "REG014", "UN-45: by the addressee's rank",
        of=changed("level", "correspondent_id"),
    ),
    Guard(
        "opened_by_its_addressee", Item, "update",
        "A sealed envelope is open once its addressee has brought it in.",
        """NOT (OLD.sealed AND EXISTS (
            SELECT 1 FROM registry_movement AS m WHERE m.item_id = NEW.id
            AND m.no = NEW.moves AND m.act = 'bring_in'))""",
        "REG015", "FR-CONF: it comes back to be registered",
        of=changed("sealed"),
    ),
)  # fmt: skip

_WITH_ITS_ACT = (
    "A revision comes with the act that brings it, once, while the paper is being received or "
    "drafted, by whoever did that act."
)
_PAPER_GUARDS = (
    Guard(
        "while_open", Revision, "insert", _WITH_ITS_ACT,
        f"""{is_no_sha256("NEW.sha256")} OR NOT COALESCE(NOT [[item.sealed]] AND {ITEM_AT_REST}
            AND [[item.state]] IN ('', 'received', 'draft'), FALSE)""",
        "REG006", "Noark 5 3.2.31: a finished document cannot change",
    ),
    Guard(
        "first_by_its_opener", Revision, "insert", _WITH_ITS_ACT,
        "NEW.no IS DISTINCT FROM 1 OR NEW.by_id IS DISTINCT FROM [[item.opened_by_id]]",
        "REG006", "Noark 5 3.2.31: a finished document cannot change",
        of="[[item.state]] = ''",
    ),
    Guard(
        "next_by_who_brings_it", Revision, "insert", _WITH_ITS_ACT,
        """NEW.no IS DISTINCT FROM COALESCE([[newest.no]], 0) + 1
        OR NOT COALESCE([[latest.by_id]] = NEW.by_id
            AND [[latest.act]] IN ('receive', 'bring_in', 'draft', 'revise')
            AND [[latest.revision_id]] IS NOT DISTINCT FROM [[newest.id]], FALSE)""",
        "REG006", "Noark 5 3.2.31: a finished document cannot change",
        of="[[item.state]] <> ''",
    ),
    Guard(
        "while_open", Enclosure, "insert",
        "An enclosure is added to the newest revision until the first act on that revision.",
        # Of its paper's movements alone: an act is about a revision of its own paper (GAT013).
        f"""EXISTS (SELECT 1 FROM registry_movement AS m
            WHERE m.item_id = (SELECT v.item_id FROM registry_revision AS v
                WHERE v.id = NEW.revision_id)
            AND m.revision_id = NEW.revision_id)
        OR NOT EXISTS (SELECT 1 FROM registry_revision AS v
            JOIN registry_item AS i ON i.id = v.item_id
            WHERE v.id = NEW.revision_id AND i.state IN ('', 'received', 'draft') AND {AT_REST}
            AND v.id = {NEWEST_REVISION.format("id", "v.item_id")})
        OR {is_no_sha256("NEW.sha256")}""",
        "REG007", "Noark 5 3.2.31",
    ),
    Guard(
        "next_in_series", Number, "insert",
        "Numbers are given in order, without a gap, in a series of the paper.",
        f"""NEW.serial IS DISTINCT FROM [[drawn.serial]]
        OR NEW.year <> [[year NEW.on_day]] OR {is_not_the_day("NEW.on_day")}
        OR NOT COALESCE([[series.in_use]] AND [[series.flow]] = [[item.flow]] AND {ITEM_AT_REST}
            AND ([[series.unit_id]] IS NULL OR [[series.unit_id]] = [[item.from_unit_id]]),
            FALSE)""",
        "REG008", "FR-NUM-IN, FR-NUM-OUT; a register has no gap",
    ),
    Guard(
        "printed_by_its_series", Number, "insert",
        "A number is written as the series of the paper prints it.",
        "NEW.text IS DISTINCT FROM [[drawn.text]]",
        "REG008", "FR-NUM-IN, FR-NUM-OUT",
    ),
    Guard(
        "received_first", Number, "insert",
        "An incoming paper is numbered when it is registered.",
        """[[item.flow]] = 'incoming'
        AND ([[item.state]] NOT IN ('', 'received') OR [[item.sealed]])""",
        "REG009", "EU-REG1",
    ),
    Guard(
        "by_an_act", Release, "insert",
        "Only units that an act of the Cabinet names see a paper; a sealed one, its addressee.",
        """NOT EXISTS (SELECT 1 FROM registry_movement AS m
            JOIN registry_item AS i ON i.id = m.item_id
            WHERE m.id = NEW.movement_id AND m.item_id = NEW.item_id AND (
                (m.act IN ('direct', 'refer', 'copy') OR m.act = 'issue' AND i.flow = 'memorandum')
                AND NEW.officer_id IS NULL
                AND (NEW.purpose = 'action' AND NEW.unit_id = m.to_unit_id
                     OR NEW.purpose = 'information'
                        AND m.copies LIKE '%|' || NEW.unit_id || '|%')
                OR m.act = 'hand_over' AND NEW.officer_id = i.personal_to_id
                AND NEW.unit_id IS NULL AND NEW.purpose = 'action'))""",
        "REG010", "Mandate: no document reaches a department except through the Cabinet",
    ),
)  # fmt: skip

PAPER_GUARDS = _SERIES_GUARDS + _ITEM_GUARDS + _PAPER_GUARDS
