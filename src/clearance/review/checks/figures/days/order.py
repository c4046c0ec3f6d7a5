"""What runs from one to another in the wrong order: days, years, pages and articles."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.figures.days.calendar import to_gregorian
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

YEARS = (
    Trigger("years", r"(?:19|20)[0-9][0-9]\s*-\s*(?:19|20)[0-9][0-9]"),
    Trigger(
        "years",
        r"(?:19|20)[0-9][0-9]\s+(?:to|until|through|a|au|jusqu'en|إلى|الى|حتى)\s+"
        r"(?:عام\s+|سنة\s+|l'annee\s+|the year\s+)?(?:19|20)[0-9][0-9]",
    ),
)
PLACES = (
    Trigger("places", r"(?:articles|paragraphs|pages|sections|chapters|rules|clauses)\s+[0-9]"),
    Trigger("places", r"(?:paragraphes|chapitres|regles)\s+[0-9]"),
    Trigger(
        "letters",
        r"(?:paragraphs|subparagraphs|items|points|annexes|appendices|sections|clauses|parts|chapters|articles|titres|parties|alineas|paragraphes|chapitres) \(?[a-z]{1,4}\)? ?(?:to|a|-) ?\(?[a-z]",
    ),
    Trigger(
        "letters",
        r"(?:الفقرات|البنود|المرفقات|الملاحق|الأقسام|الأجزاء) (?:من )?\(?[ابجدهوزحطي]\)? ?(?:إلى|-) ?\(?[ابجدهوزحطي]",
    ),
    Trigger(
        "part to part",
        r"(?:to|au|a l'|a la|إلى) ?(?:article|chapter|chapitre|paragraph|paragraphe|page|section|annexe?|part|partie|rule|المادة|الفصل|الفقرة|الصفحة|البند) \(?[0-9ivx]",
    ),
    Trigger("places", r"(?:المواد|الفقرات|الصفحات|البنود|الفصول)\s+(?:من\s+)?\(?[0-9]"),
)
_YEARS = compiled(
    r"(?P<first>\d{4})\s*(?P<join>-|to|until|through|a|au|jusqu'en|إلى|الى|حتى)\s*"
    r"(?:عام\s+|سنة\s+|l'annee\s+|the year\s+)?(?P<last>\d{4})(?![\d/\-]|\.\d)"
)
_OF_PERIOD = compiled(
    r"(?:\b(?:period|periods|biennium|triennium|quadrennium|programme|program|plan|strategy|decade"
    r"|term|years|cycle|periode|exercice|biennal|strategie|decennie|annees|mandat)|(?:ل?ل)?فترة|الفترة"
    r"|خطة|الخطة|برنامج|السنوات|للأعوام|الأعوام|للسنوات|للعامين|العامين|عقد|استراتيجية)"
    r"(?:\s+\S{1,14}){0,2}?\s*[(,]?\s*$"
)
_FROM = compiled(r"(?:\bfrom|\bde|\bfrom the year|\bde l'annee|من|من عام|من سنة)\s+$")
_OPENS_DAYS = compiled(
    r"(?:[(:,]|\b(?:from|of|on|the|du|le|les|dates?|period)|من|في|يوم|الفترة)\s*$"
)
_THEN_PERIOD = compiled(
    r"\s+(?:(?:strategic|action|medium-term|work|financial)\s+)?"
    r"(?:plan|strategy|programme|program|biennium|period|framework|agenda|cycle|budget)\b"
)
_PLACES = compiled(
    r"\S+\s+(?:من\s+)?\(?(?P<first>\d{1,3})\)?\s*(?P<join>-|to|through|a|إلى|الى|حتى)\s*"
    r"\(?(?P<last>\d{1,3})(?![\d/\-]|[.,]\d)"
)
# Numbers of codes: "articles 23-4, 23-7 ou 23-8 du code civil".
_OF_CODE = compiled(
    r"(?:\s?(?:,|et|and|ou|or|a|to)\s?\d{1,4}-\d{1,3}){1,12}|\s+et suivants\b|[^;\n]{0,70}\bcode\b"
)


_LETTERS = on_demand(
    pattern(
        r"\S+\s+(?:من\s+)?\(?(?P<first>[a-z]{1,4}|[ابجدهوزحطي])\)?\s*(?P<join>-|to|a|إلى)\s*\(?"
    )
    + pattern(r"(?P<last>[a-z]{1,4}|[ابجدهوزحطي])(?![^\W_]|')")
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ABJAD = fold("ابجدهوزحطي").skeleton


def order(paper: Paper) -> Iterator[Finding]:
    """Find ranges that end before they begin."""
    if paper.dates:
        yield from _days(paper)
    yield from _years(paper)
    yield from _months(paper)
    yield from _places(paper)
    if "part to part" in paper.signs:
        yield from _parts(paper)
    if "letters" in paper.signs:
        yield from _letters(paper)


def _days(paper: Paper) -> Iterator[Finding]:
    if not any(mention.until for mention in paper.dates):
        return
    by_start = {mention.start: mention for mention in paper.dates}
    for first in paper.dates:
        if first.until is None:
            continue
        last = by_start[first.until]
        begins, ends = _value(first), _value(last)
        if begins is None or ends is None or begins <= ends:
            continue
        # "Annex 5 - 3 June" and two dates parted by a dash are no sure ranges.
        gap = paper.skeleton[first.end : last.start]
        level = Level.WARN if " -" in gap or "-\n" in gap else Level.STOP
        before = paper.skeleton[max(0, first.start - 16) : first.start]
        bare = first.implied and first.end - first.start <= 2
        if level is Level.WARN and bare and not _OPENS_DAYS.search(before):
            continue
        yield found("FIG004", first.start, last.end, level=level, first=begins, last=ends)


_MONTHS_RANGE = compiled(
    r"(?:\b(?:from|between|de|d'|entre)|من|بين)\s+(?P<month>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?P<year>(?:19|20)\d\d)\s*"
    r"(?:to|and|-|a|et|jusqu'a|jusqu'en|إلى|حتى)?\s*و?(?P<month2>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?P<year2>(?:19|20)\d\d)(?!\d)"
)


_FROM_MONTH = frozenset(fold("from between de entre من بين").skeleton.split())


def _months(paper: Paper) -> Iterator[Finding]:
    """Find "between October 2025 and February 2025"."""
    for start, end in paper.hits("month"):
        lead = paper.skeleton[max(0, start - 9) : start].split()
        if not lead or lead[-1] not in _FROM_MONTH:
            continue
        match = _MONTHS_RANGE.search(paper.skeleton, max(0, start - 12), end + 40)
        if match is None or match.start("month") != start:
            continue
        first, last = month_number(match["month"]), month_number(match["month2"])
        if first is None or last is None:
            continue
        if (int(match["year"]), first) > (int(match["year2"]), last):
            begin, stop = match.start("month"), match.end("year2")
            yield found(
                "FIG009", begin, stop,
                first=paper.text[begin : match.end("year")],
                last=paper.text[match.start("month2") : stop],
            )  # fmt: skip


def _value(mention: DateMention) -> date | None:
    return to_gregorian(mention) if mention.calendar == "hijri" else mention.value


def _years(paper: Paper) -> Iterator[Finding]:
    skeleton = paper.skeleton
    for start, _ in paper.hits("years"):
        match = _YEARS.match(skeleton, start)
        if match is None or int(match["first"]) <= int(match["last"]):
            continue
        if start and (skeleton[start - 1].isdigit() or skeleton[start - 1] in "/-."):
            continue
        before = skeleton[max(0, start - 48) : start]
        sign = _OF_PERIOD if match["join"] == "-" else _FROM
        if (
            sign.search(before)
            or _OF_PERIOD.search(before)
            or _THEN_PERIOD.match(skeleton, match.end())
        ):
            yield _reversed(paper, match)


def _places(paper: Paper) -> Iterator[Finding]:
    for start, _ in paper.hits("places"):
        match = _PLACES.match(paper.skeleton, start)
        begins = start == 0 or not paper.skeleton[start - 1].isalpha()
        if not begins or match is None or int(match["first"]) <= int(match["last"]):
            continue
        if match["join"] == "-" and _OF_CODE.match(paper.skeleton, match.end()):
            continue
        yield _reversed(paper, match)


def _letters(paper: Paper) -> Iterator[Finding]:
    """Find "paragraphs (c) to (a)" and "annexes IV to II"."""
    for start, _ in paper.hits("letters"):
        match = _LETTERS.match(paper.skeleton, start)
        begins = start == 0 or not paper.skeleton[start - 1].isalpha()
        if not begins or match is None or match["join"] == "a" == match["last"]:
            continue
        first, last = (
            _place_of(match["first"], match["last"]),
            _place_of(match["last"], match["first"]),
        )
        if first is not None and last is not None and first > last:
            yield _reversed(paper, match)


_PART_TO_PART = compiled(
    r"(?<![^\W\d_])(?P<noun>[^\W\d_]{4,})\s+\(?(?P<first>\d{1,3}|[ivx]{1,4})\)?\s+(?:to|au|a l'|a la|إلى)\s*(?P=noun)\s+\(?(?P<last>\d{1,3}|[ivx]{1,4})(?![\w/-]|[.,]\d)"
)


# "Transfer 25,000 from chapter II to chapter I" is no range.
_MOVED = compiled(
    r"(?:transf\w+|\bmov(?:e|ed|ing)\b|\bshift\w*|reallocat\w+|\bvir(?:er|e|ement|ements)\b|\breport(?:er|e|es|ee)\b|reaffect\w+"
    r"|\bdeplac\w+|نقل|تحويل|تحول|ينقل|يحول|مناقلة)[^.;\n]*$"
)


def _parts(paper: Paper) -> Iterator[Finding]:
    """Find "from chapter V to chapter II"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("part to part"):
        match = _PART_TO_PART.search(skeleton, max(0, start - 24), min(len(skeleton), end + 4))
        if match is None or _MOVED.search(skeleton, max(0, match.start() - 90), match.start()):
            continue
        first, last = match["first"], match["last"]
        if first.isdigit() and last.isdigit():
            places: tuple[int | None, int | None] = (int(first), int(last))
        else:
            places = _place_of(first, last), _place_of(last, first)
        if places[0] is not None and places[1] is not None and places[0] > places[1]:
            yield _reversed(paper, match)


def _place_of(written: str, beside: str) -> int | None:
    """Return where a letter or a roman number stands in its order; both of a range are of one kind."""
    if written in _ROMANS and beside in _ROMANS:
        return _ROMANS.index(written)
    if len(written) != 1 or len(beside) != 1:
        return None
    return _ABJAD.find(written) if written > "\x7f" else ord(written)


def _reversed(paper: Paper, match: re.Match[str]) -> Finding:
    first, last = (paper.text[slice(*match.span(name))] for name in ("first", "last"))
    start, end = match.start("first"), match.end("last")
    return found("FIG009", start, end, first=first, last=last)
