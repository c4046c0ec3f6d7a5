"""How long something lasts against the days between which it takes place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.calendar import ranges_of
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in, words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

DAYS = (
    Trigger("days", r"[\s\-](?:days?|jours?)"),
    Trigger("days", r"\s(?:أيام|يوما|يوم|يومان|يومين)"),
)
# What says that the days are those of the event itself, not a time limit of something else.
_LASTS = compiled(
    r"(?:\blasts?\b|\bwill last\b|\bduration\b|\bover\b|\bfor (?:a period of )?|\bspan"
    r"|\bdure(?:ra|nt|)\b|\bduree\b|\bpendant\b|\bsur une periode|\bs'etend"
    r"|(?:و)?(?:يستغرق|تستغرق|يستمر|تستمر|مدته|مدتها)|لمدة|على مدى)"
)
_EVENT = compiled(
    r"(?:\bmeeting|\bsession|\bconference|\bworkshop|\bseminar|\bvisit|\bmission|\bevent|\bforum"
    r"|\bsummit|\btraining|\bcourse|\bsymposium|\bit\b|\breunion|\bvisite|\batelier|\bseminaire"
    r"|\bformation|\bsommet|\belle\b|\bil\b|الاجتماع|الدورة|المؤتمر|الزيارة|الورشة|ورشة|الندوة|البعثة"
    r"|القمة|المنتدى|تستغرق|يستغرق)"
)
_EITHER = compiled(r"(?:\bfor (?:a period of )?|\bpendant\b|\bover\b|لمدة|على مدى)")
_TWO = compiled(r"\s(?:يومان|يومين)")
_NEAR = 400  # characters between the days and the duration, at most
_NUMBER = 40


def durations(paper: Paper) -> Iterator[Finding]:
    """Find "will last five days" where the days told before it are four."""
    hits = paper.hits("days")
    if not hits:
        return
    spans = [(first, last) for first, last in ranges_of(paper) if first.value and last.value]
    for start, end in hits if spans else ():
        told = _days(paper.skeleton, start, end)
        if told is None:
            continue
        count, begin = told
        before = [pair for pair in spans if begin - _NEAR < pair[1].end <= begin]
        if len(before) != 1 and not (before and before[-1][1].end > begin - _NEAR // 2):
            continue
        first, last = before[-1]
        if first.value is None or last.value is None or last.value < first.value:
            continue
        between = paper.skeleton[last.end : begin]
        lead = paper.skeleton[max(last.end, begin - 60) : begin]
        if "\n\n" in between or not _LASTS.search(lead) or not _EVENT.search(between + lead):
            continue
        days = (last.value - first.value).days + 1
        if count == days or (count == days - 1 and _EITHER.search(lead)):
            continue
        yield found(
            "FIG006", begin, end, elsewhere=((first.start, last.end),),
            told=int(count), days=days, first=first.value, last=last.value,
        )  # fmt: skip


def _days(skeleton: str, start: int, end: int) -> tuple[Decimal, int] | None:
    """Return how many days stand there, and where the number begins."""
    if end < len(skeleton) and skeleton[end].isalpha():
        return None
    if _TWO.match(skeleton, start):
        return Decimal(2), start
    head = skeleton[:start].rstrip(" )-\n")
    numbers = list(digits_in(skeleton, max(0, len(head) - _NUMBER), len(head)))
    words = words_before(skeleton, len(head))
    if numbers and numbers[-1].end == len(head):
        begin = numbers[-1].start
        spoken = words_before(skeleton, len(skeleton[:begin].rstrip(" (")))
        return numbers[-1].value, spoken.start if spoken else begin
    if words and len(words.values) == 1:
        return Decimal(next(iter(words.values))), words.start
    return None
