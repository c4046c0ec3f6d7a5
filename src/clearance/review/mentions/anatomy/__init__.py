"""The parts of a paper: letterhead, reference, date, addressee, subject, body, close and so on.

Only the head and the foot of a text are looked at, and of a text without the sign of a letter
nothing. Layouts vary: labels and values on one line or apart, cells of a table side by side
(parted by a tab), the addressee above or below. It judges nothing.
"""

from __future__ import annotations

from clearance.review.mentions.anatomy import approvals, words
from clearance.review.mentions.anatomy.blocks import AddresseeBlock, SignatureBlock
from clearance.review.mentions.anatomy.foot import read_foot
from clearance.review.mentions.anatomy.head import read_head
from clearance.review.mentions.anatomy.parts import Anatomy
from clearance.review.scan import Hits

__all__ = ["NOTHING", "TRIGGERS", "AddresseeBlock", "Anatomy", "SignatureBlock", "read_anatomy"]

_HEAD = 6000  # characters in which a letter's head and, from the end, its foot are looked for
_FRAGMENT = 400  # characters of what is no whole paper, whatever its kind (our guess)
_NUMBERED = 900  # and in which a paper bears its own number
_SIGNS = ("letter_part", "letter_approval", "letter_close", "letter_compliments")
TRIGGERS = (*words.TRIGGERS, *approvals.TRIGGERS)
NOTHING = Anatomy()
"""The parts of a paper that is no letter."""


def read_anatomy(text: str, skeleton: str, hits: Hits, *, is_letter: bool = False) -> Anatomy:
    """Return the parts of the paper; of a paper that is no letter, none.

    ``is_letter``: its kind is known to be one that is written as letters are, whatever it shows.
    """
    is_letter = is_letter and len(skeleton) > _FRAGMENT
    signs = [hits[name][edge] for name in _SIGNS if name in hits for edge in (0, -1)]
    numbered = hits.get("letter_number", ())[:1]  # the house's own number, whatever its label
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
    return read_foot(text, skeleton, head, hits, lines, told.get(lines[0]) if lines else None)
