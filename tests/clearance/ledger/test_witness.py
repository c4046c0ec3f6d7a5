"""Witnesses: they remember, they cosign what follows, and a quorum of them is asked for."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from clearance.cli import main
from tests.clearance.ledger.house import KEY, a_day, entries, export

TOLD = entries(a_day().written())


def ask(place: Path, own: Path, *words: str) -> int:
    return main(
        ["witness", str(place), "--key", str(own / "key"), "--state", str(own / "state"), *words]
    )


def test_witness_makes_its_key_cosigns_and_remembers(tmp_path: Path) -> None:
    place = export(tmp_path / "export", TOLD[:50])

    assert ask(place, tmp_path, "--name", "auditor.example") == 0

    key = tmp_path / "key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (tmp_path / "state").read_text() == (place / "checkpoint").read_text()
    words = ["verify-ledger", str(place), "--quorum", "1", "--witness", str(tmp_path / "key.pub")]
    assert main(words) == 0
    export(place, TOLD[50:])
    assert main(words) == 1  # the newest checkpoint is not cosigned yet
    assert ask(place, tmp_path) == 0
    assert main(words) == 0


def test_two_of_three_are_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = export(tmp_path / "export", TOLD)
    keys = []
    for name in ("auditor", "computing", "office"):
        own = tmp_path / name
        own.mkdir()
        keys += ["--witness", str(own / "key.pub")]
        if name != "office":
            ask(place, own, "--name", f"{name}.example")
    ask(export(tmp_path / "other", TOLD), tmp_path / "office", "--name", "office.example")

    words = ["verify-ledger", str(place), *keys]
    assert main([*words, "--quorum", "2"]) == 0
    assert main([*words, "--quorum", "3"]) == 1
    assert "2 of the 3 witnesses" in capsys.readouterr().out


@pytest.mark.parametrize("later", [TOLD[:40], [*TOLD[:49], b"{}", *TOLD[50:]]])
def test_witness_refuses_what_does_not_follow(
    tmp_path: Path, later: list[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    ask(export(tmp_path / "export", TOLD[:50]), tmp_path, "--name", "auditor.example")
    state = (tmp_path / "state").read_text()
    capsys.readouterr()

    assert ask(export(tmp_path / "another", later), tmp_path) == 1

    assert capsys.readouterr().out[:6] == ("VER007" if len(later) < 50 else "VER008")
    assert (tmp_path / "state").read_text() == state


def test_witness_refuses_another_key(tmp_path: Path) -> None:
    (tmp_path / "log.pub").write_text(str(KEY.public))
    place = export(tmp_path / "export", TOLD[:50])
    checkpoint = (place / "checkpoint").read_text()
    (place / "checkpoint").write_text(checkpoint.replace("\n50\n", "\n49\n"))

    assert ask(place, tmp_path, "--name", "a.example", "--log-key", str(tmp_path / "log.pub")) == 1
    assert not (tmp_path / "state").exists()


def test_witness_without_a_name_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = export(tmp_path / "export", TOLD[:50])

    assert ask(place, tmp_path) == 2
    assert "No key can be named" in capsys.readouterr().err
