"""The acts of sending on the gate's acting page: dispatch, delivery, failed delivery."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase

from cabinet.accounts.middleware import OfficerRequest
from cabinet.dispatch.actions import Sending, dispatch_outgoing, record_delivery, record_failure
from cabinet.dispatch.forms import DeliveryForm, DispatchForm
from cabinet.gate.views.act_page import answer
from cabinet.gate.views.acts import Doing, Entry, OwnPage, reasoned
from cabinet.registry.models import Movement
from clearance.terms import Flow


def _dispatch(doing: Doing) -> Movement:
    facts = doing.facts
    sending = Sending(
        facts["channel"], next(iter(facts["proof"]), None), facts["tracking"], facts["note"]
    )
    return dispatch_outgoing(sending=sending, **doing.now)


def _deliver(doing: Doing) -> Movement:
    facts = doing.facts
    proof = next(iter(facts["proof"]), None)
    return record_delivery(proof=proof, received_by=facts["received_by"], **doing.now)


_SENDING = "dispatch/_sending.html"

ACTS: dict[Flow, dict[str, Entry | OwnPage]] = {
    Flow.INCOMING: {},
    Flow.OUTGOING: {
        "dispatch": Entry(DispatchForm, _dispatch, _SENDING),
        "deliver": Entry(DeliveryForm, _deliver, _SENDING),
        "fail": reasoned(record_failure, _SENDING),
    },
    Flow.MEMORANDUM: {},
}


@login_required
def act(request: OfficerRequest, pk: int, act: str) -> HttpResponseBase:
    """Show the page of an act of sending, or do the act."""
    return answer(request, pk, act, ACTS)
