"""A sentence that was left in another language: a paragraph of a draft that nobody translated.

Told by the small words of both languages: at least two of the other and none of the paper's own; or
by its script. Letterheads, names and titles end in no full stop; what is quoted or stands in
brackets is another's. Our guess.
"""

# ruff: noqa: E501  (a list that is broken at a line's end hides which words it has)

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
SENTENCES_IN_ENGLISH = (
    Trigger("sentence", r"[ \n](?:toute?s?|sera|seront|merci|veuillez|nous|vous|est|sont|les|des|aux|une|dans) [a-z]{2,}",
            begins=lambda _, end: end - 1),
)  # fmt: skip
SENTENCES_IN_FRENCH = (
    Trigger("sentence", r"[ \n](?:of|and|please|their|shall|with|the|will be|has been|have been) [a-z]{2,}",
            begins=lambda _, end: end - 1),
)  # fmt: skip
_ENGLISH = "the of and to for with by from their its this that these shall will is are be been has have please as at in not which"
_FRENCH = "le la les des du de et est sont dans pour sur par que qui aux au une un ce cette ces sera seront ont leur leurs son sa ses ne pas à en vous nous toute tout"
_SMALL = {EN: frozenset(_ENGLISH.split()), FR: frozenset(_FRENCH.split())}
_EDGE = on_demand(r"[.;:!?«»“”\"()\n]")
_WORD = on_demand(r"[^\W\d_]+")
_FEWEST, _FEWEST_SMALL, _FEWEST_OWN = 5, 2, 2  # words; small words; words that only it has
_MOST = 10  # places of one paper that are looked at
_MOST_PASSAGES = 2  # more are of a paper in two languages
_ARABIC_RUN = on_demand(r"[\u0621-\u064a][\u0600-\u06ff «»،()\d]{24,}[\u0621-\u064a][.؛;:]?")
_LATIN_RUN = on_demand(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’,\- ]*+(?P<end>(?<=[a-zà-ÿ])[.;])?")
_SHORTEST = 27  # letters of a run, with the sign that ends it
_ENDS = (".", "؛", ";", ":")
_SHARE = 5  # of a fifth of the letters on, a paper is in two languages


def sentences_of_another_language(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find sentences in French in an English paper, or the other way round."""
    own, other = (EN, FR) if paper.language is EN else (FR, EN)
    told = -1
    places: list[Stretch] = []
    for _, end in hits.get("sentence", ())[:_MOST]:
        if end <= told:
            continue
        place = _around(paper.text, end)
        told = place[1]
        if _is_of(paper.text, place, own, other) and not is_quoted(paper.text, *place):
            places.append(place)
    if len(places) <= _MOST_PASSAGES:
        yield from (_told(paper, place) for place in places)


def _around(text: str, at: int) -> Stretch:
    """Return the sentence about a place, with the sign that ends it."""
    begin = at - 1
    while begin > 0 and not _EDGE.match(text, begin - 1):
        begin -= 1
    stop = _EDGE.search(text, at)
    end = stop.end() if stop else len(text)
    while begin < at and text[begin].isspace():
        begin += 1
    return begin, end


def _is_of(text: str, place: Stretch, own: Language, other: Language) -> bool:
    if text[place[1] - 1] not in ".;!?":
        return False
    words = _WORD.findall(text, *place)
    small = [word.lower() for word in words]
    if len(words) < _FEWEST or any(word in _SMALL[own] for word in small):
        return False
    if sum(word in _SMALL[other] for word in small) < _FEWEST_SMALL - _is_short(words):
        return False
    only = [
        word for word in words
        if len(word) > 3 and word.islower() and is_known(word, other) and not is_known(word, own)
    ]  # fmt: skip
    return len(only) >= _FEWEST_OWN


def _is_short(words: list[str]) -> bool:
    return len(words) < 2 * _FEWEST


def sentences_of_another_script(paper: Paper) -> Iterator[Finding]:
    """Find an Arabic sentence in a paper in Latin letters, or the other way round."""
    text = paper.text
    is_arabic = paper.language is Language.ARABIC
    shape = _LATIN_RUN if is_arabic else _ARABIC_RUN
    runs = shape.finditer(text)
    if is_arabic:  # each run is read to its end, so that it is looked at once
        runs = (one for one in runs if one["end"] and len(one[0]) >= _SHORTEST)
    places = [one.span() for one in runs if _is_sentence(text, one, is_arabic)]
    if len(places) > _MOST_PASSAGES or sum(b - a for a, b in places) * _SHARE > len(text):
        return
    for place in places:
        if not is_quoted(text, *place):
            yield _told(paper, place)


def _is_sentence(text: str, run: re.Match[str], is_latin: bool) -> bool:
    """Tell whether the run is no name or title: it ends as a sentence does, or goes on in ours."""
    if len(run[0].split()) < _FEWEST or text[run.start() - 1 : run.start()] in ("(", "«", "“", '"'):
        return False
    if is_latin:
        return sum(word.islower() for word in run[0].split()) >= _FEWEST - 1
    after = text[run.end() : run.end() + 3].strip(" ")
    return run[0].endswith(_ENDS) or (after[:1].isascii() and after[:1].isalpha())


def _told(paper: Paper, place: Stretch) -> Finding:
    return found("LNG017", *place, words=" ".join(paper.text[slice(*place)].split()))
