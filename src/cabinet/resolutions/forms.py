"""What officers type into the register of resolutions and directives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.resolutions.actions import Standing, Told, house_form
from cabinet.resolutions.models import Resolution
from cabinet.resolutions.queries import all_series
from clearance.terms import Language

_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
_ALL = ("", gettext_lazy("All"))


def _title(language: str, label: Any) -> forms.CharField:
    direction = "rtl" if language == "ar" else "ltr"
    return forms.CharField(
        label=label,
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"lang": language, "dir": direction}),
    )


class ResolutionFilter(forms.Form):
    """Which resolutions to show."""

    q = forms.CharField(
        label=gettext_lazy("Number, title or words of the text"), required=False, max_length=100
    )
    series = forms.ChoiceField(label=gettext_lazy("Series"), required=False)
    status = forms.ChoiceField(
        label=gettext_lazy("Status"), required=False, choices=[_ALL, *Resolution.Status.choices]
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        field = self.fields["series"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.choices = [_ALL, *((series, series) for series in all_series())]


class ResolutionForm(forms.Form):
    """A resolution to be entered, titled in at least one language."""

    ref = forms.CharField(
        label=gettext_lazy("Number"), max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=gettext_lazy("As it is printed, such as 1/51-PAL or 45/10-P(IS)."),
    )  # fmt: skip
    title_ar = _title("ar", gettext_lazy("Title in Arabic"))
    title_en = _title("en", gettext_lazy("Title in English"))
    title_fr = _title("fr", gettext_lazy("Title in French"))
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=1969, max_value=2200
    )
    adopted_on = forms.DateField(label=gettext_lazy("Adopted on"), required=False, widget=_DAY)
    superseded_by = forms.CharField(
        label=gettext_lazy("Superseded by"), required=False, max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=gettext_lazy("The number of the resolution that took its place."),
    )  # fmt: skip
    expired_on = forms.DateField(label=gettext_lazy("Expired on"), required=False, widget=_DAY)
    text = forms.CharField(
        label=gettext_lazy("Text"), required=False, max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )  # fmt: skip
    source = forms.CharField(label=gettext_lazy("Source"), max_length=500)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def clean_ref(self) -> str:
        """Take a number in any print; :raises ValidationError: for what is no number."""
        return _number(self.cleaned_data["ref"])

    def clean_superseded_by(self) -> str:
        """Take a number in any print, or nothing."""
        given = self.cleaned_data["superseded_by"]
        return _number(given) if given else ""

    def clean(self) -> dict[str, Any]:
        """:raises ValidationError: where no language has a title."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"title_{language}") for language in Language):
            raise ValidationError(_("Write the title in at least one language, as it is printed."))
        return cleaned

    def told(self) -> Told:
        """Return what was typed."""
        given = self.cleaned_data
        return Told(
            ref=given["ref"],
            titles={language: given[f"title_{language}"] for language in Language},
            year=given["year"],
            adopted_on=given["adopted_on"],
            superseded_by=given["superseded_by"],
            expired_on=given["expired_on"],
            text=given["text"],
            source=given["source"],
        )


class ImportForm(forms.Form):
    """A file of resolutions."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV, YAML or JSON, or a collection in DOCX, PDF or text."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"), required=False, max_length=500,
        help_text=gettext_lazy("Where the file was taken from; kept beside each resolution."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)


class DirectiveForm(forms.Form):
    """A decision or standing directive to be recorded."""

    ref = forms.CharField(label=gettext_lazy("Reference"), max_length=40)
    sentence_ar = _title("ar", gettext_lazy("In Arabic"))
    sentence_en = _title("en", gettext_lazy("In English"))
    sentence_fr = _title("fr", gettext_lazy("In French"))
    subjects = forms.CharField(
        label=gettext_lazy("About"), widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Names, one a line, in every language in which texts have them."),
    )  # fmt: skip
    opposed = forms.CharField(
        label=gettext_lazy("Contradicted by"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("Words that would say the opposite near such a name, one a line."),
    )  # fmt: skip
    since = forms.DateField(label=gettext_lazy("Since"), required=False, widget=_DAY)
    until = forms.DateField(label=gettext_lazy("Until"), required=False, widget=_DAY)
    source = forms.CharField(label=gettext_lazy("Source"), max_length=500)

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    def standing(self) -> Standing:
        """Return what was typed."""
        given = self.cleaned_data
        return Standing(
            ref=given["ref"].strip(),
            sentences={language: given[f"sentence_{language}"] for language in Language},
            subjects=_lines(given["subjects"]),
            opposed=_lines(given["opposed"]),
            since=given["since"],
            until=given["until"],
            source=given["source"],
        )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _number(text: str) -> str:
    found = house_form(text)
    if found is None:
        raise ValidationError(
            _("This is no number of a resolution. Write it as 1/51-PAL or 45/10-P(IS).")
        )
    return found
