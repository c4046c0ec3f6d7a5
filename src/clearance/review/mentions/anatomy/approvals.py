"""Reads an approval that bears no label of its own.

"Expenditure approved by name, post, on date" is a sentence that stands alone near the foot of a
memorandum; "Approval of the Secretary-General: name" names a post before the colon.
"""

from __future__ import annotations

from collections.abc import Sequence

from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.blocks import Line, is_post, style_and_name, trimmed
from clearance.review.mentions.anatomy.words import APPROVAL_LABEL, APPROVAL_SAID
from clearance.review.scan import Stretch

_SAID = compiled(APPROVAL_SAID)
_LABEL = compiled(APPROVAL_LABEL)
_POST_OF_LABEL = compiled(
    r"(?:[^\W\d_]+) (?:(?:of|by|from|du|de la|de l'|de) ?(?:the )?|(?:معالي |سعادة |السيدة? )?)"
)
_YEAR = compiled(r"\b(?:19|20|1[345])\d\d(?!\d)")
_PIECE = compiled(r"[,(] ?| - ")
_LONGEST = 200  # characters of such a sentence, which may run over two lines
_FOOT = 14  # lines from the end in which it is looked for


def post_of_label(skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the post that the label of an approval names; None: it names none."""
    label = _LABEL.match(skeleton, start, end)
    begin = _POST_OF_LABEL.match(skeleton, start, label.end()) if label else None
    if label is None or begin is None:
        return None
    post = trimmed(skeleton, begin.end(), label.end())
    return post if is_post(skeleton, *post) else None


def approval_said(skeleton: str, lines: Sequence[Line]) -> Stretch | None:
    """Return the sentence near the foot that says who approved the paper, and when."""
    for line in lines[-_FOOT:]:
        said = _SAID.match(skeleton, line.start, line.end)
        if said is None:
            continue
        stop = skeleton.find("\n\n", said.end())
        end = min(stop if stop > 0 else len(skeleton), line.start + _LONGEST)
        dated = _YEAR.search(skeleton, said.start(), end)
        if dated and _is_by_officer(skeleton, said.end(), end):
            return line.start, max(dated.end(), line.end)
    return None


def _is_by_officer(skeleton: str, start: int, end: int) -> bool:
    """Whether an officer approved, told by the post: organs adopt, officers approve."""
    edges = [start, *(piece.end() for piece in _PIECE.finditer(skeleton, start, end))][:3]
    return any(_begins_as_post(skeleton, *trimmed(skeleton, edge, end)) for edge in edges)


def _begins_as_post(skeleton: str, start: int, end: int) -> bool:
    if is_post(skeleton, start, end):
        return True
    _, name = style_and_name(skeleton, start, end)
    return name is not None and is_post(skeleton, *name)
