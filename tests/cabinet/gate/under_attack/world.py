"""What the house knew at a given event of its record: the oracle looks back through it.

Order is the order of the record, never a clock: "before" means "with a smaller seq". Revisions,
enclosures and numbers have no event of their own; the first movement that stands on one dates it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from copy import copy
from functools import cached_property

from clearance.gate import TABLES, Transition
from clearance.terms import Flow
from tests.cabinet.gate.under_attack.record import Record, read_payload
from tests.cabinet.gate.under_attack.snapshot import TABLES as PROTECTED
from tests.cabinet.gate.under_attack.snapshot import Event, Row, Snapshot

NEVER = float("inf")
SINCE = 1e9  # after every event: no movement stands on it yet
# No event tells of the first three: movements date them.
DATED = (
    "registry_revision", "registry_number", "registry_enclosure", "registry_movement",
    "registry_item",
)  # fmt: skip
_Dated = list[tuple[float, Row]]


class World:
    """A snapshot with its history. ``before``: one of whose record this one may be a longer.

    What is derived of tables that are as they were is taken from there.
    """

    def __init__(
        self, snapshot: Snapshot, before: World | None = None, record: Record | None = None
    ) -> None:
        self.snapshot = snapshot
        self.rows = snapshot.rows
        self.record: Record = record or Record(snapshot.events, before.record if before else None)
        self._seqs = {table: self.record.of(table).seq for table in PROTECTED}
        self._by: dict[tuple[str, str], dict[object, _Dated]] = {}
        kept = set(self.unchanged_since(before)) if before else set()
        if before and kept.issuperset(DATED):
            self._seqs |= {table: before._seqs[table] for table in DATED}
            self.__dict__["moves"] = before.moves
        else:
            kept.difference_update(DATED)
            self._date_what_movements_stand_on()
        if before:
            self._by |= {place: found for place, found in before._by.items() if place[0] in kept}

    def unchanged_since(self, before: World) -> list[str]:
        """Return the tables whose rows are the very same, and of which nothing was told since."""
        then, now = before.record.histories, self.record.histories
        return [
            table
            for table in PROTECTED
            if self.rows[table] is before.rows.get(table) and now.get(table) is then.get(table)
        ]

    def of_tables(self, tables: Collection[str]) -> World:
        """Return the same world without any other table: whoever asks for one finds none.

        :raises LookupError: by what is asked of it, for another table.
        """
        if not {*DATED}.isdisjoint(tables):
            tables = {*tables, *DATED}
        part = copy(self)
        part.rows = {table: self.rows[table] for table in tables}
        part._seqs = {table: self._seqs[table] for table in tables}
        part._by = {place: found for place, found in self._by.items() if place[0] in tables}
        if "registry_item" not in tables:
            part.__dict__.pop("moves", None)
        return part

    def _date_what_movements_stand_on(self) -> None:
        revisions = self.rows["registry_revision"]
        dated: dict[str, dict[int, float]] = {"registry_revision": {}, "registry_number": {}}
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
                    dated["registry_revision"][stood_on["id"]] = seq + stood_on["no"] / 1e4
                if self.tells(move)["number"] is not None and item in of_item:
                    dated["registry_number"].setdefault(of_item[item], seq)
        for table, known in dated.items():
            for key, row in self.rows[table].items():
                known.setdefault(key, SINCE + row.get("no", 0))
        self._seqs |= dated
        self._seqs["registry_enclosure"] = {
            key: self.at("registry_revision", row["revision_id"]) + 5e-5
            for key, row in self.rows["registry_enclosure"].items()
        }

    def first_movement(self) -> float:
        """Return when the house opened: its first movement."""
        seqs = self._seqs["registry_movement"]
        return min((seqs.get(key, NEVER) for key in self.rows["registry_movement"]), default=NEVER)

    def tells(self, move: Row) -> Row:
        """Return what the event of a movement tells."""
        return read_payload(self._events("registry_movement")[move["id"]][0].payload)

    def told_last(self, table: str, key: int) -> int | None:
        """Return the number of a row's last event; None: none tells of it."""
        events = self._events(table).get(key)
        return events[-1].seq if events else None

    def written(self, table: str, key: int) -> str:
        """Return the moment at which the record took a row first."""
        return self._events(table)[key][0].at

    def written_on(self, table: str, key: int) -> str:
        """Return the day on which the record took a row last."""
        return self._events(table)[key][-1].at[:10]

    def _events(self, table: str) -> dict[int, list[Event]]:
        if table not in self.rows:
            raise LookupError(table)
        return self.record.of(table).told

    def of(self, table: str, column: str, value: object) -> list[Row]:
        """Return the rows of a table with this value, in the order of their recording."""
        return [row for _, row in self._of(table, column, value)]

    def before(self, table: str, column: str, value: object, seq: float) -> list[Row]:
        """Return those of them that were recorded before an event."""
        return [row for at, row in self._of(table, column, value) if at < seq]

    def _of(self, table: str, column: str, value: object) -> _Dated:
        by_value = self._by.get((table, column))
        if by_value is None:
            by_value = defaultdict(list)
            for row in self.ordered(table):
                by_value[row[column]].append((self.at(table, row["id"]), row))
            self._by[table, column] = by_value = dict(by_value)
        return by_value.get(value, [])

    def ordered(self, table: str) -> list[Row]:
        """Return a table's rows in the order of their recording."""
        rows, seqs = self.rows[table], self._seqs[table]
        return [rows[key] for key in sorted(rows, key=lambda key: (seqs.get(key, NEVER), key))]

    def at(self, table: str, key: int) -> float:
        """Return when a row was recorded."""
        return self._seqs[table].get(key, NEVER)

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
        """Return the movements of an item that were recorded before an event, by number."""
        seqs = self._seqs["registry_movement"]
        return [row for row in self.moves.get(item, ()) if seqs.get(row["id"], NEVER) < seq]

    def state(self, item: int, seq: float = NEVER) -> str:
        """Return the state of an item before an event."""
        seqs = self._seqs["registry_movement"]
        for row in reversed(self.moves.get(item, ())):
            if seqs.get(row["id"], NEVER) < seq:
                return str(row["target"])
        return ""

    def newest_revision(self, item: int, seq: float = NEVER) -> Row | None:
        """Return the newest revision of an item before an event."""
        found = self.before("registry_revision", "item_id", item, seq)
        return max(found, key=lambda row: row["no"], default=None)

    def drafters(self, item: int, seq: float = NEVER) -> set[int]:
        """Return who wrote any revision of an item before an event."""
        return {row["by_id"] for row in self.before("registry_revision", "item_id", item, seq)}

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
            and not self._ended("holding_id", held["id"], day, seq)
            for held in self.before("accounts_holding", "post_id", post, seq)
        )

    def _ended(self, column: str, key: int, day: str, seq: float) -> bool:
        return any(
            row["first_day_without"] <= day
            for row in self.before("accounts_ending", column, key, seq)
        )

    def open_checks(self, revision: int, seq: float) -> set[int]:
        """Return the checks of a revision that are not passed or set aside before an event."""
        newest = {
            verdict["check_no"]: verdict
            for verdict in self.before("review_verdict", "revision_id", revision, seq)
        }
        found = self.stops_found(revision, seq)
        passed = {
            check
            for check, verdict in newest.items()
            if (verdict["outcome"] in ("pass", "not_applicable") and check not in found)
            or self.before("review_override", "verdict_id", verdict["id"], seq)
        }
        return set(range(1, 8)) - passed

    def stops_found(self, revision: int, seq: float) -> set[int]:
        """Return the checks on which the newest reading found a stop that nobody set aside."""
        readings = self.before("review_reading", "revision_id", revision, seq)
        newest = readings[-1]["id"] if readings else 0
        return {
            found["check_no"]
            for found in self.before("review_finding", "reading_id", newest, seq)
            if found["level"] == 3
            and self.said_of(found["first_id"] or found["id"], seq) != "set_aside"
        }

    def said_of(self, finding: int, seq: float) -> str:
        """Return the newest word on a finding before an event; '' for none."""
        said = self.before("review_answer", "finding_id", finding, seq)
        return str(said[-1]["outcome"]) if said else ""

    def cell(self, kind: str, level: str, role: str, seq: float) -> Row | None:
        """Return the cell of the signatory matrix that stood before an event."""
        found = [
            row
            for row in self.before("directory_signatorycell", "role", role, seq)
            if (row["kind"], row["level"]) == (kind, level)
        ]
        return found[-1] if found else None
