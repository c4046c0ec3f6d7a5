"""Persons in a block of their own who are no addressee: a contract's side, whom a report is for.

Between two paragraphs, or behind a label ("Second Party:", "Presented to"), stand a styled name,
the post and the state, as in a letter's address. Each is held against the directory as an
addressee is; a list of several such persons is left alone, since they were named on another day.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import forms, persons, places
from clearance.review.checks.addressee.directory import Directory
from clearance.review.checks.addressee.letter import Letter, day_of, read_block
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy import AddresseeBlock
from clearance.review.mentions.anatomy.blocks import Line, addressee_block, is_state, style_at
from clearance.review.paper import Paper
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

STYLED = "styled in the text"
_STYLES = (
    "h.e. ", "h. e. ", "his excellency ", "her excellency ", "s.e. ", "s. e. ", "son excellence ",
    "h.r.h. ", "h.h. ", "s.a.r. ", "s.a. ", "highness ", "son altesse ",
    "معالي ", "سعادة ", "فخامة ", "دولة ال", "سمو ", "السمو ", "المعالي ", "السعادة ",
)  # fmt: skip
_KINDS = frozenset({Kind.CONTRACT, Kind.REPORT})
_HEAD = 4000  # characters in which a report says whom it is for
_LINES = 5  # of a block
_LONGEST = 260  # characters of a block on one line, as of an address
_PROSE = 110  # characters of a line that can only be running text
_MOST = 2  # blocks: more are a list
_LABEL = compiled(
    r"(?:[-*(]? *(?:\d{1,2}|[a-z]|[ivx]{1,4}) ?[.)-] *)?(?:\|? *[^:|.;\n]{2,60}[:|] *(?=\S))"
)
# "Presented to", "Remis à", "مقدم إلى", "and" before the other side of a contract.
_JOINED = compiled(
    r"(?:[-*(]? *(?:\d{1,2}|[a-z]|[ivx]{1,4}) ?[.)-] *)?"
    r"(?:(?:[^\W\d_]+ ){1,3}(?:to|a|إلى) |(?:and|et|with|avec|between|entre) |و(?:بين )?|بين |إلى )"
)
_OPEN = compiled(
    r"(?::|,|\b(?:and|et|between|entre|with|avec|to|a)|(?<!\w)(?:و|وبين|بين|إلى|مع)) *$"
)
# What a contract says of the side behind its name.
_ENDS = compiled(
    r"[,،]? *(?:\(|(?:hereinafter|hereafter|acting|ci-apres|agissant|denommee?|designee?|"
    r"و?يشار|المشار|نيابة|بالنيابة|فيما يلي|of the (?:other|second|first) part|"
    r"d'(?:autre|une) part|"
    r"on behalf|au nom)\b)"
)
_STOPS = on_demand(r"[.;] *$")


def triggers(context: Context) -> Iterator[Trigger]:
    """Return the styles that stand before names, where there is a directory to hold them to."""
    if context.addressees:
        yield from (Trigger(STYLED, words, literal=True) for words in _STYLES)


def check(paper: Paper, directory: Directory) -> Iterator[Finding]:
    """Find what the directory, or the register of states, tells otherwise of these persons."""
    blocks = blocks_of(paper)
    if not blocks:
        return
    given = paper.particulars.addressee if len(blocks) == 1 else None
    day = day_of(paper)
    read = tuple(read_block(paper, directory, block, day, given) for block in blocks)
    letter = Letter(day, directory, read)
    for one in read:
        yield from persons.check(paper, letter, one)
        yield from places.check(paper, letter, one)
        yield from forms.check_style(paper, one)


def blocks_of(paper: Paper) -> tuple[AddresseeBlock, ...]:
    """Return the blocks, read once for a paper; none where it is a list of several persons."""
    return paper.derived(_blocks)


def _blocks(paper: Paper) -> tuple[AddresseeBlock, ...]:
    hits = paper.hits(STYLED)
    if not hits or paper.kind not in _KINDS:
        return ()
    read: list[AddresseeBlock] = []
    taken = _taken(paper)
    seen = -1
    for start, _ in hits:
        if start < seen or (paper.kind is Kind.REPORT and start > _HEAD):
            continue
        begin = paper.skeleton.rfind("\n", 0, start) + 1
        seen = _end_of_line(paper.skeleton, start)
        at = _begins(paper.skeleton, begin, seen)
        if at is None or any(first <= at < last for first, last in taken):
            continue
        block = addressee_block(paper.skeleton, _lines(paper.skeleton, at, seen))
        if block.name and block.title and block.place:
            read.append(block)
            seen = block.end
    return tuple(read) if len(read) <= _MOST else ()


def _taken(paper: Paper) -> list[Stretch]:
    """Return what is judged elsewhere: addressees, who approved, whom copies go to, who sends."""
    anatomy = paper.anatomy
    parts = (anatomy.approval, anatomy.copies, anatomy.sender, anatomy.salutation)
    blocks = [(block.start, block.end) for block in anatomy.addressees]
    return [*blocks, *(part for part in parts if part)]


def _end_of_line(skeleton: str, place: int) -> int:
    end = skeleton.find("\n", place)
    return end if end >= 0 else len(skeleton)


def _begins(skeleton: str, begin: int, end: int) -> int | None:
    """Return where on the line the style of a block begins; None: it is a sentence's."""
    label = _LABEL.match(skeleton, begin, end)
    at = label.end() if label else begin
    if style_at(skeleton, at, end) > at:
        if label or not _STOPS.search(skeleton, begin, end):
            return at if label or _is_apart(skeleton, begin) else None
        return None
    joined = _JOINED.match(skeleton, begin, end)
    if joined is None or style_at(skeleton, joined.end(), end) == joined.end():
        return None
    if _STOPS.search(skeleton, begin, end) or not _is_apart(skeleton, begin):
        return None
    return joined.end()


def _is_apart(skeleton: str, begin: int) -> bool:
    """Whether the line begins a paragraph, or follows one that announces it."""
    above = skeleton[skeleton.rfind("\n", 0, max(0, begin - 1)) + 1 : max(0, begin - 1)]
    return not above.strip() or _OPEN.search(above) is not None


def _lines(skeleton: str, at: int, end: int) -> list[Line]:
    """Return the lines of the block that begins there, as far as its state."""
    lines: list[Line] = []
    while len(lines) < _LINES and at < end:
        close = _ENDS.search(skeleton, at, end)
        stop = close.start() if close else end
        while stop > at and skeleton[stop - 1] in " .,":
            stop -= 1
        if stop <= at or stop - at > (_PROSE if lines else _LONGEST):
            break
        lines.append(Line(at, stop))
        if close or is_state(skeleton, at, stop):
            break
        at, end = end + 1, _end_of_line(skeleton, end + 1)
    return lines or [Line(at, end)]
