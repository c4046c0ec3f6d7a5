"""A period of days, for the figures of the review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """From one day to another; an empty day is no bound."""

    since = forms.DateField(label=gettext_lazy("From the day"), required=False, widget=_DAY)
    until = forms.DateField(label=gettext_lazy("To the day"), required=False, widget=_DAY)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        """:raises ValidationError: the last day is before the first."""
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            raise ValidationError(_("The last day is before the first: all time is shown."))
        return cleaned
