"""Tells the language and the kind of a paper from its text, where nobody said them."""

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled, pattern
from clearance.review.scan import Hits, Trigger
from clearance.terms import Kind, Language

_SAMPLE = 4000  # characters: enough to tell a language, and no more work on a long report
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z]")
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|de|et|une?|dans|pour|par|sur|aux?)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|by|with|that|is|are)\b")

_HEAD = 1500  # characters in which a paper says what it is
_OPENING = 3000  # characters in which a letter greets and a note verbale pays its compliments

# The line by which a paper says what it is, alone on it but for a number or a date.
_NUMBERED = r"(?: (?:no\.?|n°|رقم)? ?[\w/().-]{1,25})?[ :.]*$"
_TITLES = (
    (Kind.NOTE_VERBALE, rf"^[ *]*(?:note verbale|مذكرة شفوية|المذكرة الشفوية){_NUMBERED}"),
    (
        Kind.DRAFT_RESOLUTION,
        rf"^[ *]*(?:(?:revised )?draft resolution|projet de resolution|مشروع (?:ال)?قرار)"
        rf"(?:{_NUMBERED}| (?:on|sur|relative?|بشأن|حول) )",
    ),
    (
        Kind.CIRCULAR,
        rf"^[ *]*(?:circular(?: letter| note)?|(?:lettre )?circulaire|تعميم){_NUMBERED}",
    ),
    (
        Kind.MEMORANDUM,
        r"^[ *]*(?:(?:inter-?office |inter-?departmental |internal |office )?memo(?:randum)?|"
        r"memorandum (?:interieur|interne|interservices)|note (?:interne|de service|interservices)|"
        rf"مذكرة(?: داخلية| إدارية| بين الإدارات| عرض)?){_NUMBERED}",
    ),
    (
        Kind.REPORT,
        r"^[ *]*(?:report of the (?:secretary[- ]general|general secretariat|director)|"
        r"rapport du (?:secretaire general|secretariat general|directeur)|"
        r"تقرير (?:معالي )?(?:الأمين العام|الأمانة العامة|مدير))",
    ),
    (
        Kind.CONTRACT,
        r"^[ *]*(?:(?:\w+ ){0,3}(?:services? )?(?:contract|agreement)(?: for(?: \w+){1,5})?|"
        r"contrat(?: d[e'u] ?\w+){0,3}|"
        r"(?:accord|convention) de (?:prestation|service|location|bail)\w*(?: de \w+)?|"
        rf"عقد(?: \w+){{0,4}}){_NUMBERED}",
    ),
)
TRIGGERS = tuple(
    Trigger("kind_sign", expression)
    for expression in (
        "compliments",
        "تحيات",
        r"^[ *]*(?:note verbale|(?:revised )?draft resolution|projet de resolution|circula|"
        r"lettre circulaire|inter-?office|inter-?departmental|internal|office memo|memo|"
        r"note inter|note de service|report of the|rapport du|contrat|accord de|convention de|"
        r"مذكرة|المذكرة|مشروع|تعميم|تقرير|عقد)",
        r"(?:contract|agreement)[ :.]*$|(?:contract|agreement) (?:for |no|n°|number|ref)",
        r"^ *(?:your |my |dear |votre |honou?rable )?(?:royal )?"
        r"(?:excellenc|highness|majest|altesse|sirs?[ ,:]|madam|monsieur|messieurs|mesdames|"
        r"dear |cher |chere )",
        r"^ *(?:صاحب|معالي|سعادة|فخامة|سمو|جلالة|دولة|السادة|السلام عليكم|تحية طيبة)",
    )
)
_COMPILED = tuple((kind, re.compile(pattern(words), re.MULTILINE)) for kind, words in _TITLES)
_PARTIES = compiled(
    r"\b(?:hereinafter|the contractor|the consultant|the supplier|ci-apres|le prestataire|"
    r"le fournisseur|le consultant|الطرف الأول|المشار إليها? فيما بعد|المتعاقد|المورد|الاستشاري)\b"
)
_ARTICLES = compiled(r"(?m)^[ ]*(?:article|clause|المادة|البند) ?\(?(?:1|premier|الأولى|الأول)\b")
_OF_CONTRACT = compiled(r"\b(?:(?:this|the) contract|(?:present|le|du) contrat|العقد)\b")
_COMPLIMENTS = compiled(
    r"presents? (?:its|their) compliments|presente(?:nt)? (?:ses|leurs) compliments|"
    r"[تي]هدي[^\n]{0,120} تحيات"
)
_GREETING = compiled(
    r"(?m)^ *(?:(?:your|my|dear|votre|vos|mon|ma|honou?rable) )*(?:(?:royal |imperial )?"
    r"(?:excellenc(?:y|ies|e|es)|highness|majesty|majeste|altesse(?: royale)?)|sirs?|madams?|"
    r"monsieur|madame|messieurs|mesdames|dear [^\n,]{2,60}|(?:cher|chere) [^\n,]{2,60}|"
    r"السلام عليكم(?: ورحمة الله)?(?: وبركاته)?|تحية طيبة(?: وبعد)?|"
    r"صاحبة? ال\w+|(?:معالي|سعادة|فخامة|سمو|جلالة|دولة) [^\n,]{2,60}|السادة[^\n,]{0,60})"
    r"[^\n]{0,50}[,:!] *$"
)
_LETTER = compiled(
    r"\b(?:assurances? of|highest consideration|yours (?:sincerely|faithfully|truly)|sincerely|"
    r"agreer|haute consideration|respectueu(?:x|ses?)|وتفضلو\w*|تفضلو\w*|وتقبلو\w*|"
    r"فائق (?:التقدير|الاحترام)|i have the honou?r|j'ai l'honneur|أتشرف|يسرني|يشرفني)\b"
)


def recognise_language(text: str, skeleton: str) -> Language:
    """Return the language of the greater part of the text; English where nothing tells."""
    sample = text[:_SAMPLE]
    if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)):
        return Language.ARABIC
    head = skeleton[:_SAMPLE]
    french, english = len(_FRENCH.findall(head)), len(_ENGLISH.findall(head))
    return Language.FRENCH if french > english else Language.ENGLISH


def recognise_kind(skeleton: str, hits: Hits) -> Kind | None:
    """Return the kind that the paper's head names; None where it names none.

    A treaty or a law is none of the kinds; a contract names its parties. ``hits`` are those of
    the scan: without a sign in the head there is nothing to look at.
    """
    signs = hits.get("kind_sign")
    if not signs or signs[0][0] > _OPENING:
        return None
    if _COMPLIMENTS.search(skeleton, 0, _OPENING):
        return Kind.NOTE_VERBALE
    for kind, title in _COMPILED:
        if title.search(skeleton, 0, _HEAD) is None:
            continue
        if kind is not Kind.CONTRACT or _PARTIES.search(skeleton, 0, _SAMPLE):
            return kind
    if all(sign.search(skeleton) for sign in (_ARTICLES, _OF_CONTRACT, _PARTIES)):
        return Kind.CONTRACT  # sent within a letter
    greets = _GREETING.search(skeleton, 0, _OPENING)
    if greets and _LETTER.search(skeleton, greets.end()):
        return Kind.LETTER
    return None
