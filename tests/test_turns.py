"""The workers' list: every test has its turn, the long ones alone and in their order."""

from __future__ import annotations

from itertools import groupby

from tests.turns import LONG_FIRST, place_of, turns_of

LONG = ["tests/faults/test_clocks.py::test_a[sqlite]", "tests/cabinet/doors/test_leaks.py::test_b"]
SHORT = [f"tests/clearance/review/test_standing.py::test_c[{no}]" for no in range(5_000)]


def test_every_short_test_is_given_once_with_its_neighbours() -> None:
    found = turns_of([*LONG, *SHORT])

    assert list(found) == SHORT
    runs = [list(tests) for _, tests in groupby(SHORT, key=found.__getitem__)]
    assert len(runs) == len(set(found.values()))  # none is torn apart
    assert [run[0] for run in runs] == [found[run[0]] for run in runs]
    assert len(runs[0]) == max(map(len, runs)) == 32
    assert {len(run) for run in runs[-60:]} == {1}


def test_few_short_tests_have_each_a_turn_of_their_own() -> None:
    few = SHORT[:40]

    assert turns_of(few) == {each: each for each in few}


def test_long_tests_are_known_by_their_file_or_their_group() -> None:
    assert [place_of(each) < len(LONG_FIRST) for each in LONG] == [True, True]
    assert place_of("tests/cabinet/config/test_verify.py::test_d played office") == 2
    assert place_of(SHORT[0]) == len(LONG_FIRST)
