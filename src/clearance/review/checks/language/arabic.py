"""Arabic spelling: hamza, ta marbuta, alif maqsura, and words that are nearly another.

A paper that writes without hamzas throughout follows a style and is told so once; in a paper that
writes them, the word that lacks one is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from clearance.data.lexicon import general_words, house_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.forms_ar import (
    SHORTEST,
    ends_of_joined,
    in_one_form,
    known_by_form,
)
from clearance.review.checks.language.keystrokes_ar import struck_wrong
from clearance.review.checks.language.letters_ar import (
    is_meant,
    may_be_meant,
    meant_by,
)
from clearance.review.checks.language.stems import stems_of
from clearance.review.checks.language.words import places_of, words_before
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

_MOST_SLIPS = 2  # more are a style
_STYLES = frozenset({"hamza", "ىي"})  # of these, two are: some print no hamza, and no dots of ya
_RATE = 500  # words: one typing error in so many is usual, more are a bad copy
_LONG = 7  # letters: a word of so many is hardly another's neighbour by chance
_LAST_LETTERS = frozenset({("ه", "ة"), ("ي", "ى"), ("ى", "ي")})  # as written, and as it is right
_OF = frozenset({"بن", "بنت", "ابن", "آل", "أبو", "أبي", "عبد"})
_TITLED = on_demand(
    r"(?<!\w)(?:ال(?:سيدة?|سادة|قاضي|قاضية|مستشارة?|أستاذة?|دكتورة?|شيخة?|مهندسة?|سفيرة?|عميد|عقيد|لواء)"
    r"|أ|د|م|السيد)\s?[./\s]\s*(?!\w{0,20}ية\b)"
)
_LONGEST_NAME = 60  # characters of a title and the name after it
_PARTS_NAME = on_demand(
    r"[،؛:(\d]|[^\W\d_]{2}\.|\n\s*\n|\s(?:في|من|على|إلى|عن|وزير|رئيس|مدير|أن)\s"
)
_MOST_REMEMBERED = 100_000
_WITH_ARTICLE = ("ال", "وال", "فال", "بال", "وبال", "كال", "لل", "ولل")
_BEFORE_VERB = on_demand(r"[وف]?(?:[بك]?ال|لل)\w{3}")  # "القرر": three letters may be a verb
_ALEF = on_demand(r"(?:[وف]?(?:[بك]?ال|لل|[بكلس])|[وف])?[اأإآ](?<!^ا(?=ل))")
_BARE = str.maketrans("أإآ", "ااا")
_SEATS = {"ئ": "ؤء", "ؤ": "ئء", "ء": "ئؤ", "ى": "ئ", "ي": "ئ", "و": "ؤ"}
_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "نا", "كم"})
_LIKE_A_PLURAL = on_demand(r"[أإ]\w\wا\w")  # "أفلاج" and "إنتاج"


def wrong_in_arabic(unknown: set[str]) -> dict[str, tuple[str, bool]]:
    """Return the wrong words with what is meant, and whether only a letter's form is wrong."""
    said = ((word, _said_of(word)) for word in unknown)
    return {word: told for word, told in said if told[0]}


def may_be_wrong(known: str) -> bool:
    """Tell whether a word that the dictionary has may be meant for another all the same."""
    return known[-1] == "ه" or bool(meant_by(known))


def arabic_slips(
    paper: Paper, words: list[str], wrong: dict[str, tuple[str, bool]], count: int
) -> Iterator[Finding]:
    """Find slips of spelling among the words in order; ``count`` is that of the whole paper."""
    slips = {word: right for word, (right, is_slip) in wrong.items() if is_slip}
    typos = [(word, right) for word, (right, is_slip) in wrong.items() if not is_slip]
    if slips:
        yield from _orthography(paper, slips, words)
    if len(typos) > max(_MOST_SLIPS, count // _RATE):
        return  # the text was copied badly, or speaks of what the lists do not know
    for word, near in typos:
        places = places_of(word, paper.text)
        if len(places) == 1 and not (
            _stands_among_letters(paper.text, *places[0]) or _is_in_name(paper.text, *places[0])
        ):
            yield found("LNG001", *places[0], suggestion=near, word=word, instead=near)


def _orthography(paper: Paper, slips: dict[str, str], words: list[str]) -> Iterator[Finding]:
    """Yield each slip, or one note where there are so many that they are the paper's style.

    Each kind of slip is judged apart: who leaves out hamzas writes ta marbuta all the same.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    kinds = {word: _kind_of_slip(word, right) for word, right in slips.items()}
    for word in words:  # in order of place
        if word in kinds and not may_be_meant(word):
            groups[kinds[word]].append(word)
    for word in filter(may_be_meant, kinds):
        for place in places_of(word, paper.text):
            if is_meant(paper.text, *place, word):
                groups[kinds[word]].append(word)
    for kind, group in groups.items():
        if len(group) > (1 if kind in _STYLES else _MOST_SLIPS):
            word = group[0]
            start, end = places_of(word, paper.text)[0]
            yield found(
                "LNG007", start, end, suggestion=slips[word],
                count=len(group), word=word, instead=slips[word],
            )  # fmt: skip
            continue
        for word in dict.fromkeys(group):
            for start, end in places_of(word, paper.text):
                if is_meant(paper.text, start, end, word) and not _is_in_name(
                    paper.text, start, end
                ):
                    yield found(
                        "LNG002", start, end, suggestion=slips[word], word=word, instead=slips[word]
                    )


@lru_cache(maxsize=_MOST_REMEMBERED)
def _kind_of_slip(word: str, right: str) -> str:
    """Return the kind of slip: of the last letter, a hamza left out, another alef, or others."""
    if (word[-1:], right[-1:]) in _LAST_LETTERS:
        return word[-1:] + right[-1:]
    if word.translate(_BARE) == right.translate(_BARE):
        return "hamza" if _hamzas(word) < _hamzas(right) else "alef"
    return "seat"


def _hamzas(word: str) -> int:
    return sum(word.count(letter) for letter in "أإآ")


def _is_wrong(word: str, right: str) -> bool:
    """Tell whether the spelling is none of another word: dictionaries know those."""
    if word[-1:] == "ه" and right[-1:] == "ة":
        if right in house_words(Language.ARABIC):
            return True  # "منظمه": the word of the house is meant, not "its organiser"
        if word.startswith(_WITH_ARTICLE) and right in general_words(Language.ARABIC):
            return True  # "العامه": the dictionary takes the article before "his year"
    return not is_known(word, Language.ARABIC)


def _stands_among_letters(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand alone around the word: it was torn apart in copying."""
    around = text[max(0, start - 3) : start].split() + text[end : end + 3].split()
    return any(len(piece) == 1 and piece not in "وأ" for piece in around if piece.isalpha())


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Tell whether somebody is named: son of another, or with a title some words before."""
    if not _OF.isdisjoint(words_before(text, start)):
        return True
    titles = _TITLED.finditer(text, max(0, start - _LONGEST_NAME), start)
    return any(not _PARTS_NAME.search(text, title.end(), start) for title in titles)


def _as_known(word: str) -> str:
    """Return the word as it is spelt, whatever form its letters have; "": it is not known.

    A word that stands for itself ("علي", a name) comes back as it is.
    """
    key = in_one_form(word)
    known = known_by_form()
    whole = known.get(key)
    if whole:
        if word[-1] == "ه" and word.startswith(_WITH_ARTICLE) and len(whole) == 1:
            return next(iter(whole))  # after the article there is no "his"
        return word if word in whole else _only(whole, word)
    for cut in ends_of_joined(word):
        stems = known.get(key[cut:])
        if not stems:
            continue
        if word[:cut].endswith("ال") and word[cut] == "ل" and key[cut + 1 :] in known:
            continue  # "اللنظام": the article does not stand before "to"
        stem = word[cut:]
        if stem in stems:
            return word
        right = _only(stems, stem)
        if word[:cut].endswith(("ال", "لل")) and stem[-1] == "ه" and len(stems) == 1:
            right = next(iter(stems))  # after the article there is no "his"
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


@lru_cache(maxsize=_MOST_REMEMBERED)
def _said_of(word: str) -> tuple[str, bool]:
    """Return what is meant, and whether only a letter's form is wrong; "": the word is right."""
    meant = meant_by(word)
    if meant:
        return meant, True
    is_word = is_known(word, Language.ARABIC) or stems_of(Language.ARABIC).stand_as(word)
    if is_word and word[-1] != "ه":
        return "", False
    right = _as_known(word)
    if right and not (right == word and not is_word and _BEFORE_VERB.fullmatch(word)):
        is_slip = right != word and _is_wrong(word, right)
        return (right, True) if is_slip else ("", False)
    if is_word:
        return "", False
    if len(word) >= SHORTEST and (other := _other_form(word)):
        return other, True
    return struck_wrong(word), False


def _other_form(word: str) -> str:
    """Return the word of the dictionary that this is with another form of one letter.

    "": none, or several, or the word is known itself.
    """
    forms = list(_with_other_end(word))
    alef = _ALEF.match(word)
    if alef is not None:
        place = alef.end() - 1
        rest = word[place + 1 :]
        each_is_word = word[place] != "ا" and _LIKE_A_PLURAL.fullmatch(word, place)
        forms += [
            f"{word[:place]}{each}{rest}" for each in ("ا" if each_is_word else "أإاآ")
            if each != word[place]
        ]  # fmt: skip
    for place, letter in enumerate(word):
        if letter in _SEATS and _may_be_of_hamza(word, place):
            forms += [f"{word[:place]}{seat}{word[place + 1 :]}" for seat in _SEATS[letter]]
    make = stems_of(Language.ARABIC).make
    forms = [form for form in forms if make(form)]
    if not forms or is_known(word, Language.ARABIC):
        return ""
    known = [form for form in forms if is_known(form, Language.ARABIC)]
    return known[0] if known else ""


def _may_be_of_hamza(word: str, place: int) -> bool:
    """Tell whether the letter may stand in the place of another seat of the hamza.

    Before "his" the seat goes by the case: "أعضاؤه", "أعضائه"; "بايت" and "يونا" are foreign.
    """
    if not place or word[place + 1 :] in _PRONOUNS:
        return False
    return word[place] in "ئؤء" or (place < len(word) - 1 and len(word) > SHORTEST)


def _with_other_end(word: str) -> Iterator[str]:
    """Yield the word with another last letter, where the one that it has can hardly be meant."""
    rest, last = word[:-1], word[-1]
    bare = word.removeprefix("ال")
    if last == "ه":
        # The dictionary lacks some of "his": "فساده"; and "دفعيه" is "his two pleas".
        is_his = is_known(rest, Language.ARABIC) or is_known(f"{rest}ن", Language.ARABIC)
        if not is_his or word.startswith(_WITH_ARTICLE):
            yield f"{rest}ة"
    elif last == "ى" and bare.startswith("م") and not stems_of(Language.ARABIC).stand_as(bare[:-1]):
        return  # "مستوفى": what is done, not who does it
    elif last == "ى" or (last == "ي" and not word.endswith("اوي")):  # "الشكاوي" is written, too
        yield f"{rest}{'ي' if last == 'ى' else 'ى'}"
    elif last == "ا" and in_one_form(f"{word}ء") in known_by_form():
        yield f"{word}ء"
    elif word.endswith("اة"):
        yield f"{rest}ت"
