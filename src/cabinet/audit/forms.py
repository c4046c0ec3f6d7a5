"""What the auditor asks the record for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Officer, Unit
from cabinet.audit.models import AuditFinding
from cabinet.audit.queries import paper_named
from cabinet.audit.samples import MOST
from cabinet.ledger.reading import newest_events
from cabinet.registry.models import Item
from cabinet.ui.languages import name
from cabinet.ui.words import MOVEMENT


class _Day(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"})


class RecordFilter(forms.Form):
    """Narrows the record; nothing is required."""

    paper = forms.CharField(label=_("Paper (its number)"), max_length=80, required=False)
    officer = forms.ChoiceField(label=_("Officer"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    since = _Day(label=_("Since"), required=False)
    until = _Day(label=_("Until"), required=False)
    readings = forms.BooleanField(label=_("With who read what"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as the base class
        officers = sorted((name(each), str(each.pk)) for each in Officer.objects.all())
        everybody, everything = ("", _("Everybody")), ("", _("Every act"))
        self.fields["officer"].choices = [  # type: ignore[attr-defined]
            everybody, *((key, told) for told, key in officers),
        ]  # fmt: skip
        self.fields["act"].choices = [everything, *MOVEMENT.items()]  # type: ignore[attr-defined]


class SampleForm(forms.Form):
    """A random sample: how many, and by which seed; without one the house throws the dice."""

    seed = forms.CharField(
        label=_("Seed"), max_length=60, required=False,
        help_text=_("Leave it empty and the house makes one. It is recorded before you see."),
    )  # fmt: skip
    count = forms.IntegerField(label=_("How many acts"), min_value=1, max_value=MOST, initial=20)


class ReadingsFilter(forms.Form):
    """Narrows who read what; nothing is required."""

    paper = forms.CharField(label=_("Paper (its number)"), max_length=80, required=False)
    officer = forms.CharField(label=_("Officer (part of the name)"), max_length=80, required=False)
    since = _Day(label=_("Since"), required=False)
    until = _Day(label=_("Until"), required=False)


class FileForm(forms.Form):
    """A new audit file."""

    title = forms.CharField(label=_("What is audited"), max_length=300)


class FindingForm(forms.Form):
    """A new finding, on a paper and an event where it rests on one."""

    text = forms.CharField(label=_("What was found"), widget=forms.Textarea(attrs={"rows": 4}))
    weight = forms.ChoiceField(label=_("Weight"), choices=AuditFinding.Weight.choices)
    unit = forms.ModelChoiceField(label=_("Who is to answer"), queryset=Unit.objects.order_by("id"))
    due_on = _Day(label=_("Answer expected by"), required=False)
    paper = forms.CharField(label=_("Paper (its number)"), max_length=80, required=False)
    event_seq = forms.IntegerField(label=_("Event of the record"), min_value=1, required=False)

    def __init__(self, *args: object, duty: Duty, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as the base class
        self._duty = duty
        self.fields["unit"].label_from_instance = name  # type: ignore[attr-defined]

    def clean_paper(self) -> Item | None:
        """Return the paper that is named; None: none is."""
        told = self.cleaned_data["paper"].strip()
        item = paper_named(told, self._duty) if told else None
        if told and item is None:
            raise forms.ValidationError(_("No paper that you may read has this number."))
        return item

    def clean_event_seq(self) -> int | None:
        """Return the number of an event that is there."""
        seq: int | None = self.cleaned_data["event_seq"]
        there = newest_events(before=seq + 1, most=1) if seq is not None else []
        if seq is not None and [each.seq for each in there] != [seq]:
            raise forms.ValidationError(_("The record has no such event."))
        return seq


class StepForm(forms.Form):
    """A reply, or what the auditor says of it."""

    text = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 4}))


class CaseForm(forms.Form):
    """What goes out with a case."""

    shows = forms.BooleanField(label=_("With names and reasons"), required=False, initial=True)
    papers = forms.BooleanField(
        label=_("With the files of the paper"), required=False, initial=True
    )
