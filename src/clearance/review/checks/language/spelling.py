"""Spelling, on distinct words: what is known costs nothing, what is not is asked of dictionaries.

A word is a finding only if it is no word of any official language and nearly a common one; a name
or a rare word is left alone. What was said of a word is remembered for the next paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from clearance.data.lexicon import general_words, house_words
from clearance.data.lexicon.dictionaries import is_absent, is_known, surely_known
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.checks.language.accents import accents_lost, with_accents
from clearance.review.checks.language.arabic import arabic_slips, may_be_wrong, wrong_in_arabic
from clearance.review.checks.language.capitals import (
    misspelt_in_capitals,
    near_in_capitals,
    near_in_titles,
)
from clearance.review.checks.language.copies import has_lost_accents, is_run_on, is_torn
from clearance.review.checks.language.letters_ar import may_be_meant
from clearance.review.checks.language.stems import EverydayWords, neighbours, stems_of
from clearance.review.checks.language.words import (
    KnownWords,
    Words,
    places_of,
    words_of,
)
from clearance.review.context import Context
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Language

_SHORTEST = 4  # letters: below it nearly every word is nearly another
_LONG = 7  # letters: a word of so many is hardly near to another by chance
_SO_LONG = 9  # letters: a word of so many may have two slips
_WITH_ROOF = {"i": "î", "u": "û"}
_LONGEST_HEAD = 4  # letters that are written before an Arabic word
_MOST_TIMES = 2  # a word that comes more often is meant so
_MOST_SLIPS = 3  # of a typist in one paper; and one in so many words of a long one
_RATE, _HIGH_RATE = 1_000, 700
_MOST_REMEMBERED = 100_000
_said: dict[tuple[Language, str], str] = {}
_OPEN_E = on_demand(
    r"(?<=^r)è(?=glement)|(?<=^év)è(?=nement)|è(?=[^aeiouyé]{1,2}er(?:ai|as|a|ons|ez|ont|ait)$)"
)
_ARTICLES = frozenset({"the", "this", "our", "its", "le", "la", "les", "ce", "cette", "notre"})


def misspelt_words(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find words that no dictionary has and that are nearly a common word.

    ``words`` are all words of the paper in order.
    """
    memory = paper.context.derived(_memories)[paper.language]
    places = memory.lacking(words.numbers)
    if not len(places) or is_absent(paper.language):
        return
    places = _without_known(paper.language, memory, words, places)
    asked = words.written(places)
    unknown = set(asked) - _every_known_form(paper.language) - paper.context.derived(_names_of)
    if paper.language == Language.ARABIC:
        said = wrong_in_arabic(unknown)
        wrong = set(said)
        yield from arabic_slips(paper, asked, said, len(words))
    else:
        near = {word: _nearest(word, paper.language) for word in unknown}
        wrong = {word for word, instead in near.items() if instead}
        slips = list(_typos(paper, words, {word: near[word] for word in wrong}))
        yield from slips
        capitals = {
            word: meant
            for word in unknown
            if word[:1].isupper() and (meant := _meant_in_capitals(word, paper.language))
        }
        told = {paper.text[each.start : each.end] for each in slips}
        yield from misspelt_in_capitals(
            paper, {word: meant for word, meant in capitals.items() if word not in told}
        )
        wrong |= capitals.keys()  # what they are is another paper's to tell
        if paper.language == Language.FRENCH:
            strange = set(asked) - _every_known_form(paper.language) - wrong
            bare = {word: right for word in strange if (right := with_accents(word))}
            if len(slips) <= _MOST_SLIPS:  # else the file was copied badly
                yield from accents_lost(paper, bare)
            wrong |= bare.keys()
    memory.keep(words.numbers.take(places[[word not in wrong for word in asked]]))


def _without_known(
    language: Language, memory: KnownWords, words: Words, places: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return the places of the words that may be wrong; those that are surely right are remembered.

    A word that a dictionary has is right, in Arabic unless its letters tell of another; a word with
    a capital is known by its small letters.
    """
    numbers = words.numbers.take(places)
    if memory.doubted.issuperset(numbers.tolist()):
        return places
    if language == Language.ARABIC:
        is_right = surely_known(language, numbers, words.heads(places, _LONGEST_HEAD))
        (known,) = is_right.nonzero()
        is_right[known] = [not may_be_wrong(word) for word in words.written(places.take(known))]
    else:
        small = words.in_small(places)
        is_right = surely_known(language, small)
        (names,) = (~is_right & (small != numbers)).nonzero()
        is_right[names] = surely_known(language, numbers.take(names))
    memory.keep(numbers[is_right])
    memory.doubt(numbers[~is_right])
    return places[~is_right]


def _memories(_: Context) -> dict[Language, KnownWords]:
    """Return what will be known of each language's words, beside the registers of a context."""
    return {language: KnownWords() for language in Language}


def _typos(paper: Paper, words: Words, wrong: dict[str, str]) -> Iterator[Finding]:
    """Find the wrong words, each of which stands beside the common word that is meant."""
    typos = [
        (place, word, instead) for word, instead in wrong.items() for place in _places(paper, word)
    ]
    if any(word[:1].isupper() for _, word, _ in typos) and _is_mixed(words, paper):
        typos = [typo for typo in typos if not typo[1][:1].isupper()]
    torn = {place for place, word, _ in typos if is_torn(paper.text, *place, word, paper.language)}
    # More slips than a typist makes: the file was copied badly, and what a copy does to words is
    # worth a note only; what it does not do is a slip of the original all the same.
    is_copy = len(typos) - len(torn) > max(_MOST_SLIPS, len(words) // _RATE)
    own = [
        (place, word, instead) for place, word, instead in typos
        if place not in torn
        and not (is_copy and has_lost_accents(word, instead))
        and not (len(words) > _RATE and is_run_on(word, paper.language))
    ]  # fmt: skip
    many = len(own) > max(_MOST_SLIPS, len(words) // _HIGH_RATE)
    for place, word, instead in typos:
        is_note = many or (place, word, instead) not in own
        yield found(
            "LNG001", *place, suggestion=instead, level=Level.NOTE if is_note else None,
            word=word, instead=instead,
        )  # fmt: skip


def _places(paper: Paper, word: str) -> list[Stretch]:
    """Return where the word stands, if it is there by a slip: rarely, and as no name."""
    places = places_of(word, paper.text)
    if len(places) > _MOST_TIMES:
        return []
    if word[:1].isupper() and (len(places) > 1 or any(_is_name(paper.text, *p) for p in places)):
        return []
    return [
        (start, end)
        for start, end in places
        if end < len(paper.text)
        and not _is_part_of_address(paper.text, start, end)
        and not _is_contracted(paper.text, end)
    ]  # a text that ends within a sentence was cut off there


def _names_of(context: Context) -> frozenset[str]:
    """Return the words of every name in the registers, which are spelt as they are there."""
    told = [
        text
        for state in context.states
        for names in (state.short, state.formal, state.capital)
        for text in names.values()
    ]
    told += [text for each in context.addressees for text in each.names.values()]
    told += [text for each in context.signatories for text in each.names.values()]
    told += [text for each in context.resolutions for text in each.titles.values()]
    folded = fold("\n".join(told))
    written = frozenset(words_of(folded.clean, folded.skeleton).written())
    return frozenset(word for word in written if not may_be_meant(word))  # "علي" is "على" too


@cache
def _every_known_form(language: Language) -> frozenset[str]:
    """Return the common words as a text may write them: small, with a capital, all in capitals."""
    words = general_words(language) | house_words(language)
    if language == Language.ARABIC:
        return frozenset(words)
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


@cache
def _everyday(language: Language) -> EverydayWords:
    """Return the common words that a slip may be meant for."""
    words = general_words(language) | house_words(language)
    return EverydayWords(word for word in words if len(word) >= _SHORTEST)


def _nearest(word: str, language: Language) -> str:
    """Return the common word that is meant; "": the word is known, or nothing is near."""
    key = (language, word)
    said = _said.get(key)
    if said is None:
        if len(_said) >= _MOST_REMEMBERED:
            _said.clear()
        said = _said[key] = _judge(word, language)
    return said


@lru_cache(maxsize=_MOST_REMEMBERED)
def _meant_in_capitals(word: str, language: Language) -> tuple[str, ...]:
    """Return the common words that a word with a capital may be meant for."""
    return near_in_capitals(
        word,
        language,
        lambda plain: [*_everyday(language).near(plain), *near_in_titles(plain, language)],
    )


def _judge(word: str, language: Language) -> str:
    """Return the word that is meant. What is near is looked for first: Hunspell takes longer."""
    plain = word.lower()
    if len(plain) < _SHORTEST or word.isupper() or not plain.isalpha() or _is_camel(word):
        return ""
    if len(plain) < _LONG and word != plain:
        return ""  # a name is as likely
    if stems_of(language).stand_as(plain):
        return ""
    right = _everyday_word(word, plain, language)
    if right is None:
        right = _rare(word, plain, language)
    forms = dict.fromkeys((plain, word, plain.capitalize()))
    if not right or any(is_known(form, language) for form in forms):
        return ""
    if language == Language.FRENCH and (
        _is_printed_otherwise(plain) or (word != plain and _lost_its_accent(plain))
    ):
        return ""
    other = Language.FRENCH if language == Language.ENGLISH else Language.ENGLISH
    if is_known(plain, other) and not (language == Language.FRENCH and _lacks_accents(plain)):
        return ""
    return right


def _everyday_word(word: str, plain: str, language: Language) -> str | None:
    """Return the common word that is meant; "": it is too unlike; None: none is near."""
    common = _everyday(language)
    near = common.near(plain)
    if near:  # the word with its accents first
        right = next(
            (each for each in near if each != plain and fold(each).skeleton == plain), near[0]
        )
        distance = 1
    elif len(plain) < _SO_LONG:
        return None
    else:
        alike = common.alike(plain)
        if alike is None:
            return None
        right, distance = alike
    capital = word[:1].isupper()
    if capital and (distance > 1 or len(plain) < _LONG):
        return ""
    if _is_other_form(right, plain) or (capital and fold(right[:1]).skeleton + right[1:] == plain):
        return ""  # another form, or a capital without its accent, as printers used to set it
    return right.capitalize() if capital else right


def _rare(word: str, plain: str, language: Language) -> str:
    """Return the less common word that is meant; "": none is near, or it may be a name or a term.

    A short word is near to several, and who writes a capital may write a name.
    """
    if len(plain) < _LONG or word != plain or stems_of(language).make(plain):
        return ""
    if _is_regular(plain, language):
        return ""
    if is_known(plain, language):
        return ""  # to look for neighbours takes longer
    near = next(neighbours(plain, language), "")
    return "" if not near or _is_other_form(near, plain) else near


_MADE = {  # what makes a word of another one, before or behind it
    Language.ENGLISH: ((), ("ment",)),
    Language.FRENCH: (("infra", "supra"), ()),
    Language.ARABIC: ((), ()),
}
_SHORTEST_MADE = 5  # letters of the other word


def _is_regular(word: str, language: Language) -> bool:
    """Tell whether a rare word is made of a known one by what makes any: "defrayment"."""
    before, behind = _MADE[language]
    made_of = [word[len(one) :] for one in before if word.startswith(one)]
    made_of += [word[: -len(one)] for one in behind if word.endswith(one)]
    return any(len(one) >= _SHORTEST_MADE and is_known(one, language) for one in made_of)


def _is_printed_otherwise(word: str) -> bool:
    """Tell whether a French word is right but for a sign that is left to the printer.

    "oe" for "œ", and what the spelling of 1990 changed: i or u without the circumflex, and the
    grave accent of "règlementer" and "cèdera".
    """
    if "oe" in word and is_known(word.replace("oe", "œ"), Language.FRENCH):
        return True
    if _OPEN_E.search(word) and is_known(_OPEN_E.sub("é", word), Language.FRENCH):
        return True
    return any(
        is_known(word[:place] + _WITH_ROOF[letter] + word[place + 1 :], Language.FRENCH)
        for place, letter in enumerate(word)
        if letter in _WITH_ROOF
    )


_UNDER_CAPITAL = {"e": "éèê", "a": "àâ", "o": "ô", "c": "ç", "i": "î"}


def _lost_its_accent(plain: str) -> bool:
    """Tell whether a French word is right but for the accent of its capital: "Etendue"."""
    return any(
        is_known(letter + plain[1:], Language.FRENCH)
        for letter in _UNDER_CAPITAL.get(plain[:1], "")
    )


def _lacks_accents(word: str) -> bool:
    """Tell whether a French word of the house is meant, written without its accents."""
    return word in _without_accents() and word not in _every_known_form(Language.ENGLISH)


@cache
def _without_accents() -> frozenset[str]:
    words = general_words(Language.FRENCH)
    return frozenset(fold(word).skeleton for word in words if not word.isascii())


def _is_other_form(right: str, word: str) -> bool:
    """Tell whether the word may be a form of its own: a plural, a feminine, a prefix."""
    if word.endswith(("ancy", "ency")) and right == f"{word[:-1]}e":
        return True  # "repugnancy" beside "repugnance"
    longer, shorter = (right, word) if len(right) > len(word) else (word, right)
    if len(longer) == len(shorter):
        return False
    if longer is word and len(right) >= _LONG and word[-1] == right[-1]:
        return False  # the last letter twice: "durablee"
    return longer.startswith(shorter) and longer[len(shorter) :] in (
        "s",
        "e",
        "es",
        "d",
        "ly",
        "al",
    )


def _is_camel(word: str) -> bool:
    return not (word.islower() or word.istitle())


def _is_mixed(words: Words, paper: Paper) -> bool:
    """Tell whether much of the text is in a language that is not asked about."""
    common, names = _every_known_form(paper.language), paper.context.derived(_names_of)
    strange = sum(
        word.islower() and word not in common and word not in names for word in words.written()
    )
    return strange * 4 > len(words)


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether the word stands among other capitals within a sentence, as a name does."""
    before = text[max(0, start - 2) : start]
    if before.strip() in ("", ".", ":") and ("\n" in before or before[:1] in ".:" or start == 0):
        return False
    follows = text[end : end + 2]
    preceding = text[:start].rstrip().rsplit(None, 1)[-1:] if start else []
    return (follows[:1] == " " and follows[1:2].isupper()) or (
        bool(preceding) and preceding[0][:1].isupper() and preceding[0].lower() not in _ARTICLES
    )


def _is_contracted(text: str, end: int) -> bool:
    """Tell whether what ends there is the first part of "doesn't", which is not told as a word."""
    return text[end - 1] == "n" and text[end : end + 2] in ("'t", "’t")


def _is_part_of_address(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(mark in around for mark in "@/_\\") or (
        text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()
    )
