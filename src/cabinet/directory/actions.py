"""Filling and keeping the directory and the signatory matrix."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Post
from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.ledger.one_act import one_act
from clearance.authority import authority_for
from clearance.data import institutions, member_states, observers, signatory_matrix
from clearance.gate import NotAuthorised, PapersMissing, Unmet
from clearance.terms import AddresseeLevel, Kind, Language, Power, Role
from clearance.terms.translation import marked as _

_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")
# An observer State is written to as a Government is, whatever its standing in the Organisation.
_LEVEL_OF_OBSERVER = {
    "state": AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
    "community": AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
    "organisation": AddresseeLevel.INTERNATIONAL_ORGANISATION,
    "movement": AddresseeLevel.INTERNATIONAL_ORGANISATION,
}
_LEADERSHIP = frozenset({Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL})


def folded(*names: str) -> str:
    """Return names as the search compares them: no marks, one form of alef, ya and ta marbuta."""
    text = unicodedata.normalize("NFKD", " ".join(names)).casefold()
    plain = "".join(each for each in text if not unicodedata.combining(each))
    return " ".join(plain.translate(_FOLD).split())


def open_directory(*, at: datetime) -> None:
    """Put states, institutions and the signatory matrix of the reference data into the directory.

    What is already there is left alone.
    """
    with one_act():
        for state in member_states():
            country, _new = Country.objects.get_or_create(
                iso2=state.iso2,
                defaults={
                    "name_ar": state.name_ar,
                    "name_en": state.name_en,
                    "name_fr": state.name_fr,
                    "formal_ar": state.formal_ar,
                    "formal_en": state.formal_en,
                    "formal_fr": state.formal_fr,
                    "capital": state.capital or "",
                    "regional_group": state.group,
                    "group_basis": state.group_basis,
                    "standing": "member",
                    "source": ", ".join(source.key for source in state.source),
                },
            )
            _open_ministry(country)
        for each in observers():
            _open(each.name_ar, each.name_en, each.name_fr, _LEVEL_OF_OBSERVER[each.kind])
        for institution in institutions():
            _open(
                institution.name_ar,
                institution.name_en,
                institution.name_fr,
                AddresseeLevel.INSTITUTION,
            )
        if not SignatoryCell.objects.exists():
            _open_matrix(at)


def _open_ministry(country: Country) -> None:
    french = re.sub(r"^(?:l[ae]s?\s|l['’])", "", country.formal_fr)
    _open(
        f"وزارة خارجية {country.formal_ar}",
        f"Ministry of Foreign Affairs of {country.formal_en}",
        f"Ministère des Affaires étrangères – {french}",
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        country,
    )
    _open(
        f"المندوبية الدائمة {_to(country.formal_ar)} لدى منظمة التعاون الإسلامي",
        f"Permanent Mission of {country.formal_en} to the OIC",
        f"Mission permanente auprès de l’OCI – {french}",
        AddresseeLevel.PERMANENT_REPRESENTATIVE,
        country,
    )


def _to(name: str) -> str:
    """Return an Arabic name after the preposition li-, which takes the place of its alef."""
    return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"


def _open(
    arabic: str, english: str, french: str, level: AddresseeLevel, country: Country | None = None
) -> None:
    if not Correspondent.objects.filter(name_en=english, level=level).exists():
        Correspondent.objects.create(
            name_ar=arabic,
            name_en=english,
            name_fr=french,
            level=level,
            country=country,
            folded=folded(arabic, english, french),
        )


def _open_matrix(at: datetime) -> None:
    SignatoryCell.objects.bulk_create(
        SignatoryCell(
            kind=kind,
            level=level,
            role=role,
            permitted=True,
            needs_authorisation=row.needs_authorisation,
            source=", ".join(source.key for source in row.source),
            recorded_at=at,
        )
        for row in signatory_matrix()
        for kind in row.kinds
        for level in row.addressee_levels
        for role in row.may_sign
    )


@dataclass(frozen=True)
class Entry:
    """A correspondent as somebody enters it."""

    name_ar: str
    name_en: str
    name_fr: str
    level: AddresseeLevel
    country: Country | None = None
    address: str = ""
    email: str = ""
    language: str = ""


def enter_correspondent(*, entry: Entry) -> Correspondent:
    """Enter a correspondent into the directory and return the entry."""
    with one_act():
        return Correspondent.objects.create(
            name_ar=entry.name_ar,
            name_en=entry.name_en,
            name_fr=entry.name_fr,
            level=entry.level,
            country=entry.country,
            address=entry.address,
            email=entry.email,
            language=entry.language,
            folded=folded(entry.name_ar, entry.name_en, entry.name_fr),
        )


Names = Mapping[Language, str]


@dataclass(frozen=True, kw_only=True)
class Held:
    """Who holds the post of a correspondent; ``names`` empty: it is vacant."""

    names: Names
    posts: Names
    styles: Names
    begins_on: date | None = None
    ends_on: date | None = None
    source: str = ""


def keep_incumbent(
    *,
    correspondent: Correspondent,
    held: Held,
    by: Duty,
    at: datetime,
    incumbent: Incumbent | None = None,
) -> Incumbent:
    """Enter who holds a correspondent's post, or put the entry right, and return it.

    ``incumbent`` None: a new entry. What was entered before stays in the record.
    :raises PapersMissing: no title, days in the wrong order, or somebody else holds it then.
    """
    if not any(held.posts.values()):
        raise PapersMissing(_NO_POST)
    if held.begins_on and held.ends_on and held.ends_on < held.begins_on:
        raise PapersMissing(_WRONG_ORDER)
    with one_act():
        row = incumbent or Incumbent(
            correspondent=correspondent, entered_by=by.officer, entered_at=at
        )
        others = Incumbent.objects.filter(correspondent=correspondent).exclude(pk=row.pk)
        if any(_overlap(each, held) for each in others):
            raise PapersMissing(_HELD)
        for language in Language:
            setattr(row, f"name_{language}", held.names.get(language, ""))
            setattr(row, f"post_{language}", held.posts.get(language, ""))
            setattr(row, f"style_{language}", held.styles.get(language, ""))
        row.begins_on, row.ends_on, row.source = held.begins_on, held.ends_on, held.source
        if incumbent is None:
            row.save(force_insert=True)
        else:
            row.save(update_fields=_OF_INCUMBENT)
        return row


_OF_INCUMBENT = [
    *(f"{column}_{language}" for column in ("name", "post", "style") for language in Language),
    "begins_on", "ends_on", "source",
]  # fmt: skip


def _overlap(one: Incumbent, held: Held) -> bool:
    """Tell whether two persons would hold the post on one day; a day not known is no bound."""
    first, last = held.begins_on or date.min, held.ends_on or date.max
    return (one.begins_on or date.min) <= last and first <= (one.ends_on or date.max)


@dataclass(frozen=True)
class Cell:
    """One cell of the signatory matrix as the leadership sets it, with the paper that says so."""

    kind: Kind
    level: AddresseeLevel
    role: Role
    permitted: bool
    needs_authorisation: bool
    source: str


def set_signatory(*, cell: Cell, by: Duty, at: datetime) -> SignatoryCell:
    """Change who may sign what to whom, from now on. :raises NotAuthorised: not the leadership."""
    authority = authority_for(
        by.authorities, roles=_LEADERSHIP, power=Power.OVERRIDE, kind=None, level=None, on=by.on
    )
    if authority is None:
        raise NotAuthorised(
            Unmet(
                "ACC007",
                _("Only the leadership changes who may sign what."),
                _("Ask one of these: %(roles)s."),
                {"roles": "|".join(sorted(_LEADERSHIP))},
                frozenset({"roles"}),
            )
        )
    with one_act():
        return SignatoryCell.objects.create(
            kind=cell.kind,
            level=cell.level,
            role=cell.role,
            permitted=cell.permitted,
            needs_authorisation=cell.needs_authorisation,
            source=cell.source,
            set_by=by.officer,
            set_under=Post.objects.get(pk=authority.post),
            recorded_at=at,
        )


_NO_POST = Unmet(
    "DIR001",
    _("Who holds a post is entered with its title, in one language at least."),
    _("Write the title of the post, such as Minister of Foreign Affairs."),
)
_WRONG_ORDER = Unmet(
    "DIR002",
    _("The last day is before the first."),
    _("Correct the day that is wrong, or leave it empty where it is not known."),
)
_HELD = Unmet(
    "DIR003",
    _("Somebody else holds the post on one of these days."),
    _("Give the predecessor a last day first, or correct the first day of this entry."),
)
