"""A counted whole against the parts that are counted after it, in words or in digits.

"Sixty trainees: twenty-two doctors, twenty-eight nurses and ten technicians"; "of the 34 invited,
21 have accepted, 8 have declined and 5 have yet to answer"; "four missions, in 2019, 2021 and
2023"; "52 per cent women and 58 per cent men".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.numbers import digits_in, words_before, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    "|quinze|seize|vingt|trente|quarante|cinquante|soixante"
)
_ARABIC_WORDS = (
    "ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|أحد|إحدى|اثنا|اثنان|اثنتان|واحد|عشرون|ثلاثون"
    "|أربعون|خمسون|ستون|سبعون|ثمانون|تسعون|مائة"
)
PARTS = (
    Trigger("counted list", r"[:(] ?[0-9]+ [a-z\xc0-\xff]"),
    Trigger("counted list", rf"[:(] ?(?:une?|{_NUMBER_WORDS})[ -]"),
    Trigger("counted list", rf"[:(] ?(?:{_ARABIC_WORDS}) "),
    Trigger(
        "of so many",
        r"(?:of (?:the|its|these|those|all)|out of(?: the| its)?|sur(?: les| ses| un total de)?|parmi les) [0-9]+ [a-z\xc0-\xff]",
    ),
    Trigger(
        "of so many",
        r"(?:عددها|عددهم|عدد أعضائ(?:ها|ه|هم)|من أصل|من مجموع|من بين) [0-9]+ ?[^0-9 /]",
    ),
    Trigger("years listed", r"(?:19|20)[0-9][0-9],? (?:and|et) (?:en |in )?(?:19|20)[0-9][0-9]"),
    Trigger("years listed", r"(?:19|20)[0-9][0-9] و ?(?:19|20)[0-9][0-9]"),
)
Part = tuple[int, int, int]
"""Where a number stands, from and up to, and what it is."""
_WORD = on_demand(r"[^\W\d_]+|\d+")
_ONE = compiled(r"(?:one|une?|واحدة?)\b")  # no number to the reader of numbers: often an article
_GLUED = tuple(pattern("لبوفك"))
_AND = pattern("و")
_JOINT = compiled(r"\s*(?:,\s*(?:and\s+|et\s+)?|\band\s+|\bet\s+|\sو(?=[^\W_]))")
_ANDS = (" and ", " et ", f" {_AND}")
_LIST_END = on_demand(r"[.;:)]|\n\s*\n|\n(?=\s*(?:[-*\xa4]|\d))")
_LONGEST = 260
_BEFORE = 60  # characters before the list in which the whole stands
_NO_COUNT = compiled(
    r"\s*(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة|a\.?m\b|p\.?m\b|h\b|:|/|o'clock|heures?\b)"
)
_LABEL = compiled(
    r"(?:\b(?:articles?|annexe?s?|sections?|chapters?|chapitres?|points?|no\.?|n°|nos|paragraphs?|paragraphes?|alineas?"
    r"|pages?|items?|rules?|resolutions?|decisions?|phase|category|lines?|in|en|since|depuis|by|from|du|le|on)"
    r"|المادة|المواد|البند|البنود|رقم|الفقرة|في|عام|سنة|أعوام|من|إلى)\s*$"
)
_AUXILIARY = compiled(
    r"\s+(?:[^\W\d_]+\s+)?(?:have|has|had|are|were|was|is|did|do|will|ont|n'ont|sont|avaient|etaient|n'en|se)\b"
)
_THE_REST = compiled(
    r"\b(?:yet|not|remaining|others?|rest|pas|autres|restants?|encore|remainder)\b"
)


def parts_of_wholes(paper: Paper) -> Iterator[Finding]:
    """Find parts that do not make the whole that is told before them."""
    if "counted list" in paper.signs:
        yield from _lists(paper)
    if "of so many" in paper.signs:
        yield from _of_so_many(paper)
    if "years listed" in paper.signs:
        yield from _years(paper)


def number_at(skeleton: str, place: int, stop: int) -> Part | None:
    """Return the whole number that begins at the place, in words or in digits."""
    if place >= stop:
        return None
    if skeleton[place].isdigit():
        number = next(digits_in(skeleton, place, min(stop, place + 24)), None)
        if number is None or number.start != place or number.value != int(number.value):
            return None
        return number.start, number.end, int(number.value)
    told = words_from(skeleton, place, stop)
    if told is None:
        one = _ONE.match(skeleton, place, stop)
        return (place, one.end(), 1) if one else None
    if told.start != place or len(told.values) != 1:
        return None
    return told.start, told.end, min(told.values)


def _numbers(skeleton: str, start: int, stop: int) -> list[Part] | None:
    """Return what each part of the list begins with; None: one of them begins with no number."""
    first = number_at(skeleton, start, stop)
    if first is None:
        return None
    parts = [first]
    while True:
        joint = _JOINT.search(skeleton, parts[-1][1], stop)
        if joint is None:
            break
        part = number_at(skeleton, joint.end(), stop)
        if part is None:
            return None
        parts.append(part)
    for _, end, _ in parts:
        word = _WORD.search(skeleton, end, min(stop, end + 24))
        if _NO_COUNT.match(skeleton, end) or word is None or month_number(word[0]):
            return None
    return parts


def _whole(skeleton: str, end: int) -> Part | None:
    """Return the number that is told within six words before the place, in its sentence."""
    least = max(0, end - _BEFORE)
    words = list(_WORD.finditer(skeleton, least, end))[-7:]
    stops = max(skeleton.rfind(sign, least, end) for sign in ".;:\n(")
    for word in reversed(words):
        if word.start() <= stops:
            return None
        if word[0].isdigit():
            part = number_at(skeleton, word.start(), end)
            plain = skeleton[word.start() - 1 : word.start()] in (" ", "\n", "")
            return part if plain and part and not _labelled(skeleton, part[0]) else None
        glued = 0 if worth(word[0]) or word[0][:1] not in _GLUED else 1
        if worth(word[0][glued:]) is None:
            continue
        if glued:
            return number_at(skeleton, word.start() + 1, word.end())
        told = words_before(skeleton, word.end())
        if told is None or len(told.values) != 1 or _labelled(skeleton, told.start):
            return None
        return told.start, told.end, min(told.values)
    return None


def _labelled(skeleton: str, start: int) -> bool:
    return _LABEL.search(skeleton, max(0, start - 16), start) is not None


def _openings(paper: Paper) -> Iterator[tuple[int, int]]:
    """Yield where a list may begin, and the colon or bracket before it."""
    for start, _ in paper.hits("counted list"):
        begin = start + 1 + (paper.skeleton[start + 1] == " ")
        end = paper.skeleton.find(")" if paper.skeleton[start] == "(" else "\n", begin)
        end = min(end if end >= 0 else len(paper.skeleton), begin + _LONGEST)
        if any(paper.skeleton.find(sign, begin, end) >= 0 for sign in _ANDS) or _ALL_TOLD.search(
            paper.skeleton, max(0, start - _TOLD_NEAR), start
        ):
            yield start, begin


def _lists(paper: Paper) -> Iterator[Finding]:
    """Find "60 trainees: twenty-two doctors, twenty-six nurses and ten technicians"."""
    skeleton = paper.skeleton
    for opener, begin in _openings(paper):
        end = _LIST_END.search(skeleton, begin, begin + _LONGEST)
        if end is None:
            continue
        parts = _numbers(skeleton, begin, end.start())
        if parts is None or len(parts) < 2:
            continue
        whole = _whole(skeleton, opener)
        if whole is None:
            continue
        if not _ends_with_and(skeleton, parts) and not (
            len(parts) > 2 and _ALL_TOLD.search(skeleton, whole[1], opener)
        ):
            continue
        if skeleton[opener] == ":" and _all_digits(skeleton, (*parts, whole)):
            continue  # the rule of sums reads these
        values = [value for _, _, value in parts]
        total = whole[2]
        if max(values) < total != sum(values) and total < 2 * sum(values) < 4 * total:
            yield _not_the_sum(whole, parts)


# "55 in all (28 officials, 14 elders, 13 volunteers)": no "and" is wanted where all are told.
_ALL_TOLD = compiled(r"\b(?:in (?:all|total)|altogether|au total|en tout|إجمالا|في المجموع)\s*$")
_TOLD_NEAR = 16  # characters


def _all_digits(skeleton: str, parts: tuple[Part, ...]) -> bool:
    return all(skeleton[start].isdigit() for start, _, _ in parts)


def _ends_with_and(skeleton: str, parts: list[Part]) -> bool:
    """Tell whether the last part is joined by "and", so that none was left out."""
    before = skeleton[max(0, parts[-1][0] - 5) : parts[-1][0]]
    if not before.isascii() and _GAP_WITH_AND.search(skeleton, parts[-2][1], parts[-1][0]):
        return True
    return before.endswith((" and ", " et ", f" {_AND}"))


def _not_the_sum(whole: Part, parts: list[Part]) -> Finding:
    return found(
        "FIG007", whole[0], parts[-1][1], elsewhere=((parts[0][0], parts[-1][1]),),
        level=Level.WARN, total=Decimal(whole[2]), sum=Decimal(sum(v for _, _, v in parts)),
        count=len(parts),
    )  # fmt: skip


def _of_so_many(paper: Paper) -> Iterator[Finding]:
    """Find "of the 34 invited, 21 have accepted, 9 have declined and 5 have yet to answer"."""
    skeleton = paper.skeleton
    for start, hit_end in paper.hits("of so many"):
        whole = next(digits_in(skeleton, start, hit_end), None)
        if whole is None or whole.value != int(whole.value):
            continue
        end = _LIST_END.search(skeleton, whole.end, whole.end + _LONGEST)
        if end is None:
            continue
        parts = _with_verbs(skeleton, whole.end, end.start()) or _behind_verbs(
            skeleton, whole.end, end.start()
        )
        values = [value for _, _, value in parts]
        total = int(whole.value)
        if len(parts) < 2:
            yield from _belonging(skeleton, (whole.start, whole.end, total), end.start())
            continue
        if max(values) >= total or sum(values) == total:
            continue
        rest = _THE_REST.search(skeleton, parts[-1][1], end.start()) or (
            _ends_with_and(skeleton, parts) and _NOT_DONE.search(skeleton, parts[0][1], end.start())
        )
        if (sum(values) > total and sum(values) < 2 * total) or (
            rest and len(parts) > 2 and total * Decimal("0.8") <= sum(values)
        ):
            yield _not_the_sum((whole.start, whole.end, total), parts)


# States of which each thing counted is in one alone, so that the parts are all of them.
_NOT_DONE = compiled(
    r"\b(?:pending|outstanding|under ?way|in progress|ongoing|awaiting|unanswered|elsewhere|rejected|refused|turned down"
    r"|en (?:instance|cours|attente|suspens)|pendante?s?|ailleurs|d'autres|sans reponse|rejetee?s?|refusee?s?|ecartee?s?)\b"
    r"|معلقة?\b|معلقا\b|قيد |جارية?\b|جهات أخرى|تنتظر|ينتظر|دون رد|رفضت?\b"
)
# "أغلق 17 وما زال 28 معلقا وأحيل 11": in Arabic the verb stands before its number.
_VERBS_BEFORE = compiled(r"(?:^|[،,]|\s)\s*و?(?:[^\W\d_]+\s+){1,3}$")
_GAP_WITH_AND = compiled(r"(?:^|\s)و[^\W\d_]|،")


def _behind_verbs(skeleton: str, start: int, stop: int) -> list[Part]:
    """Return the numbers of Arabic clauses of a verb and a number each; none if one is not so."""
    if skeleton[start : start + 3].isascii():
        return []
    parts: list[Part] = []
    last = start
    for number in digits_in(skeleton, start, stop):
        gap = skeleton[last : number.start]
        if number.value != int(number.value) or _NO_COUNT.match(skeleton, number.end):
            return []
        if not _GAP_WITH_AND.search(gap) or not _VERBS_BEFORE.search(gap):
            return []
        if _labelled(skeleton, number.start):
            return []
        parts.append((number.start, number.end, int(number.value)))
        last = number.end
    return parts if len(parts) > 2 else []


# What leads to the first part: a comma and, in Arabic, the verb that stands before its subject.
_FIRST_PART = compiled(r"[^.;:\n\d]{0,70},\s*(?:[^\W\d_]+\s+){0,2}?(?:ل|ب)?(?=\d)")
_IN_PART = compiled(
    r"\b(?:including|dont|of whom|of which|at least|au moins|منهم|منها|على الأقل)\b"
)


def _belonging(skeleton: str, whole: Part, stop: int) -> Iterator[Finding]:
    """Find "of the 52 delegations, 25 belong to Africa, 18 to Asia and 7 to the Arab Group".

    Three parts or more, the last joined by "and", and so near to the whole that all are told.
    """
    lead = _FIRST_PART.match(skeleton, whole[1], stop)
    parts = _numbers(skeleton, lead.end(), stop) if lead else None
    if parts is None or len(parts) < 3 or not _ends_with_and(skeleton, parts):
        return
    values = [value for _, _, value in parts]
    added, total = sum(values), whole[2]
    if added == total or max(values) >= total or _IN_PART.search(skeleton, whole[1], stop):
        return
    if total * Decimal("0.8") <= added <= total * Decimal("1.5"):
        yield _not_the_sum(whole, parts)


def _with_verbs(skeleton: str, start: int, stop: int) -> list[Part]:
    """Return the numbers that a verb follows: "21 have accepted", "huit ont décliné"."""
    parts: list[Part] = []
    for word in _WORD.finditer(skeleton, start, stop):
        if parts and word.start() < parts[-1][1]:
            continue
        if not word[0].isdigit() and worth(word[0]) is None:
            continue
        part = number_at(skeleton, word.start(), stop)
        if part and _AUXILIARY.match(skeleton, part[1]) and not _NO_COUNT.match(skeleton, part[1]):
            parts.append(part)
    return parts


_YEARS_BEFORE = compiled(
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2})\s*(?:,|:)?\s*(?:\(|in (?:the years )?|en |dans les annees |pour les annees"
    r"|في (?:أعوام |عام |عامي |السنوات |سنوات |الأعوام )?|أعوام |for )?$"
)
_BETWEEN = compiled(r"\b(?:between|entre|from|de)\s+$|بين\s+(?:عامي |سنتي )?$")
_YEAR_LIST = compiled(
    r"(?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d|\s+و\s?(?:19|20)\d\d)*,?\s*(?:(?:and|et)\s+(?:in |en )?)?(?:و\s?)?(?:(?:19|20)\d\d)?"
)
_YEAR = on_demand(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS_CLAUSE = on_demand(r"\s*(?:[.,;:)]|$|\n)")


def _years(paper: Paper) -> Iterator[Finding]:
    """Find "four missions, in 2019, 2021 and 2023"."""
    skeleton = paper.skeleton
    past = -1
    for start, end in paper.hits("years listed"):
        if start < past:
            continue
        begin = start
        while skeleton[begin - 6 : begin].rstrip(" ,").isdigit() and begin >= 6:
            earlier = _YEAR.search(skeleton, begin - 6, begin)
            if earlier is None:
                break
            begin = earlier.start()
        last = _YEAR_LIST.match(skeleton, begin)
        past = max(end, last.end() if last else end)
        years = [int(year[0]) for year in _YEAR.finditer(skeleton, begin, past)]
        if _BETWEEN.search(skeleton, max(0, begin - 20), begin):
            continue  # "the ten years between 2016 and 2026"
        lead = _YEARS_BEFORE.search(skeleton, max(0, begin - 80), begin)
        if lead is None or len(years) < 2 or any(a >= b for a, b in pairwise(years)):
            continue
        if not _ENDS_CLAUSE.match(skeleton, past):
            continue  # "ten in 2025, and in 2026 four more"
        whole = _whole(skeleton, lead.end("noun"))
        if whole and 1 < whole[2] <= 12 and whole[2] != len(years):
            yield found(
                "FIG023", whole[0], whole[1], elsewhere=((begin, past),),
                told=whole[2], listed=len(years),
            )  # fmt: skip
