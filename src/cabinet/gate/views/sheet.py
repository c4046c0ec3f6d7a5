"""The review sheet: the paper with its findings, and seven verdicts in the mandate's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.gate.actions.sheet import (
    Objected,
    Said,
    Word,
    answer_finding,
    give_verdict,
    raise_objection,
    read_again,
    set_stop_aside,
    take_up_review,
)
from cabinet.gate.forms.acts import ReturnForm
from cabinet.gate.forms.choices import whole_number
from cabinet.gate.forms.sheet import (
    AgainForm,
    AnswerForm,
    ObjectionForm,
    RemainingForm,
    SetAsideForm,
    SheetForm,
    VerdictForm,
)
from cabinet.gate.queries import OpenAct, open_acts
from cabinet.gate.views.act_page import movements_since, seen_moves, visible_item
from cabinet.gate.views.sheet_findings import findings_on, registers_changed
from cabinet.gate.views.sheet_lines import Line, Sheet, is_inner, may_read_sheet, sheets_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from clearance.authority import authority_for
from clearance.gate import Outdated, Refused
from clearance.terms import AddresseeLevel, Check, Kind, Outcome, Power, Role

Give = Callable[[Item, dict[str, Any], Duty], None]


@login_required
def review_sheet(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """Show the sheet, or record what an officer says on it."""
    item = visible_item(request.duty, pk)
    if not may_read_sheet(item, request.duty):
        raise Http404
    sheets = sheets_of(item)
    if not sheets:
        raise Http404
    if request.method != "POST":
        return _shown(request, item, sheets)
    if not is_inner(request.duty):
        raise Http404
    return _recorded(request, item, sheets)


def _recorded(request: OfficerRequest, item: Item, sheets: list[Sheet]) -> HttpResponseBase:
    wish = request.POST.get("wish", "verdict")
    kind, give = _WISHES.get(wish, _WISHES["verdict"])
    form = kind(request.POST)
    if not form.is_valid():
        return _shown(request, item, sheets, form)
    try:
        with one_act():
            if wish != "again":
                _take_up(request, item)
            give(item, form.cleaned_data, request.duty)
    except Refused as refused:
        return _shown(request, visible_item(request.duty, item.pk), sheets_of(item), form, refused)
    return redirect(f"{reverse('review_sheet', args=[item.pk])}#{_next_part(item, wish, form)}")


def _next_part(item: Item, wish: str, form: SheetForm) -> str:
    """Return the part of the page to go on with: the first check without a verdict.

    Who answered a finding stays with it: the next finding stands below.
    """
    if wish == "answer":
        return f"finding-{form.cleaned_data['finding_no']}"
    if wish == "again":
        return "text"
    remaining = sheets_of(item)[0].remaining
    return f"check-{int(remaining[0])}" if remaining else "decision"


def _take_up(request: OfficerRequest, item: Item) -> None:
    """Take the review up with the first word: it is not a click of its own."""
    if item.state == "submitted":
        seen = seen_moves(request)
        take_up_review(item=item, by=request.duty, at=timezone.now(), seen_moves=seen)


def _give(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    word = Word(facts["check"], facts["outcome"], facts["reason"], facts["kept_from_drafters"])
    _verdict(item, facts, word, duty)


def _give_remaining(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    for check in sheets_of(item)[0].remaining:
        _verdict(item, facts, Word(check, Outcome.PASS), duty)


def _verdict(item: Item, facts: dict[str, Any], word: Word, duty: Duty) -> None:
    give_verdict(item=item, revision_no=facts["revision_no"], word=word, by=duty, at=timezone.now())


def _set_aside(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    set_stop_aside(
        item=item,
        revision_no=facts["revision_no"],
        check=facts["check"],
        reason=facts["reason"],
        by=duty,
        at=timezone.now(),
    )


def _answer(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    said = Said(facts["revision_no"], facts["finding_no"], facts["outcome"], facts["reason"])
    answer_finding(item=item, said=said, by=duty, at=timezone.now())


def _object(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    objected = Objected(
        check=facts["check"],
        weight=facts["weight"],
        text=facts["text"],
        quoted=facts["quoted"],
        paragraph=facts["paragraph"],
        kept_from_drafters=facts["kept_from_drafters"],
    )
    raise_objection(
        item=item, revision_no=facts["revision_no"], objected=objected, by=duty, at=timezone.now()
    )


def _again(item: Item, facts: dict[str, Any], duty: Duty) -> None:
    read_again(item=item, revision_no=facts["revision_no"], by=duty, at=timezone.now())


_WISHES: dict[str, tuple[type[SheetForm], Give]] = {
    "verdict": (VerdictForm, _give),
    "remaining": (RemainingForm, _give_remaining),
    "set_aside": (SetAsideForm, _set_aside),
    "answer": (AnswerForm, _answer),
    "objection": (ObjectionForm, _object),
    "again": (AgainForm, _again),
}


def _shown(
    request: OfficerRequest,
    item: Item,
    sheets: list[Sheet],
    typed: SheetForm | None = None,
    refused: Refused | None = None,
) -> HttpResponse:
    duty = request.duty
    offered = {each.name: each for each in open_acts(item, duty)} if is_inner(duty) else {}
    facts = {
        "item": item,
        "sheet": sheets[0],
        "before": [each for each in sheets[1:] if len(each.remaining) < len(Check)],
        "inner": is_inner(duty),
        "judging": _judging(offered),
        "may_set_aside": item.state == "under_review" and _may_set_aside(item, duty),
        "clear": offered.get("clear"),
        "give_back": offered.get("return"),
        "return_form": ReturnForm(duty=duty, item=item, auto_id="id_return_%s"),
        "forms": {line.check: _forms(line, sheets[0], typed) for line in sheets[0].lines},
        "remaining_form": _bound(RemainingForm, typed, revision_no=sheets[0].revision.no),
        "objection_form": _bound(ObjectionForm, typed, revision_no=sheets[0].revision.no),
        "answer_form": typed if isinstance(typed, AnswerForm) else None,
        "read": findings_on(sheets[0].revision, inner=is_inner(duty)),
        "changed": _judging(offered) is not None and registers_changed(sheets[0].revision),
        "now_open": _now_open(sheets[0], typed),
        "refused": refused,
    } | _read(request, item, sheets[0], typed, refused)
    status = refused.status if refused else 422 if typed else 200
    return render(request, "gate/review_sheet.html", facts, status=status)


def _read(
    request: OfficerRequest,
    item: Item,
    sheet: Sheet,
    typed: SheetForm | None,
    refused: Refused | None,
) -> dict[str, object]:
    """Return what the page counts as read: all of it, unless it comes back with a fault."""
    if typed is not None and not isinstance(refused, Outdated):
        old = typed.data.get("revision_no", "")
        return {"seen_moves": seen_moves(request), "revision_no": old, "since": []}
    since = movements_since(item, seen_moves(request), request.duty) if typed else []
    return {"seen_moves": item.moves, "revision_no": sheet.revision.no, "since": since}


def _judging(offered: dict[str, OpenAct]) -> OpenAct | None:
    """Return the act by which the officer may give verdicts; None: there is none now."""
    return offered.get("take_up") or offered.get("clear")


def _may_set_aside(item: Item, duty: Duty) -> bool:
    found = authority_for(
        duty.authorities,
        roles=frozenset({Role.DIRECTOR_GENERAL}),
        power=Power.OVERRIDE,
        kind=Kind(item.kind),
        level=AddresseeLevel(item.level) if item.level else None,
        on=duty.on,
    )
    return found is not None


def _forms(line: Line, sheet: Sheet, typed: SheetForm | None) -> dict[str, SheetForm]:
    """Return the forms of one check, with what was typed if it was typed there."""
    about = {"revision_no": sheet.revision.no, "check": int(line.check)}
    here = typed if typed and typed.data.get("check") == str(int(line.check)) else None
    kept = line.check is Check.SENSITIVITY
    return {
        "verdict": _bound(VerdictForm, here, kept_from_drafters=kept, **about),
        "set_aside": _bound(SetAsideForm, here, **about),
    }


def _bound(kind: type[SheetForm], typed: SheetForm | None, **begun: object) -> SheetForm:
    """Return what was typed, or the form as it begins; ids differ, as many stand on one page."""
    if isinstance(typed, kind):
        return typed
    return kind(initial=begun, auto_id=f"id_{kind.__name__}_{begun.get('check', 0)}_%s")


def _now_open(sheet: Sheet, typed: SheetForm | None) -> int:
    """Return the check that stands open on the page: the one typed in, else the first without."""
    told = whole_number(typed.data.get("check", "")) if typed else None
    if told is not None:
        return told
    return int(sheet.remaining[0]) if sheet.remaining else 0
