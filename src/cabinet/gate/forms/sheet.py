"""The forms of the review sheet: a verdict, all that remain, a stop set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.gate.forms.acts import longer
from cabinet.gate.forms.choices import WordField
from cabinet.review.models import Answer, Objection
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


class AnswerForm(SheetForm):
    """An officer's word on one finding."""

    finding_no = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=Answer.Outcome.choices, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why the text is right as it stands"), required=False)


class ObjectionForm(SheetForm):
    """An officer's own objection, on a paragraph, on words of the text or on the whole of it."""

    check = WordField(Check, label=_("Check"), widget=forms.Select)
    weight = forms.ChoiceField(
        label=_("Weight"), choices=Objection.Weight.choices, initial=Objection.Weight.ADVICE,
        help_text=_("A condition is a stop: the text is not cleared until it is met."),
    )  # fmt: skip
    paragraph = forms.IntegerField(
        required=False, min_value=1, max_value=1_000_000, widget=forms.HiddenInput,
        error_messages={
            "invalid": _("Choose the paragraph beside the text again."),
            "min_value": _("Choose the paragraph beside the text again."),
            "max_value": _("Choose the paragraph beside the text again."),
        },
    )  # fmt: skip
    quoted = forms.CharField(
        label=_("On these words"), required=False, widget=longer(1),
        help_text=_(
            "Copied from the text, where not the whole paragraph is meant; may stay empty."
        ),
    )  # fmt: skip
    text = forms.CharField(label=_("Objection"), required=False, widget=longer(2, required=True))
    kept_from_drafters = forms.BooleanField(label=_("Keep it from the drafters"), required=False)


class AgainForm(SheetForm):
    """The rules are to read the text again."""
