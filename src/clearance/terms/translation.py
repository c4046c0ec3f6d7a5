"""How a message id becomes a sentence: the caller brings the language; English is the default."""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str], str]


def in_english(message: str) -> str:
    """Return the message id itself: it is written in English."""
    return message


def marked(message: str) -> str:
    """Mark a message id for the catalogue and return it unchanged."""
    return message
