"""Fields that choose from the house's own words, units, officers and correspondents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, IntEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.models import Officer, Unit
from cabinet.directory.models import Correspondent
from cabinet.directory.queries import names_hold
from cabinet.ui.languages import name
from cabinet.ui.words import word

_SHOWN = 400  # correspondents offered without a search
_DIGITS = 19  # the databases keep whole numbers of eighteen digits and a little
_NAMED = 5  # named in the message when several answer to what was typed


def whole_number(typed: str) -> int | None:
    """Return what was typed as a whole number; None: it is none, or longer than any key."""
    return int(typed) if typed.isdecimal() and len(typed) < _DIGITS else None


def said(words: type[Enum]) -> Callable[[], list[tuple[str, str]]]:
    """Return the choices of a list of stored words, in the language of the page."""
    return lambda: [(str(each.value), word(each)) for each in words]


class WordField(forms.TypedChoiceField):
    """One stored word of a list (``Kind``, ``Channel``, ...), or None where it may be empty."""

    def __init__(self, words: type[Enum], *, empty: Any = None, **options: Any) -> None:
        number = issubclass(words, IntEnum)
        choices = options.pop("choices", None) or said(words)
        super().__init__(
            choices=choices if options.get("required", True) else _or_none(choices),
            coerce=lambda value: words(int(value)) if number else words(value),
            empty_value=empty,
            **options,
        )


def _or_none(choices: Any) -> Callable[[], list[tuple[str, str]]]:
    return lambda: [("", "—"), *(choices() if callable(choices) else choices)]


class NamedChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """A unit or an officer, by the name in the language of the page."""

    def label_from_instance(self, obj: Model) -> str:
        """Say the official name."""
        return name(obj)


class NamedChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    """Several units, by their names in the language of the page."""

    def label_from_instance(self, obj: Model) -> str:
        """Say the official name."""
        return name(obj)


def unit_field(**options: Any) -> NamedChoice:
    """Return a field for one unit of the house."""
    options.setdefault("empty_label", gettext_lazy("Choose a unit"))
    return NamedChoice(queryset=Unit.objects.order_by("id"), **options)


def units_field(**options: Any) -> NamedChoices:
    """Return a field for several units of the house."""
    return NamedChoices(
        queryset=Unit.objects.order_by("id"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **options,
    )


def officer_field(**options: Any) -> NamedChoice:
    """Return a field for one officer who may sign in."""
    officers = Officer.objects.filter(is_active=True).order_by("id")
    return NamedChoice(queryset=officers, required=False, empty_label="—", **options)


class CorrespondentField(forms.CharField):
    """A correspondent, typed by name, by words of it, or by ``#`` and its directory number."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(max_length=300, **options)

    def to_python(self, value: Any) -> Any:
        """Find the one entry that is meant; None where nothing was typed."""
        typed = str(super().to_python(value) or "").strip()
        return self._find(typed) if typed else None

    def run_validators(self, value: Any) -> None:
        """Leave the entry alone: the length was the typed text's."""

    def validate(self, value: Any) -> None:
        """Ask for an entry where the field is required."""
        if self.required and value is None:
            raise ValidationError(_("Choose the correspondent from the directory."))

    def _find(self, typed: str) -> Correspondent:
        entries = Correspondent.objects.filter(ends_on=None).order_by("id")
        _head, mark, number = typed.rpartition("#")
        key = whole_number(number.strip()) if mark else None
        if key is not None:
            found = list(Correspondent.objects.filter(pk=key)[:1])
        else:
            same = Q(name_ar__iexact=typed) | Q(name_en__iexact=typed) | Q(name_fr__iexact=typed)
            found = list(entries.filter(same)[: _NAMED + 1]) or list(
                entries.filter(names_hold(typed))[: _NAMED + 1]
            )
        if len(found) == 1:
            return found[0]
        raise ValidationError(_several(found) if found else _nobody(typed))


def _several(found: Iterable[Correspondent]) -> str:
    listed = "; ".join(f"{name(each)} #{each.pk}" for each in list(found)[:_NAMED])
    return _(
        "Several entries of the directory answer to this: %(entries)s. "
        "Choose one, or type the sign # and its number."
    ) % {"entries": listed}


def _nobody(typed: str) -> str:
    return _(
        "Nobody in the directory answers to “%(typed)s”. "
        "Type another part of the name, or enter a new correspondent."
    ) % {"typed": typed}


def offered_correspondents() -> list[str]:
    """Return the names offered while typing; the directory's search finds the rest."""
    entries = Correspondent.objects.filter(ends_on=None).order_by("id")[:_SHOWN]
    return [name(each) for each in entries]
