"""What a sentence waits for is not yet so, and what it lasts for still is.

"Until its membership is restored" says that it is not restored today, and "so long as the
suspension lasts" that it lasts. The sentence must say whose, and of what: "its membership".
"""

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled

AWAITS = compiled(
    r"\bو?(?:pending|until|till|(?:has|have|is|are) yet to|having not(?: yet| so far)?(?: been)?"
    r"|not having(?: yet| so far)?(?: been)?|en attendant|dans l'attente d[eu]"
    r"|jusqu'(?:au?|a ce que)|d'ici a?|tant qu[e']"
    r"|n'ayant (?:pas encore|toujours pas|pas|point)|avant"
    r"|(?:إلى|ل)\s?حين|إلى أن|ريثما|حتى|(?:في |ب)انتظار|لعدم|قبل)\b"
)
_LASTS = compiled(
    r"\b(?:(?:so|as) long as|while|whilst|throughout|for the duration of|tant qu[e']"
    r"|aussi longtemps qu[e']|pendant la duree d[eu]|(?:ما دام|طالما|ما بقي|مادام)ت?)\b"
)
_OWN = compiled(
    r"\b(?:its|the|it is|they are|sa|son|la|le|cette|elle (?:est|demeure|reste)"
    r"|qu'elle (?:est|demeure|reste))\b|\w{2}ها\b|عن"
)
ENDED = compiled(r"\b(?:was|were|had|fut|furent|etait|avait|lasted|durait|كانت?)\b|\b(?:19|20)\d\d")
_CLAUSE = compiled(r"[,;.]|\b(?:and|et)\b")
_REACH = 70  # characters from the word that waits to what it waits for (our guess)


def is_awaited(
    skeleton: str,
    begin: int,
    close: int,
    *,
    holding: re.Pattern[str] | None,
    nouns: re.Pattern[str] | None,
    about: re.Pattern[str] | None,
) -> bool:
    """Tell whether what was decided is told as still to come: "pending its readmission"."""
    if holding is None or nouns is None or about is None:
        return False
    for waits in AWAITS.finditer(skeleton, begin, close):
        end = _end_of_clause(skeleton, waits.end(), close)
        word = holding.search(skeleton, waits.end(), end)
        if word is None or ENDED.search(skeleton, begin, close):
            continue
        is_meant = about.search(skeleton, waits.end(), end) or nouns.search(
            skeleton, waits.end(), end
        )
        if is_meant and _OWN.search(skeleton, waits.start(), end):
            return True
    return False


def is_to_come(skeleton: str, begin: int, close: int, words: re.Pattern[str]) -> bool:
    """Tell whether the words stand in a clause of what is waited for: "until it is lifted"."""
    return any(
        words.search(skeleton, waits.end(), _end_of_clause(skeleton, waits.end(), close))
        for waits in AWAITS.finditer(skeleton, begin, close)
    )


def is_lasting(
    skeleton: str,
    begin: int,
    close: int,
    *,
    against: re.Pattern[str],
    nouns: re.Pattern[str] | None,
    about: re.Pattern[str] | None,
) -> bool:
    """Tell whether the other side is told as lasting: "while its membership is suspended"."""
    if nouns is None or about is None:
        return False
    for lasts in _LASTS.finditer(skeleton, begin, close):
        end = _end_of_clause(skeleton, lasts.end(), close)
        if ENDED.search(skeleton, begin, close):
            continue
        whose = _WHOSE.match(skeleton, lasts.end(), end)
        if whose is None:
            continue
        word = nouns.match(skeleton, whose.end(), end) or against.match(skeleton, whose.end(), end)
        if word is not None:
            return True
        named = about.search(skeleton, whose.end(), end)
        if named and (
            against.search(skeleton, whose.end(), end) or nouns.search(skeleton, whose.end(), end)
        ):
            return True
    return False


# "while it is", "so long as its", "tant que dure la mesure de", "طالما استمر".
_WHOSE = compiled(
    r"\s*(?:(?:dure(?:ra)?|durent|subsiste|est maintenue|استمر\w*|[يت]ستمر\w*|بقيت?|ظلت?)\s+)?"
    r"(?:(?:it|they) (?:is|are|remains?|stays?)\s+(?:still |so )?|"
    r"elles? (?:est|sont|demeure(?:nt)?|reste(?:nt)?)\s+"
    r"|(?:its|the|his|their|this|sa|son|la|le|cette|leur)\s+|l'|qu'elle\s+)?"
    r"(?:(?:decision|measure|mesure)\s+(?:of|de)\s+)?"
)


def _end_of_clause(skeleton: str, start: int, close: int) -> int:
    ends = _CLAUSE.search(skeleton, start + 1, min(close, start + _REACH))
    return ends.start() if ends else min(close, start + _REACH)
