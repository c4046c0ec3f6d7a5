"""What the auditor asks the record for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.models import Officer
from cabinet.audit.samples import MOST
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

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as the base class
        officers = sorted((name(each), str(each.pk)) for each in Officer.objects.all())
        everybody, everything = ("", _("Everybody")), ("", _("Every act"))
        self.fields["officer"].choices = [  # type: ignore[attr-defined]
            everybody, *((key, told) for told, key in officers),
        ]  # fmt: skip
        self.fields["act"].choices = [everything, *MOVEMENT.items()]  # type: ignore[attr-defined]


class SampleForm(forms.Form):
    """A random sample: how many, and by which seed; ``of`` repeats an earlier one."""

    seed = forms.CharField(label=_("Seed"), max_length=60)
    count = forms.IntegerField(label=_("How many acts"), min_value=1, max_value=MOST, initial=20)
    of = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
