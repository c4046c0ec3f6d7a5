"""The Cabinet's in-tray: one paper open at a time, directed with a few keys, then the next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Unit
from cabinet.gate.actions import direct_incoming, inform_secretary_general
from cabinet.gate.actions.incoming import Direction
from cabinet.gate.context import newest_revision
from cabinet.gate.forms.choices import whole_number
from cabinet.gate.forms.in_tray import INSTRUCTIONS, InTrayForm, days_from, keyed_units
from cabinet.gate.queries import in_tray_items, newest_movement, open_acts
from cabinet.gate.views.act_page import movements_since, seen_moves, visible_item
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from cabinet.registry.paper_text import text_of
from cabinet.ui.languages import name
from clearance.gate import Outdated, Refused
from clearance.terms.posts import CABINET

_LISTED = 30
_HEAD = ("number", "correspondent", "to_unit", "action_unit", "personal_to", "from_unit")


@login_required
def in_tray(request: OfficerRequest) -> HttpResponseBase:
    """Show the in-tray with one paper open, or direct that paper and open the next."""
    if not request.duty.roles & CABINET:
        raise PermissionDenied
    if request.method == "POST":
        return _directed(request)
    waiting = in_tray_items(request.duty)
    wanted = whole_number(request.GET.get("item", ""))
    opened = waiting.select_related(*_HEAD)
    item = (opened.filter(pk=wanted).first() if wanted is not None else None) or opened.first()
    form = InTrayForm(duty=request.duty, item=item) if item else None
    return _shown(request, item, form, waiting=waiting)


def _directed(request: OfficerRequest) -> HttpResponseBase:
    item = visible_item(request.duty, whole_number(request.POST.get("item", "")) or 0)
    form = InTrayForm(request.POST, duty=request.duty, item=item)
    if not form.is_valid():
        return _shown(request, item, form)
    seen = seen_moves(request)
    try:
        _direct(item, form.cleaned_data, request.duty, seen)
    except Refused as refused:
        return _shown(request, visible_item(request.duty, item.pk), form, refused, seen)
    messages.success(
        request, _("Directed to: %(unit)s.") % {"unit": name(form.cleaned_data["action"])}
    )
    return redirect("in_tray")


def _direct(item: Item, facts: dict[str, Any], duty: Duty, seen: int) -> None:
    direction = Direction(
        facts["action"], list(facts["copies"]), facts["instruction"], facts["due_on"]
    )
    at = timezone.now()
    with one_act():
        if facts["inform"]:
            inform_secretary_general(item=item, note=facts["note"], by=duty, at=at, seen_moves=seen)
            seen = item.moves
        direct_incoming(item=item, direction=direction, by=duty, at=at, seen_moves=seen)


def _shown(
    request: OfficerRequest,
    item: Item | None,
    form: InTrayForm | None,
    refused: Refused | None = None,
    seen: int = -1,
    waiting: QuerySet[Item] | None = None,
) -> HttpResponse:
    duty = request.duty
    request.opened_item = item.pk if item else None
    if waiting is None:
        waiting = in_tray_items(duty)
    listed = list(waiting.select_related("number", "correspondent")[:_LISTED])
    outdated = item is not None and isinstance(refused, Outdated)
    facts = {
        "item": item,
        "form": form,
        "refused": refused,
        "since": movements_since(item, seen, duty) if item and outdated else [],
        "seen_moves": _seen(request, item, refused),
        "waiting": listed,
        "count": waiting.count() if len(listed) == _LISTED else len(listed),
        "units": keyed_units(Unit.objects.order_by("id")),
        "days": days_from(duty.on),
        "instructions": INSTRUCTIONS,
    } | (_about(item, duty) if item else {})
    status = refused.status if refused else 422 if form and form.is_bound else 200
    return render(request, "gate/in_tray.html", facts, status=status)


def _seen(request: OfficerRequest, item: Item | None, refused: Refused | None) -> int:
    """Return what the page counts as seen: a form with errors is as old as its page."""
    if item is None:
        return 0
    stale = request.method == "POST" and not isinstance(refused, Outdated)
    return seen_moves(request) if stale else item.moves


def _about(item: Item, duty: Duty) -> dict[str, Any]:
    ready = {each.name: each for each in open_acts(item, duty) if not each.unmet}
    may_direct = "direct" in ready
    on_the_form = ("direct", "inform") if may_direct else ()
    revision = newest_revision(item)
    return {
        "revision": revision,
        "text": text_of(revision) if revision else None,
        "told": [
            movement
            for movement in (newest_movement(item, "remark"), newest_movement(item, "send_back"))
            if movement is not None
        ],
        "may_direct": may_direct,
        "others": [each for act, each in ready.items() if act not in on_the_form],
    }
