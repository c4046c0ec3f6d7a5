"""Addresses of pages and of style sheets, each worked out once in a process.

A process serves the office under one prefix and one tree of addresses; a page of the office has
some twenty of them, and working them out anew took a tenth of its time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse


def url(view: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a named page; the newest 8,192 are remembered, as lists repeat them.

    :raises NoReverseMatch: no page has this name, or not with these arguments.
    """
    return _address(settings.ROOT_URLCONF, view, args, tuple(kwargs.items()))


def asset(path: str) -> str:
    """Give the address of a style sheet, a script or a picture of the office's own."""
    return _asset(settings.STATIC_URL, path)


@lru_cache(maxsize=8192)
def _address(
    root: Any, view: str, args: tuple[Any, ...], kwargs: tuple[tuple[str, Any], ...]
) -> str:
    """Reverse once for each tree of addresses and each set of arguments."""
    return reverse(view, urlconf=root, args=args, kwargs=dict(kwargs))


@lru_cache(maxsize=256)
def _asset(_prefix: str, path: str) -> str:
    return static(path)
