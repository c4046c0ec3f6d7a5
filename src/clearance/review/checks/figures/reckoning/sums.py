"""Totals against their parts: in lists and columns of a text, and in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import (
    adds_up,
    amounts_in,
    are_of_one_currency,
    not_the_sum,
)
from clearance.review.checks.figures.reckoning.lines import (
    ENUMERATOR,
    LONGEST_LINE,
    NO_AMOUNT,
    Line,
    Lines,
)
from clearance.review.checks.figures.reckoning.of_which import is_rest_told
from clearance.review.checks.figures.reckoning.text_tables import is_row, is_torn
from clearance.review.checks.figures.units_beside import (
    CURRENCY_BEFORE,
    CURRENCY_SIGNS,
    UNIT_AFTER,
    counted_noun,
    unit_beside,
)
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

TOTAL = (
    Trigger("total", r"(?:total|overall |somme |sum ?:)"),
    Trigger(
        "total at the end", r"[0-9] (?:[a-z$]+ )?(?:in all|in total|altogether|au total|en tout)"
    ),
    Trigger(
        "total",
        r"^[ |]*(?:ensemble|sum of |all (?:goods|items|costs|expenses|contributions|amounts"
        r"|receipts|payments|lines|headings))",
    ),
    Trigger("total", r"(?:مجموع|المجموع|الإجمالي|إجمالي|إجمالا|الجملة)"),
    Trigger("total", r"^[ |]*و?جملة "),
)
NAMELY = (
    Trigger(
        "namely",
        r"(?:namely|comprising|consisting of|made up of|broken down|distributed|allocated|divided"
        r"|apportioned|as follows|comprend|comprises|a savoir|reparti|ventile|comme suit"
        r"|ainsi qu'il suit|compose|covers |couvre )",
    ),
    Trigger("namely", r"(?:موزع|توزع|يوزع|كما يلي|كالآتي|كالتالي|على النحو|وهي |وهم |مقسم)"),
    Trigger("parts of an amount", r"[^ \n] ?: (?:usd |eur |sar |us ?\$ ?|\$ ?)?[0-9][0-9 ,.]+"),
    Trigger("namely", r"(?:, of which|, including|, dont|، منها|، منهم|، منه|، بما فيها) "),
    Trigger("amount shared out", r", soit [0-9]"),
)
# After these stands a part of the amount, or more of them, and not always all.
_IN_PART = compiled(
    r"(?:, (?:of which|including|dont|منها|منهم|منه|بما فيها) |comprend|comprises|covers|couvre)"
)
# A line that tells the total of the list again is none of its parts.
_OWN_TOTAL = compiled(
    r"\n[\W\d]*(?:[^\W\d_]+\W+){0,2}?(?:(?:sub|sous|grand)?[\s-]?totale?s?\b|(?:و?ال)?مجموع\b|(?:و?ال)?إجمالي\b)"
)
# "Table 1", over its rows: the number is its own.
_CAPTION = compiled(
    r"(?:table(?:au)?|chart|graphique|figure|annexe?|appendix|(?:ال)?(?:جدول|شكل|مرفق|ملحق))"
    r" ?(?:no\.?|n[o.]{0,2}|رقم)? ?[(\[]?\d{1,3}[)\]]?\s*(?:$|[:.,-])"
)
_LIST_END = on_demand(r"[.\n;]")
_IN_ALL = compiled(
    r"(?:(?:for|making|giving|i\.e\.|that is|being|or) (?:a |an )?(?:grand |overall )?"
    r"total(?: amount| sum)? of"
    r"|totall?ing|(?:brings?|bringing|takes?|taking|raises?|raising) the (?:grand |overall )?"
    r"total to|port(?:e|ent|ant) (?:ainsi |donc )?le total(?: general)? a"
    r"|(?:soit|pour|ou|donc) au total(?: de| d')?"
    r"|(?:soit|pour) (?:un|une)(?: montant| somme)? total(?:e)?(?: general)?(?: de| d')"
    r"|(?:ب|أي )?(?:ما )?(?:مجموع(?:ه|ها)?|إجمالي(?: قدره)?|مجموع قدره))\s*:?\s*$"
)
_NUMBER_NEAR = on_demand(r"[^\d\n]{0,24}\d")
_LIST_NEAR = on_demand(r"[^\d\n]{0,60}\d|[^\n:]{0,24}:[ \xa4]*\n")
_FURTHEST, _NO_SENTENCE = 40, 6  # letters: before the word in a total line; of what is no sentence
# What says that the percentages after it are those of one whole.
_SHARES = compiled(
    r"distribut|allocat|divided|apportion|shared?s?\b|broken down|split|repart|ventil|partag|parts|وزع|مقسم|يقسم|حصص|الحصص|تقاسم|توزيع"  # noqa: E501  (the words of one idea)
)
_MOST_LINES = 60
_HEADING = 70  # letters of a line that may be a heading within the list


def sums(paper: Paper) -> Iterator[Finding]:
    """Find totals that are not the sum of their parts."""
    totals, leads = paper.hits("total"), paper.hits("namely")
    colons = paper.hits("parts of an amount")
    for hit, _ in paper.hits("total at the end"):
        yield from _in_all(paper.skeleton, hit)
    within = [
        (t.rows[0][0].start, t.rows[-1][-1].end) for t in paper.tables if t.rows and t.rows[0]
    ]
    lines = Lines(paper.skeleton)
    reached = -1
    for hit, end in totals:
        if hit < reached or _is_within(hit, within):
            continue
        begins = paper.skeleton.rfind("\n", 0, hit) + 1
        if hit - begins > _FURTHEST:
            yield from _at_the_end(paper.skeleton, end)
            continue
        line = lines.at(hit)
        if line.is_total and line.end - line.start <= LONGEST_LINE:
            reached = line.end
            yield from _list_total(lines, line)
        else:
            yield from _at_the_end(paper.skeleton, end)
    for hit, end in leads:
        if not _is_within(hit, within):
            yield from _led(lines, hit, end)
    for hit, end in paper.hits("amount shared out"):
        begin = _sentence_starts(paper.skeleton, hit, 240)[1]
        if not any(begin <= lead < hit for lead, _ in leads):
            yield from _led(lines, hit, end - 1)
    for hit, _ in colons:
        begins = paper.skeleton.rfind("\n", 0, hit) + 1
        item = ENUMERATOR.match(paper.skeleton, begins)
        if item and next(amounts_in(paper.skeleton, item.end(), hit), None) is None:
            continue  # one of a list, and no whole of those below it
        if is_row(paper.skeleton, begins, hit):
            continue
        begin = _sentence_starts(paper.skeleton, hit, 240)[1]
        is_led = any(begin <= lead < hit + 1 for lead, _ in leads)
        if not is_led and not _is_within(hit, within):
            colon = paper.skeleton.index(":", hit)
            yield from _led(lines, colon, colon + 1)


def _is_within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return bool(stretches) and any(first <= place < last for first, last in stretches)


def _list_total(lines: Lines, total: Line) -> Iterator[Finding]:
    """Compare a total with the lines above it, up to where its list begins."""
    skeleton = lines.skeleton
    runs: list[list[Line]] = [[]]  # the nearest last; a heading parts one from another
    subtotals: list[Line] = []
    end = total.start - 1
    for _ in range(_MOST_LINES):
        if end <= 0:
            break
        line = lines.at(end)
        text = skeleton[line.start : end].strip()
        end = line.start - 1
        if len(line.numbers) == 1 and _CAPTION.match(text):
            break
        if line.is_total:
            if not (line.is_subtotal or total.is_grand) or total.is_subtotal:
                break
            subtotals.append(line)
            runs.append([])
        elif line.numbers and not text.endswith(":"):
            if runs[-1] and any(each.may_be(total.numbers[-1].value) for each in line.numbers):
                break  # "Cost: USD 189,200", over its parts
            runs[-1].append(line)
        elif text and (len(text) > _HEADING or text[-1] in ".:;,"):
            break
        elif runs[-1]:
            runs.append([])
    groups = _readings(runs, subtotals)
    if not groups or any(_agrees(group, total) for group in groups):
        return
    if is_torn(skeleton, [(row.start, row.end, len(row.numbers)) for row in (*groups[0], total)]):
        return
    sure = len([run for run in runs if run]) == 1 or bool(subtotals)
    yield from _wrong(skeleton, groups[0], total, Level.STOP if sure else Level.WARN)


def _readings(runs: list[list[Line]], subtotals: list[Line]) -> list[list[Line]]:
    """Return what the total may be the sum of: the lines up to each heading, or the subtotals."""
    groups = []
    together: list[Line] = []
    for run in runs:
        together = together + run
        if run and len(together) >= 2:
            groups.append(together)
        if len(run) >= 2 and run is not together:
            groups.append(run)
    if len(subtotals) >= 2:
        groups.insert(0, subtotals)
        groups.append(subtotals + runs[0])
    return groups


def _agrees(group: Sequence[Line], total: Line) -> bool:
    """Tell whether every column that can be compared adds up."""
    columns = len(total.numbers)
    if any(len(line.numbers) != columns for line in group):
        columns = 1  # only the last number of each line is sure to be the amount
    return all(
        adds_up([line.numbers[-column] for line in group], total.numbers[-column])
        for column in range(1, columns + 1)
    )


def _wrong(skeleton: str, group: Sequence[Line], total: Line, level: Level) -> Iterator[Finding]:
    """Yield the finding for the first column that does not add up."""
    columns = len(total.numbers)
    if any(len(line.numbers) != columns for line in group):
        columns = 1
    for column in range(1, columns + 1):
        parts = [line.numbers[-column] for line in group]
        told = total.numbers[-column]
        units = {unit for each in (*parts, told) if (unit := unit_beside(skeleton, each))}
        if not _are_alike(units) or adds_up(parts, told, is_percent=units == {"%"}):
            continue
        begin = min(line.start for line in group)
        sure = are_of_one_currency(skeleton, (*parts, told))
        yield from not_the_sum(parts, told, begin, total.end, level, are_parts=sure)
        return


def _are_alike(units: set[str]) -> bool:
    """Tell whether the words may be one: post and posts, وظيفة and وظائف; no two currencies."""
    if len(units) < 2:
        return True
    return len({unit[0] for unit in units}) == 1 and all(len(unit) > 3 for unit in units)


def _led(lines: Lines, start: int, end: int) -> Iterator[Finding]:
    """Compare an amount with what is told after "distributed as follows"."""
    skeleton = lines.skeleton
    if not _LIST_NEAR.match(skeleton, end):
        return
    _, begin = _sentence_starts(skeleton, start, 240)
    whole = [
        each for each in amounts_in(skeleton, begin, start)
        if not NO_AMOUNT.match(skeleton, each.start) or unit_beside(skeleton, each)
    ]  # fmt: skip
    if not whole:
        if _SHARES.search(skeleton, max(0, start - 60), end):
            yield from _of_hundred(skeleton, end)
        return
    rest = skeleton[end : end + 40].partition("\n")
    if rest[1] and rest[0].rstrip(" \xa4").endswith(":"):
        yield from _led_list(lines, whole, end)
        return
    limit = _end_of_sentence(skeleton, end)
    own = _OWN_TOTAL.search(skeleton, end, limit)
    limit = own.start() if own else limit
    parts = [
        each for each in amounts_in(skeleton, end, limit)
        if not NO_AMOUNT.match(skeleton, each.start)
        or unit_beside(skeleton, each) in CURRENCY_SIGNS
    ]  # fmt: skip
    if len(parts) > 2 and parts[-1].may_be(whole[-1].value):
        parts.pop()  # the total again: "making US$ 420,300"
    if len(parts) < 2 or len(parts) > 12:
        return
    if _IN_PART.match(skeleton, start) and is_rest_told(skeleton, parts[-1].end):
        return
    unit = unit_beside(skeleton, parts[0])
    total = next((each for each in reversed(whole) if unit_beside(skeleton, each) == unit), None)
    alike = unit and total and all(unit_beside(skeleton, part) == unit for part in parts)
    if not alike and (wrong := _shared_out(skeleton, whole, parts, start)) is not None:
        yield wrong
        return
    if _IN_PART.match(skeleton, start):
        is_more = total and sum(part.value for part in parts) > max(total.value, total.also or 0)
        if not alike or not total or not (is_more or _is_nearly(parts, total)):
            return
    if not alike or total is None:
        yield from _counted(skeleton, whole[-1], parts, start)
        return
    if unit == "%" and total.value > _HUNDRED:
        return  # no whole that is shared out
    if not adds_up(parts, total, is_percent=unit == "%"):
        is_whole = not _IN_PART.match(skeleton, start) and len(parts) > 2
        is_whole = is_whole and "\n" not in skeleton[total.end : parts[-1].start]
        sure = is_whole and are_of_one_currency(skeleton, (*parts, total))
        yield from not_the_sum(parts, total, total.start, parts[-1].end, Level.STOP, are_parts=sure)


_HUNDRED = 100
_ALMOST, _TOO_MUCH = Decimal("0.85"), Decimal("1.5")


def _is_nearly(parts: Sequence[Digits], total: Digits) -> bool:
    """Tell whether the parts come so near to the whole that they were meant to be all of it."""
    added = sum((part.value for part in parts), Decimal(0))
    return total.value * _ALMOST <= added < total.value


def _shared_out(
    skeleton: str, whole: Sequence[Digits], parts: Sequence[Digits], start: int
) -> Finding | None:
    """Return what is wrong with "48 persons: 21 in Mali, 9 in Chad and 16 in Niger".

    The parts have no unit of their own, or the total's; two of them are too few to be sure.
    """
    total = whole[-1]
    units = {counted_noun(skeleton, part) for part in parts} - {""}
    own = counted_noun(skeleton, total)
    added = sum((part.value for part in parts), Decimal(0))
    ends = start - total.end
    if not units <= {own} or ends > _NEAR_TOTAL or "%" in {own, *units} or total.value < 2:
        return None
    if any(part.value >= total.value for part in parts) or adds_up(parts, total):
        return None
    if not _ALMOST <= added / total.value <= _TOO_MUCH or not _ends_list(skeleton, parts):
        return None
    if len(parts) < 3 and added < total.value and not units and own not in CURRENCY_SIGNS:
        return None
    return next(not_the_sum(parts, total, total.start, parts[-1].end, Level.WARN), None)


_NEAR_TOTAL = 80  # characters between a total and its parts
_LAST_OF_LIST = compiled(r"(?:\band|\bet|&|و)\s*(?:usd|us ?\$|\$|eur|sar)?\s*$")


def _ends_list(skeleton: str, parts: Sequence[Digits]) -> bool:
    """Tell whether the last part is joined by "and", so that no other was left out."""
    last = parts[-1].start
    return _LAST_OF_LIST.search(skeleton, max(0, last - 12), last) is not None


def _of_hundred(skeleton: str, end: int) -> Iterator[Finding]:
    """Find "shared as follows: A 40%, B 35% and C 30%"; only where the shares come near 100."""
    if skeleton[end : end + 12].strip()[:1] != ":":
        return
    limit = _end_of_sentence(skeleton, end)
    if limit - end < _NO_SENTENCE:  # a list, each share on a line of its own
        limit = skeleton.find("\n\n", end, end + 600)
        limit = limit if limit >= 0 else min(len(skeleton), end + 600)
    parts = list(amounts_in(skeleton, end, limit))
    if len(parts) < 2 or any(unit_beside(skeleton, part) != "%" for part in parts):
        return
    whole = Digits(end, end + 1, Decimal(100))
    added = sum((part.value for part in parts), Decimal(0))
    if 85 <= added <= 115 and not adds_up(parts, whole, is_percent=True):
        yield from not_the_sum(parts, whole, parts[0].start, parts[-1].end, Level.WARN)


def _led_list(lines: Lines, whole: list[Digits], end: int) -> Iterator[Finding]:
    """Compare with the lines of the list that follows and that has no total line of its own."""
    skeleton = lines.skeleton
    parts: list[Digits] = []
    place = skeleton.find("\n", end) + 1
    while len(parts) < _MOST_LINES and place and place < len(skeleton):
        line = lines.at(place)
        if line.is_total:
            yield from _told_otherwise(skeleton, whole, line)
            return
        if not line.numbers:
            if line.end > line.start or parts:
                break
        elif len(line.numbers) > 1:
            return
        else:
            parts.append(line.numbers[0])
        place = line.end + 1
    if len(parts) < 2:
        return
    unit = unit_beside(skeleton, parts[0])
    total = next((each for each in reversed(whole) if unit_beside(skeleton, each) == unit), None)
    alike = unit and all(unit_beside(skeleton, part) == unit for part in parts)
    if alike and total and not adds_up(parts, total, is_percent=unit == "%"):
        yield from not_the_sum(parts, total, total.start, parts[-1].end, Level.STOP)


def _told_otherwise(skeleton: str, whole: list[Digits], line: Line) -> Iterator[Finding]:
    """Find an amount before a list that is not the total at its end."""
    last = line.numbers[-1]
    unit = unit_beside(skeleton, last)
    first = next((each for each in reversed(whole) if unit_beside(skeleton, each) == unit), None)
    if not unit or first is None or len(line.numbers) != 1 or first.value < last.value / 4:
        return
    if {first.value, first.also} & {last.value, last.also} - {None}:
        return
    yield found(
        "FIG010", first.start, first.end, elsewhere=((last.start, last.end),),
        first=first.value, second=last.value,
    )  # fmt: skip


def _counted(skeleton: str, total: Digits, parts: list[Digits], start: int) -> Iterator[Finding]:
    """Compare "25 members, namely 12 diplomats, 8 experts and 4 journalists"."""
    if start - total.end > 40 or not skeleton.startswith(_EXHAUSTIVE, start):
        return
    numbers = (*parts, total)
    if any(n.value != int(n.value) or n.value > 1000 or n.also for n in numbers):
        return
    if any(
        not UNIT_AFTER.match(skeleton, n.end) or unit_beside(skeleton, n) == "%" for n in numbers
    ):
        return
    if not adds_up(parts, total):
        yield from not_the_sum(parts, total, total.start, parts[-1].end, Level.WARN)


_EXHAUSTIVE = ("namely", "consisting of", "made up of", "a savoir", *(
    compiled(word).pattern for word in ("وهم ", "وهي ")
))  # fmt: skip


def _at_the_end(skeleton: str, end: int) -> Iterator[Finding]:
    """Compare "USD 10 for one, USD 12 for two, totalling USD 23"."""
    if not _NUMBER_NEAR.match(skeleton, end):
        return
    told = next(amounts_in(skeleton, end, min(len(skeleton), end + 40)), None)
    if told is None:
        return
    lead = skeleton[max(0, end - 40) : told.start]
    currency = CURRENCY_BEFORE.search(lead)
    if not _IN_ALL.search(lead[: currency.start()] if currency else lead):
        return
    unit = unit_beside(skeleton, told)
    whole, begin = _sentence_starts(skeleton, end, 400)
    every = [
        each for each in amounts_in(skeleton, whole, end)
        if not NO_AMOUNT.match(skeleton, each.start)
        or unit_beside(skeleton, each) in CURRENCY_SIGNS
    ]  # fmt: skip
    parts = [each for each in every if each.start >= begin]
    alike = unit and len(parts) >= 2 and all(unit_beside(skeleton, part) == unit for part in parts)
    alike = alike or _are_great(skeleton, parts, told)
    if not alike or any(adds_up(each, told, is_percent=unit == "%") for each in (parts, every)):
        return
    yield from not_the_sum(parts, told, parts[0].start, told.end, Level.STOP)


def _are_great(skeleton: str, parts: Sequence[Digits], told: Digits) -> bool:
    """Tell whether all are in millions, and two at least: "1.2 million, 0.9 million"."""
    numbers = (*parts, told)
    return len(parts) >= 2 and all(
        each.value >= 10**5 and skeleton[each.end - 1].isalpha() for each in numbers
    )


def _in_all(skeleton: str, hit: int) -> Iterator[Finding]:
    """Compare "USD 10 for one and USD 12 for two, USD 23 in all"."""
    whole, begin = _sentence_starts(skeleton, hit, 240)
    numbers = list(amounts_in(skeleton, whole, hit + 1))
    every, told = numbers[:-1], numbers[-1] if numbers else None
    parts = [part for part in every if part.start >= begin]
    unit = unit_beside(skeleton, told) if told else ""
    if told is None or unit not in CURRENCY_SIGNS or len(parts) < 2:
        return
    if all(unit_beside(skeleton, part) == unit for part in parts) and not any(
        adds_up(each, told) for each in (parts, every)
    ):
        yield from not_the_sum(parts, told, parts[0].start, told.end, Level.WARN)


def _sentence_starts(skeleton: str, place: int, most: int) -> tuple[int, int]:
    """Return where the sentence begins, and its part behind the last semicolon.

    Each ``most`` letters before the place at the earliest.
    """
    least = max(0, place - most)
    full, blank = skeleton.rfind(". ", least, place), skeleton.rfind("\n\n", least, place)
    whole = max(least - 1, full, blank) + 1
    return whole, max(whole, skeleton.rfind(";", least, place) + 1)


def _end_of_sentence(skeleton: str, start: int) -> int:
    """Return where the sentence ends; a point within a number ends none."""
    for stop in _LIST_END.finditer(skeleton, start, start + 400):
        after = skeleton[stop.end() : stop.end() + 1]
        within = after.isdigit() if stop[0] == "." else after not in ("\n", "-", "")
        if stop[0] == ";" or not within:
            return stop.start()
    return min(len(skeleton), start + 400)
