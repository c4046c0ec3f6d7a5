"""By the departments' door the auditor's books hold what the reader's unit is to answer."""

from __future__ import annotations

from django.db import DatabaseError, connections

from cabinet.audit.actions import Found, open_file, record_finding, reply_to_finding
from cabinet.audit.models import AuditFile, AuditFinding, FindingStep
from cabinet.audit.queries import findings_to_answer
from cabinet.ledger.doors.reader import DEPARTMENT, as_reader
from cabinet.registry.doors import reader_of
from tests.cast import House
from tests.engines import Engine, on_engine, the_house, with_its_door


def _of_two_units(house: House) -> None:
    by, at = house.duty("auditor"), house.now()
    for code in ("LEG", "INF"):
        file = open_file(title=f"Of {code}", by=by, at=at)
        found = Found(
            weight=AuditFinding.Weight.SERIOUS, text=f"For {code}.", unit=house.unit(code)
        )
        finding = record_finding(file=file, found=found, by=by, at=at)
        head = house.duty("legal" if code == "LEG" else "information")
        reply_to_finding(finding=finding, text="Yes.", by=head, at=at)


def test_department_reads_the_findings_that_it_is_to_answer_and_no_other(engine: Engine) -> None:
    settings = engine.cast()
    with on_engine(settings), with_its_door(engine, settings):
        house = the_house()
        _of_two_units(house)
        duty = house.duty("legal")
        reader = reader_of(duty)
        assert reader is not None
        with as_reader(reader):
            assert [each.text for each in findings_to_answer(duty)] == ["For LEG."]
            assert [each.title for each in AuditFile.objects.all()] == ["Of LEG"]
            assert [each.finding.text for each in FindingStep.objects.all()] == ["For LEG."]
            assert _readable() == {"audit_auditfinding"}
    engine.discard(settings)


def _readable() -> set[str]:
    """Return the tables of the auditor's that the door opens at all."""
    found = set()
    for table in ("audit_sample", "audit_viewing", "audit_auditfinding"):
        try:
            with connections[DEPARTMENT].cursor() as cursor:
                cursor.execute(f"SELECT COUNT(*) FROM {table}")
                if cursor.fetchone()[0]:
                    found.add(table)
        except DatabaseError:  # the door does not know this table
            continue
    return found
