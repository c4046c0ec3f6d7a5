"""Papers that need no line of approval, or are told of it by no more than a note.

What the Secretary-General signs himself and commits no money by, letters and contracts apart, has
the highest approval in his signature; a memorandum that spends nothing is an opinion, and goes
through who is above. An estimate commits nothing. All of it is our guess.
"""

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis import amounts
from clearance.review.checks.legal_basis.formulas import asks
from clearance.review.checks.legal_basis.powers import Officer, kind_of
from clearance.review.checks.legal_basis.told_approval import is_told
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
_AROUND = 600  # letters before a line of visas in which the approval may stand (our guess)


def is_seen_only(paper: Paper, line: Stretch, officers: list[Officer]) -> bool:
    """Tell whether a paper that spends bears a visa of a department, and no approval beside it."""
    edges = ((0, line[0]), (line[1], len(paper.skeleton)))
    return (
        not is_told(paper)
        and not needs_no_line(paper, officers)
        and not any(
            APPROVES.search(paper.skeleton, max(begin, line[0] - _AROUND), end)
            for begin, end in edges
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
    if is_whole(paper):
        return False
    is_his = any(entry.role == Role.SECRETARY_GENERAL for o in officers for entry in o.entries)
    if is_his and kind not in (Kind.CONTRACT, Kind.LETTER):
        return not _commits(paper)
    if is_his and kind is Kind.LETTER and _is_at_foot(paper):
        return not _commits(paper)
    return kind is Kind.MEMORANDUM and _MONEY.search(paper.skeleton) is None


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
