"""What officers type into the register of terms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.terminology.actions import Wording
from cabinet.terminology.models import Level
from cabinet.ui.words import KIND
from clearance.terms import Language

_ALL = ("", gettext_lazy("All"))
_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
STANDINGS = {
    "in_force": gettext_lazy("In force"),
    "proposed": gettext_lazy("Proposed"),
    "ended": gettext_lazy("Ended"),
}


def _own(language: str) -> dict[str, Any]:
    return {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}


def _avoid(language: str, label: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": 2, **_own(language)})
    return forms.CharField(label=label, required=False, max_length=20_000, widget=widget)


def _right(language: str, label: Any) -> forms.CharField:
    widget = forms.TextInput(_own(language))
    return forms.CharField(label=label, required=False, max_length=300, widget=widget)


def _beside(label: Any, help_text: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": 2, "dir": "auto"})
    return forms.CharField(
        label=label, required=False, max_length=5_000, widget=widget, help_text=help_text
    )


class TermFilter(forms.Form):
    """Which terms to show."""

    q = forms.CharField(
        label=gettext_lazy("Words, in any language"),
        required=False,
        max_length=100,
        error_messages={
            "max_length": gettext_lazy("Write at most 100 letters."),
            "null_characters_not_allowed": gettext_lazy("Write letters and digits only."),
        },
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Weight"), required=False, choices=[_ALL, *Level.choices]
    )
    standing = forms.ChoiceField(
        label=gettext_lazy("Standing"), required=False, choices=[*STANDINGS.items()]
    )

    def __init__(self, *args: Any, inner: bool, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        if not inner:
            del self.fields["standing"]


class TermForm(forms.Form):
    """An edition of an entry: what is not written, what is, and how heavily it weighs."""

    avoid_ar = _avoid("ar", gettext_lazy("Not written, in Arabic"))
    avoid_en = _avoid("en", gettext_lazy("Not written, in English"))
    avoid_fr = _avoid("fr", gettext_lazy("Not written, in French"))
    right_ar = _right("ar", gettext_lazy("Written instead, in Arabic"))
    right_en = _right("en", gettext_lazy("Written instead, in English"))
    right_fr = _right("fr", gettext_lazy("Written instead, in French"))
    level = forms.ChoiceField(
        label=gettext_lazy("Weight"), choices=Level.choices, initial=Level.WARN,
        help_text=gettext_lazy("A stop bars a text until it is mended or set aside in writing."),
    )  # fmt: skip
    until = forms.DateField(
        label=gettext_lazy("Last day on which the name was right"), required=False, widget=_DAY,
        help_text=gettext_lazy("A text about an earlier time may use it. Empty: it never was."),
    )  # fmt: skip
    unless = _beside(
        gettext_lazy("Right beside these words"),
        gettext_lazy("Words that make it right in the same sentence, such as “rejects”."),
    )
    near = _beside(
        gettext_lazy("Only near these words"),
        gettext_lazy("One of them must stand close by; else the finding is a note."),
    )
    is_name = forms.BooleanField(
        label=gettext_lazy("A proper name: only with a capital letter"), required=False
    )
    quoted_is_right = forms.BooleanField(
        label=gettext_lazy("Right between quotation marks"), required=False, initial=True
    )
    is_pattern = forms.BooleanField(
        label=gettext_lazy("Written as patterns"), required=False,
        help_text=gettext_lazy("(a|b) is either, x? with or without, [sz] one of these letters."),
    )  # fmt: skip
    kept_from_drafters = forms.BooleanField(
        label=gettext_lazy("Keep the finding from the drafting department"), required=False
    )
    source = forms.CharField(
        label=gettext_lazy("Source"), required=False, max_length=5_000,
        widget=forms.Textarea({"rows": 2, "dir": "auto", "required": True}),
        help_text=gettext_lazy("The resolution, decision or usage that says so."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Why this edition"), required=False, max_length=2_000,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        for kind, said in KIND.items():
            self.fields[f"kind_{kind}"] = forms.ChoiceField(
                label=said,  # type: ignore[arg-type]  # the stubs know one kind of lazy text
                required=False,
                choices=[("", gettext_lazy("As above")), *Level.choices],
            )
        for language in Language:
            self.fields[f"avoid_{language}"].help_text = _("One expression a line.")

    def clean(self) -> dict[str, Any]:
        """:raises ValidationError: where no language says what is not written."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned[f"avoid_{each}"].strip() for each in Language):
            raise ValidationError(_("Write in one language at least what is not written."))
        return cleaned

    @property
    def kinds(self) -> list[forms.BoundField]:
        """The fields that weigh kinds of document otherwise."""
        return [self[f"kind_{kind}"] for kind in KIND]

    def wording(self) -> Wording:
        """Return what was typed, once it is valid."""
        typed = self.cleaned_data
        return Wording(
            avoid={each: _lines(typed[f"avoid_{each}"]) for each in Language},
            right={each: typed[f"right_{each}"] for each in Language},
            level=typed["level"],
            by_kind={kind: typed[f"kind_{kind}"] for kind in KIND if typed[f"kind_{kind}"]},
            until=typed["until"],
            unless=_lines(typed["unless"]),
            near=_lines(typed["near"]),
            is_pattern=typed["is_pattern"],
            is_name=typed["is_name"],
            quoted_is_right=typed["quoted_is_right"],
            kept_from_drafters=typed["kept_from_drafters"],
            source=typed["source"],
            note=typed["note"],
        )


def begun_with(told: Wording) -> dict[str, Any]:
    """Return a form's first values for a change of this wording; the reason is the new one's."""
    begun: dict[str, Any] = {
        name: getattr(told, name)
        for name in (
            "level", "until", "is_pattern", "is_name", "quoted_is_right", "kept_from_drafters",
            "source",
        )
    }  # fmt: skip
    for each in Language:
        begun[f"avoid_{each}"] = "\n".join(told.avoid.get(each, ()))
        begun[f"right_{each}"] = told.right.get(each, "")
    begun |= {f"kind_{kind}": level for kind, level in told.by_kind.items()}
    return begun | {"unless": "\n".join(told.unless), "near": "\n".join(told.near)}


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines that say something, blanks at their ends left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class ReasonForm(forms.Form):
    """A reason in one sentence."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, max_length=2_000,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
