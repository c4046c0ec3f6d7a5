"""Words that stand twice by a slip: "the the", "of the of the", «التي التي»."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.data.lexicon import general_words, house_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.words import Words, words_before
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_LONG = 7  # letters of a noun of the house, and of no name
_WIDEST = 12  # blanks between two words that stand together
_TWICE = {  # words that may stand twice in a sentence
    Language.ENGLISH: frozenset({"that", "had", "is", "very", "bye", "so"}),
    Language.FRENCH: frozenset({"nous", "vous", "tres"}),
    Language.ARABIC: frozenset(),
}
_IT = frozenset({"it", "that", "this", "there", "what", "he", "she", "who", "which", "one", "here"})
_WHAT_FOLLOWS = on_demand(r"\s+(?:the|a|an|all|these|those|it|they|we|its|their|no|any|Member)\b")
_SMALL = 4  # letters of the small words that come twice by a slip: "of the of the"
BEGINNINGS = tuple(
    Trigger("begun twice", f"{word} {word}", literal=True)
    for word in (
        "the", "this", "these", "in", "on", "at", "it", "we", "to", "for", "by", "le", "la", "les",
        "un", "une", "des", "il", "en", "dans", "ce", "cette",
    )
)  # fmt: skip
_THE_AR, _LONG_AR = "ال", 6
_TWICE_AR = frozenset(
    {"اللهم", "الوحا", "النجاء", "العجل", "البدار", "الحذر"}
)  # said twice to urge
# "This circular cancels the circular No. 3" has the noun of its object behind that of its subject.
_THIS_AR = on_demand(r"(?:هذا|هذه|ذلك|تلك) $")
_WHICH_AR = on_demand(
    r" (?:رقم|المؤرخة?|الصادرة?|السابقة?|ذات?|ذا|التي|الذي|الأولى?|المذكورة?)(?!\w)"
)
_ARABIC_JOINING = frozenset(
    {
        "من", "في", "على", "إلى", "عن", "أن", "إن", "التي", "الذي", "الذين", "هذا", "هذه", "ذلك",
        "تلك", "مع", "بين", "كل", "قد", "لم", "لن", "أو", "ثم", "بأن", "بموجب", "بشأن", "خلال",
        "حول", "بعد", "قبل", "عند", "لدى", "كما", "وفقا", "عملا", "عبر", "ضمن", "دون",
    }
)  # fmt: skip

# Arabic repeats a noun to say "one by one" ("بندا بندا", "فقرة فقرة"), and a son may bear his
# father's name. These are neither: a plural, a noun of action, a word with "and" before it or
# with "your" behind it. Our guess.
_SURELY_TWICE_AR = on_demand(
    r"[^\W\d_]{4,}(?:كم|كما|هم|هما|كن)$|[^\W\d_]{3,}ات$"
    r"|[وفبل]?(?:ت[^\W\d_]{2}ي[^\W\d_]|ا(?:ن|ست)?[^\W\d_]{2,4}ا[^\W\d_])$"
)
_NAMES_AR = frozenset(  # and what is done in groups or by degrees
    {
        "توفيق", "تيسير", "تحسين", "ابتسام", "انتصار", "اعتدال", "افتخار", "امتثال", "انشراح",
        "ابتهال", "جماعات", "دفعات", "درجات", "طبقات", "فئات", "مرات", "حلقات",
    }
)  # fmt: skip
_CONJOINED = 6  # letters of a word with "and" before it, whose rest is a word too
# What leads a noun and is not said of it twice: "of Uzbekistan of Uzbekistan".
_LEADS = {
    Language.ENGLISH: frozenset({"the", "of", "for", "by", "with", "from", "this", "its", "our"}),
    Language.FRENCH: frozenset(
        {
            "la", "le", "les", "du", "de", "des", "au", "aux", "par", "pour", "avec", "dans",
            "sur", "cette", "ces", "son", "sa", "ses", "leur", "notre",
        }
    ),
}  # fmt: skip
_JOINS = frozenset({"and", "et"})  # "years and years and years", and never "and Annex and Annex"


def doubled_words(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find a word that stands twice by a slip, across the end of a line too.

    ``words`` are all words of the paper in order.
    """
    yield from _begun_twice(paper)
    text = paper.text
    for start, end, second in words.doubled():
        word, gap = text[start:end], text[end:second]
        if (
            (len(word) < 2 and word != "à")
            or not gap.isspace()
            or len(gap) > _WIDEST
            or gap.count("\n") > 1
        ):
            continue
        stop = second + len(word)
        if "\n" in gap and (word.istitle() or word.startswith(_THE_AR)):
            continue  # a heading, and the text that begins with it
        if _THIS_AR.search(text, max(0, start - 6), start) and _WHICH_AR.match(text, stop):
            continue
        if not text[stop : stop + 1].isalnum() and (
            _may_not_double(word, paper.language) or _is_slip_here(text, start, stop, word)
        ):
            yield found("LNG003", start, stop, suggestion=word, word=word)
    yield from _pairs_twice(paper, words)


def _is_slip_here(text: str, start: int, stop: int, word: str) -> bool:
    """Tell whether "is is" or "that that" is a slip by the words beside it."""
    if word == "is":
        before = words_before(text, start)[-1:]
        return bool(before) and before[0].lower() not in _IT and before[0][-1:] != "s"
    return word == "that" and _WHAT_FOLLOWS.match(text, stop) is not None


def _pairs_twice(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find two words that come again at once: "of the of the"."""
    text = paper.text
    is_arabic = paper.language == Language.ARABIC
    for start, end, stop in words.pairs_twice():
        whole, pair = text[start:stop].replace("\n", " "), text[start:end]
        one, _, other = pair.replace("\n", " ").partition(" ")
        if whole != f"{one} {other} {one} {other}" or one == other:
            continue
        if is_arabic:
            is_led = one in _ARABIC_JOINING
        else:
            is_led = max(len(one), len(other)) <= _SMALL and pair == pair.lower()
            is_led = is_led or _leads_noun(one, other, paper.language)
        if is_led:
            yield found("LNG003", start, stop, suggestion=pair, word=pair)


def _leads_noun(one: str, other: str, language: Language) -> bool:
    """Tell whether a small word leads a longer one, as in "la coopération", "and Annex"."""
    if len(other) < _SMALL:
        return False
    return one in _LEADS.get(language, ()) or (one in _JOINS and other.istitle())


def _begun_twice(paper: Paper) -> Iterator[Finding]:
    """Find a sentence that begins twice: "The the Council"."""
    for start, end in paper.hits("begun twice"):
        word, _, again = paper.text[start:end].partition(" ")
        beside = paper.text[start - 1 : start] + paper.text[end : end + 1]
        is_written_so = word.istitle() and again == word.lower()
        if is_written_so and not any(letter.isalnum() for letter in beside):
            yield found("LNG003", start, end, suggestion=word, word=word)


def _may_not_double(word: str, language: Language) -> bool:
    if language == Language.ARABIC:
        is_definite = word.startswith(_THE_AR) and len(word) >= _LONG_AR and word not in _TWICE_AR
        return is_definite or word in _ARABIC_JOINING or _is_never_distributive(word)
    if word.istitle() and len(word) >= _LONG:  # a noun of the house, no name
        return word.lower() in general_words(language) | house_words(language)
    return word.islower() and word not in _TWICE[language]


def _is_never_distributive(word: str) -> bool:
    """Tell whether an Arabic word is by its form neither "one by one" nor a name."""
    if _SURELY_TWICE_AR.fullmatch(word):
        return word not in _NAMES_AR and is_known(word, Language.ARABIC)
    return (
        len(word) >= _CONJOINED and word.startswith("و") and not word.endswith(("ا", "اً"))
        and is_known(word[1:], Language.ARABIC)
    )  # fmt: skip
