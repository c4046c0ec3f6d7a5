"""How many things a text announces, and how many its list has: in lines, by semicolons, in pairs.

The shorter lists behind a colon are counted by ``counts``; here are the other forms in which a
list is told: one thing to a line, "respectively", sessions and the places of each, "cinq filières"
behind the five, "First ... Second ...".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.lines import tells_total
from clearance.review.checks.figures.told_again.counts import FEW, TAIL, count_told, items_named
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import worth
from clearance.review.mentions.ordinals import ORDINAL_WORDS
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_HELD_NOUNS = r"(?:sessions|conferences|meetings|summits|reunions|sommets|(?:ال|لل|وال|بال)?(?:دورات|مؤتمرات|اجتماعات|قمم))"
LISTED_THINGS = (
    Trigger("respectively", r"(?:respectively|respectivement|(?:على )?(?:التوالي|الترتيب))"),
    Trigger("list named", r"(?:namely|a savoir|i\.e\.|هي|هم|وهي|وهم)(?: ?:)? "),
    Trigger("several held", rf"{_HELD_NOUNS}[ ,]"),
    Trigger("counted behind", r", (?:soit |being |أي |وهي )?(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثمان(?:ي|ية)?|تسعة?|عشرة?) [a-z\xc0-\xff]"),
    Trigger("line list", r"[a-z\xc0-\xff)] ?:\n"),
    Trigger("first of all", r"(?:first(?:ly)?|premierement|أولا|الأول|الأولى)[,:]"),
    Trigger("parts from to", r"(?:items|articles|paragraphs|points|chapters|rules|paragraphes|chapitres|questions|البنود|المواد|الفقرات) (?:من )?[0-9]{1,2} (?:to|a|إلى) [0-9]"),
)  # fmt: skip
_COUNT = "|".join(sorted(FEW, key=len, reverse=True))


def lists(paper: Paper) -> Iterator[Finding]:
    """Find lists that are longer or shorter than the text says."""
    signs = paper.signs
    if "line list" in signs:
        yield from _in_lines(paper)
    if "respectively" in signs:
        yield from _respectively(paper)
    if "list named" in signs:
        yield from _named(paper)
    if "several held" in signs:
        yield from _held(paper)
    if "counted behind" in signs:
        yield from _behind(paper)
    if "first of all" in signs:
        yield from _one_by_one(paper)
    if "parts from to" in signs:
        yield from _from_to(paper)


def _told(at: Stretch, listed: Stretch, told: int, number: int) -> Finding:
    return found("FIG023", *at, elsewhere=(listed,), told=told, listed=number)


_LINE_COUNT = on_demand(
    pattern(r"(?:^|[\s(,'])(?P<lead>[^\W\d_]+\s+|[ldL]')?(?:و|ب|ل)?(?:ال)?(?P<count>")
    + _COUNT
    + pattern(r"|1\d|2\d)\)?(?P<behind>(?:[\s-]+[^\W\d_][\w'/-]*){1,6}?)\s*\(?\s*:$")
)
# "at the two meetings:" counts no list.
_NOT_THE_LIST = compiled(
    r"\b(?:at|in|during|for|within|by|after|before|between|from|over|every|no|dans|pendant|lors|cours|sur|en|apres|avant|entre|sous|sauf|خلال|في|بعد|قبل|بين|على|منذ|رقم|المادة|البند|article|paragraph|section|annex|annexe)\s+(?:the\s+|les\s+|des\s+|these\s+|ces\s+|its\s+|ses\s+)?$"
)
_LEADS_TO_DIGITS = compiled(
    r"(?:^|\b(?:the|following|les|des|de|of|into|en|has|have|are|comprend|comporte|compte|these|ces|suivant les|من|إلى|على)\s+|\()$"
)
_FOLLOWING = compiled(
    r"\b(?:following|below|suivante?s?|ci-apres|(?:ال)?(?:تالي|آتي)\w{0,3}|الآتية|(?:ك|ف)?ما يلي|وهم|وهي)\b"
)
_MARKED = on_demand(
    r"[ ]*(?:(?P<digits>\d{1,2}) ?[.)-]|\((?P<inside>\d{1,2})\)|(?P<bullet>[-*\xa4>])|\(?(?P<letter>[a-z]|["
    + pattern("ابجدهوزحطي")
    + r"])\)|\(?(?P<roman>[ivx]{1,5})[.)])[ ]*(?=\S)"
)
_HEADING = compiled(
    r"[ ]*(?:article|section|chapter|chapitre|titre|annexe?|المادة|الباب|الفصل|مادة)\b"
)
_UNIT_NOT_LISTED = compiled(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|per|percent|times?|jours?|semaines?|mois|ans|annees?|heures?|fois|pour|copies|exemplaires|languages|langues|أيام|أسابيع|أشهر|شهور|سنوات|أعوام|ساعات|مرات|نسخ|لغات|دقائق|million|thousand|mille|آلاف|ملايين)\b"
)
_FEW_IN = on_demand(_COUNT + r"|\d")
_WORDS_LAST = 10  # words of the line among which its count stands
_LONGEST_LINE = 160
_MOST = 30


_PLAIN: set[str] = set()  # words without a count
_MOST_PLAIN = 50_000


def _may_count(words: Iterable[str]) -> bool:
    """Tell whether one of the words has a count; most words are known to have none."""
    unknown = set(words) - _PLAIN
    if not unknown:
        return False
    if len(_PLAIN) > _MOST_PLAIN:
        _PLAIN.clear()
    counted = {word for word in unknown if _FEW_IN.search(word)}
    _PLAIN.update(unknown - counted)
    return bool(counted)


def _in_lines(paper: Paper) -> Iterator[Finding]:
    """Find "the committee has the following seven members:" above five lines."""
    skeleton = paper.skeleton
    for _, hit in paper.hits("line list"):
        colon = hit - 1  # where its line ends
        least = max(0, colon - _LONGEST_LINE)
        begin = max(least, *(skeleton.rfind(sign, least, colon - 1) + 1 for sign in ("\n", ". ")))
        line = skeleton[begin:colon].rstrip()
        words = line.rsplit(None, _WORDS_LAST)
        if not _may_count(words[-_WORDS_LAST:-1]):  # behind it stands what it counts
            continue
        # From the blank before these words on.
        match = _LINE_COUNT.search(line, len(words[0]) if len(words) > _WORDS_LAST else 0)
        if match is None or _UNIT_NOT_LISTED.match(match["behind"].lstrip(" -")):
            continue
        if worth(match["behind"].split()[0]) is not None:
            continue  # "sixty-one thousand, nine hundred dollars:" ends in no nine
        told = count_told(match["count"])
        at = (begin + match.start("count"), begin + match.end("count"))
        led = _NOT_THE_LIST.search(line[: match.start("count")])
        if told is None or not _is_announced(line, match, led is not None):
            continue
        if match["count"].isdigit() and not _LEADS_TO_DIGITS.search(line[: match.start("count")]):
            continue  # "Lot No. 2 is fixed as follows:"
        listed = _lines_listed(skeleton, hit)
        if listed is None or listed[0] in (1, told):
            continue
        if not _is_between_columns(skeleton, begin, hit):
            yield _told(at, (hit, listed[1]), told, listed[0])


_WORDS = on_demand(r"[^\W\d_][\w'/-]*")
_TOOK_PART = compiled(
    r"\b(?:took part|participated|attended|were present|(?:ont|y ont) (?:pris part|participe|assiste)|etaient (?:presents|representes)|were (?:made|adopted|proposed|submitted))$"
)
_VERB_LAST = compiled(
    r"\b(?:agreed|decided|said|stated|noted|recommended|requested|met|adopted|held|made|found|are|were|is|was|to|that|by|on|with|sont|ont|est|que|par|de|a|decident|conviennent|اتفق\w*|قرر\w*|على|أن|إلى|في)$"
)


def _is_announced(line: str, match: re.Match[str], led: bool) -> bool:
    """Tell whether the number is that of the list: beside "following", or right before the colon."""
    begin = match.start("count")
    words = _WORDS.findall(match["behind"])
    if _FOLLOWING.search(line, max(0, begin - 16), begin):
        return True
    if any(_FOLLOWING.fullmatch(word) for word in words[:3]):
        return True
    if not led and (_REASONS.match(match["behind"].lstrip()) or _TOOK_PART.search(match["behind"])):
        return True
    return not led and len(words) <= 3 and not _VERB_LAST.search(match["behind"])


def _is_between_columns(skeleton: str, begin: int, hit: int) -> bool:
    """Tell whether items of such a list stand above it too: two columns that were read as one."""
    mark = _MARKED.match(skeleton, hit)
    above = skeleton[max(0, begin - 300) : begin].rpartition("\n\n")[2].split("\n")[-4:]
    lines = [_MARKED.match(line) for line in above]
    return mark is not None and any(one and one.lastgroup == mark.lastgroup for one in lines)


_COUNT_FIRST = on_demand(rf"\s*(?:{_COUNT}|\d+)(?![\w.)-])")


def _lines_listed(skeleton: str, start: int) -> tuple[int, int] | None:
    """Return how many things stand below, one to a line, and where they end; None: not sure."""
    count, kind, at, is_loose = 0, "", start, True
    while at < len(skeleton) and count <= _MOST:
        stop = skeleton.find("\n", at)
        stop = len(skeleton) if stop < 0 else stop
        line = skeleton[at:stop].strip()
        mark = _MARKED.match(skeleton, at, stop)
        own = mark.lastgroup or "" if mark else "plain"
        if _COUNT_FIRST.match(skeleton, mark.end() if mark else at, stop):
            return None  # "two from Africa; two from Asia" are told by their number
        if count and tells_total(line):
            return count, at  # the sum of what is listed is none of it
        if "   " in line:
            return None  # rows of a table, with its head and its total
        if not line:
            if kind == "plain" and count:
                return count, at
        elif not count:
            kind, count = own, 1
            if mark and own in ("digits", "inside") and int(mark[own]) != 1:
                return None
        elif own == kind and mark and own in ("digits", "inside"):
            if int(mark[own]) != count + 1:
                return None
            parted = skeleton[at - 2 : at] == "\n\n"
            if parted and not is_loose:
                return count, at  # "4. Conclusion", the heading behind three points
            is_loose = parted
            count += 1
        elif own == kind == "plain":
            if _HEADING.match(skeleton, at, stop):
                return count, at
            count += 1
        elif own == kind == "letter" and mark and not _is_next(mark["letter"], count):
            if mark["letter"] not in "ivx":
                return None
        elif own == kind:
            count += 1
        elif own != "plain" and own not in ("roman", "bullet"):
            return None  # lists within lists
        elif skeleton[at - 2 : at] == "\n\n" or _HEADING.match(skeleton, at, stop):
            return count, at
        elif own == "plain" and line.endswith(":") and skeleton[at - 2 : at] == ".\n":
            return count, at  # behind the last thing another list is led to
        if kind == "plain" and line:
            if len(line) > _LONGEST_LINE:
                return None
            if line.endswith((".", ":")):
                return (count, stop) if line.endswith(".") else None
        at = stop + 1
    # a list that the text ends in may go on beyond the excerpt
    return (count, at) if count and kind != "plain" else None


_ABJAD = pattern("ابجدهوزحطي")


def _is_next(letter: str, count: int) -> bool:
    """Tell whether a letter follows as many others of its list; "(i)" may be of a list within."""
    if letter > "\x7f":
        return _ABJAD.find(letter) == count
    return ord(letter) - ord("a") == count


_COUNTED_THINGS = on_demand(
    rf"(?:^|[\s(,'])(?P<count>{_COUNT})(?=\s+[^\W\d_])(?P<noun>(?:\s+[^\W\d_][\w'-]*){{1,3}}?)\s*[,(]"
)
_BEFORE_LIST = compiled(
    r"^.{0,60}?\b(?:to|of|on|for|in|at|with|worth|a|au|aux|de|du|des|en|pour|sur|par|ل|من|في|على|عن|ب|قيمتها|وقدرها)\b\s*"
)
_ENDS_CLAUSE = on_demand(r"[.;)]|\n\s*\n|$|, (?:and|et) (?:the|les|des)\b")
_LEAD_IN = compiled(
    r"\s*(?:to|of|on|for|in|at|a|au|aux|de|du|des|en|pour|sur|par|d'|la|le|les|l')\b\s*"
)
_CLAUSE = 170  # characters


def _respectively(paper: Paper) -> Iterator[Finding]:
    """Find "three groups, devoted respectively to training and finance"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("respectively"):
        begin = _clause_of(skeleton, start)
        counted = list(_COUNTED_THINGS.finditer(skeleton, begin, start))
        if len(counted) != 1:
            continue
        one = counted[0]
        told = count_told(one["count"])
        close = _ENDS_CLAUSE.search(skeleton, end, min(len(skeleton), end + _CLAUSE))
        stop = close.start() if close else end
        behind = skeleton[end:stop]
        is_arabic = skeleton[start] > "\x7f"
        listed, number = (end, stop), items_named(behind, is_arabic)
        if len(behind.strip(" ,")) < 3 or number is None or behind.lstrip().startswith(","):
            within = skeleton[one.end() : start].strip(" ,")
            listed = (one.end(), start)
            number = _in_row(within, is_arabic)
        if told is not None and number is not None and number > 1 and number != told:
            yield _told(one.span("count"), listed, told, number)


def _clause_of(skeleton: str, start: int) -> int:
    """Return where the clause begins in which a place stands, as far as it is looked through."""
    least = max(0, start - _CLAUSE)
    ends = (". ", "; ", "\n\n", ": ")
    return max(least, *(skeleton.rfind(sign, least, start) + 1 for sign in ends))


_NUMBERS_IN_ROW = on_demand(
    pattern(r"(?P<row>(?:(?:usd|us\$|\$|eur|€)\s*)?\d[\d,. ]*(?:(?:\s*,\s*(?:and\s+|et\s+)?|\s+(?:and|et)\s+|\s*,?\s+و)(?:(?:usd|us\$|\$)\s*)?\d[\d.]*(?:[, ]\d{3})*)+)")
)  # fmt: skip
_ONE_NUMBER = on_demand(r"\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?(?!\d)")


def _in_row(within: str, is_arabic: bool) -> int | None:
    """Return how many things stand in a row before "respectively": amounts, or names."""
    row = _NUMBERS_IN_ROW.search(within)
    if row is not None:
        if ", " in row["row"] or is_arabic or re.search(r"\b(?:and|et)\b", row["row"]):
            return len(_ONE_NUMBER.findall(row["row"]))
        return None
    if any(letter.isdigit() for letter in within):
        return None
    lead = _BEFORE_LIST.match(within)
    return items_named(within[lead.end() :], is_arabic) if lead else None


_LEADS_NAMED = on_demand(
    rf"(?:^|[\s(,'])(?:{pattern('و|ف|ب|ل|ك')})?(?P<of>{pattern('ال')})?(?P<count>{_COUNT})(?P<noun>(?:\s+[^\W\d_][\w'-]*){{0,6}}?)\s*,?\s*(?:\(\s*)?$"
)
_NAMED_ENDS = on_demand(r"[.;:)]|\n\s*\n|$")


def _named(paper: Paper) -> Iterator[Finding]:
    """Find "three pillars, namely trade, education, health and culture"."""
    skeleton = paper.skeleton
    for start, sign_end in paper.hits("list named"):
        end = sign_end + 2 * skeleton.startswith(": ", sign_end)
        if skeleton[start - 1 : start] not in (" ", "("):
            continue
        if not _may_count(skeleton[max(0, start - 70) : start].split()):
            continue
        counted = _LEADS_NAMED.search(skeleton, max(0, start - 70), start)
        if counted is None:
            continue
        before = skeleton[max(0, counted.start("count") - 14) : counted.start("count")].split()
        if before and counted["count"].isdigit() and _HEADING.fullmatch(before[-1]):
            continue  # the head of an article, and its first words: "Article 4 / The aims are"
        stop = _NAMED_ENDS.search(skeleton, end, min(len(skeleton), end + 2 * _CLAUSE))
        told = count_told(counted["count"])
        if stop is None or told is None or _UNIT_NOT_LISTED.match(counted["noun"].lstrip()):
            continue
        if not counted["noun"].strip() and counted["of"]:
            continue  # "الدول الخمس هي الأكثر تضررا"
        listed, is_arabic = skeleton[end : stop.start()], skeleton[start] > "\x7f"
        listed = TAIL.split(listed, maxsplit=1)[0]
        number = items_named(listed, is_arabic)
        if number is None and not is_arabic:  # the sentence goes on: "..., supported the text"
            number = items_named(listed.rpartition(",")[0], is_arabic)
        if number is not None and number > 1 and number != told:
            yield _told(counted.span("count"), (end, stop.start()), told, number)


_AND_NEXT = pattern(
    r"(?:\s*,\s*(?:and\s+|et\s+|و)?|\s+(?:and|et)\s+|\s+و)(?:the\s+|la\s+|le\s+|l')?"
)
_ORDINALS_HELD = on_demand(
    ORDINAL_WORDS.replace("?P<ordinal_words>", "?P<first>")
    + rf"(?P<rest>(?:{_AND_NEXT}{ORDINAL_WORDS.replace('?P<ordinal_words>', '?:')})+)"
    + pattern(rf"\s+(?:[^\W\d_]+\s+){{0,2}}?(?:{_HELD_NOUNS})\b")
)
_ARABIC_HELD = on_demand(
    pattern(r"(?:الدورات|المؤتمرات|الاجتماعات)\s+(?:(?:السنوية|الاستعراضية|العادية)\s+)?")
    + ORDINAL_WORDS.replace("?P<ordinal_words>", "?P<first>")
    + rf"(?P<rest>(?:\s*,?\s*{pattern('و')}{ORDINAL_WORDS.replace('?P<ordinal_words>', '?:')})+)"
)
_JOINED = on_demand(_AND_NEXT + ORDINAL_WORDS)
_HELD = compiled(
    r"\b(?:held|convened|tenues?|reunies?|organisees?|(?:ال)?(?:معقودة|منعقدة)|(?:التي )?عقدت)\b"
)
_YEAR_IN_BRACKETS = on_demand(r"\((?:[^()\d]*\d{1,2}[^()\d]*)*[^()\d]*(?P<year>(?:19|20)\d\d)\s*\)")
_TWO_YEARS = on_demand(r"\([^()]*(?:19|20)\d\d[^()]*(?:19|20)\d\d[^()]*\)")
_RANGE = compiled(
    r"\b(?:from|du|de|من)\s+(?:le\s+)?\d{1,2}(?:er)?\s+(?:[^\W\d_]+\s+){0,2}?(?:to|au|a|إلى)\s+(?:le\s+)?\d{1,2}\s+[^\W\d_]+(?:\s[^\W\d_]+)?\s+(?:19|20)\d\d"
)
_FAR = 420  # characters of the places and years


def _held(paper: Paper) -> Iterator[Finding]:
    """Find "the first and second sessions, held in Geneva (2004), Oslo (2009) and Nairobi (2014)"."""
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("several held"):
        if start < done:
            continue
        match = _ordinals_at(skeleton, start, end)
        if match is None:
            continue
        done = match.end()
        told = 1 + len(_JOINED.findall(match["rest"]))
        close = re.compile(r"[.;]|\n\s*\n|$").search(skeleton, match.end(), match.end() + _FAR)
        held = _HELD.search(skeleton, match.end(), min(len(skeleton), match.end() + 220))
        if held is None or close is None or close.start() < held.end():
            continue
        number = _places(skeleton, held.end(), close.start())
        if number > 1 and number != told:
            yield _told(match.span(), (held.end(), close.start()), told, number)


def _ordinals_at(skeleton: str, start: int, end: int) -> re.Match[str] | None:
    for match in _ORDINALS_HELD.finditer(
        skeleton, max(0, start - 90), min(len(skeleton), end + 40)
    ):
        if match.start() <= end and match.end() >= start:
            return match
    return _ARABIC_HELD.match(skeleton, start)


def _places(skeleton: str, start: int, stop: int) -> int:
    if _TWO_YEARS.search(skeleton, start, stop):
        return 0
    years = len(_YEAR_IN_BRACKETS.findall(skeleton, start, stop))
    ranges = len(_RANGE.findall(skeleton, start, stop))
    again = _HELD.search(skeleton, start, stop)
    return 0 if again else years if not ranges else ranges if not years else 0


_BEHIND = on_demand(
    rf", (?:(?:soit|being|{pattern('أي')}|{pattern('وهي')}) )?(?P<count>{_COUNT}) (?P<noun>[^\W\d_]+)"
)
_LEAST_BEHIND = 3  # "between Jeddah and Makkah, five trains" counts no towns
_LIST_LEAD = compiled(
    r"\b(?:between|among|entre|parmi|namely|a savoir|comprising|are|were|sont|furent|بين|هي|هم)\s+(?:the\s+|la\s+|le\s+|les\s+|l')?"
)


def _behind(paper: Paper) -> Iterator[Finding]:
    """Find "divided between medicine, agronomy and law, four subjects"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("counted behind"):
        match = _BEHIND.match(skeleton, start)
        begin = _clause_of(skeleton, start)
        lead = next(reversed(list(_LIST_LEAD.finditer(skeleton, begin, start))), None)
        if match is None or lead is None or _UNIT_NOT_LISTED.match(match["noun"]):
            continue
        told = count_told(match["count"])
        number = items_named(skeleton[lead.end() : start], skeleton[lead.start()] > "\x7f")
        if told is not None and number is not None and number >= _LEAST_BEHIND and number != told:
            yield _told(match.span("count"), (lead.end(), start), told, number)


_REASONS = compiled(
    r"(?:(?:main|principal|key|broad|specific|following|other|grandes?|principa\w+|autres)\s+)?(?:reasons|points|measures|recommendations|steps|objectives|aims|goals|pillars|principles|areas|priorities|proposals|observations|conditions|questions|tasks|themes|topics|stages"
    r"|raisons|mesures|recommandations|etapes|objectifs|piliers|principes|axes|priorites|propositions|remarques|taches|volets|أسباب|نقاط|تدابير|توصيات|خطوات|أهداف|ركائز|مبادئ|مجالات|أولويات|مقترحات|ملاحظات|شروط|مسائل|مهام|محاور|مراحل|إجراءات)\b"
)
_STEPS = tuple(
    compiled(words)
    for words in (
        r"(?:[.;:\n]|^)\s*(?:and |et |و)?(?:first(?:ly)?|premierement|أولا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:second(?:ly)?|deuxiemement|ثانيا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:third(?:ly)?|troisiemement|ثالثا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:fourth(?:ly)?|quatriemement|رابعا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:fifth(?:ly)?|cinquiemement|خامسا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:sixth(?:ly)?|sixiemement|سادسا)[,:]",
        r"[.;:\n]\s*(?:and |et |و)?(?:seventh(?:ly)?|septiemement|سابعا)[,:]",
    )
)
_LAST = compiled(r"[.;:\n]\s*(?:and |et |و)?(?:finally|lastly|last|enfin|أخيرا)[,:]")
_LEAD_FAR = 200  # characters between the announcement and "First,"
_STEPS_FAR = 2500


def _one_by_one(paper: Paper) -> Iterator[Finding]:
    """Find "for three reasons. First, ... Second, ..." that ends there."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("first of all"):
        counted = [
            match
            for match in re.compile(rf"(?<![^\W\d_])(?P<count>{_COUNT})\s+").finditer(
                skeleton, max(0, start - _LEAD_FAR), start
            )
            if _REASONS.match(skeleton, match.end())
        ]
        if len(counted) != 1 or (
            not _STEPS[0].match(skeleton, max(0, start - 2))
            and not _STEPS[0].match(skeleton, max(0, start - 1))
        ):
            continue
        told = count_told(counted[0]["count"])
        at, number = start, 0
        for step in _STEPS:
            match = step.search(skeleton, max(0, at - 3), min(len(skeleton), at + _STEPS_FAR))
            if match is None:
                break
            number, at = number + 1, match.end()
        if _LAST.search(skeleton, at, min(len(skeleton), at + _STEPS_FAR)):
            number += 1
        if told is not None and number > 1 and told != number and number < len(_STEPS):
            yield _told(counted[0].span("count"), (start, at), told, number)


_PARTS_FROM_TO = compiled(
    r"(?:the\s+|les\s+|des\s+)?(?P<count>[^\W_]+)\s+(?:agenda\s+)?(?:items|articles|paragraphs|points|chapters|rules|paragraphes|chapitres|questions|بنود|مواد|فقرات),?\s+(?:\(|from |de |numbered |من\s)?\s*(?P<first>\d{1,2})\s+(?:to|a|إلى)\s+(?P<last>\d{1,2})(?![\d/.-])"
)


_IN_ALL = compiled(
    r"[^.;:\n\d]{0,4}?(?P<first>\d{1,2})\s+(?:to|a|إلى)\s+(?P<last>\d{1,2}),\s+(?:soit\s+|أي\s+)?(?P<count>[^\W_]+)\s+(?:in all|in total|altogether|au total|en tout|في المجموع)"
)


def _from_to(paper: Paper) -> Iterator[Finding]:
    """Find "of the six items 4 to 10"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("parts from to"):
        match = _PARTS_FROM_TO.search(skeleton, max(0, start - 24), min(len(skeleton), end + 4))
        match = match or _IN_ALL.search(skeleton, start, min(len(skeleton), end + 50))
        told = count_told(match["count"]) if match else None
        if match is None or told is None:
            continue
        number = int(match["last"]) - int(match["first"]) + 1
        if number > 1 and number != told:
            yield _told(
                match.span("count"), (match.start("first"), match.end("last")), told, number
            )
