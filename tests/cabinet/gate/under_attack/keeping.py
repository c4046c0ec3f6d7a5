"""The laws of the books: what the rules found, registers of terms and numbers, the auditor's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from cabinet.audit.models import AuditFinding, FindingStep, Viewing
from clearance.terms import Flow, Role
from clearance.terms.posts import ANSWERING, CABINET
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World

NUMBERERS = {Role.HEAD_OF_REGISTRY, Role.DIRECTOR_GENERAL}
WEIGHTS = ("condition", "advice", "remark")


def broken_readings(world: World) -> Iterator[str]:
    """Say what the rules, or advisers, said of a text against the law."""
    for reading in world.ordered("review_reading"):
        yield from _reading(world, reading)
    for finding in world.ordered("review_finding"):
        yield from _finding(world, finding)
    for answer in world.ordered("review_answer"):
        yield from _answer(world, answer)
    for objection in world.ordered("review_objection"):
        yield from _objection(world, objection)


def _blank(text: str | None) -> bool:
    return not (text or "").strip()


def _counted(world: World, table: str, column: str, values: set[object]) -> Iterator[str]:
    """The rows that hang on one thing are counted from one, without a gap, as they came."""
    for value in values:
        given = [row["no"] for row in world.of(table, column, value)]
        if given != list(range(1, len(given) + 1)):
            yield f"count: {table} of {column} {value} counts {given}"


def _reading(world: World, reading: Row) -> Iterator[str]:
    place, seq = f"reading {reading['id']}", world.at("review_reading", reading["id"])
    revision = reading["revision_id"]
    if world.of("review_reading", "revision_id", revision)[0]["id"] == reading["id"]:
        return
    state = world.state(world.rows["registry_revision"][revision]["item_id"], seq)
    if reading["asked_by_id"] is None or state not in ("submitted", "under_review"):
        yield f"review: {place} again while {state}, asked by {reading['asked_by_id']}"
    if world.before("gate_clearance", "revision_id", revision, seq):
        yield f"review: {place} came after the clearance"


SAME = ("code", "check_no", "level", "begins", "ends", "said", "suggestion")


def _finding(world: World, finding: Row) -> Iterator[str]:
    place = f"finding {finding['id']}"
    if finding["level"] not in (1, 2, 3) or finding["check_no"] not in range(1, 8):
        yield f"review: {place} of level {finding['level']} on check {finding['check_no']}"
    if finding["begins"] > finding["ends"] or _blank(finding["said"]):
        yield f"review: {place} says nothing, or nowhere"
    if finding["first_id"] is None:
        return
    first = world.rows["review_finding"].get(finding["first_id"])
    readings = world.rows["review_reading"]
    mine = readings[finding["reading_id"]]
    if (
        first is None
        or first["first_id"] is not None
        or first["reading_id"] >= finding["reading_id"]
        or readings[first["reading_id"]]["revision_id"] != mine["revision_id"]
        or any(first[name] != finding[name] for name in SAME)
    ):
        yield f"review: {place} is not what {finding['first_id']} was"


def _by_the_cabinet(world: World, table: str, row: Row, place: str, revision: Row) -> Iterator[str]:
    """A word on a text is an adviser's who did not write it, while the newest is under review."""
    seq, item = world.at(table, row["id"]), revision["item_id"]
    newest = world.newest_revision(item, seq)
    if (
        world.state(item, seq) != "under_review"
        or newest is None
        or newest["id"] != revision["id"]
        or world.before("gate_clearance", "revision_id", revision["id"], seq)
    ):
        yield f"review: {place} while {world.state(item, seq)}"
    if row["by_id"] in world.drafters(item, seq):
        yield f"four eyes: {place} by a drafter"
    if world.role(row["post_id"]) not in CABINET or not world.may_act(row, seq, "clear", item):
        yield f"authority: {place} by officer {row['by_id']} as post {row['post_id']}"


def _answer(world: World, answer: Row) -> Iterator[str]:
    place = f"answer {answer['id']}"
    finding = world.rows["review_finding"][answer["finding_id"]]
    reading = world.rows["review_reading"][finding["reading_id"]]
    revision = world.rows["registry_revision"][reading["revision_id"]]
    yield from _by_the_cabinet(world, "review_answer", answer, place, revision)
    yield from _counted(world, "review_answer", "finding_id", {finding["id"]})
    if answer["outcome"] not in ("accepted", "set_aside"):
        yield f"review: {place} is {answer['outcome']}"
    if answer["outcome"] == "set_aside" and _blank(answer["reason"]):
        yield f"review: {place} has no reason"


def _objection(world: World, objection: Row) -> Iterator[str]:
    place = f"objection {objection['id']}"
    revision = world.rows["registry_revision"][objection["revision_id"]]
    yield from _by_the_cabinet(world, "review_objection", objection, place, revision)
    if objection["weight"] not in WEIGHTS or objection["check_no"] not in range(1, 8):
        yield f"review: {place} weighs {objection['weight']} on {objection['check_no']}"
    if objection["begins"] > objection["ends"] or _blank(objection["text"]):
        yield f"review: {place} says nothing, or nowhere"


def broken_terms(world: World) -> Iterator[str]:
    """An edition is the Cabinet's, in order and complete; the Director-General decides it."""
    first = world.first_movement()
    for edition in world.ordered("terminology_edition"):
        place = f"edition {edition['id']}"
        seq = world.at("terminology_edition", edition["id"])
        avoided = [edition[name] for name in ("avoid_ar", "avoid_en", "avoid_fr")]
        if _blank(edition["code"]) or _blank(edition["source"]) or all(map(_blank, avoided)):
            yield f"terms: {place} says too little"
        if edition["level"] not in ("stop", "warn", "note"):
            yield f"terms: {place} weighs {edition['level']}"
        if edition["by_id"] is None:
            if seq > first:
                yield f"terms: {place} is by nobody"
        elif not _as(world, edition, seq, "clear", {"cabinet_adviser", "director_general"}):
            yield f"terms: {place} by officer {edition['by_id']} as post {edition['post_id']}"
    codes = {row["code"] for row in world.rows["terminology_edition"].values()}
    yield from _counted(world, "terminology_edition", "code", codes)
    for decision in world.ordered("terminology_decision"):
        yield from _decision(world, decision)


def _as(world: World, row: Row, seq: float, power: str, roles: Collection[str]) -> bool:
    """Tell whether a row was written under a post of these roles, by a power without limits."""
    return (
        row["post_id"] is not None
        and world.role(row["post_id"]) in roles
        and world.may_use(row, seq, power, "", "")
    )


def _decision(world: World, decision: Row) -> Iterator[str]:
    place = f"decision {decision['id']}"
    seq = world.at("terminology_decision", decision["id"])
    edition = world.rows["terminology_edition"][decision["edition_id"]]
    if not _as(world, decision, seq, "override", {"director_general"}):
        yield f"terms: {place} by officer {decision['by_id']} as post {decision['post_id']}"
    if not decision["adopted"] and _blank(decision["reason"]):
        yield f"terms: {place} declines without a reason"
    adopted = {
        row["edition_id"]
        for row in world.ordered("terminology_decision")
        if row["adopted"] and world.at("terminology_decision", row["id"]) < seq
    }
    newer = world.of("terminology_edition", "code", edition["code"])
    if any(row["no"] > edition["no"] and row["id"] in adopted for row in newer):
        yield f"terms: {place} is on an edition that was overtaken"
    if edition["by_id"] is None:
        yield f"terms: {place} is on an edition that came with the house"


def broken_series(world: World) -> Iterator[str]:
    """A series prints serial and year; whoever set it last was the head of the Registry."""
    first = world.first_movement()
    for key, series in world.rows["registry_series"].items():
        place = f"series {key}"
        pattern = series["pattern"].casefold()
        if "{serial" not in pattern or "{year}" not in pattern or series["flow"] not in set(Flow):
            yield f"series: {place} prints {series['pattern']} on {series['flow']}"
        if series["flow"] == Flow.INCOMING and series["unit_id"] is not None:
            yield f"series: {place} is one unit's, of what comes in"
        seq, officer, post = (
            world.told_last("registry_series", key), series["set_by_id"], series["set_under_id"],
        )  # fmt: skip
        if seq is None:
            continue
        if officer is None:
            if seq > first or post is not None:
                yield f"series: {place} was set by nobody"
        elif (
            post is None
            or world.role(post) not in NUMBERERS
            or not world.holds(officer, post, world.written_on("registry_series", key), seq)
        ):
            yield f"series: {place} was set by officer {officer} as post {post}"


def broken_entries(world: World) -> Iterator[str]:
    """What is entered of posts, resolutions and directives says what it is about."""
    for key, row in world.rows["directory_incumbent"].items():
        ends, begins = row["ends_on"], row["begins_on"]
        if all(_blank(row[name]) for name in ("post_ar", "post_en", "post_fr")):
            yield f"entry: incumbent {key} holds no post"
        if begins and ends and ends < begins:
            yield f"entry: incumbent {key} ends before it begins"
    for table, names in (
        ("resolutions_resolution", ("ref", "session")),
        ("resolutions_directive", ("subjects", "opposed", "source")),
    ):
        for key, row in world.rows[table].items():
            if any(_blank(row[name]) for name in names):
                yield f"entry: {table} {key} says too little"


def broken_audit(world: World) -> Iterator[str]:
    """The auditor's books are the auditor's, and the answers those of the unit addressed."""
    for key, row in world.rows["audit_viewing"].items():
        written = date.fromisoformat(world.written_on("audit_viewing", key))
        if abs((date.fromisoformat(row["at"][:10]) - written).days) > 1:
            yield f"audit: viewing {key} says {row['at']}"
        if row["what"] not in Viewing.What.values:
            yield f"audit: viewing {key} is of {row['what']}"
    for table in ("audit_sample", "audit_auditfile", "audit_auditfinding"):
        for row in world.ordered(table):
            if not _as(world, row, world.at(table, row["id"]), "", {"internal_auditor"}):
                yield f"audit: {table} {row['id']} by officer {row['by_id']}"
    files = world.ordered("audit_auditfile")
    if [row["no"] for row in files] != list(range(1, len(files) + 1)):
        yield "audit: the files are not counted"
    yield from (f"audit: file {row['id']} has no title" for row in files if _blank(row["title"]))
    findings = world.rows["audit_auditfinding"]
    for key, row in findings.items():
        if _blank(row["text"]) or row["weight"] not in AuditFinding.Weight.values:
            yield f"audit: finding {key} weighs {row['weight']}, says {row['text']!r}"
    filed = {row["file_id"] for row in findings.values()}
    yield from _counted(world, "audit_auditfinding", "file_id", filed)
    yield from _counted(world, "audit_findingstep", "finding_id", set(findings))
    for finding in findings.values():
        yield from _steps(world, finding)


def _steps(world: World, finding: Row) -> Iterator[str]:
    steps = world.of("audit_findingstep", "finding_id", finding["id"])
    for step in steps:
        place, seq = f"audit: step {step['id']}", world.at("audit_findingstep", step["id"])
        reply = step["kind"] == "reply"
        if _blank(step["text"]) or step["kind"] not in FindingStep.Kind.values:
            yield f"{place} is {step['kind']} and says {step['text']!r}"
        roles = set(ANSWERING) if reply else {Role.INTERNAL_AUDITOR}
        unit = world.rows["accounts_post"][step["post_id"]]["unit_id"]
        if not _as(world, step, seq, "", roles) or (reply and unit != finding["unit_id"]):
            yield f"{place} by officer {step['by_id']} as post {step['post_id']}"
    if any(step["kind"] == "close" for step in steps[:-1]):
        yield f"audit: finding {finding['id']} went on after it was closed"
