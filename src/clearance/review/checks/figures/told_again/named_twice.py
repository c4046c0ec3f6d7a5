"""What a paper tells twice: the figure of its heading, a number, an act's day, an election's day.

Told only where the words say that it is one thing: a heading and the text below it, a definite
noun that takes up a figure, one act under one number, one event under one name.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding
from clearance.review.mentions.act_numbers import are_turned
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

NAMED_TWICE = (
    Trigger("taken up", r"(?:the|these|those|all|les|ces|ses|des|aux|its|their|leurs|tous les|toutes les) [0-9][0-9]"),
    Trigger("taken up", r"(?:ال|لل) ?[0-9][0-9]"),
    Trigger("taken up", r"البالغ عدد(?:ها|هم|هن) [0-9][0-9]"),
    Trigger("long number", "[0-9]" * 5, begins=lambda _, end: end - 5),
    Trigger("own text follows", r"(?:(?:وفيما يلي|فيما يلي|وهذا|إليكم) نص|(?:the|full) text (?:of the \S+ )?(?:is as )?follow|dont (?:voici )?(?:le texte|la teneur))"),
    Trigger("vote day", r"(?:scrutin|elections?|referendum|vote|polling|ballot|sommet|summit|workshop|atelier|seminaire|seminar|forum|conference|ceremonie|ceremony|colloque|انتخاب\S{0,5}|اقتراع|استفتاء|قمة|ورشة|ندوة|منتدى|حفل) "),
    Trigger("hearing", r"(?:audience|جلسة|hearing)"),
    Trigger("done with year", r"(?:amended|signed|adopted|concluded|done|established|founded|modifiee?|amendee?|signee?|adoptee?|conclue?|fondee?|creee?|وقعت?|اعتمدت?|أبرمت?|أنشئت?|عدلت?|المعدلة?|الموقعة?|المعتمدة?|المبرمة?|المنشأة?) "),
)  # fmt: skip

_DIGITS = 24  # characters in which a number taken up ends
_LETTERS = 8  # characters before the digits of a long number, letters of it or "No."


def named_twice(paper: Paper) -> Iterator[Finding]:
    """Find what is told in two ways."""
    signs = paper.signs
    yield from _headline(paper)
    if "taken up" in signs:
        yield from _taken_up(paper)
    if "long number" in signs:
        yield from _long_numbers(paper)
    if len(paper.hits("act number")) > 1:
        yield from _acts(paper, "own text follows" in signs)
    if "vote day" in signs:
        yield from _events(paper)
    if "hearing" in signs:
        yield from _hearing(paper)
    if "done with year" in signs:
        yield from _instruments(paper)


def _twice(paper: Paper, at: Stretch, elsewhere: Stretch) -> Finding:
    first, second = (" ".join(paper.text[slice(*place)].split()) for place in (elsewhere, at))
    return found("FIG038", *at, elsewhere=(elsewhere,), first=first, second=second)


_DIGIT = on_demand(r"\d")
_HEADING_ENDS = on_demand(r"[.:\n](?:(?<=\n)|(?=\s))")
_LONGEST_HEADING = 130
_NOUN = on_demand(
    pattern(
        r"\s?(?:of\s+|de\s+|d'|من\s+)?(?:(?:more|new|other|young|nouveaux|nouvelles|autres|jeunes)\s+)?(?P<noun>[^\W\d_]{3,})"
    )
)
_NO_NOUN = compiled(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|per|pour|and|les|des|the|for|from|are|were|have|has|with|sont|ont|dans|percent|cent|في|من|إلى|على|عام|سنة|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\b"
)
_PART_OF = compiled(
    r"\b(?:of which|of whom|of them|including|among|dont|parmi|soit|target|planned|last year|previous\w*|earlier|compared|against|instead|objectif|prevu\w*|l'an dernier|منها|منهم|بينهم|من بينها|من أصل|مقابل|بدل\w*|المستهدف|العام الماضي|السابق\w*)\b[^.;]{0,30}$"
)
_LEAST = 100
_STEM = 5
_ROUNDED = 20  # a twentieth: our guess
_FIGURES_BELOW = 3000  # characters of the text below a heading


def _headline(paper: Paper) -> Iterator[Finding]:
    """Find "2.4 MILLION CHILDREN REACHED. ... the drive reached 2.7 million children"."""
    skeleton = paper.skeleton
    begin = len(skeleton) - len(skeleton.lstrip())
    line = skeleton.find("\n", begin, begin + _LONGEST_HEADING)
    colon = skeleton.find(": ", begin, line if line > 0 else begin + _LONGEST_HEADING)
    ends = _HEADING_ENDS.search(
        skeleton, colon + 2 if colon >= 0 else begin, begin + 2 * _LONGEST_HEADING
    )
    if ends is None or _DIGIT.search(skeleton, begin, ends.start()) is None:
        return
    stop = ends.start()
    heading = list(digits_in(skeleton, begin, stop))
    named = [(own, _noun(skeleton, own)) for own in heading if own.value >= 10]
    if any(noun for _, noun in named):
        yield from _figures_below(paper, heading, named, stop)
    yield from _headline_day(paper, begin, stop)


def _figures_below(
    paper: Paper, heading: list[Digits], named: list[tuple[Digits, str | None]], stop: int
) -> Iterator[Finding]:
    """Find the figures of a heading of which the text below has a slip, and not themselves."""
    skeleton = paper.skeleton
    figures = list(digits_in(skeleton, stop, min(len(skeleton), stop + _FIGURES_BELOW)))
    values = {value for one in figures for value in (one.value, one.also)}
    of_heading = {one.value for one in heading}
    for own, noun in named:
        if noun is None or own.value in values:
            continue
        if any(0 < abs(one.value - own.value) * _ROUNDED < own.value for one in figures):
            continue  # the heading rounds a figure of the text
        near = [
            one for one in figures
            if _is_turned_or_slip(own, one)
            and one.value not in of_heading
            and not (_is_round(skeleton, own) and not are_turned(str(own.value), str(one.value)))
            and _noun(skeleton, one) == noun
        ]  # fmt: skip
        if near and not _PART_OF.search(skeleton, max(stop, near[0].start - 50), near[0].start):
            yield _twice(paper, (near[0].start, near[0].end), (own.start, own.end))


def _noun(skeleton: str, number: Digits) -> str | None:
    """Return the beginning of the noun behind a number; None: no noun, or a month's name."""
    match = _NOUN.match(skeleton, number.end)
    if match is None or _NO_NOUN.match(match["noun"]):
        return None
    return match["noun"][:_STEM]


_OF_YEAR = compiled(
    r"\s*(?:[^\W\d_]+\s+)?(?:of|in|for|from|de|du|en|pour|عام|لعام|في|سنة)\s+(?:the\s+|l'annee\s+|عام\s+)?(?:19|20)\d\d|\s*(?:other|remaining|left|restants|autres|المتبقية|الأخرى)|\s*(?:[^\W\d_]+\s+)?(?:who|whose|الذين|اللواتي|ممن)\b"
)
_OF_OTHERS = compiled(r"\s*[^\W\d_]+\s+(?:of|de|du|des|from|in)\s+(?!which|whom|them)")
_ARABIC_NOUN_BEFORE = on_demand(r"(?P<noun>[^\W\d_]{4,})\s+\S{0,4}$")
_MOST_TAKEN_UP = 300  # in more of them nothing is singular
_FAR_UP = 2500  # characters before the noun that takes the figure up


def _taken_up(paper: Paper) -> Iterator[Finding]:
    """Find "financed 148 projects in 31 States. The 184 projects were selected"."""
    skeleton = paper.skeleton
    hits = paper.hits("taken up")
    for start, end in hits if len(hits) <= _MOST_TAKEN_UP else ():
        if start and skeleton[start - 1].isalpha():
            continue
        own = next(digits_in(skeleton, start, min(len(skeleton), end + _DIGITS)), None)
        if own is None or own.value < 10:
            continue
        begin = max(0, start - _FAR_UP)
        if skeleton.count(skeleton[own.start : own.end], begin, start + _FAR_UP) > 1:
            continue
        noun = _noun(skeleton, own)
        if skeleton[start] > "\x7f" and noun is None:
            before = _ARABIC_NOUN_BEFORE.search(skeleton, max(0, start - 24), start + 2)
            noun = before["noun"] if before else None
        if noun is None or _OF_YEAR.match(skeleton, own.end + len(noun)):
            continue
        earlier = list(digits_in(skeleton, begin, start))
        root = _root(noun)
        same = [one for one in earlier if root and _root(_noun(skeleton, one) or "") == root]
        if len({one.value for one in same}) != 1:
            continue
        of_others = _OF_OTHERS.match(skeleton, own.end)
        if of_others and _OF_OTHERS.match(skeleton, same[0].end):
            continue  # members of two bodies
        slipped = _is_turned_or_slip(same[0], own)
        slipped = slipped or (not of_others and _is_miscounted(same[0], own))
        if slipped and not _OF_YEAR.match(skeleton, own.end):
            yield _twice(paper, (own.start, own.end), (same[0].start, same[0].end))


_AL = pattern("ال")
_WEAK = on_demand(f"[{pattern('اوي')}]|{pattern('ة')}$")


def _root(noun: str) -> str:
    """Return a noun's beginning; of an Arabic one the letters that its plural keeps."""
    if noun > "\x7f":
        return _WEAK.sub("", noun.removeprefix(_AL))[:3]
    return noun[:_STEM]


def _is_miscounted(one: Digits, other: Digits) -> bool:
    """Tell whether two counts may be meant for one: a tenth, or ten, parts them (our guess)."""
    few, many = sorted((one.value, other.value))
    return 0 < many - few <= max(_TEN, many / _TEN) and few * 2 > many and many < _MANY


_TEN, _MANY = Decimal(10), 400


def _is_turned_or_slip(one: Digits, other: Digits) -> bool:
    """Tell whether a figure is a slip of another; of two digits only that they changed places."""
    if one.value == other.value or other.value in (one.value, one.also):
        return False
    if min(one.value, other.value) < _LEAST:
        return are_turned(str(one.value), str(other.value))
    return is_slip(one.value, other.value, 3)


def _is_round(skeleton: str, one: Digits) -> bool:
    """Tell whether few figures stand before the noughts, so that many an amount is a slip of it."""
    figures = len(f"{one.value.normalize():f}".rstrip("0"))
    around = f"{skeleton[max(0, one.start - 5) : one.start]} {skeleton[one.end : one.end + 16]}"
    return figures == 1 or (figures <= len("12") and bool(currency_of(around)))


_DAY_AND_MONTH = on_demand(
    r"(?<![\d/.,-])(?P<day>\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,})(?!,?\s+\d)"
)
_WORD = on_demand(r"[^\W\d_]{4,}")


def _headline_day(paper: Paper, begin: int, stop: int) -> Iterator[Finding]:
    """Find "TO MEET IN ADDIS ABABA ON 18 NOVEMBER. ... will be held in Addis Ababa on 19 November 2026"."""
    skeleton = paper.skeleton
    match = next(
        (m for m in _DAY_AND_MONTH.finditer(skeleton, begin, stop) if month_number(m["month"])),
        None,
    )
    if match is None:
        return
    own = int(match["day"]), month_number(match["month"])
    days = [
        one
        for one in paper.dates
        if one.start >= stop and one.calendar == "gregorian" and one.value
    ]
    if not days or any((one.day, one.month) == own for one in paper.dates if one.start >= stop):
        return
    if any(
        (int(m["day"]), month_number(m["month"])) == own
        for m in _DAY_AND_MONTH.finditer(skeleton, stop)
    ):
        return
    first = days[0]
    if (first.day == own[0]) == (first.month == own[1]) or first.until is not None:
        return
    words = {word[:_STEM] for word in _WORD.findall(skeleton[begin : match.start()])}
    around = {
        word[:_STEM] for word in _WORD.findall(skeleton[max(stop, first.start - 160) : first.start])
    }
    if len(words & around) > 1:
        yield _twice(paper, (first.start, first.end), match.span())


_LONG = on_demand(r"(?<![\d.,])(?P<letters>[a-z]{0,4})(?P<digits>\d{5,9})(?![\d.,]*\d)")
_CODED = compiled(r"(?:\bno\.?\s?\(?|[-/]|رقم\s?\(?)$")


def _long_numbers(paper: Paper) -> Iterator[Finding]:
    """Find "Trust Fund No. 022835" that is "TF022853" further on."""
    skeleton = paper.skeleton
    seen: dict[str, Stretch] = {}
    for start, end in paper.hits("long number"):
        match = _LONG.search(skeleton, max(0, start - _LETTERS), min(len(skeleton), end + 9))
        if match is None:
            continue
        digits = match["digits"]
        if not match["letters"] and not _CODED.search(
            skeleton, max(0, match.start() - 8), match.start()
        ):
            continue
        seen.setdefault(digits, match.span("digits"))
    if len(seen) > 30:
        return  # a list of many numbers has neighbours of every kind
    for one, other in combinations(seen, 2):
        if are_turned(one, other):
            yield _twice(paper, seen[other], seen[one])


_HEAD = on_demand(r"(?:^|\n)[^\n]{0,30}$")


def _acts(paper: Paper, text_follows: bool) -> Iterator[Finding]:
    """Find one act with two days, and a decree announced under another number than it bears."""
    acts = paper.act_numbers
    days: dict[tuple[int, str, int | None], tuple[date, Stretch]] = {}
    for one in acts:
        if one.day is None or one.day_at is None or sum(c.isdigit() for c in one.number) < 3:
            continue
        day, at = days.setdefault((one.kind, one.number, one.year), (one.day, one.day_at))
        if day != one.day and _is_day_slip(day, one.day):
            yield _twice(paper, one.day_at, at)
    if not text_follows:
        return
    first = paper.hits("own text follows")[0][0]
    announced = [one for one in acts if one.start < first]
    own = [
        one
        for one in acts
        if one.start > first and _HEAD.search(paper.skeleton, max(0, one.start - 60), one.start)
    ]
    if not announced or not own or own[0].start - first > _OWN_HEAD:
        return
    one, other = announced[0], own[0]
    if (one.kind, one.year) == (other.kind, other.year) and one.number != other.number:
        yield _twice(paper, (other.start, other.end), (one.start, one.end))


_OWN_HEAD = 250  # characters between "the text follows" and its own number


def _is_day_slip(one: date, other: date) -> bool:
    """Tell whether two of day, month and year are the same."""
    return sum((one.day == other.day, one.month == other.month, one.year == other.year)) == 2


# Events that are held once; a vote is told under several names.
_FAMILIES = tuple(
    compiled(words)
    for words in (
        r"(?:scrutin|elections?|vote|polling|ballot|انتخاب\w*|اقتراع)", r"(?:referendum|استفتاء)",
        r"(?:sommet|summit|قمة)", r"(?:workshop|atelier|ورشة)", r"(?:seminaire|seminar|colloque|ندوة)",
        r"(?:forum|منتدى)", r"(?:conference)", r"(?:ceremonie|ceremony|حفل)",
    )
)  # fmt: skip
_NAME_TO_DAY = compiled(
    r"\s+(?P<name>(?:(?!\b(?:du|of|on|le|des|في|يوم)\b)[^\W\d_]{4,}\s+){1,3})(?:(?:to be held|held|qui se tiendra|qui aura lieu|المقررة?|المزمع عقدها)\s+)?(?:du|of|on|le|في|يوم|بتاريخ)\s+(?:the\s+|le\s+)?$"
)
_ROUND = compiled(
    r"\b(?:tour|round|preliminary|previous|last|first|second|precedent\w*|premier|deuxieme|جولة|دور|السابق\w*|الأول\w*|الثاني\w*)\b"
)


def _events(paper: Paper) -> Iterator[Finding]:
    """Find "the presidential poll of 10 April 2026" and "the presidential elections of 17 April 2026"."""
    skeleton = paper.skeleton
    told: dict[tuple[int, str], DateMention] = {}
    days = {one.start: one for one in paper.dates if one.value and one.calendar == "gregorian"}
    for start, _ in paper.hits("vote day"):
        if start and skeleton[start - 1].isalpha() and skeleton[start - 1].isascii():
            continue
        family = next(
            (n for n, words in enumerate(_FAMILIES) if words.match(skeleton, start)), None
        )
        day = next((one for at, one in days.items() if start < at < start + 90), None)
        word = _FAMILIES[family].match(skeleton, start) if family is not None else None
        if day is None or word is None or family is None:
            continue
        at = min(day.start, day.weekday_at[0] if day.weekday_at else day.start)
        name = _NAME_TO_DAY.fullmatch(skeleton, word.end(), at)
        if name is None or _ROUND.search(skeleton, max(0, start - 20), at):
            continue
        key = (family, " ".join(part[:7] for part in name["name"].split()))
        earlier = told.setdefault(key, day)
        if (
            earlier.value
            and day.value
            and earlier.value != day.value
            and _is_day_slip(earlier.value, day.value)
        ):
            yield _twice(paper, (day.start, day.end), (earlier.start, earlier.end))
            return


_JUDGED = compiled(
    r"(?:^|\n)\W*(?:arret|jugement|ordonnance|judgment|judgement|ruling|قرار|حكم)\s+(?:no\.?|number|رقم)\s?\S+\s+(?:du|of|dated|بتاريخ|الصادر في)\s+$"
)
_HEARD = compiled(
    r"(?:^|\n|[.\xa4] ?)\W*(?:audience|hearing|جلسة)\s*:\s*$|audience publique(?: ordinaire)? (?:du|de ce jour)?\s*(?:\w+ )?$"
)
_JUDGE_HEAD, _HEARD_HEAD = 300, 1500


def _hearing(paper: Paper) -> Iterator[Finding]:
    """Find a judgment of one day at its head, and of another at the hearing in which it is given."""
    judged = heard = None
    for one in paper.dates:
        if one.start > _HEARD_HEAD or one.value is None:
            break
        before = paper.skeleton[max(0, one.start - 70) : one.start]
        if judged is None and one.start < _JUDGE_HEAD and _JUDGED.search(before):
            judged = one
        elif heard is None and _HEARD.search(before):
            heard = one
    if judged and heard and judged.value != heard.value:
        yield _twice(paper, (judged.start, judged.end), (heard.start, heard.end))


_INSTRUMENT = compiled(
    r"(?P<name>(?:[^\W\d_][\w'-]*\s+){1,2}(?:convention|charter|treaty|protocol|agreement|covenant|charte|traite|protocole|accord|pacte|(?:ال)?(?:اتفاقية|ميثاق|معاهدة|بروتوكول))(?:\s+[^\W\d_]{4,})?)"
)
_INSTRUMENTS = (
    "convention", "chart", "treaty", "traite", "protoco", "agreement", "accord", "covenant",
    "pacte", *map(pattern, ("اتفاقية", "ميثاق", "معاهدة", "بروتوكول")),
)  # fmt: skip
_VERBS = tuple(
    compiled(words)
    for words in (
        r"\b(?:amended|modifiee?|amendee?|عدلت?|المعدلة?)\b", r"\b(?:signed|signee?|وقعت?|الموقعة?)\b",
        r"\b(?:adopted|adoptee?|اعتمدت?|المعتمدة?)\b", r"\b(?:concluded|conclue?|أبرمت?|المبرمة?)\b",
        r"\bdone\b",
    )
)  # fmt: skip
_THEN_YEAR = on_demand(
    r"(?:(?!\b(?:and|et)\b|[.;:)]|\n\n).){0,60}?(?<![\d/.-])(?P<year>(?:18|19|20)\d\d)(?![\d/-])",
    re.DOTALL,
)
_YEAR_NEAR = on_demand(r"(?:18|19|20)\d\d")
_YEAR_REACH = 64  # characters behind the verb in which its year ends
_NAME_BACK = 170


@lru_cache(maxsize=256)
def _verb(written: str) -> int | None:
    return next((n for n, words in enumerate(_VERBS) if words.match(written)), None)


def _instruments(paper: Paper) -> Iterator[Finding]:
    """Find the same convention "as amended in 1961" and "amended by the protocol of 11 October 1971"."""
    skeleton = paper.skeleton
    told: dict[tuple[str, int], tuple[str, Stretch]] = {}
    dated = [
        (start, verb, year)
        for start, end in paper.hits("done with year")
        if _YEAR_NEAR.search(skeleton, end, end + _YEAR_REACH)
        and (verb := _verb(skeleton[start:end])) is not None
        and (year := _THEN_YEAR.match(skeleton, end)) is not None
    ]
    years: dict[int, set[str]] = {}
    for _, verb, year in dated:
        years.setdefault(verb, set()).add(year["year"])
    for start, verb, year in dated:
        if len(years[verb]) < 2:
            continue
        least = max(0, start - _NAME_BACK)
        if not any(word in skeleton[least:start] for word in _INSTRUMENTS):
            continue
        before = list(_INSTRUMENT.finditer(skeleton, least, start))
        if not before or not _is_named(paper, before[-1]):
            continue
        key = (" ".join(before[-1]["name"].split()), verb)
        first, at = told.setdefault(key, (year["year"], year.span("year")))
        if (
            sum(a != b for a, b in zip(first, year["year"], strict=True)) == 1
            and first[3] == year["year"][3]
        ):
            yield _twice(paper, year.span("year"), at)
            return


def _is_named(paper: Paper, name: re.Match[str]) -> bool:
    """Tell whether the words are a name: written with capitals, or in Arabic."""
    first = paper.text[name.start("name")]
    return first > "\u0600" or all(
        word[0].isupper() or len(word) < 4 for word in paper.text[name.start("name") : name.end("name")].split()
    )  # fmt: skip
