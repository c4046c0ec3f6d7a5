"""The parts that a paper lacks, or that are out of place in it.

A part counts as missing only in a paper that plainly is of its kind: most of the other parts are
there. What the anatomy did not find is looked for once more by its words, since layouts vary.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.greetings import is_greeted
from clearance.review.checks.conformity.left_over import may_be_unread
from clearance.review.checks.conformity.own_day import has_date
from clearance.review.checks.conformity.part_words import (
    AGAIN,
    HOUSE_LINE,
    IN_TEXT,
    KIND_OF_PAPER,
    NAMES,
)
from clearance.review.checks.conformity.subject_lines import (
    EACH_LINE,
    INSIDE,
    OFFICER,
    OTHERS,
    below_date,
    has_unlabelled_subject,
    is_invocation_or_day,
)
from clearance.review.checks.whole import is_whole
from clearance.review.context import KnownPart
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy import NOTHING
from clearance.review.mentions.anatomy.words import POST
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

LETTER_FORM = "letter_form"
_SURE = 4  # other parts that must be there before one is missed (our guess)
_SHORT = 40  # words (our guess)
_HEAD = 2500
_FOOT = 1500
_ISSUED = 600  # characters of the foot of a circular that name who issues it (our guess)
_COUNTED = (
    "letterhead", "reference", "date_line", "addressee", "subject", "salutation", "closing",
    "signature_name", "approval", "enclosures",
)  # fmt: skip
_STANDS_AT = {"signature": "signature_name", "sender": "addressee"}
_IN_WORDS = ("reference", "addressee")
_AT_FOOT = frozenset({"reference", "subject"})  # parts that may stand there as well
_IN_HEAD = frozenset({"letterhead", "addressee", "subject", "salutation", "sender"})
# "The Protocol Department." on a line of its own: who a memorandum is for.
_OFFICE = compiled(
    r"\n *\n *(?:the |all |la |le |l'|les |tous les |toutes les )?(?:[\w'-]+ ){0,3}?"
    r"(?:departments?|divisions?|directorates?|units?|offices?|sections?|staff|departements?|"
    r"directions?|services?|bureaux?|unites?|personnel|fonctionnaires|"
    r"(?:ال)?(?:إدارة|إدارات|قسم|أقسام|وحدة|مكتب|مديرية|موظفين|موظفي))\b[^\n]{0,60}\n *\n"
)
_FEW = 9  # words of a line that names an office (our guess)
_GREETS = compiled(r"[,،] ?تحية (?:طيبة|وبعد)")
_MANY = compiled(
    r"[^\n]*(?:excellencies|colleagues|gentlemen|messieurs|mesdames|collegues|sirs|all|tous|"
    r"أصحاب|السادة|الإخوة|الزملاء)\b"
)
_POST = compiled(POST)
_FROM = compiled(r"(?m)^ *(?:from|de|de la part de|expediteur|auteur|من) *:")
_TO = compiled(r"(?m)^ *(?:to|a|destinataires?|إلى) *:")
_FROM_IN = 800
# "its note No. 88/2026", "In pursuance of Resolution No. 14": the number of another paper.
_IS_ANOTHER = compiled(
    r"\b(?:resolutions?|decisions?|article|its|their|your|votre|vos|sa|leur|"
    r"(?:ال)?(?:قرار|مادة)|مذكرت\w+|خطابكم|رسالتكم|كتابكم)\b"
)
_MARKED = compiled(r" *(?:cote|code|symbole?|file|classement|(?:ال)?رمز)\b")
_KIND_LINE = compiled(
    r"\s*(?:[^\W\d_]+ ){0,2}?(?:memorandum|memo|note|مذكرة)\b[^\n:]{0,40}(?:\n| {4,})"
)
_HOUSE_SIGN = compiled(r"(?:oic|oci)[/-][\w/-]*\d")
# A number under or behind the title of the kind: "LETTRE CIRCULAIRE CAB/86-2026",
# "SUBMISSION TO THE DIRECTOR / FIN/27/2026".
_PRINTED_BELOW = compiled(
    rf"\s*{KIND_OF_PAPER}[^\n:]{{0,60}}?(?:\n *)?(?<![^\n ])"
    r"[a-z]{2,4}[/-](?:[\w.]+[/-])?\d[\w.]*[/-]\d[\w.]*(?![\w/])"
)
_SIGNED = compiled(r"\b(?:signed|signe|موقع|توقيع|s/)\b|_{4,}")


def check_parts(paper: Paper) -> Iterator[Finding]:
    """Find the parts that are missing or out of place."""
    anatomy = paper.anatomy
    if anatomy is NOTHING:
        return
    there = sum(getattr(anatomy, part) is not None for part in _COUNTED)
    if paper.kind is Kind.CIRCULAR:  # "Circulaire n° 12/2026", "To all staff": in words, not labels
        there += sum(getattr(anatomy, part) is None and _has(paper, part) for part in _IN_WORDS)
    if there < _SURE - 1:
        return
    yield from _empty(paper)
    forms = {paper.kind or ""}
    is_letter = _place(paper, "closing") or _place(paper, "salutation")
    is_sent = anatomy.addressee or (anatomy.reference and (anatomy.subject or _is_whole(paper)))
    if (
        (is_letter or _is_posted(paper)) and is_sent and there >= _SURE
        and paper.kind is not Kind.NOTE_VERBALE and not _is_to_colleagues(paper)
        and not _is_within_house(paper)
    ):  # fmt: skip
        forms.add(LETTER_FORM)
    asked: set[str] = set()
    for known in paper.context.parts:
        if known.kind not in forms or known.part in asked or known.part not in NAMES:
            continue
        if known.part == "salutation" and _greets_nobody(paper):
            continue
        if known.needed and not (_has(paper, known.part) or may_be_unread(paper, known.part)):
            asked.add(known.part)
            yield _missing(paper, known, may_lack=_may_lack(paper, known.part))
        elif not known.needed and known.part != "signature" and _place(paper, known.part):
            start, end = _place(paper, known.part) or (0, 0)
            yield found(
                "CON002", start, end, level=Level[known.level.upper()], source=known.source,
                part=NAMES[known.part],
            )  # fmt: skip


_BODY = (
    r"[^\n]{0,40}\b(?:missions?|delegations?|departments?|departements?|directorates?|directions?|"
    r"offices?|bureaux?|units?|unites?|states?|etats?|members?|membres?|institutions?|organs?|organes?|"
    r"ministries|ministeres?|embassies|ambassades?|staff|personnel|secretariats?|"
    r"(?:لل?|ال)?(?:مندوبيات|بعثات|وفود|إدارات|مكاتب|وحدات|دول|أجهزة|مؤسسات|وزارات|سفارات|موظفين|موظفي|إدارتي|منسوبي|أمانات))\b"
)
_BODIES = compiled(_BODY)
_TO_BODIES = compiled(rf"(?m)^ *(?:to|aux?|a l[ae']|إلى|لجميع|لكافة) ?(?=[^\n]{{0,70}}$){_BODY}")


def _greets_nobody(paper: Paper) -> bool:
    """Tell whether the paper is a report, or a circular to offices: neither greets. Our guess."""
    if paper.kind is Kind.REPORT:
        return True
    if paper.kind is not Kind.CIRCULAR:
        return False
    block = paper.anatomy.addressees[0] if paper.anatomy.addressees else None
    if block is None:
        return _TO_BODIES.search(paper.skeleton, 0, _HEAD) is not None
    return block.style is None and _BODIES.match(paper.skeleton, block.start, block.end) is not None


def _is_whole(paper: Paper) -> bool:
    """Tell whether a letter has all but whom it is for."""
    anatomy = paper.anatomy
    return paper.kind is Kind.LETTER and None not in (
        anatomy.letterhead, anatomy.date_line, anatomy.salutation, anatomy.closing,
        anatomy.signature_name,
    )  # fmt: skip


def _is_posted(paper: Paper) -> bool:
    """Tell whether a paper that is called a letter has all that one is sent with."""
    anatomy = paper.anatomy
    return paper.kind is Kind.LETTER and None not in (
        anatomy.addressee, anatomy.reference, anatomy.date_line, anatomy.signature_name,
    )  # fmt: skip


_NO_SUBJECT = compiled(
    r"\s*(?:$|(?:\d{1,2}|[ivx]{1,4}|[a-z])\s?[.)\-]\s|(?:أولا|ثانيا)\b|[-*\xa4])"
)
_TEXT = on_demand(r"[^\n]{120,}|[^\n]*\w[.:]\s*(?:\n|$)")


_COLLEAGUES = compiled(r"[^\n]{0,20}(?:colleagues?|collegues?|team|all|tous|زملا|زميل|فريق)")


def _is_to_colleagues(paper: Paper) -> bool:
    """Tell whether a memorandum greets its readers as mail does, without the forms of a letter."""
    salutation = paper.anatomy.salutation
    return bool(
        paper.kind is Kind.MEMORANDUM
        and salutation
        and _COLLEAGUES.match(paper.skeleton, *salutation)
    )


def _is_within_house(paper: Paper) -> bool:
    """Tell whether a memorandum says from whom it comes: it stays in the house."""
    if paper.kind is not Kind.MEMORANDUM:
        return False
    return paper.anatomy.sender is not None or _FROM.search(paper.skeleton, 0, _FROM_IN) is not None


def _empty(paper: Paper) -> Iterator[Finding]:
    """Find a label "Subject:" with nothing behind it, where the text itself follows."""
    place = paper.anatomy.subject
    if place is None:
        return
    line, _, rest = paper.skeleton[place[0] : place[1]].partition("\n")
    if not line.rstrip().endswith(":"):
        return
    if _NO_SUBJECT.match(rest) or _TEXT.match(rest):
        yield found("CON001", place[0], place[0] + len(line), part=NAMES["subject"])


def _has(paper: Paper, part: str) -> bool:
    """Tell whether the part is there, by the anatomy or by its words."""
    if paper.kind is Kind.CIRCULAR and _does_without(paper, part):
        return True
    if part == "letterhead":
        return _has_letterhead(paper)
    if part == "sender":  # only who labels the one labels the other
        is_labelled = _TO.search(paper.skeleton, 0, _FROM_IN) is not None
        return _is_within_house(paper) or not is_labelled or _goes_out(paper)
    if _place(paper, part) is not None:
        return True
    skeleton = paper.skeleton
    if part == "date_line":
        return has_date(paper)
    if part == "closing":
        return AGAIN[part].search(skeleton, max(0, len(skeleton) - _FOOT)) is not None
    if part == "signature" and paper.kind is Kind.CIRCULAR:
        is_sent = paper.anatomy.sender is not None and paper.anatomy.closing is None
        return is_sent or _is_issued(paper)
    if part == "signature":
        closes = paper.anatomy.closing or AGAIN["closing"].search(
            skeleton, max(0, len(skeleton) - _FOOT // 2)
        )
        return closes is None or _SIGNED.search(skeleton, 0) is not None
    if part == "subject" and has_unlabelled_subject(paper):
        return True
    if part == "addressee" and paper.kind in INSIDE and _is_for_office(paper):
        return True
    if (
        part == "addressee"
        and paper.kind is Kind.CIRCULAR
        and _TO_BODIES.search(skeleton, 0, _HEAD)
    ):
        return True
    if part == "addressee" and paper.kind not in INSIDE and _has_other_lines(paper):
        return True
    if part == "salutation" and (is_greeted(paper) or _is_greeted_by_name(paper)):
        return True
    block = paper.anatomy.addressee
    stretches = [(0, min(_HEAD, len(skeleton)))]
    if part in _AT_FOOT:
        stretches.append((max(_HEAD, len(skeleton) - _FOOT // 2), len(skeleton)))
    return any(
        (
            block is None
            or not block[0] <= match.start() < block[1]
            or (part == "reference" and _MARKED.match(skeleton, match.start()))
        )
        and not (part == "reference" and _IS_ANOTHER.search(match[0]))
        for again in (AGAIN.get(part), IN_TEXT.get(part))
        if again is not None
        for start, end in stretches
        for match in again.finditer(skeleton, start, end)
    )


def _goes_out(paper: Paper) -> bool:
    """Tell whether a paper called a memorandum is for somebody outside: styled, and of a State.

    It is signed then, as a letter is, and needs no line "From". Our guess.
    """
    blocks = paper.anatomy.addressees
    return any(block.style is not None and block.place is not None for block in blocks)


def _is_greeted_by_name(paper: Paper) -> bool:
    """Tell whether the line read as the addressee's greets: «السادة الرؤساء، تحية طيبة»."""
    block = paper.anatomy.addressee
    return block is not None and _GREETS.search(paper.skeleton, *block) is not None


def _is_for_office(paper: Paper) -> bool:
    """Tell whether a short line below number and date names an office and no more."""
    office = _OFFICE.search(*below_date(paper))
    return office is not None and len(office[0].split()) <= _FEW


def _has_other_lines(paper: Paper) -> bool:
    """Tell whether head or foot of a letter has a line that is none of its known parts.

    It may be whom the letter is for, in a form that was not read. So too where many are greeted.
    """
    anatomy, skeleton = paper.anatomy, paper.skeleton
    salutation, closing = anatomy.salutation, anatomy.closing
    if salutation is None or closing is None or anatomy.letterhead is None:
        return True
    if None in (anatomy.reference, anatomy.date_line) or _MANY.match(skeleton, *salutation):
        return True
    known = [salutation, closing, anatomy.body, anatomy.subject, anatomy.copies]
    known += [getattr(anatomy, name) for name in OTHERS]
    known += [part for one in anatomy.signatures for part in (one.name, one.title)]
    places = [part for part in known if part]
    return any(
        line[0].strip(" -_*|")
        and not posts.are_of_house(line[0].strip(), paper.context)
        and not is_invocation_or_day(paper, line)
        and not any(start < line.end() and line.start() < end for start, end in places)
        for begin, end in ((0, salutation[0]), (closing[1], len(skeleton)))
        for line in EACH_LINE.finditer(skeleton, begin, end)
    )


def _is_issued(paper: Paper) -> bool:
    """Tell whether the foot of a circular names a post or a place for the name, beside approval."""
    skeleton = paper.skeleton
    approval = paper.anatomy.approval or (0, 0)
    below = paper.anatomy.letterhead or (0, 0)
    lines = EACH_LINE.finditer(skeleton, max(below[1], len(skeleton) - _ISSUED))
    return _SIGNED.search(skeleton, 0) is not None or any(
        OFFICER.match(skeleton, line.start()) is not None
        for line in lines
        if not approval[0] <= line.start() < approval[1]
    )


def _does_without(paper: Paper, part: str) -> bool:
    """Tell whether a circular is so short that it needs no heading.

    Nor the name of the house, where its first line is the number that has it.
    """
    start, end = paper.anatomy.body or (0, len(paper.text))
    if len(paper.text[start:end].split()) >= _SHORT:
        return False
    number = paper.anatomy.reference
    begins_with_it = number is not None and not paper.skeleton[: number[0]].strip()
    return part == "subject" or (part == "letterhead" and begins_with_it)


def _has_letterhead(paper: Paper) -> bool:
    """Tell whether the paper begins with the name of a house."""
    anatomy = paper.anatomy
    if anatomy.letterhead and HOUSE_LINE.match(paper.skeleton, *anatomy.letterhead):
        return True  # wherever in the head
    parts = (anatomy.reference, anatomy.date_line, anatomy.addressee, anatomy.salutation)
    top = min((part[0] for part in parts if part), default=400)
    if top == (anatomy.date_line or (-1,))[0] and not paper.skeleton[:top].strip():
        top = min((part[0] for part in parts if part and part[0] > top), default=400)
    if anatomy.letterhead and HOUSE_LINE.match(paper.skeleton, *anatomy.letterhead):
        return True  # number and day may stand over it
    second = paper.skeleton.find("\n", top) + 1
    if anatomy.reference and top == anatomy.reference[0] and "\n" not in paper.skeleton[:top]:
        stop = paper.skeleton.find("\n", second)
        if HOUSE_LINE.match(paper.skeleton, second, stop if stop > 0 else second):
            return True  # the number stands over the house's name
    if _begins_with_number(paper):
        return True
    if paper.kind in INSIDE:
        if _is_within_house(paper) and _KIND_LINE.match(paper.skeleton):
            return True  # "Internal memorandum", from whom and to whom
        top = max(top, *(part[0] for part in parts[:2] if part), 0)
    return AGAIN["letterhead"].search(paper.skeleton, 0, max(top, 0)) is not None


def _begins_with_number(paper: Paper) -> bool:
    """Tell whether the first line is the house's number and no more: it has the house's sign.

    A letter is then printed on paper that bears the name. Our guess.
    """
    number = paper.anatomy.reference
    return (
        number is not None
        and not paper.skeleton[: number[0]].strip()
        and _HOUSE_SIGN.fullmatch(paper.skeleton[slice(*number)]) is not None
    )


def _place(paper: Paper, part: str) -> Stretch | None:
    anatomy = paper.anatomy
    if part == "signature":
        return anatomy.signature_name or anatomy.signature_title
    if part == "salutation":
        salutation, block = anatomy.salutation, anatomy.addressee
        if salutation and block and block[0] <= salutation[0] < block[1]:
            return None
        if salutation and _POST.match(paper.skeleton, salutation[0]):
            return None  # the addressee's post, taken for a greeting
        return salutation
    place: Stretch | None = getattr(anatomy, part, None)
    return place


def _may_lack(paper: Paper, part: str) -> bool:
    """Tell whether such papers often do without the part: it is told by a note then.

    What begins with the title of its kind and its number is printed on the house's own paper; our
    guess.
    """
    return part == "letterhead" and _PRINTED_BELOW.match(paper.skeleton) is not None


def _missing(paper: Paper, known: KnownPart, *, may_lack: bool) -> Finding:
    """Return the finding, at the part after which the missing one should stand."""
    order = [part for part in _COUNTED if part != known.part]
    at = _COUNTED.index(_STANDS_AT.get(known.part, known.part))
    before = [getattr(paper.anatomy, part) for part in _COUNTED[:at]]
    after = [getattr(paper.anatomy, part) for part in order[at:]]
    near = [part for part in (*reversed(before), *after) if part is not None]
    if known.part in _IN_HEAD and paper.anatomy.body:  # its number may stand at the foot
        near.sort(key=lambda part: part[0] >= paper.anatomy.body[0] if paper.anatomy.body else 0)
    start, end = near[0] if near else (0, min(len(paper.text), 40))
    level = Level.NOTE if may_lack else Level[known.level.upper()]
    if known.part == "letterhead" and is_whole(paper):
        level = Level.WARN  # number, day and enclosures are typed: so would be the house's name
    return found(
        "CON001", start, end, level=level, source=known.source, part=NAMES[known.part],
    )  # fmt: skip
