"""Words with a capital that are nearly a common word, told by the word beside them.

A name may be spelt anyhow, so "Baord" alone proves nothing. It is a slip where the same paper has
"Executive Board" and here "Executive Baord", or where the lexicon has the two words together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from clearance.data.lexicon import titles_in_two_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.review.checks.language.stems import EverydayWords
from clearance.review.checks.language.words import places_of, words_after, words_before
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

_SHORTEST = 4  # letters: a shorter word is nearly another too often
_MOST_SLIPS = 2  # of one paper; more are of a bad copy


def near_in_capitals(
    word: str, language: Language, near: Callable[[str], Sequence[str]]
) -> tuple[str, ...]:
    """Return what a word with a capital may be meant for; none: it is known, or nothing is near."""
    if len(word) < _SHORTEST or not word.istitle():
        return ()
    plain = word.lower()
    meant = tuple(
        right.capitalize() for right in near(plain) if right[:1] == plain[:1] and right != plain
    )
    if not meant or any(
        is_known(form, each)
        for form in (plain, word)
        for each in (language, Language.ENGLISH, Language.FRENCH)
    ):
        return ()
    return meant


def near_in_titles(plain: str, language: Language) -> list[str]:
    """Return the words of posts, organs and states that one slip makes this one."""
    return _words_of_titles(language).near(plain)


@cache
def _words_of_titles(language: Language) -> EverydayWords:
    words = {word.lower() for pair in titles_in_two_words(language) for word in pair.split()}
    return EverydayWords(word for word in words if len(word) > _SHORTEST)


def misspelt_in_capitals(paper: Paper, meant: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Find the words that stand beside a word where the paper elsewhere has the right one."""
    slips: list[Finding] = []
    for word, rights in meant.items():
        places = places_of(word, paper.text)
        if len(places) != 1 or places[0][1] == len(paper.text):
            continue  # what comes twice is meant so, and a text that ends there was cut off
        titles = titles_in_two_words(paper.language)
        right = next(
            (each for each in rights if _is_written(paper.text, *places[0], each, titles)), ""
        )
        if right:
            slips.append(found("LNG001", *places[0], suggestion=right, word=word, instead=right))
    if len(slips) <= _MOST_SLIPS:
        yield from slips


def _is_written(text: str, start: int, end: int, right: str, titles: frozenset[str]) -> bool:
    """Tell whether the right word stands elsewhere beside the same word as here.

    Elsewhere: in this text, or in ``titles``.
    """
    pairs = [
        *(f"{word} {right}" for word in words_before(text, start)[-1:] if len(word) > 1),
        *(f"{right} {word}" for word in words_after(text, end)[:1] if len(word) > 1),
    ]
    return any(pair in titles or f" {pair} " in text for pair in pairs)
