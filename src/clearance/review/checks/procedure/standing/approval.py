"""By whom a thing is approved, against the fact: by no other organ, and not by none."""

from __future__ import annotations

import re
from functools import lru_cache

from clearance.reading.skeleton import compiled, fold
from clearance.review.context import Fact
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

SIGNS = (
    "subsidiary organ", "subsidiary bod", "subsidiary institution", "organes subsidiaires",
    "institutions subsidiaires", "الأجهزة المتفرعة", "الأجهزة الفرعية", "المؤسسات المتفرعة",
    "budget of the general secretariat", "budget of the organi", "budget du secrétariat général",
    "budget de l'organisation", "ميزانية الأمانة العامة", "ميزانية المنظمة",
)  # fmt: skip
# What is approved, each by a word of every row.
_THINGS = {
    "subsidiary budgets": (
        r"\b(?:budgets?|ميزاني(?:ة|ات)\w*|[وبل]?(?:ال)?(?:موازن(?:ة|ات)))\b",
        r"\b(?:subsidiar\w+|subsidiaires?|(?:ال)?(?:متفرعة|فرعية))\b",
    ),
    "house budget": (
        r"\b(?:budgets?|ميزاني(?:ة|ات)\w*)\b",
        r"\b(?:general secretariat|secretariat general|(?:ال|لل)أمانة العامة|"
        r"budget of the organi[sz]ation|budget de l'organisation|ميزانية المنظمة)\b",
    ),
}
_ORGANS = {
    "council": (
        r"(?:council of foreign ministers|conseil des ministres(?: des affaires etrangeres)?|"
        r"\bcfm\b|"
        r"\bcmae\b|(?:ل)?مجلس وزراء الخارجية)"
    ),
    "summit": r"(?:islamic summit|sommet islamique|(?:مؤتمر )?(?:ال|لل)قمة الإسلامي\w*)",
    "finance": (
        r"(?:(?:permanent )?finance committee|comite (?:financier permanent|"
        r"permanent des finances)|"
        r"(?:ال|لل)?لجنة المالية(?: الدائمة)?)"
    ),
    "head": r"(?:secretary[- ]general|secretaire general|(?:معالي )?(?:ال|لل)أمين العام)",
    "secretariat": (
        r"(?:(?:the )general secretariat|(?:le )secretariat general|الأمانة العامة(?! ل?ميزان))"
    ),
    "permanent": (
        r"(?:committee of permanent representatives|comite des representants permanents|"
        r"لجنة (?:المندوبين|الممثلين) الدائمين)"
    ),
    "own": (
        r"(?:(?:their|its|the) (?:own |respective )?(?:governing |executive )?(?:boards?|"
        r"directors?|"
        r"general assembl(?:y|ies)|governing bod(?:y|ies))|(?:leurs?|"
        r"son) (?:propres? )?(?:conseils?|"
        r"directeurs?|assemblees?)|(?:مجالس إدار\w+|مديرو?ها|مجلس إدارت\w+|جمعيات\w+ العامة))"
    ),
    "host": r"(?:host (?:state|country)|pays hote|etat hote|دولة المقر|البلد المضيف)",
}
_ORGAN = {code: compiled(rf"\b{words}") for code, words in _ORGANS.items()}
_APPROVES = (
    r"(?:approv(?:ed?|es|al)|adopt(?:ed|s)|endors(?:ed|es)|voted|approuve\w*|adopte\w*|vote[es]*|"
    r"arrete\w*|approbation|[يت]عتمد\w*|[يت]قر\w{0,2}|[يت]وافق\w*|[يت]صادق\w*|اعتماد\w*|إقرار\w*|"
    r"موافقة)"
)
_VERB = compiled(rf"\b{_APPROVES}\b")
_BY = (
    r"(?: (?:each year|annually|chaque annee|سنويا))?[ ,]*(?:by|par|من قبل|من طرف|من)\s+"
    r"(?:the |le |la |l'|les )?"
)
_NEEDLESS = compiled(
    r"\b(?:need not|(?:do|does) not (?:need|have|require)|(?:is|are) not (?:required|subject)|"
    r"no longer (?:need|require|subject)|requires? no|without (?:the )?(?:prior )?(?:approval|"
    r"endorsement)|exempt from (?:the )?approval|n'ont pas (?:a|besoin)|n'a pas (?:a|besoin)|"
    r"(?:n'est|ne sont) (?:pas|plus) soumis\w*|ne requier\w+|ne necessit\w+|n'exig\w+|"
    r"sans (?:l'|avoir )?(?:approbation|etre approuve\w*)|dispense\w* de l'approbation|"
    r"(?:لا|لم تعد|ولا) (?:تحتاج|يحتاج|تستلزم|تستدعي|تخضع|يلزم|تتطلب|يتطلب|يشترط|تشترط|حاجة|ضرورة)|"
    r"(?:دون|بدون|بغير) (?:الحاجة إلى |حاجة إلى )?(?:موافقة|اعتماد|إقرار|العرض|عرضها)|"
    r"ليست بحاجة|معفاة من)"
)
_PAST = compiled(
    r"\b(?:was|were|had|fut|furent|avai\w+|a ete|ont ete|etai\w+|كان|كانت|تم|سبق|قد)\b|\b20\d\d\b"
)


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence has the fact's thing approved by another, or by nobody."""
    skeleton = paper.skeleton
    thing, organ = told(fact.holds)
    if not thing or not organ or _PAST.search(skeleton, *sentence):
        return False
    if not all(row.search(skeleton, *sentence) for row in _rows(thing)):
        return False
    if not _VERB.search(skeleton, *sentence):
        return False
    if _NEEDLESS.search(skeleton, *sentence):
        return True
    if _ORGAN[organ].search(skeleton, *sentence):
        return False
    return any(_by(code).search(skeleton, *sentence) for code in _ORGANS if code != organ)


def told(line: str) -> tuple[str, str]:
    """Return thing and organ of a line such as "Budgets of X are approved by the Council"."""
    folded = fold(line).skeleton
    thing = next((code for code in _THINGS if all(r.search(folded) for r in _rows(code))), "")
    organ = next((code for code in _ORGANS if _by(code).search(folded)), "")
    return thing, organ


@lru_cache(maxsize=8)
def _rows(thing: str) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(row) for row in _THINGS[thing])


@lru_cache(maxsize=16)
def _by(organ: str) -> re.Pattern[str]:
    """Return what says that the organ approves: "approved by it", "it approves", "يعتمدها"."""
    words = _ORGANS[organ]
    return compiled(
        rf"\b{_APPROVES}{_BY}{words}|\b{_APPROVES}\b[^.;]{{0,60}} (?:من قبل|من طرف) {words}|"
        rf"\b{words} (?:alone |itself |seul |shall |will |may )?{_APPROVES}"
        rf"|\b[يت](?:عتمد|قر|وافق على|صادق على)\w* {words}|\b(?:اعتماد|إقرار|موافقة|"
        rf"بموافقة) {words}"
        rf"|\b(?:approval|endorsement) (?:of|by) (?:the )?{words}"
        rf"|\bapprobation (?:du |de la |de l'|de ){words}"
    )
