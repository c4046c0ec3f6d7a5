"""A city or a year that belongs to a session by the words between them, wherever it stands.

Papers tell in countless ways where a session met. A city belongs to the session beside it where
only words of the holding of sessions stand between ("gathered in Niamey from 27 to 28 November
2020 for its forty-seventh session"); any other word breaks the tie, since another event may be
meant. Which words are such is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Callable, Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.mentions.session_words import is_linking
from clearance.review.mentions.sessions import SessionMention, is_of_others
from clearance.review.scan import Stretch

_WORD = on_demand(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
_STOP = compiled(r"[.;](?=\s|$)|\n\s*\n|\n(?=\s*(?:\d{1,2}[.)]|-))")
_BY = fold("ب").skeleton
# Before a city: it is told where something was; or a bracket, a comma, or "the" before "session".
_LED = compiled(
    r"(?:\b(?:in|at|a|au|aux|en|de|d'|the|في|مدينة|دورة|احتضنتها|استضافتها|استضافت|احتضنت)\s*|[(,]\s*|'|\b[بل])$"
)
# A city before the session is tied to it by these alone.
_TIED = compiled(
    r"[^.;]*\b(?:where|ou|حيث)\b|\s*,?\s*(?:(?:in|en|عام|سنة|de|of)\s+\d{4})?\s*\((?:the |la |ال)?(?:دورة )?\s*$|[^.;]*\b(?:hosted|accueilli|accueillait)\b"
)
_MEMBERS_MET = compiled(
    r"\b(?:council|ministers|cfm|conference|conseil|ministres|etrangeres|cmae|مجلس|الوزراء|الخارجية),?\s+(?:(?:which|who|qui|that|الذي|الذين)\s+)?"
    r"(?:(?:had|have|s'est|s'etait|est)\s+)?(?:meeting|met|gathered|assembled|convened|reunis?|tenu|اجتمعوا?|المجتمع\w*|انعقد|عقد)\s+(?:in|at|a|au|en|في)\s*$"
)
_HOSTED_BY = compiled(r"\b(?:استضافت|احتضنت)\s+(?:مدينة\s+)?$")
# Another event is named beside the session: "and the conference held in".
_ANOTHER = compiled(
    r"\b(?:and|et|or|ou|by|par|to|with|avec)\s+(?:the |its |la |le |les |a |an )?(?:islamic )?(?:conference|summit|meeting|session|council|ministers|sommet|reunion|conseil|ministres)\b"
    r"|\bو(?:ال)?(?:مؤتمر|قمة|دورة|اجتماع|مجلس|وزراء)\b"
)
# "..., Islamabad in 2026 will host a seminar": the city begins a sentence of its own.
_ACTS = compiled(
    r"(?:,?\s(?:in|en|عام)\s\d{4})?,?\s(?:will|would|shall|hosts|sera|va|accueillera|ستستضيف|سوف)\b"
    r"|\s(?:summit|declaration|communique|process|workshop)\b"
)
_CLOSED = on_demand(r"\s*[,;)]")  # "(51st CFM, 2025)", and not "(51st CFM unit)"
_YEAR = on_demand(r"(?<![\d/.,-])(?P<year>(?:19[6-9]|20\d)\d)(?![\d/]|-\d|[.,]\d)")
_REACH = 170

IsCity = Callable[[str], bool]


def places_tied(
    text: str, skeleton: str, mention: SessionMention, is_city: IsCity
) -> Iterator[Stretch]:
    """Yield the cities that the text ties to the session, each from its begin to its end."""
    if is_of_others(skeleton, mention):
        return
    begin, end = _sentence(skeleton, mention)
    within = next(_cities(text, skeleton, mention.start, mention.number_at[0], is_city), None)
    if within is not None:  # between the organ's name and the number, with such words alone
        yield within
        return
    for at in _cities(text, skeleton, mention.end, end, is_city):
        gap = skeleton[mention.end : at[0]]
        is_led = _LED.search(skeleton, max(begin, at[0] - 14), at[0])
        is_own = not _ANOTHER.search(gap) and not _ACTS.match(skeleton, at[1])
        if is_led and is_own and is_linking(gap):
            yield at
        break
    before = list(_cities(text, skeleton, begin, mention.start, is_city))
    if not before:
        return
    at = before[-1]
    gap = skeleton[at[1] : mention.start]
    is_in_brackets = gap.rstrip().endswith("(") and not _CLOSED.match(skeleton, mention.end)
    is_tied = not is_in_brackets and (
        _TIED.match(gap)
        or _MEMBERS_MET.search(skeleton, begin, at[0])
        or _HOSTED_BY.search(skeleton, begin, at[0])
    )
    if is_tied and is_linking(gap) and _LED.search(skeleton, max(begin, at[0] - 14), at[0]):
        yield at


def year_tied(skeleton: str, mention: SessionMention, places: list[Stretch]) -> Stretch | None:
    """Return the one year that stands between the session and the city that is tied to it, or
    right behind the city."""
    for at in places:
        is_within = mention.start <= at[0] < mention.end
        first, last = (at[0], mention.start) if at[0] < mention.start else (mention.end, at[1])
        if is_within:
            first, last = mention.start, mention.end
        years = list(_YEAR.finditer(skeleton, first, last))
        if not years and last == at[1]:
            years = [
                one
                for one in _YEAR.finditer(skeleton, last, last + 40)
                if is_linking(skeleton[last : one.start()])
            ]
        if len(years) == 1:
            return years[0].span("year")
    return None


def _sentence(skeleton: str, mention: SessionMention) -> Stretch:
    begin = max(0, mention.start - _REACH)
    for stop in _STOP.finditer(skeleton, begin, mention.start):
        begin = stop.end()
    end = _STOP.search(skeleton, mention.end, mention.end + _REACH)
    return begin, end.start() if end else min(len(skeleton), mention.end + _REACH)


def _cities(text: str, skeleton: str, begin: int, end: int, is_city: IsCity) -> Iterator[Stretch]:
    """Yield the cities of sessions in the stretch; an Arabic preposition before one is left out."""
    words = list(_WORD.finditer(skeleton, begin, end))
    past = begin
    for number, word in enumerate(words):
        if word.start() < past or word[0].isdigit():
            continue
        for length in (3, 2, 1):
            if number + length > len(words):
                continue
            stop = words[number + length - 1].end()
            for start in (word.start(), word.start() + 1):
                if start != word.start() and skeleton[word.start()] != _BY:
                    continue
                if is_city(text[start:stop]):
                    past = stop
                    yield start, stop
                    break
            if past > word.start():
                break
