"""Persons of the directory whom the text means: slips in their names, and the style before them.

Whom a text means is told by a place that names the person rightly, by the paper's record, or by
the post and the state beside the name. Only then is a name that nearly is the directory's held
against it: elsewhere it may be another person's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import parties
from clearance.review.checks.addressee.directory import Directory, Entry
from clearance.review.checks.addressee.forms import differs, gender_named, style_in_directory
from clearance.review.checks.addressee.mentioned import slips_beside
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import style_at
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.mentions.styles import style_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_NAME = compiled(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?:[ \n][^\W\d_]+(?:['-][^\W\d_]+)*){1,4}")
_POST_AFTER = compiled(r",[ \n]+(?:the |le |la |l')?(?P<post>[^,.;()\n]{4,140})")
_TO = compiled(r"(?:to|a|إلى) ")
_REACH = 90  # characters of a style before a name


def check(
    paper: Paper, directory: Directory, named: list[tuple[Stretch, list[Entry]]]
) -> Iterator[Finding]:
    """Find slips in the names of persons that the text means, and styles that are not theirs.

    ``named``: where the text names somebody exactly as the directory does, and whom.
    """
    meant = _meant(paper, directory, named)
    told: set[Stretch] = {place for place, _ in named}
    for entry in meant.values():
        yield from _slips(paper, entry, told)
    yield from _slips_by_post(paper, directory, told)
    for place, entries in named:
        yield from _style(paper, place, entries)


def _meant(
    paper: Paper, directory: Directory, named: list[tuple[Stretch, list[Entry]]]
) -> dict[str, Entry]:
    """Return the entries that the paper is known to mean, by their codes."""
    meant = {entry.known.id: entry for _, entries in named for entry in entries}
    given = paper.particulars.addressee
    if given is not None and (addressed := directory.of_code(given)):
        meant[given] = addressed
    return meant


def _slips(paper: Paper, entry: Entry, told: set[Stretch]) -> Iterator[Finding]:
    """Find where a part of the name stands beside what nearly is its neighbour."""
    whole = (0, len(paper.skeleton))
    for language, name in entry.names:
        for first, second in pairwise(name.split()):
            for place in slips_beside(paper.skeleton, whole, first, second):
                if _is_within(place, told) or _in_blocks(paper, place):
                    continue
                told.add(place)
                yield _near(paper, place, entry, entry.known.names[language])


def _near(paper: Paper, place: Stretch, entry: Entry, right: str) -> Finding:
    return found(
        "ADR001", *place, printed=" ".join(paper.text[slice(*place)].split()), right=right,
        post=entry.known.titles, level=Level.WARN,
    )  # fmt: skip


def _slips_by_post(paper: Paper, directory: Directory, told: set[Stretch]) -> Iterator[Finding]:
    """Find a name with a style that nearly is that of who holds the post and state beside it."""
    skeleton = paper.skeleton
    for start, _ in paper.hits(parties.STYLED):
        if skeleton[start - 1 : start].isalnum():
            continue
        flat = skeleton[start : start + _REACH].replace("\n", " ")
        begin = start + style_at(flat, 0, len(flat))
        name = _NAME.match(skeleton, begin + (skeleton[begin : begin + 1] in " \n"))
        if begin == start or name is None or _in_blocks(paper, name.span()):
            continue
        after = _POST_AFTER.match(skeleton, name.end())
        states = directory.states.read(skeleton, *after.span("post")) if after else []
        if after is None or not states or _is_within(name.span(), told):
            continue
        post = skeleton[after.start("post") : states[0].start]
        for entry in directory.at(states[0].iso3):
            if not any(posts.compare(post, held) for _, held in entry.posts):
                continue
            for language, held in entry.names:
                if likeness(name[0], held) == Likeness.NEAR:
                    told.add(name.span())
                    yield _near(paper, name.span(), entry, entry.known.names[language])
                    break


def _style(paper: Paper, place: Stretch, entries: list[Entry]) -> Iterator[Finding]:
    """Compare the style before the name with the directory's; silent where one entry agrees."""
    skeleton = paper.skeleton
    before = _style_before(skeleton, place[0])
    if before is None or _in_blocks(paper, place):
        return
    printed = style_of(skeleton, *before)
    rights = [style_in_directory(entry.known, paper.language) for entry in entries]
    genders = {right.gender for right in rights}
    if printed.gender and genders and "" not in genders and printed.gender not in genders:
        yield found(
            "ADR010", *before, level=Level.WARN, printed=paper.text[slice(*before)],
            right=gender_named(next(iter(genders))),
            suggestion=entries[0].known.style.get(paper.language),
        )  # fmt: skip
    elif rights and all(right.grade and differs(printed, right) for right in rights):
        known = entries[0].known
        yield found(
            "ADR008", *before, level=Level.WARN, printed=paper.text[slice(*before)],
            right=known.style, suggestion=known.style.get(paper.language),
        )  # fmt: skip


def _style_before(skeleton: str, at: int) -> Stretch | None:
    """Return the longest style that ends where the name begins."""
    least = max(0, at - 60)
    flat = skeleton[least:at].replace("\n", " ")
    for begin in range(len(flat)):
        if (begin and flat[begin - 1].isalnum()) or _TO.match(flat, begin):
            continue
        end = style_at(flat + "x", begin, len(flat) + 1)
        if end > begin and not flat[end:].strip(" ."):
            return least + begin, least + len(flat.rstrip())
    return None


def _is_within(place: Stretch, told: set[Stretch]) -> bool:
    return any(place[0] < last and first < place[1] for first, last in told)


def _in_blocks(paper: Paper, place: Stretch) -> bool:
    """Whether it stands in a block that is judged apart: addressee, signature, approval."""
    anatomy = paper.anatomy
    blocks = [(one.start, one.end) for one in (*anatomy.addressees, *parties.blocks_of(paper))]
    blocks += [one.name for one in anatomy.signatures if one.name]
    blocks += [part for part in (anatomy.salutation, anatomy.approval, anatomy.sender) if part]
    return any(first <= place[0] < last for first, last in blocks)
