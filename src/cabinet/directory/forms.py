"""What officers type into the directory and into the signatory matrix."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.directory.actions import Cell, Entry, Held, folded
from cabinet.directory.models import Correspondent, Country, Incumbent
from cabinet.directory.queries import countries
from cabinet.ui.languages import name
from cabinet.ui.words import ADDRESSEE_LEVEL, KIND, LANGUAGE, ROLE
from clearance.gate import OUTGOING
from clearance.terms import AddresseeLevel, Kind, Language, Role

_CHOOSE = ("", gettext_lazy("Choose"))
_SIGNATORIES = next(each.by for each in OUTGOING.transitions if each.name == "sign")
_PICK = {
    "required": gettext_lazy("Choose one."),
    "invalid_choice": gettext_lazy("This choice is not in the list. Choose another."),
}


class CountryChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """A country, by its name in the language of the page."""

    def label_from_instance(self, obj: Country) -> str:
        """Say the official name."""
        return name(obj)


class DirectoryFilter(forms.Form):
    """Which entries to show. What cannot be read is left out of the search, and said."""

    q = forms.CharField(
        label=gettext_lazy("Name, in any language"),
        required=False,
        max_length=100,
        error_messages={
            "max_length": gettext_lazy("Write at most 100 letters."),
            "null_characters_not_allowed": gettext_lazy("Write letters and digits only."),
        },
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        required=False,
        choices=[("", gettext_lazy("All")), *ADDRESSEE_LEVEL.items()],
        error_messages=_PICK,
    )
    country = CountryChoice(
        label=gettext_lazy("Country"),
        queryset=Country.objects.none(),
        required=False,
        empty_label=gettext_lazy("All"),
        error_messages=_PICK,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _open_countries(self)


def _open_countries(form: forms.Form) -> None:
    field = form.fields["country"]
    assert isinstance(field, CountryChoice)  # noqa: S101 - declared so in both forms
    field.queryset = countries()


class EntryForm(forms.Form):
    """A correspondent to be entered, named in at least one language."""

    name_ar = forms.CharField(
        label=gettext_lazy("Name in Arabic"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"lang": "ar", "dir": "rtl"}),
    )  # fmt: skip
    name_en = forms.CharField(
        label=gettext_lazy("Name in English"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"lang": "en", "dir": "ltr"}),
    )  # fmt: skip
    name_fr = forms.CharField(
        label=gettext_lazy("Name in French"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"lang": "fr", "dir": "ltr"}),
    )  # fmt: skip
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=[_CHOOSE, *ADDRESSEE_LEVEL.items()],
        error_messages=_PICK,
        help_text=gettext_lazy("It decides who may sign to this correspondent."),
    )
    country = CountryChoice(
        label=gettext_lazy("Country"),
        queryset=Country.objects.none(),
        required=False,
        empty_label=gettext_lazy("None"),
        error_messages=_PICK,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Working language"),
        required=False,
        choices=[("", gettext_lazy("Not known")), *LANGUAGE.items()],
        error_messages=_PICK,
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        error_messages={
            "invalid": gettext_lazy("Write the whole address, such as name@example.org.")
        },
    )
    address = forms.CharField(
        label=gettext_lazy("Address"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _open_countries(self)

    def clean(self) -> dict[str, Any]:
        """Ask for one name at least, and refuse an entry that is there already."""
        cleaned = super().clean() or self.cleaned_data
        names = [cleaned.get(f"name_{code}", "") for code in ("ar", "en", "fr")]
        if not self.errors and not any(names):
            raise ValidationError(_("Write the name in at least one language."))
        there = _entry_of_that_name(names, cleaned.get("level", ""))
        if there is not None:
            raise ValidationError(
                _("This name is in the directory already, at this level: %(name)s (no. %(no)s).")
                % {"name": name(there), "no": there.pk}
            )
        return cleaned

    def entry(self) -> Entry:
        """Return what was typed, once it is valid."""
        typed = self.cleaned_data
        return Entry(
            name_ar=typed["name_ar"],
            name_en=typed["name_en"],
            name_fr=typed["name_fr"],
            level=AddresseeLevel(typed["level"]),
            country=typed["country"],
            address=typed["address"],
            email=typed["email"],
            language=typed["language"],
        )


def _entry_of_that_name(names: list[str], level: str) -> Correspondent | None:
    """Return an entry of this level that bears one of the names, marks left out; None: none."""
    wanted = {folded(each) for each in names if each}
    if not wanted or not level:
        return None
    for each in sorted(wanted):
        like = Correspondent.objects.filter(level=level, ends_on=None, folded__contains=each)
        for entry in like.order_by("id"):
            if wanted & {folded(entry.name_ar), folded(entry.name_en), folded(entry.name_fr)}:
                return entry
    return None


def _said(language: str, label: Any) -> forms.CharField:
    own = {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    return forms.CharField(
        label=label, max_length=200, required=False, widget=forms.TextInput(attrs=own)
    )


class IncumbentForm(forms.Form):
    """Who holds the post of a correspondent, from when to when; no name: it is vacant."""

    post_ar = _said("ar", gettext_lazy("Title of the post in Arabic"))
    post_en = _said("en", gettext_lazy("Title of the post in English"))
    post_fr = _said("fr", gettext_lazy("Title of the post in French"))
    name_ar = _said("ar", gettext_lazy("Name in Arabic"))
    name_en = _said("en", gettext_lazy("Name in English"))
    name_fr = _said("fr", gettext_lazy("Name in French"))
    style_ar = _said("ar", gettext_lazy("Before the name, in Arabic"))
    style_en = _said("en", gettext_lazy("Before the name, in English"))
    style_fr = _said("fr", gettext_lazy("Before the name, in French"))
    begins_on = forms.DateField(
        label=gettext_lazy("First day"), required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"), required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Empty while the person is in office."),
    )  # fmt: skip
    source = forms.CharField(
        label=gettext_lazy("By which paper"), max_length=300, required=False,
        widget=forms.TextInput({"dir": "auto"}),
        help_text=gettext_lazy("The note, letter or announcement that says so."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def held(self) -> Held:
        """Return what was typed, once it is valid."""
        typed = self.cleaned_data
        return Held(
            names={each: typed[f"name_{each}"] for each in Language},
            posts={each: typed[f"post_{each}"] for each in Language},
            styles={each: typed[f"style_{each}"] for each in Language},
            begins_on=typed["begins_on"],
            ends_on=typed["ends_on"],
            source=typed["source"],
        )


def begun_with(incumbent: Incumbent) -> dict[str, Any]:
    """Return the form's first values where an entry is put right."""
    return {field: getattr(incumbent, field) for field in IncumbentForm.base_fields}


class CellForm(forms.Form):
    """One cell of the signatory matrix, with the paper that says so."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of document"), choices=[*KIND.items()], error_messages=_PICK
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level of the addressee"),
        choices=[_CHOOSE, *ADDRESSEE_LEVEL.items()],
        error_messages=_PICK,
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Post"),
        choices=[_CHOOSE, *((role, said) for role, said in ROLE.items() if role in _SIGNATORIES)],
        error_messages=_PICK,
    )
    permitted = forms.BooleanField(label=gettext_lazy("May sign"), required=False, initial=True)
    needs_authorisation = forms.BooleanField(
        label=gettext_lazy("Only with the Secretary-General’s authorisation to write"),
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("By which paper"),
        max_length=300,
        help_text=gettext_lazy("The decision or circular that says so, with its number and date."),
        error_messages={"required": gettext_lazy("Name the paper that decides this.")},
    )

    def cell(self) -> Cell:
        """Return what was typed, once it is valid."""
        typed = self.cleaned_data
        return Cell(
            kind=Kind(typed["kind"]),
            level=AddresseeLevel(typed["level"]),
            role=Role(typed["role"]),
            permitted=typed["permitted"],
            needs_authorisation=typed["needs_authorisation"],
            source=typed["source"],
        )
