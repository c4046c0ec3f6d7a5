"""Who opened which paper when: written down by the house itself, whatever page shows the paper.

A paper kept confidential or closer is shown only once the reading is written; of all others it is
written as soon as the page has left, so that nobody waits for it. An officer who comes back to the
same part of a paper within a quarter of an hour reads it once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from cabinet.audit.actions import note_viewing
from cabinet.audit.models import Viewing
from clearance.terms import Confidentiality

_log = logging.getLogger(__name__)
_ONCE_WITHIN = timedelta(minutes=15)  # our guess
_ASKED = """
    SELECT i.confidentiality, EXISTS (SELECT 1 FROM audit_viewing AS v WHERE v.item_id = i.id
        AND v.officer_id = %s AND v.what = %s AND v.part = %s AND v.at > %s)
    FROM registry_item AS i WHERE i.id = %s
"""


class Opened(NamedTuple):
    """What an address opens, and which parts of it name the file that is read."""

    what: Viewing.What
    parts: tuple[str, ...] = ()


_ITEM = "items/<int:pk>/"
_REVISION = f"{_ITEM}revisions/<int:no>/"
# Every address that shows a paper, as it is routed. A test compares it with those of the project.
OPENED = {
    _ITEM: Opened(Viewing.What.PAGE),
    f"{_REVISION}paper/": Opened(Viewing.What.TEXT, ("no",)),
    f"{_REVISION}enclosures/<int:enclosure>/": Opened(Viewing.What.ENCLOSURE, ("no", "enclosure")),
    f"{_ITEM}proofs/<int:move_no>/": Opened(Viewing.What.PROOF, ("move_no",)),
    f"{_ITEM}review/": Opened(Viewing.What.REVIEW),
    f"{_ITEM}reading/": Opened(Viewing.What.TEXT),
    f"{_ITEM}acts/<slug:act>/": Opened(Viewing.What.ACT),
    f"{_ITEM}acts/dispatch/": Opened(Viewing.What.ACT),
    f"{_ITEM}acts/deliver/": Opened(Viewing.What.ACT),
    f"{_ITEM}acts/fail/": Opened(Viewing.What.ACT),
    "in-tray/": Opened(Viewing.What.TRAY),
    "audit/cases/<int:pk>/": Opened(Viewing.What.PAGE),
    "audit/cases/<int:pk>.zip": Opened(Viewing.What.CASE),
}


class ReadingLog:
    """Middleware: writes down each reading."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request; what it opened is written down."""
        response = self.get_response(request)
        match = request.resolver_match
        opened = OPENED.get(match.route) if match else None
        if match is None or opened is None or not _shows_a_paper(request, response):
            return response
        item: int | None = getattr(request, "opened_item", None) or match.kwargs.get("pk")
        if item is not None:
            part = "/".join(str(match.kwargs[name]) for name in opened.parts)
            self._note(request, response, opened.what, item, part)
        return response

    def _note(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        what: Viewing.What,
        item: int,
        part: str,
    ) -> None:
        officer, now = request.user.pk or 0, timezone.now()
        level = _not_yet_noted(officer, item, what, part, now)
        if level is None:
            return
        note = partial(
            note_viewing, officer=officer, item=item, what=what, part=part,
            confidentiality=level, at=now,
        )  # fmt: skip
        if level >= Confidentiality.CONFIDENTIAL:
            note()
        else:
            response._resource_closers.append(partial(_afterwards, note))  # type: ignore[attr-defined]  # called once the answer has left


def _shows_a_paper(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether an answer shows what was asked for: a form with errors shows the paper too."""
    return request.user.is_authenticated and response.status_code in (200, 206, 409, 422)


def _not_yet_noted(
    officer: int, item: int, what: Viewing.What, part: str, now: datetime
) -> int | None:
    """Return the paper's level of confidentiality; None: this reading is written down already."""
    since: Any = now - _ONCE_WITHIN
    if connection.vendor == "sqlite":
        since = connection.ops.adapt_datetimefield_value(since)
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, [officer, what.value, part, since, item])
        row = cursor.fetchone()
    return None if row is None or row[1] else int(row[0])


def _afterwards(note: Callable[[], None]) -> None:
    """Write a reading down when the page has left; the page cannot be called back any more."""
    try:
        note()
    except Exception:
        _log.exception("A reading was not written down.")
