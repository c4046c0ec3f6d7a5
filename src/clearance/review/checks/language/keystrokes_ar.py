"""What the fingers meant by an Arabic word that no dictionary has.

A key beside the right one, one too many, one too few, or two in the wrong order. Arabic makes words
of roots by putting letters before, behind and between, so a slip counts only where no grammar
explains the letter: our guess, held against printed laws and judgments.
"""

from __future__ import annotations

from clearance.data.lexicon import house_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.forms_ar import (
    SHORTEST,
    ends_of_joined,
    everyday_words,
    in_one_form,
    usual_words,
)
from clearance.review.checks.language.letters_ar import stems_of_frequent_words
from clearance.review.checks.language.stems import neighbours, stems_of, turned_or_twice
from clearance.terms import Language

_ARABIC = Language.ARABIC
_LONG = 7  # letters: a word of so many is hardly another's neighbour by chance
_WHOLE = 5  # letters without the article: a shorter word is near to names
_WEAK = "اويى"
_SOFT = frozenset("اويىءئؤأإآ")  # what changes with the form of a word
_SURELY = 3
_FIRST = frozenset("متيناأسو")  # what stands before roots
_LAST = frozenset("هةانتيكمويىء")  # and behind them
_THE = "ال"
_JOINED = "وفبكل"
_AFTER_THE = on_demand(r"[وف]?(?:[بك]?ال|لل)(?=\w{3})")
# "ة" and "ى" end a word, "ء" follows a long vowel, "إ" stands first in its stem.
_OUT_OF_PLACE = on_demand(r"[ةى](?=\w)|(?<![اوي])ء(?=\w)|(?<=\w\w\w\w)إ")
# The article with one of its letters struck wrong, or after the letter that follows it.
_NEARLY_THE = on_demand(r"(?P<before>[وفبك]?)(?:ا(?!ل)\w|[^\Wال]ل)(?P<rest>\w{3,})")
_THE_LATE = on_demand(r"(?P<before>[وفبك]?)ا(?P<first>[^\Wل])ل(?P<rest>\w{2,})")


def struck_wrong(word: str) -> str:
    """Return the word that is meant by one that no dictionary has; "": nothing is near."""
    if len(word) < SHORTEST:
        return ""
    if word.endswith("يين") and len(word) >= _LONG:
        plural = f"{word[:-2]}ن"  # the ending of the plural with one ya too many
        if is_known(plural, _ARABIC):
            return plural
    return _with_the(word) or _usual(word) or _out_of_place(word) or _rare(word)


def _with_the(word: str) -> str:
    """Return the common word of which the article is struck wrong: "اهصادر", "املادة"."""
    late = _THE_LATE.fullmatch(word)
    if late and _is_usual(made := f"{late['before']}{_THE}{late['first']}{late['rest']}"):
        return made
    wrong = _NEARLY_THE.fullmatch(word)
    if wrong and _is_usual(made := f"{wrong['before']}{_THE}{wrong['rest']}"):
        return made
    return ""


def _is_usual(word: str) -> bool:
    return word in usual_words() or word.removeprefix(_THE) in usual_words()


def _usual(word: str) -> str:
    """Return the common word that is meant, with what is joined before it; "": none is."""
    is_made = stems_of(_ARABIC).make(word)  # by endings that the dictionary may not join to it
    for cut in (0, *ends_of_joined(word)):
        stem = word[cut:]
        if len(stem) < SHORTEST:
            continue
        near = [
            (likely, right)
            for right in everyday_words().near(stem)
            if not (cut and right.startswith(_THE)) and in_one_form(right) != in_one_form(stem)
            and (likely := _is_slip(stem, right, is_after_the=word[:cut].endswith(("ال", "لل"))))
            and (likely >= _SURELY or not is_made or right in house_words(_ARABIC))
        ]  # fmt: skip
        if near:
            right = max(near, key=lambda each: each[0])[1]
            is_other = (
                not word.startswith(_THE) and right != f"{_THE}{stem[1:]}" and _lacks_hamza(word)
            )
            return "" if is_other else word[:cut] + right
    return ""


def _out_of_place(word: str) -> str:
    """Return the known word nearest to one with a letter where none of its kind can stand."""
    if not _OUT_OF_PLACE.search(word, 1):
        return ""
    return next(neighbours(word, _ARABIC), "")


def _rare(word: str) -> str:
    """Return the less common word that is meant; "": none is near enough to say so.

    Only what no grammar explains: a key struck twice, and two strong letters that changed places.
    A word that only lacks its hamza is no such slip.
    """
    if len(word) < _LONG - 1 or stems_of(_ARABIC).make(word):
        return ""
    right = _turned(word) or _of_frequent_stem(word) or _near_frequent_stem(word)
    if not right or (_is_relative(word) and not _is_usual(right)) or _lacks_hamza(word):
        return ""
    return right


def _of_frequent_stem(word: str) -> str:
    """Return the one word made of a common one that two letters turned, or a neighbour, make this.

    "": none, or several. The last letter is an ending's.
    """
    swapped = {
        f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}": {*word[i : i + 2]}
        for i in range(len(word) - 2)
    }
    made = swapped.keys() | {
        f"{word[:i]}{near}{word[i + 1 :]}"
        for i in range(len(word) - 1)
        for near in _NEIGHBOURS.get(word[i], "")
    }
    make = stems_of_frequent_words().make
    known = [each for each in made - {word} if make(each) and is_known(each, _ARABIC)]
    if len(known) != 1 or make(word) or in_one_form(known[0]) == in_one_form(word):
        return ""
    # "العوينات" is a place: a waw or a ya that moved makes another word of the root.
    return known[0] if {"و", "ي"}.isdisjoint(swapped.get(known[0], ())) else ""


def _near_frequent_stem(word: str) -> str:
    """Return the word that is made of a common one and that a lost or added key makes this."""
    near = stems_of_frequent_words().near
    for cut in (0, *ends_of_joined(word)):
        stem, is_after_the = word[cut:], word[:cut].endswith(("ال", "لل"))
        if len(stem) < _LONG - 1:
            continue
        for right in near(stem):
            if (
                _is_slip(stem, right, is_after_the=is_after_the) >= _SURELY
                and in_one_form(stem) != in_one_form(right)
                and is_known(word[:cut] + right, _ARABIC)
            ):
                return word[:cut] + right
    return ""


def _turned(word: str) -> str:
    for right in turned_or_twice(word, _ARABIC):
        if in_one_form(right) == in_one_form(word):
            continue
        differ = [i for i, pair in enumerate(zip(word, right, strict=False)) if len({*pair}) > 1]
        place = differ[0] if differ else len(right)
        if len(right) < len(word) and word[place - 1] == word[place]:
            return right
        turned = word[place : place + 2]
        if turned[::-1] == right[place : place + 2] and not set(turned) & set(_WEAK):
            return right
    return ""


def _lacks_hamza(word: str) -> bool:
    """Tell whether the word is known with a hamza on one of its first alefs."""
    return any(
        letter == "ا" and is_known(f"{word[:place]}{alef}{word[place + 1 :]}", _ARABIC)
        for place, letter in enumerate(word[:5])
        for alef in "أإآ"
    )


def _may_begin_so(word: str) -> bool:
    """Tell whether a word that begins with a bare alef is one with a hamza.

    The hamza that asks, before a word that is known without it, is none: letters ask otherwise.
    """
    forms = [f"{alef}{word[1:]}" for alef in "أإآا"]
    if is_known(word[1:], _ARABIC):
        return any(stems_of(_ARABIC).stand_as(form) for form in forms)
    return any(is_known(form, _ARABIC) for form in forms)


def _is_slip(word: str, right: str, *, is_after_the: bool) -> int:
    """Tell how likely a finger slipped, 0: it did not; the words differ by one key.

    A letter more or less at either end is another form of the word, and so is another ending; a
    weak letter more or less is another word of the same root.
    """
    pairs = zip(word, right, strict=False)
    shorter, longer = sorted((word, right), key=len)
    place = next((i for i, (one, other) in enumerate(pairs) if one != other), len(shorter))
    the = _AFTER_THE.match(right)
    begin = the.end() if the else int(right[0] in _JOINED and _is_usual(right[1:]))
    is_after_the = is_after_the or the is not None
    if len(word) == len(right):
        if word[place : place + 2] == right[place : place + 2][::-1]:
            return 4
        return _is_other_key(word, right, place, begin, is_after_the=is_after_the)
    if longer is word and place and word[place - 1] == word[place]:
        return 4  # the same key twice
    if right == f"{_THE}{word[1:]}":  # the article without its lam, or an alef without its hamza
        return 0 if _may_begin_so(word) else 3
    letter, size = longer[place], len(shorter) - begin
    if _is_relative(word) and size < _LONG:
        return 0
    if longer is right:
        is_within = 1 <= place < len(right) - 1
        return 3 if is_within and (place > 1 or letter not in _WEAK or size >= _WHOLE) else 0
    if letter in _SOFT:
        return 1 if 2 <= place < len(word) - 2 and len(shorter) >= _LONG else 0
    return _SURELY if 2 <= place < len(word) - 2 and len(shorter) > SHORTEST else 0


def _is_relative(word: str) -> bool:
    """Tell whether the word is made as families are named: "السالمي"."""
    return word[-1] == "ي"


def _is_other_key(word: str, right: str, place: int, begin: int, *, is_after_the: bool) -> int:
    """Tell how likely the one letter that differs was struck for the other; 0: it was not."""
    struck, meant, size = word[place], right[place], len(right) - begin
    if _OUT_OF_PLACE.match(word, place):
        return 4
    if meant in _NEIGHBOURS.get(struck, "") and len(word) > SHORTEST:
        return 3
    if size < _WHOLE or (struck in _SOFT and meant in _SOFT):
        return 0
    if _is_relative(word) and size < _LONG:
        return 0
    if place <= begin:
        return 2 if is_after_the and struck not in _FIRST else 0
    if place == len(word) - 1:
        return 0
    if struck in _SOFT or (place == len(word) - 2 and struck in _LAST):
        return 1 if size > _WHOLE else 0
    return 2


def _neighbours() -> dict[str, str]:
    """Return for each letter those beside it on the keyboard."""
    rows = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
    return {
        letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
        for row in rows
        for place, letter in enumerate(row)
    }


_NEIGHBOURS = _neighbours()
