"""Reads the lower part of a letter: close, signature, approval, enclosures, copies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.address import over_name
from clearance.review.mentions.anatomy.approvals import approval_said, is_whole_approval
from clearance.review.mentions.anatomy.blocks import (
    OF_ADDRESSEE,
    AddresseeBlock,
    Line,
    SignatureBlock,
    addressee_block,
    lines_of,
    marked,
    style_at,
    trimmed,
)
from clearance.review.mentions.anatomy.head import is_reference
from clearance.review.mentions.anatomy.parts import Anatomy, Head
from clearance.review.mentions.anatomy.signers import (
    SIDE,
    begins_at,
    signature_line,
    signed_for_side,
    signed_in_sentence,
)
from clearance.review.scan import Hits, Stretch

_FOOT = 6000  # characters from the end in which a letter may close
_UNCLOSED = 2000  # characters of the foot of a paper that no formula closes
_WRAPPED = 400  # characters of a formula
_MANY = 60  # lines
_YEAR = on_demand(r"\b(?:19|20|1[345])[0-9][0-9](?![0-9])")
_SENTENCE = on_demand(r"[.!?] +(?=\S)")
_COMPLIMENTED = compiled(
    r",? (?:and|et) (?:has|have|a|ont) |,? (?:and|et), "
    r"|,? (?:and|et|en) (?:wish|would|with|referring|refers|de) "
    r"|[،,.;]? و?(?:تتشرف|يتشرف|تود|بالإشارة|إذ) |[,.]? *\n *\n|, (?:has|a) (?:the|l')|\. "
)
_GREETS_WHOM = compiled(r"\w+ [^\n]*?تحيات[^\n]*? إلى ")
_LABEL = 14  # letters of "To:" and the like, under which a blank line may stand
_CLOSES = compiled(r"تقدير|احترام|تحيات|اعتبار|consideration|agreer|assurances?")
# Where and when a contract was signed: it may stand below the names as well as above them.
_DONE = compiled(r"(?:done|signed|made|fait|حرر|وقع|أبرم)\b[^\n]{0,60}?\b(?:19|20)[0-9][0-9]")
_RULED = on_demand(r"\n *(?:-{3,}|_{5,}|\*{3,})[ ]*\n(?=\s*[^\n]{60})")
_RUNNING = on_demand(r"\n[^\n]{60}")
# "Annex II: Floor plan", "المرفق الثاني: مخطط القاعة": one of a list, a line each.
_ANNEX_TITLED = compiled(
    r"(?:- ?)?(?:annexe?|appendix|attachment|enclosure|tab|piece|schedule|table|"
    r"tableau|document|exhibit|flag|supplement|addendum|additif|onglet|(?:ال)?(?:مرفق|ملحق|ذيل|ضميمة|مشفوع|جدول))"
    r" ?(?:no\.? ?|n° ?|رقم )?\(?(?:[ivx]{1,5}|\d{1,2}|[a-h]|ال[^\W\d_]{3,7}|[ابجدهوز])\)?"
    r" ?[:.-] ?[^\W\d_]"
)
_AMOUNT_CELL = on_demand(r"\| *(?:\d{1,3}(?:[ .,]\d{3})+|\d{3,7}(?!\d))(?:[.,]\d\d)? *(?:\||$)")
_DAY_ALONE = 40  # letters of a line that tells a day and no more
_NUMBER_CELL = on_demand(r"(?:[a-z]{2,}/){2,}[\w/-]*\d *$")
# "I take this opportunity to thank your country": the letter does not close with it.
_THANKS = compiled(
    r"(?:opportunity|occasion) (?:to|of|pour|de) ?(?:again |once more )?(?:thank|congratulat|"
    r"recall|draw|inform|invit|remerci|felicit|rappel|attir|convi)|"
    r"(?:فرصة|مناسبة|سانحة)(?: \w+)? ل[أنتي]?(?:شكر|هنئ|ذكر|دعو|لفت|شير|شيد)"
)
_ASSURES = compiled(
    r"assur|consideration|esteem|respect|regard|estime|hommage|salutation|تقدير|احترام|تحيات|اعتبار"
)
_ADDRESS = 3  # lines: name, post, state
_VISAS = compiled(
    r"\|? *(?:visas?|avis|opinions?|clearances?|(?:legal|financial) (?:clearance|visa|opinion)|"
    r"التأشيرة|التأشيرات|الرأي)\b[ |]*"
)
# "Legal clearance: granted. Financial clearance: granted.": a line that is no signature.
_GRANTED = compiled(
    r": *(?:granted|given|obtained|cleared|favou?rable|no objection|accordee?s?|donnee?s?|"
    r"obtenue?s?|favorables?|ممنوحة?|ممنوحتان|معطاة|حاصلة?|لا مانع|تم|تمت)[ .]*(?:$|[.;|])"
)
# Names as often as a post: "أمينة ديالو".
_IS_NAME = compiled(r"أمينة? (?!ال|عام|سر\b|مجلس|مكتب|صندوق)[^\W\d_]+$")
_STOPS = frozenset({"approval", "enclosures", "copies", "to", "subject", "reference", "from"})


def read_foot(
    text: str, skeleton: str, head: Head, hits: Hits,
    approvals: Sequence[Stretch] = (), approver: SignatureBlock | None = None,
) -> Anatomy:  # fmt: skip
    """Return the anatomy of the paper whose head, and whose lines of approval, are known.

    ``approver``: whom the first of these lines names, where that is known.
    """
    closings = [one for one in hits.get("letter_close", ()) if not _only_thanks(skeleton, *one)]
    begin = _foot_from(skeleton, head, closings)
    end = _above_rule(skeleton, begin)
    lines = marked(_lines_at(text, skeleton, begin, end), approvals)
    closing = _closing(text, skeleton, lines, closings)
    marks = {
        name: _labelled(skeleton, lines, name) for name in ("approval", "enclosures", "copies")
    }
    marks["enclosures"] = marks["enclosures"] or head.enclosures
    marks["approval"] = next(iter(approvals), None) or marks["approval"]
    if marks["approval"] is None:
        marks["approval"] = _approval_above(text, skeleton, hits.get("letter_approval", ()))
    if marks["approval"] is None:
        marks["approval"] = _approval_within(skeleton, lines[-_LAST:])
    if marks["approval"] is None and "letter_approval" in hits:
        marks["approval"] = approval_said(skeleton, lines)
    edge = closing[1] if closing else _edge(skeleton, lines)
    listed = [part for part in marks.values() if part]
    signatures, addressees = _below(skeleton, lines, edge, listed, head)
    signatures = signatures or (*signed_in_sentence(skeleton, lines),)
    if complimented := _complimented(skeleton, hits.get("letter_compliments", ())):
        signatures, addressees = (), addressees or (complimented,)
    first = addressees[0] if addressees else None
    signed = signatures[0] if signatures else SignatureBlock(None, None)
    ends = [part[0] for part in (closing, signed.name, signed.title, *marks.values()) if part]
    ends = [end for end in ends if end >= head.body_from]  # what the head has ends no text
    body = trimmed(skeleton, head.body_from, min(ends, default=len(skeleton)))
    return Anatomy(
        letterhead=head.letterhead,
        reference=head.reference or _reference_below(skeleton, lines, edge),
        date_line=head.date_line,
        addressee=(first.start, first.end) if first else None,
        addressee_style=first.style if first else None,
        addressee_name=first.name if first else None,
        addressee_title=first.title if first else None,
        addressee_place=first.place if first else None,
        addressees=addressees,
        subject=head.subject,
        salutation=head.salutation,
        body=body if body[1] > body[0] else None,
        closing=closing,
        signature_name=signed.name,
        signature_title=signed.title,
        signatures=signatures,
        approval=marks["approval"],
        approver=approver,
        enclosures=marks["enclosures"],
        copies=marks["copies"],
        sender=head.sender,
    )


def _only_thanks(skeleton: str, start: int, end: int) -> bool:
    """Tell whether an opportunity is taken to thank or to recall, and to assure of nothing."""
    stop = skeleton.find("\n\n", end)
    stop = min(stop if stop >= 0 else len(skeleton), end + _WRAPPED)
    thanks = _THANKS.search(skeleton, start, min(stop, end + _LABEL * 4))
    return thanks is not None and _ASSURES.search(skeleton, start, stop) is None


def _lines_at(text: str, skeleton: str, begin: int, end: int) -> list[Line]:
    """Return the lines of the foot: the first below a formula, the last where none closes."""
    lines = lines_of(text, skeleton, begin, end)
    if end - begin > _UNCLOSED:
        return list(islice(lines, _MANY))
    return list(lines)[-_MANY:]


def _above_rule(skeleton: str, begin: int) -> int:
    """Return where the foot ends: above a rule under which a summary in another language stands."""
    text = _RUNNING.search(skeleton)
    if text is None:  # no more than a letterhead stands above
        return len(skeleton)
    rule = _RULED.search(skeleton, max(begin, text.start()))
    return rule.start() if rule else len(skeleton)


def _foot_from(skeleton: str, head: Head, closings: Sequence[Stretch]) -> int:
    """Return where the foot begins: with the last formula, or some lines above the end."""
    least = max(head.body_from, len(skeleton) - _FOOT)
    if closings and closings[-1][0] >= least:
        last = closings[-1][0]
        begin = next(start for start, _ in closings if start >= last - _WRAPPED)
        return max(least, skeleton.rfind("\n", 0, begin) + 1)
    begin = max(head.body_from, len(skeleton) - _UNCLOSED)
    return begin if begin == head.body_from else skeleton.find("\n", begin) + 1 or begin


def _approval_above(text: str, skeleton: str, hits: Sequence[Stretch]) -> Stretch | None:
    """Return an approval that stands above the close or in the head, as on a routing slip."""
    for start, _ in hits:
        end = min(len(skeleton), start + 400)
        if approval := _labelled(
            skeleton, list(lines_of(text, skeleton, start, end))[:6], "approval"
        ):
            return approval
    return None


_SHORT_LINE = 120  # characters
_SIDE_ALONE = 45  # characters of a line that says no more than for which side somebody signs
_OF_LIST = frozenset({"", "date", "post", "signed"})  # of lines below a label
_LABELLED = 40  # characters before the colon of a line that a label begins
_MOST_BELOW = 8  # lines of names, posts, an address and numbers under a body
_LAST = 4  # lines at the foot in which an approval may be a sentence of its own


def _approval_within(skeleton: str, lines: Sequence[Line]) -> Stretch | None:
    """Return "Approved by ..." behind another sentence of its line."""
    for line in lines:
        for sentence in _SENTENCE.finditer(skeleton, line.start, line.end):
            part = next(lines_of(skeleton, skeleton, sentence.end(), line.end))
            if part.label == "approval":
                return part.start, part.end
    return None


def _closing(
    text: str, skeleton: str, lines: Sequence[Line], hits: Sequence[Stretch]
) -> Stretch | None:
    """Return the formula that closes the letter, from the begin of its sentence."""
    if not lines:
        return None
    first = lines[0].start  # the blanks before a line that is set in are none of it
    held = [(max(start, first), end) for start, end in hits if end > first]
    if not held:
        return None
    start, end = held[-1]
    for hit in reversed(held[:-1]):
        if start - hit[1] > 200 or "\n\n" in skeleton[hit[1] : start]:
            break
        start = hit[0]
    number = next(n for n in reversed(range(len(lines))) if lines[n].start <= start)
    line = lines[number]
    sentences = list(_SENTENCE.finditer(skeleton, line.start, start))
    begin = sentences[-1].end() if sentences else line.start
    last = next(n for n in reversed(range(len(lines))) if lines[n].start < end)
    while last + 1 < len(lines) and _runs_on(text, skeleton, lines[last], lines[last + 1]):
        last += 1
    return begin, lines[last].end


def _runs_on(text: str, skeleton: str, line: Line, following: Line) -> bool:
    """Whether a sentence goes on in the line below."""
    if following.is_blank or line.is_blank or skeleton[line.end - 1] in ".!":
        return False
    if text[following.start].islower():
        return True
    return _CLOSES.search(skeleton, following.start, following.end) is not None


def _complimented(skeleton: str, hits: Sequence[Stretch]) -> AddresseeBlock | None:
    """Return to whom a note verbale presents its compliments."""
    if not hits or hits[0][0] > 4000:
        return None
    begin = hits[0][1]
    if first := _GREETS_WHOM.match(skeleton, *hits[0]):  # "إلى" may come again, with what is cited
        begin = first.end()
    end = _COMPLIMENTED.search(skeleton, begin, min(len(skeleton), begin + 250))
    if end is None:
        return None
    return addressee_block(skeleton, [Line(begin, end.start())])


def _labelled(skeleton: str, lines: Sequence[Line], label: str) -> Stretch | None:
    """Return the last line with that label, and what it announces below it."""
    for number in reversed(range(len(lines))):
        line = lines[number]
        if line.label != label or line.length > 240:
            continue
        if label == "enclosures" and _is_listed_with_others(skeleton, lines, number):
            continue
        end = line.end
        is_open = line.value >= line.end
        if label == "approval" and is_whole_approval(skeleton, line.start, end):
            return line.start, end
        for other in lines[number + 1 : number + 5]:
            if other.is_blank and not is_open:
                break
            if other.is_blank:
                continue
            is_next = label == other.label == "enclosures" and _ANNEX_TITLED.match(
                skeleton, other.start, other.end
            )
            if other.length > 120 or not (is_next or other.label in _OF_LIST):
                break
            if label == "enclosures" and not is_open and not _is_item(skeleton, other):
                break
            end, is_open = other.end, False
        return line.start, end
    return _annexes_alone(skeleton, lines) if label == "enclosures" else None


def _is_listed_with_others(skeleton: str, lines: Sequence[Line], number: int) -> bool:
    """Tell whether the line is one of a list that a line above it begins: "Annex 2: Plan"."""
    if number == 0 or not _ANNEX_TITLED.match(skeleton, lines[number].start, lines[number].end):
        return False
    above = lines[number - 1]
    is_named = _ANNEX_TITLED.match(skeleton, above.start, above.end) is not None
    return not above.is_blank and (above.label == "enclosures" or is_named)


_BELOW_LIST = frozenset({"copies", "approval"})


def _annexes_alone(skeleton: str, lines: Sequence[Line]) -> Stretch | None:
    """Return the lines "Annex A: Schedule" that end a paper which has no other list of them."""
    last = [line for line in lines if not line.is_blank]
    while last and last[-1].label in _BELOW_LIST:
        last.pop()
    named = 0
    while named < len(last) and last[-1 - named].length <= _SHORT_LINE and _ANNEX_TITLED.match(
        skeleton, last[-1 - named].start, last[-1 - named].end
    ):  # fmt: skip
        named += 1
    return (last[-named].start, last[-1].end) if named else None


def _reference_below(skeleton: str, lines: Sequence[Line], edge: int) -> Stretch | None:
    """Return the number of the paper where it stands at the foot, under the names."""
    for line in reversed(lines):
        if line.start < edge or line.is_blank:
            continue
        if line.label == "reference" or (not line.label and is_reference(skeleton, line)):
            return line.start, line.end
    return None


_LETTERED_ITEM = on_demand(r"(?:[ivx]{1,4}|[a-h])[.)] ")


def _is_item(skeleton: str, line: Line) -> bool:
    return skeleton[line.start] in "-0123456789(\xa4" or any(
        item.match(skeleton, line.start, line.end) for item in (_ANNEX_TITLED, _LETTERED_ITEM)
    )


def _edge(skeleton: str, lines: Sequence[Line]) -> int:
    """Return where the lines of a signature may begin, where no formula closes the paper."""
    seen = 0
    edge = len(skeleton)
    for line in reversed(lines):
        if line.is_blank:
            continue
        is_done = line.length <= 160 and _DONE.match(skeleton, line.start, line.end)
        is_visa = line.length <= 160 and _GRANTED.search(skeleton, line.start, line.end)
        if line.label in _STOPS or is_visa or (is_done and seen == 0):
            edge = line.start
            seen = 0
            continue
        if is_done:
            break
        side = SIDE.match(skeleton, line.start, line.end)
        if side and (
            (line.length < _SHORT_LINE and ":" in skeleton[side.end() : line.end])
            or (line.length < _SIDE_ALONE and skeleton[line.end - 1] == ".")
        ):
            edge = line.start  # "For the Organisation:", "Signed for the consultants."
            continue
        if (
            (line.length > 90 and not _is_dated(skeleton, line))
            or _is_reckoned(skeleton, line)
            or (skeleton[line.end - 1] in ".;:" and not _is_day(skeleton, line))
            or seen >= _MOST_BELOW
        ):
            break
        edge = line.start
        seen += 1
    return max(edge - 1, 0)


def _is_reckoned(skeleton: str, line: Line) -> bool:
    """Tell whether the line is a cell of a row that has an amount: nobody signs in a table."""
    begin = skeleton.rfind("\n", 0, line.start) + 1
    stop = skeleton.find("\n", line.end)
    return _AMOUNT_CELL.search(skeleton, begin, stop if stop > 0 else len(skeleton)) is not None


def _is_day(skeleton: str, line: Line) -> bool:
    """Tell whether the line is no more than a day: "19 Jumada al-Thani 1447 H."."""
    return line.length < _DAY_ALONE and _YEAR.search(skeleton, line.start, line.end) is not None


def _is_beside_number(skeleton: str, line: Line) -> bool:
    """Tell whether a cell stands in the row of the paper's number: the day and its weekday."""
    begin = skeleton.rfind("\n", 0, line.start) + 1
    bar = skeleton.find("|", begin, line.start)
    return bar > 0 and _NUMBER_CELL.search(skeleton, begin, bar) is not None


def _is_dated(skeleton: str, line: Line) -> bool:
    """Tell whether a line has some words, a colon, and a day, as a long line of approval does."""
    colon = skeleton.find(":", line.start, line.start + _LABELLED)
    return (
        colon > 0
        and line.length < _SHORT_LINE
        and _YEAR.search(skeleton, colon, line.end) is not None
    )


def _below(
    skeleton: str, lines: Sequence[Line], edge: int, listed: Sequence[Stretch], head: Head
) -> tuple[tuple[SignatureBlock, ...], tuple[AddresseeBlock, ...]]:
    """Return who signed below the close, and whom the letter names at its foot.

    ``listed``: what stands there and is neither, the approval, the enclosures and the copies.
    """
    names: list[Stretch] = []
    titles: list[Stretch] = []
    sided: list[SignatureBlock] = []
    addressees = head.addressees
    below = [line for line in lines if line.start >= edge and not line.is_blank]
    below = [line for line in below if not _is_beside_number(skeleton, line)]
    for number, line in enumerate(below):
        if any(start <= line.start < end for start, end in listed):
            continue
        if _VISAS.match(skeleton, line.start, line.end):
            if _GRANTED.search(skeleton, line.start, line.end):
                continue
            break  # a table of visas: who stands in it has not signed
        if line.label in _STOPS and (line.label != "to" or addressees):
            continue
        is_styled = style_at(skeleton, line.start, line.end) > line.start
        beside = skeleton.rfind("\n", 0, line.start) < below[number - 1].start if number else False
        is_other = is_styled and not beside and (names or _is_address(skeleton, below[number:]))
        if not addressees and (line.label == "to" or is_other):
            over = over_name(skeleton, below[: number + 1])
            if over:  # they are of the address, and sign nothing
                names = [one for one in names if one[0] < over[0].start]
                titles = [one for one in titles if one[0] < over[0].start]
            block = [line]
            for other in below[number + 1 : number + 6]:
                gap = skeleton[block[-1].end : other.start]
                is_apart = block[-1].length > _LABEL and "\n\n" in gap
                is_of_it = not other.label or other.label in (OF_ADDRESSEE - {"to"})
                if not is_of_it or is_apart or is_reference(skeleton, other):
                    break
                block.append(other)
            addressees = (addressee_block(skeleton, [*over, *block]),)
            break
        if line.length > 130 or (line.label and line.label not in ("signed", "post")):
            continue
        if block_of_side := signed_for_side(skeleton, below[number:]):
            sided.append(block_of_side)
            continue
        signature_line(skeleton, line, names, titles)
        if len(names) + len(titles) >= 6:
            break
    if not names and len(titles) > 1:
        for number in (0, 1):
            if not names and _IS_NAME.match(skeleton, *titles[number]):
                names.append(titles.pop(number))
    count = max(len(names), len(titles)) if names and titles else min(1, len(names) + len(titles))
    blocks = [
        SignatureBlock(names[n] if n < len(names) else None, titles[n] if n < len(titles) else None)
        for n in range(count)
    ]
    return tuple(sorted((*blocks, *sided), key=begins_at)), addressees


def _is_address(skeleton: str, lines: Sequence[Line]) -> bool:
    """Tell whether a style begins three lines of one block, the last ones a post and a place.

    Who signs has no state under the post.
    """
    block = lines[:3]
    if len(block) < _ADDRESS or any(line.label for line in block):
        return False
    if "\n\n" in skeleton[block[0].start : block[-1].end]:
        return False
    return addressee_block(skeleton, block).place is not None
