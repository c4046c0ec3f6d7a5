"""Shares: of an amount ("30 per cent of USD 45,000, i.e. USD 13,500"), and those of one whole."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.reckoning.printed_shares import share_before
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

PERCENT = (
    Trigger("percent of", r"[0-9] ?%\)? ?(?:of|de|du|des|d'|من) "),
    Trigger("percent of", r"[0-9]\)? ?(?:per cent|percent|pour cent)\)? (?:of|de|du|des|d'|من) "),
    Trigger("percent of", r"[0-9]\)? ?(?:في المائة|في المئة|بالمائة|بالمئة) من "),
)
SHARE = (
    Trigger("share", r"[0-9]\)? ?(?:%|per ?cent|pour cent|في المائة|في المئة|بالمائة|بالمئة)"),
)
_SHARED_OUT = compiled(
    r"\b(?:allocat\w+|distribut\w+|divided|shared|apportion\w+|broken down|split|goes|go to|"
    r"reparti\w*|ventil\w+|affect(?:e|es|ee|ees)|alloue\w*|وزع\w*|موزع\w*|توزع|يوزع|تخصص|يخصص|"
    r"خصص\w*|مخصص\w*|تقسم|يقسم|مقسم\w*)\b"
)
_PART_OF_PART = compiled(
    r"\b(?:of which|of whom|including|respectively|dont|منها|منهم|بما في)\b"
    # a share of a share, and the least and the most of a range
    r"|(?:%|per ?cent|pour ?cent) (?:of|de|des|du) (?:the |ces |les )?\d+[.,]?\d* ?(?:%|per|pour)"
    r"|\b(?:maximum|minimum|ranging|ranges?|allant|حد أقصى|حد أدنى|يتراوح|تتراوح)\b"
)
_SENTENCE = on_demand(r"[.;!?](?=\s|$)|\n\s*\n")
_FEWEST = 3
_ALL = 100
_BASE = compiled(r"(?:the |la |le |l'|[^\W\d_]+ ){0,6}?(?:[^\W\d_$]{2,4}\$? ?|\$ ?|us\$ ?)?$")
_IS = compiled(
    r"\s*[^\W\d_$€%]{0,12}(?: [^\W\d_]{1,12}){0,3}?\s*[,(=\-:]*\s*"
    r"(?:=|i\.e\.,?|that is,?|that is to say,?|amounting to|equal to|equals"
    r"|or|namely|which is|being|soit|c'est-a-dire|ce qui fait|a savoir|أي"
    r"|بما يعادل|ما يعادل|وهو ما يعادل|ويساوي|يساوي|\()"
    r"\s*(?:an amount of |un montant de |ما يعادل |مبلغ |the sum of )?"
    r"(?:[^\W\d_]{2,3}\$? ?|\$ ?|us\$ ?)?$"
)


# "23 of the 57 Member States, or 40 per cent"
_OF_WHOLE = compiled(
    r"(?<![\d.,])(?P<part>\d{1,7})(?: [^\W\d_]+){0,3} (?:out of|of|sur|des|de|parmi|من أصل|من بين|من مجموع)"
    r" (?:the |its |their |les |ses |leurs )?(?P<whole>\d{1,7})(?![\d.,]\d)(?:[ -][^\W\d_]+){0,4}\s*[,(-]\s*"
    r"(?:(?:or|i\.e\.,?|that is(?: to say)?,?|representing|equivalent to|soit|c'est-a-dire|ce qui"
    r" represente|أي|بما نسبته|ما نسبته)\s*)?"
    r"(?P<about>(?:(?:about|some|nearly|almost|over|more than|just|around|approximately|environ|pres de"
    r"|plus de|quelque|نحو|حوالي|ما يقارب|قرابة|أكثر من|ما نسبته|بنسبة)\s*)*)$"
)
# "from 992,000 to 1,240,000, an increase of 25 per cent"
_CHANGE = compiled(
    r"(?:\b(?:increase|rise|growth|decrease|fall|drop|decline|up|down|grew|rose|fell|hausse|baisse"
    r"|augmentation|progression|diminution|recul|accroissement)(?: of| by| de)?(?: some| about)?"
    r"|(?:ارتفع|ارتفعت|زاد|زادت|انخفض|انخفضت|تراجع|نما|ازداد)\w*[^.;\n]{0,90} بنسبة|(?:بزيادة|بانخفاض)"
    r"(?: قدره?ا?)?)\s*$"
)
_OF_WORDS = frozenset(fold("of sur des de parmi أصل بين مجموع").skeleton.split())
_CHANGED = """
increase rise growth decrease fall drop decline up down grew rose fell hausse baisse augmentation
progression diminution recul accroissement بنسبة بزيادة بانخفاض
"""
_CHANGE_WORDS = frozenset(fold(_CHANGED).skeleton.split())
# "rose from 4.0 to 5.0 million dollars", wherever in the sentence the percentage stands.
_CHANGE_WORD = (
    r"\b(?:increas\w+|r(?:i|o)s(?:e|es|en|ing)|gr[eo]w\w*|growth|decreas\w+|fell|fall\w*|drop\w*|declin\w+|reduc\w+|up|down|hausse|baisse|augment\w+"
    r"|progress\w+|diminu\w+|recul\w*|accroi\w+|redui\w+|ارتفع\w*|ارتفاع\w*|بارتفاع|زاد\w*|زيادة|بزيادة|الزيادة|انخفض\w*|انخفاض\w*|بانخفاض|تراجع\w*"
    r"|ازداد\w*|نما|نمو\w*|بنسبة|نسبته)\b"
)
_LED = compiled(
    rf"(?:{_CHANGE_WORD}[^.;,:\d\n]{{0,30}}|[(+]|,\s*(?:i\.e\.,?|or|that is,?|soit|ou|أي))\s*(?:\+|[^\W\d_]+\s+)?$"
)
_FOLLOWED = compiled(rf"\)?\s*{_CHANGE_WORD}")
_SIGN = r"(?:us\$\s?|usd\s|eur\s|sar\s|\$\s?|€\s?)?"
_FROM = compiled(rf"(?:\bfrom|\bde|\bd'|\bمن)\s*(?:[^\W\d_]+\s+){{0,1}}?{_SIGN}$")
_TO = compiled(rf"[^.;:\d\n()]{{0,34}}?(?:,\s*)?\b(?:to|a|إلى)\s+(?:[^\W\d_]+\s+){{0,1}}?{_SIGN}")
_ABOUT = compiled(
    r"\b(?:about|some|nearly|almost|over|more than|around|approximately|environ|pres de|plus de|quelque|نحو|حوالي|ما يقارب|قرابة|أكثر من)\s*$"
)
_PERCENT_SIGNS = compiled(r"%|per ?cent\b|pour cent|في المائة|في المئة|بالمائة|بالمئة")
_SENTENCE_REACH = 260
_CHANGE_REACH, _LEAST = 420, 10
_EXACT, _ROUGH = Decimal("0.6"), Decimal(4)
_FACTOR = Decimal("2.5")


def told_shares(paper: Paper) -> Iterator[Finding]:
    """Find percentages that the two numbers before them do not make."""
    skeleton = paper.skeleton
    for start, end in paper.hits("share"):
        share = share_before(paper, start)
        if share is None:
            continue
        words = frozenset(skeleton[max(0, share.start - 120) : share.start].split())
        part = None
        if not words.isdisjoint(_OF_WORDS):
            part = _OF_WHOLE.search(skeleton, max(0, share.start - 120), share.start)
        if part is not None and int(part["whole"]) >= int(part["part"]) > 0:
            whole = Decimal(part["whole"])
            right = Decimal(part["part"]) / whole * _ALL
            if all(
                abs(right - value) > (_ROUGH if part["about"] else _EXACT)
                for value in (share.value, share.also)
                if value is not None
            ):
                yield found(
                    "FIG018", share.start, end, elsewhere=(part.span("part"),),
                    told=share.value, first=part["part"], second=part["whole"],
                    right=right.quantize(Decimal("0.1")),
                )  # fmt: skip
        elif (pair := _from_to(skeleton, share, end)) is not None:
            yield from _between(skeleton, share, end, *pair)
        elif not words.isdisjoint(_CHANGE_WORDS) and _CHANGE.search(
            skeleton, max(0, share.start - 130), share.start
        ):
            yield from _changed(skeleton, share, end)


def _from_to(skeleton: str, share: Digits, end: int) -> tuple[Digits, Digits] | None:
    """Return the two numbers of "rose from 200 to 240", told in the percentage's own sentence.

    None: the percentage is not that of a change, or the sentence tells of two changes.
    """
    least, most = max(0, share.start - _SENTENCE_REACH), min(len(skeleton), end + _SENTENCE_REACH)
    stops = [stop.end() for stop in _SENTENCE.finditer(skeleton, least, share.start)]
    begin = stops[-1] if stops else least
    stop = _SENTENCE.search(skeleton, end, most)
    finish = stop.start() if stop else most
    if not (
        _LED.search(skeleton, max(begin, share.start - 60), share.start)
        or _FOLLOWED.match(skeleton, end)
    ):
        return None
    numbers = [one for one in digits_in(skeleton, begin, finish) if one.start != share.start]
    pairs = [
        (one, other) for one, other in pairwise(numbers)
        if _TO.fullmatch(skeleton, one.end, other.start)
        and _FROM.search(skeleton, max(begin, one.start - 40), one.start)
        and not (_is_year(one) and _is_year(other)) and one.value
    ]  # fmt: skip
    alone = len(_PERCENT_SIGNS.findall(skeleton, begin, finish)) == 1
    return pairs[0] if len(pairs) == 1 and alone else None


def _is_year(number: Digits) -> bool:
    return number.end - number.start == 4 and 1900 <= number.value <= 2100


def _between(
    skeleton: str, share: Digits, end: int, first: Digits, last: Digits
) -> Iterator[Finding]:
    """Find a rise or fall that is not the one from the first number to the last."""
    right = abs(last.value - first.value) / first.value * _ALL
    about = _ABOUT.search(skeleton, max(0, share.start - 24), share.start) is not None
    if all(
        abs(right - value) > (_ROUGH if about else _EXACT)
        for value in (share.value, share.also)
        if value is not None
    ):
        yield found(
            "FIG018", share.start, end, elsewhere=((first.start, last.end),), told=share.value,
            first=first.value, second=last.value, right=right.quantize(Decimal("0.1")),
        )  # fmt: skip


def _changed(skeleton: str, share: Digits, end: int) -> Iterator[Finding]:
    """Find a rise or fall that no two of the numbers before it make, where two nearly do."""
    least = max(0, share.start - _CHANGE_REACH)
    begin = max(least, skeleton.rfind("\n\n", least, share.start) + 1)
    values = [
        one.value for one in digits_in(skeleton, begin, share.start - 1)
        if one.value >= _LEAST and not (1900 <= one.value <= 2100)
    ]  # fmt: skip
    changes = [
        abs(other - one) / one * _ALL
        for place, one in enumerate(values)
        for other in values[place + 1 :]
    ] + [
        abs(other - one) / other * _ALL
        for place, one in enumerate(values)
        for other in values[place + 1 :]
    ]
    if not changes or any(abs(change - share.value) <= 1 for change in changes):
        return
    sentence = max(begin, *(skeleton.rfind(end, begin, share.start) for end in (". ", ".\n")))
    beside = [one for one in digits_in(skeleton, sentence, share.start - 1) if one.value in values]
    latest = beside[-1].value if beside else None
    near = [
        (one, other)
        for one in values
        for other in values
        if latest in (one, other) and one > other
        and share.value / _FACTOR < (one - other) / other * _ALL < share.value * _FACTOR
    ]  # fmt: skip
    if near:
        more, less = near[0]
        yield found(
            "FIG018", share.start, end, told=share.value, first=more, second=less,
            right=((more - less) / less * _ALL).quantize(Decimal("0.1")),
        )  # fmt: skip


def percentages(paper: Paper) -> Iterator[Finding]:
    """Find an amount that is not the share it is said to be."""
    skeleton = paper.skeleton
    for start, end in paper.hits("percent of"):
        begin = max(0, start - 6)
        share = list(digits_in(skeleton, begin, start + 1))
        stop = min(len(skeleton), end + 120)
        after = list(digits_in(skeleton, end, stop))[:2]
        if not share or len(after) < 2:
            continue
        base, amount = after
        if not _BASE.fullmatch(skeleton[end : base.start]):
            continue
        if not _IS.fullmatch(skeleton[base.end : amount.start]):
            continue
        if skeleton[amount.end : amount.end + 12].lstrip(" ").startswith(("%", "per cent", "pour")):
            continue
        if not _is_share(share[-1], base, amount):
            right = (share[-1].value * base.value / 100).quantize(Decimal("0.01"))
            yield found(
                "FIG012", start if start else 0, amount.end,
                elsewhere=((amount.start, amount.end),),
                share=share[-1].value, base=base.value, told=amount.value,
                right=right.to_integral_value() if right == right.to_integral_value() else right,
            )  # fmt: skip


def shares(paper: Paper) -> Iterator[Finding]:
    """Find a whole that is shared out in one sentence to more than all of it."""
    skeleton = paper.skeleton
    hits = paper.hits("share")
    begin = 0
    while len(hits) - begin >= _FEWEST:
        stop = _SENTENCE.search(skeleton, hits[begin][1])
        end = stop.start() if stop else len(skeleton)
        together = [hit for hit in hits[begin:] if hit[0] < end]
        begin += len(together)
        if len(together) < _FEWEST:
            continue
        start = max(skeleton.rfind(sign, 0, together[0][0]) for sign in (". ", "\n\n", ";")) + 1
        parts = [share for at, _ in together if (share := share_before(paper, at))]
        if len(parts) < len(together) or not _SHARED_OUT.search(skeleton, start, end):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        whole = any(part.value == _ALL for part in parts)
        if _ALL < total < 2 * _ALL and not whole and not _PART_OF_PART.search(skeleton, start, end):
            yield found(
                "FIG015", parts[0].start, together[-1][1],
                total=total.to_integral_value() if total == total.to_integral_value() else total,
            )  # fmt: skip


def _is_share(share: Digits, base: Digits, amount: Digits) -> bool:
    """Tell whether any reading of the three fits, rounded to the unit or to a half per cent."""
    for part in (share.value, share.also):
        for whole in (base.value, base.also):
            for told in (amount.value, amount.also):
                if part is None or whole is None or told is None:
                    continue
                if abs(part * whole / 100 - told) <= max(Decimal(1), whole * Decimal("0.005")):
                    return True
    return amount.value >= base.value  # it is something else, or the base itself
