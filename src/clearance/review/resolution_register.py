"""The register of resolutions and sessions as the checks look things up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.references.resolution_number import (
    ResolutionNumber,
    compared,
    plain_letters,
    read_resolution_number,
    write_resolution_number,
)
from clearance.review.context import Context, KnownResolution, KnownSession
from clearance.terms import Language

_ORGANS = {
    "CFM": "CFM", "ICFM": "CFM", "COUNCIL": "CFM", "IS": "IS", "SUMMIT": "IS",
    "EX-CFM": "EX-CFM", "EXTRAORDINARY-COUNCIL": "EX-CFM", "EX-IS": "EX-IS", "EX-SUMMIT": "EX-IS",
    "EXTRAORDINARY-SUMMIT": "EX-IS", "ACM": "ACM",
}  # fmt: skip
# One more session than the register knows may have met since; more than that is a slip.
_SESSIONS_AHEAD = 1
_MOST_IN_A_SERIES = 100  # our guess: the most that was read in one series is 45 (45/10-P(IS))
_RUN = 5  # our guess: so many without a gap, and the register holds the series from its beginning


@dataclass
class ResolutionRegister:
    """Resolutions by number, sessions by code. Built by ``context.derived(register_of)``."""

    resolutions: dict[ResolutionNumber, KnownResolution] = field(default_factory=dict)
    sessions: dict[str, KnownSession] = field(default_factory=dict)
    last_session: dict[str, int] = field(default_factory=dict)
    series: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cities: dict[str, str] = field(default_factory=dict)
    by_title: dict[tuple[str, ...], list[KnownResolution]] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()

    def find(self, ref: str) -> KnownResolution | None:
        """Return the resolution of that number, in whatever form it is written."""
        number = number_of(ref)
        return self.resolutions.get(self.settled(number)) if number else None

    def settled(self, number: ResolutionNumber) -> ResolutionNumber:
        """Return the number as it is looked up.

        The Arabic letters of two series may be the same (POL and the older P): then the series is
        the one that the register holds of that session.
        """
        number = compared(number)
        if number in self.resolutions:
            return number
        for series in self.alike.get(number.series, ()):
            other = replace(number, series=series)
            if other in self.resolutions or (
                (number.session_code, series) in self.series
                and (number.session_code, number.series) not in self.series
            ):
                return other
        return number

    def session_of(self, known: KnownResolution) -> KnownSession | None:
        """Return the session that adopted the resolution, where the register has it."""
        return self.sessions.get(session_code(known.session))

    def must_hold(self, number: ResolutionNumber) -> bool:
        """Tell whether a number of that series and session would be in the register."""
        code = f"{number.session}-{number.series}" + ("(IS)" if number.of_summit else "")
        return bool(self.complete & {"*", number.session_code, code})

    def is_out_of_range(self, number: ResolutionNumber) -> bool:
        """Tell whether no session or no series goes so far."""
        last = self.last_session.get("IS" if number.of_summit else "CFM")
        if last is not None and number.session > last + _SESSIONS_AHEAD:
            return True
        if number.number > _MOST_IN_A_SERIES or not (number.number and number.session):
            return True
        held = self.series.get((number.session_code, number.series), [])
        return (
            len(held) >= _RUN and held == list(range(1, len(held) + 1)) and number.number > held[-1]
        )

    def current(self, known: KnownResolution) -> KnownResolution | None:
        """Return the resolution that stands in its place now; None where it was not replaced.

        A chain is followed to its end; one that turns on itself has none.
        """
        seen = {known.ref}
        while known.superseded_by is not None:
            following = self.find(known.superseded_by)
            if following is None or following.ref in seen:
                return None if following else KnownResolution(ref=known.superseded_by, session="")
            known = following
            seen.add(known.ref)
        return known if len(seen) > 1 else None

    def titled(self, printed: str) -> list[KnownResolution]:
        """Return the resolutions of exactly that title, in any language."""
        return self.by_title.get(title_words(printed), [])


@lru_cache(maxsize=1024)
def number_of(ref: str) -> ResolutionNumber | None:
    """Return the number that a reference in the house's form, or in Latin letters, has."""
    return read_resolution_number(ref)


def register_of(context: Context) -> ResolutionRegister:
    """Return the register for look-up; use it through ``context.derived``."""
    register = ResolutionRegister(complete=context.complete)
    for known in context.resolutions:
        number = read_resolution_number(known.ref, context.arabic_series)
        if number is None:
            continue
        register.resolutions[compared(number)] = known
        register.series.setdefault((number.session_code, number.series), []).append(number.number)
    for numbers in register.series.values():
        numbers.sort()
    for known in register.resolutions.values():
        for words in dict.fromkeys(map(title_words, known.titles.values())):
            register.by_title.setdefault(words, []).append(known)
    register.alike = _series_alike(context)
    for session in context.sessions:
        code = session_code(session.code)
        register.sessions[code] = session
        organ = code.rpartition("-")[0]
        register.last_session[organ] = max(session.number, register.last_session.get(organ, 0))
    register.cities = _cities(context)
    return register


def replaced_on(register: ResolutionRegister, newer: KnownResolution) -> date | None:
    """Return the day from which the newer resolution stands; None: not known."""
    session = register.session_of(newer)
    if session is not None and session.begins is not None:
        return session.begins
    year = session.year if session else newer.year
    return date(year, 1, 1) if year else None


def printed_ref(ref: str, context: Context, language: Language) -> str:
    """Return a number of the register as a paper in the language prints it."""
    number = read_resolution_number(ref, context.arabic_series)
    return write_resolution_number(number, language, context.arabic_series) if number else ref


_WORDS = on_demand(r"\w+")
_IGNORED = frozenset(
    _WORDS.findall(
        fold(
            "the a an of on in for to and or with by its at from concerning regarding resolution "
            "no la le les l un une de du des d sur dans et ou au aux en pour par relatif relative "
            "a "
            "concernant portant résolution question s "
            "في من على إلى عن بشأن حول و أو ال المتعلق المتعلقة بعنوان قرار رقم الخاص الخاصة مسألة"
        ).skeleton
    )
)
_ARABIC_PREFIX = on_demand("^" + fold("(?:و|ب|ل|ف|ك)?(?:ال|لل)").skeleton + r"(?=\w{3})")


@lru_cache(maxsize=8192)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title that tell it from others, without case, accents, articles."""
    words = _WORDS.findall(fold(title).skeleton)
    return tuple(_ARABIC_PREFIX.sub("", word) for word in words if word not in _IGNORED)


def _series_alike(context: Context) -> dict[str, tuple[str, ...]]:
    """Return, for each series, the others that Arabic prints with the same letters."""
    by_letters: dict[str, list[str]] = {}
    for series, letters in context.arabic_series.items():
        by_letters.setdefault(plain_letters(letters), []).append(series.upper())
    return {
        series: tuple(other for other in group if other != series)
        for group in by_letters.values()
        for series in group
        if len(group) > 1
    }


def session_code(code: str) -> str:
    """Return a session's code with the organ's letters as the checks know them."""
    organ, _, number = code.upper().replace("_", "-").rpartition("-")
    return f"{_ORGANS.get(organ, organ)}-{number.lstrip('0') or number}"


def _cities(context: Context) -> dict[str, str]:
    """Return every spelling of a city that the registers know, each with its English name."""
    names: Iterable[dict[Language, str]] = [
        *(dict(session.city) for session in context.sessions),
        *(dict(state.capital) for state in context.states),
    ]
    found: dict[str, str] = {}
    # two registers may call one city by two names of their own: "Kuwait", "Kuwait City"
    mains = {city_key(name): city_key(main) for name, main in context.city_spellings.items()}
    for given in names:
        main = city_key(given.get(Language.ENGLISH) or next(iter(given.values()), ""))
        main = mains.get(main, main)
        for name in given.values():
            for part in re.split(r"\s*/\s*", name):
                if part:
                    found.setdefault(city_key(part), main)
    for name, main in context.city_spellings.items():
        found.setdefault(city_key(name), found.get(city_key(main), city_key(main)))
    return found


@lru_cache(maxsize=4096)
def city_key(name: str) -> str:
    """Return a city's name as it is compared: no case, accents, article or doubled blanks."""
    return " ".join(fold(name).skeleton.replace("-", " ").replace("'", "").split())
