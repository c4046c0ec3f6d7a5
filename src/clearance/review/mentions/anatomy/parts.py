"""What a letter-like paper is made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from clearance.review.mentions.anatomy.blocks import AddresseeBlock, Line, SignatureBlock
from clearance.review.scan import Stretch


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where each part of a letter-like paper stands; None where the paper has no such part.

    The addressee's block is taken apart: style and name, post, state or organisation; the fields
    ``addressee_*`` are those of the first of ``addressees``. ``signature_*`` are those of the
    first of ``signatures``: name and title under the close. ``approval``: the line that says who
    approved, and when; ``approver``: whom it names, None where that was not read. ``sender``: what
    a memorandum says after "From:". ``copies``: the line "Copy to". Labels are part of the lines
    that they begin, but not of ``sender``.
    """

    letterhead: Stretch | None = None
    reference: Stretch | None = None
    date_line: Stretch | None = None
    addressee: Stretch | None = None
    addressee_style: Stretch | None = None
    addressee_name: Stretch | None = None
    addressee_title: Stretch | None = None
    addressee_place: Stretch | None = None
    addressees: tuple[AddresseeBlock, ...] = ()
    subject: Stretch | None = None
    salutation: Stretch | None = None
    body: Stretch | None = None
    closing: Stretch | None = None
    signature_name: Stretch | None = None
    signature_title: Stretch | None = None
    signatures: tuple[SignatureBlock, ...] = ()
    approval: Stretch | None = None
    approver: SignatureBlock | None = None
    enclosures: Stretch | None = None
    copies: Stretch | None = None
    sender: Stretch | None = None


@dataclass
class Head:
    """What the head of a letter holds; ``body_from`` is where the body may begin."""

    lines: list[Line]
    letterhead: Stretch | None = None
    reference: Stretch | None = None
    date_line: Stretch | None = None
    addressees: tuple[AddresseeBlock, ...] = ()
    subject: Stretch | None = None
    salutation: Stretch | None = None
    sender: Stretch | None = None
    enclosures: Stretch | None = None
    body_from: int = 0
    dates: set[int] = field(default_factory=set)
