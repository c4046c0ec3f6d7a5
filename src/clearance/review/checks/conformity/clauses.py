"""The clauses that a contract of the house must have, known by their words, not only by headings.

Silent on a contract in which the house does not appear: that is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.conformity.empty_articles import titled
from clearance.review.checks.conformity.left_over import may_be_unread
from clearance.review.checks.whole import is_whole
from clearance.review.context import Context
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param
from clearance.terms import Kind, Language

SIGNATURE: Param = {"en": "signature block", "fr": "le bloc de signature", "ar": "خانة التوقيع"}

_ARTICLE = on_demand(
    pattern(r"(?m)^[ ]*(?:article|clause|section|المادة|البند|\d{1,2}[.)]) ?\(?(?:\d{1,2}|الأولى)?")
)
_HOUSE = on_demand(
    pattern(r"\b(?:oic|oci|منظمة|المنظمة|الأمانة العامة)\b|organi[sz]ation|secretariat")
)
# Articles with a heading, which a contract that is whole has several of.
_HEADING = on_demand(
    pattern(
        r"(?m)^[ ]*(?:article|clause|section|(?:ال)?(?:مادة|بند)) ?\(?(?:\d{1,2}|premier|one|first|"
        r"[ivx]{1,5}\b|ال[^\W\d_]{3,}|رقم)|^[ ]*\d{1,2}[.)] "
    )
)
_OF_COOPERATION = on_demand(
    pattern(
        r"memorandum of understanding|protocole d'accord|(?:co-?operation|partnership) agreement|"
        r"(?:accord|protocole|convention) de (?:cooperation|partenariat)|مذكرة تفاهم|"
        r"(?:اتفاق|اتفاقية|بروتوكول) (?:ال)?(?:تعاون|شراكة)"
    )
)
_NUMBER = on_demand(r"(?<![\w/])(?:oic|oci)/[\w/-]*\d")  # the house's own, with its sign
_TOP = 200  # letters of the title
_LEAST = 6  # headings of a contract that is not an excerpt (our guess)
_LEAST_OF_WHOLE = 3  # where it has number, day and a line of enclosures, and so is no excerpt
_SIGNED = on_demand(
    pattern(
        r"(?m)\b(?:in witness|en foi de quoi|lu et approuve|و?إثباتا)\b|_{4,}|\.{6,}|^[ ]*(?:"
        r"(?:signed|signatures?|signatory|signe|signe par|التوقيع|توقيع|التواقيع|الموقعان)\b|"
        r"(?:for|pour|on behalf of|au nom|عن|نيابة عن|الطرف) )"
    )
)

_OTHER_SIGNATURE: Param = {
    "en": "signature of the other party",
    "fr": "la signature de l’autre partie",
    "ar": "توقيع الطرف الآخر",
}
# "For the Organisation", alone on its line over a name.
_SIDE = on_demand(
    pattern(
        r"(?m)^[ ]*(?:(?:signed|signee?|وقعه?ا?|التوقيع|توقيع) )?"
        r"(?:for(?: and on behalf of)?|on behalf of|pour|au nom d[eu]|عن|نيابة عن) "
        r"[^\n:.;,]{3,60}[ :]*\.?[ ]*$"
    )
)
_OUR_SIGNATURE: Param = {
    "en": "signature of the Organisation",
    "fr": "la signature de l’Organisation",
    "ar": "توقيع المنظمة",
}
# "For the Supplier: Driss Amrani, Manager": a side and who signs on one line.
_ON_ONE_LINE = compiled(
    r"(?m)^[ ]*(?:(?:signed|signee?|وقعه?ا?|التوقيع|توقيع) )?(?:for|on behalf of|pour|au nom d[eu]"
    r"|عن|نيابة عن) (?!(?:the |l'|la |le )?(?:organi[sz]ation|oic|oci|(?:general )?secretariat"
    r"|منظمة|المنظمة|الأمانة))[^\n:]{3,60}:[ ]?[^\n]{4,}$"
)
_THEIRS = compiled(
    r"\b(?:contractor|consultant|supplier|(?:service )?provider|company|firm|prestataire|"
    r"fournisseur|titulaire|societe|entreprise|(?:second|other) party|(?:seconde|autre) partie|"
    r"(?:ال)?(?:متعاقد|مورد|استشاري|مقاول|شركة|طرف الثاني|طرف الآخر))\b"
)
_OURS = compiled(
    r"(?m)^[ ]*(?:(?:signed|signee?|وقعه?ا?|التوقيع|توقيع) )?"
    r"(?:(?:for|on behalf of|pour|au nom d[eu]|عن|نيابة عن) )?(?:the |le |la |l')?"
    r"(?:organi[sz]ation|general secretariat|oic|oci|secretariat general|first party|"
    r"premiere partie|client|(?:ال)?(?:منظمة|أمانة العامة|طرف الأول))\b"
)
_SIGNED_IN_BLANK = on_demand(r"_{4,}|\.{6,}| {4,}")
_BOTH = on_demand(
    pattern(
        r"(?: {4,}|\t|\|)[^\n]*[^\W\d_]{3}|\b(?:contractor|consultant|supplier|provider|client|"
        r"prestataire|fournisseur|titulaire|(?:ال)?(?:متعاقد|مورد|استشاري|طرف الثاني))\b"
    )
)


def check_clauses(paper: Paper) -> Iterator[Finding]:
    """Find the clauses that the contract lacks."""
    skeleton = paper.skeleton
    if not paper.derived(_is_ours):
        return
    signs_of = _from_the_end if paper.language is Language.ARABIC else _from_the_first
    headings = list(_ARTICLE.finditer(skeleton))
    first = headings[0].start() if len(headings) > 1 else 0
    place = headings[-1].span() if headings else (0, min(len(skeleton), 60))
    told = False  # that nothing is said of its term
    for clause in paper.context.clauses:
        # what is paid may be told above the articles
        is_price = clause.code == "price"
        if is_price and (len(headings) < _LEAST or _OF_COOPERATION.search(skeleton, 0, _TOP)):
            continue  # of a contract in short, an excerpt, or one by which nobody is paid
        if clause.code == "ending" and (len(headings) <= _LEAST or told):
            continue  # of a contract that is whole, and of whose term something is said
        begin = 0 if is_price else first
        if not any(sign.search(skeleton, begin) for sign in signs_of(clause.signs)):
            told = told or clause.code == "termination"
            yield found(
                "CON040", *place, level=Level[clause.level.upper()], source=clause.source,
                clause={language.value: name for language, name in clause.names.items()},
            )  # fmt: skip


def headings_of(paper: Paper) -> list[int]:
    """Return where the articles of a whole contract of the house begin; none: it is no such."""
    headings = [one.start() for one in _HEADING.finditer(paper.skeleton)]
    if len(headings) < _LEAST and paper.kind is Kind.CONTRACT:
        headings = [one.head[0] for one in titled(paper)] or headings
    # A letter that sets out the terms greets whom it is for, and needs no parties.
    is_letter = paper.anatomy.salutation is not None
    least = _LEAST_OF_WHOLE if is_whole(paper) and not is_letter else _LEAST
    return headings if len(headings) >= least and paper.derived(_is_ours) else []


def check_signed(paper: Paper) -> Iterator[Finding]:
    """Find the contract that has no place for its signatures. Source: our guess."""
    skeleton, headings = paper.skeleton, headings_of(paper)
    if not headings:
        return
    last = headings[-1]
    place = (last, skeleton.find("\n", last) if skeleton.find("\n", last) > 0 else len(skeleton))
    if not _has_signatures(paper, last):
        yield found("CON001", *place, part=SIGNATURE)
        return
    sides = list(_SIDE.finditer(skeleton, last))
    if sides and all(_THEIRS.search(side[0]) for side in sides) and not _names_ours(paper, last):
        yield found("CON001", *sides[0].span(), part=_OUR_SIGNATURE)
    elif (
        len(sides) == 1
        and _BOTH.search(skeleton, sides[0].start()) is None
        and _ON_ONE_LINE.search(skeleton, last) is None
    ):
        yield found("CON001", *sides[0].span(), part=_OTHER_SIGNATURE)


def _has_signatures(paper: Paper, last: int) -> bool:
    anatomy = paper.anatomy
    named = anatomy.signature_name or anatomy.signature_title
    return (
        (named is not None and named[0] > last)
        or _SIGNED.search(paper.skeleton, last) is not None
        or may_be_unread(paper, "signature")
    )


def _names_ours(paper: Paper, last: int) -> bool:
    """Tell whether the house or one of its officers is named below the articles, as who signs.

    An approval beside the signatures is none of them.
    """
    skeleton = paper.skeleton
    approval = paper.anatomy.approval or (len(skeleton), len(skeleton))
    foot = f"{skeleton[last : max(last, approval[0])]}\n{skeleton[approval[1] :]}"
    named = {
        fold(name).skeleton for one in paper.context.signatories for name in one.names.values()
    }
    return (
        bool(_OURS.search(foot))
        or bool(_SIGNED_IN_BLANK.search(foot))
        or any(name and name in foot for name in named)
    )


def _is_ours(paper: Paper) -> bool:
    names = paper.context.derived(_names_of_house)
    head = " ".join(paper.skeleton[:3000].split())
    return (
        any(name in head for name in names)
        or (not names and bool(_HOUSE.search(head)))
        or _NUMBER.search(head) is not None
    )


def _names_of_house(context: Context) -> tuple[str, ...]:
    return tuple(fold(name).skeleton for name in context.organisation.values())


@lru_cache(maxsize=64)
def _from_the_first(signs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(on_demand(pattern(sign), re.DOTALL) for sign in signs)


@lru_cache(maxsize=64)
def _from_the_end(signs: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the signs of a clause with the Arabic ones, which stand last, before the others."""
    return _from_the_first(signs)[::-1]
