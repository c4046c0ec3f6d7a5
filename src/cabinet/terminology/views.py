"""The register of terms: search, one entry with its editions, adding, changing, ending, deciding.

Whoever may not know of an entry is told that there is none.
"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.terminology.actions import (
    decide_edition,
    end_entry,
    propose_edition,
    wording_of_edition,
)
from cabinet.terminology.forms import ReasonForm, TermFilter, TermForm, begun_with
from cabinet.terminology.known_terms import example_of, fault_of, wordings_of
from cabinet.terminology.models import Edition
from cabinet.terminology.queries import (
    SHOWN,
    Asked,
    editions_found,
    history_of,
    may_decide,
    may_propose,
    open_proposals,
    reads_all,
)
from cabinet.ui.languages import language
from clearance.gate import Refused
from clearance.review.rules.sources import source_in
from clearance.terms import Language


@login_required
@require_safe
def terms(request: OfficerRequest) -> HttpResponse:
    """Search the register; the Cabinet also finds what is proposed and what ended."""
    inner = reads_all(request.duty)
    wanted = TermFilter(request.GET, inner=inner)
    wanted.full_clean()
    typed = wanted.cleaned_data
    asked = Asked(typed.get("q", ""), typed.get("level", ""), typed.get("standing") or "in_force")
    query = request.GET.copy()
    query.pop("page", None)
    facts = {
        "wanted": wanted,
        "standing": asked.standing if inner else "in_force",
        "page": Paginator(editions_found(asked, request.duty), SHOWN).get_page(
            request.GET.get("page")
        ),
        "query": query.urlencode(),
        "example": example_of,
        "inner": inner,
        "proposed": open_proposals().count() if inner else 0,
        "may_propose": may_propose(request.duty),
    }
    return render(request, "terminology/terms.html", facts)


@login_required
@require_safe
def term(request: OfficerRequest, code: str) -> HttpResponse:
    """Show one entry: what is in force, what is proposed, and how it came about."""
    return _entry(request, _history(request, code))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficerRequest) -> HttpResponse:
    """Propose a new entry; the Director-General's own is adopted at once."""
    if not may_propose(request.duty):
        raise PermissionDenied
    return _written(request, TermForm(request.POST or None), "", 0)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: OfficerRequest, code: str) -> HttpResponse:
    """Propose another wording of an entry, beginning with the newest one."""
    editions = _history(request, code)
    if not may_propose(request.duty):
        raise Http404
    if request.method == "POST":
        return _written(request, TermForm(request.POST), code, _seen(request))
    standing = _standing(editions) or editions[0]
    form = TermForm(initial=begun_with(wording_of_edition(standing)))
    return _written(request, form, code, editions[0].no)


def _written(request: OfficerRequest, form: TermForm, code: str, seen_no: int) -> HttpResponse:
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            made = propose_edition(
                code=code,
                told=form.wording(),
                seen_no=seen_no,
                by=request.duty,
                at=timezone.now(),
            )
        except Refused as error:
            refused = error
        else:
            _say(request)
            return redirect("term", made.code)
    facts = {
        "form": form,
        "code": code,
        "seen_no": seen_no,
        "refused": refused,
        "decides": may_decide(request.duty),
    }
    status = refused.status if refused else 422 if form.errors else 200
    return render(request, "terminology/term_form.html", facts, status=status)


@login_required
@require_POST
def end(request: OfficerRequest, code: str) -> HttpResponse:
    """Propose that an entry ends; nothing of it is deleted."""
    editions = _history(request, code)
    if not may_propose(request.duty):
        raise Http404
    form = ReasonForm(request.POST, auto_id="id_end_%s")
    if not form.is_valid():
        return _entry(request, editions, ending=form)
    reason = form.cleaned_data["reason"]
    try:
        end_entry(
            code=code, reason=reason, seen_no=_seen(request), by=request.duty, at=timezone.now()
        )
    except Refused as refused:
        return _entry(request, _history(request, code), ending=form, refused=refused)
    _say(request)
    return redirect("term", code)


@login_required
@require_POST
def decide(request: OfficerRequest, code: str, no: int) -> HttpResponse:
    """Adopt a proposed edition or decline it."""
    editions = _history(request, code)
    edition = next((each for each in editions if each.no == no), None)
    if edition is None or not may_decide(request.duty):
        raise Http404
    form = ReasonForm(request.POST, auto_id=f"id_decide_{no}_%s")
    if not form.is_valid():
        return _entry(request, editions, deciding=form, decided_no=no)
    adopted = request.POST.get("wish") == "adopt"
    reason = form.cleaned_data["reason"]
    try:
        decide_edition(
            edition=edition, adopted=adopted, reason=reason, by=request.duty, at=timezone.now()
        )
    except Refused as refused:
        again = _history(request, code)
        return _entry(request, again, deciding=form, decided_no=no, refused=refused)
    said = _("Adopted: the next review goes by it.") if adopted else _("Declined.")
    messages.success(request, said)
    return redirect("term", code)


def _history(request: OfficerRequest, code: str) -> list[Edition]:
    """Return the editions that the officer may read. :raises Http404: there are none."""
    editions = history_of(code, request.duty)
    if not editions:
        raise Http404
    return editions


def _standing(editions: list[Edition]) -> Edition | None:
    """Return the newest adopted edition; None: none was adopted yet."""
    return next((each for each in editions if _is_adopted(each)), None)


def _is_adopted(edition: Edition) -> bool:
    decision = getattr(edition, "decision", None)
    return edition.by_id is None or (decision is not None and decision.adopted)


def _waits(edition: Edition, standing: Edition | None) -> bool:
    decided = edition.by_id is None or hasattr(edition, "decision")
    return not decided and (standing is None or edition.no > standing.no)


def _seen(request: OfficerRequest) -> int:
    told = request.POST.get("seen_no", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else -1


def _cited(source: str) -> str:
    return source_in(source, Language(language()))


def _say(request: OfficerRequest) -> None:
    if may_decide(request.duty):
        messages.success(request, _("Recorded: the next review goes by it."))
    else:
        messages.success(request, _("Proposed: it waits for the Director-General."))


def _entry(
    request: OfficerRequest,
    editions: list[Edition],
    *,
    ending: forms.Form | None = None,
    deciding: forms.Form | None = None,
    decided_no: int = 0,
    refused: Refused | None = None,
) -> HttpResponse:
    standing = _standing(editions)
    waiting = [each for each in editions if _waits(each, standing)]
    facts = {
        "code": editions[0].code,
        "title": example_of(standing or editions[0]),
        "wordings": wordings_of,
        "cited": _cited,
        "standing": standing,
        "unusable": fault_of(standing) if standing and not standing.ended else "",
        "waiting": waiting,
        "deciding": {
            each.no: deciding
            if deciding is not None and each.no == decided_no
            else ReasonForm(auto_id=f"id_decide_{each.no}_%s")
            for each in waiting
        },
        "editions": editions,
        "newest": editions[0].no,
        "inner": reads_all(request.duty),
        "may_propose": may_propose(request.duty),
        "may_decide": may_decide(request.duty),
        "ending": ending or ReasonForm(auto_id="id_end_%s"),
        "refused": refused,
    }
    failed = any(each is not None and each.errors for each in (ending, deciding))
    status = refused.status if refused else 422 if failed else 200
    return render(request, "terminology/term.html", facts, status=status)
