"""The forger: writes rows that look lawful, and rows that differ from such a row in one place.

An attack proves something only if the honest row beside it would be taken: so each forged row is
built the way the application would build it, then one value is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.db import models
from django.utils import timezone

from clearance.gate import TABLES, Transition
from clearance.terms import Flow
from tests.cabinet.gate.under_attack.books import BOOKS
from tests.cabinet.gate.under_attack.schema import (
    columns_of,
    referred_to,
    texts_that_tell_apart,
    words_of,
)
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World

OTHER_SHA = "ab" * 32
ABSENT = 999_983


def now() -> str:
    """Return the moment as text that both engines take."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def today(days: int = 0) -> str:
    """Return the office's own day, or one so many days later, as text."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


class Forger:
    """Forges rows for one database as it is now."""

    def __init__(self, world: World, dice: Random) -> None:
        self.world = world
        self.rows = world.rows
        self.dice = dice
        self.action_unit: int | None = None

    def any_of(self, table: str) -> Row | None:
        """Return any row of a table; None: it is empty, or the record."""
        rows = self.rows.get(table)
        return rows[self.dice.choice(list(rows))] if rows else None

    def hand(self, roles: Any, unit: int | None = None) -> Row:
        """Return the columns of a hand: an officer who holds a post of these roles today."""
        fit = [
            (held["officer_id"], held["post_id"])
            for held in self.rows["accounts_holding"].values()
            if self.world.role(held["post_id"]) in set(roles) and held["begins_on"] <= today()
            and unit in (None, self.rows["accounts_post"][held["post_id"]]["unit_id"])
        ]  # fmt: skip
        by, post = self.dice.choice(fit) if fit else (1, 1)
        return {
            "by_id": by, "post_id": post, "delegation_id": None, "on_day": today(), "at": now(),
        }  # fmt: skip

    def forge(self, table: str, item: int) -> Row | None:
        """Return a row for a table about an item, as honest as can be; None: nothing fits."""
        makers: dict[str, Callable[[int], Row | None]] = {
            "registry_movement": self.movement, "registry_revision": self.revision,
            "registry_enclosure": self.enclosure, "registry_number": self.number,
            "registry_release": self.release, "review_verdict": self.verdict,
            "review_override": self.override, "gate_clearance": self.clearance,
            "gate_signature": self.signature, "dispatch_dispatch": self.dispatch,
            "dispatch_delivery": self.delivery, "registry_item": self.item,
            "accounts_delegation": self.delegation, "accounts_ending": self.ending,
        }  # fmt: skip
        if table in makers:
            return makers[table](item)
        if table in BOOKS:
            return BOOKS[table](self, item)
        row = self.any_of(table)
        return None if row is None else self._copy(table, row)

    def _copy(self, table: str, row: Row) -> Row:
        copied = {name: value for name, value in row.items() if name != "id"}
        for name in texts_that_tell_apart(table):
            copied[name] = f"{self.dice.randrange(10**9):x}"[: 2 if name == "iso2" else 9]
        if table == "accounts_holding":
            copied |= {"appointed_by_id": self.hand(["director_general"])["by_id"]}
        if table == "directory_signatorycell":
            hand = self.hand(["director_general"])
            copied |= {"set_by_id": hand["by_id"], "set_under_id": hand["post_id"]}
        if table == "registry_series":
            hand = self.hand(["head_of_registry"])
            copied |= {"set_by_id": hand["by_id"], "set_under_id": hand["post_id"]}
        return copied

    def item(self, item: int) -> Row:
        """Return a new item like another, without a state."""
        copied = {k: v for k, v in self.rows["registry_item"][item].items() if k != "id"}
        return copied | {
            "state": "", "moves": 0, "moved_at": None, "due_on": None, "action_unit_id": None,
        }  # fmt: skip

    def lines(self, item: int) -> tuple[Transition, ...]:
        """Return the acts that are listed for an item's state."""
        facts = self.rows["registry_item"][item]
        return TABLES[Flow(facts["flow"])].lawful_from(self.world.state(item))

    def movement(self, item: int, line: Transition | None = None) -> Row | None:
        """Return the movement of an act that is listed for the item's state."""
        facts, moves = self.rows["registry_item"][item], self.world.moves[item]
        self.action_unit = facts["action_unit_id"]
        state = moves[-1]["target"] if moves else ""
        if line is None and not self.lines(item):
            return None
        line = line or self.dice.choice(self.lines(item))
        unit = {"from_unit": facts["from_unit_id"], "action_unit": facts["action_unit_id"]}
        newest = self.world.newest_revision(item)
        hand = self.hand(line.by, unit.get(line.scope.value))
        if line.scope.value == "personal_to":
            hand["by_id"] = facts["personal_to_id"]
        memo = facts["flow"] == Flow.MEMORANDUM
        named = line.name in ("direct", "refer") or (line.name == "issue" and memo)
        units = [key for key in self.rows["accounts_unit"] if key != facts["action_unit_id"]]
        other = facts["to_unit_id"] if memo else self.dice.choice(units)
        return hand | {
            "item_id": item, "no": len(moves) + 1, "act": line.name, "source": state,
            "target": line.target or state, "revision_id": newest["id"] if newest else None,
            "content_sha256": newest["sha256"] if newest else "",
            "to_unit_id": other if named else None,
            "copies": f"|{self.dice.choice(units)}|" if line.name == "copy" else "",
            "due_on": today() if line.name == "extend" else None, "reason": "In writing.",
            "officer_label": "x", "post_label": "x", "authority_label": "titular",
            "item_label": "x",
        }  # fmt: skip

    def revision(self, item: int) -> Row:
        """Return the next revision, by whoever moved the item last."""
        newest, moves = self.world.newest_revision(item), self.world.moves[item]
        by = moves[-1]["by_id"] if moves else self.rows["registry_item"][item]["opened_by_id"]
        return {
            "item_id": item, "no": (newest["no"] if newest else 0) + 1, "sha256": OTHER_SHA,
            "file_name": "x.txt", "media_type": "text/plain", "size_bytes": 3, "by_id": by,
            "at": now(),
        }  # fmt: skip

    def enclosure(self, item: int) -> Row | None:
        """Return one more enclosure of the newest revision."""
        newest = self.world.newest_revision(item)
        if newest is None:
            return None
        there = self.world.of("registry_enclosure", "revision_id", newest["id"])
        return {
            "revision_id": newest["id"], "no": len(there) + 1, "name": "x", "sha256": OTHER_SHA,
            "media_type": "text/plain", "size_bytes": 3,
        }  # fmt: skip

    def number(self, item: int) -> Row:
        """Return the next number of the item's series."""
        facts = self.rows["registry_item"][item]
        fit = [r for r in self.rows["registry_series"].values() if r["flow"] == facts["flow"]]
        series, year = fit[0], int(today()[:4])
        serials = [
            row["serial"]
            for row in self.world.of("registry_number", "series_id", series["id"])
            if row["year"] == year
        ]
        serial = max(serials, default=0) + 1
        unit = self.rows["accounts_unit"].get(facts["from_unit_id"], {"code": ""})["code"]
        text = series["pattern"].format(serial=serial, year=year, unit=unit)
        return {
            "item_id": item, "series_id": series["id"], "year": year, "serial": serial,
            "text": text, "on_day": today(), "on_hijri": "",
        }  # fmt: skip

    def release(self, item: int) -> Row | None:
        """Return a release by one of the item's movements, for information, to any unit."""
        moves = self.world.moves[item]
        if not moves:
            return None
        copies = [int(part) for move in moves for part in move["copies"].split("|") if part]
        unit = self.dice.choice(copies or list(self.rows["accounts_unit"]))
        move = next((m for m in moves if f"|{unit}|" in m["copies"]), self.dice.choice(moves))
        return {
            "item_id": item, "movement_id": move["id"], "unit_id": unit, "officer_id": None,
            "purpose": "information",
        }  # fmt: skip

    def _on_newest(self, item: int, roles: tuple[str, ...]) -> Row | None:
        newest = self.world.newest_revision(item)
        if newest is None:
            return None
        return self.hand(roles) | {"revision_id": newest["id"], "sha256": newest["sha256"]}

    def verdict(self, item: int, check: int | None = None) -> Row | None:
        """Return a passing verdict on a check of the newest revision; None: on an open one."""
        row = self._on_newest(item, ("cabinet_adviser",))
        if row is None:
            return None
        open_checks = self.world.open_checks(row["revision_id"], float("inf")) or {1}
        del row["sha256"]
        return row | {
            "check_no": check or self.dice.choice(sorted(open_checks)), "outcome": "pass",
            "reason": "x", "kept_from_drafters": False,
        }  # fmt: skip

    def override(self, item: int) -> Row | None:
        """Return the setting aside of a stop on the newest revision."""
        newest = self.world.newest_revision(item)
        verdicts = self.world.of("review_verdict", "revision_id", newest["id"] if newest else 0)
        stops = [row for row in verdicts if row["outcome"] == "stop"] or verdicts
        if not stops:
            return None
        hand = self.hand(["director_general"])
        return hand | {"verdict_id": self.dice.choice(stops)["id"], "reason": "x"}

    def clearance(self, item: int) -> Row | None:
        """Return a clearance of the newest revision."""
        return self._on_newest(item, ("cabinet_adviser", "director_general"))

    def signature(self, item: int) -> Row | None:
        """Return the Secretary-General's signature on the newest revision."""
        row = self._on_newest(item, ("secretary_general",))
        if row is None:
            return None
        cleared = self.world.of("gate_clearance", "revision_id", row["revision_id"])
        return row | {"clearance_id": cleared[0]["id"] if cleared else 1}

    def _proof(self, item: int) -> Row:
        return self.hand(["registry_clerk", "head_of_registry"]) | {
            "item_id": item, "move_no": len(self.world.moves[item]) + 1,
            "proof_sha256": OTHER_SHA, "proof_name": "x", "proof_media_type": "text/plain",
            "proof_size_bytes": 3,
        }  # fmt: skip

    def dispatch(self, item: int) -> Row:
        """Return a dispatch for the item's next movement."""
        return self._proof(item) | {"channel": "pouch", "tracking": ""}

    def delivery(self, item: int) -> Row:
        """Return a delivery for the item's next movement."""
        return self._proof(item) | {"received_by": ""}

    def delegation(self, item: int) -> Row:
        """Return a delegation by the Director-General, without limits."""
        return {
            "post_id": self.dice.choice(list(self.rows["accounts_post"])),
            "officer_id": self.dice.choice(list(self.rows["accounts_officer"])),
            "capacity": "delegated", "power": "", "kind": "", "level": "", "begins_on": today(),
            "ends_on": today(3), "instrument": "x", "recorded_at": now(),
            "granted_by_id": self.hand(["director_general"])["by_id"],
        }  # fmt: skip

    def ending(self, item: int) -> Row:
        """Return the ending of a holding that somebody appointed, from far ahead on."""
        return {
            "holding_id": self.dice.choice(list(self.rows["accounts_holding"])),
            "delegation_id": None, "first_day_without": today(400), "reason": "x",
            "ended_by_id": self.hand(["director_general"])["by_id"], "recorded_at": now(),
        }  # fmt: skip

    def deviations(self, table: str, row: Row, vendor: str) -> Iterator[tuple[str, Row]]:
        """Yield each row that differs from a row in one column, with the column's name."""
        for name, value in row.items():
            for other in self._others(table, name, value, vendor):
                if other != value or type(other) is not type(value):
                    yield f"{name} = {other!r}", {**row, name: other}
            if "no" in row and referred_to(table, name):
                yield f"the first one of no {name}", {**row, name: ABSENT, "no": 1}
        for one, other in (
            ("officer_id", "appointed_by_id"), ("officer_id", "granted_by_id"),
            ("delegation_id", "holding_id"),
        ):  # fmt: skip
            if one in row and other in row:
                yield f"{one} = its {other}", {**row, one: row[other]}
        for what, names in ALIKE.items():
            if names <= row.keys():
                yield f"no {what} at all", {**row, **dict.fromkeys(names, "")}
        yield from self._other_hands(row)
        for key in (ABSENT, -5, 0):
            yield f"id = {key}", {**row, "id": key}

    def _other_hands(self, row: Row) -> Iterator[tuple[str, Row]]:
        """Yield the row as a drafter's, a registrar's, and under each delegation."""
        if "post_id" not in row or "by_id" not in row:
            return
        drafters = {each["by_id"] for each in self.rows["registry_revision"].values()}
        registrars = {
            each["by_id"]
            for each in self.rows["registry_movement"].values()
            if each["act"] == "register"
        }
        for held in self.rows["accounts_holding"].values():
            if held["officer_id"] in drafters | registrars or "clearance_id" in row:
                hand = {"by_id": held["officer_id"], "post_id": held["post_id"]}
                yield f"hand = {hand}", row | hand
        for key, lent in self.rows["accounts_delegation"].items():
            hand = {"by_id": lent["officer_id"], "post_id": lent["post_id"]}
            yield f"hand = delegation {key}", row | hand | {"delegation_id": key}

    def _others(self, table: str, name: str, value: Any, vendor: str) -> list[Any]:
        field = columns_of(table).get(name)
        strange: list[Any] = ["x", 1.5, b"x", ""] if vendor == "sqlite" else []
        if isinstance(field, models.ForeignKey):
            keys = list(self.rows.get(referred_to(table, name) or "", ()))
            near = [self.action_unit] if name == "to_unit_id" else []
            return [None, ABSENT, *near, *self.dice.sample(keys, min(4, len(keys))), *strange]
        if isinstance(field, models.BooleanField):
            return [not value, None, *([2, "x"] if vendor == "sqlite" else [])]
        if isinstance(field, models.IntegerField):
            return [value + 1 if value else 1, (value or 0) - 1, 0, -1, 10**6, None, *strange]
        far = ["0000-01-01"] if vendor == "sqlite" else ["infinity", "-infinity", "0044-03-15 BC"]
        if isinstance(field, models.DateTimeField):
            return ["2001-01-01 00:00:00", "2101-01-01 00:00:00", None, *far, *strange[:1]]
        if isinstance(field, models.DateField):
            odd = [*far, "9999-12-31", *([f"{today()} x", "x", ""] if strange else [])]
            return [today(-9), today(-1), today(1), today(9), today(-400), None, *odd]
        if words := self._words(table, name):
            return [*words, "x", "", None, *strange[2:3]]
        if "sha256" in name:
            return ["cd" * 32, "ab", "", None, "Z" * 64]
        if name == "copies":
            return ["", "|1|", "|1|2|", "x", "|%|", None]
        other = "other"[: field.max_length if field else None]  # PostgreSQL takes no longer one
        if name in texts_that_tell_apart(table) and (there := self.any_of(table)):
            return ["", other, " \t\n", None, there[name], *strange[2:3]]
        return ["", other, " \t\n", None, *strange[2:3]]

    def _words(self, table: str, name: str) -> list[Any]:
        listed = words_of(table, name)
        return [*WORDS.get(name, ()), *self.dice.sample(listed, min(4, len(listed)))]


# Columns that say one thing in three languages: one of them is enough.
ALIKE = {
    "title of the post": {"post_ar", "post_en", "post_fr"},
    "expression": {"avoid_ar", "avoid_en", "avoid_fr"},
}
_STATES = sorted({state for table in TABLES.values() for state in table.states})
WORDS = {
    "act": sorted({line.name for table in TABLES.values() for line in table.transitions}),
    "source": _STATES, "target": _STATES, "state": ["cleared", "signed", "directed", "void"],
    "purpose": ["action", "information"], "outcome": ["pass", "stop", "not_applicable"],
    "flow": ["incoming", "outgoing", "memorandum"], "kind": ["letter", "note_verbale"],
    "level": ["institution", "ngo", "head_of_state", "stop"], "capacity": ["acting", "delegated"],
    "power": ["sign", "clear"], "role": ["secretary_general", "desk_officer"],
    "pattern": ["{serial}", "{year}/x", "other"],
}  # fmt: skip
