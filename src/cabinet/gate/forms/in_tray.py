"""The form of the in-tray: a paper is directed with a few keys.

Every unit has a letter, every deadline and every instruction a figure; all are plain radio
buttons and boxes, so the page works with a mouse, with a keyboard and without a script.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Unit
from cabinet.gate.forms.acts import DAY, ActForm, longer
from cabinet.gate.forms.choices import unit_field, units_field

DAYS = {"1": 3, "2": 7, "3": 14}
INSTRUCTIONS: dict[str, str | Promise] = {
    "4": _("For action"),
    "5": _("Prepare a reply"),
    "6": _("For opinion"),
    "7": _("For information and return"),
}
OFFICES = (Unit.Kind.POLITICAL_OFFICE, Unit.Kind.HUMANITARIAN_OFFICE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Keyed:
    """A unit with the letter that picks it; empty: none was left, or it is far from the gate."""

    unit: Unit
    letter: str


@dataclass(frozen=True)
class Day:
    """A deadline that one figure sets."""

    key: str
    days: int
    on: date


def keyed_units(units: Iterable[Unit]) -> list[Keyed]:
    """Give each unit of the headquarters a letter, of its code where one is free.

    The departments that the Cabinet writes to most choose first; external offices get none.
    """
    taken: set[str] = set()
    keyed = []
    for unit in sorted(units, key=_turn):
        letter = ""
        if unit.kind not in OFFICES:
            wanted = f"{unit.code.lower()}{_LETTERS}"
            letter = next((each for each in wanted if each in _LETTERS and each not in taken), "")
            taken.add(letter)
        keyed.append(Keyed(unit, letter))
    return keyed


def _turn(unit: Unit) -> tuple[bool, bool, int]:
    """Put departments of substance first, then those related to the Cabinet. Our guess."""
    near = unit.direct_authority or unit.related
    return unit.kind != Unit.Kind.DEPARTMENT, near, unit.pk


def days_from(today: date) -> list[Day]:
    """Return the deadlines that a figure sets, counted from today."""
    return [Day(key, days, today + timedelta(days=days)) for key, days in DAYS.items()]


class InTrayForm(ActForm):
    """To whom a paper goes, by when, to do what; and whether the Secretary-General is told."""

    action = unit_field(label=_("Unit for action"), required=False)
    copies = units_field(label=_("For information"))
    preset_day = forms.ChoiceField(choices=[(key, key) for key in DAYS], required=False)
    due_on = forms.DateField(label=_("Another day"), required=False, widget=DAY)
    preset = forms.ChoiceField(choices=[(key, key) for key in INSTRUCTIONS], required=False)
    instruction = forms.CharField(label=_("In your own words"), required=False, widget=longer(2))
    inform = forms.BooleanField(label=_("Inform the Secretary-General"), required=False)
    note = forms.CharField(
        label=_("Note to the Secretary-General"), required=False, widget=longer(2)
    )

    def clean(self) -> dict[str, Any]:
        """Let a day and words of one's own go before the presets."""
        facts = super().clean() or self.cleaned_data
        days = DAYS.get(facts.get("preset_day", ""))
        if days and not facts.get("due_on"):
            facts["due_on"] = self.duty.on + timedelta(days=days)
        said = str(INSTRUCTIONS.get(facts.get("preset", ""), ""))
        typed = facts.get("instruction", "").strip()
        facts["instruction"] = "\n".join(each for each in (said, typed) if each)
        return facts
