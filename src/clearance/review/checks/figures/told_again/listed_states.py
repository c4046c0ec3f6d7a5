"""States that a text counts and then names, and one that it names twice in a list."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in, words_before, words_from, worth
from clearance.review.mentions.states import IN_LIST, StateMention, states_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

LISTED = (
    Trigger("listed", r"(?:namely|a savoir|(?:came|come|received|replies|representatives|delegations) from|وهي|وهم)"),
)  # fmt: skip
_ENDS = on_demand(r"[.;:]|\n\s*\n|$")
_SENTENCE = on_demand(r"[.;:](?=\s)|\n\s*\n")
_LONGEST = 900
_FIRST_TWO = 45  # characters in which the first name ends
_FEWEST = 3  # states that make a list
# What may stand between the names of a list.
_BETWEEN = compiled(
    r"[\s,()]*(?:(?:and|et|&|as well as|ainsi que|the|la|le|les|l'|du|de|des|of|وكذلك|و|ثم)[\s,']*)*"
)
_COUNTED = compiled(
    r"\b(?:states?|countr(?:y|ies)|delegations?|members?|replies|etats?|pays|delegations?|membres?|reponses?"
    r"|\w{0,3}(?:دول|دولة|بلدان|وفود|وفدا|أعضاء|الأعضاء|ردود|إجابات))\b"
)
_AMONG = compiled(
    r"\b(?:among|including|notably|such as|dont|notamment|parmi|منها|منهم|من بين\w*|بما في\w*|مثل)\b"
)
_WORD = on_demand(r"[^\W\d_]+|\d+")
_BEFORE = 150  # characters of the sentence before the list


def listed_states(paper: Paper) -> Iterator[Finding]:
    """Find "eight delegations: Mali, Oman and Chad", and "Mali, Oman and Mali"."""
    if not paper.hits(IN_LIST):
        return
    skeleton = paper.skeleton
    names = states_of(paper.context)
    if "counted behind" in paper.signs:
        yield from _counted_behind(paper)
    for before, begin in _leads(paper):
        if "," not in skeleton[begin : begin + _FIRST_TWO]:
            continue
        if not names.read(skeleton, begin, begin + _FIRST_TWO):
            continue
        stop = _ENDS.search(skeleton, begin, begin + _LONGEST)
        listed = names.read(skeleton, begin, stop.start() if stop else len(skeleton))
        listed = _unbroken(skeleton, begin, listed)
        if len(listed) < _FEWEST or (stop and not _closes(skeleton, listed, stop.start())):
            continue
        seen: dict[str, StateMention] = {}
        for each in listed:
            first = seen.setdefault(each.iso3, each)
            if first is not each:
                yield found(
                    "FIG031", each.start, each.end, elsewhere=((first.start, first.end),),
                    name=paper.text[each.start : each.end],
                )  # fmt: skip
        counted = _count_before(skeleton, before)
        if counted is not None and counted[2] != len(listed) and len(seen) == len(listed):
            start, end, told = counted
            yield found(
                "FIG023", start, end, elsewhere=((listed[0].start, listed[-1].end),),
                told=told, listed=len(listed),
            )  # fmt: skip


_BEHIND = compiled(
    r", (?:(?:soit|being|making|i\.e\.|أي|وهي) )?(?P<count>[^\W_]+) (?:member |sister |of |des |les )?(?:states|countries|etats|pays|nations|دول|دولا|بلدان)\b"
)
# The names of such a list may each have a preposition.
_JOINED = compiled(
    r"[\s,]*(?:(?:and|et|to|in|from|with|for|a|au|aux|en|de|du|des|avec|pour|the|la|le|les|l'|و|في|من|إلى|مع|ل)[\s,']*)*"
)
_NOT_FIRST = compiled(
    r"(?:,|\band|\bet|\sو)\s*(?:(?:the|la|le|les|l'|a|au|aux|en|to|in|من|في)\s*)*$"
)


def _counted_behind(paper: Paper) -> Iterator[Finding]:
    """Find "to Burkina Faso, Mali, Niger and Chad, five Member States"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("counted behind"):
        match = _BEHIND.match(skeleton, start)
        number = worth(match["count"]) if match else None
        if match is None or number is None or number.scale != 1:
            continue
        begin = max(0, start - _LONGEST // 2)
        for stop in _SENTENCE.finditer(skeleton, begin, start):
            begin = stop.end()
        run: list[StateMention] = []
        for each in reversed(states_of(paper.context).read(skeleton, begin, start)):
            if not _JOINED.fullmatch(skeleton, each.end, run[0].start if run else start):
                break
            run.insert(0, each)
        if len(run) < _FEWEST or len({each.iso3 for each in run}) < len(run):
            continue
        if len(run) != number.value and not _NOT_FIRST.search(skeleton, begin, run[0].start):
            yield found(
                "FIG023", *match.span("count"), elsewhere=((run[0].start, run[-1].end),),
                told=number.value, listed=len(run),
            )  # fmt: skip


def _leads(paper: Paper) -> Iterator[Stretch]:
    """Yield where a list may be led from: a colon, or a word; and where it then begins.

    A colon is soon found; to have the scan look for it told of every one.
    """
    skeleton = paper.skeleton
    colon = skeleton.find(":")
    while colon >= 0:
        yield colon, colon + 1
        colon = skeleton.find(":", colon + 1)
    for start, end in paper.hits("listed"):
        yield start, end + (skeleton[end : end + 1] == ",")


def _unbroken(skeleton: str, start: int, states: Sequence[StateMention]) -> list[StateMention]:
    """Return the states up to the first that other words part from the one before it."""
    listed: list[StateMention] = []
    for each in states:
        if not _BETWEEN.fullmatch(skeleton, listed[-1].end if listed else start, each.start):
            break
        listed.append(each)
    return listed


def _closes(skeleton: str, listed: Sequence[StateMention], stop: int) -> bool:
    """Tell whether nothing but a closing bracket follows the last state: the list is whole."""
    return not skeleton[listed[-1].end : stop].strip(" )\n")


def _count_before(skeleton: str, end: int) -> tuple[int, int, int] | None:
    """Return the last number of the sentence before a place that counts states, and its value."""
    begin = max(0, end - _BEFORE)
    for stop in _SENTENCE.finditer(skeleton, begin, end):
        begin = stop.end()
    told: tuple[int, int, int] | None = None
    for word in _WORD.finditer(skeleton, begin, end):
        if told is not None and word.start() < told[1]:
            continue
        if word[0].isdigit():
            number = next(digits_in(skeleton, word.start(), min(end, word.end() + 12)), None)
            whole = number is not None and number.value == int(number.value)
            if number is not None and whole and number.start == word.start():
                told = number.start, number.end, int(number.value)
        elif worth(word[0]) is not None:
            spoken = words_from(skeleton, word.start(), end) or words_before(skeleton, word.end())
            if spoken is not None and len(spoken.values) == 1:
                told = spoken.start, spoken.end, min(spoken.values)
    if told is None or not 1 < told[2] <= 60:
        return None
    if _AMONG.search(skeleton, told[1], end):
        return None
    around = skeleton[max(begin, told[0] - 40) : end]
    return told if _COUNTED.search(around) else None
