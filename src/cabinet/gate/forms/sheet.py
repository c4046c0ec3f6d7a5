"""The forms of the review sheet: a verdict, all that remain, a stop set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.gate.forms.acts import longer
from cabinet.gate.forms.choices import WordField
from clearance.terms import Check, Outcome


class SheetForm(forms.Form):
    """What each form of the sheet says: which revision the officer read."""

    revision_no = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)


class VerdictForm(SheetForm):
    """An officer's word on one check."""

    check = WordField(Check, widget=forms.HiddenInput)
    outcome = WordField(Outcome, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"), required=False, widget=longer(2, required=True),
        help_text=_("Needed for a stop and for a check that does not apply."),
    )  # fmt: skip
    kept_from_drafters = forms.BooleanField(
        label=_("Keep the reason from the drafters"), required=False
    )


class RemainingForm(SheetForm):
    """All remaining checks pass, said once by an officer who read everything."""

    read_it_all = forms.BooleanField(
        label=_("I have read the whole text and its enclosures."),
        error_messages={"required": _("Say that you have read the whole text, then press again.")},
    )


class SetAsideForm(SheetForm):
    """The Director-General's written reason to set a stop aside."""

    check = WordField(Check, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why the stop is set aside"), required=False, widget=longer(2, required=True),
        help_text=_("You answer for it in your own name."),
    )  # fmt: skip
