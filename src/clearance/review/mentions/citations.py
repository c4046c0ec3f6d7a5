"""Citations: the resolutions and symbols that a text names, and what it says of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from clearance.reading.skeleton import compiled, fold, pattern
from clearance.references import (
    ResolutionNumber,
    read_document_symbol,
    read_resolution_number,
    write_document_symbol,
    write_resolution_number,
)
from clearance.review.mentions import sessions
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.mentions.sessions import SessionMention, beside, read_sessions
from clearance.review.mentions.titles import title_of
from clearance.review.scan import Hits, Stretch, Trigger


@dataclass(slots=True, unsafe_hash=True)  # not frozen, and never changed: see DateMention
class Citation:
    """A cited number from ``start`` up to ``end``.

    ``family``: "oic" (1/51-PAL), "un" (71/31), "security_council" (1325 (2000)), "symbol"
    (OIC/CFM-44/2017/POL/RES/FINAL). ``ref`` is the number in the house's form; a symbol that
    breaks the grammar is kept as it is printed. What the text says of it beside the number is None
    where it says nothing: its title with its place, the session, the year, the city, the day.
    ``city_at`` is a stretch that begins with the city and may run on. ``title_ends``: the text
    itself says where the title ends, by a quotation mark or otherwise. ``title_is_aside``: what
    stands there may be no title.
    """

    start: int
    end: int
    family: Literal["oic", "un", "security_council", "symbol"]
    ref: str
    title: str | None = None
    title_at: tuple[int, int] | None = None
    title_ends: bool = False
    title_is_aside: bool = False
    session: int | None = None
    session_at: tuple[int, int] | None = None
    year: int | None = None
    year_at: tuple[int, int] | None = None
    city: str | None = None
    city_at: tuple[int, int] | None = None
    dated: date | None = None
    dated_at: tuple[int, int] | None = None


# Bodies whose sessions were others in the same years; our list, of those that are cited most.
_BODY_NAMES = (
    "human rights council", "world health assembly", "wha", "international atomic energy agency",
    "iaea", "aiea", "unesco", "environment assembly", "unea", "ecosoc",
    "commission on human rights", "commission on the status of women",
    "economic and social council", "conseil economique et social", "conseil des droits de l'homme",
    "assemblee mondiale de la sante", "agence internationale de l'energie atomique",
    "executive board", "conseil executif", "مجلس حقوق الإنسان", "جمعية الصحة العالمية",
    "وكالة الدولية للطاقة الذرية", "مجلس الاقتصادي والاجتماعي", "يونسكو",
)  # fmt: skip
TRIGGERS: tuple[Trigger, ...] = (
    Trigger("number_with_slash", r"[0-9] ?/ ?[0-9]"),
    Trigger("number_and_year", r"[0-9] \((?:19|20)[0-9][0-9]\)"),
    Trigger("symbol", "OIC/", literal=True),
    Trigger("symbol", "OCI/", literal=True),
    Trigger("symbol", "ICFM/", literal=True),
    *(Trigger("another body", name, literal=True) for name in _BODY_NAMES),
    *sessions.TRIGGERS,
)

_SUMMIT = r"(?:\s?-?\s?\(\s?(?:i\.?\s?s\.?|ق\s?\.?\s?ا\s?\.?)\s?\))"
# A number may follow an Arabic "and" without a blank; in "n°1/38-ORG" the skeleton has an o.
_START = r"(?:(?<![0-9a-z_/.,])(?<!\d-)|(?<=\bno))"
_SERIAL = _START + r"\d{1,3}\s?/\s?\d{1,2}(?!\d|\s?/|[.,]\d)"
# A dash and Latin letters; without a dash only with the sign of the Summit.
_LATIN = compiled(
    _SERIAL
    + r"(?:\s{0,3}-\s{0,3}[a-z]{1,6}(?![\w'])"
    + _SUMMIT
    + r"?|\s[a-z]{1,3}\s?"
    + _SUMMIT
    + ")"
)
_UN = compiled(
    r"(?:(?<![0-9a-z_/.,-])|(?<=\bno)|(?<=\ba/res/))(?P<session>\d{2})/(?P<number>\d{1,3})(?![\d/]|-\d|[.,]\d|\s?%)"
    r"(?:\s?(?P<part>[a-z](?:(?:,| and| et| to| a) [a-z])*)(?=[\s,;.]))?"
)
_BODIES = rf"(?:ال|ل)?(?:{'|'.join(_BODY_NAMES)})".replace(" ", r"\s+")
_BODY_BACK, _BODY_ON = 80, 60  # characters on either side
_BODY_BEFORE = compiled(
    rf"\b{_BODIES}(?:'s)?,? (?:(?:by|in|under|through|par|dans|في|بموجب)\s(?:its|sa|the)?\s*)?"
    r"(?:(?:resolutions?|decisions?|قرار\S*)\s*)?(?:nos?\.?\s?|n[o.]{0,2}\s?|رقم\s)?$"
)
_BODY_AFTER = compiled(
    rf"(?:[^.;\n]{{0,24}})?\s(?:of|adopted by|de|du|par|عن|الصادر عن)\s"
    rf"(?:the |la |le |l')?{_BODIES}"
)
_COUNCIL = compiled(
    r"(?:(?<![\d/.,-])|(?<=\bs/res/))(?P<number>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)"
)
_RESOLUTION_BEFORE = compiled(
    r"(?:\b(?:resolutions?|decisions?)|\b(?:ال|ل|ب)?(?:ل|ال)?قرار(?:ي|ا|ات|ين|ان)?|المقرر)\s*"
    r"(?:nos?\.?\s?|n[o.]{0,2}\s?|رقم\s|الرقم\s|أرقام\s|ذي الرقم\s)*\(?$|\ba/res/$|\bres\.?\s?$"
)
_SYMBOL = compiled(r"(?:oic|oci|icfm)/[a-z0-9][a-z0-9./\-]*(?:\.\s[a-z]+[a-z0-9./\-]*)?")
_OF_CONFERENCE = compiled(r"(?:oic|oci)/(?:ex-)?(?:i?cfm|summit|is|comcec|acm)[-/ ]|icfm/\d")
_TO_DATE = compiled(
    r"(?:\s(?:of (?:the )?(?:(?:united nations )?general assembly|assembly|council)"
    r"|de l'assemblee generale(?: des nations unies)?|للجمعية العامة(?: للأمم المتحدة)?))?"
    r"\s*,?\s*\(?(?:of|dated|adopted (?:on|in)|(?:en date )?du|dat[e]e? du|adoptee? le|en date|le"
    r"|المؤرخة?|المؤرخين|الصادرة? (?:في|بتاريخ)|المعتمدة? في|بتاريخ|في)?\s*"
    r"(?:the\s+)?(?:(?:[a-z]+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+)?$"
)
_LISTED = compiled(
    r"\s*(?:,|;|and|et|or|ou|to|a|و|أو|إلى)(?:\s*,)?\s*(?:and|et|و)?\s*"
    r"(?:nos?\.?\s?|resolutions?\s|la\s)?$"
)
# Numbers that are followed by the one that carries session and series for all.
_SHARES_SERIES = compiled(
    r"(?:\b(?:resolutions|decisions)|قرار(?:ات|ين|ي|ان|ا)?)\s+"
    r"(?:nos?\.?\s?|numbers\s|أرقام\s|رقم\s|رقمي\s)?"
    r"(?P<listed>(?:\d{1,3}\s*(?:,\s*(?:and\s|et\s|و)?|and\s|et\s|&\s*|to\s|a\s|إلى\s|و\s?)\s*)"
    r"{1,12})$"
)
_SERIAL_ALONE = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_LONGEST_LIST = 120
_PAIRED = compiled(r"\s*(?:and|et|و)\s*$")
_ADOPTED = compiled(
    r"(?:\b(?:adopted|issued|approved|passed|endorsed|enacted|emanating|taken|adoptee?s?|prises?"
    r"|issues?|emanant|approuvee?s?|votee?s?|rendue?s?)\b|صادر|معتمد|اعتمد|أقر|صدر|اتخذ)"
    r"[^.;\n]{0,60}$|(?:\b(?:of|by|from|de|du|par|issue de)\s+(?:the |la |l')?|\(|,\s*|عن\s*"
    r"|من\s*)$"
)
# "which the Council of Foreign Ministers adopted at its fifty-first session"
_ADOPTED_AT = compiled(
    r"\b(?:adopted|approved|endorsed|issued|passed|adoptee?s?|approuvee?s?|prises?|votee?s?)\b"
)
_ADOPTS = compiled(
    r"\b(?:adopted|approved|passed|issued|enacted|a adopte|ont adopte|a approuve"
    r"|adopta)\s+(?:\w+\s+){0,3}$"
    r"|(?:اعتمدت?|أقرت?|أصدرت?|واعتمدت?)\s[^.;]{0,160}$"
)
# "adopted at its fiftieth session": the organ's own, whose name the text leaves out.
_OWN_SESSION = re.compile(
    pattern(
        r"(?:adopted|approved|issued|adoptee?s?|prises?|المعتمدة?|الصادرة?|اعتمده?ا?)[^.;\n]{0,40}?"
        r"\b(?:its|sa|لدى|في|عن)?\s*(?:\b(?:its|sa)\s+|دورته?ا?\s+)"
    )
    + ORDINAL
    + pattern(r"(?:\s+session\b)?(?:\s+session)?")
)
_ENDS_SENTENCE = compiled(r"[.;]\s|\n\s*\n")
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_FIRST_ARABIC = fold("ا").skeleton
_DAY_WITHIN = 76
_SENTENCE_REACH = 420


def read_citations(
    text: str,
    skeleton: str,
    hits: Hits,
    dates: Sequence[DateMention] = (),
    arabic_series: Mapping[str, str] | None = None,
) -> tuple[Citation, ...]:
    """Return the citations in order of place.

    ``dates`` are those of the same text. ``arabic_series``: the Arabic letters of each series.
    """
    signs = hits.get("number_with_slash", ())
    if not signs and "symbol" not in hits and "number_and_year" not in hits:
        return ()
    found = [
        *_numbers(text, skeleton, hits, dates, arabic_series or {}),
        *_symbols(text, skeleton, hits),
        *_of_security_council(skeleton, hits),
    ]
    found.sort(key=lambda citation: citation.start)
    if not any(citation.family == "oic" for citation in found):
        return tuple(found)
    named = read_sessions(text, skeleton, hits)
    return tuple(
        _with_words(text, skeleton, citation, found, named)
        if citation.family == "oic"
        else citation
        for citation in found
    )


def _numbers(
    text: str,
    skeleton: str,
    hits: Hits,
    dates: Sequence[DateMention],
    arabic: Mapping[str, str],
) -> Iterator[Citation]:
    """Yield the numbers of the house and of the United Nations, each with the day after it."""
    form = _arabic_form(tuple(sorted(arabic.values())))
    begins = [mention.start for mention in dates]
    past = 0
    undated: re.Match[str] | None = None
    bodies = hits.get("another body", ())
    for at, _ in hits.get("number_with_slash", ()):
        start = at
        while start > past and skeleton[start - 1].isdigit():
            start -= 1
        if start < past:
            continue
        if _may_have_series(skeleton, at) and (
            match := _LATIN.match(skeleton, start) or form.match(skeleton, start)
        ):
            number = read_resolution_number(text[match.start() : match.end()], arabic)
            if number is not None and _is_series(text, skeleton, match):
                ref = write_resolution_number(number)
                yield from _sharing(skeleton, match.start(), number)
                yield _cited(match, "oic", ref, _day_after(skeleton, match.end(), dates, begins))
        elif match := _UN.match(skeleton, start):
            past = match.end()
            if bodies and _of_another_body(skeleton, start, past, bodies):
                continue
            day = _day_after(skeleton, match.end(), dates, begins)
            if undated is not None:
                pair = undated["session"] == match["session"] and _PAIRED.match(
                    skeleton, undated.end(), match.start()
                )
                yield _cited(undated, "un", _of_nations(undated), day if pair else None)
                undated = None
            if day is not None:
                yield _cited(match, "un", _of_nations(match), day)
            elif _RESOLUTION_BEFORE.search(skeleton, max(0, start - 24), start):
                undated = match
        if match:
            past = match.end()
    if undated is not None:
        yield _cited(undated, "un", _of_nations(undated), None)


def _of_another_body(skeleton: str, start: int, end: int, bodies: Sequence[Stretch]) -> bool:
    """Tell whether it is a number of a body that writes numbers as the Assembly does."""
    least, most = max(0, start - _BODY_BACK), end + _BODY_ON
    if not any(least <= at < most for at, _ in bodies):
        return False
    return bool(
        _BODY_BEFORE.search(skeleton, least, start) or _BODY_AFTER.match(skeleton, end, most)
    )


def _sharing(skeleton: str, start: int, number: ResolutionNumber) -> Iterator[Citation]:
    """Yield the numbers before a citation that share its series: "1, 2 and 3/51-PAL"."""
    listed = _SHARES_SERIES.search(skeleton, max(0, start - _LONGEST_LIST), start)
    for each in _SERIAL_ALONE.finditer(skeleton, *listed.span("listed")) if listed else ():
        other = replace(number, number=int(each[0]))
        yield Citation(
            start=each.start(), end=each.end(), family="oic", ref=write_resolution_number(other)
        )


def _may_have_series(skeleton: str, at: int) -> bool:
    """Tell, without a pattern, whether a dash, Arabic letters or a bracket may follow a number."""
    after = skeleton[at + 3 : at + 14].lstrip("0123456789/ ")
    return after[:1] == "-" or after[:1] >= _FIRST_ARABIC or "(" in after


def _is_series(text: str, skeleton: str, match: re.Match[str]) -> bool:
    """Tell a series from a word after a fraction: "1/2-inch" is no resolution."""
    if not text[match.start() : match.end()].islower():
        return True
    begin = max(0, match.start() - 24)
    return _RESOLUTION_BEFORE.search(skeleton, begin, match.start()) is not None


def _cited(
    match: re.Match[str], family: Literal["oic", "un"], ref: str, day: DateMention | None
) -> Citation:
    return Citation(
        start=match.start(),
        end=match.end(),
        family=family,
        ref=ref,
        dated=day.value if day else None,
        dated_at=(day.start, day.end) if day else None,
    )


def _of_nations(match: re.Match[str]) -> str:
    part = f" {match['part'].upper()}" if match["part"] else ""
    return f"{match['session']}/{match['number']}{part}"


def _day_after(
    skeleton: str, end: int, dates: Sequence[DateMention], begins: list[int]
) -> DateMention | None:
    """Return the day that the text gives right after the place; None: it gives none."""
    place = bisect_left(begins, end)
    if place == len(dates):
        return None
    day = dates[place]
    gap = skeleton[end : day.start]
    if len(gap) >= _DAY_WITHIN or day.calendar != "gregorian" or ("\n" in gap and gap.isspace()):
        return None  # a date alone on the next line is the paper's own
    return day if _TO_DATE.match(skeleton, end, day.start) else None


@lru_cache(maxsize=16)
def _arabic_form(letters: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of a number with Arabic letters; those not given need the dash."""
    known = "|".join(
        r"\s?\.?\s?".join(re.sub(r"[\s.]", "", series)) for series in sorted(letters, key=len)[::-1]
    )
    series = (
        rf"\s{{0,3}}-?\s{{0,3}}(?:{known or '(?!)'})\.?(?!\w)"
        rf"|\s{{0,3}}-\s{{0,3}}[{_ARABIC}]{{1,3}}(?!\w)"
        rf"|\s{{0,3}}-?\s{{0,3}}[{_ARABIC}](?:[\s.]?[{_ARABIC}]){{0,2}}(?={_SUMMIT})"
    )
    return compiled(f"{_SERIAL}(?:{series}){_SUMMIT}?")


def _symbols(text: str, skeleton: str, hits: Hits) -> Iterator[Citation]:
    past = 0
    for start, _ in hits.get("symbol", ()):
        if start < past or skeleton[start - 1 : start].isalnum():
            continue
        match = _SYMBOL.match(skeleton, start)
        if match is None or not _OF_CONFERENCE.match(skeleton, start):
            continue
        end = match.start() + len(match[0].rstrip("./- "))
        symbol = read_document_symbol(text[start:end])
        yield Citation(
            start=start, end=end, family="symbol",
            ref=write_document_symbol(symbol) if symbol else text[start:end],
        )  # fmt: skip
        past = match.end()


def _of_security_council(skeleton: str, hits: Hits) -> Iterator[Citation]:
    for at, _ in hits.get("number_and_year", ()):
        start = at
        while start > 0 and skeleton[start - 1].isdigit():
            start -= 1
        match = _COUNCIL.match(skeleton, start)
        if match:
            yield Citation(
                start=start, end=match.end(), family="security_council", ref=match["number"],
                year=int(match["year"]), year_at=match.span("year"),
            )  # fmt: skip


def _with_words(
    text: str,
    skeleton: str,
    citation: Citation,
    found: Sequence[Citation],
    named: Sequence[SessionMention],
) -> Citation:
    """Return the citation with the title, session, year and city that the text gives it."""
    limit = min(len(skeleton), citation.end + _SENTENCE_REACH)
    stop = _ENDS_SENTENCE.search(skeleton, citation.end + 1, limit)
    limit = stop.start() if stop else limit
    title = title_of(text, skeleton, citation.start, citation.end)
    told = citation
    after = citation.end
    if title is not None:
        told = replace(
            told, title=text[title.start : title.end], title_at=(title.start, title.end),
            title_ends=title.ends, title_is_aside=title.is_aside,
        )  # fmt: skip
        after = max(after, title.end)
    following = next((s for s in named if s.start >= citation.end), None)
    if (
        following is not None
        and following.start < limit
        and (
            _ADOPTED.search(skeleton, citation.end, following.start)
            or _ADOPTED_AT.search(skeleton, following.start, following.end)
        )
        and not _another_between(citation, following.start, found, skeleton)
    ):
        return replace(
            told, session=following.number, session_at=following.number_at, year=following.year,
            year_at=following.year_at, city_at=following.place_at,
        )  # fmt: skip
    own = _OWN_SESSION.search(skeleton, citation.end, limit)
    if own is not None and not _another_between(citation, own.start(), found, skeleton):
        at = own.span("ordinal") if own["ordinal"] else own.span("ordinal_words")
        number = ordinal_of(own["ordinal"], own["ordinal_words"])
        if f"/{number}-" not in citation.ref:  # else the year and city are those of the number
            return replace(told, session=number, session_at=at)
    preceding = _session_before(skeleton, citation, found, named)
    if preceding is not None:
        return replace(told, session=preceding.number, session_at=preceding.number_at)
    year_at, place_at = beside(text, skeleton, citation.end)
    if year_at is None and after > citation.end:
        year_at, place_at = beside(text, skeleton, after)
    if year_at is None and told.dated is not None and told.dated_at is not None:
        return replace(told, year=told.dated.year, year_at=told.dated_at)
    return replace(
        told,
        year=int(skeleton[slice(*year_at)]) if year_at else None,
        year_at=year_at,
        city_at=place_at,
    )


def _session_before(
    skeleton: str,
    citation: Citation,
    found: Sequence[Citation],
    named: Sequence[SessionMention],
) -> SessionMention | None:
    """Return the session of which the text says, before the number, that it adopted it."""
    earlier = [session for session in named if session.end <= citation.start]
    if not earlier or citation.start - earlier[-1].end > _SENTENCE_REACH // 2:
        return None
    start = earlier[-1].start
    if any(start <= other.start < citation.start for other in found):
        return None
    begin = max(0, start - 16)
    if _ENDS_SENTENCE.search(skeleton, earlier[-1].end, citation.start):
        return None
    return earlier[-1] if _ADOPTS.search(skeleton, begin, citation.start) else None


def _another_between(
    citation: Citation, end: int, found: Sequence[Citation], skeleton: str
) -> bool:
    """Tell whether another number stands between, other than as the next one of a list."""
    last = citation
    for other in found:
        if citation.end <= other.start < end:
            if not _LISTED.match(skeleton, last.end, other.start):
                return True
            last = other
    return False
