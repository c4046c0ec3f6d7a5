"""What a text says of the year of a resolution or a session of the United Nations' organs."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clearance.data.security_council import years_of
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.mentions.cited import Citation
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.mentions.sessions import beside
from clearance.review.scan import Stretch, Trigger

HitsOf = Callable[[str], Sequence[Stretch]]
"""The stretches of the triggers of a name."""
Organ = Literal["security_council", "assembly", "assembly_session", "human_rights_council"]

NATIONS = (
    Trigger("security council", "security council", literal=True),
    Trigger("security council", "conseil de sécurité", literal=True),
    Trigger("security council", "مجلس الأمن", literal=True),
    Trigger("assembly", "general assembly", literal=True),
    Trigger("assembly", "assemblée générale", literal=True),
    Trigger("assembly", "جمعية العامة", literal=True),
    Trigger("human rights council", "human rights council", literal=True),
    Trigger("human rights council", "conseil des droits de l'homme", literal=True),
    Trigger("human rights council", "مجلس حقوق الإنسان", literal=True),
    Trigger("roman session", r"[0-9] ?\([ivxl]{1,6}\)"),
    Trigger("roman session", r"[0-9] ?\(د ?- ?[0-9]"),
)


@dataclass(frozen=True, slots=True)
class YearTold:
    """A resolution or session, at ``at``, with the year that the text gives it, at ``told_at``.

    ``first`` and ``last``: the years in which it was adopted or met; ``last`` None: not known yet.
    """

    organ: Organ
    ref: str
    at: Stretch
    first: int
    last: int | None
    told: int
    told_at: Stretch

    @property
    def fits(self) -> bool:
        """Whether the year is one of its own."""
        return self.first <= self.told and (self.last is None or self.told <= self.last)


_FOUNDED = 1945  # session S of the Assembly meets from September of this year + S
_RESOLUTION = r"(?:\bresolutions?|\b(?:ال|ل|ب|و)?(?:ل|ال)?قرار(?:ي|ا|ات|ين|ان|ه|ها)?)\s*(?:nos?\.?\s?|n[o.]{0,2}\s?|رقم\s|الرقم\s|ذي الرقم\s)*"
# "of 23 December 2016", "adopted in 2016", "(2016)", "لعام 2016": the number's own year.
_ITS_YEAR = (
    r"\s*,?\s*\(?(?:(?:of|dated|adopted (?:by [^.;\d\n]{3,60}? )?(?:on|in)|du|de|en date du|adoptee? (?:par [^.;\d\n]{3,60}? )?(?:le|en)|لعام|لسنة|عام|سنة"
    r"|(?:الصادرة?|المعتمدة?)(?: عن [^.;\d\n]{3,40}?)? (?:في|عام|سنة|بتاريخ)|المؤرخة?(?: في)?|بتاريخ)\s+|d')?(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th|er)?\s+(?:[^\W\d_]+[ /]){1,4}|[^\W\d_]+\s+(?:\d{1,2},\s+)?)?"
    r"(?P<year>(?:19[4-9]|20\d)\d)(?![\d/]|[.-]\d)"
)
_OF_COUNCIL = compiled(
    r"(?:\bof the (?:united nations |un )?security council|\b(?:united nations |un )?security council(?:'s)?|\bdu conseil de securite(?: des nations unies| de l'onu)?|(?:ال|ل)?مجلس الأمن(?: الدولي| التابع للأمم المتحدة)?)"
)
_ITS_NAME = r"(?:(?:ال|ل)?مجلس الأمن(?: الدولي| التابع للأمم المتحدة)?\s+(?:رقم\s)?)?"
_COUNCIL_NUMBER = compiled(_RESOLUTION + _ITS_NAME + r"(?P<number>\d{1,4})(?![\d/]|[.,]\d)")
_OTHER_COUNCIL = compiled(r"peace and $|conseil de paix et de $|السلم وال?$|السلم و$")
_LISTED = compiled(
    r"(?:\bresolutions?\b|\bunscr\b|\bscr\b|قرار(?:ي|ا|ات|ين|ان|ه|ها)?\b|\bs/res/)[^.;\n]{0,160}$"
)
_SESSION_BEFORE = on_demand(
    ORDINAL
    + pattern(
        r"\s*\)?\s*(?:regular\s|ordinary\s)?(?:sessions?|session ordinaire)\s(?:of|de)\s(?:the\s|l')?(?:united nations |un )?$"
    )
)
_SESSION = ("session", pattern("دورة"))
_ARABIC_SESSION = on_demand(
    pattern(r"(?:ال|ل|لل)?دورة(?:ال)?\s+(?:ال)?\(?\s*(?:رقم\s*)?")
    + ORDINAL
    + pattern(r"\s*\)?\s*(?:العادية\s*)?(?:من دورات\s*)?(?:ال|لل|ل)$")
)
_OF_OTHERS = compiled(
    r"\s+(?:(?:of|de|du|des)\b|ل)\s*(?:the |l'|la |le |les )?(?!united nations|un\b|nations unies|onu\b|لأمم|أمم)[a-z\u0621-\u064a]"
)
# Months in which a session of the Assembly opens, and the days of September on which none has yet.
_LATE = compiled(
    r"\b(?:october|november|december|octobre|novembre|decembre|أكتوبر|نوفمبر|ديسمبر|"
    r"تشرين الأول|تشرين الثاني|كانون الأول|(?<!\d )(?:september|septembre|سبتمبر|أيلول)|"
    r"(?:1[5-9]|2\d|30) (?:september|septembre|سبتمبر|أيلول))\b"
)
_YOUNGEST = 40  # sessions of other assemblies are fewer: our guess
_ROMAN = compiled(r"(?P<number>\d{1,4}) ?\((?:(?P<roman>[ivxl]{1,6})|د ?- ?(?P<session>\d{1,2}))\)")
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}
_LAST_ROMAN = 30  # from the 31st session on, numbers are written session/number
_ASSEMBLY = compiled(r"general assembly|assemblee generale|الجمعية العامة|للجمعية العامة")
# Resolutions of the Assembly and the session that adopted each: the numbers run on, so that what
# stands between two of them is of a session between theirs.
_KNOWN_NUMBERS = (
    (1, 1), (95, 1), (106, 1), (110, 2), (181, 2), (194, 3), (217, 3), (273, 3), (289, 4), (302, 4), (303, 4),
    (377, 5), (428, 5), (513, 6), (640, 7), (742, 8), (808, 9), (917, 10), (1514, 15), (1541, 15), (1654, 16),
    (1803, 17), (1904, 18), (2106, 20), (2131, 20), (2200, 21), (2443, 23), (2542, 24), (2625, 25), (2672, 25),
    (2758, 26), (2787, 26), (3068, 28), (3236, 29), (3237, 29), (3314, 29), (3376, 30), (3379, 30),
)  # fmt: skip
_HUMAN_RIGHTS = compiled(
    _RESOLUTION + r"(?:(?:ال|ل)?مجلس حقوق الإنسان\s+(?:رقم\s)?)?"
    r"(?P<session>\d{1,2})/(?P<number>\d{1,3})(?![\d/]|[.,]\d)"
)
_OF_RIGHTS = compiled(
    r"(?:\b(?:of the )?human rights council|\bdu conseil des droits de l'homme|(?:ال|ل)?مجلس حقوق الإنسان)"
)
_NEAR, _AFTER = 46, 110


def read_years_told(
    text: str, skeleton: str, hits: HitsOf, citations: Sequence[Citation]
) -> Iterator[YearTold]:
    """Yield what the text says of the years, right or wrong, in no order."""
    yield from _in_brackets(skeleton, citations)
    yield from _of_security_council(skeleton, hits("security council"))
    yield from _of_sessions(text, skeleton, hits("assembly"))
    yield from _of_old_sessions(skeleton, hits("roman session"))
    yield from _of_assembly(skeleton, citations)
    yield from _of_human_rights(skeleton, hits("human rights council"))


def _in_brackets(skeleton: str, citations: Sequence[Citation]) -> Iterator[YearTold]:
    """Yield "resolutions 242 (1967) and 338 (1973)"."""
    for citation in citations:
        if citation.family != "security_council" or citation.year is None:
            continue
        led = _LISTED.search(skeleton, max(0, citation.start - 180), citation.start)
        if led is not None and citation.year_at is not None:
            number = int(citation.ref)
            at = citation.start, citation.start + len(citation.ref)
            yield _of_number(number, at, citation.year, citation.year_at)
            day = _year_after(skeleton, citation.end)
            if day is not None:
                yield _of_number(number, at, *year_of(day))


def _of_number(number: int, at: Stretch, told: int, told_at: Stretch) -> YearTold:
    return YearTold("security_council", str(number), at, *years_of(number), told, told_at)


def _of_security_council(skeleton: str, organs: Sequence[Stretch]) -> Iterator[YearTold]:
    """Yield "Security Council resolution 242 of 22 November 1967", the organ before or after."""
    for start, end in organs:
        if _OTHER_COUNCIL.search(skeleton, max(0, start - 24), start):
            continue
        number = _COUNCIL_NUMBER.search(skeleton, max(0, start - _NEAR), end + _NEAR)
        if number is None:
            continue
        if between := _YEAR_BETWEEN.fullmatch(skeleton, number.end(), max(number.end(), start)):
            yield _of_number(int(number["number"]), number.span("number"), *year_of(between))
            continue
        if not _beside(skeleton, number, (start, end)):
            continue
        after = number.end()
        behind = _OF_COUNCIL.match(skeleton, after + 1)
        year = _year_after(skeleton, behind.end() if behind else after)
        if year is not None and skeleton[year.start() :].lstrip()[:1] != "(":
            yield _of_number(int(number["number"]), number.span("number"), *year_of(year))


def _beside(skeleton: str, number: re.Match[str], organ: Stretch) -> bool:
    """Tell whether only blanks and small words part the number's words from the organ's name."""
    start, end = organ
    if number.start() < start and end < number.end():
        return True  # "قرار مجلس الأمن رقم": between the word and its number
    gap = (
        skeleton[end : number.start()] if number.start() >= end else skeleton[number.end() : start]
    )
    return len(gap.split()) <= 2 and not set(".;:\n") & set(gap)


def _year_after(skeleton: str, place: int) -> re.Match[str] | None:
    return _YEAR_SAID.match(skeleton, place, min(len(skeleton), place + _AFTER))


def year_of(match: re.Match[str]) -> tuple[int, Stretch]:
    """Return the year that a match caught, and where it stands."""
    return int(match["year"]), match.span("year")


_YEAR_SAID = compiled(_ITS_YEAR)
# "resolution 242 of 1967 of the Security Council"
_YEAR_BETWEEN = compiled(
    _ITS_YEAR + r"\)?,?\s(?:of the|by the|du|الصادرة? عن|عن)?\s*(?:united nations |un )?"
)


def _of_sessions(text: str, skeleton: str, organs: Sequence[Stretch]) -> Iterator[YearTold]:
    """Yield "the seventy-ninth session of the General Assembly, held in 2024"."""
    for start, end in organs:
        begin = max(0, start - 70)
        if not any(word in skeleton[begin:start] for word in _SESSION):
            continue
        match = _SESSION_BEFORE.search(skeleton, begin, start) or _ARABIC_SESSION.search(
            skeleton, begin, start
        )
        if match is None or _OF_OTHERS.match(skeleton, end):
            continue
        session = ordinal_of(match["ordinal"], match["ordinal_words"])
        if session < _YOUNGEST:
            continue
        year_at, _ = beside(text, skeleton, _after_nations(skeleton, end))
        if year_at is not None:
            at = match.span("ordinal") if match["ordinal"] else match.span("ordinal_words")
            year = int(skeleton[slice(*year_at)])
            told = _of_session("assembly_session", session, str(session), at, year, year_at)
            late = _LATE.search(skeleton, end, year_at[0])
            if late and told.last == year:  # from September on the next session meets
                told = replace(told, last=told.first)
            yield told


_NATIONS_NAME = compiled(
    r"\s+(?:of the (?:united nations|un)\b|des nations unies\b|de l'onu\b|للأمم المتحدة)"
)


def _after_nations(skeleton: str, end: int) -> int:
    named = _NATIONS_NAME.match(skeleton, end)
    return named.end() if named else end


def _of_session(
    organ: Organ, session: int, ref: str, at: Stretch, told: int, told_at: Stretch
) -> YearTold:
    year = _FOUNDED + session
    return YearTold(organ, ref, at, year, year + (session > 1), told, told_at)


def _of_old_sessions(skeleton: str, hits: Sequence[Stretch]) -> Iterator[YearTold]:
    """Yield "resolution 194 (III) of 11 December 1948"."""
    for hit, _ in hits:
        start = hit
        while start and skeleton[start - 1].isdigit():
            start -= 1
        match = _ROMAN.match(skeleton, start)
        year = _year_after(skeleton, match.end()) if match else None
        if match is None or year is None:
            continue
        if not _LISTED.search(skeleton, max(0, start - 180), start):
            continue
        session = int(match["session"]) if match["session"] else _value(match["roman"])
        if 1 <= session <= _LAST_ROMAN:
            ref = f"{match['number']} ({match['roman'] or session})".upper()
            yield _of_session("assembly", session, ref, match.span(), *year_of(year))


def old_numbers(skeleton: str, hits: HitsOf) -> Iterator[tuple[Stretch, int, int, int, int]]:
    """Yield the place, the number and the session of "resolution 194 (V)" that cannot be of it.

    Behind them the first and the last session that the number can be of.
    """
    for hit, _ in hits("roman session"):
        start = hit
        while start and skeleton[start - 1].isdigit():
            start -= 1
        match = _ROMAN.match(skeleton, start)
        if match is None or not _LISTED.search(skeleton, max(0, start - 180), start):
            continue
        if not _ASSEMBLY.search(
            skeleton, max(0, start - 180), min(len(skeleton), match.end() + 60)
        ):
            continue
        session = int(match["session"]) if match["session"] else _value(match["roman"])
        number = int(match["number"])
        least = max((s for n, s in _KNOWN_NUMBERS if n <= number), default=1)
        most = min((s for n, s in _KNOWN_NUMBERS if n >= number), default=_LAST_ROMAN)
        if not least <= session <= most:
            yield match.span(), number, session, least, most


def _value(roman: str) -> int:
    """Return a Roman number's value."""
    values = [_LETTERS[letter] for letter in roman]
    return sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def _of_assembly(skeleton: str, citations: Sequence[Citation]) -> Iterator[YearTold]:
    """Yield "resolution 70/1 (2015)" and "A/RES/79/81, adopted in 2024"; a day is read elsewhere."""
    for citation in citations:
        if citation.family != "un" or citation.dated is not None:
            continue
        year = _year_after(skeleton, citation.end)
        session = int(citation.ref.partition("/")[0])
        if year is not None and session > _LAST_ROMAN:
            at = citation.start, citation.end
            yield _of_session("assembly", session, citation.ref, at, *year_of(year))


def _of_human_rights(skeleton: str, organs: Sequence[Stretch]) -> Iterator[YearTold]:
    """Yield "Human Rights Council resolution 47/1 of 12 July 2021": three sessions a year."""
    for start, end in organs:
        number = _HUMAN_RIGHTS.search(skeleton, max(0, start - _NEAR), end + _NEAR)
        if number is None or not _beside(skeleton, number, (start, end)):
            continue
        after = number.end()
        behind = _OF_RIGHTS.match(skeleton, after + 1)
        year = _year_after(skeleton, behind.end() if behind else after)
        if year is not None:
            session = int(number["session"])
            own = 2006 + (session - 1) // 3
            ref = f"{session}/{number['number']}"
            at = number.start("session"), after
            yield YearTold("human_rights_council", ref, at, own, own, *year_of(year))
