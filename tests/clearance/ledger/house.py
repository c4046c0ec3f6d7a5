"""A small house whose papers go through the gate, as events; and what a thief can do to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from clearance.ledger.entry import Event, entry_of
from clearance.ledger.export import KEY as KEY_FILE
from clearance.ledger.log import Log
from clearance.ledger.note import SigningKey, new_key
from clearance.ledger.tiles import Folder

KEY = new_key("cabinet.example/acts", bytes(range(32)))
_BEGAN = datetime(2026, 11, 1, tzinfo=UTC)
SECRET = b"salt of the house"
ADVISER, DIRECTOR, SECRETARY, CLERK, DRAFTER = 3, 2, 1, 8, 16
ROLES = {
    SECRETARY: "secretary_general", DIRECTOR: "director_general", ADVISER: "cabinet_adviser",
    CLERK: "registry_clerk", DRAFTER: "head_of_department", 9: "head_of_registry",
}  # fmt: skip


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@dataclass
class House:
    """Writes events as the office's triggers do, in the order in which they do."""

    events: list[tuple[str, int, str, dict[str, Any]]] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    minute: int = 0

    def __post_init__(self) -> None:
        for post, role in ROLES.items():
            self.add("accounts_post", {"role": role}, post)
            told = {"officer_id": post, "post_id": post, "begins_on": "2020-01-01"}
            self.add("accounts_holding", {**told, "ends_on": None}, post)
        for code, pattern in (("IN", "{serial}/{year}"), ("OUT", "OIC/{unit}/{year}/{serial}")):
            self.add("registry_series", {"code": code, "pattern": pattern})

    def add(self, table: str, payload: dict[str, Any], row: int | None = None) -> int:
        key = row if row is not None else self.keys.get(table, 0) + 1
        self.keys[table] = key
        self.minute += 1
        at = (_BEGAN + timedelta(minutes=self.minute)).isoformat()
        self.events.append((table, key, at, {"id": key, **payload}))
        return key

    def move(
        self, item: int, act: str, target: str, by: int, revision: int | None = None, **more: Any
    ) -> int:
        number = self.moves[item] = self.moves.get(item, 0) + 1
        source = self.states.get(item, "")
        self.states[item] = target
        text = digest(f"text {revision}") if revision else ""
        return self.add(
            "registry_movement",
            {
                "item_id": item, "no": number, "act": act, "source": source, "target": target,
                "by_id": by, "post_id": by, "delegation_id": None,
                "on_day": (_BEGAN + timedelta(minutes=self.minute)).date().isoformat(),
                "revision_id": revision, "content_sha256": text,
                "digests": {"officer_label": digest(f"officer {by}"), "reason": digest("")},
                "facts": digest(f"facts {item}"), **more,
            },
        )  # fmt: skip

    def incoming(self, item: int, number: str) -> None:
        self.move(item, "register", "registered", CLERK, item, number=number)
        self.move(item, "verify", "verified", 9, item, number=number)
        moved = self.move(item, "direct", "directed", ADVISER, item, number=number, to_unit_id=4)
        self.add("registry_release", {"item_id": item, "movement_id": moved, "unit_id": 4})

    def outgoing(self, item: int, number: str, *, stop: bool = False) -> None:
        self.move(item, "draft", "draft", DRAFTER)
        self.move(item, "submit", "submitted", DRAFTER, item)
        self.move(item, "take_up", "under_review", ADVISER, item)
        for check in range(1, 8):
            outcome = "stop" if stop and check == 7 else "pass"
            told = {"revision_id": item, "check_no": check, "outcome": outcome, "by_id": ADVISER}
            verdict = self.add("review_verdict", told)
        if stop:
            self.add("review_override", {"verdict_id": verdict, "by_id": DIRECTOR})
        content = digest(f"text {item}")
        told = {"revision_id": item, "sha256": content}
        clearance = self.add("gate_clearance", {**told, "by_id": ADVISER})
        self.move(item, "clear", "cleared", ADVISER, item)
        self.add("gate_signature", {**told, "by_id": SECRETARY, "clearance_id": clearance})
        self.move(item, "sign", "signed", SECRETARY, item, number=number)
        self.move(item, "issue", "issued", 9, item, number=number)
        self.add("dispatch_dispatch", {"item_id": item, "move_no": self.moves[item] + 1})
        self.move(item, "dispatch", "dispatched", 9, item, number=number)

    def written(self) -> list[Event]:
        return [
            Event(seq, table, row, 0, at, json.dumps(payload), digest(f"hash {seq}"))
            for seq, (table, row, at, payload) in enumerate(self.events, start=1)
        ]


def a_day(papers: int = 12) -> House:
    house = House()
    for number in range(1, papers + 1):
        if number % 3:
            house.outgoing(number, f"OIC/POL/2026/{number - number // 3}", stop=number == 7)
        else:
            house.incoming(number, f"{number // 3}/2026")
    return house


def entries(events: Iterable[Event]) -> list[bytes]:
    return [entry_of(event, SECRET) for event in events]


def export(place: Path, told: Iterable[bytes], key: SigningKey = KEY, *, batch: int = 100) -> Path:
    """Write a log of these entries as an export and return its folder."""
    place.mkdir(parents=True, exist_ok=True)
    log = Log(Folder(place), key.name, key)
    kept = list(told)
    for begin in range(0, len(kept), batch):
        log.append(kept[begin : begin + batch])
    (place / KEY_FILE).write_text(f"{key.public}\n")
    return place


def store(place: Path, papers: int = 12) -> Iterator[Path]:
    """Put the files of the day's papers into an export's store and yield each."""
    for number in range(1, papers + 1):
        text = f"text {number}"
        path = place / "files" / digest(text)[:2] / digest(text)[2:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        yield path
