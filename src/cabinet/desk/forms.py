"""The filters of a register book, as the officer types them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.ui.words import STATE, URGENCY
from clearance.gate import TABLES
from clearance.terms import Flow

_LARGEST = 2**63 - 1
_NO_DAY = _("Write the day as year-month-day, such as 2026-11-23.")
_UNKNOWN = _("This choice is not in the list. Choose another.")


class BookFilter(forms.Form):
    """Which papers of a book to show. ``before`` and ``after`` are keys: where the page begins."""

    q = forms.CharField(
        required=False,
        max_length=100,
        error_messages={
            "max_length": _("Write at most 100 letters."),
            "null_characters_not_allowed": _("Write letters and digits only."),
        },
    )
    state = forms.ChoiceField(required=False, error_messages={"invalid_choice": _UNKNOWN})
    urgency = forms.ChoiceField(
        required=False,
        choices=[("", ""), *URGENCY.items()],
        error_messages={"invalid_choice": _UNKNOWN},
    )
    unit = forms.ChoiceField(required=False, error_messages={"invalid_choice": _UNKNOWN})
    since = forms.DateField(
        required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": _NO_DAY}
    )
    until = forms.DateField(
        required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": _NO_DAY}
    )
    before = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)
    after = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)

    def __init__(
        self, asked: Any, *, states: list[str], units: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(asked, **kwargs)
        self._choose("state", [("", ""), *((state, STATE[state]) for state in states)])
        self._choose("unit", [("", ""), *((str(key), name) for key, name in units.items())])

    def _choose(self, field: str, choices: list[tuple[str, Any]]) -> None:
        chosen = self.fields[field]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = choices

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one. Change one of them."))
        return cleaned


def states_of(flow: Flow) -> list[str]:
    """Return the states of a flow in the order in which a paper reaches them."""
    return list(TABLES[flow].states)
