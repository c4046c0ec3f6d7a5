"""Every address of the project, found in its own URLconf, with examples of what to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLResolver, get_resolver, reverse

from cabinet.audit.samples import RISKS
from cabinet.directory.models import Correspondent
from cabinet.terminology.models import Edition
from clearance.gate import TABLES
from tests.journeys.scene import Scene

_ACTS = sorted({each.name for table in TABLES.values() for each in table.transitions})

# Addresses of one paper: the route, and what it is asked with besides the paper's key.
OF_A_PAPER: dict[str, list[str]] = {
    "items/<int:pk>/": ["/items/{pk}/"],
    "items/<int:pk>/revisions/<int:no>/paper/": [
        f"/items/{{pk}}/revisions/{no}/paper/" for no in (1, 2)
    ],
    "items/<int:pk>/revisions/<int:no>/enclosures/<int:enclosure>/": [
        "/items/{pk}/revisions/1/enclosures/1/"
    ],
    "items/<int:pk>/proofs/<int:move_no>/": [f"/items/{{pk}}/proofs/{no}/" for no in (7, 8)],
    "items/<int:pk>/review/": ["/items/{pk}/review/"],
    "audit/cases/<int:pk>/": ["/audit/cases/{pk}/"],
    "audit/cases/<int:pk>.zip": ["/audit/cases/{pk}.zip?shows=on&papers=on"],
    "items/<int:pk>/reading/": ["/items/{pk}/reading/"],
    "items/<int:pk>/acts/<slug:act>/": [f"/items/{{pk}}/acts/{act}/" for act in [*_ACTS, "none"]],
    "items/<int:pk>/acts/dispatch/": ["/items/{pk}/acts/dispatch/"],
    "items/<int:pk>/acts/deliver/": ["/items/{pk}/acts/deliver/"],
    "items/<int:pk>/acts/fail/": ["/items/{pk}/acts/fail/"],
}
_QUERIES = {
    "incoming": ("", "?q=x~", "?state=verified", "?since=x"),
    "outgoing": ("", "?q=Matter", "?urgency=1"),
    "memorandum": ("", "?state=issued", "?after=0"),
    "none": ("",),
}


def _books(address: str) -> list[str]:
    return [address.format(flow=flow) + query for flow, told in _QUERIES.items() for query in told]


# Addresses of the house: the route, and how it is asked.
OF_THE_HOUSE: dict[str, Callable[[Scene], list[str]]] = {
    "": lambda scene: ["/"],
    "books/<slug:flow>/": lambda scene: _books("/books/{flow}/"),
    "books/<slug:flow>.csv": lambda scene: _books("/books/{flow}.csv"),
    "in-tray/": lambda scene: ["/in-tray/", *_about(scene, "/in-tray/?item=")],
    "register/": lambda scene: ["/register/"],
    "draft/letter/": lambda scene: ["/draft/letter/", *_about(scene, "/draft/letter/?answers=")],
    "draft/memorandum/": lambda scene: [
        "/draft/memorandum/",
        *_about(scene, "/draft/memorandum/?answers="),
    ],
    "errands/": lambda scene: ["/errands/"],
    "errands/<slug:key>/again/": lambda scene: ["/errands/nothing/again/"],
    "staff/": lambda scene: ["/staff/"],
    "staff/delegate/": lambda scene: ["/staff/delegate/"],
    "staff/delegations/<int:pk>/revoke/": lambda scene: ["/staff/delegations/1/revoke/"],
    "staff/appoint/": lambda scene: ["/staff/appoint/"],
    "staff/officers/new/": lambda scene: ["/staff/officers/new/"],
    "staff/posts/new/": lambda scene: ["/staff/posts/new/"],
    "staff/holdings/<int:pk>/relieve/": lambda scene: ["/staff/holdings/1/relieve/"],
    "directory/": lambda scene: ["/directory/", "/directory/?q=a", "/directory/?country=x"],
    "directory/enter/": lambda scene: ["/directory/enter/"],
    "directory/suggest/": lambda scene: ["/directory/suggest/", "/directory/suggest/?q=a"],
    "directory/signatories/": lambda scene: ["/directory/signatories/"],
    "series/": lambda scene: ["/series/"],
    "directory/<int:pk>/": lambda scene: [
        reverse("directory_entry", args=[Correspondent.objects.order_by("id")[0].pk])
    ],
    "directory/<int:pk>/holders/enter/": lambda scene: [
        reverse("incumbent_enter", args=[Correspondent.objects.order_by("id")[0].pk])
    ],
    "directory/<int:pk>/holders/<int:no>/": lambda scene: ["/directory/1/holders/1/"],
    "rules/": lambda scene: ["/rules/", "/rules/?since=2020-01-01&until=x"],
    "rules/<slug:table>.csv": lambda scene: [
        f"/rules/{table}.csv" for table in ("rules", "checks", "units", "overrides", "none")
    ],
    "rules/<slug:code>/": lambda scene: ["/rules/FIG001/", "/rules/NONE/"],
    "terms/": lambda scene: ["/terms/", "/terms/?q=x&level=stop&standing=proposed"],
    "terms/add/": lambda scene: ["/terms/add/"],
    "terms/<slug:code>/": lambda scene: _terms("/terms/{code}/"),
    "terms/<slug:code>/change/": lambda scene: _terms("/terms/{code}/change/"),
    "terms/<slug:code>/end/": lambda scene: _terms("/terms/{code}/end/"),
    "terms/<slug:code>/editions/<int:no>/decide/": lambda scene: _terms(
        "/terms/{code}/editions/1/decide/"
    ),
    "audit/record/": lambda scene: [
        "/audit/record/",
        *_about(scene, "/audit/record/?paper="),
        "/audit/record/?act=direct&before=100000",
    ],
    "audit/record.csv": lambda scene: ["/audit/record.csv"],
    "audit/samples/": lambda scene: [
        "/audit/samples/?drawn=1",
        *(f"/audit/samples/?risk={risk}" for risk in RISKS),
    ],
    "audit/samples/draw/": lambda scene: ["/audit/samples/draw/"],
    "audit/head/": lambda scene: ["/audit/head/"],
    "audit/readings/": lambda scene: [
        "/audit/readings/",
        *_about(scene, "/audit/readings/?paper="),
        "/audit/readings/?officer=a&page=2",
    ],
    "audit/files/": lambda scene: ["/audit/files/"],
    "audit/files/<int:pk>/": lambda scene: ["/audit/files/1/"],
    "audit/findings/": lambda scene: ["/audit/findings/"],
    "audit/findings/<int:pk>/": lambda scene: ["/audit/findings/1/"],
    "resolutions/": lambda scene: ["/resolutions/", "/resolutions/?q=x&status=in_force"],
    "resolutions/enter/": lambda scene: ["/resolutions/enter/"],
    "resolutions/import/": lambda scene: ["/resolutions/import/"],
    "resolutions/<int:pk>/": lambda scene: ["/resolutions/1/"],
    "directives/": lambda scene: ["/directives/"],
    "language/": lambda scene: ["/language/"],
}


def _terms(address: str) -> list[str]:
    codes = Edition.objects.order_by("kept_from_drafters", "id").values_list("code", flat=True)
    return [address.format(code=code) for code in (codes[0], codes.reverse()[0], "none")]


OF_SIGNING_IN = {
    "accounts/sign-in/",
    "accounts/password/",
    "accounts/again/",
    "accounts/inactive/",
    "accounts/closed/signup/",
    "accounts/closed/reset_password/",
    "accounts/closed/email/",
    "accounts/closed/set_password/",
    "accounts/closed/confirm_email/",
    "accounts/sign-out/",  # last: it ends the session
}


def _about(scene: Scene, address: str) -> list[str]:
    return [f"{address}{item.pk}" for item in scene.items.values()]


def routes(resolver: Any = None, before: str = "") -> Iterator[str]:
    """Yield the route of every address that the project answers to."""
    for pattern in (resolver or get_resolver("cabinet.config.urls")).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield route
