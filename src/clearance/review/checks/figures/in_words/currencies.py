"""One amount told twice, in digits and in words, in two currencies: "SAR 40,000 (forty thousand euros)".

Where the two have one value they are one amount, and no conversion: no two currencies are worth
the same (our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.in_words.told_apart import words_at
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, InWords, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found

_LEAST = 100
_REACH, _BEFORE, _AFTER = 80, 6, 40  # characters between the two, and of a currency beside digits
_UNIT = on_demand(r"\s*(?:[^\W\d_]+[ .'-]{0,2}){1,4}")
# What stands between: brackets, a comma, and words that say the amount again.
_AGAIN = compiled(
    r"[^\d;.]{0,44}?(?:[(\[,:=-]|\b(?:that is|say|soit|in words|en lettres)\b|أي|فقط|كتابة|وقدره)[^\d;]{0,44}"
)
_EXCHANGED = compiled(
    r"\b(?:equivalent\w*|equals?|equal to|exchange|convert\w*|rate|counter-?value|par(?:ity)?|contre-?valeur|equivaut|l'equivalent|change|converti\w*|taux|parite)\b|(?:ما )?[يت]عادل|المعادل|سعر|صرف|بمقابل|القيمة المقابلة"
)
_BEGUN = on_demand(r"^[^\W\d_]+")
_STOPS = on_demand(r"[(),;:.\n]")


def currencies(paper: Paper) -> Iterator[Finding]:
    """Find an amount whose words name another currency than its digits."""
    skeleton = paper.skeleton
    done = -1
    for _, end in paper.hits("amount in words"):
        words = words_at(skeleton, end)
        if words is None or words.start <= done or min(words.values) < _LEAST:
            continue
        stop = _unit_ends(skeleton, words.end)
        told = currency_of(skeleton[words.end : stop])
        twin = _twin(skeleton, words, stop) if told else None
        if twin is None:
            continue
        digits, other = twin
        if other and other != told:
            done = words.start
            yield found(
                "FIG005", min(words.start, digits.start), max(stop, digits.end),
                value=" ".join(paper.text[words.end : stop].split()),
                words=" ".join(paper.text[words.start : stop].split()),
                digits=_printed(paper, digits),
            )  # fmt: skip


def _unit_ends(skeleton: str, place: int) -> int:
    """Return where the words of a currency end that begin there."""
    unit = _UNIT.match(skeleton, place, place + _AFTER)
    end = unit.end() if unit else place
    edge = _STOPS.search(skeleton, place + 1, end)
    end = edge.start() if edge else end
    return place + len(skeleton[place:end].rstrip())


def _twin(skeleton: str, words: InWords, stop: int) -> tuple[Digits, str] | None:
    """Return the digits beside the words that have their value, and their currency; "": none."""
    least = max(0, words.start - _REACH, skeleton.rfind("\n\n", 0, words.start) + 1)
    most = min(len(skeleton), stop + _REACH)
    for one in reversed(list(digits_in(skeleton, least, words.start))):
        if any(one.may_be(value) for value in words.values):
            between = skeleton[one.end : words.start]
            if _AGAIN.fullmatch(between) and not _EXCHANGED.search(between):
                return one, _beside(skeleton, one, words.start)
    for one in digits_in(skeleton, stop, most):
        if any(one.may_be(value) for value in words.values):
            between = skeleton[stop : one.start]
            if _AGAIN.fullmatch(between) and not _EXCHANGED.search(between):
                return one, _beside(skeleton, one, most)
            break
    return None


def _beside(skeleton: str, one: Digits, most: int) -> str:
    """Return the currency that stands before the digits or behind them, in their own clause."""
    lead = _lead(skeleton, one)
    behind = _STOPS.split(skeleton[one.end : min(most, one.end + _AFTER)], maxsplit=1)[0]
    return currency_of(lead) or currency_of(behind)


def _lead(skeleton: str, one: Digits) -> str:
    """Return the whole words close before the digits: not "درهما" of "قدرهما", as many are."""
    begin = max(0, one.start - _BEFORE)
    lead = skeleton[begin : one.start]
    if begin and skeleton[begin - 1].isalpha() and lead[:1].isalpha():
        lead = _BEGUN.sub("", lead)
    return _STOPS.split(lead)[-1]


def _printed(paper: Paper, one: Digits) -> str:
    """Return the digits with the currency beside them as they are printed."""
    lead = _lead(paper.skeleton, one)
    begin = one.start - len(lead.lstrip()) if currency_of(lead) else one.start
    stop = one.end if currency_of(lead) else _unit_ends(paper.skeleton, one.end)
    return " ".join(paper.text[begin:stop].split())
