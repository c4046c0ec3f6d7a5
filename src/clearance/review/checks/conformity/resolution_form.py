"""The form of a draft resolution: preamble, operative part, follow-up. Mostly advice.

The styles of the United Nations and of the Organisation differ in verbs and punctuation; both are
right, so that what is said here is a note; only that an organ of the house asks nobody to follow
its resolution up is a warning. Source: the forms read in resolutions of both.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_PREAMBLE = compiled(
    r"(?m)^[ _*]*(?:(?:deeply |gravely |further |also |fully |having )*"
    r"(?:recall|reaffirm|affirm|not|recogni[sz]|welcom|express|bear|consider|convinc|concern|guid|emphasi[sz]|stress|acknowledg|"
    r"tak|proceed|aware|mindful|commend|deplor|reiterat|appreciat|pursuant|having)(?:ing|ed)?\b|"
    r"(?:rappelant|reaffirmant|notant|considerant|ayant|prenant|se felicitant|consciente?|guidee?|"
    r"convaincue?|exprimant|reconnaissant|soulignant|saluant|preoccupee?)\b|"
    r"(?:إذ |وإذ |استنادا|انطلاقا|استرشادا))[^\n]*"
)
_OPERATIVE = compiled(
    r"(?m)^[ _*]*\d{1,2} ?[.)-][ _*]*(?:\w+ )?(?:calls|requests|decides|urges|reaffirms|affirms|"
    r"welcomes|condemns|invites|expresses|notes|commends|appeals|encourages|stresses|emphasi[sz]es|"
    r"supports|takes|reiterates|recommends|adopts|approves|demands|appreciates|mandates|deplores|"
    r"demande|prie|decide|invite|reaffirme|affirme|se felicite|condamne|exhorte|exprime|note|"
    r"appelle|encourage|souligne|recommande|approuve|adopte|exige|salue|prend|reitere|charge|"
    r"ي\w{2,}|ت\w{2,})\b"
)
_FOLLOW_UP = compiled(
    r"secretary[- ]general.{0,160}(?:follow|report|implement)|secretaire general.{0,160}"
    r"(?:suiv|suivi|rapport|application|mise en oeuvre)|الأمين العام.{0,160}(?:متابعة|تقرير|تنفيذ)"
)

# Or the organ keeps the matter itself, or a body that it sets up does.
_KEPT = compiled(
    r"(?:remain(?:s)?|be|is|keep(?:s)?)(?: actively)? (?:seized|seised|under review)|"
    r"(?:provisional )?agenda of (?:its|the) [^.;\n]{0,40}session|"
    r"(?:demeurer?|reste(?:r|ra)?) (?:activement )?saisie?|a l'ordre du jour (?:provisoire )?de (?:sa|la)|"
    r"قيد (?:ال)?نظر|(?:جدول|مشروع جدول) (?:ال)?أعمال (?:ال)?(?:مؤقت )?(?:ل)?دورت?|"
    r"(?:committee|group|mission|delegation|comite|commission|groupe|(?:ال)?لجنة|(?:ال)?فريق)\b[^.;\n]{0,80}"
    r"(?:follow|suivi|report|rapport|complete|achev|concl|pursue|poursui|متابعة|تقرير|إنجاز|استكمال)|"
    r"(?:follow-?up|suivi|متابعة)[^.;\n]{0,25}(?:committee|group|mechanism|comite|groupe|mecanisme|لجنة|آلية)|"
    r"(?:comite|groupe|mecanisme|commission|لجنة|فريق|آلية) (?:ad hoc )?(?:de suivi|متابعة|للمتابعة)|"
    r"لجنة (?:ال)?متابعة"
)
_ORGAN = compiled(
    r"council of foreign ministers|islamic summit|conseil des ministres des affaires"
    r"|sommet islamique|مجلس وزراء|القمة الإسلامي"
)
_HEAD = 900


def check_resolution_form(paper: Paper) -> Iterator[Finding]:
    """Find what the form of a resolution lacks."""
    skeleton = paper.skeleton
    operative = [match.span() for match in _OPERATIVE.finditer(skeleton)]
    preamble = [match.span() for match in _PREAMBLE.finditer(skeleton)]
    if not operative or not preamble:
        return
    yield from _preamble_ends(paper, preamble, operative[0][0])
    last = operative[-1]
    is_followed = _FOLLOW_UP.search(skeleton, last[0]) or _KEPT.search(skeleton, operative[0][0])
    if _is_of_the_house(paper) and not is_followed:
        sure = len(operative) > 1 and _ORGAN.search(skeleton, 0, _HEAD) is not None
        yield found("CON051", *last, level=Level.WARN if sure else None)


def _preamble_ends(paper: Paper, preamble: list[Stretch], limit: int) -> Iterator[Finding]:
    for start, end in preamble:
        if end < limit and paper.skeleton[end - 1 : end] in (".", ";"):
            yield found("CON050", start, end)
            return


def _is_of_the_house(paper: Paper) -> bool:
    return any(citation.family == "oic" for citation in paper.citations) or (
        compiled(r"\b(?:oic|oci)\b|islamic co-?operation|cooperation islamique|التعاون الإسلامي")
        .search(paper.skeleton, 0, 1500) is not None
    )  # fmt: skip
