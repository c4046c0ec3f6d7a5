"""A part, its whole and the share that it is: any of the three told beside another.

"Of its 108 nurses, 81, three quarters, are women"; "USD 912,000, i.e. 60 per cent of the total";
"40 per cent of the fee, being USD 15,380". Whatever amount of the paragraph fits, or a sum of those
that stand together, the share is right. Where none does, one of them must be known for the whole:
by "of the 108", by the noun or the total that the share is told of, or by a share that it makes but
for a slip of the pen (our guess: one digit, or two changed round, or a part that has a name).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.fractions import FRACTION, fractions_in, is_plain
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    TIME,
    Quantity,
    are_kin,
    has_number,
    share_at,
)
from clearance.review.checks.figures.reckoning.shares_apart import only_whole
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

PORTION = (
    *FRACTION,
    told_by_its_end("share in words", r"[a-z] (?:per ?cent|pour cent)"),
    told_by_its_end("share in words", r"(?:ون|ين|ة|شر) (?:بالمائة|بالمئة|في المائة|في المئة)"),
)  # fmt: skip
_SAYS = (
    r"(?:or|i\.e\.,?|that is(?: to say)?,?|namely|being|equal to|equivalent to|equals?|making(?: up)?|which (?:is|makes|represents)|represent(?:s|ing|ed)?|amount(?:s|ing)? to|account(?:s|ing|ed)? for"
    r"|constitut(?:es?|ing|ed|ent|e|ant)|compris(?:es?|ing)|form(?:s|ing)|makes? up|is|are|was|were|corresponding to|soit|ou|c'est-a-dire|ce qui (?:represente|fait|correspond a)|representent|represente|representant|representaient"
    r"|constituent|formant|a savoir|equivaut a|sont|est|أي(?: ما)?|وهو ما|وهي|وهو|بما|ما|نسبتهم|نسبتهن|نسبتها|نسبته|تمثل|يمثل|يمثلون|تشكل|يشكل|يشكلون|شكلت|مثلت|يعادل|تعادل|يساوي|تساوي|بنسبة|نسبة|نسبته|يعادل نسبة|بواقع)"
)
# Between a part and the share that it is: at most a few words of what is counted.
_TO_SHARE = compiled(
    rf"[^\d.;:()\n]{{0,60}}?(?:(?P<bare>,)|(?P<bracket>\()|[,(=:-]?\s*(?:{_SAYS}\s+){{1,3}})\s*"
    r"(?P<rate>(?:(?:an?|the|une?|le|la) )?(?:[^\W\d_]+ )?(?:share|proportion|rate|taux|part)(?: (?:of |de |d')?[^\W\d_]+)?(?: of| de| d')\s*)?(?:(?:about|some|nearly|almost|just|over|more than|around|approximately|roughly|exactly|only|thus|therefore|now|donc|ainsi|alors|les|pres de|plus de|environ|quelque|نحو|حوالي|نسبة|ما يقارب|قرابة|أكثر من|ما نسبته|بنسبة|مقداره|قدره|قدرها|نسبته|نسبتها)\s*){0,2}$"
)
# Between a share and the amount that it comes to.
_TO_AMOUNT = compiled(
    r"\s*(?P<of>[^\d.;:()\n]{2,60}?)?\s*(?:[,(=-]\s*|\s)(?:(?:or|i\.e\.,?|that is(?: to say)?,?|namely|being|amounting to|equal to|equivalent to|which (?:is|makes|comes to)|comes? to|equals"
    r"|soit|c'est-a-dire|ce qui (?:represente|fait)|a savoir|أي(?: ما (?:يعادل|قيمته|مقداره|مجموعه))?|وهو|وهي|وقدره|وقدرها|وقيمتها|وقيمته|البالغة?|وتبلغ|ويبلغ|ويعادل|بما يعادل|بمبلغ|بمقدار)\s+|(?<=\())"
    r"(?:(?:a sum of|an amount of|the sum of|une somme de|un montant de|مبلغ|ما قدره|قدره|about|some|environ|نحو)\s+)?(?:us ?\$|usd|eur|sar|\$|€|[a-z]{3})?\s?\(?$"
)
_OF = compiled(
    r"\)?,?\s*(?:of|de|du|des|d'|من)\s*(?:all |the |its |this |that |said |their |our |la |le |les |l'|ses |leurs |son |sa |cette |ce )*(?P<base>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})"
)
_OF_PART = compiled(
    r"\)?\s*(?:of (?:which|them|whom|these|those)|d'entre|dont|منهم|منها|منهن|women|men|femmes|hommes)"
)
_OUT_OF = compiled(
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:(?:out of|sur un total de|d'un total de|من(?=\s+$)|من أصل|من بين|من مجموع)\s[^\d.;,()]{0,40}|من\s[^\d.;,()]{3,40}(?:البالغ|وعدد|عدد)\w*\s(?:عددها |عددهم |عدده )?"
    r"|(?:of|sur|parmi|des|de(?= (?:ses|leurs|nos|ces)))\s+(?:a total of |un total de |the |its |their |our |these |those |all |les |ses |leurs |ces |nos )*(?:us ?\$|usd |eur |sar |\$|€)?\s?)$"
)
_OUT_OF_ALL = compiled(
    r"(?:\s+[^\W\d_]+){0,10}?\s+(?:out of|sur un total de|d'un total de|من أصل|من مجموع)(?: a total of)?\s$"
)
_LEADS_WHOLE = compiled(
    r"(?:^|[\s(,])(?:of|out of|sur|parmi|de|من أصل|من بين|من مجموع|من)\s+(?:a total of |un total de |the |its |their |our |these |those |all |les |ses |leurs |ces |nos |ال)*$"
)
_OF_NUMBER = compiled(
    r"\s*(?:of|de|des|du)\s+(?:the |its |their |these |les |ses |leurs |ces )?(?:us ?\$|usd|eur|sar|\$|€)?\s?$"
)
_NAMED_PART = compiled(
    r"[^\d.;:()]{0,50}?(?:\(|,\s*(?:or|i\.e\.,?|that is,?|namely|soit|c'est-a-dire|au nombre de)\s+|(?P<bare>,\s*))(?:us ?\$|usd|eur|sar|\$|€)?\s?$"
)
_IS_PART = compiled(r"(?:\s[^\d.;:()%]{0,30})?[),.;]|\s+in number")
_TO_PART = compiled(
    r"[^\d.;()]{0,60}?[:(,]\s*(?:(?:or|i\.e\.,?|that is,?|namely|soit|أي)\s+)?(?:(?:about|some|environ|quelque|نحو)\s+)?(?:us ?\$|usd|eur|sar|\$|€)?\s?$"
)
_TOTAL = compiled(
    r"\b(?:total\w*|whole|sum|overall|ensemble|somme|(?:ال)?مجموع\w*|(?:ال)?إجمالي\w*|الكل)\b"
)
_CHANGE = compiled(
    r"\b(?:increas\w*|r(?:i|o)s(?:e|es|en|ing)|gr[eo]w\w*|growth|decreas\w*|fell|fall\w*|drop\w*|declin\w*|reduc\w*|up|down|higher|lower|more|less|fewer|hausse|baisse|augment\w*|progress\w*|diminu\w*|recul\w*|accroi\w*"
    r"|redui\w*|plus|moins|ارتفع\w*|ب?ارتفاع\w*|زاد\w*|ال?زيادة|بزيادة|انخفض\w*|ب?انخفاض\w*|تراجع\w*|ازداد\w*|نما|نمو\w*|target|cible|objectif|rate of interest|مستهدف\w*|discount|remise|tax|vat|tva|ضريبة|خصم)\b"
)
_REST = compiled(r"\b(?:rest|remain\w*|balance|reste|restant\w*|solde|ال?باقي\w*|المتبقي\w*)\b")
# Letters around the sign of a part, on either side of a share, of what a part counts.
_LONGEST_PART, _NUMBER_BEFORE, _NOUN_REACH = 24, 90, 36
# Characters after a share whose words name its base, and before it in which its whole stands.
_OWN, _REACH, _CHANGE_REACH = 60, 900, 30
_CLAUSE_END = compiled(r"[,;.](?!\d)")
_NAMED, _ROUGH = Decimal("2.6"), Decimal(6)  # points by which a part in words may be off
_MOST_RUN, _MOST_BASES, _THOUSAND, _FAR = 8, 24, 1000, Decimal("2.6")


def portions(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find shares that are not what the part and the whole beside them make."""
    skeleton = paper.skeleton
    past = -1
    hits = [*paper.hits("share"), *paper.hits("share in words")]
    hits += (
        (start, end)
        for start, end in paper.hits("part in words")
        if fractions_in(paper.text, skeleton, max(0, start - _LONGEST_PART), end + _LONGEST_PART)
    )
    for start, end in sorted(hits):
        if start < past or not _is_beside(skeleton, start, end):
            continue
        told = stretches.inside(start, end)
        place = share_at(told, start, end)
        if place is None or len(told) == 1:
            continue
        past = told[place].end
        sentence = stretches.sentence(start, end)
        amount = _amount(paper, stretches, told, place)
        if amount is None:
            yield from _share(paper, stretches, told, place, sentence)
        else:
            yield from amount
        if len(told) > place + 2:
            yield from _after_share(paper, told, place)
            yield from _of_so_many(paper, told, place)


_SIGN_NEAR = compiled(
    r"[,(=:]|\b(?:or|is|are|was|were|soit|ou|i\.e|that is|being|represent\w*|account\w*|constitu\w*|mak\w+|equal|est|sont|أي|وهو|وهي|بنسبة|نسبة|ما|بما|تمثل|يمثل|تشكل|يشكل\w*|نسبت\w+|شكلت|مثلت|يعادل)\b"
)


def _is_beside(skeleton: str, start: int, end: int) -> bool:
    """Tell cheaply whether words that join a share to an amount stand on either side of it."""
    own = start
    while own and skeleton[own - 1] in "0123456789.,":
        own -= 1
    return (
        _SIGN_NEAR.search(skeleton, max(0, own - 44), own) is not None
        and has_number(skeleton, own - _NUMBER_BEFORE, own)
    ) or (
        _SIGN_NEAR.search(skeleton, end, end + 70) is not None
        and has_number(skeleton, end, end + _NUMBER_BEFORE)
    )


def _share(
    paper: Paper,
    stretches: Stretches,
    told: Sequence[Quantity],
    place: int,
    sentence: tuple[int, int],
) -> Iterator[Finding]:
    """Find "99 trainees, i.e. a third of the trainees" of whom there are 396."""
    skeleton = paper.skeleton
    share = told[place]
    before = told[:place]
    if not before or before[-1].kind not in (COUNT, MONEY):
        return
    nearest = before[-1]
    lead = _TO_SHARE.match(skeleton, nearest.end, share.start)
    if lead is None or lead.end() != share.start or nearest.value < 2:
        return
    of = _OF.match(skeleton, share.stop, sentence[1])
    after = _CLAUSE_END.split(skeleton[share.stop : share.stop + _CHANGE_REACH], maxsplit=1)[0]
    around = skeleton[nearest.stop : share.start] + after
    of_them = _OF_PART.match(skeleton, share.stop) is not None
    if _CHANGE.search(around) or (of_them and (lead["bare"] or lead["bracket"])):
        return
    if share.of_it and lead["bare"]:
        return  # a third of the part itself
    if lead["bracket"] and not re.match(
        r"\)?[^()\d]{0,60}\)", skeleton[share.stop : share.stop + 64]
    ):
        return
    part, whole = _part_of(skeleton, before, sentence)
    if whole is not None and (
        of is None or of_them or _TOTAL.search(of["base"]) or whole is nearest
    ):
        if not _is_near(part.value / whole.value * 100, share, _unsure(part, whole)):
            yield _told_share(paper, share, part, whole)
        return
    told = stretches.around(share.start)
    bases = _bases(told, part, share.start)
    if (
        lead["bare"]
        and not lead["rate"]
        and not ((share.in_words or of) and _is_near_by(skeleton, nearest, lead.start("bare")))
    ):
        return
    if of_them or _fits_share(told, bases, part, share) or (of and _REST.search(of["base"])):
        return
    whole = _named_whole(skeleton, bases, part, of["base"] if of else "", share)
    if whole is not None and whole.value > part.value:
        yield _told_share(paper, share, part, whole)


def _is_near_by(skeleton: str, part: Quantity, comma: int) -> bool:
    """Tell whether nothing but what the part counts stands before the comma: "81 nurses, half"."""
    return "," not in skeleton[part.end : comma] and comma - part.end < _NOUN_REACH


def _part_of(
    skeleton: str, before: Sequence[Quantity], sentence: tuple[int, int]
) -> tuple[Quantity, Quantity | None]:
    """Return the part, and the whole if the sentence says it: "81 of the 108", "of the 108, 81"."""
    nearest = before[-1]
    if any(one.kind == TIME for one in before) and "," not in skeleton[before[0].end : nearest.end]:
        before = [one for one in before if one.kind != TIME]
    if len(before) < 2 or not _are_alike(before[-2], nearest):
        return nearest, None
    earlier = before[-2]
    if earlier.value < nearest.value and (
        _OUT_OF.match(skeleton, earlier.end, nearest.start)
        or _OUT_OF_ALL.match(skeleton, earlier.end, nearest.start)
    ):
        return earlier, nearest
    if (
        earlier.value > nearest.value
        and before[0] is earlier
        and _LEADS_WHOLE.search(skeleton, max(sentence[0], earlier.start - 30), earlier.start)
    ):
        return nearest, earlier
    return nearest, None


def _unsure(part: Quantity, whole: Quantity) -> Decimal:
    """Return by what share of it the quotient may be off, as far as the two are rounded."""
    return part.slack / part.value + whole.slack / whole.value


def _after_share(paper: Paper, told: Sequence[Quantity], place: int) -> Iterator[Finding]:
    """Find "women make up 35 per cent: 120 of the 480 officers"."""
    share, (part, whole) = told[place], told[place + 1 : place + 3]
    if (
        part.value < whole.value
        and _are_alike(part, whole)
        and _TO_PART.match(paper.skeleton, share.stop, part.start)
        and _OUT_OF.match(paper.skeleton, part.end, whole.start)
        and not _is_near(part.value / whole.value * 100, share, _unsure(part, whole))
    ):  # fmt: skip
        yield _told_share(paper, share, part, whole)


def _of_so_many(paper: Paper, told: Sequence[Quantity], place: int) -> Iterator[Finding]:
    """Find "three quarters of the 240 places (160)"."""
    share, (whole, part) = told[place], told[place + 1 : place + 3]
    skeleton = paper.skeleton
    if (
        whole.kind not in (COUNT, MONEY) or part.about or share.about
        or part.value >= whole.value or not _are_alike(part, whole)
        or not _OF_NUMBER.match(skeleton, share.stop, whole.start)
        or (lead := _NAMED_PART.match(skeleton, whole.end, part.start)) is None
        or not _IS_PART.match(skeleton, part.stop if part.kind == MONEY else part.end)
    ):  # fmt: skip
        return
    if lead["bare"] and not skeleton.startswith(" in number", part.end):
        return
    right = whole.value * share.value / 100
    if abs(right - part.value) > max(Decimal(1), right * Decimal("0.02"), part.slack):
        yield _told_amount(paper, share, whole, part)


def _bases(told: Sequence[Quantity], part: Quantity, place: int) -> list[Quantity]:
    """Return the amounts that the part may be one of, the nearest first."""
    alike = [
        one for one in told
        if one is not part and one.value > part.value and abs(one.start - place) < _REACH
        and _are_alike(one, part)
    ]  # fmt: skip
    return sorted(alike, key=lambda one: abs(one.start - place))[:_MOST_BASES]


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts may be of the same currency, or may count the same things."""
    if one.kind == other.kind == MONEY:
        return one.unit == other.unit
    if {one.kind, other.kind} == {MONEY, COUNT}:
        count = one if one.kind == COUNT else other
        return count.value >= _THOUSAND
    return one.kind == other.kind == COUNT


def _fits_share(
    told: Sequence[Quantity], bases: Sequence[Quantity], part: Quantity, share: Quantity
) -> bool:
    """Tell whether the part is that share of any amount, or of amounts that stand together."""
    wholes = [(one.value, one.slack) for one in bases]
    alike = [one for one in told if one.kind != SHARE and _are_alike(one, part)]
    sums: list[tuple[Decimal, Decimal]] = []
    unsure = part.slack / part.value
    for first in range(len(alike)):
        added, slack = Decimal(0), Decimal(0)
        for one in alike[first : first + _MOST_RUN]:
            added, slack = added + one.value, slack + one.slack
            sums.append((added, slack))
    sums += [(one.value + part.value, one.slack) for one in alike if one is not part]
    return any(
        whole and _is_near(part.value / whole * 100, share, slack / whole + unsure, exact=exact)
        for group, exact in ((wholes, False), (sums, True))
        for whole, slack in group
    )


def _is_near(right: Decimal, share: Quantity, unsure: Decimal, *, exact: bool = False) -> bool:
    """Tell whether the share may be a rounding of the right one; ``exact``: in words too."""
    if share.in_words:
        slack = _ROUGH if share.about else Decimal(1) if exact else _NAMED
    else:
        places = max(-int(share.value.as_tuple().exponent), 0)
        slack = Decimal("1.01").scaleb(-places)
        if share.about:
            slack = max(slack, min(Decimal(4), share.value / 8))
    slack += right * min(unsure, Decimal("0.2"))
    return abs(right - share.value) <= slack


def _named_whole(
    skeleton: str, bases: Sequence[Quantity], part: Quantity, base: str, share: Quantity
) -> Quantity | None:
    """Return the amount that the words after the share name, or that a slip parts it from."""
    larger = [one for one in bases if _is_plausible(one, part, share)]
    if base and _TOTAL.search(base):
        totals = [one for one in larger if _TOTAL.search(_label(skeleton, one))]
        return next(iter(totals), None) or max(larger, key=lambda one: one.value, default=None)
    for word in base.split()[:2]:
        if len(word) < 4:
            continue
        if part.unit and are_kin(word, part.unit) and part.kind == COUNT:
            break
        named = [
            one for one in larger
            if (one.unit and one.kind == COUNT and are_kin(word, one.unit))
            or any(
                are_kin(word, other)
                for other in _label(skeleton, one).split()
                if len(other) > 3 and not share.stop <= one.start < share.stop + _OWN
            )
        ]  # fmt: skip
        if named:
            return named[0]
    slips = [one for one in larger if _is_slipped(part.value / one.value * 100, share)]
    if slips and len({one.value for one in larger}) <= 5:
        return slips[0]
    return None if base else only_whole(bases, part, share)


def _is_plausible(one: Quantity, part: Quantity, share: Quantity) -> bool:
    """Tell whether the share is off by no more than a slip may make it."""
    right = part.value / one.value * 100
    if right > 100:
        return False
    return right / _FAR < share.value < right * _FAR or _is_slipped(right, share)


def _is_slipped(right: Decimal, share: Quantity) -> bool:
    """Tell whether one digit more, less or other parts the share from the right one."""
    if share.in_words:
        return is_plain(right / 100)
    places = max(-int(share.value.as_tuple().exponent), 0)
    rounded = right.quantize(Decimal(1).scaleb(-places))
    one, two = str(rounded).replace(".", ""), str(share.value).replace(".", "")
    if len(one) == len(two):
        return len(one) > 1 and is_slip(Decimal(one), Decimal(two), 2)
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return len(longer) - len(shorter) == 1 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))
    )


def _label(skeleton: str, one: Quantity) -> str:
    """Return the words before an amount, as far as they may name it."""
    lead = skeleton[max(0, one.start - 60) : one.start]
    return re.split(r"[\d.;\n]+(?=[^.\d]*[^\W\d_])|\d", lead)[-1]


def _amount(
    paper: Paper, stretches: Stretches, told: Sequence[Quantity], place: int
) -> list[Finding] | None:
    """Find "40 per cent of the fee, being USD 15,830" of USD 38,450; None: no amount follows."""
    share = told[place]
    after = told[place + 1] if place + 1 < len(told) else None
    if after is None or after.kind not in (MONEY, COUNT):
        return None
    lead = _TO_AMOUNT.match(paper.skeleton, share.stop, after.start)
    if lead is None or lead.end() != after.start:
        return None
    if after.kind == COUNT and after.value < 10:
        return []
    around = paper.skeleton[max(0, share.start - 40) : after.start]
    if _CHANGE.search(around) or share.value >= 100:
        return []
    factor = share.value / 100
    told = stretches.around(share.start)
    if _comes_to(told, factor, after, share) or (
        share.of_it and _comes_to(stretches.far_and_wide(share.start), factor, after, share)
    ):
        return []
    named = (lead["of"] or "") if not share.of_it else ""
    whole = _base_of_amount(paper.skeleton, _bases(told, after, share.start), after, factor, named)
    if whole is None and after.kind == MONEY and not _TOTAL.search(named):
        whole = _base_further_up(stretches, share, after)
    return [] if whole is None else [_told_amount(paper, share, whole, after)]


def _base_further_up(stretches: Stretches, share: Quantity, amount: Quantity) -> Quantity | None:
    """Return the amount of an earlier article of which the share is told but for a slip.

    None too where the share of any amount, there or here, is the one told.
    """
    told = stretches.far_and_wide(share.start)
    if _comes_to(told, share.value / 100, amount, share):
        return None
    bases = [
        one for one in told
        if one.kind == MONEY and one.unit == amount.unit and one.value > amount.value
        and one.start < share.start
        and is_slip((one.value * share.value / 100).quantize(Decimal("0.01")), amount.value, 4)
    ]  # fmt: skip
    return bases[-1] if bases else None


def _comes_to(told: Sequence[Quantity], factor: Decimal, amount: Quantity, share: Quantity) -> bool:
    """Tell whether that share of some amount, or of some sum, is the amount but for its rounding."""
    alike = [
        one for one in told if one is not amount and one.kind != SHARE and _are_alike(one, amount)
    ]
    wholes = [one.value for one in alike]
    for first in range(len(alike)):
        added = Decimal(0)
        for one in alike[first : first + _MOST_RUN]:
            added += one.value
            wholes.append(added)
    wholes += [abs(one.value - other.value) for one in alike for other in alike]
    slack = Decimal("0.08") if share.about or amount.about else Decimal("0.006")
    slack = max(slack, Decimal("0.02")) if share.in_words else slack
    least = max(Decimal(1), amount.value * slack, amount.slack)
    return any(abs(whole * factor - amount.value) <= least for whole in wholes)


def _base_of_amount(
    skeleton: str, bases: Sequence[Quantity], amount: Quantity, factor: Decimal, named: str
) -> Quantity | None:
    """Return the amount of which the share is told, where a slip parts it or words name it."""
    slips = [
        one for one in bases
        if is_slip((one.value * factor).quantize(Decimal("0.01")), amount.value, 3)
    ]  # fmt: skip
    if slips:
        return slips[0]
    near = [
        one for one in bases
        if one.value * factor / 2 < amount.value < one.value * factor * 2
    ]  # fmt: skip
    if _TOTAL.search(named):
        return max(near, key=lambda one: one.value, default=None)
    for word in named.split()[1:4]:
        if len(word) < 4:
            continue
        for one in near:
            if any(
                are_kin(word, other) for other in _label(skeleton, one).split() if len(other) > 3
            ):
                return one
    return None


def _told_share(paper: Paper, share: Quantity, part: Quantity, whole: Quantity) -> Finding:
    right = part.value / whole.value * 100
    where = ((part.start, part.end), (whole.start, whole.end))
    if share.in_words:
        return found(
            "FIG016", share.start, share.stop, elsewhere=where,
            share=paper.text[share.start : share.end], base=whole.value, told=part.value,
            right=(whole.value * share.value / 100).quantize(Decimal(1)),
        )  # fmt: skip
    return found(
        "FIG018", share.start, share.stop, elsewhere=where, told=share.value,
        first=part.value, second=whole.value, right=right.quantize(Decimal("0.1")),
    )  # fmt: skip


def _told_amount(paper: Paper, share: Quantity, whole: Quantity, amount: Quantity) -> Finding:
    right = (whole.value * share.value / 100).quantize(Decimal("0.01")).normalize() + 0
    if share.in_words:
        return found(
            "FIG016", amount.start, amount.end, elsewhere=((whole.start, whole.end),),
            share=paper.text[share.start : share.end], base=whole.value, told=amount.value,
            right=right.quantize(Decimal(1)) if right > 10 else right,
        )  # fmt: skip
    return found(
        "FIG012", amount.start, amount.end, level=Level.WARN,
        elsewhere=((whole.start, whole.end),), share=share.value, base=whole.value,
        told=amount.value, right=right,
    )  # fmt: skip
