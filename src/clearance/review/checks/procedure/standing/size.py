"""How many members the house has: a sentence that counts them all, and otherwise than the fact."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.context import Fact
from clearance.review.mentions.numbers import words_before, words_from, worth
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

SIGNS = (
    "member states", "member countries", "states members", "états membres", "pays membres",
    "دول الأعضاء", "دولة عضو", "دول أعضاء",
    "organisation comprises", "organisation now comprises", "organisation groups", "organisation counts",
    "organisation brings together", "organisation unites", "organisation is made up of", "organisation consists of",
    "organization comprises", "organization groups", "organization brings together", "make up the organi",
    "organisation regroupe", "organisation compte", "organisation comprend", "organisation rassemble",
    "organisation réunit", "organisation, forte de", "members of the organi", "membres de l'organisation",
    "المنظمة التي تضم", "تضم المنظمة", "المنظمة تضم", "التعاون الإسلامي التي تضم", "أعضاء المنظمة", "عضوا في المنظمة",
)  # fmt: skip
_MEMBERS = compiled(
    r"\b(?:(?:oic |oci )?member (?:states|countries)|states members|etats(?: |-)membres|pays membres"
    r"|members(?= of the (?:organi[sz]ation\b|oic))|membres(?= de l'(?:organisation\b|oci)))\b"
)
# "The Organisation groups 58 States", «المنظمة التي تضم 58 دولة»: all that it has are meant.
_STATES = compiled(r"\b(?:states|countries|members|etats|pays|membres|دولة)\b")
_MAKE_UP = compiled(
    r" (?:which |that )?(?:together )?(?:make up|constitute|compose|form) the (?:organi[sz]ation|oic)\b"
)
_MEMBER_AR = compiled(r"\bدولة عضوا?\b")
_MEMBERS_AR = compiled(r"\b[وبل]?(?:ال|لل)دول الأعضاء\b")
_DIGITS = on_demand(r"(\d{2,3})(?: ?\([^()\d]{3,40}\))? *$")
_WORD_BRACKETED = on_demand(r"\((\d{2,3})\) *$")
# All of them are meant: "the 57 Member States", "aux cinquante-sept États membres".
_ALL = compiled(
    r"\b(?:the|all(?: of)?(?: the| its)?|its|our|every one of the|oic's|"
    r"organi[sz]ation's|les|aux|des|ses|leurs|nos)\s*$"
)
_HAS = compiled(
    r"\b(?:organi[sz]ation(?: of islamic cooperation)?|oic|organisation(?: de la cooperation "
    r"islamique)?|oci|which|that|it|qui|elle|membership|nombre d'etats membres)[ ,]+(?:now |today |"
    r"currently |which |qui |that )?(?:has|have|having|comprises|comprising|counts|consists of|"
    r"(?:is )?(?:made up|composed) of|groups|brings together|includes|unites|embraces|compte|"
    r"comptant|regroupe|rassemble|comprend|reunit|se compose de|composee de|forte de(?: ses)?|fort de(?: ses)?|"
    r"stands at|est de)\s*(?:together |aujourd'hui |actuellement |desormais |now |currently )?$"
)
_HAS_AR = compiled(
    r"\b(?:(?:ال)?منظمة(?: التعاون الإسلامي)?|التي|عضويتها)[ ،,]*(?:و?(?:تضم|تتألف من|تتكون من|"
    r"تشمل|"
    r"تجمع|يبلغ عدد أعضائها))(?: في عضويتها| اليوم| حاليا)?\s*(?:جميعا\s*)?$|"
    r"\bو?(?:تضم|تتألف|تتكون|تجمع|تشمل) (?:ال)?منظمة(?: التعاون الإسلامي)?(?: في عضويتها| اليوم|"
    r" حاليا)?"
    r"(?: من)?\s*$"
)
_PART = compiled(
    r"\s*,?\s*(?:\([^)]{0,30}\))?\s*(?:that(?! (?:its|the|a|an|this|these|all|it)\b)|"
    r"which|who|whose|having|present|attending|concerned|"
    r"represented|participating|voting|elected|listed|named|below|from|in (?:africa|asia|the)|"
    r"(?:of|de|d'|des) (?!(?:the )?(?:oic|organi[sz]ation)\b|l'(?:oci|organisation))|du (?!monde)|"
    r"qui|ayant|presents?|participants?|dont|concernes|representes|situes|elus|enumeres|"
    r"التي|الذين|الحاضرة|المشاركة|المعنية|الممثلة|المنتخبة|الموقعة|من أفريقيا|من آسيا|الأفريقية|"
    r"الآسيوية|العربية)\b"
)
_SHARE = compiled(r" ?(?:%|(?:في |ب)ال(?:مائة|مئة))")
_YEAR = on_demand(r"\b(?:19|20)\d\d\b")
_THEN = compiled(
    r"\b(?:at the time|at that time|then|originally|initially|alors|a l'epoque|a l'origine|"
    r"آنذاك|في حينه|حينها|عند التأسيس|كانت|كان)\b"
)
_LEAST, _MOST = 0.7, 1.4  # of the number: a count far from it is of something else (our guess)
_THE = pattern("ال")
_AND = pattern("و")
_DEFINITE = on_demand(rf"{_AND}?{_THE}")


_FAR_BEFORE, _FAR_AFTER = 56, 60  # characters in which their number stands
_LETTERS = on_demand(r"[^\W\d_]+")


def may_tell(skeleton: str, start: int, end: int) -> bool:
    """Tell cheaply whether a number stands beside the sign."""
    before, after = skeleton[max(0, start - _FAR_BEFORE) : start], skeleton[end : end + _FAR_AFTER]
    is_verb = skeleton.startswith("organi", start)  # "Organisation groups 57 States"
    if skeleton[end - 1] <= "\x7f" and not is_verb and not any(w in after for w in _NUMBERED):
        after = ""
    return any(map(_may_be_number, before.split()[-_WORDS_BEFORE:])) or any(
        map(_may_be_number, after.split())
    )


_NUMBERED = ("number", "in all", "nombre")
_WORDS_BEFORE = 3  # "fifty seven (57)"


@lru_cache(maxsize=8192)
def _may_be_number(token: str) -> bool:
    """Tell whether a token has digits, or a word of a number with what Arabic grows on it."""
    if any(letter.isdigit() for letter in token):
        return True
    return any(
        worth(_DEFINITE.sub("", word, count=1)) or worth(word) for word in _LETTERS.findall(token)
    )


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence says of all members that they are another number."""
    number = re.search(r"\d+", fact.holds)
    if number is None or _THEN.search(paper.skeleton, *sentence):
        return False
    since = fact.since.year if fact.since else 2000
    if any(int(year[0]) < since for year in _YEAR.finditer(paper.skeleton, *sentence)):
        return False
    right = int(number[0])
    return any(
        count != right and _LEAST * right <= count <= _MOST * right
        for count in _counts(paper.skeleton, sentence)
    )


def _counts(skeleton: str, sentence: Stretch) -> list[int]:
    """Return how many all members are said to be, in the sentence."""
    found: list[int] = []
    begin, close = sentence
    for members in _MEMBERS.finditer(skeleton, begin, close):
        if _PART.match(skeleton, members.end(), close):
            continue
        count, at = _before(skeleton, begin, members.start())
        is_all = (
            _ALL.search(skeleton, begin, at)
            or _HAS.search(skeleton, begin, at)
            or _MAKE_UP.match(skeleton, members.end(), close)
        )
        if count and is_all:
            found.append(count)
    for states in _STATES.finditer(skeleton, begin, close):
        count, at = _before(skeleton, begin, states.start())
        if count and (_HAS.search(skeleton, begin, at) or _HAS_AR.search(skeleton, begin, at)):
            found.append(count)
    for members in _MEMBER_AR.finditer(skeleton, begin, close):
        count, at = _before(skeleton, begin, members.start())
        if count and _HAS_AR.search(skeleton, begin, at):
            found.append(count)
    for numbering in chain(
        _NUMBERING.finditer(skeleton, begin, close), _NUMBER_OF.finditer(skeleton, begin, close)
    ):
        if count := _after_arabic(skeleton, numbering.end(), close, is_definite=False):
            found.append(count)
    for members in _MEMBERS_AR.finditer(skeleton, begin, close):
        if count := _after_arabic(skeleton, members.end(), close):
            found.append(count)
    return found


def _before(skeleton: str, begin: int, end: int) -> tuple[int, int]:
    """Return the number that ends there, and where it begins; 0 where there is none."""
    digits = _DIGITS.search(skeleton, max(begin, end - 48), end)
    if digits:
        return int(digits[1]), digits.start()
    bracketed = _WORD_BRACKETED.search(skeleton, max(begin, end - 8), end)
    stop = bracketed.start() if bracketed else end
    words = words_before(skeleton, len(skeleton[:stop].rstrip()))
    if words is None or words.start < begin:
        return 0, end
    return (max(words.values), words.start) if len(words.values) == 1 else (0, end)


_AFTER_AR = compiled(
    r"(?: (?:في (?:ال)?منظمة(?: التعاون الإسلامي)?|البالغ عددها|وعددها|ال))*[ -]*(?:\()?"
)
_NUMBER = on_demand(r"\d{2,3}(?!\d)")


# "The Member States of the Organisation, numbering fifty-six", «الدول الأعضاء وعددها ست وخمسون».
_NUMBERING = compiled(
    r"\b(?:member (?:states|countries)|states members|etats(?: |-)membres|pays membres|"
    r"[وبل]?(?:ال|لل)دول الأعضاء)(?: (?:of|de|في|ب)[ ']?(?:the |l'|ال)?(?:organi[sz]ation|oic|oci|"
    r"منظمة)[^.,;\n]{0,24})?(?: (?:كافة|جميعا|جميعها|قاطبة|all|tous))?,? ?(?:which (?:now )?number|numbering|in all|au nombre de|is|stands at|est de|"
    r"dont le nombre est de|و?(?:ال)?(?:بالغ )?عددها|و?عددهم) "
)


# «يبلغ عدد الدول الأعضاء في المنظمة خمسا وخمسين دولة»
_NUMBER_OF = compiled(
    r"\bعدد (?:ال)?دول (?:ال)?أعضاء(?: (?:في|ب)(?: ?ال)?منظمة(?: التعاون الإسلامي)?)?"
    r"(?: هو| حاليا| اليوم)? "
)


def _after_arabic(skeleton: str, start: int, close: int, *, is_definite: bool = True) -> int:
    """Return the number behind "الدول الأعضاء": "الست والخمسين", "الـ56"; 0: none stands there."""
    lead = _AFTER_AR.match(skeleton, start, close)
    at = lead.end() if lead else start
    if digits := _NUMBER.match(skeleton, at, close):
        end = digits.end()
        is_other = _PART.match(skeleton, end, close) or _SHARE.match(skeleton, end, close)
        return 0 if is_other else int(digits[0])
    near = skeleton[start : min(close, start + 60)]
    words = near.strip().split()[:4]
    if not words or (is_definite and not (len(words) > 1 and words[0].startswith(_THE))):
        return 0
    if _PART.search(near, 1):
        return 0
    plain = " ".join(
        (_AND if word.startswith(_AND) and n else "") + _DEFINITE.sub("", word, count=1)
        if _DEFINITE.match(word) else word
        for n, word in enumerate(words)
    )  # fmt: skip
    number = words_from(plain, 0, len(plain))
    return max(number.values) if number and len(number.values) == 1 else 0
