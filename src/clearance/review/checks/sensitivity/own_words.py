"""Quotation marks that quote nobody: what the paper itself prescribes, or a title that it gives.

"The name “…” is to be written in full", "a workshop on “…”": there the words are the house's own,
and the marks do not excuse them. Our guess; whoever is told to say so makes a quotation of it.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.sensitivity.circumstances import sentence_around
from clearance.review.paper import Paper

_PRESCRIBED = compiled(
    r"\b(?:(?:to|shall|should|must|will) (?:always |henceforth |only )?be (?:always |henceforth |only )?(?:written|used|employed|spelt|spelled|printed|retained|referred to)\b(?! by)|"
    r"(?:shall|should|must|will|to) (?:write|use|employ|adhere to|abide by)\b|"
    r"(?:approved|official|correct|adopted|established|agreed|standard) (?:\w+ )?(?:names?|terms?|designations?|terminology|wordings?|usage)|"
    r"(?:names?|terms?|designations?|terminology|wordings?) (?:approved|adopted|agreed|established|in use|of the organi[sz]ation)|"
    r"on (?:ecrira|emploiera|utilisera)|(?:sera|seront|doit etre|doivent etre|devra etre|devront etre) (?:toujours )?(?:ecrit|employe|utilise|retenu|imprime)e?s?\b(?! par)|"
    r"(?:appellations?|denominations?|termes?|designations?|terminologie|noms?) (?:officiel|approuve|retenu|en usage|consacre|adopte|agree|qu'emploie|de l'organisation)\w*|"
    r"(?:emploi|utilisation|usage) (?:exclusif )?(?:du terme|des termes|de l'appellation|des appellations|de la denomination|des denominations|du nom))"
    r"|(?<!\w)[وف]?(?:ي|ت|ن)(?:كتب|ستعمل|ستخدم|راعى)\b(?!ها)|(?:ال|لل|بال)(?:تسمي|مصطلح|أسماء|اسم|عبار|صيغ|صياغ)\w* (?:ال)?(?:معتمد|رسمي|مقرر|متفق|صحيح)"
    r"|(?:كتابة|استعمال|استخدام) (?:ال)?(?:تسمي|مصطلح|اسم|عبار|صيغ)"
)
_DENIED = compiled(
    r"\b(?:not|never|avoid\w*|instead|rather|no longer|replac\w*|refrain\w*|wrong\w*|incorrect\w*|us(?:ed|es) by|"
    r"ne|pas|jamais|eviter\w*|au lieu|plutot que|remplac\w*|s'abst\w+|erronee?s?|bann\w+|proscri\w+)\b"
    r"|(?<!\w)(?:[وف]?لا(?! سيما)|[وب]?عدم|غير|بدلا|عوضا|تجنب|دون|يحظر|يمنع|الامتناع|خطأ)(?!\w)"
)
_TITLED = compiled(
    r"(?:\b(?:entitled|titled|on the theme(?: of)?|under the (?:title|theme)(?: of)?|intitulee?s?|sur le theme(?: de)?|sous le (?:titre|theme)(?: de)?)"
    r"|\b(?:resolutions?|reports?|meetings?|workshops?|seminars?|conferences?|sessions?|symposiums?|items?|exhibitions?|stud(?:y|ies)|papers?|notes?|panels?|lectures?)"
    r"(?: \S+){0,3} (?:on|concerning|regarding|about)"
    r"|\b(?:resolutions?|rapports?|reunions?|ateliers?|seminaires?|conferences?|sessions?|colloques?|points?|expositions?|etudes?|notes?|exposes?)"
    r"(?: \S+){0,3} (?:sur|concernant|relatif a|relative a|consacree? a|portant sur|au sujet de)"
    r"|\b(?:an?|the|under|new|this|un|une|le|la|les|du|au|l'|ce|cette)(?: \S+){0,2}? ?(?:items?|files?|headings?|folders?|topics?|subjects?|points?|dossiers?|rubriques?|volets?|sujets?|chapitres?)(?: \d+)?,?"
    r"|(?:بند|ملف|موضوع|محور|باب)\S*|(?:المعنونة?|بعنوان|الموسومة?|تحت شعار|تحت عنوان)"
    r"|(?:قرار|تقرير|اجتماع|ورشة|ندوة|مؤتمر|دورة|بند|معرض|دراسة|مذكرة|محاضرة)\S*(?: \S+){0,3} (?:بشأن|حول|عن|الخاصة? ب|المتعلقة? ب))"
    r"[:،,]? ?[\"“«„]$"
)
_ANOTHERS = compiled(
    r"\b(?:claim|alleg|so-called|according to|sai[dy]|says|stat(?:ed|es|ing)\b|declar|laws?\b|bills?\b|act\b|media|press\b|propagand|"
    r"call(?:s|ed|ing)\b|describ|label|reject|condemn|denounc|deplor|quot|broadcast|newspaper|books?\b|publish|knesset|maps?\b|speech|"
    r"pretend|soi-disant|selon|affirm|declar|lois?\b|presse\b|propagande|qualifi|appel(?:le|ait)|decri|rejet|condamn|denonc|deplor|journal|livres?\b|cartes?\b|discours)"
    r"|زعم|مزعوم|يسمى|تسمى|المسماة?|وفقا ل|حسب|صرح|أعلن|إعلان|قانون|إعلام|صحيفة|كتاب|وصف|يدين|تدين|إدانة|رفض|ترفض|يرفض|شجب|الكنيست|خريطة|خرائط|خطاب"
)
_OPENING = on_demand(r"[“«„]|(?<=[\s(])[وب]?\"(?=\w)")
_REACH = 90  # characters before a quotation in which a title is announced


def is_own_in_quotes(paper: Paper, start: int, end: int) -> bool:
    """Tell whether a quoted place holds the house's own words."""
    skeleton = paper.skeleton
    first, last = sentence_around(paper, start, end)
    around = f"{skeleton[first:start]} \x01 {skeleton[end:last]}"
    if _PRESCRIBED.search(around):
        # after the next quotation begins, what is denied is that one
        following = _OPENING.search(paper.text, end, last)
        beside = skeleton[end : following.start() if following else last]
        return _DENIED.search(f"{skeleton[first:start]} \x01 {beside}") is None
    opening = max(paper.text.rfind(mark, first, start) for mark in '"“«„')
    if opening < 0 or _TITLED.search(skeleton[max(0, opening - _REACH) : opening + 1]) is None:
        return False
    return _ANOTHERS.search(around) is None
