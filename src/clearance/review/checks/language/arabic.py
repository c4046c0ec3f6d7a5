"""Arabic spelling: hamza, ta marbuta, alif maqsura, and words that are nearly another.

A paper that writes without hamzas throughout follows a style and is told so once; in a paper that
writes them, the word that lacks one is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from clearance.data.lexicon import general_words, house_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold, in_plain_letters
from clearance.review.checks.language.letters_ar import (
    is_meant,
    may_be_meant,
    meant_by,
    stems_of_frequent_words,
)
from clearance.review.checks.language.stems import EverydayWords, stems_of, turned_or_twice
from clearance.review.checks.language.words import places_of, words_before
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

# The one-letter words that are written with the next: and, so, by, as, for; then the article.
_JOINED = frozenset(
    f"{first}{rest}"
    for first in ("", "و", "ف")
    for rest in ("لل", *(f"{letter}{article}" for letter in ("", *"بكل") for article in ("", "ال")))
)
_LONGEST_JOINED = max(map(len, _JOINED))
_MOST_SLIPS = 2  # more are a style
_STYLES = frozenset({"hamza", "ىي"})  # of these, two are: some print no hamza, and no dots of ya
_RATE = 500  # words: one typing error in so many is usual, more are a bad copy
_SHORTEST = 4
_LONG = 7  # letters: a word of so many is hardly another's neighbour by chance
_WEAK = "اويى"
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
    key = _key(word)
    known = _by_key()
    whole = known.get(key)
    if whole:
        if word[-1] == "ه" and word.startswith(_WITH_ARTICLE) and len(whole) == 1:
            return next(iter(whole))  # after the article there is no "his"
        return word if word in whole else _only(whole, word)
    for cut in _cuts(word):
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


def _cuts(word: str) -> list[int]:
    """Return where the words that are joined before it may end, the longest first."""
    longest = min(_LONGEST_JOINED, len(word) - 3)
    return [cut for cut in range(longest, 0, -1) if word[:cut] in _JOINED]


def _key(word: str) -> str:
    return word.translate(_one_form())


@cache
def _one_form() -> dict[int, str]:
    """Return for each Arabic letter the one form that it has in the skeleton."""
    letters = map(chr, range(0x0621, 0x06D6))
    return {ord(one): in_plain_letters(fold(one).skeleton) for one in letters if one.isalpha()}


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
def _everyday() -> EverydayWords:
    words = general_words(Language.ARABIC) | house_words(Language.ARABIC)
    return EverydayWords(word for word in words if len(word) >= _SHORTEST)


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
    if len(word) >= _SHORTEST and (other := _other_form(word)):
        return other, True
    return _judge(word), False


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
    return word[place] in "ئؤء" or (place < len(word) - 1 and len(word) > _SHORTEST)


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
    elif last == "ا" and _key(f"{word}ء") in _by_key():
        yield f"{word}ء"
    elif word.endswith("اة"):
        yield f"{rest}ت"


def _judge(word: str) -> str:
    """Return the common word that is meant, with what is joined before it; "": none, or known.

    What is near is looked for first: the dictionary takes longer.
    """
    if len(word) < _SHORTEST:
        return ""
    if word.endswith("يين") and len(word) >= _LONG:
        plural = f"{word[:-2]}ن"  # the ending of the plural with one ya too many
        if not is_known(word, Language.ARABIC) and is_known(plural, Language.ARABIC):
            return plural
    for cut in (0, *_cuts(word)):
        stem = word[cut:]
        if len(stem) < _SHORTEST:
            continue
        for right in _everyday().near(stem):
            if (cut and right.startswith("ال")) or _key(right) == _key(stem):
                continue
            if _is_slip(stem, right):
                is_right = is_known(word, Language.ARABIC) or (
                    not word.startswith("ال") and right != f"ال{stem[1:]}" and _lacks_hamza(word)
                )
                return "" if is_right else word[:cut] + right
    return _rare(word)


def _rare(word: str) -> str:
    """Return the less common word that is meant; "": none is near enough to say so.

    Only what no grammar explains: a key struck twice, and two strong letters that changed places.
    A word that only lacks its hamza is no such slip.
    """
    if len(word) < _LONG - 1 or stems_of(Language.ARABIC).make(word):
        return ""
    right = _turned(word) or _of_frequent_stem(word)
    return "" if not right or is_known(word, Language.ARABIC) or _lacks_hamza(word) else right


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
    known = [each for each in made - {word} if make(each) and is_known(each, Language.ARABIC)]
    if len(known) != 1 or make(word) or _key(known[0]) == _key(word):
        return ""
    # "العوينات" is a place: a waw or a ya that moved makes another word of the root.
    return known[0] if {"و", "ي"}.isdisjoint(swapped.get(known[0], ())) else ""


def _turned(word: str) -> str:
    for right in turned_or_twice(word, Language.ARABIC):
        if _key(right) == _key(word):
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
        letter == "ا" and is_known(f"{word[:place]}{alef}{word[place + 1 :]}", Language.ARABIC)
        for place, letter in enumerate(word[:5])
        for alef in "أإآ"
    )


def _may_begin_so(word: str) -> bool:
    """Tell whether a word that begins with a bare alef is one with a hamza.

    The hamza that asks, before a word that is known without it, is none: letters ask otherwise.
    """
    forms = [f"{alef}{word[1:]}" for alef in "أإآا"]
    if is_known(word[1:], Language.ARABIC):
        return any(stems_of(Language.ARABIC).stand_as(form) for form in forms)
    return any(is_known(form, Language.ARABIC) for form in forms)


def _is_slip(word: str, right: str) -> bool:
    """Tell whether a finger slipped: two letters changed places, one came twice or is lost.

    A letter more or less at either end is another form of the word, and so is another ending; a
    weak letter more or less is another word of the same root.
    """
    head = next(
        (i for i, (one, other) in enumerate(zip(word, right, strict=False)) if one != other),
        min(len(word), len(right)),
    )
    if len(word) != len(right):
        longer, shorter = (word, right) if len(word) > len(right) else (right, word)
        if longer is word and head and word[head - 1] == word[head]:
            return True  # the same key twice
        if right == f"ال{word[1:]}":  # the article without its lam, or an alef without its hamza
            return not _may_begin_so(word)
        lost = longer[head : head + 1]
        if longer is right:
            return 1 <= head < len(right) - 1 and (head > 1 or lost not in _WEAK)
        return (
            len(shorter) > _SHORTEST
            and 2 <= head < len(longer) - 2
            and (lost not in _WEAK or len(shorter) >= _LONG)
        )
    if word[head : head + 2] == right[head : head + 2][::-1]:
        return True
    if right[head] in _NEIGHBOURS.get(word[head], ""):
        return True
    ends = head >= len(word) - 2 or head == 0
    if ends or right[head] in _WEAK or word[head] in _WEAK:
        return False
    return len(word.removeprefix("ال")) >= _LONG


def _neighbours() -> dict[str, str]:
    """Return for each letter those beside it on the keyboard."""
    rows = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
    return {
        letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
        for row in rows
        for place, letter in enumerate(row)
    }


_NEIGHBOURS = _neighbours()
