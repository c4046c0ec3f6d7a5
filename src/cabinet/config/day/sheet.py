"""The layout that every written paper of the day shares, whatever file it becomes.

A note verbale names its addressee at the foot and is not signed; a letter names its own first.
Source: UN Correspondence Manual, paras 32, 36, 89 and 116, as models; no rule of the Organisation
on the layout of its papers was read.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cabinet.config.day.dates import Language, both_calendars
from cabinet.config.day.paper import Facts

NUMBER_TO_COME = "." * 24  # the number is given at signature
_HOUSE = (
    "منظمة التعاون الإسلامي",
    "Organisation of Islamic Cooperation",
    "Organisation de la Coopération islamique",
)
_SECRETARIAT = {"ar": "الأمانة العامة", "en": "General Secretariat", "fr": "Secrétariat général"}
_CABINET = {
    "ar": "ديوان الأمين العام",
    "en": "Cabinet of the Secretary-General",
    "fr": "Cabinet du Secrétaire général",
}
_HEADINGS = {
    "note_verbale": {"ar": "مذكرة شفهية", "en": "Note verbale", "fr": "Note verbale"},
    "memorandum": {"ar": "مذكرة داخلية", "en": "Memorandum", "fr": "Mémorandum"},
}
LABELS = {
    "ar": {
        "reference": "الرقم",
        "date": "التاريخ",
        "subject": "الموضوع",
        "enclosures": "المرفقات",
        "attachments": "المرفقات",
        "to": "إلى",
        "from": "من",
        "through": "بواسطة",
    },
    "en": {
        "reference": "Ref.",
        "date": "Date",
        "subject": "Subject",
        "enclosures": "Enclosures",
        "attachments": "Attachments",
        "to": "To",
        "from": "From",
        "through": "Through",
    },
    "fr": {
        "reference": "Réf.",
        "date": "Date",
        "subject": "Objet",
        "enclosures": "Pièces jointes",
        "attachments": "Annexes",
        "to": "À",
        "from": "De",
        "through": "Sous couvert de",
    },
}
_MARKS = {
    "urgent": {"ar": "عاجل", "en": "URGENT", "fr": "URGENT"},
    "immediate": {"ar": "حالًا", "en": "IMMEDIATE", "fr": "IMMÉDIAT"},
    "restricted": {"ar": "محدود التداول", "en": "RESTRICTED", "fr": "DIFFUSION RESTREINTE"},
    "confidential": {"ar": "سري", "en": "CONFIDENTIAL", "fr": "CONFIDENTIEL"},
    "secret": {"ar": "سري للغاية", "en": "SECRET", "fr": "SECRET"},
}


@dataclass(frozen=True)
class Sheet:
    """One text ready to be set: every string is in its last form."""

    title: str
    language: Language
    on: date
    body: tuple[str, ...]
    letterhead: tuple[str, ...] = ()
    heading: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    addressed_last: bool = False
    salutation: str = ""
    close: str = ""
    signature: tuple[str, ...] = ()

    @property
    def colon(self) -> str:
        """Give the colon of the language: French sets a space that does not break before it."""
        return "\u00a0:" if self.language == "fr" else ":"

    def blocks(self) -> list[tuple[str, tuple[str, ...]]]:
        """List what stands below the table, in order: the place of a block and its lines."""
        addressed = ("addressed_to", self.addressed_to)
        found = [("marks", self.marks)]
        if not self.addressed_last:
            found.append(addressed)
        found.append(("salutation", (self.salutation,) if self.salutation else ()))
        found += [("body", (paragraph,)) for paragraph in self.body]
        found += [("close", (self.close,) if self.close else ()), ("signature", self.signature)]
        if self.addressed_last:
            found.append(addressed)
        return [block for block in found if block[1]]

    def plain_text(self, *, width: int) -> str:
        """Set the sheet as plain text, wrapped at `width` characters, a blank line between."""
        head = [*self.letterhead, self.heading]
        rows = [f"{label}{self.colon} {value}" for label, value in self.rows]
        blocks = [[line for line in head if line], rows]
        blocks += [
            [part for line in lines for part in textwrap.wrap(line, width, break_on_hyphens=False)]
            for _, lines in self.blocks()
        ]
        return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def sheet_of(facts: Facts, letter: Mapping[str, Any], body: tuple[str, ...], on: date) -> Sheet:
    """Lay out one revision of a letter whose placeholders are already filled."""
    return Sheet(
        title=facts.subject,
        language=facts.language,
        on=on,
        body=body,
        letterhead=_letterhead(facts, letter),
        heading=_HEADINGS[facts.kind][facts.language] if facts.kind in _HEADINGS else "",
        rows=_rows(facts, letter),
        marks=tuple(
            _MARKS[word][facts.language]
            for word in (facts.urgency, facts.confidentiality)
            if word in _MARKS
        ),
        addressed_to=letter.get("addressed_to", ()),
        addressed_last=facts.kind == "note_verbale",
        salutation=letter.get("salutation", ""),
        close=letter.get("close", ""),
        signature=letter.get("signature", ()),
    )


def enclosure_sheet(enclosure: Mapping[str, Any], facts: Facts, on: date) -> Sheet:
    """Lay out an enclosure: its name and its paragraphs."""
    return Sheet(
        title=enclosure["name"],
        language=facts.language,
        on=on,
        body=enclosure["body"],
        heading=enclosure["name"],
    )


def _letterhead(facts: Facts, letter: Mapping[str, Any]) -> tuple[str, ...]:
    """Print the sender's own letterhead, or that of the house on what the house writes."""
    if facts.form == "eml":
        return ()
    if "letterhead" in letter:
        transcript = (letter["transcript"],) if "transcript" in letter else ()
        return (*transcript, *letter["letterhead"])
    return (*_HOUSE, _SECRETARIAT[facts.language])


def _rows(facts: Facts, letter: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """List the reference block: number, both dates, who writes to whom, subject, enclosures."""
    labels = LABELS[facts.language]
    months = letter.get("months", "egyptian")
    rows = [
        (labels["reference"], facts.sender_reference or NUMBER_TO_COME),
        (labels["date"], both_calendars(facts.dated_on, facts.language, months)),
    ]
    if facts.kind == "memorandum":
        rows += [
            (labels["to"], facts.addressee.name(facts.language)),
            (labels["through"], _CABINET[facts.language]),
            (labels["from"], facts.sender.name(facts.language)),
        ]
    rows.append((labels["subject"], facts.subject))
    if count := len(letter.get("enclosures", ())):
        word = "attachments" if facts.kind == "memorandum" else "enclosures"
        rows.append((labels[word], str(count)))
    return tuple(rows)
