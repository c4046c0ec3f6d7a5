"""The line by which a paper says what it is, against the form in which it is written.

"NOTE VERBALE" over a memorandum, "CIRCULAR" over compliments to an embassy, and a letter that
presents compliments. Source: UN Correspondence Manual, paras 61-74; which kinds may bear one
another's name is our guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param
from clearance.terms import Kind

_KINDS: dict[Kind, Param] = {
    Kind.NOTE_VERBALE: {"en": "note verbale", "fr": "la note verbale", "ar": "المذكرة الشفهية"},
    Kind.CIRCULAR: {"en": "circular", "fr": "la circulaire", "ar": "التعميم"},
    Kind.MEMORANDUM: {"en": "memorandum", "fr": "la note interne", "ar": "المذكرة الداخلية"},
    Kind.CONTRACT: {"en": "contract", "fr": "le contrat", "ar": "العقد"},
    Kind.LETTER: {"en": "letter", "fr": "la lettre", "ar": "الخطاب"},
}
_COMPLIMENTS: Param = {
    "en": "formula of compliments of a note verbale",
    "fr": "la formule de compliments d’une note verbale",
    "ar": "عبارة التحيات الخاصة بالمذكرات الشفهية",
}
_NUMBER = r"(?: *(?:no\.?|n°|رقم)? *[:(]? *[\w/().-]*\d[\w/().-]*)?"
_TITLE = compiled(
    r"(?m)^[ *_\[(]*(?:"
    r"(?P<NOTE_VERBALE>note verbale|(?:ال)?مذكرة (?:ال)?شف(?:و|ه)ية)|"
    r"(?P<CIRCULAR>(?:administrative |internal )?circular|circulaire(?: administrative)?|"
    r"تعميم(?: إداري| داخلي)?)|"
    r"(?P<MEMORANDUM>(?:inter-?departmental |inter-?office |internal |office )memorandum|memo|"
    r"memorandum|note (?:interne|de service|interservices)|memorandum (?:interne|interieur)|"
    r"مذكرة (?:داخلية|إدارية))|"
    r"(?P<CONTRACT>(?:services? |supply |consultancy )?(?:contract|agreement)|"
    r"contrat(?: de (?:prestations?|services?|prestation de services?|fourniture))?|"
    rf"عقد(?: (?:خدمات|تقديم خدمات|توريد|استشارات))?)){_NUMBER}[ *_\])]*$"
)
# In the third person: "I extend my compliments" is a letter's own courtesy.
_PAYS = compiled(
    r"\b(?:presents?|conveys?|extends?) its compliments|"
    r"\b(?:presente|adresse|transmet) ses (?:compliments|salutations)|"
    r"(?<!\w)و?تهدي [^\n]{0,120}تحيات"
)
_HEAD = 500  # letters in which a paper says what it is (our guess)
# What each kind may be called beside its own name: letters go round as circulars.
_ALSO = {
    Kind.LETTER: frozenset({Kind.CIRCULAR, Kind.MEMORANDUM}),
    Kind.CIRCULAR: frozenset({Kind.MEMORANDUM}),
    Kind.MEMORANDUM: frozenset({Kind.CIRCULAR}),
}
_OF_OFFICES = frozenset({Kind.LETTER, Kind.MEMORANDUM, Kind.CIRCULAR})


def check_kind_line(paper: Paper) -> Iterator[Finding]:
    """Find the title of another kind, and compliments in a paper that pays none."""
    kind = paper.kind
    if kind not in _KINDS:
        return
    title = _TITLE.search(paper.skeleton, 0, _HEAD) if "kind_named" in paper.signs else None
    named = Kind[title.lastgroup] if title and title.lastgroup else kind
    if title and named is not kind and named not in _ALSO.get(kind, ()):
        yield found(
            "CON003", *title.span(title.lastgroup or 0), titled=_KINDS[named], kind=_KINDS[kind]
        )
    if kind in _OF_OFFICES and "kind_compliments" in paper.signs:
        begin, end = paper.anatomy.body or (0, 0)
        if opening := _PAYS.search(paper.skeleton, begin, min(end, begin + _HEAD // 2)):
            yield found("CON002", *opening.span(), part=_COMPLIMENTS)
