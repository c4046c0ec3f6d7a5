"""The subject of a paper that bears no label: a bare line, a heading, a title in capitals.

Letters, memoranda and circulars of many houses tell their matter so. Source: our guess.
"""

from __future__ import annotations

import re

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.greetings import PEACE
from clearance.review.checks.conformity.part_words import AGAIN
from clearance.review.checks.occasions import is_of_occasion
from clearance.review.checks.whole import is_whole
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import style_at
from clearance.review.mentions.anatomy.head import IN_THE_NAME
from clearance.review.mentions.anatomy.words import POST
from clearance.review.paper import Paper
from clearance.terms import Kind

INSIDE = frozenset({Kind.MEMORANDUM, Kind.CIRCULAR})
OTHERS = ("letterhead", "reference", "date_line", "sender", "approval", "enclosures")
EACH_LINE = on_demand(r"[^\n]+")
_TELLS_MATTER = compiled(
    r"(?:[^.\n]{0,60}\b(?:honou?r|pleasure|privilege)\b|[^.\n]{0,40}l'honneur\b|"
    r"[وف]?(?:أتشرف|يشرفني|يسرني)) ?[^.\n]{0,30}?"
    r"\b(?:refer|draw|referer|appeler|(?:ال)?إشارة|أشير)[^.\n]{0,30}?"
    r"\b(?:resolution|decision|(?:ال)?قرار)\b[^.\n,]{0,20}? (?:on|sur|relative?|بشأن|حول) "
)
# "Mission au Tchad" is a journey, and no office.
OFFICER = compiled(rf" *(?:the |le |la |l')?(?!missions? (?:to|in|a|au|aux|en) ){POST}")
_HEADING = 500  # letters below number and date in which a heading stands
# A line of its own, a blank one below it, that ends as no sentence does, over a paragraph. Below
# the first paragraph a blank line stands above it too.
_MATTER = on_demand(r"\n *[^\W\d][^\n]{7,110}[^\n.,;:!?][ ]*(?=\n *\n[^\n:]{50})")
_RUNNING = on_demand(r"\n[^\n]{90}")
_LABELLED = 25  # letters in which a label ends; "Your letter 114/26 of 30 June: observers" has none
_TITLE = 120  # characters in which the title of a circular ends
_OF_DAY = 9  # words of a line that tells a day or the invocation (our guess)
_BLOCK = 7  # lines of an address (our guess)
_TITLE_LINE = on_demand(r"[ (\[*]*(?:[^\W\d_]{2,}[^\n\w]{1,3}){2,}[^\n]{0,90}(?<![.,;:!?])[ ]*")
_LINE = on_demand(r"\s*(?P<line>[^\n]{8,110}[^\n.,;:!])\n(?:\s*\n|(?=[^\n]{120}))")
_BODY = compiled(r"(?:as-?sal|assal|السلام|تحية|i |it |with |j'|je |nous |we |the |في |إن )")
_KIND_NAMED = compiled(r" *(?:[\w-]+ ){0,2}?(?:memorandum|memo|note|مذكرة)\b[^\n]{0,20}(?:\n|$)")
# Who writes, over "to" on a line of its own: "Le Secrétaire général / à / ...".
_TO_ALONE = compiled(r"\s*\n\s*(?:a|to|إلى) *:? *\n")
_CHANNEL = compiled(
    r"[| ]*(?:through|thru|via|channel|voie|s/c|sous couvert|عن طريق|بواسطة|القناة)\b"
)
# How the paper goes, and how soon: "By diplomatic bag", "Par porteur", "URGENT".
_CARRIED = compiled(
    r"[(\[* ]*(?:(?:by|via|par|sous|بواسطة|عن طريق|ب(?=ال))\s?(?:the |la |le |l'|ال)?"
    r"(?:diplomatic |registered |official |safe )?"
    r"(?:hand|bag|pouch|courier|messenger|mail|e-?mail|fax|post|valise|porteur|courriel|courrier|"
    r"poste|telecopie|coursier|pli|حقيبة|بريد|فاكس|ساع|مندوب|رسول)(?!\w)[^\n]{0,20}|"
    r"(?:most |tres )?urgente?|confidential|confidentiel|restricted|عاجل(?: جدا)?|سري)\W*$"
)
_NUMBERS = compiled(r" *(?:[\w/]+ )?(?:ref|reference|tel|telephone|fax|telefax|e-?mail)\b")
_ITEM = compiled(
    r"[ ]*(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-h]) ?[.)-]|(?:أولا|ثانيا|ثالثا|رابعا)(?!\w)|[-*\xa4] )"
)
# "NOTE BUDGÉTAIRE n° 4/2026", "Joint letter No. 12": the kind of the paper, and no more.
_KIND_ALONE = compiled(
    r"[ *(\[]*(?:[^\W\d_]+(?:[ -]|(?<=d)'))*?"
    r"(?:circular|circulaire|memorandum|memo|note|letter|lettre|تعميم|مذكرة|خطاب|رسالة|كتاب)\b"
    r"(?: d'[^\W\d_]+| (?:de|of) (?:service|liaison|bureau|synthese)"
    r"| (?!on |sur |for |pour |بشأن |حول )[^\W\d_]+){0,1}"
    r"[^\w\n]*(?:(?:no|n°|رقم)\b[^\n]{0,24}|\d[^\n]{0,16})?[^\w\n]*$"
)


def has_unlabelled_subject(paper: Paper) -> bool:
    """Tell whether the paper needs no line of subject, or tells its matter without a label."""
    return (
        is_of_occasion(paper)
        or _is_below(paper)
        or _has_bare_subject(paper)
        or _has_heading(paper)
        or _has_title(paper)
    )


def _is_below(paper: Paper) -> bool:
    """Tell whether a letter names its matter in its first words, and its addressee at the foot.

    So diplomatic letters do: "I have the honour to refer to resolution 3/50-HUM on Assistance ...".
    Source: UN Correspondence Manual, paras 30-40; which first words count is our guess.
    """
    block, closing, body = paper.anatomy.addressee, paper.anatomy.closing, paper.anatomy.body
    return (
        block is not None
        and closing is not None
        and body is not None
        and block[0] >= closing[1]
        and _TELLS_MATTER.match(paper.skeleton, *body) is not None
    )


def _has_bare_subject(paper: Paper) -> bool:
    """Tell whether a line without a label stands where a subject does, near the salutation."""
    anatomy, skeleton = paper.anatomy, paper.skeleton
    if anatomy.salutation is None or anatomy.addressee is None:
        return False
    start, end = anatomy.salutation
    named = (anatomy.addressee, anatomy.reference, anatomy.date_line, anatomy.enclosures)
    known = [part for part in (*named, anatomy.letterhead) if part]
    above = max((part[1] for part in known if part[1] <= start), default=start)
    between = _without_days(paper, above, start)
    if 8 < len(between) < 200 and ":" not in between[:_LABELLED]:
        return True
    after = _LINE.match(skeleton, end)
    if after is None or _BODY.match(after["line"]) is not None:
        return False
    # who approved the paper, told there, is not its matter
    approved = anatomy.approval or (end, end)
    return not (approved[0] < after.end("line") and after.start("line") < approved[1])


def _without_days(paper: Paper, start: int, end: int) -> str:
    """Return what stands there without the lines that tell a day, as of the other calendar."""
    skeleton = paper.skeleton
    lines = (line.span() for line in EACH_LINE.finditer(skeleton, start, end))
    kept = [
        skeleton[first:last]
        for first, last in lines
        if not any(first <= day.start < last for day in paper.dates)
    ]
    return "\n".join(kept).strip()


def _has_title(paper: Paper) -> bool:
    """Tell whether a line of the head that is no other part says what the paper is about.

    "INVITATION TO THE CONSULTATIVE DAYS" over the greeting, "[technical mission]" under the
    addressee.
    """
    anatomy, skeleton = paper.anatomy, paper.skeleton
    edge = anatomy.salutation or anatomy.closing
    begins = anatomy.salutation[0] if anatomy.salutation else (anatomy.body or (0, 0))[0]
    is_inside = edge is None and paper.kind is Kind.MEMORANDUM
    if edge is None and paper.kind is not Kind.CIRCULAR and not is_inside:
        return False
    known = [(block.start, block.end) for block in anatomy.addressees]
    known += [part for name in (*OTHERS, "copies") if (part := getattr(anatomy, name)) is not None]
    top = skeleton.find("\n\n")  # up to there the house is named
    if anatomy.letterhead is not None and top > begins:  # no blank line parts it from the rest
        top = anatomy.letterhead[1]
    numbered = [part[1] for part in (anatomy.reference, anatomy.date_line) if part]
    below = max(numbered, default=len(skeleton))
    reach = _TITLE if anatomy.salutation is None else 0
    stop = min(len(skeleton), max(begins, top) + reach * (2 if is_inside else 1))
    if (whole := skeleton.find("\n", stop)) > 0:
        stop = whole  # the last line is looked at as a whole
    return any(
        _TITLE_LINE.fullmatch(skeleton, *line.span()) is not None
        and _NUMBERS.match(skeleton, line.start()) is None
        and not any(start < line.end() and line.start() < end for start, end in known)
        and (line.start() >= below or not _names_house_or_post(skeleton, line))
        and not _is_of_the_head(paper, line)
        and (not is_inside or _is_over_text(skeleton, line))
        for line in EACH_LINE.finditer(skeleton, max(top, 0), stop)
    )


def is_invocation_or_day(paper: Paper, line: re.Match[str]) -> bool:
    """Tell whether a line of the head is the invocation, or the day in another calendar."""
    if len(line[0].split()) > _OF_DAY:
        return False
    is_day = any(line.start() <= day.start < line.end() for day in paper.dates)
    return is_day or IN_THE_NAME.match(line[0].strip()) is not None


def _is_of_the_head(paper: Paper, line: re.Match[str]) -> bool:
    """Tell whether the line names the kind of paper, who writes or to whom, or begins a list."""
    skeleton = paper.skeleton
    told = skeleton[slice(*line.span())].strip()
    return (
        is_invocation_or_day(paper, line)
        or _KIND_ALONE.fullmatch(told) is not None
        or _ITEM.match(told) is not None
        or PEACE.match(told) is not None
        or _is_of_address(paper, line)
        or _TO_ALONE.match(skeleton, line.end()) is not None
        or _CHANNEL.match(told) is not None
        or _CARRIED.match(told) is not None
        or (paper.kind is Kind.CIRCULAR and AGAIN["addressee"].match(told) is not None)
        or posts.are_of_house(told, paper.context)
    )


def _is_of_address(paper: Paper, line: re.Match[str]) -> bool:
    """Tell whether a line stands in one block with who is written to: "The Manager / X Bank".

    A block ends at the known parts of the head too, where no blank lines part them.
    """
    skeleton, anatomy = paper.skeleton, paper.anatomy
    over = [anatomy.letterhead, anatomy.reference, anatomy.date_line]
    over += [(block.start, block.end) for block in anatomy.addressees]
    edge = max((part[1] for part in over if part and part[1] <= line.start()), default=0)
    blank = skeleton.rfind("\n\n", 0, line.start())
    begin = max(blank + 2 if blank >= 0 else 0, edge)
    blank = skeleton.find("\n\n", line.end())
    ends = [part[0] for part in (anatomy.salutation, anatomy.approval) if part]
    ends = [one for one in ends if one >= line.end()] + [blank if blank >= 0 else len(skeleton)]
    block = skeleton[begin : min(ends)].strip("\n")
    lines = block.split("\n")
    return 1 < len(lines) <= _BLOCK and any(
        OFFICER.match(each) is not None or style_at(each, 0, len(each)) > 0 for each in lines
    )


def _names_house_or_post(skeleton: str, line: re.Match[str]) -> bool:
    """Tell whether the line above number and date is a house's name, or who writes to whom."""
    told = skeleton[slice(*line.span())]
    return AGAIN["letterhead"].match(told) is not None or OFFICER.match(told) is not None


def _is_over_text(skeleton: str, line: re.Match[str]) -> bool:
    """Tell whether a line of a memorandum is shorter than the text that begins under it.

    It names neither the kind of the paper nor who writes to whom.
    """
    under = EACH_LINE.search(skeleton, line.end())
    if under is None or AGAIN["addressee"].match(skeleton, line.start(), line.end()):
        return False
    length = line.end() - line.start()
    is_apart = skeleton[line.end() : line.end() + 2] == "\n\n"
    is_longer = under.end() - under.start() > length * 4 // 3
    is_apart = is_apart or _ITEM.match(skeleton, under.start()) is not None
    return (is_apart or is_longer) and _KIND_NAMED.match(skeleton, line.start()) is None


def below_date(paper: Paper) -> tuple[str, int, int]:
    """Return the skeleton, and where in it the first paragraphs below number and date stand."""
    known = (paper.anatomy.reference, paper.anatomy.date_line)
    edge = max((part[1] for part in known if part), default=0)
    return paper.skeleton, edge, min(len(paper.skeleton), edge + _HEADING)


def _has_heading(paper: Paper) -> bool:
    """Tell whether a paper within the house bears its matter as a heading of its own."""
    if paper.kind not in INSIDE:
        return False
    anatomy = paper.anatomy
    others = [(block.start, block.end) for block in anatomy.addressees]
    named = (anatomy.sender, anatomy.letterhead, anatomy.copies, anatomy.enclosures)
    others += [part for part in (*named, anatomy.approval) if part]
    skeleton, edge, stop = below_date(paper)
    text = _RUNNING.search(skeleton, edge, stop)
    begins = text.start() if text else stop
    is_complete = is_whole(paper)  # a short circular may name whom it is for, and no more
    return any(
        not any(start < matter.end() and matter.start() < end for start, end in others)
        and not (is_complete and AGAIN["addressee"].match(matter[0].strip()))
        and (matter.start() < begins or skeleton[matter.start() - 1] == "\n")
        for matter in _MATTER.finditer(skeleton, edge, stop)
    )
