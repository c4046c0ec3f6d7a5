"""The quantities of a stretch of text, read once and asked by the rules that reckon with them.

Each has its value, its place, what it is (money, a count, a time, a share) and of what: currency,
noun, unit of time. Years, dates, labels and numbers of items are none.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.figures.reckoning.fractions import fractions_in
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.mentions.numbers import Digits, digits_in, words_from, worth

MONEY, COUNT, TIME, SHARE = "money", "count", "time", "share"


@dataclass(slots=True)
class Quantity:
    """A number of a text, from start up to end; ``stop``: the end of its unit.

    ``unit``: the currency, the unit of time, or the noun that it counts, "" if none stands beside it. ``slack``: by how much its rounding may be off.
    ``about``: the text says that it is not exact. ``of_it``: a share "of them", of what was named.
    ``in_words``: a share that is a fraction in words.
    """

    start: int
    end: int
    value: Decimal
    kind: str
    stop: int
    unit: str = ""
    about: bool = False
    of_it: bool = False
    in_words: bool = False
    slack: Decimal = Decimal(0)


_THOUSANDS = "|".join(rf"\d{{0,2}}(?:{mark}\d{{3}})+" for mark in (",", r"\.", " ", "'"))
ONE_BY_ONE = on_demand(
    rf"\d(?<![\d/\-]\d)(?<!\d[.,:]\d)(?:(?:{_THOUSANDS})(?:[.,]\d{{1,2}})?(?!\d)|\d*(?:[.,]\d+)?)(?![\d/])"
)
"""Numbers in digits whose thousands one mark parts, so that those of a torn table stay apart."""
_PERCENT = compiled(
    r"\s*\)?\s*(?:%|per ?cent\b|pour ?cent\b|p\. ?100|في المائة|في المئة|بالمائة|بالمئة)"
)
_PERCENT_WORD = compiled(r"%|per ?cent\b|pour ?cent\b|p\. ?100|(?:في|ب) ?ال(?:مائة|مئة)")
_PERCENT_SIGNS = ("%", "cent", "100", *map(pattern, ("مائة", "مئة")))
_ANY_DIGIT = on_demand(r"\d")
_HALVES = ("and a half", " et demi", pattern("نصف"))
_ABOUT = compiled(
    r"\b(?:about|some|nearly|almost|over|more than|less than|under|just|around|approximately|roughly|close to|at least|at most|up to|environ|pres de|plus de"
    r"|moins de|quelque|au moins|au plus|a peu pres|presque|approximativement|نحو|بنحو|حوالي|بحوالي|ما يقارب|يقارب|قرابة|زهاء|أكثر من|أقل من|يزيد على|يناهز|ما يناهز|تقريبا)"
    r"\s+(?:(?:a|an|the|la|le|les|us|usd|eur|sar) ?)?\$?$"
)
_ABOUT_AFTER = compiled(
    r"\s*(?:[^\W\d_]+ ){0,2}?(?:environ|a peu pres|a peu de chose pres|or so|approximately|تقريبا|or thereabouts)\b"
)
_PARTED = on_demand(r"(?<![,. ]\d\d)\d[.,] $")  # "49, 03 %", not "USD 93,000, 40 %"
_YEAR = on_demand(r"(?:19|20)\d\d")
_LABEL = compiled(
    r"(?:\b(?:articles?|annexe?s?|items?|no|n°|paragraph\w*|para|resolutions?|decisions?|pages?|points?|notes?|tables?|tableaux?|sections?|lines?|ligne|chapters?|chapitres?|parts?|rule|phase|circular|circulaire"
    r"|act|law|loi|decret|arrete)|(?:ال)?(?:بند|مادة|مرفق|فقرة|قرار|فصل|صفحة|جدول|ملحق|قانون|مرسوم)|رقم)\s*(?:no\.?|n°)?\s*[.:(]?\s*$"
)
_NO_AMOUNT = compiled(
    r"\s*(?:h\b|:\d\d\b|[ap]\.? ?m\b|/\d|h \d\d|-\d|o'clock|heures? (?:\d\d)?(?=[^\W\d])|bis\b|th\b|st\b|nd\b|rd\b|ers?\b|emes?\b|-?e\b)"
)
_ITEM = compiled(
    r"\d{1,2}\s?[.)](?=\s)|\d{1,2} ?-\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d_])(?!mil|bil|per |pour |مل|بل|ألف)"
)
_BRACKET = on_demand(r"\s?\([^()\d]{3,120}\)\s*")  # the amount in words, before its currency
_ISO = """
USD EUR GBP CHF JPY CNY SAR AED KWD BHD QAR OMR JOD IQD LBP SYP EGP MAD TND DZD LYD SDG MRU YER TRY IRR PKR BDT AFN
INR IDR MYR BND MVR UZS KZT KGS TJS TMT AZN NGN GHS GMD SLE GNF XOF XAF KMF DJF FDJ SOS UGX MZN GYD SRD CAD FCFA CFA DHS
"""
_CODES = frozenset(_ISO.split())
_CODE = on_demand(r"(?P<code>[A-Z]{3,4})|(?P<sign>(?:US ?)?\$|€|£)")
_CODE_BEFORE = on_demand(r"(?:(?P<code>[A-Z]{3,4})|(?P<sign>(?:US ?)?\$|€|£)) ?\(?$")
_SAME = {"FCFA": "franc", "CFA": "franc", "XOF": "franc", "XAF": "franc", "USD": "dollar", "EUR": "euro", "SAR": "riyal", "AED": "dirham", "DHS": "dirham", "GBP": "pound"}  # fmt: skip
_MONEY_WORD = compiled(
    r"\)?\s*(?:de |d')?(?:[^\W\d_]+\.?\s+){0,1}?(?P<name>(?:us )?dollars?|euros?|(?:saudi )?riyals?|rials?|riyals?|francs?|pounds?|livres|dirhams?|dinars?|rupees?|roupies?|rupiah|lira|taka|naira|ringgit"
    r"|ounces? of gold|دولارا?|دولارات|يورو|ريالا?|ريالات|فرنكا?|فرنكات|درهما?|دراهم|دينارا?|دنانير|جنيها?|جنيهات|ليرة|ليرات|روبية|روبيات)\b(?!-)"
)
_TIME_WORD = compiled(
    r"\s*(?:(?:calendar|working|full|consecutive|further|short|long|lunar|ouvrables?|clear)\s+)?(?P<name>minutes?|hours?|days?|nights?|weeks?|months?|quarters|half-years|years?|heures?|jours?|journees?|nuits?|nuitees?|semaines?|mois|trimestres?|semestres?|ans?|annees?"
    r"|دقيقة|دقائق|ساعة|ساعات|يوما?|أيام|ليلة|ليال|ليالي|أسبوعا?|أسابيع|شهرا?|أشهر|شهور|سنة|سنوات|عاما?|أعوام|سنين)\b"
)
_TIMES = {
    "minute": "minute minutes دقيقة دقائق", "hour": "hour hours heure heures ساعة ساعات",
    "day": "day days jour jours journee journees يوم يوما أيام", "night": "night nights nuit nuits nuitee nuitees ليلة ليال ليالي",
    "week": "week weeks semaine semaines أسبوع أسبوعا أسابيع", "month": "month months mois شهر شهرا أشهر شهور",
    "quarter": "quarter quarters trimestre trimestres", "half-year": "half-years semestre semestres",
    "year": "year years an ans annee annees سنة سنوات عام عاما أعوام سنين",
}  # fmt: skip
TIME_OF = {fold(word).skeleton: unit for unit, words in _TIMES.items() for word in words.split()}
_TWO = {"month": "شهران شهرين", "year": "سنتان سنتين عامان عامين", "week": "أسبوعان أسبوعين", "day": "يومان يومين", "hour": "ساعتان ساعتين", "night": "ليلتان ليلتين"}  # fmt: skip
_DUAL_OF = {fold(word).skeleton: unit for unit, words in _TWO.items() for word in words.split()}
_AND_HALF_FIRST = compiled(r"\s+(?:and a half|et demie?|و ?نصف)\s+(?=[^\W\d_])")
_AND_HALF_LAST = compiled(r"\s*(?:and a half|et demie?|و ?نصف(?: ال[^\W\d_]+)?)\b")
_ONE_TIME = compiled(
    r"(?<![^\W_])(?:an?|one|une?|[وفبل]?)\s*(?P<name>year|month|week|day|hour|an|annee|mois|semaine|jour|heure|سنة|عاما?|شهرا?|أسبوعا?|يوما?)\s*(?:and a half|et demie?|و ?نصف(?: ال[^\W\d_]+)?)\b"
)
_WORD = on_demand(r"[^\W\d_]{2,}")
_NOUN = compiled(
    r"\s*\)?\s*(?:(?:other|new|more|further|additional|candidate|least|autres?|nouvelles?|nouveaux|of|de|the|les|des|such|young|senior|Member|member)(?![^\W\d_])\s*|d')*(?P<noun>[^\W\d_]{3,})"
)
_GLUED = pattern("وبلفك")
_NO_NOUN = frozenset(fold("""
and for from with per the are were was have has had each had which who whom that over than only but against et par pour avec dans sur dont les des une est sont ont ainsi contre que qui soit ou or plus
في من إلى على عن أي وهو وهي مقابل منها منهم خلال بما لكل ثم كان كانت بعد قبل بنسبة
""").skeleton.split())  # fmt: skip
_MOST = 60  # quantities of a stretch: more of them are a table


def share_at(told: Sequence[Quantity], start: int, end: int) -> int | None:
    """Return which of the quantities is the share that stands at a sign; None: none does."""
    return next(
        (
            number
            for number, one in enumerate(told)
            if one.kind == SHARE and one.start < end and one.end > start
        ),
        None,
    )


def read_quantities(
    text: str, skeleton: str, begin: int, stop: int,
    days: Sequence[tuple[int, int]], *, has_parts: bool,
) -> list[Quantity]:  # fmt: skip
    """Return the quantities of a stretch in order of place; none where it is a table.

    ``days``: where dates stand. ``has_parts``: parts in words may stand in it.
    """
    told: list[Quantity] = []
    taken: list[tuple[int, int]] = list(days)
    for part in fractions_in(text, skeleton, begin, stop) if has_parts else ():
        told.append(Quantity(part.start, part.end, part.value * 100, SHARE, part.end, of_it=part.of_it, in_words=True))  # fmt: skip
        taken.append((part.start, part.end))
    stretch = skeleton[begin:stop]
    if any(sign in stretch for sign in _PERCENT_SIGNS):
        taken += [sign.span() for sign in _PERCENT_WORD.finditer(skeleton, begin, stop)]
    for half in (
        _ONE_TIME.finditer(skeleton, begin, stop) if _has_half(skeleton, begin, stop) else ()
    ):
        unit = TIME_OF[half["name"]]
        told.append(Quantity(half.start(), half.end(), Decimal("1.5"), TIME, half.end(), unit=unit))
        taken.append(half.span())
    numbers = [*digits_in(skeleton, begin, stop, ONE_BY_ONE), *_in_words(skeleton, begin, stop)]
    if len(numbers) > 2 * _MOST:
        return []
    for number in sorted(numbers, key=lambda one: (one.start, -one.end)):
        start, end = number.start, number.end
        if any(first < end and start < last for first, last in taken):
            continue
        quantity = _quantity(text, skeleton, number, stop)
        if quantity is not None:
            told.append(quantity)
            taken.append((number.start, quantity.end))
    is_behind = any(sign in stretch for sign in _ABOUT_BEHIND)
    for one in told:
        one.about = _is_about(skeleton, one, begin, stop, is_behind=is_behind)
    return sorted(told, key=lambda one: one.start) if len(told) <= _MOST else []


_ABOUT_LAST = frozenset(fold("""
about some nearly almost over than under just around approximately roughly to least most up
environ de quelque moins plus pres presque approximativement a
نحو بنحو حوالي بحوالي يقارب قرابة زهاء من على يناهز تقريبا
""").skeleton.split())  # fmt: skip
_ABOUT_BEHIND = ("environ", " peu", "or so", "approx", "thereab", pattern("تقريبا"))


def _is_about(skeleton: str, one: Quantity, begin: int, stop: int, *, is_behind: bool) -> bool:
    """Tell whether the text says of a number that it is not exact.

    ``is_behind``: somewhere in the stretch stands what would say so behind a number.
    """
    least, most = max(begin, one.start - 26), min(stop, one.stop + 40)
    if not _ABOUT_LAST.isdisjoint(skeleton[least : one.start].split()[-3:]) and _ABOUT.search(
        skeleton, least, one.start
    ):
        return True
    return is_behind and _ABOUT_AFTER.match(skeleton, one.stop, most) is not None


def _has_half(skeleton: str, begin: int, stop: int) -> bool:
    return any(skeleton.find(sign, begin, stop) >= 0 for sign in _HALVES)


def has_number(skeleton: str, begin: int, stop: int) -> bool:
    """Tell cheaply whether a number stands in a stretch, in digits or in words."""
    piece = skeleton[max(0, begin) : stop]
    return _ANY_DIGIT.search(piece) is not None or bool(_tokens_of_numbers(piece))


_PLAIN: set[str] = set()  # pieces of texts that have no word of a number
_MOST_PLAIN = 50_000


def _tokens_of_numbers(piece: str) -> set[str]:
    """Return what has a word of a number between two blanks; most is known to have none."""
    unknown = set(piece.split()) - _PLAIN
    if not unknown:
        return unknown
    if len(_PLAIN) > _MOST_PLAIN:
        _PLAIN.clear()
    told = {token for token in unknown if _has_worth(token)}
    _PLAIN.update(unknown - told)
    return told


def _standing(token: str, skeleton: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield where the token stands between blanks in a stretch."""
    at = skeleton.find(token, begin, stop)
    while at >= 0:
        end = at + len(token)
        if (at == begin or skeleton[at - 1].isspace()) and (end == stop or skeleton[end].isspace()):
            yield at, end
        at = skeleton.find(token, end, stop)


@lru_cache(maxsize=4096)
def _has_worth(token: str) -> bool:
    return any(_worth_from(word) >= 0 for word in _WORD.findall(token))


@lru_cache(maxsize=8192)
def _worth_from(word: str) -> int:
    """Return at which letter a word begins to be one of a number; below 0: it is none.

    Arabic grows a letter on it. A dual, "two years", counts as a number.
    """
    if word in _DUAL_OF or worth(word) is not None:
        return 0
    if word[0] in _GLUED and (word[1:] in _DUAL_OF or worth(word[1:]) is not None):
        return 1
    return -1


def _in_words(skeleton: str, begin: int, stop: int) -> list[Digits]:
    told: list[Digits] = []
    tokens = _tokens_of_numbers(skeleton[begin:stop])
    places = sorted(at for token in tokens for at in _standing(token, skeleton, begin, stop))
    past = begin
    for word in (word for place in places for word in _WORD.finditer(skeleton, *place)):
        name = word[0]
        glued = _worth_from(name)
        if glued < 0 or word.start() < past:
            continue
        if name[glued:] in _DUAL_OF:
            told.append(Digits(word.start(), word.end(), Decimal(2)))
            continue
        spoken = words_from(skeleton, word.start() + glued, stop)
        if spoken is not None:
            past = spoken.end
            if len(spoken.values) == 1 and min(spoken.values) > 1:
                told.append(Digits(spoken.start, spoken.end, Decimal(min(spoken.values))))
    return told


def _quantity(text: str, skeleton: str, number: Digits, stop: int) -> Quantity | None:
    """Return what the number tells of; None: a year, a label, an hour, an ordinal."""
    start, end = number.start, number.end
    percent = _PERCENT.match(skeleton, end, min(stop, end + 24))
    if percent:
        if _PARTED.search(skeleton, max(0, start - 4), start):
            return None  # "49, 03 %"
        return Quantity(start, percent.end(), number.also or number.value, SHARE, percent.end())
    if skeleton[end : end + 1] == "-" and skeleton[end + 1 : end + 2].isalpha():
        return None  # the seventy-fourth
    slack = _slack(skeleton, number)
    code = _CODE_BEFORE.search(text, max(0, start - 6), start)
    name = (code["code"] or code["sign"]) if code else ""
    if name in _CODES or (code and code["sign"]):
        return Quantity(start, end, number.value, MONEY, end, _currency(name), slack=slack)
    word = _MONEY_WORD.match(skeleton, end, min(stop, end + 60))
    bracket = None if word else _BRACKET.match(skeleton, end, stop)
    if bracket:
        word = _MONEY_WORD.match(skeleton, bracket.end(), stop)
    if word:
        return Quantity(start, end, number.value, MONEY, word.end(), currency_of(word["name"]) or word["name"].rstrip("s"), slack=slack)  # fmt: skip
    after = _CODE.match(text, end + (text[end : end + 1] == " "), stop)
    if after and (after["sign"] or after["code"] in _CODES):
        return Quantity(start, end, number.value, MONEY, after.end(), _currency(after[0]), slack=slack)  # fmt: skip
    return _counted(skeleton, number, stop, slack)


def _counted(skeleton: str, number: Digits, stop: int, slack: Decimal) -> Quantity | None:
    start, end, value = number.start, number.end, number.value
    dual = skeleton[start:end].lstrip(_GLUED) if skeleton[start] not in "0123456789" else ""
    unit = _DUAL_OF.get(skeleton[start:end]) or _DUAL_OF.get(dual)
    if unit:
        half = _AND_HALF_LAST.match(skeleton, end, stop)
        value = Decimal("2.5") if half else Decimal(2)
        return Quantity(start, half.end() if half else end, value, TIME, half.end() if half else end, unit=unit)  # fmt: skip
    half = _AND_HALF_FIRST.match(skeleton, end, stop)
    time = _TIME_WORD.match(skeleton, half.end() if half else end, stop)
    if time:
        last = _AND_HALF_LAST.match(skeleton, time.end(), stop)
        value += Decimal("0.5") if half or last else 0
        to = last.end() if last else time.end()
        return Quantity(start, end, value, TIME, to, TIME_OF[time["name"]], slack=slack)
    plain = skeleton[start:end]
    if _YEAR.fullmatch(plain) or value < 2 or _NO_AMOUNT.match(skeleton, end, min(stop, end + 12)):
        return None
    if _LABEL.search(skeleton, max(0, start - 20), start) or _is_item(skeleton, start):
        return None
    noun = _NOUN.match(skeleton, end, stop)
    named = noun is not None and noun["noun"] not in _NO_NOUN
    return Quantity(start, end, value, COUNT, noun.end() if named and noun else end, noun["noun"] if named and noun else "", slack=slack)  # fmt: skip


def _is_item(skeleton: str, start: int) -> bool:
    line = skeleton.rfind("\n", max(0, start - 12), start) + 1
    opens = (line or start < 12) and not skeleton[line:start].strip(" (-*\xa4")
    return bool(opens and _ITEM.match(skeleton, start))


def _slack(skeleton: str, number: Digits) -> Decimal:
    """Return half of the last place that is told of a number with "million" or with decimals."""
    places = -int(number.value.as_tuple().exponent)
    printed = skeleton[number.start : number.end]
    if printed[-1:].isalpha() and printed[:1].isdigit():
        digits = re.match(r"[\d.,' ]*\d", printed)
        plain = digits[0] if digits else printed
        mark = max(plain.rfind("."), plain.rfind(","))
        decimals = len(plain) - mark - 1 if mark >= 0 else 0
        factor = number.value / Decimal(plain.replace(",", ".").replace(" ", "")) if plain.count(".") + plain.count(",") <= 1 and not {" ", "'"} & set(plain) else Decimal(10**6)  # fmt: skip
        return factor * Decimal("0.5").scaleb(-decimals)
    return Decimal("0.5").scaleb(-places) if places > 0 and places != 2 else Decimal(0)


def _currency(name: str) -> str:
    plain = name.replace(" ", "")
    return (
        _SAME.get(plain)
        or {"$": "dollar", "US$": "dollar", "€": "euro", "£": "pound"}.get(plain)
        or plain.lower()
    )


_WEAK = on_demand(f"[{pattern('اوي')}{pattern('ء')}]|{pattern('ه')}$")
_ENDING = on_demand(f"(?:{pattern('ات')}|{pattern('ون')}|{pattern('ين')}|{pattern('ه')})$")
_ARTICLE = on_demand(f"^[{_GLUED}]?(?:{pattern('ال')}|{pattern('لل')})(?=[^\\W\\d_]{{3}})")
_ASCII = on_demand(r"[a-z]+")


def stem_of(noun: str) -> str:
    """Return what the forms of a noun have in common: its number and, in Arabic, its vowels fall."""
    if not _ASCII.fullmatch(noun):
        bare = _ENDING.sub("", _ARTICLE.sub("", noun))
        return _WEAK.sub("", bare) or bare
    for end in ("ies", "aux", "es", "s", "x", "e", "y"):
        if noun.endswith(end) and len(noun) - len(end) >= 3:
            return noun[: -len(end)]
    return noun


def are_kin(one: str, other: str) -> bool:
    """Tell whether two nouns may count the same things: "bourses" and "boursiers"."""
    first, second = stem_of(one), stem_of(other)
    if not first or not second:
        return False
    if first == second:
        return True
    return len(first) >= 5 and len(second) >= 5 and first[:5] == second[:5] and first.isascii()
