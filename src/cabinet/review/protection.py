"""Seven checks are seven recorded verdicts on each revision, by somebody who did not draft it."""

from __future__ import annotations

from cabinet.accounts.protection import has_authority, is_not_about_now, is_not_the_day
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import is_blank
from cabinet.registry.conditions import AT_REST, NEWEST_REVISION, drafted_by
from cabinet.review.models import Answer, Finding, Objection, Override, Reading, Verdict

PROTECTED = (
    Protected(Verdict, digests=("reason",)),
    Protected(Override, digests=("reason",)),
    Protected(Reading, digests=("text",)),
    Protected(Finding, digests=("said", "suggestion", "source")),
    Protected(Answer, digests=("reason",)),
    Protected(Objection, digests=("quoted", "text")),
)

_ITEM = "(SELECT r.item_id FROM registry_revision AS r WHERE r.id = NEW.revision_id)"
_FOUND_REVISION = """(SELECT d.revision_id FROM review_finding AS f
    JOIN review_reading AS d ON d.id = f.reading_id WHERE f.id = NEW.finding_id)"""
_FOUND_ITEM = f"(SELECT r.item_id FROM registry_revision AS r WHERE r.id = {_FOUND_REVISION})"


def stop_found(revision: str, check: str) -> str:
    """Return the SQL that is true if the newest reading has a stop on the check, not set aside."""
    return f"""EXISTS (SELECT 1 FROM review_finding AS f
    JOIN review_reading AS d ON d.id = f.reading_id
    WHERE d.revision_id = {revision} AND f.check_no = {check} AND f.level = 3
      AND d.id = (SELECT MAX(n.id) FROM review_reading AS n WHERE n.revision_id = d.revision_id)
      AND COALESCE((SELECT a.outcome FROM review_answer AS a
                    WHERE a.finding_id = COALESCE(f.first_id, f.id)
                    ORDER BY a.no DESC LIMIT 1), '') <> 'set_aside')"""


_READ_ITEM = "SELECT 1 FROM registry_item AS i WHERE i.id = " + _ITEM
_STOPPED_ITEM = """(SELECT r.item_id FROM registry_revision AS r
    JOIN review_verdict AS v ON v.revision_id = r.id WHERE v.id = NEW.verdict_id)"""


def under_review(revision: str, item: str) -> str:
    """Return the SQL that is true if the revision is the newest of an item under review.

    A clearance ends the review, so that no word can come between it and its movement.
    """
    return f"""EXISTS (SELECT 1 FROM registry_item AS i WHERE i.id = {item}
        AND i.state = 'under_review' AND {AT_REST})
        AND NOT EXISTS (SELECT 1 FROM gate_clearance AS gc WHERE gc.revision_id = {revision})
        AND {revision} = {NEWEST_REVISION.format("id", item)}"""


def may_do(act: str, item: str) -> str:
    """Return the SQL that is true if the row's post may do the act, and its officer holds it."""
    return f"""(EXISTS (SELECT 1 FROM registry_lawfulact AS l
            JOIN registry_item AS i ON i.id = {item} AND i.flow = l.flow AND i.state = l.source
            JOIN accounts_post AS p ON p.id = NEW.post_id AND p.role = l.role
            WHERE l.act = '{act}')
        AND {
        has_authority(
            power=f"(SELECT l.power FROM registry_lawfulact AS l WHERE l.act = '{act}' LIMIT 1)",
            kind=f"(SELECT i.kind FROM registry_item AS i WHERE i.id = {item})",
            level=f"(SELECT i.level FROM registry_item AS i WHERE i.id = {item})",
        )
    })"""


def seven_verdicts_without_open_stop(revision: str) -> str:
    """Return the SQL that is true if each check's newest verdict passes or was set aside.

    A verdict that passes a check lapses where a later reading finds a stop on it.
    """
    return f"""(SELECT COUNT(*) FROM review_verdict AS v WHERE v.revision_id = {revision}
        AND v.id = (SELECT MAX(w.id) FROM review_verdict AS w
                    WHERE w.revision_id = v.revision_id AND w.check_no = v.check_no)
        AND v.check_no IN (1, 2, 3, 4, 5, 6, 7)
        AND (v.outcome IN ('pass', 'not_applicable')
                AND NOT {stop_found("v.revision_id", "v.check_no")}
             OR EXISTS (SELECT 1 FROM review_override AS o WHERE o.verdict_id = v.id))) = 7"""


GUARDS = (
    Guard(
        "under_review", Verdict, "insert",
        "A verdict is given on the newest revision while it is under review, on the day itself.",
        f"NOT ({under_review('NEW.revision_id', _ITEM)}) OR {is_not_the_day('NEW.on_day')} "
        f"OR {is_not_about_now('date(NEW.at)')}",
        "REV001", "Mandate: it reviews all documents issued",
    ),
    Guard(
        "by_the_cabinet", Verdict, "insert",
        "A verdict is given by an officer of the Cabinet with authority that day.",
        f"NOT {may_do('clear', _ITEM)}",
        "REV002", "Mandate: the Cabinet reviews",
    ),
    Guard(
        "not_by_drafter", Verdict, "insert",
        "Nobody reviews what they drafted.",
        drafted_by("NEW.by_id", _ITEM),
        "GAT016", "Four eyes (design, section 3)",
    ),
    Guard(
        "with_reason", Verdict, "insert",
        "A verdict is on one of the seven checks; unless it passes, it is explained.",
        f"""NEW.outcome NOT IN ('pass', 'not_applicable', 'stop')
        OR NEW.check_no NOT IN (1, 2, 3, 4, 5, 6, 7)
        OR NEW.outcome <> 'pass' AND {is_blank("NEW.reason")}""",
        "REV003", "Each verdict with officer, time and reason; our guess for a pass",
    ),
    Guard(
        "of_an_open_stop", Override, "insert",
        "The Director-General sets aside, in writing, a stop that stands.",
        f"""{is_blank("NEW.reason")} OR NOT ({under_review(
            "(SELECT v.revision_id FROM review_verdict AS v WHERE v.id = NEW.verdict_id)",
            _STOPPED_ITEM)})
        OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}
        OR NOT EXISTS (SELECT 1 FROM review_verdict AS v WHERE v.id = NEW.verdict_id
            AND v.outcome = 'stop' AND v.id = (SELECT MAX(w.id) FROM review_verdict AS w
                WHERE w.revision_id = v.revision_id AND w.check_no = v.check_no))""",
        "REV004", "Design, section 3: an open stop needs the written override",
    ),
    Guard(
        "by_the_director_general", Override, "insert",
        "Only the Director-General, or whoever holds that power in writing, sets a stop aside.",
        f"""NOT EXISTS (SELECT 1 FROM accounts_post AS p WHERE p.id = NEW.post_id
            AND p.role = 'director_general')
        OR NOT {has_authority(
            power="'override'",
            kind=f"(SELECT i.kind FROM registry_item AS i WHERE i.id = {_STOPPED_ITEM})",
            level=f"(SELECT i.level FROM registry_item AS i WHERE i.id = {_STOPPED_ITEM})")}
        OR {drafted_by("NEW.by_id", _STOPPED_ITEM)}""",
        "REV005", "Mandate: entrusted with vast executive powers",
    ),
    Guard(
        "stops_found_are_answered", Verdict, "insert",
        "A check does not pass while a stop that the review found on it is not set aside.",
        f"NEW.outcome <> 'stop' AND {stop_found('NEW.revision_id', 'NEW.check_no')}",
        "REV008", "Machine findings first, an officer's word last (design, section 4)",
    ),
    Guard(
        "of_a_known_weight", Finding, "insert",
        "A finding is a note, a warning or a stop, on one of the seven checks, at a place.",
        f"""NEW.level NOT IN (1, 2, 3) OR NEW.check_no NOT IN (1, 2, 3, 4, 5, 6, 7)
        OR NEW.begins > NEW.ends OR {is_blank("NEW.said")}""",
        "REV009", "Levels and checks of clearance.review",
    ),
    Guard(
        "again_before_clearance", Reading, "insert",
        "A text is read again on an officer's word, while it waits for the Cabinet.",
        f"""EXISTS (SELECT 1 FROM review_reading AS d WHERE d.revision_id = NEW.revision_id)
        AND (NEW.asked_by_id IS NULL
             OR NOT EXISTS ({_READ_ITEM} AND i.state IN ('submitted', 'under_review'))
             OR EXISTS (SELECT 1 FROM gate_clearance AS c
                        WHERE c.revision_id = NEW.revision_id))""",
        "REV016", "A clearance ends the review (design, section 3)",
    ),
    Guard(
        "said_before", Finding, "insert",
        "What was said of a finding holds of another only if both say the same of one text.",
        """NEW.first_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_finding AS f
            JOIN review_reading AS d ON d.id = f.reading_id
            JOIN review_reading AS mine ON mine.id = NEW.reading_id
            WHERE f.id = NEW.first_id AND f.first_id IS NULL AND d.id < mine.id
              AND d.revision_id = mine.revision_id AND f.code = NEW.code
              AND f.check_no = NEW.check_no AND f.level = NEW.level
              AND f.begins = NEW.begins AND f.ends = NEW.ends AND f.said = NEW.said
              AND f.suggestion IS NOT DISTINCT FROM NEW.suggestion)""",
        "REV017", "An officer's word is on what he read",
    ),
    Guard(
        "by_the_cabinet", Answer, "insert",
        "A finding is answered by an officer of the Cabinet who did not draft the text.",
        f"""NOT {may_do("clear", _FOUND_ITEM)} OR {drafted_by("NEW.by_id", _FOUND_ITEM)}""",
        "REV010", "Mandate: the Cabinet reviews; four eyes",
    ),
    Guard(
        "while_under_review", Answer, "insert",
        "A finding is answered while its revision is under review; it is set aside in writing.",
        f"""NOT ({under_review(_FOUND_REVISION, _FOUND_ITEM)}) OR {is_not_the_day("NEW.on_day")}
        OR {is_not_about_now("date(NEW.at)")} OR NEW.outcome NOT IN ('accepted', 'set_aside')
        OR NEW.outcome = 'set_aside' AND {is_blank("NEW.reason")}
        OR NEW.no <> 1 + (SELECT COUNT(*) FROM review_answer AS a
                          WHERE a.finding_id = NEW.finding_id)""",
        "REV011", "Each verdict with officer, time and reason",
    ),
    Guard(
        "by_the_cabinet", Objection, "insert",
        "An objection is raised by an officer of the Cabinet who did not draft the text.",
        f"""NOT {may_do("clear", _ITEM)} OR {drafted_by("NEW.by_id", _ITEM)}""",
        "REV012", "Mandate: the Cabinet reviews; four eyes",
    ),
    Guard(
        "while_under_review", Objection, "insert",
        "An objection has a weight and a text, and is raised while the revision is under review.",
        f"""NOT ({under_review("NEW.revision_id", _ITEM)}) OR {is_not_the_day("NEW.on_day")}
        OR {is_not_about_now("date(NEW.at)")} OR {is_blank("NEW.text")}
        OR NEW.weight NOT IN ('condition', 'advice', 'remark')
        OR NEW.check_no NOT IN (1, 2, 3, 4, 5, 6, 7) OR NEW.begins > NEW.ends""",
        "REV013", "Clearance answers carry one of three weights (UK-CLEAR3)",
    ),
)  # fmt: skip
