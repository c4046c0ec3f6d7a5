"""Limits that a paper tells: of an officer's power, against the register, and of transfers.

"The Director-General may commit up to USD 400,000 under her delegation" is held against the
register of powers; a transfer between budget lines, against the limit that the paper itself gives.
Source: the register of signatories and delegations; which words tell a limit is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis.amounts import Amount, amounts_of, sentence_of
from clearance.review.context import Context, KnownSignatory
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Role

TRIGGERS = (
    Trigger(
        "limit told",
        r"delegat|ceiling|authority|power|deleg|plafon|pouvoir|competence|تفويض|مفوض|صلاحي|سقف",
    ),
    Trigger(
        "transfer told",
        r"(?:transfer|reallocat|virement|transfert|reaffect|مناقل|تحويل|نقل)[^\n.;]{0,80}"
        r"(?:lines?|heads?|chapters?|articles?|lignes?|chapitres?|بند|بنود|بندي|أبواب|باب|ميزانية|budget)",
    ),
)
# What leads to a limit, right before it.
_LIMIT = compiled(
    r"(?:\b(?:up to|limit(?:ed)? (?:to|of|is)|limit|ceiling(?: of| is)?|(?:not|without) exceed(?:ing)?|exceeding|exceeds?|above|beyond|over|within (?:the |a )?(?:limit|ceiling)s? of|maximum(?: of)?|extends? to|capped at"
    r"|jusqu'a|plafonnee?s? a|plafond(?: de| est de| fixe a)?|limitee?s? a|(?:dans )?(?:la|une) limite de|au-dela de|excedant|depassant|superieure?s? a|n'excedant pas|maximum de)\b"
    r"|\b(?:حتى|سقف\w*|بسقف|حدود|[تي]تجاوز|[تي]زيد على|[تي]زيد عن|تفوق|أقصاه?ا?|لغاية))"
    r"[^.;\n\d]{0,70}$"
)
_ABOVE = compiled(
    r"\b(?:exceeds?|exceeding|above|beyond|over|outside|depass\w+|au-dela|excede\w*|superieur\w*)\b|\b[تي]?(?:تجاوز|زيد|فوق)\w*\b"
)
_OF_TRANSFERS = compiled(
    r"\b(?:transfers?|transferred|reallocat\w+|virements?|transferts?|reaffect\w+)\b|\b[وبل]?(?:ال)?(?:مناقل\w+|مناقل[هة]|تحويل\w*|نقل)\b"
)
_NUMBERED = compiled(r"\b(?:delegation|تفويض)\b[^.;\n]{0,30}(?:no\.?|n°|رقم) ?[\w/-]*\d")
_UNLIMITED = Decimal(10) ** 8  # our guess: who may sign so much has no limit that papers tell
_HIGHEST = frozenset({Role.SECRETARY_GENERAL.value})


def check_ceilings(paper: Paper) -> Iterator[Finding]:
    """Find limits that differ from the register, and a transfer above the limit that is told."""
    if not paper.hits("dollars"):
        return
    if paper.hits("limit told"):
        yield from _of_officers(paper)
    if len(paper.hits("transfer told")) > 1:
        yield from _of_transfers(paper)


def _of_officers(paper: Paper) -> Iterator[Finding]:
    skeleton = paper.skeleton
    signs = paper.hits("limit told")
    for amount in amounts_of(paper):
        begin, end = sentence_of(skeleton, amount.at)
        if not any(begin <= start < end for start, _ in signs):
            continue
        if _LIMIT.search(skeleton, begin, amount.at[0]) is None:
            continue
        named = officers_in(paper, begin, end)
        limits = {one.limit for one in named if one.limit is not None and one.limit < _UNLIMITED}
        if not limits or amount.value in limits:
            continue
        if amount.value < max(limits) and _NUMBERED.search(skeleton, begin, end):
            continue  # a delegation of its own, narrower than the officer's power
        officer = next(one for one in named if one.limit in limits)
        yield found(
            "LEG042", *amount.at, printed=amount.value, limit=max(limits), post=officer.titles
        )


def officers_in(paper: Paper, begin: int, end: int) -> list[KnownSignatory]:
    """Return the register's entries whose post or name stands between the places."""
    skeleton = paper.skeleton
    taken: list[Stretch] = []
    officers: list[KnownSignatory] = []
    for words, entries in paper.context.derived(_words_of_officers):
        at = skeleton.find(words, begin, end)
        while at >= 0:
            stop = at + len(words)
            is_free = not any(first < stop and at < last for first, last in taken)
            if is_free and not skeleton[stop : stop + 1].isalnum():
                taken.append((at, stop))
                officers += entries
                break
            at = skeleton.find(words, stop, end)
    return officers


def _words_of_officers(context: Context) -> tuple[tuple[str, tuple[KnownSignatory, ...]], ...]:
    """Return posts and names of the register, the longest first."""
    bearers: dict[str, list[KnownSignatory]] = {}
    for entry in context.signatories:
        for words in dict.fromkeys((*entry.titles.values(), *entry.names.values())):
            if words:
                bearers.setdefault(fold(words).skeleton, []).append(entry)
    return tuple((words, tuple(bearers[words])) for words in sorted(bearers, key=len, reverse=True))


def _of_transfers(paper: Paper) -> Iterator[Finding]:
    """Find "a transfer of USD 35,000" where the paper says that transfers reach up to 20,000."""
    limits: list[Amount] = []
    moved: list[Amount] = []
    for amount in amounts_of(paper):
        begin, end = sentence_of(paper.skeleton, amount.at)
        if not _OF_TRANSFERS.search(paper.skeleton, begin, end):
            continue
        if _LIMIT.search(paper.skeleton, begin, amount.at[0]):
            limits.append(amount)
        elif not _ABOVE.search(paper.skeleton, begin, end):
            moved.append(amount)
    if len(limits) != 1 or _is_decided_above(paper):
        return
    for amount in moved:
        if amount.value > limits[0].value:
            yield found(
                "LEG043", *amount.at, elsewhere=(limits[0].at,), amount=amount.value,
                limit=limits[0].value,
            )  # fmt: skip


def _is_decided_above(paper: Paper) -> bool:
    """Tell whether the Secretary-General, whom no such limit binds, approves or signs the paper."""
    parts = [part for part in (paper.anatomy.approval, paper.anatomy.signature_title) if part]
    return any(one.role in _HIGHEST for part in parts for one in officers_in(paper, *part))
