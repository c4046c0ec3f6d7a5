"""Things of which one is held each day: "from 3 to 7 June, that is, five sessions over as many days"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.checks.figures.days.lengths import Length
from clearance.review.mentions.numbers import words_before

_AS_MANY = compiled(
    r"(?:(?:spread|held|distributed|divided|taking place|scheduled)\s+)?(?:over|on|in|across|during)\s+(?:as many|the same number of|an equal number of)\s+(?:[^\W\d_]+\s+)?days\b"
    r"|(?:(?:reparti|etale|tenu|organise|distribue|prevu)e?s?\s+)?(?:sur|en|pendant|durant)\s+(?:autant de|un nombre egal de|le meme nombre de|un meme nombre de)\s+(?:jour|journee)s\b"
    r"|(?:at the rate of |at )?one (?:a|per|each) day\b|a raison d'une? par jour\b"
    r"|(?:(?:موزعة|توزع|تتوزع|تعقد|تقام)\s+)?(?:على|في|خلال)\s+(?:مثلها من الأيام|العدد نفسه من الأيام|نفس العدد من الأيام|عدد (?:مماثل|مساو) من الأيام|أيام بعددها)|بواقع (?:جلسة|واحدة|ورشة|اجتماع)(?: واحدة?)? (?:في اليوم|كل يوم|يوميا)"
)
_ANOTHER = compiled(r"[.;\n]\s*\n|[.;]\s|(?:19|20)\d\d")
_REACH = 130  # characters after the days
_NOUN = 3  # words between the number and these: "working sessions"


def one_each_day(skeleton: str, end: int) -> Length | None:
    """Return as a length of days how many things are said to fill the days that end there."""
    stop = min(len(skeleton), end + _REACH)
    told = _AS_MANY.search(skeleton, end, stop)
    if told is None or _ANOTHER.search(skeleton, end, told.start()):
        return None
    place = told.start()
    for _ in range(_NOUN):
        word = _LAST_WORD.search(skeleton, end, place)
        if word is None:
            return None
        place = word.start()
        counted = count_before(skeleton, place - (skeleton[place - 1 : place] == ")"))
        bracket = skeleton[place - 1 : place] == ")"
        if counted is None and skeleton[place - 2 : place].strip() == ")":
            bracket, counted = True, count_before(skeleton, skeleton.rfind(")", end, place))
        if counted is not None:
            (begin, _), count = counted
            words = words_before(skeleton, begin - 1) if bracket else None
            return Length(words.start if words else begin, told.end(), count, "day")
    return None


_LAST_WORD: re.Pattern[str] = compiled(r"[^\W\d_][\w'-]*\s*,?\s*$")
