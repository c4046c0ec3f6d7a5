"""References to a paragraph of the paper itself, or to an item of its agenda, that is not there.

"As shown in paragraph 9 above" in a report of five paragraphs, "under item 8" of an agenda of six.
Only a paper whose paragraphs or items run on from 1 without a break is held to it: of an excerpt
nobody knows where it ends. Source: our guess, from the papers of the house.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

TRIGGERS = (
    Trigger(
        "own_paragraph",
        r"(?:paragraphs?|paras?\.?|paragraphes?|الفقرة) ?\(?[0-9]{1,2}\)? "
        r"(?:above|below|of (?:this|the present)|ci-dess|d[ue] (?:la )?present|أعلاه|أدناه|"
        r"من هذ|السابقة|الآتية)",
    ),
    Trigger(
        "paragraph_cited",
        r"(?:in|under|to|by|with|au|aux|du|le|les|في|إلى|بموجب|لل|بال|ال)[ ]?"
        r"(?:paragraphs?|paras?\.?|paragraphes?|ال?فقرة) ?\(?[0-9]{1,2}",
    ),
    Trigger("own_item", r"(?:under|in|on|of) (?:agenda )?item [0-9]"),
    Trigger("own_item", r"(?:au titre du|au|du) point [0-9]"),
    Trigger("own_item", r"(?:إطار|بموجب|تحت|ضمن|بشأن) البند "),
)
_PARAGRAPH = on_demand(r"\D+(?P<number>\d{1,2})")
_ITEM = on_demand(
    pattern(r"\w+ (?:\w+ ){0,2}?(?:item|point|البند) (?:(?P<digits>\d{1,2})(?![\d/.])|(?:ال)?")
    + ORDINAL
    + r"(?!\w))"
)
_LINE = on_demand(r"\s*\(?(?P<number>\d{1,3})")
_LINE_OF_AGENDA = on_demand(
    pattern(r" *(?:agenda )?(?:item|point|البند) ?(?:no\.? |n° )?(?:(?P<digits>\d{1,2})|(?:ال)?")
    + ORDINAL
    + r") ?[:.-]"
)
_OF_ANOTHER = compiled(
    r"[ ,]*(?:of|de|du|des|من) (?!(?:this|the present|the agenda\b|l'ordre du jour|la present|"
    r"ce|cet|present|هذا|هذه|جدول الأعمال))"
)
_LEAST = 3  # paragraphs that make a numbering (our guess)


def check_own_paragraphs(paper: Paper) -> Iterator[Finding]:
    """Find references beyond the last paragraph, and beyond the last item of the agenda."""
    is_told = False
    if "own_paragraph" in paper.signs:
        for finding in _paragraphs(paper):
            is_told = True
            yield finding
    if "paragraph_cited" in paper.signs and paper.kind in _OF_HOUSE and not is_told:
        yield from _cited(paper)
    if "own_item" in paper.signs:
        yield from _items(paper)


def _paragraphs(paper: Paper) -> Iterator[Finding]:
    lines = [
        (int(match["number"]), match.span("number"))
        for start, _ in paper.hits("numbered_line")
        if (match := _LINE.match(paper.skeleton, start))
    ]
    last = _last_of(lines)
    if last is None:
        return
    for start, end in paper.hits("own_paragraph"):
        begin = _word_begins(paper.skeleton, start)
        match = _PARAGRAPH.match(paper.skeleton, begin, end)
        if match and int(match["number"]) > last[0]:
            yield _beyond(paper, (begin, match.end()), last)
            return


# "the committee referred to in paragraph 9", where nothing says of which text.
_CITED = compiled(
    r"(?:[^\W\d_]+ ?)?\b(?P<part>(?:paragraphs?|paras?\.?|paragraphes?|[بل]?(?:ال|لل)?فقرة) ?"
    r"\(?(?P<number>\d{1,2}))(?![\d/]|[.,]\d)\)?"
)
_TEXTS = compiled(
    r"\b(?:resolutions?|decisions?|charter|convention|agreement|treaty|statutes?|rules?|"
    r"regulations?|report|memorandum|letter|note|declaration|communique|circular|article|annex\w*|"
    r"charte|accord|traite|statuts?|reglement|rapport|lettre|memorandum|circulaire|communique|"
    r"(?:[بلو]|وال|بال|لل|ال)*(?:قرار|قرارات|مقرر|ميثاق|اتفاقية|اتفاق|معاهدة|نظام|لائحة|تقرير|مذكرة|خطاب|رسالة|"
    r"تعميم|إعلان|بيان|مادة|مرفق|ملحق))(?!\w)"
)
_OF_NEXT = compiled(r"[ ,)]*(?:\([a-z]\)|[\w ]{0,12})? ?(?:of|from|de|du|des|d'|من)\b")
_THIS = compiled(r"\b(?:this|the present|l[ae] presente?|ce|cette|present\w*)\s*$|هذا\s*$|هذه\s*$")
_BESIDE = 110  # letters on either side in which another text may be named (our guess)
_OF_HOUSE = frozenset(
    {Kind.DRAFT_RESOLUTION, Kind.REPORT, Kind.MEMORANDUM, Kind.CIRCULAR, Kind.LETTER}
)


def _cited(paper: Paper) -> Iterator[Finding]:
    """Find "paragraph 9" in a paper of seven, in a sentence that names no other text."""
    skeleton = paper.skeleton
    lines = [
        (int(match["number"]), match.span("number"))
        for start, _ in paper.hits("numbered_line")
        if (match := _LINE.match(skeleton, start))
    ]
    last = _last_of(lines)
    if last is None:
        return
    for start, _ in paper.hits("paragraph_cited"):
        match = _CITED.search(skeleton, start, start + 40)
        if match is None or int(match["number"]) <= last[0] or start < lines[0][1][0]:
            continue
        if not _names_a_text(skeleton, match.start("part"), match.end()):
            yield _beyond(paper, match.span("part"), last)
            return


def _names_a_text(skeleton: str, start: int, end: int) -> bool:
    """Tell whether the sentence around names a text that is not this one."""
    before = re.split(r"[;\n]|[.] ", skeleton[max(0, start - _BESIDE) : start])[-1]
    behind = re.split(r"[;\n]|[.] ", skeleton[end : end + _BESIDE // 2])[0]
    if _OF_NEXT.match(behind) is None:
        behind = ""  # "in paragraph 8 and to submit a report"
    return any(
        _THIS.search(around[: text.start()]) is None
        for around in (before, behind)
        for text in _TEXTS.finditer(around)
    )


def _items(paper: Paper) -> Iterator[Finding]:
    begins = sorted(
        start
        for sign in ("agenda_line", "article_line", "ordinal_line")
        for start, _ in paper.hits(sign)
    )
    lines = []
    for start in begins:
        match = _LINE_OF_AGENDA.match(paper.skeleton, start)
        if match and (number := _number(match)):
            lines.append((number, match.span()))
    last = _last_of(lines)
    if last is None:
        return
    for start, _ in paper.hits("own_item"):
        match = _ITEM.match(paper.skeleton, start)
        number = _number(match) if match else None
        if match is None or number is None or number <= last[0]:
            continue
        if not _OF_ANOTHER.match(paper.skeleton, match.end()):
            yield _beyond(paper, match.span(), last)
            return


def _number(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    return ordinal_of(match["ordinal"], match["ordinal_words"])


def _last_of(lines: Sequence[tuple[int, Stretch]]) -> tuple[int, Stretch] | None:
    """Return the last number and its place; None: they do not run on from 1."""
    numbers = [number for number, _ in lines]
    if len(numbers) < _LEAST or numbers != list(range(1, len(numbers) + 1)):
        return None
    return lines[-1]


def _word_begins(skeleton: str, start: int) -> int:
    while start > 0 and skeleton[start - 1].isalpha():
        start -= 1
    return start


def _beyond(paper: Paper, place: Stretch, last: tuple[int, Stretch]) -> Finding:
    return found(
        "CON033", *place, elsewhere=(last[1],),
        part=" ".join(paper.text[slice(*place)].split()), last=last[0],
    )  # fmt: skip
