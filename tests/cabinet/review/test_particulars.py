"""What the register tells the review of a paper: who approved it, and when."""

from __future__ import annotations

from django.utils import timezone

from cabinet.gate.actions import clear_paper
from cabinet.registry.models import Item
from cabinet.review.particulars import particulars_of
from clearance.review import Approval
from tests.cabinet.gate.steps import pass_all
from tests.cabinet.review.letters import under_review
from tests.cast import House

TEXT = "Excellency,\n\nThe quay parley was held on Tuesday, 3 June 2025.\n"


def _approvals(house: House, item: Item) -> tuple[Approval, ...] | None:
    return particulars_of(item, item.revisions.latest("no"), timezone.localdate()).approvals


def test_initial_of_the_head_and_clearance_of_the_revision_are_told(house: House) -> None:
    item = under_review(house, TEXT)
    initialled = _approvals(house, item)
    pass_all(house, item)
    clear_paper(item=item, by=house.duty("dg"), at=house.now())

    cleared = _approvals(house, item)

    assert [each.post for each in initialled or ()] == ["head_of_department"]
    assert [each.post for each in cleared or ()] == ["head_of_department", "director_general"]
    assert {each.on for each in cleared or ()} == {timezone.localdate()}
