"""Sessions of the Council and the Summit: the year and the city that a text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.context import KnownSession
from clearance.review.finding import Finding
from clearance.review.mentions.sessions import SessionMention
from clearance.review.paper import Paper
from clearance.review.resolution_register import ResolutionRegister, city_key, register_of
from clearance.review.rules import found

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


def check(paper: Paper) -> Iterator[Finding]:
    """Find sessions to which the text gives another year or another city than the register."""
    register = paper.context.derived(register_of)
    for mention in paper.sessions:
        known = register.sessions.get(f"{mention.organ}-{mention.number}")
        if known is None:
            continue
        yield from _year(paper, mention, known)
        yield from _city(paper, register, mention, known)


def _year(paper: Paper, mention: SessionMention, known: KnownSession) -> Iterator[Finding]:
    last = known.ends.year if known.ends else known.year
    if mention.year is None or mention.year_at is None or known.year <= mention.year <= last:
        return
    yield found(
        "PRO008", *mention.year_at, suggestion=str(known.year), session=_named(mention),
        printed=str(mention.year), right=str(known.year), elsewhere=(mention.number_at,),
    )  # fmt: skip


def _city(
    paper: Paper, register: ResolutionRegister, mention: SessionMention, known: KnownSession
) -> Iterator[Finding]:
    """Another city that the registers know; what is no known city may be a state or a hall."""
    if mention.place_at is None or not known.city:
        return
    start, limit = mention.place_at
    stop = _CITY_ENDS.search(paper.skeleton, start + 1, limit)
    end = stop.start() if stop else limit
    printed = paper.text[start:end].strip()
    spelling = _city_in(city_key(printed), register)
    if spelling is None:
        return
    right = [city_key(part) for name in known.city.values() for part in re.split("/", name)]
    if register.cities[spelling] in {register.cities.get(key, key) for key in right}:
        return
    if any(key in city_key(printed) or spelling in key for key in right):
        return
    yield found(
        "PRO009", start, start + len(printed), session=_named(mention), printed=printed,
        suggestion=known.city.get(paper.language), elsewhere=(mention.number_at,),
        right={language.value: name for language, name in known.city.items()},
    )  # fmt: skip


def _city_in(printed: str, register: ResolutionRegister) -> str | None:
    """Return the known spelling that the printed words begin with; None: no city we know."""
    words = printed.split()
    for length in range(min(4, len(words)), 0, -1):
        spelling = " ".join(words[:length])
        if spelling in register.cities:
            return spelling
    return None


def _named(mention: SessionMention) -> dict[str, str]:
    english, french, arabic = _ORGANS[mention.organ.removeprefix("EX-")]
    is_extraordinary = mention.organ.startswith("EX-")
    number = mention.number
    return {
        "en": f"{'Extraordinary session' if is_extraordinary else 'Session'} {number} of {english}",
        "fr": f"La session {'extraordinaire ' if is_extraordinary else ''}n° {number} {french}",
        "ar": f"الدورة {'الاستثنائية ' if is_extraordinary else ''}{number} {arabic}",
    }
