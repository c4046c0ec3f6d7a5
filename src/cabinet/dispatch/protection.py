"""Nothing leaves without signature, number, channel and proof."""

from __future__ import annotations

from cabinet.accounts.protection import is_not_about_now, is_not_the_day
from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.conditions import is_blank, is_no_sha256
from cabinet.registry.conditions import AT_REST, ITEM, NEWEST_REVISION
from cabinet.registry.models import Movement
from cabinet.review.protection import may_do

PROTECTED = (
    Protected(Dispatch, digests=("proof_name", "tracking")),
    Protected(Delivery, digests=("proof_name", "received_by")),
)

_NEWEST = NEWEST_REVISION.format("id", "NEW.item_id")
_SIGNED = f"""EXISTS (SELECT 1 FROM gate_signature AS g
    JOIN gate_clearance AS c ON c.id = g.clearance_id AND c.sha256 = g.sha256
    JOIN registry_revision AS r ON r.id = g.revision_id AND r.sha256 = g.sha256
    JOIN registry_number AS n ON n.item_id = r.item_id
    WHERE g.revision_id = {_NEWEST})"""
_NEXT_MOVE = f"NEW.move_no IS DISTINCT FROM ({ITEM.format('i.moves')} AND {AT_REST}) + 1"
_BY_THE_SAME_HAND = """p.item_id = NEW.item_id AND p.move_no = NEW.no AND p.by_id = NEW.by_id
    AND p.post_id = NEW.post_id AND p.delegation_id IS NOT DISTINCT FROM NEW.delegation_id"""


def _proven(act: str) -> str:
    return f"""NOT {may_do(act, "NEW.item_id")} OR {_NEXT_MOVE}
        OR {is_not_the_day("NEW.on_day")} OR {is_not_about_now("date(NEW.at)")}
        OR {is_no_sha256("NEW.proof_sha256")}"""


GUARDS = (
    Guard(
        "of_a_signed_paper", Dispatch, "insert",
        "Only a cleared, signed and numbered revision is dispatched.",
        f"NOT {_SIGNED}",
        "GAT012", "Mandate: no document is issued until after it passes through the Cabinet",
    ),
    Guard(
        "with_channel_and_proof", Dispatch, "insert",
        "A dispatch has its channel, its proof and an officer entitled to it that day.",
        f"{_proven('dispatch')} OR {is_blank('NEW.channel')}",
        "GAT023", "UN-91; FR-DECH",
    ),
    Guard(
        "with_proof", Delivery, "insert",
        "A delivery has its proof and an officer entitled to record it that day.",
        _proven("deliver"),
        "GAT023", "EU-CLASS: the receipt comes back",
    ),
    Guard(
        "dispatched_by_its_paper", Movement, "insert",
        "The act “dispatch” stands on a dispatch with its proof.",
        f"NOT EXISTS (SELECT 1 FROM dispatch_dispatch AS p WHERE {_BY_THE_SAME_HAND})",
        "GAT023", "UN-91",
        of="NEW.act = 'dispatch'",
    ),
    Guard(
        "delivered_by_its_paper", Movement, "insert",
        "The act “deliver” stands on a delivery with its proof.",
        f"NOT EXISTS (SELECT 1 FROM dispatch_delivery AS p WHERE {_BY_THE_SAME_HAND})",
        "GAT023", "EU-CLASS",
        of="NEW.act = 'deliver'",
    ),
    Guard(
        "no_proof_of_another_act", Movement, "insert",
        "A dispatch or a delivery is already written down for this act; it must be finished.",
        """NEW.act <> 'dispatch' AND EXISTS (SELECT 1 FROM dispatch_dispatch AS d
            WHERE d.item_id = NEW.item_id AND d.move_no = NEW.no)
        OR NEW.act <> 'deliver' AND EXISTS (SELECT 1 FROM dispatch_delivery AS d
            WHERE d.item_id = NEW.item_id AND d.move_no = NEW.no)""",
        "DIS001", "Our guess: half an act must not prove another",
        of="NEW.source IN ('issued', 'dispatched', 'undelivered')",
    ),
)  # fmt: skip
