"""What officers type to lend a post's power, and to end the loan."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.actions import Limits
from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Delegation, Officer, Post
from cabinet.accounts.queries import is_lent_within, posts_to_lend
from cabinet.ui.languages import name
from cabinet.ui.words import ADDRESSEE_LEVEL, CAPACITY, KIND
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Kind, Power

# What a delegation may be limited to, as an officer reads it.
POWERS = {
    Power.REGISTER: gettext_lazy("Register, issue and dispatch"),
    Power.DIRECT: gettext_lazy("Direct incoming papers"),
    Power.CLEAR: gettext_lazy("Review and clear"),
    Power.OVERRIDE: gettext_lazy("Set a stop aside"),
    Power.AUTHORISE: gettext_lazy("Authorise writing to a Government"),
    Power.SIGN: gettext_lazy("Sign"),
    Power.DRAFT: gettext_lazy("Draft and submit"),
    Power.ACT: gettext_lazy("Deal with what is directed to the unit"),
}
_PICK = {
    "required": gettext_lazy("Choose one."),
    "invalid_choice": gettext_lazy("This choice is not in the list. Choose another."),
}
_DAY = {
    "required": gettext_lazy("Write the day."),
    "invalid": gettext_lazy("Write the day as year-month-day, such as 2026-11-23."),
}
_NO_LIMIT = ("", gettext_lazy("No limit"))


class PostChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """A post, by its name and its unit's."""

    def label_from_instance(self, obj: Post) -> str:
        """Say the official names."""
        return f"{name(obj)} – {name(obj.unit)}"


class OfficerChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """An officer, by name."""

    def label_from_instance(self, obj: Officer) -> str:
        """Say the official name."""
        return name(obj)


def _day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_DAY,
    )


class DelegationForm(forms.Form):
    """A post's power lent to another officer, in writing, between two days."""

    post = PostChoice(
        label=gettext_lazy("Post"),
        queryset=Post.objects.none(),
        empty_label=gettext_lazy("Choose"),
        error_messages=_PICK,
    )
    officer = OfficerChoice(
        label=gettext_lazy("To the officer"),
        queryset=Officer.objects.none(),
        empty_label=gettext_lazy("Choose"),
        error_messages=_PICK,
    )
    capacity = forms.ChoiceField(
        label=gettext_lazy("In what capacity"),
        choices=[
            (each.value, CAPACITY[each.value]) for each in (Capacity.ACTING, Capacity.DELEGATED)
        ],
        widget=forms.RadioSelect,
        initial=Capacity.ACTING.value,
        error_messages=_PICK,
    )
    begins_on = _day_field(gettext_lazy("First day"))
    ends_on = _day_field(gettext_lazy("Last day"))
    power = forms.ChoiceField(
        label=gettext_lazy("Only this power"),
        required=False,
        choices=[_NO_LIMIT, *((each.value, said) for each, said in POWERS.items())],
        error_messages=_PICK,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Only this kind of document"),
        required=False,
        choices=[_NO_LIMIT, *KIND.items()],
        error_messages=_PICK,
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Only to this level"),
        required=False,
        choices=[_NO_LIMIT, *ADDRESSEE_LEVEL.items()],
        error_messages=_PICK,
    )
    instrument = forms.CharField(
        label=gettext_lazy("By which paper"),
        max_length=300,
        help_text=gettext_lazy(
            "The note or decision that lends the power, with its number and date."
        ),
        error_messages={"required": gettext_lazy("Name the paper that lends this power.")},
    )

    def __init__(self, *args: Any, by: Duty, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = by.on
        post, officer = self.fields["post"], self.fields["officer"]
        assert isinstance(post, PostChoice)  # noqa: S101 - declared above
        assert isinstance(officer, OfficerChoice)  # noqa: S101 - declared above
        post.queryset = posts_to_lend(by)
        officer.queryset = (
            Officer.objects.filter(is_active=True).exclude(pk=by.officer.pk).order_by("id")
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a loan that begins in the past, ends before it begins, or is made already."""
        cleaned = super().clean() or self.cleaned_data
        begins_on, ends_on = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins_on and begins_on < self._today:
            self.add_error("begins_on", _("This day has passed. A power is lent from today on."))
        if begins_on and ends_on and ends_on < begins_on:
            self.add_error("ends_on", _("This day is before the first one. Change one of them."))
        if not self.errors and self._is_lent(cleaned):
            told = _("The same power is lent to this officer on these days already.")
            self.add_error("officer", told)
        return cleaned

    def _is_lent(self, typed: dict[str, Any]) -> bool:
        first, last = typed["begins_on"], typed["ends_on"]
        return is_lent_within(typed["post"], typed["officer"], self.limits(), first, last)

    def limits(self) -> Limits:
        """Return how far the loan reaches, once the form is valid."""
        typed = self.cleaned_data
        return Limits(
            power=Power(typed["power"]) if typed["power"] else None,
            kind=Kind(typed["kind"]) if typed["kind"] else None,
            level=AddresseeLevel(typed["level"]) if typed["level"] else None,
        )


class RevocationForm(forms.Form):
    """The end of a delegation before its last day."""

    first_day_without = _day_field(gettext_lazy("First day without it"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        error_messages={"required": gettext_lazy("Write the reason in one sentence.")},
    )

    def __init__(self, *args: Any, delegation: Delegation, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day_without"].initial = today
        self._delegation, self._today = delegation, today

    def clean_first_day_without(self) -> date:
        """Refuse a day that has passed, or one on which the delegation is over anyway."""
        day: date = self.cleaned_data["first_day_without"]
        if day < self._today:
            raise forms.ValidationError(
                _("This day has passed. A power is taken back from today on.")
            )
        if day > self._delegation.ends_on:
            raise forms.ValidationError(
                _("The delegation is over by this day. Choose an earlier one.")
            )
        return day
