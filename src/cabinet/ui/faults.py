"""What an officer is told when the machine fails: the database is away, the store is full.

These pages ask no database and no session: what failed may be just that.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

_FULL = {errno.ENOSPC, errno.EDQUOT}
_SQLITE_FULL, _POSTGRESQL_FULL = 13, "53100"
_SECONDS_TO_COME_BACK = "10"


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell in the reader's language what failed, as far as it is known; log the rest."""
    error = sys.exc_info()[1]
    if is_full(error):
        return HttpResponse(loader.get_template("507.html").render(), status=507)
    if isinstance(error, OperationalError | InterfaceError):
        answer = HttpResponse(loader.get_template("503.html").render(), status=503)
        answer.headers["Retry-After"] = _SECONDS_TO_COME_BACK
        return answer
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def is_full(error: BaseException | None) -> bool:
    """Tell whether an error, or what it came from, is that the disk has no room left."""
    return any(
        (isinstance(each, OSError) and each.errno in _FULL)
        or getattr(each, "sqlite_errorcode", None) == _SQLITE_FULL
        or getattr(each, "sqlstate", None) == _POSTGRESQL_FULL
        for each in _chain(error)
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
