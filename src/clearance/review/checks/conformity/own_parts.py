"""The parts that a paper itself numbers, and what it says of them.

Numbers that run on within a line ("1. ... 2. ... 4. ..."), references to an article, an annex or a
chapter that the paper does not have. A reference to a part of another text is left alone, and so
is a paper that is no more than the beginning of a longer one.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.conformity.own_articles import check_own_articles
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.checks.figures.told_again.counts import count_told
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL, ORDINAL_WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_PART = r"(?:articles?|clauses?|sections?|chapters?|parts?|tables?|annexe?s?|volumes?|appendices|chapitres?|titres?|parties?|tableaux?|tomes?|(?:ال)?(?:مادة|مواد|فصل|فصول|باب|أبواب|جزء|أجزاء|جدول|جداول|مرفق|مرفقات|ملحق|ملاحق|أقسام|قسم))"
TRIGGERS = (
    Trigger("inline part", r"[.;:!] (?:article|clause|section|المادة) ?\(?[0-9a-z\xc0-\xff]"),
    Trigger("inline number", r"[.;:!] \(?[0-9]{1,2} ?(?:[.)-]|-) ?[a-z\xc0-\xff]"),
    Trigger("inline letter", r"[:,;] \(?[abابأ]\) ?[a-z\xc0-\xff]"),
    Trigger(
        "parts counted",
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|[0-9]\)?) (?:articles|chapters|parts|sections|tables|annexes|volumes|chapitres|parties|tableaux|titres|tomes)",
    ),
    Trigger("parts counted", r" (?:ملحقين|مرفقين|فصلين|بابين|جزأين|جدولين|قسمين)"),
    Trigger(
        "parts counted",
        r"(?:ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني(?:ة)?|تسعة?|عشرة?|[0-9]\)?) (?:مواد|مادة|فصول|فصلا|أبواب|أجزاء|جداول|جدولا|مرفقات|ملاحق|أقسام)",
    ),
)
_DUALS = {
    fold(dual).skeleton: fold(one).skeleton
    for dual, one in (
        ("ملحقين", "ملحق"),
        ("مرفقين", "مرفق"),
        ("فصلين", "فصل"),
        ("بابين", "باب"),
        ("جزأين", "جزء"),
        ("جدولين", "جدول"),
        ("قسمين", "قسم"),
    )
}
_HAS_PARTS = compiled(
    r"\b(?:compris\w*|has|have|contain\w*|consist\w* of|divided into|made up of|composed of|comprend|comporte|compte|contient|divisee? en|composee? de|يتضمن|تتضمن|يضم|تضم|يتألف من|تتألف من|يشتمل على|تشتمل على|يحتوي على|تحتوي على|يتكون من|تتكون من|على|من)\b[^.;:\n]{0,16}$"
)
_HEAD = on_demand(
    pattern(r"(?P<label>article|art\.|clause|section|المادة|البند|الفصل) ?(?:no\.? ?|n° ?|رقم )?\(?(?:ال)?(?:(?P<first>premier|premiere|one|unique)\b|")
    + ORDINAL
    + r")\)? ?(?=[.:\-\n])"
)  # fmt: skip
_NUMBER = on_demand(r"(?P<number>\d{1,2}) ?(?P<sign>[.)]|-)(?!\d) ?(?=[^\W\d_\"])")
_LETTER = compiled(
    r"(?:(?<=[:;,] )|(?<=[;,] and )|(?<=[;,] et )|(?<=[;,] و))\(?(?P<number>[a-h]|أ|ب|ج|د|هـ|ه|و|ز|ح)\) ?(?=[^\W\d_])"
)
_CLOSES = on_demand(r"\)")
_ABJAD = fold("ابجدهوزح").skeleton
_REPEALED = compiled(
    r"\b(?:articles?|paragraphs?|annexe?s?|sections?|clauses?|alineas?|(?:ال)?(?:مادة|فقرة|بند))\b[^.;\n]{0,60}\b(?:repealed|deleted|abrogee?s?|supprimee?s?|reserved|omitted|لاغ\w*|ملغاة?|ألغيت?|محذوفة?|تلغى)\b|\b(?:bis|ter|quater|مكرر\w*)\b"
)
_HEADED = frozenset({"inline part", "article_line", "ordinal_line"})
_LEAST = 3  # parts that make a paper's own numbering


class _Part(NamedTuple):
    number: int
    start: int
    end: int


def check_own_parts(paper: Paper) -> Iterator[Finding]:
    """Find breaks in numbers that run on within a line, and references to parts that are not there."""
    signs = paper.signs
    told: list[Finding] = []
    if len(paper.hits("inline number")) > 1:  # of three parts, most stand within a line
        yield from _in_lines(paper, _numbered(paper))
    if "inline letter" in signs:
        yield from _letters(paper)
    if not signs.isdisjoint(_HEADED):
        heads = _heads(paper)
        if "inline part" in signs:
            yield from _in_lines(paper, heads)
        yield from (told := list(_articles(paper, heads)))
    if not told:
        yield from check_own_articles(paper)
    if "parts counted" in signs:
        yield from _counted(paper)


def _heads(paper: Paper) -> list[_Part]:
    """Return the articles that the paper has, by the label that most of them bear."""
    by_label: dict[str, list[_Part]] = {}
    begins = [at + 2 for at, _ in paper.hits("inline part")]
    begins += (at for sign in ("article_line", "ordinal_line") for at, _ in paper.hits(sign))
    for at in sorted(begins):
        match = _HEAD.match(paper.skeleton, at)
        if match is None:
            continue
        number = 1 if match["first"] else ordinal_of(match["ordinal"], match["ordinal_words"])
        begin, end = match.start("label"), match.end()
        by_label.setdefault(match["label"], []).append(_Part(number, begin, end))
    return max(by_label.values(), key=len, default=[])


def _numbered(paper: Paper) -> list[_Part]:
    """Return numbers that run on in one line; those that each begin one are read elsewhere."""
    by_sign: dict[str, list[_Part]] = {}
    skeleton = paper.skeleton
    begins = [start + 2 for start, _ in paper.hits("inline number")]
    begins += (at for sign in ("numbered_line", "bracketed_line") for at, _ in paper.hits(sign))
    for begin in sorted(begins):
        opens = skeleton[begin] == "("
        match = _NUMBER.match(skeleton, begin + opens)
        if match:
            part = _Part(int(match["number"]), *match.span("number"))
            by_sign.setdefault("(" * opens + match["sign"], []).append(part)
    return max(by_sign.values(), key=len, default=[])


def _in_lines(paper: Paper, parts: list[_Part]) -> Iterator[Finding]:
    """Find the one break in parts that are else numbered from 1 without one."""
    skeleton = paper.skeleton
    inside = [one for one in parts if one.start and skeleton[one.start - 1] in " ("]
    if len(parts) < _LEAST or parts[0].number != 1 or len(inside) * 2 < len(parts):
        return
    breaks = [
        at for at, (one, two) in enumerate(pairwise(parts), 1) if two.number != one.number + 1
    ]
    if not breaks or _REPEALED.search(skeleton, parts[0].start):
        return
    at = breaks[0]
    before, item = parts[at - 1], parts[at]
    beyond = parts[at + 1].number if at + 1 < len(parts) else None
    if breaks[1:] in ([], [at + 1]) and beyond == before.number + 2 and item.number > 0:
        yield _told("CON032", paper, before, item)
    elif len(breaks) == 1 and item.number == before.number + 2 and at > 1:
        yield _told("CON030", paper, before, item)
    elif len(breaks) == 1 and item.number == before.number and at > 1:
        yield found(
            "CON031", item.start, item.end, elsewhere=((before.start, before.end),),
            number=paper.text[item.start : item.end].strip(),
        )  # fmt: skip


def _told(code: str, paper: Paper, before: _Part, item: _Part) -> Finding:
    was, number = (paper.text[one.start : one.end].strip() for one in (before, item))
    due = str(before.number + 1)
    places = ((before.start, before.end),)
    if code == "CON032":
        return found(
            code, item.start, item.end, elsewhere=places, number=number, right=due, before=was
        )
    return found(
        code, item.start, item.end, elsewhere=places, before=was, after=number, missing=due
    )


def _letter(skeleton: str, at: int) -> re.Match[str] | None:
    """Return the letter of a list that a bracket closes."""
    if at > 1 and skeleton[at - 2] == "(":
        return _LETTER.match(skeleton, at - 2)
    return _LETTER.match(skeleton, max(0, at - 1))


def _letters(paper: Paper) -> Iterator[Finding]:
    """Find "(a) the dates; (b) the venue; (d) the agenda"."""
    run: list[_Part] = []
    skeleton = paper.skeleton
    closing = [sign.start() for sign in _CLOSES.finditer(skeleton)]
    for match in filter(None, (_letter(skeleton, at) for at in closing)):
        letter = match["number"][0]
        number = _ABJAD.find(letter) + 1 if letter > "\x7f" else ord(letter) - ord("a") + 1
        one = _Part(number, *match.span("number"))
        if number == 1 or paper.skeleton.find("\n\n", run[-1].end if run else 0, one.start) > 0:
            run = [one] if number == 1 else []
            continue
        if len(run) > 1 and number == run[-1].number + 2:
            due = run[-1].number
            missing = "ابجدهوزح"[due] if letter > "\x7f" else chr(ord("a") + due)
            yield found(
                "CON030", one.start, one.end, elsewhere=((run[-1].start, run[-1].end),),
                before=paper.text[run[-1].start : run[-1].end],
                after=paper.text[one.start : one.end], missing=missing,
            )  # fmt: skip
            run = []
        elif run:
            run.append(one)


# What a paper ends with that is whole: its place and day, its entry into force, its publication.
_ENDS = compiled(
    r"\b(?:done (?:at|in)|done in (?:two|three|\w+ originals?)|fait (?:a|en)|enters? into force|entr\w+ en vigueur|takes? effect|prend(?:ra)? effet|signed|in witness|en foi de quoi|shall be (?:published|communicated|posted)|sera (?:publiee?|affichee?|communiquee?|enregistree?)|حرر|صدر|ينشر|تنشر|يعمل ب\w*|تدخل حيز|يدخل حيز|يبلغ)\b"
)
_REFERRED = on_demand(
    pattern(r"(?<!\w)(?P<label>articles?|art\.|clauses?|sections?|(?:ب|ل|لل|وال|وب|ال)?(?:ال)?(?:مادة|بند|فصل)) (?:no\.? ?|n° ?|رقم )?\(?(?P<number>\d{1,3})\)?(?![\d/]|[.,-]\d)(?P<behind>(?: ?[\"«“][^\"»”.;\n]{1,80}[\"»”])?[^.;\n]{0,60})")
)  # fmt: skip
# "المنصوص عليها في المادة السابعة عشرة": the number in words.
_IN_WORDS = on_demand(
    pattern(r"(?<!\w)(?P<label>(?:[بلو]|لل|وال|وب|ال)?(?:ال)?(?:مادة|بند|فصل)) (?:رقم )?\(?(?:ال)?")
    + ORDINAL_WORDS
    + pattern(r"(?P<behind>[^.;\n]{0,60})")
)
_OF_THIS = compiled(
    r"\b(?:this|the present|hereof|above|below|present\w*|ci-dessus|ci-apres|susvise\w*|هذا|هذه|أعلاه|أدناه)\b"
)
_OTHER = compiled(
    r"\b(?:charter|convention|agreement|treaty|protocol|constitution|statutes?|laws?|act|code|decrees?|regulations?|rules?|covenant|order|directive|resolution|decision|ordinance"
    r"|charte|accord|traite|protocole|statuts?|lois?|decrets?|reglement\w*|arrete|ordonnance|pacte|circulaire|contrat|contract"
    r"|(?:ال|لل|بال|وال)?(?:ميثاق|اتفاقية|اتفاق|معاهدة|بروتوكول|دستور|نظام|قانون|مرسوم|لائحة|عهد|قرار|أمر|تعميم|عقد))\b"
)
_FAMILY = compiled(
    r"(?P<article>art|مادة)|(?P<clause>clause)|(?P<section>section)|(?P<item>بند)|(?P<chapter>فصل)"
)
_AHEAD = 90  # characters before a reference that may name the text it is of


def _articles(paper: Paper, heads: list[_Part]) -> Iterator[Finding]:
    """Find "the members referred to in article 9" in a decision of six articles."""
    last = len(heads)
    if last < _LEAST or [one.number for one in heads] != list(range(1, last + 1)):
        return
    skeleton = paper.skeleton
    is_whole = paper.kind is Kind.CONTRACT or _ENDS.search(skeleton, heads[-1].start)
    if not is_whole or _REPEALED.search(skeleton, heads[0].start):
        return
    starts = {one.start for one in heads}
    own = _FAMILY.search(skeleton, heads[0].start)
    for match, number in _references(skeleton, heads[0].start):
        label = _FAMILY.search(match["label"])
        if label is None or own is None or label.lastgroup != own.lastgroup:
            continue  # "item 12" of a budget, in a contract of articles
        is_own = paper.kind is Kind.CONTRACT and _ENDS_CONTRACT.search(skeleton, *_before(match))
        if number <= last or match.start() in starts:
            continue
        if not is_own and _is_of_another(skeleton, match, paper.kind is Kind.CONTRACT):
            continue
        if _is_within_quotes(paper.text, match.start()):
            continue  # of the text that is quoted, or that an amendment puts in
        end = match.start("behind")
        yield found(
            "CON033", match.start(), end, elsewhere=((heads[-1].start, heads[-1].end),),
            part=paper.text[match.start() : end].strip(), last=last,
        )  # fmt: skip


# "to end the contract ..., and article 10 ...": the contract that names its own.
_ENDS_CONTRACT = compiled(
    r"\b(?:terminat\w+|end|resili\w+|mettre fin a[u ]*|إنهاء|فسخ) (?:the |this |le |du |au |l')?"
    r"(?:present )?(?:contract|agreement|contrat|accord|(?:ال)?(?:عقد|اتفاق))\b[^.;\n]*$"
)


def _before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - _AHEAD), match.start()


def _references(skeleton: str, begin: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what refers to an article, with its number, in digits or in Arabic words."""
    for match in _REFERRED.finditer(skeleton, begin):
        yield match, int(match["number"])
    for match in _IN_WORDS.finditer(skeleton, begin):
        yield match, ordinal_of(None, match["ordinal_words"])


def _is_within_quotes(text: str, at: int) -> bool:
    """Tell whether quotation marks that were opened before are closed after."""
    return any(
        text.rfind(opening, 0, at) > text.rfind(closing, 0, at) and text.find(closing, at) > 0
        for opening, closing in ("«»", "“”")
    )


_CONTRACT = compiled(r"(?:\w*عقد|contrac?t|agreement|accord)$")


def _is_of_another(skeleton: str, match: re.Match[str], of_contract: bool) -> bool:
    """Tell whether the sentence names another text to which the part may belong.

    ``of_contract``: the paper is one, so that "the contract" is this one.
    """
    begin = match.start()
    behind = match["behind"]
    if _OF_THIS.match(behind.lstrip(" ,)")):
        return False
    before = re.split(r"[.;\n]", skeleton[max(0, begin - _AHEAD) : begin])[-1]
    return any(
        not _OF_THIS.search(around, max(0, other.start() - 14), other.end() + 10)
        for around in (before, behind)
        for other in _OTHER.finditer(around)
        if not (of_contract and _CONTRACT.search(other[0]))
    )


_COUNT_AND_PART = on_demand(rf"(?P<count>[^.;:\n]{{1,30}}?) (?P<part>{pattern(_PART)})(?![^\W\d_])")
_SAME = tuple(
    tuple(fold(words).skeleton.split())
    for words in (
        "article articles", "chapter chapters", "part parts", "section sections", "table tables",
        "annex annexes annexe", "volume volumes", "chapitre chapitres", "partie parties",
        "tableau tableaux", "titre titres", "tome tomes", "مادة مواد", "فصل فصول فصلا",
        "باب أبواب", "جزء أجزاء", "جدول جداول جدولا", "مرفق مرفقات", "ملحق ملاحق", "قسم أقسام",
    )
)  # fmt: skip
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LARGEST = 60
_OF_NEXT = compiled(
    r"[\s,)]*(?:of|to|in|de|du|des|d'|من|في|ل)\b\s*(?!(?:this|the present|ce|cette|present\w*|هذا|هذه)\b)"
)


def _counted(paper: Paper) -> Iterator[Finding]:
    """Find "two annexes: Annex I and Annex II" and "the cases named in Annex III"."""
    skeleton = paper.skeleton
    done: set[tuple[str, ...]] = set()
    for start, end in paper.hits("parts counted"):
        told = _count_of_parts(skeleton, start, end)
        if told is None or told[1] in done:
            continue
        count, names, at = told
        done.add(names)
        if _REPEALED.search(skeleton):
            continue
        yield from _beyond(paper, count, names, at)


def _count_of_parts(
    skeleton: str, start: int, end: int
) -> tuple[int, tuple[str, ...], Stretch] | None:
    """Return how many of which parts the text says it has, where "has" leads to the number."""
    word = skeleton[:end].rpartition(" ")[2]
    if word in _DUALS:
        counted: tuple[Stretch, int] | None = ((end - len(word), end), 2)
    else:
        counted = count_before(skeleton, end - len(word) - 1)
    names = next((names for names in _SAME if _DUALS.get(word, word) in names), None)
    if counted is None or names is None or not 1 < counted[1] <= _LARGEST:
        return None
    at, count = counted
    if not _HAS_PARTS.search(skeleton, max(0, at[0] - 40), at[0]):
        return None
    return count, names, (at[0], end)


def _beyond(paper: Paper, count: int, names: tuple[str, ...], at: Stretch) -> Iterator[Finding]:
    skeleton = paper.skeleton
    words = "|".join(sorted(names, key=len, reverse=True))
    article = fold("ال").skeleton
    cited = re.compile(
        rf"(?<![^\W\d_])(?:\w{{0,2}}{article})?(?:{words})[ \n](?:{fold('رقم').skeleton} )?\(?(?:(?P<digits>\d{{1,2}})|(?P<roman>[ivx]{{1,4}})|(?P<letter>[a-h])|(?P<word>two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)|(?:{article})?"
        + ORDINAL.replace("?P<ordinal>", "?P<unused>") + r")\)?(?![\w'/-]|[.,]\d)"
    )  # fmt: skip
    for match in cited.finditer(skeleton):
        if at[0] <= match.start() < at[1] or _OF_NEXT.match(skeleton, match.end()):
            continue
        number = _label(match)
        if number is None or number <= count or number > count + 10:
            continue
        yield found(
            "CON033", *match.span(), elsewhere=(at,),
            part=" ".join(paper.text[slice(*match.span())].split()), last=count,
        )  # fmt: skip
        return


def _label(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        return _ROMANS.index(match["roman"]) + 1 if match["roman"] in _ROMANS else None
    if match["word"]:
        return count_told(match["word"])
    if match["letter"]:
        return ord(match["letter"]) - ord("a") + 1
    return ordinal_of(match["unused"], match["ordinal_words"])
