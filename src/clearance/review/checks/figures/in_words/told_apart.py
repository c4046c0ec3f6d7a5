"""An amount told in words in one place and in digits in another, without brackets between."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import GROUPED_ON, Digits, InWords, digits_in, words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger, told_by_its_end

_UNIT = (
    r"(?:us |u\.s\. |united states |american |saudi |swiss |cfa )?"
    r"(?:dollars?|euros?|riyals?|dinars?|dirhams?|francs?|pounds?)"
)
IN_WORDS = (
    Trigger("amount in words", rf"(?:thousand|hundred|million|mille|cents?|millions?) {_UNIT}"),
    Trigger("amount in words", rf"(?:mille|cents?|millions?) (?:de |d')?{_UNIT}"),
    Trigger("amount in words", r"(?:ألف|آلاف|مليون|ملايين|مائة|ألفا|ألفي) (?:دولار|يورو|ريال|دينار|درهم|فرنك|جنيه)"),
    told_by_its_end("amount in words", rf"(?:ty|teen|ten|one|two|three|four|five|six|seven|eight|nine|eleven|twelve|ze|dix|vingts?|ante|quatre|cinq|sept|huit|neuf|trois|deux) (?:de |d')?{_UNIT}"),
    told_by_its_end("amount in words", r"(?:ون|ين|مائتا|مائتي|عشر|عشرة|تسعة|ثمانية|سبعة|ستة|خمسة|أربعة|ثلاثة) (?:دولار|يورو|ريال|دينار|درهم|دنانير|دراهم|فرنك|جنيه)"),
)  # fmt: skip
_GREAT = on_demand(  # digits of a thousand and more, or before a word that makes them so many
    rf"\d(?<![\d.,/\-]\d)(?:{GROUPED_ON}|\d{{3,}}(?:[.,]\d+)?|\d{{0,2}}(?:[.,]\d+)?(?=\s?[^\W\d_]))(?![\d/])"
)
_BLANK = on_demand(r"\s+")
_UNIT_REACH = 40  # characters that the unit may have
# What says that the words are those of the amount in digits.
_IN_LETTERS = compiled(r"\b(?:en (?:toutes )?lettres|in words|in letters|بالحروف|كتابة)\b")
_SAID = 90
_LEAST = _THOUSAND = 1000
_FEWEST = 3  # figures that are no noughts at the end, so that an amount is like no other by chance
_SINGLE = 20  # up to which a number is one word


def told_apart(paper: Paper) -> Iterator[Finding]:
    """Find "four hundred and fifteen thousand dollars; the order should read USD 425,000"."""
    skeleton = paper.skeleton
    amounts: list[Digits] | None = None
    for _, end in paper.hits("amount in words"):
        words = words_at(skeleton, end)
        if words is None or min(words.values) < _LEAST:
            continue
        if any(one.may_be(value) for one in _beside(skeleton, words) for value in words.values):
            continue
        if amounts is None:
            amounts = [
                one for one in digits_in(skeleton, 0, len(skeleton), _GREAT) if one.value >= _LEAST
            ]  # fmt: skip
        if any(one.may_be(value) for one in amounts for value in words.values):
            continue
        said = _IN_LETTERS.search(skeleton, max(0, words.start - _SAID), words.start)
        near = (
            [
                one
                for one in amounts
                if said
                and one.value / 2 < min(words.values) < one.value * 2
                and _is_money(skeleton, one)
            ]
            or [
                one
                for one in amounts
                if is_slip(Decimal(min(words.values)), one.value, 4)
                and _is_money(skeleton, one)
                and not _are_round(min(words.values), one)
            ]
            or _one_word_off(min(words.values), amounts)
        )
        if near:
            told = near[0]
            yield found(
                "FIG005", words.start, words.end, level=Level.WARN,
                elsewhere=((told.start, told.end),), value=min(words.values),
                words=" ".join(paper.text[words.start : words.end].split()),
                digits=paper.text[told.start : told.end].strip(),
            )  # fmt: skip


def _beside(skeleton: str, words: InWords) -> Iterator[Digits]:
    """Yield the amounts in digits of the paragraph in which the words stand."""
    begin = skeleton.rfind("\n\n", 0, words.start) + 1
    end = skeleton.find("\n\n", words.end)
    return digits_in(skeleton, begin, end if end >= 0 else len(skeleton), _GREAT)


def _are_round(words: int, digits: Digits) -> bool:
    """Tell whether both have one figure and zeros, so that any is near to any: "a million"."""
    return all(len(f"{int(value)}".rstrip("0")) == 1 for value in (words, digits.value))


def words_at(skeleton: str, end: int) -> InWords | None:
    """Return the number in words whose unit ends there."""
    least = max(0, end - _UNIT_REACH)
    for blank in reversed(list(_BLANK.finditer(skeleton, least, end))):
        words = words_before(skeleton, blank.start())
        if words is not None:
            if skeleton[max(0, words.start - 3) : words.start].rstrip()[-1:].isdigit():
                return None  # "8 million"
            return words if currency_of(skeleton[blank.start() : end]) else None
    return None


def _one_word_off(value: int, amounts: list[Digits]) -> list[Digits]:
    """Return the only amount from which a word parts the one in words, or a digit; none: several.

    A table's amounts have no currency beside them.
    """
    near = [
        one for one in amounts
        if _figures(one.value) >= _FEWEST
        and (is_slip(Decimal(value), one.value, 4) or _is_one_word(value, one.value))
    ]  # fmt: skip
    return near if len({one.value for one in near}) == 1 else []


def _figures(value: Decimal) -> int:
    return len(str(int(value)).rstrip("0"))


def _is_one_word(value: int, other: Decimal) -> bool:
    """Tell whether two numbers are told in the same words but for one: "forty" and "fourteen"."""
    if other != int(other):
        return False
    one, two = _spoken(value), _spoken(int(other))
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _spoken(value: int) -> list[tuple[int, int]]:
    """Return the words of a number: each with the power of a thousand and the hundred it is of."""
    told: list[tuple[int, int]] = []
    power = 0
    while value:
        value, group = divmod(value, _THOUSAND)
        hundreds, rest = divmod(group, 100)
        words = [rest] if rest <= _SINGLE or rest % 10 == 0 else [rest - rest % 10, rest % 10]
        told += [(power, word) for word in words if word]
        told += [(power + 1, hundreds)] if hundreds else []
        power += 2
    return told


def _is_money(skeleton: str, number: Digits) -> bool:
    before = skeleton[max(0, number.start - 5) : number.start]
    after = skeleton[number.end : number.end + 26].partition(",")[0]
    return bool(currency_of(f"{before} {after}"))
