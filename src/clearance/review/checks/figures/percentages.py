"""Shares: of an amount ("30 per cent of USD 45,000, i.e. USD 13,500"), and those of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

PERCENT = (
    Trigger("percent of", r"[0-9] ?%\)? ?(?:of|de|du|des|d'|من) "),
    Trigger("percent of", r"[0-9]\)? ?(?:per cent|percent|pour cent)\)? (?:of|de|du|des|d'|من) "),
    Trigger("percent of", r"[0-9]\)? ?(?:في المائة|في المئة|بالمائة|بالمئة) من "),
)
SHARE = (
    Trigger("share", r"[0-9]\)? ?(?:%|per ?cent|pour cent|في المائة|في المئة|بالمائة|بالمئة)"),
)
_SHARED_OUT = compiled(
    r"\b(?:allocat\w+|distribut\w+|divided|shared|apportion\w+|broken down|split|goes|go to|"
    r"reparti\w*|ventil\w+|affect(?:e|es|ee|ees)|alloue\w*|وزع\w*|موزع\w*|توزع|يوزع|تخصص|يخصص|"
    r"خصص\w*|مخصص\w*|تقسم|يقسم|مقسم\w*)\b"
)
_PART_OF_PART = compiled(r"\b(?:of which|of whom|including|respectively|dont|منها|منهم|بما في)\b")
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|\n\s*\n")
_FEWEST = 3
_ALL = 100
_BASE = compiled(r"(?:the |la |le |l'|[^\W\d_]+ ){0,6}?(?:[^\W\d_$]{2,4}\$? ?|\$ ?|us\$ ?)?$")
_IS = compiled(
    r"\s*[^\W\d_$€%]{0,12}(?: [^\W\d_]{1,12}){0,3}?\s*[,(=\-:]*\s*"
    r"(?:=|i\.e\.,?|that is,?|that is to say,?|amounting to|equal to|equals"
    r"|or|namely|which is|being|soit|c'est-a-dire|ce qui fait|a savoir|أي"
    r"|بما يعادل|ما يعادل|وهو ما يعادل|ويساوي|يساوي|\()"
    r"\s*(?:an amount of |un montant de |ما يعادل |مبلغ |the sum of )?"
    r"(?:[^\W\d_]{2,3}\$? ?|\$ ?|us\$ ?)?$"
)


def percentages(paper: Paper) -> Iterator[Finding]:
    """Find an amount that is not the share it is said to be."""
    skeleton = paper.skeleton
    for start, end in paper.hits("percent of"):
        begin = max(0, start - 6)
        share = list(digits_in(skeleton, begin, start + 1))
        stop = min(len(skeleton), end + 120)
        after = list(digits_in(skeleton, end, stop))[:2]
        if not share or len(after) < 2:
            continue
        base, amount = after
        if not _BASE.fullmatch(skeleton[end : base.start]):
            continue
        if not _IS.fullmatch(skeleton[base.end : amount.start]):
            continue
        if skeleton[amount.end : amount.end + 12].lstrip(" ").startswith(("%", "per cent", "pour")):
            continue
        if not _is_share(share[-1], base, amount):
            right = (share[-1].value * base.value / 100).quantize(Decimal("0.01"))
            yield found(
                "FIG012", start if start else 0, amount.end,
                elsewhere=((amount.start, amount.end),),
                share=share[-1].value, base=base.value, told=amount.value,
                right=right.to_integral_value() if right == right.to_integral_value() else right,
            )  # fmt: skip


def shares(paper: Paper) -> Iterator[Finding]:
    """Find a whole that is shared out in one sentence to more than all of it."""
    skeleton = paper.skeleton
    hits = paper.hits("share")
    begin = 0
    while len(hits) - begin >= _FEWEST:
        stop = _SENTENCE.search(skeleton, hits[begin][1])
        end = stop.start() if stop else len(skeleton)
        together = [hit for hit in hits[begin:] if hit[0] < end]
        begin += len(together)
        if len(together) < _FEWEST:
            continue
        start = max(skeleton.rfind(sign, 0, together[0][0]) for sign in (". ", "\n\n", ";")) + 1
        parts = [list(digits_in(skeleton, max(0, at - 6), at + 1))[-1:] for at, _ in together]
        if not all(parts) or not _SHARED_OUT.search(skeleton, start, end):
            continue
        total = sum((part[0].value for part in parts), Decimal(0))
        whole = any(part[0].value == _ALL for part in parts)
        if _ALL < total < 2 * _ALL and not whole and not _PART_OF_PART.search(skeleton, start, end):
            yield found(
                "FIG015", parts[0][0].start, together[-1][1],
                total=total.to_integral_value() if total == total.to_integral_value() else total,
            )  # fmt: skip


def _is_share(share: Digits, base: Digits, amount: Digits) -> bool:
    """Tell whether any reading of the three fits, rounded to the unit or to a half per cent."""
    for part in (share.value, share.also):
        for whole in (base.value, base.also):
            for told in (amount.value, amount.also):
                if part is None or whole is None or told is None:
                    continue
                if abs(part * whole / 100 - told) <= max(Decimal(1), whole * Decimal("0.005")):
                    return True
    return amount.value >= base.value  # it is something else, or the base itself
