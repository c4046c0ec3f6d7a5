"""Greetings that stand for a salutation: «السلام عليكم» and «تحية طيبة» under who is written to."""

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.checks.occasions import is_of_occasion
from clearance.review.paper import Paper

_HEAD = 2500
PEACE = compiled(
    r"(?m)^ *(?:(?P<full>سلام تام)|(?P<peace>السلام عليكم)|"
    r"تحية طيبة|تحية وبعد|بعد التحية|تحية إسلامية)"
)
_COURTEOUS = compiled(
    r"(?:المحترمة?|الموقرة?|المكرمة?|حفظه|حفظها|يحفظه|رعاه|أيده|الأخ|الأخت)(?!\w)"
)
_GREETED = compiled(r"\s*(?:تحية طيبة|تحية وبعد|بعد التحية|(?P<peace>السلام عليكم))")

_LEADS_IN = compiled(
    r" *السلام عليكم[^\n]{0,40}?[,.] *(?:أما بعد|وبعد)[,:.]\s*(?:ف|لقد|فإن)[^\W\d_]"
)


def is_greeted(paper: Paper) -> bool:
    """Tell whether a greeting stands where a salutation does, and no salutation need."""
    return _begins_with_greeting(paper) or _greets_in_peace(paper)


def _begins_with_greeting(paper: Paper) -> bool:
    """Tell whether the text begins with a greeting, under an addressee who is styled in full."""
    anatomy = paper.anatomy
    if anatomy.addressee_style is None or anatomy.body is None:
        return False
    greeted = _GREETED.match(paper.skeleton, anatomy.body[0])
    return greeted is not None and (greeted["peace"] is None or is_of_occasion(paper))


def _greets_in_peace(paper: Paper) -> bool:
    """Tell whether the greeting of peace stands for the salutation, as in letters of the Gulf.

    It does below an address that has its own courtesy ("الموقر"), where no subject parts the two;
    and "سلام تام" of the Maghreb always does. Our guess, from letters of these houses.
    """
    anatomy, skeleton = paper.anatomy, paper.skeleton
    greeting = PEACE.search(skeleton, 0, _HEAD)
    if greeting is None:
        return False
    if greeting["full"]:
        return True
    block, subject = anatomy.addressee, anatomy.subject
    if block is None:
        return False
    begin = skeleton.rfind("\n", 0, block[0]) + 1  # a courtesy may stand wide of the name
    if greeting["peace"] and _COURTEOUS.search(skeleton, begin, block[1]) is None:
        return False
    is_parted = subject is not None and block[1] <= subject[0] < greeting.start()
    if is_parted and greeting["peace"]:  # "السلام عليكم ... وبعد، فأتشرف": it leads into the text
        is_parted = _LEADS_IN.match(skeleton, greeting.start()) is None
    return block[1] <= greeting.start() and not is_parted
