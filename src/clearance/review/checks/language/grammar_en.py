"""English verbs and nouns that their neighbours contradict: "will submitted", "has went", "three delegation".

Each shape has the words that say what the other must be. Our own compilation.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import disagreement, in_one_line
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger
from clearance.terms import Language

_PARTICIPLE = {
    "went": "gone", "took": "taken", "wrote": "written", "began": "begun", "chose": "chosen", "gave": "given", "saw": "seen",
    "became": "become", "did": "done", "knew": "known", "drew": "drawn", "spoke": "spoken", "rose": "risen", "undertook": "undertaken",
    "fell": "fallen", "withdrew": "withdrawn", "arose": "arisen", "came": "come", "overcame": "overcome", "showed": "shown",
}  # fmt: skip
_BASE = {
    "held": "hold", "sent": "send", "took": "take", "gave": "give", "made": "make", "met": "meet", "wrote": "write", "went": "go",
    "paid": "pay", "led": "lead", "began": "begin", "brought": "bring", "chose": "choose", "told": "tell", "kept": "keep",
    "sought": "seek", "undertook": "undertake", "spoke": "speak", "drew": "draw",
}  # fmt: skip
_NO_PAST_WORDS = "need feed exceed proceed succeed heed speed embed shed wed seed bleed breed indeed accede concede recede red bed bid"
_NO_PAST = frozenset(_NO_PAST_WORDS.split())
_BARE = "submit|approve|adopt|receive|inform|decide|transmit|attend|agree|convene|prepare|participate|express|confirm|consider|provide|include|appoint|propose|establish|recommend|allocate|achieve|examine|implement|undertake|announce|appreciate|conclude|contribute|designate|ensure|invite|reaffirm|recall|welcome"
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|many|few|both"
_COUNTED = "delegation|member|expert|officer|session|meeting|document|language|paragraph|article|item|recommendation|resolution|report|minister|representative|delegate|participant|workshop|country|institution|department|annex|invitation|seat|project|candidate|observer|interpreter|translator|proposal|offer|invoice|contract|committee|camp|family|school|hospital|well|vehicle|passport|ticket|room|statement|speaker|question|amendment"


@dataclass(frozen=True)
class _Shape:
    sign: str
    text: re.Pattern[str]
    instead: Callable[[str], str | None]


def _without_ed(word: str) -> str | None:
    """Return the base of a past form; None: it is none."""
    if word in _NO_PAST or not word.endswith("ed"):
        return None
    if word.endswith("ied"):
        return word[:-3] + "y"
    bare, with_e = word[:-2], word[:-1]
    if (
        len(bare) > 2
        and bare[-1] == bare[-2]
        and bare[-1] in "tpnrlmgbd"
        and is_known(bare[:-1], Language.ENGLISH)
    ):
        return bare[:-1]
    return next((each for each in (with_e, bare) if is_known(each, Language.ENGLISH)), None)


def _plural(noun: str) -> str | None:
    if noun == "few":
        return None
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")


def _past(verb: str) -> str:
    if verb.endswith(("submit", "transmit")):
        return verb + "ted"
    if verb == "undertake":
        return "undertaken"
    return verb[:-1] + "ied" if verb.endswith("y") else verb + ("d" if verb.endswith("e") else "ed")


_MODAL = r"(?:will|shall|would|should|must|cannot|can|may|did not|does not|do not|will not|shall not|should not)"
_SHAPES = (
    # will submitted, did not received
    _Shape(
        rf" {_MODAL} [a-z]{{3,}}ed[ ,.;]",
        on_demand(rf"(?<= ){_MODAL} (?P<slip>[a-z]{{3,}}ed)(?=[ ,.;])"),
        _without_ed,
    ),
    _Shape(
        rf" {_MODAL} (?:{'|'.join(_BASE)})[ ,.;]",
        on_demand(rf"(?<= ){_MODAL} (?P<slip>{'|'.join(_BASE)})(?=[ ,.;])"),
        _BASE.get,
    ),
    # has went
    _Shape(
        rf" (?:has|have|had|been|having) (?:{'|'.join(_PARTICIPLE)}) ",
        on_demand(rf"(?<= )(?:has|have|had|been|having) (?P<slip>{'|'.join(_PARTICIPLE)})(?= )"),
        _PARTICIPLE.get,
    ),
    # has submit the report
    _Shape(
        rf" (?:has|have|had) (?:not |also |already )?(?:{_BARE}) (?:the|a|an|its|that|to|their|this|all|in|on) ",
        on_demand(rf"(?<= )(?:has|have|had) (?:not |also |already )?(?P<slip>{_BARE}) (?=(?:the|a|an|its|that|to|their|this|all|in|on) )"),
        _past,
    ),
    # three delegation
    _Shape(
        rf"(?:(?:{_NUMBERS})|[0-9]\)) (?:{_COUNTED})(?:[,.;]| (?:of|in|from|to|and|are|were|will|have|on|at|by|before|after|for|who|which|shall|may) )",
        on_demand(rf"(?:(?<![\w-])(?:{_NUMBERS})|\([2-9]\)|\(\d\d\)) (?P<slip>{_COUNTED})(?=[,.;]| (?:of|in|from|to|and|are|were|will|have|on|at|by|before|after|for|who|which|shall|may)\b)", re.IGNORECASE),
        _plural,
    ),
    # It follow the session
    _Shape(
        r"[.\n] ?(?:it|he|she) (?:follow|remain|require|provide|include|contain|consider|express|request|invite|hope|recall|note|reaffirm|take|give|hold|cover|refer|appear|seem|agree|recommend|propose) (?:the|that|a|an|its|all|to|in|on|with|upon|from) ",
        on_demand(r"(?:[.\n] ?)(?:it|he|she) (?P<slip>[a-z]+)(?= (?:the|that|a|an|its|all|to|in|on|with|upon|from)\b)", re.IGNORECASE),
        lambda verb: verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s"),
    ),
    # there is three items
    _Shape(
        rf"there (?:is|was) (?:{_NUMBERS}) ",
        on_demand(rf"\bthere (?P<slip>is|was) (?=(?:{_NUMBERS}) [a-z]+s\b)", re.IGNORECASE),
        {"is": "are", "was": "were"}.get,
    ),
    # one of the member, each of the delegation
    _Shape(
        rf"(?:one|each|some|most|many|several|all) of the (?:{_COUNTED})[ ,.;]",
        on_demand(rf"\b(?:one|each|many|several) of the (?P<slip>{_COUNTED})(?=[,.;]| (?:of|in|from|to|is|are|has|have|was|were|will|shall)\b)", re.IGNORECASE),
        _plural,
    ),
    # each of the delegations are
    _Shape(
        r"(?:each|one|neither|either) of (?:the|these|those|its|our|their) (?:[a-z]+ )?[a-z]+s (?:are|were|have) ",
        on_demand(r"(?:^|[.;:] |\n|, )(?:each|one|neither|either) of (?:the|these|those|its|our|their) (?:[a-z]+ )?[a-z]+s (?P<slip>are|were|have)(?= )", re.IGNORECASE),
        {"are": "is", "were": "was", "have": "has"}.get,
    ),
)  # fmt: skip
_REACH, _BEHIND = 90, 14  # characters before the end of a sign, and behind it
SIGNS = tuple(
    Trigger(f"shape {number}", each.sign, begins=lambda _, end: end - 1)
    for number, each in enumerate(_SHAPES)
)


def shapes_of_slips(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find the words that their neighbours contradict."""
    for number, shape in enumerate(_SHAPES):
        for _, end in hits.get(f"shape {number}", ()):
            start = max(0, end - _REACH)
            text = in_one_line(paper.text[start : end + _BEHIND])
            every = [one for one in shape.text.finditer(text) if one.start() < end - start - 2]
            if not every or every[-1].end("slip") < end - start - 14:
                continue
            at = start + every[-1].start("slip"), start + every[-1].end("slip")
            written = paper.text[slice(*at)]
            instead = shape.instead(written)
            if instead and written == written.lower() and not is_quoted(paper.text, *at):
                yield disagreement(paper, at, instead)
