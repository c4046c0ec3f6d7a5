"""The auditor's pages: the record in sentences, samples of it, the head of the log on paper.

To everybody else these pages do not exist.
"""

from __future__ import annotations

import csv
import secrets
from collections.abc import Iterator
from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cabinet.accounts.middleware import OfficerRequest
from cabinet.audit.actions import draw_sample
from cabinet.audit.door import auditors_only, for_auditors
from cabinet.audit.forms import RecordFilter, SampleForm
from cabinet.audit.models import Sample
from cabinet.audit.queries import READINGS, paper_named, wanted_events
from cabinet.audit.samples import MOST, RISKS, movements_so_far, of_rows, random_sample
from cabinet.audit.sentences import Line, lines_of
from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.log.sequencer import bring_in_all
from cabinet.ledger.log.witnessed import witnessed
from cabinet.ledger.reading import Wanted, events_in_order, newest_events
from cabinet.ui.spreadsheet import safe_cell
from clearance.ledger.checkpoint import read_checkpoint

SHOWN = 50
_AT_ONCE = 500
_EARLIER = 10


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
        without=_without(asked),
    )
    paper = asked.get("paper")
    query = request.GET.copy()
    query.pop("before", None)
    facts = {
        "wanted": form,
        "lines": lines_of(events[:SHOWN], request.duty),
        "older": events[SHOWN - 1].seq if len(events) > SHOWN else None,
        "query": query.urlencode(),
        "paper": paper_named(paper.strip(), request.duty) if paper else None,
    }
    return render(request, "audit/record.html", facts)


@auditors_only
def record_csv(request: OfficerRequest) -> StreamingHttpResponse:
    """Give the record that is asked for as a file, in the order of its happening."""
    _form, asked = _asked(request)
    wanted = wanted_events(asked, request.duty)
    rows = _rows(request, wanted, _period(asked) | {"without": _without(asked)})
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="record.csv"'
    return answer


def _rows(request: OfficerRequest, wanted: Wanted | None, asked: dict[str, str]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    head = (_("Event"), _("Moment"), _("What was done"), _("Reason"))
    yield "\ufeff" + writer.writerow(head)
    after = 0
    while events := events_in_order(after=after, most=_AT_ONCE, wanted=wanted, **asked):
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
    """Show a sample: one that was drawn at random, or by a risk; and those drawn before."""
    risk = RISKS.get(request.GET.get("risk", ""))
    record_form, asked = _asked(request)
    drawn = _drawn(request)
    lines: list[Line] | None = None
    if risk is not None:
        keys = risk.keys((asked.get("since"), asked.get("until")))
        lines = _told(of_rows(risk.table, keys), request)
    elif drawn is not None:
        keys = random_sample(drawn.seed, drawn.count, drawn.of)
        lines = _told(of_rows("registry_movement", keys), request)
    facts = {
        "form": SampleForm(),
        "period": record_form,
        "risks": RISKS.values(),
        "risk": risk,
        "drawn": drawn,
        "lines": lines,
        "earlier": Sample.objects.select_related("by").order_by("-pk")[:_EARLIER],
    }
    return render(request, "audit/samples.html", facts)


@for_auditors
@require_POST
def draw(request: OfficerRequest) -> HttpResponse:
    """Draw a random sample; its seed is recorded before it is shown."""
    form = SampleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say how many acts: from 1 to %(most)s.") % {"most": MOST})
        return redirect("audit_samples")
    made = draw_sample(
        seed=form.cleaned_data["seed"] or secrets.token_hex(8),
        count=form.cleaned_data["count"],
        of=movements_so_far(),
        by=request.duty,
        at=timezone.now(),
    )
    return redirect(f"{reverse('audit_samples')}?drawn={made.pk}")


def _drawn(request: OfficerRequest) -> Sample | None:
    key = request.GET.get("drawn", "")
    found = Sample.objects.select_related("by")
    return found.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None


def _told(wanted: Wanted, request: OfficerRequest) -> list[Line]:
    return lines_of(newest_events(before=None, most=SHOWN * 8, wanted=wanted), request.duty)


@auditors_only
def head(request: OfficerRequest) -> HttpResponse:
    """Show the head of the log, to be printed, signed by hand and filed."""
    facts: dict[str, object] = {
        "at": timezone.now(),
        "wrong": "",
        "witnesses": len(settings.WITNESSES),
    }
    try:
        note = bring_in_all()
        facts["witnessed"] = witnessed()
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


def _without(asked: dict[str, Any]) -> str:
    return "" if asked.get("readings") else READINGS


def _period(asked: dict[str, Any]) -> dict[str, str]:
    return {
        name: day.isoformat() if (day := asked.get(name)) else "" for name in ("since", "until")
    }
