"""Where a note verbale names its addressee: head, compliments, close and foot."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.scan import Stretch

COMPLIMENTS = compiled(
    r"(?:compliments|(?:presents|conveys|extends|sends|addresses|offers) its [^.;\n]{0,40}?"
    r"(?:greetings|regards|respects|salutations)) to\b|"
    r"(?:compliments|(?:presente|adresse|transmet|exprime|offre|envoie) ses [^.;\n]{0,40}?"
    r"(?:salutations|hommages|civilites|respects)) (?:a|au|aux)\b|"
    r"(?:ت|ي)(?:هدي|زجي|قدم|عرب|بعث|رفع|وجه)[^\n]{0,90}?تحيات[^\n]{0,30}? إلى"
)
# "conveys its sincere compliments and has the honour": to whom stands at its head or its foot.
_TO_NOBODY = compiled(
    r"\b(?:presents|conveys|extends|sends|addresses|offers|presente|adresse|transmet|offre) "
    r"(?:its|ses) (?:[^\W\d_]+ )?compliments\b|"
    r"(?:ت|ي)(?:هدي|زجي|قدم|بعث|رفع|وجه) [^\n]{0,70}?تحيات"
)
_RENEWS = compiled(
    r"(?:renew|convey|express|extend|reiterate)(?:s|ing)? (?:again )?(?:to|its)\b|"
    r"renouvel(?:er|le|ant)[^\n]{0,20}? (?:a|au|aux)\b|(?:ل|أن )?(?:ت|ي)(?:عرب|جدد|ؤكد)\w*"
)
_OFFICE = compiled(
    r"(?m)^ *(?:(?:to|a|aux|إلى|الى) *:? *|attention:? )?(?:all |toutes )?(?:the |la |le |les |l')?"
    r"(?=(?:permanent (?:missions?|delegations?|representations?)|consulate|"
    r"embass(?:y|ies)|ministr(?:y|ies)|"
    r"(?:representations?|missions?|delegations?) permanentes?|ambassades?|ministeres?|consulat|"
    r"(?:ال)?(?:مندوبية|مندوبيات|وزارة|وزارات|سفارة|سفارات|بعثة|بعثات|وفد (?:ال)?دائم|قنصلية))\b)"
)
_SHORT = 90  # letters of a line of an address
_REACH = 200  # characters in which the state of an office stands
_ENDS = compiled(r"[.;]\s|\n\s*\n|,? (?:and|et) (?:has|have|a|ont) |[،,]? و(?:تتشرف|يتشرف|تود)")


def places_named(skeleton: str) -> Iterator[Stretch]:
    """Yield where the note names its addressee: compliments, close, the address at head or foot."""
    told = COMPLIMENTS.search(skeleton)
    opening = told or _TO_NOBODY.search(skeleton)
    if opening is None:
        return
    if told is not None:
        yield told.end(), end_of_place(skeleton, told.end())
    above = skeleton.rfind("\n", 0, opening.start())
    first = skeleton.find("\n")  # whose letterhead the paper bears is its sender
    for office in _OFFICE.finditer(skeleton, first + 1, above) if 0 <= first < above else ():
        stop = min(end_of_place(skeleton, office.end()), above)
        line = skeleton[office.start() : skeleton.find("\n", office.end())]
        if len(line) < _SHORT and not line.endswith((".", ":")):
            yield office.end(), stop
            break
    closing = None
    for closing in _RENEWS.finditer(skeleton, opening.end()):  # noqa: B007 (the last one closes)
        pass
    if closing is not None:
        yield closing.end(), end_of_place(skeleton, closing.end())
    paragraph = skeleton.find("\n\n", (closing or opening).end())
    for office in _OFFICE.finditer(skeleton, paragraph) if paragraph >= 0 else ():
        line = skeleton[office.start() : skeleton.find("\n", office.end())]
        if closing is not None or (len(line) < _SHORT and not line.endswith(".")):
            yield office.end(), end_of_place(skeleton, office.end())
            return


def end_of_place(skeleton: str, start: int) -> int:
    """Return where the office that begins there ends."""
    stop = _ENDS.search(skeleton, start, start + _REACH)
    return stop.start() if stop else min(len(skeleton), start + _REACH)
