"""Pairs of words that stand together: a slip that makes another word is seen in the pair."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from clearance.data.lexicon import fixed_phrases, general_words
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_SECOND = on_demand(r"(?:\s+|-)(?P<word>[^\W\d_]+)")
_SECONDS: dict[str, dict[str, str]] = {}
for _language in Language:
    for _phrase in fixed_phrases(_language):
        _first, _, _last = fold(_phrase).skeleton.partition(" ")
        _SECONDS.setdefault(_first, {})[_last] = _phrase.partition(" ")[2]
# The first word and the letter that begins the second: who slips, rarely slips there.
PHRASES = tuple(
    Trigger("pair", begin, literal=True)
    for begin in dict.fromkeys(
        f"{first}{sign}{second[0]}"
        for language in Language
        for first, _, second in (phrase.partition(" ") for phrase in fixed_phrases(language))
        for sign in " -"
    )
)


def pairs_of_words(paper: Paper) -> Iterator[Finding]:
    """Find "Member Sates": a word that is nearly the one that belongs there, and a rare one."""
    skeleton = paper.skeleton
    for start, end in paper.hits("pair"):
        if start and skeleton[start - 1].isalpha():
            continue
        first = skeleton[start : end - 1].rstrip(" -\n")
        second = _SECOND.match(skeleton, start + len(first))
        if second is None or first not in _SECONDS or second["word"] in _SECONDS[first]:
            continue
        written = paper.text[slice(*second.span("word"))]
        if written.lower() in general_words(paper.language) or len(written) < 4:
            continue
        for right, plain in _SECONDS[first].items():
            if abs(len(right) - len(second["word"])) > 1 or right[:1] != second["word"][:1]:
                continue
            if OSA.distance(right, second["word"], score_cutoff=1) == 1 and not _is_form(
                right, second["word"]
            ):
                instead = plain.capitalize() if written[:1].isupper() else plain
                yield found(
                    "LNG001", *second.span("word"), suggestion=instead,
                    word=written, instead=instead,
                )  # fmt: skip
                break


def _is_form(right: str, written: str) -> bool:
    """Tell whether the one is a plural or another ending of the other."""
    longer, shorter = (right, written) if len(right) > len(written) else (written, right)
    return len(longer) > len(shorter) and (longer.startswith(shorter) or longer.endswith(shorter))
