"""A paper that is marked as closed and says in another place that it is open, or less closed.

A second mark, the line of distribution, or a sentence on the paper itself: "Distribution: press".
Looked for in marked papers alone. The words are our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.review.wording import Param

_BEGIN = r"(?m)^[ \t\[(*-]*"
_OPEN = (
    r"unclassified|not classified|non[ -]?classifiee?s?|(?:a )?public(?:que)? document|document public|"
    r"(?:cleared )?for (?:general|public|immediate|press|unrestricted) (?:release|distribution|circulation|publication)|for publication|"
    r"(?:general|public|unrestricted) (?:release|distribution|circulation)|diffusion (?:libre|generale|publique|non restreinte|ouverte)|"
    r"غير مصنفة?|غير سرية?(?: ?- ?للنشر(?: \w+){0,3})?|للنشر(?: العام| الفوري| والتوزيع)?|(?:وثيقة|مذكرة) عامة|توزيع عام|عام التوزيع|متاحة? (?:للجميع|للعموم)"
)
_LABEL = (
    r"(?:(?:security|document|overall) )?(?:classification|confidentiality|marking|security|access)(?: level| marking)?|"
    r"(?:niveau|degre|mention) (?:de |de la )?(?:confidentialite|classification|protection|securite)|confidentialite|"
    r"درجة (?:السرية|التصنيف)|(?:ال)?تصنيف(?: الأمني| الوثيقة)?|مستوى (?:السرية|التصنيف)|السرية"
)
OPEN_LINE = compiled(
    rf"{_BEGIN}(?P<open>(?:(?:{_LABEL})[ \t]*:[ \t]*(?:{_OPEN}|public|publique|open|libre|general|ordinary|ordinaire|none|aucune|عامة?|عادية?|مفتوحة?|لا يوجد|بدون)"
    rf"|(?:{_OPEN})(?: ?[-\u2013\u2014/] ?(?:{_OPEN}|[^\n]{{0,12}}(?:publi|website|site|press|نشر)[^\n]{{0,30}}))?"
    r"(?: (?:on|sur|على|في) [^\n]{3,30})?))[ \t.*\])]*$"
)
_LISTED = (
    r"(?:list of )?(?:distribution|circulation|dissemination)(?: list)?|(?:liste de )?diffusion|destinataires|ampliations?|copies?(?: to| a)?|cc|"
    r"(?:قائمة |جهات )?التوزيع|(?:تو|يو)زع على|صورة(?: إلى)?|نسخة(?: إلى)?"
)
_TO_ALL = (
    r"(?<!\bof )(?<!\bde )(?<!\bdes )\b(?:press|media|presse|medias)\b(?! (?:department|office|officer|section|unit|advis[eo]r|service|centre|attache))|"
    r"\b(?:web ?site|internet|social (?:media|networks)|(?:general|wider) public|all staff|notice ?boards?|journalists|news agencies|"
    r"site (?:web|internet)|grand public|tout le personnel|reseaux sociaux|agences de presse|journalistes)\b|"
    r"الصحافة|وسائل (?:ال)?إعلام|الموقع (?:ال)?إلكتروني|الإنترنت|(?:عامة|عموم) الجمهور|جميع الموظفين|لوحات? الإعلانات|وكالات الأنباء|وسائل التواصل"
)
_DISTRIBUTED = compiled(rf"{_BEGIN}(?P<open>(?:{_LISTED})[ \t]*:[^\n]*?(?:{_TO_ALL})(?:[^\n]*))$")
_ITSELF_EN = (
    r"(?:this|the present) (?:letter|report|memorandum|memo|note|circular|paper|document|record)(?: and its annex(?:es)?)? "
    r"(?:is|will|may|shall|should|can|must)(?: to)?(?: also)? be (?:also )?(?:published|posted|released|made public|put on the (?:web ?site|internet)|"
    r"uploaded|(?:circulated|distributed|communicated|given|made available|handed) to the (?:press|media|public))"
)
_ITSELF_FR = (
    r"(?:la presente|le present|cette|ce) (?:lettre|rapport|memorandum|note|circulaire|document|proces-verbal)(?: et ses annexes)? "
    r"(?:sera|seront|peut etre|pourra etre|doit etre|devra etre|est a|est destinee? a etre)(?: egalement)? "
    r"(?:publiee?s?|publier|mettre en ligne|mise?s? en ligne|rendue?s? publi(?:c|que)s?|affichee?s?|"
    r"(?:diffus|communiqu|remettr|remis|distribu)\w* (?:a la presse|aux medias|au public|aux journalistes))"
)
_ITSELF_AR = (
    r"(?<!لا )(?<!لن )(?<!عدم )(?:(?:ي|ت)نشر|(?:ي|ت)وزع|(?:يجوز|يمكن|ينبغي|يتعين) (?:نشر|توزيع)|(?:ي|ت)تاح) "
    r"هذ[اه] (?:ال)?(?:رسالة|تقرير|مذكرة|تعميم|وثيقة|محضر|خطاب)[^.\n]{0,30}?(?:الموقع|الإنترنت|الصحافة|وسائل|الجمهور|العموم|علنا)"
)
_ITSELF = compiled(rf"(?P<open>\b(?:{_ITSELF_EN}|{_ITSELF_FR}|{_ITSELF_AR}))")
_TO_BE_OPEN = compiled(
    r"\b(?:to be (?:published|posted|released)|for (?:publication|release|the press)|may be (?:published|released)|"
    r"a (?:publier|diffuser|remettre a la presse|mettre en ligne|afficher)|pour (?:publication|diffusion)|(?:press|presse|web ?site|site internet|site web|media)\b)"
    r"|للنشر|(?:ين|تن)شر|الصحافة|وسائل (?:ال)?إعلام|الموقع"
)
_NOT = compiled(
    r"\b(?:not|no|never|ne pas|non|sans|interdit|ni)\b|(?<!\w)(?:لا|غير|عدم|دون|يحظر|يمنع)(?!\w)"
)


def other_mark(
    paper: Paper, mark: Stretch, rank: Param, others: list[tuple[Param, Stretch]]
) -> Iterator[Finding]:
    """Find the first place that opens a paper which the mark closes.

    ``others``: the marks of another level that the paper bears, the lowest first.
    """
    skeleton = paper.skeleton
    tail = skeleton[slice(*mark)]
    opened = _TO_BE_OPEN.search(tail)
    if opened and not _NOT.search(tail, 0, opened.end()):
        place: Stretch | None = (mark[0] + opened.start(), mark[1])
    else:
        match = OPEN_LINE.search(skeleton) or _ITSELF.search(skeleton)
        listed = None if match else _DISTRIBUTED.search(skeleton)
        if listed and not _NOT.search(listed["open"]):
            match = listed
        place = match.span("open") if match else None
        if place is None and others:
            place = others[0][1]
    if place is not None and others and place == others[0][1]:
        yield found(  # either of two marks may be the wrong one
            "POL009", *mark, elsewhere=(place,), mark=others[0][0],
            written=" ".join(paper.text[slice(*mark)].split()),
        )  # fmt: skip
    if place is not None:
        yield found(
            "POL009", *place, elsewhere=(mark,), mark=rank,
            written=" ".join(paper.text[slice(*place)].split()),
        )  # fmt: skip
