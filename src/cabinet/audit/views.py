"""The auditor's pages: the record in sentences, samples of it, the head of the log on paper.

To everybody else these pages do not exist.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import segno
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.audit.forms import RecordFilter, SampleForm
from cabinet.audit.queries import wanted_events
from cabinet.audit.samples import RISKS, movements_so_far, of_rows, random_sample
from cabinet.audit.sentences import Line, lines_of
from cabinet.desk.books import safe_cell
from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.log.sequencer import bring_in_all
from cabinet.ledger.reading import Wanted, events_in_order, newest_events
from clearance.ledger.checkpoint import read_checkpoint
from clearance.terms import Role

SHOWN = 50
_AT_ONCE = 500
View = Callable[..., HttpResponseBase]


def auditors_only(view: View) -> View:
    """Let the Internal Auditor in; to all others there is no such page."""

    @wraps(view)
    def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if Role.INTERNAL_AUDITOR not in request.duty.roles:
            raise Http404
        return view(request, *args, **kwargs)

    return login_required(require_safe(guarded))


@auditors_only
def record(request: OfficerRequest) -> HttpResponse:
    """Show the record, the newest event first, a page at a time."""
    form, asked = _asked(request)
    before = request.GET.get("before", "")
    events = newest_events(
        before=int(before) if before.isdecimal() and len(before) < 18 else None,
        most=SHOWN + 1,
        wanted=wanted_events(asked, request.duty),
        **_period(asked),
    )
    query = request.GET.copy()
    query.pop("before", None)
    facts = {
        "wanted": form,
        "lines": lines_of(events[:SHOWN], request.duty),
        "older": events[SHOWN - 1].seq if len(events) > SHOWN else None,
        "query": query.urlencode(),
    }
    return render(request, "audit/record.html", facts)


@auditors_only
def record_csv(request: OfficerRequest) -> StreamingHttpResponse:
    """Give the record that is asked for as a file, in the order of its happening."""
    _form, asked = _asked(request)
    wanted = wanted_events(asked, request.duty)
    rows = _rows(request, wanted, _period(asked))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="record.csv"'
    return answer


def _rows(request: OfficerRequest, wanted: Wanted | None, period: dict[str, str]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    head = (_("Event"), _("Moment"), _("What was done"), _("Reason"))
    yield "\ufeff" + writer.writerow(head)
    after = 0
    while events := events_in_order(after=after, most=_AT_ONCE, wanted=wanted, **period):
        for line in lines_of(events, request.duty):
            yield writer.writerow(
                (line.seq, line.at.isoformat(), safe_cell(line.sentence), safe_cell(line.reason))
            )
        after = events[-1].seq


class _Echo:
    """A file that hands back each line that is written into it."""

    def write(self, line: str) -> str:
        return line


@auditors_only
def samples(request: OfficerRequest) -> HttpResponse:
    """Show a sample: at random by a seed, or by a risk."""
    form = SampleForm(request.GET if "seed" in request.GET else None)
    risk = RISKS.get(request.GET.get("risk", ""))
    record_form, asked = _asked(request)
    lines: list[Line] | None = None
    of = 0
    if risk is not None:
        keys = risk.keys((asked.get("since"), asked.get("until")))
        lines = _told(of_rows(risk.table, keys), request)
    elif form.is_bound and form.is_valid():
        newest = movements_so_far()
        of = min(form.cleaned_data["of"] or newest, newest)
        keys = random_sample(form.cleaned_data["seed"], form.cleaned_data["count"], of)
        lines = _told(of_rows("registry_movement", keys), request)
    facts = {
        "form": form,
        "period": record_form,
        "risks": RISKS.values(),
        "risk": risk,
        "lines": lines,
        "of": of,
    }
    return render(request, "audit/samples.html", facts)


def _told(wanted: Wanted, request: OfficerRequest) -> list[Line]:
    return lines_of(newest_events(before=None, most=SHOWN * 8, wanted=wanted), request.duty)


@auditors_only
def head(request: OfficerRequest) -> HttpResponse:
    """Show the head of the log, to be printed, signed by hand and filed."""
    facts: dict[str, object] = {"at": timezone.now(), "wrong": ""}
    try:
        note = bring_in_all()
    except CannotSign as error:
        facts["wrong"] = str(error)
    else:
        picture = segno.make(str(note), error="m").svg_inline(scale=3, border=2)
        facts |= {
            "note": str(note),
            "checkpoint": read_checkpoint(note),
            "picture": mark_safe(picture),  # noqa: S308 - made here, of squares only
        }
    return render(request, "audit/head.html", facts)


def _asked(request: OfficerRequest) -> tuple[RecordFilter, dict[str, Any]]:
    form = RecordFilter(request.GET)
    form.full_clean()
    return form, form.cleaned_data


def _period(asked: dict[str, Any]) -> dict[str, str]:
    return {
        name: day.isoformat() if (day := asked.get(name)) else "" for name in ("since", "until")
    }
