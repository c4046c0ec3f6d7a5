"""Sending what was signed, filing its proof, and closing what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cabinet.accounts.duty import Duty
from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.gate.actions.take import Asking, take
from cabinet.ledger.one_act import one_act
from cabinet.registry.actions import Told
from cabinet.registry.models import Item, Movement
from cabinet.registry.store import Kept
from clearance.terms import Channel


@dataclass(frozen=True)
class Sending:
    """How a paper travels, and the paper that proves it. ``proof`` None is refused."""

    channel: Channel | None
    proof: Kept | None
    tracking: str = ""
    note: str = ""


def dispatch_outgoing(
    *, item: Item, sending: Sending, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Dispatch an issued paper; the paper that it answers, if directed, is answered with it.

    :raises Refused: not signed and issued, no channel, or no proof.
    """

    def papers(asking: Asking) -> None:
        assert sending.proof is not None  # noqa: S101 - the ruling asked for it
        authority = asking.ruling.authority
        Dispatch.objects.create(
            item=asking.item,
            move_no=asking.item.moves + 1,
            channel=sending.channel or "",
            tracking=sending.tracking,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
            **_proof(sending.proof),
        )

    with one_act():
        movement = take(
            "dispatch",
            item=item,
            by=by,
            at=at,
            told=Told(sending.note),
            seen_moves=seen_moves,
            channel=sending.channel or "",
            proof=sending.proof is not None,
            papers=papers,
        )
        _answer(item, by, at)
    return movement


def _answer(reply: Item, by: Duty, at: datetime) -> None:
    """Close the directed paper that the reply answers, in the same transaction."""
    answered = reply.answers
    if answered is not None and answered.state == "directed":
        take("answer", item=answered, by=by, at=at)


def record_delivery(
    *,
    item: Item,
    proof: Kept | None,
    received_by: str = "",
    by: Duty,
    at: datetime,
    seen_moves: int | None = None,
) -> Movement:
    """File the receipt that came back. :raises Refused: not dispatched, or no receipt."""

    def papers(asking: Asking) -> None:
        assert proof is not None  # noqa: S101 - the ruling asked for it
        authority = asking.ruling.authority
        Delivery.objects.create(
            item=asking.item,
            move_no=asking.item.moves + 1,
            received_by=received_by,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
            **_proof(proof),
        )

    return take(
        "deliver",
        item=item,
        by=by,
        at=at,
        seen_moves=seen_moves,
        proof=proof is not None,
        papers=papers,
    )


def record_failure(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Record that a paper came back undelivered. :raises Refused: without the reason."""
    return take("fail", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def _proof(proof: Kept) -> dict[str, object]:
    return {
        "proof_sha256": proof.sha256,
        "proof_name": proof.name,
        "proof_media_type": proof.media_type,
        "proof_size_bytes": proof.size_bytes,
    }
