"""What the checks know: the registers of the Cabinet, as plain records.

The office builds a context from its tables, the command line from files; ``clearance.data`` is the
default. A record that is in force only for a time says so: None means "no bound that is known".
Registers carry the precision of the review: a rule that depends on one is silent where it is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from clearance.terms import AddresseeLevel, Language

T = TypeVar("T")
Names = Mapping[Language, str]
"""One official name in each language; a language is absent where no source has it."""


@dataclass(frozen=True, kw_only=True)
class KnownSession:
    """A session of an organ. ``code`` is the organ's letters and the number, such as CFM-51.

    Organs: CFM, EX-CFM (extraordinary), IS (Summit), EX-IS. ``begins`` None: only the year is
    known. ``city`` in each language, as far as it is known; a city that is not known is not judged.
    """

    code: str
    number: int
    year: int
    city: Names = field(default_factory=dict)
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class KnownResolution:
    """A resolution of the Organisation. ``ref`` in the house's form, such as 1/51-PAL.

    ``session`` is a session's code. ``superseded_by`` and ``expired_on`` None: it stands.
    """

    ref: str
    session: str
    titles: Names = field(default_factory=dict)
    year: int | None = None
    superseded_by: str | None = None
    expired_on: date | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class KnownDate:
    """The days that texts seen before give to one number, such as 71/31: one if they agree."""

    number: str
    days: tuple[date, ...]


@dataclass(frozen=True, kw_only=True)
class KnownSymbol:
    """A document symbol that the register holds, with its title where it is known."""

    symbol: str
    titles: Names = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one line tells of its subject, in words of three languages.

    ``anchor``: the forms of the word by which the subject is looked for, such as a city's names.
    ``subject`` and ``object``: for each further word its forms. ``matter``: one of
    ``clearance.data.fact_matters``, or the kind of the value that was changed: "place", "time",
    "number", "name", "only". ``old`` and ``new``: forms of each value; empty: not told.
    """

    anchor: tuple[str, ...]
    subject: tuple[tuple[str, ...], ...] = ()
    matter: str = ""
    object: tuple[tuple[str, ...], ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A recorded decision or standing directive, told so that a text can contradict it.

    ``subjects``: the names of what it is about, in any language. ``name`` says it in a sentence.
    ``matter`` is a pair of opposites of ``clearance.data`` (such as "suspension") and ``holds``
    the side that the decision took (such as "resumed"): a sentence that says the other side of a
    subject contradicts it, negation and tense understood. ``about``: words of which one must
    stand in the sentence too; empty: none. ``contradicted_by``: further expressions, in plain
    words, that say the opposite of it near a subject. ``until`` None: it still holds. ``told``:
    the same in words of three languages, where a line told it.
    """

    id: str
    name: Names
    subjects: tuple[str, ...]
    contradicted_by: tuple[str, ...] = ()
    matter: str = ""
    holds: str = ""
    about: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    source: str = ""
    told: Told | None = None


@dataclass(frozen=True, kw_only=True)
class KnownTreaty:
    """An agreement. ``in_force`` None: not known, and then it is not judged."""

    titles: Names
    in_force: bool | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class KnownAddressee:
    """An entry of the directory. ``titles`` the post, ``style`` what stands before the name.

    ``names`` empty: the post is vacant; ``titles`` too: only the office is known, not who holds it.
    ``state`` is an ISO 3166 alpha-3 code, or None (then ``organisation`` tells where the post is).
    ``style`` gives rank and gender ("H.E. Mrs.");
    ``salutations``, where they are told, go before it. ``level`` None: told from the post.
    ``since`` and ``until`` are held against the letter's date: a former holder stays in.
    ``working_language`` None: any official language.
    """

    id: str
    names: Names
    titles: Names
    style: Names = field(default_factory=dict)
    salutations: Names = field(default_factory=dict)
    state: str | None = None
    level: AddresseeLevel | None = None
    organisation: Names = field(default_factory=dict)
    working_language: Language | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class KnownState:
    """A state: short and formal names, and names that it no longer bears, with the last day."""

    iso3: str
    short: Names
    formal: Names = field(default_factory=dict)
    capital: Names = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    former: tuple[tuple[str, date], ...] = ()
    is_member: bool = False


@dataclass(frozen=True, kw_only=True)
class KnownSignatory:
    """Who may sign what: kinds of document, up to ``limit`` (US dollars; None: no limit).

    ``levels`` None: any addressee. Entries of one name or post add up. ``names`` empty: whoever
    holds the post. ``role`` is the post's role, such as secretary_general.
    """

    id: str
    names: Names
    titles: Names
    kinds: frozenset[str]
    levels: frozenset[AddresseeLevel] | None = None
    limit: Decimal | None = None
    role: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class KnownTerm:
    """An entry of the Cabinet's register of terms: what is not to be written, and what is.

    ``avoid`` is an expression in plain words (literal unless ``is_pattern``); a leading article and
    the breaks of lines make no difference. ``right`` None: the matter is for an adviser.
    ``levels`` weighs it by kind of document, "" for every other kind.
    ``until``: the last day on which the name was right; a text about an earlier time may use it.
    ``quoted_is_right``: between quotation marks it is somebody else's word.
    ``unless``: expressions that make it right in the same sentence, such as "rejects" before a
    claim. ``near``: expressions of which one must stand close by for the level to hold; without
    one it is a note. Both are patterns. ``is_name``: only with a capital, as Turkey and turkey.
    """

    id: str
    language: Language
    avoid: str
    right: str | None = None
    levels: Mapping[str, str] = field(default_factory=lambda: {"": "warn"})
    is_pattern: bool = False
    until: date | None = None
    quoted_is_right: bool = True
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_name: bool = False
    kept_from_drafters: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class KnownTopic:
    """A matter before an organ of the house, such as a contact group: an adviser reads along."""

    id: str
    names: Names
    signs: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class KnownPart:
    """A part that a kind of paper must have or must not have.

    ``kind`` is a stored value of Kind, ``part`` a field of the paper's anatomy. ``needed`` False:
    the part is out of place in this kind. ``level``: stop, warn or note.
    """

    kind: str
    part: str
    level: str
    needed: bool = True
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class KnownClause:
    """A clause that a contract must have; ``signs``: patterns in the three languages, one of which
    stands where the clause does, by its heading or by its words."""

    code: str
    names: Names
    signs: tuple[str, ...]
    level: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything that the checks may know. An empty field silences what depends on it.

    ``reference_patterns``: the forms of the house's own numbers (clearance.references), such as
    OIC/CAB/{unit}/{year}/{serial:4}; ``reference_series``: the units' codes that may stand in them.
    ``terms`` and ``topics`` feed the check of sensitivity, ``parts`` and ``clauses`` that of form.
    ``complete``: what the register of resolutions holds entirely, so that a number that is not in
    it does not exist: "*" all of it, "CFM-51" a session, "51-PAL" a series of a session.
    ``city_spellings``: other spellings of a session's city, in any language, each with its English
    name; a city that no register knows is not judged.
    ``basis_needed``: kinds of document that must cite a legal basis, each with its level (note,
    warn, stop). ``approval_needed``: kinds that must say who approved them. ``lexicon``: words
    that the house spells so, one set a language. ``parameters``: editable figures such as notice
    periods.
    ``organisation``: the house's own name.
    """

    resolutions: tuple[KnownResolution, ...] = ()
    sessions: tuple[KnownSession, ...] = ()
    dates: tuple[KnownDate, ...] = ()
    symbols: tuple[KnownSymbol, ...] = ()
    facts: tuple[Fact, ...] = ()
    addressees: tuple[KnownAddressee, ...] = ()
    states: tuple[KnownState, ...] = ()
    signatories: tuple[KnownSignatory, ...] = ()
    terms: tuple[KnownTerm, ...] = ()
    lexicon: Mapping[Language, frozenset[str]] = field(default_factory=dict)
    topics: tuple[KnownTopic, ...] = ()
    parts: tuple[KnownPart, ...] = ()
    clauses: tuple[KnownClause, ...] = ()
    reference_patterns: tuple[str, ...] = ()
    reference_series: frozenset[str] = frozenset()
    arabic_series: Mapping[str, str] = field(default_factory=dict)
    treaties: tuple[KnownTreaty, ...] = ()
    city_spellings: Mapping[str, str] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()
    basis_needed: Mapping[str, str] = field(default_factory=dict)
    approval_needed: frozenset[str] = frozenset()
    parameters: Mapping[str, Decimal] = field(default_factory=dict)
    organisation: Names = field(default_factory=dict)
    former_organisation: Names = field(default_factory=dict)
    renamed_on: date | None = None

    def addressees_of(self, code: str) -> tuple[KnownAddressee, ...]:
        """Return the entries of the directory with that code."""
        return self.derived(_addressees_by_code).get(code, ())

    def derived(self, make: Callable[[Context], T]) -> T:
        """Return what ``make`` builds of these registers, built once for each context."""
        built = vars(self).setdefault("_derived", {})
        if make not in built:
            built[make] = make(self)
        return cast(T, built[make])


def _addressees_by_code(context: Context) -> dict[str, tuple[KnownAddressee, ...]]:
    held: dict[str, tuple[KnownAddressee, ...]] = {}
    for entry in context.addressees:
        held[entry.id] = (*held.get(entry.id, ()), entry)
    return held
