"""The forms of sending: how a paper travels, and the paper that proves it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cabinet.gate.forms.acts import ActForm, NoteForm, line
from cabinet.gate.forms.choices import WordField
from cabinet.gate.forms.kept import KeptFiles
from clearance.terms import Channel


class DispatchForm(NoteForm):
    """The channel of a sending, its tracking number and its proof."""

    channel = WordField(Channel, label=_("Sent by"), required=False)
    tracking = forms.CharField(
        label=_("Tracking number"), max_length=120, required=False, widget=line()
    )
    proof = KeptFiles(
        label=_("Proof"), required=False,
        help_text=_("The slip, the receipt of posting or the mail notice."),
    )  # fmt: skip
    field_order = ("channel", "tracking", "proof", "note")


class DeliveryForm(ActForm):
    """The receipt that came back, and who signed it."""

    proof = KeptFiles(label=_("Receipt"), required=False)
    received_by = forms.CharField(
        label=_("Received by"), max_length=200, required=False, widget=line()
    )
