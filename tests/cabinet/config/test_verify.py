"""``cabinet verify`` and the signed log, against everything done to the database and the files."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from tests.cabinet.config.conftest import Office

from clearance.cli import main

pytestmark = pytest.mark.xdist_group("played office")


@pytest.fixture(scope="module")
def signed(played: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = played.copy(tmp_path_factory.mktemp("signed") / "office")
    done = office.run("sequence", "--once")
    assert done.returncode == 0, done.stderr
    return office


@pytest.fixture
def office(signed: Office, tmp_path: Path) -> Office:
    return signed.copy(tmp_path / "office")


def burgle(office: Office, *statements: str) -> None:
    """Do something to the database as the owner of its file can, the guards down and up again."""
    with closing(sqlite3.connect(office.database)) as connection, connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, text in guards:
            connection.execute(text)


def codes(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {line[:6] for line in done.stdout.splitlines() if line[3:6].isdigit()}


def test_played_office_is_as_its_record_says(office: Office) -> None:
    done = office.run("verify")

    assert (done.returncode, codes(done)) == (0, set()), done.stdout
    assert "All is as the record says" in done.stdout


# A newest row of each kind: a forger begins with what is not yet on paper anywhere.
DONE_TO_THE_DATABASE: dict[str, tuple[list[str], set[str]]] = {
    "a subject altered": (
        ["UPDATE registry_movement SET reason = 'other' WHERE id = 40"],
        {"OFF004"},
    ),
    "a verdict turned": (
        [
            "UPDATE review_verdict SET outcome = CASE outcome WHEN 'pass' THEN 'stop' "
            "ELSE 'pass' END WHERE id = 20"
        ],
        {"OFF004"},
    ),
    "a clearance of another text": (
        [f"UPDATE gate_clearance SET sha256 = '{'0' * 64}' WHERE id = 1"],
        {"OFF004"},
    ),
    "a movement deleted": (["DELETE FROM registry_movement WHERE id = 93"], {"OFF005"}),
    "a state pushed on": (
        ["UPDATE registry_item SET state = 'delivered' WHERE state = 'dispatched'"],
        {"OFF006"},
    ),
    "a release put in": (
        [
            "INSERT INTO registry_release (item_id, movement_id, unit_id, officer_id, purpose) "
            "SELECT item_id, movement_id, 20, NULL, 'information' FROM registry_release "
            "WHERE purpose = 'action' AND unit_id <> 20 LIMIT 1"
        ],
        {"OFF003"},
    ),
    "an event altered": (
        [
            "UPDATE ledger_event SET payload = replace(payload, 'dispatch', 'issue') WHERE seq = "
            '(SELECT MIN(seq) FROM ledger_event WHERE payload LIKE \'%"act":"dispatch"%\')'
        ],
        {"OFF002", "OFF009"},
    ),
    "an event deleted": (["DELETE FROM ledger_event WHERE seq = 600"], {"VER011", "OFF009"}),
    "the newest event deleted": (
        ["DELETE FROM ledger_event WHERE seq = (SELECT MAX(seq) FROM ledger_event)"],
        {"OFF008"},
    ),
    "two events exchanged": (
        [
            "UPDATE ledger_event SET seq = -1 WHERE seq = 600",
            "UPDATE ledger_event SET seq = 600 WHERE seq = 601",
            "UPDATE ledger_event SET seq = 601 WHERE seq = -1",
        ],
        {"OFF002", "OFF009"},
    ),
}


@pytest.mark.slow  # a command, which is a process
@pytest.mark.parametrize(
    ("statements", "wanted"), DONE_TO_THE_DATABASE.values(), ids=DONE_TO_THE_DATABASE.keys()
)
def test_what_is_done_to_the_database_behind_its_guards_is_told(
    office: Office, statements: list[str], wanted: set[str]
) -> None:
    burgle(office, *statements)

    done = office.run("verify")

    assert done.returncode == 1
    assert wanted <= codes(done), done.stdout
    assert "OFF001" not in codes(done)


@pytest.mark.slow  # a command, which is a process
def test_record_made_anew_with_a_right_chain_is_told_by_the_log(office: Office) -> None:
    """Who may write the whole table can chain it anew; what was signed is another record."""
    import hashlib

    with closing(sqlite3.connect(office.database)) as connection:
        rows = connection.execute(
            "SELECT seq, table_name, row_id, amends, at, payload FROM ledger_event ORDER BY seq"
        ).fetchall()
    before = "0" * 64
    statements = []
    for seq, table, row, amends, at, payload in rows:
        told = payload.replace('"outcome":"stop"', '"outcome":"pass"')
        chained = f"{before}|{seq}|{table}|{row}|{amends}|{at}|{told}"
        digest = hashlib.sha256(chained.encode()).hexdigest()
        quoted = told.replace("'", "''")
        statements.append(
            f"UPDATE ledger_event SET payload = '{quoted}', prev = '{before}', hash = '{digest}' "
            f"WHERE seq = {seq}"
        )
        before = digest
    burgle(office, *statements, "UPDATE review_verdict SET outcome = 'pass'")

    done = office.run("verify")

    assert done.returncode == 1
    assert codes(done) == {"OFF009"}


@pytest.mark.slow  # several commands, each a process
def test_guard_taken_away_is_named(office: Office) -> None:
    with closing(sqlite3.connect(office.database)) as connection, connection:
        connection.execute("DROP TRIGGER gate_gate_clearance_insert")

    done = office.run("verify")

    assert "OFF001: The guard gate_gate_clearance_insert" in done.stdout


@pytest.mark.slow  # several commands, each a process
def test_database_of_yesterday_is_told_and_never_signed(office: Office, tmp_path: Path) -> None:
    yesterday = tmp_path / "yesterday"
    with (
        closing(sqlite3.connect(office.database)) as here,
        closing(sqlite3.connect(yesterday)) as there,
    ):
        here.backup(there)
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter of today.")
    assert office.run("import", str(letter), "--as", "registry_clerk").returncode == 0
    assert office.run("sequence", "--once").returncode == 0
    for ending in ("-wal", "-shm"):
        Path(f"{office.database}{ending}").unlink(missing_ok=True)
    shutil.copy(yesterday, office.database)

    done, signed = office.run("verify"), office.run("sequence", "--once")

    assert "OFF008" in codes(done)
    assert signed.returncode == 1
    assert "set back to an earlier day" in signed.stderr


@pytest.mark.slow  # several commands, each a process
def test_record_altered_behind_the_log_is_never_signed(office: Office) -> None:
    burgle(
        office,
        "UPDATE ledger_event SET at = '2020' WHERE seq = (SELECT MAX(seq) FROM ledger_event)",
    )

    signed = office.run("sequence", "--once")

    assert signed.returncode == 1
    assert "call the Internal Auditor" in signed.stderr


@pytest.mark.slow  # several commands, each a process
def test_files_of_papers_altered_exchanged_or_lost_are_told(office: Office) -> None:
    first, second, third = sorted(p for p in (office.folder / "files").rglob("*") if p.is_file())[
        :3
    ]
    one = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(one)
    third.unlink()

    done = office.run("verify")

    assert {"VER013", "VER014"} <= codes(done)


@pytest.mark.slow  # several commands, each a process
def test_export_is_verified_with_nothing_of_the_office(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run("export_ledger", str(tmp_path / "export"), "--show", "--files")
    assert done.returncode == 0, done.stderr
    shutil.rmtree(office.folder)

    assert main(["verify-ledger", str(tmp_path / "export")]) == 0
    assert "The log is sound" in capsys.readouterr().out


@pytest.mark.slow  # several commands, each a process
@pytest.mark.parametrize("lost", [False, True])
def test_key_is_replaced_and_history_stays(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], lost: bool
) -> None:
    kept = tmp_path / "kept"
    shutil.copy(office.folder / "ledger" / "checkpoint", kept)
    if lost:
        (office.folder / "keys" / "log.key").unlink()

    done = office.run("replace_key", *(["--lost"] if lost else []))

    assert done.returncode == 0, done.stderr
    assert office.run("verify").returncode == 0
    assert office.run("export_ledger", str(tmp_path / "export")).returncode == 0
    code = main(["verify-ledger", str(tmp_path / "export"), "--checkpoint", str(kept)])
    assert code == (1 if lost else 0)
    assert ("VER009" in capsys.readouterr().out) is lost


@pytest.mark.slow  # several commands, each a process
def test_restored_office_goes_on_with_its_log(office: Office, tmp_path: Path) -> None:
    assert office.run("backup", str(tmp_path / "kept")).returncode == 0
    keys = tmp_path / "keys"
    shutil.copytree(office.folder / "keys", keys)
    checkpoint = (office.folder / "ledger" / "checkpoint").read_text()
    again = Office(tmp_path / "anew", "")
    settings = {"CABINET_KEYS": str(keys)}
    assert again.run("restore", str(tmp_path / "kept"), **settings).returncode == 0

    assert again.run("verify", **settings).returncode == 0
    assert again.run("sequence", "--once", **settings).returncode == 0
    assert (again.folder / "ledger" / "checkpoint").read_text() == checkpoint


@pytest.mark.slow  # several commands, each a process
def test_secrets_are_readable_by_their_owner_only(office: Office) -> None:
    for path in (office.folder / "keys").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.slow  # several commands, each a process
def test_bytes_of_the_database_file_altered_are_told(office: Office) -> None:
    """Somebody with an editor for files, who knows no SQL: a word, a page, half of the file."""
    with closing(sqlite3.connect(office.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (subject,) = connection.execute(
            "SELECT subject FROM registry_item WHERE state = 'dispatched'"
        ).fetchone()
    whole = office.database.read_bytes()

    word = subject.split()[1].encode()
    altered = subject.encode().replace(word, b"x" * len(word), 1)
    office.database.write_bytes(whole.replace(subject.encode(), altered))
    assert "OFF010" in codes(office.run("verify"))

    for damaged in (whole[: len(whole) // 2], whole[:4096] + bytes(4096) + whole[8192:]):
        office.database.write_bytes(damaged)
        done = office.run("verify")
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "The database cannot be read" in done.stderr or "OFF" in done.stdout


@pytest.mark.slow  # several commands, each a process
def test_log_taken_away_is_told_and_not_begun_anew(office: Office) -> None:
    assert office.run("checkpoint").returncode == 0
    shutil.rmtree(office.folder / "ledger")

    done, signed = office.run("verify"), office.run("sequence", "--once")

    assert codes(done) == {"OFF015"}
    assert "heads of one left the house" in signed.stderr


@pytest.mark.slow  # several commands, each a process
def test_log_is_compared_with_the_heads_that_left_the_house(office: Office) -> None:
    assert office.run("checkpoint").returncode == 0
    [head] = (office.folder / "checkpoints").iterdir()
    told = head.read_text().split("\n")
    head.write_text("\n".join([told[0], "999999", *told[2:]]))

    done = office.run("verify")

    assert {"VER009", "VER007"} <= codes(done)


@pytest.mark.slow  # several commands, each a process
def test_witnesses_cosign_an_export_and_the_office_keeps_the_quorum(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "export"
    assert office.run("export_ledger", str(export)).returncode == 0
    keys = []
    for name in ("auditor", "computing", "office"):
        own = tmp_path / name
        words = ["--key", str(own / "key"), "--state", str(own / "state")]
        if name != "office":
            assert main(["witness", str(export), *words, "--name", f"{name}.example"]) == 0
        else:
            other = tmp_path / "other"
            assert office.run("export_ledger", str(other)).returncode == 0
            assert main(["witness", str(other), *words, "--name", f"{name}.example"]) == 0
        keys.append((own / "key.pub").read_text().strip())
    settings = {"CABINET_WITNESSES": ",".join(keys), "CABINET_QUORUM": "2"}

    alone = office.run("cosign", str(tmp_path / "other" / "checkpoint"), **settings)
    assert "A quorum of 2 witnesses is not reached yet" in alone.stdout
    done = office.run("cosign", str(export / "checkpoint"), **settings)
    assert "cosigned by auditor.example, computing.example, office.example" in done.stdout
    assert office.run("verify", **settings).returncode == 0
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter of today.")
    assert office.run("import", str(letter), "--as", "registry_clerk").returncode == 0
    newer = tmp_path / "newer"
    assert office.run("export_ledger", str(newer), **settings).returncode == 0
    capsys.readouterr()

    words = ["--quorum", "2"]
    for name in ("auditor", "computing", "office"):
        words += ["--witness", str(tmp_path / name / "key.pub")]
    assert main(["verify-ledger", str(newer), *words]) == 0
    cosigned = (export / "checkpoint").read_text().split("\n")[1]
    told = f"VER023: The witnesses cosigned the first {cosigned} entries"
    assert told in capsys.readouterr().out
    assert "VER023" in codes(office.run("verify", **settings))
    stranger = office.run("cosign", str(export / "checkpoint"))
    assert "No witness that CABINET_WITNESSES names" in stranger.stderr


@pytest.mark.slow  # several commands, each a process
def test_key_that_was_being_replaced_when_the_machine_stopped_is_put_in_place(
    office: Office,
) -> None:
    """Killed between the old key's note and the new key's file: the new one signs."""
    keys = office.folder / "keys"
    old = (keys / "log.key").read_text()
    assert office.run("replace_key").returncode == 0
    new = (keys / "log.key").read_text()
    (keys / f"log.key.{new.split('+')[3]}.coming").write_text(new)
    (keys / f"log.key.{new.split('+')[3]}.coming").chmod(0o600)
    (keys / "log.key").write_text(old)

    assert office.run("sequence", "--once").returncode == 0

    assert (keys / "log.key").read_text() == new
    assert office.run("verify").returncode == 0


@pytest.mark.slow  # several commands, each a process
def test_lost_key_loses_no_history(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who kept the lost key goes on comparing what it signed with the log of the new one."""
    kept, former = tmp_path / "kept", tmp_path / "former.pub"
    shutil.copy(office.folder / "ledger" / "checkpoint", kept)
    shutil.copy(office.folder / "ledger" / "log.pub", former)
    (office.folder / "keys" / "log.key").unlink()
    assert "is not in" in office.run("sequence", "--once").stderr
    assert office.run("replace_key").returncode == 1
    assert office.run("replace_key", "--lost").returncode == 0
    export = tmp_path / "export"
    assert office.run("export_ledger", str(export)).returncode == 0

    words = ["--checkpoint", str(kept), "--former-key", str(former)]
    assert main(["verify-ledger", str(export), *words]) == 0
    own = ["--key", str(tmp_path / "w"), "--state", str(kept), "--name", "w.example"]
    capsys.readouterr()
    assert main(["witness", str(export), *own]) == 1
    assert "VER024" in capsys.readouterr().out
    assert main(["witness", str(export), *own, "--former-key", str(former)]) == 0
