"""What was asked, sent or planned, and what came of it: those who did, and the rest.

"Eight films were planned and five were finished; three have slipped"; «وجهت الدعوة إلى إحدى عشرة
دولة، قبلتها ثماني دول، ولم ترد ثلاث دول». The word that the last part is the rest says that the
two are all; a count that is off by one or two is meant (our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.parts import number_at
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

IN_TURN = (
    Trigger("in turn", r"(?:were|was|had been|have been) (?:planned|invited|foreseen|scheduled|expected|dispatched|requested|approached|consulted|questioned|received|submitted|registered|sent|examined|put forward|launched|opened)"),
    Trigger("in turn", r"(?:ont ete|avaient ete|etaient|sont|a ete) (?:prevu|invite|attendu|sollicite|consulte|interroge|recu|depose|enregistre|envoye|adresse|examine|soumis|inscrit|lance|programme)"),
    Trigger("in turn", r"(?:وجهت|أرسلت|دعيت|قدمت|وردت|سجلت|تلقت|كان مقررا|خطط|استطلعت|خوطبت) "),
)  # fmt: skip
_REST = compiled(
    r"(?:\b(?:yet|not|remaining|others?|rest|slipped|postponed|deferred|pending|declined|silent|outstanding|awaited|regretted|lapsed|failed|unanswered|carried over"
    r"|pas|n'ont|n'a|autres|restante?s?|encore|reporte(?:e?s?)|differe(?:e?s?)|attente|decline|silencieu\w*|demeurent|restent|refuse)\b|لم |لا تزال|ما زالت|اعتذرت|اعتذر|أرجئ|أجل|تعذر|تأخر|باقي|الباقي|متبقي|المتبقي|رفض|قيد ال)"
)
# "Five are registered, yours included; the four others ..."
_ONE_MORE = compiled(r"\b(?:includ(?:ed|ing)|compris(?:e|es)|dont|among)\b|(?:بما في|منها|منهم)")
_WORD = on_demand(r"[^\W\d_]+|\d+")
_CLAUSE_ENDS = on_demand(r"\.(?=\s|$)|\n\s*\n")
_NO_COUNT = compiled(
    r"\s*(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة|بالمئة|[:/]|million|thousand|mille|ألف|آلاف|مليون)"
)
_LABEL = compiled(
    r"(?:\b(?:articles?|annexe?s?|no\.?|n°|items?|points?|in|on|en|le|du|au|since|by|para\w*|resolutions?)|رقم|البند|في|عام|سنة|يوم)\s*$"
)
_LONGEST = 260
_BACK = 60  # characters before the verb in which the whole stands
_MOST = 999


def in_turn(paper: Paper) -> Iterator[Finding]:
    """Find a count that is not what its two parts come to."""
    skeleton = paper.skeleton
    past = -1
    for hit, _ in paper.hits("in turn"):
        if hit < past:
            continue
        least = max(0, hit - _BACK)
        begin = max(
            least, *(skeleton.rfind(mark, least, hit) + 1 for mark in (". ", "\n", ";", ":"))
        )
        end = _CLAUSE_ENDS.search(skeleton, hit, hit + _LONGEST)
        past = end.start() if end else min(len(skeleton), hit + _LONGEST)
        if _REST.search(skeleton, hit, past) is None or _ONE_MORE.search(skeleton, hit, past):
            continue
        numbers = _numbers(skeleton, begin, past)
        if numbers is None or len(numbers) != 3:
            continue
        (whole_start, whole_end, whole), (_, _, first), (_, last_end, last) = numbers
        off = abs(whole - first - last)
        is_rest = _REST.search(skeleton, numbers[1][1], min(last_end + 60, past))
        if is_rest and max(first, last) < whole and 0 < off <= max(1, whole // 8):
            yield found(
                "FIG007", whole_start, last_end, level=Level.WARN,
                elsewhere=((whole_start, whole_end),),
                total=Decimal(whole), sum=Decimal(first + last), count=2,
            )  # fmt: skip


def _numbers(skeleton: str, begin: int, stop: int) -> list[tuple[int, int, int]] | None:
    """Return the counts of a stretch; None: something else is told in numbers there."""
    told: list[tuple[int, int, int]] = []
    for word in _WORD.finditer(skeleton, begin, stop):
        if told and word.start() < told[-1][1]:
            continue
        if not word[0][0].isdigit() and worth(word[0]) is None:
            continue
        number = number_at(skeleton, word.start(), stop)
        if number is None:
            continue
        if _LABEL.search(skeleton, max(0, number[0] - 14), number[0]) or number[2] > _MOST:
            return None
        if _NO_COUNT.match(skeleton, number[1]):
            return None
        told.append(number)
    return told
