"""How a bad copy shows: words that were torn apart or run together, and accents that were lost.

What a typist does to a word looks otherwise: a letter too many, one lost, two that changed places.
"""

from __future__ import annotations

from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.terms import Language

_BEFORE = on_demand(r"(?P<piece>[^\W\d_]{1,4})[ \u00a0]$")
_AFTER = on_demand(r"[ \u00a0](?P<piece>[^\W\d_]{1,5})(?![^\W\d_])")
_FRENCH = """
a à y ô de du le la ce se ne me te je tu il on un en et ou où si au ni or sa ma ta es eu ai as va
les des une est par sur son ses aux que qui pas mon nos vos ces été sont dans pour cas fin non sous
leur tout elle ils dont ont soit même afin ainsi entre cette
"""
_ENGLISH = """
a i of to in on at by be is as it an or if we he no so do up us my me am the and for are was not
its has had but all any may can who our his her one two new out per via with that this from have
been will they such more than each upon into also were when over only both same
"""
_PIECE_WORDS = {
    Language.FRENCH: frozenset(_FRENCH.split()), Language.ENGLISH: frozenset(_ENGLISH.split()),
}  # fmt: skip
_ELIDED = {
    Language.FRENCH: ("l", "d", "n", "s", "c", "j", "m", "t", "qu"), Language.ENGLISH: (),
}  # fmt: skip
_SMALL = {
    Language.FRENCH: ("du", "de", "la", "le", "les", "des", "et", "en"),
    Language.ENGLISH: ("of", "the", "to", "and", "in", "for"),
}
_VOWELS = frozenset("aeiouyhéèêàâîôûœ")


def is_torn(text: str, start: int, end: int, word: str, language: Language) -> bool:
    """Tell whether the word is what is left of one that a blank or the end of a line parts."""
    lead = text[max(0, start - 3) : start]
    if lead.endswith(("-\n", "- ", "\u00ad\n")) and lead[:1].isalpha():
        return True
    known = _PIECE_WORDS[language]
    before = _BEFORE.search(text, max(0, start - 6), start)
    if before is not None:
        piece = before["piece"].lower()
        begins = before.start("piece")
        beside = text[begins - 1 : begins]
        is_piece = len(piece) < 3 or is_known(piece + word.lower(), language)
        if piece not in known and not beside.isalnum() and is_piece:  # "38e" ends as a number does
            return beside not in ("'", "’", ".")
    after = _AFTER.match(text, end)
    if after is not None and after["piece"].lower() not in known:
        piece = after["piece"]
        return piece.islower() and not is_known(piece, language)
    return False


def is_run_on(word: str, language: Language) -> bool:
    """Tell whether two words stand there without what parts them: "létablissement"."""
    plain = word.lower()
    if any(
        plain.startswith(piece) and plain[len(piece) : len(piece) + 1] in _VOWELS
        and is_known(plain[len(piece) :], language)
        for piece in _ELIDED[language]
    ):  # fmt: skip
        return True
    return any(
        plain.endswith(piece)
        and len(plain) - len(piece) > 3
        and is_known(plain[: -len(piece)], language)
        for piece in _SMALL[language]
    )


def has_lost_accents(word: str, right: str) -> bool:
    """Tell whether only accents part the word from the right one."""
    return fold(word).skeleton == fold(right).skeleton
