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
    r"|effective|gather\w*|assembl\w+|meet|(?:se )?reuni\w+|s'ouv\w+|ouv(?:r\w+|erte?|erture)|debut\w*|commenc\w+|demarr\w*|lance\w*|deploye\w*|arriv\w+|part(?:ira|iront|ent)"
    r"|quitt\w+|entr\w+ en vigueur|prend(?:ra)? effet)\b"
    r"|\bو?س?[يت](?:بدأ\w*|فتتح|فتح|نطلق|ستهل|صل|غادر|باشر|دخل حيز|سري|نتشر|جتمع\w*|لتقي|لتئم)\b|\bو?(?:تبدأ|يبدأ|بدء|افتتاح|انطلاق|وصول\w*|الوصول|الجلسة الافتتاحية|(?:ال)?حفل الافتتاح)\b)"
    r"[^.;\n]{0,90}$"
)
_AND_ENDS = compiled(
    r"[^.;:\n\d]{0,60}?(?:\b(?:and|before|then|et|puis|avant de|pour|(?:is|are) to|to)|,|\bو|\bعلى أن|\bل)\s*"
    r"(?:(?:is|are|be|will|shall|to|it|they|then|due|expected|the|its|sera|seront|etre|doit|elle|il|se|s'|qui|la|sa|س|أن)\s*){0,4}"
    r"(?:(?:seance|session|ceremonie|jour|date) (?:de |d'))?(?:(?:clos(?:e|es|ed|ing|ure)|conclud\w+|end(?:s|ed|ing)?|finish\w*|terminat\w+|complet\w+|withdr[ae]w\w*|depart\w*|leav(?:e|es|ing)"
    r"|dispers\w+|separat\w+|part|return\w*|expir\w+|laps\w+|adjourn\w*|dismantl\w*|(?:handed|turned) over|delivered|livre\w*|remise?s?|achev\w+|clo(?:t|s|tur|ra|re)\w*|termin\w+|pren(?:d|dra|nent|dront) fin|fini\w*|retir\w+"
    r"|repart\w*|depart|ferm\w+|quitt\w+|revien\w+|retour\w*|rentr\w+|separe\w*|dispers\w+)\b"
    r"|(?:و|ل)?س?[يت](?:نتهي|نهي\w*|ختتم(?:ه|ها|هم|هما)?|غادر|عود|نسحب|سحب|غلق|نقضي|كتمل|تفرق\w*|نفض\w*|نصرف\w*)\b|(?:و|ل)?(?:ال)?(?:مغادرت?ة?ه?|عودته?|اختتام\w*|ختام\w*|انتهاء|جلسة الختامية|حفل الختامي)\b)"
    r"[^.;:\n\d]{0,40}$"
)
# What an end is told by begins with one of these: soon looked for, where the whole is slow.
_MAY_END = compiled(
    r"clo[stur]|handed|turned|deliver|livr|remis|conclud|\bend|finish|termin|complet|withdr|depart|\bleav|retour|return|rentr|revien"
    r"|expir|laps|dispers|separ|\bpart\b|تفرق|نفض|نصرف|adjourn|dismantl|achev|\bfin|retir|repart|quitt|ferm|prend|نتهي|نهي|ختتم|غادر|عود"
    r"|نسحب|سحب|غلق|نقضي|كتمل|ختام|انتهاء"
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
_BEGIN_WORDS = (
    r"(?:(?:date|day|jour)s? (?:of |de |du |d')?(?:the )?|(?:(?:the|la|le) )?(?:session|ceremony|seance|ceremonie) (?:of |de |d')?|(?:تاريخ|موعد|يوم|جلسة|حفل) )?"
    r"(?:(?:official )?(?:start(?:ing|s)?|begin(?:ning|s)?|commencement|opening|opens|entry into force|arrival|departure|outbound|inauguration|check-?in|from|debut|commencement|ouverture|inauguration|entree en vigueur|depart|arrivee|aller|effet|du"
    r"|(?:ال)?(?:بداية|بدء|افتتاح|انطلاق|وصول|ذهاب|مباشرة|سريان|سفر|مغادرة)|الجلسة الافتتاحية|اليوم الأول|first day|premier jour|من|[يت](?:بدأ|فتتح)))"
    r"(?: (?:date|day|session|ceremony|on|le|du contrat|officielle|العمل|العقد|السريان|التنفيذ|الاجتماع|الدورة|الأعمال|الرسمي))?"
)
_END_WORDS = (
    r"(?:(?:date|day|jour)s? (?:of |de |du |d')?(?:the )?|(?:(?:the|la|le) )?(?:session|ceremony|seance|ceremonie) (?:of |de |d')?|(?:تاريخ|موعد|يوم|جلسة|حفل) )?"
    r"(?:(?:official )?(?:end(?:ing|s)?|finish|expiry|expiration|completion|clos(?:ing|ure|es|e)|conclusion|return|inbound|departure|check-?out|to|until|fin|expiration|achevement|cloture|retour|depart|au"
    r"|(?:ال)?(?:نهاية|انتهاء|اختتام|ختام|عودة|مغادرة|إياب)|الجلسة الختامية|اليوم الأخير|last day|dernier jour|إلى|[يت](?:نتهي|ختتم)))"
    r"(?: (?:date|day|session|ceremony|on|le|du contrat|officielle|العمل|العقد|السريان|التنفيذ|الاجتماع|الدورة|الأعمال|الرسمي))?"
)
_BEGIN_LABEL = compiled(rf"(?:^|[\n|;])\s*(?:[-*\xa4•]\s*)?{_BEGIN_WORDS}\s*:?\s*\|?\s*$")
_END_LABEL = compiled(rf"\s*(?:م\b)?\s*[\n|;]\s*(?:[-*\xa4•]\s*)?{_END_WORDS}\s*:?\s*\|?\s*")
# On one line with others each has its colon: "Opening: 7 August 2025. Closing: 9 August 2025."
_OF = r"(?: (?:of|for|de|du|des|d'|de la|de l')? ?(?:(?:the|la|le|les|l') ?)?(?:[^\W\d_'][^\W\d_']+ ?){1,4}?)?"
_BEGIN_COLON = compiled(
    rf"(?:^|[\n|;.,/(-])\s*(?:[-*\xa4•]\s*)?{_BEGIN_WORDS}(?P<of>{_OF})\s*:\s*(?:(?:the|le|on|في|يوم)\s+)?$"
)
_END_COLON = compiled(
    rf"\s*(?:م|\b)?\s*[\n|;.,/-]\s*(?:[-*\xa4•]\s*)?(?:(?:and|et)\s+|و)?{_END_WORDS}(?P<of>{_OF})\s*:\s*(?:(?:the|le|on|في|يوم)\s+)?"
)
# "The fair opens on 18 May. It will close on 20 May."
_THEN_ENDS = compiled(
    r"[^.;:\n\d]{0,50}[.;]\s+(?:(?:(?:it|they|this|elles?|ils?)\s+(?:(?:will|shall|is|are|sera|seront|doit|doivent|est|sont|then|se|s'|to|due|expected|prendra|prend)\s*){0,4}"
    r"|(?:its|their|the|la|sa|le|leur|l')\s*(?:(?:official|formal|seance|ceremonie|session|ceremony)\s+(?:de |d'|of )?)?(?=clos|cloture|conclus|end\b|fin\b))"
    r"(?:clos(?:e|es|ed|ing|ure)|conclud\w+|conclusion|end(?:s|ed|ing)?|finish\w*|terminat\w+|adjourn\w*|expir\w+|achev\w+|clo(?:t|s|tur|ra)\w*|termin\w+|fin|ferm\w+)\b"
    r"|و?س?[يت](?:نتهي|ختتم(?:ه|ها|هم|هما)?|نقضي)(?:\s+(?:أعمال[^\W\d_]*|الأعمال|الدورة|الاجتماع|المؤتمر|الورشة|الندوة|المهمة|البعثة))?\s+(?:في|يوم|بتاريخ)\b)"
    r"[^.;:\n\d]{0,40}$"
)


_OF_ENTRIES = compiled(
    r"regist|nominat|applic|submis|entr(?:y|ies)|list|tender|bids|inscri|candida|depot|offres|التسجيل|الترشيح|التقديم|القائمة|العطاءات"
)


def _are_of_one(begun: str, ended: str) -> bool:
    """Tell whether two labels are of one thing: "Opening of the fair", "Closing"."""
    begun, ended = begun.strip(), ended.strip()
    if begun and ended:
        return begun == ended
    return _OF_ENTRIES.search(begun + ended) is None


def _is_told(skeleton: str, first: DateMention, last: DateMention) -> bool:
    opens = min(first.start, first.weekday_at[0] if first.weekday_at else first.start)
    begins = min(last.start, last.weekday_at[0] if last.weekday_at else last.start)
    if _END_LABEL.fullmatch(skeleton, first.end, begins) and _BEGIN_LABEL.search(
        skeleton, max(0, opens - 60), opens
    ):
        return True
    if ":" in skeleton[first.end : begins]:
        ends = _END_COLON.fullmatch(skeleton, first.end, begins)
        led = _BEGIN_COLON.search(skeleton, max(0, opens - 60), opens) if ends else None
        return ends is not None and led is not None and _are_of_one(led["of"], ends["of"])
    if not _MAY_END.search(skeleton, first.end, begins):
        return False
    shape = _THEN_ENDS if _ANOTHER.search(skeleton, first.end, begins) else _AND_ENDS
    return bool(
        shape.match(skeleton[first.end : begins].replace("\n", " "))
        and _BEGINS.search(skeleton, max(0, opens - _BEFORE), opens)
    )
