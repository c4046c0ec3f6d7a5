"""The city of an institution, and the year and city of a text that every officer knows.

"IRCICA, located in Ankara", "the Arab Peace Initiative, adopted in Beirut in 2003": what stands
right behind the name is held against the registers. A city in which a body may only have met, a
year in which a text may have been signed by one state or come into force, contradict nothing.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from clearance.data import Institution, institutions
from clearance.data.cities import name_of_city
from clearance.data.landmarks import Landmark, landmarks
from clearance.reading.expressions import is_of, on_demand
from clearance.reading.skeleton import compiled
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.institutions import acronyms_of, key, names_of
from clearance.review.paper import Paper
from clearance.review.resolution_register import city_key, register_of
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.review.wording import Param

_TO = r"(?:in|at|a|au|en|aux)\s+(?:the (?:city|capital) of |la ville de )?"
_TO_AR = r"(?:في\s+(?:مدينة\s+|العاصمة\s+)?|هي?و?\s+(?:مدينة\s+)?|مدينة\s+|ب(?=\w{3}))"
_SEATED = (
    rf"(?:(?:which|that|and) )?(?:(?:is|was|being) )?(?:located|based|seated|situated|headquartered|housed|established) {_TO}|"
    rf"(?:(?:which|that) )?(?:has|having|with) its (?:(?:permanent|main) )?(?:headquarters|seat|offices?) (?:(?:located|based) )?{_TO}|"
    rf"whose (?:headquarters|seat) (?:is|are) (?:(?:located|based) )?{_TO}|"
    rf"(?:qui est )?(?:sise?|situee?|basee?|etablie?|installee?) {_TO}|"
    rf"(?:dont le siege (?:permanent )?(?:est|se trouve)|(?:ayant|qui a) son siege(?: permanent)?) (?:(?:situe|etabli|fixe|sis) )?{_TO}|"
    r"(?:و?مقره[ا]?|و?يوجد مقره[ا]?|الكائنة?|الذي يقع(?: مقره)?|التي يقع مقرها|الذي يوجد مقره|التي يوجد مقرها|التي تتخذ من|الذي يتخذ من)"
    rf"\s+(?:الدائم\s+|الرئيسي\s+)?(?:{_TO_AR})?"
)
_BRACKET = r"(?:\s*\([^()\n]{1,60}\))?"
_STRONG = compiled(rf"{_BRACKET}\s*,?\s*(?:{_SEATED})")
_LED_TO = compiled(rf"{_TO}|{_TO_AR}")
_PLAIN = compiled(rf"{_BRACKET}(?:,?\s+(?:{_TO}|{_TO_AR})|,\s+)")
# "IRCICA (Istanbul)": a city alone in brackets, with its state or without.
_CITY_IN_BRACKETS = compiled(r"\s*\((?=[^\W\d_][^()\d;]{2,40}\))")
# Before the name: the seat itself is spoken of.
_SEAT_OF = compiled(
    r"(?:headquarters|seat|premises) of (?:the )?$|siege (?:du|de la|de l'|de) ?$|(?:ب|ل|ال)?مقر (?:ال)?$"
)
# Before the name: another than the body is in the city, or it meets there.
_OTHERS = compiled(
    r"\b(?:with|by|to|from|and|between|avec|par|a|au|et|entre|مع|إلى|من|قبل|بين)\s+(?:the |la |le |l')?$|"
    r"\b(?:meet\w*|met|sessions?|conferences?|assembl\w+|forum|summit|workshops?|seminars?|held|hosted|organi[sz](?:e|es|ed|ing)|hold\w*|visit\w*|office|branch|"
    r"reunions?|assemblee|colloque|atelier|seminaire|tenue?s?|organise\w*|bureau|visite|"
    r"(?:ال)?(?:اجتماع\w*|دورة|دورات|مؤتمر\w*|ندوة|ورشة|منتدى|معرض|زيارة|مكتب|جمعية)|عقدت?|نظمت?|استضافت?)\b[^.;\n]*$"
)
_NOT_NOW = compiled(
    r"\b(?:will|shall|moved?|transfer\w*|former\w*|until|originally|was|were|sera|transfere\w*|ancien\w*|jusqu\w*|etait|سابقا|كان|كانت|نقل|سينقل|ستنقل|حتى)\b"
)
_BY = r"(?:(?:by|at|during|par|lors de|a|au|من قبل|عن|خلال)\s+[^.;()\d\n]{3,90}?[,\s]\s*)?"
_ADOPTED = (
    r"(?:(?:which|that|qui) )?(?:(?:was|were|has been|a ete|fut) )?(?:adopted|approved|endorsed|proclaimed|launched|concluded|adoptee?|approuvee?|lancee?|proclamee?|conclue?|"
    r"(?:ال)?(?:معتمدة?|صادرة?|مبرمة?|مؤرخة?)|(?:الذي|التي) (?:اعتمدت?|أقرت?|صدرت?|اعتمدتها|أقرتها|اعتمده|أقره))\s+"
)
_DAY = r"(?:\d{1,2}(?:er|st|nd|rd|th)? )?(?:[^\W\d_]+ ){0,2}?"
_YEAR = rf"(?:in|on|of|en|de|du|le|عام|سنة|لعام|لسنة|في|بتاريخ|في عام|في سنة|يوم)?\s*(?:the )?{_DAY}(?P<year>(?:18|19|20)\d\d)(?![\d/]|-\d)"
_IN_YEAR = compiled(
    rf"{_BRACKET}\s*,?\s*(?:{_ADOPTED}{_BY}(?P<there>(?:{_TO}|{_TO_AR})[^.;()\d\n]{{3,40}}?,?\s+)?{_YEAR}|"
    rf"(?:of|de|du|لعام|لسنة)\s+{_DAY}(?P<of_year>(?:18|19|20)\d\d)(?![\d/]|-\d)|\((?P<bracketed>(?:18|19|20)\d\d)\))"
)
# "the 1995 Beijing Declaration", but not "the 2010 Review Conference"
_YEAR_BEFORE = compiled(
    r"\b(?:the|of|and) (?P<year>(?:18|19|20)\d\d) (?:united nations |un |international )?$"
)
_OF_CONFERENCE = compiled(
    r"\s*(?:[^\W\d_]+ )?(?:review|conference|meeting|session|summit|amendment|protocol|report|assessment|cop|stocktake)"
)
_NEAR_YEAR = 32
_IN_CITY = compiled(rf"{_BRACKET}\s*,?\s*(?:{_ADOPTED}{_BY}(?:{_TO}|{_TO_AR}))")
_IN_CITY_AT_ONCE = compiled(rf"{_BRACKET}\s*,?\s*(?:{_ADOPTED}(?:{_TO}|{_TO_AR}))")
_FOUNDED = compiled(
    rf"(?:\s+(?:officially|officiellement|رسميا))?\s*(?:(?P<there>(?:{_TO}|{_TO_AR})[^.;()\d\n]{{3,30}}?,?\s+)?{_YEAR}|(?P<city>{_TO}|{_TO_AR}))"
)
# Before the name: the year behind it may be that of another act about the text.
_ABOUT = compiled(
    r"\b(?:acced\w+|access\w+|ratifi\w+|adher\w+|protocols?|amendments?|implementation|implement\w*|ratification|signature|conference|review|anniversary|report|adhesion|protocoles?|"
    r"amendements?|mise en oeuvre|application|conference|examen|anniversaire|(?:ال)?(?:انضم\w*|بروتوكول\w*|تعديل\w*|تنفيذ|تطبيق|تصديق|مؤتمر|استعراض|ذكرى|تقرير))\b[^.;,]*$"
)
_HOUSE = compiled(r"islamic cooperation|cooperation islamique|التعاون الإسلامي|\boic\b|\boci\b")
_AQSA = compiled(r"al-aqsa|الأقصى|islamic summit|sommet islamique|القمة الإسلامي")  # why it was
_ANOTHER = compiled(
    r"organi[sz]ations? (?!of (?:the )?islamic co)[a-z]|organisation (?!de la co)(?:d|pour|mondiale|internationale)|منظمة (?!التعاون)"
)
_ACRONYM = on_demand(r"\s*\((?P<acronym>[A-Z][A-Za-z-]{2,8})\)")
_NEAR_BEFORE = 120
_WORDS = on_demand(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TONGUES = ("en", "fr", "ar")
_FOUNDING = "OIC-FOUNDED"


@dataclass(frozen=True)
class _Known:
    """What one name leads to. ``event`` None: an institution."""

    event: Landmark | None
    cities: frozenset[str]
    acronyms: frozenset[str]
    fact: dict[str, str]
    source: str


def triggers(_: Context) -> Iterable[Trigger]:
    """Return the names that are looked for."""
    names = [name for each in landmarks() for name in each.names]
    names += [name for each in institutions() for name in names_of(each)]
    return [Trigger("landmark", name, literal=True) for name in dict.fromkeys(names)]


def check(paper: Paper) -> Iterator[Finding]:
    """Find a city or a year that the registers do not have for what is named."""
    known = paper.context.derived(_by_name)
    told: set[Stretch] = set()
    for start, end in paper.hits("landmark"):
        skeleton = paper.skeleton
        named = known.get(" ".join(skeleton[start:end].split()))
        if named is None or skeleton[end : end + 1].isalnum():
            continue
        if skeleton[end - 1].isascii() and skeleton[start - 1 : start].isalnum():
            continue
        for finding in _held_against(paper, (start, end), named):
            if (finding.start, finding.end) not in told:
                told.add((finding.start, finding.end))
                yield finding


def _held_against(paper: Paper, name: Stretch, named: _Known) -> Iterator[Finding]:
    if named.event is None:
        return chain(_acronym(paper, name, named), _seat(paper, name, named))
    return (_founding if named.event.code == _FOUNDING else _event)(paper, name, named)


def _acronym(paper: Paper, name: Stretch, named: _Known) -> Iterator[Finding]:
    """Find the acronym of another institution in brackets behind a name."""
    bracket = _ACRONYM.match(paper.text, name[1])
    if bracket is None or bracket["acronym"] in named.acronyms:
        return
    if bracket["acronym"] in paper.context.derived(_every_acronym):
        yield found(
            "PRO031", *bracket.span("acronym"), elsewhere=(name,),
            suggestion=min(named.acronyms, default=None), printed=bracket["acronym"],
            name=" ".join(paper.text[slice(*name)].split()),
        )  # fmt: skip


def _seat(paper: Paper, name: Stretch, named: _Known) -> Iterator[Finding]:
    skeleton = paper.skeleton
    led = _STRONG.match(skeleton, name[1])
    before = skeleton[max(0, name[0] - _NEAR_BEFORE) : name[0]].rpartition("\n\n")[2]
    before = re.split(r"[.;] ", before)[-1]
    if led is None:
        led = _PLAIN.match(skeleton, name[1]) or _CITY_IN_BRACKETS.match(skeleton, name[1])
        if led is None or (_OTHERS.search(before) and not _SEAT_OF.search(before)):
            return
        if is_of(led, _CITY_IN_BRACKETS) and not _is_city_alone(paper, led.end()):
            return
    elif _NOT_NOW.search(skeleton, name[1], led.end()):
        return
    yield from _other_city(paper, led.end(), name, named)


def _is_city_alone(paper: Paper, at: int) -> bool:
    """Tell whether only a city stands in the brackets, or a city and its state."""
    city = _city_at(paper, at)
    return city is not None and paper.skeleton[city[0][1] : city[0][1] + 1] in (",", ")")


def _event(paper: Paper, name: Stretch, named: _Known) -> Iterator[Finding]:
    skeleton = paper.skeleton
    if _ABOUT.search(skeleton, max(0, name[0] - _NEAR_BEFORE), name[0]):
        return
    before = _YEAR_BEFORE.search(skeleton, max(0, name[0] - _NEAR_YEAR), name[0])
    if before and not _OF_CONFERENCE.match(skeleton, name[1]):
        yield from _other_year(paper, before, name, named)
    if led := _IN_YEAR.match(skeleton, name[1]):
        yield from _other_year(paper, led, name, named)
    led = _IN_CITY_AT_ONCE.match(skeleton, name[1])
    if led is None or _city_at(paper, led.end()) is None:
        led = _IN_CITY.match(skeleton, name[1])  # "adopted by the Council at Riyadh"
    if led is not None:
        yield from _other_city(paper, led.end(), name, named)


def _founding(paper: Paper, name: Stretch, named: _Known) -> Iterator[Finding]:
    """Find another year or city of the house's founding than its own; of no other body's."""
    skeleton = paper.skeleton
    is_named = _HOUSE.search(skeleton, *name)
    is_ours = _HOUSE.search(skeleton) or _AQSA.search(skeleton, name[1], name[1] + 2 * _NEAR_BEFORE)
    another = _ANOTHER.search(skeleton, max(0, name[0] - 4 * _NEAR_BEFORE), name[0])
    if not is_named and (not is_ours or another):
        return
    led = _FOUNDED.match(skeleton, name[1])
    if led is None:
        return
    if led["year"]:
        yield from _other_year(paper, led, name, named)
    place = led.start("there") if led["there"] else led.start("city") if led["city"] else -1
    if place >= 0:
        lead = _LED_TO.match(skeleton, place)
        yield from _other_city(paper, lead.end() if lead else place, name, named)


def _other_year(
    paper: Paper, led: re.Match[str], name: Stretch, named: _Known
) -> Iterator[Finding]:
    group = next(
        each for each in ("year", "of_year", "bracketed") if led.groupdict().get(each) is not None
    )
    assert named.event is not None  # noqa: S101  (the caller looked)
    if led[group] not in named.event.years:
        yield _finding(paper, led.span(group), name, named)


def _other_city(paper: Paper, at: int, name: Stretch, named: _Known) -> Iterator[Finding]:
    city = _city_at(paper, at)
    if city is None or not named.cities:
        return
    (start, end), key = city
    if key in named.cities or any(
        other in paper.skeleton[end : end + 40] for other in named.cities
    ):
        return
    yield _finding(paper, (start, end), name, named)


def _city_at(paper: Paper, at: int) -> tuple[Stretch, str] | None:
    """Return the known city that is named there, and its key; None: no city that is known."""
    cities = paper.context.derived(register_of).cities
    words = list(islice(_WORDS.finditer(paper.skeleton, at, at + 60), 3))
    if not words or words[0].start() != at or paper.text[at].islower():
        return None
    for length in range(len(words), 0, -1):
        end = words[length - 1].end()
        key = city_key(paper.text[at:end])
        if key in cities:
            return (at, end), cities[key]
    return None


def _finding(paper: Paper, at: Stretch, name: Stretch, named: _Known) -> Finding:
    fact: Param = named.fact
    return found(
        "PRO027", *at, elsewhere=(name,), source=named.source, fact=fact,
        printed=paper.text[slice(*at)],
    )  # fmt: skip


def _every_acronym(_: Context) -> frozenset[str]:
    return frozenset(acronym for each in institutions() for acronym in acronyms_of(each))


def _by_name(context: Context) -> dict[str, _Known]:
    """Return what each name leads to, in the letters of the skeleton."""
    cities = context.derived(register_of).cities
    found_names: dict[str, _Known] = {}
    for event in landmarks():
        known = _Known(
            event,
            frozenset(cities.get(city_key(city), city_key(city)) for city in event.cities),
            frozenset(),
            {"en": event.name_en, "fr": event.name_fr, "ar": event.name_ar},
            "; ".join(source.text for source in event.source),
        )
        found_names |= {key(name): known for name in event.names}
    for each in institutions():
        seats = [city_key(city) for city in (each.seat_city or "").split(" / ") if city]
        known = _Known(
            None,
            frozenset(cities.get(seat, seat) for seat in seats),
            frozenset(acronyms_of(each)),
            _told(each),
            "; ".join(source.text for source in each.source),
        )
        found_names |= {key(name): known for name in names_of(each)}
    return found_names


def _told(each: Institution) -> dict[str, str]:
    seat = (each.seat_city or "").split(" / ")
    told = {
        tongue: " / ".join(name_of_city(city, tongue) or city for city in seat)
        for tongue in _TONGUES
    }
    return {
        "en": f"{each.name_en}: its seat is in {told['en']}.",
        "fr": f"{each.name_fr} : son siège est à {told['fr']}.",
        "ar": f"{each.name_ar}: مقره {told['ar']}.",
    }
