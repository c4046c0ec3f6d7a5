"""What the register knows of a paper before anybody reads it; from the shell, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Approval:
    """An approval on record: by the post of which role, on which day."""

    post: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """The particulars of a paper; None means that the register does not say.

    ``addressee`` and ``signatory`` are the ids of entries of the context. ``authorised``: whether
    writing to the Government was authorised. ``amount`` in ``currency``. ``read_on``: the day of
    the review, for a paper that has no date and prints none yet. ``unsigned``: a draft, so that
    only its signature block tells who is to sign it.
    """

    dated: date | None = None
    read_on: date | None = None
    unsigned: bool = False
    reference: str | None = None
    addressee: str | None = None
    signatory: str | None = None
    approvals: tuple[Approval, ...] | None = None
    authorised: bool | None = None
    enclosures: int | None = None
    confidentiality: int | None = None
    amount: Decimal | None = None
    currency: str | None = None
