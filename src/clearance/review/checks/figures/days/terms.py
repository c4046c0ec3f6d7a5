"""A term told between its first day and its last: "from 1 March 2026 for two years, that is until 28 February 2028".

The words say that the length leads from the one day to the other; what they say no more of, as a
renewal or a day reckoned from a delivery, is left alone.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.days.intervals import ABOUT, reckoned
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.finding import Finding, Level
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_APART = 170  # characters between the first day and the last
_BEFORE = 90  # characters before the first day in which its verb stands
_BEGINS = compiled(
    r"(?:\b(?:from|as (?:of|from)|(?:enters?|entered|entry|coming|comes?|came) into (?:force|effect)|takes? effect|took effect|effective|begins?|began|beginning|starts?|started|starting"
    r"|commenc\w+|signed|signature|concluded|dated|appointed|recruited|engaged|assumed|runs? from|entr\w+ en vigueur|prend(?:ra)? effet|a compter d[eu]|a partir d[eu]|debut\w*|commenc\w+|court|courra|signee?s?|conclue?s?|datee?|nommee?|engagee?|recrutee?)\b"
    r"|(?<![^\W\d_])(?:و|ف)?(?:س?[يت](?:بدأ|سري|دخل)\w*|بدأت?|دخلت?|سرى|بدء\w*|بداية|اعتبارا|ابتداء|نفاذه?|سريانه?|وقع|وقعت|أبرم|أبرمت|موقعة?|الموقعة?|المبرمة?|عين|عينت|توقيعه?|من)(?![^\W\d_]))[^.;\n\d]{0,60}$"
)
# The word for the end, between the length and the last day.
_ENDS = compiled(
    r"[^.;\d]{0,50}?(?:\b(?:until|till|to|up to|through|ends?|ending|ended|expires?|expiring|expired|terminat\w+|conclud\w+|clos\w+|laps\w+|i\.e\.|that is|or|jusqu'au|au|prend(?:ra)? fin|s'achev\w+|acheve\w*|expir\w+|se termin\w+|soit|echeance|arriv\w+ a (?:echeance|terme)|terme|cloture\w*)\b"
    r"|(?<![^\W\d_])(?:و|ف|ل)?(?:حتى|إلى|لغاية|أي|س?[يت]نتهي|س?[يت]نقضي|انتهت|انتهى|نهاية|انتهاء|تاريخ انتهائه?ا?))(?![^\W\d_])[^.;\d]{0,36}$"
)
_LEADS = compiled(
    r"(?:\b(?:for|runs?|of|lasts?|lasting|period|term|duration|pour|pendant|de|duree|court|porte sur|sur|within|in|is|are|a|sous|dans les|dans un delai de)|[(,:]|(?<![^\W\d_])(?:و|ل|ب)?(?:مدة|مدته|مدتها|لمدته?|مدتهما|فترة|قدرها|البالغة|يمتد|تمتد|خلال|في غضون|أجل|طوال))\s*(?:an? |the |une |about )?$|(?<=\sل)$"
)
# What the length is reckoned from is another day than the one before it.
_OTHERWISE = compiled(
    r"\b(?:renew\w*|extend\w*|exten[st]\w*|prolong\w*|prorog\w*|renouvel\w*|reconduct\w*|notice|preavis|denonc\w*|terminate[sd]? by|before|prior|avant|after|following|apres|suivant|receipt|reception|delivery|livraison|notification|each|every|chaque|warranty|garantie|trial|essai|probation\w*|whichever|according|selon)\b"
    r"|(?<![^\W\d_])(?:تجديد\w*|[يت]جدد\w*|قابلة? للتجديد|تمديد\w*|[يت]مدد\w*|إشعار|إخطار|قبل|بعد|استلام|تسلم|كل|الضمان|تجربة|التجربة)(?![^\W\d_])"
)
FROM_OTHER = compiled(
    r"\s*(?:(?:from|of|as (?:of|from)|starting|beginning|counting|counted|running|a compter d[eu]|a partir d[eu]|suivant|من|اعتبارا|ابتداء|بدءا)\b)(?!\s*(?:that|this|the same|the said|cette|ce|ledit|de cette|hذلك|هذا|التاريخ)\b)"
)
_WITHIN = compiled(r"(?:\bwithin|\bsous|\bdans|خلال|في غضون|في أجل)\s*(?:un delai de |les |أجل )?$")
_SENTENCE = on_demand(r"[.;](?=\s)|\n\s*\n")
_IN_DAYS = {"day": 1, "night": 1, "week": 7}
_FEWEST_DAYS = 7  # fewer days are those of a meeting, which other rules count
_SCHOOL_YEAR = 92  # days by which a single year may be shorter or longer; our guess


TERMS = (
    Trigger("term told", r"[0-9a-z)][ -](?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|annees?)[^a-z]"),  # not "and"
    Trigger("term told", r"[0-9)\xc0-\xff][ -](?:يوما|أيام|أسابيع|شهرا|أشهر|شهور|سنوات|سنة|أعوام|عاما)"),
    Trigger("term told", r"(?:أسبوعين|أسبوعان|شهرين|شهران|سنتين|سنتان|عامين|عامان)"),
    Trigger("own signature", r"(?:of|on|upon|from|de|d[eu]s|depuis|تاريخ|من|عند|فور) (?:its |the |their |sa |la |leur )?(?:signature|signing|توقيع|التوقيع)"),
)  # fmt: skip


def terms(paper: Paper) -> Iterator[Finding]:
    """Find a last day to which the term told before it does not lead."""
    hits = paper.hits("term told")
    if not (hits and len(paper.dates) > 1) and "own signature" not in paper.signs:
        return
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    if "own signature" in paper.signs:
        yield from _from_signature(paper, days)
    starts = [one.start for one in days]
    told: set[int] = set()
    for start, end in hits if len(days) > 1 else ():
        behind = bisect_left(starts, end)
        pairs = (
            (behind - 1, start - _APART < _end(days, behind - 1)),  # the length between the two
            (behind, behind < len(days) and starts[behind] - end < _BEFORE),  # or before both
        )
        for place, near in pairs:
            if near and 0 <= place < len(days) - 1 and place not in told:
                finding = _compared(paper, days[place], days[place + 1])
                if finding is not None:
                    told.add(place)
                    yield finding


def _end(days: list[DateMention], place: int) -> int:
    return days[place].end if place >= 0 else 0


def _compared(paper: Paper, first: DateMention, last: DateMention) -> Finding | None:
    if first.value is None or last.value is None or first.value >= last.value:
        return None
    if not 0 < last.start - first.end < _APART:
        return None
    length = _between(paper.skeleton, first, last) or _led(paper.skeleton, first, last)
    if length is None or _leads(length, first.value, last.value):
        return None
    right = reckoned(length, first.value, 1)
    if right is None:
        return None
    if length.unit in ("month", "year"):
        right -= timedelta(days=1)
    return found(
        "FIG036", last.start, last.end, level=Level.WARN,
        elsewhere=((length.start, length.end), (first.start, first.end)),
        length=" ".join(paper.text[length.start : length.end].split()),
        first=first.value, last=last.value, right=right,
    )  # fmt: skip


_OWN_SIGNATURE = compiled(
    r"\b(?:date|day|time) of (?:its |the |their )?(?:signature|signing)|\b(?:on|upon|from|as of) (?:its |the )?(?:signature|signing)\b|\bdate de (?:sa |la |leur )?signature|\bde(?:s|puis)? (?:sa|la) signature|(?:تاريخ|من|عند|فور)\s+(?:ال)?توقيع"
)
_DONE_ON = compiled(
    r"\b(?:done|signed|made|concluded|fait|signee?|conclue?)\b[^.;\n\d]{0,70}$|(?<![^\W\d_])(?:و?حرر|و?وقع|أبرم|تحرر|صدر)(?:ت|ا)?(?![^\W\d_])[^.;\n\d]{0,70}$"
)


def _from_signature(paper: Paper, days: list[DateMention]) -> Iterator[Finding]:
    """Find "enters into force on the date of its signature for three years, until ..."."""
    skeleton = paper.skeleton
    signed: set[date] | None = None
    for last in days:
        least = max(0, last.start - _APART)
        if last.value is None or not _OWN_SIGNATURE.search(skeleton, least, last.start):
            continue
        for stop in _SENTENCE.finditer(skeleton, least, last.start):
            least = stop.end()
        own = _OWN_SIGNATURE.search(skeleton, least, last.start)
        units = list(UNIT.finditer(skeleton, own.end(), last.start)) if own else []
        length = length_at(skeleton, units[0]) if len(units) == 1 else None
        if own is None or length is None or length.start < own.end() or not _is_long(length):
            continue
        behind = skeleton[length.end : last.start].replace("\n", " ")
        gap = skeleton[own.end() : length.start].replace("\n", " ")
        if not (_LEADS.search(gap) and _ENDS.match(behind)) or RENEWED.search(gap + behind):
            continue
        if signed is None:
            signed = {
                one.value for one in days if one.value
                and _DONE_ON.search(skeleton, max(0, one.start - _BEFORE), one.start)
            }  # fmt: skip
            signed |= {paper.dated} if paper.dated and not signed else set()
        first = next(iter(signed)) if len(signed) == 1 else None
        right = reckoned(length, first, 1) if first else None
        if first is None or right is None or _leads(length, first, last.value):
            continue
        yield found(
            "FIG036", last.start, last.end, level=Level.WARN,
            elsewhere=((length.start, length.end),),
            length=" ".join(paper.text[length.start : length.end].split()),
            first=first, last=last.value, right=right - timedelta(days=1),
        )  # fmt: skip


def _between(skeleton: str, first: DateMention, last: DateMention) -> Length | None:
    """Return the only length between the two days, where words lead to it and from it."""
    opens = min(last.start, last.weekday_at[0] if last.weekday_at else last.start)
    if opens <= first.end or _SENTENCE.search(
        skeleton[first.end : opens].replace("i.e. ", "i.e._")
    ):
        return None
    units = list(UNIT.finditer(skeleton, first.end, opens))
    length = length_at(skeleton, units[0]) if len(units) == 1 else None
    if length is None or length.start < first.end or not _is_long(length):
        return None
    gap = skeleton[first.end : length.start].replace("\n", " ")
    behind = skeleton[length.end : opens].replace("\n", " ")
    if _OTHERWISE.search(gap) or _OTHERWISE.search(behind) or FROM_OTHER.match(behind):
        return None
    if any(letter.isdigit() for letter in gap + behind) or ABOUT.search(gap):
        return None
    if not _LEADS.search(gap) or not _ENDS.match(behind):
        return None
    lead = skeleton[max(0, first.start - _BEFORE) : first.start].replace("\n", " ")
    if _RENEWAL.search(lead):
        return None
    return length if _WITHIN.search(gap) or _BEGINS.search(lead) or _GOES_ON.match(gap) else None


# "1 March 2026, for two years": what follows the day says that it begins.
_GOES_ON = compiled(
    r"(?:م\b)?\s*,?\s*(?:(?:and|et|which|it|qui|il|elle)\s+)?(?:(?:for|runs?|lasts?|pour|pendant|court|dure|porte)\b|(?<![^\W\d_])(?:و?ل?مدته?ا?|و[يت]ستمر)(?![^\W\d_]))"
)
_BEGIN_VERB = compiled(
    r"[^.;\d]{0,50}?(?:\b(?:begins?|began|starts?|started|commenc\w+|runs? from|running from|debut\w*|court d\w|prend effet|from|du|a compter du|a partir du)\b|(?<![^\W\d_])(?:و?س?[يت]بدأ\w*|بدأت?|اعتبارا|ابتداء|من)(?![^\W\d_]))[^.;\d]{0,24}$"
)
_VERB = compiled(
    r"\b(?:begins?|began|starts?|started|commenc\w+|debut\w*|court|prend effet)\b|[يت]بدأ|بدأت?"
)
_END_VERB = compiled(
    r"[^.;\d]{0,20}?(?:\b(?:and|et|until|to|jusqu'au|au)\b|,|\sو|حتى|إلى)[^.;\d]{0,40}$"
)


def _led(skeleton: str, first: DateMention, last: DateMention) -> Length | None:
    """Return the length before the first day: "the warranty of one year begins on ... and ends on"."""
    least = max(0, first.start - _BEFORE)
    units = list(UNIT.finditer(skeleton, least, first.start))
    length = length_at(skeleton, units[-1]) if units else None
    if length is None or not _is_long(length) or length.unit in _IN_DAYS:
        return None
    opens = min(last.start, last.weekday_at[0] if last.weekday_at else last.start)
    gap = skeleton[length.end : first.start].replace("\n", " ")
    behind = skeleton[first.end : opens].replace("\n", " ")
    lead = skeleton[max(0, length.start - 40) : length.start]
    if ABOUT.search(lead) or RENEWED.search(gap) or RENEWED.search(behind):
        return None
    if not _BEGIN_VERB.fullmatch(gap) or not _END_VERB.fullmatch(behind):
        return None
    if first.until == last.start and not _VERB.search(gap):
        return None  # a range, whose length other rules know
    return length if _ENDS.match(behind) else None


_RENEWAL = compiled(
    r"\b(?:renew\w*|extend\w*|extens\w*|prolong\w*|prorog\w*|renouvel\w*|reconduct\w*)|(?:تجديد|[يت]جدد|تمديد|[يت]مدد)"
)
RENEWED = compiled(
    r"\b(?:renew\w*|extend\w*|exten[st]\w*|prolong\w*|prorog\w*|renouvel\w*|reconduct\w*|notice|preavis|(?<!laid )(?<!put )(?<!placed )(?<!brought )before|prior|avant|after|following|apres|suivant)\b"
    r"|(?<![^\W\d_])(?:تجديد\w*|[يت]جدد\w*|تمديد\w*|[يت]مدد\w*|إشعار|إخطار|قبل|بعد)(?![^\W\d_])"
)


def _is_long(length: Length) -> bool:
    return length.count > 0 and (
        length.unit not in _IN_DAYS or length.count * _IN_DAYS[length.unit] >= _FEWEST_DAYS
    )


def _leads(length: Length, first: date, last: date) -> bool:
    """Tell whether the term may end on that day, the first one counted or not."""
    right = reckoned(length, first, 1)
    if right is None:
        return True
    apart = abs((last - right).days)
    if length.unit in _IN_DAYS:
        slack = 4 if length.unit == "week" else 1
    elif length.unit == "year" and length.count == 1:
        slack = _SCHOOL_YEAR
        months = (last.year - first.year) * 12 + last.month - first.month
        if apart > 2 and abs(last.day - right.day) <= 1 and months in (6, 24, 36):
            return False
    else:
        slack = 2
    return apart <= slack or (length.unit == "day" and (last - first).days + 2 == length.count)
