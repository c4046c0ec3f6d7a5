"""The parts of a paper: letterhead, reference, date, addressee, subject, body, close and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clearance.reading.document import Paragraph
from clearance.review.scan import Hits, Stretch, Trigger


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where each part of a letter-like paper stands; None where the paper has no such part.

    The addressee's block is taken apart: style and name, post, state or organisation. Signature:
    name and title under the close. ``approval``: the line that says who approved, and when.
    """

    letterhead: Stretch | None = None
    reference: Stretch | None = None
    date_line: Stretch | None = None
    addressee: Stretch | None = None
    addressee_style: Stretch | None = None
    addressee_name: Stretch | None = None
    addressee_title: Stretch | None = None
    addressee_place: Stretch | None = None
    subject: Stretch | None = None
    salutation: Stretch | None = None
    body: Stretch | None = None
    closing: Stretch | None = None
    signature_name: Stretch | None = None
    signature_title: Stretch | None = None
    approval: Stretch | None = None
    enclosures: Stretch | None = None


TRIGGERS: tuple[Trigger, ...] = ()


def read_anatomy(text: str, skeleton: str, paragraphs: Sequence[Paragraph], hits: Hits) -> Anatomy:
    """Return the parts of the paper."""
    return Anatomy()
