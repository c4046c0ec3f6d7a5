"""Audit files: findings by the auditor, replies by the unit, followed up until they are closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from cabinet.accounts.duty import Duty
from cabinet.audit.actions import (
    Found,
    draw_sample,
    follow_up_finding,
    open_file,
    record_finding,
    reply_to_finding,
)
from cabinet.audit.models import AuditFile, AuditFinding, FindingStep
from cabinet.ledger.insertion import insert
from clearance.gate import NotAuthorised, NotInState, PapersMissing
from tests.cabinet.audit.conftest import At, registered
from tests.cast import House

SERIOUS = AuditFinding.Weight.SERIOUS


def a_finding(house: House, unit: str = "LEG") -> AuditFinding:
    by, at = house.duty("auditor"), house.now()
    file = open_file(title="Dispatch in November", by=by, at=at)
    found = Found(weight=SERIOUS, text="No proof of dispatch.", unit=house.unit(unit))
    return record_finding(file=file, found=found, by=by, at=at)


def test_finding_is_answered_by_its_unit_followed_up_and_closed(house: House) -> None:
    finding = a_finding(house)
    auditor = house.duty("auditor")

    reply_to_finding(finding=finding, text="It is here.", by=house.duty("legal"), at=house.now())
    follow_up_finding(
        finding=finding, text="In March again.", closes=False, by=auditor, at=house.now()
    )
    follow_up_finding(finding=finding, text="Seen.", closes=True, by=auditor, at=house.now())

    kinds = finding.steps.order_by("no").values_list("kind", flat=True)
    assert list(kinds) == ["reply", "follow_up", "close"]
    for who, act in (("legal", reply_to_finding), ("auditor", _follows)):
        with pytest.raises(NotInState, match="AUD007"):
            act(finding=finding, text="More.", by=house.duty(who), at=house.now())


def _follows(**told: Any) -> FindingStep:
    return follow_up_finding(closes=False, **told)


@pytest.mark.parametrize("who", ["information", "dg", "adviser", "clerk", "auditor"])
def test_nobody_answers_for_another_unit(house: House, who: str) -> None:
    finding = a_finding(house)

    with pytest.raises(NotAuthorised, match="AUD006"):
        reply_to_finding(finding=finding, text="x", by=house.duty(who), at=house.now())


def test_cabinet_answers_what_is_addressed_to_it(house: House) -> None:
    finding = a_finding(house, "CAB")

    reply_to_finding(finding=finding, text="Noted.", by=house.duty("dg"), at=house.now())

    assert finding.steps.get().kind == "reply"


WRITING: dict[str, Callable[[House, Duty], Any]] = {
    "file": lambda house, by: open_file(title="x", by=by, at=house.now()),
    "sample": lambda house, by: draw_sample(seed="x", count=1, of=1, by=by, at=house.now()),
}


@pytest.mark.parametrize("act", WRITING.values(), ids=WRITING)
@pytest.mark.parametrize("who", ["dg", "sg", "adviser", "legal", "system"])
def test_books_of_the_audit_are_the_auditors_alone(
    house: House, who: str, act: Callable[[House, Duty], Any]
) -> None:
    with pytest.raises(NotAuthorised, match="AUD003"):
        act(house, house.duty(who))


def test_empty_texts_are_refused(house: House) -> None:
    finding = a_finding(house)
    with pytest.raises(PapersMissing, match="AUD005"):
        open_file(title=" ", by=house.duty("auditor"), at=house.now())
    with pytest.raises(PapersMissing, match="AUD005"):
        reply_to_finding(finding=finding, text="\n", by=house.duty("legal"), at=house.now())


def _row(house: House, who: str, kind: str, finding: AuditFinding, no: int = 1) -> FindingStep:
    duty = house.duty(who)
    return FindingStep(
        finding=finding, no=no, kind=kind, text="x", by=duty.officer,
        post_id=duty.authorities[0].post, on=duty.on, at=house.now(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "kind"), [("dg", "reply"), ("legal", "close"), ("legal", "follow_up"), ("legal", "x")]
)
def test_database_refuses_what_the_pages_would_not_write(house: House, who: str, kind: str) -> None:
    finding = a_finding(house)

    with pytest.raises(DatabaseError, match="AUD006"), transaction.atomic():
        insert(_row(house, who, kind, finding))


def test_database_refuses_a_file_of_anybody_else(house: House) -> None:
    duty = house.duty("dg")
    row = AuditFile(
        no=1, title="x", by=duty.officer, post_id=duty.authorities[0].post, on=duty.on,
        at=house.now(),
    )  # fmt: skip
    with pytest.raises(DatabaseError, match="AUD003"), transaction.atomic():
        insert(row)


def test_pages_lead_from_a_file_to_its_closing(house: House, at: At) -> None:
    item = registered(house)
    auditor, legal = at("auditor"), at("legal")
    file = auditor.post("/audit/files/", {"title": "Registry"})["Location"]
    told = {
        "text": "Late.", "weight": "serious", "unit": house.unit("LEG").pk,
        "paper": item.number.text, "event_seq": "1", "due_on": "2027-01-31",
    }  # fmt: skip
    assert auditor.post(file, told | {"event_seq": "9999999", "paper": "x"}).status_code == 422
    assert auditor.post(file, told).status_code == 302
    finding = AuditFinding.objects.get()
    address = f"/audit/findings/{finding.pk}/"

    assert "Late." in legal.get("/audit/findings/").text
    page = legal.get(address).text
    assert f"/items/{item.pk}/" not in page  # Legal may not see that paper
    assert legal.post(address, {"text": "So it was."}).status_code == 302
    assert at("information").get(address).status_code == 404
    assert legal.get(file).status_code == 404
    assert auditor.post(address, {"text": "Closed.", "step": "close"}).status_code == 302
    assert auditor.post(address, {"text": "x", "step": "close"}).status_code == 409
    assert "This finding is closed." in legal.get(address).text
    books = auditor.get("/audit/files/").text
    assert "Registry" in books
    assert 'data-label="Not closed">0<' in books.replace(' class="is-number"', "")
