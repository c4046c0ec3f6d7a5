"""For how long the Secretary-General is elected, and how often again, against the fact."""

from __future__ import annotations

import re

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.context import Fact
from clearance.review.mentions.numbers import words_before
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

SIGNS = (
    "elect", "renewable", "re-elected", "term of office", "mandate of", "appointed for",
    "élu", "élit", "renouvelable", "réélu", "mandat", "nommé pour",
    "ينتخب", "انتخاب", "للتجديد", "ولاية", "ولايته", "يعين",
)  # fmt: skip
# Words without one of which a sentence tells no term, and none that is renewed; soon looked for.
_OF_TERMS = tuple(map(pattern, (
    "year", "renew", "eligible", "re-elect", "reelect", " ans", "annees", "renouvel", "reelu",
    "سن", "عام", "جدد", "تجديد", "إعادة", "ثانية",
)))  # fmt: skip
_SG = r"(?:the )?(?:oic )?secretary[- ]general(?!'s? (?:report|representative))"
_SG_FR = r"(?:le |du )?secretaire general(?! adjoint)"
_SG_AR = r"(?:معالي )?(?:ال|لل)أمين العام(?! المساعد)"
# It is his term of which the sentence speaks.
_HIS = compiled(
    rf"\b(?:term(?: of office)?|mandate|tenure) of {_SG}\b|"
    rf"(?<!assistant )(?<!deputy )(?<!under-)\bsecretary[- ]general's (?:term|mandate|tenure)|"
    rf"(?<!assistant )(?<!deputy )(?<!under-)\bsecretary[- ]general [^.;,]{{0,24}}"
    rf"\b(?:elected|appointed|serves|holds office|renewable)\b|\belects {_SG}|"
    rf"(?<!assistant )(?<!deputy )(?<!under-)\bsecretary[- ]general, (?:who is (?:to be )?)?"
    rf"(?:elected|appointed)\b|\bsecretaire general, (?:qui est |lequel est )?(?:elu|nomme)\b|"
    rf"{_SG_AR},? (?:الذي |و)?(?:[يت]نتخب|المنتخب|المعين)|"
    rf"\b(?:mandat|election) {_SG_FR}\b|\belit {_SG_FR}\b|"
    rf"\b(?:le|du) secretaire general(?! adjoint) [^.;,]{{0,24}}\b(?:elu|nomme|mandat)\b|"
    rf"ولاي(?:ة|ته?) {_SG_AR}|\bو?[يت]نتخب (?:\w+ ){{0,4}}?{_SG_AR}|\b(?:و)?يعين {_SG_AR}|"
    rf"\bانتخاب {_SG_AR}|{_SG_AR} [^.;,]{{0,24}}(?:ينتخب|ولايته|يعين)"
)
_ANOTHER = compiled(
    r"\b(?:united nations|nations unies|arab league|league of arab|ligue (?:arabe|des)|union|"
    r"الأمم المتحدة|جامعة الدول|الاتحاد)\b"
)
_YEARS = compiled(r"(?:[ -]years?\b(?:'|s')?|\s+(?:ans|annees)\b|\s+(?:سنوات|سنة|أعوام|عاما?)\b)")
_FOR = compiled(
    r"(?:\b(?:for|of|pour|de|lasts|dure|est|is|لمدة|مدتها|مدته|مدة|قدرها|لفترة|ولاية)|d')"
    r"(?: (?:a |an |the |une |un )?(?:single |new |further |nouvelle |seule )?(?:term|period|"
    r"mandate|"
    r"duree|periode|mandat|فترة|مدة)(?: of| de| d'|,)?)?(?: only| maximum| ولاية)? ?$|\bل$|"
    r"\b(?:لولاية|ولايته|ولاية (?:معالي )?الأمين العام) (?:مدتها )?$|\bd'$"
)
_TERM_AFTER = compiled(r"[ -]years? (?:term|mandate|tenure|period)\b")
_NEVER = compiled(
    r"(?:not (?:be )?(?:renewable|renewed|eligible)|non-renewable|cannot be (?:renewed|"
    r"re-?elected)|"
    r"may not be re-?elected|without (?:the )?possibility of re|non renouvelable|"
    r"n'est pas (?:renouvelable|reeligible)|ne peut (?:pas )?etre (?:renouvele|reelu)|"
    r"غير قابلة? للتجديد|لا (?:يجوز|يمكن|يحق|تقبل|يقبل)[^.;]{0,20}(?:تجديد|التجديد|انتخاب|"
    r"لولاية ثانية))"
)
_OFTEN = compiled(
    r"(?:renew(?:able|ed)|re-?elected|re-?eligible|renouvelable|reelu|reeligible|renouvele|"
    r"قابلة? للتجديد|[يت]جدد\w*|التجديد|إعادة انتخابه)[^.;]{0,30}"
    r"\b(?:twice|two times|three times|thrice|indefinitely|more than once|several times|any number|"
    r"without limit|deux fois|trois fois|indefiniment|plusieurs fois|sans limite|"
    r"مرتين|لمرتين|ثلاث مرات|أكثر من مرة|مرات عدة|دون حد|بلا حد|لعدة مرات)"
)
_ONCE = compiled(
    r"\b(?:renewable (?:only )?once|renewable (?:for )?(?:one|a second)|once only|only once|"
    r"renouvelable (?:une (?:seule )?fois)|مرة واحدة|لمرة واحدة)"
)
_PAST = compiled(
    r"\b(?:was|were|had|former|previous|fut|avait|etait|ancien|precedent|كان|كانت|السابق|الأسبق)\b"
)
_DIGITS = on_demand(r"(?:[^\W\d_]+ \((?=\d))?(\d{1,2})(?:\)| ?\([^()\d]{2,20}\))?$")


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence gives the Secretary-General another term than the fact does."""
    skeleton = paper.skeleton
    said = skeleton[slice(*sentence)]
    if not any(word in said for word in _OF_TERMS) or not _HIS.search(said):
        return False
    if _ANOTHER.search(skeleton, *sentence) or _PAST.search(skeleton, *sentence):
        return False
    holds = fact.holds.lower()
    if "once" in holds and (
        _NEVER.search(skeleton, *sentence) or _OFTEN.search(skeleton, *sentence)
    ):
        return True
    is_never = "not renewable" in holds or "non-renewable" in holds
    if is_never and (_OFTEN.search(skeleton, *sentence) or _ONCE.search(skeleton, *sentence)):
        return True
    right = re.search(r"\d+", holds)
    told = _terms(skeleton, sentence)
    return bool(right and told) and all(years != int(right[0]) for years in told if right)


def _terms(skeleton: str, sentence: Stretch) -> list[int]:
    """Return the years that the sentence gives the term."""
    found: list[int] = []
    for years in _YEARS.finditer(skeleton, *sentence):
        end = years.start()
        digits = _DIGITS.search(skeleton, max(sentence[0], end - 26), end)
        words = None if digits else words_before(skeleton, end)
        if digits is None and words is None:
            continue
        start = digits.start() if digits else (words.start if words else end)
        is_term = _TERM_AFTER.match(skeleton, end, sentence[1])
        if not is_term and not _FOR.search(skeleton, max(sentence[0], start - 40), start):
            continue
        values = {int(digits[1])} if digits else set(words.values if words else ())
        if len(values) == 1:
            found.append(values.pop())
    return found
