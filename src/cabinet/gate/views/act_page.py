"""One page for every act on a paper: what it does, what it lacks, its form; then it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Post
from cabinet.gate.forms.acts import ActForm
from cabinet.gate.forms.choices import offered_correspondents, whole_number
from cabinet.gate.queries import (
    OpenAct,
    Standing,
    open_act,
    shown_state,
    standing_of,
    told_to,
    why_closed,
)
from cabinet.gate.views.acts import ACTS, Doing, Entry, OwnPage
from cabinet.registry.models import Item, Movement
from cabinet.registry.paper_text import text_of
from cabinet.registry.queries import known_item, shown_movements, visible_items
from cabinet.ui.words import word
from clearance.gate import Outdated, Refused
from clearance.terms import Flow
from clearance.terms.posts import CABINET


def visible_item(duty: Duty, pk: int) -> Item:
    """Return a paper that the officer may know of. :raises Http404: for any other."""
    found = known_item(pk, duty)
    if found is None:
        raise Http404
    return found


def seen_moves(request: OfficerRequest) -> int:
    """Return how many movements the officer's page showed; -1, so outdated, where it says none."""
    told = whole_number(request.POST.get("seen_moves", ""))
    return -1 if told is None else told


@dataclass
class ActPage:
    """One showing of the page."""

    item: Item
    act: str
    entry: Entry
    form: ActForm
    seen: int
    next: str = ""
    refused: Refused | None = None
    since: list[Movement] = field(default_factory=list)

    def facts(self, duty: Duty) -> dict[str, Any]:
        """Return what the template shows."""
        offered = open_act(self.act, self.item, duty)
        standing = _standing(self.entry, self.item, offered)
        refused = self.refused
        if refused is None and offered is None:
            refused = why_closed(self.act, self.item, duty)
        return {
            "item": self.item,
            "state": shown_state(self.item.state, duty),
            "act": self.act,
            "form": self.form,
            "seen_moves": self.seen,
            "next": self.next,
            "open_act": offered,
            "refused": told_to(duty, refused) if refused else None,
            "lacking": () if self.refused or offered is None else offered.unmet,
            "since": self.since,
            "panel": self.entry.panel,
            "standing": standing,
            "text": text_of(standing.revision) if standing and standing.revision else None,
            "acting_post": Post.objects.get(pk=offered.authority.post) if offered else None,
            "correspondents": _correspondents(self.form),
        }

    @property
    def status(self) -> int:
        """The status of a page that is shown again."""
        if self.refused is not None:
            return self.refused.status
        return 422 if self.form.is_bound else 200


def _standing(entry: Entry, item: Item, offered: OpenAct | None) -> Standing | None:
    return standing_of(item) if entry.panel and offered is not None else None


def _correspondents(form: ActForm) -> list[str]:
    typed = {"sender", "addressee"} & set(form.fields)
    return offered_correspondents() if typed else []


@login_required
def act(request: OfficerRequest, pk: int, act: str) -> HttpResponseBase:
    """Show the page of an act of the gate, or do the act."""
    return answer(request, pk, act, ACTS)


def answer(
    request: OfficerRequest,
    pk: int,
    act: str,
    acts: Mapping[Flow, Mapping[str, Entry | OwnPage]],
) -> HttpResponseBase:
    """Show the page of one of these acts, or do it. A paper out of sight is not found."""
    item = visible_item(request.duty, pk)
    entry = acts[Flow(item.flow)].get(act)
    if entry is None:
        raise Http404
    if isinstance(entry, OwnPage):
        return redirect(entry.view)
    if request.method == "POST":
        return _done(request, item, act, entry)
    form = entry.form(duty=request.duty, item=item)
    page = ActPage(item, act, entry, form, item.moves, request.GET.get("next", ""))
    return _shown(request, page)


def _done(request: OfficerRequest, item: Item, act: str, entry: Entry) -> HttpResponseBase:
    form = entry.form(request.POST, request.FILES, duty=request.duty, item=item)
    page = ActPage(item, act, entry, form, seen_moves(request), request.POST.get("next", ""))
    if not form.is_valid():
        return _shown(request, page)
    doing = Doing(item, form.cleaned_data, request.duty, timezone.now(), page.seen)
    try:
        entry.do(doing)
    except Refused as refused:
        return _shown(request, refused_page(page, refused, request.duty))
    messages.success(request, _("Recorded: %(movement)s.") % {"movement": word(act, "movement")})
    return redirect(_after(request.duty, item, page.next))


def refused_page(page: ActPage, refused: Refused, duty: Duty) -> ActPage:
    """Return the page as it is shown after a refusal, with what was done since it was made.

    An outdated page counts from now on, since the officer is told what changed.
    """
    page.refused = refused
    page.item = visible_item(duty, page.item.pk)
    if isinstance(refused, Outdated):
        page.since = movements_since(page.item, page.seen, duty)
        page.seen = page.item.moves
    return page


def movements_since(item: Item, seen: int, duty: Duty) -> list[Movement]:
    """Return the movements after a page was made, as far as the officer may see them."""
    return [each for each in shown_movements(item, duty) if each.no > seen] if seen >= 0 else []


def _shown(request: OfficerRequest, page: ActPage) -> HttpResponse:
    facts = page.facts(request.duty)
    status = page.status
    if page.refused is None and facts["refused"] is not None:
        status = facts["refused"].status
    return render(request, "gate/act.html", facts, status=status)


def _after(duty: Duty, item: Item, then: str) -> str:
    """Return where an officer goes after an act: the next step, the paper or the desk."""
    if then == "in_tray":
        return reverse("in_tray")
    if item.state == "under_review" and duty.roles & CABINET:
        return reverse("review_sheet", args=[item.pk])
    if item.flow == Flow.OUTGOING and item.state == "issued":
        return reverse("act", args=[item.pk, "dispatch"])  # the same officer, the same envelope
    return page_of(duty, item)


def page_of(duty: Duty, item: Item) -> str:
    """Return the address of a paper's page, or of the desk where the paper left the officer."""
    if visible_items(duty).filter(pk=item.pk).exists():
        return reverse("item", args=[item.pk])
    return reverse("desk")
