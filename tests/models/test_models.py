"""Spin searches every order of events of each model: no error, and an error without the lock."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODELS = ("clearing", "numbering", "lease")
BROKEN = (
    ("clearing", "WITHOUT_THE_PEN"),
    ("numbering", "WITHOUT_THE_PEN"),
    ("numbering", "SEQUENCE"),
    ("lease", "WITHOUT_THE_LOCK"),
    ("lease", "UNASKED"),
    ("lease", "TWO_TRANSACTIONS"),
)


@dataclass(frozen=True)
class Search:
    """What came of a search: how many states were visited, how many errors found."""

    states: int
    errors: int
    told: str


def search(folder: Path, model: str, *without: str) -> Search:
    """Let Spin make the verifier of a model, compile it, and search all states."""
    for tool in ("spin", "gcc"):
        if shutil.which(tool) is None:
            pytest.skip(f"NOT PROVEN: the model of {model} ({tool} is missing: Debian's package).")
    words = [f"-D{each}" for each in without]
    for command in (
        ["spin", *words, "-a", str(HERE / f"{model}.pml")],
        ["gcc", "-O1", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c"],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    told = subprocess.run(
        ["./pan", "-m100000"], cwd=folder, check=False, capture_output=True, text=True
    ).stdout
    errors = re.search(r"errors: (\d+)", told)
    states = re.search(r"([\d.e+]+) states, stored", told)
    assert errors and states, told
    assert "max search depth too small" not in told
    return Search(int(float(states[1])), int(errors[1]), told)


@pytest.mark.slow  # a C compiler runs
@pytest.mark.parametrize("model", MODELS)
def test_no_order_of_events_breaks_the_protocol(tmp_path: Path, model: str) -> None:
    found = search(tmp_path, model)

    print(f"\n{model}: {found.states} states, {found.errors} errors")
    assert found.errors == 0, found.told
    assert found.states > 400


@pytest.mark.slow  # a C compiler runs
@pytest.mark.parametrize(("model", "without"), BROKEN)
def test_model_without_its_lock_is_broken(tmp_path: Path, model: str, without: str) -> None:
    found = search(tmp_path, model, without)

    print(f"\n{model} {without}: an error after {found.states} states")
    assert found.errors > 0, found.told
    assert "assertion violated" in found.told
