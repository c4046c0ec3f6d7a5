"""Arabic spelling: hamza, ta marbuta, alif maqsura, and words that are nearly another.

A paper that writes without hamzas throughout follows a style and is told so once; in a paper that
writes them, the word that lacks one is a slip.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from clearance.data.lexicon import general_words, house_words
from clearance.reading.skeleton import fold, in_plain_letters
from clearance.review.checks.language.dictionaries import is_known
from clearance.review.checks.language.words import places_of
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

# The one-letter words that are written with the next: and, so, by, as, for; then the article.
_JOINED = re.compile(r"^(?P<before>[وف]?[بكل]?(?:ال)?|[وف]?لل)(?P<stem>.{3,})$")
_MOST_SLIPS = 2  # more are a style
_RATE = 500  # words: one typing error in so many is usual, more are a bad copy
_SHORTEST = 5
_said: dict[str, str] = {}
_MOST_REMEMBERED = 100_000


def arabic_slips(
    paper: Paper, words: list[str], unknown: set[str], known: set[str]
) -> Iterator[Finding]:
    """Find slips of spelling; ``words`` are all words in order, ``unknown`` those not known.

    Those that prove right are added to ``known``.
    """
    slips: list[tuple[str, str]] = []
    typos: list[tuple[str, str]] = []
    for word in unknown:
        right = _as_known(word)
        if right and right != word and _is_wrong(word, right):
            slips.append((word, right))
        elif not right and (near := _nearest(word)):
            typos.append((word, near))
        else:
            known.add(word)
    yield from _orthography(paper, slips)
    if len(typos) > max(_MOST_SLIPS, len(words) // _RATE):
        return  # the text was copied badly, or speaks of what the lists do not know
    for word, near in typos:
        places = places_of(word, paper.text)
        if len(places) == 1 and not _stands_among_letters(paper.text, *places[0]):
            yield found("LNG001", *places[0], suggestion=near, word=word, instead=near)


def _orthography(paper: Paper, slips: list[tuple[str, str]]) -> Iterator[Finding]:
    """Yield each slip, or one note where there are so many that they are the paper's style.

    Ta marbuta is judged apart: who leaves out hamzas writes it all the same.
    """
    places = [(place, *slip) for slip in slips for place in places_of(slip[0], paper.text)]
    marbuta = [each for each in places if each[1][-1:] == "ه" and each[2][-1:] == "ة"]
    others = [each for each in places if each not in marbuta]
    for group, most in ((marbuta, _MOST_SLIPS), (others, 1)):
        if len(group) > most:
            (start, end), word, right = min(group)
            yield found(
                "LNG007", start, end, suggestion=right,
                count=len(group), word=word, instead=right,
            )  # fmt: skip
            continue
        for (start, end), word, right in group:
            yield found("LNG002", start, end, suggestion=right, word=word, instead=right)


def _is_wrong(word: str, right: str) -> bool:
    """Tell whether the spelling is none of another word: dictionaries know those."""
    if word[-1:] == "ه" and right[-1:] == "ة" and right in house_words(Language.ARABIC):
        return True  # "منظمه": the word of the house is meant, not "its organiser"
    return not is_known(word, Language.ARABIC)


def _stands_among_letters(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand alone around the word: it was torn apart in copying."""
    around = text[max(0, start - 3) : start].split() + text[end : end + 3].split()
    return any(len(piece) == 1 and piece not in "وأ" for piece in around if piece.isalpha())


def _as_known(word: str) -> str:
    """Return the word as it is spelt, whatever form its letters have; "": it is not known.

    A word that stands for itself ("علي", a name) comes back as it is.
    """
    key = _key(word)
    whole = _by_key().get(key)
    if whole:
        return word if word in whole else _only(whole, word)
    parted = _JOINED.match(word)
    if parted is None:
        return ""
    for cut in _cuts(word):
        stems = _by_key().get(_key(word[cut:]))
        if stems:
            stem = word[cut:]
            if stem in stems:
                return word
            right = _only(stems, stem)
            if right and not _may_be_possessive(word, right, cut):
                return word[:cut] + right
            return word
    return ""


def _only(forms: frozenset[str], word: str) -> str:
    """Return the one form that is meant; the word itself where it could be several, or a word."""
    if len(forms) != 1:
        return word
    right = next(iter(forms))
    if word[-1:] == "ه" and right[-1:] == "ة" and right not in house_words(Language.ARABIC):
        return word if is_known(word, Language.ARABIC) else right
    return right


def _may_be_possessive(word: str, right: str, cut: int) -> bool:
    """Tell whether a final ha may be "his": never after the article."""
    ends = word[-1:] == "ه" and right[-1:] == "ة"
    return ends and not word[:cut].endswith(("ال", "لل")) and is_known(word, Language.ARABIC)


def _cuts(word: str) -> Iterator[int]:
    """Yield where the words that are joined before it may end, the article included."""
    match = re.match(r"[وف]?(?:ب|ك|ل)?(?:ال)?|[وف]?لل", word)
    longest = match.end() if match else 0
    if word[:2] == "لل" or (word[1:3] == "لل" and word[0] in "وف"):
        longest = word.index("لل") + 2
    for cut in range(longest, 0, -1):
        if len(word) - cut >= 3 and re.fullmatch(r"[وف]?[بكل]?(?:ال)?|[وف]?لل", word[:cut]):
            yield cut


def _key(word: str) -> str:
    return in_plain_letters(fold(word).skeleton)


@cache
def _by_key() -> dict[str, frozenset[str]]:
    """Return the known words by their letters in one form."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in general_words(Language.ARABIC) | house_words(Language.ARABIC):
        found[_key(word)].add(word)
        if word.startswith("ال") and len(word) > 4:
            found[_key(word[2:])].add(word[2:])
    return {key: frozenset(words) for key, words in found.items()}


@cache
def _everyday() -> list[str]:
    words = general_words(Language.ARABIC) | house_words(Language.ARABIC)
    return sorted(word for word in words if len(word) >= _SHORTEST)


def _nearest(word: str) -> str:
    said = _said.get(word)
    if said is None:
        if len(_said) >= _MOST_REMEMBERED:
            _said.clear()
        said = _said[word] = _judge(word)
    return said


def _judge(word: str) -> str:
    if len(word) < _SHORTEST or is_known(word, Language.ARABIC):
        return ""
    near = process.extractOne(word, _everyday(), scorer=OSA.distance, score_cutoff=1)
    if near is None:
        return ""
    right = str(near[0])
    return right if _key(right) != _key(word) and _is_slip(word, right) else ""


def _is_slip(word: str, right: str) -> bool:
    """Tell whether a finger may have slipped: two letters changed places, one is a neighbour's.

    A letter more or less at either end is another form of the word, and so is another ending.
    """
    head = next(
        (i for i, (one, other) in enumerate(zip(word, right, strict=False)) if one != other),
        min(len(word), len(right)),
    )
    if len(word) != len(right):
        longer = max(len(word), len(right))
        return 2 <= head < longer - 2
    if word[head : head + 2] == right[head : head + 2][::-1]:
        return True
    ends = head >= len(word) - 2 or head == 0
    return not ends and right[head] in _NEIGHBOURS.get(word[head], "")


def _neighbours() -> dict[str, str]:
    """Return for each letter those beside it on the keyboard."""
    rows = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
    return {
        letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
        for row in rows
        for place, letter in enumerate(row)
    }


_NEIGHBOURS = _neighbours()
