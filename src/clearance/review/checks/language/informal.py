"""Wording of the spoken language, of chat and of haste; somebody else's quoted words are theirs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon import InformalWording, informal_wordings
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.language.words import Words, is_quoted, words_of
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

_BY_FORM: dict[tuple[Language, str], InformalWording] = {
    (language, fold(wording.text).skeleton): wording
    for language in Language
    for wording in informal_wordings(language)
}
_DENIED = "n'"  # before "y a pas": the denial is whole
# What makes plain words of them, before or behind: "Giver of all good", "by the way of the sea".
_PLAIN = {"by the way": ("", " of "), "all good": ("of ", "")}
_MOST = 3  # contractions, beyond which a paper is of spoken words and the rest a note: our guess
_THEN = compiled(r".?(?:ذلك|هذا) الحين$")
_CONTRACTED = on_demand(
    r"\b(?:(?:ca|wo|sha|do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might)"
    r"n't|(?:i|you|we|they)'(?:re|ve|ll|d|m)|(?:he|she|it|that|there|what|who|let)'s(?! own))\b"
    r"|(?<=[a-z0-9] )'(?:ll|ve|re|d)\b(?= [a-z])"  # "the Secretariat 'd be"
)
_TEXTS = tuple(dict.fromkeys(wording.text for wording in _BY_FORM.values()))
# A short word stands in so many others that the scan would find little else: it is looked for among
# the words of the paper, by their numbers.
_IS_SHORT = on_demand(r"[^\W\d_]{1,6}")
_SHORT = frozenset(text for text in _TEXTS if _IS_SHORT.fullmatch(text))
# The others are literals of the scan, and a long word may have the number of a short one.
_SHORT_FORMS = frozenset(key for key, wording in _BY_FORM.items() if wording.text in _SHORT)
_AND = fold("و").skeleton
_SLOTS = np.uint64(48)  # bits of a number beside the sixteen that tell its place in the table


def _table() -> npt.NDArray[np.bool_]:
    """Return a table that tells of a number whether a short word may have it."""
    forms = " ".join(
        form for text in _SHORT for form in (text, text.capitalize(), text.upper(), f"و{text}")
    )
    table = np.zeros(1 << 16, dtype=bool)
    table[words_of(forms, fold(forms).skeleton).numbers >> _SLOTS] = True
    return table


_MAY_BE_SHORT = _table()
INFORMAL = (
    *(Trigger("informal", text, literal=True) for text in _TEXTS if text not in _SHORT),
    Trigger("contraction", r"[a-z]n't"),
    Trigger("contraction", r"[a-z]'(?:re|ve|ll|m|d)[^a-z]"),
    Trigger("contraction", r"[a-z0-9] '(?:ll|ve|re|d) "),
    Trigger("contraction", r"(?:it|that|there|what|who|let)'s "),
    # "ça" for "cela", and a denial in "ما" that begins a sentence: "ما ينفع التأخير"
    Trigger("spoken this", r"[^a-z]ca[ ,.]"),
    Trigger(
        "spoken denial",
        r"[\n.:،] ?و?ما (?:ينفع|تنفع|يصير|يصلح|يحتاج|يمشي|يصح|عندنا|عندهم|عندكم|له داعي|في داعي) ",
    ),
    # "was super good": any adjective may follow; "a super typhoon" is none of it
    Trigger("super", r"(?:is|was|are|were|be|been|so) super [a-z]"),
    Trigger("super", r"(?:est|sont|ete|etait|sera|etaient|seront|c'est) super [a-z]"),
)


def informal_words(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find wording that an official letter does not use.

    What comes again is told by a note: its first place says what there is to say.
    """
    skeleton = paper.skeleton
    told: set[str] = set()
    for start, end in (*paper.hits("informal"), *_short(paper, words)):
        if not _is_whole(skeleton, start, end):
            continue
        known = _BY_FORM.get((paper.language, " ".join(skeleton[start:end].split())))
        if known is None or (known.text in _ACRONYMS and paper.text[start:end].isupper()):
            continue
        if known.text.startswith("y a") and skeleton[max(0, start - 2) : start] == "n'":
            continue  # "il n'y a pas" is the language of any paper
        if _THEN.match(skeleton, max(0, start - 5), end):
            continue  # "ذلك الحين" is "then"; "الحين" alone is "now" in the spoken language
        if skeleton.endswith(_DENIED, 0, start) or _is_plain(skeleton, known.text, start, end):
            continue
        yield _finding(paper, start, end, known.instead, again=known.text in told)
        told.add(known.text)
    for start, end in paper.hits("super"):
        if not skeleton[start - 1 : start].isalnum():
            yield _finding(paper, skeleton.index("super", start, end), end - 2, None)
    yield from _spoken(paper)
    if paper.language == Language.ENGLISH:
        yield from _contracted(paper)


def _short(paper: Paper, words: Words) -> Iterator[Stretch]:
    """Yield the short words, without an "and" that is written with one."""
    (places,) = _MAY_BE_SHORT.take(words.numbers >> _SLOTS).nonzero()
    begins, ends = words.begins.take(places).tolist(), words.ends.take(places).tolist()
    for begin, end in zip(begins, ends, strict=True):
        form = paper.skeleton[begin:end]
        if (paper.language, form) in _SHORT_FORMS:
            yield begin, end
        elif form[:1] == _AND and (paper.language, form[1:]) in _SHORT_FORMS:
            yield begin + 1, end


def _spoken(paper: Paper) -> Iterator[Finding]:
    """Find the pronoun and the denial of the spoken language; what comes again is a note."""
    text = paper.text
    places: list[tuple[Stretch, str | None]] = []
    if paper.language == Language.FRENCH:
        places = [
            ((start + 1, start + 3), "cela")
            for start, _ in paper.hits("spoken this")
            if text[start + 1 : start + 3].lower() == "ça" and text[start + 3 : start + 7] != " et "
        ]
    elif paper.language == Language.ARABIC:
        places = [
            ((start + text[start:end].index("ما"), end - 1), None)
            for start, end in paper.hits("spoken denial")
        ]
    told = paper.hits("informal")
    for number, (place, instead) in enumerate(places):
        if not any(start < place[1] and place[0] < end for start, end in told):
            yield _finding(paper, *place, instead, again=number > 0)


def _is_plain(skeleton: str, wording: str, start: int, end: int) -> bool:
    before, behind = _PLAIN.get(wording, ("", ""))
    return bool(before or behind) and (
        skeleton.endswith(before, 0, start) and skeleton.startswith(behind, end)
    )


def _contracted(paper: Paper) -> Iterator[Finding]:
    """Find "can't" and "it's"."""
    many = 0
    for start, _ in paper.hits("contraction"):
        match = next(
            iter(_CONTRACTED.finditer(paper.skeleton, max(0, start - 8), start + 12)), None
        )
        if match:
            finding = _finding(paper, *match.span(), None, again=many >= _MOST)
            many += finding.level is not Level.NOTE
            yield finding


def _finding(
    paper: Paper, start: int, end: int, instead: str | None, *, again: bool = False
) -> Finding:
    is_note = again or is_quoted(paper.text, start, end)
    return found(
        "LNG004", start, end, suggestion=instead, level=Level.NOTE if is_note else None,
        wording=" ".join(paper.text[start:end].split()),
    )  # fmt: skip


# In capitals they are the letters of a name.
_ACRONYMS = frozenset(
    {
        "stp",
        "svp",
        "pb",
        "rdv",
        "mec",
        "mecs",
        "ds",
        "ns",
        "tt",
        "cad",
        "pbs",
        "auj",
        "ofc",
        "nvm",
        "smh",
        "ppl",
        "bc of",
        "cdt",
        "qd",
        "np",
        "tba",
        "tbd",
        "eod",
    }
)


def _is_whole(skeleton: str, start: int, end: int) -> bool:
    if (
        skeleton[start - 1 : start] == _AND
        and not skeleton[max(0, start - 2) : start - 1].isalpha()
    ):
        start -= 1  # Arabic writes "and" with the next word
    before, after = skeleton[start - 1 : start], skeleton[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before == "-" or after == "-")
