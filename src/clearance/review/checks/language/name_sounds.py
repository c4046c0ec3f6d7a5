"""Whether two words of names are one, in two spellings: what sounds alike, what a slip makes.

Names that are written in Latin letters from Arabic vary in vowels, in doubled letters, in the
article and in letters of one sound ("Qasim", "Gasim"). Two given names that the register
of spellings holds apart are two. Our guess.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from clearance.data.lexicon.dictionaries import is_known
from clearance.data.names import name_spellings
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.terms import Language

_SHORTEST = 4  # letters: below it nearly every name is nearly another
_LONG = 8  # letters: a word of so many may have two slips
_ARTICLE = on_demand(r"^(?:al|el|an|en|ar|er|as|es|ash|ech|at|et|az|ez|ad|ed|ul)[- ](?=\w{3})")
_NOT_LETTERS = on_demand(r"[^\w]|_")
_PAIRS = (
    ("zh", "j"),
    ("dj", "d"),
    ("di", "d"),
    ("gh", "k"),
    ("kh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
)
_ONE_SOUND = str.maketrans({"q": "k", "g": "k", "c": "k", "j": "d", "v": "f"})
_VOWELS = on_demand(r"[aeiouyhw]")
_I, _U = on_demand(r"e[eaiy]|a[iy]|i[ey]|[yie]"), on_demand(r"o[ou]|[uow]")
_TWICE = on_demand(r"(.)\1+")
_ARABIC_SOUND = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "غ": "ق", "ج": "ق", "ك": "ق", "ظ": "ض", "ذ": "د", "ط": "ت",
    "ى": "ي", "ؤ": "و", "ئ": "ي", "ص": "س",
})  # fmt: skip
_WEAK = on_demand(r"[اويهةء]")
_WEAK_ALL = on_demand(r"[اأإآويىةءؤئ]|ه$")


# Letters by which Arabic writes one foreign sound: "قريشي" and "كوريشي", "غوكجن" and "جوكشن".
_LIKE = tuple(map(frozenset, ("قكغجگخ", "جشچزژ", "سصثزش", "تطدث", "دضذظز", "فبوڤپ", "هح")))
_PAIRS_AR = (("تش", "ش"), ("دج", "ج"), ("ديا", "جا"), ("ديو", "جو"), ("كس", "قس"))
_SOUNDED_TWICE = on_demand(r"(.)\1+")
_FEWEST = 3  # consonants, below which words are alike by chance
_MOST_CHANGED = 2


class Nearness(Enum):
    """How two words of names compare."""

    SAME = "same"
    SOUND = "sound"
    SLIP = "slip"
    OTHER = "other"


@lru_cache(maxsize=8192)
def nearness(one: str, other: str) -> Nearness:
    """Return how two words of names compare."""
    if one == other:
        return Nearness.SAME
    if not one.isascii() and re.search("[\u0621-\u064a]", one):
        return _in_arabic(one, other)
    return _in_latin(one, other)


def _in_latin(one: str, other: str) -> Nearness:
    ours, theirs = fold(one).skeleton, fold(other).skeleton
    if ours == theirs and (one.isupper() or other.isupper()):
        return Nearness.SAME
    rows = _rows()
    if ours in rows and theirs in rows:
        return Nearness.SOUND if rows[ours] == rows[theirs] else Nearness.OTHER
    plain, bare = (_NOT_LETTERS.sub("", _ARTICLE.sub("", word)) for word in (ours, theirs))
    if plain == bare:
        return Nearness.SOUND
    key = _sound(plain)
    if len(key) > 1 and key == _sound(bare):
        return Nearness.SOUND
    if len(plain) > _SHORTEST and _spoken(plain) == _spoken(bare):
        return Nearness.SOUND
    shorter = min(len(plain), len(bare))
    most = 2 if shorter >= _LONG else 1
    if shorter < _SHORTEST or OSA.distance(plain, bare, score_cutoff=most) > most:
        return Nearness.OTHER
    return Nearness.SLIP


def _sound(word: str) -> str:
    """Return the consonants of a word as they sound."""
    for pair, one in _PAIRS:
        word = word.replace(pair, one)
    return _TWICE.sub(r"\1", _VOWELS.sub("", word.translate(_ONE_SOUND)))


def _spoken(word: str) -> str:
    """Return a word with one letter for each vowel: "Habib" for "Habeeb"."""
    return _TWICE.sub(r"\1", _U.sub("u", _I.sub("i", word.translate(_ONE_SOUND))))


def _in_arabic(one: str, other: str) -> Nearness:
    """Compare two words; two that are words both and no family names may be two given names."""
    ours, theirs = one.removeprefix("ال"), other.removeprefix("ال")
    if ours == theirs:
        return Nearness.SLIP
    if one[:2] != "ال" and not _is_slip(one, other) and _are_words(one, other):
        return Nearness.OTHER
    shorter = min(len(ours), len(theirs))
    if shorter >= _SHORTEST and OSA.distance(ours, theirs, score_cutoff=1) <= 1:
        return Nearness.SLIP
    key = _arabic_sound(ours)
    if len(key) > 2 and key == _arabic_sound(theirs):
        return Nearness.SOUND
    if not _are_words(one, other) and are_alike_by_ear(ours, theirs):
        return Nearness.SOUND
    return Nearness.OTHER


def are_alike_by_ear(one: str, other: str) -> bool:
    """Tell whether two Arabic spellings may be of one foreign name, vowels aside."""
    if len(one) == len(other) >= _SHORTEST and one[1:] == other[1:]:
        return any(one[0] in like and other[0] in like for like in _LIKE)
    ours, theirs = _consonants(one), _consonants(other)
    if len(ours) != len(theirs) or len(ours) < _FEWEST:
        return False
    changed = [
        (a, b) for a, b in zip(ours, theirs, strict=True) if a != b
    ]  # fmt: skip
    return len(changed) <= min(_MOST_CHANGED, len(ours) - 1) and all(
        any(a in like and b in like for like in _LIKE) for a, b in changed
    )


def have_one_skeleton(one: str, other: str) -> bool:
    """Tell whether two Arabic words differ by their long vowels alone: "حسن" and "حسين"."""
    if one[-1:] in "ةه" or other[-1:] in "ةه":
        return False  # of a man and of a woman
    ours = _consonants(one)
    return len(ours) >= _FEWEST and ours == _consonants(other)


def is_unheard_of(one: str, other: str) -> bool:
    """Tell whether one of two Arabic words is in no dictionary."""
    return not _are_words(one, other)


def _consonants(word: str) -> str:
    plain = word.removeprefix("ال")
    for pair, single in _PAIRS_AR:
        plain = plain.replace(pair, single)
    return _SOUNDED_TWICE.sub(r"\1", _WEAK_ALL.sub("", plain))


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one of them is the other with the ending of a family name."""
    return other in (f"{one}ي", f"{one}ه") or one in (f"{other}ي", f"{other}ه")


def _are_words(one: str, other: str) -> bool:
    return is_known(one, Language.ARABIC) and is_known(other, Language.ARABIC)


def _arabic_sound(word: str) -> str:
    return word[:1].translate(_ARABIC_SOUND) + _WEAK.sub("", word[1:].translate(_ARABIC_SOUND))


@cache
def _rows() -> dict[str, int]:
    """Return for each spelling of a given name the number of its row."""
    return {
        fold(spelling).skeleton: number
        for number, row in enumerate(name_spellings())
        for spelling in row.spellings
    }
