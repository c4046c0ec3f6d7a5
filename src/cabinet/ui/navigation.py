"""Where an officer may go from any page, and who the page says that he is.

The list only hides what is of no use to a post. It protects nothing: each page asks for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from cabinet.ui.addresses import url
from cabinet.ui.languages import language, name
from cabinet.ui.words import ROLE
from clearance.terms import Role
from clearance.terms.posts import ANSWERING, CABINET, DRAFTERS, REGISTRY

ALL: frozenset[str] = frozenset()
# Sealed envelopes and what comes by hand to the Secretary-General are entered by his secretary.
TAKERS_IN = REGISTRY | {Role.PRIVATE_SECRETARY}
ADMINISTRATOR = frozenset({Role.SYSTEM_ADMINISTRATOR})
AUDITOR = frozenset({Role.INTERNAL_AUDITOR})
# The system administrator runs the system and reads no paper.
READERS = frozenset(Role) - {Role.SYSTEM_ADMINISTRATOR}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation; an empty ``roles`` means every officer."""

    label: str | Promise
    view: str
    roles: frozenset[str] = ALL
    args: tuple[str, ...] = ()


NAVIGATION: tuple[tuple[str | Promise, tuple[Entry, ...]], ...] = (
    (
        _("Desk"),
        (
            Entry(_("My desk"), "desk"),
            Entry(_("In-tray"), "in_tray", CABINET),
        ),
    ),
    (
        _("New paper"),
        (
            Entry(_("Register a paper"), "register_incoming", TAKERS_IN),
            Entry(_("Draft a letter"), "draft_outgoing", DRAFTERS),
            Entry(_("Draft a memorandum"), "draft_memorandum", DRAFTERS),
        ),
    ),
    (
        _("Books"),
        (
            Entry(_("Incoming"), "book", READERS, ("incoming",)),
            Entry(_("Outgoing"), "book", READERS, ("outgoing",)),
            Entry(_("Memoranda"), "book", READERS, ("memorandum",)),
        ),
    ),
    (
        _("The house"),
        (
            Entry(_("Directory"), "directory"),
            Entry(_("Resolutions"), "resolutions"),
            Entry(_("Terms"), "terms"),
            Entry(_("Who may sign what"), "signatories"),
            Entry(_("Series of numbers"), "series", REGISTRY | CABINET),
            Entry(_("Posts and delegations"), "staff"),
            Entry(_("The review in figures"), "rules_in_use", CABINET),
        ),
    ),
    (
        _("Audit"),
        (
            Entry(_("The record"), "audit_record", AUDITOR),
            Entry(_("Samples"), "audit_samples", AUDITOR),
            Entry(_("Audit files"), "audit_files", AUDITOR),
            Entry(_("Who read what"), "audit_readings", AUDITOR | {Role.DIRECTOR_GENERAL}),
            Entry(_("Findings to answer"), "audit_to_answer", ANSWERING),
            Entry(_("The head of the log"), "audit_head", AUDITOR),
        ),
    ),
    (_("The system"), (Entry(_("Errands"), "errands", ADMINISTRATOR),)),
)


def navigation(request: HttpRequest | None) -> Markup:
    """Show the groups of pages open to the officer's roles; a desk not installed has no line.

    It is made once for each page of its own lines, and once for all others.
    """
    if request is None or not is_signed_in(request):
        return Markup("")
    roles, spoken, root = _roles(request), language(), settings.ROOT_URLCONF
    groups = _groups(root, roles, spoken)
    listed = any(request.path == href for _title, lines in groups for _label, href in lines)
    return _shown(root, roles, spoken, request.path if listed else "")


@lru_cache(maxsize=1024)
def _shown(root: Any, roles: frozenset[str], spoken: str, here: str) -> Markup:
    groups = _groups(root, roles, spoken)
    made = get_template("ui/_navigation.html").render({"groups": groups, "here": here})
    return Markup(made if groups else "")  # noqa: S704 - our own template, which escapes


@lru_cache(maxsize=64)
def _made_part(name: str, _language: str, _prefix: str) -> Markup:
    return Markup(get_template(f"ui/_{name}.html").render({}))  # noqa: S704 - the same


def shell_part(name: str) -> Markup:
    """Show a part of the shell that is the same on all pages; it is made once for a language."""
    return _made_part(name, language(), settings.STATIC_URL)


@lru_cache(maxsize=256)
def _groups(
    _root: Any, roles: frozenset[str], _language: str
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """List the groups with their lines once for each set of roles and each language."""
    groups = []
    for title, entries in NAVIGATION:
        lines = [(str(entry.label), _href(entry)) for entry in entries if may_see(entry, roles)]
        found = tuple((label, href) for label, href in lines if href)
        if found:
            groups.append((str(title), found))
    return tuple(groups)


def may_see(entry: Entry, roles: frozenset[str]) -> bool:
    """Tell whether a line of the navigation is of use to an officer with these roles."""
    return not entry.roles or bool(entry.roles & roles)


def is_signed_in(request: HttpRequest) -> bool:
    """Tell whether the request comes from a known officer; False before the session is read."""
    return bool(getattr(getattr(request, "user", None), "is_authenticated", False))


def who_am_i(request: HttpRequest | None) -> tuple[str, str]:
    """Give the officer's name and post for the head of the page, both empty for a stranger.

    The post is ``request.officer_post`` where something set it, else what the roles are called.
    """
    if request is None or not is_signed_in(request):
        return "", ""
    post = name(getattr(request, "officer_post", None)) or _titles(_roles(request))
    return name(request.user) or str(request.user), post


def _roles(request: HttpRequest) -> frozenset[str]:
    """Read the roles, which may be looked up only now; none before the posts are known."""
    return frozenset(getattr(request, "officer_roles", ()))


def _titles(roles: frozenset[str]) -> str:
    """Name the roles side by side, in the order in which the house lists them."""
    return " · ".join(str(title) for role, title in ROLE.items() if role in roles)


def _href(entry: Entry) -> str:
    """Give the address of a line; empty for a desk that is not installed."""
    try:
        return url(entry.view, *entry.args)
    except NoReverseMatch:
        return ""
