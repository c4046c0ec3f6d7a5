"""One compiled reviewer for all tests of the review: compiling is what takes time."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.engine import default_reviewer


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    """The checks with the registers that come with the rules."""
    return default_reviewer()
