"""The office at a size: medians of six things that officers do all day, in milliseconds.

Run as ``python -m bench.size fill PAPERS`` as the owner of an empty office (``bench.engines``),
then as ``python -m bench.size measure`` in its own environment.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.officers import Officers  # noqa: E402
from cabinet.accounts.models import Officer  # noqa: E402
from cabinet.config.day.furnishing import furnish_house  # noqa: E402
from cabinet.registry.models import Item  # noqa: E402

TIMES, PAPERS, WARMING = 60, 40, 20


def fill(many: int) -> float:
    """Make an archive in the office of this environment; return how many seconds it took."""
    furnish_house(begins_on=date(2019, 1, 1), at=timezone.now(), password_hash="!")
    began = time.perf_counter()
    call_command("generate", items=many, stdout=sys.stderr)
    return time.perf_counter() - began


def medians() -> dict[str, float]:
    """Measure beside the archive that is there."""
    figures = {}
    officers = Officers()
    for _ in range(WARMING):  # statements are planned, templates and patterns compiled
        officers.register()
    figures["registering"] = _median(officers.register)
    papers = [officers.reviewed() for _ in range(PAPERS + 5)]
    for _ in range(5):
        officers.clear(papers.pop())
    figures["clearing"] = _median(lambda: officers.clear(papers.pop()), len(papers))
    browser = Client()
    browser.force_login(Officer.objects.get(username="adviser"))
    paper = Item.objects.filter(flow="incoming", state="closed").order_by("-id")[0]
    for name, path in (
        ("my desk", "/"),
        ("in-tray", "/in-tray/"),
        ("register page", "/books/incoming/"),
        ("page of a paper", f"/items/{paper.pk}/"),
    ):
        for _ in range(5):
            assert browser.get(path).status_code == 200
        figures[name] = _median(partial(browser.get, path))
    return figures


def _median(act: Callable[[], object], times: int = TIMES) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    print(json.dumps(fill(int(sys.argv[2])) if sys.argv[1] == "fill" else medians()))
