"""Does the preamble of a draft name a ground: an instrument of the house, and not a blank.

A draft of an organ of the house rests on a resolution, the Charter or a meeting of the house. A
resolution of the United Nations beside it may support it; alone it gives the organ no mandate, and
good will, thanks or a blank give none either. Source: form of resolutions, in which the preamble
recalls the basis; what counts as one is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.formulas import OPERATIVE, PREAMBLE_GROUND
from clearance.review.checks.legal_basis.grounds import INSTRUMENT, blanks, unfilled
from clearance.review.checks.legal_basis.powers import names_house
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_OPENS_PREAMBLE = compiled(
    r"(?m)^\s*(?:the (?:general assembly|council|security council|conference|summit|islamic"
    r"|[\w-]+ (?:\w+ )?session|session\b|member states|states members|(?:[\w-]+ ){0,2}(?:committee"
    r"|commission|board|assembly|ministers|heads of))"
    r"|l'assemblee|le conseil|la conference|le sommet|la [\w-]+ (?:\w+ )?session|la session"
    r"|l[ea] (?:comite|commission|bureau)|les (?:etats membres|ministres|chefs d)|إن|الجمعية"
    r"|المجلس|مجلس"
    r"|المؤتمر)(?:[^\n]{0,200},|[^\n,]{0,200}\n *\([^\n()]{1,60}\) *,)"
)
# Whose instrument it is: one of the United Nations alone, or one in which the house has a part.
_NATIONS = (
    r"general assembly|security council|united nations|human rights council|assemblee generale|"
    r"conseil de securite|nations unies|conseil des droits|الجمعية العامة|مجلس الأمن|الأمم المتحدة|"
    r"مجلس حقوق الإنسان"
)
_OF_NATIONS = compiled(_NATIONS)
_OF_HOUSE = compiled(
    r"\b(?:oic|oci|islamic|islamique|foreign ministers|affaires etrangeres|ministeriel\w*|summit|"
    r"sommet|makkah|mecque)\b|التعاون الإسلامي|الإسلامي|وزراء الخارجية|القمة|مكة|المنظمة"
)
# Values, needs and feelings name no instrument: "in a spirit of brotherhood", "its solidarity".
_FEELING = compiled(
    r"[^,;\n]{0,40}\b(?:spirit|good ?will|brotherhood|fraternity|hopes?|desires?|needs?|importance|"
    r"role|urgency|gravity|solidarity|support|commitment|concerns?|sufferings?|hospitality|welcome|"
    r"determination|conviction|position|principles|values|teachings|ideals|responsibilit\w+|"
    r"challenges?|aspirations?|friendship|ties|bonds|esprit|fraternite|volonte|espoirs?|desirs?|necessite|besoins?|urgence|"
    r"gravite|solidarite|soutien|attachement|engagement|preoccupations?|souffrances?|hospitalite|"
    r"accueil|determination|amities?|liens|valeurs|principes|enseignements|responsabilites?|defis|aspirations|"
    r"(?:ال|ل|ب)?(?:روح|رغبة|أمل|نية|نوايا|حاجة|ضرورة|أهمية|دور|خطورة|تضامن\w*|دعم\w*|التزام\w*|قلق\w*|"
    r"معاناة|ضيافة|حفاوة|صداقة|روابط|علاقات|ترحيب|عزم\w*|موقف\w*|مبادئ|قيم|تعاليم|مسؤولي\w+|تحديات|تطلعات))(?!\w)"
)
_NAMES_ONE = compiled(
    r"\b(?:charter|resolutions?|decisions?|communiques?|declarations?|program(?:me)?s?|sessions?|summit|"
    r"council|conferences?|agreements?|conventions?|treat(?:y|ies)|covenants?|statutes?|rules|plans?|"
    r"strategy|reports?|objectives|purposes|organi[sz]ation|mandate|charte|statuts?|conseil|sommet|"
    r"accords?|traites?|pactes?|reglements?|strategie|rapports?|objectifs|buts|mandat|"
    r"(?:وال|بال|ال|لل|ل|ب)?(?:ميثاق|قرار\w*|مقرر\w*|بيان\w*|إعلان\w*|برنامج|برامج|دورة|دورات|قمة|مجلس|مؤتمر|اتفاق\w*|"
    r"معاهد\w+|عهد|نظام|خطة|استراتيجي\w*|تقرير|تقارير|أهداف|مقاصد|منظمة|ولاية))(?!\w)"
)
_ORGAN_OF_NATIONS = compiled(r"\s*(?:the |l[ea] |l')?(?:(?:ال)?جمعية|" + _NATIONS + ")")
# "The study completed on 4 May", "l'accord signé le 4 mai": what has a day and no title.
_UNTITLED = compiled(
    r"[^,;\n]{0,30}\b(?:(?:study|survey|report|agreement|memorandum|assessment|inquiry|workshop|seminar|conference|meeting|visit|work) (?:which was |that was )?(?:signed|completed|concluded|finished|held|carried out|prepared|published|made|done) (?:on|in|at)\b|"
    r"(?:etude|enquete|rapport|accord|memorandum|evaluation|atelier|seminaire|conference|reunion|visite|travaux) (?:qui a ete )?(?:signe|acheve|conclu|termine|tenu|realise|prepare|publie|effectue)e?s? (?:le|en|a|au)\b|"
    r"(?:ال|لل|بال|ب)?(?:دراسة|مسح|لمسح|تقرير|لتقرير|اتفاق|لاتفاق|اتفاقية|مذكرة|تقييم|تحقيق|ورشة|ندوة|مؤتمر|لمؤتمر|اجتماع|زيارة|أعمال) (?:(?:ال)?(?:منجز|موقع|مبرم|مكتمل|منتهي|معقود|منعقد|معد|منشور)ة?|التي (?:أنجزت|وقعت|أجريت|عقدت)|الذي (?:أنجز|وقع|أجري|عقد)) (?:في|ب|بتاريخ))"
)
# Whatever verb leads it in: its mandate, the Charter, a decision of an organ of the house.
_LAID_DOWN = compiled(
    r"\b(?:its mandate|(?:the|oic) charter(?! of the united)|(?:decision|resolution|declaration|communique)s? of the (?:islamic|council|oic|\w+ (?:islamic )?summit)|"
    r"(?:son|du) mandat|la charte(?! des nations)|(?:decision|resolution|declaration|communique)s? (?:final )?(?:du|de l[ea']) ?(?:sommet|conseil|oci|conference))\b|"
    r"(?<!\w)(?:ولايت\w+|(?:ال|لل|بال)?ميثاق|(?:ب|ل)?قرارات (?:ال)?(?:قمة|مجلس|منظمة))(?!\w)"
)
_LINE = on_demand(r"[^\n\W\d][^\n]+")
_RECITALS = 5000
_LONGEST = 600


def check_preamble(paper: Paper, level: Level) -> Iterator[Finding]:
    """Find a preamble none of whose paragraphs names a ground of the house."""
    skeleton = paper.skeleton
    opening = _OPENS_PREAMBLE.search(skeleton)
    if opening is None:
        return
    operative = OPERATIVE.search(skeleton, opening.end())
    end = operative.start() if operative else min(len(skeleton), opening.end() + _RECITALS)
    left = list(unfilled(paper, opening.end(), end))
    for place in left[:1]:
        yield found("LEG006", *place)
    if left or any(c.family == "oic" and opening.end() <= c.start < end for c in paper.citations):
        return
    grounds = [one for one in _recitals(paper, opening.start(), end) if not _is_none(paper, one)]
    if not grounds:
        yield found("LEG005", opening.start(), opening.end(), level=level)
    elif _is_of_house(paper, opening.start()) and all(_is_of_nations(skeleton, g) for g in grounds):
        yield found("LEG007", opening.start(), opening.end(), elsewhere=(grounds[0],))


def _recitals(paper: Paper, start: int, end: int) -> Iterator[Stretch]:
    """Yield the paragraphs that recall or invoke something, or name what the house laid down."""
    skeleton = paper.skeleton
    for line in _LINE.finditer(skeleton, start, end):
        if PREAMBLE_GROUND.match(skeleton, line.start(), line.end()):
            continue
        named = INSTRUMENT.search(skeleton, *line.span())
        if line.start() > start and named and _LAID_DOWN.search(skeleton, *line.span()):
            yield line.span()
    for ground in PREAMBLE_GROUND.finditer(skeleton, start, end):
        stop = min(
            (
                at
                for mark in ("\n\n", ";\n", ",\n")
                if (at := skeleton.find(mark, ground.end())) > 0
            ),
            default=end,
        )
        yield ground.start(), min(stop, end, ground.start() + _LONGEST)


def _is_none(paper: Paper, recital: Stretch) -> bool:
    """Tell whether a paragraph recalls no more than a feeling, or a blank."""
    skeleton = paper.skeleton
    words = PREAMBLE_GROUND.match(skeleton, *recital)
    edge = words.end() if words else recital[0]
    if _UNTITLED.match(skeleton, edge, recital[1]) and not _OF_HOUSE.search(skeleton, *recital):
        return True
    is_named = _NAMES_ONE.search(skeleton, edge, recital[1]) is not None
    if not is_named and _FEELING.match(skeleton, edge, recital[1]):
        return True
    return next(blanks(paper, *recital), None) is not None


def _is_of_nations(skeleton: str, recital: Stretch) -> bool:
    return (
        _OF_NATIONS.search(skeleton, *recital) is not None
        and _OF_HOUSE.search(skeleton, *recital) is None
    )


def _is_of_house(paper: Paper, at: int) -> bool:
    """Tell whether an organ of the house drafts, under its name."""
    return names_house(paper) and _ORGAN_OF_NATIONS.match(paper.skeleton, at) is None
