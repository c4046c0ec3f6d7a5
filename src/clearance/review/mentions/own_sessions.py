"""Sessions of an organ that the text names by half: "In 2022 the Council, at its 48th session in Fez".

Many councils have sessions. The check takes such a one for the Council of Foreign Ministers' only
where the number and the city, or the number and the year, are those of one of its sessions.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.mentions.ordinals import SESSION_NUMBER, ordinal_of
from clearance.review.mentions.sessions import SessionMention, beside, told_before
from clearance.review.scan import Stretch, Trigger

OWN = (
    Trigger(
        "own session",
        r"(?:council|conference|ministers|conseil|conference|ministres),? (?:meeting |reunis? )?"
        r"(?:at|in|during|a|lors de|dans) (?:its|their|sa|leur) ",
    ),
    Trigger(
        "own session",
        r"(?:المجلس|المؤتمر|الوزراء)[،,]?(?: المجتمع| المنعقد)? (?:في|خلال|أثناء) دورت",
    ),
    Trigger(
        "own session",
        r"(?:decisions|resolutions|results|outcomes?|conclusions|recommendations|documents|work|resultats|recommandations|travaux|textes) (?:of|from|adopted at|adopted by|de|issues de|adoptees? (?:a|lors de|par)) (?:its|sa|leur|their) ",
    ),
    Trigger("own session", r"session of the council[ ,.;]"),
    Trigger("own session", r"session du conseil[ ,.;]"),
    Trigger("own session", r"(?:ين|ون|عشرة) للمجلس[ ,.;]"),
    Trigger("own session", r"(?:ين|ون|عشرة) لمجلس الوزراء[ ,.;]"),
    Trigger("own session", r"ministerial session"),
    Trigger("own session", r"session ministerielle"),
    Trigger("own session", r"(?:council|conseil) \([0-9]{1,2}[a-z]{1,3} session"),
    Trigger("own session", r"(?:نتائج|قرارات|مقررات|توصيات|أعمال|وثائق|مخرجات) دورته"),
)
# "At its 49th session (Nouakchott, 2023), the Council of Foreign Ministers": up to the organ.
_AT_ITS = on_demand(
    pattern(
        r"\b(?:at|in|during|a|lors de|dans|في|خلال|أثناء)\s+(?:(?:its|their|sa|leur)\s+|(?=دورت))(?:دورته\w{0,2}\s+(?:ال)?)?"
    )
    + SESSION_NUMBER
    + pattern(r"\s*(?:(?:ordinary|regular|annual)\s+)?(?:session\b)?")
)
_TO_ORGAN = compiled(
    r"[\s,]*(?:\([^()\n]{3,60}\))?[\s,]*(?:(?:held |tenue )?(?:in|at|a|au) [^,.;\n]{2,40},\s*)?(?:(?:the|le|la)\s+)?(?:(?:oic|islamic)\s+)?(?:(?:council|conference) of (?:the )?|conseil des )?$"
)
_FAR = compiled(r"[^.;:\n]{0,60}$")
_NUMBER = on_demand(
    pattern(r"(?:\w+\s+)?(?:(?:ordinary|regular|annual)\s+|ال)?")
    + SESSION_NUMBER
    + pattern(r"\s*(?:(?:ordinary|regular|annual)\s+)?(?:session\b(?:\s+ordinaire)?)?")
)
_YEAR_BEFORE = compiled(
    r"(?:\bin\s+|\ben\s+|عام\s+|سنة\s+)(?P<year>(?:19[6-9]|20\d)\d),?\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:the\s+|le\s+|la\s+)?$"
)
# "the fifty-first session of the Council": the number stands before the sign.
_BEFORE = on_demand(SESSION_NUMBER + pattern(r"\s*(?:(?:ordinary|regular|annual)\s+)?$"))
_ARABIC_BEFORE = on_demand(
    pattern(r"(?:ال|ل|لل)?دورة\s+(?:ال)?\s*") + SESSION_NUMBER + pattern(r"\s*$")
)
_SIGN_OF_NUMBERED = (
    "session of the",
    "session du",
    "ministerial session",
    "session ministerielle",
    pattern("ين"),
    pattern("ون"),
    pattern("عشرة"),
)
_OF_MINISTERS = compiled(
    r"(?: الوزاري)?(?:,? (?:of the (?:oic|organi[sz]ation of islamic cooperation)|de l'(?:oci|organisation de la cooperation islamique)))?"
)
_LEAST_NUMBER = 13  # the Council's sessions that other councils may not have had: our guess
_REACH = 40  # characters before the organ in which the year may stand


def sessions_apart(text: str, skeleton: str, organs: Iterable[Stretch]) -> Iterator[SessionMention]:
    """Yield the sessions of the Council that are told before its name, or some words behind it.

    ``organs``: where the name of the Council of Foreign Ministers stands.
    """
    for start, end in organs:
        at_its = None
        for match in _AT_ITS.finditer(skeleton, max(0, start - 120), min(len(skeleton), end + 100)):
            before = match.end() <= start and _TO_ORGAN.match(skeleton[match.end() : start])
            behind = match.start() > end + 1 and _FAR.match(skeleton[end : match.start()])
            if before or behind:
                at_its = match
        if at_its is not None:
            yield _mention(text, skeleton, at_its.start(), at_its)


def own_sessions(text: str, skeleton: str, signs: Iterable[Stretch]) -> Iterator[SessionMention]:
    """Yield the sessions of an organ that is called the Council or the Ministers alone."""
    for start, end in signs:
        if skeleton.startswith(_SIGN_OF_NUMBERED, start):
            yield from _numbered_before(text, skeleton, (start, end))
            continue
        bracket = skeleton.find("(", start, end) + 1
        begin = bracket or (end if skeleton[end - 1] == " " else skeleton.find(" ", end) + 1)
        number = _NUMBER.match(skeleton, begin) if begin else None
        if number is None:
            continue
        mention = _mention(text, skeleton, start, number)
        before = _YEAR_BEFORE.search(skeleton, max(0, start - _REACH), start)
        if mention.year is None and before is not None:
            mention = replace(mention, year=int(before["year"]), year_at=before.span("year"))
        if bracket and mention.place_at is None:
            year_at, place_at = told_before(skeleton, start)
            year = int(skeleton[slice(*year_at)]) if year_at else None
            mention = replace(mention, year=year, year_at=year_at, place_at=place_at)
        yield mention


def _numbered_before(text: str, skeleton: str, sign: Stretch) -> Iterator[SessionMention]:
    """Yield "the fifty-first session of the Council", where the number is one of the Council's."""
    organ = skeleton.find(" ", sign[0]) if skeleton[sign[0]] > "\x7f" else sign[0]
    begin = max(0, organ - 60)
    number = (_ARABIC_BEFORE if organ != sign[0] else _BEFORE).search(skeleton, begin, organ)
    if number is None:
        return
    end = sign[1] - (not skeleton[sign[1] - 1].isalpha())
    end = _OF_MINISTERS.match(skeleton, end).end()  # type: ignore[union-attr]  # it may be empty
    mention = _mention(text, skeleton, number.start(), number, end)
    if mention.number >= _LEAST_NUMBER:
        yield mention


def _mention(
    text: str, skeleton: str, start: int, number: re.Match[str], end: int | None = None
) -> SessionMention:
    """Return the session of that number; ``end``: where its name ends, None: with the number."""
    end = number.end() if end is None else end
    at = number.span("ordinal") if number["ordinal"] else number.span("ordinal_words")
    year_at, place_at = beside(text, skeleton, end)
    return SessionMention(
        start=start, end=end, organ="CFM",
        number=ordinal_of(number["ordinal"], number["ordinal_words"]), number_at=at,
        year=int(skeleton[slice(*year_at)]) if year_at else None, year_at=year_at,
        place_at=place_at,
    )  # fmt: skip
