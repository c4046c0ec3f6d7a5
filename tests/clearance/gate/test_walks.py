"""No sequence of rulings lets a paper leave without clearance and signature of one revision.

A pure model: after each ruling the facts follow the act, as the office's own tables do. Officers,
posts and papers are drawn at random; the tables alone decide what happens.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from clearance.gate import MEMORANDA, OUTGOING, Asked, Refused, Situation, Table, rule_on
from clearance.terms import AddresseeLevel, Check, Kind, Outcome, Role
from tests.clearance.gate.facts import KIND, LEVEL, ON, UNIT, cell, holding

AWAY = {"signed", "issued", "dispatched", "delivered", "undelivered", "acknowledged"}
BACKWARD = {"revise", "return", "decline", "void", "annul"}
OFFICERS = (1, 2, 3)
MATRIX = (cell(Role.SECRETARY_GENERAL), cell(Role.ASSISTANT_SECRETARY_GENERAL))


@dataclass
class Walk:
    """One paper and all that happened to it: (act, officer, role, text), text by its SHA-256."""

    table: Table
    situation: Situation
    happened: list[tuple[str, int, Role, str | None]] = field(default_factory=list)

    def ask(self, act: str, officer: int, role: Role, same_text: bool = False) -> bool:
        """Ask for one act, and let the facts follow if the gate opens."""
        asked = Asked(
            act, officer, (holding(role),), ON, reason="Why.", to_unit=9, copies=1, due_on=ON,
            paper=True, channel="pouch", proof=True,
        )  # fmt: skip
        try:
            ruling = rule_on(self.table, self.situation, asked)
        except Refused:
            return False
        self.happened.append((act, officer, role, self.situation.revision_sha256))
        self.situation = replace(self._follow(act, officer, same_text), state=ruling.target)
        return True

    def judge(self, officer: int, check: Check, outcome: Outcome) -> None:
        """Give one verdict, as the review sheet does: under review, not by a drafter."""
        if self.situation.state == "under_review" and officer not in self.situation.drafters:
            verdicts = {**self.situation.verdicts, check: outcome}
            self.situation = replace(self.situation, verdicts=verdicts)

    def _follow(self, act: str, officer: int, same_text: bool) -> Situation:
        now = self.situation
        if act in ("draft", "revise"):
            text = now.revision_sha256 if same_text else None
            return replace(
                now,
                revision_sha256=text or f"{len(self.happened):064}",
                drafters=now.drafters | {officer},
                revision_submitted_before=False,
                verdicts={},
                cleared_sha256=None,
                signed_sha256=None,
            )
        facts: dict[str, dict[str, object]] = {
            "submit": {"revision_submitted_before": True},
            "authorise": {"authorised": True},
            "clear": {"cleared_sha256": now.revision_sha256},
            "sign": {"signed_sha256": now.revision_sha256},
        }
        return replace(now, **facts.get(act, {}))  # type: ignore[arg-type]  # facts by name


def begin(table: Table, kind: Kind = KIND, level: AddresseeLevel = LEVEL) -> Walk:
    situation = Situation(
        table.flow, "", kind=kind, level=level, from_unit=UNIT, action_unit=UNIT,
        subject="Hosting", addressee_named=True, matrix=MATRIX,
    )  # fmt: skip
    return Walk(table, situation)


def require_papers(walk: Walk) -> None:
    """The promise: what is out was cleared, then signed, on its last text, by three hands."""
    if walk.situation.state not in AWAY:
        return
    begun = max(i for i, did in enumerate(walk.happened) if did[0] in ("draft", "revise"))
    since = walk.happened[begun + 1 :]
    acts = [act for act, *_ in since]
    drafters = {did[1] for did in walk.happened if did[0] in ("draft", "revise")}
    text = walk.situation.revision_sha256
    needed = ["clear", "sign"] if walk.table is OUTGOING else ["clear", "issue"]
    for act in needed:
        assert act in acts, walk.happened
    assert acts.index(needed[0]) < acts.index(needed[1])
    for act, officer, role, of_text in since:
        if act in ("clear", "sign"):
            assert of_text == text
            assert officer not in drafters
        if act == "clear":
            assert role in (Role.CABINET_ADVISER, Role.DIRECTOR_GENERAL)
        if act == "sign":
            assert role in (Role.SECRETARY_GENERAL, Role.ASSISTANT_SECRETARY_GENERAL)
            assert role is Role.SECRETARY_GENERAL or walk.situation.authorised
    assert not walk.situation.checks_without_verdict
    assert not walk.situation.open_stops


# A step: which act (mostly one that is lawful now), who, by which post, and what of the sheet.
STEPS = st.lists(
    st.tuples(
        st.integers(0, 23), st.sampled_from(OFFICERS), st.integers(0, 11),
        st.booleans(), st.integers(0, 9),
    ),
    min_size=30,
    max_size=60,
)  # fmt: skip


def take_step(walk: Walk, step: tuple[int, int, int, bool, int]) -> None:
    """Take one step: now and then any act by anybody, mostly a listed one by a listed post."""
    which, officer, who, same_text, sheet = step
    if sheet > 5:
        for check in Check:
            stop = sheet > 7 and check is Check.SENSITIVITY
            walk.judge(officer, check, Outcome.STOP if stop else Outcome.PASS)
    elif sheet > 0:
        walk.judge(officer, Check(sheet), Outcome.PASS)
    lawful = walk.table.lawful_from(walk.situation.state)
    onward = [act for act in lawful if act.name not in BACKWARD]
    if which < 19 and onward:
        act = onward[which % len(onward)]
        walk.ask(act.name, officer, sorted(act.by)[who % len(act.by)], same_text)
    elif which < 22 and lawful:
        act = lawful[which % len(lawful)]
        walk.ask(act.name, officer, sorted(act.by)[who % len(act.by)], same_text)
    else:
        act = walk.table.transitions[which % len(walk.table.transitions)]
        walk.ask(act.name, officer, list(Role)[who], same_text)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_no_walk_takes_an_outgoing_paper_out_without_clearance_and_signature(
    steps: list[tuple[int, int, int, bool, int]],
) -> None:
    walk = begin(OUTGOING)

    for step in steps:
        take_step(walk, step)
        require_papers(walk)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_no_walk_issues_a_memorandum_without_clearance(
    steps: list[tuple[int, int, int, bool, int]],
) -> None:
    walk = begin(MEMORANDA, Kind.MEMORANDUM)

    for step in steps:
        take_step(walk, step)
        require_papers(walk)


PATH = (
    ("draft", 1, Role.DESK_OFFICER),
    ("submit", 2, Role.HEAD_OF_DEPARTMENT),
    ("take_up", 2, Role.CABINET_ADVISER),
    ("clear", 2, Role.CABINET_ADVISER),
    ("sign", 3, Role.SECRETARY_GENERAL),
    ("issue", 1, Role.REGISTRY_CLERK),
    ("dispatch", 1, Role.REGISTRY_CLERK),
    ("deliver", 1, Role.REGISTRY_CLERK),
)


def test_the_straight_way_is_open() -> None:
    """So the walks above are not true of a gate that never opens."""
    walk = begin(OUTGOING)

    for act, officer, role in PATH:
        for check in Check:
            walk.judge(2, check, Outcome.PASS)
        assert walk.ask(act, officer, role), act
        require_papers(walk)

    assert walk.situation.state == "delivered"


def test_each_step_left_out_of_the_straight_way_keeps_the_paper_in() -> None:
    for left_out in range(5):
        walk = begin(OUTGOING)
        for act, officer, role in PATH[:left_out] + PATH[left_out + 1 :]:
            for check in Check:
                walk.judge(2, check, Outcome.PASS)
            walk.ask(act, officer, role)

        assert walk.situation.state not in AWAY


def test_text_that_comes_back_word_for_word_is_reviewed_again() -> None:
    walk = begin(OUTGOING)
    for act, officer, role in PATH[:4]:
        for check in Check:
            walk.judge(2, check, Outcome.PASS)
        walk.ask(act, officer, role)
    assert walk.situation.state == "cleared"

    walk.ask("revise", 1, Role.DESK_OFFICER, same_text=True)

    assert walk.situation.checks_without_verdict == tuple(Check)
    assert not walk.ask("sign", 3, Role.SECRETARY_GENERAL)
