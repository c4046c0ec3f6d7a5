"""The state of the addressee where the body speaks of it: "the Government of X would designate".

"Your country, the Republic of X" names it outright. So does a formula that can mean only who is written to (the Government that is asked, the authorisation to
write to it, its participation, the lasting support for which it is thanked). Another state there
is a slip left from the letter that served as model. A sentence that names both is left alone.
Source: agreement in the letter itself; the formulas are our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import note_states
from clearance.review.checks.addressee.letter import Letter
from clearance.review.checks.sensitivity.circumstances import sentence_around
from clearance.review.finding import Finding
from clearance.review.mentions.states import StateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind, Language

_SPOKEN_OF = "the addressee's state spoken of"
_YOURS = "your country"
TRIGGERS = (
    Trigger(
        _YOURS,
        r"your (?:[a-z]+ ){0,2}(?:country|nation|government|homeland)\b|"
        r"votre (?:[a-z]+ ){0,2}(?:pays|nation|gouvernement|patrie)\b|(?:بلد|بلاد|دولت|حكومت|وطن)كم",
    ),
    *(Trigger(_SPOKEN_OF, words, literal=True)
    for words in (
        "government of", "participation of", "participation by", "authorities of", "authorities in", "experts of", "experts from", "delegation of", "support which", "support that", "hospitality of", "generosity of",
        "gouvernement de", "gouvernement du", "gouvernement d'", "participation de", "participation du", "participation d'", "autorités de", "autorités du", "autorités compétentes", "experts de", "experts du", "experts d'", "hospitalité d", "soutien qu", "appui qu",
        "حكومة", "لمشاركة", "مشاركة", "الجهات المختصة", "السلطات المختصة", "خبراء", "الدعم الذي", "كرم ضيافة",
        "people of", "leadership of", "سلطات",
    )),
)  # fmt: skip
# What stands between "your country" and its name: ", the brotherly Republic of".
_APPOSED = compiled(
    r"(?: (?!and|which|who|that|et|qui|que|و)[^\W\d_]+){0,2} ?,\s+"
    r"(?:(?:the|la|le|les|l'|of|de|du|des|d'|sister|brotherly|friendly|islamic|arab|federal|people's|"
    r"democratic|republic|kingdom|state|sultanate|union|republique|royaume|etat|sultanat|islamique|"
    r"arabe|federale|populaire|جمهورية|مملكة|دولة|سلطنة|الشقيقة?|الصديقة?)[ ']?)*$"
)
_FORMULA = compiled(
    r"\b(?:(?:authori[sz]ation|authority|leave|permission)(?: \S+){0,2}? to (?:address|write to|approach|contact|communicate with) (?:the )?(?:government|authorities) (?:of|in)|"
    r"(?:grateful|appreciate(?: it)?|appreciative|obliged|kind enough|request\w*|invit\w+|would ask)(?: \S+){0,6}? (?:if |that |to )?(?:the )?(?:government|(?:competent |relevant |national )?authorities|ministry|experts|delegation) (?:of|in|from)|"
    r"(?:designat|nominat|appoint|direct|instruct)\w*(?: \S+){0,5}? (?:experts?|representatives?|delegates?|delegation|authorities) (?:of|from|in)|"
    r"participation (?:of|by)(?=[^.;\n]{4,60}? (?:would|will|is|shall) (?:be|lend|add|enrich|contribute))|"
    r"(?:gratitude|appreciation|thanks?|thankful|indebted)(?: \S+){0,12}? (?:(?:support|assistance|contribution|hospitality|generosity|co-?operation) (?:which|that)|(?:hospitality|generosity) of)|"
    r"(?:appreciation|gratitude|thanks|tribute|thankful|grateful|indebted|thank)(?: \S+){0,4}? (?:to )?(?:the )?(?:government|people|authorities|leadership)(?: and (?:the )?(?:people|government))? of"
    r"(?=[^.;\n]{4,60}? for (?:its|their|the)(?: \S+){0,2}? (?:support|co-?operation|assistance|contribution|solidarity|commitment)\b(?! (?:to|in) (?:the )?(?:hosting|organi|holding|success)))|"
    r"(?:support|co-?operation|assistance|contribution|solidarity) (?:of|from|extended by|lent by|given by|provided by) (?:the )?(?:\S+ ){0,2}?(?:government|authorities|people) of(?=[^.;\n]{4,60}? (?:has|have) (?:always|long|ever|constantly|never|invariably))|"
    r"(?:autorisation|permission)(?: \S+){0,3}? (?:de |pour )?(?:m'adresser|nous adresser|s'adresser|ecrire) (?:au gouvernement|aux autorites) (?:de |du |d')?|"
    r"(?:sau(?:rais|rait|rions) gre|reconnaissante?|obligee?|bien vouloir|prie|demande|invite)(?: \S+){0,8}? (?:au |le |du |les |aux )?(?:gouvernement|autorites(?: competentes| nationales)?|ministere|experts|delegation) (?:de |du |d'|de la |de l')?|"
    r"participation (?:de |du |d')(?=[^.;\n]{4,70}? (?:revetirait|revetira|serait|sera|constituerait|enrichirait|est|contribuerait))|"
    r"(?:gratitude|reconnaissance|remerci\w+|appreciation)(?: \S+){0,12}? (?:(?:soutien|appui|concours|aide|contribution|hospitalite) (?:que |qu')|hospitalite (?:de |du |d'))|"
    r"(?:gratitude|reconnaissance|remerci\w+|appreciation|hommage)(?: \S+){0,4}? (?:au|aux|a la|a l'|le|les) ?(?:gouvernement|autorites(?: competentes| nationales)?|peuple) (?:de la |de l'|du |des |de |d')"
    r"(?=[^.;\n]{4,60}? (?:pour|de) (?:son|leur|sa|ses|leurs)(?: \S+){0,2}? (?:appui|soutien|concours|cooperation|aide|contribution|solidarite|engagement)\b)|"
    r"(?:appui|soutien|concours|cooperation|aide) (?:du |des |de la |de )?(?:gouvernement|autorites(?: competentes| nationales)?|peuple) (?:de la |de l'|du |des |de |d')(?=[^.;\n]{4,60}? (?:a|ont) (?:toujours|constamment|de tout temps|invariablement))|"
    r"(?:ال)?(?:إذن|تفويض)\w*(?: \S+){0,2}? (?:بمخاطبة|لمخاطبة|بالكتابة إلى|بمكاتبة) (?:حكومة|سلطات)|"
    r"(?:ممتن|شاكر|تكرم|تفضل|رجاء|يرجى|نرجو|أرجو|تود)\w*(?: \S+){0,8}? (?:ال)?(?:حكومة|(?:جهات|سلطات) المختصة|خبراء|وفد)(?: في| لدى)?|"
    r"(?<!\w)[وف]?(?:ستكون |تكون |تكتسي |تكتسب |سيكون )?ل?مشاركة(?=[^.؛\n]{4,50}? (?:أهمية|قيمة|أثرا?|دورا?)(?!\w))|"
    r"(?:شكر|امتنان|تقدير|عرفان)\w*(?: \S+){0,12}? (?:(?:ال)?(?:دعم|إسهام|مساندة) (?:الذي|التي) (?:ت|ي)قدم\w*|كرم (?:ال)?ضيافة)|"
    r"(?:ال)?(?:شكر|امتنان|تقدير|عرفان)\w*(?: \S+){0,4}? (?:ل|إلى )(?:حكومة|شعب|سلطات|قيادة)(?=[^.؛\n]{4,60}? (?:على|لقاء|ل) ?(?:دعم|مساندة|تعاون|إسهام|تضامن)\w*)|"
    r"(?:تعاون|دعم|مساندة) (?:حكومة|سلطات|(?:ال)?(?:جهات|سلطات) المختصة (?:في|ب|ل))(?=[^.؛\n]{4,60}? (?:محل|موضع|دائما|على الدوام)))"
)
_REACH = 70  # characters in which the state stands behind the formula
_BEFORE = 160


def check(paper: Paper, letter: Letter) -> Iterator[Finding]:
    """Find the first formula of the body that names another state than the addressee's."""
    body, hits = paper.anatomy.body, paper.hits(_SPOKEN_OF)
    if body is None or not (hits or paper.hits(_YOURS)):
        return
    own = _own(paper, letter)
    if len(own) != 1:
        return
    yield from _yours(paper, letter, own)
    yield from _by_formula(paper, letter, own)


def _yours(paper: Paper, letter: Letter, own: set[str]) -> Iterator[Finding]:
    """Find "your country, the Republic of X" where the letter goes to another."""
    states = letter.directory.states
    for _, end in paper.hits(_YOURS):
        named = states.read(paper.skeleton, end, min(len(paper.skeleton), end + _REACH + 20))
        if not named or named[0].iso3 in own:
            continue
        if _APPOSED.match(paper.skeleton, end, named[0].start):
            yield _told(paper, letter, named[0], next(iter(own)))
            return


def _told(paper: Paper, letter: Letter, mention: StateMention, iso3: str) -> Finding:
    states = letter.directory.states
    known = states.states.get(iso3)
    return found(
        "ADR024", mention.start, mention.end,
        suggestion=states.name(iso3, paper.language, formal=mention.formal),
        printed=" ".join(paper.text[mention.start : mention.end].split()),
        right=known.short if known else {Language.ENGLISH: iso3},
    )  # fmt: skip


def _by_formula(paper: Paper, letter: Letter, own: set[str]) -> Iterator[Finding]:
    hits, body = paper.hits(_SPOKEN_OF), paper.anatomy.body or (0, 0)
    subject = paper.anatomy.subject
    states = letter.directory.states
    (iso3,) = own
    told = -1
    for start, _ in hits:
        if not body[0] <= start < body[1] or start < told:
            continue
        if subject is not None and subject[0] <= start < subject[1]:
            continue  # what the letter is about
        first, last = sentence_around(paper, start, start)
        formula = _FORMULA.search(paper.skeleton, max(first, start - _BEFORE), last)
        if formula is None:
            continue
        end = min(last, formula.end() + _REACH)
        named = states.read(paper.skeleton, formula.end(), end)
        every = {one.iso3 for one in states.read(paper.skeleton, first, last)}
        told = last
        if not named or iso3 in every or len({one.iso3 for one in named}) > 1:
            continue
        yield _told(paper, letter, named[0], iso3)
        return


def _own(paper: Paper, letter: Letter) -> set[str]:
    """Return the states of the addressees: the directory's, else those that the blocks name."""
    own: set[str] = set()
    for addressed in letter.addressed:
        if addressed.match is not None and addressed.match.is_sure:
            own.update(filter(None, (addressed.match.entry.known.state,)))
        else:
            own.update(mention.iso3 for mention in addressed.states)
    if not own and paper.kind is Kind.NOTE_VERBALE:
        own.update(filter(None, (note_states.state_meant(paper, letter.directory),)))
    return own
