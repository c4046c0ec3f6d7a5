"""The expressions by which dates are read, in the letters of the skeleton."""

from __future__ import annotations

import re
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.mentions.ordinals import ORDINAL_WORDS
from clearance.review.scan import Trigger
from clearance.terms import Language
from clearance.terms.calendars import (
    HIJRI_ARABIC,
    HIJRI_SHAPES,
    MONTHS,
    OTHER_MONTHS,
    OTHER_WEEKDAYS,
    WEEKDAYS,
)

_MONTH_NUMBER: dict[str, int] = {
    fold(name).skeleton.rstrip("."): number
    for language in Language
    for number, name in enumerate(MONTHS[language], start=1)
} | {
    fold(name).skeleton.rstrip("."): number
    for number, names in OTHER_MONTHS.items()
    for name in names
}
WEEKDAY: dict[str, int] = {
    fold(name).skeleton: number
    for language in Language
    for number, name in enumerate(WEEKDAYS[language])
} | {fold(name).skeleton: number for number, names in OTHER_WEEKDAYS.items() for name in names}
"""The number of each weekday from Monday 0, by its name in the skeleton."""


def month_number(name: str) -> int | None:
    """Return the number of the Gregorian month of that name in the skeleton; None: of none."""
    return _MONTH_NUMBER.get(name) or _MONTH_NUMBER.get(" ".join(name.split()))


def weekday_number(word: str) -> int | None:
    """Return the number of a weekday, a joined و, ب or ل before it or not; None: it is none."""
    number = WEEKDAY.get(word)
    return WEEKDAY.get(word[1:]) if number is None and word[:1] in _GLUED else number


_GLUED = tuple(pattern("وبل"))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAY), key=len, reverse=True))
# One word, but two where the first is that of two months: "كانون الثاني".
_WORD = r"[^\W\d_]+"
_MONTH = pattern(r"(?:كانون|تشرين)\s+") + _WORD + "|" + _WORD
_OF_WORDS = r"(?:(?:day\s+)?of\s+(?:the\s+month\s+of\s+)?|de\s+|d'\s*|من\s+(?:شهر\s+)?|شهر\s+)?"
_OF = pattern(_OF_WORDS)
_YEAR_OF = pattern(
    r"(?:of\s+|de\s+|من\s+)?(?:the\s+year\s+|l'annee\s+|عام\s+|سنة\s+|لسنة\s+|لعام\s+|in\s+)?"
)
_ORDINAL = r"(?:st|nd|rd|th| ?er)?"
DAY_FIRST = on_demand(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+|,\s*|\s*[-/]\s*){_OF}(?P<month>{_MONTH})\.?"
    rf"(?:\s*[/(]\s*(?:{_MONTH})\)?)?(?:(?:,?\s+{_YEAR_OF}|[-/])(?P<year>\d{{4}})(?!\d))?"
)
# Between two days of one month, or two dates: a range, or a list.
_RANGE = (
    r"to|until|till|through|thru|-|au|jusqu'au|et jusqu'au|وإلى غاية|إلى غاية|ولغاية|إلى|الى|حتى|"
    r"لغاية|وحتى|وإلى"
)
_LIST = r"and|&|et|و|or|ou"
_ARTICLE = pattern(r"(?:the\s+|le\s+|les\s+|يوم\s+|يومي\s+|تاريخ\s+)?")
_BLANK = r"(?:\s*,\s*|\s+)"
MONTH_FIRST = on_demand(
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?!\d){_ORDINAL}"
    rf"(?P<rest>(?:\s*(?:,|-|to|and|&|through|until){{1,2}}\s*(?:and\s+)?(?:the\s+)?\d{{1,2}}(?!\d){_ORDINAL}){{1,6}})?"
    rf"(?:,\s*|\s+){_YEAR_OF}(?P<year>\d{{4}})(?!\d)"
)
EARLIER_MONTH_FIRST = on_demand(
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?!\d){_ORDINAL}\s*,?\s*"
    rf"(?:to|-|and|&|through|until)\s*(?:(?:{_WEEKDAY}){_BLANK})?(?:the\s+)?$"
)
_WITH_WEEKDAY = rf"(?:(?:{_WEEKDAY}){_BLANK}{_ARTICLE})?"
# The digit comes first, and then what may not stand before it: so it is soon found.
EARLIER_DAY = on_demand(
    rf"(?P<day>\d(?<![\d/.:]\d)(?<!\dh \d)\d?)(?P<ordinal>{_ORDINAL})"
    rf"(?:\s+{_OF}(?P<month>{_MONTH})\.?)?\s*,?\s*"
    rf"(?P<join>{pattern(_RANGE)}|{pattern(_LIST)}|,)\s*{_ARTICLE}{_WITH_WEEKDAY}$"
)
JOINS = frozenset(fold(word).skeleton.split()[-1] for word in f"{_RANGE}|{_LIST}".split("|"))
"""The last words of what may stand before a date which is the last of several."""
NUMERIC = on_demand(
    r"(?<![\w/.\-])(?:"
    r"(?P<day>\d{1,2})(?P<sign> ?/ ?|[.\-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})"
    r"|(?P<year_>\d{4})(?P<sign_> ?/ ?|[.\-])(?P<month_>\d{1,2})(?P=sign_)(?P<day_>\d{1,2})"
    r")(?![\d/\-]|\.\d)"
)
_SUFFIX = r"\s*(?:a\.?\s?h\b\.?|h\b\.?|هـ|ه\b|للهجرة|هجرية|هجري\b|de l'hegire|of the hijra)"
HIJRI_SUFFIX = compiled(_SUFFIX)
HIJRI_YEAR = compiled(rf"(?P<year>1[345]\d\d)(?!\d)(?:{_SUFFIX})?")
_HIJRI_NAME = r"[^\W\d_](?:[^\W\d_]|['\s\-.]){1,28}?2?"
HIJRI_BEFORE = on_demand(
    rf"(?P<day>\d(?<!\d\d)\d?){_ORDINAL}(?:\s+|[-/]|,\s*){_OF}"
    rf"(?P<month>{_HIJRI_NAME})(?:\s*,\s*|\s+|[-/]|\s*\(){_YEAR_OF}$"
)
HIJRI_MONTH_FIRST = on_demand(
    rf"(?<!\w)(?P<month>{_HIJRI_NAME})\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*,\s*|\s+)$"
)
SPELT_HIJRI = on_demand(
    rf"(?:{ORDINAL_WORDS}|(?P<first>{pattern('غرة')}))"
    + pattern(r"\s+(?:(?:day\s+)?of\s+|من\s+(?:شهر\s+)?|شهر\s+)?")
    + rf"(?P<month>{_HIJRI_NAME})(?:\s*,\s*|\s+){_YEAR_OF}$"
)
HIJRI_EARLIER = on_demand(
    rf"(?P<day>\d(?<![\d/.]\d)\d?){_ORDINAL}(?:\s+{_OF}(?P<month>[^\W\d_](?:[^\W\d_]|['\s\-]){{2,24}}?))?"
    rf"\s*(?:{pattern(_RANGE)}|{pattern(_LIST)})\s*{_ARTICLE}{_WITH_WEEKDAY}$"
)
_LAST_OR_NEXT = pattern(r"(?: (?:last|next|prochain|dernier|(?:ال)?ماضي|(?:ال)?مقبل|(?:ال)?قادم))?")
_OF_DAY = pattern(
    r"(?:\s+(?:in the\s+)?(?:morning|afternoon|evening|matin|soir|apres-midi|صباحا|مساء))?"
)
_DATED = pattern(
    r"(?:dated\s+|the\s+|le\s+|les\s+|(?:و?ال)?موافق\s+(?:ل\s*)?(?:يوم\s+)?|في\s+|بتاريخ\s+|من\s+)?"
)
_NEXT = rf"(?:\s*(?:,|{pattern(_RANGE)}|{pattern(_LIST)})\s*{_ARTICLE})"
WEEKDAYS_BEFORE = on_demand(
    rf"(?<![^\W\d_])(?P<all>{pattern('[وبل]?')}(?:(?:{_WEEKDAY}){_NEXT}){{0,6}}(?:{_WEEKDAY}))\b\.?"
    rf"{_LAST_OR_NEXT}{_OF_DAY}\s*[,(|]?\s*{_DATED}$"
)
WEEKDAYS_IN_BRACKETS = on_demand(
    rf"{pattern('م?')}\s*[(,]\s*{_ARTICLE}(?P<all>(?:(?:{_WEEKDAY}){_NEXT}){{0,6}}(?:{_WEEKDAY}))\s*(?:\)|[;,-]\s*(?=\d))"
)
_ON_DAY = pattern(r"(?:الموافق\s+(?:ل?يوم\s+)?|يوم\s+)")
BARE_WEEKDAY_AFTER = on_demand(
    rf"{pattern('م?')}(?:\s*,\s*(?:an?\s+|un\s+)?|\s+-\s+|\s*,?\s+{_ON_DAY})(?P<all>{_WEEKDAY})\b"
    rf"(?=\s*(?:[.,;)\n]|$))(?!\s*,?\s*(?:the\s+|le\s+)?\d)"
)
ARTICLES = frozenset(
    fold(word).skeleton
    for word in ("the", "le", "les", "dated", "ل", "يوم", "تاريخ", "في", "بتاريخ", "من", "(")
)
"""What may stand between a date and the weekday or the earlier day before it."""
BEFORE_DATE = frozenset(
    fold(word).skeleton
    for word in (
        "morning", "afternoon", "evening", "matin", "soir", "après-midi", "الموافق", "والموافق",
        "موافق", "last", "next", "prochain", "dernier", "الماضي", "المقبل", "القادم", "صباحا",
        "مساء", "يومي",
    )
)  # fmt: skip
"""What else may stand between a weekday and its date."""
DAY_BEFORE = on_demand(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+|,\s*|\s*[-/]\s*){_OF}(?:(?:{_MONTH})\.?\s*[/(]\s*)?$"
)
SPELT_SIGNS = frozenset(fold(word).skeleton for word in ("premier", "of", "من", "شهر"))
"""What an ordinal in words ends with, or is followed by, before the month."""
FIRST_DAY = frozenset(fold(word).skeleton for word in ("أول", "فاتح"))
"""What the first day of a month is called right before the month: «أول يناير»."""
WORD_MONTH = on_demand(rf"(?P<month>{_MONTH})\.?(?:,?\s+{_YEAR_OF}(?P<year>\d{{4}})(?!\d))")
SPELT_DAY = on_demand(
    ORDINAL_WORDS + pattern(r"\s+(?:(?:day\s+)?of\s+(?:the month of\s+)?|من\s+(?:شهر\s+)?)?$")
)
_ERA = pattern(rf"(?:{_SUFFIX}|\s*(?:م|ad|ce)\b)?")
_BOTH = pattern("and|et|و")
_ENDING = (
    r"(?:and\s+)?(?:will\s+|shall\s+)?(?:ending|ends?|closing|closes?|finish(?:ing|es)?"
    r"|expir(?:es?|ing)|terminat(?:es?|ing))(?:\s+on)?"
    r"|(?:et\s+)?(?:jusqu'au|expir(?:e|era|ant)|se terminant|s'achevant"
    r"|(?:se termine|s'acheve)(?:ra)?|prenant fin"
    r"|pren(?:d|dra|nent|dront) fin|fini(?:ra|ront|ssent))"
    r"|و?(?:س)?(?:تنتهي|ينتهي|تختتم|يختتم|تستمر حتى|يستمر حتى)(?:\s+في)?"
)
_INCLUDED = (
    r"(?:and )(?:until|till|up to)|et jusqu'au|(?:up )?to and including"
    r"|(?:and )?until and including|لغاية|ولغاية|و?إلى غاية|وحتى نهاية"
)
# "fixed for Monday 12 January, the closing sitting being on 14 January"; in Arabic the event that
# is opened stands between: "موعدا لافتتاح الندوة، على أن تعقد الجلسة الختامية في".
_LAST_SITTING = (
    r"(?:and\s+|with\s+)?(?:the|its)\s+(?:closing|final|last|concluding)\s+"
    r"(?:plenary\s+)?(?:sitting|session|meeting|day|ceremony|plenary)\s+"
    r"(?:(?:being|is|are|will\s+be|shall\s+be|to\s+be|taking|to\s+take|takes|place|falls|falling|held"
    r"|scheduled|set|fixed|planned|foreseen|due)\s+)+(?:on|for)"
    r"|(?:et\s+|avec\s+)?(?:la|sa|le|son)\s+(?:seance|session|ceremonie|reunion|journee|cloture)\s+"
    r"(?:de\s+cloture\s+|finale\s+|solennelle\s+|des\s+travaux\s+)?"
    r"(?:(?:devant|etant|doit|devra|aura|ayant|avoir|lieu|se|tenir|tiendra|tenant|est|sera|prevue?"
    r"|fixee?|programmee?|intervenant|interviendra)\s+)+(?:le|au|pour\s+le)"
    r"|(?:[^.;\d\n]{3,70},\s*)?(?:على\s+أن|و)\s*(?:س?[تي](?:عقد|قام|كون|نعقد|حدد)\s+)?"
    r"(?:ال)?(?:جلسة|حفل|اجتماع|يوم)\s*(?:ال)?(?:ختامية|ختامي|ختام|أخيرة|أخير)"
    r"(?:\s+(?:في|يوم|بتاريخ))+"
)
_UNTIL_WORD = pattern(rf"و?(?:{_RANGE})|{_INCLUDED}|{_ENDING}|{_LAST_SITTING}")
_BY = pattern(r"(?:(?:in|le|the|يوم|بتاريخ|تاريخ)\s+)?")
# "takes effect on 1 May for six months and expires on 31 October"
_FOR_TIME = pattern(
    r"(?:\s*,?\s*(?:for|pour|لمدة)\s+[^.;\d]{3,50}?,?|,?\s+(?:soit|i\.e\.,?|that is,?|أي)(?=\s))?"
)
UNTIL = on_demand(
    rf"[)\]]?{_ERA}[)\]]?{_FOR_TIME}\s*,?\s*(?:{_UNTIL_WORD}|(?P<and>{_BOTH}))\s*{_BY}"
)
OPENS_BETWEEN = compiled(r"(?:\bbetween|\bentre|بين)\s+(?:the\s+|le\s+|يوم(?:ي)?\s+|الفترة\s+)*$")

_MONTH_WORDS = "|".join(  # in plain words: a trigger is folded when it is compiled
    re.escape(name.rstrip(".")).replace(r"\ ", r"\s+")
    for names in (*MONTHS.values(), *OTHER_MONTHS.values())
    for name in names
)
_TO_YEAR = r"(?:(?:of|de|in|من|the year|l'annee|عام|سنة|لعام|لسنة)\s+){0,2}"
_YEAR_WORDS = tuple(
    fold(word).skeleton
    for word in (
        "of", "de", "in", "من", "the year", "l'annee", "لعام", "لسنة", "عام", "سنة",
    )
)  # fmt: skip


def month_before(skeleton: str, end: int) -> int:
    """Return where the month begins that the number follows whose first digit ends there; or -1."""
    first = skeleton.rfind(" ", max(0, end - 14), max(0, end - 2)) + 1
    if first and skeleton[end - 2] == " " and skeleton[first : end - 2] in _MONTH_NUMBER:
        return first  # as most are printed
    begin = max(0, end - 60)
    between = skeleton[begin : end - 1]
    head = between.rstrip()
    for _ in range(2):
        if not head.endswith(_YEAR_WORDS) or len(head) == len(between):
            break
        rest = head.removesuffix(next(word for word in _YEAR_WORDS if head.endswith(word)))
        if not (rest[-1:].isspace() or rest[-1:] == "-"):
            break
        between, head = rest, rest.rstrip()
    if len(head) == len(between):
        head = head[:-1] if head.endswith(("-", "/")) else ""
    head = head.removesuffix(",")
    if head.endswith((".", ")")):
        head = head[:-1]
    first = _first_letter(head)
    if head[first:] in _MONTH_NUMBER:
        return begin + first
    words = head[:first].rstrip()
    first_of_two = _first_letter(words)
    is_month = f"{words[first_of_two:]} {head[first:]}" in _MONTH_NUMBER
    return begin + first_of_two if is_month and len(words) < first else -1


def _first_letter(text: str) -> int:
    """Return where the last word of a text begins."""
    first = len(text)
    while first and text[first - 1].isalpha():
        first -= 1
    return first


# A month before a number: a year, and the day stands before the month, or the day.
TRIGGERS = (
    Trigger("month", rf"(?:{_MONTH_WORDS})[.)]?,?(?:\s+|[-/]){_TO_YEAR}[0-9]", begins=month_before),
    # Whatever word follows: to compile all months after a begin took as long as all other signs.
    Trigger("day beyond", rf"3[0-9]{_ORDINAL}\s+[^ \n0-9]"),
    Trigger("numeric date", r"[0-9] ?[/.\-] ?[0-9]{1,2} ?[/.\-] ?(?:1[3-9]|2[01])[0-9][0-9]"),
    Trigger("numeric date", r"(?:1[3-9]|2[01])[0-9][0-9] ?[/.\-] ?[0-9]{1,2} ?[/.\-] ?[0-9]"),
    Trigger("hijri year", r"1[345][0-9][0-9]"),
)

_NOT_A_LETTER = on_demand(r"[^a-z0-9]+")
_ARABIC_HIJRI = {fold(name).skeleton: number for name, number in HIJRI_ARABIC.items()}
_SHAPES = tuple((number, on_demand(shape)) for number, shape in HIJRI_SHAPES)


@lru_cache(maxsize=2048)
def hijri_month(name: str) -> int | None:
    """Return the number of the Hijri month of that name in the skeleton's letters; None: of none.

    Spellings vary widely in papers of the Organisation, so shapes are known, not words alone.
    """
    joined = "".join(name.split())
    if (number := _ARABIC_HIJRI.get(joined)) is not None:
        return number
    plain = _NOT_A_LETTER.sub("", name)
    if len(plain) < 4:
        return None
    return next((number for number, shape in _SHAPES if shape.fullmatch(plain)), None)
