"""The state of the addressee where the body speaks of it: "the Government of X would designate".

A formula that can mean only who is written to (the Government that is asked, the authorisation to
write to it, its participation, the support for which it is thanked) and that names another state
is a slip left from the letter that served as model. A sentence that names both is left alone.
Source: agreement in the letter itself; the formulas are our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.letter import Letter
from clearance.review.checks.sensitivity.circumstances import sentence_around
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_SPOKEN_OF = "the addressee's state spoken of"
TRIGGERS = tuple(
    Trigger(_SPOKEN_OF, words, literal=True)
    for words in (
        "government of", "participation of", "participation by", "authorities of", "authorities in", "experts of", "experts from", "delegation of", "support which", "support that", "hospitality of", "generosity of",
        "gouvernement de", "gouvernement du", "gouvernement d'", "participation de", "participation du", "participation d'", "autorités de", "autorités du", "autorités compétentes", "experts de", "experts du", "experts d'", "hospitalité d", "soutien qu", "appui qu",
        "حكومة", "لمشاركة", "مشاركة", "الجهات المختصة", "السلطات المختصة", "خبراء", "الدعم الذي", "كرم ضيافة",
    )
)  # fmt: skip
_FORMULA = compiled(
    r"\b(?:(?:authori[sz]ation|authority|leave|permission)(?: \S+){0,2}? to (?:address|write to|approach|contact|communicate with) (?:the )?(?:government|authorities) (?:of|in)|"
    r"(?:grateful|appreciate(?: it)?|appreciative|obliged|kind enough|request\w*|invit\w+|would ask)(?: \S+){0,6}? (?:if |that |to )?(?:the )?(?:government|(?:competent |relevant |national )?authorities|ministry|experts|delegation) (?:of|in|from)|"
    r"(?:designat|nominat|appoint|direct|instruct)\w*(?: \S+){0,5}? (?:experts?|representatives?|delegates?|delegation|authorities) (?:of|from|in)|"
    r"participation (?:of|by)(?=[^.;\n]{4,60}? (?:would|will|is|shall) (?:be|lend|add|enrich|contribute))|"
    r"(?:gratitude|appreciation|thanks?|thankful|indebted)(?: \S+){0,12}? (?:(?:support|assistance|contribution|hospitality|generosity|co-?operation) (?:which|that)|(?:hospitality|generosity) of)|"
    r"(?:autorisation|permission)(?: \S+){0,3}? (?:de |pour )?(?:m'adresser|nous adresser|s'adresser|ecrire) (?:au gouvernement|aux autorites) (?:de |du |d')?|"
    r"(?:sau(?:rais|rait|rions) gre|reconnaissante?|obligee?|bien vouloir|prie|demande|invite)(?: \S+){0,8}? (?:au |le |du |les |aux )?(?:gouvernement|autorites(?: competentes| nationales)?|ministere|experts|delegation) (?:de |du |d'|de la |de l')?|"
    r"participation (?:de |du |d')(?=[^.;\n]{4,70}? (?:revetirait|revetira|serait|sera|constituerait|enrichirait|est|contribuerait))|"
    r"(?:gratitude|reconnaissance|remerci\w+|appreciation)(?: \S+){0,12}? (?:(?:soutien|appui|concours|aide|contribution|hospitalite) (?:que |qu')|hospitalite (?:de |du |d'))|"
    r"(?:ال)?(?:إذن|تفويض)\w*(?: \S+){0,2}? (?:بمخاطبة|لمخاطبة|بالكتابة إلى|بمكاتبة) (?:حكومة|سلطات)|"
    r"(?:ممتن|شاكر|تكرم|تفضل|رجاء|يرجى|نرجو|أرجو|تود)\w*(?: \S+){0,8}? (?:ال)?(?:حكومة|(?:جهات|سلطات) المختصة|خبراء|وفد)(?: في| لدى)?|"
    r"(?<!\w)[وف]?(?:ستكون |تكون |تكتسي |تكتسب |سيكون )?ل?مشاركة(?=[^.؛\n]{4,50}? (?:أهمية|قيمة|أثرا?|دورا?)(?!\w))|"
    r"(?:شكر|امتنان|تقدير|عرفان)\w*(?: \S+){0,12}? (?:(?:ال)?(?:دعم|إسهام|مساندة) (?:الذي|التي) (?:ت|ي)قدم\w*|كرم (?:ال)?ضيافة))"
)
_REACH = 70  # characters in which the state stands behind the formula
_BEFORE = 160


def check(paper: Paper, letter: Letter) -> Iterator[Finding]:
    """Find the first formula of the body that names another state than the addressee's."""
    body, hits = paper.anatomy.body, paper.hits(_SPOKEN_OF)
    subject = paper.anatomy.subject
    if not hits or body is None:
        return
    own = _own(letter)
    if len(own) != 1:
        return
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
        mention = named[0]
        known = states.states.get(iso3)
        yield found(
            "ADR024", mention.start, mention.end,
            suggestion=states.name(iso3, paper.language, formal=mention.formal),
            printed=" ".join(paper.text[mention.start : mention.end].split()),
            right=known.short if known else {Language.ENGLISH: iso3},
        )  # fmt: skip
        return


def _own(letter: Letter) -> set[str]:
    """Return the states of the addressees: the directory's, else those that the blocks name."""
    own: set[str] = set()
    for addressed in letter.addressed:
        if addressed.match is not None and addressed.match.is_sure:
            own.update(filter(None, (addressed.match.entry.known.state,)))
        else:
            own.update(mention.iso3 for mention in addressed.states)
    return own
