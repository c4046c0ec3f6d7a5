"""Articles of the Charter beyond its last: "Article 66 of the Charter"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL_WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

CHARTER = tuple(
    Trigger("charter article", words, literal=True)
    for words in (
        "of the charter", "of the oic charter", "de la charte", "من الميثاق", "من ميثاق المنظمة",
        "من ميثاق منظمة التعاون", "charter of the organi", "oic charter", "charte de l'oci",
        "charter of the oic", "charter of the united", "charte des nations", "من ميثاق الأمم", "charte de l'organisation de la coop", "ميثاق منظمة التعاون",
    )
)  # fmt: skip
_LAST, _LAST_OF_NATIONS = 39, 111
_NATIONS = compiled(r"united nations|nations unies|الأمم المتحدة")
_ARTICLE = compiled(
    r"\b(?:articles?|art\.?|[بولف]?ل?(?:ال)?ماد[هة])\s+(?:رقم\s+)?\(?(?P<number>\d{1,3})\)?"
    r"(?:\s*[,(][^.;\n]{0,24})?\s*(?:of the )?$"
)
# "the OIC Charter, Article 52", "ميثاق المنظمة في مادته 52"
_BEHIND = compiled(
    r"[^\W\d_]*(?: (?:islamic cooperation|cooperation islamique|الإسلامي))?\s*,?\s*\(?(?:(?:in|under|en|notamment|في|ولا سيما) (?:its |son |sa |ses )?)?"
    r"(?:articles?|art\.|(?:ال)?مادت?[هة]ا?)\s*\(?(?P<number>\d{1,3})\b"
)
_IN_WORDS = on_demand(pattern(r"\b[بولف]?ل?(?:ال)?ماد[هة]\s+\(?") + ORDINAL_WORDS + r"\)?\s+$")
# Whose charter it may be else, in the same paper.
_ANOTHERS = compiled(
    r"charter of (?!(?:the )?(?:organi[sz]ation(?! of (?!islamic))|oic))\w|"
    r"(?:un|nations|african|arab|league) charter|"
    r"charte (?:des|africaine|arabe|de l'(?!organisation(?! (?:d[eu]s? |mondiale)(?!la cooperation))|oci))|"
    r"ميثاق (?!(?:ال)?منظمة|التعاون)"
)
_HOUSE = compiled(
    r"islamic cooperation|cooperation islamique|التعاون الإسلامي|\boic\b|\boci\b|"
    r"council of foreign ministers|conseil des ministres des affaires etrangeres|"
    r"مجلس وزراء الخارجية"
)


def check(paper: Paper) -> Iterator[Finding]:
    """Find an article that the Charter does not have, in a paper that means no other charter."""
    is_house = paper.kind is not None or _HOUSE.search(paper.skeleton) is not None
    of_nations = _NATIONS.search(paper.skeleton) is not None
    if not is_house and not of_nations:
        return
    told: set[int] = set()
    for start, end in paper.hits("charter article"):
        at, number = _article(paper.skeleton, start, end)
        if number <= _LAST or at[0] in told:
            continue
        told.add(at[0])
        if number > _LAST_OF_NATIONS and of_nations:
            yield found("PRO032", *at, number=str(number))
            continue
        if is_house and not _ANOTHERS.search(paper.skeleton):
            yield found("PRO030", *at, number=str(number))


def _article(skeleton: str, start: int, end: int) -> tuple[Stretch, int]:
    """Return the article that is cited before or behind the Charter's name, and where; 0: none."""
    begin = max(0, start - 48)
    article = _ARTICLE.search(skeleton, begin, start) or _BEHIND.match(skeleton, end, end + 80)
    if article is not None:
        return article.span("number"), int(article["number"])
    words = _IN_WORDS.search(skeleton, begin, start)
    if words is None:
        return (start, end), 0
    return words.span("ordinal_words"), ordinal_of(None, words["ordinal_words"])
