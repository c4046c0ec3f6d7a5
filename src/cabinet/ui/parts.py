"""The three parts that a register page shows by the hundred, made in Python for their speed.

A macro for each cell cost 3 ms of a page of 50 rows. All other parts are macros, in
``components.html``, which exports these three beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from cabinet.ui.languages import language
from cabinet.ui.words import word


def token(value: Any) -> str:
    """Give the word of a stored value that a style class ends with: ``immediate``, ``directed``."""
    if value is None:
        return ""
    if isinstance(value, IntEnum):
        return value.name.lower()
    return str(value.value if isinstance(value, Enum) else value)


def badge(value: Any, label: str = "", kind: str = "state") -> Markup:
    """Show a state, an urgency, a confidentiality or a verdict by its word, never by colour alone.

    Without ``label`` the word of the stored value is said in the active language.
    """
    return _badge(value, str(label), kind, language())


@lru_cache(maxsize=2048, typed=True)
def _badge(value: Any, label: str, kind: str, _language: str) -> Markup:
    """Make each badge once; 1 and ``Urgency.ORDINARY`` are equal, hence ``typed``."""
    said = label or word(value, "outcome" if kind == "check" else kind)
    return Markup('<span class="badge badge-{} is-{}">{}</span>').format(
        kind, token(value) or "open", said
    )


def td(label: Any, value: Any, kind: str = "") -> Markup:
    """Make one cell of a register; ``label`` names its column where a row is a card."""
    return Markup(f"{_opening(str(label), kind)}{escape(value)}</td>")  # noqa: S704 - both escaped


def cell(label: Any, kind: str = "", *, caller: Callable[[], Markup]) -> Markup:
    """Make one cell around what stands between ``call`` and ``endcall``."""
    return Markup(f"{_opening(str(label), kind)}{caller()}</td>")  # noqa: S704 - both escaped


@lru_cache(maxsize=1024)
def _opening(label: str, kind: str) -> str:
    """Make the opening tag of a cell, escaped."""
    styled = Markup(' class="is-{}"').format(kind) if kind else ""
    return str(Markup('<td data-label="{}"{}>').format(label, styled))
