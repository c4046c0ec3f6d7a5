"""A line of head or foot that may be the approval, in words that no list has.

"The Secretary-General, N. Karim, has consented to the sending of this text (3 March 2026)": it
names who may approve and a day, and is no part of the text. Before an approval is missed, such a
line is taken for it. Our guess.
"""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis.approval_line import REFUSED
from clearance.review.paper import Paper
from clearance.terms import Role

_HIGHEST = frozenset({Role.SECRETARY_GENERAL, Role.DIRECTOR_GENERAL})
_LINE = on_demand(r"[^\n]+")
_LONGEST = 140  # characters
_STOPS = frozenset(".;:")  # a sentence of the text itself
# What else names him and a day: who wrote or has it, a power that was lent, what is not so.
_IS_OTHER = compiled(
    r"\b(?:prepared|drafted|written|typed|copied|received|registered|revised|signed|copy|cc|"
    r"prepare\w*|redige\w*|etabli\w*|saisi\w*|recue?|enregistre\w*|signe\w*|copie|"
    r"أعد\w*|حرر\w*|كتب\w*|صاغ\w*|نسخ\w*|نسخة|صورة|ورد|قيد|وقع\w*|إلى|"
    r"deleg\w+|power of|instruct\w+|asked|request\w*|met|letter|meeting|pending|await\w*|not|"
    r"without|pouvoirs?|instruction|demand\w+|lettre|reunion|attente|pas|sans|"
    r"(?:ال|ب)?تفويض\w*|توجيه\w*|تعليمات|طلب\w*|خطاب|اجتماع|بانتظار|في انتظار|لم|"
    r"دون|إرجاء)\b"
)


def may_be_told(paper: Paper) -> bool:
    """Tell whether a line beside the text names who may approve, and a day."""
    names = [
        fold(name).skeleton
        for officer in paper.context.signatories
        if officer.role in _HIGHEST
        for name in officer.names.values()
        if name
    ]
    body = paper.anatomy.body or (0, 0)
    return any(
        len(line[0]) <= _LONGEST
        and not (body[0] <= line.start() < body[1] and line[0].rstrip()[-1:] in _STOPS)
        and any(name in line[0] for name in names)
        and any(line.start() <= day.start < line.end() for day in paper.dates)
        and not (_IS_OTHER.search(line[0]) or REFUSED.search(line[0]))
        for line in _LINE.finditer(paper.skeleton)
    )
