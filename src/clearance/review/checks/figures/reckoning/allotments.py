"""What an allotment still holds, where the paper does not tell the allotment itself.

"Total: USD 6,800. The remaining allotment for official missions is USD 9,300": the account knows
it, and no amount beside it makes it. Which words tell it is our guess.
"""

from __future__ import annotations

from clearance.reading.skeleton import compiled

_HOLDS = (
    r"(?:allotments?|appropriations?|allocations?|budget(?:ary|aire)?s?|provisions?|credits?|dotations?|enveloppes?|ouvertures?"
    r"|[وبل]{0,2}(?:ال)?(?:اعتماد|مخصص|ميزاني|بند)\w*)"
)
_IS_LEFT = (
    r"(?:remain\w*|balances?|available|unspent|unused|uncommitted|unobligated|left|restante?s?|reste|soldes?|reliquat|disponibles?"
    r"|[وف]?(?:ال)?(?:متبقي?|رصيد|باقي?|متاح|متوفر)\w*)"
)
_GAP = r"[^.;:\n\d]{0,60}?"
_LEFT_IN_ALLOTMENT = compiled(
    rf"\b(?:{_IS_LEFT}\b{_GAP}\b{_HOLDS}|{_HOLDS}\b{_GAP}\b{_IS_LEFT})\b[^.;\n\d]{{0,80}}$"
)
_ALLOTMENT = compiled(rf"\b{_HOLDS}\b[^.;\n]{{0,80}}?\d")
_LINE, _BACK = 180, 2000  # characters before the amount: of its line, of what tells the allotment


def is_left_of_untold(skeleton: str, at: int) -> bool:
    """Tell whether the amount there is what an allotment holds that is told nowhere before it."""
    begin = max(0, at - _LINE, skeleton.rfind("\n", 0, at) + 1)
    left = _LEFT_IN_ALLOTMENT.search(skeleton, begin, at)
    return left is not None and not _ALLOTMENT.search(skeleton, max(0, begin - _BACK), left.start())
