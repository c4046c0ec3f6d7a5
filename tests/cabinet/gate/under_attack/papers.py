"""The papers of review, signature and dispatch: each in order, each by the right hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.terms import Outcome
from clearance.terms.posts import CABINET
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World

SHA = re.compile(r"[0-9a-f]{64}")


def papers_missing(world: World) -> Iterator[str]:
    """Say what verdict, clearance, signature or dispatch is not as it must be."""
    for verdict in world.ordered("review_verdict"):
        yield from _verdict(world, verdict)
    for override in world.ordered("review_override"):
        yield from _override(world, override)
    for clearance in world.ordered("gate_clearance"):
        yield from _clearance(world, clearance)
    for signature in world.ordered("gate_signature"):
        yield from _signature(world, signature)
    for table, act in (("dispatch_dispatch", "dispatch"), ("dispatch_delivery", "deliver")):
        for paper in world.ordered(table):
            yield from _sent(world, table, act, paper)


def broken_revisions(world: World) -> Iterator[str]:
    """Revisions are numbered in order and were added while the paper was open."""
    for item in world.rows["registry_item"]:
        for no, revision in enumerate(world.of("registry_revision", "item_id", item), start=1):
            state = world.state(item, world.at("registry_revision", revision["id"]))
            if revision["no"] != no or not SHA.fullmatch(revision["sha256"]):
                yield f"revision: {revision['id']} is no. {revision['no']}, {no} was next"
            if state not in ("", "received", "draft"):
                yield f"revision: {revision['id']} was added while {state}"
        yield from _brought_by_acts(world, item)
    for enclosure in world.ordered("registry_enclosure"):
        revision = world.rows["registry_revision"][enclosure["revision_id"]]
        seq = world.at("registry_enclosure", enclosure["id"])
        newest = world.newest_revision(revision["item_id"], seq)
        if world.state(revision["item_id"], seq) not in ("", "received", "draft"):
            yield f"enclosure: {enclosure['id']} was added to a closed paper"
        if newest is None or newest["id"] != revision["id"]:
            yield f"enclosure: {enclosure['id']} is of an old revision"


def _brought_by_acts(world: World, item: int) -> Iterator[str]:
    """Each revision came with one act that brings one, by that act's own officer."""
    revisions = {row["no"]: row for row in world.of("registry_revision", "item_id", item)}
    about = 0  # the revision on which the acts so far stand
    before = {"act": "", "by_id": world.rows["registry_item"][item]["opened_by_id"]}
    for move in [*world.moves[item], None]:
        now = max(revisions, default=0)
        if move is not None:
            now = world.rows["registry_revision"].get(move["revision_id"], {"no": 0})["no"]
        if now > about and before["act"] not in ("", "receive", "bring_in", "draft", "revise"):
            yield f"revision: no. {now} of item {item} came with {before['act']}"
        if now > about + 1:
            yield f"revision: no. {now} of item {item} came with another"
        if now > about and revisions[now]["by_id"] != before["by_id"]:
            yield f"revision: no. {now} of item {item} is by another than brought it"
        about, before = now, move or before


def _under_review(world: World, place: str, revision: Row, seq: float) -> Iterator[str]:
    item = revision["item_id"]
    newest = world.newest_revision(item, seq)
    if world.state(item, seq) != "under_review":
        yield f"review: {place} while {world.state(item, seq)}"
    if newest is None or newest["id"] != revision["id"]:
        yield f"review: {place} is not on the newest revision"


def _hand(world: World, place: str, row: Row, seq: float, power: str, item: int) -> Iterator[str]:
    if row["by_id"] in world.drafters(item, seq):
        yield f"four eyes: {place} by a drafter"
    if not world.may_act(row, seq, power, item):
        yield f"authority: {place} by officer {row['by_id']} as post {row['post_id']}"


def _verdict(world: World, verdict: Row) -> Iterator[str]:
    place = f"verdict {verdict['id']}"
    revision = world.rows["registry_revision"][verdict["revision_id"]]
    seq = world.at("review_verdict", verdict["id"])
    yield from _under_review(world, place, revision, seq)
    yield from _hand(world, place, verdict, seq, "clear", revision["item_id"])
    if verdict["check_no"] not in range(1, 8) or verdict["outcome"] not in set(Outcome):
        yield f"review: {place} is on check {verdict['check_no']}: {verdict['outcome']}"
    if verdict["outcome"] != Outcome.STOP and verdict["check_no"] in world.stops_found(
        revision["id"], seq
    ):
        yield f"review: {place} passes over a stop that was found"
    if verdict["outcome"] != Outcome.PASS and not verdict["reason"].strip():
        yield f"review: {place} has no reason"
    if world.role(verdict["post_id"]) not in CABINET:
        yield f"review: {place} by a {world.role(verdict['post_id'])}"
    if world.before("gate_clearance", "revision_id", revision["id"], seq):
        yield f"review: {place} came after the clearance"


def _override(world: World, override: Row) -> Iterator[str]:
    place = f"override {override['id']}"
    verdict = world.rows["review_verdict"][override["verdict_id"]]
    revision = world.rows["registry_revision"][verdict["revision_id"]]
    seq = world.at("review_override", override["id"])
    yield from _under_review(world, place, revision, seq)
    yield from _hand(world, place, override, seq, "override", revision["item_id"])
    if world.role(override["post_id"]) != "director_general" or not override["reason"].strip():
        yield f"review: {place} is not the Director-General's written word"
    later = [
        row
        for row in world.before("review_verdict", "revision_id", revision["id"], seq)
        if row["check_no"] == verdict["check_no"]
        and world.at("review_verdict", verdict["id"]) < world.at("review_verdict", row["id"])
    ]
    if verdict["outcome"] != Outcome.STOP or later:
        yield f"review: {place} is not of a stop that stands"


def _clearance(world: World, clearance: Row) -> Iterator[str]:
    place = f"clearance {clearance['id']}"
    revision = world.rows["registry_revision"][clearance["revision_id"]]
    seq = world.at("gate_clearance", clearance["id"])
    yield from _under_review(world, place, revision, seq)
    yield from _hand(world, place, clearance, seq, "clear", revision["item_id"])
    if clearance["sha256"] != revision["sha256"]:
        yield f"clearance: {place} names another content"
    if world.role(clearance["post_id"]) not in CABINET:
        yield f"clearance: {place} by a {world.role(clearance['post_id'])}"
    if world.open_checks(revision["id"], seq):
        yield f"clearance: {place} with open {sorted(world.open_checks(revision['id'], seq))}"


def _signature(world: World, signature: Row) -> Iterator[str]:
    place = f"signature {signature['id']}"
    revision = world.rows["registry_revision"][signature["revision_id"]]
    item, seq = revision["item_id"], world.at("gate_signature", signature["id"])
    clearance = world.rows["gate_clearance"].get(signature["clearance_id"])
    newest = world.newest_revision(item, seq)
    facts, role = world.facts(item), world.role(signature["post_id"])
    yield from _hand(world, place, signature, seq, "sign", item)
    if world.state(item, seq) != "cleared" or facts["flow"] != "outgoing":
        yield f"signature: {place} while {world.state(item, seq)}"
    if newest is None or newest["id"] != revision["id"]:
        yield f"signature: {place} is not on the newest revision"
    if (
        clearance is None
        or clearance["revision_id"] != revision["id"]
        or not signature["sha256"] == clearance["sha256"] == revision["sha256"]
        or world.at("gate_clearance", clearance["id"]) >= seq
    ):
        yield f"signature: {place} is not under a clearance of this content"
    cell = world.cell(facts["kind"], facts["level"], role, seq)
    if cell is None or not cell["permitted"]:
        yield f"signature: {place} by a {role}, whom the matrix does not admit"
    elif cell["needs_authorisation"] and role != "secretary_general" and not any(
        move["act"] == "authorise" for move in world.moves_before(item, seq)
    ):  # fmt: skip
        yield f"signature: {place} without authorisation to write"
    moves = [move for move in world.moves[item] if move["act"] == "sign"]
    if moves and any(
        moves[0][name] != signature[name] for name in ("by_id", "post_id", "delegation_id")
    ) and moves[0]["revision_id"] == revision["id"]:  # fmt: skip
        yield f"signature: {place} is by another hand than its movement"


def _sent(world: World, table: str, act: str, paper: Row) -> Iterator[str]:
    place = f"{act} {paper['id']}"
    item, seq = paper["item_id"], world.at(table, paper["id"])
    move = next((row for row in world.moves[item] if row["no"] == paper["move_no"]), None)
    if move is None and paper["move_no"] != len(world.moves[item]) + 1:
        yield f"dispatch: {place} is of no movement"
    if move is not None and move["act"] != act:
        yield f"dispatch: {place} stands on a movement {move['act']}"
    if not SHA.fullmatch(paper["proof_sha256"]) or (act == "dispatch" and not paper["channel"]):
        yield f"dispatch: {place} without proof or channel"
    if not world.may_act(paper, seq, "register", item):
        yield f"authority: {place} by officer {paper['by_id']}"
    revision = world.newest_revision(item, seq)
    signed = revision and world.of("gate_signature", "revision_id", revision["id"])
    if not signed or not world.of("registry_number", "item_id", item):
        yield f"dispatch: {place} of an unsigned paper"
    elif world.at("gate_signature", signed[0]["id"]) > seq:
        yield f"dispatch: {place} before the signature"
