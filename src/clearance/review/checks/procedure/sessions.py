"""Sessions of the Council and the Summit: the year and the city that a text gives them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from clearance.reading.skeleton import compiled
from clearance.review.context import Context, KnownSession
from clearance.review.default_registers import known_sessions
from clearance.review.finding import Finding, Level
from clearance.review.mentions.own_sessions import sessions_apart
from clearance.review.mentions.session_places import places_tied, year_tied
from clearance.review.mentions.sessions import SessionMention
from clearance.review.paper import Paper
from clearance.review.resolution_register import (
    ResolutionRegister,
    city_key,
    register_of,
    session_code,
)
from clearance.review.rules import found
from clearance.review.scan import Stretch

_ORGANS = {
    "CFM": ("the Council of Foreign Ministers", "du Conseil des ministres des Affaires étrangères",
            "لمجلس وزراء الخارجية"),
    "IS": ("the Islamic Summit", "du Sommet islamique", "لمؤتمر القمة الإسلامي"),
}  # fmt: skip
# Where a city's name ends that may be followed by its state and its days.
_CITY_ENDS = compiled(
    r"[,;.()\n]|\s-\s|\d|\b(?:on|in|from|during|between|at|le|les|du|en|au|pendant"
    r"|عام|سنة|يوم|يومي|في|خلال|من)\b"
)

# "the Banjul Summit", "Ankara and elsewhere": the city is another event's, or one of several.
_ANOTHERS = compiled(
    r"[^\W\d_][\w'-]*(?:[ -][^\W\d_][\w'-]*)?\s+"
    r"(?:summit|declaration|communique|process|plan of|office|workshop"
    r"|and elsewhere|et ailleurs|وغيرها)\b"
)


def check(paper: Paper) -> Iterator[Finding]:
    """Find sessions to which the text gives another year or another city than the register."""
    register = paper.context.derived(register_of)
    for mention in paper.sessions:
        code = f"{mention.organ}-{mention.number}"
        known = register.sessions.get(code) or paper.context.derived(_earlier).get(code)
        if known is None:
            continue
        yield from _year(paper, mention, known)
        if mention.place_at is not None:
            yield from other_city(paper, register, known, mention.place_at, mention.number_at)
        yield from _tied(paper, register, mention, known)
    if paper.hits("own session"):
        yield from _of_own(paper, register)
    yield from _told_apart(paper, register)


def _tied(
    paper: Paper, register: ResolutionRegister, mention: SessionMention, known: KnownSession
) -> Iterator[Finding]:
    """Find the wrong city or year that only words of the holding of sessions part from it."""
    place = mention.place_at
    if place and _city_in(city_key(_printed_city(paper, place)), register):
        return
    hosts = paper.context.derived(_hosts)
    tied = list(
        places_tied(paper.text, paper.skeleton, mention, lambda name: city_key(name) in hosts)
    )
    for at in tied:
        yield from other_city(paper, register, known, at, mention.number_at)
    if mention.year is None and (year_at := year_tied(paper.skeleton, mention, tied)):
        year = int(paper.skeleton[slice(*year_at)])
        yield from _year(paper, replace(mention, year=year, year_at=year_at), known, Level.WARN)


def _hosts(context: Context) -> frozenset[str]:
    """Return every spelling of the cities in which sessions were held."""
    register = context.derived(register_of)
    sessions = (*register.sessions.values(), *known_sessions())
    held = {city for session in sessions for city in cities_of(session, register)}
    return frozenset(spelling for spelling, main in register.cities.items() if main in held)


def _earlier(context: Context) -> dict[str, KnownSession]:
    """Return the sessions that the register lacks before the last that it has of an organ.

    A register may begin late, have gaps, or have none of an organ; where and when the sessions
    before it were held does not change. Gaps are filled only where the register agrees with ours
    on the years of the others. Source: sessions.toml.
    """
    held = context.derived(register_of).sessions
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for code, session in held.items():
        organ = code.rpartition("-")[0]
        first[organ] = min(session.number, first.get(organ, session.number))
        last[organ] = max(session.number, last.get(organ, session.number))
    ours = {session_code(session.code): session for session in known_sessions()}
    differing = {
        code.rpartition("-")[0]
        for code, session in held.items()
        if code in ours and ours[code].year != session.year
    }
    earlier = {}
    for code, session in ours.items():
        organ = code.rpartition("-")[0]
        limit = first if organ in differing else last
        if code not in held and session.number < limit.get(organ, session.number + 1):
            earlier[code] = session
    return earlier


def _told_apart(paper: Paper, register: ResolutionRegister) -> Iterator[Finding]:
    """Find the wrong year or city of a session whose number is not beside the organ's name."""
    read = {mention.number_at for mention in paper.sessions}
    begins = [mention.start for mention in paper.sessions]
    organs = []
    for start, end in paper.hits("organ_of_sessions"):
        before = bisect_right(begins, start)
        if before == 0 or paper.sessions[before - 1].end <= start:
            organs.append((start, end))
    for mention in sessions_apart(paper.text, paper.skeleton, organs):
        known = register.sessions.get(f"CFM-{mention.number}")
        if known is None or mention.number_at in read:
            continue
        yield from _year(paper, mention, known)
        if mention.place_at is not None:
            yield from other_city(paper, register, known, mention.place_at, mention.number_at)


def _of_own(paper: Paper, register: ResolutionRegister) -> Iterator[Finding]:
    """Find the wrong year or city of "the Council, at its 48th session" where the other agrees."""
    for mention in paper.own_sessions:
        known = register.sessions.get(f"{mention.organ}-{mention.number}")
        if known is None or mention.place_at is None or mention.year is None:
            continue
        if any(one.number_at == mention.number_at for one in paper.sessions):
            continue
        spelling = _city_in(city_key(_printed_city(paper, mention.place_at)), register)
        if spelling and register.cities[spelling] in cities_of(known, register):
            yield from _year(paper, mention, known)
        elif mention.year == known.year:
            yield from other_city(paper, register, known, mention.place_at, mention.number_at)


def _year(
    paper: Paper, mention: SessionMention, known: KnownSession, level: Level | None = None
) -> Iterator[Finding]:
    last = known.ends.year if known.ends else known.year
    if mention.year is None or mention.year_at is None or known.year <= mention.year <= last:
        return
    yield found(
        "PRO008", *mention.year_at, suggestion=str(known.year), session=_named(known),
        printed=str(mention.year), right=str(known.year), elsewhere=(mention.number_at,),
        level=level,
    )  # fmt: skip


def other_city(
    paper: Paper, register: ResolutionRegister, known: KnownSession, place: Stretch, beside: Stretch
) -> Iterator[Finding]:
    """Find another city that the registers know; what is no known city may be a state or a hall.

    ``place`` begins with the city; ``beside``: what the text says was held or adopted there.
    """
    if not known.city:
        return
    start, printed = place[0], _printed_city(paper, place)
    spelling = _city_in(city_key(printed), register)
    if spelling is None or _ANOTHERS.match(paper.skeleton, start):
        return
    if register.cities[spelling] in cities_of(known, register):
        return
    right = _keys_of(known)
    if any(key in city_key(printed) or spelling in key for key in right):
        return
    yield found(
        "PRO009", start, start + len(printed), session=_named(known), printed=printed,
        suggestion=known.city.get(paper.language), elsewhere=(beside,),
        right={language.value: name for language, name in known.city.items()},
    )  # fmt: skip


def _printed_city(paper: Paper, place: Stretch) -> str:
    """Return the city's name as printed, without the state or the days that follow it."""
    start, limit = place
    stop = _CITY_ENDS.search(paper.skeleton, start + 1, limit)
    return paper.text[start : stop.start() if stop else limit].strip()


def _city_in(printed: str, register: ResolutionRegister) -> str | None:
    """Return the known spelling that the printed words begin with; None: no city we know."""
    words = printed.split()
    for length in range(min(4, len(words)), 0, -1):
        spelling = " ".join(words[:length])
        if spelling in register.cities:
            return spelling
    return None


def _keys_of(known: KnownSession) -> list[str]:
    return [city_key(part) for name in known.city.values() for part in re.split("/", name)]


def cities_of(known: KnownSession, register: ResolutionRegister) -> set[str]:
    """Return the cities of the session as the register of cities has them."""
    return {register.cities.get(key, key) for key in _keys_of(known)}


def _named(session: KnownSession) -> dict[str, str]:
    organ = session_code(session.code).rpartition("-")[0]
    english, french, arabic = _ORGANS[organ.removeprefix("EX-")]
    is_extraordinary = organ.startswith("EX-")
    number = session.number
    return {
        "en": f"{'Extraordinary session' if is_extraordinary else 'Session'} {number} of {english}",
        "fr": f"La session {'extraordinaire ' if is_extraordinary else ''}n° {number} {french}",
        "ar": f"الدورة {'الاستثنائية ' if is_extraordinary else ''}{number} {arabic}",
    }
