"""Addresses written by hand from one reversed pattern: a page of fifty rows reverses nothing."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from cabinet.ui.addresses import url


@cache
def _around(view: str, *rest: str) -> tuple[str, str]:
    """Return what stands before and after the key of an item in a page's address."""
    before, after = reverse(view, args=[0, *rest]).split("/0/", 1)
    return f"{before}/", f"/{after}"


def item_href(pk: int) -> str:
    """Return the address of a paper's page."""
    before, after = _around("item")
    return f"{before}{pk}{after}"


def act_href(pk: int, act: str) -> str:
    """Return the address where an officer does one act on one paper."""
    before, after = _around("act", act)
    return f"{before}{pk}{after}"


def sheet_href(pk: int) -> str:
    """Return the address of a paper's review sheet."""
    before, after = _around("review_sheet")
    return f"{before}{pk}{after}"


def reply_href(pk: int) -> str:
    """Return the address where a reply to a paper is drafted."""
    return f"{url('draft_outgoing')}?answers={pk}"
