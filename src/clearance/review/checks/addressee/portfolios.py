"""Ministers of one matter to whom a paper is addressed, and those of another that it asks.

"To the Ministers of Information" over "Ministers of Health are requested": one of the two is left
from the paper that served as model. The Council of Foreign Ministers is cited in all, and none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clearance.reading.skeleton import compiled, fold
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_MINISTERS = "ministers of a matter"
TRIGGERS = tuple(
    Trigger(_MINISTERS, words, literal=True) for words in ("ministers", "ministres", "وزراء")
)
_AFTER = compiled(
    r"(?:ministers (?:(?:of|for|responsible for|in charge of) )(?:the )?|"
    r"ministres (?:charge[es]* )?(?:de la |de l'|du |des |de )|[وبل]?وزراء )(?P<what>[^\W\d_]{4,})"
)
_BEFORE = compiled(r"(?P<what>[^\W\d_]{4,}) $")
_ASKED = compiled(
    r"[^.;\n]{0,40}?\b(?:(?:are|is) (?:kindly |hereby |cordially |respectfully )?"
    r"(?:requested|invited|asked|urged)|"
    r"sont (?:cordialement )?(?:prie|invite)[es]*|"
    r"voudront bien)\b"
)
_IS_ASKED = compiled(
    r"(?:يرجى من|نرجو من|ترجو الأمانة العامة من|يدعى|ندعو|تدعو)\s+(?:السادة |معالي )?$"
)
_OF_NONE = """
foreign external affaires étrangères prime council Conseil الخارجية الشؤون their islamic islamique
الدول meeting conference
"""
_NONE = frozenset(fold(word).skeleton[:5] for word in _OF_NONE.split())
_PRIME = compiled(r"(?:رئيسة?|مجلس) $")  # "رئيس وزراء جمهورية ...": one, and of no matter
_LEAST = 5  # letters that tell one matter from another: "touri" of tourism, "touri" of tourisme


class _Named(NamedTuple):
    matter: str
    place: Stretch
    is_asked: bool


def check(paper: Paper) -> Iterator[Finding]:
    """Find that a paper is addressed to ministers of one matter and asks those of another."""
    hits = paper.hits(_MINISTERS)
    block = paper.anatomy.addressee
    if len(hits) < 2 or block is None:
        return
    named = [one for start, end in hits if (one := _named(paper.skeleton, start, end))]
    written = [one for one in named if block[0] <= one.place[0] < block[1]]
    others = [one for one in named if not block[0] <= one.place[0] < block[1]]
    if len(written) != 1 or not others:
        return
    matter = written[0].matter
    alike = sum(one.matter == matter for one in others)
    if not alike and len({one.matter for one in others}) == 1:
        yield _told(paper, written[0], others[0])
    elif alike:
        wrong = next((one for one in others if one.is_asked and one.matter != matter), None)
        if wrong:
            yield _told(paper, wrong, written[0])


def _named(skeleton: str, start: int, end: int) -> _Named | None:
    while start > 0 and skeleton[start - 1].isalpha():
        start -= 1  # a preposition that is joined to the word
    if _PRIME.search(skeleton, max(0, start - 10), start):
        return None
    after = _AFTER.match(skeleton, start)
    before = None if after else _BEFORE.search(skeleton, max(0, start - 30), start)
    told = after or before
    if told is None or told["what"][:_LEAST] in _NONE:
        return None
    place = (start if after else told.start("what"), after.end() if after else end)
    is_asked = (
        _ASKED.match(skeleton, place[1]) is not None
        or _IS_ASKED.search(skeleton, max(0, start - 50), start) is not None
    )
    return _Named(told["what"][:_LEAST], place, is_asked)


def _told(paper: Paper, wrong: _Named, right: _Named) -> Finding:
    printed, held = (" ".join(paper.text[slice(*one.place)].split()) for one in (wrong, right))
    return found("ADR023", *wrong.place, elsewhere=(right.place,), printed=printed, right=held)
