"""Letters of an occasion: congratulations, condolences, wishes, that ask for nothing.

They bear no subject, need no ground, and whoever signs them signs for himself. Source: practice.
"""

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.paper import Paper
from clearance.terms import Kind

_OPENING = 700  # letters in which the occasion is named (our guess)
_OCCASION = compiled(
    r"\b(?:condolences?|sorrow\w*|grief|mourn\w*|bereave\w*|congratulat\w*|"
    r"(?<!\bse )(?<!\bme )(?<!\bs'en )(?<!nous nous )felicit\w*|"
    r"(?:best|warmest|sincere(?:st)?|heartfelt) (?:good )?wishes|condoleances?|tristesse|"
    r"affliction|"
    r"(?:meilleurs|sinceres|chaleureux) v(?:œ|oe)ux|"
    r"[وبل]?(?:ال)?(?:تهاني|تهنئة|تهنئت\w*)|و?[أن]هنئ\w*|[وبل]?(?:ال)?(?:تعازي|تعزية|عزاء)|"
    r"ب?بالغ (?:الحزن|الأسى|الأسف)|مواسا\w+|الفاجعة|المصاب)\b"
)
_ASKS = compiled(
    r"\b(?:i (?:would )?(?:request|ask)|requests?|kindly|grateful if|please (?:send|inform|"
    r"confirm)|"
    r"(?:vous )?saurais gre|bien vouloir|vous prie de "
    r"(?!croire|agreer|transmettre|accepter|recevoir)|demande|"
    r"[وف]?(?:[أن]رجو|يرجى|[أن]طلب|[أن]لتمس)|ممتنا)\b"
)


def is_of_occasion(paper: Paper) -> bool:
    """Tell whether a letter congratulates, condoles or wishes, and asks for nothing."""
    return paper.derived(_is_of_occasion)


def _is_of_occasion(paper: Paper) -> bool:
    anatomy = paper.anatomy
    if paper.kind not in (Kind.LETTER, None) or anatomy.body is None or anatomy.addressee is None:
        return False
    start, end = anatomy.body
    if anatomy.subject is not None and not _OCCASION.search(paper.skeleton, *anatomy.subject):
        return False
    if not _OCCASION.search(paper.skeleton, start, min(end, start + _OPENING)):
        return False
    return _ASKS.search(paper.skeleton, start, end) is None
