"""Persons of the directory whom the text names beside its addressee: in which post, of which state.

Only a full name counts, and only a post that stands right beside it. Where two entries bear the
name, the one that agrees is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.directory import Directory, Entry
from clearance.review.checks.addressee.letter import Letter
from clearance.review.context import Context
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import is_post
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

_NAMED = "person of the directory"
_STYLE = (
    r"(?:(?:h\.? ?e\.?|h\.? ?r\.? ?h\.?|s\.? ?e\.?|s\.? ?a\.? ?r\.?|son excellence|his excellency|"
    r"her excellency|(?:his|her) (?:royal )?highness|son altesse(?: royale)?|mr|mrs|ms|dr|m|mme|"
    r"prof|(?:le |la )?prince(?:ss|sse)?|sheikha?|cheikha?|ambassador|ambassadeur|معالي|سعادة|سمو|"
    r"صاحبة? (?:السعادة|المعالي|السمو(?: الملكي)?)|الأميرة?|الشيخة?|السيدة?|"
    r"الدكتورة?|السفيرة?|الأستاذة?)\.?[ \n]+)*"
)
_AFTER = compiled(r",[ \n]+(?:the |le |la |l')?(?P<post>[^,.;()\n]{4,90}(?:\n[^,.;()\n]{1,60})?)")
_BEFORE = compiled(r"(?P<post>[^,.;:()\n]{4,90}?),?[ \n]+" + _STYLE + "$")
_WORD = re.compile(r"[^\W\d_]+")
_OF_STATE = compiled(r"[ \n]+(?:of|for|de|du|d'|pour|في|ل|لدى)[ \n]*(?:the |la |l')?$")
_REACH = 160


def triggers(context: Context) -> Iterator[Trigger]:
    """Return the full names of the directory."""
    names = {name for known in context.addressees for name in known.names.values()}
    return (Trigger(_NAMED, name, literal=True) for name in sorted(names) if " " in name.strip())


def check(paper: Paper, directory: Directory, letter: Letter | None) -> Iterator[Finding]:
    """Find a person of the directory who is given another's post, or another state."""
    hits = paper.hits(_NAMED)
    if not hits:
        return
    blocks = [(block.start, block.end) for block in paper.anatomy.addressees]
    signed = [one.name for one in paper.anatomy.signatures if one.name]
    for start, end in hits:
        if any(first <= start < last for first, last in (*blocks, *signed)):
            continue
        if paper.skeleton[end : end + 1].isalnum() or paper.skeleton[start - 1 : start].isalnum():
            continue
        post = _post_beside(paper.skeleton, start, end)
        entries = directory.named(paper.skeleton[start:end]) if post else []
        if post is None or not entries:
            continue
        day = letter.day if letter else paper.particulars.dated
        yield from _compared(paper, directory, [e for e in entries if e.holds_on(day)], post)


def _post_beside(skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the post after the name, or before it; None: none stands there."""
    after = _AFTER.match(skeleton, end)
    if after is not None and is_post(skeleton, *after.span("post")):
        return after.span("post")
    before = _BEFORE.search(skeleton, max(0, start - _REACH), start)
    if before is None:
        return None
    found = None
    for word in reversed(list(_WORD.finditer(skeleton, *before.span("post")))):
        if is_post(skeleton, word.start(), before.end("post")):
            found = word.start()
        elif found is not None:
            break  # what stands further ahead is another's
    return None if found is None else (found, before.end("post"))


def _compared(
    paper: Paper, directory: Directory, entries: list[Entry], post: Stretch
) -> Iterator[Finding]:
    """Compare with the entries of the name; silent where one of them agrees."""
    states = list(directory.states.read(paper.skeleton, *post))
    end = next((state.start for state in states if state.start > post[0]), post[1])
    joined = _OF_STATE.search(paper.skeleton, post[0], end)
    end = joined.start() if joined else end
    wrong: Finding | None = None
    for entry in entries:
        held = [known for tongue, known in entry.posts if tongue == paper.language]
        fits = not held or any(
            posts.compare(paper.skeleton[post[0] : end], known) for known in held
        )
        of_state = not states or entry.known.state in {state.iso3 for state in states}
        if fits and of_state:
            return
        known = entry.known
        if not fits:
            wrong = found(
                "ADR004", post[0], end, suggestion=known.titles.get(paper.language),
                name=known.names, printed=_printed(paper, (post[0], end)), right=known.titles,
                level=Level.WARN,
            )  # fmt: skip
        elif known.state:
            right = directory.states.states.get(known.state)
            place = (states[0].start, states[0].end)
            wrong = found(
                "ADR005", *place, level=Level.WARN, name=known.names, post=known.titles,
                suggestion=directory.states.name(known.state, paper.language, formal=False),
                printed=_printed(paper, place),
                right=right.short if right else {Language.ENGLISH: known.state},
            )  # fmt: skip
    if wrong is not None:
        yield wrong


def _printed(paper: Paper, stretch: Stretch) -> str:
    return " ".join(paper.text[slice(*stretch)].split())
