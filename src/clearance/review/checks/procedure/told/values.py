"""A value that was set, as a city, a day, a number or a name: a sentence that has another.

Where the value before it is known, a sentence that gives that one and not the new one contradicts.
Where it is not, another must stand in the place that only the value has.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.procedure.decisions import is_history
from clearance.review.context import Fact
from clearance.review.mentions.numbers import LOOSE_DIGITS, digits_in
from clearance.review.paper import Paper
from clearance.review.resolution_register import city_key, register_of
from clearance.review.scan import Stretch

# A sentence that tells of the change itself gives the old value too.
_CHANGE = compiled(
    r"\b(?:mov\w+|transfer\w*|relocat\w*|postpon\w*|put off|defer\w*|reschedul\w*|brought forward|instead of|rather than"
    r"|former(?:ly)?|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|renam\w*|no longer|until|chang\w+|rais\w+|increas\w*|reduc\w*|lower\w*|not"
    r"|transfer\w+|demenag\w*|report(?:e|ee|es|ees|er)|renvoy\w*|ajourn\w*|differ\w*|au lieu d\w*|plutot que|ancien\w*|precedem\w*"
    r"|initial\w*|rebaptis\w*|denomm\w*|devenue?|jusqu\w*|releve\w*|port\w+ de|redui\w+|ne|n'\w+"
    r"|\w{0,2}نقل\w*|\w{0,2}انتق\w+|\w{0,2}أرجئ\w*|\w{0,2}إرجاء\w*|\w{0,2}تأجيل\w*|\w{0,2}أجلت?|بدلا من|\w{0,3}سابقا?|\w{0,3}سابقة|حتى|\w{0,2}عدلت?|\w{0,2}تعديل|كانت?"
    r"|\w{0,2}رفعت?|\w{0,2}زيادة|\w{0,2}خفض\w*|\w{0,2}تخفيض|لا|لم|لن|ليست?)\b"
)
_HELD = compiled(
    r"\b(?:(?:will|shall) (?:be (?:held|convened|hosted)|take place|meet|open|convene)|(?:is|are) (?:to be )?(?:held|convened|due|set|scheduled|fixed)"
    r"|takes place|meets|opens|falls|closes|expires?"
    r"|se (?:tiendra|tient|reunira|deroulera|reunit)|aura lieu|s'ouvrira|est (?:fixee?|prevue?|programmee?)|expire(?:ra)?"
    r"|س?[يت](?:عقد|نعقد|لتئم|قام|جتمع|فتتح|نتهي|حل)|(?:ال)?مقرر|حدد)\b"
)
_AS_PLANNED = compiled(
    r"\b(?:as (?:planned|scheduled|announced)|comme prevue?|bien cette annee|كما هو (?:مقرر|مخطط)|في موعده\w*)\b"
)
_THIS_YEAR = compiled(
    r"\b(?:this year|cette annee|(?:هذا|هذه) (?:العام|السنة)|العام الجاري|السنة الجارية)\b"
)
_SEAT = compiled(
    r"\b(?:headquarter\w*|seat(?:ed)?|based|located|held|hosted|convened|take place|meet|siege|sis|installe\w*|situe\w*"
    r"|(?:se )?(?:tiendra|reunira)|accueilli\w*|\w{0,2}مقر\w*|[يت]قع|س?[يت](?:عقد|نعقد|ستضيف))\b"
)
_IN = compiled(r"(?:\b(?:in|at|by|a|au|en|par|في)|^)\s(?:the city of |la ville de |مدينة )?$")
_ISO = on_demand(r"(\d{4})-(\d\d)-(\d\d)")
_FOURTH = compiled(
    r"\b(?:four|five|six|seven|fourth|fifth|sixth|two|quatre|cinq|six|sept|quatrieme|cinquieme|sixieme|deux"
    r"|رابعة|الرابعة|خامسة|الخامسة|أربع|خمس|ست|الأربع|الخمس|الست|لغتا[ن]?|اللغتان)\b"
)
_TONGUES = {
    name: compiled(rf"\b(?:{words})\b")
    for name, words in {
        "arabic": r"arabic|(?:l')?arabe|\w{0,3}عربية",
        "english": r"english|(?:l')?anglais|\w{0,3}(?:إ|ا)نجليزية|\w{0,3}(?:إ|ا)نكليزية",
        "french": r"french|francais|\w{0,3}فرنسية",
        "spanish": r"spanish|(?:l')?espagnol|\w{0,3}إسبانية|\w{0,3}أسبانية",
        "portuguese": r"portuguese|portugais|\w{0,3}برتغالية",
        "turkish": r"turkish|turc|\w{0,3}تركية",
        "persian": r"persian|farsi|persan|\w{0,3}فارسية",
        "urdu": r"urdu|(?:l')?ourdou|\w{0,3}[أا]ردية",
        "russian": r"russian|russe|\w{0,3}روسية",
        "chinese": r"chinese|chinois|\w{0,3}صينية",
        "malay": r"malay|malais|\w{0,3}(?:ملايوية|مالاوية)",
        "german": r"german|(?:l')?allemand|\w{0,3}ألمانية",
        "hausa": r"hausa|haoussa|\w{0,3}هوسا",
        "swahili": r"swahili|\w{0,3}سواحيلية",
        "bengali": r"bengali|\w{0,3}بنغالية",
    }.items()
}
_UNITS = {
    "usd": r"usd|us dollars?|dollars?|\$|دولار\w*",
    "eur": r"eur|euros?|€|يورو",
    "sar": r"sar|riyals?|ريال\w*",
    "%": r"%|per cent|percent|pour cent|(?:في|ب)ال?مائة|في المئة",
    "days": r"days?|jours?|يوم\w*|أيام",
    "months": r"months?|mois|شهر\w*|أشهر",
    "years": r"years?|ans?|annees?|سنة|سنوات|عاما?|أعوام",
    "hours": r"hours?|heures?|ساع\w+",
}


def _place(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence puts the subject where it is no longer."""
    told, skeleton = fact.told, paper.skeleton
    assert told is not None  # noqa: S101  (the caller looked)
    if _has(told.new, skeleton, sentence) or _CHANGE.search(skeleton, *sentence):
        return False
    if is_history(skeleton, *sentence, fact):
        return False
    if told.old:
        return _has(told.old, skeleton, sentence)
    if not _SEAT.search(skeleton, *sentence):
        return False
    own = {city_key(form) for form in told.anchor}
    cities = paper.context.derived(register_of).cities
    return any(
        key in cities and key not in own and _IN.search(skeleton, sentence[0], word.start())
        for word in _CAPITAL.finditer(paper.text, name[1], sentence[1])
        if (key := city_key(word[0]))
    )


_CAPITAL = on_demand(r"[A-Z\u0621-\u064a][\w'-]{2,}(?: [A-Z][\w'-]+)?")


def _time(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence gives the subject another year, month or day than was set."""
    told, skeleton = fact.told, paper.skeleton
    assert told is not None  # noqa: S101  (the caller looked)
    if _is_dated(told.new, paper, sentence) or _CHANGE.search(skeleton, *sentence):
        return False
    if _PAST.search(skeleton, *sentence):
        return False
    if told.old and _is_dated(told.old, paper, sentence):
        return True
    if _AS_PLANNED.search(skeleton, *sentence) and told.old:
        return True
    if _THIS_YEAR.search(skeleton, *sentence) and paper.dated is not None:
        return str(paper.dated.year) in told.old
    if not _HELD.search(skeleton, *sentence):
        return False
    if _ISO.fullmatch(told.new[0]):
        return any(
            day.value is not None and not day.implied
            for day in paper.dates
            if name[1] <= day.start < sentence[1]
        )
    years = {year[0] for year in _YEAR.finditer(skeleton, name[1], sentence[1])}
    return len(told.new[0]) == 4 and bool(years - set(told.new))


_YEAR = on_demand(r"\b20\d\d\b")
_PAST = compiled(r"\b(?:was|were|had|fut|etait|avait|كانت?)\b")


def _is_dated(forms: tuple[str, ...], paper: Paper, sentence: Stretch) -> bool:
    """Tell whether the sentence has the year, month or day that the forms tell."""
    if forms and (day := _ISO.fullmatch(forms[0])):
        wanted = tuple(map(int, day.groups()))
        return any(
            one.value is not None and (one.value.year, one.value.month, one.value.day) == wanted
            for one in paper.dates
            if sentence[0] <= one.start < sentence[1]
        )
    return _has(forms, paper.skeleton, sentence)


def _number(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence gives the subject another number of the same unit."""
    told, skeleton = fact.told, paper.skeleton
    assert told is not None  # noqa: S101  (the caller looked)
    if _CHANGE.search(skeleton, *sentence) or is_history(skeleton, *sentence, fact):
        return False
    wanted, unit = Decimal(told.new[0]), told.new[1]
    beside = _unit(unit)
    given = [
        number
        for number in digits_in(skeleton, *sentence, LOOSE_DIGITS)
        if beside is None
        or beside.search(skeleton, max(sentence[0], number.start - 6), number.end + 14)
    ]
    if not given or any(number.may_be(wanted) for number in given):
        return False
    if told.old:
        return any(number.may_be(Decimal(told.old[0])) for number in given)
    return beside is not None and len(given) == 1 and given[0].start >= name[0]


@lru_cache(maxsize=16)
def _unit(unit: str) -> re.Pattern[str] | None:
    if not unit:
        return None
    words = next(
        (each for key, each in _UNITS.items() if re.fullmatch(pattern(each), unit) or key == unit),
        None,
    )
    return compiled(rf"(?:{words})") if words else None


def _name(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence calls the subject what it is no longer called."""
    told, skeleton = fact.told, paper.skeleton
    assert told is not None  # noqa: S101  (the caller looked)
    is_changed = _has(told.new, skeleton, sentence) or _CHANGE.search(skeleton, *sentence)
    return not is_changed and not is_history(skeleton, *sentence, fact)


def _only(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence adds a language to those that alone were decided on."""
    told, skeleton = fact.told, paper.skeleton
    assert told is not None  # noqa: S101  (the caller looked)
    new = " ".join(told.new)
    held = [tongue for tongue in _TONGUES if tongue[:4] in new]
    if not held or is_history(skeleton, *sentence, fact) or _DENIED.search(skeleton, *sentence):
        return False
    if any(
        words.search(skeleton, *sentence)
        for tongue, words in _TONGUES.items()
        if tongue not in held
    ):
        return True
    return _FOURTH.search(skeleton, max(sentence[0], name[0] - 20), name[1]) is not None


_DENIED = compiled(
    r"\b(?:no|not|neither|nor|ne|n'\w+|pas|aucune?|ni|لا|لم|ليست?|غير|دون|united nations|nations unies|الأمم)\b"
)


def _has(forms: tuple[str, ...], skeleton: str, sentence: Stretch) -> bool:
    found = _forms(forms)
    return found is not None and found.search(skeleton, *sentence) is not None


@lru_cache(maxsize=128)
def _forms(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    if not forms:
        return None
    each = (re.escape(fold(form).skeleton).replace(r"\*", r"\w{0,4}") for form in forms)
    return on_demand(rf"\b{pattern('[وفبلك]{0,2}')}(?:" + "|".join(each) + r")\b")


READERS: dict[str, Callable[[Paper, Stretch, Stretch, Fact], bool]] = {
    "place": _place,
    "time": _time,
    "number": _number,
    "name": _name,
    "only": _only,
}
