"""What the departments' door costs: the same lists by both doors, with 100,000 items there.

``python -m bench.doors [ITEMS]`` makes a database on each engine and fills it. A department's list
is put beside the Cabinet's, and beside its own by the Cabinet's door, which is narrowed by the
application alone: the first is what officers feel, the second what the door adds.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from bench.engines import as_owner, has_postgresql, office, run

ROUNDS = 30
LISTS = {
    "incoming book": "/books/incoming/",
    "an older page of it": "/books/incoming/?before=60000",
    "papers of it in a state": "/books/incoming/?state=directed",
    "papers of it by a word": "/books/incoming/?q=7777",
    "outgoing book": "/books/outgoing/",
    "my desk": "/",
    "page of a paper": "/items/{paper}/",
}


def main(many: int) -> None:
    """Print the figures of each engine."""
    for engine in ["sqlite"] + (["postgresql"] if has_postgresql() else []):
        with office(engine) as environment:
            run("bench.doors", as_owner(environment), "fill", str(many))
            told = json.loads(run("bench.doors", environment, "measure"))
        print(f"== {engine}, {many:,} items, {told['seen']:,} of them the department's")
        print(
            "  median in ms: the Cabinet's; a department's by its own door; by the Cabinet's door"
        )
        for name, (cabinet, own, other) in told["lists"].items():
            print(
                f"  {name}: {cabinet:.2f}; {own:.2f} ({own / cabinet:.2f} of the Cabinet's, "
                f"goal 1.50); {other:.2f}"
            )


def _set_up() -> None:
    import django  # noqa: PLC0415  (set up in a measuring process only)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
    django.setup()


def fill(many: int) -> None:
    """Furnish the house and fill it, as its owner."""
    _set_up()
    from django.utils import timezone  # noqa: PLC0415  (Django must be set up first)

    from bench.archive import fill as fill_with  # noqa: PLC0415
    from cabinet.config.day.furnishing import furnish_house  # noqa: PLC0415

    furnish_house(begins_on=date(2015, 1, 1), at=timezone.now(), password_hash="!")
    fill_with(many)


def measure() -> None:
    """Print the medians as JSON, in the environment of an office that is filled."""
    _set_up()
    from django.test import Client  # noqa: PLC0415  (Django must be set up first)
    from django.utils import timezone  # noqa: PLC0415

    from cabinet.accounts.duty import duty_of  # noqa: PLC0415
    from cabinet.accounts.models import Officer  # noqa: PLC0415
    from cabinet.registry import doors  # noqa: PLC0415
    from cabinet.registry.queries import visible_items  # noqa: PLC0415

    backend = "cabinet.accounts.signed_in.OfficerBackend"

    def pages(who: str) -> dict[str, Callable[[], object]]:
        officer = Officer.objects.get(username=who)
        browser = Client(raise_request_exception=True)
        browser.force_login(officer, backend=backend)
        paper = visible_items(duty_of(officer, timezone.localdate())).order_by("-id")[0].pk
        addresses = {name: address.format(paper=paper) for name, address in LISTS.items()}
        return {
            name: lambda address=address: browser.get(address)  # type: ignore[misc]
            for name, address in addresses.items()
        }

    cabinet, department = pages("adviser"), pages("protocol")
    honest = doors.reader_of
    lists = {}
    for name in LISTS:
        times: tuple[list[float], ...] = ([], [], [])
        for _ in range(ROUNDS):  # in turn, so that all meet the same noise
            for place, (page, rule) in enumerate((
                (cabinet[name], honest), (department[name], honest),
                (department[name], lambda duty: None),
            )):  # fmt: skip
                doors.reader_of = rule
                times[place].append(_took(page))
        lists[name] = [statistics.median(each[5:]) * 1000 for each in times]
    doors.reader_of = honest
    duty = duty_of(Officer.objects.get(username="protocol"), timezone.localdate())
    print(json.dumps({"seen": visible_items(duty).count(), "lists": lists}))


def _took(page: Callable[[], object]) -> float:
    began = time.perf_counter()
    page()
    return time.perf_counter() - began


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        fill(int(sys.argv[2]))
    elif sys.argv[1:2] == ["measure"]:
        measure()
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
