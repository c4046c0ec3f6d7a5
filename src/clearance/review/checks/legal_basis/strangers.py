"""Who signs or approves a paper of the house and stands nowhere in its register.

"Samia Qandil, Administrative Assistant" under a contract, "approuvé par" a consultant. A register
may lack a director; that it gives no power to a clerk is sure enough. Source: the mandate of the
Cabinet, second check; which posts are that low is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.powers import kind_of, names_house, officer_of
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

_LOW = compiled(
    r"[\s,(|\"*-]*(?:(?:post|title|function|position|designation|fonction|qualite|titre|(?:ال)?(?:وظيفة|منصب|صفة)) *[:|] *)?(?P<post>(?:(?:the|a|an|acting|junior|senior|temporary|local|administrative|executive|personal|programme|program|project|office|the [^\W\d_]+) )*"
    r"(?:(?:assistant(?! (?:secretary|director|general|under|legal|to the (?:secretary|director)))|clerk|typist|intern|trainee|consultant|translator|interpreter|accountant|technician|receptionist|driver|usher|messenger|archivist|volunteer|secretary(?= *(?:\n|$|,|(?:to|of|in|at) (?:the )?(?:department|section|office|unit|registry)))|(?:executive|private|personal|office) secretary|(?!chief |presiding )[^\W\d_]+ (?:officer|assistant|clerk)|(?:liaison|desk|protocol|finance|budget|travel|press) officer|focal point)"
    r"|(?:deputy )?(?:head|chief|supervisor) of (?:the )?(?:[^\W\d_]+ ){0,3}(?:section|unit|desk|branch|cell|team|pool|service))"
    r"|(?:assistante?(?! (?:secretary|director|general|under|legal|to the|d[eu] (?:secretaire|directeur)))|stagiaire|commis|dactylographe|consultante?|traduct(?:eur|rice)|interprete|comptable|technicien(?:ne)?|standardiste|chauffeur|huissier|archiviste|redact(?:eur|rice)|agent(?:e)? (?:administrati(?:f|ve)|de |d')|secretaire (?:de (?:direction|bureau)|particuliere?|du (?:service|bureau)|administratif|administrative)|chargee? d[e'](?: mission| programme| dossiers?| projets?)?|adjointe? administrati(?:f|ve))"
    r"|(?:la |le )?(?:chef|cheffe|responsable) (?:adjointe? )?(?:de |du |d')(?:la |l')?(?:section|unite|cellule|equipe|service|bureau(?! (?:politique|exterieur|humanitaire|du courrier)))"
    r"|(?:مساعدة? (?:إدارية?|مكتبية?|تنفيذية?|شخصية?|فنية?)|كاتبة?(?! (?:ال)?(?:دولة|عام))|سكرتيرة?|موظفة?|متدربة?|(?:خبيرة?|مستشارة?|استشارية?|متعاقدة?) مؤقتة?|استشارية?|مترجمة?|محاسبة?|فنية?|سائق|طابعة?|أمينة? (?:أرشيف|محفوظات)|باحثة?)(?!\w)"
    r"|رئيسة? (?:ال)?(?:شعبة|قسم|وحدة|خلية|فريق)(?!\w))"
    r"[^\n,(]{0,50}"
)
_KINDS = frozenset({Kind.LETTER, Kind.CONTRACT, Kind.CIRCULAR, Kind.REPORT, Kind.MEMORANDUM})
_HOUSE = compiled(
    r"\b(?:organi[sz]ation|secretariat|oic|oci|first party|premiere partie)\b[^\n]{0,60}\s*$|"
    r"(?:المنظمة|الأمانة العامة|التعاون الإسلامي|الطرف الأول)[^\n]{0,60}\s*$"
)
_SIDE = 90  # letters over a name in which its side stands
_TWO_WORDS = 2


def check_signature(paper: Paper) -> Iterator[Finding]:
    """Find a paper of the house that nobody signs but one of a low post, unknown to the register."""
    if not paper.context.signatories or kind_of(paper) not in _KINDS or not names_house(paper):
        return
    for signature in paper.anatomy.signatures:
        name, title = signature.name, signature.title
        if name is None or officer_of(paper, name, title) is not None:
            continue
        post = low_post(paper, name)
        if post is not None and _is_for_house(paper, name):
            yield found("LEG050", name[0], post[1], printed=_printed(paper, post))


def _is_for_house(paper: Paper, name: Stretch) -> bool:
    """Tell whether nobody else signs, or the name stands under the side of the house."""
    return (
        len(paper.anatomy.signatures) == 1
        or _HOUSE.search(paper.skeleton, max(0, name[0] - _SIDE), name[0]) is not None
    )


def low_post(paper: Paper, name: Stretch) -> Stretch | None:
    """Return the low post that stands right behind the name; None: there is none, or no name."""
    if len(paper.skeleton[slice(*name)].split()) < _TWO_WORDS:
        return None
    post = _LOW.match(paper.skeleton, name[1])
    return (post.start("post"), post.end()) if post else None


def _printed(paper: Paper, place: Stretch) -> str:
    return " ".join(paper.text[slice(*place)].split())
