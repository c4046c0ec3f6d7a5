"""Whom the salutation names, against whom the letter is addressed to: "Dear Mr. Johnson"."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.letter import Letter
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy.blocks import is_post, style_and_name, style_at
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_DEAR = compiled(r"(?:(?:my |mon |ma )?(?:dear|chere?) +|عزيزي +|عزيزتي +)?")
_END = " ,:.!-"
_NO_NAME = compiled(
    r"(?:the|le|la|l'|and|et|or|ou|colleagues?|friends?|brothers?|sisters?|sirs?|madams?|excellenc\w+|"
    r"ministers?|ministres?|chers?|ال|و)\b|ال"
)
_LONGEST = 5  # words of a person's name
_MOST = 4  # words of a name in a salutation


def check(paper: Paper, letter: Letter) -> Iterator[Finding]:
    """Find a salutation that names another person, or the person with a slip."""
    place = paper.anatomy.salutation
    names = [one.block.name for one in letter.addressed if one.block.name]
    if place is None or len(letter.addressed) != 1 or not names:
        return
    printed = _named(paper, place)
    if printed is None:
        return
    known = paper.skeleton[slice(*names[0])]
    if len(known.split()) > _LONGEST:
        return  # "Heads of the national focal points"
    if (known[:1] > "\x7f") != (paper.skeleton[printed[0]] > "\x7f"):
        return
    if likeness(paper.skeleton[slice(*printed)], known) in (Likeness.OTHER, Likeness.NEAR):
        right = " ".join(paper.text[slice(*names[0])].split())
        yield found(
            "ADR022", *printed, elsewhere=(names[0],), printed=paper.text[slice(*printed)],
            right=right,
        )  # fmt: skip


def _named(paper: Paper, place: Stretch) -> Stretch | None:
    """Return the name behind "Dear Mr."; None: it is a post, or no name is there."""
    skeleton = paper.skeleton
    start, end = place
    dear = _DEAR.match(skeleton, start, end)
    start = dear.end() if dear else start
    while end > start and skeleton[end - 1] in _END:
        end -= 1
    if style_at(skeleton, start, end) == start:
        return None  # "Dear Minister," or a given name among friends
    _, name = style_and_name(skeleton, start, end)
    if name is None or is_post(skeleton, *name) or _NO_NAME.match(skeleton, *name):
        return None
    words = paper.text[slice(*name)].split()
    if len(words) > _MOST or any(word[0].islower() for word in words if len(word) > _MOST):
        return None
    return name if "," not in skeleton[slice(*name)] else None
