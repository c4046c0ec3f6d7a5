"""The choice of language, for this browser and for the officer who is signed in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Set the language of the pages and go back to where the officer was."""
    chosen = request.POST.get("language", "")
    officer = request.user
    if chosen in dict(settings.LANGUAGES) and officer.is_authenticated:
        _remember(officer, chosen)
    return set_language(request)


def _remember(officer: object, chosen: str) -> None:
    """Keep the choice with the officer, so that the next browser opens in the same language."""
    if getattr(officer, "language", chosen) != chosen:
        officer.language = chosen  # type: ignore[attr-defined]  # the accounts desk stands above
        officer.save(update_fields=["language"])  # type: ignore[attr-defined]
