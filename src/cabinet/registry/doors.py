"""Which door an officer reads by: the Cabinet's posts by the Cabinet's, all others by their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from django.conf import settings
from django.core.signals import request_started
from django.http import HttpRequest, HttpResponse

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.ledger.doors.reader import Reader, Right, enter
from cabinet.registry.queries import HOUSE_READERS, ceiling
from clearance.authority import Authority
from clearance.terms import Role
from clearance.terms.posts import ANSWERING


def reader_of(duty: Duty) -> Reader | None:
    """Return how far an officer reads by the departments' door; None: he reads by the Cabinet's.

    Who holds a post through whose hands the whole register passes, or uses a power of such a post,
    works for the Cabinet.
    """
    if any(each.role in HOUSE_READERS for each in duty.authorities):
        return None
    own = [each for each in duty.authorities if each.power is None]
    return Reader(
        officer=duty.officer.pk,
        on=duty.on.isoformat(),
        units=tuple(sorted({each.unit for each in own if each.kind is None})),
        heads=tuple(sorted(duty.units_as(*ANSWERING))),
        own=tuple(sorted({each.unit for each in own})),
        seen=tuple(sorted({key for each in own for key in _seen(each)})),
        rights=tuple(_right(each) for each in duty.authorities if _needs_telling(each)),
    )


def _seen(authority: Authority) -> list[int]:
    if authority.kind is not None or authority.level is not None:
        return []
    return [authority.unit * 10 + level for level in range(1, _ceiling(authority) + 1)]


def _ceiling(authority: Authority) -> int:
    """Return the highest level that the authority reads; who runs the system reads nothing."""
    return 0 if authority.role is Role.SYSTEM_ADMINISTRATOR else ceiling(authority.role)


def _needs_telling(authority: Authority) -> bool:
    """Tell whether a right is more, or less, than to read the papers of its unit."""
    limited = authority.power or authority.kind or authority.level
    return bool(limited) or authority.role is Role.ASSISTANT_SECRETARY_GENERAL


def _right(authority: Authority) -> Right:
    return Right(
        unit=authority.unit,
        role=authority.role.value,
        power=authority.power.value if authority.power else "",
        kind=authority.kind.value if authority.kind else "",
        level=authority.level.value if authority.level else "",
        ceiling=_ceiling(authority),
    )


class ByTheRightDoor:
    """Middleware: lets what an officer asks for be read by his door.

    An answer that is still read while it goes out keeps the door open until it has gone. Each
    request begins at the Cabinet's door, where sessions and officers are known. What is not there
    for the officer is told after a time that is always the same: a hidden paper takes the database
    a fifth of a millisecond longer than one that does not exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        request_started.connect(_leave, dispatch_uid="doors-leave")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request by the officer's door."""
        until = time.perf_counter() + settings.NOT_FOUND_MILLISECONDS / 1000
        if request.user.is_authenticated:
            duty = cast(OfficerRequest, request).duty
            enter(_once(lambda: reader_of(duty)))
        streams = False
        try:
            response = self.get_response(request)
            streams = response.streaming
        finally:
            if not streams:
                enter(None)
        if streams:
            gone = response._resource_closers  # type: ignore[attr-defined]  # not in the stubs
            gone.append(lambda: enter(None))
        left = until - time.perf_counter()
        if response.status_code == HTTPStatus.NOT_FOUND and left > 0:
            time.sleep(left)
        return response


def _leave(**_kwargs: object) -> None:
    enter(None)


def _once(who: Callable[[], Reader | None]) -> Callable[[], Reader | None]:
    """Return what finds out who reads when it is first asked, and remembers it."""
    found: list[Reader | None] = []

    def asked() -> Reader | None:
        if not found:
            found.append(who())
        return found[0]

    return asked
