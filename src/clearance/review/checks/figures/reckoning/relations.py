"""Amounts that a text reckons from others: a price by a count, instalments, parts, changes.

A finding needs the words that say how the figure was reckoned, and a figure near the right one:
numbers that only stand side by side are none of its business.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.text_tables import is_row
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

RECKONED = (
    Trigger(
        "unit price",
        r"(?:daily (?:allowance|rate|fee)|per diem|(?:dollars?|euros?|usd) (?:a|per) (?:day|night|week|month)"
        r"|(?:dollars?|euros?|riyals?) (?:la |le )?(?:piece|unite|par jour)|indemnite journaliere|البدل اليومي)",
    ),
    Trigger(
        "unit price",
        r"(?:per (?:word|page|unit|person|participant|delegate|expert|copy|night|square|metre|meter"
        r"|head|item|hour|ticket|room|seat|carton|consignment)|[0-9] each|apiece|each of (?:the|its|these|those)"
        r"|unit (?:price|cost)|an average of)",
    ),
    Trigger(
        "unit price",
        r"(?:(?:prix|cout) unitaire|chacune? des|(?:prix|cout) (?:de la|du|par) |l'unite|chacune?"
        r"|(?:par|pour chaque) (?:participante?|stagiaire|eleve|etudiante?|jour|piece|siege|trajet|unite|carton|chambre|personne|page|nuit|metre|expert|copie|exemplaire|mot|heure|billet"
        r"|delegue|colis)|(?:dollars?|euros?) (?:la|le) (?:page|nuitee|mot|metre|piece))",
    ),
    Trigger(
        "unit price",
        r"(?:(?:سعر|تكلفة|ثمن) (?:الوحدة|الصفحة|الكلمة|النسخة|المتر|التذكرة|الليلة|السفر|الفرد)"
        r"|لل[^ \n]{3,12} (?:الواحد|الواحدة)"
        r"|(?:كل من ال|لكل من ال|كل واحدة? من ال)|(?:لكل|عن كل) (?:خبير|مندوب|موفد|مشاركة|متدرب|طالب|يوم|رحلة|تذكرة|قطعة|طرد|جهاز|مشارك|صفحة|كلمة|وحدة|متر|فرد|شخص|ليلة|نسخة|غرفة)|للفرد الواحد|للوحدة الواحدة)",
    ),
    Trigger(
        "instalments",
        r"(?:instal?lments|payments|tranches|versements|mensualites|annuites|echeances|equal (?:parts|sums|amounts)|part(?:ie)?s egales|أقساط|دفعات|قسط|دفعة)",
    ),
    Trigger(
        "fraction",
        r"(?:half|thirds?|quarters?|fifths?|tenths?|moitie|tiers|quarts?|cinquiemes?|dixiemes?)"
        r"(?: of |,| du | de | des | d')",
    ),
    Trigger("fraction", r"(?:نصف|ثلث|ثلثا|ثلثي|ربع|خمس|عشر) (?:ال|هذ|تلك|ذلك|المبلغ)"),
    Trigger("fraction", r"(?:نصف|ثلث|ثلثا|ثلثي|ربع|خمس|عشر)(?:ه|ها|هما)[, ]"),
    Trigger(
        "difference",
        r"(?:more|less|fewer|higher|lower|de plus|de moins) (?:than|que|qu') ?(?:in |en )?[0-9a-z]",
    ),
)
_ROW = 60  # characters of a row's label, its line's end before it
_REACH = 260  # characters of the paragraph on either side in which the three figures stand
_TIME = on_demand(r"(?<!\d)(?:19|20)\d\d(?!\d| ?\d{3}|[.,]\d)")
_CURRENCY = r"(?:us ?\$|usd|eur|sar|jod|gbp|aed|chf|xof|fcfa|\$|€|the sum of)"
_RESULT = compiled(
    r"(?:total\w*|\bcosts?|\brevien\w+ a|\bcoute(?:nt|ra|ront)?|تكلفة [^.;,\d]{0,40}|\bcomes? to|amounts? to|amounting to|\brequires?|\bmore than|exceeding|in all"
    r"|altogether|therefore|hence|\bi\.e\.,?|that is,?|\bdonc|\bsoit|s'eleve(?:ra)? a|se monte(?:ra)? a"
    r"|atteint|atteindra|montant|القيمة|إجمالي\w*|مجموع\w*|المجموع|المبلغ|قدره|تبلغ|أي|بمبلغ)"
    r"(?:\s+(?:to|a|de|d'|of|not|more|than|donc|therefore|be|is|est|the|sum|amount|only|ما|مبلغ|قدره|هي"
    r"|هو|الإجمالية|الإجمالي|\w*مجموع\w*))*"
    rf"\s*:?\s*(?:{_CURRENCY}\s*)?$|[^\W\d_]\s*[:=]\s*(?:{_CURRENCY}\s*)?$"
)
_DIGIT = on_demand(r"\d")
_GLUED = tuple(pattern("لبك"))
_PRICE_FAR = 44  # characters between the words "per page" and the price
_ENDS = on_demand(
    r"(?:(?<=[a-z\xc0-\xff)])|(?<=\d{4})|(?<=[,. ]\d{3}))\.(?: |\n(?=\s*(?:\d{1,2} ?[.)-]|[-*\xa4])))"
)
_NO_COUNT = compiled(r"\s*(?:%|per ?cent|pour cent|في المائة|percent|a\.m|p\.m|hours?\b)")
_LABEL = compiled(
    r"(?:\b(?:article|annex|annexe|line|ligne|item|no|n°|paragraph|resolution|page|chapter|chapitre)|البند"
    r"|بند|رقم|المادة|المرفق|من الميزانية)\s*\.?\s*$"
)
_PERIODIC = compiled(
    r"\b(?:(?P<four>quarterly|trimestriel\w*|ربع سنوية?)|(?P<twelve>monthly|mensuel\w*|شهرية?)"
    r"|(?P<two>half-yearly|semestriel\w*|نصف سنوية?))"
)
_EQUAL = compiled(
    r"\b(?:equal|each|quarterly|monthly|half-yearly|egales?|chacune?|trimestriel\w*|mensu\w+|annuites"
    r"|semestriel\w*|متساوية|كل|ربع سنوية?|شهرية?|نصف سنوية?)\b"
)
_PARTS = {
    "half": 2, "moitie": 2, "نصف": 2, "third": 3, "tiers": 3, "ثلث": 3, "quarter": 4, "quart": 4,
    "ربع": 4, "fifth": 5, "cinquieme": 5, "خمس": 5, "tenth": 10, "dixieme": 10, "عشر": 10,
}  # fmt: skip
_PART_OF = {compiled(word).pattern: parts for word, parts in _PARTS.items()}
_TWO_THIRDS = compiled(r"ثلث[اي]")
# "7,200 dirhams a quarter" is paid by the quarter of a year.
_EACH_QUARTER = compiled(
    r"(?:\d|dollars|euros|riyals|dirhams|dinars|francs|pounds|rupees) (?:an?|per|each|every) $"
)
_SOME = compiled(r"(?P<some>[^\W\d_]+)[\s-]+$")
_NAMED = compiled(
    r"[^.;\n]{0,70}?(?:,\s*|\s)(?:or|namely|i\.e\.,?|that is(?: to say)?,?|amounting to|equal to|soit"
    r"|c'est-a-dire|أي(?: ما (?:يعادل|مجموعه))?)\s+(?:an amount of |a sum of |مبلغ )?"
    rf"(?:{_CURRENCY}\s*)?(?=\d)"
)
_MORE = compiled(
    r"(?:,\s*|\s)(?:or|namely|i\.e\.,?|that is,?|soit|c'est-a-dire)\s+(?:(?:some|about)\s+)?"
    rf"(?:{_CURRENCY}\s*)?(?P<much>\d[^,;()\n]{{0,40}}?)\s*(?P<more>more|less|fewer|higher|lower|de plus|de moins)$"
)
_AGO = on_demand(r"[^.;\n]{0,40}?\((?=\D{0,6}\d)")
_FAR_BACK = 600  # characters before the instalments in which their total may stand
_CLOSE = Decimal("2.5")  # times: a figure further off is reckoned from something else


def relations(paper: Paper) -> Iterator[Finding]:
    """Find amounts that are not what the text says they are reckoned from."""
    signs = paper.signs
    if "unit price" in signs:
        yield from _products(paper)
    if "instalments" in signs:
        yield from _instalments(paper)
    if "fraction" in signs:
        yield from _fractions(paper)
    if "difference" in signs:
        yield from _differences(paper)


def _paragraph(skeleton: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a place, within its paragraph, in which figures belong together."""
    least, most = max(0, start - _REACH), min(len(skeleton), end + _REACH)
    begin = max(least, skeleton.rfind("\n\n", least, start) + 1)
    stop = skeleton.find("\n\n", end, most)
    return begin, stop if stop >= 0 else most


def _sentence(skeleton: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence of a place, within its paragraph; the next one too if it is short."""
    begin, stop = _paragraph(skeleton, start, end)
    for mark in _ENDS.finditer(skeleton, begin, start):
        begin = mark.end()
    after = _ENDS.search(skeleton, end, stop)
    return begin, after.end() if after else stop


def _figures(skeleton: str, begin: int, stop: int, *, bracketed: bool = False) -> list[Digits]:
    """Return the numbers of the stretch that count or cost something, no years and no labels."""
    return [
        each
        for each in digits_in(skeleton, begin, stop)
        if not _TIME.fullmatch(skeleton, each.start, each.end)
        and not _NO_COUNT.match(skeleton, each.end)
        and not _LABEL.search(skeleton, max(0, each.start - 20), each.start)
        and (bracketed or skeleton[each.start - 1 : each.start] != "(")
    ]


def _counts(skeleton: str, begin: int, stop: int) -> list[Decimal]:
    """Return the numbers in words of the stretch, ones left out."""
    told = []
    past = begin
    for word in re.finditer(r"[^\W\d_]{2,}", skeleton[begin:stop]):
        start = begin + word.start()
        if start < past:
            continue
        if worth(word[0]) is None:
            if word[0][0] not in _GLUED or worth(word[0][1:]) is None:
                continue
            start += 1  # "for five", in one word
        number = words_from(skeleton, start, stop)
        if number is not None:
            past = number.end
            told += [Decimal(value) for value in number.values if value > 1]
    return told


def _is_money(skeleton: str, number: Digits) -> bool:
    near = skeleton[max(0, number.start - 5) : number.start] + " " + skeleton[
        number.end : number.end + 26
    ].partition(",")[0]  # fmt: skip
    return bool(currency_of(near))


def _products(paper: Paper) -> Iterator[Finding]:
    """Find "16 tickets at USD 1,400 each will require USD 24,200"."""
    skeleton = paper.skeleton
    told: set[int] = set()
    for start, end in paper.hits("unit price"):
        near = skeleton[max(0, start - _PRICE_FAR) : end + _PRICE_FAR]
        if not _DIGIT.search(near) or not currency_of(near) or _is_in_row(paper, start):
            continue
        begin, stop = _sentence(skeleton, start, end)
        days = [(day.start, day.end) for day in paper.dates]
        figures = [
            one for one in _figures(skeleton, begin, stop)
            if not any(first <= one.start < last for first, last in days)
        ]  # fmt: skip
        priced = [one for one in figures if _is_money(skeleton, one)]
        beside = [
            one for one in priced
            if one.end > start - _PRICE_FAR and one.start < end + _PRICE_FAR
        ]  # fmt: skip
        if not beside:
            continue
        bare = [
            one for one in beside
            if not _RESULT.search(skeleton, max(begin, one.start - 60), one.start)
        ]  # fmt: skip
        price = min(bare or beside, key=lambda one: max(start - one.end, one.start - end))
        results = [
            one for one in figures
            if one is not price and one.value > price.value
            and _RESULT.search(skeleton, max(begin, one.start - 60), one.start)
        ]  # fmt: skip
        results = [
            one for one in results
            if one.start > price.end or "\n" not in skeleton[one.end : price.start]
        ]  # fmt: skip
        if not results or results[0].start in told:
            continue
        total = results[0]
        counts = [
            one.value for one in figures
            if one not in (price, total) and not _is_money(skeleton, one) and one.value > 1
        ] + _counts(skeleton, begin, stop)  # fmt: skip
        yield from _compared(price, counts, total, told)


def _is_in_row(paper: Paper, place: int) -> bool:
    """Tell whether a place is in a row of a list, whose amount is a price of nothing below."""
    begin = paper.text.rfind("\n", 0, place) + 1
    stop = paper.text.find("\n", place)
    row = paper.text[begin : stop if stop >= 0 else len(paper.text)]
    colon = paper.skeleton.find(":", begin, begin + len(row))
    if "=" in row[place - begin :]:
        return True  # its result is told there, with the sign
    if "\t" in row or " | " in row or (colon > 0 and is_row(paper.skeleton, begin, colon)):
        return True
    below = paper.skeleton.find(":", stop, stop + _ROW) if colon > 0 and stop > 0 else -1
    return below > 0 and is_row(paper.skeleton, stop + 1, below)  # the first row of a list


def _compared(
    price: Digits, counts: Sequence[Decimal], total: Digits, told: set[int]
) -> Iterator[Finding]:
    """Yield the finding where no count makes the total of the price and one nearly does."""
    prices = [value for value in (price.value, price.also) if value]
    if any(total.may_be(one * count) for one in prices for count in counts):
        return
    near = [
        count
        for count in counts
        if total.value / _CLOSE < price.value * count < total.value * _CLOSE
    ]
    if len(set(near)) == 1 and not _has_third(total.value, price.value * near[0]):
        told.add(total.start)
        yield found(
            "FIG011", total.start, total.end, elsewhere=((price.start, price.end),),
            first=price.value, second=near[0], told=total.value,
            right=(price.value * near[0]).normalize() + 0,
        )  # fmt: skip


_MOST_TIMES = 60


def _has_third(total: Decimal, product: Decimal) -> bool:
    """Tell whether a whole number, told in other words, may be a factor too: two of the guests.

    Ten and a hundred are noughts too many (our guess).
    """
    times = total / product
    return times == int(times) and 1 < times <= _MOST_TIMES and times != 10


def _instalments(paper: Paper) -> Iterator[Finding]:
    """Find "USD 48,000 in four equal instalments of USD 14,000"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("instalments"):
        if not _DIGIT.search(skeleton, end, end + 90):
            continue
        begin, stop = _paragraph(skeleton, start, end)
        stop = min(stop, end + 90)
        if not _EQUAL.search(skeleton, max(begin, start - 40), stop):
            continue
        each = next(iter(_figures(skeleton, end, stop)), None)
        before = [
            one for one in _figures(skeleton, max(0, start - _FAR_BACK), start)
            if each and one.value > each.value and not _NO_COUNT.match(skeleton, one.end)
        ]  # fmt: skip
        times = _times(skeleton, max(begin, start - 44), start, min(stop, end + 24))
        if each is None or not before or times is None:
            continue
        total = before[-1]
        values = [value for value in (each.value, each.also) if value]
        if any(one.may_be(value * times) for one in before for value in values):
            continue
        if total.value / _CLOSE < each.value * times < total.value * _CLOSE:
            yield found(
                "FIG011", each.start, each.end, elsewhere=((total.start, total.end),),
                first=times, second=each.value, told=total.value,
                right=(each.value * times).normalize() + 0,
            )  # fmt: skip


def _times(skeleton: str, begin: int, start: int, stop: int) -> Decimal | None:
    """Return how many instalments there are."""
    told = _counts(skeleton, begin, start)
    digits = [one.value for one in digits_in(skeleton, begin, start) if 1 < one.value <= 60]
    if told or digits:
        return (told or digits)[-1]
    periodic = _PERIODIC.search(skeleton, begin, stop)
    if periodic is None:
        return None
    return Decimal(4 if periodic["four"] else 12 if periodic["twelve"] else 2)


def _fractions(paper: Paper) -> Iterator[Finding]:
    """Find "two thirds, or USD 66,000" of USD 90,000."""
    skeleton = paper.skeleton
    for start, end in paper.hits("fraction"):
        if start and skeleton[start - 1].isalpha() and skeleton[start - 1].isascii():
            continue
        if not _DIGIT.search(skeleton, end, end + 120) or _EACH_QUARTER.search(
            skeleton, max(0, start - 24), start
        ):
            continue
        word = re.match(r"[^\W\d_]+", skeleton[start:end])
        named = _NAMED.match(skeleton, start + len(word[0]) if word else end)
        if word is None or named is None:
            continue
        told = next(digits_in(skeleton, named.end(), min(len(skeleton), named.end() + 40)), None)
        share = _share(skeleton, start, word[0])
        if told is None or share is None:
            continue
        begin, _ = _paragraph(skeleton, start, end)
        whole = [
            one
            for one in _figures(skeleton, begin, told.start, bracketed=True)
            if one.value > told.value
        ]
        further = digits_in(skeleton, max(0, start - _FAR_BACK * 2), begin)
        fits = any(
            abs(value * share - amount) <= max(Decimal(1 if amount >= 100 else 0), value / 100)
            for one in (*whole, *further)
            for value in (one.value, one.also)
            for amount in (told.value, told.also)
            if value and amount
        )
        near = [
            one for one in whole
            if told.value / 2 < one.value * share < told.value * 2
            and (_is_money(skeleton, one) or not _is_money(skeleton, told))
        ]  # fmt: skip
        if near and not fits:
            base = near[-1]
            yield found(
                "FIG016", told.start, told.end, elsewhere=((base.start, base.end),),
                share=paper.text[start : start + len(word[0])], base=base.value,
                told=told.value, right=(base.value * share).quantize(Decimal(1)),
            )  # fmt: skip


def _share(skeleton: str, start: int, word: str) -> Decimal | None:
    """Return the part of the whole that the word names, with the "two" before it."""
    parts = next((n for name, n in _PART_OF.items() if word.startswith(name)), None)
    if parts is None:
        return None
    some = _SOME.search(skeleton, max(0, start - 12), start)
    number = worth(some["some"]) if some else None
    many = number.value if number and 1 < number.value < parts else 1
    if _TWO_THIRDS.fullmatch(word):
        many = 2
    return Decimal(many) / Decimal(parts)


def _differences(paper: Paper) -> Iterator[Finding]:
    """Find "84 million, or 21 million more than in 2024 (72 million)"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("difference"):
        sign = re.match(r"(?:de )?[a-z]+", skeleton[start:end])
        if sign is None:
            continue
        more = _MORE.search(skeleton, max(0, start - 90), start + len(sign[0]))
        ago = _AGO.match(skeleton, end - 1)
        if more is None or ago is None:
            continue
        begin, stop = _paragraph(skeleton, start, end)
        now = _figures(skeleton, begin, more.start())[-1:]
        much = next(digits_in(skeleton, more.start("much"), more.end("much")), None)
        then = next(digits_in(skeleton, ago.end(), stop), None)
        if not now or much is None or then is None:
            continue
        apart = abs(now[0].value - then.value)
        if apart and apart != much.value and apart / _CLOSE < much.value < apart * _CLOSE:
            yield found(
                "FIG017", much.start, much.end, level=Level.WARN,
                elsewhere=((now[0].start, now[0].end), (then.start, then.end)),
                first=now[0].value, second=then.value, told=much.value, right=apart,
            )  # fmt: skip
