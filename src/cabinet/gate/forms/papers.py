"""The forms that begin a paper: registering what came in, drafting what is to go out."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cabinet.accounts.models import Unit
from cabinet.directory.actions import Entry
from cabinet.directory.queries import may_enter
from cabinet.gate.forms.acts import DAY, OfficerForm, line
from cabinet.gate.forms.choices import (
    CorrespondentField,
    NamedChoice,
    WordField,
    officer_field,
    said,
    unit_field,
)
from cabinet.gate.forms.kept import KeptFiles
from cabinet.registry.models import Enclosure, Item, Revision
from cabinet.registry.paper_face import subject_on_face
from cabinet.registry.queries import visible_items
from cabinet.registry.store import Kept
from cabinet.ui.languages import name
from cabinet.ui.words import word
from clearance.terms import (
    AddresseeLevel,
    Channel,
    Confidentiality,
    Flow,
    Kind,
    Language,
    Urgency,
)

_ARABIC = re.compile("[\u0621-\u064a]")
_CODES = ("ar", "en", "fr")
_KNOWN = 5  # papers named when a file comes a second time


class PaperForm(OfficerForm):
    """What every paper has on its face."""

    paper = KeptFiles(label=gettext_lazy("File of the paper"), required=False)
    enclosures = KeptFiles(label=gettext_lazy("Enclosures"), several=True, required=False)
    subject = forms.CharField(
        label=gettext_lazy("Subject"), max_length=500, required=False, widget=line()
    )
    kind = WordField(Kind, label=gettext_lazy("Kind"), initial=Kind.LETTER)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), choices=said(Language), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    urgency = WordField(Urgency, label=gettext_lazy("Urgency"), initial=Urgency.ORDINARY)
    confidentiality = WordField(
        Confidentiality, label=gettext_lazy("Confidentiality"), initial=Confidentiality.ORDINARY
    )
    enclosures_announced = forms.IntegerField(
        label=gettext_lazy("Enclosures announced in the text"), min_value=0, max_value=999,
        initial=0,
    )  # fmt: skip
    answers = forms.CharField(
        label=gettext_lazy("In reply to (number)"), max_length=80, required=False,
        widget=forms.TextInput({"dir": "ltr"}),
    )  # fmt: skip

    answered_flows: tuple[Flow, ...] = ()

    def clean_languages(self) -> str:
        """Return the languages as they are stored, apart by commas."""
        return ",".join(self.cleaned_data["languages"])

    def clean_answers(self) -> Item | None:
        """Find the paper that is answered among those that the officer may know of."""
        number = self.cleaned_data["answers"].strip()
        if not number:
            return None
        papers = visible_items(self.duty).filter(flow__in=self.answered_flows)
        found = papers.filter(number__text__iexact=number).first()
        if found is None:
            raise forms.ValidationError(
                _(
                    "No paper with the number %(number)s can be answered here. "
                    "Compare it with the number on the paper, or leave the field empty."
                )
                % {"number": number}
            )
        return found


class RegisterForm(PaperForm):
    """A paper at the door, or a sealed envelope by its outer marks."""

    answered_flows = (Flow.OUTGOING,)

    sender = CorrespondentField(
        label=gettext_lazy("Sender"),
        widget=line(list="correspondents", autocomplete="off"),
        help_text=gettext_lazy("Type a part of the name."),
    )
    new_name_ar = forms.CharField(
        label=gettext_lazy("Name in Arabic"), max_length=300, required=False,
        widget=forms.TextInput({"dir": "rtl", "lang": "ar"}),
    )  # fmt: skip
    new_name_en = forms.CharField(
        label=gettext_lazy("Name in English"), max_length=300, required=False,
        widget=forms.TextInput({"dir": "ltr", "lang": "en"}),
    )  # fmt: skip
    new_name_fr = forms.CharField(
        label=gettext_lazy("Name in French"), max_length=300, required=False,
        widget=forms.TextInput({"dir": "ltr", "lang": "fr"}),
    )  # fmt: skip
    new_level = WordField(
        AddresseeLevel, label=gettext_lazy("Rank of the new sender"), required=False
    )
    sender_reference = forms.CharField(
        label=gettext_lazy("Sender’s reference"), max_length=120, required=False, widget=line()
    )
    dated_gregorian = forms.CharField(
        label=gettext_lazy("Gregorian date, as printed"), max_length=60, required=False,
        widget=line(),
    )  # fmt: skip
    dated_hijri = forms.CharField(
        label=gettext_lazy("Hijri date, as printed"), max_length=60, required=False, widget=line()
    )
    channel = WordField(Channel, label=gettext_lazy("Came by"), required=False, empty="")
    outer_marks = forms.CharField(
        label=gettext_lazy("Outer marks of a sealed envelope"), max_length=300, required=False,
        widget=line(),
    )  # fmt: skip
    personal_to = officer_field(label=gettext_lazy("Sealed, for the officer named"))
    again = forms.BooleanField(label=gettext_lazy("Register it all the same"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known: list[Item] = []
        self.fields["subject"].help_text = _("Left empty, it is read from the paper.")
        if not may_enter(self.duty):
            for field in ("new_name_ar", "new_name_en", "new_name_fr", "new_level"):
                del self.fields[field]

    @property
    def new_sender(self) -> Entry | None:
        """The sender entered on this screen; None where an entry of the directory was chosen."""
        names = {f"name_{code}": self.cleaned_data.get(f"new_name_{code}", "") for code in _CODES}
        level = self.cleaned_data.get("new_level")
        return Entry(level=level, **names) if level and any(names.values()) else None

    def clean(self) -> dict[str, Any]:
        """Say what is missing for an open paper, and what a sealed envelope cannot have."""
        facts = super().clean() or self.cleaned_data
        if facts.get("personal_to"):
            self._clean_sealed(facts)
        else:
            self._clean_open(facts)
        self._clean_known(facts)
        return facts

    def _clean_sealed(self, facts: dict[str, Any]) -> None:
        if facts.get("paper"):
            self.add_error(
                "personal_to",
                _("A sealed envelope has no file. Take the file away, or the officer's name."),
            )
        if not facts.get("outer_marks"):
            self.add_error("outer_marks", _("Write what stands on the outside of the envelope."))

    def _clean_open(self, facts: dict[str, Any]) -> None:
        if "paper" not in self.errors and not facts.get("paper"):
            self.add_error(
                "paper",
                _("Choose the file of the paper, or name the officer of a sealed envelope."),
            )
        if "subject" not in self.errors and not facts.get("subject"):
            self.add_error("subject", self._asked_for_subject(facts))
        typed = any(facts.get(f"new_name_{code}") for code in _CODES)
        if typed and not facts.get("new_level"):
            self.add_error("new_level", _("Choose the rank of the new sender."))
        elif facts.get("new_level") and not typed:
            self.add_error("new_name_en", _("Write the new sender's name at least once."))
        elif typed and facts.get("sender"):
            self.add_error("sender", _("Choose a sender or enter a new one, not both."))
        elif not typed and "sender" not in self.errors and not facts.get("sender"):
            self.add_error("sender", _("Choose the sender from the directory."))

    def _asked_for_subject(self, facts: dict[str, Any]) -> str:
        """Put the subject that the paper prints into the form, and return what is asked of it."""
        paper: Kept | None = next(iter(facts.get("paper") or ()), None)
        printed = subject_on_face(paper.sha256) if paper else ""
        if not printed:
            return _("Write the subject in clear words.")
        self.data = MultiValueDict(self.data)
        self.data["subject"] = printed
        return _("This is the subject that the paper prints. Compare it, then register.")

    def _clean_known(self, facts: dict[str, Any]) -> None:
        """Find the same file in the register, as far as the officer may know of it."""
        files = {each.sha256 for each in facts.get("paper") or ()}
        if not files:
            return
        holders = visible_items(self.duty).select_related("number")
        papers = Q(pk__in=Revision.objects.filter(sha256__in=files).values("item"))
        enclosed = Enclosure.objects.filter(sha256__in=files).values("revision__item")
        self.known = list(holders.filter(papers | Q(pk__in=enclosed)).order_by("id")[:_KNOWN])
        if self.known and not facts.get("again"):
            self.add_error("again", _("This file is already in the register. Look at it first."))


class DraftForm(PaperForm):
    """A text of one of the officer's units. ``units`` are the keys of those units."""

    from_unit = unit_field(label=gettext_lazy("Unit"), empty_label=None)
    due_on = forms.DateField(label=gettext_lazy("Deadline"), required=False, widget=DAY)

    answered_flows = (Flow.INCOMING,)

    def __init__(self, *args: Any, units: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["paper"].required = True
        self.fields["subject"].required = True
        self.fields["subject"].error_messages["required"] = _("Write the subject in clear words.")
        unit = self.fields["from_unit"]
        assert isinstance(unit, NamedChoice)  # noqa: S101 - declared above
        unit.queryset = Unit.objects.filter(pk__in=units).order_by("id")
        if units:
            self.initial.setdefault("from_unit", units[0])


class LetterForm(DraftForm):
    """A text to somebody outside."""

    addressee = CorrespondentField(
        label=gettext_lazy("Addressee"), required=True,
        widget=line(list="correspondents", autocomplete="off"),
        help_text=gettext_lazy("Type a part of the name."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kind = self.fields["kind"]
        assert isinstance(kind, WordField)  # noqa: S101 - declared above
        kind.choices = [(each, word(each)) for each in Kind if each is not Kind.MEMORANDUM]


class MemorandumForm(DraftForm):
    """A text to another unit of the house."""

    to_unit = unit_field(label=gettext_lazy("Unit addressed"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["kind"]

    def clean(self) -> dict[str, Any]:
        """Refuse a memorandum to oneself."""
        facts = super().clean() or self.cleaned_data
        if facts.get("to_unit") and facts.get("to_unit") == facts.get("from_unit"):
            self.add_error("to_unit", _("Choose another unit than the one that writes."))
        return facts


def reply_to(item: Item) -> dict[str, Any]:
    """Return what a reply to an incoming paper begins with."""
    subject = item.subject
    if not subject.casefold().startswith(("re:", "رد:")):
        # In the paper's script, not the officer's language: they would read across each other.
        subject = f"رد: {subject}" if _ARABIC.search(subject) else f"Re: {subject}"
    number = getattr(item, "number", None)
    return {
        "subject": subject[:500],
        "addressee": name(item.correspondent),
        "answers": number.text if number else "",
        "due_on": item.due_on,
        "languages": item.languages.split(",") if item.languages else [],
        "urgency": item.urgency,
        "confidentiality": item.confidentiality,
    }
