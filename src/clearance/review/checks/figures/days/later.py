"""What a paper tells as done by its own day, though the day told is later: letters answered, approvals, sessions held.

And what comes of a paper told before it: a letter received before it was written, a reminder sent
before what it reminds of. A day of the future is told only where its verb is of the past.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.days.calendar import to_gregorian
from clearance.review.checks.figures.days.leads import Lead
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind

LATER = (
    Trigger("act of a year", r"(?:circular|order|decision|directive|memorandum|instruction|notice|bulletin|circulaire|decision|note) (?:no\.? ?|n[°o]\.? ?)[0-9]{1,4}(?:/| of | de )20[0-9]"),
    Trigger("act of a year", r"(?:تعميم|قرار|أمر|توجيه|مذكرة|القرار|الأمر|التعميم) (?:الإداري )?(?:رقم )?\(?[0-9]{1,4}\)?(?:/| ?لسنة | ?لعام )20[0-9]"),
    Trigger("reminder", r"(?:reminder|rappel|تذكير)"),
    Trigger("done before", r"(?:was|were|been|took place|approval|consent|authori[sz]ation|authority|leave|permission|granted) "),
    Trigger("done before", r"(?:a ete|ont ete|s'est|se sont|a eu lieu|ont eu lieu|agrement|accord|autorisation|approbation|visa|aval) "),
    Trigger("done before", r"(?:موافقة|إذن|بإذن|بموافقة|عقدت|انعقدت|اجتمعت|تلقت|تلقينا|وافق|وافقت|اعتمدت|أقرت|صدر|صدرت|وقعت|جرت|جرى) "),
)  # fmt: skip
SIGNS = frozenset(sign.name for sign in LATER) | {"received", "month"}
_LEAD = 150  # characters before a day that say what was done on it
_AROUND = 700  # characters between what is sent and its reminder
_APART = 90  # characters between the days of the first and of the second
# Days: a letter that is drafted to go out after a meeting tells its days in the past (our guess).
_FAR_OFF = 180
_MOST = 40  # days of a paper: a longer one is a chronicle
# No paper in which what was done is told of other papers, or what is to be done is agreed.
_KINDS = frozenset(
    {None, Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR, Kind.REPORT}
)
_ON = r"(?:\bon|\bof|\ble|\bdu|\bdated|\bdatee? du|\ben date du|في|يوم|بتاريخ|المؤرخة?(?: في)?|مؤرخة?(?: في)?)\s+(?:the\s+|يوم\s+)?$"
_ON_LAST = "on of le du dated the في يوم بتاريخ مؤرخ مؤرخة"
_DONE = Lead(
    r"\b(?:(?:was|were|has been|have been|had been)\s+(?:(?:duly|formally|already|recently|last|also|thus|then|in full|finally)\s+)?(?:approved|authori[sz]ed|granted|signed|adopted|held|convened|received|paid(?: for)?|sent|addressed|issued|concluded|completed|registered|communicated|delivered|opened|published|circulated|examined|submitted|transferred|installed|discussed|seen|cleared)"
    r"|took place|(?:a|ont)\s+(?:(?:deja|dument|ainsi|aussi|ensuite|bien)\s+)?(?:ete\s+(?:(?:deja|dument|ainsi|bien)\s+)?(?:approuve|autorise|accorde|signe|adopte|tenu|reuni|recu|paye|regle|envoye|adresse|publie|conclu|acheve|enregistre|communique|livre|ouvert|transmis|examine|soumis|verse|vise|prise)e?s?|eu lieu)"
    r"|(?:s'est|se sont)\s+(?:tenu|reuni|deroule|ouvert|acheve|clos)e?s?)\b(?P<gap>[^.;\n\d]{0,70}?)"
    + _ON,
    last=_ON_LAST,
)
_DONE_ARABIC = Lead(
    r"(?<![^\W\d_])(?:و|وقد |قد )?(?:عقدت|انعقدت|اجتمعت|تلقت|تلقينا|وافق|وافقت|اعتمدت|أقرت|صدر|صدرت|وقعت|جرت|جرى)\s(?P<gap>[^.;\n\d]{0,70}?)"
    + _ON,
    last=_ON_LAST,
)
_DONE_IN = on_demand(
    _DONE.pattern.removesuffix(pattern(_ON)).join(("(?:", "|"))
    + _DONE_ARABIC.pattern.removesuffix(pattern(_ON)).replace("(?P<gap>", "(?P<gap_>")
    + ")"
    + pattern(
        r"\s(?:in|en|de|في)\s+(?:(?:the year|l'annee|عام|سنة|شهر)\s+)?(?:(?P<month>[^\W\d_]{3,}(?: الثاني| الأول)?),?\s+)?(?P<year>20\d\d)(?![\d/-])"
    )
)
_CENTURY = "20"  # with which the year of what is done in it begins
_APPROVAL = Lead(
    r"(?:\b(?:decision|approval|consent|authori[sz]ation|permission|leave|agrement|accord|autorisation|approbation|aval)\b|(?<![^\W\d_])[وب]?(?:موافقة|إذن|قرار من))(?P<gap>[^.;\n\d]{0,80}?)"
    + _ON,
    last=_ON_LAST,
)
_IN_TEXT = compiled(
    r"\b(?:with|under|by|after|following|has|was|avec|sous|apres|a ete|a recu)\b|(?<![^\W\d_])و?(?:بعد|ب(?:موافقة|إذن))(?![^\W\d_])"
)
_GRANTED = Lead(
    r"\b(?:authority|approval|leave|delegation|authori[sz]ation)\b[^.;\n\d]{0,60}\bgranted(?P<gap>[^.;\n\d]{0,30}?)"
    + _ON,
    last=_ON_LAST,
)
_PAST = Lead(
    r"(?:(?<!\bbe )(?<!\bare )\b(?:adopted|approved|authori[sz]ed|decided|agreed|signed|met|visited|received|sent(?: us| you)?|announced|informed|opened|closed|began|ended|held)"
    r"|\b(?:a|ai|ont|avons|avez)\s+(?:adopte|approuve|autorise|decide|signe|recu|visite|annonce|ouvert|envoye|ferme|informe)"
    r"|(?<![^\W\d_])و?(?:اعتمد|أقر|وقع|زار|استقبل|أصدر|وافقتم|أبلغتم))\b(?P<gap>[^.;\n\d]{0,70}?)"
    + _ON,
    last=_ON_LAST,
)
_ENDED = Lead(
    r"(?:\b(?:year|period|quarter|half-year|months|exercice|trimestre|semestre) (?:ended|clos)|(?<![^\W\d_])المنتهية في) (?:on |le )?$",
    last="ended clos on le في",
)
_FIRST_OF = compiled(
    r"(?:\b(?:first|premiere?|former)\b|(?<![^\W\d_])(?:ال)?(?:أول|أولى|أولها|أولاها)(?![^\W\d_]))[^.;\n]{0,60}$"
)
_SECOND_OF = compiled(
    r"\s*(?:م|هـ)?\s*,?\s*(?:and|et|و)\s*(?:the |la |le |l')?(?:second|seconde|deuxieme|latter|(?:ال)?ثاني(?:ة)?|ثانيها)\b(?!\s+(?:began|begins|start|open|commenc|debut|بدأ|يبدأ|تبدأ|انطلق))(?:\s+[^\W\d_]+){0,4}?\s*(?:of|dated|on|from|du|le|المؤرخة?|في|يوم|بتاريخ)\s+(?:the\s+)?$"
)
_ANSWERED = compiled(
    r"\s*(?:م|هـ)?\s*,\s*(?:to which|which|a laquelle|auquel|التي|الذي)\s+[^.;\d\n]{0,34}?(?:replied|answered|responded|repondu|أجب\w*|أجاب\w*|رددنا|رددتم)[^.;\d\n]{0,20}?(?:on|le|في|يوم|بتاريخ)\s+(?:the\s+)?$"
)
# What is only to be done, or is done when something else has been.
_NOT_YET = compiled(
    r"\b(?:to|that|will|would|shall|should|must|may|if|once|when|until|unless|before|after|for|by|pour|que|qui sera|avant|apres|si|lorsque|des que|jusqu|sera|seront|later than|the latest|plus tard|(?:a|de|d'|se)\s+[^\W\d_]+[ei]r|(?:a|de)\s+se)\b|على أن|أقصاه|(?<![^\W\d_])(?:أن|إذا|متى|حتى|قبل|بعد|لعقد|عقد|المقرر|ستعقد|سيعقد)(?![^\W\d_])"
)
_OPEN = compiled(
    r"\b(?:subject to|pending|requires?|needs?|sous reserve|will|shall|would|should|must|may|if|once|when|until|unless|sera|seront|aura|auront|si|lorsque|des que|draft|projet)\b|(?<![^\W\d_])(?:إذا|متى|س[يت][^\W\d_]+)(?![^\W\d_])"
)
_OF_ACT = compiled(r"[^\d]{3,40}?\(?\d{1,4}\)?\s*(?:/|of|de|لسنة|لعام)\s*(?P<year>20\d\d)(?!\d)")
_FUTURE_ACT = compiled(r"\b(?:draft|projet|forthcoming|future|مشروع)\b[^.;\n]{0,30}$")
_REMINDER = compiled(r"\b(?:reminder|rappel|و?(?:ال)?تذكير)\b[^.;\n\d]{0,80}$")
_SENT = compiled(
    r"(?:\b(?:sent|addressed|circulated|dispatched|issued|transmitted|adresse|envoye|transmis|diffuse|expedie)e?s?\b|\b(?:letter|note|questionnaire|circular|lettre|circulaire)\b|(?:وجه|أرسل|عمم|أحيل|كتاب|رسال|مذكر|استبيان))[^.;\n]{0,80}$"
)
_CITED_RECEIVED = compiled(
    r"(?:\b(?:letter|note|memorandum|message|communication|lettre|courrier)\b|(?:كتاب|خطاب|رسالت|مذكرت)\w*)[^.;\n\d]{0,30}(?:\b(?:cited|above|referred|aforesaid|said|susvisee?|susmentionnee?|ci-dessus|precitee?)\b|أعلاه|المذكورة?|المشار)[^.;\n\d]{0,60}(?:\b(?:received|reached|registered|arrived|recue?|parvenue?|enregistree?)\b|(?:ال)?واردة?|وصل\w*|(?:ال)?مسجلة?|تسلم\w*|(?:ال)?مستلمة?)[^.;\n\d]{0,60}$"
)
_YOURS = Lead(
    r"(?:\b(?:your|votre|vos)\b[^.;\n]{0,60}\b(?:letter|note|memorandum|message|communication|lettre|courrier)\b|(?:كتابكم|خطابكم|رسالتكم|مذكرتكم))(?:[^.;\n]|(?<=no)\.){0,60}?(?:\bdated|\bof|\bdu|\ben date du|المؤرخة?(?: في)?|بتاريخ)\s+(?:the\s+)?$",
    last="dated of du the المؤرخ المؤرخة في بتاريخ",
)
_PERIOD = compiled(
    r"(?:\b(?:covers|covered|couvre|a porte sur|porte sur|a couvert)\b|(?<![^\W\d_])و?[يت](?:شمل|غطي|تناول)(?![^\W\d_]))[^.;\n\d]{0,60}$"
)


def later(paper: Paper) -> Iterator[Finding]:
    """Find what is told as done on a day that has not come, or before what it comes of."""
    days = [one for one in paper.dates if _day(one) is not None]
    if len(days) > _MOST:
        return
    if "received" in paper.signs:
        yield from _received(paper, days)
    if "reminder" in paper.signs:
        yield from _reminders(paper, days)
    yield from _in_order(paper, days)
    own = paper.dated
    if own is None or paper.kind not in _KINDS:
        return
    if "done before" in paper.signs:
        yield from _in_month(paper, own)
    if "act of a year" in paper.signs:
        yield from _acts(paper, own)
    if any((_day(one) or own) > own for one in days):
        yield from _done(paper, days, own)


def _day(one: DateMention) -> date | None:
    return to_gregorian(one) if one.calendar == "hijri" else one.value


def _lead(paper: Paper, one: DateMention) -> str:
    """Return what stands before a date and its weekday, its lines joined, its paragraphs not."""
    at = min(one.start, one.weekday_at[0] if one.weekday_at else one.start)
    before = paper.skeleton[max(0, at - _LEAD) : at]
    return before.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")


def _told(early: DateMention, late: DateMention) -> Finding:
    """Return the finding: ``late`` is told to come after ``early``, and its day is before it."""
    return found(
        "FIG037", late.start, late.end, level=Level.WARN, elsewhere=((early.start, early.end),),
        date=_day(late) or "", other=_day(early) or "",
    )  # fmt: skip


def _is_before(one: DateMention, other: DateMention) -> bool:
    first, second = _day(one), _day(other)
    return first is not None and second is not None and first < second


def _received(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "your letter of 10 July ... the letter cited above, which was received on 2 July"."""
    for place, one in enumerate(days):
        if not _CITED_RECEIVED.search(_lead(paper, one)):
            continue
        written = [other for other in days[:place] if _YOURS.search(_lead(paper, other))]
        if len(written) == 1 and _is_before(one, written[0]):
            yield _told(written[0], one)


def _reminders(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "was sent on 4 February; a reminder followed on 7 January"."""
    for place, one in enumerate(days):
        if not _REMINDER.search(_lead(paper, one)):
            continue
        sent = [
            other for other in days[:place]
            if other.start > one.start - _AROUND and _SENT.search(lead := _lead(paper, other))
            and not _REMINDER.search(lead)
        ]  # fmt: skip
        if sent and all(_is_before(one, other) for other in sent):
            yield _told(sent[-1], one)


def _in_order(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "the first of 10 May and the second of 2 May", "the note of 5 June, answered on 28 May"."""
    for one, other in pairwise(days):
        if not 0 < other.start - one.end < _APART or not _is_before(other, one):
            continue
        gap = paper.skeleton[one.end : _opens(other)]
        if _ANSWERED.match(gap) or (_SECOND_OF.match(gap) and _FIRST_OF.search(_lead(paper, one))):
            yield _told(one, other)


def _opens(one: DateMention) -> int:
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _acts(paper: Paper, own: date) -> Iterator[Finding]:
    """Find "Circular No. 2 of 2027 ceases to have effect" in a paper of 2026."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("act of a year"):
        match = _OF_ACT.match(skeleton, start)
        if match is None or int(match["year"]) <= own.year:
            continue
        if _FUTURE_ACT.search(skeleton, max(0, start - 50), start):
            continue
        yield found("FIG019", *match.span("year"), date=match["year"], dated=own)


def _in_month(paper: Paper, own: date) -> Iterator[Finding]:
    """Find "was held in Istanbul in November 2027" in a paper of 2026."""
    skeleton = paper.skeleton
    for start, end in paper.hits("done before")[:_MOST]:
        reach = max(0, start - 8), min(len(skeleton), end + 130)
        if skeleton.find(_CENTURY, *reach) < 0:
            continue
        tried = (_DONE_IN.match(skeleton, at, reach[1]) for at in range(reach[0], end + 1))
        match = next(filter(None, tried), None)
        if match is None or _NOT_YET.search(match["gap"] or match["gap_"] or ""):
            continue
        month = month_number(match["month"]) if match["month"] else None
        if match["month"] and month is None:
            continue
        year = int(match["year"])
        if (year, month or 0) <= (own.year, own.month if month else 0):
            continue
        before = skeleton[max(0, match.start() - 90) : match.start()]
        if _OPEN.search(re.split(r"[.;\n](?=\s|$)", before)[-1]):
            continue
        place = match.start("month") if month else match.start("year"), match.end("year")
        other = " ".join(paper.text[slice(*place)].split())
        yield found("FIG037", *place, level=Level.WARN, date=own, other=other)


def _done(paper: Paper, days: list[DateMention], own: date) -> Iterator[Finding]:
    """Find "was approved on 28 March 2026" in a paper of 1 February 2026."""
    parts = paper.anatomy
    body = parts.body or (0, len(paper.text))
    held = [part for part in (parts.date_line, parts.reference) if part]
    line = (parts.date_line,) if parts.date_line else ()
    by_start = {one.start: one for one in days}
    for one in days:
        value = _day(one)
        if one.until in by_start and paper.kind is Kind.REPORT:
            last = by_start[one.until]
            ends = _day(last)
            if ends and ends > own and _PERIOD.search(_lead(paper, one)):
                yield found(
                    "FIG037",
                    last.start,
                    last.end,
                    level=Level.WARN,
                    elsewhere=line,
                    date=own,
                    other=ends,
                )
            continue
        if one.until is not None and value is not None and (value - own).days < _FAR_OFF:
            continue
        if value is None or value <= own or not body[0] <= one.start < body[1]:
            continue
        if any(first <= one.start < last for first, last in held):
            continue
        lead = _lead(paper, one)
        sentence = re.split(r"[.;\n](?=\s|$)", lead)[-1]
        visa = parts.approval
        if visa and visa[0] <= one.start < visa[1] and not _IN_TEXT.search(sentence):
            continue  # what an officer writes upon the paper, later than it
        if _is_done(sentence) or (_is_past(sentence) and not _goes_on(paper, one)):
            yield found(
                "FIG037", one.start, one.end, level=Level.WARN, elsewhere=line,
                date=own, other=value,
            )  # fmt: skip


def _is_done(sentence: str) -> bool:
    """Tell whether the words before a day say that something was done on it."""
    shapes = (_DONE, _DONE_ARABIC, _APPROVAL, _GRANTED)
    told = next((match for shape in shapes if (match := shape.search(sentence))), None)
    return bool(
        told and not _NOT_YET.search(told["gap"]) and not _OPEN.search(sentence, 0, told.start())
    )


def _is_past(sentence: str) -> bool:
    """Tell whether a verb of the past alone says so, or a year that has ended."""
    told = _PAST.search(sentence)
    if told is None:
        ended = _ENDED.search(sentence)
        return ended is not None and _OPEN.search(sentence) is None
    return not _NOT_YET.search(told["gap"]) and not _OPEN.search(sentence, 0, told.start())


def _goes_on(paper: Paper, one: DateMention) -> bool:
    """Tell whether the sentence goes on with what is to come: "those received on 5 May will be"."""
    behind = re.split(r"[.;\n](?=\s|$)", paper.skeleton[one.end : one.end + _LEAD])[0]
    return _OPEN.search(behind) is not None
