"""What the head of the Registry types to open a series of numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.models import Unit
from cabinet.registry.models import Series
from cabinet.registry.series import NewSeries, that_prints_the_same
from cabinet.ui.languages import name
from cabinet.ui.words import FLOW
from clearance.references import BadPattern, require_pattern
from clearance.terms import Flow

_PICK = {
    "required": gettext_lazy("Choose one."),
    "invalid_choice": gettext_lazy("This choice is not in the list. Choose another."),
}


class UnitChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """A unit of the house, by its name in the language of the page."""

    def label_from_instance(self, obj: Unit) -> str:
        """Say its name and its code, which the number prints."""
        return f"{name(obj)} ({obj.code})"


class SeriesForm(forms.Form):
    """A new series of numbers, with the paper that says so."""

    code = forms.SlugField(
        label=gettext_lazy("Short name of the series"),
        max_length=20,
        help_text=gettext_lazy("Latin letters and digits, such as OUT-POL."),
        error_messages={"required": gettext_lazy("Give the series a short name.")},
    )
    flow = forms.ChoiceField(
        label=gettext_lazy("Papers that it numbers"), choices=[*FLOW.items()], error_messages=_PICK
    )
    unit = UnitChoice(
        label=gettext_lazy("For one unit only"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=gettext_lazy("All units that have no series of their own"),
        error_messages=_PICK,
    )
    pattern = forms.CharField(
        label=gettext_lazy("How its numbers are printed"),
        max_length=60,
        help_text=gettext_lazy(
            "{year} stands for the year, {serial} for the number within it ({serial:4} with zeros "
            "in front), {unit} for the code of the unit. Example: OIC/{unit}/{year}/{serial}"
        ),
        error_messages={"required": gettext_lazy("Say how the numbers are printed.")},
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    source = forms.CharField(
        label=gettext_lazy("By which paper"),
        max_length=300,
        help_text=gettext_lazy("The decision or circular that says so, with its number and date."),
        error_messages={"required": gettext_lazy("Name the paper that decides this.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["unit"]
        units.queryset = Unit.objects.order_by("id")  # type: ignore[attr-defined]  # a choice field

    def clean_code(self) -> str:
        """Refuse a short name that is taken."""
        code: str = self.cleaned_data["code"]
        if Series.objects.filter(code__iexact=code).exists():
            raise ValidationError(_("A series has this short name already. Choose another."))
        return code

    def clean_pattern(self) -> str:
        """Refuse a pattern that cannot number papers."""
        pattern: str = self.cleaned_data["pattern"].strip()
        try:
            require_pattern(pattern)
        except BadPattern as bad:
            raise ValidationError(
                _(
                    "Use {year} and {serial} once each and {unit} at most once, with a sign such "
                    "as / between them, and no other word in braces."
                )
            ) from bad
        return pattern

    def clean(self) -> dict[str, Any]:
        """Refuse what would give two papers one number, and a unit for incoming papers."""
        cleaned = super().clean() or self.cleaned_data
        unit, pattern = cleaned.get("unit"), cleaned.get("pattern")
        if cleaned.get("flow") == Flow.INCOMING and unit is not None:
            self.add_error(
                "unit", _("Incoming papers come from no unit of the house. Choose all units.")
            )
        same = that_prints_the_same(pattern, unit) if pattern else None
        if same is not None:
            self.add_error(
                "pattern",
                _("The series %(code)s (%(pattern)s) could print the same numbers. Add a letter.")
                % {"code": same.code, "pattern": same.pattern},
            )
        return cleaned

    def new(self) -> NewSeries:
        """Return what was typed, once it is valid."""
        typed = self.cleaned_data
        return NewSeries(
            code=typed["code"],
            flow=Flow(typed["flow"]),
            unit=typed["unit"],
            pattern=typed["pattern"],
            source=typed["source"],
        )
