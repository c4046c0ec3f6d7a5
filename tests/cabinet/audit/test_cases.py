"""A case leaves the house as one file, and tells what was done to it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as office

from cabinet.registry.models import Item
from clearance.cli import main
from clearance.ledger.case import listed
from clearance.ledger.entry import canonical
from clearance.ledger.note import new_key, read_signing_key
from tests.cabinet.audit.conftest import At, registered
from tests.cabinet.audit.test_record import overridden
from tests.cast import House

Files = dict[str, bytes]
THIEF = new_key("cabinet/acts", bytes(range(32)))


def taken_out(at: At, item: Item, asked: str = "shows=on&papers=on") -> bytes:
    answer = at("auditor").get(f"/audit/cases/{item.pk}.zip?{asked}")
    assert answer.status_code == 200
    return b"".join(answer)


def unpacked(data: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, to: Path) -> Path:
    with zipfile.ZipFile(to, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return to


def told(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    code = main(["verify-ledger", str(path), *words])
    lines = capsys.readouterr().out.splitlines()
    return code, [line[:6] for line in lines if line[3:6].isdigit()]


@pytest.mark.parametrize("asked", ["shows=on&papers=on", "papers=on", "shows=on", ""])
def test_case_is_sound_with_and_without_what_it_shows(
    house: House, at: At, tmp_path: Path, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    item = overridden(house)
    case = packed(unpacked(taken_out(at, item, asked)), tmp_path / "case.zip")

    assert told(case, capsys) == (0, [])
    text = b"".join(unpacked(case.read_bytes()).values()).decode(errors="replace")
    assert ("It is time." in text) is ("shows" in asked)
    assert any(name.startswith("files/") for name in unpacked(case.read_bytes())) is (
        "papers" in asked
    )


def test_case_is_verified_as_a_folder_and_against_what_was_remembered(
    house: House, at: At, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = overridden(house)
    data = taken_out(at, item)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path / "case")
    same, older = tmp_path / "same", tmp_path / "older"
    same.write_bytes(unpacked(data)["checkpoint"])
    older.write_bytes(unpacked(data)["checkpoint"])
    registered(house)
    newer = packed(unpacked(taken_out(at, item)), tmp_path / "newer.zip")

    assert told(tmp_path / "case", capsys, "--checkpoint", str(same)) == (0, [])
    assert told(newer, capsys, "--checkpoint", str(older)) == (0, ["VER025"])


def test_case_needs_no_paper_that_the_auditor_may_not_see(house: House, at: At) -> None:
    item = registered(house)
    assert at("dg").get(f"/audit/cases/{item.pk}.zip").status_code == 404
    assert at("auditor").get("/audit/cases/999999.zip").status_code == 404


def _entry(files: Files, table: str) -> str:
    for name, data in files.items():
        if name.startswith("entries/") and json.loads(data)["table"] == table:
            return name
    raise AssertionError(table)


def _changed(files: Files) -> Files:
    name = _entry(files, "gate_clearance")
    entry = json.loads(files[name])
    entry["payload"]["by_id"] = 99
    return {**files, name: canonical(entry)}


def _signed_again(files: Files, own: bool) -> Files:
    """List the files anew, signed by the thief or with the house's stolen key."""
    import hashlib

    key = read_signing_key((Path(office.KEYS) / "log.key").read_text()) if own else THIEF
    sums = {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "case"
    }
    return {**files, "case": str(listed(sums, key)).encode()}


def _file(files: Files) -> str:
    return next(name for name in files if name.startswith("files/"))


def _without(files: Files, *names: str) -> Files:
    return {name: data for name, data in files.items() if name not in names}


def _salted(files: Files) -> Files:
    lines = files["openings.jsonl"].decode().splitlines()
    opening = json.loads(lines[0])
    opening["salt"] = "00" * 16
    return {**files, "openings.jsonl": "\n".join([json.dumps(opening), *lines[1:], ""]).encode()}


def _reworded(files: Files) -> Files:
    return {
        **files,
        "openings.jsonl": files["openings.jsonl"].replace(b"It is time.", b"It is late."),
    }


def _swapped_proofs(files: Files) -> Files:
    one, other = [name for name in files if name.startswith("proofs/")][:2]
    return {**files, one: files[other], other: files[one]}


def _another_paper(files: Files) -> Files:
    import hashlib

    name, text = _file(files), b"another letter"
    digest = hashlib.sha256(text).hexdigest()
    path = f"files/{digest[:2]}/{digest[2:]}"
    entries = {
        path_: data.replace(name.removeprefix("files/").replace("/", "").encode(), digest.encode())
        for path_, data in files.items()
        if path_.startswith("entries/")
    }
    return _signed_again({**_without(files, name), **entries, path: text}, own=True)


DONE: dict[str, tuple[Callable[[Files], Files], set[str]]] = {
    "an entry altered": (_changed, {"CAS002", "CAS005"}),
    "an entry altered, the list signed by another key": (
        lambda files: _signed_again(_changed(files), own=False), {"CAS001", "CAS005"},
    ),
    "an entry altered, the list signed with the stolen key": (
        lambda files: _signed_again(_changed(files), own=True), {"CAS005"},
    ),
    "a movement left out, the list signed with the stolen key": (
        lambda files: _signed_again(_without(files, _entry(files, "gate_clearance")), own=True),
        {"REP007"},
    ),
    "a file of the paper altered": (
        lambda files: {**files, _file(files): b"another"}, {"CAS002", "VER014"},
    ),
    "a file and its hash altered everywhere, the list signed with the stolen key": (
        _another_paper, {"CAS005"},
    ),
    "a file left out": (lambda files: _without(files, _file(files)), {"CAS003"}),
    "a file added": (lambda files: {**files, "note.txt": b"x"}, {"CAS004"}),
    "a proof left out": (
        lambda files: _without(files, next(n for n in files if n.startswith("proofs/"))),
        {"CAS003", "CAS006"},
    ),
    "two proofs exchanged": (_swapped_proofs, {"CAS002", "CAS005"}),
    "a salt altered": (_salted, {"CAS002", "VER015"}),
    "a salt altered, the list signed with the stolen key": (
        lambda files: _signed_again(_salted(files), own=True), {"VER015"},
    ),
    "a reason shown otherwise, the list signed with the stolen key": (
        lambda files: _signed_again(_reworded(files), own=True), {"VER015"},
    ),
    "a sentence for people altered": (
        lambda files: {**files, "record.html": b"all was well"}, {"CAS002"},
    ),
    "the list cut": (
        lambda files: {**files, "case": b"\n".join(files["case"].split(b"\n")[3:])}, {"CAS001"},
    ),
    "the key exchanged": (
        lambda files: {**files, "log.pub": f"{THIEF.public}\n".encode()}, {"VER002", "CAS001"},
    ),
    "the checkpoint cut": (lambda files: {**files, "checkpoint": b"x\n"}, {"VER003"}),
    "a path that leads out": (lambda files: {**files, "../../etc/x": b"x"}, {"CAS004"}),
}  # fmt: skip


@pytest.mark.parametrize(("do", "wanted"), DONE.values(), ids=DONE)
def test_what_is_done_to_a_case_is_told(
    house: House,
    at: At,
    tmp_path: Path,
    do: Callable[[Files], Files],
    wanted: set[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = unpacked(taken_out(at, overridden(house)))

    code, found = told(packed(do(files), tmp_path / "case.zip"), capsys)

    assert code == 1
    assert wanted <= set(found)


def test_what_is_no_case_and_no_export_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "empty").mkdir()

    assert main(["verify-ledger", str(tmp_path / "x.zip")]) == 2
    assert main(["verify-ledger", str(tmp_path / "empty")]) == 2
    assert main(["verify-ledger", str(tmp_path / "nowhere")]) == 2
    assert "Traceback" not in capsys.readouterr().err
