"""The laws of the gate as the oracle knows them: movements, releases, numbers."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from clearance.gate import Transition
from clearance.terms import Flow
from tests.cabinet.gate.under_attack.needs import NEEDS
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import SINCE, World

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
OPEN = ("", "received", "draft")
FOLLOWS = ("state", "moves", "moved_at", "due_on", "action_unit_id")
FACTS = (
    "flow", "from_unit_id", "personal_to_id", "opened_by_id", "outer_marks", "kind", "subject",
    "languages", "urgency", "confidentiality", "correspondent_id", "level", "to_unit_id",
    "answers_id", "sealed", "sender_reference", "dated_gregorian", "dated_hijri", "channel",
    "enclosures_announced",
)  # fmt: skip


def broken_movements(world: World) -> Iterator[str]:
    """Say which movement is against the law."""
    for moves in world.moves.values():
        action_unit = None
        for before, move in zip([None, *moves], moves, strict=False):
            yield from _in_turn(before, move)
            yield from _lawful(world, move, action_unit)
            action_unit = move["to_unit_id"] or action_unit


def broken_items(world: World) -> Iterator[str]:
    """An item says what its last movement says, and its facts were changed only while open."""
    for key, item in world.rows["registry_item"].items():
        moves = world.moves[key]
        last = moves[-1] if moves else {"target": "", "no": 0, "at": None}
        due = [move["due_on"] for move in moves if move["due_on"]]
        units = [move["to_unit_id"] for move in moves if move["to_unit_id"]]
        says = tuple(
            item[name] for name in ("state", "moves", "moved_at", "due_on", "action_unit_id")
        )
        should = (
            last["target"], last["no"], last["at"],
            due[-1] if due else None, units[-1] if units else None,
        )  # fmt: skip
        if says != should:
            yield f"state: item {key} says {says}, its movements {should}"
        if (item["flow"] == Flow.INCOMING) != (item["from_unit_id"] is None):
            yield f"origin: item {key} is {item['flow']} from {item['from_unit_id']}"
        named = world.rows["directory_correspondent"].get(item["correspondent_id"])
        if item["level"] != (named["level"] if named else ""):
            yield f"level: item {key} says {item['level']}, its correspondent another"
        answered = world.rows["registry_item"].get(item["answers_id"])
        if answered and item["flow"] != Flow.INCOMING != answered["flow"]:
            yield f"answer: item {key} answers {answered['id']}, which did not come in"
        yield from _facts_told(world, item, moves)


def _facts_told(world: World, item: Row, moves: list[Row]) -> Iterator[str]:
    """The record tells the facts of every act; from the last open state on they are today's."""
    numbers = world.of("registry_number", "item_id", item["id"])
    text = numbers[0]["text"] if numbers else None
    facts = facts_digest(isinstance(item["sealed"], bool), *(item[name] for name in FACTS))
    for before, move in zip([None, *moves], moves, strict=False):
        told = world.tells(move)
        if told["facts"] != facts and world.facts_fixed(move):
            yield f"facts: item {item['id']} is not what move {move['no']} told"
        if told["number"] not in (None, text) or (before and _unsaid(world, before, told)):
            yield f"number: move {move['no']} of item {item['id']} told {told['number']}"
        if told["number"] is None and move["act"] in ("register", "sign", "issue"):
            yield f"number: move {move['no']} of item {item['id']} told none"


@lru_cache(maxsize=2**12, typed=True)  # 1 and 1.0 are written otherwise
def facts_digest(is_row: bool, *facts: Any) -> str:
    """Return the SHA-256 by which the record tells an item's facts, as PostgreSQL tells a row."""
    if is_row:
        text = f"({','.join(_in_a_row(each) for each in facts)})"
    else:
        parts = ["" if each is None else str(each) for each in facts]
        text = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()


def _in_a_row(value: Any) -> str:
    """Write a value as PostgreSQL writes it in the text of a row."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)[0].lower()
    text = str(value)
    doubled = re.sub(r'(["\\])', r"\1\1", text)
    return f'"{doubled}"' if not text or re.search(r'[\s"\\(),]', text, re.ASCII) else text


def _unsaid(world: World, before: Row, told: Row) -> bool:
    return world.tells(before)["number"] is not None and told["number"] is None


def _in_turn(before: Row | None, move: Row) -> Iterator[str]:
    place = f"item {move['item_id']} move {move['no']}"
    if move["no"] != (before["no"] if before else 0) + 1:
        yield f"turn: {place} does not follow"
    if move["source"] != (before["target"] if before else ""):
        yield f"turn: {place} starts from {move['source']}"
    if not DAY.fullmatch(str(move["on_day"])):
        yield f"day: {place} is dated {move['on_day']}"


def _lawful(world: World, move: Row, action_unit: int | None) -> Iterator[str]:
    place = f"item {move['item_id']} move {move['no']} {move['act']}"
    line = world.transition(move)
    if line is None:
        yield f"law: {place} is not listed from {move['source']}"
        return
    item, post = (
        world.rows["registry_item"][move["item_id"]],
        world.rows["accounts_post"][move["post_id"]],
    )
    seq = world.at("registry_movement", move["id"])
    if move["target"] != (line.target or move["source"]):
        yield f"law: {place} leads to {move['target']}"
    if post["role"] not in line.by:
        yield f"law: {place} by a {post['role']}"
    scope_met = {
        "": True,
        "from_unit": post["unit_id"] == item["from_unit_id"],
        "action_unit": post["unit_id"] == action_unit,
        "personal_to": move["by_id"] == item["personal_to_id"],
    }
    if not scope_met[line.scope.value]:
        yield f"law: {place} outside its scope"
    fixed = world.facts_fixed(move)
    if not world.may_act(move, seq, line.power.value, item["id"], fixed=fixed):
        yield f"authority: {place} by officer {move['by_id']} as post {move['post_id']}"
    yield from _needs(world, move, line, place)
    yield from _about_newest(world, move, seq, place)


def _needs(world: World, move: Row, line: Transition, place: str) -> Iterator[str]:
    for need in line.needs:
        if not NEEDS[need.code](world, move):
            yield f"need {need.code}: {place} lacks {need.name}"


def _about_newest(world: World, move: Row, seq: float, place: str) -> Iterator[str]:
    newest = world.newest_revision(move["item_id"], seq)
    about = (newest["id"], newest["sha256"]) if newest else (None, "")
    if (move["revision_id"], move["content_sha256"]) != about:
        yield f"content: {place} is about {move['revision_id']}, the newest was {about}"


def _units(copies: str) -> set[int]:
    return {int(part) for part in copies.split("|") if part}


def broken_releases(world: World) -> Iterator[str]:
    """Whoever sees a paper was named by an act of the Cabinet (a sealed one: its addressee)."""
    for_action: Counter[int] = Counter()
    for release in world.ordered("registry_release"):
        move = world.rows["registry_movement"].get(release["movement_id"])
        place = f"release {release['id']}"
        if move is None or move["item_id"] != release["item_id"]:
            yield f"release: {place} has no act"
            continue
        item = world.rows["registry_item"][release["item_id"]]
        unit, officer, purpose = (release[name] for name in ("unit_id", "officer_id", "purpose"))
        for_action[move["id"]] += purpose == "action"
        cabinet = move["act"] in ("direct", "refer", "copy")
        cabinet |= move["act"] == "issue" and item["flow"] == Flow.MEMORANDUM
        to_unit = officer is None and (
            (purpose, unit) == ("action", move["to_unit_id"])
            or (purpose == "information" and unit in _units(move["copies"]))
        )
        to_person = (unit, officer, purpose) == (None, item["personal_to_id"], "action")
        handed = move["act"] == "hand_over" and to_person
        if not (cabinet and to_unit) and not handed:
            yield f"release: {place} to unit {unit}, officer {officer} by {move['act']}"
    for move in world.rows["registry_movement"].values():
        item = world.rows["registry_item"][move["item_id"]]
        acts = {"direct", "refer"} | ({"issue"} if item["flow"] == Flow.MEMORANDUM else set())
        named = move["to_unit_id"] is not None
        if named != (move["act"] in acts):
            yield f"release: {move['act']} {move['id']} names unit {move['to_unit_id']}"
        if item["flow"] == Flow.MEMORANDUM and named and move["to_unit_id"] != item["to_unit_id"]:
            yield f"release: memorandum {item['id']} issued to another unit"
        if for_action[move["id"]] != (named or move["act"] == "hand_over"):
            yield f"release: movement {move['id']} released {for_action[move['id']]} times"


def broken_numbers(world: World) -> Iterator[str]:
    """Numbers are gap-free per series and year, in order, and read as their series prints."""
    serials: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number in world.ordered("registry_number"):
        place = f"number {number['text']!r}"
        item = world.rows["registry_item"][number["item_id"]]
        series = world.rows["registry_series"][number["series_id"]]
        key = (number["series_id"], number["year"])
        # One that no movement stands on yet is of no known time: it must only leave no gap.
        is_dated = world.at("registry_number", number["id"]) < SINCE
        if is_dated and number["serial"] < max(serials[key], default=0):
            yield f"number: {place} is out of order"
        serials[key].append(number["serial"])
        if str(number["year"]) != str(number["on_day"])[:4] or not DAY.fullmatch(number["on_day"]):
            yield f"number: {place} is of {number['year']}, given on {number['on_day']}"
        if series["flow"] != item["flow"] or series["unit_id"] not in (None, item["from_unit_id"]):
            yield f"number: {place} is of another's series"
        if number["text"] != _printed(world, series["pattern"], number, item):
            yield f"number: {place} does not read as {series['pattern']}"
        yield from _numbered_in_time(world, number, item)
    for (series_id, year), given in serials.items():
        if sorted(given) != list(range(1, len(given) + 1)):
            yield f"number: series {series_id} of {year} has a gap or a number twice: {given}"


def _printed(world: World, pattern: str, number: Row, item: Row) -> str:
    unit = world.rows["accounts_unit"].get(item["from_unit_id"])
    filled = pattern.replace("{unit}", unit["code"] if unit else "")
    filled = filled.replace("{year}", str(number["year"]))
    return re.sub(
        r"\{serial(?::(\d))?\}", lambda m: str(number["serial"]).zfill(int(m[1] or 0)), filled
    )


def _numbered_in_time(world: World, number: Row, item: Row) -> Iterator[str]:
    seq = world.at("registry_number", number["id"])
    state = world.state(item["id"], seq)
    revision = world.newest_revision(item["id"], seq)
    papers = {"outgoing": "gate_signature", "memorandum": "gate_clearance"}.get(item["flow"])
    if papers is None:
        in_time = state in ("", "received") and not item["sealed"]
    else:
        in_time = state == "cleared" and bool(
            revision and world.before(papers, "revision_id", revision["id"], seq)
        )
    if not in_time:
        yield f"number: {number['text']!r} was given to a paper that was {state or 'not begun'}"
