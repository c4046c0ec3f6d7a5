"""What is known of each paper of the day: plain frozen facts, no file is written here.

The vocabularies below are those of the day's letters; a letter that uses another word is refused
when it is read.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cabinet.config.day.dates import Language

FLOWS = ("incoming", "outgoing", "memorandum")
KINDS = ("letter", "note_verbale", "memorandum")
LANGUAGES = ("ar", "en", "fr")
FORMS = ("docx", "pdf", "eml", "txt", "sealed")
CHANNELS = ("hand", "courier", "diplomatic_pouch", "post", "e_mail", "fax", "internal")
URGENCIES = ("ordinary", "urgent", "immediate")
CONFIDENTIALITIES = ("ordinary", "restricted", "confidential", "secret")
LEVELS = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "ministry_of_foreign_affairs",
    "minister",
    "permanent_representative",
    "host_country_body",
    "international_organisation",
    "institution",
    "external_office",
    "ngo",
    "member_states",
    "person",
)
CHECKS = ("PRO", "LEG", "CON", "LNG", "ADR", "FIG", "POL")


@dataclass(frozen=True)
class Party:
    """A sender or an addressee; `level` is None inside the house, `unit` outside it."""

    name_ar: str
    name_en: str
    name_fr: str
    level: str | None = None
    unit: str | None = None

    def name(self, language: Language) -> str:
        """Give the name in one language."""
        return {"ar": self.name_ar, "en": self.name_en, "fr": self.name_fr}[language]


@dataclass(frozen=True)
class Direction:
    """What the Cabinet does with an incoming paper: one unit for action, others for information."""

    action: str
    instruction: str
    information: tuple[str, ...] = ()
    due_on: date | None = None
    inform_secretary_general: bool = False
    remark: str = ""


@dataclass(frozen=True)
class Override:
    """A sentence that one check stops, and the Director-General's reason to let it stand."""

    check: str
    sentence: str
    stopped_for: str
    reason: str


@dataclass(frozen=True)
class OuterMarks:
    """All that may be known of a sealed envelope."""

    marks: tuple[str, ...]
    envelope: str
    seal: str
    bearer: str


@dataclass(frozen=True)
class Enclosure:
    """A paper announced in another; `path` is None when it was announced and did not come."""

    name: str
    path: Path | None


@dataclass(frozen=True)
class Revision:
    """One text of a paper; `mistake` are the words for which it is returned, empty if it stands."""

    number: int
    path: Path
    mistake: str = ""
    returned_under: str = ""
    returned_for: str = ""


@dataclass(frozen=True)
class Facts:
    """What an officer would enter beside the paper."""

    flow: str
    kind: str
    language: Language
    form: str
    channel: str
    subject: str
    sender: Party
    addressee: Party
    sender_reference: str
    dated_on: date
    printed_gregorian: str
    printed_hijri: str
    urgency: str
    confidentiality: str
    answers: str | None = None
    follows: str | None = None
    signatory: str | None = None
    attempt: str | None = None
    direction: Direction | None = None
    override: Override | None = None
    outer_marks: OuterMarks | None = None


@dataclass(frozen=True)
class Paper:
    """A paper of the day with its files; a sealed envelope, which nobody read, has no revision."""

    id: str
    facts: Facts
    revisions: tuple[Revision, ...]
    enclosures: tuple[Enclosure, ...]

    @property
    def enclosures_announced(self) -> int:
        """Count the enclosures that the paper speaks of, whether or not they came."""
        return len(self.enclosures)

    @property
    def enclosures_present(self) -> tuple[Enclosure, ...]:
        """List the enclosures that came with the paper."""
        return tuple(enclosure for enclosure in self.enclosures if enclosure.path is not None)


class UnknownWord(ValueError):
    """A letter of the day uses a word that its vocabulary does not hold."""


def refuse_unknown_words(paper_id: str, facts: Facts) -> None:
    """Check each fact against its vocabulary.

    :raises UnknownWord: naming the letter, the fact and the word.
    """
    vocabularies = {
        "flow": (facts.flow, FLOWS),
        "kind": (facts.kind, KINDS),
        "language": (facts.language, LANGUAGES),
        "form": (facts.form, FORMS),
        "channel": (facts.channel, CHANNELS),
        "urgency": (facts.urgency, URGENCIES),
        "confidentiality": (facts.confidentiality, CONFIDENTIALITIES),
        "sender level": (facts.sender.level, (None, *LEVELS)),
        "addressee level": (facts.addressee.level, (None, *LEVELS)),
        "check": (facts.override.check if facts.override else "POL", CHECKS),
    }
    for fact, (word, vocabulary) in vocabularies.items():
        if word not in vocabulary:
            raise UnknownWord(f"The letter {paper_id} says {word!r} as its {fact}.")
