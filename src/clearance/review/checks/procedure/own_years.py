"""The year that a text tells beside the city in which the resolution it cites was adopted.

However a paper says it ("issued when the Council gathered in Niamey in 2019", "the fruit of the
Niamey session of 2019"), a year that stands right beside the session's own city is the session's,
unless another event is named between. Which words are such is our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.procedure.sessions import cities_of
from clearance.review.context import KnownSession
from clearance.review.finding import Finding, Level
from clearance.review.mentions.cited import Citation
from clearance.review.paper import Paper
from clearance.review.resolution_register import ResolutionRegister, number_of, register_of
from clearance.review.rules import found
from clearance.review.scan import Stretch

_STOP = on_demand(r"[.](?=\s)|\n\s*\n")
_YEAR = r"(?P<year>(?:19[6-9]|20\d)\d)(?![\d/]|-\d|[.,]\d)"
# "Istanbul in 2025", "Istanbul (2025)", "the Istanbul session of June 2025", «إسطنبول لعام 2025»
_BEHIND = compiled(
    r"(?:\s+(?:session|council|ministerial|meeting|hosted(?: it)?|"
    r"(?:a|avait) (?:accueillie?|abritee?)))?"
    r"\s*[,(]?\s*"
    r"(?:(?:in|of|on|en|de|du|le|les|during|عام|سنة|لعام|لسنة|في)\s+)*"
    rf"(?:[^\W\d_]{{3,10}}\s+)?{_YEAR}"
)
_BEFORE = compiled(
    rf"{_YEAR}\s*,?\s*(?:(?:at|in|from|a|au|en|في|بمدينة|ب)\s*)?(?:the city of |la ville de )?$"
)
# What else may have been held, signed or made there in another year.
_ANOTHER = compiled(
    r"\b(?:workshops?|seminars?|conferences?|forum|symposium|summit|declaration|treaty|convention|"
    r"agreement|protocol|office|centre|center|mission|visit|born|signed|ateliers?|seminaires?|"
    r"colloque|sommet|traite|accord|protocole|bureau|visite|signee?s?|general assembly|"
    r"united nations|nations unies|security council|extraordinary|extraordinaire)\b|"
    r"(?<!\w)(?:ال)?(?:ورشة|ندوة|مؤتمر (?!القمة)|منتدى|قمة|إعلان|معاهدة|اتفاق\w*|بروتوكول|مكتب|"
    r"مركز|بعثة|زيارة|استثنائية|جمعية العامة|أمم المتحدة|مجلس الأمن)(?!\w)"
)
# Who met there, or that it was adopted.
_MADE = compiled(
    r"\b(?:session|council|ministers|cfm|adopted|approved|passed|voted|issued|endorsed|given|taken|"
    r"conseil|ministres|cmae|adoptee?|adopta|approuvee?|votee?|vota|prise|donnee?|issue)\b|"
    r"(?<!\w)و?(?:ال|ل)?(?:دورة|مجلس|وزراء|(?:ال)?(?:معتمد|صادر)|(?:اعتمد|أصدر|أقر|اتخذ|صدر|وافق)ت?)"
)
_BESIDE = 24  # characters around the city and before the number
# "which dates back to 2025", "qui remonte à 2025", "ويعود إلى عام 2025"
_DATES_BACK = compiled(
    r"[\s,\"]*(?:(?:which|that|qui|و?(?:الذي|هو))\s+)?(?:(?:dat(?:es?|ing)|go(?:es|ing)) back to|"
    r"dates? from|dating from|bear(?:s|ing) the date of|remont(?:e|ant) a|dat(?:e|ant) de|"
    r"port(?:e|ant) la date de|و?(?:يعود|يرجع|ويعود)(?: تاريخه)? إلى)\s+"
    rf"(?:the year |l'annee |عام |سنة )?{_YEAR}"
)
_REACH = 260  # characters on either side of a citation


def check(paper: Paper, told: set[Stretch]) -> Iterator[Finding]:
    """Find the year beside the session's own city that is not the session's.

    ``told``: the years of which something was found already.
    """
    register = paper.context.derived(register_of)
    ours = [one for one in paper.citations if one.family == "oic"]
    for citation in ours:
        session = _session_of(register, citation)
        if session is None:
            continue
        last = session.ends.year if session.ends else session.year
        for at in _years(paper, register, citation, session, ours):
            printed = int(paper.skeleton[slice(*at)])
            if at in told or session.year <= printed <= last:
                continue
            told.add(at)
            yield found(
                "PRO021", *at, level=Level.WARN, suggestion=str(session.year), ref=citation.ref,
                printed=str(printed), right=str(session.year),
                elsewhere=((citation.start, citation.end),),
            )  # fmt: skip


def _session_of(register: ResolutionRegister, citation: Citation) -> KnownSession | None:
    number = number_of(citation.ref)
    if number is None:
        return None
    number = register.settled(number)
    known = register.resolutions.get(number)
    if known is not None:
        session = register.session_of(known)
        return None if session is None or known.year not in (None, session.year) else session
    return register.sessions.get(number.session_code)


def _years(
    paper: Paper, register: ResolutionRegister, citation: Citation, session: KnownSession,
    others: Sequence[Citation],
) -> Iterator[Stretch]:  # fmt: skip
    """Yield the years that stand beside a city of the session, in the sentence of the citation."""
    skeleton = paper.skeleton
    begin, end = _sentence(skeleton, citation)
    behind = max(citation.end, citation.title_at[1] if citation.title_at else 0)
    for place in dict.fromkeys((citation.end, behind)):
        if back := _DATES_BACK.match(skeleton, place, min(len(skeleton), place + 60)):
            yield back.span("year")
            return
    within = [one for one in others if begin <= one.start < end]
    if any(_session_of(register, one) is not session for one in within):
        return
    for name in _names(tuple(sorted(cities_of(session, register))), tuple(register.cities.items())):
        for city in re.finditer(name, skeleton[begin:end]):
            start, stop = begin + city.start(), begin + city.end()
            if citation.title_at and citation.title_at[0] <= start < citation.title_at[1]:
                continue
            first, last = (
                sorted((citation.end, start)) if start > citation.end else (stop, citation.start)
            )
            gap = _without(skeleton, citation.title_at, first, last)
            around = f"{gap} {skeleton[stop : stop + _BESIDE]}"
            before = skeleton[max(begin, min(start, citation.start) - _BESIDE) : citation.start]
            if _ANOTHER.search(around) or _ANOTHER.search(before) or not _MADE.search(around):
                continue
            told = _BEHIND.match(skeleton, stop, end) or _BEFORE.search(
                skeleton, max(begin, start - 30), start
            )
            if told is not None:
                yield told.span("year")


def _without(skeleton: str, title: Stretch | None, begin: int, end: int) -> str:
    """Return what stands between two places, the title of the resolution left out."""
    if title is None or title[1] <= begin or title[0] >= end:
        return skeleton[begin:end]
    return skeleton[begin : max(begin, title[0])] + " " + skeleton[min(end, title[1]) : end]


def _sentence(skeleton: str, citation: Citation) -> Stretch:
    begin = max(0, citation.start - _REACH)
    for stop in _STOP.finditer(skeleton, begin, citation.start):
        begin = stop.end()
    limit = min(len(skeleton), citation.end + _REACH)
    after = _STOP.search(skeleton, citation.end, limit)
    return begin, after.start() if after else limit


@lru_cache(maxsize=128)
def _names(own: tuple[str, ...], cities: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return the expression for the spellings of the cities; none: nothing is looked for."""
    spellings = {name for name, main in cities if main in own}
    if not spellings:
        return ()
    prefix = f"{fold('ب').skeleton}?"
    longest_first = sorted(spellings, key=len, reverse=True)
    return (rf"(?<!\w){prefix}(?:{'|'.join(map(_spelt, longest_first))})(?!\w)",)


def _spelt(name: str) -> str:
    return "[ -]".join(map(re.escape, name.split()))
