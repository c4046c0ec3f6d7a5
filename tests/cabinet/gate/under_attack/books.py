"""Honest rows of the books that came later: the review's findings, terms, and the auditor's.

A reading, a finding, an answer and an objection are about an item; all others about none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clearance.terms.posts import ANSWERING
from tests.cabinet.gate.under_attack.snapshot import Row

if TYPE_CHECKING:
    from tests.cabinet.gate.under_attack.forge import Forger

ADVISERS, DIRECTOR, AUDITOR = ("cabinet_adviser",), ("director_general",), ("internal_auditor",)


def reading(forger: Forger, item: int) -> Row | None:
    """Return another reading of the newest revision, which found nothing."""
    newest = forger.world.newest_revision(item)
    if newest is None:
        return None
    hand = forger.hand(ADVISERS)
    return {
        "revision_id": newest["id"], "asked_by_id": hand["by_id"], "text": "", "language": "",
        "reliable": True, "fault": "", "rules": "x", "at": hand["at"],
    }  # fmt: skip


def _newest_reading(forger: Forger, item: int) -> Row | None:
    newest = forger.world.newest_revision(item)
    readings = forger.world.of("review_reading", "revision_id", newest["id"] if newest else 0)
    return readings[-1] if readings else None


def finding(forger: Forger, item: int) -> Row | None:
    """Return one more note on the newest reading; where one was found again, as that one again."""
    read = _newest_reading(forger, item)
    if read is None:
        return None
    there = forger.world.of("review_finding", "reading_id", read["id"])
    again = [row for row in there if row["first_id"] is not None]
    like = again[0] if again else {
        "code": "FIG001", "check_no": 6, "level": 1, "begins": 0, "ends": 0, "said": "{}",
        "suggestion": None, "source": "x", "kept_from_drafters": False, "first_id": None,
    }  # fmt: skip
    told = {name: value for name, value in like.items() if name != "id"}
    return told | {"reading_id": read["id"], "no": len(there) + 1}


def answer(forger: Forger, item: int) -> Row | None:
    """Return a word of an adviser on the first finding of the newest reading."""
    read = _newest_reading(forger, item)
    found = forger.world.of("review_finding", "reading_id", read["id"] if read else 0)
    if not found:
        return None
    key = found[0]["first_id"] or found[0]["id"]
    said = forger.world.of("review_answer", "finding_id", key)
    return forger.hand(ADVISERS) | {
        "finding_id": key, "no": len(said) + 1, "outcome": "set_aside", "reason": "x",
    }  # fmt: skip


def objection(forger: Forger, item: int) -> Row | None:
    """Return an adviser's remark on the newest revision."""
    newest = forger.world.newest_revision(item)
    if newest is None:
        return None
    return forger.hand(ADVISERS) | {
        "revision_id": newest["id"], "check_no": 1, "begins": 0, "ends": 0, "quoted": "",
        "weight": "remark", "text": "x", "kept_from_drafters": False,
    }  # fmt: skip


def edition(forger: Forger, _item: int) -> Row:
    """Return the first edition of a new entry, or the next one of an entry."""
    there = forger.any_of("terminology_edition") or {}
    new = {name: value for name, value in there.items() if name != "id"}
    code = forger.dice.choice([f"{forger.dice.randrange(10**9):x}", there["code"]])
    earlier = forger.world.of("terminology_edition", "code", code)
    return new | forger.hand(ADVISERS) | {"code": code, "no": len(earlier) + 1}


def decision(forger: Forger, _item: int) -> Row:
    """Return the Director-General's word on an edition that nobody decided or overtook."""
    editions = forger.world.ordered("terminology_edition")
    decided = {row["edition_id"]: row for row in forger.rows["terminology_decision"].values()}
    open_ones = [
        row["id"]
        for row in editions
        if row["by_id"] is not None
        and row["id"] not in decided
        and not any(
            other["code"] == row["code"] and other["no"] > row["no"] and other["id"] in decided
            for other in editions
        )
    ]
    key = forger.dice.choice(open_ones or [row["id"] for row in editions])
    return forger.hand(DIRECTOR) | {"edition_id": key, "adopted": False, "reason": "x"}


def viewing(forger: Forger, item: int) -> Row:
    """Return that somebody opened the page of an item."""
    hand = forger.hand(ADVISERS)
    return {
        "officer_id": hand["by_id"], "item_id": item, "what": "page", "part": "",
        "confidentiality": 1, "at": hand["at"],
    }  # fmt: skip


def sample(forger: Forger, _item: int) -> Row:
    """Return a sample that the auditor draws."""
    return forger.hand(AUDITOR) | {"seed": "x", "count": 3, "of": 9}


def audit_file(forger: Forger, _item: int) -> Row:
    """Return the auditor's next file."""
    return forger.hand(AUDITOR) | {"no": len(forger.rows["audit_auditfile"]) + 1, "title": "x"}


def audit_finding(forger: Forger, _item: int) -> Row | None:
    """Return the next finding of one of the auditor's files."""
    file = forger.any_of("audit_auditfile")
    if file is None:
        return None
    return forger.hand(AUDITOR) | {
        "file_id": file["id"], "weight": "observation", "text": "x", "item_id": None,
        "no": len(forger.world.of("audit_auditfinding", "file_id", file["id"])) + 1,
        "unit_id": forger.dice.choice(list(forger.rows["accounts_unit"])), "event_seq": None,
        "due_on": None,
    }  # fmt: skip


def finding_step(forger: Forger, _item: int) -> Row | None:
    """Return the next step of a finding that is not closed: a reply, or the auditor's word."""
    steps = forger.rows["audit_findingstep"].values()
    closed = {row["finding_id"] for row in steps if row["kind"] == "close"}
    open_ones = [
        row for row in forger.world.ordered("audit_auditfinding") if row["id"] not in closed
    ]
    if not open_ones:
        return None
    found = forger.dice.choice(open_ones)
    kind = forger.dice.choice(["reply", "follow_up"])
    hand = forger.hand(ANSWERING, found["unit_id"]) if kind == "reply" else forger.hand(AUDITOR)
    no = len(forger.world.of("audit_findingstep", "finding_id", found["id"])) + 1
    return hand | {"finding_id": found["id"], "no": no, "kind": kind, "text": "x"}


BOOKS: dict[str, Callable[[Forger, int], Row | None]] = {
    "review_reading": reading, "review_finding": finding, "review_answer": answer,
    "review_objection": objection, "terminology_edition": edition,
    "terminology_decision": decision, "audit_viewing": viewing, "audit_sample": sample,
    "audit_auditfile": audit_file, "audit_auditfinding": audit_finding,
    "audit_findingstep": finding_step,
}  # fmt: skip
