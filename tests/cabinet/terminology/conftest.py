"""Officers at their screens, as in the tests of the acting pages."""

from __future__ import annotations

from tests.cabinet.gate.pages.conftest import At, at

__all__ = ["At", "at"]
