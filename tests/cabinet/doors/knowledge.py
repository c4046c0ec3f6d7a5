"""What each reader may know, worked out from the tables by hand: it never asks the code under test.

Plain rows go in, keys come out. Levels of confidentiality come from the file of reference data.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

from tests.journeys.knowledge import WHOLE_REGISTER, highest_level

GONE = {"cleared", "signed", "issued", "dispatched", "delivered", "undelivered"}
INNER = {"inform", "remark", "withhold"}  # what the Cabinet does among itself
TABLES = (
    "registry_item", "registry_revision", "registry_enclosure", "registry_number",
    "registry_movement", "registry_release", "review_verdict", "review_override", "gate_clearance",
    "gate_signature", "dispatch_dispatch", "dispatch_delivery",
)  # fmt: skip
Row = dict[str, Any]


class Right(NamedTuple):
    """A post that is held, or a power of one that is lent; '' stands for no limit."""

    role: str
    unit: int
    power: str = ""
    kind: str = ""
    level: str = ""


class House:
    """All rows of the house, read by the Cabinet's connection."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.rows: dict[str, list[Row]] = {}
        others = ("accounts_holding", "accounts_delegation", "accounts_ending", "accounts_post",
                  "accounts_officer", "accounts_unit", "directory_signatorycell",
                  "registry_lawfulact")  # fmt: skip
        with connection.cursor() as cursor:
            for table in (*TABLES, *others):
                cursor.execute(f"SELECT * FROM {table}")
                names = [column[0] for column in cursor.description]
                self.rows[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        self.posts = {row["id"]: row for row in self.rows["accounts_post"]}
        self.cells: dict[tuple[str, str, str], bool] = {}
        self.releases: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows["registry_release"]:
            self.releases[row["item_id"]].append(row)
        for row in sorted(self.rows["directory_signatorycell"], key=lambda row: int(row["id"])):
            self.cells[row["kind"], row["level"], row["role"]] = bool(row["permitted"])

    def rights(self, officer: int, today: date) -> list[Right]:
        """Return what an officer holds or was lent, as it stands on a day."""
        ended = {
            (name, row[name])
            for row in self.rows["accounts_ending"]
            for name in ("holding_id", "delegation_id")
            if row[name] is not None and str(row["first_day_without"]) <= str(today)
        }
        found = []
        for table, key in (("accounts_holding", "holding_id"),
                           ("accounts_delegation", "delegation_id")):  # fmt: skip
            for row in self.rows[table]:
                begun = str(row["begins_on"]) <= str(today)
                over = row["ends_on"] is not None and str(row["ends_on"]) < str(today)
                if row["officer_id"] != officer or not begun or over or (key, row["id"]) in ended:
                    continue
                post = self.posts[row["post_id"]]
                limits = (row.get(name, "") for name in ("power", "kind", "level"))
                found.append(Right(post["role"], post["unit_id"], *limits))
        return found


@dataclass
class Knowledge:
    """What one reader may know: the keys of the rows of each table."""

    house: House
    officer: int
    rights: list[Right]

    @property
    def is_of_the_cabinet(self) -> bool:
        """Whether one of the posts is of those through whose hands the whole register passes."""
        return any(right.role in WHOLE_REGISTER for right in self.rights)

    def keys(self) -> dict[str, set[int]]:
        """Return the keys by table."""
        items = {row["id"]: row for row in self.house.rows["registry_item"] if self._knows(row)}
        whole = {key for key, row in items.items() if self._whole(row)}
        newest: dict[int, int] = {}
        for row in self.house.rows["registry_revision"]:
            newest[row["item_id"]] = max(row["no"], newest.get(row["item_id"], 0))
        found = {"registry_item": set(items)}
        found["registry_revision"] = texts = self._of(
            "registry_revision",
            lambda row: (
                row["item_id"] in items
                and (
                    row["item_id"] in whole
                    or row["no"] == newest[row["item_id"]]
                    or row["by_id"] == self.officer
                )
            ),
        )
        found["registry_movement"] = self._of(
            "registry_movement",
            lambda row: (
                row["item_id"] in items
                and row["act"] not in INNER
                and (row["item_id"] in whole or row["act"] in ("issue", "acknowledge"))
            ),
        )
        for table in ("registry_number", "registry_release"):
            found[table] = self._of(table, lambda row: row["item_id"] in items)
        for table in ("dispatch_dispatch", "dispatch_delivery"):
            found[table] = self._of(table, lambda row: row["item_id"] in whole)
        found["registry_enclosure"] = self._of(
            "registry_enclosure", lambda row: row["revision_id"] in texts
        )
        reviewed = self._of(
            "registry_revision",
            lambda row: row["item_id"] in whole and items[row["item_id"]]["flow"] != "incoming",
        )
        for table in ("review_verdict", "gate_clearance", "gate_signature"):
            found[table] = self._of(table, lambda row: row["revision_id"] in reviewed)
        verdicts = found["review_verdict"]
        found["review_override"] = self._of(
            "review_override", lambda row: row["verdict_id"] in verdicts
        )
        return found

    def _of(self, table: str, is_known: Any) -> set[int]:
        return {row["id"] for row in self.house.rows[table] if is_known(row)}

    def _knows(self, item: Row) -> bool:
        if any(row["officer_id"] == self.officer for row in self.house.releases[item["id"]]):
            return True
        return any(self._reads(right, item) for right in self.rights)

    def _reads(self, right: Right, item: Row) -> bool:
        own = item["from_unit_id"] == right.unit and item["opened_by_id"] == self.officer
        if right.power == "" and own:
            return True
        if right.role == "system_administrator":
            return False
        if item["confidentiality"] > highest_level(right.role):
            return False
        if right.kind not in ("", item["kind"]) or right.level not in ("", item["level"]):
            return False
        permitted = self.house.cells.get((item["kind"], item["level"], right.role), False)
        to_sign = item["flow"] == "outgoing" and item["state"] in GONE and permitted
        if right.power == "sign":
            return to_sign
        if right.power:
            lines = self.house.rows["registry_lawfulact"]
            return any(self._acts(right, line, item) for line in lines)
        released = any(row["unit_id"] == right.unit for row in self.house.releases[item["id"]])
        signs = right.role == "assistant_secretary_general" and to_sign
        return item["from_unit_id"] == right.unit or released or signs

    def _acts(self, right: Right, line: Row, item: Row) -> bool:
        fits = (line["flow"], line["source"], line["role"], line["power"]) == (
            item["flow"], item["state"], right.role, right.power,
        )  # fmt: skip
        place = {"from_unit": "from_unit_id", "action_unit": "action_unit_id"}.get(line["scope"])
        return fits and bool(line["source"]) and (place is None or item[place] == right.unit)

    def _whole(self, item: Row) -> bool:
        units = {right.unit for right in self.rights if not right.power and not right.kind}
        return item["flow"] == "incoming" or item["from_unit_id"] in units
