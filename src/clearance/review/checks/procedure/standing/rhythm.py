"""How often an organ meets, against the fact: every two years, once a year, twice a year."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.context import Fact
from clearance.review.mentions.numbers import words_before
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

# The organs that the rule may be about, by their names in the three languages.
_ORGANS = {
    "summit": (
        r"islamic summit|sommet islamique|conference islamique au sommet|القمة الإسلامي\w*|"
        r"\b(?:ordinary|regular|oic) summits?\b|\bsommets? ordinaires?\b|\bsommet de l'oci\b|"
        r"القمة العادية|قمة المنظمة"
    ),
    "council": (
        r"council of foreign ministers|conseil des ministres des affaires etrangeres|"
        r"مجلس وزراء الخارجية"
    ),
    "finance": (
        r"permanent finance committee|comite financier permanent|comite permanent des finances|"
        r"اللجنة المالية الدائمة"
    ),
    "commission": (
        r"independent permanent human rights commission|commission permanente independante des "
        r"droits|الهيئة الدائمة المستقلة لحقوق الإنسان"
    ),
    "comcec": r"\bcomcec\b|كومسيك",
}
_ORGAN = {code: compiled(words) for code, words in _ORGANS.items()}
SIGNS = (
    "ordinary summit", "regular summit", "sommet ordinaire", "القمة العادية",
    "islamic summit", "sommet islamique", "conférence islamique au sommet", "القمة الإسلامي",
    "council of foreign ministers", "conseil des ministres des affaires étrangères",
    "مجلس وزراء الخارجية", "permanent finance committee", "comité financier permanent",
    "اللجنة المالية الدائمة", "comcec", "كومسيك",
)  # fmt: skip
_MEETS = compiled(
    r"\b(?:meets?|met|convenes?|convened|held|holds?|sits?|assembles?|(?:ordinary|regular|annual) "
    r"sessions?|takes? place|gathers?|se reuni\w+|se (?:tien\w+|tenir)|siege\w*|tien\w+|sessions? "
    r"ordinaires?|convoque\w*|"
    r"و?س?[يت](?:عقد|نعقد|جتمع|لتئم)|انعقاد\w*|دورات\w*|دورة|دورته|عقد)\b"
)
_MANY = compiled(
    r"\b(?:every|each|once in|tous les|toutes les|une fois en|chaque|كل|مرة في)\s+"
    r"(?P<what>[^.;,]{0,16}?)(?P<unit>(?:years?|ans|annees?|annee|سنوات|سنة|سنتين|عام|عامين|أعوام|months?|mois|أشهر|شهرا?|شهرين)\b)"
)
_A_YEAR = compiled(
    r"\b(?:(?P<once>once|one time|une fois|مرة(?: واحدة)?)|(?P<twice>twice|two times|deux fois|"
    r"مرتين)|"
    r"(?P<thrice>three times|thrice|trois fois|ثلاث مرات))\s+(?:a|per|each|every|par|l'|dans l'|"
    r"في|كل)"
    r"\s*(?:ال)?(?:year|an|annee|سنة|عام)\b"
)
_ADVERB = compiled(
    r"\b(?:(?P<y12>annually|annuellement|yearly|سنويا)|(?P<y24>biennial(?:ly)?|biennale?s?|two-yearly|biennaux)|"
    r"(?P<y36>triennial(?:ly)?|triennale?s?|triennaux|three-yearly)|(?P<y48>quadrennial(?:ly)?|quadriennale?s?|four-yearly)|(?P<y6>biannual(?:ly)?|semestriel\w*|نصف سنوي\w*))\b"
)
_UNIT = (
    r"(?P<unit>(?:years?|ans|annees?|سنوات|سنة|سنتين|سنتان|عام|عامين|عامان|أعوام|months?|mois|أشهر|"
    r"شهرا?|شهرين)\b)"
)
# "three years after the previous one", "بعد ثلاث سنوات من سابقتها"
_AFTER_LAST = compiled(
    rf"\b(?P<what>[\w'-]+(?: \(\d+\))?) {_UNIT} (?:after|following|from|apres|suivant|من|على|عن) "
    r"(?:the |its |le |la |sa |son |celui qui |celle qui |انعقاد |عقد |تاريخ |موعد )?(?:last|"
    r"previous|preceding|precede\w*|derni\w+|سابق\w*|(?:ال)?(?:قمة|دورة|مؤتمر) (?:ال)?سابقة?|"
    r"(?:ال)?سابقة?)\b"
)
# "a three-year cycle", "at intervals of three years", "une périodicité de trois ans"
_CYCLE = compiled(
    r"\b(?P<year_cycle>[\w]+)-year(?:ly)? (?:cycle|interval|periodicity|rotation|frequency|basis|"
    r"rhythm)s?\b|\b(?:cycles?|intervals?|periodicity|frequency|intervalles?|periodicite|frequence|"
    r"rythme|ب?فواصل|ب?فاصل|فترات|دورية)(?: زمنية?)?(?: of | de | d'un | d'une | قدرها? | مدتها? |"
    rf" كل | )(?P<what>[\w'-]+(?: \(\d+\))?) ?{_UNIT}"
)
_CYCLE_AR = compiled(
    r"\b(?:ب|ل|لل)?(?:ال)?(?:دورية|وتيرة|دورات) (?:ال)?(?:(?P<y36>ثلاثية|ثلاث سنوية)|"
    r"(?P<y24>ثنائية)|(?P<y12>سنوية)|(?P<y6>نصف سنوية))\b"
)
_TURNS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
# "the triennial Islamic Summit", "la session triennale du Sommet": the word itself says it meets.
_BESIDE = compiled(
    r"\b(?:annual|biennial|triennial|quadrennial|(?:two|three|four)-yearly) (?:ordinary |regular )?(?:sessions? of the |meetings? of the )?$"
    r"|\b(?:sessions?|reunions?) (?:ordinaires? )?(?:annuelles?|biennales?|triennales?|quadriennales?) (?:du |de la |de l')?$"
)
_DUAL = on_demand(fold("سنتين").skeleton + "|" + fold("عامين").skeleton)
_HISTORY = compiled(
    r"\b(?:until(?! then)|before|formerly|previously|used to|was|were|jusqu(?!e-la)\w*|auparavant|anciennement|"
    r"etait|"
    r"avant|قبل|حتى|سابقا|كان|كانت)\b|\b(?:19|20)[01]\d\b"
)


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence says that the fact's organ meets at another interval."""
    skeleton = paper.skeleton
    held = fold(fact.holds).skeleton
    organ = next((each for each in _ORGAN.values() if each.search(held)), None)
    right = months_told(held, 0, len(held))
    if organ is None or right is None or not organ.search(skeleton, *sentence):
        return False
    if _HISTORY.search(skeleton, *sentence):
        return False
    if not _MEETS.search(skeleton, *sentence) and not any(
        _BESIDE.search(skeleton, max(sentence[0], one.start() - 70), one.start())
        for one in organ.finditer(skeleton, *sentence)
    ):
        return False
    told = months_told(skeleton, *sentence)
    return told is not None and told != right


def organ_told(line: str) -> bool:
    """Tell whether the line, in the letters of the skeleton, names an organ that is known here."""
    return any(organ.search(line) for organ in _ORGAN.values())


def months_told(skeleton: str, start: int, end: int) -> int | None:
    """Return the interval in months that the stretch tells; None: it tells none."""
    if often := _A_YEAR.search(skeleton, start, end):
        return 12 if often["once"] else 6 if often["twice"] else 4
    if adverb := _ADVERB.search(skeleton, start, end):
        return int((adverb.lastgroup or "y0")[1:])
    if cycle := _CYCLE_AR.search(skeleton, start, end):
        return int((cycle.lastgroup or "y0")[1:])
    cycle = _CYCLE.search(skeleton, start, end)
    if cycle and cycle["year_cycle"]:
        return _many(skeleton, cycle.end("year_cycle"), cycle["year_cycle"], 12)
    every = _MANY.search(skeleton, start, end) or cycle or _AFTER_LAST.search(skeleton, start, end)
    if every is None:
        return None
    unit = 1 if re.match(r"mo|" + fold("شهر|أشهر").skeleton, every["unit"]) else 12
    if _DUAL.match(every["unit"]) or every["unit"] == fold("شهرين").skeleton:
        return 2 * unit
    what = every["what"].strip()
    if not what:
        return unit
    if what in _TURNS:
        return _TURNS[what] * unit
    end_of_what = every.end("what") - (len(every["what"]) - len(every["what"].rstrip()))
    return _many(skeleton, end_of_what, what, unit)


def _many(skeleton: str, end: int, what: str, unit: int) -> int | None:
    """Return how many months the number before the place tells, in digits or in words."""
    if what.isdigit():
        return int(what) * unit
    words = words_before(skeleton, end)
    return max(words.values) * unit if words and len(words.values) == 1 else None
