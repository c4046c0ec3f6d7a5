"""Arabic letters that are written for one another where the wrong word is a word as well.

A dictionary has "شركه", "his partnership", and "علي", a name. What an official text means is told
by the lists of the lexicon, or by what stands beside the word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from clearance.data.lexicon import (
    arabic_letters,
    arabic_words_meant,
    general_words,
    house_words,
)
from clearance.data.lexicon.dictionaries import is_known
from clearance.data.lexicon.entries import Entries
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.stems import Stems, stems_of
from clearance.review.checks.language.words import words_after, words_before
from clearance.terms import Language

_ARABIC = Language.ARABIC
_ALEFS = str.maketrans("أإآ", "ااا")
_POSSESSING = ("ه", "ها", "هم", "هما", "نا")
_CLITIC = on_demand(r"[وف]?[بكل]?(?=..)")
_SHORTEST = 4
_RELATIVE = 4  # letters of an adjective in ya; a rare one has more
_NO_RELATIVE = "متينأ"  # so begin participles, nouns of action and verbs in ya
# The fifth and the sixth form of a verb end so in every tense: "يتولى", "تتوخى".
_FIFTH = on_demand(r"[وف]?[لس]?[يتن]ت\w{2,3}ي")
_OF_THEIRS = ("ها", "هم", "هما")  # such a noun is no name; "your letter" may reach "me"
_ARTICLES = ("ال", "وال", "بال", "فال", "لل")
_NO_WORDS = frozenset({"البنا"})  # a name

# What may stand for another word only where something stands beside it: see is_meant.
_BESIDE = {
    "علي": "على", "وعلي": "وعلى", "إلي": "إلى", "وإلي": "وإلى", "الي": "إلى",
    "لدي": "لدى", "ولدي": "ولدى", "الأولي": "الأولى", "الدعوي": "الدعوى", "لسنه": "لسنة",
    "سنه": "سنة", "دوله": "دولة", "لدوله": "لدولة", "بدوله": "بدولة", "ودوله": "ودولة",
}  # fmt: skip
_GOVERNING_WORDS = """
بناء الموافقة الاطلاع الحصول يجب الحفاظ المحافظة التأكيد التوقيع الرد الإشراف يشرف العمل علاوة
وبناء والموافقة والاطلاع للحصول تؤكد يؤكد نؤكد أكد أكدت وافق وافقت يوافق توافق حصل يحصل تحصل
عرض يعرض التصديق التعرف القضاء القائم القائمة يترتب تترتب المترتبة اعتمادا ردا وردا زيادة
بالموافقة تشرف تعمل يعمل الإجابة المصادقة صادق تنص ينص نصت المنصوص يشتمل تشتمل تحتوي يحتوي
للاطلاع
"""
_AFTER_ON_WORDS = """
أن أنه أنها ما من كل أي هذا هذه ذلك تلك الذي التي النحو جميع سبيل أساس وجه حساب عدم رأس مدى
ضوء نفقة غرار حد أكثر أقل نحو حدة سواء ذات نفس كافة مستوى أثر إثر سائر بعض بعد قدم
"""
_ALWAYS_AFTER_ON_WORDS = """
الأقل الاقل الأخص الاخص النحو الصعيد الفور الرغم التوالي السواء الأكثر الاكثر أن ان
"""
_NAMES_WORDS = """
محمد أحمد حسن حسين خليفة عبدالله الله سالم سعيد ناصر بن آل السيد الدكتور الشيخ الأمير الإمام
الشهيد القاضي المستشار الأستاذ الحاج السيدة عبد يوسف إبراهيم عيسى موسى خالد سلمان صالح حمد
راشد جاسم مريم المهندس المهندسة العميد العقيد اللواء الفريق النائب الوزير المدير السفير
السفيرة المرحوم المدعو العام الوالي الرئيس القائد المحامي المتهم الطاعن المواطن الأخ الطالب
الكاتب الصحفي الشاعر
"""
_STATES_WORDS = """
قطر الكويت فلسطين الإمارات ليبيا إسرائيل المقر مقر الرئاسة العضو أخرى عضو
"""
_GOVERNING = frozenset(_GOVERNING_WORDS.split())
_AFTER_ON = frozenset(_AFTER_ON_WORDS.split())
_ALWAYS_AFTER_ON = frozenset(_ALWAYS_AFTER_ON_WORDS.split())
_NAMES = frozenset(_NAMES_WORDS.split())
_STATES = frozenset(_STATES_WORDS.split())


def meant_by(word: str) -> str:
    """Return the word that is meant, as far as the word alone tells it; "": it is right.

    What is returned for a word of "_BESIDE" holds only where :func:`is_meant` says so.
    """
    right = arabic_words_meant().get(word) or _BESIDE.get(word)
    if right or (
        right := with_dad_or_za(word) or _with_letter_once(word) or _with_bare_article(word)
    ):
        return right
    if word[-1] == "ه":
        return _with_ta(word)
    if word[-1] == "ا" and word.startswith("ال") and word not in _NO_WORDS:
        return f"{word}ء" if word not in _bases() and f"{word}ء" in _bases() else ""
    if word[-1] == "ي" and _FIFTH.fullmatch(word):
        maqsura = f"{word[:-1]}ى"
        return maqsura if not is_known(word, _ARABIC) or is_known(maqsura, _ARABIC) else ""
    return _with_alef(word)


_ARTICLE_WITH_HAMZA = on_demand(r"(?P<before>[وفبك]?)[أإ]ل(?P<noun>\w{3,})")


def _with_bare_article(word: str) -> str:
    """Return the common word whose article bears a hamza, which a dictionary takes for "is it?"."""
    match = _ARTICLE_WITH_HAMZA.fullmatch(word)
    if match is None or match["noun"] not in _bases():
        return ""
    before = match["before"]
    is_other = stems_of(_ARABIC).stand_as(word[len(before) :])  # "ألقاب", "titles"
    return "" if is_other else f"{before}ال{match['noun']}"


# A letter twice that a dictionary takes for a prefix, an emphasis or a verb with an article.
_TWICE = on_demand(
    r"(?P<before>[وف]?)(?:ل(?=لل)|أ(?=أ))|"
    r"(?P<stem>\w+ن)ن(?=(?:ه|ها|هم|هما)$)|(?P<noun>[وفبك]?(?:ال|لل)(?:حد|حق|نص))[دقص]$"
)


def _with_letter_once(word: str) -> str:
    """Return the frequent word of which a letter stands twice: "الحقق", "لللشخص", "عننها"."""
    match = _TWICE.match(word)
    if match is None:
        return ""
    kept = match["before"] or match["stem"] or match["noun"] or ""
    right = kept + word[match.end() :]
    return right if right in _frequent() and word not in _frequent() else ""


_JOINED = frozenset({"ال", "وال", "بال", "فال", "كال", "لل"})
_NO_LETTER = on_demand('ـ*[0-9٠-٩A-Za-z«"(]')


def may_be_meant(word: str) -> bool:
    """Tell whether the word is right or wrong by what stands beside it."""
    return word in _BESIDE


def is_meant(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether what stands beside the word makes it a slip, where only that can tell."""
    if word in _JOINED and _NO_LETTER.match(text, end):
        return False  # "الـ44": an article that is joined to a number or to Latin letters
    if word not in _BESIDE:
        return True
    after, before = words_after(text, end), words_before(text, start)
    following, preceding = after[0] if after else "", before[-1] if before else ""
    plain = word.lstrip("وفبل") if word not in ("لدي", "ولدي") else "لدي"
    if plain == "علي":
        return _is_on(preceding, following)
    if plain in ("إلي", "الي", "لدي"):
        return (
            following.startswith("ال")
            or following.endswith(_OF_THEIRS)
            or following in _frequent()
            or text[end + 1 : end + 2].isdigit()
        )
    if plain == "الأولي":
        return preceding.endswith(("ة", "ات"))
    if plain == "الدعوي":
        return not preceding.startswith(_ARTICLES)
    if plain == "سنه":
        return text[end : end + 3].strip(" (")[:1].isdigit()
    return following in _STATES


def _is_on(preceding: str, following: str) -> bool:
    """Tell whether "علي" is the preposition, and no name: names stand among names."""
    if preceding in _GOVERNING or following in _ALWAYS_AFTER_ON:
        return True
    if preceding in _NAMES or following in _NAMES:
        return False
    if following in _AFTER_ON:
        return True
    is_no_name = preceding in _frequent() or preceding.startswith(_ARTICLES)
    if following.startswith("ال"):
        return is_no_name and (following[-1] != "ي" or following in _frequent())
    is_word = following in _frequent() or following.endswith(_OF_THEIRS)
    return is_word and len(following) > 3 and (not preceding or is_no_name)


def _with_ta(word: str) -> str:
    """Return the word with ta marbuta where its ha can hardly say "his"; "": it may."""
    bases, kept = _bases(), arabic_letters("possessed")
    if word in kept or word in bases:
        return ""
    clitic = _CLITIC.match(word)
    for cut in dict.fromkeys((clitic.end() if clitic else 0, 0)):  # "وسلامه" is "سلامه"
        base, stem = word[cut:], word[cut:-1]
        if cut and stems_of(_ARABIC).stand_as(word[:-1]):
            continue  # "فساده": no word is joined before it
        if len(base) < _SHORTEST or f"{stem}ة" not in bases:
            continue
        is_free = stem not in bases and not any(stem + each in bases for each in _POSSESSING)
        is_free = is_free or _in_ya(stem) or f"{stem}ة" in arabic_letters("unpossessed")
        return f"{word[:-1]}ة" if is_free and base not in kept and base not in bases else ""
    stem = word[:-1]
    is_rare = stem[:1] not in _NO_RELATIVE and _in_ya(stem) and _is_relative(stem)
    return f"{stem}ة" if is_rare else ""


def _in_ya(stem: str) -> bool:
    return stem[-1] == "ي" and len(stem) >= _RELATIVE


def _is_relative(stem: str) -> bool:
    """Tell whether a rare stem in ya is an adjective: no plural or dual that lost its nun."""
    return (
        len(stem) > _RELATIVE
        and is_known(f"{stem}ة", _ARABIC)
        and is_known(stem[:-1], _ARABIC)
        and not is_known(f"{stem}ن", _ARABIC)
    )


def _with_alef(word: str) -> str:
    """Return the word with the alef that it is known with; "": it is right, or two words are so."""
    if not _MAY_BEGIN_SO.match(word):
        return ""
    if word in _bases() or word in _frequent():
        return ""
    for cut in _begins_of_stems(word):
        stem = word[cut:]
        forms = _by_alef().get(stem.translate(_ALEFS), ())
        if stem in forms:
            return ""
        if len(forms) == 1 and stem.translate(_ALEFS) not in arabic_letters("two"):
            is_bare = stem[0] == "ا" and cut and not word[:cut].endswith(("ال", "لل"))
            is_said = stem[0] == "أ" and forms[0][0] == "ا" and not _NOUN.fullmatch(forms[0])
            if not is_said and not (is_bare and is_known(word, _ARABIC)):
                return word[:cut] + forms[0]
    return ""


_SWAPPED = str.maketrans("ضظ", "ظض")
_EITHER = on_demand("[ضظ]")
# Words that a dictionary has, or makes, which no official text means: "نضام", "ظابط".
_SURELY_WORDS = """
نضام أنضمة محافضة محافضات موضف موضفين موضفون موضفي وضيفة وضائف ضروف ضاهرة ملاحضة ملاحضات انتضار
انتضام لحضة حفض احتفاض نضافة نضرا عضيم تنضيم تنضيمية منضمات نضرية مناضرة حضيرة ظابط ظباط ظمان
ظمانات ظمن ظد ظرورة ظروري ظرورية ظريبة ظرائب ظغط ظغوط ظيف ظيوف ظيافة استظافة إظافة إظافية إظافي
أيظا بعظ عرظ معرظ رفظ قظية قظايا قظاء قاظي حظور حاظر محظر أرظ أراظي ماظي مظمون تفظل أفظل موظوع
موظوعات وظع أوظاع توظيح إيظاح واظح عظو أعظاء عظوية تعويظ تفويظ انخفاظ اعتراظ تظامن انظمام
مفاوظات تخفيظ فرظ رياظة مريظ غرظ أغراظ
"""
_SURELY = frozenset(_SURELY_WORDS.split())


def with_dad_or_za(word: str) -> str:
    """Return the common word that one of these two letters makes of this; "": it is right."""
    if not _EITHER.search(word):
        return ""
    right = word.translate(_SWAPPED)
    make = stems_of_frequent_words().make
    for cut in (0, *(len(one) for one in _ARTICLES if word.startswith(one)), 1):
        if word[cut:] in _SURELY and (cut != 1 or word[0] in "وفبكل"):
            return right
    if right in _frequent() or (make(right) and is_known(right, _ARABIC)):
        return "" if make(word) or is_known(word, _ARABIC) else right
    return ""


def _begins_of_stems(word: str) -> Iterator[int]:
    """Yield where a stem that begins with an alef may begin in the word."""
    if word[0] in _ALEF_LETTERS and not word.startswith("ال"):
        yield 0
    joined = _BEFORE_ALEF.match(word)
    if joined is not None:
        yield joined.end()


# Of words in a bare alef those that are no verb, which a letter in the first person has with a
# hamza: "أقترح", "أختار".
_NOUN = on_demand(r"(?:ات\w|ا\w{3,})ا\w+|ا\w+(?:ة|ي|يا)")
_ALEF_LETTERS = "اأإآ"
_BEFORE_ALEF = on_demand(rf"(?:[وف]?(?:[بك]?ال|لل|[بكل])|[وف])(?=[{_ALEF_LETTERS}]\w\w)")
_MAY_BEGIN_SO = on_demand(rf"(?!ال)[{_ALEF_LETTERS}]|{_BEFORE_ALEF.pattern}")


@cache
def _frequent() -> frozenset[str]:
    return general_words(_ARABIC) | house_words(_ARABIC)


@cache
def _bases() -> frozenset[str]:
    """Return the common words, and what is left of them without the words joined before."""
    found: set[str] = set()
    for word in _frequent():
        found.add(word)
        for begin in ("وال", "بال", "فال", "كال", "ولل", "ال", "لل"):
            if word.startswith(begin) and len(word) - len(begin) >= 3:
                found.add(word[len(begin) :])
    return frozenset(found)


@cache
def stems_of_frequent_words() -> Stems:
    """Return the common words as stems, of which a text makes others."""
    return Stems(_ARABIC, Entries.of(_bases()))


@cache
def _by_alef() -> dict[str, tuple[str, ...]]:
    """Return the common words that begin with an alef, by how they are written with a bare one."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(_bases()):
        if word[0] in "اأإآ" and len(word) > 2 and word[:2] != "ال":
            key = word.translate(_ALEFS)
            found[key] = (*found.get(key, ()), word)
    return found
