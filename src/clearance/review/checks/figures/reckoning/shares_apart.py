"""A share whose whole stands apart: in an example that follows, in a row of a table above.

"No unit may release more than half … a unit of eight, for instance, must keep three"; "a quarter of
the allowance; a director thus receives eighty dollars" of 240 in the table; "production stands at
25 per cent of its vote", whose row says otherwise. What the share makes of any amount, or leaves of
it, is right; told is what none makes, of a whole that the words name (our guess: within half of it).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    Quantity,
    are_kin,
    has_number,
)
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found

# A whole that is only supposed: "a unit of eight officers", "فالوحدة التي تضم عشرة".
_SUPPOSED = compiled(
    r"(?:\b(?:an?|une?) (?!total|sum|amount|budget|further|somme|montant|maximum)(?:[^\W\d_]+[ '-]+){1,5}?(?:us ?\$ ?|\$ ?|€ ?)?"
    r"|(?:[تي]ضم|مؤلفة? من|مكونة? من|المؤلفة? من|المكونة? من|قوامها?ه?|(?:كان|بلغ|يبلغ) (?:راتبه|أجره|عددها|عددهم|عدد [^\W\d_]+)|راتبه|أجره|عدده|ذات|فيها|بها)\s*)$"
)
# After a share of something, what somebody is paid of it.
_PAID = compiled(
    r"\b(?:thus|so|therefore|then|hence|receiv\w+|gets?|paid|draws?|is due|donc|ainsi|touch\w+|recoi\w+|percoi\w+|percevra|recevra|aura|[وف]?[يت]تقاضى|[وف]?[يت]ستحق|[وف]?[يت]حصل|[وف]?[يت]صرف|[وف]?[يت]نال|[وف]?له|[وف]?لها)\b[^\d]{0,60}$"
)
_OF_OWN = compiled(
    r"\s*(?:of|de|du|d'|من|(?=the |its ))\s*(?:its|the|their|son|sa|ses|leurs?|la|le|l')?\s*(?:own )?[^\W\d_]{3}|\s+(?:من )?ال[^\W\d_]{3}"
)
_STANDS = compiled(
    r"\b(?:stands?|stood|runs?|run|ran|used|spent|consumed|reached|at|shows?|s'etabli\w*|atteint|atteignent|consomme\w*|utilise\w*|depense\w*|est a|sont a|بلغ\w*|استهلك\w*|أنفق\w*|صرف\w*|استخدم\w*|وصل\w*)\b"
)
_OTHER = compiled(
    r"\b(?:rose|fell|grew|increas\w*|decreas\w*|reduc\w*|augment\w*|diminu\w*|hausse|baisse|ارتفع\w*|انخفض\w*|زاد\w*|زيادة|more|less|plus|moins|target|objectif|المستهدف)\b"
)
_WORD = on_demand(r"[^\W\d_]{4,}")
_EXAMPLE, _AHEAD, _SOON = 260, 170, 72  # characters
_WINDOW, _ROWS = 2500, 1600  # characters back in which the amounts and the row stand
_MOST = 40
_HALF_MORE = Decimal("1.6")
_LEAST_BASE = 10
_HUNDRED = Decimal(100)


def shares_apart(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find examples of a share, and shares of a row, that the share does not make."""
    skeleton = paper.skeleton
    signs = (*paper.hits("part in words"), *paper.hits("share"), *paper.hits("share in words"))
    told: set[int] = set()
    for start, end in sorted(signs):
        if any(
            has_number(skeleton, one.end(), one.end() + _SOON)
            for one in _SUPPOSED_NEAR.finditer(skeleton, end - 1, end + _EXAMPLE)
        ):
            yield from _example(paper, stretches, start, end, told)
        paid = _PAID_NEAR.search(skeleton, end - 1, end + _AHEAD)
        if paid and has_number(skeleton, paid.end(), end + _AHEAD):
            yield from _paid(paper, stretches, start, end, told)
        if paper.hits("row") and _STANDS.search(skeleton, max(0, start - 60), start + 1):
            yield from _of_row(paper, stretches, start, end, told)


_SUPPOSED_NEAR = compiled(
    r"[.;:,]\s+(?:in |for |from |of |pour |dans |sur |thus,? |so,? |ainsi,? |for (?:instance|example),? |par exemple,? )?(?:an?|une?) [^\W\d_]|(?:[تي]ضم|مؤلفة?|مكونة?|قوامه|راتبه|أجره|ذات|فيها|عدده?) "
)
_PAID_NEAR = compiled(
    r"\b(?:thus|so|therefore|then|hence|receiv\w+|gets?|paid|draws?|due|donc|ainsi|touch\w+|recoi\w+|perc\w+|recevra|aura|[وف]?[يت]تقاضى|[وف]?[يت]ستحق|[وف]?[يت]حصل|[وف]?[يت]صرف|[وف]?[يت]نال|[وف]?له|[وف]?لها)\b"
)


def _share_at(told: Sequence[Quantity], start: int, end: int) -> Quantity | None:
    return next(
        (one for one in told if one.kind == SHARE and one.start < end and one.end > start), None
    )


def _example(
    paper: Paper, stretches: Stretches, start: int, end: int, told: set[int]
) -> Iterator[Finding]:
    """Find "a unit of eight, for instance, must keep three" after "no more than half"."""
    skeleton = paper.skeleton
    share = _share_at(stretches.inside(start, end), start, end)
    if share is None or share.value >= _HUNDRED:
        return
    around = stretches.around(start)
    after = [one for one in around if one.start >= share.stop and one.value > 1][:2]
    if len(after) != 2 or after[1].start - share.stop > _EXAMPLE:
        return
    whole, part = after
    _, stop = stretches.sentence(whole.start, whole.end)
    if (
        not _are_alike(whole, part) or part.value >= whole.value or part.start in told
        or part.start > stop or whole.about or part.about
        or not _SUPPOSED.search(skeleton, max(share.stop, whole.start - 60), whole.start)
    ):  # fmt: skip
        return
    rate = share.value / _HUNDRED
    rights = (whole.value * rate, whole.value * (1 - rate))
    if any(floor(right) <= part.value <= ceil(right) for right in rights):
        return
    right = min(rights, key=lambda one: abs(one - part.value))
    if right / 2 <= part.value <= right * 2:
        told.add(part.start)
        yield _told(paper, share, whole, part, right)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    return (
        one.kind == other.kind
        and one.kind != SHARE
        and (one.kind == COUNT or one.unit == other.unit)
    )


def _told(
    paper: Paper, share: Quantity, whole: Quantity | Digits, part: Quantity, right: Decimal
) -> Finding:
    return found(
        "FIG016", part.start, part.end,
        elsewhere=((share.start, share.end), (whole.start, whole.end)),
        share=paper.text[share.start : share.end], base=whole.value, told=part.value,
        right=right.quantize(Decimal("0.01")).normalize() + 0,
    )  # fmt: skip


def _paid(
    paper: Paper, stretches: Stretches, start: int, end: int, told: set[int]
) -> Iterator[Finding]:
    """Find "a quarter of the allowance; a director thus receives eighty dollars" of 240."""
    skeleton = paper.skeleton
    share = _share_at(stretches.inside(start, end), start, end)
    if share is None or share.about or share.value >= _HUNDRED:
        return
    if not _OF_OWN.match(skeleton, share.stop, share.stop + 40):
        return
    around = stretches.around(start)
    part = next((one for one in around if one.start >= share.stop), None)
    if (
        part is None or part.kind != MONEY or part.about or part.start in told
        or part.start - share.stop > _AHEAD
        or not _PAID.search(skeleton, share.stop, part.start)
        or _OTHER.search(skeleton, max(0, share.start - 60), part.start)
    ):  # fmt: skip
        return
    bases = _amounts(paper, share.start, part)
    if not bases or len(bases) > _MOST:
        return
    rate = share.value / _HUNDRED
    rights = [(one, one.value * kept) for one in bases for kept in (rate, 1 - rate)]
    if any(abs(right - part.value) < 1 for _, right in rights) or any(
        one.value == part.value for one in bases
    ):
        return
    words = set(_WORD.findall(skeleton, share.stop, part.start))
    near = [
        (one, one.value * rate) for one in bases
        if part.value / _HALF_MORE < one.value * rate < part.value * _HALF_MORE
        and _is_named(skeleton, one.start, words)
    ]  # fmt: skip
    if near:
        told.add(part.start)
        whole, right = min(near, key=lambda one: abs(one[1] - part.value))
        yield _told(paper, share, whole, part, right)


def _amounts(paper: Paper, place: int, part: Quantity) -> list[Digits]:
    """Return the numbers around a place that may be a whole: no dates, no years."""
    skeleton = paper.skeleton
    days = [(day.start, day.end) for day in paper.dates]
    begin, stop = max(0, place - _WINDOW), min(len(skeleton), place + _WINDOW)
    return [
        one for one in digits_in(skeleton, begin, stop)
        if one.value >= _LEAST_BASE
        and one.start != part.start
        and not any(first <= one.start < last for first, last in days)
    ]  # fmt: skip


def _is_named(skeleton: str, place: int, words: set[str]) -> bool:
    """Tell whether the first word of the row of a place is one of the words."""
    line = skeleton.rfind("\n", 0, place) + 1
    label = _WORD.search(skeleton, line, place)
    return label is not None and any(are_kin(label[0], _bare(word)) for word in words)


_GLUED = compiled(r"[وفبل](?=ال)")


def _bare(word: str) -> str:
    return word[1:] if _GLUED.match(word) else word


def _of_row(
    paper: Paper, stretches: Stretches, start: int, end: int, told: set[int]
) -> Iterator[Finding]:
    """Find "production stands at 25 per cent of its vote", of whose row no two numbers make it."""
    skeleton = paper.skeleton
    begin, _ = stretches.sentence(start, end)
    inside = stretches.inside(start, end)
    share = _share_at(inside, start, end)
    if share is None or share.about or share.start in told or share.value >= _HUNDRED:
        return
    if not _OF_OWN.match(skeleton, share.stop, share.stop + 40) or _OTHER.search(
        skeleton, begin, share.start
    ):
        return
    subject = _WORD.search(skeleton, begin, min(share.start, begin + 24))
    if subject is None or any(one.start < share.start for one in inside):
        return
    row = _row(paper, start, _bare(subject[0]))
    if len(row) < 2:
        return
    whole = max(row, key=lambda one: one.value)
    others = [one for one in row if one is not whole]
    slack = Decimal("2.6") if share.in_words else Decimal("1.01")
    rights = [(one, one.value / whole.value * _HUNDRED) for one in others]
    if any(abs(right - share.value) <= slack for _, right in rights):
        return
    near = [
        (one, right) for one, right in rights
        if right / _HALF_MORE < share.value < right * _HALF_MORE
    ]  # fmt: skip
    if len(near) != 1:
        return
    told.add(share.start)
    part, right = near[0]
    where = ((part.start, part.end), (whole.start, whole.end))
    if share.in_words:
        yield found(
            "FIG016", share.start, share.end, elsewhere=where,
            share=paper.text[share.start : share.end], base=whole.value, told=part.value,
            right=(whole.value * share.value / _HUNDRED).quantize(Decimal(1)),
        )  # fmt: skip
        return
    yield found(
        "FIG018", share.start, share.stop, elsewhere=where, told=share.value,
        first=part.value, second=whole.value, right=right.quantize(Decimal("0.1")),
    )  # fmt: skip


def _row(paper: Paper, place: int, subject: str) -> list[Digits]:
    """Return the numbers of the last row before a place that begins with a word's kin."""
    skeleton = paper.skeleton
    for start, _ in reversed([at for at in paper.hits("row") if place - _ROWS < at[0] < place]):
        line = skeleton.rfind("\n", 0, start) + 1
        stop = skeleton.find("\n", start, place)
        label = _WORD.search(skeleton, line, start)
        if stop > 0 and label and are_kin(label[0], subject):
            return [
                one for one in digits_in(skeleton, label.end(), stop) if one.value >= _LEAST_BASE
            ]
    return []


def only_whole(bases: Sequence[Quantity], part: Quantity, share: Quantity) -> Quantity | None:
    """Return the only count of which a part without a noun of its own can be: "24 replied"."""
    if part.kind != COUNT or part.unit or share.about or part.about:
        return None
    whole = bases[0] if bases and len({one.value for one in bases}) == 1 else None
    if whole is None or not whole.unit or whole.about or whole.start > part.start:
        return None
    right = part.value / whole.value * 100
    return whole if right / _HALF_MORE < share.value < right * _HALF_MORE else None
