"""Years between two years: an anniversary, "twelve years ago", a plan of five years and its range.

Only where the text itself says which years they lie between, or dates itself.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in, words_before, words_from
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

AGES = (
    Trigger("anniversary", r"(?:anniversary|anniversaire|ذكرى|ذكراه)"),
    Trigger("years ago", r"(?:years (?:ago|later|after|since|before)|ans (?:apres|plus tard|avant))"),
    Trigger("years ago", r"il y a [^.;\n]{1,24} (?:ans|annees)"),
    Trigger("years ago", r"(?:age of|aged|aura|marks?|marking|celebrat[a-z]+|completed|compte|fete|celebre) "),
    Trigger("years ago", r"(?:years of|annees de|ans de|ans d'|يبلغ|بلغ|أمضى|سنوات من|عاما من)"),
    Trigger("years ago", r"(?:قبل|منذ|بعد|مرور|مضي) [^.;\n]{1,30} (?:عاما|سنة|سنوات|أعوام|عام)"),
)  # fmt: skip
_TEN = r"decennal(?:e|es|aux)?|decennial|decade|عشرية?|العشرية?"
_FIVE = r"quinquennal(?:e|es|aux)?|quinquennial|خمسية?|الخمسية?"
_PLAN_NAMES = ((compiled(_TEN), 10), (compiled(_FIVE), 5), (compiled(r"triennal\w*|triennial"), 3))
ENDS = (
    Trigger("plan named", rf"(?:{_TEN}|{_FIVE}|triennal[a-z]*|triennial)"),
    Trigger(
        "years between",
        r"(?:years|annees|ans)(?: (?:elapsed|that elapsed|ecoulees|qui separent|separant|which separate))? (?:between|entre) (?:the years |les annees |l'annee )?(?:19|20)[0-9][0-9]",
    ),
    Trigger(
        "years between",
        r"(?:السنوات|سنوات|الأعوام|عاما|سنة) [^.;\n0-9]{0,24}بين (?:عامي |سنتي |العامين )?(?:19|20)[0-9][0-9]",
    ),
    Trigger(
        "term ends", r"(?:ends?|ending|expires?|expiring|up to|until) (?:on|in|at|the|of|[0-9])"
    ),
    Trigger(
        "term ends",
        r"(?:prend fin|prendra fin|expire|expirera|achevera|acheve|terminera|jusqu'au|jusqu'en)",
    ),
    Trigger("term ends", r"(?:تنتهي|ينتهي|حتى) "),
)
_YEAR = on_demand(r"[12](?<![\d/.,-].)(?:(?<=1)[89]|(?<=2)0)\d\d(?![\d/]|[.,-]\d)")
SENTENCE = on_demand(r"[.;!?\n](?:(?<!\n)(?=\s|$)|(?<=\n)\s*\n)")
_REACH = 240  # characters of the sentence on either side
# What says that the year behind it is the one from which the years are counted.
SINCE = compiled(
    r"\b(?:founded|establish\w*|creat\w+|set up|signed|adopted|born|entered|joined|launch\w*|proclaim\w*|inception|independen\w+|since|foundation|inaugurat\w*"
    r"|concluded|opened|entered into force|entry into force|opening for signature|adoption|signing|signature|ratified|erected|built|began|begun|commenced|commencee?|debut\w*|entamee?|fondee?|cree?e?|creation|fondation|etablie?|institue?e?|signee?|adoptee?|lancee?|proclamee?|depuis|entree en vigueur|ouvert[es]*|nee?|entree?|independance|inauguree?|conclue?"
    r"|(?:و|ل|ب|لل|ال)?(?:تأسس\w*|تأسيس\w*|أسست|أنشئت?|إنشاء\w*|إنشائ\w*|مواليد|ولد\w*|التحق\w*|قامت|قيام\w*|وقعت?|توقيع\w*|اعتمدت?|اعتماد\w*|أطلقت?|إطلاق\w*|دخول\w*|نفاذ\w*|منذ|انطلق\w*|بدأ\w*|استقلال\w*|افتتح\w*|أبرم\w*|إبرام\w*))\b"
    r"[^.;:\n]{0,70}$"
)
_ORDINAL_BEFORE = on_demand(r"(?<!\d)" + ORDINAL + r"(?:\s+[^\W\d_]+)?\s*$")
_ORDINAL_AFTER = on_demand(pattern(r"\s*(?:السنوية\s+)?(?:ال)?\s*\(?") + ORDINAL)
EACH = compiled(r"\b(?:every|each|tous les|toutes les|chaque|كل)\s+$")
RENEWED = compiled(
    r"\b(?:renew\w*|extend\w*|again|second term|renouvel\w*|reconduit\w*|prolong\w*|reelue?|جدد\w*|تجديد\w*|مدد\w*|تمديد\w*)\b"
)
_UNIT = compiled(r"\b(?:years|ans|annees|سنة|عاما|سنوات|أعوام|عام)\b")
_PLAN = compiled(
    r"(?:[\s-](?P<unit>years?|ans),?[\s-]+(?!old\b|after|later|ago)(?:(?!and\b|et\b)[^\W\d_]+,?[\s-]+){0,4}?|\s(?P<arabic>سنوات|أعوام|سنة|عاما)\s*,?\s*(?:[^\W\d_]+\s+){0,2}?)"
    r"[(,:]?\s*(?:\(|for(?: the period)? |from |of |covering |pour(?: la periode)? |de |du(?:rant)? |من (?:عام )?|ل?لفترة |للأعوام |للسنوات |تغطي (?:الفترة )?|في الفترة )?\s*$"
)
_RANGE = compiled(
    r"(?P<first>(?:19|20)\d\d)\s*(?:-|to|until|through|a|au|jusqu'en|إلى|الى|حتى)\s*"
    r"(?:عام\s+|سنة\s+|l'annee\s+|the year\s+)?(?P<last>(?:19|20)\d\d)(?![\d/\-]|\.\d)"
)
_LONGEST_PLAN = 60  # characters before the range
FURTHEST = 20  # years: a number further off is counted from something else
_NEAR = 64  # characters between "years ago" and the year it leads back to


def ages(paper: Paper) -> Iterator[Finding]:
    """Find numbers of years that do not lie between the two years."""
    signs = paper.signs
    if "anniversary" in signs:
        yield from _anniversaries(paper)
    if "years ago" in signs:
        yield from _ago(paper)
    if "years" in signs:
        yield from _plans(paper)
    if "plan named" in signs:
        yield from _named_plans(paper)
    if "years between" in signs:
        yield from _years_between(paper)
    if "term ends" in signs:
        yield from _terms(paper)


def sentence_of(skeleton: str, start: int, end: int) -> Stretch:
    """Return where the sentence around a place begins and ends, as far as it is looked through."""
    least, most = max(0, start - _REACH), min(len(skeleton), end + _REACH)
    begin = least
    for stop in SENTENCE.finditer(skeleton, least, start):
        begin = stop.end()
    after = SENTENCE.search(skeleton, end, most)
    return begin, after.start() if after else most


def years_in(skeleton: str, begin: int, end: int) -> list[Stretch]:
    """Return where years in four digits stand in a stretch."""
    return [match.span() for match in _YEAR.finditer(skeleton, begin, end)]


def _first_year(skeleton: str, begin: int, years: list[Stretch]) -> Stretch | None:
    """Return the year that the text says something began in; None: it says of none, or of two."""
    after = [begin, *(at[1] for at in years)]
    told = [
        at for at, past in zip(years, after, strict=False)
        if SINCE.search(skeleton, max(past, at[0] - 90), at[0])
    ]  # fmt: skip
    values = {skeleton[slice(*at)] for at in told}
    return told[0] if len(values) == 1 else None


def _anniversaries(paper: Paper) -> Iterator[Finding]:
    """Find "founded in 1969, celebrates in 2025 its fiftieth anniversary"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("anniversary"):
        match = _ORDINAL_BEFORE.search(skeleton, max(0, start - 50), start) or _ORDINAL_AFTER.match(
            skeleton, end
        )
        if match is None:
            continue
        at = match.span("ordinal") if match["ordinal"] else match.span("ordinal_words")
        count = ordinal_of(match["ordinal"], match["ordinal_words"])
        yield from _between(paper, at, count, sentence_of(skeleton, start, end), apart=0)


def _between(
    paper: Paper, at: Stretch, count: int, sentence: Stretch, apart: int
) -> Iterator[Finding]:
    """Compare a number of years with the two years of a sentence, or with the paper's own year."""
    skeleton = paper.skeleton
    years = years_in(skeleton, *sentence)
    first = _first_year(skeleton, sentence[0], years)
    if first is None:
        return
    since = int(skeleton[slice(*first)])
    others = {int(skeleton[slice(*one)]) for one in years} - {since}
    if not others and paper.dated is not None:
        others, apart = {paper.dated.year}, 1  # it may be told of the year before or to come
    if len(others) != 1:
        return
    until = others.pop()
    if until > since and apart < abs(until - since - count) <= FURTHEST:
        yield year_told(paper, at, count, since, until, first)


def year_told(
    paper: Paper, at: Stretch, count: int, since: int, until: int, elsewhere: Stretch
) -> Finding:
    """Return the finding on a number of years that does not lie between two years."""
    return found(
        "FIG030", *at, elsewhere=(elsewhere,), told=" ".join(paper.text[slice(*at)].split()),
        first=str(since), last=str(until), right=until - since, count=count,
    )  # fmt: skip


def _ago(paper: Paper) -> Iterator[Finding]:
    """Find "founded in 1969, that is 46 years ago as of 2025" and "in 2015 and, ten years later, in 2020"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("years ago"):
        counted = _years_counted(skeleton, start, end)
        if counted is None or EACH.search(skeleton, max(0, counted[0][0] - 12), counted[0][0]):
            continue
        at, count = counted
        begin, stop = sentence_of(skeleton, start, end)
        yield from _between(
            paper, at, count, (max(begin, at[0] - _NEAR), min(stop, end + _NEAR)), apart=1
        )


_AGED = compiled(r"\b(?:age of|aged)\s+$")


def _years_counted(skeleton: str, start: int, end: int) -> tuple[Stretch, int] | None:
    """Return the number of years that the words tell: "twelve years", "the age of 58"."""
    stop = min(len(skeleton), end + 24)
    for unit in _UNIT.finditer(skeleton, start, stop):
        counted = count_before(skeleton, unit.start())
        if counted is not None:
            return counted
    number = next(digits_in(skeleton, start, stop), None)
    if number is not None and _AGED.search(skeleton, max(0, number.start - 10), number.start):
        return (number.start, number.end), int(number.value)
    return None


def count_before(skeleton: str, end: int) -> tuple[Stretch, int] | None:
    """Return the number before a place, in digits or in words, and where it stands."""
    close = len(skeleton[:end].rstrip(" -"))
    digits = list(digits_in(skeleton, max(0, close - 4), close))
    if digits and digits[-1].end == close and digits[-1].value == int(digits[-1].value):
        return (digits[-1].start, close), int(digits[-1].value)
    words = words_before(skeleton, close)
    if words is None or len(words.values) != 1:
        return None
    return (words.start, words.end), min(words.values)


def _plans(paper: Paper) -> Iterator[Finding]:
    """Find "a four-year term, from 2024 to 2029"; the first or the last year may not be counted."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("years"):
        years = _RANGE.match(skeleton, start)
        plan = _PLAN.search(skeleton, max(0, start - _LONGEST_PLAN), start) if years else None
        counted = count_before(skeleton, plan.start()) if plan else None
        if years is None or counted is None:
            continue
        at, count = counted
        since, until = int(years["first"]), int(years["last"])
        off = count - (until - since)
        if until > since and off not in (0, 1) and abs(off) <= FURTHEST:
            yield year_told(paper, at, count, since, until, years.span())


_RANGE_BEHIND = compiled(
    r"\s*(?:(?!and\b|et\b)[^\W\d_]+\s+){0,6}?\(?\s*(?:for |from |of |pour |de |du |لل?فترة |للأعوام |من (?:عام )?)?$"
)


def _named_plans(paper: Paper) -> Iterator[Finding]:
    """Find "the decennial programme (2016-2030)"; the first year may be counted or not."""
    skeleton = paper.skeleton
    ranges = [m for at, _ in paper.hits("years") if (m := _RANGE.match(skeleton, at))]
    for start, end in paper.hits("plan named"):
        word = next((n for shape, n in _PLAN_NAMES if shape.match(skeleton, start)), None)
        years = next((one for one in ranges if 0 <= one.start() - end < _LONGEST_PLAN), None)
        if word is None or years is None:
            continue
        if not _RANGE_BEHIND.fullmatch(skeleton, end, years.start()):
            continue
        since, until = int(years["first"]), int(years["last"])
        off = word - (until - since)
        if until > since and off not in (0, 1) and abs(off) <= FURTHEST:
            yield year_told(paper, (start, end), word, since, until, years.span())


_TWO_YEARS = on_demand(
    pattern(r"(?P<first>(?:19|20)\d\d)م?\s+(?:and|et|و)\s*(?:عام\s+)?")
    + r"(?P<last>(?:19|20)\d\d)(?!\d)"
)
_COUNT_BEHIND = compiled(r"(?:السنوات|الأعوام)\s+(?:ال)?(?P<count>[^\W\d_]+(?: عشرة?)?|\d{1,2})")


def _years_between(paper: Paper) -> Iterator[Finding]:
    """Find "in the fifteen years between 2016 and 2026"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("years between"):
        years = _TWO_YEARS.match(skeleton, end - 4)
        if years is None:
            continue
        counted = count_before(skeleton, start)
        behind = _COUNT_BEHIND.match(skeleton, start)
        if behind is not None:
            words = words_from(skeleton, behind.start("count"), behind.end("count"))
            counted = (
                ((words.start, words.end), min(words.values)) if words is not None else counted
            )
        since, until = int(years["first"]), int(years["last"])
        if counted is None or not until > since:
            continue
        at, count = counted
        off = count - (until - since)
        if off not in (0, 1, -1) and abs(off) <= FURTHEST:
            yield year_told(paper, at, count, since, until, years.span())


_BEGINS = compiled(
    r"\b(?:from|since|starting|beginn?s?(?:ing)?|commenc\w+|effective|takes? effect|in force|taken up|took up|a partir d\w+|a compter d\w+|prend(?:ra)? effet|debut\w*|entr\w+ en vigueur"
    r"|و?[يت]بدأ|اعتبارا من|ابتداء من|من|تولى|يسري|تسري|appointed|elected|named|signed|concluded|nommee?|elue?|signee?|conclue?|عين\w?|انتخبت?|وقعت?)\b[^.;\n]{0,60}$"
)
_OF_TERM = compiled(
    r"\b(?:years?|ans|annees|سنوات|أعوام|سنتين|سنتان|سنتان|عامين|عامان|سنة|عاما)\b(?!\s*(?:old|ago|\d))"
)
_TWO = compiled(r"\b(?:سنتين|سنتان|عامين|عامان)\b")
_TO_YEAR = 50  # characters from "ends" to its year
_TERM_REACH = 170  # characters before the end of a term in which its length and begin stand


def _terms(paper: Paper) -> Iterator[Finding]:
    """Find "for two years; it takes effect on 1 January 2026 and ends on 31 December 2029"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("term ends"):
        least = max(0, start - _TERM_REACH)
        begin = max(least, skeleton.rfind("\n\n", least, start))
        years = years_in(skeleton, begin, start)
        lengths = list(_OF_TERM.finditer(skeleton, begin, start))
        if len(years) != 1 or len(lengths) != 1 or not _begins(skeleton, begin, years[0]):
            continue
        unit = lengths[0]
        two = _TWO.fullmatch(unit[0]) is not None
        counted = (unit.span(), 2) if two else count_before(skeleton, unit.start())
        if RENEWED.search(skeleton, begin, start):
            continue
        last = years_in(skeleton, end, min(len(skeleton), end + _TO_YEAR))
        if counted is None or len(last) != 1 or SENTENCE.search(skeleton, end, last[0][0]):
            continue
        at, count = counted
        since, until = int(skeleton[slice(*years[0])]), int(skeleton[slice(*last[0])])
        off = count - (until - since)
        if until > since and off not in (0, 1) and abs(off) <= FURTHEST:
            yield year_told(paper, at, count, since, until, last[0])


def _begins(skeleton: str, begin: int, year: Stretch) -> bool:
    return _BEGINS.search(skeleton, max(begin, year[0] - 90), year[0]) is not None
