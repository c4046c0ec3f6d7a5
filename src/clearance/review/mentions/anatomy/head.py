"""Reads the upper part of a letter: letterhead, reference, date, addressee, subject, salutation."""

from __future__ import annotations

from collections.abc import Sequence

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.address import addressees
from clearance.review.mentions.anatomy.blocks import (
    Line,
    first_word,
    in_capitals,
    is_post,
    lines_of,
    marked,
    style_at,
    trimmed,
)
from clearance.review.mentions.anatomy.parts import Head
from clearance.review.mentions.anatomy.words import (
    GREETING,
    POST,
    SALUTATION,
    SALUTED_BEGINS,
)
from clearance.review.scan import Stretch

_MANY = 80  # lines of a head that are looked at
_LONG = 110  # characters of a line that can only be running text
_LETTERHEAD = 3  # lines at the very top may be long: the address of the house on one line
_SENTENCE = 40  # letters of a line that ends with a point and is no address
_TEXT = 200  # characters that a text has at least (our guess)
_SALUTED = compiled(SALUTATION)
_GREETS = on_demand(GREETING)
_RANK_ONLY = compiled(
    r"(?:(?:my|dear|honou?rable|your|their|most|royal|imperial|serene|votre|vos|chere?|royale|"
    r"excellenc(?:e|es|y|ies)|majest(?:y|e|ies|es)|highness(?:es)?|altesses?|sirs?|madams?|sire|"
    r"monsieur|madame|messieurs|mesdames|mr|mrs|ms|mme|m|the|le|la|les|and|et|"
    rf"(?:ال|صاحبة?|أصحاب|معالي|سعادة|فخامة|سمو|جلالة|دولة|الأخ|الأخت|السيدة?|"
    rf"الملكية?)\w*|{POST})[ .,]*)+"
    r"(?: (?:of|for|general|foreign|affairs|de|des|du|general|etrangeres?|affaires)\b.{0,40})?$"
)
IN_THE_NAME = compiled(
    r"(?:بسم الله|in the name of (?:allah|god)|au nom (?:d'allah|de dieu))[^\n]*$"
)
"""The invocation over a paper, in a line of its own."""
_THROUGH = compiled(
    r"[ *]*(?:through|thru|via|sous couvert|s/c|channel|voie|عن طريق|بواسطة|القناة)\b"
)
_HOUSE = compiled(
    r"(?:the )?organi[sz]ation of islamic cooperation\b|منظمة التعاون الإسلامي(?! *,)"
    r"|organisation de la cooperation islamique\b"
    r"|(?:general secretariat|secretariat general|الأمانة العامة|oic|oci)"
    r"(?: ?[-|*,] ?[^\n.;:]{0,60}| of the [^\n.;:]{0,40}| de l[' ][^\n.;:]{0,40}"
    r"| لمنظمة[^\n.;:]{0,30})?$"
)
# "The General Secretariat of the", "OIC | Organisation of ...", "Cabinet": and no verb behind.
_NAMES_HOUSE = compiled(
    r"(?:the |l'|la |le )?(?:organi[sz]ation of islamic cooperation|"
    r"organisation de la cooperation islamique|general secretariat|secretariat general|oic|oci|"
    r"منظمة التعاون الإسلامي|الأمانة العامة)"
    r"(?: (?:of the|of|de(?: l')?|ل)| *[-|,/(][^\n.;:]{0,60}| of the organi[sz]ation[^\n.;:]{0,40}|"
    r" de l'organisation[^\n.;:]{0,40}| لمنظمة التعاون الإسلامي)? *$"
)
_HOUSE_LINES = 5
_KIND_NUMBERED = compiled(  # "CIRCULAR No. 4 of 2026", and whom it is for below
    r"(?:[^\W\d_]+ ){0,2}?(?:circular|circulaire|memorandum|memo|note|تعميم|مذكرة)\b"
    r"[^\n\d]{0,24}\(?\d"
)
_HAS_NUMBER = on_demand(r"(?:[a-z]{2,}/){2,}[\w/-]*\d")  # whatever its label
_ENDS_GREETING = on_demand(r" *[,:!.;]* *$")
_INLINE = compiled(
    r"(?:(?:your )?(?:(?:royal|imperial) )?(?:excellenc(?:y|ies)|majesty|highness)|sir|madam|"
    r"sire|dear [^\n,]{2,40}|حضرة [^\n،]{3,30}|"
    r"(?:votre )?(?:excellence|altesse(?: royale)?|majeste)|(?:monsieur|madame) l[ea] [^\n,]{3,40}|"
    r"صاحبة? (?:ال\w+)(?: الملكية?)?|(?:معالي|سعادة|فخامة|سمو|جلالة|دولة) ال[^\n،]{3,30}),(?= \S)"
)
_YEAR = on_demand(
    r"\b(?:19|20|1[345])[0-9][0-9](?![0-9])|\b[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}(?![0-9])"
)
# "Vu l'approbation du 2 mai 2026", "Your letter of 3 March 2026", "تعميم رقم (9) لسنة 2026".
_OF_ANOTHER = compiled(
    r"(?:(?:vu|considerant|apres|conformement|sur|votre|vos|v/ref|pursuant|following|further|having|"
    r"with reference|in reference|in accordance|your|on the basis|"
    r"بناء|بعد|استنادا|إشارة|بالإشارة|عملا|وفقا|خطابكم|رسالتكم|كتابكم|مذكرتكم)\b"
    r"|(?:[^\W\d_]+ ){0,2}?(?:circular|circulaire|memorandum|memo|note|تعميم|مذكرة|قرار)\b"
    r"[^\n\d]{0,24}\(?\d{1,4}\)?(?: ?/ ?| (?:of|de l'annee|لسنة|لعام) )(?:19|20|14)\d\d[ .)]*$)"
)
_NUMBERED_TEXT = on_demand(r"\(?[0-9]{1,2}[.)] (?:[^\W\d_]+ ){3}")  # "2. Names are to reach us by"
_DAY = on_demand(r"\b[0-9]{1,2}(?![0-9])|\bpremier\b")
_TWO_NAMES = on_demand(r"(?<=[^\W\d_])/(?=[^\W\d_])")  # of a month: "آب/أغسطس"
_DATE_INSIDE = compiled(r"(?:date|dated|التاريخ|بتاريخ|le) *:? *(?=[0-9])|  +(?=\w+,? [0-9]|[0-9])")
_BARE_REFERENCE = on_demand(r"[a-z][\w.-]*(?:/[\w.() -]+){1,6}$|[a-z]{2,}(?:-\w+){3,6}$")

# "OIC/CAB/ECO/2026/1763 - Tuesday 12 May 2026": both on one line, with no label.
# "Agreement No. OIC/CAB/POL/2026/2019, dated 20 August 2026"
_NUMBERED = compiled(
    r"(?:[^\W\d_]+ ){0,2}?"
    r"(?:agreement|contract|accord|contrat|convention|(?:ال)?(?:عقد|اتفاقية|اتفاق)) "
    r"(?:no\.?|n°|number|رقم) ?:? *(?P<reference>[a-z]{2,}/[\w./()-]*\w)"
)
_REFERENCE_AND_DATE = compiled(
    r"(?P<reference>[a-z]{2,}(?:/[\w.()-]+){2,5})"
    r"(?: *[-,;|] *| {2,}| of | du | dated | en date du | بتاريخ )"
    r"(?P<date>[^\n/]{0,30}?\d{1,2}[^\n]{0,40}(?:19|20|1[345])\d\d)"
)


def read_head(text: str, skeleton: str, end: int, approvals: Sequence[Stretch] = ()) -> Head:
    """Return what the first lines hold; ``approvals``: the lines that say it is approved."""
    head = Head([])
    top = _read_lines(text, skeleton, end, head.lines)
    head.lines = marked(in_capitals(text, skeleton, head.lines), approvals)
    greeting = _salutation(skeleton, head, top)
    limit = greeting if greeting is not None else top
    _labelled(skeleton, head, limit)
    head.letterhead = _letterhead(skeleton, head, limit)
    head.addressees = tuple(addressees(skeleton, head, limit))
    known = [part for part in (head.salutation, head.subject) if part]
    known += [(block.start, block.end) for block in head.addressees]
    known += [part for part in (head.date_line, head.reference, head.letterhead) if part]
    if head.enclosures and len(skeleton) - head.enclosures[1] > _TEXT:
        known.append(head.enclosures)  # told over the text, and not at a short paper's foot
    if top < len(head.lines) or end < len(skeleton):  # as an approval may be
        edge = head.lines[top].start if top < len(head.lines) else end
        known += [one for one in approvals if one[1] <= edge]
    head.body_from = max((part[1] for part in known), default=0)
    return head


def _read_lines(text: str, skeleton: str, end: int, lines: list[Line]) -> int:
    """Read lines up to the first that can only be running text; return its number."""
    seen = 0
    for line in lines_of(text, skeleton, 0, end):
        lines.append(line)
        if line.is_blank:
            continue
        seen += 1
        is_top = seen <= _LETTERHEAD and skeleton[line.end - 1] not in ".;:,"
        is_long = line.length > (2 * _LONG if is_top else _LONG)
        if is_long and not line.label and not _is_address(skeleton, line):
            return len(lines) - 1
        if len(lines) >= _MANY:
            break
    return len(lines)


def _is_address(skeleton: str, line: Line) -> bool:
    """Whether a long line is an addressee's, told on one line."""
    return bool(
        line.length < 260 and style_at(skeleton, line.start, line.end) > line.start
        and skeleton[line.end - 1] not in ".;"
        and not _INLINE.match(skeleton, line.start, line.end)
    )  # fmt: skip


def _salutation(skeleton: str, head: Head, top: int) -> int | None:
    """Find the salutation; return the number of its line."""
    lines = head.lines
    subject = next((n for n, line in enumerate(lines) if line.label == "subject"), -1)
    candidates = [n for n in range(min(top + 1, len(lines))) if _greets(skeleton, lines, n)]
    after = [n for n in candidates if n > subject >= 0]
    chosen = after[0] if after else (candidates[-1] if candidates else None)
    if chosen is None:
        return None
    if after and _is_name_of_post(skeleton, lines[chosen]):  # no blank line parts them in Word
        chosen = next((n for n in after if not _is_name_of_post(skeleton, lines[n])), chosen)
    line = lines[chosen]
    inline = _INLINE.match(skeleton, line.start, line.end)
    short = line.length <= _LONG and not inline
    head.salutation = (line.start, line.end if short or inline is None else inline.end())
    return chosen


def _is_name_of_post(skeleton: str, line: Line) -> bool:
    """Whether a line that may greet has neither a comma nor words of greeting, as in an address."""
    return skeleton[line.end - 1] not in ",:!" and not _INLINE.match(skeleton, line.start, line.end)


def _greets(skeleton: str, lines: list[Line], number: int) -> bool:
    line = lines[number]
    if line.label or first_word(skeleton, line.start, line.end) not in SALUTED_BEGINS:
        return False
    if _is_announced(lines, number):
        return False
    if inline := _INLINE.match(skeleton, line.start, line.end):
        return not is_post(skeleton, inline.end() + 1, line.end)
    if line.length > 100:
        return False
    greeting = _SALUTED.match(skeleton, line.start, line.end)
    if greeting is None or not _ENDS_GREETING.match(skeleton, greeting.end(), line.end):
        return False
    following = lines[number + 1] if number + 1 < len(lines) else Line(0, 0)
    if following.length < 80 and is_post(skeleton, following.start, following.end):
        return False  # the name of an addressee, with the post under it
    if skeleton[line.end - 1] in ",:!":
        return True
    if is_post(skeleton, line.start, line.end):
        return False
    return _RANK_ONLY.match(skeleton, line.start, greeting.end()) is not None


def _is_announced(lines: list[Line], number: int) -> bool:
    """Whether the line stands under "to" alone on its line: who is written to, not greeted."""
    above = next((line for line in reversed(lines[:number]) if not line.is_blank), None)
    return above is not None and above.label == "to" and above.value >= above.end


def _labelled(skeleton: str, head: Head, limit: int) -> None:
    """Find the lines that a label announces, and the date."""
    is_through = False  # the sender is only who passes the paper on
    for number, line in enumerate(head.lines[: max(limit, 0) + 12]):
        if line.is_blank:
            continue
        if line.label == "subject" and head.subject is None:
            head.subject = _with_value(skeleton, head, number)
        elif number >= limit:
            continue
        elif line.label == "reference" and head.reference is None:
            head.reference = _with_value(skeleton, head, number, many=False)
            _date_inside(skeleton, head, line)
        elif line.label == "enclosures" and head.enclosures is None:
            head.enclosures = _with_value(skeleton, head, number)
        elif line.label == "from" and (head.sender is None or is_through):
            is_through = _THROUGH.match(skeleton, line.start) is not None
            if is_through and head.sender is not None:
                continue
            value = _with_value(skeleton, head, number, many=False)
            begin = line.value if line.value < line.end else min(line.end + 1, value[1])
            head.sender = trimmed(skeleton, begin, value[1])
        elif line.label == "date":
            value = _with_value(skeleton, head, number, many=False)
            head.date_line = head.date_line or value
            head.dates.add(number)
        elif not line.label and _is_date(skeleton, line):
            head.date_line = head.date_line or (line.start, line.end)
            head.dates.add(number)
        elif (
            not line.label
            and head.reference is None
            and (numbered := _NUMBERED.match(skeleton, line.start, line.end))
        ):
            head.reference = numbered.span("reference")
        elif not line.label and head.reference is None and (
            dated := _REFERENCE_AND_DATE.match(skeleton, line.start, line.end)
        ):  # fmt: skip
            head.reference = dated.span("reference")
            head.date_line = head.date_line or (dated.start("date"), line.end)
            head.dates.add(number)
        elif not line.label and head.reference is None and is_reference(skeleton, line):
            head.reference = (line.start, line.end)
            head.dates.add(number)


def _is_date(skeleton: str, line: Line) -> bool:
    if line.length > 95 or not (year := _YEAR.search(skeleton, line.start, line.end)):
        return False
    if skeleton[line.end - 1] == "." and line.length > _SENTENCE + 10:
        return False
    if _NUMBERED_TEXT.match(skeleton, line.start, line.end):
        return False
    if skeleton[line.end - 1] == ";" or _OF_ANOTHER.match(skeleton, line.start, line.end):
        return False
    if style_at(skeleton, line.start, line.end) > line.start or "/" in _TWO_NAMES.sub(
        " ", skeleton[line.start : year.start()]
    ):
        return bool(year.group().count("/") == 2 and year.start() - line.start < 20)
    return len(year.group()) > 4 or bool(_DAY.search(skeleton, line.start, line.end))


def is_reference(skeleton: str, line: Line) -> bool:
    """Tell whether the line is a number such as OIC/CAB/POL/2026/0012, and nothing else."""
    if line.length > 60 or not {"/", "-"} & set(skeleton[line.start : line.end]):
        return False
    if not _BARE_REFERENCE.match(skeleton, line.start, line.end):
        return False
    return any(letter in "0123456789" for letter in skeleton[line.start : line.end])


def _date_inside(skeleton: str, head: Head, line: Line) -> None:
    """Find the date that stands on the line of the reference."""
    if head.date_line is not None:
        return
    inside = _DATE_INSIDE.search(skeleton, line.value, line.end)
    if inside and _YEAR.search(skeleton, inside.end(), line.end):
        head.date_line = (inside.end(), line.end)


def _with_value(skeleton: str, head: Head, number: int, *, many: bool = True) -> Stretch:
    """Return a labelled line with what it announces, which may stand on the lines below it."""
    line = head.lines[number]
    end = line.end
    is_open = line.value >= line.end
    for other in head.lines[number + 1 : number + 4]:
        if other.is_blank and not is_open:
            break
        if other.is_blank:
            continue
        if other.label or (head.salutation and other.start >= head.salutation[0]):
            break
        wrapped = many and end - line.start >= 50 and other.length <= _LONG
        if not is_open and not wrapped:
            break
        end, is_open = other.end, False
        if not many:
            break
    return head.lines[number].start, end


def _letterhead(skeleton: str, head: Head, limit: int) -> Stretch | None:
    """Return the lines above everything else; None where the paper begins otherwise."""
    begin = end = None
    for number, line in enumerate(head.lines[: max(limit, 0)]):
        if line.is_blank:
            if begin is not None:
                break
            continue
        if line.label == "approval" and begin is None:
            continue  # it may stand above the name of the house
        is_beside = end is not None and "\n" not in skeleton[end : line.start]
        if is_beside and (line.label or number in head.dates):
            continue  # number and date, in a column beside the names of the house
        is_numbered = _HAS_NUMBER.search(skeleton, line.start, line.end) is not None
        is_told_above = number in head.dates or line.label == "reference" or is_numbered
        if begin is None and is_told_above and _is_above_house(skeleton, head, number):
            continue  # the day or the number, above the name of the house
        if line.label or number in head.dates or is_numbered:
            break
        if begin is not None and _KIND_NUMBERED.match(skeleton, line.start, line.end):
            break
        if style_at(skeleton, line.start, line.end) > line.start:
            break
        if line.length > 100 or _GREETS.match(skeleton, line.start):
            break
        if begin is None and IN_THE_NAME.match(skeleton, line.start, line.end):
            continue
        begin = line.start if begin is None else begin
        end = line.end
    if begin is None or end is None or not _HOUSE.search(skeleton, begin, end):
        return _house_below(skeleton, head, limit) or _stretch(begin, end)
    return begin, end


def _stretch(begin: int | None, end: int | None) -> Stretch | None:
    return None if begin is None or end is None else (begin, end)


def _house_below(skeleton: str, head: Head, limit: int) -> Stretch | None:
    """Return the house's name in lines of their own, below number, day, title or who it is for."""
    lines = head.lines[: max(limit, 0)]
    for number, line in enumerate(lines):
        is_first = number == 0 or lines[number - 1].is_blank
        if line.is_blank or not is_first or not _NAMES_HOUSE.match(skeleton, line.start, line.end):
            continue
        block = [line]
        for other in lines[number + 1 : number + _HOUSE_LINES]:
            if other.is_blank:
                break
            block.append(other)
        at = line.start, block[-1].end
        if _HOUSE.search(skeleton, *at) and not any(
            one.label or one.length > _LONG or skeleton[one.end - 1] in ".;:," for one in block
        ):
            return at
    return None


def _is_above_house(skeleton: str, head: Head, number: int) -> bool:
    below = next(
        (
            line
            for at, line in enumerate(head.lines[number + 1 :], number + 1)
            if not line.is_blank
            and line.label not in ("reference", "date")
            and at not in head.dates
            and not IN_THE_NAME.match(skeleton, line.start, line.end)
        ),
        None,
    )
    return below is not None and _HOUSE.match(skeleton, below.start, below.end) is not None
