"""Words that are taken for one another, told by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.data.lexicon import Confusion, confusions
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

CONFUSED = tuple(
    Trigger(f"confused {number}", each.sign) for number, each in enumerate(confusions())
)
_SHAPES = tuple(on_demand(each.shape) for each in confusions())
_BY_NAME = {trigger.name: number for number, trigger in enumerate(CONFUSED)}
_AND_ONE = on_demand(r"\b(?:et|Et)[ -]$")
_WITH_THIS = on_demand(r"(?:رفقة?|طي|صحبة|قرين) $")
_LONGEST = 80  # characters of what stands beside a word


def confused_words(paper: Paper) -> Iterator[Finding]:
    """Find "of there respective countries", "un points focal", "هذا المبادرة"."""
    for name in paper.signs & _BY_NAME.keys():
        number = _BY_NAME[name]
        confusion = confusions()[number]
        if confusion.language != paper.language:
            continue
        for start, _ in paper.hits(name):
            text = paper.text[start : start + _LONGEST].replace("\n", " ").lower()
            match = _SHAPES[number].search(text) if confusion.begin else _SHAPES[number].match(text)
            if match is None or not _begins_word(paper.text, start):
                continue
            if _AND_ONE.search(paper.text, max(0, start - 4), start):
                continue  # "vingt et un membres"
            if _WITH_THIS.search(paper.text, max(0, start - 8), start):
                continue  # "رفق هذا الورقة": with this letter, the paper
            at = start + match.start("slip"), start + match.end("slip")
            written = paper.text[slice(*at)]
            instead = _instead(confusion, written)
            if not written.isupper() and not is_quoted(paper.text, *at):
                yield found("LNG013", *at, suggestion=instead, word=written, instead=instead)


def _begins_word(text: str, start: int) -> bool:
    """Tell whether no letter stands before the place but the one that says "and" in Arabic."""
    if not text[start].isalpha() or not text[start - 1 : start].isalpha():
        return True
    return text[start - 1] == "و" and not text[max(0, start - 2) : start - 1].isalpha()


_PARTICIPLES = {
    "send": "sent", "write": "written", "take": "taken", "give": "given", "make": "made",
    "choose": "chosen", "draw": "drawn", "know": "known", "undertake": "undertaken",
    "show": "shown",
}  # fmt: skip


def _instead(confusion: Confusion, written: str) -> str:
    """Return what to write, with the capital, and in the form, of what is written."""
    if confusion.right is None:
        return written[:-1]  # the singular
    right = confusion.right
    if right == "-ing":
        stem = written if written.endswith("ee") else written.removesuffix("e")
        return stem + "ing"
    if right == "participle":
        return _PARTICIPLES.get(written.lower(), written)
    if written.endswith("s") and not right.endswith("s") and written[:-1] in ("mater", "affect"):
        right += "s"
    if right == "saurais":
        right = f"sau{written[2:]}"
    return right[:1].upper() + right[1:] if written[:1].isupper() else right
