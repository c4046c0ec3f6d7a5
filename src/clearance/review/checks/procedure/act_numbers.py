"""One act under two numbers: two digits changed places, or one is another and the title the same."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, takewhile
from operator import ne

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.act_numbers import ActNumber, are_turned
from clearance.review.mentions.date_words import month_number
from clearance.review.paper import Paper
from clearance.review.rules import found

_WORD = on_demand(r"[^\W\d_]{4,}")
_LINKING = compiled(
    r"(?:relative?s?|portant|fixant|concernant|relating|concerning|regarding|pris|prise|application|promulguee?|المتعلق\w*|بشأن|الخاص\w*)$"
)
# Behind a comma the next text may be cited: "رقم 35 / 2003، وعلى قانون العمل".
_TITLE_END = compiled(r"[;.]|\n\s*\n|,\s*(?:and|vu|et (?:le|la|l')|وعلى|وبعد|وبناء)(?![^\W_])")
_TITLE = 90  # characters of a title that are compared
_SAME_WORDS = 3
_LEAST = 5  # digits of which two that changed places are no chance (our guess)
_TURNED = 2  # places in which numbers differ of which two digits changed places
_MOST = 40  # numbers: a longer list of acts has neighbours of every kind


def check(paper: Paper) -> Iterator[Finding]:
    """Find "décret n° 2-14-652" that is "décret n° 2-14-562" further on."""
    acts = paper.act_numbers
    if not 1 < len(acts) <= _MOST:
        return
    told: dict[tuple[int, str], list[ActNumber]] = {}
    for one in acts:
        told.setdefault((one.kind, one.number), []).append(one)
    for (kind, number), (other_kind, other_number) in combinations(told, 2):
        first, second = told[kind, number], told[other_kind, other_number]
        if kind != other_kind or len(number) != len(other_number):
            continue
        if not 0 < sum(map(ne, number, other_number)) <= _TURNED:
            continue
        if not (are_turned(number, other_number) or _is_one_digit_off(number, other_number)):
            continue  # soon told, where what stands behind them takes its time
        if not _are_one(paper, first, second):
            continue
        less, more = sorted((second, first), key=len)
        slip = less[0] if len(first) != len(second) else second[0]
        right = more[0] if len(first) != len(second) else first[0]
        yield found(
            "PRO026", slip.start, slip.end, elsewhere=((right.start, right.end),),
            printed=paper.text[slip.start : slip.end], right=paper.text[right.start : right.end],
        )  # fmt: skip


def _are_one(paper: Paper, first: list[ActNumber], second: list[ActNumber]) -> bool:
    """Tell whether the numbers are those of one act."""
    one, other = first[0], second[0]
    if one.year != other.year and None not in (one.year, other.year):
        return False
    days = {act.day for act in (*first, *second)} - {None}
    if len(days) > 1:
        return False
    shared = max(_shared(paper, a, b) for a in first for b in second)
    if are_turned(one.number, other.number):
        digits = sum(letter.isdigit() for letter in one.number)
        return digits >= _LEAST or shared >= (1 if one.year else _SAME_WORDS)
    return shared >= _SAME_WORDS and _is_one_digit_off(one.number, other.number)


def _is_one_digit_off(one: str, other: str) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(apart) == 1 and apart[0][0].isdigit()


def _shared(paper: Paper, one: ActNumber, other: ActNumber) -> int:
    """Return how many words the titles behind two numbers share from their beginning."""
    titles = []
    for act in (one, other):
        line = _TITLE_END.split(paper.skeleton[act.behind : act.behind + _TITLE])[0]
        words = [
            word[:6] for word in _WORD.findall(line)
            if not _LINKING.match(word) and month_number(word) is None
        ]  # fmt: skip
        titles.append(words[:5])
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*titles, strict=False)))
