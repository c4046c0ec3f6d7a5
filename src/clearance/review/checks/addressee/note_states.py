"""The state to which a note verbale goes: in its compliments, in its close and at its foot.

A note names its addressee three times; one of them that is of another state is a slip left from
the note that served as model. Where the record tells the addressee, each is held against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import note_visits
from clearance.review.checks.addressee.directory import Directory
from clearance.review.finding import Finding
from clearance.review.mentions.states import StateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Language

_COMPLIMENTS = compiled(
    r"compliments (?:to|a|au|aux)\b|(?:ت|ي)(?:هدي|زجي|قدم|عرب)[^\n]{0,90}?تحيات[^\n]{0,30}? إلى"
)
_RENEWS = compiled(
    r"(?:renew|convey|express|extend|reiterate)(?:s|ing)? (?:again )?(?:to|its)\b|"
    r"renouvel(?:er|le|ant)[^\n]{0,20}? (?:a|au|aux)\b|(?:ل|أن )?(?:ت|ي)(?:عرب|جدد|ؤكد)\w*"
)
_OFFICE = compiled(
    r"(?m)^ *(?:(?:to|a|aux|إلى|الى) *:? *|attention:? )?(?:all |toutes )?(?:the |la |le |les |l')?"
    r"(?=(?:permanent missions?|consulate|embass(?:y|ies)|ministr(?:y|ies)|"
    r"(?:representations?|missions?) permanentes?|ambassades?|ministeres?|consulat|"
    r"(?:ال)?(?:مندوبية|مندوبيات|وزارة|وزارات|سفارة|سفارات|بعثة|بعثات|قنصلية))\b)"
)
_SHORT = 90  # letters of a line of an address
_REACH = 200  # characters in which the state of an office stands
_ENDS = compiled(r"[.;]\s|\n\s*\n|,? (?:and|et) (?:has|have|a|ont) |[،,]? و(?:تتشرف|يتشرف|تود)")


def check(paper: Paper, directory: Directory) -> Iterator[Finding]:
    """Find a place that names another state than the note's addressee is of."""
    places = [
        mention
        for stretch in places_named(paper.skeleton)
        if (mention := _first_state(paper, directory, stretch)) is not None
    ]
    right = _meant(paper, directory, places)
    if _is_even(paper, directory, places):  # either of the two may be the wrong one
        yield _told(paper, directory, places[0], places[1].iso3)
    places += _passed_on(paper, directory)
    for mention in places:
        if right is None or mention.iso3 == right:
            continue
        yield _told(paper, directory, mention, right)
    if right is not None:
        yield from note_visits.check(paper, directory, right, {one.iso3 for one in places})


def _told(paper: Paper, directory: Directory, mention: StateMention, right: str) -> Finding:
    known = directory.states.states.get(right)
    return found(
        "ADR021", mention.start, mention.end,
        suggestion=directory.states.name(right, paper.language, formal=mention.formal),
        printed=" ".join(paper.text[mention.start : mention.end].split()),
        right=known.short if known else {Language.ENGLISH: right},
    )  # fmt: skip


def _is_even(paper: Paper, directory: Directory, places: list[StateMention]) -> bool:
    """Tell whether two places name two states and nothing tells which of them is meant."""
    given = paper.particulars.addressee
    recorded = any(one.known.id == given and one.known.state for one in directory.entries)
    return len(places) == 2 and places[0].iso3 != places[1].iso3 and not recorded


def _meant(paper: Paper, directory: Directory, places: list[StateMention]) -> str | None:
    """Return the addressee's state: the record's, else that of most places; None: unsure."""
    given = paper.particulars.addressee
    for entry in directory.entries:
        if entry.known.id == given and entry.known.state:
            return entry.known.state
    (first, count), *rest = Counter(one.iso3 for one in places).most_common() or [("", 0)]
    if count > 1 and len(places) > count and len(rest) == 1:
        return first
    if count == len(places):
        return first
    if len(places) == 2 and count == 1:
        return places[0].iso3  # the compliments against the close, or the address at the foot
    return None


def places_named(skeleton: str) -> Iterator[Stretch]:
    """Yield where the note names its addressee: compliments, close and the address at the foot."""
    opening = _COMPLIMENTS.search(skeleton)
    if opening is None:
        return
    yield opening.end(), _end(skeleton, opening.end())
    closing = None
    for closing in _RENEWS.finditer(skeleton, opening.end()):  # noqa: B007 (the last one closes)
        pass
    if closing is not None:
        yield closing.end(), _end(skeleton, closing.end())
    paragraph = skeleton.find("\n\n", (closing or opening).end())
    for office in _OFFICE.finditer(skeleton, paragraph) if paragraph >= 0 else ():
        line = skeleton[office.start() : skeleton.find("\n", office.end())]
        if closing is not None or (len(line) < _SHORT and not line.endswith(".")):
            yield office.end(), _end(skeleton, office.end())
            return


def _end(skeleton: str, start: int) -> int:
    stop = _ENDS.search(skeleton, start, start + _REACH)
    return stop.start() if stop else min(len(skeleton), start + _REACH)


# To whom an embassy passes a note on: to its own Government.
_PASSED_ON = compiled(
    r"\b(?:convey|transmit|forward|communicate|pass|transmettre|communiquer|porter|faire parvenir|"
    r"(?:ب)?(?:إحالة|نقل|إبلاغ|إيصال|إحالتها|نقلها))\b"
    r"[^.;\n]{0,120}?\b(?:ministry|ministere|(?:ال)?وزارة) "
    r"(?:(?:of|for|des|de) )?(?:the )?(?:foreign|external|affaires|الخارجية|خارجية|الشؤون)|"
    r"\b(?:(?:competent|relevant|concerned|national) authorities of|"
    r"autorites (?:competentes|nationales|concernees) d|"
    r"(?:الجهات|السلطات) (?:المختصة|المعنية|الوطنية) (?:في|ب|ل))"
)
_EMBASSY = compiled(r"\b(?:embassy|ambassade|mission|سفارة|مندوبية|البعثة|بعثة)\b")


def _passed_on(paper: Paper, directory: Directory) -> Iterator[StateMention]:
    """Yield the state of the ministry to which the embassy is asked to pass the note on."""
    opening = _COMPLIMENTS.search(paper.skeleton)
    if opening is None or not _EMBASSY.search(
        paper.skeleton, opening.end(), _end(paper.skeleton, opening.end())
    ):
        return
    for passed in _PASSED_ON.finditer(paper.skeleton, opening.end()):
        end = _end(paper.skeleton, passed.end())
        if mention := _first_state(paper, directory, (passed.end(), end)):
            yield mention


def _first_state(paper: Paper, directory: Directory, stretch: Stretch) -> StateMention | None:
    mentions = directory.states.read(paper.skeleton, *stretch)
    return mentions[0] if mentions else None
