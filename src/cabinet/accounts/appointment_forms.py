"""What the leadership and the administrator type to enter officers, and to fill and empty posts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.duty import Duty
from cabinet.accounts.forms import OfficerChoice, PostChoice
from cabinet.accounts.models import Officer, Post, Unit
from cabinet.accounts.queries import is_held_within
from cabinet.ui.languages import name
from cabinet.ui.words import LANGUAGE, ROLE
from clearance.terms import Role

_PICK = {"required": gettext_lazy("Choose one.")}
_DAY = {
    "required": gettext_lazy("Write the day."),
    "invalid": gettext_lazy("Write the day as year-month-day, such as 2026-11-23."),
}


class UnitChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """A unit of the house, by name."""

    def label_from_instance(self, obj: Unit) -> str:
        """Say the official name."""
        return name(obj)


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=_DAY,
    )


class OfficerForm(forms.Form):
    """A new officer: how he signs in and what he is called."""

    username = forms.RegexField(
        label=gettext_lazy("User name"),
        regex=r"^[a-z0-9][a-z0-9.-]{1,58}$",
        error_messages={
            "required": gettext_lazy("Write a user name."),
            "invalid": gettext_lazy("Use small Latin letters, figures, dots and hyphens only."),
        },
    )
    name_ar = forms.CharField(label=gettext_lazy("Name in Arabic"), max_length=300)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=300)
    name_fr = forms.CharField(label=gettext_lazy("Name in French"), max_length=300, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGE.items)
    password = forms.CharField(
        label=gettext_lazy("First password"),
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("The officer changes it at the first opportunity."),
    )

    def clean_username(self) -> str:
        """Refuse a user name that another officer has."""
        username: str = self.cleaned_data["username"]
        if Officer.objects.filter(username=username).exists():
            raise forms.ValidationError(_("Another officer has this user name. Choose another."))
        return username

    def clean_password(self) -> str:
        """Refuse a password that the house's rules refuse."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class PostForm(forms.Form):
    """A new post of a unit."""

    unit = UnitChoice(
        label=gettext_lazy("Unit"), queryset=Unit.objects.order_by("id"), error_messages=_PICK
    )
    role = forms.ChoiceField(
        label=gettext_lazy("What the post does"), choices=ROLE.items, error_messages=_PICK
    )
    code = forms.RegexField(
        label=gettext_lazy("Code"),
        regex=r"^[A-Za-z0-9][A-Za-z0-9-]{1,28}$",
        help_text=gettext_lazy("Short, in Latin letters, such as POL-head."),
        error_messages={"invalid": gettext_lazy("Use Latin letters, figures and hyphens only.")},
    )
    name_ar = forms.CharField(label=gettext_lazy("Name in Arabic"), max_length=300)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=300)
    name_fr = forms.CharField(label=gettext_lazy("Name in French"), max_length=300, required=False)

    def clean_code(self) -> str:
        """Refuse a code that another post has."""
        code: str = self.cleaned_data["code"]
        if Post.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Another post has this code. Choose another."))
        return code

    def clean_role(self) -> Role:
        """Return the role itself."""
        return Role(self.cleaned_data["role"])


class AppointmentForm(forms.Form):
    """An officer takes up a post."""

    post = PostChoice(
        label=gettext_lazy("Post"),
        queryset=Post.objects.select_related("unit").order_by("unit_id", "id"),
        error_messages=_PICK,
    )
    officer = OfficerChoice(
        label=gettext_lazy("Officer"), queryset=Officer.objects.none(), error_messages=_PICK
    )
    begins_on = _day(gettext_lazy("First day"))
    ends_on = _day(gettext_lazy("Last day, if it is known"), required=False)
    instrument = forms.CharField(
        label=gettext_lazy("By which paper"),
        max_length=300,
        error_messages={"required": gettext_lazy("Name the paper that appoints.")},
    )

    def __init__(self, *args: Any, by: Duty, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        officer = self.fields["officer"]
        assert isinstance(officer, OfficerChoice)  # noqa: S101 - declared above
        others = Officer.objects.filter(is_active=True).exclude(pk=by.officer.pk)
        officer.queryset = others.order_by("id")

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first, and a post that the officer holds already."""
        cleaned = super().clean() or self.cleaned_data
        begins_on, ends_on = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins_on and ends_on and ends_on < begins_on:
            self.add_error("ends_on", _("This day is before the first one. Change one of them."))
        if not self.errors and self._is_held(cleaned):
            self.add_error("officer", _("This officer holds the post on these days already."))
        return cleaned

    def _is_held(self, typed: dict[str, Any]) -> bool:
        first, last = typed["begins_on"], typed["ends_on"]
        return is_held_within(typed["post"], typed["officer"], first, last)


class ReliefForm(forms.Form):
    """An officer leaves a post."""

    first_day_without = _day(gettext_lazy("First day without it"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        error_messages={"required": gettext_lazy("Write the reason in one sentence.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day_without"].initial = today
        self._today = today

    def clean_first_day_without(self) -> date:
        """Refuse a day that has passed: what was done under the post stays done."""
        day: date = self.cleaned_data["first_day_without"]
        if day < self._today:
            raise forms.ValidationError(_("This day has passed. A post is left from today on."))
        return day
