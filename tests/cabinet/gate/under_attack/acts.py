"""Every act of the application, done by anybody on anything: refusals are welcome, crashes not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.db import DatabaseError
from django.utils import timezone

from cabinet.accounts.actions import Limits, appoint, delegate, relieve, revoke
from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Delegation, Holding, Officer, Post, Unit
from cabinet.directory.actions import Cell, set_signatory
from cabinet.directory.models import Correspondent, SignatoryCell
from cabinet.dispatch import actions as dispatch
from cabinet.gate import actions as gate
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.gate.actions.outgoing import NewPaper, NewRevision
from cabinet.gate.actions.sheet import Word
from cabinet.registry.actions import NoSeries
from cabinet.registry.models import Item
from cabinet.registry.store import Kept
from clearance.authority import Capacity
from clearance.gate import TABLES, Refused
from clearance.terms import AddresseeLevel, Channel, Check, Flow, Kind, Outcome, Power, Role
from tests.cast import paper

GUARD = re.compile(r"\b[A-Z]{3}\d{3}: ")
LEVELS = ("ministry_of_foreign_affairs", "permanent_representative", "institution")
Act = Callable[["Stage", Item, Duty], object]


class Stage:
    """The furnished house with its cast, and dice: everything that an act leaves open is thrown."""

    def __init__(self, seed: int = 0) -> None:
        self.dice = Random(seed)
        self.officers = {each.username: each for each in Officer.objects.order_by("id")}
        self.units = list(Unit.objects.order_by("id"))
        self.posts = list(Post.objects.select_related("unit").order_by("id"))
        self.addressees = [
            Correspondent.objects.filter(level=level).order_by("id")[0] for level in LEVELS
        ]
        self.files = [paper(f"A letter, no. {no}.", f"letter {no}.txt") for no in range(3)]

    def file(self) -> Kept:
        """Return one of three files."""
        return self.dice.choice(self.files)

    def duty(self, username: str) -> Duty:
        """Return what an officer may do today."""
        return duty_of(self.officers[username], timezone.localdate())

    def anybody(self) -> Duty:
        """Return the duty of any of the cast."""
        return self.duty(self.dice.choice(list(self.officers)))

    def somebody_for(self, item: Item, act: str) -> Duty:
        """Return the duty of somebody whose post the gate's table names for the act, if any."""
        line = TABLES[Flow(item.flow)].find(act, item.state)
        if line is None:
            return self.anybody()
        unit = {"from_unit": item.from_unit_id, "action_unit": item.action_unit_id}.get(line.scope)
        fit = [
            username
            for username in self.officers
            for post in self.posts
            if post.code.endswith(f"-{username}") and post.code == f"{post.unit.code}-{username}"
            if post.role in line.by and unit in (None, post.unit_id)
        ]
        return self.duty(self.dice.choice(fit)) if fit else self.anybody()

    def perhaps(self, text: str) -> str:
        """Return the text, now and then none, where a reason may be asked for."""
        return "" if self.dice.random() < 0.1 else text


def _begin(stage: Stage, by: Duty) -> object:
    kind = stage.dice.randrange(5)
    at = timezone.now()
    if kind == 0:
        sealed = Arrived(None, outer_marks="Personal", personal_to=stage.anybody().officer)
        return gate.receive_incoming(arrived=sealed, by=by, at=at)
    if kind <= 2:
        files = [stage.file()] if stage.dice.random() < 0.2 else []
        subject = stage.perhaps("Hosting of a meeting")
        sender = stage.dice.choice(stage.addressees)
        arrived = Arrived(stage.file(), files, subject=subject, sender=sender)
        begin = receive_and_register if kind == 1 else gate.receive_incoming
        return begin(arrived=arrived, by=by, at=at)
    return _draft(stage, by, Flow.OUTGOING if kind == 3 else Flow.MEMORANDUM)


def _draft(stage: Stage, by: Duty, flow: Flow) -> object:
    own = [unit for unit in stage.units if unit.pk in by.units]
    unit = stage.dice.choice(own or stage.units)
    incoming = list(Item.objects.filter(flow="incoming", state="directed").order_by("id"))
    outgoing = flow is Flow.OUTGOING
    new = NewPaper(
        flow,
        stage.dice.choice([Kind.LETTER, Kind.NOTE_VERBALE]) if outgoing else Kind.MEMORANDUM,
        unit,
        stage.perhaps("On one subject"),
        stage.file(),
        enclosures=[stage.file()],
        enclosures_announced=stage.dice.choice([1, 1, 1, 0]),
        addressee=stage.dice.choice(stage.addressees) if outgoing else None,
        to_unit=None if outgoing else stage.dice.choice(stage.units),
        answers=stage.dice.choice([None, *incoming]) if outgoing else None,
    )
    return gate.draft_paper(new=new, by=by, at=timezone.now())


def _act(name: str, **more: Callable[[Stage], object]) -> Act:
    """Return an act whose further arguments are thrown."""
    function = getattr(gate, name, None) or getattr(dispatch, name)

    def act(stage: Stage, item: Item, by: Duty) -> object:
        thrown = {key: throw(stage) for key, throw in more.items()}
        return function(item=item, by=by, at=timezone.now(), **thrown)

    return act


def _reason(stage: Stage) -> str:
    return stage.perhaps("Because of the resolution.")


def _some_units(stage: Stage) -> list[Unit]:
    return stage.dice.sample(stage.units, stage.dice.randrange(3))


def _direction(stage: Stage) -> Direction:
    due = timezone.localdate() + timedelta(days=stage.dice.randrange(9))
    return Direction(stage.dice.choice(stage.units), _some_units(stage), _reason(stage), due)


def _sending(stage: Stage) -> dispatch.Sending:
    channel = stage.dice.choice([Channel.POUCH, Channel.HAND, None])
    return dispatch.Sending(channel, stage.dice.choice([stage.file(), None, stage.file()]))


def _opened(stage: Stage) -> Arrived:
    return Arrived(stage.file(), subject="Opened", sender=stage.dice.choice(stage.addressees))


def _revision(stage: Stage) -> NewRevision:
    addressee = stage.dice.choice([None, None, *stage.addressees])
    return NewRevision(stage.file(), enclosures_announced=0, addressee=addressee)


def _verdict(stage: Stage, item: Item, by: Duty) -> object:
    """Give a word on a check that has none yet, if there is one, else on any."""
    revision = item.revisions.order_by("-no").first()
    spoken = set(revision.verdicts.values_list("check_no", flat=True)) if revision else set()
    checks = [check for check in Check if check not in spoken] or list(Check)
    outcome = stage.dice.choice([*[Outcome.PASS] * 9, Outcome.STOP, Outcome.NOT_APPLICABLE])
    word = Word(stage.dice.choice(checks), outcome, _reason(stage))
    no = revision.no if revision else 1
    return gate.give_verdict(item=item, revision_no=no, word=word, by=by, at=timezone.now())


def _set_aside(stage: Stage, item: Item, by: Duty) -> object:
    revision = item.revisions.order_by("-no").first()
    stops = list(revision.verdicts.filter(outcome="stop")) if revision else []
    check = Check(stage.dice.choice(stops).check_no if stops else 1)
    no = revision.no if revision else 1
    return gate.set_stop_aside(
        item=item, revision_no=no, check=check, reason=_reason(stage), by=by, at=timezone.now()
    )


ACTS: dict[str, tuple[Act, ...]] = {
    "register": (_act("register_incoming"),),
    "verify": (_act("verify_incoming"),),
    "direct": (_act("direct_incoming", direction=_direction),),
    "refer": (_act("refer_incoming", direction=_direction),),
    "copy": (_act("copy_incoming", units=_some_units),),
    "send_back": (_act("send_back", reason=_reason),),
    "inform": (_act("inform_secretary_general", note=_reason),),
    "remark": (_act("remark_on_incoming", remark=_reason),),
    "extend": (_act("extend_deadline", due_on=lambda stage: timezone.localdate(), reason=_reason),),
    "acknowledge": (_act("acknowledge_receipt"), _act("acknowledge_memorandum")),
    "withhold": (_act("withhold_incoming", reason=_reason),),
    "return_to_sender": (_act("return_to_sender", reason=_reason),),
    "answer": (_act("record_answer"),),
    "close": (_act("close_incoming", reason=_reason),),
    "hand_over": (_act("hand_over"),),
    "bring_in": (_act("bring_in", arrived=_opened),),
    "void": (_act("void_incoming", reason=_reason), _act("void_paper", reason=_reason)),
    "revise": (_act("revise_paper", new=_revision),),
    "submit": (_act("submit_paper"),),
    "take_up": (_act("take_up_review"),),
    "authorise": (_act("authorise_writing"),),
    "verdict": (_verdict,),
    "set_aside": (_set_aside,),
    "clear": (_act("clear_paper"),),
    "return": (_act("return_paper", reason=_reason),),
    "decline": (_act("decline_to_sign", reason=_reason),),
    "sign": (_act("sign_outgoing"),),
    "issue": (_act("issue_outgoing"), _act("issue_memorandum", copies=_some_units)),
    "annul": (_act("annul_outgoing", reason=_reason),),
    "dispatch": (_act("dispatch_outgoing", sending=_sending),),
    "deliver": (_act("record_delivery", proof=lambda stage: stage.file()),),
    "fail": (_act("record_failure", reason=_reason),),
}
FORWARD = {
    "received": ["register"], "registered": ["verify"], "verified": ["direct"],
    "directed": ["refer", "send_back", "inform", "remark", "copy"], "handed_over": ["bring_in"],
    "draft": ["submit"], "submitted": ["take_up"], "returned": ["revise"],
    "under_review": [*["verdict"] * 8, "clear", "clear", "set_aside"],
    "cleared": ["authorise", "sign", "sign", "issue"], "signed": ["issue"],
    "issued": ["dispatch", "acknowledge"], "dispatched": ["deliver", "fail"],
    "undelivered": ["dispatch"],
}  # fmt: skip


def forward(stage: Stage, item: Item) -> tuple[str, Duty]:
    """Return an act that brings the paper on its way, and somebody who probably may do it."""
    if item.sealed and item.state == "received":
        return "hand_over", stage.duty("clerk")
    name = stage.dice.choice(FORWARD.get(item.state, list(ACTS)))
    listed = {"verdict": "clear", "set_aside": "clear"}.get(name, name)
    if name == "set_aside":
        return name, stage.duty("dg")
    if name == "sign" and stage.dice.random() < 0.5:
        return name, stage.duty("sg")
    return name, stage.somebody_for(item, listed)


def begin(stage: Stage, by: Duty) -> str:
    """Begin a paper of any sort."""
    return refused_or_done(lambda: _begin(stage, by))


def act_on(stage: Stage, item: Item, name: str, by: Duty) -> str:
    """Do an act on a paper; say 'done' or by which code it was refused."""
    return refused_or_done(lambda: stage.dice.choice(ACTS[name])(stage, item, by))


def change_rights(stage: Stage) -> str:
    """Give or end a right, or change the signatory matrix, as anybody, for anybody."""
    return refused_or_done(lambda: stage.dice.choice(RIGHTS)(stage))


def _delegate(stage: Stage) -> object:
    today = timezone.localdate()
    begins = today + timedelta(days=stage.dice.choice([0, 0, 0, 1, -1, -30]))
    limits = Limits(
        stage.dice.choice([None, *Power]),
        stage.dice.choice([None, None, Kind.LETTER, Kind.MEMORANDUM]),
        stage.dice.choice([None, None, AddresseeLevel.INSTITUTION]),
    )
    return delegate(
        post=stage.dice.choice(stage.posts),
        to=stage.anybody().officer,
        capacity=stage.dice.choice(list(Capacity)[1:]),
        limits=limits,
        begins_on=begins,
        ends_on=begins + timedelta(days=stage.dice.randrange(5)),
        instrument="Office order",
        by=stage.dice.choice([stage.duty("dg"), stage.duty("sg"), stage.anybody()]).officer,
        at=timezone.now(),
    )


def _revoke(stage: Stage) -> object:
    lent = list(Delegation.objects.order_by("id"))
    if not lent:
        return _delegate(stage)
    day = timezone.localdate() + timedelta(days=stage.dice.choice([0, 0, 1, -1]))
    by = stage.dice.choice([stage.duty("dg"), stage.anybody()]).officer
    return revoke(
        delegation=stage.dice.choice(lent), first_day_without=day, reason="Over", by=by,
        at=timezone.now(),
    )  # fmt: skip


def _relieve(stage: Stage) -> object:
    held = list(Holding.objects.order_by("-id"))
    spare = [each for each in held if each.appointed_by_id is not None] or held[-1:]
    return relieve(
        holding=stage.dice.choice(spare), first_day_without=timezone.localdate(), reason="Moved",
        by=stage.dice.choice([stage.duty("system"), stage.anybody()]).officer, at=timezone.now(),
    )  # fmt: skip


def _appoint(stage: Stage) -> object:
    return appoint(
        officer=stage.anybody().officer, post=stage.dice.choice(stage.posts),
        begins_on=timezone.localdate(), instrument="Decision",
        by=stage.dice.choice([stage.duty("dg"), stage.anybody()]).officer, at=timezone.now(),
    )  # fmt: skip


def _set_signatory(stage: Stage) -> object:
    cell = stage.dice.choice(list(SignatoryCell.objects.order_by("id")))
    new = Cell(
        Kind(cell.kind), AddresseeLevel(cell.level), stage.dice.choice(list(Role)),
        stage.dice.random() < 0.7, stage.dice.random() < 0.3, "Decision",
    )  # fmt: skip
    by = stage.dice.choice([stage.duty("dg"), stage.anybody()])
    return set_signatory(cell=new, by=by, at=timezone.now())


RIGHTS: tuple[Callable[[Stage], object], ...] = (
    _delegate, _delegate, _delegate, _revoke, _revoke, _relieve, _appoint, _set_signatory,
)  # fmt: skip


def refused_or_done(act: Callable[[], object]) -> str:
    """Return 'done', or the code of the refusal; anything else is a crash and is raised."""
    try:
        act()
    except Refused as refused:
        return refused.codes[0]
    except NoSeries:
        return "NoSeries"
    except DatabaseError as error:
        found = GUARD.search(str(error))
        if found is None:
            raise
        return found[0][:6]
    return "done"
