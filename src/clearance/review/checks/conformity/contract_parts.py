"""The parts without which a contract of the house binds nobody: its parties, day and signatories.

Source: our guess, from the general practice of contracts; the list of clauses is data beside it.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.clauses import headings_of
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy.approvals import APPROVES
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param

_PARTIES: Param = {"en": "parties", "fr": "la désignation des parties", "ar": "تحديد الطرفين"}
_DAY: Param = {"en": "date", "fr": "la date", "ar": "التاريخ"}
_NAME: Param = {
    "en": "name of who signs for the Organisation",
    "fr": "le nom du signataire pour l’Organisation",
    "ar": "اسم من يوقع عن المنظمة",
}
# Who contracts with whom, however it is said.
_WHO = compiled(
    r"\b(?:(?:between|entre|كل من|(?:ما |فيما )?بين(?:ه|ها|هما)?)(?: les soussignes)? ?:? ?\n?(?= "
    r"*[^\n]{12})|"
    r"(?:the )?parties (?:hereto |to (?:this|the) \w+ )?are |les parties (?:au present contrat |a la presente |au present acte )?sont |"
    # "1. Parties. The Organisation, of Jeddah, and X Ltd.", "Counterpart: H.E. ..."
    r"(?:parties|الطرفان|(?:ال)?أطراف)(?= ?[.:])|(?:counterparty?|contrepartie|الطرف (?:المقابل|النظير))(?= ?:)|"
    r"on the one hand|on the other hand|d'un cote|من جهة أخرى|من ناحية أخرى|"
    r"acting (?:through|by)|agissant par|[وي]?ينوب عن(?:ه|ها)|"
    r"(?:الطرفان|طرفا (?:هذا )?(?:العقد|الاتفاق)) هما |"
    r"concluded by and|(?:parties|الطرفان)(?: to this \w+)?(?= ?:)|hereinafter|hereafter|ci-apres|"
    r"of the (?:one|first|other|second) part|d'une part|d'autre part|first party|second party|"
    r"(?:and|et) the (?:contractor|consultant|supplier)|the client|le client|"
    r"الطرف الأول|الطرف الثاني|طرف أول|طرف ثان|"
    r"يشار إلي(?:ه|ها)|المشار إلي(?:ه|ها)|"
    r"agree as follows|sont convenus|conviennent de|اتفق(?:ت|ا)? (?:الطرفان )?على|"
    r"(?:buys?|purchases?|acquires?|orders?) from|(?:achete|acquiert|commande) (?:aupres d|a\b)|[يت]شتري (?:[^\n.]{3,80} )?من|"
    # "(the Buyer)", "(« l'Acheteur »)": a party by the name of its part
    r"\(\W{0,2}(?:the |l'|le |la |ال)?(?:buyer|supplier|acheteur|fournisseur|مشتري|مورد)\W{0,2}\)|"
    # "the Organisation, of Jeddah, and X Co., represented by its Director, hereby agree:"
    r"represented by|representee?s? par|[وي]?[يت]مثل(?:ه|ها)(?! المادة)|بتمثيل)\b"
)
_SHORTEST = 14  # letters of a party, as above
_IN_HEAD = 2500  # letters above the first article in which the parties are told
_AT_END = 1500
_BLANK_DAY = compiled(
    r"(?:_{2,}|\.{3,}|\[[^\]\n]{0,20}\]|/ ?/)[^\n]{0,30}(?:20|14)|"
    r"\b(?:date|le|on|dated|day of|في|بتاريخ)\b ?:? *(?:_{2,}|\.{3,}|\[)"
)
# "For the Organisation:" with nothing below it before the other party, or the end.
_OUR_PLACE = (
    r"(?m)^ *(?:(?:signed|signee?|وقعه?ا?|التوقيع|توقيع) )?"
    r"(?:for (?:and on behalf of )?|on behalf of |pour |au nom de |عن |نيابة عن )"
    r"(?:the |l'|la )?(?:organi[sz]ation|oic|oci|general secretariat|secretariat general|منظمة|"
    r"المنظمة|الأمانة العامة)"
)
_THEIR_PLACE = (
    r"(?= *(?:for |on behalf of |pour |au nom |عن |نيابة عن |annex|encl|المرفقات|الملحقات)|\Z)"
)
_OPEN_PLACE = compiled(
    rf"{_OUR_PLACE}[^\n]{{0,50}}?[ :]*\n(?P<below>(?: *\n){{1,6}}){_THEIR_PLACE}"
)
_PLACE_BEFORE = compiled(rf"{_OUR_PLACE}[^\n:]{{0,50}}: *(?P<below>\n){_THEIR_PLACE}")


def check_contract_parts(paper: Paper) -> Iterator[Finding]:
    """Find the contract of the house that names no parties, no day, or nobody who signs."""
    headings = headings_of(paper)
    if not headings:
        return
    skeleton, first, last = paper.skeleton, headings[0], headings[-1]
    top = (0, max(1, skeleton.find("\n")))
    # "entre :" may end the line above the parties, which are numbered as articles are
    if _WHO.search(skeleton, max(0, first - _IN_HEAD), first + _SHORTEST) is None:
        yield found("CON001", *top, part=_PARTIES)
    # a draft is dated when it is signed
    if paper.anatomy.signature_name is not None and not _is_dated(paper, first, last):
        yield found("CON001", *top, part=_DAY)
    place = _OPEN_PLACE.search(skeleton, last) or _PLACE_BEFORE.search(skeleton, last)
    if place is not None:
        yield found("CON001", place.start(), place.start("below"), part=_NAME)


def _is_dated(paper: Paper, first: int, last: int) -> bool:
    """Tell whether a day, or the place for one, stands above the articles or below them."""
    skeleton = paper.skeleton
    foot = max(last, len(skeleton) - _AT_END)
    if _BLANK_DAY.search(skeleton, 0, first) or _BLANK_DAY.search(skeleton, foot):
        return True
    return any(
        (one.start < first and not _is_of_recital(skeleton, one.start))
        or (one.start >= foot and not _is_of_approval(skeleton, one.start))
        for one in paper.dates
    )


_RECITAL = compiled(
    r" *(?:whereas|considering|having regard|attendu|considerant|vu |etant donne|و?حيث|و?لما كان|"
    r"بناء على)"
)


def _is_of_recital(skeleton: str, at: int) -> bool:
    """Tell whether the day stands in a recital: an award or a delegation has it."""
    return _RECITAL.match(skeleton, skeleton.rfind("\n", 0, at) + 1) is not None


def _is_of_approval(skeleton: str, at: int) -> bool:
    """Tell whether the day stands on a line that says who approved or annexed something."""
    begin = skeleton.rfind("\n", 0, at) + 1
    return APPROVES.search(skeleton, begin, at) is not None
