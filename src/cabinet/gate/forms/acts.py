"""The forms of the acts. What the gate itself asks for is not required here: it refuses better."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.duty import Duty
from cabinet.gate.forms.choices import (
    CorrespondentField,
    WordField,
    said,
    unit_field,
    units_field,
)
from cabinet.gate.forms.kept import KeptFiles
from cabinet.registry.models import Item
from cabinet.review.queries import suggestions_on
from clearance.terms import Kind

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def longer(rows: int = 3, *, required: bool = False) -> forms.Textarea:
    """Return a text area whose direction follows what is typed.

    ``required``: the browser asks for it before the gate does.
    """
    return forms.Textarea({"rows": rows, "dir": "auto", **({"required": True} if required else {})})


def line(**attributes: str) -> forms.TextInput:
    """Return a line of text whose direction follows what is typed."""
    return forms.TextInput({"dir": "auto", **attributes})


class OfficerForm(forms.Form):
    """A form of one officer: the files that it keeps are that officer's."""

    def __init__(self, *args: Any, duty: Duty, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.duty = duty
        for field in self.fields.values():
            if isinstance(field, KeptFiles):
                field.widget.officer = duty.officer.pk


class ActForm(OfficerForm):
    """The form of an act that says nothing but itself."""

    def __init__(self, *args: Any, item: Item, **options: Any) -> None:
        super().__init__(*args, **options)
        self.item = item


class NoteForm(ActForm):
    """An act with a note, where the officer has one."""

    note = forms.CharField(
        label=_("Note"), required=False, widget=longer(),
        help_text=_("Whoever may see this act reads the note."),
    )  # fmt: skip


class ReasonForm(ActForm):
    """An act with a written reason."""

    reason = forms.CharField(
        label=_("Reason"), required=False, widget=longer(required=True),
        help_text=_("One sentence that the other side may read."),
    )  # fmt: skip


class ReturnForm(ReasonForm):
    """The reasons to return a text, and which findings are to be mended as suggested."""

    mend = forms.TypedMultipleChoiceField(
        label=_("To be mended as suggested"), required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("A finding that you chose is no longer there. Choose again."),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.suggestions = suggestions_on(self.item)
        field = self.fields["mend"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - declared so above
        field.choices = [
            (each.finding.no, f"{each.text} → {each.finding.suggestion}")
            for each in self.suggestions
        ]
        if not self.suggestions:
            del self.fields["mend"]


class RemarkForm(ActForm):
    """The Secretary-General's remark."""

    reason = forms.CharField(
        label=_("Remark"), required=False, widget=longer(4, required=True),
        help_text=_("The Cabinet finds it in its in-tray as an instruction."),
    )  # fmt: skip


class DirectForm(ActForm):
    """To whom a paper goes: one unit for action, others for information, what to do, by when."""

    action = unit_field(label=_("Unit for action"), required=False)
    copies = units_field(label=_("For information"))
    instruction = forms.CharField(
        label=_("Instruction"), required=False, widget=longer(),
        help_text=_("What the unit is asked to do; it stands in the margin of the paper."),
    )  # fmt: skip
    due_on = forms.DateField(label=_("Deadline"), required=False, widget=DAY)


class ReferForm(DirectForm):
    """To which other unit a directed paper goes, and why."""

    instruction = forms.CharField(
        label=_("Reason and instruction"), required=False, widget=longer(required=True),
        help_text=_("Why the paper goes to another unit, and what that unit is asked to do."),
    )  # fmt: skip


class CopyForm(ActForm):
    """Which further units get a copy."""

    copies = units_field(label=_("For information"))


class ExtendForm(ReasonForm):
    """The new deadline of a directed paper."""

    due_on = forms.DateField(label=_("New deadline"), required=False, widget=DAY)
    field_order = ("due_on", "reason")


class BringInForm(ActForm):
    """The paper that was in a sealed envelope, with its facts."""

    paper = KeptFiles(label=_("File of the paper"), required=False)
    enclosures = KeptFiles(label=_("Enclosures"), several=True, required=False)
    subject = forms.CharField(
        label=_("Subject"), max_length=500, widget=line(),
        error_messages={"required": _("Write the subject in clear words.")},
    )  # fmt: skip
    sender = CorrespondentField(
        label=_("Sender"), required=True, widget=line(list="correspondents", autocomplete="off")
    )
    kind = WordField(Kind, label=_("Kind"), initial=Kind.LETTER)


class ReviseForm(NoteForm):
    """A new text of a drafted paper and the facts that change with it."""

    paper = KeptFiles(label=_("File of the new revision"))
    enclosures = KeptFiles(label=_("Enclosures"), several=True, required=False)
    enclosures_announced = forms.IntegerField(
        label=_("Enclosures announced in the text"), min_value=0, max_value=999
    )
    subject = forms.CharField(
        label=_("Subject"), max_length=500, widget=line(),
        error_messages={"required": _("Write the subject in clear words.")},
    )  # fmt: skip
    addressee = CorrespondentField(
        label=_("Another addressee"), widget=line(list="correspondents", autocomplete="off"),
        help_text=_("Leave it empty if the addressee stays."),
    )  # fmt: skip
    field_order = (
        "paper", "enclosures", "enclosures_announced", "subject", "addressee", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("subject", self.item.subject)
        self.initial.setdefault("enclosures_announced", self.item.enclosures_announced)
        if self.item.correspondent_id is None:
            del self.fields["addressee"]


class IssueMemorandumForm(NoteForm):
    """To whom else a memorandum goes, and by when the unit addressed is to act."""

    copies = units_field(label=_("For information"))
    due_on = forms.DateField(label=_("Deadline"), required=False, widget=DAY)
    field_order = ("copies", "due_on", "note")


def kinds_but(*left_out: Kind) -> Any:
    """Return the choices of kinds of document without some."""
    return lambda: [pair for pair in said(Kind)() if pair[0] not in left_out]
