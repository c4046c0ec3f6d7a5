"""A form that comes twice is taken once: by a second press, or from a browser that asked again.

Each showing of a page has a token of its own. The same fields and files under the same token are
one form, however often it comes, and one that is filled in anew is another. What came of a form is
remembered on this machine for as long as some fifty others: where several serve one house, its
balancer must keep an officer at one of them, else only the gate's own conditions hold.
"""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

_log = logging.getLogger(__name__)
_REMEMBERED = 50
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field, masked anew at each showing


class TakenOnce:
    """Middleware: answers a form that was taken already with what came of it.

    While it is being taken, the same officer's next form waits.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        session = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if request.method != "POST" or not session or request.path == reverse("language"):
            return self.get_response(request)
        if not request.POST.get(_TOKEN):
            return self.get_response(request)
        form = _mark_of(request, session)
        with _memory_of(session) as memory:
            if (place := _place_of(form, memory)) is not None:
                messages.info(request, _("This form came twice. It was taken once."))
                return HttpResponseRedirect(place)
            response = self.get_response(request)
            if response.status_code == HTTPStatus.FOUND:
                _keep(form, response.headers["Location"], memory)
        return response


def _mark_of(request: HttpRequest, session: str) -> str:
    """Return what tells a form from every other: its page, its token, its fields and its files."""
    mark = hashlib.sha256(f"{session} {request.get_full_path()}".encode())
    for name, values in sorted(request.POST.lists()):
        mark.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            mark.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                mark.update(chunk)
    return mark.hexdigest()


@contextmanager
def _memory_of(session: str) -> Iterator[TextIO | None]:
    """Hold the file in which an officer's forms are remembered; None: it cannot be opened.

    A few officers share one, so that there are never many.
    """
    try:
        memory = _opened(Path(settings.VAR) / "forms", hashlib.sha256(session.encode()).hexdigest())
    except OSError:
        _log.exception("Forms that come twice are not told apart.")
        yield None
        return
    with memory:
        fcntl.flock(memory, fcntl.LOCK_EX)  # ends with the file
        yield memory


def _opened(folder: Path, name: str) -> TextIO:
    folder.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
    return os.fdopen(os.open(folder / name[:2], flags, 0o600), "r+", encoding="utf-8")


def _place_of(form: str, memory: TextIO | None) -> str | None:
    """Return where a form led that was taken already; None: it was not."""
    lines = (line.split(" ", 1) for line in memory or ())
    return next((words[1].strip() for words in lines if words[0] == form), None)


def _keep(form: str, place: str, memory: TextIO | None) -> None:
    if memory is None:
        return
    try:
        memory.seek(0)
        lines = [*memory.read().splitlines()[1 - _REMEMBERED :], f"{form} {place}"]
        memory.seek(0)
        memory.truncate()
        memory.write("".join(f"{line}\n" for line in lines))
        memory.flush()
    except OSError:  # the act is done: its answer must not be lost
        _log.exception("A form that was taken is not remembered.")
