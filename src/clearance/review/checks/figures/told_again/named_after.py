"""How many a text counts and then names in its own sentence: "the three languages are ...", "the two candidates, Mr X and Ms Y".

Also parts that are told by their place ("four parts. The first ..., the second ...") and items that
letters or numbers in brackets lead ("five aims: (a) ...; (b) ...").
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.told_again.counts import FEW, count_told, items_named
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

NAMED_AFTER = (
    Trigger("they are", r"[a-z\xc0-\xff] (?:are|were|sont|etaient|furent|هي|هم) [a-z\xc0-\xff]"),
    Trigger("persons named", r", (?:(?:h\.?e\.? |s\.?e\.? )?(?:mr|mrs|ms|dr|prof|m|mme|mlle|mm|ambassador)\.? |السيدة? |الدكتورة? |سعادة |معالي )"),
    Trigger("first of them", r"[.;:] (?:and )?(?:(?:the|la|le) (?:first|premiere?) |(?:و)?(?:ال)?(?:أول|أولى|أولها|أولاها|الأول|الأولى) )"),
    Trigger("lettered", r": ?(?:\(?(?:a|i|1|أ)\)|a\. ) ?[a-z\xc0-\xff]"),
)  # fmt: skip
_COUNT = "|".join(sorted(FEW - set("23456789"), key=len, reverse=True))
_PREFIX = pattern(r"(?:و|ف|ب|ل|ك)?(?:ال|ل)?")
_COUNTED = on_demand(
    rf"(?:^|[\s(,'])(?:{_PREFIX})(?P<count>{_COUNT})(?:\s?\(\d{{1,2}}\))?(?P<noun>(?:\s+[^\W\d_][\w'-]*){{1,7}})\s*$"
)
_REACH, _FAR = 100, 320
_SENTENCE = on_demand(r"[.;:](?=\s|$)|\n")
_TIME = compiled(
    r"\s+(?:days?|weeks?|months?|years?|times|hours?|jours|semaines|mois|ans|annees|fois|heures|million\w*|thousand|mille|per|pour|أيام|أشهر|سنوات|أعوام|مرات|ساعات|آلاف|ملايين)\b"
)
_SOME_OF = compiled(r"\b(?:of|out of|among|parmi|sur|des|من|بين)\s+(?:the |les |its |ses )?$")
_OTHERS = compiled(
    r"\b(?:which|who|that|whom|qui|que|first|last|other|premier\w*|dernier\w*|autres?|الأولى|الأخيرة|الأخرى|التي|الذين)\b"
)
# Others of the same are meant, or some of them, or another number stands between.
_NOT_ALL = compiled(
    r"\b(?:of|out of|among|parmi|sur|dont|whom|which|who|that|qui|que|first|last|other|premier\w*|dernier\w*|autres?|من|منها|منهم|بين|الأولى|الأخيرة|الأخرى|التي|الذين)\b"
)


def named_after(paper: Paper) -> Iterator[Finding]:
    """Find more or fewer named than the sentence counts."""
    signs = paper.signs
    if "they are" in signs:
        yield from _they_are(paper)
    if "persons named" in signs:
        yield from _persons(paper)
    if "first of them" in signs:
        yield from _by_their_place(paper)
    if "lettered" in signs:
        yield from _lettered(paper)


def _found(at: Stretch, listed: Stretch, told: int, number: int) -> Finding:
    return found("FIG023", *at, elsewhere=(listed,), told=told, listed=number)


def _counted(skeleton: str, place: int) -> tuple[Stretch, int, str] | None:
    """Return where a number and its noun end at the place, what it is, and the noun."""
    least = max(0, place - _REACH)
    begin = least
    for edge in _SENTENCE.finditer(skeleton, least, place):
        begin = edge.end()
    match = _COUNTED.search(skeleton, begin, place)
    told = count_told(match["count"]) if match else None
    if match is None or told is None or _TIME.match(match["noun"]):
        return None
    return match.span("count"), told, match["noun"]


_ARTICLE = compiled(r"(?:the |an? |le |la |les |l'|un |une |du |ال)")
_ITEM = compiled(r",\s*(?:and\s+|et\s+|و(?=ال))?|\s+(?:and|et)\s+|\s+و(?=ال)")


def _they_are(paper: Paper) -> Iterator[Finding]:
    """Find "the three languages of the Organisation are Arabic and English"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("they are"):
        near = skeleton[max(0, start - _REACH) : start]
        if skeleton[start] <= "\x7f" and FEW.isdisjoint(near.split()):
            continue
        lead = _counted(skeleton, start + 1)
        if lead is None or _SOME_OF.search(skeleton, max(0, lead[0][0] - 12), lead[0][0]):
            continue
        if _OTHERS.search(lead[2]):
            continue
        begin = skeleton.find(" ", start + 2) + 1
        close = _SENTENCE.search(skeleton, begin, min(len(skeleton), begin + _FAR))
        if close is None or close[0] == ":":
            continue
        listed = skeleton[begin : close.start()]
        number = items_named(listed, skeleton[begin] > "\x7f")
        if number is None or number < 2 or number == lead[1]:
            continue
        if _are_names(paper, begin, close.start()):
            yield _found(lead[0], (begin, close.start()), lead[1], number)


def _are_names(paper: Paper, begin: int, end: int) -> bool:
    """Tell whether each item begins with an article or a capital, so that it names a thing."""
    skeleton, place = paper.skeleton, begin
    places = [begin, *(match.end() for match in _ITEM.finditer(skeleton, begin, end))]
    for place in places:
        if place >= end:
            return False
        if _ARTICLE.match(skeleton, place, end):
            continue
        if not paper.text[place].isupper():
            return False
    return True


_NAME = r"(?:(?:h\.?e\.?|s\.?e\.?) )?(?:mr|mrs|ms|dr|prof|m|mme|mlle|ambassador|السيدة?|الدكتورة?|سعادة|معالي)\.? (?:(?:السفير|الدكتور|السيد)ة? )?[^,;:.\d\n]{2,60}?"
_PERSONS = compiled(
    rf"(?:{_NAME}(?:\([^()\n]{{2,60}}\))?)(?:(?:,\s*(?:and |et |و)?|\s+(?:and|et)\s+|\s+و)(?:{_NAME})(?:\([^()\n]{{2,60}}\))?){{1,8}}(?=,|\.|;|$|\n|\s\()"
)
_HONORIFIC = compiled(
    r"(?<![^\W\d_])و?(?:(?:mr|mrs|ms|dr|prof|m|mme|mlle|ambassador)\.? |(?:السيدة?|الدكتورة?|سعادة|معالي) (?!السيد|الدكتور|السفير))"
)


def _persons(paper: Paper) -> Iterator[Finding]:
    """Find "the three candidates, Mr X and Ms Y, were heard"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("persons named"):
        lead = _counted(skeleton, start)
        if lead is None or len(lead[2].split()) > 4 or _NOT_ALL.search(lead[2]):
            continue
        match = _PERSONS.match(skeleton, start + 2)
        if match is None:
            continue
        number = len(_HONORIFIC.findall(match[0]))
        if number > 1 and number != lead[1]:
            yield _found(lead[0], match.span(), lead[1], number)


_PARTS = compiled(
    r"\s+(?:(?:main|principal|distinct|successive|equal|grandes?|principa\w+|رئيسية)\s+)?(?:parts|sections|chapters|phases|stages|components|instal?lments|tranches|volumes|groups|committees|sub-committees|clusters|panels|pillars|tracks|workshops|sessions|meetings|annexes|documents|visits|rounds"
    r"|parties|chapitres|etapes|volets|composantes|versements|tomes|groupes|commissions|comites|axes|ateliers|seances|reunions|visites|cycles|أجزاء|أقسام|فصول|مراحل|مكونات|دفعات|أقساط|مجلدات|مجموعات|لجان|محاور|ورش|حلقات|جلسات|اجتماعات|ملاحق|وثائق|زيارات|جولات)\b"
)
_PLACES = tuple(
    compiled(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])")
    for words in (
        r"(?:the |la |le )(?:first|premiere?)|و?(?:ال)?(?:أول|أولى)(?:ها|هما|هم)?",
        r"(?:the |la |le )(?:second|deuxieme|seconde?)|و?(?:ال)?ثاني(?:ة|ها|تها|هما)?",
        r"(?:the |la |le )(?:third|troisieme)(?! (?:part(?:y|ies)|countr|pays|world|monde))|و?(?:ال)?ثالث(?:ة|ها|تها|هم)?",
        r"(?:the |la |le )(?:fourth|quatrieme)|و?(?:ال)?رابع(?:ة|ها|تها|هم)?",
        r"(?:the |la |le )(?:fifth|cinquieme)|و?(?:ال)?خامس(?:ة|ها|تها|هم)?",
        r"(?:the |la |le )(?:sixth|sixieme)|و?(?:ال)?سادس(?:ة|ها|تها|هم)?",
        r"(?:the |la |le )(?:seventh|septieme)|و?(?:ال)?سابع(?:ة|ها|تها|هم)?",
    )
)
_MORE = compiled(
    r"(?<![^\W\d_])(?:(?:the |la |le |les )(?:last|others?|rest|derniere?s?|autres?)|و?(?:ال)?(?:أخير|أخيرة|آخرها|أخيرها|باقي|بقية|أخرى)|finally|lastly|enfin|و?أخيرا)(?![^\W\d_])"
)
_LEAD = 180


def _by_their_place(paper: Paper) -> Iterator[Finding]:
    """Find "has four parts. The first covers Africa, the second Asia and the third the rest"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("first of them"):
        least = max(0, start - _LEAD, skeleton.rfind("\n\n", 0, start) + 1)
        before = max(least, skeleton.rfind(". ", least, start) + 1)
        counted = [
            match for match in _ONE.finditer(skeleton, before, start)
            if _PARTS.match(skeleton, match.end())
        ]  # fmt: skip
        if len(counted) != 1 or _SENTENCE.search(skeleton, counted[0].end(), start):
            continue
        told = count_told(counted[0]["count"])
        edge = skeleton.find("\n\n", end)
        stop = min(edge if edge >= 0 else len(skeleton), end + 3 * _FAR)
        at, number = start, 0
        for place in _PLACES:
            match = place.search(skeleton, at, stop)
            if match is None:
                break
            at, number = match.end(), number + 1
        if told is None or number < 2 or number == told or number == len(_PLACES):
            continue
        if number < told and _MORE.search(skeleton, start + 2, stop):
            continue
        yield _found(counted[0].span("count"), (start, at), told, number)


_ONE = on_demand(rf"(?<![^\W\d_])(?:{_PREFIX})(?P<count>{_COUNT})(?:\s?\(\d{{1,2}}\))?(?=\s)")
_MARK = compiled(r"(?:^|[\s:;,])\(?(?P<mark>[a-z]|[ivx]{1,4}|\d{1,2}|[أبجدهوزحطي])\)\s?(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ABJAD = pattern("أبجدهوزحطي")
_LAST_WORDS = compiled(r"(?:[.](?=\s|$)|\n\s*\n|$)")


def _lettered(paper: Paper) -> Iterator[Finding]:
    """Find "five aims, namely: (a) training; (b) research; (c) exchange"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("lettered"):
        least = max(0, start - _REACH, skeleton.rfind("\n", 0, start) + 1)
        begin = max(least, skeleton.rfind(". ", least, start) + 1)
        counted = list(_ONE.finditer(skeleton, begin, start))
        if len(counted) != 1 or _TIME.match(skeleton, counted[0].end()):
            continue
        if len(skeleton[counted[0].end() : start].split()) > 8:
            continue
        close = _LAST_WORDS.search(skeleton, end, min(len(skeleton), end + 3 * _FAR))
        if close is None:
            continue
        marks = [match["mark"] for match in _MARK.finditer(skeleton, start, close.start())]
        told, number = count_told(counted[0]["count"]), _in_order(marks)
        if told is not None and number > 1 and number != told:
            yield _found(counted[0].span("count"), (start, close.start()), told, number)


def _in_order(marks: list[str]) -> int:
    """Return how many marks follow each other from the first on; 0: they are not in order."""
    if not marks:
        return 0
    rows = (
        _ROMAN, tuple(str(n) for n in range(1, 30)), tuple("abcdefghijklmnopqrst"), tuple(_ABJAD),
    )  # fmt: skip
    return len(marks) if any(tuple(marks) == row[: len(marks)] for row in rows) else 0
