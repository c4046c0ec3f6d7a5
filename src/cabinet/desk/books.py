"""The register books: incoming, outgoing, memoranda; on a page, and as a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.desk.forms import BookFilter, states_of
from cabinet.desk.parts import book_columns, book_rows, options
from cabinet.desk.queries import (
    Row,
    is_inner,
    reads_no_paper,
    row_of,
    row_values,
    states_behind,
    unit_names,
)
from cabinet.desk.registers import BookPage, book_items, book_page
from cabinet.ui.spreadsheet import csv_file
from cabinet.ui.words import STATE, URGENCY, word
from clearance.terms import Flow

_FILTERS = ("q", "state", "urgency", "unit", "since", "until")


@login_required
@require_safe
def book(request: OfficerRequest, flow: str) -> HttpResponse:
    """Show one page of a register book, the newest paper first."""
    chosen = _flow(request, flow)
    units = unit_names()
    page, errors = _page(request, chosen, units)
    columns = book_columns(chosen)
    context = {
        "flow": chosen.value,
        "page": page,
        "errors": errors,
        "typed": {name: request.GET.get(name, "") for name in _FILTERS},
        "choices": {
            "state": options(_states(request, chosen), request.GET.get("state", "")),
            "urgency": options(URGENCY, request.GET.get("urgency", "")),
            "unit": options(units, request.GET.get("unit", "")),
        },
        "columns": columns,
        "rows": book_rows(page.rows, columns) if page else "",
        "query": _query(request),
        "is_filtered": any(request.GET.get(name) for name in _FILTERS),
    }
    return render(request, "desk/book.html", context)


@login_required
@require_safe
def book_csv(request: OfficerRequest, flow: str) -> HttpResponseBase:
    """Give the filtered book as a file; a filter that cannot be read leads back to its page."""
    chosen = _flow(request, flow)
    units = unit_names()
    wanted = _filter(request, chosen, units)
    if not wanted.is_valid():
        return redirect(f"{request.path.removesuffix('.csv')}/?{request.GET.urlencode()}")
    items = book_items(chosen, wanted.cleaned_data, request.duty).order_by("-id")
    inner = is_inner(request.duty)
    found = row_values(items).iterator(chunk_size=2000)
    rows = (row_of(each, units, inner=inner) for each in found)
    today = timezone.localdate().isoformat()
    return csv_file(_lines(_columns(), rows), f"{chosen.value}-{today}.csv")


def _flow(request: OfficerRequest, flow: str) -> Flow:
    if flow not in [each.value for each in Flow] or reads_no_paper(request.duty):
        raise Http404
    return Flow(flow)


def _states(request: OfficerRequest, flow: Flow) -> dict[str, str]:
    """Return the states that the officer may ask for, with their words."""
    asked = (state for state in states_of(flow) if states_behind(state, request.duty))
    return {state: word(state, "state") for state in asked}


def _filter(request: OfficerRequest, flow: Flow, units: dict[int, str]) -> BookFilter:
    return BookFilter(request.GET, states=list(_states(request, flow)), units=units)


def _page(
    request: OfficerRequest, flow: Flow, units: dict[int, str]
) -> tuple[BookPage | None, Mapping[str, Iterable[object]]]:
    """Return the page asked for, or None and what is wrong with the filter."""
    if not request.GET:  # most often: the form alone would cost as much as the rows
        return book_page(flow, {}, units, request.duty), {}
    wanted = _filter(request, flow, units)
    if not wanted.is_valid():
        return None, wanted.errors
    return book_page(flow, wanted.cleaned_data, units, request.duty), {}


def _query(request: OfficerRequest) -> str:
    """Return the filters in use, as the end of an address."""
    used = {name: request.GET[name] for name in _FILTERS if request.GET.get(name)}
    return urlencode(used)


def _columns() -> list[str]:
    return [
        _("Number"), _("Kind"), _("Subject"), _("From"), _("To"), _("Sender’s reference"),
        _("State"), _("Urgency"), _("Unit for action"), _("Deadline"), _("Entered on"),
    ]  # fmt: skip


def _lines(columns: list[str], rows: Iterator[Row]) -> Iterator[Sequence[str]]:
    """Give the lines of the file, each as it is read; words are looked up once."""
    states = {state: str(said) for state, said in STATE.items()}
    urgencies = {int(level): str(said) for level, said in URGENCY.items()}
    kinds: dict[str, str] = {}
    yield columns
    for row in rows:
        kind = kinds.get(row.kind) or kinds.setdefault(row.kind, word(row.kind, "kind"))
        yield (
            row.number, kind, row.subject, row.sender, row.receiver, row.reference,
            states[row.state], urgencies[row.urgency], row.action_unit,
            row.due_on.isoformat() if row.due_on else "",
            timezone.localtime(row.opened_at).date().isoformat(),
        )  # fmt: skip
