"""Drafting a letter or a memorandum, saved alone or submitted in the same act."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.gate.actions import NewPaper, draft_paper, submit_paper
from cabinet.gate.forms.choices import offered_correspondents, whole_number
from cabinet.gate.forms.papers import DraftForm, LetterForm, MemorandumForm, reply_to
from cabinet.gate.queries import units_to_begin_in
from cabinet.gate.views.act_page import page_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from cabinet.registry.queries import visible_items
from clearance.gate import Refused
from clearance.terms import Flow, Kind


@login_required
def draft_outgoing(request: OfficerRequest) -> HttpResponseBase:
    """Draft a text to somebody outside; ``?answers=`` names the incoming paper that it answers."""
    return _drafting(request, Flow.OUTGOING, LetterForm)


@login_required
def draft_memorandum(request: OfficerRequest) -> HttpResponseBase:
    """Draft a memorandum to another unit."""
    return _drafting(request, Flow.MEMORANDUM, MemorandumForm)


def _drafting(request: OfficerRequest, flow: Flow, kind: type[DraftForm]) -> HttpResponseBase:
    duty = request.duty
    units = units_to_begin_in(flow, duty)
    if not units:
        raise PermissionDenied
    if request.method != "POST":
        answered = _answered(request)
        form = kind(duty=duty, units=_answering_first(units, answered), initial=_begun(answered))
        return _shown(request, flow, form, None)
    form = kind(request.POST, request.FILES, duty=duty, units=units)
    if not form.is_valid():
        return _shown(request, flow, form, None)
    try:
        item = _drafted(flow, form.cleaned_data, duty, submit=request.POST.get("wish") == "submit")
    except Refused as refused:
        return _shown(request, flow, form, refused)
    said = _("The draft is saved.") if item.state == "draft" else _("Submitted to the Cabinet.")
    messages.success(request, said)
    return redirect(page_of(duty, item))


def _answered(request: OfficerRequest) -> Item | None:
    """Return the directed paper that the address names, if the officer may know of it."""
    key = whole_number(request.GET.get("answers", ""))
    if key is None:
        return None
    papers = visible_items(request.duty).filter(flow=Flow.INCOMING)
    return papers.select_related("number", "correspondent").filter(pk=key).first()


def _answering_first(units: list[int], answered: Item | None) -> list[int]:
    """Put the unit that has the paper for action first among the officer's units."""
    action = answered.action_unit_id if answered else None
    return sorted(units, key=lambda unit: unit != action)


def _begun(answered: Item | None) -> dict[str, Any]:
    return reply_to(answered) if answered else {}


def _drafted(flow: Flow, facts: dict[str, Any], duty: Duty, *, submit: bool) -> Item:
    new = NewPaper(
        flow,
        facts.get("kind", Kind.MEMORANDUM),
        facts["from_unit"],
        facts["subject"],
        facts["paper"][0],
        facts["enclosures"],
        addressee=facts.get("addressee"),
        to_unit=facts.get("to_unit"),
        languages=facts["languages"],
        urgency=facts["urgency"],
        confidentiality=facts["confidentiality"],
        enclosures_announced=facts["enclosures_announced"],
        answers=facts["answers"],
        due_on=facts["due_on"],
    )
    at = timezone.now()
    with one_act():
        item = draft_paper(new=new, by=duty, at=at)
        if submit:
            submit_paper(item=item, by=duty, at=at)
    return item


def _shown(
    request: OfficerRequest, flow: Flow, form: DraftForm, refused: Refused | None
) -> HttpResponse:
    facts = {
        "flow": flow,
        "form": form,
        "refused": refused,
        "may_submit": bool(units_to_begin_in(flow, request.duty, "submit")),
        "correspondents": offered_correspondents() if "addressee" in form.fields else [],
    }
    status = refused.status if refused else 422 if form.is_bound else 200
    return render(request, "gate/draft.html", facts, status=status)
