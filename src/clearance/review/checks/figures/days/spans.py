"""Days on which a thing begins and ends, told by two verbs: "opens on 9 May and closes on 6 May".

A range that a dash or "to" tells is read with its dates; here the verbs say which day is which.
Only neighbouring days of one sentence are looked at, and only where the later stands first.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found

_BEGINS = compiled(
    r"(?:\b(?:open(?:s|ed|ing)?|beg[iu]n(?:s|ning)?|began|start(?:s|ed|ing)?|commenc(?:e|es|ed|ing)|launch\w*|inaugurat\w*"
    r"|deploy\w*|arriv(?:al|e|es|ed|ing)|leav(?:e|es|ing)|depart\w*|travel\w*|conven\w+|(?:enters?|entry) into force|takes? effect"
    r"|effective|s'ouv\w+|ouv(?:r\w+|erte?)|debut\w*|commenc\w+|demarr\w*|lance\w*|deploye\w*|arriv\w+|part(?:ira|iront|ent)"
    r"|quitt\w+|entr\w+ en vigueur|prend(?:ra)? effet)\b"
    r"|\bو?س?[يت](?:بدأ\w*|فتتح|فتح|نطلق|ستهل|صل|غادر|باشر|دخل حيز|سري|نتشر)\b|\bو?(?:تبدأ|يبدأ|بدء|افتتاح|انطلاق|وصول\w*|الوصول)\b)"
    r"[^.;\n]{0,90}$"
)
_AND_ENDS = compiled(
    r"[^.;:\n\d]{0,60}?(?:\b(?:and|before|then|et|puis|avant de|pour|(?:is|are) to|to)|,|\bو|\bعلى أن|\bل)\s*"
    r"(?:(?:is|are|be|will|shall|to|it|they|then|due|expected|sera|seront|etre|doit|elle|il|se|s'|qui|س|أن)\s*){0,4}"
    r"(?:(?:clos(?:e|es|ed|ing)|conclud\w+|end(?:s|ed|ing)?|finish\w*|terminat\w+|complet\w+|withdr[ae]w\w*|depart\w*|leav(?:e|es|ing)"
    r"|return\w*|expir\w+|laps\w+|adjourn\w*|dismantl\w*|(?:handed|turned) over|delivered|livre\w*|remise?s?|achev\w+|clo(?:t|s|tur|ra)\w*|termin\w+|pren(?:d|dra|nent|dront) fin|fini\w*|retir\w+"
    r"|repart\w*|depart|ferm\w+|quitt\w+|revien\w+|retour\w*|rentr\w+)\b"
    r"|(?:و|ل)?س?[يت](?:نتهي|نهي\w*|ختتم|غادر|عود|نسحب|سحب|غلق|نقضي|كتمل)\b|(?:و|ل)?(?:ال)?(?:مغادرت?ة?ه?|عودته?|اختتام\w*|انتهاء)\b)"
    r"[^.;:\n\d]{0,40}$"
)
# What an end is told by begins with one of these: soon looked for, where the whole is slow.
_MAY_END = compiled(
    r"clo[stur]|handed|turned|deliver|livr|remis|conclud|\bend|finish|termin|complet|withdr|depart|\bleav|retour|return|rentr|revien"
    r"|expir|laps|adjourn|dismantl|achev|\bfin|retir|repart|quitt|ferm|prend|نتهي|نهي|ختتم|غادر|عود"
    r"|نسحب|سحب|غلق|نقضي|كتمل|اختتام|انتهاء"
)
_ANOTHER = on_demand(r"[.;:\d]|\n\s*\n")  # another sentence, or other numbers between
_APART = 130  # characters between the two days
_BEFORE = 120  # characters in which the first verb stands


Span = tuple[DateMention, DateMention]


def spans(told: Iterable[Span]) -> Iterator[Finding]:
    """Find what ends, in the same sentence, on a day before the one on which it begins."""
    for first, last in told:
        if first.value and last.value and first.value > last.value:
            yield found(
                "FIG004", first.start, last.end, first=first.value, last=last.value,
            )  # fmt: skip


def told_spans(paper: Paper) -> Iterator[Span]:
    """Yield the days on which a thing begins and ends by its verbs, in the order of the text."""
    skeleton = paper.skeleton
    before: DateMention | None = None
    for one in paper.dates:
        if one.value is None or one.calendar != "gregorian":
            continue
        first, before = before, one
        if first is None or first.until is not None or not 0 < one.start - first.end < _APART:
            continue
        if not _is_told(skeleton, first, one):
            continue
        yield first, one


# "Date de debut : 1er mars 2026" above "Date de fin : 31 aout 2026", or beside it.
_BEGIN_LABEL = compiled(
    r"(?:^|[\n|;])\s*(?:[-*\xa4•]\s*)?(?:(?:date|day|jour)s? (?:of |de |du |d')?(?:the )?)?(?:start(?:ing)?|begin(?:ning)?|commencement|opening|entry into force|arrival|departure|from|debut|commencement|ouverture|entree en vigueur|depart|arrivee|effet|du|تاريخ (?:ال)?(?:بدء|بداية|مباشرة|سريان|افتتاح|سفر|مغادرة|وصول)|(?:ال)?(?:بداية|بدء|افتتاح)|من)(?: (?:date|day|on|le|du contrat|العمل|العقد|السريان|التنفيذ))?\s*:?\s*\|?\s*$"
)
_END_LABEL = compiled(
    r"\s*(?:م\b)?\s*[\n|;]\s*(?:[-*\xa4•]\s*)?(?:(?:date|day|jour)s? (?:of |de |du |d')?(?:the )?)?(?:end(?:ing)?|expiry|expiration|completion|closing|return|departure|to|until|fin|expiration|achevement|cloture|retour|depart|au|تاريخ (?:ال)?(?:انتهاء|نهاية|اختتام|عودة|مغادرة)|(?:ال)?(?:نهاية|انتهاء|اختتام)|إلى)(?: (?:date|day|on|le|du contrat|العمل|العقد|السريان|التنفيذ))?\s*:?\s*\|?\s*"
)


def _is_told(skeleton: str, first: DateMention, last: DateMention) -> bool:
    opens = min(first.start, first.weekday_at[0] if first.weekday_at else first.start)
    begins = min(last.start, last.weekday_at[0] if last.weekday_at else last.start)
    if _END_LABEL.fullmatch(skeleton, first.end, begins) and _BEGIN_LABEL.search(
        skeleton, max(0, opens - 50), opens
    ):
        return True
    if _ANOTHER.search(skeleton, first.end, begins):
        return False
    if not _MAY_END.search(skeleton, first.end, begins):
        return False
    return bool(
        _AND_ENDS.match(skeleton[first.end : begins].replace("\n", " "))
        and _BEGINS.search(skeleton, max(0, opens - _BEFORE), opens)
    )
