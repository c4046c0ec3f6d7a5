"""Laws, decrees and decisions that a text names by their number: "décret n° 2-14-652 du 1er juin"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.mentions.dates import DateMention
from clearance.review.scan import Stretch, Trigger

ACT_NUMBERS = (
    Trigger("act number", r"(?:no\.? ?|رقم ?|number )\(?[0-9]"),
)  # fmt: skip
_KINDS = tuple(
    tuple(fold(word).skeleton for word in words.split())
    for words in (
        "loi lois law laws قانون القانون للقانون والقانون بالقانون",
        "decret decrets decree decrees مرسوم المرسوم للمرسوم والمرسوم بالمرسوم",
        "arrete arretes", "ordonnance ordinance", "circulaire circular تعميم التعميم",
        "decision decisions", "order", "regulation reglement لائحة اللائحة نظام النظام",
        "قرار القرار للقرار والقرار بالقرار", "ظهير الظهير dahir", "أمر الأمر",
        "contrat contract عقد العقد", "convention agreement accord اتفاقية الاتفاقية",
        "loan credit grant pret don fund قرض القرض",
    )
)  # fmt: skip
_KIND_OF = {word: number for number, words in enumerate(_KINDS) for word in words}
_LAST_LETTERS = on_demand(r"[^\W\d_]+$")
_ID = on_demand(
    r"\d{1,6} / (?:(?:19|20)\d\d|\d\d)(?!\d)|\d{1,6}(?:[-/.]\d{1,6})*(?:[-/][a-z0-9]{1,8})*(?![\w])"
)
_YEAR_BEHIND = compiled(r"\)?\s*(?:of|for|de|لسنة|لعام|سنة|عام)\s*(?P<year>(?:19|20)\d\d)(?!\d)")
_DATED = compiled(
    r"\)?\s*(?:\(?(?:of|for|لسنة|لعام|سنة)\s*\(?\d{4}\)?م?\s*)?,?\s*(?:of|dated|du|en date du|بتاريخ|المؤرخة?(?: في)?|الصادرة? (?:في|بتاريخ))\s+(?:the\s+)?$"
)
_BACK, _WORDS_BACK = 60, 4  # characters, and words, before a number in which its kind stands
_DATE_FAR = 45


@dataclass(frozen=True, slots=True)
class ActNumber:
    """An act's number from ``start`` up to ``end``.

    ``kind``: which of the kinds of acts; ``number`` as the skeleton has it; ``year``, ``day`` and
    ``day_at``: said right behind it; None: not said. ``behind``: where the words behind it begin.
    """

    start: int
    end: int
    kind: int
    number: str
    year: int | None
    day: date | None
    day_at: Stretch | None
    behind: int


def read_act_numbers(
    skeleton: str, signs: Iterable[Stretch], dates: tuple[DateMention, ...]
) -> Iterator[ActNumber]:
    """Yield the numbers of acts, in order of place.

    ``signs``: where :data:`ACT_NUMBERS` were found.
    """
    begins = [one.start for one in dates]
    for start, end in signs:
        if start and skeleton[start - 1].isalpha():
            continue
        kind = _kind(skeleton, start)
        number = _ID.match(skeleton, end - 1) if kind is not None else None
        if number is None or kind is None:
            continue
        year = _YEAR_BEHIND.match(skeleton, number.end())
        place = bisect_left(begins, number.end())
        day = dates[place] if place < len(dates) else None
        if day is not None and not (
            day.start <= number.end() + _DATE_FAR
            and day.value
            and _DATED.fullmatch(skeleton, number.end(), day.start)
        ):
            day = None
        yield ActNumber(
            number.start(), number.end(), kind, number[0].replace(" ", "").strip("."),
            int(year["year"]) if year else None, day.value if day else None,
            (day.start, day.end) if day else None, day.end if day else number.end(),
        )  # fmt: skip


def _kind(skeleton: str, at: int) -> int | None:
    """Return the kind that stands nearest before the number, with three plain words between."""
    words = skeleton[max(0, at - _BACK) : at].replace("(", " ").split()
    for word in reversed(words[-_WORDS_BACK:]):
        kind = _KIND_OF.get(word)
        if kind is not None:
            return kind
        if not word.isalpha():  # the last word that there may be: "l'arrete"
            letters = _LAST_LETTERS.search(word)
            return _KIND_OF.get(letters[0]) if letters else None
    return None


def are_turned(one: str, other: str) -> bool:
    """Tell whether two neighbouring digits changed places, and all else is the same."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
        and one[apart[0]].isdigit()
        and one[apart[1]].isdigit()
    )
