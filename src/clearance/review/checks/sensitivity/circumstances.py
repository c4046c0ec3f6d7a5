"""What makes a word right where it stands: a quotation, its time, a rejection, its surroundings.

Each answers one question of one place and is silent on everything else.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

_REACH = 250  # characters: how far the years and the quotation marks of a sentence are looked for
_NEAR = 600  # characters: how far the surroundings of a word reach
_STOP = on_demand(r"[.;!?](?=\s)|\n\s*\n")
_CLAUSE = on_demand(r",[ \r]*\n\s*(?=[A-Z])")  # a paragraph of a preamble ends so
_YEAR = compiled(r"\b(?:(?P<hijri>1[34]\d\d) ?(?:h|ه|هـ)\b|(?P<year>1[89]\d\d|20\d\d)(?!\d|/\d))")
# "until 2011", "avant juin 2011": what is told is older than the year.
_UP_TO = compiled(
    r"(?:\b(?:until|till|up to|before|prior to|earlier than|jusqu'(?:a|en|au)|avant|anterieure?s? (?:a|au)|precedant)"
    r"|(?<![^\W\d_])(?:حتى|إلى غاية|لغاية|إلى|قبل|السابقة? ل|السابقة? على))\s[^.;:\n]{0,24}$"
)
_FORMERLY_BEFORE = compiled(
    r"\b(?:former(?:ly)?|previous(?:ly)?|ex|then|renamed from|name from|originally|"
    r"anciennement|ancienne?|ex|alors|precedemment|autrefois|jadis|"
    r"سابقا|المعروفة سابقا باسم|المسماة سابقا|ما كان يسمى)"
    r"[ -](?:known as |called |named |the |of |connue? sous le nom |appelee? |denommee? |de |la |"
    r"l'|d')*$"
)
# "which until June 2011 bore the name of", "التي كانت تسمى حتى يونيو 2011": told as past.
_ONCE_NAMED = compiled(
    r"\b(?:bore|(?:was|were|had been) (?:\w+ )?(?:called|named|known|styled)|used to be (?:called|known)|"
    r"went by|portai(?:t|ent)|s'appelai(?:t|ent)|se nommai(?:t|ent)|avait (?:pour|porte) (?:le )?nom|"
    r"eta(?:it|ient) (?:\w+ )?(?:appele|denomme|connu|designe)e?s?|a(?:vait)? porte|"
    r"(?:كانت? (?:\w+ )?(?:ت|ي)(?:سمى|دعى|عرف|حمل)|حملت? (?:\w+ )?اسم|سميت? حتى|عرفت? حتى))\b[^.;:\n\"]{0,60}$"
)
_FORMERLY_AFTER = compiled(
    r"[\s,()\d\[\]¹²³-]{0,8}"
    r"(?:(?:which |that )?(?:has |had |was |is )?(?:since |later |now |today )?(?:been )?"
    r"(?:changed its name|renamed|now\b|as it then was|as it was then|at (?:the|that) time|"
    r"formerly|previously|became)|(?:qui )?(?:est |a ete )?(?:devenue?|rebaptisee?|aujourd'hui|"
    r"desormais|actuelle|alors|anciennement|a change de)|"
    r"(?:سابقا|السابقة|آنذاك|حينذاك|حينئذ|حاليا|التي أصبحت|غيرت اسمها|وقتئذ))"
)
# A resolution that is cited by its number is not the decision of which the sentence speaks.
_NUMBERED = compiled(
    r"\b(?:resolutions?|decisions?|(?:و?[بل]?ال|لل|ل|ب)?قرار(?:ات|ي|ين)?)\s+(?:nos?\.?\s*|n°\s*|رقم\s+|الرقم\s+)?\d"
)
_TO_COME = compiled(
    r"[\s,]{0,3}(?:\w+ ){0,2}?(?:will|shall|is to|intends|plans|has decided|invites|requests|"
    r"tiendra|organisera|entend|prevoit|sera|\w+era\b|a l'honneur|"
    r"ست\w{3,}|سوف|تعتزم|تدعو|تنظم)\b"
)

# What tells that a paper was written after a day, though it prints no year. Days as commonly known.
_LATER = tuple(
    (date(*day), compiled(words))
    for day, words in (
        ((1960, 9, 22), r"\brepubli(?:c of|que du) mali\b|جمهورية مالي\b"),
        ((1971, 12, 2), r"\b(?:united arab emirates|emirats arabes unis|bangladesh)\b|الإمارات العربية المتحدة|بنغلاديش"),
        ((1975, 11, 25), r"\b(?:ecowas|cedeao|guinea-bissau|guinee-bissau|mozambique|suriname|comoros|comores)\b|غينيا بيساو|موزمبيق|سورينام|جزر القمر"),
        ((1990, 3, 1), r"(?<!people's )\brepublic of benin\b|\brepublique du benin\b"),
        ((1992, 3, 1), r"\b(?:bosnia|bosnie|kazakhstan|uzbekistan|ouzbekistan|turkmenistan|kyrgyzstan|uemoa|waemu|burkina faso)\b|البوسنة|كازاخستان|أوزبكستان|تركمانستان|بوركينا فاسو"),
        ((2002, 7, 9), r"\b(?:african union|union africaine)\b|الاتحاد الإفريقي|الاتحاد الأفريقي"),
        ((2015, 9, 25), r"\bsustainable development goals\b|\bobjectifs de developpement durable\b|أهداف التنمية المستدامة"),
        ((2020, 3, 11), r"\bcovid\b|كوفيد"),
    )
)  # fmt: skip

_TODAY = compiled(
    r"\b(?:today|nowadays|at present|currently|to this day|aujourd'hui|actuellement|a ce jour"
    r"|اليوم|حاليا|الآن)\b"
)


def sentence_around(paper: Paper, start: int, end: int) -> Stretch:
    """Return the sentence of the place, no further than the reach on each side."""
    skeleton, text = paper.skeleton, paper.text
    first = max(0, start - _REACH)
    last = min(len(skeleton), end + _REACH)
    for stop in _STOP.finditer(skeleton, first, start):
        first = stop.end()
    for stop in _CLAUSE.finditer(text, first, start):
        first = stop.end()
    ends = [match.start() for stop, where in ((_STOP, skeleton), (_CLAUSE, text))
            if (match := stop.search(where, end, last))]  # fmt: skip
    return first, min(ends, default=last)


def is_quoted(paper: Paper, start: int, end: int) -> bool:
    """Tell whether quotation marks are open before the place and closed after it."""
    text, skeleton = paper.text, paper.skeleton
    first = max(skeleton.rfind("\n\n", 0, start), start - 4 * _REACH, 0)
    before = text[first:start]
    opened = max(before.rfind("“"), before.rfind("«"), before.rfind("„"))
    if opened > max(before.rfind("”"), before.rfind("»")):
        return True
    straight = before.count('"')
    if straight % 2 and '"' in skeleton[end : end + 4 * _REACH]:
        return True
    return before.endswith("'") and skeleton[end : end + 1] == "'"


# What a line that ends with a colon announces: texts of others, paragraph by paragraph.
_ANNOUNCES = compiled(
    r"(?:\b(?:extracts?|excerpts?|passages?|wording|quotations?|quoted|clauses?|provisions?|paragraphs?|extraits?|libelles?|citations?|dispositions?|texte suivant|termes suivants)\b"
    r"|مقتطف|مقتبس|اقتباس|النص التالي|الصيغة التالية|نصه|الفقرات? التالية|الأحكام التالية)[^\n]{0,160}:\s*$"
)
# A treaty's own voice: of its parties, and of the body that it founds.
_OF_TREATY = compiled(
    r"\b(?:la communaute|l'union|la commission|les parties(?: contractantes)?|les etats parties|(?:le|la) present(?:e)? (?:traite|charte|convention|accord|protocole)|the community|the union|the commission|the (?:contracting |states )?parties|(?:this|the present) (?:treaty|charter|convention|agreement|protocol))\b"
    r"|(?<![^\W\d_])(?:الجماعة|الأطراف المتعاقدة|الدول الأطراف|هذه المعاهدة|هذا الميثاق|هذه الاتفاقية|هذا البروتوكول)(?![^\W\d_])"
)
# Which it speaks of as nobody else would: its place needs no line that announces it.
_OWN_BODY = compiled(
    r"\b(?:la communaute (?:coopere|entretient|etablit|conclut|s'emploie|favorise)|the community (?:shall|co-?operates|maintains|establishes))\b|(?<![^\W\d_])(?:تتعاون|تقيم|تبرم) الجماعة(?![^\W\d_])"
)
_EXTRACTS = 6000  # characters that the texts of others may fill (our guess)


def is_in_extract(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the place is in a treaty's text that a line before it announces as one."""
    skeleton = paper.skeleton
    begin = skeleton.rfind("\n\n", 0, start) + 2
    stop = skeleton.find("\n\n", end)
    if begin < 2 or not _OF_TREATY.search(skeleton, begin, stop if stop >= 0 else len(skeleton)):
        return False
    if _OWN_BODY.search(skeleton, begin, end):
        return True
    before = skeleton[max(0, begin - _EXTRACTS) : begin].split("\n\n")
    return any(_ANNOUNCES.search(one.replace("\n", " ")) for one in before)


def is_of_its_time(paper: Paper, start: int, end: int, until: date) -> bool:
    """Tell whether the text speaks of a time when the name was still the right one.

    The paper is of that time, says "formerly" or the like, or the year nearest in the sentence is
    before the change and nothing to come is told of the bearer of the name.
    """
    skeleton = paper.skeleton
    if paper.particulars.dated is not None and paper.particulars.dated <= until:
        return True
    if _FORMERLY_BEFORE.search(skeleton, max(0, start - 60), start):
        return True
    if _ONCE_NAMED.search(skeleton, max(0, start - 110), start):
        return True
    if _FORMERLY_AFTER.match(skeleton, end, end + 70):
        return True
    if _TO_COME.match(skeleton, end):
        return False
    first, last = sentence_around(paper, start, end)
    if _TODAY.search(skeleton, end, last):
        return False
    years = [
        (min(abs(match.start() - end), abs(start - match.end())), _last_told(skeleton, match))
        for match in _YEAR.finditer(skeleton, first, last)
        if match.end() <= start or match.start() >= end
    ]
    if years:
        return min(years)[1] <= _last_year(until)
    known = _years(skeleton)
    return bool(known) and max(known) <= _last_year(until)


def is_of_unknown_time(paper: Paper, start: int, end: int, until: date) -> bool:
    """Tell whether nothing says of what time the sentence is: no year, or one before the change.

    A paper of none of the house's kinds, as a treaty, may have been put on record long after.
    """
    if paper.particulars.dated is not None and paper.kind is not None:
        return False
    first, last = sentence_around(paper, start, end)
    if _YEAR.search(paper.skeleton, first, last) or _is_later(paper, until):
        return False
    years = _years(paper.skeleton)
    return not years or min(years) <= _last_year(until)


def _is_later(paper: Paper, until: date) -> bool:
    """Tell whether the paper names what came only after the change, as the house's own name."""
    context, skeleton = paper.context, paper.skeleton
    if context.renamed_on and context.renamed_on > until:
        name = context.organisation.get(paper.language)
        if name and fold(name).skeleton in skeleton:
            return True
    return any(day > until and words.search(skeleton) for day, words in _LATER)


def is_excepted(paper: Paper, start: int, end: int, expressions: tuple[str, ...]) -> bool:
    """Tell whether one of the expressions stands in the sentence of the place."""
    if not expressions:
        return False
    first, last = sentence_around(paper, start, end)
    said = paper.skeleton[first:start] + " \x01 " + paper.skeleton[end:last]
    said = _NUMBERED.sub(" ", said)
    return _any_of(expressions).search(said) is not None


def is_near(paper: Paper, start: int, end: int, expressions: tuple[str, ...]) -> bool:
    """Tell whether one of the expressions stands near the place."""
    window = paper.skeleton[max(0, start - _NEAR) : end + _NEAR]
    return _any_of(expressions).search(window) is not None


@lru_cache(maxsize=512)
def _any_of(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return compiled("|".join(rf"(?:{expression})" for expression in expressions))


def _last_year(until: date) -> int:
    """Return the last year that was wholly before the change, or its own on 31 December."""
    return until.year if (until.month, until.day) == (12, 31) else until.year - 1


def _last_told(skeleton: str, year: re.Match[str]) -> int:
    """Return the year, or the one before where only what went before it is told."""
    is_older = _UP_TO.search(skeleton, max(0, year.start() - 40), year.start()) is not None
    return _year(year) - is_older


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    return (
        622 + int(match["hijri"]) * 970 // 1000
    )  # the lunar year is shorter by three in a hundred


@lru_cache(maxsize=4)
def _years(skeleton: str) -> frozenset[int]:
    return frozenset(_year(match) for match in _YEAR.finditer(skeleton))
