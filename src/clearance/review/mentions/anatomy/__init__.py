"""The parts of a paper: letterhead, reference, date, addressee, subject, body, close and so on.

Only the head and the foot of a text are looked at, and of a text without the sign of a letter
nothing. Layouts vary: labels and values on one line or apart, cells of a table side by side
(parted by a tab), the addressee above or below. It judges nothing.
"""

from __future__ import annotations

from dataclasses import replace

from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy import approvals, words
from clearance.review.mentions.anatomy.blocks import AddresseeBlock, SignatureBlock
from clearance.review.mentions.anatomy.foot import read_foot
from clearance.review.mentions.anatomy.head import read_head
from clearance.review.mentions.anatomy.parts import Anatomy
from clearance.review.scan import Hits, Stretch
from clearance.terms import Kind

__all__ = ["NOTHING", "TRIGGERS", "AddresseeBlock", "Anatomy", "SignatureBlock", "read_anatomy"]

_HEAD = 6000  # characters in which a letter's head and, from the end, its foot are looked for
_FRAGMENT = 400  # characters of what is no whole paper, whatever its kind (our guess)
_LONGEST = 110  # characters of a line that has the number of its paper and no sentence
_OF_ANOTHER = compiled(
    r"\b(?:slip|transmittal|bordereau|كشف|your|votre|vos|y/ref|v/ref|further|reply|replying|reponse|suite|[وبل]?(?:خطابكم|"
    r"رسالتكم|مذكرتكم|كتابكم|مرجعكم|رقمكم|إشارتكم))\b"
)
# Kinds that are written as letters are, with head and foot.
_AS_LETTERS = frozenset(
    {Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR, Kind.CONTRACT}
)
_NUMBERED = 900  # and in which a paper bears its own number
_SIGNS = ("letter_part", "letter_approval", "letter_close", "letter_compliments")
TRIGGERS = (*words.TRIGGERS, *approvals.TRIGGERS)
NOTHING = Anatomy()
"""The parts of a paper that is no letter."""


def read_anatomy(text: str, skeleton: str, hits: Hits, kind: Kind | None = None) -> Anatomy:
    """Return the parts of the paper; of a paper that is no letter, none.

    ``kind`` None: it is not known, and neither it nor the number shows that there are parts.
    """
    is_letter = kind in _AS_LETTERS and len(skeleton) > _FRAGMENT
    signs = [hits[name][edge] for name in _SIGNS if name in hits for edge in (0, -1)]
    numbered = (
        hits.get("letter_number", ())[:1] if kind else ()
    )  # the house's own number, whatever its label
    signs += [one for one in numbered if one[0] < _NUMBERED]
    if not is_letter and not any(
        start < _HEAD or end > len(skeleton) - _HEAD for start, end in signs
    ):
        return NOTHING
    closings = hits.get("letter_close", ())
    end = min(len(skeleton), _HEAD, closings[0][0] if closings else _HEAD)
    told = approvals.approvals_told(text, skeleton, hits)
    lines = list(told) or approvals.by_officers(text, skeleton, hits)
    head = read_head(text, skeleton, end, lines)
    read = read_foot(text, skeleton, head, hits, lines, told.get(lines[0]) if lines else None)
    if read.reference is None and numbered and numbered[0][0] < _NUMBERED:
        return replace(read, reference=_line_of(skeleton, numbered[0]))
    return read


def _line_of(skeleton: str, number: Stretch) -> Stretch | None:
    """Return the line of the house's own number, whatever stands before it; None: it is cited."""
    begin = skeleton.rfind("\n", 0, number[0]) + 1
    stop = skeleton.find("\n", number[1])
    stop = len(skeleton) if stop < 0 else stop
    is_own = stop - begin <= _LONGEST and not _OF_ANOTHER.search(skeleton, begin, number[0])
    return (begin, stop) if is_own else None
