"""Which worker takes which tests next: the long ones each alone and first, the short ones together.

xdist gave each test by itself. Its process counted for each all that had been given before, which
took longer than most tests, while a worker waited for the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]  # has no types

# Each worker takes the next test of the list: the longest come first, so that all end together,
# and one that waits for deaths beside two that compute.
LONG_FIRST = (
    "test_machine.py", "test_killed_server.py", "played office", "test_leaks.py",
    "test_many_races.py", "test_failing_disk.py", "test_storm.py", "faults/", "test_killed",
    "browser/", "doors/test_pages.py", "test_mutants.py", "test_crash.py", "test_expressions.py",
    "test_every_url.py", "test_every_list.py", "test_races.py", "test_writers.py",
    "test_languages.py", "planted_", "tests/test_tree.py",
)  # fmt: skip
_MOST = 32  # short tests given together
_TURNS = 60  # for what is left: the last are few, so that no worker waits long for another


def place_of(about: str) -> int:
    """Return where among the long tests one stands, by its address and groups; the last: short."""
    return next((no for no, name in enumerate(LONG_FIRST) if name in about), len(LONG_FIRST))


def turns_of(tests: Sequence[str]) -> dict[str, str]:
    """Return for each short test the first of those it is given with; the order is kept."""
    short = [each for each in tests if place_of(each) == len(LONG_FIRST)]
    found: dict[str, str] = {}
    while len(found) < len(short):
        left = len(short) - len(found)
        first = short[len(found)]
        for each in short[len(found) : len(found) + max(1, min(_MOST, left // _TURNS))]:
            found[each] = first
    return found


class Turns(LoadGroupScheduling):  # type: ignore[misc]  # has no types
    """The order of the list as it is; a group by its mark goes to one worker, as xdist has it."""

    def schedule(self) -> None:
        """Give the first tests, or whatever comes next."""
        self.config.option.loadscopereorder = False
        if self.collection is None:
            tests = next(iter(self.registered_collections.values()))
            plain = [each for each in tests if super(Turns, self)._split_scope(each) == each]
            self._turns = turns_of(plain)
        super().schedule()

    def _split_scope(self, nodeid: str) -> str:
        return self._turns.get(nodeid) or str(super()._split_scope(nodeid))
