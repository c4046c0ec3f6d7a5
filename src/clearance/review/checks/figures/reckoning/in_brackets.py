"""Parts that each stand in brackets behind what they are for, and their total.

"Details: tickets (USD 1,500); printing (USD 2,250). Sum of the above: USD 6,000", and the amount
before the colon that leads to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import adds_up, amounts_in, not_the_sum
from clearance.review.checks.figures.units_beside import CURRENCY_SIGNS, unit_beside
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

AMOUNTS_IN_BRACKETS = (
    Trigger("amount in brackets", r"\((?:usd |eur |sar |us ?\$ ?|\$ ?)?[0-9][0-9 ,.]+"),
)
_CLOSE = on_demand(r"[^()\n]{2,30}\)")
# "; hall hire ", ", printing ", " and visas ": what one part has before it, and no number.
_NEXT = compiled(r"\s*(?:[;,]\s*|\band\s|\bet\s|(?=\bو))[^\d.;:()\n]{3,70}$")
_TOTAL = compiled(
    r"\s*[.;,]?\s*(?:-\s*)?(?:[^\W\d_]+\s+){0,3}?(?:(?:sub|grand)?[\s-]?totale?s?|sum"
    r"|in all|altogether|ensemble|au total|en tout|somme"
    r"|(?:و?ب?ال)?مجموع\w*|(?:و?ال)?إجمالي\w*|و?(?:ال)?جملة)\b"
    r"[^\d.;()\n]{0,40}$"
)
# From the whole to the first part: its words in brackets, a colon, what the first is for.
_LED = compiled(
    r"(?:\s+[^\W\d_$]+){0,4}\s*(?:\([^()\d\n]{6,140}\))?[^\d()\n:]{0,90}:\s*[^\d.;:()\n]{3,70}$"
)
_PART_ONLY = compiled(
    r"\b(?:of which|including|notably|such as|inter alia|dont|notamment|(?:about|up to) each"
    r"|(?:per|for) each|chacune?|rest|remainder|balance|reste|solde)\b|منها|لكل|منه\b|ولا سيما|متبق"
)
_LONGEST, _BEHIND, _BEFORE = 12, 110, 330  # parts; letters to the total; letters from the whole
_LESS, _MORE = Decimal("0.6"), Decimal("1.6")  # our guess: further off it is of something else


def in_brackets(paper: Paper) -> Iterator[Finding]:
    """Find a total that the amounts in brackets beside it do not make."""
    skeleton = paper.skeleton
    reached = -1
    hits = [start for start, _ in paper.hits("amount in brackets")]
    for at, start in enumerate(hits):
        if start < reached:
            continue
        chain = _chain(skeleton, hits[at : at + _LONGEST])
        if len(chain) < 2:
            continue
        reached = chain[-1].end
        told = list(_told(skeleton, start, chain))
        yield from told[:1]


def _chain(skeleton: str, hits: list[int]) -> list[Digits]:
    """Return the amounts of one currency that follow each other, each in its bracket."""
    parts: list[Digits] = []
    end = unit = None
    for start in hits:
        close = _CLOSE.match(skeleton, start + 1)
        if close is None or (end is not None and not _NEXT.fullmatch(skeleton, end, start)):
            break
        told = list(amounts_in(skeleton, start, close.end()))
        own = unit_beside(skeleton, told[0]) if len(told) == 1 else ""
        if own not in CURRENCY_SIGNS or unit not in (None, own):
            break
        parts.append(told[0])
        end, unit = close.end(), own
    return parts


def _told(skeleton: str, start: int, parts: list[Digits]) -> Iterator[Finding]:
    """Yield what is wrong with the total behind the parts, then with the whole before them."""
    unit = unit_beside(skeleton, parts[0])
    behind = skeleton.index(")", parts[-1].end) + 1
    total = next(amounts_in(skeleton, behind, min(len(skeleton), behind + _BEHIND)), None)
    if total and unit_beside(skeleton, total) == unit:
        lead = _bare(skeleton[behind : total.start], unit)
        if _TOTAL.fullmatch(lead) and not adds_up(parts, total):
            yield from not_the_sum(
                parts, total, parts[0].start, total.end, Level.WARN, are_parts=True
            )
    before = list(amounts_in(skeleton, max(0, start - _BEFORE), start))
    whole = before[-1] if before else None
    if whole is None or unit_beside(skeleton, whole) != unit or adds_up(parts, whole):
        return
    lead = skeleton[whole.end : start]
    added = sum((part.value for part in parts), Decimal(0))
    if (
        _LED.fullmatch(lead)
        and not _PART_ONLY.search(lead)
        and whole.value * _LESS < added < whole.value * _MORE
    ):
        yield found(
            "FIG007", whole.start, parts[-1].end, level=Level.WARN,
            elsewhere=((whole.start, whole.end),),
            total=whole.value, sum=added, count=len(parts),
        )  # fmt: skip


def _bare(lead: str, unit: str) -> str:
    """Return what stands before an amount without the sign of its currency."""
    lead = lead.rstrip()
    return lead[: -len(unit)] if lead.endswith(unit) else lead
