"""What a line such as "Liaison Office in Vienna: closed on 2025-06-30" tells, in three languages.

The subject is taken to its words, and what was decided to a matter: a side of two, or a value that
another took the place of (a city, a day, a number, a name). English lines alone are read.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from clearance.data.fact_words import fact_matters
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.context import KnownState, Told
from clearance.review.told_subjects import Forms, words_of
from clearance.terms import Language
from clearance.terms.calendars import MONTHS

_DAY = on_demand(
    r"\s*\b(?:on|since|from|as of|with effect from|by)\s+\d{4}-\d\d-\d\d|\s*\(?\d{4}-\d\d-\d\d\)?$"
)
_SINCE = on_demand(r"\s*\bsince (?:19|20)\d\d$")
_MOVES = (
    r"(?:(?:seat|headquarters|venue|office|offices|session|meeting|to be) )*(?:moved|transferred|relocated|shifted"
    r"|postponed|put off|deferred|rescheduled|brought forward|advanced|set|fixed|raised|increased"
    r"|reduced|lowered|cut|capped|adjusted|limited|changed|extended|prolonged)"
)
_CHANGED = on_demand(
    rf"^(?:.{{0,40}}? )?{_MOVES}(?:(?:,? from (?P<old>.{{2,60}}?))? (?:to|at|until|till|for|in)"
    r" (?P<new>.{2,60}))(?:[;,(].*)?$"
)
_RENAMED = on_demand(
    r"\b(?:renamed|now called|now named|name changed to)(?: from (?P<old>.{2,60}?) to)?"
    r"(?: as| to)? (?P<new>.{2,80})$"
)
_PLACED = on_demand(
    r"\b(?:held|hosted|convened|based|located|seated|headquartered|seat)(?: (?:in|at|by))+"
    r" (?P<new>[^,;]{2,40})"
)
_ONLY = on_demand(r"^(?P<new>[^;]{4,90}?) only\b")
_ISO = on_demand(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_YEAR = on_demand(r"\b(?:19|20)\d\d\b")
_NUMBER = on_demand(r"\b(?P<digits>\d[\d,. ]*\d|\d)(?: ?(?P<unit>%|[^\W\d_]+))?")
_CURRENCY = on_demand(r"\b(?P<unit>usd|us dollars|eur|sar|\$) ?(?P<digits>\d[\d,. ]*\d|\d)")
# In three languages, the English name as it is looked for first.
_MONTHS = tuple(
    (english.lower(), french, arabic)
    for english, french, arabic in zip(
        MONTHS[Language.ENGLISH], MONTHS[Language.FRENCH], MONTHS[Language.ARABIC], strict=True
    )
)
_MONTH = on_demand(
    r"\b(?P<month>" + "|".join(each[0] for each in _MONTHS) + r") (?P<year>(?:19|20)\d\d)\b"
)


def told_in(line: str, states: Iterable[KnownState] = ()) -> Told | None:
    """Return what the line tells; None: its subject or what was decided is not understood."""
    subject, colon, decided = line.partition(":")
    held = tuple(states)
    words, proper = words_of(subject, held)
    if not colon or not words:
        return None
    first = next((place for place, is_name in enumerate(proper) if is_name), None)
    if first is None:
        first = max(range(len(words)), key=lambda place: len(words[place][0]))
    rest = tuple(forms for place, forms in enumerate(words) if place != first)
    plain = " ".join(fold(decided).skeleton.split())
    plain = _SINCE.sub("", _DAY.sub("", plain)).strip(" .;")
    matter = _changed(plain, subject, held) or _decided(plain, held)
    return matter and replace(matter, anchor=words[first], subject=rest)


def _changed(plain: str, subject: str, states: tuple[KnownState, ...]) -> Told | None:
    """Return the values that the line tells of."""
    if only := _ONLY.match(plain):
        words, _ = words_of(only["new"], states)
        return Told(matter="only", new=tuple(word[0] for word in words), anchor=())
    if renamed := _RENAMED.search(plain):
        words, _ = words_of(renamed["new"], states)
        before, _ = words_of(renamed["old"] or subject, states)
        added = [forms for forms in words if forms not in before]
        return Told(matter="name", new=added[0], anchor=()) if added else None
    found = _CHANGED.match(plain) or _PLACED.search(plain)
    if found is None:
        return None
    given = found.groupdict()
    for kind, read in (("time", time_told), ("number", number_told)):
        if new := read(given["new"]):
            old = read(given["old"]) if given.get("old") else ()
            return Told(matter=kind, new=new, old=old, anchor=())
    places = _place(given["new"], states)
    if not places:
        return None
    old = _place(given["old"], states) if given.get("old") else ()
    return Told(matter="place", new=places, old=old, anchor=())


def _decided(plain: str, states: tuple[KnownState, ...]) -> Told | None:
    """Return the side that was taken, and what it was done to where that belongs to it."""
    for matter in fact_matters():
        verb = re.search(r"\b(?:" + "|".join(matter.told) + r")\b", plain)
        if verb is None:
            continue
        words: list[Forms] = []
        if matter.has_object:
            words, _ = words_of(f"{plain[: verb.start()]} {plain[verb.end() :]}", states)
        return Told(matter=matter.code, object=tuple(words), anchor=())
    return None


def time_told(words: str) -> tuple[str, ...]:
    """Return the forms of a day, a month or a year; empty: the words tell none."""
    if day := _ISO.search(words):
        return (day[0],)
    if month := _MONTH.search(words):
        names = next(each for each in _MONTHS if each[0] == month["month"])
        return tuple(f"{name} {month['year']}" for name in names)
    year = _YEAR.search(words)
    return (year[0],) if year and not _NUMBER.search(_YEAR.sub("", words)) else ()


def number_told(words: str) -> tuple[str, ...]:
    """Return a number without separators and its unit; empty: the words tell none."""
    found = _CURRENCY.search(words) or _NUMBER.search(words)
    if found is None:
        return ()
    digits = re.sub(r"[ ,](?=\d{3})", "", found["digits"])
    unit = found["unit"] or ""
    return (digits, {"us": "usd", "us dollars": "usd", "$": "usd", "per": "%"}.get(unit, unit))


def _place(words: str, states: tuple[KnownState, ...]) -> tuple[str, ...]:
    """Return the names of the city or state that the words tell first."""
    found, proper = words_of(words, states)
    return next((forms for forms, is_name in zip(found, proper, strict=True) if is_name), ())
