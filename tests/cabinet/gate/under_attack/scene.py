"""A house in full work: at least one paper in every state of every flow, by lawful acts only."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cabinet.accounts.actions import Limits, delegate, revoke
from cabinet.accounts.models import Unit
from cabinet.gate import actions as gate
from cabinet.gate.actions.incoming import Arrived, Direction
from cabinet.gate.actions.outgoing import NewPaper, NewRevision
from cabinet.gate.actions.sheet import Word
from cabinet.registry.models import Item
from clearance.authority import Capacity
from clearance.gate import TABLES
from clearance.terms import Channel, Check, Flow, Kind, Outcome, Power
from tests.cabinet.gate.under_attack.acts import ACTS, Stage
from tests.cabinet.gate.under_attack.scene_books import (
    audit_some,
    keep_registers,
    reviewed_papers,
)

INCOMING_WAYS = {
    "received": (),
    "registered": ("register clerk",),
    "verified": ("register clerk", "verify registry"),
    "withheld": ("register clerk", "verify registry", "withhold adviser"),
    "directed": ("register clerk", "acknowledge clerk", "verify registry", "direct adviser"),
    "answered": ("register clerk", "verify registry", "direct adviser"),
    "closed": ("register clerk", "verify registry", "inform dg", "remark sg", "close adviser"),
    "returned_to_sender": ("register clerk", "return_to_sender adviser"),
    "void": ("register clerk", "void registry"),
}
_REVIEWED = ("submit political", "take_up adviser", "verdicts adviser")
OUTGOING_WAYS = {
    "draft": (),
    "submitted": ("submit political",),
    "under_review": (*_REVIEWED, "stop adviser"),
    "returned": ("submit political", "return adviser"),
    "cleared": (*_REVIEWED, "stop adviser", "set_aside dg", "clear adviser2"),
    "signed": (*_REVIEWED, "clear adviser", "sign sg"),
    "issued": (*_REVIEWED, "clear adviser", "authorise sg", "sign sg", "issue clerk2"),
    "dispatched": (*_REVIEWED, "clear adviser", "sign sg", "issue clerk2", "dispatch clerk2"),
    "delivered": (
        *_REVIEWED, "clear adviser", "sign sg", "issue clerk2", "dispatch clerk2",
        "deliver clerk2",
    ),
    "undelivered": (
        *_REVIEWED, "clear adviser", "sign sg", "issue clerk2", "dispatch clerk2", "fail clerk2",
    ),
    "void": ("void political",),
}  # fmt: skip
_MEMO = ("submit legal", "take_up dg", "verdicts dg")
MEMORANDUM_WAYS = {
    "draft": (),
    "submitted": ("submit legal",),
    "under_review": _MEMO,
    "returned": ("submit legal", "return adviser"),
    "cleared": (*_MEMO, "clear dg"),
    "issued": (*_MEMO, "clear dg", "issue adviser"),
    "acknowledged": (*_MEMO, "clear dg", "issue adviser", "acknowledge information"),
    "void": ("void legal",),
}


# The tables of which rows are forged about one paper.
FORGED = (
    "registry_movement", "registry_revision", "registry_enclosure", "registry_number",
    "registry_release", "review_verdict", "review_override", "gate_clearance", "gate_signature",
    "dispatch_dispatch", "dispatch_delivery", "registry_item", "review_reading", "review_finding",
    "review_answer", "review_objection",
)  # fmt: skip


class Scene:
    """The papers of the scene by flow and state, and the stage on which they were played."""

    def __init__(self) -> None:
        self.stage = Stage()
        self.items: dict[tuple[str, str], Item] = {}
        for state, way in INCOMING_WAYS.items():
            self._walk("incoming", state, self._arrive(), way)
        self._seal()
        for state, way in OUTGOING_WAYS.items():
            answers = self.items["incoming", "answered"] if state == "delivered" else None
            self._walk("outgoing", state, self._draft(Flow.OUTGOING, answers), way)
        for state, way in MEMORANDUM_WAYS.items():
            self._walk("memorandum", state, self._draft(Flow.MEMORANDUM, None), way)
        self._revise()
        self._by_a_drafter()
        self._stand_in_the_way()
        self._lend()
        for name, item in reviewed_papers(self.stage).items():
            self.items["outgoing", name] = item
        keep_registers(self.stage)
        audit_some(self.stage, self.items["outgoing", "dispatched"])
        for (flow, state), item in self.items.items():
            item.refresh_from_db()
            assert " " in state or item.state == state, (flow, state)
        told = {(flow, item.state) for (flow, _state), item in self.items.items()}
        listed = {(flow.value, state) for flow, table in TABLES.items() for state in table.states}
        assert told == listed, listed - told

    def _arrive(self) -> Item:
        arrived = Arrived(
            self.stage.file(), [self.stage.file()], subject="Hosting of a meeting",
            sender=self.stage.addressees[0], enclosures_announced=1,
        )  # fmt: skip
        return gate.receive_incoming(
            arrived=arrived, by=self.stage.duty("clerk"), at=timezone.now()
        )

    def _seal(self) -> None:
        for state in ("received sealed", "handed_over"):
            arrived = Arrived(
                None, outer_marks="Personal", personal_to=self.stage.officers["private"]
            )
            by = self.stage.duty("clerk")
            item = gate.receive_incoming(arrived=arrived, by=by, at=timezone.now())
            self._walk("incoming", state, item, ("hand_over clerk",) if state[0] == "h" else ())

    def _draft(
        self, flow: Flow, answers: Item | None, username: str = "", code: str = "", to: int = 0
    ) -> Item:
        outgoing = flow is Flow.OUTGOING
        unit = Unit.objects.get(code=code or ("POL" if outgoing else "LEG"))
        new = NewPaper(
            flow, Kind.LETTER if outgoing else Kind.MEMORANDUM, unit, "On one subject",
            self.stage.file(), [self.stage.file()], enclosures_announced=1, answers=answers,
            addressee=self.stage.addressees[to] if outgoing else None,
            to_unit=None if outgoing else Unit.objects.get(code="INF"),
        )  # fmt: skip
        by = self.stage.duty(username or ("political-desk" if outgoing else "legal"))
        return gate.draft_paper(new=new, by=by, at=timezone.now())

    def _walk(self, flow: str, state: str, item: Item, way: tuple[str, ...]) -> None:
        self.items[flow, state] = item
        for step in way:
            act, _, username = step.partition(" ")
            item.refresh_from_db()
            self._step(item, act, username)

    def _step(self, item: Item, act: str, username: str) -> None:
        by, at = self.stage.duty(username), timezone.now()
        if act == "verdicts":
            for check in Check:
                word = Word(check, Outcome.PASS)
                gate.give_verdict(item=item, revision_no=1, word=word, by=by, at=at)
        elif act == "stop":
            word = Word(Check.SENSITIVITY, Outcome.STOP, "Not now.")
            gate.give_verdict(item=item, revision_no=1, word=word, by=by, at=at)
        elif act == "direct":
            units = [Unit.objects.get(code=code) for code in ("POL", "LEG", "CUL")]
            due = timezone.localdate() + timedelta(days=5)
            direction = Direction(units[0], units[1:], "Prepare a reply.", due)
            gate.direct_incoming(item=item, direction=direction, by=by, at=at)
        elif act == "dispatch":
            from cabinet.dispatch.actions import Sending, dispatch_outgoing

            sending = Sending(Channel.POUCH, self.stage.file())
            dispatch_outgoing(item=item, sending=sending, by=by, at=at)
        else:
            memo = item.flow == Flow.MEMORANDUM
            self.stage.perhaps = lambda text: text  # type: ignore[method-assign]  # no dice here
            many = ACTS[act]
            outer = {"void": item.flow != "incoming", "acknowledge": memo, "issue": memo}
            many[outer.get(act, False) if len(many) > 1 else 0](self.stage, item, by)

    def _revise(self) -> None:
        """One paper was returned and has a second revision, not submitted yet."""
        item = self._draft(Flow.OUTGOING, None)
        self._walk("outgoing", "draft revised", item, (*_REVIEWED, "return adviser"))
        item.refresh_from_db()
        new = NewRevision(self.stage.file(), enclosures_announced=0)
        gate.revise_paper(item=item, new=new, by=self.stage.duty("political"), at=timezone.now())

    def _by_a_drafter(self) -> None:
        """Papers that an adviser or a signatory drafted, at the doors that are shut to them."""
        submit = "submit adviser"
        taken = (submit, "take_up dg", "verdicts dg")
        for state, way in (
            ("submitted by adviser", (submit,)),
            ("under_review by adviser", taken),
            ("under_review by adviser, stopped", (*taken, "stop dg")),
        ):
            item = self._draft(Flow.OUTGOING, None, "adviser", "CAB")
            self._walk("outgoing", state, item, way)
        for state, who, code in (("by dg", "dg", "CAB"), ("by head", "political", "POL")):
            item = self._draft(Flow.OUTGOING, None, who, code, to=2)
            way = (f"submit {who}", "take_up adviser", "verdicts adviser", "clear adviser")
            self._walk("outgoing", f"cleared {state}", item, way)

    def _stand_in_the_way(self) -> None:
        """Papers of which a fact forbids the next act."""
        item = self._arrive()
        self._walk("incoming", "registered by registry", item, ("register registry",))
        item = self._draft(Flow.OUTGOING, None)
        self._walk("outgoing", "draft authorised", item, ("authorise sg",))
        item = self._draft(Flow.OUTGOING, None)
        self._walk("outgoing", "cleared authorised", item,
                   ("authorise sg", *_REVIEWED, "clear adviser"))  # fmt: skip
        item = self._draft(Flow.OUTGOING, None)
        Item.objects.filter(pk=item.pk).update(subject="")
        self.items["outgoing", "draft without subject"] = item
        item = self._draft(Flow.OUTGOING, None)
        Item.objects.filter(pk=item.pk).update(enclosures_announced=3)
        self.items["outgoing", "draft without enclosures"] = item
        item = self._draft(Flow.MEMORANDUM, None)
        self._walk(
            "memorandum", "under_review set aside", item, (*_MEMO, "stop dg", "set_aside dg")
        )
        opened = Arrived(
            self.stage.file(), subject="Opened", sender=self.stage.addressees[0],
            personal_to=self.stage.officers["private"],
        )  # fmt: skip
        by = self.stage.duty("clerk")
        item = gate.receive_incoming(arrived=opened, by=by, at=timezone.now())
        self.items["incoming", "received for somebody, open"] = item
        item = self._arrive()
        Item.objects.filter(pk=item.pk).update(correspondent=None, level="")
        self.items["incoming", "received from nobody"] = item

    def _lend(self) -> None:
        """Some powers are lent: one that stands, one that is limited, one that was revoked."""
        today, sg = timezone.localdate(), self.stage.officers["sg"]
        posts = {post.code: post for post in self.stage.posts}
        lent = [
            delegate(
                post=posts[post], to=self.stage.officers[to], capacity=Capacity.DELEGATED,
                limits=Limits(power, kind), begins_on=today, ends_on=today + timedelta(days=3),
                instrument="Office order", by=sg, at=timezone.now(),
            )
            for post, to, power, kind in (
                ("SG-sg", "asg", Power.SIGN, Kind.LETTER),
                ("CAB-adviser", "private", None, None),
                ("CAB-dg", "asg", Power.OVERRIDE, None),
                ("SG-sg", "legal", Power.SIGN, None),
                ("CAB-dg", "legal", Power.CLEAR, Kind.REPORT),
            )
        ]  # fmt: skip
        for each in lent[3:4]:
            revoke(
                delegation=each, first_day_without=today, reason="Over", by=sg, at=timezone.now()
            )
