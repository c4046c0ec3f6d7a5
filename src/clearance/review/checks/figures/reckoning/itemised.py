"""An amount and, behind a colon or in brackets, what it is made of: "USD 9,400: tickets USD 5,200, per diem USD 3,200 and visas USD 1,000".

And those of a body who came and who did not: "of the 18 members, 14 were present and 4 absent".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger, told_by_its_end

ITEMISED = (
    Trigger("itemised", r"[0-9][0-9](?: (?:thousand|million|mille|millions))?(?: [a-z\xc0-\xff$€]{1,12}){0,3} ?[(:] ?(?:(?:the|la|le|les|for|pour) |l')?[a-z\xc0-\xff]"),
    told_by_its_end("who did not", r"(?:absente?s?|excused|excuse?e?s?|apologi[sz]ed|apologies|rejected|failed|declined|refused|غائبين|غائبون|غاب|وتغيب|واعتذر|ورفض)"),
)  # fmt: skip
_PART_ONLY = compiled(
    r"\b(?:of which|including|notably|such as|dont|notamment|plus|per(?! diem)|rest|remainder|kept|against|compared|from|contre|each|chacune?|par|about|some|up to|or|ou|instead|excluding|hors|balance|reste|solde|total\w*)\b|منها|لكل|نحو|فضلا|باستثناء|رصيد|متبقي|مجموع|إجمالي"
)
_LABEL = on_demand(r"[^\W\d_]{3,}")
_CLOSE = on_demand(r"[.](?=\s|$)|\n")
_LONGEST, _MOST = 300, 9
_LESS, _MORE = Decimal("0.6"), Decimal("1.6")
_PRESENT = compiled(
    r"\b(?:present|attended|took part|participated|voted|accepted|approved|passed|received|replied|presents?|assiste|participe|accepte|approuve\w*|recu\w*|repondu)\b|حضر|حاضر|شارك|قبل|وافق|أقر"
)
_ABSENT = compiled(
    r"\b(?:absente?s?|excused|excuse?e?s?|apologi[sz]ed|sent (?:their )?apologies|rejected|failed|declined|refused)\b|غائب|غاب|تغيب|اعتذر|رفض"
)


def itemised(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find amounts that the items behind them do not make."""
    signs = paper.signs
    if "itemised" in signs:
        yield from _amounts(paper, stretches)
    if "who did not" in signs:
        yield from _attendance(paper, stretches)


def _amounts(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("itemised"):
        opener = next((at for at in range(start + 1, end) if skeleton[at] in "(:"), None)
        if opener is None or start < done:
            continue
        named = _IN_WORDS.match(skeleton, opener)  # "USD 900 (nine hundred dollars): travel, 500;"
        told_to, opener = opener, named.end() - 1 if named else opener
        if skeleton[opener] == "(":
            stop = skeleton.find(")", opener, opener + _LONGEST)
        else:
            close = _CLOSE.search(skeleton, opener, opener + _LONGEST)
            stop = close.start() if close else -1
        if stop < 0:
            continue
        if not _MORE_NUMBERS.search(skeleton, opener, stop):
            continue
        begin = max(0, start - _REACH, skeleton.rfind("\n", 0, start) + 1)
        before = [one for one in stretches.between(begin, told_to) if one.kind == MONEY]
        parts = [one for one in stretches.between(opener + 1, stop) if _is_part(one)]
        if not before or not 2 <= len(parts) <= _MOST or told_to - before[-1].stop > _NEAR:
            continue
        done = stop
        whole = before[-1]
        bare = [one for one in parts if one.kind != MONEY]
        if bare and (len(bare) != len(parts) or len(parts) < _SURE):
            continue
        if whole.about or any(one.about or one.unit != whole.unit for one in parts if not bare):
            continue
        if _PART_ONLY.search(skeleton, opener, stop) or not _are_named(skeleton, opener, parts):
            continue
        joint = skeleton[parts[-2].stop : parts[-1].start]
        if skeleton[opener] == ":" and not _JOINED.search(joint):
            apart = [skeleton[one.stop : other.start] for one, other in pairwise(parts)]
            if len(parts) < _SURE or not all(gap.lstrip().startswith(",") for gap in apart):
                continue
        if max(one.value for one in parts) < whole.value:
            yield from _unequal(whole, parts)


def _is_part(one: Quantity) -> bool:
    """Tell whether it is an amount, or a number without a unit that may be one."""
    return one.kind == MONEY or (one.kind == COUNT and not one.unit and one.value >= _LEAST)


_IN_WORDS = compiled(r"\([^()\d\n]{8,140}\) ?:")
_SURE, _LEAST = 3, 100  # parts and their least amount, where they bear no currency (our guess)
_JOINED = compiled(r"\band\b|\bet\b|;|\sو")
_REACH, _NEAR = 60, 4
_MORE_NUMBERS = on_demand(r"\d\D{3,90}\d")


def _are_named(skeleton: str, opener: int, parts: Sequence[Quantity]) -> bool:
    """Tell whether each part has a word of its own before it, or each behind it."""
    gaps = [(opener + 1, parts[0].start)]
    gaps += [(one.stop, other.start) for one, other in pairwise(parts)]
    words = [len(_LABEL.findall(skeleton, *gap)) for gap in gaps]
    return all(words) or (not words[0] and all(words[1:]))


def _unequal(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Finding]:
    added = sum((one.value for one in parts), Decimal(0))
    slack = whole.slack + sum((one.slack for one in parts), Decimal(0))
    if abs(added - whole.value) > slack and whole.value * _LESS < added < whole.value * _MORE:
        yield found(
            "FIG007", whole.start, parts[-1].end, level=Level.WARN,
            elsewhere=((parts[0].start, parts[-1].end),),
            total=whole.value, sum=added, count=len(parts),
        )  # fmt: skip


def _attendance(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find "of the 18 members, 14 were present and 6 absent", of three numbers alone."""
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("who did not"):
        begin, stop = stretches.bounds(start, end)
        if begin == done:
            continue
        told = stretches.between(begin, stop)
        if len(told) != len(("whole", "present", "absent")):
            continue
        whole, came, missed = told
        if any(one.kind != COUNT or one.about or one.value != int(one.value) for one in told):
            continue
        if not (came.value < whole.value and missed.value < whole.value):
            continue
        behind = skeleton[came.end : missed.start], skeleton[missed.end : stop]
        led = skeleton[whole.end : came.start]
        here = _PRESENT.search(behind[0]) or _PRESENT.search(led)
        gone = _ABSENT.search(behind[1][:30]) or _ABSENT.search(behind[0])
        if here and gone and not _PART_ONLY.search(skeleton, begin, stop):
            done = begin
            yield from _unequal(whole, (came, missed))
