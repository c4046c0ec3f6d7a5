"""To whom a letter is sent: the blocks of its head, in whichever order a block has its lines.

Name, post and state; post, state and "for the attention of ..."; state, post and name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.reading.expressions import on_demand
from clearance.review.mentions.anatomy.blocks import (
    OF_ADDRESSEE,
    AddresseeBlock,
    Line,
    addressee_block,
    is_post,
    is_state,
    style_at,
)
from clearance.review.mentions.anatomy.parts import Head
from clearance.review.mentions.anatomy.words import GREETING

_GREETS = on_demand(GREETING)
_SENTENCE = 40  # letters of a line that ends with a point and is no address
_BLOCK = 9  # lines of an addressee's block
_LONGEST = 100  # letters of a line with a post
_OF_WHAT = on_demand(r" ?(?:of|to|de|du|des|d')\b")  # "President of the Senate" is no name
_MATTER = 12  # letters that a line about a matter has at least (our guess)
# "Thème : réunion", "[Nomination of experts]", and no number to call: a label of any wording.
_TITLED = on_demand(
    r"\[[^\]\n]*\]$|(?!tel|fax|e-?mail|cable)[^\W\d_]{3,16}(?: [^\W\d_]{2,12})? ?: [^\W\d_]"
)
_NO_MATTER = on_demand(r"\d|,$|^[^ ]*$")
_ABOVE = 3  # lines over the name: post, office, state


def addressees(skeleton: str, head: Head, limit: int) -> Iterator[AddresseeBlock]:
    """Yield the blocks of those who are written to."""
    lines = head.lines
    labelled = [n for n in range(limit) if lines[n].label == "to"]
    if labelled:
        for number in labelled:
            if block := _block_from(skeleton, head, number, limit):
                yield from _split(skeleton, [*_above(skeleton, head, number), *block])
        return
    number = _below_letterhead(head, limit)
    found = False
    while number < limit:
        if _is_text(skeleton, head, lines[number]):
            return  # what follows signs the paper, if its text is short
        if not _begins_block(skeleton, head, number, is_first=not found):
            number += 1
            continue
        if _is_bare_name(skeleton, head, number):
            number -= 1
        block = _block_from(skeleton, head, number, limit)
        yield from _split(skeleton, [*_above(skeleton, head, number), *block])
        found = True
        number += max(1, len(block))


def _above(skeleton: str, head: Head, number: int) -> list[Line]:
    """Return the lines of post and state over a line of the head that begins with a style."""
    line = head.lines[number]
    if style_at(skeleton, line.value, line.end) == line.value:
        return []
    edge = head.letterhead[1] if head.letterhead else 0
    below_edge = [
        one
        for at, one in enumerate(head.lines[:number])
        if one.start >= edge and at not in head.dates and not one.is_blank
    ]
    return over_name(skeleton, [*below_edge, line])


def over_name(skeleton: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one block that tell post and state over its last line, which has a name.

    None where another line stands over them without a blank one between.
    """
    over: list[Line] = []
    below = lines[-1]
    for line in reversed(lines[:-1]):
        if "\n\n" in skeleton[line.end : below.start]:
            return over
        if len(over) == _ABOVE or line.label or not _is_of_block(skeleton, line):
            return []
        over.insert(0, line)
        below = line
    return over


def _is_of_block(skeleton: str, line: Line) -> bool:
    styled = style_at(skeleton, line.start, line.end)
    is_whole = styled == line.end or _OF_WHAT.match(skeleton, styled, line.end) is not None
    if line.length > _LONGEST or (styled > line.start and not is_whole):
        return False
    return is_state(skeleton, line.start, line.end) or is_post(skeleton, line.start, line.end)


def _below_letterhead(head: Head, limit: int) -> int:
    edge = head.letterhead[1] if head.letterhead else 0
    if head.letterhead and any(not line.is_blank for line in head.lines[:2]):
        above = next(line for line in head.lines if not line.is_blank)
        edge = edge if above.start >= head.letterhead[0] else 0
    return next((n for n in range(limit) if head.lines[n].start >= edge), limit)


def _is_text(skeleton: str, head: Head, line: Line) -> bool:
    """Whether a line below the subject is a sentence of the text."""
    below = head.subject is not None and line.start >= head.subject[1]
    return below and not line.label and line.length > _SENTENCE and skeleton[line.end - 1] == "."


def _begins_block(skeleton: str, head: Head, number: int, *, is_first: bool) -> bool:
    line = head.lines[number]
    if line.is_blank or line.label or number in head.dates or _in_subject(head, line):
        return False
    if head.letterhead and head.letterhead[0] <= line.start < head.letterhead[1]:
        return False
    if _GREETS.match(skeleton, line.start):
        return False
    if style_at(skeleton, line.start, line.end) > line.start:
        return True
    is_letter = head.salutation is not None or head.subject is not None
    return is_first and is_letter and is_post(skeleton, line.start, line.end)


def _is_bare_name(skeleton: str, head: Head, number: int) -> bool:
    """Whether the line above a post is the name, with no style before it."""
    line, above = head.lines[number], head.lines[number - 1]
    if number == 0 or above.is_blank or above.label or number - 1 in head.dates:
        return False
    if style_at(skeleton, line.start, line.end) > line.start or above.length > 60:
        return False
    return not head.letterhead or above.start >= head.letterhead[1]


def _in_subject(head: Head, line: Line) -> bool:
    return head.subject is not None and head.subject[0] <= line.start < head.subject[1]


def _block_from(skeleton: str, head: Head, number: int, limit: int) -> list[Line]:
    """Return the lines of the block that begins there."""
    first = head.lines[number]
    block = [first] if first.label != "to" or first.value < first.end else []
    for at in range(number + 1, min(limit, number + _BLOCK)):
        line = head.lines[at]
        if line.is_blank:
            if block:
                break
            continue
        is_other = bool(line.label) and (line.label == "to" or line.label not in OF_ADDRESSEE)
        if is_other or at in head.dates or _in_subject(head, line) or line.length > 260:
            break
        if _GREETS.match(skeleton, line.start) or _is_matter(skeleton, block, line):
            break
        block.append(line)
    return block


def _is_matter(skeleton: str, block: Sequence[Line], line: Line) -> bool:
    """Tell whether a line under an address says what the paper is about, and not who or where.

    It has a label or brackets of its own, or stands below the state or the town.
    """
    if not block or line.label or line.length < _MATTER:
        return False
    if _TITLED.match(skeleton, line.start, line.end):
        return True
    last = block[-1]
    is_place = is_state(skeleton, last.start, last.end) or (
        len(block) > 1
        and " " not in skeleton[last.start : last.end]
        and not is_post(skeleton, last.start, last.end)
    )
    return is_place and not (
        _NO_MATTER.search(skeleton, line.start, line.end)
        or _is_of_block(skeleton, line)
        or style_at(skeleton, line.start, line.end) > line.start
    )


def _split(skeleton: str, block: list[Line]) -> Iterator[AddresseeBlock]:
    """Yield one block for each line that begins with a style and is not the block's first."""
    if not block:
        return
    part = [block[0]]
    for line in block[1:]:
        is_new = style_at(skeleton, line.start, line.end) - line.start > 2 and len(part) > 1
        is_new = is_new and not all(_is_of_block(skeleton, one) for one in part)
        if is_new and not is_post(skeleton, line.start, line.end):
            yield addressee_block(skeleton, part)
            part = []
        part.append(line)
    yield addressee_block(skeleton, part)
