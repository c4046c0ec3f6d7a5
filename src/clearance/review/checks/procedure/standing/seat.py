"""Where the house has its seat: a sentence that puts it in another city than the fact does."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.context import Context, Fact
from clearance.review.paper import Paper
from clearance.review.resolution_register import city_key, register_of
from clearance.review.scan import Stretch

SIGNS = ("headquarter", "seat", "siège", "مقر ", "مقرها", "مقره", "مقرا ")
_HOUSE_EN = (
    r"(?:the )?(?:organi[sz]ation(?: of islamic cooperation)?|oic|(?:oic )?general secretariat)"
)
_HOUSE_FR = (
    r"(?:l'|de l'|du |le |la )?(?:organisation(?: de la cooperation islamique)?|oci|"
    r"secretariat general(?: de l'(?:oci|organisation(?: de la cooperation islamique)?))?)"
)
_HOUSE_AR = (
    r"(?:ل|ال|لل)?(?:منظمة(?: التعاون الإسلامي)?|"
    r"أمانة العامة(?: (?:لل|ل)منظمة(?: التعاون الإسلامي)?)?)"
)
# Without one of these words a text that is no paper of the house does not speak of it.
_HOUSE = compiled(r"\bo(?:ic|ci)\b|organi[sz]ation|secretari|منظمة|أمانة")
_KIND_EN = r"(?:(?:permanent|main|official|provisional|principal|own) )*"
_KIND_FR = r"(?: (?:permanent|principal|officiel|provisoire|social))*"
_KIND_AR = r"(?: (?:ال)?(?:دائما?|رئيسيا?|رسميا?|مؤقتا?))*"
# Seat and house first, then the city, with these words between them.
_SEATS = tuple(
    compiled(each)
    for each in (
        rf"\b(?:headquarters|seat) of {_HOUSE_EN}(?! (?:of|for)\b)",
        rf"\b{_HOUSE_EN}(?:'s)?[ ,]+[^.;,]{{0,30}}?(?:\b(?:has|have|with|maintains|keeps) "
        rf"(?:its |the )?{_KIND_EN}(?:headquarters|seat)|headquartered|\bis seated)",
        rf"\bsiege{_KIND_FR} (?:de |du )?{_HOUSE_FR}",
        rf"\b{_HOUSE_FR},? [^.;,]{{0,30}}?(?:\b(?:a|ayant) (?:son siege{_KIND_FR}|pour siege)|"
        rf"\bdont le siege{_KIND_FR}|\bsiege)",
        rf"(?<!\w)[وبفل]?(?:ال)?مقر{_KIND_AR} {_HOUSE_AR}{_KIND_AR}",
        rf"{_HOUSE_AR},? [^.;,]{{0,30}}?\bو?مقرها{_KIND_AR}",
    )
)
_LED_TO = compiled(
    r"(?:,? ?[^.;,]{0,45}\b(?:at|in|to|is|remains|a|au|en|est|في|هو|هي|إلى)|:)? "
    r"(?:the (?:city|capital) of |la ville de |celle de |مدينة |العاصمة )?'?ب?"
)
# The city first: "Istanbul is the permanent headquarters of the Organisation".
_AFTER_CITY = tuple(
    compiled(each)
    for each in (
        r"[ ,]*(?:(?:is|as|remains|being|serves as|has been chosen as|was chosen as|became|"
        r"becomes) )?"
        rf"(?:the |its )?{_KIND_EN}(?:headquarters|seat) (?:of|for) {_HOUSE_EN}",
        rf"[ ,]*(?:(?:est|comme|demeure|reste|constitue|devient|abrite) )?(?:le |"
        rf"pour )?siege{_KIND_FR}"
        rf" (?:de |du )?{_HOUSE_FR}",
        rf"[ ,]*(?:(?:هي|تكون|تظل|بوصفها|باعتبارها|لتكون|"
        rf"كانت) )?(?:ال)?مقرا?{_KIND_AR} {_HOUSE_AR}",
    )
)
# The city, and what it is: "sent on to Rabat, seat of the General Secretariat".
_APPOSED = tuple(
    compiled(each)
    for each in (
        rf",? (?:the |its )?{_KIND_EN}(?:headquarters|seat) of {_HOUSE_EN}",
        rf",? where {_HOUSE_EN} (?:has|have|keeps|maintains) (?:its |the ){_KIND_EN}(?:headquarters|seat)\b",
        rf",? where (?:the |its )?{_KIND_EN}(?:headquarters|seat) of {_HOUSE_EN} (?:is|are|stands?)\b",
        rf",? (?:le )?siege{_KIND_FR} (?:de |du )?{_HOUSE_FR}",
        rf",? ou {_HOUSE_FR} (?:a|tient|possede) son siege\b",
        rf",? ou (?:se trouve|est) le siege{_KIND_FR} (?:de |du )?{_HOUSE_FR}",
        rf",? حيث (?:يوجد |يقع )?(?:ال)?مقر{_KIND_AR} {_HOUSE_AR}",
        rf", (?:ال)?مقر{_KIND_AR} {_HOUSE_AR}",
    )
)
_MOVES = compiled(
    r"\b(?:mov\w+|transfer\w*|relocat\w+|until|jusqu\w*|demenag\w+|حتى|ريثما|نقل (?:المقر|مقر))\b"
)
_NOT_YET = compiled(
    r"\b(?:(?:will|shall) (?:be(?! held| convened| hosted| organi[sz]ed| opened)|move|have)\b|to be (?:moved|established|set up)|transfer\w*|"
    r"once\b|until|sera|jusqu|"
    r"سينقل|ستنقل|نقل|حتى|ريثما)\b"
)
# The Charter's own words: until Al-Quds is free the seat is in the city of the fact.
_UNTIL_FREE = compiled(
    r"until the liberation|jusqu'a la liberation|(?:حتى|إلى حين|لحين|ريثما) (?:[يت]تم )?تحرير"
)
_AL_QUDS = tuple(map(city_key, ("quds", "qods", "jerusalem", "القدس")))
# "at the headquarters in Riyadh": a paper of the house means its own, unless it names another body.
_AT_SEAT = compiled(
    r"(?:\b(?:at|to|in|from) (?:the |its |our )(?:permanent )?headquarters,? (?:in|at)|"
    r"\b(?:au|du) siege,? a|"
    r"(?<!\w)(?:ب|ل|في )?المقر(?: الدائم| الرئيسي)?،? (?:في|ب(?=\w{3}))) ?(?:مدينة )?$"
)
_ANOTHER_BODY = compiled(
    r"\b(?:united nations|un|unesco|bank|union|league|ministr\w+|embass\w+|compan\w+|"
    r"authority|cent(?:re|er)|institut\w+|organi[sz]ation of (?!islamic)|onu|nations unies|"
    r"banque|ligue|ambassade|societe|organisation (?:mondiale|internationale|du|des)|"
    r"الأمم|اليونسكو|البنك|الاتحاد|جامعة|الوزارة|وزارة|سفارة|شركة|مركز)\b"
)
_PAST = compiled(r"\b(?:was|were|had|fut|etait|avait|كان|كانت)\b|\b19[5-9]\d\b")
_OTHER = compiled(r"\b(?:office|mission|bureau|branch|antenne|مكتب|بعثة)\b")
_LETTERS = on_demand(r"[^\W\d_]+")
_WORDS = on_demand(r"([^\W\d_]+)(?:['-][^\W\d_]+)*")


def contradicts(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence says that the seat is in a city that the fact does not name."""
    skeleton = paper.skeleton
    allowed = paper.context.derived(_cities_of).get(fact.id, frozenset())
    named = _cities_in(paper, sentence) if allowed else []
    towns = [city for _, city in named if not any(word in city for word in _AL_QUDS)]
    if not named or any(city in allowed for city in towns):
        return False
    if _UNTIL_FREE.search(skeleton, *sentence):
        return bool(towns)
    if paper.kind is None and not _HOUSE.search(skeleton, *sentence):
        return False
    if any(city in allowed for _, city in named):
        return False
    if _PAST.search(skeleton, *sentence):
        return False
    if not _MOVES.search(skeleton, *sentence) and any(
        apposed.match(skeleton, end, sentence[1]) for (_, end), _ in named for apposed in _APPOSED
    ):
        return True
    if _NOT_YET.search(skeleton, *sentence):
        return False
    is_house = paper.kind is not None and not _ANOTHER_BODY.search(skeleton, *sentence)
    for (start, end), _ in named:
        if is_house and _AT_SEAT.search(skeleton, sentence[0], start):
            return True
        if any(pattern.match(skeleton, end, sentence[1]) for pattern in _AFTER_CITY):
            return True
        for pattern in _SEATS:
            for seat in pattern.finditer(skeleton, sentence[0], start):
                gap = skeleton[seat.end() : start]
                if _LED_TO.fullmatch(gap) and not _OTHER.search(gap):
                    return True
    return False


def _cities_in(paper: Paper, sentence: Stretch) -> list[tuple[Stretch, str]]:
    """Return the known cities of the sentence, each with its place and its English name."""
    cities = paper.context.derived(register_of).cities
    begins = paper.context.derived(_first_words)
    meant = {
        word
        for word in _LETTERS.findall(paper.skeleton, *sentence)
        if word in begins or (word[0] in _GLUED and word[1:] in begins)
    }
    if not meant:
        return []
    words = list(_WORDS.finditer(paper.skeleton, *sentence))
    found: list[tuple[Stretch, str]] = []
    for number, word in enumerate(words):
        if word[1] not in meant:
            continue
        if paper.text[word.start()].islower():
            continue
        for length in (3, 2, 1):
            last = words[min(number + length, len(words)) - 1]
            key = city_key(paper.text[word.start() : last.end()])
            start = word.start()
            if key not in cities and key[:1] in _GLUED and key[1:] in cities:
                key, start = key[1:], start + 1
            if key in cities:
                found.append(((start, last.end()), cities[key]))
                break
    return found


def _first_words(context: Context) -> frozenset[str]:
    """Return the first words of all names of cities, by which most words are none."""
    return frozenset(
        word
        for name in context.derived(register_of).cities
        for word in (re.split(r"[ '-]", name)[0],)
    )


_GLUED = tuple(city_key(letter) for letter in "بلو")


def _cities_of(context: Context) -> dict[str, frozenset[str]]:
    """Return by each fact of a seat the cities that it names."""
    cities = context.derived(register_of).cities
    held: dict[str, frozenset[str]] = {}
    for fact in context.facts:
        if fact.matter == "seat":
            key = f" {city_key(fact.holds)} "
            key = re.sub(r"[^\w ]", " ", key)
            held[fact.id] = frozenset(city for name, city in cities.items() if f" {name} " in key)
    return held
