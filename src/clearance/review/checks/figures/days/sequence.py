"""Acts told in an order that time forbids: in force before it was signed, judged before it was filed.

Only where the words themselves tie the two days to one matter: one subject with two verbs, an
application and the decision that it attacks, a text and what it says was done before it.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.days.calendar import to_gregorian
from clearance.review.finding import Finding
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.numbers import words_from
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

SEQUENCE = (
    Trigger("attacked", r"(?:annulation|annuler|annul|annulment|casser|cassation|infirmer|contre l|against|quash|set aside|appeal|إلغاء|نقض|الطعن|طعنا|ضد) "),
    Trigger("closing day", r"(?:clos|close[ds]?|closing date|deadline|date limite|cloture|آخر موعد|آخر أجل|الموعد النهائي|يغلق|تغلق|ويغلق|وتغلق)"),
    Trigger("gazette", r"(?:official gazette|official journal|journal officiel|bulletin officiel|الجريدة الرسمية|الرائد الرسمي)"),
    Trigger("text done", r"(?:done (?:at|in)|fait a|حرر (?:في|ب)|صدر (?:في|ب|عن))"),
    Trigger("received", r"(?:received|recue?s?|parvenue?s?|enregistree?s?|registered|reached|واردة?|الواردة?|وردت?|تلقت?|تسلمت?|استلمت?|المستلمة?|المسجلة?)"),
)  # fmt: skip
_ATTACK_REACH, _GAZETTE_REACH = 220, 190  # characters before a day that tell what it is of
_CLOSING_FAR, _ENTRY_REACH = 160, 110
_GAZETTE_NEAR = 110  # characters before the day in which the gazette itself is named
_GO_TOGETHER = 700  # characters between an application's day and that of what it attacks
_ATTACKED = compiled(
    r"\b(?:annul\w*|casser|cassation|infirmer|contre|against|quash\w*|set aside|appeal\w*|إلغاء|نقض|الطعن|طعنا|ضد)\b[^.;\n]{0,90}\b(?:decision|arrete?|jugement|ordonnance|judgment|judgement|ruling|order|decree|القرار|قرار|الحكم|حكم|الأمر|المرسوم)\b(?:[^.;\n]|(?<=no)\.){0,60}?(?:\bdu|\brendue? le|\brendue? en date du|\bof|\bdated|\bdelivered on|\bhanded down on|\bgiven on|بتاريخ|المؤرخة?|الصادرة?(?: في| بتاريخ)?|في)\s+(?:the\s+)?$"
)
_FILED = compiled(
    r"\b(?:recue?|received|enregistree?|registered|deposee?|filed|introduite?|lodged|submitted|وردت?|المسجلة?|سجلت?|المقدمة?|قدمت?|المودعة?|أودعت?)\b[^.;\d]{0,70}?(?:\ble|\bon|\bdu|في|بتاريخ)?\s*(?:the\s+)?$"
)
_PAPERS = r"(?:letter|note|memorandum|circular|message|communication|application|request|report|document|telegram|cable|invoice|lettre|circulaire|requete|courrier|demande|rapport|facture|(?:ال)?(?:رسالة|رسالتكم|مذكرة|مذكرتكم|كتاب|كتابكم|خطاب|خطابكم|تعميم|طلب|طلبكم|تقرير|برقية))"
_OF_PAPER = compiled(
    rf"\b{_PAPERS}\b(?:(?!\b(?:received|recue?|will|sera)\b)[^.;\n\d]|no\.? ?\S+){{0,40}}?(?:\bdated|\bof|\bdu|\bdatee? du|\ben date du|المؤرخة?(?: في)?|بتاريخ)\s+(?:the\s+)?$"
)
_RECEIVED_THEN = compiled(
    r"[\s,(]*(?:and\s+|et\s+|و|which\s+|that\s+|qui\s+|التي\s+|الذي\s+|was\s+|were\s+|a ete\s+|est\s+|nous est\s+|had been\s+|only\s+)*(?:received|reached|registered|recue?|parvenue?|enregistree?|(?:ال)?واردة?|وردت?|تسلمناها?|المستلمة?|استلمت|استلمناها?|سجلت?|المسجلة?)\b[^.;\n\d]{0,50}$"
)
_RECEIVED_FIRST = compiled(
    r"\b(?:received|have received|avons recu|a recu|ai recu|تلقينا|تسلمنا|تلقت|استلمنا|تسلمت|استلمت)\s+(?:on|le|في|بتاريخ|يوم)\s+(?:the\s+)?$"
)
_ANNOUNCED = compiled(
    r"\b(?:announced|launched|opened|published|advertised|issued|annonce\w*|lance\w*|ouvert\w*|publie\w*|أعلن\w*|المعلن\w*|أطلق\w*|فتح\w*)\b[^.;\n]{0,60}\b(?:circular|note|letter|notice|announcement|call|advertisement|circulaire|avis|appel|annonce|lettre|note|تعميم\w*|إعلان\w*|مذكرت\w*|مذكرة|رسالتنا|كتابنا)\b[^.;\n\d]{0,30}(?:\bof|\bdated|\bdu|\ben date du|المؤرخة?(?: في)?|بتاريخ|الصادرة?(?: في)?)\s+(?:the\s+)?$"
)
_CLOSES = compiled(
    r"(?:\b(?:closed?|closes|closing date|deadline|clos|close|date limite|cloture\w*)\b|آخر موعد|آخر أجل|الموعد النهائي|\b[يت]غلق)[^.;\n\d]{0,60}$"
)
_ENTRIES = r"(?:registrations?|nominations?|applications?|submissions?|bids?|entries|bidding|inscriptions?|candidatures?|depots?|offres|(?:ال)?(?:تسجيل|ترشيح|ترشيحات|ترشح|تقديم|طلبات|عروض))"
_OPENS_ON = compiled(
    rf"\b{_ENTRIES}\b[^.;\n\d]{{0,40}}\b(?:opens?|will open|begins?|starts?|is open|ouvertes?|ouvrent|s'ouvrent|debutent|[يت]فتح|[يت]بدأ)\b[^.;\n\d]{{0,25}}$|(?:[يت]فتح|[يت]بدأ)\s+(?:باب\s+)?{_ENTRIES}[^.;\n\d]{{0,25}}$"
)
_CLOSES_ON = compiled(
    rf"(?:\b(?:deadline|closing date|date limite|cloture|last day)\b|آخر موعد|الموعد النهائي)[^.;\n\d]{{0,30}}{_ENTRIES}?[^.;\n\d]{{0,30}}$|\b{_ENTRIES}\b[^.;\n\d]{{0,40}}\b(?:closes?|will close|ends?|closes|se terminent|prennent fin)\b[^.;\n\d]{{0,25}}$|(?:^|\s)و?[يت]غلق\b[^.;\n\d]{{0,25}}$|\b(?:and|et)\s+(?:will\s+)?closes?\b[^.;\n\d]{{0,20}}$"
)
_GAZETTE = compiled(
    r"(?:\bpublie?\w*\b|\bpublished\b|نشرت?|المنشورة?|وينشر)[^.;]{0,40}?(?:official gazette|official journal|journal officiel|bulletin officiel|(?:ال)?جريدة الرسمية|(?:ال)?رائد الرسمي)(?:(?!\n\n)[^.;]){0,50}?(?:\bof|\bdu|\bdated|\bissued on|الصادرة? (?:في|بتاريخ)|بتاريخ|في)\s+(?:the\s+)?$"
)
_ISSUED = compiled(
    r"\b(?:issued|done|signed|made|fait|signe|صدرت?|حرر|وقع)\b(?:(?!\n\n)[^.;]){0,90}$"
)
_NEAR_GAZETTE = 420
_DOCUMENT = compiled(
    r"\b(?:law|act|decree|decision|resolution|order|regulation|ordinance|agreement|convention|treaty|protocol|circular|loi|decret|decision|resolution|arrete|ordonnance|reglement|accord|convention|traite|protocole|circulaire|(?:ال)?(?:قانون|مرسوم|قرار|أمر|نظام|اتفاق|اتفاقية|معاهدة|بروتوكول|تعميم))\b(?:[^.;\n]|(?<=no)\.){0,50}?(?:\bof|\bdated|\bdu|\ben date du|\bsigned[^.;\n\d]{0,50} on|\badopted[^.;\n\d]{0,50} on|\bsignee?[^.;\n\d]{0,50} le|\badoptee?[^.;\n\d]{0,50} le|المؤرخة?(?: في)?|بتاريخ|الصادرة? (?:في|بتاريخ)|الموقعة?[^.;\n\d]{0,40} في)\s+(?:the\s+)?$"
)
_PAST = compiled(
    r"\b(?:signed|adopted|concluded|ratified|was done|were done|signee?s?|adoptee?s?|conclue?s?|الموقعة?|وقعت|المعتمدة?|المبرمة?|أبرمت)\b[^.;\d]{0,70}(?:\bon|\ble|في|بتاريخ)\s+(?:the\s+)?$"
)
_LATER_HAND = compiled(
    r"\b(?:amended|amend\w*|revised|modifie\w*|revise\w*|amendee?|as last|consolidated|معدل\w*|عدلت?|تعديل\w*|المعدلة?)\b|[\[{]"
)
_DONE_AT = compiled(r"(?:done (?:at|in)|fait a|حرر (?:في|ب\w+)|صدر (?:في|ب\w+))")
_DONE_IN_WORDS = on_demand(
    pattern(r"[^.;\n]{2,60}?,?\s+(?:this|on this|on the|the)\s+") + ORDINAL
    + pattern(r"\s+day\s+of\s+(?P<month>[^\W\d_]+),?\s+(?:in the year(?: of our lord)?,?\s+|of the year\s+)?(?=(?P<year>[12]\d{3}|[^\W\d_]))")
)  # fmt: skip


def sequence(paper: Paper) -> Iterator[Finding]:
    """Find days of acts that stand in the wrong order."""
    signs = paper.signs
    if len(paper.dates) < 2 and "text done" not in signs:
        return
    days = [one for one in paper.dates if _day(one) is not None]
    if "text done" in signs:
        yield from _after_done(paper, days)
    if len(days) < 2:
        return
    if "attacked" in signs:
        yield from _attacked(paper, days)
    yield from _appealed(days, paper)
    if "closing day" in signs:
        yield from _closed(paper, days)
        yield from _opened(paper, days)
    if "gazette" in signs:
        yield from _gazette(paper, days)
    if "received" in signs:
        yield from _received(paper, days)
    yield from _stages(paper, days)


def _day(one: DateMention) -> date | None:
    return to_gregorian(one) if one.calendar == "hijri" else one.value


def _behind(days: list[DateMention], signs: Sequence[Stretch], reach: int) -> list[DateMention]:
    """Return the days before which one of the signs stands so near."""
    begins = [start for start, _ in signs]
    found = []
    for one in days:
        last = bisect_left(begins, one.start) - 1
        if last >= 0 and begins[last] > one.start - reach - _WEEKDAY:
            found.append(one)
    return found


def _lead(paper: Paper, one: DateMention, reach: int) -> str:
    """Return what stands before a date and its weekday, its lines joined, its paragraphs not."""
    at = min(one.start, one.weekday_at[0] if one.weekday_at else one.start)
    before = paper.skeleton[max(0, at - reach) : at]
    return before.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n")


def _told(early: DateMention, late: DateMention) -> Finding:
    """Return the finding: ``late`` is told to come after ``early``, and its day is before it."""
    return found(
        "FIG037", late.start, late.end, elsewhere=((early.start, early.end),),
        date=_day(late) or "", other=_day(early) or "",
    )  # fmt: skip


def _is_before(one: DateMention, other: DateMention) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and first < second


def _attacked(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "received on 13 May 2023, seeks the annulment of the decision of 1 June 2023"."""
    aimed_at = _behind(days, paper.hits("attacked"), _ATTACK_REACH)
    filed: DateMention | None = None
    for one in days if aimed_at else ():
        lead = _lead(paper, one, _ATTACK_REACH)
        if filed is not None and one in aimed_at and _ATTACKED.search(lead):
            if one.start - filed.end < _GO_TOGETHER and _is_before(filed, one):
                yield _told(one, filed)
            filed = None
        elif _FILED.search(lead[-110:]):
            filed = one


_WEEKDAY = 12  # letters of a weekday before its day
_GIVEN = compiled(
    r"\b(?:judgment|judgement|decision|ruling|arret|jugement|decision|ordonnance|(?:ال)?(?:حكم|قرار))\b[^.;\n\d]{0,60}\b(?:delivered|given|rendered|issued|handed down|rendue?|صدر|الصادر)\b[^.;\n\d]{0,40}$|\bصدر (?:ال)?(?:حكم|قرار)\b[^.;\n\d]{0,40}$"
)
_AGAINST_IT = compiled(
    r"\b(?:appeal(?:ed)?|recours|pourvoi|appel|(?:ال|وال)?(?:طعن|استئناف))\b[^.;\n\d]{0,70}$"
)


def _appealed(days: list[DateMention], paper: Paper) -> Iterator[Finding]:
    """Find "the judgment was delivered on 3 May and the appeal against it lodged on 12 April"."""
    for first, second in pairwise(days):
        if second.start - first.end > 110 or not _is_before(second, first):
            continue
        gap = paper.skeleton[first.end : second.start].replace("\n", " ")
        if ";" in gap:
            continue
        if _AGAINST_IT.search(gap) and _GIVEN.search(_lead(paper, first, 120)):
            yield _told(first, second)


def _closed(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "the contest announced by our circular of 3 March was to be closed on 30 January"."""
    for first, second in pairwise(days):
        if second.start - first.end > _CLOSING_FAR or not _is_before(second, first):
            continue
        between = paper.skeleton[first.end : second.start]
        if "\n\n" in between:
            continue
        if _CLOSES.search(between.replace("\n", " ")) and _ANNOUNCED.search(
            _lead(paper, first, 150)
        ):
            yield _told(first, second)


def _opened(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "the deadline for nominations is 20 September; nominations open on 1 October"."""
    if not _behind(days, paper.hits("closing day"), _ENTRY_REACH):
        return
    closes = [one for one in days if _CLOSES_ON.search(_lead(paper, one, _ENTRY_REACH))]
    if len(closes) != 1:
        return
    opens = [one for one in days if _OPENS_ON.search(_lead(paper, one, _ENTRY_REACH))]
    if len(opens) == 1 and _is_before(closes[0], opens[0]):
        near = abs(opens[0].start - closes[0].start) < _GO_TOGETHER
        if near and opens[0].until != closes[0].start:
            yield _told(opens[0], closes[0])


def _gazette(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find a text that was published in the gazette before it was issued."""
    for one in _behind(days, paper.hits("gazette"), _GAZETTE_NEAR):
        if not _GAZETTE.search(_lead(paper, one, _GAZETTE_REACH)):
            continue
        for early in reversed(days[: days.index(one)]):
            if one.start - early.end > _NEAR_GAZETTE:
                break
            if _ISSUED.search(_lead(paper, early, 110)):
                if _is_before(one, early):
                    yield _told(early, one)
                break


def _received(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "your letter of 5 March, received on 3 March", "received on 3 March your note of 5 March"."""
    for first, second in pairwise(days):
        if second.start - first.end > 90:
            continue
        between = paper.skeleton[first.end : second.start].replace("\n", " ")
        if _RECEIVED_THEN.match(between) and _OF_PAPER.search(_lead(paper, first, 120)):
            pair = first, second
        elif _RECEIVED_FIRST.search(_lead(paper, first, 60)) and _OF_PAPER.search(between):
            pair = second, first
        else:
            continue
        if _is_before(pair[1], pair[0]):
            yield _told(*pair)


def _after_done(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find what a text says was signed or issued before it, of a day after its own."""
    skeleton = paper.skeleton
    done = [
        match for start, _ in paper.hits("text done")
        if _opens(skeleton, start) and (match := _DONE_AT.match(skeleton, start))
    ]  # fmt: skip
    if len(done) != 1:
        return
    place = done[0].end()
    own = _own_day(skeleton, place, days)
    if own is None:
        return
    day, start, end = own
    for one in days:
        value = _day(one)
        if one.end > done[0].start() or value is None or value <= day:
            continue
        lead = _lead(paper, one, 140)
        told = _DOCUMENT.search(lead) or _PAST.search(lead)
        if told is None or _LATER_HAND.search(lead[-110:]):
            continue
        word = max(0, one.start - len(lead) + told.start())
        if paper.text[word : word + 4].isupper():
            continue  # the head of another act on the same page
        yield found("FIG037", one.start, one.end, elsewhere=((start, end),), date=day, other=value)


def _opens(skeleton: str, at: int) -> bool:
    """Tell whether a line or a sentence begins there."""
    return skeleton[max(0, at - 2) : at].rstrip(" ")[-1:] in ("", "\n", ".", ";")


_DONE_REACH = 130


def _own_day(skeleton: str, place: int, days: list[DateMention]) -> tuple[date, int, int] | None:
    """Return the day on which the text was done, in digits or in words."""
    stop = place + _DONE_REACH
    line = skeleton.find("\n\n", place, stop)
    stop = line if line >= 0 else stop
    for one in days:
        value = _day(one)
        if place <= one.start < stop and value is not None and one.calendar == "gregorian":
            return value, one.start, one.end
    match = _DONE_IN_WORDS.match(skeleton.replace("\n", " "), place)
    month = month_number(match["month"]) if match else None
    if match is None or month is None:
        return None
    begin = match.end()
    year = int(match["year"]) if match["year"].isdigit() else 0
    if not year:
        words = words_from(skeleton, begin, min(len(skeleton), begin + 60))
        year = min(words.values) if words and len(words.values) == 1 else 0
    try:
        day = date(year, month, ordinal_of(match["ordinal"], match["ordinal_words"]))
    except ValueError:
        return None
    return day, place, begin


class _Stage(NamedTuple):
    """A chain of acts upon one matter, and what word tells which of them."""

    chain: str
    number: int
    words: re.Pattern[str]


_STAGES = tuple(
    _Stage(chain, number, compiled(words))
    for chain, number, words in (
        ("treaty", 1, r"\b(?:signed|concluded|done|opened for signature|signee?s?|conclue?s?|faite?s?|ouverte? a la signature|وقعت?|الموقعة?|أبرمت?|المبرمة?)\b"),
        ("treaty", 2, r"\b(?:ratified|ratifiee?s?|صدقت?|صودق|entered into force|in force|entree? en vigueur|est entree?s?|دخلت?)\b"),
        ("text", 1, r"\b(?:submitted|presented|tabled|soumise?s?|presentee?s?|deposee?s?|قدمت?|المقدمة?|عرضت?)\b"),
        ("text", 2, r"\b(?:answered|returned|repondue?s?|retournee?s?|rejected|refused|granted|accepted|rejetee?s?|refusee?s?|accordee?s?|acceptee?s?|رفضت?|قبلت?|adopted|approved|endorsed|adoptee?s?|approuvee?s?|اعتمدت?|أقرت?|المعتمدة?)\b"),
        ("text", 3, r"\b(?:entered into force|entree? en vigueur|دخلت?|published|publiee?s?|نشرت?)\b"),
        ("call", 1, r"\b(?:convened|called|invited|convoquee?s?|دعيت?|دعي)\b"),
        ("call", 2, r"\b(?:held|met|took place|tenue?s?|reunie?s?|عقدت?|انعقدت?)\b"),
        ("meeting", 1, r"\b(?:ouvertes?|opens?|opened|began|started|convened|s'est ouverte?s?|a debute|commenca|افتتحت?|بدأت?|انطلقت?)\b"),
        ("meeting", 2, r"\b(?:closes?|closes?|closed|ended|concluded|came to an end|s'est (?:close?s?|achevee?s?|terminee?s?)|a pris fin|cloturee?s?|اختتمت?|انتهت?|انتهى)\b"),
        ("work", 1, r"\b(?:begins?|starts?|commences?|launched|begun|began|started|lancee?s?|entamee?s?|commencee?s?|أطلقت?|بدأت?|بوشر)\b"),
        ("work", 2, r"\b(?:handed over|ends?|finish(?:es|ed)|is completed|closes?|completed|finished|ended|inaugurated|delivered|achevee?s?|terminee?s?|livree?s?|inauguree?s?|أنجزت?|اكتملت?|انتهت?|انتهى|افتتحت?)\b"),
        ("post", 1, r"\b(?:elected|appointed|elue?s?|nommee?s?|انتخبت?|عينت?)\b"),
        ("post", 2, r"\b(?:took office|assumed office|took up|a pris ses fonctions|prit ses fonctions|est entree? en fonctions?|تولى|تولت|باشرت?)\b"),
        ("life", 1, r"\b(?:born|nee?s?|ولدت?|مواليد)\b"),
        ("life", 2, r"\b(?:died|appointed|joined|mourut|decedee?s?|est mort|nommee?s?|توفي|توفيت|التحق)\b"),
        ("mail", 1, r"\b(?:sent|dispatched|transmitted|mailed|envoyee?s?|expediee?s?|transmise?s?|أرسلت?|بعثت?|أحيلت?)\b"),
        ("mail", 2, r"\b(?:answered|accepted|acknowledged|acceptee?s?|received|reached|arrived|recue?s?|parvenue?s?|arrivee?s?|وصلت?|وردت?|تسلمت?|استلمت?)\b"),
        ("tender", 1, r"\b(?:advertised|tendered|annoncee?s?|publie?s?|أعلن)\b"),
        ("tender", 2, r"\b(?:awarded|attribuee?s?|أرسي|رسا)\b"),
    )
)  # fmt: skip
# One subject: nothing stands between the first day and the second verb but a joint and auxiliaries.
_SAME_SUBJECT = compiled(
    r"^\s*(?:م\b|هـ)?[\s,()]*(?:(?:and|et|but|mais|then|puis|which|that|who|qui|التي|الذي|ثم|وقد|وكان|لكنها?)\s*,?\s*)?(?:[.;]\s+(?:it|he|she|they|il|elle|ils|elles|وقد|ثم|كما)\s+)?(?:(?:it|he|she|they|is|are|will|shall|be|sera|seront|has|have|had|was|were|been|only|then|later|subsequently|formally|duly|finally|a|ont|avait|ete|est|sont|fut|furent|ensuite|n'a|n'est|ne|officiellement|finalement|قد|تم|فقط)\s+)*(?:و)?(?P<verb>[^\W\d_][\w'-]*(?:\s+\S+){0,5}?)\s*(?:on|le|in|en|au|du|from|by|في|بتاريخ|يوم|منذ)?\s*(?:the\s+)?$"
)
# What a participle tells came before the verb of its sentence.
_HAVING = compiled(
    r"\b(?:having (?:been )?(?!to\b)\w+ed|ayant ete \w+ee?s?|ayant \w+e)\b[^.;,\d]{0,50}?(?:\bon|\ble|\bof|\bdu)\s+(?:the\s+)?$"
)
_BACKWARDS = compiled(
    r"\b(?:retro\w*|with effect from|avec effet|reconsidering|instead|on that of)\b"
)
_BY_ONE = compiled(r"\b(?:by|par|من قبل|من جانب)\s+\S+[^.;]*$")
_FIRST_LEAD, _GAP = 70, 130


def _stages(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "was signed on 5 May 2012 and entered into force on 3 March 2011"."""
    may_have = "having" in paper.skeleton or "ayant" in paper.skeleton
    for first, second in pairwise(days):
        if first.until == second.start or second.start - first.end > _GAP:
            continue  # a range, which has its own rule
        if not (may_have or _is_before(second, first)):
            continue
        gap = paper.skeleton[first.end : second.start].replace("\n", " ")
        is_one = "\n\n" not in paper.skeleton[first.end : second.start]
        if is_one and "." not in gap and ";" not in gap:
            absolute = "," in gap.partition("having")[0].partition("ayant")[0]
            lead = re.split(r"[.;]", _lead(paper, first, 110))[-1]
            if (
                absolute
                and _HAVING.search(gap)
                and _is_before(first, second)
                and not _HAVING.search(lead)
            ):
                yield _told(second, first)
                continue
            if _HAVING.search(lead) and _is_before(second, first) and not _BACKWARDS.search(gap):
                yield _told(first, second)
                continue
        if len(gap) > 75 or not _is_before(second, first):
            continue
        then = _SAME_SUBJECT.match(gap)
        if then is None:
            continue
        lead = re.split(r"[.;]", _lead(paper, first, _FIRST_LEAD))[-1]
        for stage in _STAGES:
            if not stage.words.match(then["verb"]):
                continue
            if stage.chain == "treaty" and _BY_ONE.search(lead):
                continue
            earlier = [
                each.number for each in _STAGES
                if each.chain == stage.chain and each.words.search(lead)
            ]  # fmt: skip
            if earlier and max(earlier) < stage.number:
                yield _told(first, second)
                break
