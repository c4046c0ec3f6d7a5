"""Arabic agreement beside counted nouns: adjectives, predicates, verbs and the endings that show a case.

"في الدورة السابق", "والدول الأعضاء مدعو إلى", "ينعقد الدورة", "أن يأذنون", "من المشاركون". An adjective
is held against the noun before it only where that noun depends on none: behind a preposition, a verb
or "this". Source: the grammar of Arabic; the lists are our own compilation.
"""

# ruff: noqa: E501  (a list that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from clearance.data.lexicon import counted_nouns
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import disagreement
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Hits, Trigger

_ADJECTIVES = """
سابق مختص متبع مذكور وطني دولي إسلامي عربي مقبل قادم ماضي حالي مالي قانوني سياسي اقتصادي اجتماعي ثقافي إنساني رسمي دائم
مشترك متخصص معني معتمد مطلوب لازم مناسب جديد أخير رئيسي متعلق تالي آتي منعقد صادر وارد ممنوح مبين موضح محدد متاح مستمر
فلسطيني محتل مبذول راهن سنوي شهري استثنائي طارئ تحضيري توجيهي تنفيذي استشاري إداري فني تقني نهائي أولي ختامي إقليمي عالمي
متاح متحد عام خاص موقر شقيق ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر إيجابي ودي مكثف معقود مقترح مرفق كامل شامل
"""
_MASCULINE = _ADJECTIVES.split()
_ADJ = "|".join(sorted({*_MASCULINE, "أول"}, key=len, reverse=True))
_FEMININE_OF = {"أول": "أولى", **{one: one + "ة" for one in _MASCULINE}}
_FEM = "|".join(sorted(_FEMININE_OF.values(), key=len, reverse=True))
_NOUNS = """
اجتماع قرار تقرير مشروع بيان مؤتمر اتفاق موضوع بند برنامج مقترح صندوق مركز مكتب وفد ميثاق مبلغ إطار صدد شأن تعميم خطاب
عرض نظام قانون مجلس قسم فريق ملتقى منتدى موقف وضع نص محضر عقد عدد يوم شهر عام أسبوع معرض مقر بلد شعب سياق نشاط دعم
تعاون تمويل تنفيذ حوار اقتراح تعديل جدول ملف مرفق ملحق نموذج
"""
_NOUN = "|".join(_NOUNS.split())
# Plurals that are treated as feminine and do not show it.
_BROKEN_WORDS = """
دول أمم جهود وثائق تقارير عروض مشاريع برامج قضايا شؤون أوضاع ظروف تدابير أنشطة شروط أحكام بنود مواد نصوص خطط نسخ مواعيد
حقوق مبادئ أهداف قوانين نظم لوائح رسوم مبالغ موارد مصالح مناطق أماكن أراضي مسائل مواضيع مقاعد وفود رسائل قوائم جداول نتائج
محاضر عقود ردود فواتير غرف مكاتب مراكز قواعد عناصر مراحل تكاليف مصاريف أعمال شعوب أجهزة هياكل مصادر سبل أساليب فرق لجان
"""
_BROKEN = "|".join(_BROKEN_WORDS.split())
_PREDICATES = """
مدعو مطالب مدرج مرفق ملزم مستعد ساري سار قائم مفتوح متاح ملتزم مرفوع مقدم مخصص معروض مبين موضح صادر وارد معني مكلف مسؤول
موجه نافذ مستحق محدد مطروح جاهز متوقف مرتبط مستمر محفوظ مؤجل مكتمل مطلوب منشور محرر
"""
_PREDICATE = "|".join(sorted(_PREDICATES.split(), key=len, reverse=True))
# Verbs that take no object, so that the noun behind one is its subject.
_VERBS_HE = {
    "يعاد": "تعاد", "يظل": "تظل", "يبقى": "تبقى", "يسري": "تسري", "ينتهي": "تنتهي", "يستمر": "تستمر", "يندرج": "تندرج", "يهدف": "تهدف",
    "يأتي": "تأتي", "يتضح": "تتضح", "ينعقد": "تنعقد", "يتواصل": "تتواصل", "يستند": "تستند", "يتعلق": "تتعلق", "ينبثق": "تنبثق",
    "انعقد": "انعقدت", "صدر": "صدرت", "استمر": "استمرت", "انتهى": "انتهت",
}  # fmt: skip
_VERBS_SHE = {she: he for he, she in _VERBS_HE.items()}
_PERSONS = "مشارك|موظف|مندوب|ممثل|مسؤول|مراقب|مدير|مترجم|متعاقد|مورد|مانح|نازح|لاجئ|مواطن|مسلم|باحث|متدرب|مرشح|عامل|معلم|صحفي|إعلامي|دبلوماسي|قانوني|فني|إداري|متحدث|مقرر|منسق|مستشار|مفوض|مستفيد|متضرر|مشرف|مدعو|معني|مختص|متطوع|مجتمع|مؤتمر|فلسطيني"
_PAIRS = "طرف|جانب|وزير|رئيس|وفد|شعب|مجلس"
_TENS = {"عشرون": "عشرين", "ثلاثون": "ثلاثين", "أربعون": "أربعين", "خمسون": "خمسين", "ستون": "ستين", "سبعون": "سبعين", "ثمانون": "ثمانين", "تسعون": "تسعين"}  # fmt: skip
_L = "[\u0621-\u064a]"
_E = r"(?![\u0621-\u064a])"  # the end of a word
_B = r"(?<![\u0621-\u064a])"
_END = r"[ ،,.؛:)\n]"
_ROOTS_ON = on_demand(r"^[يت](?:ك|تعا|عا|ها|تها|ص|خ|د|ل|م|تك|تل|تد|ه)ون$")
_NO_FEMININE = on_demand(
    r"^(?:[وفبكل]?ال|لل)(?:خليفة|علامة|طاغية|داعية|طلبة|راوية|نابغة|إثبات|اثبات|نبات|ثبات|سبات|بيات|وفيات|أصوات|أوقات|أبيات|أموات|أقوات|قضاة|ولاة|دعاة|رماة|سعاة|رعاة)$"
)
_FREE_WORDS = """
في من إلى على عن مع هذه تلك هذا ذلك أن إن بأن لأن فإن وإن وأن بين قبل بعد خلال أثناء عبر بموجب بشأن حول ضمن منذ حتى لدى نحو
تجاه ضد وفي ومن وإلى وعلى وعن ومع فيها فيه بها عليها منها لها إليها خلالها بهذه لهذه وهذه فهذه بتلك لتلك
"""
_FREE = frozenset(_FREE_WORDS.split())
# Participles that may be of a noun some words ahead, and "its" behind one, which then agrees with that.
_FAR_WORDS = "صادر وارد معتمد معقود منعقد متعلق خاص مرفق ممنوح مقترح التي الذي"
_FAR = frozenset(_FAR_WORDS.split())
_OF_ITS = ("ها", "هم", "هما", "هن", "ه", "ذكر")
_VERB = on_demand(r"^[وف]?س?ي[\u0621-\u064a]{3,}$|^[وف]?س[تن][\u0621-\u064a]{3,}$")


@dataclass(frozen=True)
class _Shape:
    """``sign``: what the scan looks for; ``text``: what must be there; the slip is one of its groups."""

    sign: str
    text: re.Pattern[str]
    instead: Callable[[str], str | None]
    is_free: bool = False


def _she(word: str) -> str | None:
    bare = word.removeprefix("ال")
    return _FEMININE_OF.get(bare) and word[: len(word) - len(bare)] + _FEMININE_OF[bare]


def _he(word: str) -> str | None:
    return "الأول" if word == "الأولى" else word.removesuffix("ة")


def _oblique(word: str) -> str:
    return word[:-2] + "ين"


def _nominative(word: str) -> str:
    return word[:-2] + "ون"


def _predicate(word: str) -> str:
    return "سارية" if word == "سار" else word + "ة"


@cache
def _with_ha() -> frozenset[str]:
    """Return feminine nouns as they are written with ha for their last letter."""
    named = {f"{one[:-1]}ه" for one, _, feminine in counted_nouns() if feminine and one[-1] == "ة"}
    return frozenset(named - {"منحه", "كلمه", "حاله", "دفعه", "ورشه", "شركه"})


def _with_ta(word: str) -> str | None:
    """Return the noun with ta marbuta: before an adjective without article there is no "his"."""
    return f"{word[:-1]}ة" if word in _with_ha() else None


_OBLIQUE = "من|إلى|على|عن|في|مع|بين|لدى|جميع|كافة|بعض|معظم|سائر|إن|أن|وإن|وأن|فإن|بأن|لأن|لكن|ولكن|لجميع|بجميع|وجميع"
_SHAPES = (
    # في الدورة السابق, الجهود المبذول
    _Shape(
        rf"(?:ات|ة|{_BROKEN}) ال(?:{_ADJ}){_END}",
        on_demand(rf"{_B}(?P<noun>[وفبك]{{0,2}}(?:ال|لل){_L}*(?:(?:ات|ة)|(?<=[األ])(?:{_BROKEN}))) (?P<slip>ال(?:{_ADJ})){_E}"),
        _she, is_free=True,
    ),
    # في الاجتماع القادمة
    _Shape(
        rf"(?:ال|لل)(?:{_NOUN}) ال(?:{_FEM}){_END}",
        on_demand(rf"{_B}(?P<noun>[وفبك]{{0,2}}(?:ال|لل)(?:{_NOUN})) (?P<slip>ال(?:{_FEM})){_E}"),
        _he, is_free=True,
    ),
    # الدورة الذي عقدت, الاجتماع التي عقد
    _Shape(
        r"(?:ات|ة) الذي ",
        on_demand(rf"{_B}(?P<noun>[وفبك]{{0,2}}(?:ال|لل){_L}*(?:ات|ة)) (?P<slip>الذي){_E}"),
        lambda _: "التي", is_free=True,
    ),
    _Shape(
        rf"(?:ال|لل)(?:{_NOUN}) التي ",
        on_demand(rf"{_B}(?P<noun>[وفبك]{{0,2}}(?:ال|لل)(?:{_NOUN})) (?P<slip>التي){_E}"),
        lambda _: "الذي", is_free=True,
    ),
    # تلك القرار
    _Shape(
        rf"تلك ال(?:{_NOUN}){_END}",
        on_demand(rf"{_B}(?P<slip>تلك) (?P<noun>ال(?:{_NOUN})){_E}"),
        lambda _: "ذلك",
    ),
    # ينعقد الدورة, يظل هذه الالتزامات
    _Shape(
        rf"(?:{'|'.join(_VERBS_HE)}) (?:هذه|تلك|ال[^ \n]+(?:ات|ة)|ال(?:{_BROKEN})){_END}",
        on_demand(rf"{_B}[وف]?س?(?P<slip>{'|'.join(_VERBS_HE)}) (?P<noun>هذه|تلك|ال(?!ساعة|ليلة|سنة|جمعة|مرة){_L}{{2,}}(?:ات|ة)|ال(?:{_BROKEN})){_E}"),
        _VERBS_HE.get,
    ),
    _Shape(
        rf"(?:{'|'.join(_VERBS_SHE)}) (?:هذا|ذلك|ال(?:{_NOUN})){_END}",
        on_demand(rf"{_B}[وف]?س?(?P<slip>{'|'.join(_VERBS_SHE)}) (?P<noun>هذا|ذلك|ال(?:{_NOUN})){_E}"),
        _VERBS_SHE.get,
    ),
    # أن يأذنون
    _Shape(
        rf" (?:أن|لن|لم|كي|لكي|بأن) [يت][^ \n]+ون{_END}",
        on_demand(rf"(?<=\s)(?:أن|لن|لم|كي|لكي|بأن) (?P<slip>[يت]{_L}{{2,}}ون){_E}"),
        lambda word: None if _ROOTS_ON.match(word) else word[:-1] + "ا",
    ),
    # لم تنتهي
    _Shape(
        rf" لم [يتن][^ \n]+[يىو]{_END}",
        on_demand(rf"(?<=\s)لم (?P<slip>[يتن]{_L}{{2,}}[يى]|[يتن](?:دع|رج|بد|خل|عد|تل|شك|نم)و){_E}"),
        lambda word: word[:-1],
    ),
    # من المشاركون, إن الموظفون
    _Shape(
        rf" (?:{_OBLIQUE}) ال(?:{_PERSONS})ون{_END}",
        on_demand(rf"(?<=\s)(?:{_OBLIQUE}) (?P<slip>ال(?:{_PERSONS})ون){_E}"),
        _oblique,
    ),
    _Shape(
        rf"[ \n](?:لل|بال)(?:{_PERSONS})ون{_END}",
        on_demand(rf"(?<=\s)(?P<slip>(?:لل|بال)(?:{_PERSONS})ون){_E}"),
        _oblique,
    ),
    # اتفق المشاركين
    _Shape(
        rf"(?:كان|اتفق|أعرب|شدد|رحب|أشاد|اجتمع|تعهد|وافق|تبادل) ال(?:{_PERSONS})ين{_END}",
        on_demand(rf"{_B}[وف]?(?:كان|اتفق|أعرب|شدد|رحب|أشاد|اجتمع|تعهد|وافق|تبادل) (?P<slip>ال(?:{_PERSONS})ين){_E}"),
        _nominative,
    ),
    _Shape(
        rf"(?:اتفق|أعرب|تبادل|رحب|شدد|تعهد|أشاد) ال(?:{_PAIRS})ين{_END}",
        on_demand(rf"{_B}[وف]?(?:اتفق|أعرب|تبادل|رحب|شدد|تعهد|أشاد) (?P<slip>ال(?:{_PAIRS})ين){_E}"),
        lambda word: word[:-2] + "ان",
    ),
    _Shape(
        rf" (?:من|إلى|على|مع|بين|لدى|عن|كلا|أن|إن|بأن) ال(?:{_PAIRS})ان{_END}",
        on_demand(rf"(?<=\s)(?:من|إلى|على|مع|بين|لدى|عن|كلا|أن|إن|بأن) (?P<slip>ال(?:{_PAIRS})ان){_E}"),
        lambda word: word[:-2] + "ين",
    ),
    # خلال ثلاثون يوما
    _Shape(
        rf" (?:من|إلى|على|في|خلال|بمبلغ|لمدة|مدة|بعد|قبل|غضون|نحو|زهاء) (?:{'|'.join(_TENS)}) ",
        on_demand(rf"(?<=\s)(?:من|إلى|على|في|خلال|بمبلغ|لمدة|مدة|بعد|قبل|غضون|نحو|زهاء) (?P<slip>{'|'.join(_TENS)})(?= )"),
        _TENS.get,
    ),
    # أن هناك عدد من
    _Shape(
        r"ن (?:هناك|ثمة) عدد من ",
        on_demand(r"(?:أن|إن) (?:هناك|ثمة) (?P<slip>عدد) من"),
        lambda _: "عددا",
    ),
    # وتكونوا الأعمال, الوفود المشاركون
    _Shape(
        rf"[يت]كون(?:وا|ون) ال(?:[^ \n]+(?:ات|ة)|{_BROKEN}){_END}",
        on_demand(rf"{_B}[وف]?(?P<slip>[يت]كون(?:وا|ون)) (?P<noun>ال{_L}*(?:(?:ات|ة)|(?<=ال)(?:{_BROKEN}))){_E}"),
        lambda _: "تكون",
    ),
    _Shape(
        rf"(?:ات|{_BROKEN}) ال(?:{_PERSONS})(?:ون|ين){_END}",
        on_demand(rf"{_B}(?P<noun>[وفبك]{{0,2}}(?:ال|لل)(?:{_BROKEN})) (?P<slip>ال(?:{_PERSONS})(?:ون|ين)){_E}"),
        lambda word: word[:-2] + "ة", is_free=True,
    ),
    # تجري البعثة أعماله
    _Shape(
        rf" ت[^ \n]+ ال[^ \n]+ة (?:أعمال|مهام|اجتماعات|جلسات|أنشطت)ه{_END}",
        on_demand(rf"(?<=\s)ت{_L}{{2,}} (?P<noun>ال{_L}+ة) (?P<slip>(?:أعمال|مهام|اجتماعات|جلسات|أنشطت)ه){_E}"),
        lambda word: word + "ا",
    ),
    # رحله دراسية
    _Shape(
        rf" [^ \n]{{2,}}ه [^ \n]{{3,}}ية{_END}",
        on_demand(rf"(?<=\s)[وبل]?(?P<slip>{_L}{{2,}}ه) (?P<noun>(?!ال){_L}{{3,}}ية){_E}"),
        _with_ta,
    ),
    # والدول الأعضاء مدعو إلى
    _Shape(
        rf" (?:{_PREDICATE}) (?:في|من|إلى|على|حتى|بعد|قبل|أمام|لدى|طي|ب[^ ]|ل[^ ])",
        on_demand(
            rf"(?:^|[.؛:\n] ?|{_B}(?:أن|إن|بأن|فإن|وأن) )[وف]?(?:(?:ت|ي)(?:ظل|بقى|كون|عد|عتبر) |لا تزال |ما زالت |كانت )?"
            rf"(?P<noun>(?:هذه )?ال{_L}*(?:(?:ات|ة)|(?<=ال)(?:{_BROKEN})))(?P<rest>(?: {_L}+){{0,5}}) (?P<slip>{_PREDICATE}) (?=[فمإعحبقألط])"
        ),
        _predicate,
    ),
)  # fmt: skip
_REACH, _BEHIND = 110, 4  # characters before the end of a sign, and behind it
SIGNS = tuple(
    Trigger(f"shape {number}", each.sign, begins=lambda _, end: end - 1)
    for number, each in enumerate(_SHAPES)
)
_RELATIVES = on_demand(
    r"(?:التي|الذي|الذين|والتي)|(?<![\u0621-\u064a])(?:ي|ت|ست|سي)(?=[\u0621-\u064a]{4,})(?!قرير|نفيذ|مويل|عاون|طوير|حديد|نظيم|دريب)"
)


def words_that_disagree(paper: Paper, hits: Hits) -> Iterator[Finding]:
    """Find the words of an Arabic text that their neighbours contradict."""
    told: set[int] = set()
    for number, shape in enumerate(_SHAPES):
        for _, end in hits.get(f"shape {number}", ()):
            start = max(0, end - _REACH)
            text = paper.text[start : end + _BEHIND]
            match = _last(shape, text, end - start)
            if match is None:
                continue
            groups = match.groupdict()
            noun = groups.get("noun") or ""
            if _NO_FEMININE.match(noun) or _RELATIVES.search(groups.get("rest") or ""):
                continue
            if shape.is_free and not _is_free(
                paper.text, start + match.start("noun"), noun, match["slip"]
            ):
                continue
            at = start + match.start("slip"), start + match.end("slip")
            instead = shape.instead(match["slip"])
            if instead and at[0] not in told and not is_quoted(paper.text, *at):
                told.add(at[0])
                yield disagreement(paper, at, instead)


def _last(shape: _Shape, text: str, end: int) -> re.Match[str] | None:
    line = text.replace("\n\n", ".\0").replace("\n", " ").replace("\0", "\n")
    found = [one for one in shape.text.finditer(line) if end - 9 <= one.end() <= end + 1]
    return found[-1] if found else None


def _is_free(text: str, start: int, noun: str, adjective: str) -> bool:
    """Tell whether the noun depends on no other, which the words behind it could be of.

    A participle such as "issued" may be of a noun further ahead, where a preposition leads to this.
    """
    before = text[max(0, start - 40) : start].replace("\n\n", ".").replace("\n", " ")
    behind = re.compile(rf" *({_L}+)").match(text, start + len(noun) + 1 + len(adjective))
    if behind and behind[1].endswith(_OF_ITS):
        return False  # "الدول الوارد ذكرها"
    is_far = adjective in _FAR or adjective.removeprefix("ال").removesuffix("ة") in _FAR
    if noun.startswith(("لل", "بال", "ولل", "وبال", "فبال", "كال")):
        return not is_far
    if not before.strip() or before.rstrip(" ")[-1:] in ".؛:":
        return True
    if noun.startswith(("وال", "فال")):
        return False
    words = re.findall(rf"{_L}+", before)
    if not words or not re.search(rf"{_L} $", before):
        return False
    if words[-1] in _FREE:
        return not is_far or words[-1].endswith(("هذه", "تلك", "هذا", "ذلك"))
    if _VERB.match(words[-1]):
        return True
    is_led = len(words) > 1 and words[-2] in ("أن", "لن", "لم", "قد", "سوف", "كي", "بأن")
    return is_led and words[-1][0] in "تني"
