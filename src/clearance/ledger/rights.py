"""Who held which post on which day, as the record tells it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

Payload = dict[str, Any]
_NEVER = "9999-12-31"


class _Right(NamedTuple):
    """A holding or a delegation: its row, and its first and last day as in ISO 8601."""

    row: int
    begins: str
    ends: str


class Rights:
    """Appointments, delegations and their endings, taken in as the record tells them."""

    def __init__(self) -> None:
        """Begin with nobody in office."""
        self._holdings: dict[tuple[int, int], list[_Right]] = defaultdict(list)
        self._delegations: dict[int, tuple[int, int, _Right]] = {}
        self._ended: dict[tuple[str, int], str] = {}

    def holding(self, row: int, told: Payload) -> None:
        """Take in that an officer holds a post."""
        right = _Right(row, told["begins_on"], told.get("ends_on") or _NEVER)
        self._holdings[told["officer_id"], told["post_id"]].append(right)

    def delegation(self, row: int, told: Payload) -> None:
        """Take in that a post's power was lent to an officer."""
        right = _Right(row, told["begins_on"], told["ends_on"])
        self._delegations[row] = told["officer_id"], told["post_id"], right

    def ending(self, row: int, told: Payload) -> None:
        """Take in that a holding or a delegation ends early."""
        for kind in ("holding", "delegation"):
            if (key := told.get(f"{kind}_id")) is not None:
                day = told["first_day_without"]
                self._ended[kind, key] = min(day, self._ended.get((kind, key), day))

    def may_use(self, told: Payload) -> bool:
        """Tell whether the officer of an act held its post that day, or was lent its power.

        Limits of a delegation to kinds and levels are not judged: no movement tells them.
        """
        by, post, day = told["by_id"], told["post_id"], told["on_day"]
        if (lent := told.get("delegation_id")) is not None:
            officer, of, right = self._delegations.get(lent, (None, None, None))
            is_theirs = right is not None and (officer, of) == (by, post)
            return is_theirs and right is not None and self._stands("delegation", right, day)
        return any(self._stands("holding", right, day) for right in self._holdings[by, post])

    def _stands(self, kind: str, right: _Right, day: str) -> bool:
        ended = self._ended.get((kind, right.row), _NEVER)
        return right.begins <= day <= right.ends and day < ended
