"""Each condition of an act, by its code, as the oracle checks it on a movement long written.

The gate's tables say which act has which condition; a code that is missing here fails the oracle.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World

Met = Callable[[World, Row], bool]


def _seq(world: World, move: Row) -> float:
    return world.at("registry_movement", move["id"])


def _earlier(world: World, move: Row) -> list[Row]:
    return world.moves_before(move["item_id"], _seq(world, move))


def _acts(world: World, move: Row) -> set[str]:
    return {row["act"] for row in _earlier(world, move)}


def _facts(world: World, move: Row) -> Row:
    return world.facts(move["item_id"])


def _paper(world: World, table: str, move: Row) -> Row | None:
    """Return the clearance or signature written before on what a movement is about."""
    found = world.before(table, "revision_id", move["revision_id"], _seq(world, move))
    return found[0] if found else None


def _same_hand(paper: Row | None, move: Row) -> bool:
    names = ("by_id", "post_id", "delegation_id")
    return paper is not None and all(paper[name] == move[name] for name in names)


def _cleared(world: World, move: Row) -> bool:
    paper = _paper(world, "gate_clearance", move)
    return paper is not None and paper["sha256"] == move["content_sha256"]


def _signed(world: World, move: Row) -> bool:
    paper = _paper(world, "gate_signature", move)
    number = world.of("registry_number", "item_id", move["item_id"])
    return (
        _cleared(world, move)
        and paper is not None
        and paper["sha256"] == move["content_sha256"]
        and bool(number)
    )


def _proven(world: World, move: Row) -> bool:
    table = {"dispatch": "dispatch_dispatch", "deliver": "dispatch_delivery"}[move["act"]]
    return any(
        row["move_no"] == move["no"] and len(row["proof_sha256"]) == 64 and _same_hand(row, move)
        for row in world.before(table, "item_id", move["item_id"], _seq(world, move))
    )


def _channel(world: World, move: Row) -> bool:
    sent = world.of("dispatch_dispatch", "item_id", move["item_id"])
    return any(row["move_no"] == move["no"] and row["channel"].strip() for row in sent)


def _attached(world: World, move: Row) -> bool:
    """A paper comes with the act or follows it at once; a sealed envelope has none."""
    return True  # the paper is filed after the movement; registering asks for it (GAT025)


def _has_paper(world: World, move: Row) -> bool:
    return move["revision_id"] is not None


def _fresh(world: World, move: Row) -> bool:
    return all(
        row["revision_id"] != move["revision_id"]
        for row in _earlier(world, move)
        if row["act"] == "submit"
    )


def _other_unit(world: World, move: Row) -> bool:
    had = [row["to_unit_id"] for row in _earlier(world, move) if row["to_unit_id"]]
    return not had or had[-1] != move["to_unit_id"]


def _authorised(world: World, move: Row) -> bool:
    facts, role = _facts(world, move), world.role(move["post_id"])
    cell = world.cell(facts["kind"], facts["level"], role, _seq(world, move))
    asked = cell is not None and cell["needs_authorisation"] and role != "secretary_general"
    return not asked or "authorise" in _acts(world, move)


def _replied(world: World, move: Row) -> bool:
    seq = _seq(world, move)
    return any(
        world.state(row["id"], seq) in ("dispatched", "delivered")
        for row in world.of("registry_item", "answers_id", move["item_id"])
    )


def _enclosures(world: World, move: Row) -> bool:
    told = world.tells(move)["enclosures"]
    there = world.of("registry_enclosure", "revision_id", move["revision_id"])
    if told != (",".join(row["sha256"] for row in sorted(there, key=lambda r: r["no"])) or None):
        return False
    return not world.facts_fixed(move) or len(there) == _facts(world, move)["enclosures_announced"]


def _subject(world: World, move: Row) -> bool:
    return not world.facts_fixed(move) or bool(_facts(world, move)["subject"].strip())


def _correspondent(world: World, move: Row) -> bool:
    facts = _facts(world, move)
    named = facts["correspondent_id"] is not None or facts["to_unit_id"] is not None
    return named or not world.facts_fixed(move)


def _sealed(world: World, move: Row) -> bool:
    facts = _facts(world, move)
    sealed = facts["sealed"] or not world.facts_fixed(move)
    return bool(sealed and facts["personal_to_id"] is not None and move["revision_id"] is None)


def _answers_what_was_seen(world: World, move: Row) -> bool:
    """A reply answers an incoming paper; who may know of it is the application's to say."""
    answered = world.rows["registry_item"].get(_facts(world, move)["answers_id"] or -1)
    return answered is None or bool(answered["flow"] == "incoming")


NEEDS: dict[str, Met] = {
    "GAT010": lambda world, move: bool(move["reason"].strip()),
    "GAT011": lambda world, move: all(
        row["by_id"] != move["by_id"] for row in _earlier(world, move) if row["act"] == "register"
    ),
    "GAT012": _signed,
    "GAT013": _cleared,
    "GAT014": lambda world, move: (
        not world.open_checks(move["revision_id"], _seq(world, move))
        and _same_hand(_paper(world, "gate_clearance", move), move)
    ),
    "GAT015": lambda world, move: not world.open_checks(move["revision_id"], _seq(world, move)),
    "GAT016": lambda world, move: (
        move["by_id"] not in world.drafters(move["item_id"], _seq(world, move))
    ),
    "GAT019": _authorised,
    "GAT020": _fresh,
    "GAT021": _enclosures,
    "GAT022": lambda world, move: move["to_unit_id"] is not None,
    "GAT023": _proven,
    "GAT024": lambda world, move: "inform" in _acts(world, move),
    "GAT025": lambda world, move: (
        _attached(world, move) if move["target"] == "received" else _has_paper(world, move)
    ),
    "GAT026": _sealed,
    "GAT027": lambda world, move: not world.facts_fixed(move) or not _facts(world, move)["sealed"],
    "GAT028": _subject,
    "GAT029": _correspondent,
    "GAT031": _other_unit,
    "GAT032": lambda world, move: "acknowledge" not in _acts(world, move),
    "GAT033": _replied,
    "GAT034": _channel,
    "GAT035": lambda world, move: bool(move["copies"].strip("|")),
    "GAT036": lambda world, move: move["due_on"] is not None and move["due_on"] >= move["on_day"],
    "GAT037": _answers_what_was_seen,
}
