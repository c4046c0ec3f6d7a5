"""Arabic words that are known, by their letters, and what is written joined before them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from clearance.data.lexicon import general_words, house_words, letter_words
from clearance.reading.skeleton import fold, in_plain_letters
from clearance.review.checks.language.stems import EverydayWords
from clearance.terms import Language

# The one-letter words that are written with the next: and, so, by, as, for; then the article.
_JOINED = frozenset(
    f"{first}{rest}"
    for first in ("", "و", "ف")
    for rest in ("لل", *(f"{letter}{article}" for letter in ("", *"بكل") for article in ("", "ال")))
)
_LONGEST_JOINED = max(map(len, _JOINED))
SHORTEST = 4  # letters: below it nearly every word is nearly another


def ends_of_joined(word: str) -> list[int]:
    """Return where the words that are joined before it may end, the longest first."""
    longest = min(_LONGEST_JOINED, len(word) - 3)
    return [cut for cut in range(longest, 0, -1) if word[:cut] in _JOINED]


def in_one_form(word: str) -> str:
    """Return the word with each letter in the one form that it has in the skeleton."""
    return word.translate(_one_form())


@cache
def usual_words() -> frozenset[str]:
    """Return the words of laws, of letters and of the house."""
    of_papers = general_words(Language.ARABIC) | letter_words(Language.ARABIC)
    return of_papers | house_words(Language.ARABIC)


@cache
def _one_form() -> dict[int, str]:
    """Return for each Arabic letter the one form that it has in the skeleton."""
    letters = map(chr, range(0x0621, 0x06D6))
    return {ord(one): in_plain_letters(fold(one).skeleton) for one in letters if one.isalpha()}


@cache
def known_by_form() -> dict[str, frozenset[str]]:
    """Return the common words by their letters in one form, with the article and without."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in usual_words():
        found[in_one_form(word)].add(word)
        if word.startswith("ال") and len(word) > 4:
            found[in_one_form(word[2:])].add(word[2:])
    return {key: frozenset(words) for key, words in found.items()}


@cache
def everyday_words() -> EverydayWords:
    """Return the common words that a slip may be meant for."""
    return EverydayWords(word for word in usual_words() if len(word) >= SHORTEST)
