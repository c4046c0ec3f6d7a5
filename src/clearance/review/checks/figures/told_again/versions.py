"""Numbers and dates that differ between the language versions of one paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.told_again.alignment import Block, aligned
from clearance.review.finding import Finding, Level
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.numbers import (
    GROUPED,
    LOOSE_DIGITS,
    Digits,
    digits_in,
    words_from,
    worth,
)
from clearance.review.mentions.ordinals import ORDINAL_WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language
from clearance.terms.calendars import MONTHS

_WORD = on_demand(r"[^\W\d_]+")
_KEY = on_demand(
    r"\W{0,2}(?:\d[\w.\-]{0,24}(?=[.:)])|[a-z](?=[.)])|[\w.\-]{0,12}\d[\w.\-]{0,24}(?=:))"
)
_NAMED_KEY = compiled(r"^\W{0,2}(?:article|المادة|annexe?|section|chapitre|chapter) \(?(\d{1,3})")
# Those of "1-17 years" and "under-5 mortality" too, not those of a reference or a name.
_IN_TEXT = on_demand(
    rf"(?<![\d.,/])(?:{GROUPED}|\d+(?:[.,]\d+)?)(?![\d/]|(?:st|nd|rd|th|er?|re|i?eme)s?\b)"
)
_MANY = on_demand(r"\s*[^\W\d_]+$")
_PER = compiled(r"\b(?:per|pour|في)\s+$")  # a hundred that is no number: "per cent"
_TURNED = on_demand(r"(?<!\d)(?P<tail>(?:000 )+)(?P<head>\d{1,3})(?![\d ,.]\d)")  # "000 1"
_DIGIT_RUN = on_demand(r"\d+")
_ORDINAL_WORDS = on_demand(ORDINAL_WORDS)
# Words that say two or a half without a number of their own.
_TWO = compiled(
    r"\b(?:both|twice|double|twofold|pair|deux fois|doubler|deuxieme|كلا|كلتا|مرتين|مرتان"
    r"|ضعف|مضاعفة|يومين|يومان|شهرين|شهران|سنتين|سنتان|عامين|عامان|طرفين|الطرفين"
    r"|الطرفان|البلدين|الدولتين|دولتين|كيلومترين|نسختين|ساعتين|أسبوعين|مرحلتين|ثلثي|ثلثا|biennial|biennium|biennal\w*)\b"
)
_HALF = compiled(r"\b(?:half|halve[sd]?|halving|moitie|demie?s?|نصف|النصف|بنصف)\b")


@dataclass(frozen=True)
class Told:
    """What a paragraph tells: its numbers in digits, those in words, and its dates."""

    block: Block
    digits: tuple[Digits, ...]
    words: tuple[tuple[int, int, int], ...]
    dates: tuple[DateMention, ...]
    ordinals: tuple[int, ...]

    @property
    def counted(self) -> Counter[Decimal]:
        """How often it tells each number, in digits, in words or as an ordinal in words."""
        told = Counter(number.value for number in self.digits)
        told.update(Decimal(value) for _, _, value in self.words)
        told.update(Decimal(value) for value in self.ordinals)
        return told


def language_versions(paper: Paper) -> Iterator[Finding]:
    """Find a number or date in the paper where the other versions have another."""
    own = _told(paper)
    blocks = [each.block for each in own]
    versions = []
    for version in paper.parallels:
        told = _told(version)
        by_start = {each.block.start: each for each in told}
        twins = aligned(blocks, [each.block for each in told])
        versions.append([by_start[twin.start] if twin else None for twin in twins])
    for place, each in enumerate(own):
        twins_here = [twin for version in versions if (twin := version[place]) is not None]
        if twins_here:
            yield from _compared(paper, each, twins_here)


def _compared(paper: Paper, own: Told, twins: Sequence[Told]) -> Iterator[Finding]:
    covered = []
    for mention, other in _dates_apart(own, twins):
        covered.append((mention.start, mention.end))
        day = other.value
        yield found(
            "FIG008", mention.start, mention.end,
            number=" ".join(paper.text[mention.start : mention.end].split()),
            other=day if day is not None else f"{other.day}.{other.month}.{other.year}",
            suggestion=_day(paper, mention, other),
        )  # fmt: skip
    missing = frozenset.intersection(*(twin.block.values for twin in twins)) - own.block.values
    instead = _written(twins, missing)
    strangers = _strangers(own, twins)
    if not (instead and strangers):
        strangers, instead = _miscounted(own, twins)
    if not instead or not strangers or (len(twins) < 2 and len(strangers) != len(instead)):
        return
    for number, value in zip(strangers, [*instead, *[instead[-1]] * len(strangers)], strict=False):
        start, end, is_word = number
        if any(first <= start < last for first, last in covered):
            continue
        printed = paper.text[start:end].strip()
        yield found(
            "FIG008", start, end, level=Level.WARN if is_word else Level.STOP,
            suggestion=None if is_word else _like(printed, value),
            number=printed, other=_like(printed, value),
        )  # fmt: skip


def _strangers(own: Told, twins: Sequence[Told]) -> list[tuple[int, int, bool]]:
    """Return the places of the numbers that no twin has, digits first; True: it is in words."""
    places = []
    for number in own.digits:
        told = {number.value, number.also} - {None}
        if not any(told & twin.block.values for twin in twins):
            places.append((number.start, number.end, False))
    if places:
        return places
    for start, end, value in own.words:
        if value > 1 and not any(Decimal(value) in twin.block.values for twin in twins):
            places.append((start, end, True))
    return places


def _written(twins: Sequence[Told], missing: frozenset[Decimal]) -> list[Decimal]:
    """Return which of the missing numbers a twin prints as numbers of their own, in order."""
    found_in: list[Decimal] = []
    for twin in twins:
        told = [number.value for number in twin.digits]
        told += [Decimal(value) for _, _, value in twin.words if value > 1]
        found_in += [value for value in told if value in missing and value not in found_in]
        if len(twins) == 1 or found_in:
            break
    return found_in


def _miscounted(
    own: Told, twins: Sequence[Told]
) -> tuple[list[tuple[int, int, bool]], list[Decimal]]:
    """Return a number that stands once too often and the one that stands once too seldom.

    "From 18 to 29 years, before 23" for "before 18": the right number is there, but not twice.
    Only where the other versions agree, and nothing else differs or no version has the number.
    """
    theirs = [twin.counted for twin in twins]
    strangers = _strangers(own, twins)
    if len(strangers) == 1 and not strangers[0][2]:
        scarce = [
            value for value, count in own.counted.items()
            if value > 1 and all(told[value] > count for told in theirs)
        ]  # fmt: skip
        return (strangers, scarce) if len(scarce) == 1 else ([], [])
    counts = (
        (own.counted, theirs),
        (_in_digits(own), [_in_digits(twin) for twin in twins]),  # one may say a number in words
    )
    for mine, others in counts:
        surplus, lacking = mine - others[0], others[0] - mine
        alike = all(told == others[0] for told in others)
        if alike and surplus.total() == lacking.total() == 1:
            break
    else:
        return [], []
    value = next(iter(surplus))
    order = [number.value for number in own.digits], [number.value for number in twins[0].digits]
    apart = [number for number, one, other in zip(own.digits, *order, strict=False) if one != other]
    places = [number for number in own.digits if number.value == value]
    if len(order[0]) == len(order[1]) and len(apart) == 1 and apart[0] in places:
        places = apart
    return ([(places[-1].start, places[-1].end, False)] if places else []), list(lacking)


def _in_digits(told: Told) -> Counter[Decimal]:
    return Counter(number.value for number in told.digits)


def _dates_apart(own: Told, twins: Sequence[Told]) -> Iterator[tuple[DateMention, DateMention]]:
    """Yield the date that no twin has, beside the one that every twin has and the paper has not."""
    mine = {_key_of(mention) for mention in own.dates}
    theirs = [{_key_of(mention): mention for mention in twin.dates} for twin in twins]
    strange = [m for m in own.dates if not any(_key_of(m) in told for told in theirs)]
    common = [
        mention for key, mention in theirs[0].items()
        if key not in mine and all(key in told for told in theirs)
    ]  # fmt: skip
    if len(strange) == len(common):
        yield from (
            (one, two) for one, two in zip(strange, common, strict=True)
            if one.calendar == two.calendar
        )  # fmt: skip


def _key_of(mention: DateMention) -> tuple[str, int, int, int]:
    return mention.calendar, mention.year, mention.month, mention.day


def _told(paper: Paper) -> list[Told]:
    dates = list(paper.dates)
    told = []
    for paragraph in paper.paragraphs:
        start, end = paragraph.start, paragraph.end
        named = _NAMED_KEY.match(paper.skeleton[start : start + 40])
        key = _KEY.match(paper.skeleton[start : min(end, start + 44)])
        begin = start + key.end() if key else start
        here = tuple(mention for mention in dates if start <= mention.start < end)
        digits = tuple(digits_in(paper.skeleton, begin, end, _IN_TEXT))
        words = tuple(_worded(paper.skeleton, begin, end))
        values = _values(paper.skeleton, begin, end, digits)
        values |= {Decimal(value) for _, _, value in words}
        name = f"article {named[1]}" if named else key[0].strip(" .:)([-") if key else ""
        ordinals = tuple(
            ordinal_of(None, match["ordinal_words"])
            for match in _ORDINAL_WORDS.finditer(paper.skeleton, begin, end)
        )
        values |= {Decimal(value) for value in ordinals}
        block = Block(start, end, name, frozenset(values))
        told.append(Told(block, digits, words, here, ordinals))
    return told


def _values(skeleton: str, start: int, end: int, digits: Sequence[Digits]) -> set[Decimal]:
    """Return every number that a stretch may be said to have, read in any way."""
    values = {number.value for number in digits}
    values |= {number.also for number in digits if number.also is not None}
    loose = list(digits_in(skeleton, start, end, LOOSE_DIGITS))
    values |= {number.value for number in loose}
    # Parts of dates and references, which the reader of numbers leaves alone.
    values |= {Decimal(run) for run in _DIGIT_RUN.findall(skeleton, start, end)}
    for match in _TURNED.finditer(skeleton, start, end):
        values.add(Decimal(match["head"] + match["tail"].replace(" ", "")))
    taken = [(number.start, number.end) for number in digits]
    for match in _WORD.finditer(skeleton, start, end):
        number = worth(match[0])
        if number is None or any(first <= match.start() < last for first, last in taken):
            continue  # the "million" of "2 million" is no million of its own
        if not _PER.search(skeleton, max(start, match.start() - 6), match.start()):
            values.add(Decimal(number.value))
    if _TWO.search(skeleton, start, end):
        values.add(Decimal(2))
    if _HALF.search(skeleton, start, end):
        values |= {Decimal(50), Decimal("0.5"), Decimal(2)}
    return values


def _worded(skeleton: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers that stand in words, with their places."""
    ordinals = [match.span() for match in _ORDINAL_WORDS.finditer(skeleton, start, end)]
    reached = start
    for match in _WORD.finditer(skeleton, start, end):
        if match.start() < reached or worth(match[0]) is None:
            continue
        if any(first <= match.start() < last for first, last in ordinals):
            continue
        if _PER.search(skeleton, max(start, match.start() - 6), match.start()):
            continue
        number = words_from(skeleton, match.start(), min(end, match.start() + 160))
        if number is not None:
            yield from ((number.start, number.end, value) for value in number.values)
            reached = number.end


def _like(printed: str, value: Decimal) -> str:
    """Return the value in the digits, with the separator and the "million" of the printed one."""
    many = _MANY.search(printed)
    factor = Decimal(1)
    if many:
        told = next(digits_in(fold(printed).skeleton, 0, len(printed), LOOSE_DIGITS), None)
        bare = next(digits_in(fold(printed[: many.start()]).skeleton, 0, many.start()), None)
        if told and bare and bare.value and value % (told.value / bare.value / 1000) == 0:
            factor = told.value / bare.value
    shown = value / factor
    plain = f"{shown.normalize():f}"
    if shown == shown.to_integral_value() and shown >= 1000:
        separator = next((sign for sign in ",.\u202f\u00a0 \u066c" if sign in printed), "")
        plain = f"{int(shown):,}".replace(",", separator)
    if printed.strip()[:1] in "٠١٢٣٤٥٦٧٨٩":
        plain = plain.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    return plain + (many[0] if many and factor != 1 else "")


def _day(paper: Paper, mention: DateMention, other: DateMention) -> str | None:
    """Return the other date as the paper writes dates; None: not a plain one of its language."""
    if other.value is None or mention.is_numeric or mention.implied:
        return None
    printed = paper.text[mention.start : mention.end]
    language = next(
        (each for each in Language
         if fold(MONTHS[each][mention.month - 1]).skeleton in fold(printed).skeleton), None
    )  # fmt: skip
    if language is None:
        return None
    return f"{other.day} {MONTHS[language][other.month - 1]} {other.year}"
