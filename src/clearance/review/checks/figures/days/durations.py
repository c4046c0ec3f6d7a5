"""How long something lasts against the days between which it takes place."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.checks.figures.days.as_many import one_each_day
from clearance.review.checks.figures.days.lasting import (
    THEN_HELD,
    event_before,
    lasts_so_long,
    opens_with_event,
    own_sentence,
    says_extent,
    tells_extent,
    working_days,
)
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.checks.figures.days.spans import Span
from clearance.review.checks.figures.days.terms import FROM_OTHER, RENEWED
from clearance.review.finding import Finding
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.numbers import words_before
from clearance.review.paper import Paper
from clearance.review.rules import found

_EARLIER = 140  # characters before the dates in which their duration may stand
_LATER = 260  # characters after them
_NEXT = 90  # characters of the next paragraph: "The conference will last four days"
# What says that it is the length of the event, not a time limit of something else.
_LASTS = compiled(
    r"(?:\blast(?:s|ing|ed)?|\bduration(?: (?:is|of|shall be|will be))*|\blength(?: of)?|\bspan\w*"
    r"|\bextend\w* over|\brun(?:s|ning)? (?:for|over)|\btakes? place over|\bheld over|\bterm of"
    r"|\b(?:sit|meet|continue|convene|remain)s? (?:for|over)\b|\b(?:in session|at work|assembled|gathered) (?:for|over)\b"
    r"|\b(?:sieg|poursui|tien|deroul)\w*\s+(?:pendant|durant|sur)\b"
    r"|(?:[يت](?:نعقد|عقد|تواصل|قام)|عقدت|تواصلت) (?:على مدى|على مدار|لمدة|طوال)"
    r"|\bdur(?:e|era|ent|eront|ant|ee)\b|\bs'etend\w*|\bs'etal\w*"
    r"|يستغرق|تستغرق|يستمر|تستمر|ستستمر|سيستمر|استغرقت?|استمرت?|دامت?|مدت(?:ه|ها)|(?:ال)?مدة|تمتد|يمتد|يدوم|تدوم)"
    r"(?:\s+[^\W\d_]{1,12}){0,4}?\s*:?\s*$"
)
_FOR = compiled(
    r"(?:\b(?:for|over|pour|sur) (?:a|un) total (?:of|d[e'])|(?:ب|في )مجموع|\bfor|\bfor a period of|\bover|\bover a period of|\bduring|\bpendant|\bpour"
    r"|\bpour une (?:duree|periode) d[e']|\bsur|\bsur une (?:duree|periode) d[e']"
    r"|\bd'une duree d[e']"
    r"|\bsp(?:end(?:s|ing)?|ent)|\bstay(?:s|ing)?|\bpass(?:e|era|ent|eront)|\bsejourne\w*"
    r"|\b(?:a|the|une|la|un|le) (?:period|duration|span|stay|visit|periode|duree|sejour|visite)"
    r" (?:of|d[e'])|\bpendant toute la"
    r"|لمدة|على مدى|على مدار|لفترة|فترة|مدة|طوال|طيلة|\bو?س?[يت](?:قضي|مضي|مكث)(?:\s+ال\w+)?)"
    r"(?:\s+(?:the|a|les|le|un|une))?\s*$"
)
_HOLDS = compiled(
    r"(?:\b(?:compris\w+|consists? of|includ\w+|contains?|comport\w+|comprend\w*|compt\w+)"
    r"|\bو?س?[يت](?:شمل|تضمن|ضم)(?:\s+ال\w+){0,2})\s*$"
)
# "The committee will sit six days, from ...": a verb of meeting and nothing but its subject.
_SITS = compiled(
    r"(?:\b(?:sits?|meets?|siege(?:ra|nt|ront)?|se (?:reuni\w+|tiendra)|sejourne\w*)(?:\s+[^\W\d_]+){0,3}|(?<![^\W\d_])[وف]?س?[يت](?:جتمع|نعقد|لتئم)(?:\s+[^\W\d_]+){0,3})\s*$"
)
# "Between 14 and 19 July the house will host a forum of six days": as long as they are, or nearly.
_EVENT_OF = compiled(
    r"\b(?:forum|meeting|session|conference|workshop|seminar|course|symposium|training|visit|mission|exhibition|fair|festival|camp|retreat"
    r"|reunion|atelier|seminaire|stage|colloque|formation|visite|exposition|foire|salon)\s+(?:of|lasting|de|d')\s*$"
    r"|(?<![^\W\d_])(?:ال)?(?:منتدى|اجتماعا?|ندوة|ورشة|دورة|مؤتمرا?|معرضا?|زيارة|بعثة|ملتقى) (?:من|لمدة|تستغرق|يستغرق|مدته|مدتها)\s+$"
)
_OF = compiled(r"\b(?:de|of|d'une duree de)\s*$")
_LABEL = compiled(
    r"(?:[:.(]|\n)\s*$"
)  # "Warranty. Two years from 22 January", "(9 days, 2 to 5 May)"
_BRACKET = compiled(
    r"\s*\((?:(?:from|du|des|de|من)\s+)?(?:(?:the|le)\s+)?"
)  # "3 days (2 to 4 May)"
_ASIDE = compiled(
    r"(?:م|هـ|ه)?(?:\s*,?\s*(?:inclusive|inclus(?:ivement)?|both (?:days|dates)(?: included)?|ضمنا))?[\s,)]*[(,\-]?\s*(?:i\.e\.,?|that is(?: to say)?,?|or|soit|أي|بمعدل"
    r"|in other words,?|namely|which (?:is|makes)|this (?:is|makes)|autrement dit,?|c'est-a-dire|en d'autres termes,?|و?بعبارة أخرى|بمعنى آخر|وهي|وهو"
    r"|(?:(?:thus|thereby|hence|and thus) )?(?:covering|totall?ing|representing|filling|occupying|comprising|amounting to|being|a total of|in all,?|in total,?)"
    r"|ce qui (?:represente|fait|donne)|representant|totalisant|a raison de|au total,?|en tout,?|بواقع|بمجموع|ما مجموعه|وذلك في|أي ما يعادل|ما يعادل|وهو ما يمثل)?\s*[(]?$"
)
_OF_ANOTHER = compiled(
    r"(?:\b(?:before|after|prior|ahead|following|followed|preced\w+|within|later|earlier|notice|ago"
    r"|avant|apres|suivi\w*|precede\w*|delai|preavis|moins|plus tard|working|business|ouvrables?"
    r"|ouvres)\b|قبل|بعد|خلال(?! الفترة)|يسبق|تسبق|تلي|يلي|إشعار|عمل\b|أيام العمل)"
)
_AFTER_STAY = compiled(
    r"\b(?:after|apres|بعد)\s+(?:an? |une? |the )?(?=stay|visit|sejour|visite|إقامة|زيارة)"
)
_OF_THINGS = compiled(
    r"\b(?:visas?|deliver\w+|shipment|shipping|printing|recruitment|livraison|expedition|impression|recrutement|acheminement|traitement)\b|(?:ال|لل)?تأشير|التسليم|التوريد|الشحن|الطباعة|التوظيف"
)
# "Returned on 5 February 2026, after four days in the field": what lay between the two days.
_AFTER_ALL = compiled(
    r"(?:م|هـ)?\s*,?\s*(?:after|at the end of|apres|au terme d[e']|au bout d[e']|بعد|في ختام|في نهاية)\s+(?:a (?:total|stay|absence) of |un (?:total|sejour) d[e']\s?)?$"
)
_AFTER_A = compiled(r"(?:م|هـ)?\s*,?\s*(?:after|following|at the end of) (?:an?|the|its|their)\s+$")
_STAY = compiled(r"[ -](?:stay|visit|mission|tour|trip|session|meeting|course)\b")
_SPENT = compiled(
    r"\s+(?:in|on|at|of|away|there|abroad|sur|dans|en|a|au|aux|d[e']|passes|في|على|من)\b|\s*(?:[.,;)]|$)"
)
_RETURNED = compiled(
    r"\b(?:return\w*|left|leav\w+|depart\w*|came back|withdr\w+|repart\w*|rentr\w*|revenu\w*|retourn\w*|quitt\w*|dispers\w*|separ\w*|part)\b|عاد|غادر|رجع|انسحب|تفرق|نفض|نصرف"
)
# What stands between a length and the days that it fills, not those of something else.
_TO_DAYS = compiled(
    r"(?:[(,:\-]|\b(?:from|between|on|starting|beginning|as of|commencing|du|entre|entre le|les?|des"
    r"|a compter du|a partir du)|من|بين|الفترة|في|ابتداء|اعتبارا)\s*(?:the\s*)?$"
)
_AGO = compiled(r"(?:\b(?:il y a|voici|voila|apres|after|since|depuis)|قبل|منذ|بعد)\s*$")
# "Two years, from 1 September": a length of months that its own days follow needs no other word.
_RUNS = compiled(
    r"\s*,?\s*\(?(?:(?:which|that|qui|et|and|and which)\s+)?(?:(?:will\s+|shall\s+)?(?:runs?|running|extend\w*|commenc\w+|beginning|begins?|starts?|starting|effective|lasting)|court|courra|courant"
    r"|s'etend\w*|allant|qui commence\w*|[يت](?:بدأ|متد|سري)|بدءا|اعتبارا|ابتداء)?\s*(?:from|on|du|de|between|entre|as from|من)\s*(?:the|le)?\s*"
)
_OF_WORK = compiled(r"\s*(?:working|business|ouvrables?|ouvres|عمل)\b")
_EACH = compiled(r"\s*(?:per|each|every|by|par|chacun\w*|لكل|كل)\b")
# "Two days of lectures and three of visits"
_IN_PARTS = compiled(
    r"\s+(?:of|de|d'|pour|for|من|لل?)\s*[^\W\d_]+[^\d.;\n]{0,30}?(?:\b(?:and|et)\b|\sو)[^.;\n]{0,16}?\b(?:days?|jours?|أيام|يوم|يومان|يومين|nights?|weeks?|mois|months?)\b"
)
_SENTENCE_ENDS = on_demand(r"[.;!?](?=\s)|\n\s*\n")
_SENTENCE = on_demand(r"[.;!?]\s|\n\s*\n|\d")


def durations(paper: Paper, spans: Iterable[Span]) -> Iterator[Finding]:
    """Find "will last five days" where the days told beside it are four.

    ``spans``: days on which a thing begins and ends by its verbs.
    """
    yield from _to_bare_day(paper)
    told: set[int] = set()
    all_days = (*_ranges(paper), *_listed(paper), *spans)
    alone = len({(first.value, last.value) for first, last in all_days}) == 1
    for first, last in all_days:
        if first.value is None or last.value is None or last.value < first.value:
            continue
        each = one_each_day(paper.skeleton, last.end)
        beside = (*_before(paper, first), *_after(paper, first), *_after(paper, last))
        if alone and not beside:
            beside = (*_sentences_on(paper.skeleton, last.end),)
        for length in (*beside, *((each,) if each else ())):
            if length.start in told or fits(length, first.value, last.value):
                continue
            days = (last.value - first.value).days + 1
            of_work = length.unit == "day" and _is_of_work(paper.skeleton, length)
            if of_work and days <= _SHORT and last.end <= length.start:
                if length.count in working_days(first.value, last.value):
                    continue
            elif (
                of_work or (_holds_only(paper, length) and not _leads_to(paper, length, first))
            ) and not (length.unit == "day" and length.count > days):
                continue
            if length.end < first.start and _is_of_one_before(paper, length):
                continue
            told.add(length.start)
            yield found(
                "FIG006", length.start, length.end, elsewhere=((first.start, last.end),),
                told=" ".join(paper.text[length.start : length.end].split()),
                days=days, first=first.value, last=last.value,
            )  # fmt: skip


_OWN_DAYS = 60  # characters between days and their length
_SHORT = 7  # days of which those of work are reckoned; of more, some may be holidays
_WORKING = compiled(r"\s*(?:working|business|work)[\s-]+$")


def _is_of_work(skeleton: str, length: Length) -> bool:
    """Tell whether days of work are told: "three working days", "trois jours ouvrables"."""
    unit = skeleton.rfind("day", length.start, length.end)
    return bool(
        _OF_WORK.match(skeleton, length.end)
        or (unit > 0 and _WORKING.search(skeleton, length.start, unit))
    )


def _length(skeleton: str, unit: re.Match[str]) -> Length | None:
    """Return the length whose unit stands there, one of working days too."""
    length = length_at(skeleton, unit)
    if length is not None or unit[0] not in ("days", "day"):
        return length
    working = _WORKING.search(skeleton, max(0, unit.start() - 12), unit.start())
    end = working.start() if working else 0
    bracket = skeleton[end - 1 : end] == ")"
    told = count_before(skeleton, end - bracket) if working else None
    if told is None:
        return None
    (begin, _), count = told
    words = words_before(skeleton, begin - 1) if bracket else None
    return Length(words.start if words else begin, unit.end(), count, "day")


def _is_of_one_before(paper: Paper, length: Length) -> bool:
    """Tell whether it is the length of days before it: "from 1 to 5 May for five days, and the"."""
    return any(
        0 <= length.start - last.end < _OWN_DAYS
        and first.value is not None
        and last.value is not None
        and fits(length, first.value, last.value)
        for first, last in _ranges(paper)
    )


_SOON = 34  # characters in which the word for "lasts" stands, one of these
_LAST_WORDS = compiled(r"last|continu|dur|poursui|ستمر|ستغرق|لمدة")
_LASTS_THEN = compiled(
    r"(?:م|ه)?\s*,?\s*(?:(?:and|et|it|which|qui|elle|il|will|shall|for|pour)\s+){0,3}(?:lasts?|lasting|continues?|continuing|dur(?:e|era|ant)|se poursuivra|و?س?[يت]ستمر|و?س?[يت]ستغرق|لمدة)\b"
    r"[^.;\d]{0,16}?(?P<span>[^.;]{3,34}?)[,\s]+(?:and\s+|et\s+|pour\s+|to\s+|و)?(?:will\s+)?"
    r"(?:end(?:s|ing)?|clos(?:es?|ing)|conclud(?:es?|ing)|finish(?:es|ing)?|s'achev\w+|se termin\w+|prend(?:ra)? fin|until|till|through|jusqu'(?:au|a)|س?[يت]نتهي|س?[يت]ختتم|حتى)"
    r"[^.;\d]{0,22}?(?P<day>\d{1,2})(?:st|nd|rd|th|er)?(?![\d/:]|\.\d|\s*(?:h\b|%)|\s+[^\W\d_]+\s+(?:19|20)\d\d)"
)


def _to_bare_day(paper: Paper) -> Iterator[Finding]:
    """Find "opens on Thursday, 23 April 2026 and lasts five days, ending on Saturday 25"."""
    skeleton = paper.skeleton
    for first in paper.dates:
        if first.value is None or first.calendar != "gregorian" or first.until is not None:
            continue
        if not _LAST_WORDS.search(skeleton, first.end, first.end + _SOON):
            continue
        told = _LASTS_THEN.match(skeleton, first.end)
        unit = UNIT.search(skeleton, *told.span("span")) if told else None
        length = length_at(skeleton, unit) if unit else None
        if told is None or length is None or int(told["day"]) <= first.value.day:
            continue
        try:
            last = first.value.replace(day=int(told["day"]))
        except ValueError:
            continue
        if not fits(length, first.value, last):
            yield found(
                "FIG006", length.start, length.end, elsewhere=((first.start, told.end("day")),),
                told=" ".join(paper.text[length.start : length.end].split()),
                days=(last - first.value).days + 1, first=first.value, last=last,
            )  # fmt: skip


def _holds_only(paper: Paper, length: Length) -> bool:
    """Tell whether the text says what the time holds, which may be fewer days than it has."""
    return _HOLDS.search(paper.skeleton, max(0, length.start - 40), length.start) is not None


def _leads_to(paper: Paper, length: Length, first: DateMention) -> bool:
    """Tell whether the days follow their length at once: "covers nine months from 1 January"."""
    return (
        length.end < first.start
        and _RUNS.fullmatch(paper.skeleton, length.end, first.start) is not None
    )


def _ranges(paper: Paper) -> Iterator[Span]:
    """Yield the days that open a range with those that end it."""
    by_start = {mention.start: mention for mention in paper.dates}
    for first in paper.dates:
        if first.until is not None:
            yield first, by_start[first.until]


# "for two days, on 14 and 15 December": neighbouring days that are listed.
_DAYS_LISTED = compiled(
    r"(?<![\d/.:-])\d{1,2}(?: ?, ?\d{1,2})* ?(?:,? and|,? et|et les?|و|&) ?(?:le )?$"
)
_DIGITS = on_demand(r"\d{1,2}")


def _listed(paper: Paper) -> Iterator[Span]:
    """Yield the first and the last of days that are listed and follow each other."""
    for last in paper.dates:
        if last.value is None or last.calendar != "gregorian" or last.until is not None:
            continue
        told = _DAYS_LISTED.search(paper.skeleton, max(0, last.start - 24), last.start)
        if told is None:
            continue
        days = [int(day) for day in _DIGITS.findall(told[0])]
        if [*days, last.value.day] == list(range(days[0], last.value.day + 1)) and days[0] > 0:
            value = last.value.replace(day=days[0])
            yield replace(last, start=told.start(), value=value, weekday_at=None), last


def _before(paper: Paper, first: DateMention) -> Iterator[Length]:
    """Yield "a three-day workshop from", "for four days, from", in one sentence with the dates."""
    skeleton = paper.skeleton
    opens = min(first.start, first.weekday_at[0] if first.weekday_at else first.start)
    for match in UNIT.finditer(skeleton, max(0, opens - _EARLIER), opens):
        gap = skeleton[match.end() : opens].replace("i.e. ", "ie, ")
        gap = _on_one_line(gap)
        if _OF_ANOTHER.search(gap):
            continue
        if _SENTENCE.search(gap):
            if length := _of_sentence_before(skeleton, match, opens):
                yield length
            continue
        length = length_at(skeleton, match)
        if length is None:
            continue
        lead = _on_one_line(skeleton[max(0, length.start - 50) : length.start])
        sits = len(gap) < 28 and _SITS.search(lead)
        label = len(gap) < 28 and _LABEL.search(lead)
        hyphen = skeleton[match.start() - 1] == "-" and length.unit == "day"
        leads = _FOR.search(lead) or _LASTS.search(lead) or gap.startswith(" durant")
        near = len(gap) < 40 or (len(gap) < 90 and event_before(lead))
        of_event = length.unit == "day" and near and _OF.search(lead)
        is_term = (
            length.unit in ("month", "year") and _RUNS.fullmatch(gap) and not _AGO.search(lead)
        )
        if (
            hyphen
            or is_term
            or _BRACKET.fullmatch(gap)
            or (_TO_DAYS.search(gap) and (leads or label or of_event or sits))
        ):
            yield length


def _of_sentence_before(skeleton: str, unit: re.Match[str], opens: int) -> Length | None:
    """Return the length of "The meeting will last four days. It will be held from"."""
    if not THEN_HELD.match(skeleton, unit.end(), opens):
        return None
    length = length_at(skeleton, unit)
    if length is None or not _TO_DAYS.search(skeleton, max(0, opens - 40), opens):
        return None
    begin = max(0, length.start - _NEXT)
    lasts = _LASTS.search(skeleton, begin, length.start) or lasts_so_long(skeleton, begin, length)
    return length if lasts else None


def _after(paper: Paper, last: DateMention) -> Iterator[Length]:
    """Yield "(four days)" and "It will last four days" after the dates, in their paragraph."""
    skeleton = paper.skeleton
    stop = min(len(skeleton), last.end + _LATER)
    following = next((m.start for m in paper.dates if m.start > last.end), stop)
    edge = skeleton.find("\n\n", last.end, stop)
    goes_on = edge >= 0 and not skeleton[last.end : edge].strip(" .م")  # with the next paragraph
    if goes_on:
        stop, edge = edge + _NEXT, skeleton.find("\n\n", edge + 2, edge + _NEXT)
    stop = min(stop, following, *(place for place in (edge,) if place >= 0))
    for match in UNIT.finditer(skeleton, last.end, stop):
        length = _length(skeleton, match)
        if length is None or length.start < last.end or _IN_PARTS.match(skeleton, match.end()):
            continue
        gap = _on_one_line(skeleton[last.end : length.start])
        is_wrapped = "\n" in skeleton[last.end : length.start]
        after = _SENTENCE_ENDS.split(skeleton[match.end() : match.end() + 16])[0]
        if (
            _AFTER_ALL.fullmatch(gap)
            and _SPENT.match(skeleton, length.end)
            and _RETURNED.search(skeleton, max(0, last.start - 60), last.start)
        ):
            yield length
            return
        far = max(last.end - _RENEWED_BEFORE, 0)
        if length.unit in ("month", "year") and (
            FROM_OTHER.match(skeleton, length.end) or RENEWED.search(skeleton, far, length.start)
        ):
            continue  # of a time after it, or counted from another day
        lasts = not goes_on and lasts_so_long(skeleton, last.end, length)
        if (
            (
                _OF_ANOTHER.search(_AFTER_STAY.sub(" ", own_sentence(gap) if lasts else gap))
                and not _is_within(skeleton, gap, length)
                and not (_AFTER_A.fullmatch(gap) and _STAY.match(skeleton, length.end))
            )
            or (_OF_ANOTHER.search(after) and not _OF_WORK.match(after))
            or _EACH.match(after)
            or _OF_THINGS.search(own_sentence(gap))
        ):
            continue
        if is_wrapped and length.unit not in ("day", "night"):  # another article's term of years
            continue
        near = len(gap) < 60 and not goes_on and not _SENTENCE.search(gap.replace("i.e. ", "ie "))
        begins = _BEGINS_SENTENCE.fullmatch(gap) is not None
        if (
            lasts
            or tells_extent(skeleton, last.end, length)
            or _LASTS.search(gap)
            or (begins and after.lstrip().startswith(","))
            or (len(gap) < _NEXT and _THROUGH.search(gap) and _is_longer(length, last, paper))
            or (_HOLDS.search(gap) and not goes_on)
            or (near and _FOR.search(gap))
            or (near and _ASIDE.fullmatch(gap))
            or (near and _AFTER_A.fullmatch(gap) and _STAY.match(skeleton, length.end))
            or _is_within(skeleton, gap, length)
            or (not goes_on and _EVENT_OF.search(gap) and _is_nearly(length, last, paper))
        ):
            yield length
            return


_SENTENCES_ON = 900  # characters in which a sentence of its own tells how long it lasts
_OPENING = 100  # characters of such a sentence before the length


def _sentences_on(skeleton: str, end: int) -> Iterator[Length]:
    """Yield the length in a later sentence that begins "The proceedings will last four days".

    Of the only days of a paper that end at ``end``, so that it can be of no others.
    """
    for unit in UNIT.finditer(skeleton, end, min(len(skeleton), end + _SENTENCES_ON)):
        length = _length(skeleton, unit)
        if length is None or length.unit != "day" or length.start < end:
            continue
        near = max(end, length.start - _OPENING)
        ends = [one.end() for one in _SENTENCE_ENDS.finditer(skeleton, near, length.start)]
        begin = ends[-1] if ends else 0
        lead = skeleton[begin : length.start].lstrip()
        if begin and opens_with_event(lead) and says_extent(skeleton, begin, length):
            yield length
            return


def _on_one_line(words: str) -> str:
    """Return the words with the lines of a paragraph joined; paragraphs stay apart."""
    return words if "\n\n" in words else words.replace("\n", " ")


# "From 22 to 24 May within eight days": told of the days themselves, not of what follows them.
_WITHIN = compiled(
    r"(?:م|هـ|ه)?\s*,?\s*(?:و?ذلك\s+)?(?:(?:في|و)\s?(?:غضون|خلال|ظرف)|خلال|within|in the space of|dans un delai de|dans l'espace de|en l'espace de)\s+(?:مدة\s+|فترة\s+|a period of\s+)?$"
)
_COUNTED_FROM = compiled(
    r"\s*(?:[^\W\d_]+\s+)?(?:of|from|after|following|since|de|du|des|d'|a compter|a partir|apres|suivant|من|اعتبارا|ابتداء|بعد|تلي|يلي)\b"
)


def _is_within(skeleton: str, gap: str, length: Length) -> bool:
    """Tell whether the days themselves are said to be within so many days."""
    return (
        length.unit == "day"
        and _WITHIN.fullmatch(gap) is not None
        and not _COUNTED_FROM.match(skeleton, length.end)
    )


_WHOLE_YEAR = 367
# "From 13 to 16 July. Over eight days, the delegation held talks."
_BEGINS_SENTENCE = compiled(
    r"(?:م|هـ)?\s*\.\s+(?:over|during|within|in|en|pendant|durant|sur|و?على مدى|و?على مدار|و?خلال|و?طوال)\s+(?:the |those |these |ces |les )?"
)
# Longer than the days before it no part of them can be.
_THROUGH = compiled(
    r"(?:\b(?:over|during|throughout|pendant|durant)|(?<![^\W\d_])(?:على مدى|على مدار|طوال|لمدة))\s+(?:the |those |ces |les )?$"
)


def _is_longer(length: Length, last: DateMention, paper: Paper) -> bool:
    """Tell whether a length of days is longer than the days that end before it."""
    first = next((one for one in paper.dates if one.until == last.start), None)
    if length.unit != "day" or first is None or first.value is None or last.value is None:
        return False
    return length.count > (last.value - first.value).days + 1


def _is_nearly(length: Length, last: DateMention, paper: Paper) -> bool:
    """Tell whether it is longer than the days before it, or shorter by a slip.

    What takes two days of twenty is held at some time within them.
    """
    first = next((one for one in paper.dates if one.until == last.start), None)
    if length.unit != "day" or first is None or first.value is None or last.value is None:
        return False
    days = (last.value - first.value).days + 1
    return length.count > days or 2 * length.count > days > 0


_RENEWED_BEFORE = 90  # characters before the days in which a renewal is told
_LONG = 14  # days from which the first or the last is often not counted; our guess


def fits(length: Length, first: date, last: date) -> bool:
    """Tell whether it lasts so long from the one to the other, both counted."""
    days = (last - first).days + 1
    if length.unit == "day":
        return length.count == days or (days > _LONG and length.count == days - 1)
    if length.unit == "night":
        return length.count in (days - 1, days)
    if length.unit == "week":  # from Monday to Friday as well
        return 7 * length.count - 3 <= days <= 7 * length.count + 1
    months = length.count * (12 if length.unit == "year" else 1)
    if length.unit == "year" and length.count == 1 and 270 <= days <= _WHOLE_YEAR:
        return True  # a year of a school or of a season
    after = last + timedelta(days=1)
    least = (after.year - first.year) * 12 + after.month - first.month
    if after.day == first.day:  # whole months, from the first of one to the last of another
        return months == least
    return least - 1 <= months <= least + 1 if length.unit == "month" else abs(months - least) <= 2
