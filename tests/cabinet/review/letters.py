"""Texts of the house for the review, and what the office's review finds in them."""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx

from cabinet.directory.models import Correspondent
from cabinet.gate.actions import NewPaper, draft_paper, submit_paper, take_up_review
from cabinet.registry.models import Item
from cabinet.registry.store import keep_file
from cabinet.review.actions import read_revision
from clearance.review import Finding, Report
from clearance.terms import AddresseeLevel, Flow, Kind
from tests.cast import House

HEAD = "Organisation of Islamic Cooperation\nGeneral Secretariat\n\n"


def letter(
    *,
    name: str = "H.E. Mr. Karim Al-Majali",
    post: str = "Minister of Foreign Affairs",
    state: str = "Hashemite Kingdom of Jordan",
    signed: str = "Idris Al-Kettani\nSecretary-General",
    date: str = "Jeddah, 2 June 2025",
    body: str = "I have the honour to refer to our talks, pursuant to Resolution No. 1/51-PAL.",
) -> str:
    """Return a letter to a minister."""
    return (
        f"{HEAD}{date}\n\n{name}\n{post}\n{state}\n\nExcellency,\n\n{body}\n\n"
        f"Please accept, Excellency, the assurances of my highest consideration.\n\n{signed}\n"
    )


def jordan() -> Correspondent:
    """The Ministry of Foreign Affairs of Jordan."""
    return Correspondent.objects.get(
        country__iso2="JO", level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS
    )


def drafted(
    house: House,
    text: str | bytes,
    *,
    to: Correspondent | None = None,
    kind: Kind = Kind.LETTER,
    name: str = "letter.txt",
) -> Item:
    """A letter of Political Affairs with that text, drafted by its desk officer."""
    data = text.encode() if isinstance(text, str) else text
    new = NewPaper(
        Flow.OUTGOING, kind, house.unit("POL"), "A matter", keep_file([data], name=name),
        [keep_file([b"An annex."], name="annex.txt")],
        addressee=to or house.correspondent(AddresseeLevel.INSTITUTION), enclosures_announced=1,
    )  # fmt: skip
    return draft_paper(new=new, by=house.duty("political-desk"), at=house.now())


def submitted(house: House, text: str | bytes, *, to: Correspondent | None = None) -> Item:
    """The same, submitted by the head of the department."""
    item = drafted(house, text, to=to)
    submit_paper(item=item, by=house.duty("political"), at=house.now())
    return item


def under_review(house: House, text: str | bytes, *, to: Correspondent | None = None) -> Item:
    """The same, under review."""
    item = submitted(house, text, to=to)
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())
    return item


def report_on(house: House, item: Item) -> Report:
    """Return what the office's review says of the newest text today."""
    revision = item.revisions.order_by("-no")[0]
    read = read_revision(revision, on=house.duty("adviser").on)
    assert read.report is not None, read.fault
    return read.report


def found_in(house: House, item: Item) -> dict[str, Finding]:
    """Return the findings on the newest text by their codes."""
    return {found.code: found for found in report_on(house, item).findings}


def word_file(paragraphs: Iterable[str]) -> bytes:
    """Return a Word file of these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
