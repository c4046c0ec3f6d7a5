"""Wordings that are plainly wrong, and what is meant: "pursuant from", "prié confirmer", "بناء من".

Each is a literal of the scan; the letters of the text must be those of the list, with their
accents. The lists are ``slips_*.txt`` of the lexicon; whoever is quoted says what he likes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from clearance.data.lexicon import slips
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_KNOWN = {language: slips(language) for language in Language}


def _signs() -> tuple[Trigger, ...]:
    """Return the signs of all wordings; of those that fold alike one is looked for."""
    wordings = list(dict.fromkeys(chain.from_iterable(_KNOWN.values())))
    folded = fold("\n".join(wordings)).skeleton.split("\n")  # in one, which is ten times as quick
    each = dict(zip(folded, wordings, strict=True)).values()
    return tuple(Trigger("slip", text, literal=True) for text in each)


SLIPS = _signs()
_WORD = on_demand(r"\S+")
_AND = "و"
_CAPITALS = frozenset({"A", "Ou"})  # printed without its accent, as printers used to
_LONG_SINCE = on_demand(r"\b(?:[Dd]epuis|[Dd]ès|[Pp]our)\slors$")  # "depuis lors", by itself
_NOUN_OF = on_demand(r"[^\W\d_]['’]$")  # "l'", before which a word is none of ours


def slips_of_wording(paper: Paper) -> Iterator[Finding]:
    """Find the wordings of the lists; of two at one place the first."""
    text, language = paper.text, paper.language
    last = -1
    for start, end in paper.hits("slip"):
        if start < last or not _is_whole(text, start, end):
            continue
        written = " ".join(text[start:end].replace("’", "'").split())
        line = _KNOWN[language].get(written.lower())
        if line is None or written.isupper() or is_quoted(text, start, end):
            continue
        slip = line.slip(written.lower())
        words = [(one.start(), one.end()) for one in _WORD.finditer(text, start, end)]
        at = words[slip.first][0], words[slip.last][1]
        wrong = text[slice(*at)]
        if wrong in _CAPITALS or _LONG_SINCE.search(text, max(0, at[0] - 8), at[1]):
            continue
        right = slip.right[:1].upper() + slip.right[1:] if wrong[:1].isupper() else slip.right
        yield found("LNG013", *at, suggestion=right, word=" ".join(wrong.split()), instead=right)
        last = end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no letter stands beside the wording but the "and" of Arabic."""
    if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
        return False
    before = text[start - 1 : start] if start else ""
    if before == _AND:
        return not text[max(0, start - 2) : start - 1].isalpha()
    return not (
        before.isalnum() or before == "-" or _NOUN_OF.search(text, max(0, start - 2), start)
    )
