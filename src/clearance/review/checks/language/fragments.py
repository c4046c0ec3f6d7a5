"""Words that were left in another language: "upon les États membres", "the agenda" in French.

A small word of the other language and behind it words that only that language has; in Arabic small
Latin words one after another. Names, quotations and what stands in brackets as an equivalent are
left alone. Our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Hits, Stretch, Trigger
from clearance.terms import Language

EN, FR = Language.ENGLISH, Language.FRENCH
IN_ENGLISH = (
    Trigger("fragment", r"[ \n(](?:les|des|aux|le|la|du|une) [a-z]{3,}", begins=lambda _, end: end - 1),
    Trigger("fragment", r"[ \n(]l'[a-z]{3,}", begins=lambda _, end: end - 1),
)  # fmt: skip
IN_FRENCH = (
    Trigger("fragment", r"[ \n(](?:the|any|our|these|all) [a-z]{3,}", begins=lambda _, end: end - 1),
)  # fmt: skip
_WORDS = r"(?:[ \n][a-zà-ÿÉ][^\W\d_]*(?:['’-][^\W\d_]+)*){1,4}"
_FRENCH = on_demand(
    r"(?:(?<=[ \n(])(?:les|des|aux|le|la|du|une)(?P<one>(?:[ \n][A-ZÉÈ]?[a-zà-ÿÉ][^\W\d_]*){1,4})"
    r"|(?<=[ \n(])l['’](?P<two>[a-zà-ÿÉ][^\W\d_]*(?:[ \n][a-zà-ÿ][^\W\d_]*){0,3}))"
)
_ENGLISH = on_demand(rf"(?<=[ \n(])(?:[Tt]he|[Aa]ny|[Oo]ur|[Tt]hese|[Aa]ll)(?P<one>{_WORDS})")
_LATIN = on_demand(  # a letter comes first: an Arabic paper has few of them
    r"[a-zà-ÿ](?<![\w@./:’'-].)[a-zà-ÿ]+(?:['’ ][a-zà-ÿ]{2,}){1,5}(?![\w@/]|\.\w)"
)
_BESIDE_NAME = on_demand(
    r"[A-Za-zÀ-ÿ]\S* $"
)  # the words are within a name: "Organisation de la ..."
_NAME_BEHIND = on_demand(r" [A-ZÀ-Þ]")
_ARTICLES = ("the ", "les ", "le ", "la ", "l'", "des ")
_BEFORE = on_demand(r"(?P<word>[^\W\d_]+)[’']?\s*\(?$")
_SMALL = frozenset({"de", "du", "des", "la", "le", "les", "et", "en", "sur", "pour"})
_SHORTEST = 3  # letters of a word that tells its language
_REACH = 26  # characters before the end of a sign in which the small word stands
_MOST = 12  # places of one paper that are looked at


def fragments(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find words of another language in an English or a French paper."""
    shape, own, other = (
        (_FRENCH, EN, FR) if paper.language is EN else (_ENGLISH, FR, EN)
    )  # fmt: skip
    told = 0
    for _, end in hits.get("fragment", ())[:_MOST]:
        start = max(0, end - _REACH)
        begin = start
        for match in shape.finditer(paper.text, start, min(len(paper.text), end + 60)):
            if match.start() < begin or match.start() > end or told > match.start():
                continue
            words = (match["one"] or match.groupdict().get("two") or "").split()
            count = _how_many(words, own, other)
            if count and _stands_free(paper.text, match.start(), own):
                last = words[count - 1]
                stop = paper.text.index(last, match.start() + 1) + len(last)
                if not is_quoted(paper.text, match.start(), stop):
                    told = stop
                    yield _told(paper, (match.start(), stop))


def _how_many(words: list[str], own: Language, other: Language) -> int:
    """Return how many of the words are of the other language alone, or may be; 0: none is."""
    if not words or not _is_of(words[0], other):
        return 0
    last = 0
    for number, word in enumerate(words, 1):
        if not _is_of(word, other):
            break
        if len(word) >= _SHORTEST and not _is_of(word, own):
            last = number
    return last


def _is_of(word: str, language: Language) -> bool:
    parts = word.replace("’", "'").split("'")
    return all(
        is_known(part.lower(), language) or is_known(part, language) for part in parts if part
    )


def _stands_free(text: str, start: int, own: Language) -> bool:
    """Tell whether no name stands before the place, nor a word of the other language."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    if before is None or text[max(0, start - 3) : start].strip()[-1:] in (".", ":", ";"):
        return True
    word = before["word"]
    return word.islower() and word not in _SMALL and is_known(word, own)


def latin_fragments(paper: Paper) -> Iterator[Finding]:
    """Find small Latin words one after another in an Arabic paper."""
    text = paper.text
    for match in _LATIN.finditer(text):
        words = re.split(r"[' ’]", match[0])
        if not any(all(_is_of(word, each) for word in words) for each in (EN, FR)):
            continue
        is_aside = text[match.start() - 1 : match.start()] == "("
        if is_aside and not match[0].startswith(_ARTICLES):
            continue
        if _is_within_name(text, *match.span()) or is_quoted(text, *match.span()):
            continue
        yield _told(paper, match.span())
        return


def _is_within_name(text: str, start: int, end: int) -> bool:
    """Tell whether the words stand behind another Latin word, or before a capital."""
    before = _BESIDE_NAME.search(text, max(0, start - 30), start)
    return before is not None or _NAME_BEHIND.match(text, end) is not None


def _told(paper: Paper, place: Stretch) -> Finding:
    return found("LNG017", *place, words=" ".join(paper.text[slice(*place)].split()))
