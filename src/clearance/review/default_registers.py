"""The registers of resolutions, sessions, agreements and decisions, as the review knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clearance.data import document_series, observers, resolutions, sessions, treaties
from clearance.data.basis_needed import basis_needed
from clearance.data.cities import capitals, cities, large_cities
from clearance.data.directives import directives
from clearance.data.procedure_parameters import procedure_parameters
from clearance.data.standing_facts import standing_facts
from clearance.review.context import Fact, KnownResolution, KnownSession, KnownTreaty, Names
from clearance.terms import Language

_ORGANS = {
    "council": "CFM",
    "extraordinary_council": "EX-CFM",
    "summit": "IS",
    "extraordinary_summit": "EX-IS",
    "coordination_meeting": "ACM",
}


def known_sessions() -> tuple[KnownSession, ...]:
    """Return the sessions that have a number."""
    return tuple(
        KnownSession(
            code=f"{_ORGANS[session.kind]}-{session.number}",
            number=session.number,
            year=int(session.start[:4]),
            city=_city(session.city),
            begins=date.fromisoformat(session.start) if session.precision == "day" else None,
            ends=date.fromisoformat(session.end) if session.end else None,
        )
        for session in sessions()
        if session.number is not None
    )


def known_resolutions() -> tuple[KnownResolution, ...]:
    """Return the resolutions of the sample. Titles that are not a source's own are left out."""
    found = []
    for known in resolutions():
        titles: dict[Language, str] = {}
        if known.title_en_basis == "sourced":
            titles[Language.ENGLISH] = known.title_en
        if known.title_fr:
            titles[Language.FRENCH] = known.title_fr
        if known.title_ar:
            titles[Language.ARABIC] = known.title_ar
        organ = "CFM" if known.organ == "council" else "IS"
        found.append(
            KnownResolution(
                ref=known.ref, session=f"{organ}-{known.session}", titles=titles, year=known.year
            )
        )
    return tuple(found)


def known_treaties() -> tuple[KnownTreaty, ...]:
    """Return the agreements; one that has a rule and too few ratifications is not in force."""
    return tuple(
        KnownTreaty(
            titles={Language.ENGLISH: treaty.title_en},
            in_force=_in_force(treaty.in_force, treaty.note),
            source=", ".join(source.text for source in treaty.source),
        )
        for treaty in treaties()
    )


def known_facts() -> tuple[Fact, ...]:
    """Return the recorded decisions, standing directives and facts, and who only observes."""
    return (*_directives(), *_standing(), *_observers())


def _directives() -> Iterator[Fact]:
    for directive in directives():
        yield Fact(
            id=directive.code,
            name={
                Language.ARABIC: directive.name_ar,
                Language.ENGLISH: directive.name_en,
                Language.FRENCH: directive.name_fr,
            },
            subjects=directive.subjects,
            contradicted_by=directive.contradicted_by,
            matter=directive.matter,
            holds=directive.holds,
            about=directive.about,
            since=date.fromisoformat(directive.since),
            until=date.fromisoformat(directive.until) if directive.until else None,
            source="; ".join(source.text for source in directive.source),
        )


def _standing() -> Iterator[Fact]:
    for fact in standing_facts():
        yield Fact(
            id=fact.code,
            name={
                Language.ARABIC: fact.name_ar,
                Language.ENGLISH: fact.name_en,
                Language.FRENCH: fact.name_fr,
            },
            subjects=(),
            matter=fact.matter,
            holds=fact.holds,
            since=date.fromisoformat(fact.since),
            source="; ".join(source.text for source in fact.source),
        )


def _bare(name: str) -> str:
    """Return a state's name without "Kingdom of"."""
    return re.sub(r"^(?:Kingdom of |Royaume de |مملكة )", "", name)


def _observers() -> Iterator[Fact]:
    """Yield that each state which observes is no member and has no vote."""
    for observer in observers():
        if observer.kind == "state":
            english, french, arabic = observer.name_en, observer.name_fr, observer.name_ar
            yield Fact(
                id=f"OBSERVER-{observer.code}",
                name={
                    Language.ENGLISH: f"{english} is an observer since {observer.since}.",
                    Language.FRENCH: f"{french} est observateur depuis {observer.since}.",
                    Language.ARABIC: f"{arabic} مراقب منذ عام {observer.since}.",
                },
                subjects=tuple(
                    dict.fromkeys(
                        short for name in (english, french, arabic) for short in (name, _bare(name))
                    )
                ),
                matter="status",
                holds="observer",
                since=date(observer.since, 1, 1),
                source="; ".join(source.text for source in observer.source),
            )


def known_series() -> dict[str, str]:
    """Return the Arabic letters of each series that has them."""
    return {series.code: series.letters_ar for series in document_series() if series.letters_ar}


def kinds_that_need_a_basis() -> dict[str, str]:
    """Return the kinds, each with the level of its finding."""
    return {needed.kind.value: needed.level for needed in basis_needed()}


def known_parameters() -> dict[str, Decimal]:
    """Return the figures of the rules of procedure that have a value."""
    return {
        parameter.code: Decimal(parameter.value)
        for parameter in procedure_parameters()
        if parameter.value is not None
    }


def city_spellings() -> dict[str, str]:
    """Return every spelling of a known city, with its English name; a capital goes first."""
    return {
        spelling: city.name_en
        for city in (*large_cities(), *cities(), *capitals())
        for spelling in (city.name_en, city.name_fr, city.name_ar, *city.also)
    }


def _city(printed: str) -> Names:
    by_name = {city.name_en: city for city in cities()}
    parts = [by_name.get(part) for part in printed.split(" / ")]
    names: dict[Language, str] = {Language.ENGLISH: printed}
    if all(parts):
        names[Language.FRENCH] = " / ".join(city.name_fr for city in parts if city)
        names[Language.ARABIC] = " / ".join(city.name_ar for city in parts if city)
    return names


def _in_force(since: str | None, note: str | None) -> bool | None:
    if since:
        return True
    return False if note and note.startswith("Not in force") else None
