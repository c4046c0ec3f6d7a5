"""What the house knew at a given event of its record: the oracle looks back through it.

Order is the order of the record, never a clock: "before" means "with a smaller seq". Revisions,
enclosures and numbers have no event of their own; the first movement that stands on one dates it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cached_property, lru_cache

from clearance.gate import TABLES, Transition
from clearance.terms import Flow
from tests.cabinet.gate.under_attack.snapshot import Row, Snapshot

NEVER = float("inf")
SINCE = 1e9  # after every event: no movement stands on it yet


class World:
    """A snapshot with its history. ``before``: one of whose record this one may be a longer."""

    def __init__(self, snapshot: Snapshot, before: World | None = None) -> None:
        self.snapshot = snapshot
        self.rows = snapshot.rows
        known = before.snapshot.events if before else []
        if before is None or snapshot.events[: len(known)] != known:
            before, known = None, []
        self.told: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(
            list, before.told if before else {}
        )
        self.written: dict[tuple[str, int], str] = dict(before.written) if before else {}
        self.written_last: dict[tuple[str, int], str] = dict(before.written_last) if before else {}
        self._recorded: dict[tuple[str, int], float] = dict(before._recorded) if before else {}
        for event in snapshot.events[len(known) :]:
            place = event.table, event.row
            self.written.setdefault(place, event.at)
            self.written_last[place] = event.at
            self._recorded.setdefault(place, float(event.seq))
            self.told[place] = [*self.told[place], (event.seq, event.payload)]
        self.seq = dict(self._recorded)
        self._by: dict[tuple[str, str], dict[object, list[Row]]] = {}
        self._date_what_movements_stand_on()

    def _date_what_movements_stand_on(self) -> None:
        revisions = self.rows["registry_revision"]
        of_item = {row["item_id"]: row["id"] for row in self.rows["registry_number"].values()}
        waiting: dict[int, list[Row]] = defaultdict(list)
        for row in sorted(revisions.values(), key=lambda row: -int(row["no"])):
            waiting[row["item_id"]].append(row)
        for item, moves in self.moves.items():
            for move in moves:
                seq = self.at("registry_movement", move["id"]) - 0.5
                about = revisions.get(move["revision_id"], {"no": 0})["no"]
                while waiting[item] and waiting[item][-1]["no"] <= about:
                    stood_on = waiting[item].pop()
                    self.seq["registry_revision", stood_on["id"]] = seq + stood_on["no"] / 1e4
                if self.tells(move)["number"] is not None and item in of_item:
                    self.seq.setdefault(("registry_number", of_item[item]), seq)
        for table in ("registry_revision", "registry_number"):
            for key, row in self.rows[table].items():
                self.seq.setdefault((table, key), SINCE + row.get("no", 0))
        for row in self.rows["registry_enclosure"].values():
            dated = self.at("registry_revision", row["revision_id"])
            self.seq["registry_enclosure", row["id"]] = dated + 5e-5

    def tells(self, move: Row) -> Row:
        """Return what the event of a movement tells."""
        return read_payload(self.told["registry_movement", move["id"]][0][1])

    def of(self, table: str, column: str, value: object) -> list[Row]:
        """Return the rows of a table with this value, in the order of their recording."""
        if (table, column) not in self._by:
            found: dict[object, list[Row]] = defaultdict(list)
            for row in self.ordered(table):
                found[row[column]].append(row)
            self._by[table, column] = found
        return self._by[table, column].get(value, [])

    def ordered(self, table: str) -> list[Row]:
        """Return a table's rows in the order of their recording."""
        rows = self.rows[table]
        return [rows[key] for key in sorted(rows, key=lambda key: (self.at(table, key), key))]

    def at(self, table: str, key: int) -> float:
        """Return when a row was recorded."""
        return self.seq.get((table, key), NEVER)

    def written_on(self, table: str, key: int) -> str:
        """Return the day on which the record took a row last."""
        return self.written_last[table, key][:10]

    def facts(self, item: int) -> Row:
        """Return an item's facts; they are fixed once it is registered or submitted."""
        return self.rows["registry_item"][item]

    def facts_fixed(self, move: Row) -> bool:
        """Tell whether a paper's facts were the same as now when a movement was made.

        They can change only before a movement out of an open state.
        """
        later = self.moves[move["item_id"]][move["no"] :]
        return all(row["source"] not in ("", "received", "draft") for row in later) and (
            self.moves[move["item_id"]][-1]["target"] not in ("received", "draft")
        )

    @cached_property
    def moves(self) -> dict[int, list[Row]]:
        """Every item's movements by number."""
        found: dict[int, list[Row]] = {key: [] for key in self.rows["registry_item"]}
        for row in sorted(self.rows["registry_movement"].values(), key=lambda row: int(row["no"])):
            found.setdefault(row["item_id"], []).append(row)
        return found

    def moves_before(self, item: int, seq: float) -> list[Row]:
        """Return the movements of an item that were recorded before an event."""
        return [
            row for row in self.moves.get(item, []) if self.at("registry_movement", row["id"]) < seq
        ]

    def state(self, item: int, seq: float = NEVER) -> str:
        """Return the state of an item before an event."""
        moves = self.moves_before(item, seq)
        return str(moves[-1]["target"]) if moves else ""

    def newest_revision(self, item: int, seq: float = NEVER) -> Row | None:
        """Return the newest revision of an item before an event."""
        found = [
            row
            for row in self.of("registry_revision", "item_id", item)
            if self.at("registry_revision", row["id"]) < seq
        ]
        return max(found, key=lambda row: row["no"], default=None)

    def drafters(self, item: int, seq: float = NEVER) -> set[int]:
        """Return who wrote any revision of an item before an event."""
        return {
            row["by_id"]
            for row in self.of("registry_revision", "item_id", item)
            if self.at("registry_revision", row["id"]) < seq
        }

    def transition(self, move: Row) -> Transition | None:
        """Return the line of the gate's tables that lists a movement."""
        flow = Flow(self.rows["registry_item"][move["item_id"]]["flow"])
        return TABLES[flow].find(move["act"], move["source"])

    def role(self, post: int) -> str:
        """Return the role of a post."""
        return str(self.rows["accounts_post"][post]["role"])

    def may_act(self, row: Row, seq: float, power: str, item: int, *, fixed: bool = True) -> bool:
        """Tell whether a row's officer might use its post, by its delegation, on its day.

        ``fixed`` False: the paper's kind and addressee were still open and may have changed since.
        """
        facts = self.facts(item) if fixed else {"kind": None, "level": None}
        return self.may_use(row, seq, power, facts["kind"], facts["level"])

    def may_use(
        self, row: Row, seq: float, power: str, kind: str | None, level: str | None
    ) -> bool:
        """Tell whether a row's officer might use its post for this power on its day.

        ``kind`` and ``level`` None: whatever the delegation says of them.
        """
        day, by, post = row["on_day"], row["by_id"], row["post_id"]
        if row["delegation_id"] is None:
            return self.holds(by, post, day, seq)
        lent = self.rows["accounts_delegation"].get(row["delegation_id"])
        return (
            lent is not None
            and (lent["officer_id"], lent["post_id"]) == (by, post)
            and lent["begins_on"] <= day <= lent["ends_on"]
            and self.at("accounts_delegation", lent["id"]) < seq
            and lent["power"] in ("", power)
            and (kind is None or lent["kind"] in ("", kind))
            and (level is None or lent["level"] in ("", level))
            and not self._ended("delegation_id", lent["id"], day, seq)
        )

    def holds(self, officer: int, post: int, day: str, seq: float) -> bool:
        """Tell whether an officer held a post on a day, as the house knew before an event."""
        return any(
            held["officer_id"] == officer
            and held["begins_on"] <= day <= (held["ends_on"] or "9")
            and self.at("accounts_holding", held["id"]) < seq
            and not self._ended("holding_id", held["id"], day, seq)
            for held in self.of("accounts_holding", "post_id", post)
        )

    def _ended(self, column: str, key: int, day: str, seq: float) -> bool:
        return any(
            row["first_day_without"] <= day and self.at("accounts_ending", row["id"]) < seq
            for row in self.of("accounts_ending", column, key)
        )

    def open_checks(self, revision: int, seq: float) -> set[int]:
        """Return the checks of a revision that are not passed or set aside before an event."""
        newest: dict[int, Row] = {}
        for verdict in self.of("review_verdict", "revision_id", revision):
            if self.at("review_verdict", verdict["id"]) < seq:
                newest[verdict["check_no"]] = verdict
        found = self.stops_found(revision, seq)
        passed = {
            check
            for check, verdict in newest.items()
            if (verdict["outcome"] in ("pass", "not_applicable") and check not in found)
            or any(
                self.at("review_override", each["id"]) < seq
                for each in self.of("review_override", "verdict_id", verdict["id"])
            )
        }
        return set(range(1, 8)) - passed

    def stops_found(self, revision: int, seq: float) -> set[int]:
        """Return the checks on which the newest reading found a stop that nobody set aside."""
        readings = [
            row["id"]
            for row in self.of("review_reading", "revision_id", revision)
            if self.at("review_reading", row["id"]) < seq
        ]
        return {
            found["check_no"]
            for found in self.of("review_finding", "reading_id", readings[-1] if readings else 0)
            if found["level"] == 3
            and self.at("review_finding", found["id"]) < seq
            and self.said_of(found["first_id"] or found["id"], seq) != "set_aside"
        }

    def said_of(self, finding: int, seq: float) -> str:
        """Return the newest word on a finding before an event; '' for none."""
        said = [
            row["outcome"]
            for row in self.of("review_answer", "finding_id", finding)
            if self.at("review_answer", row["id"]) < seq
        ]
        return str(said[-1]) if said else ""

    def cell(self, kind: str, level: str, role: str, seq: float) -> Row | None:
        """Return the cell of the signatory matrix that stood before an event."""
        found = [
            row
            for row in self.of("directory_signatorycell", "role", role)
            if (row["kind"], row["level"]) == (kind, level)
            and self.at("directory_signatorycell", row["id"]) < seq
        ]
        return found[-1] if found else None


@lru_cache(maxsize=2**16)
def read_payload(payload: str) -> Row:
    """Parse a payload once: an oracle comes back to the same ones, at each look and in each law."""
    told: Row = json.loads(payload)
    return told
