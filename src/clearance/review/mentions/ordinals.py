"""Ordinal numbers of sessions, 1 to 99, in digits and in words of three languages."""

from __future__ import annotations

from clearance.reading.skeleton import fold

_EN_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip
_EN_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FR_TO_NINETEEN = (
    "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
    "huitième", "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième",
    "quinzième", "seizième", "dix-septième", "dix-huitième", "dix-neuvième",
)  # fmt: skip
_FR_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
# Feminine as a session or a summit is, masculine as a conference is.
_AR_UNITS = (
    ("الأولى", "الأول"), ("الثانية", "الثاني"), ("الثالثة", "الثالث"), ("الرابعة", "الرابع"),
    ("الخامسة", "الخامس"), ("السادسة", "السادس"), ("السابعة", "السابع"), ("الثامنة", "الثامن"),
    ("التاسعة", "التاسع"), ("العاشرة", "العاشر"),
)  # fmt: skip
_AR_TENS = ["العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"]


def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, word in enumerate(_EN_UNITS + _EN_TEENS, start=1):
        found[word] = number
    for tens, word in enumerate(_EN_TENS, start=2):
        found[word[:-1] + "ieth"] = tens * 10
        found |= {f"{word} {unit}": tens * 10 + n for n, unit in enumerate(_EN_UNITS, start=1)}
    found |= {word: number for number, word in enumerate(_FR_TO_NINETEEN, start=1)}
    found |= {"première": 1, "seconde": 2, "second": 2}
    for tens, word in enumerate(_FR_TENS, start=2):
        found[word.removesuffix("e") + "ième"] = tens * 10
        found[f"{word} et unième"] = tens * 10 + 1
        upper = 20 if word == "soixante" else 10
        found |= {f"{word} {_FR_TO_NINETEEN[n - 1]}": tens * 10 + n for n in range(2, upper)}
    found |= {"soixante et onzième": 71, "quatre vingtième": 80, "quatre vingt unième": 81}
    found |= {f"quatre vingt {_FR_TO_NINETEEN[n - 1]}": 80 + n for n in range(2, 20)}
    for number, (feminine, masculine) in enumerate(_AR_UNITS, start=1):
        found |= {feminine: number, masculine: number}
        first = {1: ("الحادية", "الحادي")}.get(number, (feminine, masculine))
        if number == 10:
            continue
        found |= {f"{first[0]} عشرة": 10 + number, f"{first[1]} عشر": 10 + number}
        for tens, stem in enumerate(_AR_TENS, start=2):
            for ending in ("ين", "ون"):
                found |= {f"{form} و{stem}{ending}": tens * 10 + number for form in first}
    for tens, stem in enumerate(_AR_TENS, start=2):
        found |= {f"{stem}{ending}": tens * 10 for ending in ("ين", "ون")}
    return found


def _roman() -> dict[str, int]:
    """Return the Roman numerals of two letters and more, up to 69; one letter may be a word."""
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx")
    numerals = {
        ten + unit: n * 10 + m for n, ten in enumerate(tens) for m, unit in enumerate(units)
    }
    return {
        numeral + ending: number
        for numeral, number in numerals.items()
        for ending in ("", "e", "eme", "th")
        if len(numeral) > 1 or (numeral in ("v", "x") and ending)
    }


def _key(words: str) -> str:
    return fold(words).skeleton.replace("-", " ")


_BETWEEN = r"[\s-]+"
_NUMBER_OF = {_key(words): number for words, number in _words().items()}
_ROMAN = _roman()
WORDS = frozenset(word for words in _NUMBER_OF for word in words.split())
"""The words of ordinals, in the letters of the skeleton."""
LAST_WORDS = frozenset(words.split()[-1] for words in _NUMBER_OF)
"""What an ordinal in words ends with, in the letters of the skeleton."""


def _expression() -> str:
    """Return an expression for them all: "(?:twenty|thirty)" and then "first", "second" and so on.

    A list of them all takes five times as long to compile, and eight expressions hold it.
    """
    rests: dict[str, set[str]] = {}
    for words in _NUMBER_OF:
        first, _, rest = words.partition(" ")
        rests.setdefault(first, set()).add(rest.replace(" ", _BETWEEN))
    firsts: dict[tuple[str, ...], list[str]] = {}
    for first, following in sorted(rests.items()):
        firsts.setdefault(tuple(sorted(following)), []).append(first)
    return "|".join(f"(?:{'|'.join(words)}){_then(rest)}" for rest, words in firsts.items())


def _then(rests: tuple[str, ...]) -> str:
    """Return an expression for what follows a word: one of these, "" among them for nothing."""
    following = "|".join(filter(None, rests))
    optional = "?" if "" in rests else ""
    return f"(?:{_BETWEEN}(?:{following})){optional}" if following else ""


ORDINAL_WORDS = rf"(?P<ordinal_words>\b(?:{_expression()})\b)"
"""An expression, already in the letters of the skeleton, for an ordinal in words."""
_DIGITS = r"(?P<ordinal>(?<!\d)\d{1,2})\s?(?:st|nd|rd|th|er|re|eme|ieme|e|de|nde)?\b"
ORDINAL = rf"(?:{_DIGITS}|{ORDINAL_WORDS})"
"""The same for one in digits or in words."""
_IN_ROMAN = r"(?=[ivxl]{2})(?:x{1,3}|xl|lx?)?(?:ix|iv|v?i{0,3})(?<=[ivxl])(?:e|eme|th)?|[vx]e"
SESSION_NUMBER = rf"(?:{_DIGITS}|(?P<ordinal_words>\b(?:{_expression()}|{_IN_ROMAN})\b))"
"""The same, or in Roman numerals of two letters and more, as sessions are numbered too."""


def ordinal_of(digits: str | None, words: str | None) -> int:
    """Return the number that the groups of these expressions caught."""
    if digits:
        return int(digits)
    plain = " ".join((words or "").replace("-", " ").split())
    return _NUMBER_OF[plain] if plain in _NUMBER_OF else _ROMAN[plain]
