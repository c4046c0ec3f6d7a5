"""Everything that the owner of the database can do behind its guards, on both engines, is told.

The guards are taken down, something is done, and they are put up again, as by somebody who has the
machine. ``docs/the-ledger.md`` has the table.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test.utils import override_settings

from cabinet.audit.actions import (
    Found,
    draw_sample,
    follow_up_finding,
    note_viewing,
    open_file,
    record_finding,
)
from cabinet.audit.models import AuditFinding, Viewing
from cabinet.ledger.guards import postgresql
from cabinet.ledger.guards.installation import expected
from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.log.sequencer import bring_in, bring_in_all
from cabinet.ledger.log.verify import verify_office
from cabinet.registry.protection import FACTS_SHA256
from clearance.terms import Check
from tests.cabinet.gate import steps
from tests.cabinet.gate.under_attack.doors import know_the_functions
from tests.cabinet.gate.under_attack.houses import full_house
from tests.engines import Engine, Settings, hasty, on_engine, the_house
from tests.moulds import Shared


@dataclass
class Office:
    """A worked database of one engine whose record is signed."""

    engine: Any
    settings: Settings
    place: Path

    def bare(self) -> Any:
        """Open the database as its owner does, with the engine's own tool."""
        if self.engine.name == "sqlite":
            connection = self.engine.bare(self.settings)
            know_the_functions(connection)
            return closing(connection)
        return closing(self.engine.bare(self.settings, role=self.engine.owner))

    def burgle(self, *statements: str, leaving: tuple[str, ...] = ()) -> None:
        """Take the guards down, do it, put them up; ``leaving``: guards of these names stay.

        What has consequences in other tables goes past all their guards; else those of the tables
        that are named are enough.
        """
        with on_engine(self.settings) as connection:
            guards = [each for each in expected(connection) if each.statements]
        named = set(re.findall(r"(?:UPDATE|INTO|FROM|JOIN) (\w+)", " ".join(statements)))
        gone = [
            each
            for each in guards
            if (leaving and not each.name.startswith(leaving))
            or (not leaving and each.table in named)
        ]
        with self.bare() as bare:
            for each in gone:
                bare.execute(f"DROP TRIGGER {each.name}{self._on(each.table)}")
            for statement in statements:
                bare.execute(statement)
            for each in gone:
                for statement in each.statements:
                    bare.execute(statement)

    def _on(self, table: str) -> str:
        return "" if self.engine.name == "sqlite" else f" ON {table}"

    def faults(self) -> set[str]:
        """Return the codes of everything that the office's own verification tells."""
        with on_engine(self.settings) as connection:
            return {each.code for each in verify_office(connection, lambda _done: None)}


__all__ = ["full_house"]  # a fixture
_WORKED: dict[str, tuple[Settings, Path]] = {}


def _work() -> None:
    """Let papers go their way, and the auditor's books be begun."""
    house = the_house()
    by, at = house.duty("auditor"), house.now()
    steps.directed(house)
    steps.outgoing(house, "dispatched")
    stopped = steps.outgoing(house, "under_review")
    steps.pass_all(house, stopped, but=(Check.SENSITIVITY,))
    steps.stop(house, stopped)
    steps.outgoing(house, "cleared")
    note_viewing(
        officer=by.officer.pk, item=stopped.pk, what=Viewing.What.PAGE, part="",
        confidentiality=3, at=at,
    )  # fmt: skip
    draw_sample(seed="november", count=5, of=10, by=by, at=at)
    file = open_file(title="Dispatch", by=by, at=at)
    found = Found(weight=AuditFinding.Weight.SERIOUS, text="Late.", unit=house.unit("LEG"))
    finding = record_finding(file=file, found=found, by=by, at=at)
    follow_up_finding(finding=finding, text="Soon.", closes=False, by=by, at=at)


def _worked(engine: Engine, place: Path) -> Settings:
    place.mkdir()
    made = engine.cast()
    with _folders(place), on_engine(hasty(made)):
        _work()
        bring_in_all()
    engine.keep(made)
    return made


@pytest.fixture
def office(
    engine: Engine, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    if engine.name not in _WORKED:
        shared = Shared(tmp_path_factory)
        place = shared.folder / f"worked_{engine.name}"
        made = shared.once(f"worked-{engine.name}", lambda: _worked(engine, place))
        _WORKED[engine.name] = made, place
    like, place = _WORKED[engine.name]
    shutil.copytree(place, tmp_path / "office")
    settings = engine.cast(like)
    with _folders(tmp_path / "office"):
        yield Office(engine, settings, tmp_path / "office")
    engine.discard(settings)


def _folders(place: Path) -> override_settings:
    return override_settings(LEDGER=place / "ledger", KEYS=place / "keys", FILES=place / "files")


def test_untouched_office_is_as_its_record_says(office: Office) -> None:
    assert office.faults() == set()


_LAST = "(SELECT MAX(id) FROM registry_movement)"
_SENT = "(SELECT item_id FROM registry_movement WHERE act = 'dispatch')"
DONE: dict[str, tuple[list[str], set[str]]] = {
    "a reason altered": (
        ["UPDATE registry_movement SET reason = 'other' WHERE act = 'direct'"], {"OFF004"},
    ),
    "an act given to another officer": (
        ["UPDATE registry_movement SET by_id = by_id + 1 WHERE act = 'clear'"], {"OFF004"},
    ),
    "an act dated back": (
        ["UPDATE registry_movement SET on_day = '2026-01-01' WHERE act = 'sign'"], {"OFF004"},
    ),
    "a verdict turned": (
        ["UPDATE review_verdict SET outcome = 'pass' WHERE outcome = 'stop'"], {"OFF004"},
    ),
    "a verdict taken away": (
        ["DELETE FROM review_verdict WHERE outcome = 'stop'"], {"OFF005"},
    ),
    "a clearance of another text": (
        [f"UPDATE gate_clearance SET sha256 = '{'0' * 64}'"], {"OFF004"},
    ),
    "a signature by another hand": (
        ["UPDATE gate_signature SET by_id = by_id + 1"], {"OFF004"},
    ),
    "a proof of dispatch exchanged": (
        [f"UPDATE dispatch_dispatch SET proof_sha256 = '{'1' * 64}'"], {"OFF004"},
    ),
    "the newest movement deleted": (
        [f"DELETE FROM registry_movement WHERE id = {_LAST}"], {"OFF005", "OFF006"},
    ),
    "a state pushed on": (
        ["UPDATE registry_item SET state = 'delivered' WHERE state = 'dispatched'"], {"OFF006"},
    ),
    "a paper shown to another unit": (
        [
            "INSERT INTO registry_release (item_id, movement_id, unit_id, officer_id, purpose) "
            "SELECT item_id, movement_id, 20, NULL, 'information' FROM registry_release"
        ],
        {"OFF003"},
    ),
    "a release taken away": (["DELETE FROM registry_release"], {"OFF005"}),
    "a subject altered": (
        ["UPDATE registry_item SET subject = 'other' WHERE state = 'dispatched'"], {"OFF010"},
    ),
    "an addressee exchanged": (
        [
            "UPDATE registry_item SET correspondent_id = correspondent_id + 1 "
            f"WHERE id = {_SENT}"
        ],
        {"OFF010"},
    ),
    "a confidential paper opened to all": (
        ["UPDATE registry_item SET confidentiality = 4 WHERE state = 'cleared'"], {"OFF010"},
    ),
    "a number rewritten": (
        [f"UPDATE registry_number SET text = 'OIC/POL/2026/77' WHERE item_id = {_SENT}"],
        {"OFF010"},
    ),
    "a deadline moved": (
        ["UPDATE registry_item SET due_on = '2030-01-01' WHERE state = 'directed'"], {"OFF010"},
    ),
    "a text exchanged after its clearance": (
        [
            f"UPDATE registry_revision SET sha256 = '{'2' * 64}' WHERE id = "
            "(SELECT revision_id FROM gate_signature)"
        ],
        {"OFF011"},
    ),
    "an enclosure slipped in": (
        [
            "INSERT INTO registry_enclosure (revision_id, no, name, sha256, media_type, "
            "size_bytes) SELECT revision_id, 1, 'x', sha256, 'text/plain', 1 FROM gate_signature"
        ],
        {"OFF010"},
    ),
    "an officer given a post": (
        [
            "INSERT INTO accounts_holding (officer_id, post_id, begins_on, instrument, "
            "recorded_at) SELECT officer_id, 1, '2020-01-01', 'x', recorded_at "
            "FROM accounts_holding WHERE id = 5"
        ],
        {"OFF003"},
    ),
    "an appointment dated back": (
        ["UPDATE accounts_holding SET begins_on = '2001-01-01' WHERE id = 3"], {"OFF004"},
    ),
    "a post given another role": (
        ["UPDATE accounts_post SET role = 'director_general' WHERE role = 'cabinet_adviser'"],
        {"OFF004"},
    ),
    "the matrix of signatories widened": (
        [
            "INSERT INTO directory_signatorycell (kind, level, role, permitted, "
            "needs_authorisation, source, recorded_at) SELECT kind, level, 'head_of_department', "
            "permitted, needs_authorisation, source, recorded_at FROM directory_signatorycell "
            "LIMIT 1"
        ],
        {"OFF003"},
    ),
    "the tables of the gate widened": (
        [
            "INSERT INTO registry_lawfulact (flow, act, source, target, role, power, scope) "
            "VALUES ('outgoing', 'dispatch', 'draft', 'dispatched', 'desk_officer', 'act', '')"
        ],
        {"OFF001"},
    ),
    "a reading taken out of the log": (["DELETE FROM audit_viewing"], {"OFF005"}),
    "a reading put on another": (
        ["UPDATE audit_viewing SET officer_id = officer_id + 1"], {"OFF004"},
    ),
    "a finding reworded": (["UPDATE audit_auditfinding SET text = 'Fine.'"], {"OFF004"}),
    "a finding closed by a stranger": (
        ["UPDATE audit_findingstep SET kind = 'close'"], {"OFF004"},
    ),
    "a seed chosen afterwards": (["UPDATE audit_sample SET seed = 'december'"], {"OFF004"}),
    "an event altered": (
        ["UPDATE ledger_event SET payload = replace(payload, 'clear', 'refer') "
            "WHERE seq = (SELECT MAX(seq) FROM ledger_event WHERE payload LIKE '%clear%')"],
        {"OFF002", "OFF009"},
    ),
    "an event emptied": (
        [
            "UPDATE ledger_event SET payload = '{}' "
            "WHERE seq = (SELECT MAX(seq) FROM ledger_event WHERE payload LIKE '%clear%')"
        ],
        {"VER016", "OFF002", "OFF009"},
    ),
    "an event's moment altered": (
        ["UPDATE ledger_event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 300"],
        {"OFF002", "OFF009"},
    ),
    "an event deleted": (["DELETE FROM ledger_event WHERE seq = 300"], {"VER011", "OFF009"}),
    "the newest events deleted": (
        ["DELETE FROM ledger_event WHERE seq > (SELECT MAX(seq) - 5 FROM ledger_event)"],
        {"OFF003", "OFF008"},
    ),
    "two events exchanged": (
        [
            "UPDATE ledger_event SET seq = -1 WHERE seq = 300",
            "UPDATE ledger_event SET seq = 300 WHERE seq = 301",
            "UPDATE ledger_event SET seq = 301 WHERE seq = -1",
        ],
        {"OFF002", "OFF009"},
    ),
    "an event doubled at the end": (
        [
            "INSERT INTO ledger_event (seq, table_name, row_id, amends, at, payload, prev, hash) "
            "SELECT seq + 1, table_name, row_id, amends + 1, at, payload, hash, hash "
            "FROM ledger_event WHERE seq = (SELECT MAX(seq) FROM ledger_event)"
        ],
        {"OFF002"},
    ),
}  # fmt: skip


@pytest.mark.slow  # each on a database of its own
@pytest.mark.parametrize(("statements", "wanted"), DONE.values(), ids=DONE)
def test_what_the_owner_does_behind_the_guards_is_told(
    office: Office, statements: list[str], wanted: set[str]
) -> None:
    office.burgle(*statements)

    told = office.faults()

    assert wanted <= told
    assert ("OFF001" in told) is ("OFF001" in wanted)


def test_record_chained_anew_is_told_by_the_signed_log(office: Office) -> None:
    with office.bare() as bare:
        rows = bare.execute(
            "SELECT seq, table_name, row_id, amends, at, payload FROM ledger_event ORDER BY seq"
        ).fetchall()
    before, statements = "0" * 64, ["UPDATE review_verdict SET outcome = 'pass', reason = ''"]
    for seq, table, row, amends, at, payload in rows:
        told = payload.replace('"stop"', '"pass"')
        digest = hashlib.sha256(f"{before}|{seq}|{table}|{row}|{amends}|{at}|{told}".encode())
        quoted = told.replace("'", "''")
        statements.append(
            f"UPDATE ledger_event SET payload = '{quoted}', prev = '{before}', "
            f"hash = '{digest.hexdigest()}' WHERE seq = {seq}"
        )
        before = digest.hexdigest()
    office.burgle(*statements)

    assert "OFF009" in office.faults()
    with on_engine(office.settings), pytest.raises(CannotSign, match="call the Internal Auditor"):
        bring_in()


_SIGNED_UNCLEARED = """
    INSERT INTO registry_movement (item_id, no, act, source, target, by_id, post_id, delegation_id,
        on_day, at, revision_id, content_sha256, to_unit_id, copies, due_on, reason, officer_label,
        post_label, authority_label, item_label)
    SELECT item_id, no + 1, 'sign', 'under_review', 'signed', by_id, post_id, delegation_id,
        on_day, at, revision_id, content_sha256, to_unit_id, copies, due_on, reason, officer_label,
        post_label, authority_label, item_label
    FROM registry_movement WHERE act = 'take_up'
        AND item_id = (SELECT id FROM registry_item WHERE state = 'under_review')
"""


def test_act_without_its_papers_is_told_though_the_record_is_whole(office: Office) -> None:
    """The gate is taken down, the record writes on: the log is sound, and the act was unlawful."""
    office.burgle(_SIGNED_UNCLEARED, leaving=("record_", "then_"))
    with on_engine(office.settings):
        bring_in_all()

    told = office.faults()

    assert {"REP003", "REP008"} <= told
    assert not {code for code in told if code.startswith(("VER", "OFF"))}


@pytest.mark.postgresql
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_facts_told_behind_their_lengths_as_they_were_before_are_no_fault(office: Office) -> None:
    now, before = (
        put(FACTS_SHA256) for put in (postgresql.translated, postgresql.translated_before)
    )
    office.burgle(
        f"UPDATE ledger_event AS e SET payload = replace(e.payload, {now}, {before}) "
        "FROM registry_movement AS m JOIN registry_item AS i ON i.id = m.item_id "
        "WHERE e.table_name = 'registry_movement' AND e.row_id = m.id"
    )

    told = office.faults()

    assert "OFF002" in told  # the events are other ones now
    assert "OFF010" not in told


def _drop(office: Office) -> list[str]:
    return [f"DROP TRIGGER gate_gate_clearance_insert{office._on('gate_clearance')}"]


def _weaken(office: Office) -> list[str]:
    if office.engine.name == "sqlite":
        return [
            *_drop(office),
            "CREATE TRIGGER gate_gate_clearance_insert BEFORE INSERT ON gate_clearance "
            "BEGIN SELECT 1; END",
        ]
    return ["ALTER TABLE gate_clearance DISABLE TRIGGER gate_gate_clearance_insert"]


def _add(office: Office) -> list[str]:
    if office.engine.name == "sqlite":
        return ["CREATE TRIGGER mine AFTER INSERT ON gate_clearance BEGIN SELECT 1; END"]
    return [
        "CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER mine AFTER INSERT ON gate_clearance FOR EACH ROW EXECUTE FUNCTION mine()",
    ]


def _only_for_replicas(office: Office) -> list[str]:
    if office.engine.name == "sqlite":
        return [
            "DROP TRIGGER record_gate_clearance_insert",
        ]
    return ["ALTER TABLE gate_clearance ENABLE REPLICA TRIGGER gate_gate_clearance_insert"]


@pytest.mark.parametrize("do", [_drop, _weaken, _add, _only_for_replicas])
def test_guard_dropped_weakened_or_strange_is_named(
    office: Office, do: Callable[[Office], list[str]]
) -> None:
    with office.bare() as bare:
        for statement in do(office):
            bare.execute(statement)

    assert "OFF001" in office.faults()


def test_database_of_yesterday_is_told_and_never_signed(office: Office) -> None:
    yesterday = office.engine.cast(office.settings)
    with on_engine(office.settings):
        steps.registered(the_house())
        bring_in_all()
    today, office.settings = office.settings, yesterday

    assert "OFF008" in office.faults()
    with on_engine(office.settings), pytest.raises(CannotSign, match="set back to an earlier day"):
        bring_in()
    office.engine.discard(yesterday)
    office.settings = today


def test_files_altered_exchanged_or_lost_are_told(office: Office) -> None:
    one, other = sorted(path for path in (office.place / "files").rglob("*") if path.is_file())
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert office.faults() == {"VER014"}

    one.write_bytes(first)
    other.unlink()
    assert office.faults() == {"VER013"}


def test_log_without_its_key_or_salt_is_never_signed_in_silence(office: Office) -> None:
    key = office.place / "keys" / "log.key"
    kept = key.read_text()
    key.unlink()
    with on_engine(office.settings), pytest.raises(CannotSign, match="is not in"):
        bring_in()
    assert "OFF013" in office.faults()

    key.write_text(kept)
    key.chmod(0o644)
    with on_engine(office.settings), pytest.raises(CannotSign, match="chmod 600"):
        bring_in()
    key.chmod(0o600)
    (office.place / "keys" / "log.salt").unlink()
    with on_engine(office.settings), pytest.raises(CannotSign, match="salt"):
        bring_in()


def test_public_key_of_the_log_taken_away_is_told_and_not_made_anew(office: Office) -> None:
    (office.place / "ledger" / "log.pub").unlink()

    assert "OFF013" in office.faults()
    with on_engine(office.settings), pytest.raises(CannotSign, match=r"log\.pub is not in"):
        bring_in()


def test_house_with_a_paper_in_every_state_is_as_its_record_says(
    engine: Engine, full_house: Settings, tmp_path: Path
) -> None:
    settings = engine.cast(full_house)
    place = tmp_path / "full"
    with override_settings(LEDGER=place / "ledger", KEYS=place / "keys"), on_engine(settings):
        bring_in_all()
    office = Office(engine, settings, place)
    with override_settings(LEDGER=place / "ledger", KEYS=place / "keys"):
        assert office.faults() == set()
    engine.discard(settings)
