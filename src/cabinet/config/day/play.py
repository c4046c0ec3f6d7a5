"""The day: the papers go through the gate, act by act, by the cast, with a readable log.

Every act is the same function that a page calls; nothing is written round the gate. The one
attempt to go round it is made with plain SQL, and the database refuses it.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.models import Post
from cabinet.config.day.papers import build_papers
from cabinet.config.day.play_incoming import direct_papers, receive_papers
from cabinet.config.day.play_outgoing import draft_one, issue_memoranda, send_letters, submit_one
from cabinet.config.day.stage import Day, Say
from cabinet.gate.actions.take import take
from cabinet.ledger.one_act import one_act
from cabinet.registry.queries import next_number
from clearance.authority import Capacity
from clearance.gate import Refused
from clearance.references import RegistryNumber, write_registry_number
from clearance.terms import Kind, Power


def play_day(folder: Path, *, on: date, say: Say) -> Day:
    """Play the day once, on an open and furnished house without papers."""
    day = Day(on, build_papers(folder, on), say)
    _delegate_notes(day)
    receive_papers(day)
    direct_papers(day)
    send_letters(day)
    issue_memoranda(day)
    _try_to_go_round(day)
    return day


def lent_by(on: date) -> str:
    """Return what the paper is called by which the Secretary-General lends a power."""
    return f"Decision of the Secretary-General of {on.day} {on:%B %Y} on notes verbales"


def _delegate_notes(day: Day) -> None:
    """The Secretary-General lends the signing of notes verbales to the Director-General."""
    delegate(
        post=Post.objects.get(code="SG-sg"),
        to=day.duty("dg").officer,
        capacity=Capacity.DELEGATED,
        limits=Limits(power=Power.SIGN, kind=Kind.NOTE_VERBALE),
        begins_on=day.on,
        ends_on=day.on + timedelta(days=180),
        instrument=lent_by(day.on),
        by=day.duty("sg").officer,
        at=timezone.now(),
    )
    day.duties.clear()
    day.tell("sg", "delegated the signing of notes verbales to the Director-General, in writing.")


def _try_to_go_round(day: Day) -> None:
    paper = day.papers["symposium-coverage"]
    item = draft_one(day, paper)
    submit_one(day, item)
    head = day.duty("palestine")
    try:
        take("issue", item=item, by=head, at=timezone.now())
    except Refused as refused:
        day.tell("palestine", "tried to issue it at once. The gate refused:")
        day.say(f"  {refused}")
    forged = next_number(flow=item.flow, unit=item.from_unit_id, year=day.on.year)
    assert forged is not None  # noqa: S101 - the house has its series
    number = RegistryNumber(day.on.year, forged.serial, "PAL")
    text = write_registry_number(forged.pattern, number)
    try:
        with one_act(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO registry_number"
                " (item_id, series_id, year, serial, text, on_day, on_hijri)"
                " VALUES (%s, %s, %s, %s, %s, %s, '')",
                [item.pk, forged.series, number.year, number.serial, text, day.on.isoformat()],
            )
    except DatabaseError as refused:
        day.say("Somebody with the database's password then wrote a number for it by plain SQL.")
        day.say(f"  The database refused: {refused}")
    else:
        raise AssertionError("The database let a number through without a signature.")
