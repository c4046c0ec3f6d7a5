"""What a number counts: the word after it, or the currency before it."""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.mentions.numbers import Digits

UNIT_AFTER = on_demand(r" *(?P<unit>[a-z\xc0-\xff$]{2,}|[%$€])")
CURRENCY_BEFORE = on_demand(r"(usd|us\$|eur|sar|gbp|aed|xof|fcfa|cfa|chf|\$)\s*$")
_CURRENCIES = (
    "usd us$ eur sar gbp aed xof chf $ € dollars euros riyals دولار دولارا دولارات ريال ريالا يورو"
)
CURRENCY_SIGNS = frozenset(fold(sign).skeleton for sign in _CURRENCIES.split())
# What a part of an amount is for, or where: it says nothing of its unit.
_PREPOSITIONS = """
in of to for from at by on and as par pour a au aux en dans chez la le les du de des et
في من إلى على عن لدى عام سنة
"""
_FOR_WHAT = frozenset(fold(_PREPOSITIONS).skeleton.split())
_OF_UNIT = on_demand(r" *de (?P<unit>[a-z]{2,})")


def unit_beside(skeleton: str, number: Digits) -> str:
    """Return the word that a number counts: the one after it, or the currency before it."""
    before = CURRENCY_BEFORE.search(skeleton, max(0, number.start - 6), number.start)
    if before:
        return before[1]
    after = UNIT_AFTER.match(skeleton, number.end)
    return after["unit"] if after else ""


def counted_noun(skeleton: str, number: Digits) -> str:
    """Return what the number counts; "": where or what it is for follows it."""
    unit = unit_beside(skeleton, number)
    if unit not in _FOR_WHAT:
        return unit
    if unit != "de":
        return ""
    after = _OF_UNIT.match(skeleton, number.end)  # "2,4 millions de dollars"
    return after["unit"] if after else ""
