"""Dates against the paper's own: what is to come, what is past, and what is due before an event.

Only where the paper says when it was written; a weekday without a year is held against the year
that the paper or another place of it gives that day.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.days.leads import Lead
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number, weekday_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, told_by_its_end
from clearance.terms import Kind
from clearance.terms.calendars import MONTHS, OTHER_MONTHS, OTHER_WEEKDAYS, WEEKDAYS


def _either(*groups: Iterable[str]) -> str:
    names = dict.fromkeys(name.rstrip(".") for group in groups for name in group)
    return "|".join(
        sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True)
    )


_DAYS = _either(*WEEKDAYS.values(), *OTHER_WEEKDAYS.values())
_MONTHS = _either(*MONTHS.values(), *OTHER_MONTHS.values())
# The month is read where one is found: with it the automaton took a second to build.
_WEEKDAY_AND_DAY = rf"(?:{_DAYS})\.?,?\s+(?:the |le |الموافق |ال?موافق ل)?[0-9]"
WITHOUT_YEAR = (told_by_its_end("weekday and day", _WEEKDAY_AND_DAY),)
_READ = on_demand(
    rf"(?P<weekday>{fold(_DAYS).skeleton})\.?,?\s+\D{{0,12}}?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?,? (?:of |{fold('من').skeleton} )?"
    rf"(?P<month>{fold(_MONTHS).skeleton})(?![^\W\d_])(?P<year>\.?,?\s+(?:\S+\s+)?(?:19|20)\d\d)?"
)
_SHORT = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR})
_BESIDE = 260  # characters in which a day with its year stands
_BEHIND = 40  # characters behind a day that say what for
_LEAD = 170  # characters before a date that say what it is the date of
_EARLY, _LATE = timedelta(days=90), timedelta(days=270)  # around a letter: our guess
# Papers that are written before they are answered, with the word that leads to their date.
_EARLIER_PAPER = Lead(
    r"(?:\b(?:letter|note|memorandum|circular|report|message|communication|correspondence|cable|telegram"
    r"|invitation|lettre|circulaire|rapport|courrier|telegramme|memorandum)s?\b"
    r"|(?:رسال|مذكر|خطاب|كتاب|تعميم|برقي|تقرير)\w*)"
    r"(?:(?!\b(?:will|shall|sera|seront|avant|before|by|due|until|till|expected|قبل|حتى)\b)[^.;\n]|(?<=no)\.){0,60}?"
    r"(?:\bdated|\bof|\bdu|\bdatee? du|\ben date du|المؤرخة?|بتاريخ|الصادرة? (?:في|بتاريخ)|وتاريخ)"
    r"\s+(?:the\s+)?$",
    last="dated of du the المؤرخ المؤرخة في بتاريخ وتاريخ",
)
_DRAFT = compiled(r"\b(?:draft|projet|due|forthcoming|مشروع|المقبل|القادم)\b")
# An event told as still to come, up to the day on which it is to take place.
# "à compter du 28 novembre et jusqu'au 1er décembre": the event's own last day.
_TO_ITS_END = compiled(
    r"[ ,\n]*(?:(?:et|and|و) ?)?(?:jusqu'au|until|up to|through|to|au|حتى|إلى)"
    r"(?: (?:le|and including|يوم|غاية))?[ \n]*"
)
_TO_COME = Lead(
    r"(?:\b(?:will|shall|is to|are to) (?:be (?:held|convened|hosted|organi[sz]ed|opened)|take place|meet|open|convene|begin|start|last|run|arrive|travel|depart|leave|visit|fly)"
    r"|\b(?:se tiendr\w+|tiendra|auront? lieu|se deroulera|se derouleront|s'ouvrira|se reunira|debutera|sejournera|reunira|se rendr\w+|partir\w+|voyager\w+|effectuer\w+|visiter\w+)"
    r"|(?:س(?:تعقد|يعقد|تنعقد|ينعقد|تقام|يقام|تبدأ|يبدأ|تستضيف|يصل|تصل|تفتتح|يفتتح|يسافر|تسافر|يتوجه|تتوجه|يزور|تزور|يقوم|تقوم)|سوف)\w*)"
    r"(?:(?!\b(?:letter|resolution|report|decision|since|adopted|signed|lettre|resolution|depuis|adoptee?|rapport|المؤرخ|المعتمد|القرار|منذ)\b)[^.;\n]){0,110}?"
    r"(?:\bon|\bfrom|\bbetween|\ble|\bles|\bdu|\bun|يوم|يومي|من|في|بتاريخ|الموافق|,)\s*(?:the\s+|\d{1,2}(?:,|\s+(?:and|et|to)|\s*و|-)\s*)*$",
    last="on from between le les du un يوم يومي من في بتاريخ الموافق , the and et to و -",
)
# An event that somebody means to hold, or that is to be: whatever its verb and its place.
_PLANNED = Lead(
    r"(?:\b(?:will|shall|is to|are to|(?:intend|plan|propose|wish|mean)s? to|(?:is|are) (?:planning|preparing|proposing|due|set|scheduled|expected|planned|called) to)\s+(?:also |now |therefore |jointly |shortly )?(?:be (?:held|convened|hosted|organi[sz]ed|opened)|hold|convene|host|organi[sz]e|take place|meet|open|begin|start|assemble|gather)"
    r"|\b(?:se propose|envisage|projette|prevoit|compte|entend|souhaite|prepare|a l'intention)(?:nt)?\s+(?:d[e' ]\s?)?(?:la tenue|tenir|organiser|reunir|convoquer|accueillir|l'organisation)"
    r"|\b(?:est|sont)\s+(?:appele|prevu|programme|convoque|destine|invite)e?s?\s+(?:a|pour)?\s*(?:se (?:tenir|reunir|derouler)|avoir lieu|s'ouvrir)?|\b(?:doit|doivent|devrait|devraient|va|vont)\s+(?:se (?:tenir|reunir|derouler)|avoir lieu|s'ouvrir|tenir|reunir|organiser)"
    r"|\b(?:se reunir|se tiendr|siegera|organiser|convoquer|accueiller|accueillir|se derouler|s'ouvrir|debuter)(?:a|ont)\b"
    r"|(?<![^\W\d_])[وف]?(?:[يت]عتزم|[تي]نوي|[تي]زمع|بصدد|من (?:المقرر|المزمع|المنتظر|المتوقع|المرتقب)|(?:المقرر|المزمع|المنتظر|المرتقب) عقد\w*|س[يتن](?:لتئم|نعقد|عقد|نظم|قام|حتضن|ستضيف|جتمع|باشر|فتتح|بدأ|نطلق|جري)\w*))(?![^\W\d_])"
    r"(?:(?!\b(?:letter|report|decision|since|adopted|signed|decided|lettre|depuis|adoptee?|rapport|decide|المؤرخ|المعتمد|منذ|قررت?)\b)[^.;\n]){0,200}?"
    r"(?:\bon|\bfrom|\bbetween|\ble|\bles|\bdu|يوم|يومي|أيام|من|في|بتاريخ|,)\s*(?:the\s+|\d{1,2}(?:,|\s+(?:and|et|to|au)|\s*و|-)\s*)*$",
    last="on from between le les du يوم يومي أيام من في بتاريخ , the and et to au و -",
)
# What is received, accepted or open up to a day.
_RECEIVED_UNTIL = Lead(
    r"(?:\b(?:receiv(?:e|ed|able)|accept(?:ed|s)?|open|remains? open|taken|admitted|submitted|sent|recue?s?|acceptee?s?|ouverte?s?|admise?s?|recevables?|adressee?s?|transmise?s?|deposee?s?)"
    r"|(?<![^\W\d_])[وف]?س?(?:[تي]قبل|[تي]ستقبل|[تي]ستمر|[تي]ظل|[تي]بقي|[تي]تلقي|[تي]رسل|[تي]قدم|باب)\w*)\b"
    r"[^.;\n\d]{0,70}?(?:\buntil|\btill|\bup to|\bjusqu'au|إلى غاية|لغاية|إلى حدود|حتى|قبل نهاية|إلى نهاية)\s+(?:and including\s+|the\s+|le\s+|end of\s+|يوم\s+|تاريخ\s+|نهاية\s+|دوام\s+){0,3}$",
    last="until till to jusqu'au غاية لغاية حدود حتى نهاية including the le of يوم تاريخ دوام",
)
_WELCOME = compiled(
    r"(?:م|هـ)?[\s,]*(?:inclus\s+|included\s+)?(?:would|will|is|serait|sera|est|(?:س[يت]كون|[يت]كون))\s+(?:be\s+)?(?:(?:highly|greatly|much|most|deeply|very much|vivement|grandement|tres|particulierement|محل|موضع)\s+)?(?:appreciated|welcome\w*|apprecie\w*|bienvenue?|souhaite\w*|souhaitable|تقدير|ترحيب|امتنان)"
)
# An event told in the present, or the travel to it.
_EVENT_DAY = Lead(
    r"(?:\b(?:takes? place|(?:is|are) (?:expected|planned|scheduled)|opens?|arriv\w+|departure|departs?|a lieu|ont lieu|est prevue?|sont prevue?s|s'ouvre"
    r"|ouvrira|partiront|repartiront|repartent)\b|\bو?(?:تعقد|يعقد|تنعقد|ينعقد|تفتتح|يفتتح|يصل|تصل|المغادرة|يغادر|تغادر)\b)"
    r"[^.;\n]{0,60}?(?:\bon|\bfrom|\ble|\bles|\bdu|يوم|أيام|يومي|في|من|,)\s*(?:the\s+|\d{1,2}(?:,|\s+(?:and|et|to)|\s*و|-)\s*)*$",
    last="on from le les du يوم أيام يومي في من , the and et to و -",
)
_DEADLINE = Lead(
    r"(?:\b(?:not|no) later than|\bby|\bbefore|\bavant|\bau plus tard|\bd'ici|\bjusqu'au|\bpour"
    r"|في موعد أقصاه|قبل|في أجل أقصاه|في موعد لا يتجاوز|موعد غايته)\s+(?:the\s+|le\s+|au\s+|end of\s+|نهاية\s+|انتهاء\s+|يوم\s+|تاريخ\s+|ل?موعد\s+){0,3}$",
    last="than by before avant tard ici au the le of أقصاه قبل يتجاوز غايته نهاية انتهاء يوم تاريخ موعد pour",
)
_FOR_EVENT = compiled(
    r"\b(?:names?|nominat\w*|participants?|participation|attend\w*|delegates?|delegations?|experts?|list|confirm\w*|register|registration|reply|replies|response|answer|answers"
    r"|passports?|visas?|approval|authori[sz]ation|approbation|autorisation|passeports?|tickets|billets|speeches|working documents|documents|papers|applications|candidatures|candidates|credentials"
    r"|reponses?|participer|noms?|liste|designe\w*|inscri\w*)\b"
    r"|(?<![^\W\d_])[وفبل]{0,2}(?:رد|ردكم|الرد|الإجابة|إجابت\w*|(?:ال)?أسماء\w*|(?:ال)?اسم\w*|المشارك\w*|(?:ال)?مشارك\w*|(?:ال)?قائمة|(?:ال)?ترشيح\w*|(?:ال)?تسجيل|(?:ال)?جوازات?\w*|(?:ال)?تأشير\w*|(?:ال)?وثائق\w*|(?:ال)?موافق[ةت]\w*|(?:ال)?تذاكر|أوراق \w+)(?![^\W\d_])"
)
# What is due for the sake of what comes after it, told behind the day.
_SO_THAT = compiled(
    r"(?:م|هـ)?\s*,?\s*(?:(?:in order|so) (?:that|to|as)|prior to|before|ahead of|in (?:good|due) time|well (?:before|ahead)|afin (?:que|de)|pour que|de (?:maniere|facon|sorte)|avant|en temps (?:utile|voulu)|حتى|كي|لكي|ليتسنى|ليتم\w*|قبل|وذلك (?:قبل|حتى|ليتسنى|كي))(?![^\W\d_])"
)
# What is written when all is over.
_AFTERWARDS = compiled(
    r"\b(?:reports?|minutes|proceedings|records?|evaluation|expens\w+|invoices?|accounts?|claims?|payments?|balance|final|outcome\w*|follow-up|comments on|reimburs\w*|after|following|rapports?|comptes?|proces-verba\w+|actes|evaluation|factures?|paiements?|solde|frais|remboursement\w*|suite|apres|a l'issue)\b"
    r"|(?<![^\W\d_])[وفبل]{0,2}(?:ال)?(?:تقرير\w*|تقارير\w*|محاضر|محضر|تقييم\w*|نفقات|فواتير|فاتورة|حسابات|مصروفات|نتائج|توصيات|ختامي\w*|متابعة|بعد|عقب|إثر)(?![^\W\d_])"
)
_THEM = compiled(r"\b(?:them|these|they|it|les|ils|elles|celles-ci|ceux-ci)\b")
_MADE = compiled(
    r"(?:\b(?:made|entered into|concluded|done)\b[^.;\n]{0,30}?\bon(?: this)?|\bconclu\w*[^.;\n]{0,30}? le|أبرم [^.;\n]{0,24}?|حرر [^.;\n]{0,24}?)\s*$"
)
_SIGNED = compiled(
    r"(?:\b(?:signed|done)\b[^.;\n]{0,30}?\bon(?: this)?|\bfait a [^.;\n]{0,20}?,? le|\bsigne[^.;\n]{0,24}? le"
    r"|وقع [^.;\n]{0,24}?|أبرم [^.;\n]{0,24}?|حرر [^.;\n]{0,24}?)\s*$"
)


def times(paper: Paper) -> Iterator[Finding]:
    """Find days that do not go with the day of the paper or with one another."""
    if paper.hits("weekday and day"):
        yield from _without_year(paper)
    day = paper.dated
    if paper.kind in _SHORT or (paper.kind is Kind.REPORT and day):
        yield from _against_own(paper, day)
    elif paper.kind is Kind.CONTRACT:
        yield from _due_in_contract(paper, day)
    yield from _year_of_number(paper)
    if paper.kind in _SHORT or paper.kind is Kind.CONTRACT:
        yield from _year_beside(paper)
    if paper.kind is Kind.CONTRACT:
        yield from _of_contract(paper)
    elif paper.anatomy.date_line is not None and paper.anatomy.reference is not None:
        yield from _own_year(paper, paper.anatomy.date_line, paper.anatomy.reference)


_YEAR = on_demand(r"(?<!\d)20\d\d(?!\d)")


def _own_year(paper: Paper, line: Stretch, reference: Stretch) -> Iterator[Finding]:
    """Find a paper whose date is of another year than its number and all that it speaks of."""
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    own = next((one for one in days if line[0] <= one.start < line[1]), None)
    numbered = {int(year) for year in _YEAR.findall(paper.skeleton, *reference)}
    if own is None or len(numbered) != 1 or own.year in numbered:
        return
    year = numbered.pop()
    others = {one.year for one in days if one is not own}
    if paper.particulars.dated is not None:
        others.add(paper.particulars.dated.year)
    elif not others:
        others = {int(told) for told in _YEAR.findall(paper.skeleton, line[1])}
    near = [told for told in others if abs(told - own.year) <= 1]
    if abs(own.year - year) > 1 and not near and any(abs(told - year) <= 1 for told in others):
        yield found("FIG029", own.start, own.end, elsewhere=(reference,), date=own.value or "",
                    year=str(year))  # fmt: skip


_SYMBOL = on_demand(r"\S{8,48}")
_TOP = 250  # characters in which a paper's own symbol stands
_APART = 5  # years: a paper may speak of other years alone, but not of all others; our guess


def _year_of_number(paper: Paper) -> Iterator[Finding]:
    """Find the number or symbol of a paper whose year is far from all that the paper tells."""
    top = next((at for at, _ in paper.hits("symbol") if at < _TOP), None)
    own = paper.anatomy.reference
    if own is None and top is not None and (symbol := _SYMBOL.match(paper.skeleton, top)):
        own = symbol.span()
    years = list(_YEAR.finditer(paper.skeleton, *own)) if own else []
    if own is None or len(years) != 1:
        return
    year = int(years[0][0])
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    line = paper.anatomy.date_line
    dated = next((one for one in days if line and line[0] <= one.start < line[1]), None)
    told = {one.year for one in days}
    if paper.particulars.dated is not None:
        told.add(paper.particulars.dated.year)
    near = 1 if dated is not None and abs(dated.year - year) > 1 else _APART
    if told and all(abs(each - year) > near for each in told):
        first = dated or days[0] if days else None
        yield found(
            "FIG032", *years[0].span(), year=str(year),
            elsewhere=((first.start, first.end),) if first else (),
            other=str(dated.year if dated else max(told)),
        )  # fmt: skip


_OF_SESSION = on_demand(r"cfm|cmae|summit|sommet|session|icfm|-\d{2}/")
_SPRING = 4  # the month from which a number of the year before is no longer used; our guess


def _year_beside(paper: Paper) -> Iterator[Finding]:
    """Find the number of a letter whose year is the one after its date's, or the one before."""
    own, line = paper.anatomy.reference, paper.anatomy.date_line
    if own is None or line is None or _OF_SESSION.search(paper.skeleton, *own):
        return
    years = list(_YEAR.finditer(paper.skeleton, *own))
    days = [one for one in paper.dates if line[0] <= one.start < line[1] and one.value]
    dated = next((one for one in days if one.calendar == "gregorian"), None)
    if len(years) != 1 or dated is None or dated.value is None:
        return
    off = int(years[0][0]) - dated.value.year
    if off == 1 or (off == -1 and dated.value.month >= _SPRING):
        yield found(
            "FIG032", *years[0].span(), year=years[0][0], level=Level.WARN,
            elsewhere=((dated.start, dated.end),), other=str(dated.value.year),
        )  # fmt: skip


def _without_year(paper: Paper) -> Iterator[Finding]:
    """Find "Sunday 30 March" in a letter of a year in which it is a Monday."""
    for start, _ in paper.hits("weekday and day"):
        match = _READ.match(paper.skeleton, start)
        if match is None or match["year"]:
            continue
        if start and paper.skeleton[start - 1].isalpha() and paper.skeleton[start - 1].isascii():
            continue
        place = match.start("day")
        if any(one.start == place for one in paper.dates):
            continue  # read with the year of the date that follows it
        number, month = weekday_number(match["weekday"]), month_number(match["month"])
        day = _in_its_year(paper, place, int(match["day"]), month) if month else None
        if number is None or day is None or day.weekday() == number:
            continue
        right = {language.value: names[day.weekday()] for language, names in WEEKDAYS.items()}
        printed = {language.value: names[number] for language, names in WEEKDAYS.items()}
        yield found(
            "FIG001", *match.span("weekday"), elsewhere=((place, match.end("month")),),
            date=day, printed=printed, right=right,
        )  # fmt: skip


def _in_its_year(paper: Paper, place: int, day: int, month: int) -> date | None:
    """Return the day in the year that the paper gives it elsewhere, else the one near its own."""
    for one in paper.dates:
        if one.value and (one.day, one.month) == (day, month) and one.calendar == "gregorian":
            return one.value
    own = paper.dated
    if own is None:
        return _in_their_year(paper, place, day, month)
    for year in (own.year, own.year + 1, own.year - 1):
        try:
            told = date(year, month, day)
        except ValueError:
            continue
        if own - _EARLY <= told <= own + _LATE:
            return told
    return None


def _in_their_year(paper: Paper, place: int, day: int, month: int) -> date | None:
    """Return the day in the one year of a text that has dates of no other, one of them near."""
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    if len({one.year for one in days}) != 1:
        return None
    if all(min(abs(one.start - place), abs(one.end - place)) > _BESIDE for one in days):
        return None
    with suppress(ValueError):
        return date(days[0].year, month, day)
    return None


def _against_own(paper: Paper, dated: date | None) -> Iterator[Finding]:
    """Find papers that are answered before they are written, and past events yet to come.

    What an event needs may come too late for it in a paper without a day of its own as well.
    """
    own = dated or date.min
    body = paper.anatomy.body or (0, len(paper.text))
    held = _excluded(paper)
    event: DateMention | None = None
    for one in paper.dates:
        if one.calendar != "gregorian" or one.value is None:
            continue
        if any(first <= one.start < last for first, last in held):
            continue
        lead = _lead(paper, one)
        if one.start < body[0]:  # "Your letter of 30 July 2026: observation of the elections"
            if (
                dated
                and one.value > own
                and _EARLIER_PAPER.search(lead)
                and not _DRAFT.search(lead[-100:])
            ):
                yield found("FIG019", one.start, one.end, date=one.value, dated=own)
            continue
        if one.value > own:
            if dated and _EARLIER_PAPER.search(lead) and not _DRAFT.search(lead[-100:]):
                yield found("FIG019", one.start, one.end, date=one.value, dated=own)
            elif (
                event
                and event.value
                and one.value > event.value
                and not _TO_ITS_END.fullmatch(paper.skeleton, event.end, _begin(one))
                and _is_for_event(paper, one, lead)
            ):
                yield found(
                    "FIG021", one.start, one.end, elsewhere=((event.start, event.end),),
                    date=one.value, event=event.value,
                )  # fmt: skip
            elif one.until is not None or _TO_COME.search(lead) or _EVENT_DAY.search(lead):
                event = event or one
        elif one.value < own and (
            _TO_COME.search(lead)
            or _is_asked_by(lead)
            or _is_planned(paper, one, own)
            or _is_due(paper, one, lead, own)
        ):
            yield found("FIG020", one.start, one.end, date=one.value, dated=own)


def _begin(one: DateMention) -> int:
    """Return where a date begins, with the weekday before it."""
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _lead(paper: Paper, one: DateMention, reach: int = _LEAD) -> str:
    """Return what stands before a date and its weekday, its lines joined, its paragraphs not."""
    at = _begin(one)
    before = paper.skeleton[max(0, at - reach) : at]
    return before.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")


_ASKED = compiled(
    r"\b(?:should|must|kindly|please|grateful|requested to|are to|is to|may i ask|asked to|prie|saurai[st]? gre|voudr\w+|devr\w+|doi[tv]\w*|veuillez|attendue?s?|prieree?)\b|نأمل|نرجو|يرجى|أرجو|وآمل|موافاتنا|التكرم|المطلوب"
)
_ASKED_THEN = compiled(
    r"\b(?:was|were|had|(?:should|would|must|ought to) have|having|been|did|avait|avaient|etait|etaient|ayant|ont ete|a ete|aurait|auraient|aurai[st]?)\b|(?<![^\W\d_])(?:كان|كانت|سبق|طلبنا|طلبت)"
)


def _is_asked_by(lead: str) -> bool:
    """Tell whether something is asked for by a day: "should reach us no later than 14 May"."""
    sentence = re.split(r"[.;\n](?=\s|$)", lead)[-1]
    return bool(
        _DEADLINE.search(sentence) and _ASKED.search(sentence) and not _ASKED_THEN.search(sentence)
    )


# A last day that words say outright, and one that needs a verb of duty or of the future.
_LAST_DAY = Lead(
    r"(?:\b(?:not|no) later than|\bat the latest(?: on| by)?|\bau plus tard(?: le)?|\bd'ici(?: le| au)?|في (?:موعد|أجل|تاريخ) (?:أقصاه|غايته|لا يتجاوز)|في موعد لا يتعدى|في أجل لا يتجاوز|موعدا أقصاه|بحلول|موعد غايته)\s+(?:the\s+|le\s+|au\s+|يوم\s+|تاريخ\s+)*$",
    last="than latest on by tard ici au the le أقصاه غايته يتجاوز يتعدى بحلول يوم تاريخ موعد",
)
_AT_THE_LATEST = compiled(
    r"(?:م|هـ)?\s*,?\s*(?:at the latest|au plus tard|dernier delai|delai de rigueur|كحد أقصى|على أبعد تقدير|على أقصى تقدير)"
)
_DUTY = compiled(
    r"\b(?:shall|should|must|will|kindly|please|(?:is|are) (?:to|requested|asked|invited|expected|required|due)|grateful|devr\w+|doi(?:t|vent)|sera|seront|veuillez|prie\w*|invitee?s?|attendue?s?|tenue?s? de|reconnaissant\w*|(?:est|sont) (?:a|livr|remi|transmi|pay|vers|adress|presen|depos)\w*)\b"
    r"|(?<![^\W\d_])(?:[وف]?(?:س?[تين](?:رج|أمل|قدم|سلم|عاد|رسل|صدر|دفع|سدد|ودع|وافي|جب|نبغي|تعين|لتزم|طلب|توقع|تطلع)\w*|مدعو\w*|مطلوب\w*|المطلوب|موافاة\w*|ممتن\w*|امتنان|الامتنان|التوصل|التكرم|يرجى|نرجو|أرجو|آمل|على))(?![^\W\d_])"
)
_PAST_THEN = compiled(
    r"\b(?:was|were|had|has been|have been|did|been|having|avait|avaient|etait|etaient|devait|devaient|fallait|pouvait|pouvaient|ayant|ont ete|a ete|fut|furent|aurait|auraient|initially|originally|expired|initialement)\b|(?<![^\W\d_])(?:و?كانت?|و?قد|سبق|تم|تمت|وردت?|انتهت?|انقضى|المنتهية?|طلبنا|طلبت)(?![^\W\d_])"
)
_SENTENCE_END = on_demand(
    r"[.;\n](?=\s|$)(?<!\bm.)(?<!\bmr.)(?<!\bms.)(?<!\bdr.)(?<!\bmrs.)(?<!\bmme.)(?<!\bno.)(?<!\bart.)",
    re.DOTALL,
)
# Up to when a delegation, a contract or a visa holds: no day by which one answers.
_IN_FORCE = compiled(
    r"(?:\b(?:val(?:id|able|ide)s?|in (?:force|effect)|en vigueur|applicables?|validity|validite)\b"
    r"|(?:ساري?|نافذ|صالح|صلاحيت|مفعول)\w*)[^\W\d]{0,12}[^.;\n\d]{0,14}$"
)
_A_YEAR = timedelta(days=400)
_FAR_LEAD = 420  # characters before days in which the sentence about their event begins


def _is_due(paper: Paper, one: DateMention, lead: str, own: date) -> bool:
    """Tell whether something is still to be done by a day: "shall be delivered by 2 October"."""
    if one.value is None or own - one.value > _A_YEAR:
        return False
    sentence = _SENTENCE_END.split(lead)[-1]
    behind = _SENTENCE_END.split(paper.skeleton[one.end : one.end + 90])[0]
    told = (
        _LAST_DAY.search(sentence)
        or _AT_THE_LATEST.match(behind)
        or (_RECEIVED_UNTIL.search(sentence) and not _IN_FORCE.search(sentence))
    )
    is_wanted = _DUTY.search(sentence) or _WELCOME.match(behind)
    if not told and not (_DEADLINE.search(sentence) and is_wanted):
        return False
    return not (_PAST_THEN.search(sentence) or _ASKED_THEN.search(sentence))


def _is_planned(paper: Paper, one: DateMention, own: date) -> bool:
    """Tell whether a sentence means to hold an event on days that are past: "intends to hold"."""
    if one.value is None or own - one.value > _A_YEAR or one.until is None:
        return False
    sentence = _SENTENCE_END.split(_lead(paper, one, _FAR_LEAD))[-1]
    return _PLANNED.search(sentence) is not None and not _PAST_THEN.search(sentence[-_LEAD:])


def _excluded(paper: Paper) -> list[Stretch]:
    """Return the parts whose dates are those of acts upon the paper."""
    parts = paper.anatomy
    return [part for part in (parts.approval, parts.date_line, parts.reference) if part]


def _is_for_event(paper: Paper, one: DateMention, lead: str) -> bool:
    """Tell whether the day is the last on which what the event needs may come."""
    sentence = max(lead.rfind(". "), lead.rfind("\n"), 0)
    if not _DEADLINE.search(lead) and not _AT_THE_LATEST.match(
        paper.skeleton[one.end : one.end + 24]
    ):
        return False
    if _AFTERWARDS.search(lead, sentence) or _IN_FORCE.search(lead, sentence):
        return False
    if _THEM.search(lead, sentence):
        sentence = max(0, lead.rfind(". ", 0, sentence))
    behind = paper.skeleton[one.end : one.end + _BEHIND].replace("\n", " ")
    return bool(_FOR_EVENT.search(lead, sentence) or _SO_THAT.match(behind))


def _due_in_contract(paper: Paper, day: date | None) -> Iterator[Finding]:
    """Find what is to be delivered before the contract is made."""
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    made = next(
        (one.value for one in days if _MADE.search(paper.skeleton, max(0, one.start - 60), one.start)),
        day,
    )  # fmt: skip
    for one in days if made is not None else ():
        if one.value and made and one.value < made and _is_due(paper, one, _lead(paper, one), made):
            yield found("FIG020", one.start, one.end, date=one.value, dated=made)


def _of_contract(paper: Paper) -> Iterator[Finding]:
    """Find a contract that is made after it was signed, or after its term."""
    skeleton = paper.skeleton
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    made = signed = ends = None
    by_start = {one.start: one for one in days}
    for one in days:
        lead = skeleton[max(0, one.start - 60) : one.start]
        if made is None and _MADE.search(lead):
            made = one
        elif _SIGNED.search(lead):
            signed = one
        if one.until is not None and ends is None:
            ends = by_start.get(one.until)
    pairs = ((made, signed), (made, ends), (signed, ends))
    for late, early in pairs:
        if late and early and late.value and early.value and late.value > early.value:
            yield found(
                "FIG022", late.start, late.end, elsewhere=((early.start, early.end),),
                date=late.value, other=early.value,
            )  # fmt: skip
            return
