"""The acts replayed through the gate's own tables: what the rules would have refused is told.

The papers of an act stand in the record before the movement that needs them, so each movement is
judged by what came before it. An entry does not say of which flow a paper is; the first acts tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from clearance.gate import TABLES, Table
from clearance.ledger.fault import Fault, fault
from clearance.ledger.rights import Rights
from clearance.terms import Role

Payload = dict[str, Any]
_CHECKS = range(1, 8)
_AFTER_CLEARANCE = frozenset({"sign", "issue", "dispatch"})
_DRAFTING = frozenset({"draft", "revise"})
_RELEASING = frozenset({"direct", "refer", "copy", "issue", "hand_over"})


@dataclass(slots=True)
class _Paper:
    """What is known of a paper so far."""

    tables: tuple[Table, ...]
    state: str = ""
    moves: int = 0
    number: str = ""
    drafter: int | None = None
    cleared: int | None = None
    signed: int | None = None


@dataclass(slots=True)
class _Sheet:
    """The review of one revision: the last verdict of each check, and the stops overridden."""

    verdicts: dict[int, tuple[int, str]] = field(default_factory=dict)
    cleared_by: int | None = None
    signed: bool = False
    sha256: str = ""


# What is left of the sheets of papers that went out, shared by all of them: a log has millions.
_GONE_OUT = (_Sheet(cleared_by=0), _Sheet(cleared_by=0, signed=True))


class Replay:
    """Reads entries in order and tells each act that the rules would have refused."""

    def __init__(self) -> None:
        """Begin with an empty house."""
        self._papers: dict[int, _Paper] = {}
        self._sheets: dict[int, _Sheet] = {}
        self._roles: dict[int, str] = {}
        self._rights = Rights()
        self._overridden: set[int] = set()
        self._acts: dict[int, tuple[int, str]] = {}
        self._dispatched: set[tuple[int, int]] = set()
        self._series: list[re.Pattern[str]] = []
        self._serials: dict[tuple[int, str], int] = {}
        self._reads: dict[str, Callable[[int, int, Payload], Iterator[Fault]]] = {
            "registry_movement": self._movement,
            "registry_release": self._release,
            "gate_clearance": self._clearance,
            "gate_signature": self._signature,
        }
        self._notes: dict[str, Callable[[int, Payload], None]] = {
            "accounts_post": self._post,
            "accounts_holding": self._rights.holding,
            "accounts_delegation": self._rights.delegation,
            "accounts_ending": self._rights.ending,
            "registry_series": self._one_series,
            "review_verdict": self._verdict,
            "review_override": self._override,
            "dispatch_dispatch": self._dispatch,
        }

    def read(self, entry: Payload) -> Iterator[Fault]:
        """Take the next entry in; yield what the rules would have refused of it."""
        table, row, payload = entry["table"], entry["row"], entry["payload"]
        if table in self._notes:
            self._notes[table](row, payload)
        elif table in self._reads:
            yield from self._reads[table](entry["seq"], row, payload)

    def _sheet(self, revision: int) -> _Sheet:
        """Return the sheet of a revision, one of its own, to be written on."""
        sheet = self._sheets.get(revision)
        if sheet is None or sheet is _GONE_OUT[0] or sheet is _GONE_OUT[1]:
            told = sheet or _Sheet()
            sheet = self._sheets[revision] = _Sheet({}, told.cleared_by, told.signed)
        return sheet

    def _post(self, row: int, told: Payload) -> None:
        self._roles[row] = told["role"]

    def _one_series(self, row: int, told: Payload) -> None:
        shape = re.escape(told["pattern"])
        shape = shape.replace(r"\{unit\}", r"[^/]+").replace(r"\{year\}", r"(?P<year>\d{4})")
        shape = re.sub(r"\\\{serial(?::\d)?\\\}", r"(?P<serial>\\d+)", shape)
        if re.compile(shape) not in self._series:
            self._series.append(re.compile(shape))

    def _verdict(self, row: int, told: Payload) -> None:
        sheet = self._sheet(told["revision_id"])
        sheet.verdicts[told["check_no"]] = (row, told["outcome"])

    def _override(self, row: int, told: Payload) -> None:
        self._overridden.add(told["verdict_id"])

    def _dispatch(self, row: int, told: Payload) -> None:
        self._dispatched.add((told["item_id"], told["move_no"]))

    def _clearance(self, seq: int, row: int, told: Payload) -> Iterator[Fault]:
        sheet = self._sheet(told["revision_id"])
        sheet.cleared_by, sheet.sha256 = told["by_id"], told["sha256"]
        return iter(())

    def _signature(self, seq: int, row: int, told: Payload) -> Iterator[Fault]:
        sheet = self._sheet(told["revision_id"])
        sheet.signed = True
        if told["sha256"] != sheet.sha256:
            yield fault("REP014", seq, revision=told["revision_id"])

    def _release(self, seq: int, row: int, told: Payload) -> Iterator[Fault]:
        item, act = self._acts.get(told["movement_id"], (None, ""))
        if item != told["item_id"] or act not in _RELEASING:
            yield fault("REP012", seq, item=told["item_id"])

    def _movement(self, seq: int, row: int, told: Payload) -> Iterator[Fault]:
        item, act = told["item_id"], told["act"]
        paper = self._papers.get(item)
        if paper is None:
            paper = self._papers[item] = _Paper(tuple(TABLES.values()))
        if told["no"] != paper.moves + 1:
            yield fault("REP001", seq, no=told["no"], item=item, last=paper.moves)
        if told["source"] != paper.state:
            yield fault("REP002", seq, item=item, source=told["source"], state=paper.state)
        yield from self._lawful(seq, paper, told)
        yield from self._papers_of(seq, paper, told)
        yield from self._numbered(seq, paper, told)
        paper.moves, paper.state = told["no"], told["target"]
        if act in _DRAFTING:
            paper.drafter, paper.cleared, paper.signed = told["by_id"], None, None
        elif act in ("return", "decline"):
            paper.cleared = paper.signed = None
        if act in _RELEASING:
            self._acts[row] = (item, act)

    def _lawful(self, seq: int, paper: _Paper, told: Payload) -> Iterator[Fault]:
        """Judge the act by the tables that the paper may still be of."""
        act, source, target = told["act"], told["source"], told["target"]
        found = [
            (table, line)
            for table in paper.tables
            if (line := table.find(act, source)) is not None
            and target == (source if line.target is None else line.target)
        ]
        if not found:
            yield fault("REP003", seq, act=act, item=told["item_id"], source=source, target=target)
            return
        paper.tables = tuple(table for table, _ in found)
        role = self._roles.get(told["post_id"])
        if not any(role in {Role(each) for each in line.by} for _, line in found):
            yield fault("REP004", seq, act=act, item=told["item_id"], post=told["post_id"])
        if not self._rights.may_use(told):
            yield fault(
                "REP015", seq, act=act, item=told["item_id"], by=told["by_id"], post=told["post_id"]
            )

    def _papers_of(self, seq: int, paper: _Paper, told: Payload) -> Iterator[Fault]:
        """Judge what must stand before a clearance and after it."""
        item, act, revision = told["item_id"], told["act"], told["revision_id"]
        sheet = self._sheets.get(revision, _Sheet()) if revision is not None else _Sheet()
        if act in ("clear", "sign") and told["by_id"] == paper.drafter:
            yield fault("REP011", seq, item=item, act=act)
        if act == "clear":
            yield from self._cleared(seq, item, sheet)
            paper.cleared = revision
        if act not in _AFTER_CLEARANCE:
            return
        if paper.cleared is None or paper.cleared != revision or sheet.cleared_by is None:
            yield fault("REP008", seq, item=item, act=act)
        if act == "sign":
            paper.signed = revision
        memorandum = any(table.find("sign", "cleared") is None for table in paper.tables)
        if not memorandum and (paper.signed != revision or not sheet.signed):
            yield fault("REP009", seq, item=item, act=act)
        if act == "dispatch" and (item, told["no"]) not in self._dispatched:
            yield fault("REP013", seq, item=item)
        self._dispatched.discard((item, told["no"]))
        if act != "sign" and revision is not None and sheet.cleared_by is not None:
            self._sheets[revision] = _GONE_OUT[sheet.signed]

    def _cleared(self, seq: int, item: int, sheet: _Sheet) -> Iterator[Fault]:
        if sheet.cleared_by is None:
            yield fault("REP007", seq, item=item)
        given = [check for check in _CHECKS if check in sheet.verdicts]
        if len(given) < len(_CHECKS):
            yield fault("REP005", seq, item=item, found=len(given))
        for check in given:
            row, outcome = sheet.verdicts[check]
            if outcome == "stop" and row not in self._overridden:
                yield fault("REP006", seq, item=item, check=check)

    def _numbered(self, seq: int, paper: _Paper, told: Payload) -> Iterator[Fault]:
        """Judge a number when the paper first bears it."""
        number = told.get("number") or ""
        if not number or paper.number:
            return
        paper.number = number
        for place, shape in enumerate(self._series):
            match = shape.fullmatch(number)
            if match is None:
                continue
            year = match.groupdict().get("year") or ""
            wanted = self._serials.get((place, year), 0) + 1
            serial = int(match["serial"])
            self._serials[place, year] = max(serial, wanted)
            if serial != wanted:
                yield fault("REP010", seq, item=told["item_id"], number=number, wanted=wanted)
            return
