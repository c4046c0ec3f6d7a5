"""Articles of the Charter beyond its last: "Article 66 of the Charter"."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

CHARTER = tuple(
    Trigger("charter article", words, literal=True)
    for words in (
        "of the charter", "of the oic charter", "de la charte", "من الميثاق", "من ميثاق المنظمة",
        "من ميثاق منظمة التعاون", "charter of the organi",
    )
)  # fmt: skip
_LAST = 39
_ARTICLE = compiled(
    r"\b(?:articles?|art\.?|[بولف]?ل?(?:ال)?ماد[هة])\s+(?:رقم\s+)?\(?(?P<number>\d{1,3})\)?"
    r"(?:\s*[,(][^.;\n]{0,24})?\s*(?:of the )?$"
)
# Whose charter it may be else, in the same paper.
_ANOTHERS = compiled(
    r"charter of (?!(?:the )?(?:organi[sz]ation of islamic|oic))\w|"
    r"(?:un|nations|african|arab|league) charter|"
    r"charte (?:des|africaine|arabe|de l'(?!organisation de la cooperation|oci))|"
    r"ميثاق (?!(?:ال)?منظمة|التعاون)"
)
_HOUSE = compiled(
    r"islamic cooperation|cooperation islamique|التعاون الإسلامي|\boic\b|\boci\b|"
    r"council of foreign ministers|conseil des ministres des affaires etrangeres|"
    r"مجلس وزراء الخارجية"
)


def check(paper: Paper) -> Iterator[Finding]:
    """Find an article that the Charter does not have, in a paper that means no other charter."""
    if paper.kind is None and not _HOUSE.search(paper.skeleton):
        return
    for start, _ in paper.hits("charter article"):
        article = _ARTICLE.search(paper.skeleton, max(0, start - 48), start)
        if article is None or int(article["number"]) <= _LAST:
            continue
        if not _ANOTHERS.search(paper.skeleton):
            yield found("PRO030", *article.span("number"), number=article["number"])
