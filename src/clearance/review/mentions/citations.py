"""Citations: the resolutions and symbols that a text names, and what it says of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.references import (
    DocumentSymbol,
    ResolutionNumber,
    read_document_symbol,
    read_resolution_number,
    write_document_symbol,
    write_resolution_number,
)
from clearance.references.resolution_number import ARABIC_NAMES
from clearance.review.mentions import sessions
from clearance.review.mentions.adoptions import with_words
from clearance.review.mentions.cited import Citation
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.sessions import SessionMention
from clearance.review.scan import Hits, Stretch, Trigger

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
    Trigger("symbol", r"o[ic][ic]-(?:cfm|summit)-[0-9]"),
    *(Trigger("another body", name, literal=True) for name in _BODY_NAMES),
    *sessions.TRIGGERS,
)

_SUMMIT = r"(?:\s?-?\s?\(\s?(?:i\.?\s?s\.?|ق\s?\.?\s?ا\s?\.?)\s?\))"
# A number may follow an Arabic "and" without a blank; in "n°1/38-ORG" the skeleton has an o.
_START = r"(?:(?<![0-9a-z_/.,])(?<!\d-)|(?<=\bno))(?!24/7-)"
_SERIAL = _START + r"\d{1,3}\s?/\s?\d{1,3}(?!\d|\s?/|[.,]\d)"
# A dash and Latin letters; without a dash only with the sign of the Summit.
_LATIN = compiled(
    _SERIAL
    + r"(?:\s{0,3}-\s{0,3}[a-z]{1,6}(?![\w'])"
    + _SUMMIT
    + r"?|\s[a-z]{1,3}\s?"
    + _SUMMIT
    + ")"
)
# "3/51/PAL", "3/51 PAL", "3/51 (فلسطين)": only where it is called a resolution.
_SERIES_PRINTED = frozenset(
    {"PAL", "POL", "ORG", "ECO", "LEG", "INF", "CS", "MM", "ST", "AF", "LO", "ICHAD"}
)
_UN = compiled(
    r"(?:(?<![0-9a-z_/.,-])|(?<= (?:19|20)\d\d,)|(?<=\bno)|(?<=\ba/res/))"
    r"(?P<session>\d{2})/(?P<number>\d{1,3})(?![\d/]|-\d|[.,]\d|\s?%)"
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
# "Your note No. 58/26 of 24 March": another's number, by the year as often as by a session.
_OF_A_PAPER = compiled(
    r"(?:\b(?:notes?|letters?|lettres?|circulars?|circulaires?|memorand(?:um|a)|memos?|telegrams?|telegrammes?|cables?|faxe?s?|courriers?"
    r"|messages?|communications?|correspondances?|contracts?|contrats?|invoices?|factures?)"
    r"|(?<![^\W\d_])[وفبلك]{0,2}(?:ال)?(?:مذكر|خطاب|رسال|كتاب|تعميم|برقي|مكاتب|عقد|فاتور)\w*)"
    r"(?:\s(?!resolution|decision|session|[وفبلك]{0,2}(?:ال)?قرار)[^\W\d_][\w'-]*){0,6}?"
    r",?\s(?:nos?\.?|n[o.]{0,2}|numbered|ref\.?:?|under (?:no\.?|ref\w*\.?)"
    r"|(?:ذات )?(?:ال|ب|بال)?رقم|عدد)\s?$"
)
_PAPER_BACK = 90
_COUNCIL = compiled(
    r"(?:(?<![\d/.,-])|(?<=\bs/res/))(?P<number>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)"
)
_RESOLUTION_BEFORE = compiled(
    r"(?:\b(?:resolutions?|decisions?)|\b(?:ال|ل|ب)?(?:ل|ال)?قرار(?:ي|ا|ات|ين|ان)?|المقرر"
    r"|\bnumbered|\ble numero|\bparagraphe?s? \d{1,2} (?:of|de))\s*"
    r"(?:nos?\.?\s?|n[o.]{0,2}\s?|رقم\s|الرقم\s|أرقام\s|ذ[يوا] الرقم\s)*\(?$|\ba/res/$|\bres\.?\s?$"
)
_SYMBOL = compiled(r"(?:(?:oic|oci)[/-]|icfm/)[a-z0-9][a-z0-9./\-]*(?:\.\s[a-z]+[a-z0-9./\-]*)?")
# What is nearly such a symbol is one that is badly printed: OIC/CFM51/2025, OIC/CMF-51/2025.
_OF_CONFERENCE = compiled(
    r"(?:oic|oci)/(?:ex-)?(?:i?cfm|summit|is|comcec|acm)[-/ ]|icfm/\d"
    r"|(?:oic|oci)/(?:(?:i?cfm|summit)\d{1,2}|(?:cmf|fcm|mcf|cfmm|ccfm|sumit|summitt?)-?\d{1,2})/(?:19|20)\d\d/"
    r"|(?:oic|oci)-(?:cfm|summit)-?\d{1,2}/(?:19|20)\d\d/"
)
_TO_DATE = compiled(
    r"(?:\s(?:of (?:the )?(?:(?:united nations )?general assembly|assembly|council)"
    r"|de l'assemblee generale(?: des nations unies)?|للجمعية العامة(?: للأمم المتحدة)?))?"
    r"\s*,?\s*\(?(?:of|dated|adopted (?:by [^.;\d\n]{3,50} )?(?:on|in)|(?:en date )?du|dat[e]e? du"
    r"|adoptee? (?:par [^.;\d\n]{3,50} )?le|en date|le"
    r"|المؤرخة?|المؤرخين|(?:الصادرة?|المعتمدة?) (?:عن [^.;\d\n]{3,40} )?(?:في|بتاريخ)"
    r"|بتاريخ|في)?\s*"
    r"(?:the\s+)?(?:(?:[a-z]+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+)?$"
)
# Numbers that are followed by the one that carries session and series for all.
_SHARES_SERIES = compiled(
    r"(?:\b(?:resolutions|decisions)|قرار(?:ات|ين|ي|ان|ا)?)\s+"
    r"(?:nos?\.?\s?|numbers\s|أرقام\s|رقم\s|رقمي\s)?"
    r"(?P<listed>(?:\d{1,3}\s*(?:,\s*(?:and\s|et\s|و)?|and\s|et\s|&\s*|to\s|a\s|إلى\s|و\s?)\s*)"
    r"{1,12})$"
)
_SERIAL_ALONE = on_demand(r"(?<!\d)\d{1,3}(?!\d)")
_LONGEST_LIST = 120
_PAIRED = compiled(r"\s*(?:and|et|و)\s*$")
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_FIRST_ARABIC = fold("ا").skeleton
_DAY_WITHIN = 76
_HIGHEST_SESSION = 99
_SERIAL_OF_SYMBOL = on_demand(r"RES[.-]?(?P<number>\d{1,3})")


def read_citations(
    text: str,
    skeleton: str,
    hits: Hits,
    dates: Sequence[DateMention] = (),
    arabic_series: Mapping[str, str] | None = None,
) -> tuple[Citation, ...]:
    """Return the citations in order of place, each with no more than the day after it.

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
    return tuple(found)


def told_beside(
    text: str,
    skeleton: str,
    found: Sequence[Citation],
    sessions: Iterable[SessionMention],
) -> tuple[Citation, ...]:
    """Return the citations with what the text says of the house's own.

    ``sessions``: those that it names, apart from the organ's name or by half of it too; of two
    readings of one number the last counts.
    """
    by_number = {mention.number_at: mention for mention in sessions}
    named = sorted(by_number.values(), key=lambda mention: mention.start)
    return tuple(
        with_words(text, skeleton, citation, found, named) if citation.family == "oic" else citation
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
    letters = tuple(sorted(arabic.values()))
    form, loose = _arabic_form(letters), _loose_form(letters)
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
        if _may_have_series(text, skeleton, at) and (
            match := _LATIN.match(skeleton, start)
            or form.match(skeleton, start)
            or loose.match(skeleton, start)
        ):
            number = read_resolution_number(_plainly(text, match), arabic)
            if number is not None and _is_series(text, skeleton, match, number):
                ref = write_resolution_number(number)
                yield from _sharing(skeleton, match.start(), number)
                yield _cited(match, "oic", ref, _day_after(skeleton, match.end(), dates, begins))
        elif match := _UN.match(skeleton, start):
            past = match.end()
            if bodies and _of_another_body(skeleton, start, past, bodies):
                continue
            if _OF_A_PAPER.search(skeleton, max(0, start - _PAPER_BACK), start):
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


def _may_have_series(text: str, skeleton: str, at: int) -> bool:
    """Tell, without a pattern, whether a dash, letters or a bracket may follow a number."""
    after = skeleton[at + 3 : at + 14].lstrip("0123456789/ ")
    if after[:1] == "-" or after[:1] >= _FIRST_ARABIC or "(" in after:
        return True
    begin = at + 3 + len(skeleton[at + 3 : at + 14]) - len(after)
    return after[:2].isalpha() and text[begin : begin + 2].isupper()


def _plainly(text: str, match: re.Match[str]) -> str:
    """Return a number with a dash before its series, however the text sets them apart."""
    if "loose" not in match.groupdict():
        return text[match.start() : match.end()]
    return f"{text[slice(*match.span('serial'))]}-{text[slice(*match.span('loose'))]}"


def _is_series(text: str, skeleton: str, match: re.Match[str], number: ResolutionNumber) -> bool:
    """Tell a series from a word after a fraction: "1/2-inch" is no resolution."""
    is_capital = not text[match.start() : match.end()].islower()
    if is_capital and number.series in _SERIES_PRINTED and "-" in match[0]:
        return True
    if is_capital and "loose" not in match.groupdict() and number.session <= _HIGHEST_SESSION:
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


@lru_cache(maxsize=16)
def _loose_form(letters: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of a number whose series stands behind a slash, a blank or in brackets."""
    known = "|".join(
        (
            *(code.lower() for code in sorted(_SERIES_PRINTED)),
            *(r"\s+".join(name.split()) for name in sorted(ARABIC_NAMES, key=len, reverse=True)),
            *(
                r"\s?\.?\s?".join(re.sub(r"[\s.]", "", series))
                for series in sorted(letters, key=len, reverse=True)
            ),
        )
    )
    return compiled(
        rf"{_START}(?P<serial>\d{{1,3}}\s?/\s?\d{{1,3}})(?:\s?/\s?|\s{{0,2}}-\s{{0,2}}|\s?\(\s?|\s)"
        rf"(?P<loose>{known})\s?\)?(?![\w/])"
    )


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
        if symbol is not None and (number := _resolution_of(symbol)) is not None:
            yield Citation(start=start, end=end, family="oic", ref=write_resolution_number(number))
        past = match.end()


def _resolution_of(symbol: DocumentSymbol) -> ResolutionNumber | None:
    """Return the one resolution that a symbol names: OIC/CFM-51/2025/PAL/RES.3 is 3/51-PAL."""
    serial = _SERIAL_OF_SYMBOL.fullmatch(symbol.parts[-1]) if len(symbol.parts) == 2 else None
    if serial is None or symbol.session is None or symbol.organ not in ("CFM", "IS"):
        return None
    return ResolutionNumber(
        int(serial["number"]), symbol.session, symbol.parts[0], symbol.organ == "IS"
    )


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
