"""Acts that the rules would have refused, in a log that is sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from clearance.ledger.entry import canonical
from clearance.ledger.rights import Rights
from tests.clearance.ledger.burgled import Case, changed, of_table
from tests.clearance.ledger.house import digest


def without(table: str, nth: int = 0) -> Callable[[Case], list[bytes]]:
    """Return the log as if a row had never been written, numbered anew."""

    def edit(case: Case) -> list[bytes]:
        place = of_table(case, table, nth)
        kept = [*case.told[:place], *case.told[place + 1 :]]
        return [canonical({**json.loads(entry), "seq": seq}) for seq, entry in enumerate(kept, 1)]

    return edit


def movement(of_act: str, /, **fields: Any) -> Callable[[Case], list[bytes]]:
    """Return the log with the first movement of an act changed."""

    def edit(case: Case) -> list[bytes]:
        place = next(
            i
            for i, entry in enumerate(case.told)
            if json.loads(entry)["payload"].get("act") == of_act
        )
        return [*case.told[:place], changed(case.told[place], **fields), *case.told[place + 1 :]]

    return edit


UNLAWFUL: dict[str, tuple[Callable[[Case], list[bytes]], str]] = {
    "cleared without a clearance": (without("gate_clearance"), "REP007"),
    "cleared with six verdicts": (without("review_verdict", 3), "REP005"),
    "a stop without override": (without("review_override"), "REP006"),
    "signed without a signature": (without("gate_signature"), "REP009"),
    "dispatched without a proof": (without("dispatch_dispatch"), "REP013"),
    "a movement left out": (without("registry_movement", 1), "REP001"),
    "signed another revision": (movement("sign", revision_id=999), "REP008"),
    "dispatched another revision": (movement("dispatch", revision_id=999), "REP008"),
    "an act of no table": (movement("submit", act="jump"), "REP003"),
    "a state that is none": (movement("submit", target="dispatched"), "REP003"),
    "another source": (movement("submit", source="returned"), "REP002"),
    "cleared by a clerk": (movement("clear", post_id=8), "REP004"),
    "directed by a department": (movement("direct", post_id=16), "REP004"),
    "cleared by its drafter": (movement("clear", by_id=16), "REP011"),
    "cleared by who was not in office": (movement("clear", by_id=77), "REP015"),
    "cleared before the appointment": (movement("clear", on_day="2019-12-31"), "REP015"),
    "signed under a delegation that is none": (movement("sign", delegation_id=5), "REP015"),
    "cleared by who was never appointed": (without("accounts_holding", 2), "REP015"),
    "signed by its drafter": (movement("sign", by_id=16), "REP011"),
    "a number left out": (movement("sign", number="OIC/POL/2026/5"), "REP010"),
}


@pytest.mark.parametrize(("edit", "code"), UNLAWFUL.values(), ids=UNLAWFUL.keys())
def test_act_that_the_rules_would_have_refused_is_told_though_the_log_is_sound(
    case: Case, edit: Callable[[Case], list[bytes]], code: str
) -> None:
    case.again(edit(case))

    exit_code, told = case.verify()

    assert exit_code == 1
    assert code in told
    assert not [each for each in told if each.startswith("VER")]


def test_release_without_an_act_of_the_cabinet_is_told(case: Case) -> None:
    place = of_table(case, "registry_release")
    case.again(
        [*case.told[:place], changed(case.told[place], movement_id=1), *case.told[place + 1 :]]
    )

    assert case.verify() == (1, ["REP012"])


def test_signature_of_another_content_is_told(case: Case) -> None:
    place = of_table(case, "gate_signature")
    case.again(
        [*case.told[:place], changed(case.told[place], sha256=digest("x")), *case.told[place + 1 :]]
    )

    assert case.verify() == (1, ["REP014"])


def test_right_that_was_ended_or_lent_is_judged_by_its_days() -> None:
    rights = Rights()
    rights.holding(1, {"officer_id": 4, "post_id": 9, "begins_on": "2026-01-01", "ends_on": None})
    lent = {"officer_id": 5, "post_id": 9, "begins_on": "2026-03-01", "ends_on": "2026-03-31"}
    rights.delegation(7, lent)
    rights.ending(1, {"holding_id": 1, "first_day_without": "2026-06-01"})
    rights.ending(2, {"delegation_id": 7, "holding_id": None, "first_day_without": "2026-03-20"})

    def may(by: int, day: str, delegation: int | None = None) -> bool:
        told = {"by_id": by, "post_id": 9, "on_day": day, "delegation_id": delegation}
        return rights.may_use(told)

    assert [may(4, day) for day in ("2025-12-31", "2026-01-01", "2026-05-31", "2026-06-01")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [may(5, day, 7) for day in ("2026-02-28", "2026-03-19", "2026-03-20")] == [
        False, True, False,
    ]  # fmt: skip
    assert not may(5, "2026-03-10")
    assert not may(4, "2026-03-10", 7)
