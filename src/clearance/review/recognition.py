"""Tells the language and the kind of a paper from its text, where nobody said them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.scan import Hits, Stretch, Trigger
from clearance.terms import Kind, Language

_SAMPLE = 4000  # characters: enough to tell a language, and no more work on a long report
_NO_LATIN = bytes(code for code in range(128) if not chr(code).isalpha())
_ALEF, _LETTERS = np.uint16(0x0621), 0x2A  # the first of the Arabic letters, and how many follow
_FRENCH = frozenset(
    {
        "le", "la", "les", "des", "du", "de", "et", "un", "une", "dans", "pour", "par", "sur", "au",
        "aux",
    }
)  # fmt: skip
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "for", "on", "by", "with", "that", "is", "are"}
)
# Each small word as one number, its letters the digits; in order, with a flag for the French ones.
_TELLING = np.array(
    sorted(int.from_bytes(word.encode(), "little") for word in _FRENCH | _ENGLISH), dtype=np.uint32
)
_IS_FRENCH = np.array(
    [int(number).to_bytes(4, "little").rstrip(b"\0").decode() in _FRENCH for number in _TELLING]
)
_LENGTHS = range(2, 5)  # letters of the small words
_WITHIN = np.array([0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF], dtype=np.uint32)
# Blanks for all that parts words in a skeleton.
_PARTED = bytes(code if chr(code).isalnum() or code == ord("_") else 0x20 for code in range(256))

_HEAD = 1500  # characters in which a paper says what it is
_OPENING = 3000  # characters in which a letter greets and a note verbale pays its compliments

# The line by which a paper says what it is, alone on it but for a number or a date.
_NUMBERED = r"(?: (?:no\.?|n°|رقم)? ?[\w/().-]{1,25})?[ :.]*$"
_TITLES = (
    (Kind.NOTE_VERBALE, rf"(?:note verbale|مذكرة شف(?:و|ه)ية|المذكرة الشف(?:و|ه)ية){_NUMBERED}"),
    (
        Kind.DRAFT_RESOLUTION,
        rf"(?:(?:revised )?draft resolution|projet de resolution|مشروع (?:ال)?قرار)"
        rf"(?:{_NUMBERED}| (?:on|sur|relative?|بشأن|حول) )",
    ),
    (
        Kind.CIRCULAR,
        rf"(?:circular(?: letter| note)?|(?:lettre )?circulaire|تعميم){_NUMBERED}",
    ),
    (
        Kind.MEMORANDUM,
        r"(?:(?:inter-?office |inter-?departmental |internal |office )?memo(?:randum)?|"
        r"memorandum (?:interieur|interne|interservices)|note (?:interne|de service|interservices)|"
        r"(?:budget(?:ary)?|finance|financial|information) note|note (?:budgetaire|financiere)|"
        r"note (?:to|for) (?:the )?(?:h\. ?e\. )?(?:the )?(?:secretary|director)[^\n]{3,60}|"
        r"note a l'attention d[^\n]{3,80}(?:secretaire|directeur|directrice)[^\n]{0,60}|"
        r"مذكرة (?:للعرض|مرفوعة|مالية|موازنة)(?: (?:على|إلى) [^\n]{3,60})?|"
        rf"مذكرة(?! تفاهم)(?: داخلية| إدارية| بين الإدارات| عرض)?){_NUMBERED}",
    ),
    (
        Kind.REPORT,
        r"(?:report of the (?:secretary[- ]general|general secretariat|director)|"
        r"rapport du (?:secretaire general|secretariat general|directeur)|"
        r"تقرير (?:معالي )?(?:الأمين العام|الأمانة العامة|مدير))",
    ),
    (
        Kind.CONTRACT,
        r"(?:(?:\w+ ){0,3}(?:services? )?(?:contract|agreement)(?: for(?: \w+){1,5})?|"
        r"contrat(?: d[e'u] ?\w+){0,3}|"
        r"(?:accord|convention) de (?:prestation|service|location|bail)\w*(?: de \w+)?|"
        r"memorandum of understanding|protocole d'accord|"
        r"(?:accord|protocole|convention) de (?:cooperation|partenariat)|"
        r"مذكرة تفاهم|(?:اتفاق|اتفاقية|بروتوكول) (?:ال)?(?:تعاون|شراكة)|"
        rf"عقد(?: \w+){{0,4}}){_NUMBERED}",
    ),
)
_SIGNS = ("kind_named", "kind_greets", "kind_compliments")
_TITLE_SIGNS = (
    r"^[ *]*(?:note verbale|(?:revised )?draft resolution|projet de resolution|circula|"
    r"lettre circulaire|inter-?office|inter-?departmental|internal|office memo|memo|"
    r"note inter|note de service|budget|"
    r"finance note|financial note|information note|note (?:budg|fin|to|for|a l'att)|"
    r"report of the|rapport du|contrat|accord de|convention de|protocole d|"
    r"مذكرة|المذكرة|مشروع|تعميم|تقرير|عقد|اتفاق|بروتوكول)",
    r"(?:contract|agreement)[ :.]*$|(?:contract|agreement) (?:for |no|n°|number|ref)",
)
_GREETING_SIGN = (
    r"^ *(?:(?:your|my|dear|votre|vos|mon|ma|honou?rable) )*(?:(?:royal |imperial )?"
    r"(?:excellenc|highness|majest|altesse)|sir|madam|monsieur|messieurs|mesdames|"
    r"dear |cher |chere |السلام عليكم|تحية طيبة|صاحب|معالي |سعادة |فخامة |سمو |جلالة |دولة |السادة)"
)
_GREETED = (
    r"^ *(?:your |my |dear |votre |honou?rable )?(?:royal )?"
    r"(?:excellenc|highness|majest|altesse|sirs?[ ,:]|madam|monsieur|messieurs|mesdames|"
    r"dear |cher |chere )",
    r"^ *(?:صاحب|معالي|سعادة|فخامة|سمو|جلالة|دولة|السادة|السلام عليكم|تحية طيبة)",
)
_PARTY_SIGNS = (
    "hereinafter", "the contractor", "the consultant", "the supplier", "ci-apres",
    "le prestataire", "le fournisseur", "le consultant", "الطرف الأول", "المشار إليه",
    "المتعاقد", "المورد", "الاستشاري",
)  # fmt: skip
TRIGGERS = (
    Trigger("kind_compliments", "compliments", literal=True),
    Trigger("kind_compliments", "ses salutations", literal=True),
    Trigger("kind_compliments", "تحيات", literal=True),
    *(Trigger("kind_named", expression) for expression in _TITLE_SIGNS),
    *(Trigger("kind_greets", expression) for expression in _GREETED),
    Trigger("kind_greeting", _GREETING_SIGN),
    *(Trigger("kind_party", words, literal=True) for words in _PARTY_SIGNS),
)
_TITLE = on_demand(
    "[ *]*(?:" + "|".join(rf"(?P<{kind.name}>{pattern(words)})" for kind, words in _TITLES) + ")",
    re.MULTILINE,
)
_ORDER = [kind for kind, _ in _TITLES]
_PARTIES = compiled(
    r"\b(?:hereinafter|the contractor|the consultant|the supplier|ci-apres|le prestataire|"
    r"le fournisseur|le consultant|الطرف الأول|المشار إليها? فيما بعد|المتعاقد|المورد|الاستشاري)\b"
)
_FIRST_ARTICLE = compiled(r"[ ]*(?:article|clause|المادة|البند) ?\(?(?:1|premier|الأولى|الأول)\b")
_OF_CONTRACT = compiled(r"\b(?:(?:this|the) contract|(?:present|le|du) contrat|العقد)\b")
_COMPLIMENTS = compiled(
    r"(?:presents?|conveys?|extends?) (?:its|their|his|her) compliments|"
    r"(?:presente(?:nt|r)?|adresse[rnt]*|transmet(?:tre)?) (?:ses|leurs) (?:compliments|"
    r"salutations)|"
    r"[تي](?:هدي|زجي|بعث)[^\n]{0,120} تحيات"
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
    if not sample.isascii() and _count_arabic(sample) > _count_latin(sample):
        return Language.ARABIC
    french, english = _count_small_words(skeleton[:_SAMPLE])
    return Language.FRENCH if french > english else Language.ENGLISH


def _count_small_words(skeleton: str) -> tuple[int, int]:
    """Return how many words of a skeleton are small ones of French, and of English."""
    parted = b" " + skeleton.encode("latin-1").translate(_PARTED) + b"    "
    letters = np.frombuffer(parted, dtype=np.uint8)
    blanks = np.flatnonzero(letters == ord(" "))
    lengths = blanks[1:] - blanks[:-1] - 1
    short = np.flatnonzero((lengths >= _LENGTHS.start) & (lengths < _LENGTHS.stop))
    begins = blanks.take(short) + 1
    numbers = np.zeros(len(begins), dtype=np.uint32)
    for place in range(_LENGTHS.stop - 1):
        numbers |= letters.take(begins + place).astype(np.uint32) << np.uint32(8 * place)
    numbers &= _WITHIN.take(lengths.take(short))
    places = np.searchsorted(_TELLING, numbers) % len(_TELLING)
    told = _IS_FRENCH.take(places[_TELLING.take(places) == numbers])
    french = int(np.count_nonzero(told))
    return french, len(told) - french


def _count_arabic(text: str) -> int:
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    return int(np.count_nonzero(codes - _ALEF < _LETTERS))


def _count_latin(text: str) -> int:
    return len(text.encode("ascii", "ignore").translate(None, _NO_LATIN))


def recognise_kind(skeleton: str, hits: Hits) -> Kind | None:
    """Return the kind that the paper's head names; None where it names none.

    A treaty or a law is none of the kinds; a contract names its parties. ``hits`` are those of
    the scan: without a sign in the head there is nothing to look at.
    """
    if not any(hits[sign][0][0] <= _OPENING for sign in _SIGNS if sign in hits):
        return None
    if "kind_compliments" in hits and _COMPLIMENTS.search(skeleton, 0, _OPENING):
        return Kind.NOTE_VERBALE
    has_parties = "kind_party" in hits
    named = _named(skeleton, None if has_parties else hits.get("kind_named", ()))
    if named is Kind.CONTRACT and not (has_parties and _PARTIES.search(skeleton, 0, _SAMPLE)):
        named = None
    if named is not None:
        return named
    if has_parties and _has_articles_of_contract(skeleton, hits):
        return Kind.CONTRACT  # sent within a letter
    for start, _ in hits.get("kind_greeting", ()):
        if greets := _GREETING.match(skeleton, start, _OPENING):
            return Kind.LETTER if _LETTER.search(skeleton, greets.end()) else None
    return None


def _has_articles_of_contract(skeleton: str, hits: Hits) -> bool:
    lines = [at for sign in ("article_line", "ordinal_line") for at, _ in hits.get(sign, ())]
    return (
        any(_FIRST_ARTICLE.match(skeleton, at) for at in lines)
        and _PARTIES.search(skeleton) is not None
        and _OF_CONTRACT.search(skeleton) is not None
    )


def _named(skeleton: str, signs: Iterable[Stretch] | None) -> Kind | None:
    """Return the kind that a line of the head names, the first of the list where lines differ.

    ``signs``: where such a line may begin; None: anywhere, since a contract has names of its own.
    """
    starts = _lines_of_head(skeleton) if signs is None else (start for start, _ in signs)
    matches = (_TITLE.match(skeleton, start, _HEAD) for start in starts)
    found = {match.lastgroup for match in matches if match}
    return next((kind for kind in _ORDER if kind.name in found), None)


def _lines_of_head(skeleton: str) -> Iterator[int]:
    start = 0
    while True:
        yield start
        start = skeleton.find("\n", start, _HEAD) + 1
        if not start:
            return
