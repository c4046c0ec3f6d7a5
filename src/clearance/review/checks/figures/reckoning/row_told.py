"""The share of one row that a sentence tells: "Air travel alone accounts for 55 per cent of the estimate".

The row is found by its name among those of a table or of a list with a total; the sentence must
say that the row is so much of the whole, not that it rose by so much.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.printed_shares import share_before
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found

_IS_SO_MUCH = compiled(
    r"\b(?:account(?:s|ed|ing)? for|represent\w*|mak(?:e|es|ing) up|constitut\w+|com(?:e|es|ing) to|amount(?:s|ed|ing)? to|tak(?:e|es|ing) up|takes?|stands? for|uses?|absorb\w*|equals?|(?:is|are|was|were) (?:equal to|equivalent to)|stands? at|correspond\w* (?:to|a)|form(?:s|ent|e)?"
    r"|cover(?:s|ed|ing)?|swallows?|consum\w+|claims?|carr(?:y|ies)|share (?:of|is)|part (?:of|is)|equiva\w+ a|compt\w+ pour|s'elev\w+ a|attei\w+|entr\w+ pour|interv\w+ pour|accapar\w+|mobilis\w+|pese\w*|totalis\w+|part (?:de|des|du)"
    r"|(?:is|are|est de|sont de|sera de))\b"
    r"|(?<![^\W\d_])[وف]?س?[يت](?:مثل|شكل|ستأثر|ستحوذ|عادل|بلغ|ستوعب|ستهلك|كون|ساوي|غطي|قابل|قدر)(?:ان|ون)?(?![^\W\d_])|(?:ب|و?ال)?نسبت(?:ه|ها)|بنسبة|نسبة|حصة"
)
_GOES_TO = compiled(
    r"\b(?:go(?:es)?|is|are|will be|being|sera|seront|est|sont|va|vont)?\s*(?:to|for|spent on|taken (?:up )?by|absorbed by|devoted to|allocated to|allotted to|due to|aux?|pour|consacree?s? (?:a|au|aux)|affectee?s? (?:a|au|aux)|absorbee?s? par|destinee?s? (?:a|au|aux))\b|(?:ل|لبند|إلى|على)"
)
_OTHERWISE = compiled(
    r"\b(?:increas\w*|decreas\w*|r(?:i|o)s(?:e|en|es|ing)|fell|fall\w*|grew|grow\w*|reduc\w*|cut|sav\w+|exceed\w*|overrun|higher|lower|more than|less than|discount|margin|contingenc\w+|than|compared|last year|previous|augment\w*|diminu\w*|hausse|baisse|redui\w*|depass\w*|economi\w*|remise|marge|par rapport|precedent\w*"
    r"|up to|at most|at least|nearly|almost|about|some|around|approximately|roughly|over|under|environ|pres de|presque|quelque|plus de|moins de|au moins|au plus|jusqu'a)\b"
    r"|زياد|زاد|انخف|ارتف|خفض|تخفيض|تجاوز|مقارنة|السابق|خصم|وفر|نحو|حوالي|قرابة|زهاء|أكثر|أقل|يقارب|حد أقصى|حد أدنى"
)
# "A quarter of 1 per cent": a rate.
_FRACTION_OF = compiled(
    r"(?:\d ?[/\xa4]\d+|\xa4|\b(?:half|third|quarter|fifth|eighth|tenth|moitie|tiers|quart|cinquieme|dixieme)|نصف|ثلث|ربع|خمس|ثمن|عشر)\s+(?:of|de|d'|من)?\s*(?:an? |one )?$"
)
_OF_WHOLE = compiled(
    r"\)?\s*(?:[.;,:)\n]|$|(?:of|du|de|des|من)\s*(?:this|the|its|that|our|la|le|l'|les|ce|cet|cette|هذا|هذه)?\s*(?:total|whole|overall|estimated|aggregate|above|said|full|entire|مجموع|إجمالي|جملة)?\s*(?:estimates?|total|budget|costs?|expenditures?|whole|amount|appropriation|allotment|allocation|sum|outlay|expenses|envelope|credit|spending|bill|all"
    r"|estimation|cout|depenses?|montant|credit|enveloppe|ensemble|somme|devis|dotation|allocation|previsions?|financement|total\w*|ال(?:تقديرات|تقدير|مجموع|إجمالي|ميزانية|موازنة|تكلفة|تكاليف|كلفة|نفقات|مصروفات|مبلغ|اعتماد|مخصص|مخصصات|قيمة)|مجموع|إجمالي|جملة|ه(?:ا)?)(?![^\W\d_]))"
)
_ROW = on_demand(
    r"^[ |]*(?:[-*\xa4]|\(?(?:\d{1,2}|[a-z])[.)]|\(\d\))?[ |]*(?P<label>[^\W\d_][^\d\n|:;]{2,70}?)(?:[ .]*[|:;][ |]*|[ .]*\.{2,}[ .]*| {2,}|[ ]-[ ]| (?=[\d ,.']+(?:\(?\d{1,3}(?:[.,]\d+)? ?%\)?)?[ |]*$))(?:[a-z$\xa4\xc0-\xff]{0,4}\$? ?)?(?P<amount>\d[\d ,.']*\d|\d)"
    r"(?P<rest>[^\n]*)$"
)
_TOTAL = compiled(
    r"(?:grand |sub-?|sous-)?(?:total\w*|sum|montant total|ensemble)|(?:ال)?(?:مجموع|إجمالي)|المبلغ الإجمالي|التكلفة الإجمالية"
)
_DIGIT = on_demand(r"\d")
_PERCENT = compiled(r"^\s*(?:%|per ?cent|pour ?cent|في ال|ب?المائة|بالمئة)")
_FEWEST = 2
_SENTENCE = on_demand(r"[.;!?](?=\s)|\n\s*\n")
_BEFORE, _AFTER = 160, 110
_HUNDRED, _ROUNDED = Decimal(100), Decimal("0.6")
_LONGEST_PAPER = 60_000


@dataclass(slots=True)
class Row:
    """A row of a table or list, where it stands, its amount, and the total that it is part of."""

    label: str
    start: int
    end: int
    value: Decimal
    total: Decimal


def rows_told(paper: Paper) -> Iterator[Finding]:
    """Find the share of a row that its amount is not."""
    skeleton = paper.skeleton
    if len(skeleton) > _LONGEST_PAPER:
        return
    rows: list[Row] | None = None
    for start, end in paper.hits("share"):
        share = share_before(paper, start)
        if share is None or share.value >= _HUNDRED or _is_in_row(skeleton, share.start):
            continue
        begin = max(0, share.start - _BEFORE)
        stops = [stop.end() for stop in _SENTENCE.finditer(skeleton, begin, share.start)]
        begin = stops[-1] if stops else begin
        before = skeleton[begin : share.start]
        whole = _OF_WHOLE.match(skeleton, end, min(len(skeleton), end + _AFTER))
        if whole is None or _OTHERWISE.search(before) or _FRACTION_OF.search(before):
            continue
        rows = rows_of(paper) if rows is None else rows
        if not rows:
            return
        stop = _SENTENCE.search(skeleton, whole.end(), min(len(skeleton), end + _AFTER))
        after = skeleton[whole.end() : stop.start() if stop else end + _AFTER]
        row = _named_before(rows, before, after) or _named_after(rows, after)
        if row is None:
            continue
        right = row.value / row.total * _HUNDRED
        if all(
            abs(right - value) > _ROUNDED
            for value in (share.value, share.also)
            if value is not None
        ):
            yield found(
                "FIG018", share.start, end, level=Level.WARN, elsewhere=((row.start, row.end),),
                told=share.value, first=row.value, second=row.total,
                right=round(right, 1).normalize() + 0,
            )  # fmt: skip


def _is_in_row(skeleton: str, place: int) -> bool:
    begin, stop = skeleton.rfind("\n", 0, place) + 1, skeleton.find("\n", place)
    line = skeleton[begin : stop if stop >= 0 else len(skeleton)]
    match = _ROW.match(line)
    return match is not None and begin + match.start("amount") < place


def _named_before(rows: list[Row], before: str, after: str) -> Row | None:
    """Return the one row that the words before a share are about."""
    named = {one.label: one for one in rows if _stands_in(one.label, before)}
    if len(named) != 1 or not _IS_SO_MUCH.search(before):
        return None
    if any(_stands_in(one.label, after) for one in rows):
        return None  # "rooms make up 80 per cent of the cost of air travel"
    return next(iter(named.values()))


def _named_after(rows: list[Row], after: str) -> Row | None:
    """Return the one row to which a share goes: "55 per cent of the estimate goes to air travel"."""
    named = {one.label: one for one in rows if _stands_in(one.label, after)}
    if len(named) != 1 or not _GOES_TO.search(after):
        return None
    return next(iter(named.values()))


def _stands_in(label: str, words: str) -> bool:
    place = words.replace("\n", " ").find(label)
    if place < 0:
        return False
    end = place + len(label)
    return (place == 0 or label > "\x7f" or not words[place - 1].isalpha()) and not words[
        end : end + 1
    ].isalpha()


def rows_of(paper: Paper) -> list[Row]:
    """Return the named rows whose amounts come to the total below them, or to no other."""
    rows: list[Row] = []
    group: list[tuple[str, int, int, Decimal]] = []
    for label, start, end, value in (*_lines(paper), *_cells(paper), ("", 0, 0, Decimal(0))):
        if _TOTAL.match(label):
            parts = _that_make(group, value)
            rows += (Row(name, at, to, part, value) for name, at, to, part in parts)
            group = []
        elif label:
            group.append((label, start, end, value))
    labels = [one.label for one in rows]
    return [one for one in rows if labels.count(one.label) == 1]


def _that_make(
    group: list[tuple[str, int, int, Decimal]], total: Decimal
) -> list[tuple[str, int, int, Decimal]]:
    """Return the last rows that come to the total; lines of text may look like rows above them."""
    added = Decimal(0)
    for place in range(len(group) - 1, -1, -1):
        added += group[place][3]
        if added >= total:
            return group[place:] if added == total and len(group) - place >= _FEWEST else []
    return []


def _lines(paper: Paper) -> Iterator[tuple[str, int, int, Decimal]]:
    skeleton = paper.skeleton
    begin = 0
    for line in skeleton.split("\n"):
        match = _ROW.match(line) if _DIGIT.search(line) else None
        number = None
        if match is not None:
            number = next(digits_in(line, match.start("amount"), match.end("amount")), None)
        if match is not None and number is not None and not _PERCENT.match(line[number.end :]):
            yield match["label"].strip(" .-"), begin, begin + len(line), number.value
        begin += len(line) + 1


def _cells(paper: Paper) -> Iterator[tuple[str, int, int, Decimal]]:
    skeleton = paper.skeleton
    for table in paper.tables:
        for row in table.rows:
            label = skeleton[row[0].start : row[0].end].strip()
            amounts = [
                number.value
                for cell in row[1:]
                for number in digits_in(skeleton, cell.start, cell.end)
                if not _PERCENT.match(skeleton[number.end : number.end + 12])
            ]
            if label and len(amounts) == 1:
                yield label, row[0].start, row[-1].end, amounts[0]
