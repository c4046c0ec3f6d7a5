"""Years counted from what stands beside them: known foundings, yearly events, terms, narratives.

The wide rules of ``ages`` look for two years in one sentence; these know from which year the words
themselves count: an apposition, a relative, a session told in the sentence before.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.days.ages import (
    EACH,
    FURTHEST,
    RENEWED,
    SINCE,
    count_before,
    sentence_of,
    year_told,
    years_in,
)
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

ANCHORED = (
    Trigger("yearly", r"(?:yearly|annual|annuelle?|سنوية?|consecutive?|de suite|in a row|running|in succession|(?:every|each) year|chaque annee|tous les ans|(?:كل|في كل) (?:عام|سنة)|سنويا|التوالي|متتالية)"),
    Trigger("in order", r"(?:19|20)[0-9][0-9],? (?:(?:and|et|puis) )?(?:the|la|le|l')"),
    Trigger("in order", r"(?:19|20)[0-9][0-9]م?,? وال"),
    Trigger("term from there", r"(?:leave|vacate|step down|relinquish|serve until|quitter[a-z]*|cesser[a-z]*|achever[a-z]*|resta|demeura|stayed|remained|served|يترك|يغادر|تنتهي|ظل|بقي|استمر)"),
    Trigger("plan of years", r"(?:year|ans|سنوات|أعوام|خمسية|عشرية|quinquennale?|decennale?) (?:plan|programme|strategy|framework|term|mandate|project|agreement|adopt|lanc|signe|entame|approuve|المعتمدة|التي|الذي)"),
    Trigger("years apart", r"(?:years (?:ago|earlier|before|later|after)|ans (?:plus tard|plus tot|auparavant|apres|avant)|annees (?:plus tard|plus tot|auparavant|apres|avant))"),
    Trigger("years apart", r"il y a [^.;\n]{1,24} (?:ans|annees)"),
    Trigger("years apart", r"(?:قبل|منذ|بعد|بعده|بعدها) [^.;\n]{0,24}(?:سنوات|أعوام|عاما|سنة)"),
)  # fmt: skip
_YEAR = r"(?<![\d/.,-])(?P<year>(?:18|19|20)\d\d)(?![\d/]|[.,-]\d)"
# What is known to have begun in a year, so that its anniversaries can be told.
_KNOWN = tuple(
    (compiled(words), year)
    for words, year in (
        (r"(?:\s*(?:the|founding|establishment|of|de|la|l'|des|creation|fondation|لتأسيس|لإنشاء|إنشاء|تأسيس)\s*)*(?:united nations|nations unies|organisation des nations unies|onu\b|(?:منظمة\s+)?(?:ل)?(?:ال)?أمم المتحدة)(?! (?:framework|convention|conference|security|office|convention-cadre))", 1945),
        (r"(?:\s*(?:the|of|de|la|l'|adoption|for|لاعتماد|اعتماد|ل)\s*)*(?:universal declaration of human rights|declaration universelle des droits de l'homme|(?:ل)?(?:ال)?إعلان العالمي لحقوق الإنسان)", 1948),
        (r"(?:\s*(?:the|founding|establishment|of|de|la|l'|creation|fondation|لتأسيس|لإنشاء|إنشاء|تأسيس)\s*)*(?:oic\b|oci\b|organi[sz]ation of (?:the )?islamic co|organisation de la co(?:operation|nference) islamique|(?:ل)?منظمة (?:التعاون|المؤتمر) الإسلامي)", 1969),
        (r"(?:\s*(?:the|founding|establishment|of|de|la|l'|creation|fondation|لتأسيس|لإنشاء|إنشاء|تأسيس)\s*)*(?:league of arab states|arab league|ligue des etats arabes|ligue arabe|(?:ل)?جامعة الدول العربية)", 1945),
        (r"(?:\s*(?:the|founding|establishment|of|de|la|l'|creation|fondation|لتأسيس|لإنشاء|إنشاء|تأسيس)\s*)*(?:organi[sz]ation of african unity|organisation de l'unite africaine|(?:ل)?منظمة الوحدة الأفريقية)", 1963),
        (r"(?:\s*(?:the|of|de|la|l'|adoption|and platform|du|اعتماد|لاعتماد)\s*)*(?:beijing declaration|declaration (?:et (?:du )?programme d'action )?de beijing|(?:ل)?إعلان (?:ومنهاج عمل )?بيجين)", 1995),
        (r"(?:\s*(?:the|of|de|la|l'|adoption|du|اعتماد|لاعتماد)\s*)*(?:vienna declaration and programme|declaration et (?:du )?programme d'action de vienne|(?:ل)?إعلان وبرنامج عمل فيينا)", 1993),
        (r"(?:\s*(?:the|of|de|la|ل)\s*)*(?:nakba|(?:ل)?(?:ال)?نكبة)", 1948),
    )
)  # fmt: skip
_LEAST_OFF = 5  # years: an anniversary may be spoken of some years before it and after (our guess)
_ORDINAL_BEFORE = on_demand(r"(?<!\d)" + ORDINAL + r"(?:\s+[^\W\d_]+)?\s*$")
_ORDINAL_AFTER = on_demand(pattern(r"\s*(?:السنوية\s+)?(?:ال)?\s*\(?") + ORDINAL + pattern(r"\s*"))
# "resolution 2250 of 9 December 2015, for which 2025 marks the tenth anniversary of its adoption"
_RELATIVE = compiled(
    _YEAR
    + r"[^\d.;\n]{0,30}?,?\s*(?:for which|of which|whose|dont|(?:و)?(?:ال)?ذي|(?:و)?(?:ال)?تي)\s+(?:(?:the year|l'annee|في عام|يصادف عام|عام)\s+)?(?P<until>20\d\d)\s+(?:marks?|will mark|marquera|marque|est|sera|is|يصادف|يوافق)?[^\d.;\n]{0,30}$"
)


def anchored(paper: Paper) -> Iterator[Finding]:
    """Find numbers of years that do not lead to the year from which they are told."""
    signs = paper.signs
    if "anniversary" in signs:
        yield from _of_known(paper)
    if "yearly" in signs:
        yield from _yearly(paper)
    if "term from there" in signs:
        yield from _terms(paper)
    if "years apart" in signs:
        yield from _apart(paper)
    if "plan of years" in signs:
        yield from _of_plans(paper)
    if "in order" in signs:
        yield from _in_order(paper)


def _of_known(paper: Paper) -> Iterator[Finding]:
    """Find the anniversary of a known founding, or of a relative's year, in a year that is not its own."""
    skeleton = paper.skeleton
    for start, end in paper.hits("anniversary"):
        before = _ORDINAL_BEFORE.search(skeleton, max(0, start - 50), start)
        match = before or _ORDINAL_AFTER.match(skeleton, end)
        if match is None:
            continue
        at = match.span("ordinal") if match["ordinal"] else match.span("ordinal_words")
        count = ordinal_of(match["ordinal"], match["ordinal_words"])
        own = _RELATIVE.search(skeleton, max(0, at[0] - 110), at[0])
        if own is not None:
            since, until = int(own["year"]), int(own["until"])
            if 0 < abs(until - since - count) <= FURTHEST:
                yield year_told(paper, at, count, since, until, own.span("until"))
            continue
        behind = end if before else match.end()
        since_known = next((year for shape, year in _KNOWN if shape.match(skeleton, behind)), None)
        if since_known is None:
            continue
        begin, stop = sentence_of(skeleton, start, end)
        near = years_in(skeleton, max(begin, at[0] - 130), min(stop, end + 130))
        years = {int(skeleton[slice(*one)]) for one in near}
        if years and all(
            _LEAST_OFF <= abs(year - since_known - count) <= FURTHEST for year in years
        ):
            closest = min(near, key=lambda one: abs(one[0] - at[0]))
            until = int(skeleton[slice(*closest)])
            if until > since_known:
                yield year_told(paper, at, count, since_known, until, closest)


_YEARLY_NUMBER = on_demand(
    pattern(r"(?:(?:edition|session|meeting|forum|conference|promotion|intake|class|round|دورة|الدورة|الدفعة|النسخة)\s+)?(?:ال)?")
    + ORDINAL
    + pattern(r"(?:\s+(?:edition of (?:the|its)|edition de (?:la|l'|son|sa)|edition du))?\s*(?:[^\W\d_]+\s+){0,3}?$")
)  # fmt: skip
_YEARLY_BEHIND = on_demand(
    pattern(r"(?:\s+(?!and\b|et\b|general\b)[^\W\d_]+){0,2}?\s+(?:ال)?") + ORDINAL + r"(?![^\W\d_])"
)
_EDITION = on_demand(
    pattern(r"(?:\b(?:its|his|their|sa|son|leur|en est a (?:sa|son)) |(?:نسخته|دورته|نسختها|دورتها)\s+(?:ال)?|(?:the|la|le|au|الدورة|النسخة)\s+(?:ال)?(?=\S+ (?:\S+ )?(?:edition|session|meeting|forum|round|promotion|intake|congress|conference|reunion|congres|rencontre)\b|(?<=الدورة )|(?<=النسخة )))")
    + ORDINAL
    + r"(?!\s+of (?:which|whom|them))"
)  # fmt: skip
_RUNNING = compiled(r"consecutive?|de suite|in a row|running|in succession|(?:ال)?توالي|متتالية")
_EVERY = compiled(r"annual|every|each|chaque|tous|annuel|كل|في كل|سنوي")
_LOST = 2  # years in which what is yearly may not have been held (our guess)


def _yearly(paper: Paper) -> Iterator[Finding]:
    """Find "opened in 2016, has trained its sixth yearly intake in 2025", "third year running since 2019"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("yearly"):
        begin, stop = sentence_of(skeleton, start, end)
        years = years_in(skeleton, begin, stop)
        first = _begun(skeleton, begin, years) if years else None
        if first is None:
            continue
        number = _YEARLY_NUMBER.search(skeleton, max(begin, start - 60), start)
        if number is None and skeleton[start] > "\x7f":
            number = _YEARLY_BEHIND.match(skeleton, end)
        if number is None and _EVERY.match(skeleton, start):
            number = _EDITION.search(skeleton, begin, stop)
        if number is None:
            continue
        at = number.span("ordinal") if number["ordinal"] else number.span("ordinal_words")
        count = ordinal_of(number["ordinal"], number["ordinal_words"])
        since = int(skeleton[slice(*first)])
        others = {int(skeleton[slice(*one)]) for one in years} - {since}
        if not others and (now := year_of(paper)) is not None:
            others = {now}
        if len(others) != 1:
            continue
        until = others.pop()
        most = until - since + 1
        lost = 0 if _RUNNING.match(skeleton, start) else _LOST
        if count > 1 and until > since and not most - 1 - lost <= count <= most:
            yield year_told(paper, at, count, since, until, first)


_FIRST_HELD = compiled(
    r"\b(?:first (?:one )?(?:was |having been |being )?held|first (?:edition|took place)|held for the first time|premiere (?:fois|edition|s'etant)|الأولى|لأول مرة)\b[^.;\n]{0,50}$"
)


def _begun(skeleton: str, begin: int, years: list[Stretch]) -> Stretch | None:
    """Return the year in which the sentence says that something began; None: none, or two."""
    told = []
    past = begin
    for at in years:
        least = max(past, at[0] - 70)
        if SINCE.search(skeleton, least, at[0]) or _FIRST_HELD.search(skeleton, least, at[0]):
            told.append(at)
        past = at[1]
    return told[0] if len({skeleton[slice(*at)] for at in told}) == 1 else None


def year_of(paper: Paper) -> int | None:
    """Return the year in which the paper is written: its own, else that of its latest day."""
    if paper.dated is not None:
        return paper.dated.year
    return max((one.value.year for one in paper.dates if one.value is not None), default=None)


_LENGTH = compiled(
    r"\b(?:years?|ans|annees|سنوات|أعوام|سنتين|عامين|سنة|عاما)\b(?!\s*(?:old|ago|plus|later|earlier))"
)
_TWO = compiled(r"سنتين|عامين")
_LAST_YEAR = on_demand(
    pattern(r"(?:\bin|\buntil|\bto|\bend of|\ben|\bjusqu'en|\bfin|حتى|في|عام|سنة|إلى|نهاية|العام)\s+(?:(?:the end of|of|la fin de|العام|عام|سنة)\s+)*(?:[^\W\d_]{3,9}\s+)?") + _YEAR
)  # fmt: skip
_CHOSEN = compiled(
    r"\b(?:elected|appointed|chosen|elue?s?|nommee?s?|designee?s?|\w*نتخب\w*|\w*عين\w*|\w*ختار\w*)\b"
)
_THERE = compiled(
    r"\b(?:at|by|during|lors de|a|par|pendant)\s+(?:that|this|the said|the same|cette|ladite|la meme|ce)\s+\w+|\bon that (?:day|date)|تلك|هذه|ذلك|هذا"
)
_AT_OPENING = compiled(
    r"\b(?:at|on|upon|from|since|a|des|depuis|lors de) (?:the |its |l'|la |sa |son )?(?:opening|foundation|founding|creation|inception|outset|beginning|start|ouverture|fondation|origine|debut)|(?:عند|منذ|يوم|لدى) (?:ال)?(?:افتتاح|تأسيس|إنشاء|بداي)\w*"
)
_BEFORE = 260  # characters of the sentence before


def _terms(paper: Paper) -> Iterator[Finding]:
    """Find "the members, elected for three years at that session, will leave office in 2039"."""
    skeleton = paper.skeleton
    told: set[int] = set()
    for start, end in paper.hits("term from there"):
        begin, stop = sentence_of(skeleton, start, end)
        years = years_in(skeleton, begin, stop)
        if len(years) not in (1, 2) or begin in told:
            continue
        lengths = list(_LENGTH.finditer(skeleton, begin, stop))
        if len(lengths) != 1:
            continue
        last = next(
            (m for m in _LAST_YEAR.finditer(skeleton, begin, stop) if m.start("year") == years[-1][0]), None
        )  # fmt: skip
        if len(years) == 2:
            own = _CHOSEN.search(skeleton, begin, years[0][0])
            base = years[0] if own and years[0][0] < start < years[1][0] else None
        else:
            base = _base(paper, begin, stop) if last else None
        if last is None or RENEWED.search(skeleton, begin, stop):
            continue
        unit = lengths[0]
        two = _TWO.fullmatch(unit[0]) is not None
        counted = (unit.span(), 2) if two else count_before(skeleton, unit.start())
        if base is None or counted is None:
            continue
        at, count = counted
        since, until = int(skeleton[slice(*base)]), int(skeleton[slice(*years[-1])])
        if until > since and 1 < abs(until - since - count) <= FURTHEST:
            told.add(begin)
            yield year_told(paper, at, count, since, until, years[-1])


def _base(paper: Paper, begin: int, stop: int) -> Stretch | None:
    """Return the year in which the term of the sentence begins, which another sentence tells."""
    skeleton = paper.skeleton
    if _CHOSEN.search(skeleton, begin, stop) and _THERE.search(skeleton, begin, stop):
        before = years_in(skeleton, max(0, begin - _BEFORE), begin)
        return before[-1] if before else None
    if _AT_OPENING.search(skeleton, begin, stop):
        least = max(0, begin - _BEFORE * 2)
        told = [
            at for at in years_in(skeleton, least, begin)
            if SINCE.search(skeleton, max(least, at[0] - 24), at[0])
        ]  # fmt: skip
        return told[0] if len({skeleton[slice(*at)] for at in told}) == 1 else None
    return None


_ORDER = on_demand(
    ORDINAL.replace("ordinal_words", "words").replace("?P<ordinal>", "?P<digits>")
    + r"(?P<noun>[^.;:\n\d]{1,60}?)" + _YEAR + r"[^.;:\n\d]{0,25}?" + pattern(r"(?:\band|\bet|,|\sو)\s*(?:the |la |le |l'|ال)?\s*")
    + ORDINAL + r"(?P<between>[^.;:\n\d]{1,40}?)" + _YEAR.replace("?P<year>", "?P<then>")
)  # fmt: skip


_ORDINAL_THEN = on_demand(
    r"\d{4}[^.;:\n\d]{0,25}?"
    + pattern(r"(?:\band|\bet|,|\sو)\s*(?:the |la |le |l'|ال)?\s*")
    + ORDINAL
)


def _in_order(paper: Paper) -> Iterator[Finding]:
    """Find "the tenth meeting was held in 2023 and the eleventh in 2022"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("in order"):
        if _ORDINAL_THEN.match(skeleton, start) is None:
            continue
        match = _ORDER.search(skeleton, max(0, start - 110), min(len(skeleton), end + 80))
        if match is None or match.start("year") != start:
            continue
        one = ordinal_of(match["digits"], match["words"])
        other = ordinal_of(match["ordinal"], match["ordinal_words"])
        first, then = int(match["year"]), int(match["then"])
        nouns = _NOUNS.findall(_IN_PLACE.sub("", match["between"]))
        if one == other or any(noun not in match["noun"] for noun in nouns):
            continue
        if (one < other and first > then) or (one > other and first < then):
            yield found(
                "FIG037", *match.span("then"), elsewhere=(match.span("year"),),
                date=str(first if one < other else then), other=str(then if one < other else first),
            )  # fmt: skip


_IN_PLACE = compiled(r"\b(?:in|at|a|au|en|في)\s+\S+")
_NOUNS = on_demand(r"[^\W\d_]{6,}")
_PLAN = on_demand(
    pattern(r"[^.;\n\d]{0,60}?\b(?:adopted|launched|begun|signed|approved|started|which began|adoptee?|lancee?|signee?|entamee?|approuvee?|المعتمدة?|التي اعتمدت|الذي اعتمد|التي أطلقت|التي بدأت)\b[^.;\n\d]{0,24}")
    + _YEAR
    + pattern(r"[^.;\n\d]{0,50}?\b(?:until|to|ends? in|ending in|expires? in|jusqu'en|fin|expire en|s'acheve en|حتى|في)\b(?:\s+(?:the end of|عام|نهاية|سنة))*\s+") + _YEAR.replace("?P<year>", "?P<then>")
)  # fmt: skip
_FIVE_OR_TEN = ((compiled("خمسية|quinquennale?"), 5), (compiled("عشرية|decennale?"), 10))


def _of_plans(paper: Paper) -> Iterator[Finding]:
    """Find "the five-year plan adopted in 2020 will run until 2035"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("plan of years"):
        word = next((n for shape, n in _FIVE_OR_TEN if shape.match(skeleton, start)), None)
        stop = skeleton.find(" ", start)
        counted = ((start, stop), word) if word else count_before(skeleton, start)
        match = _PLAN.match(skeleton, stop)
        if counted is None or match is None or RENEWED.search(skeleton, start, match.end()):
            continue
        since, until = int(match["year"]), int(match["then"])
        if until > since and 1 < abs(until - since - counted[1]) <= FURTHEST:
            yield year_told(paper, *counted, since, until, match.span("then"))


_UNIT = compiled(r"\b(?:years|ans|annees|سنوات|أعوام|عاما|سنة)\b")
_AGO = compiled(r"\b(?:ago|il y a|قبل|منذ)\b")
_EARLIER = compiled(r"\b(?:earlier|before|plus tot|auparavant|avant)\b")
_THEN_YEAR = on_demand(
    pattern(r"\s*(?:(?:later|after|ago|earlier|before|plus tard|plus tot|apres|auparavant|من ذلك|بعد ذلك)\b)?\s*,?\s*(?:(?:that is|i\.e\.|namely|soit|c'est-a-dire|أي|وذلك)\s*,?\s*)?(?:in|en|on|le|la|du|au|by|vers|في|بتاريخ|عام|سنة)\s+(?:(?:عام|سنة|the year|l'annee)\s+)?(?:(?:from |les? )?\d{0,2}\s*(?:(?:to|au|et|and|إلى|و)\s*\d{1,2}\s+)?(?:[^\W\d_]+\.?\s+){0,2})?") + _YEAR
)  # fmt: skip
_YEAR_THEN = on_demand(
    _YEAR
    + pattern(r"م?\s*,?\s*(?:\(\s*)?(?:(?:that is|i\.e\.|namely|soit|c'est-a-dire|أي|وذلك)\s*,?\s*)?(?:(?:some|exactly|just|only|il y a|قبل|منذ|بعد)\s+)?$")
)  # fmt: skip
_LED = compiled(r"(?:il y a|قبل|منذ|بعد)\s+(?:ذلك\s+)?(?:ب)?$")
_BACK = 200  # characters in which the year stands from which a narrative counts on
_STEPS = on_demand(r"\n\s*\n")


def _apart(paper: Paper) -> Iterator[Finding]:
    """Find "in 2023, that is five years ago", "the fire of 2009 ...; rebuilt six years later, in 2013"."""
    skeleton = paper.skeleton
    done: set[int] = set()
    for start, end in paper.hits("years apart"):
        unit = next(iter(_UNIT.finditer(skeleton, start, end)), None)
        counted = count_before(skeleton, unit.start()) if unit else None
        if unit is None or counted is None or unit.start() in done:
            continue
        if EACH.search(skeleton, max(0, counted[0][0] - 12), counted[0][0]):
            continue
        done.add(unit.start())
        at, count = counted
        behind = _THEN_YEAR.match(skeleton, unit.end())
        lead = at[0]
        led = _LED.search(skeleton, max(0, lead - 14), lead)
        before = _YEAR_THEN.search(skeleton, max(0, lead - 60), led.start() if led else lead)
        year = behind.span("year") if behind else before.span("year") if before else None
        if year is None:
            continue
        phrase = skeleton[max(0, lead - 14) : min(len(skeleton), unit.end() + 12)]
        yield from _from_there(paper, at, count, year, phrase, bool(behind))


def _from_there(
    paper: Paper, at: Stretch, count: int, year: Stretch, phrase: str, is_behind: bool
) -> Iterator[Finding]:
    """Compare the year beside a number of years with the one from which it is counted."""
    skeleton = paper.skeleton
    told = int(skeleton[slice(*year)])
    if _AGO.search(phrase) and not _EARLIER.search(phrase):
        now = year_of(paper)
        if now is not None and now > told and 1 < abs(now - told - count) <= FURTHEST:
            yield year_told(paper, at, count, told, now, year)
        return
    if not is_behind:
        return  # "in 2013, three years before": before what, the sentence does not say
    least = max(0, at[0] - _BACK)
    for part in _STEPS.finditer(skeleton, least, at[0]):
        least = part.end()
    bases = years_in(skeleton, least, at[0])
    if not bases:
        return
    base = int(skeleton[slice(*bases[-1])])
    since, until = (told, base) if _EARLIER.search(phrase) else (base, told)
    if until > since and 1 < abs(until - since - count) <= FURTHEST:
        yield year_told(paper, at, count, since, until, year)
