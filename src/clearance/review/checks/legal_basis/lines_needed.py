"""Papers that need no line of approval, or are told of it by no more than a note.

What the Secretary-General signs himself and commits no money by, letters and contracts apart, has
the highest approval in his signature; a memorandum that spends nothing is an opinion, and goes
through who is above. An estimate commits nothing. All of it is our guess.
"""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.references import read_registry_number
from clearance.review.checks.legal_basis import amounts
from clearance.review.checks.legal_basis.approval_told import is_told
from clearance.review.checks.legal_basis.formulas import asks
from clearance.review.checks.legal_basis.powers import (
    Officer,
    kind_of,
    names_house,
    officer_at,
)
from clearance.review.checks.occasions import is_of_occasion
from clearance.review.checks.whole import is_whole
from clearance.review.mentions.anatomy.approvals import APPROVES
from clearance.review.paper import Paper
from clearance.review.scan import Stretch
from clearance.terms import Kind, Role

_ESTIMATED = compiled(
    r"\b(?:estimat\w*|provisional\w*|estime\w*|evalue\w*|provisoire\w*|previsionnel\w*|"
    r"(?:ال)?مقدرة?|و?[تي]قدر|قدرت|بنحو|حوالي)\b[^.;\n]{0,40}$"
)
_MONEY = compiled(r"\b(?:usd|dollars?|eur|euros?|sar|riyals?|دولار\w*|ريال\w*|يورو)\b|[$\xa3]")

# "Of this amount, a fifth is borne by the host country": a budget in which others have their part.
_BORNE = compiled(
    r"\b(?:(?:borne|met|covered|financed|funded|paid) by (?:the )?(?:host|bank|islamic|voluntary|"
    r"contribut\w+|donors?|government|member)|(?:a la charge|pris en charge|supportes?|finances?|"
    r"couverts?) (?:du |par )(?:le |la |l'|les |des )?(?:pays|banque|contributions|donateurs|"
    r"gouvernement|etats)|و?[تي]تحمل (?:البلد|البنك|حكومة|الدولة|المانحون)|و?[تي]غطى [^\n.;]{0,20}"
    r"تبرعات)\b"
)
_BUDGET = compiled(r"\b(?:budgets?|(?:ال)?(?:ميزانية|موازنة))\b[^.;\n]{0,60}$")
_REST = 500  # letters behind a budget in which it is shared out (our guess)
_HEAD, _FOOT = 300, 500  # letters of a note in which its sender and its seal stand (our guess)
_AROUND = 600  # letters before a line of visas in which the approval may stand (our guess)


# Papers that the list of kinds leaves out: they need a line when they go out with number and day.
_WHEN_SENT = frozenset({Kind.NOTE_VERBALE, Kind.DRAFT_RESOLUTION, Kind.REPORT})
_IN_ITS_NAME = frozenset({Kind.CONTRACT, Kind.DRAFT_RESOLUTION, Kind.REPORT})
_WITHOUT_ADDRESSEE = frozenset({Kind.CONTRACT, Kind.CIRCULAR, Kind.MEMORANDUM})
_NUMBER = on_demand(r"[^\W\d_]{2,}(?:[/-][\w.]+){2,}")


# "Seal of the General Secretariat", "[Sceau et paraphe]" at the foot of a note that nobody signs.
_SEALED = compiled(
    r"(?m)^[ \[(*_]*(?:(?:official |round )?(?:seal|stamp)|sceau|cachet|initial?led|initials|"
    r"paraphe|(?:ال)?ختم|خاتم|(?:ال)?توقيع بالأحرف|موقعة? بالأحرف|الأحرف الأولى)\b[^\n:]{0,60}$"
)
# A mission under its own head writes to the missions beside it: "Permanent Observer Mission".
_MISSION = compiled(
    r"\b(?:(?:observer|permanent|liaison) (?:observer )?(?:mission|office)|(?:mission|bureau) "
    r"(?:permanente? )?(?:d'observat\w+|de liaison|permanente?)|بعثة (?:ال)?(?:مراقبة|مراقب)|"
    r"(?:ال)?بعثة (?:ال)?(?:دائمة|مراقبة)|مكتب (?:ال)?(?:اتصال|مراقب))"
)


def may_tell_approval(paper: Paper) -> bool:
    """Tell whether a paper of its kind needs an approval, or may tell one."""
    kind = kind_of(paper)
    return kind is not None and (kind in _WHEN_SENT or kind.value in paper.context.approval_needed)


def needs_approval(paper: Paper, officers: list[Officer]) -> bool:
    """Tell whether the paper must say who approved it, and says it nowhere."""
    kind = kind_of(paper)
    if kind is None or not is_ours(paper, officers):
        return False
    is_listed = kind.value in paper.context.approval_needed
    if kind is Kind.NOTE_VERBALE and not is_listed and _is_authentic(paper):
        return False
    return (is_listed or (kind in _WHEN_SENT and _is_sent(paper))) and not is_told(paper)


def _is_authentic(paper: Paper) -> bool:
    """Tell whether a note is sealed or initialled, or sent by a mission under a head of its own."""
    skeleton = paper.skeleton
    if _SEALED.search(skeleton, max(0, len(skeleton) - _FOOT)):
        return True
    line = paper.anatomy.reference
    return _MISSION.search(skeleton, 0, line[0] if line else _HEAD) is not None


def _is_sent(paper: Paper) -> bool:
    """Tell whether it goes out whole, or a number of the house's register heads a draft."""
    if paper.kind is not Kind.DRAFT_RESOLUTION:
        return is_whole(paper)
    line = paper.anatomy.reference
    if line is None or paper.anatomy.date_line is None:
        return False
    letterhead = paper.anatomy.letterhead
    if letterhead is not None and letterhead[0] < line[0]:
        return False  # a number below the head is the document's, under which the organ meets
    written = _NUMBER.search(paper.text, *line)
    return written is not None and any(
        read_registry_number(pattern, written[0]) is not None
        for pattern in paper.context.reference_patterns
    )


def is_ours(paper: Paper, officers: list[Officer]) -> bool:
    """Whether the paper is the house's own: signed or sent by an officer, or in its name."""
    if paper.kind is Kind.NOTE_VERBALE:
        return names_house(paper) and (paper.anatomy.addressee is not None or is_whole(paper))
    if paper.kind in _IN_ITS_NAME:
        return bool(officers) or names_house(paper)
    is_sent = paper.anatomy.addressee is not None or paper.kind in _WITHOUT_ADDRESSEE
    sender = paper.anatomy.sender if paper.kind is Kind.MEMORANDUM else None
    is_from_us = sender is not None and officer_at(paper, sender) is not None
    return (bool(officers) or is_from_us) and is_sent


def is_seen_only(paper: Paper, line: Stretch, officers: list[Officer]) -> bool:
    """Tell whether a paper that spends bears a visa of a department, and no approval beside it."""
    edges = ((0, line[0]), (line[1], len(paper.skeleton)))
    return (
        not is_told(paper)
        and not needs_no_line(paper, officers)
        and not any(
            not word[0].startswith("visa")  # a traveller's as often as an officer's
            for begin, end in edges
            for word in APPROVES.finditer(paper.skeleton, max(begin, line[0] - _AROUND), end)
        )
    )


def needs_no_line(paper: Paper, officers: list[Officer]) -> bool:
    """Tell whether a paper asks for nothing, is of an occasion, or needs no other's approval.

    A circular directs, however short it is.
    """
    kind = kind_of(paper)
    if is_of_occasion(paper):
        return True
    if paper.is_brief and kind is not Kind.CIRCULAR and not asks(paper):
        return True
    if is_whole(paper) or (kind is Kind.MEMORANDUM and _is_copied(paper)):
        return False
    is_his = any(entry.role == Role.SECRETARY_GENERAL for o in officers for entry in o.entries)
    if is_his and kind not in (Kind.CONTRACT, Kind.LETTER):
        return not _commits(paper)
    if is_his and kind is Kind.LETTER and _is_at_foot(paper):
        return not _commits(paper)
    return kind is Kind.MEMORANDUM and _MONEY.search(paper.skeleton) is None


def _is_copied(paper: Paper) -> bool:
    """Tell whether a memorandum with number and day has gone out to others too."""
    anatomy = paper.anatomy
    return None not in (anatomy.copies, anatomy.reference, anatomy.date_line)


def _is_at_foot(paper: Paper) -> bool:
    """Tell whether the addressee stands below the signature, as in his own letters to ministers."""
    block, name = paper.anatomy.addressee, paper.anatomy.signature_name
    return block is not None and name is not None and block[0] >= name[1]


def _commits(paper: Paper) -> bool:
    """Tell whether the paper names an amount that is more than an estimate, whoever pays it."""
    if paper.particulars.amount is not None:
        return True
    named = max(amounts.amounts_of(paper), key=lambda one: one.value, default=None)
    if named is None:
        return False
    start, end = named.at
    is_budget = _BUDGET.search(paper.skeleton, max(0, start - 80), start) is not None
    if is_budget and _BORNE.search(paper.skeleton, end, end + _REST):
        return False
    return _ESTIMATED.search(paper.skeleton, max(0, start - 80), start) is None
