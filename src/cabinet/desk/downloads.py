"""The files of the papers as they leave the store, for whoever may read the paper."""

from __future__ import annotations

import logging
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.desk.queries import shown_revisions, shown_steps
from cabinet.dispatch.queries import proofs_of
from cabinet.gate.views.act_page import visible_item
from cabinet.registry.models import Item, Revision
from cabinet.registry.store import path_of

_log = logging.getLogger(__name__)
_SHOWN_IN_PLACE = frozenset({"application/pdf"})
# A browser runs what these may hold; they leave as plain bytes.
_ACTIVE = frozenset({"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml"})


@login_required
@require_safe
def paper(request: OfficerRequest, pk: int, no: int) -> HttpResponseBase:
    """Give the file of one revision; ``?show`` shows a PDF in the browser's own window."""
    revision = _revision(request, pk, no)
    return _file(request, revision.sha256, revision.file_name, revision.media_type)


@login_required
@require_safe
def enclosure(request: OfficerRequest, pk: int, no: int, enclosure: int) -> HttpResponseBase:
    """Give the file of one enclosure of a revision, by its number."""
    found = get_object_or_404(_revision(request, pk, no).enclosures, no=enclosure)
    return _file(request, found.sha256, found.name, found.media_type)


@login_required
@require_safe
def proof(request: OfficerRequest, pk: int, move_no: int) -> HttpResponseBase:
    """Give the paper that proves a dispatch or a delivery."""
    item = _item(request, pk)
    if all(each.no != move_no for each in shown_steps(item, request.duty)):
        raise Http404
    found = proofs_of(item).get(move_no)
    if found is None:
        raise Http404
    return _file(request, found.proof_sha256, found.proof_name, found.proof_media_type)


def _item(request: OfficerRequest, pk: int) -> Item:
    return visible_item(request.duty, pk)


def _revision(request: OfficerRequest, pk: int, no: int) -> Revision:
    for revision in shown_revisions(_item(request, pk), request.duty):
        if revision.no == no:
            return revision
    raise Http404


def _file(request: HttpRequest, sha256: str, name: str, media_type: str) -> HttpResponseBase:
    try:
        file = path_of(sha256).open("rb")
    except (OSError, ValueError):
        _log.exception("The store has no readable file %s.", sha256)
        return _gone(request, sha256, name)
    in_place = "show" in request.GET and media_type in _SHOWN_IN_PLACE
    response = FileResponse(
        file,
        content_type="application/octet-stream" if media_type in _ACTIVE else media_type,
    )
    response["Content-Disposition"] = disposition(name, in_place=in_place)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def disposition(name: str, *, in_place: bool = False) -> str:
    """Return the header that names a file, in ASCII for old programs and in UTF-8 for the rest.

    Source: RFC 6266, RFC 8187.
    """
    plain = "".join(each if each.isascii() and each.isprintable() else "_" for each in name)
    plain = plain.replace("\\", "_").replace('"', "_")
    kind = "inline" if in_place else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _gone(request: HttpRequest, sha256: str, name: str) -> HttpResponse:
    context = {"file_name": name, "sha256": sha256}
    return render(request, "desk/file_missing.html", context, status=410)
