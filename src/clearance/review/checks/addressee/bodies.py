"""Towns, institutions and office holders that the text itself names with what is another's.

"Dakar, Republic of Mali"; "Islamic Development Bank (UNESCO)"; "the Secretary-General, Mr. Kofi
Annan" in a paper of today. Sources: the registers of states and institutions; the list of the
Secretaries-General of the United Nations.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearance.data import institutions
from clearance.data.cities import capitals, cities
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee.places import capitals_of, city_key_in
from clearance.review.checks.sensitivity.circumstances import (
    is_of_its_time,
    is_of_unknown_time,
    is_quoted,
)
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.institutions import acronyms_of, key, names_of
from clearance.review.mentions.states import states_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_TOWN = "capital and comma"
_INSTITUTION = "institution's name"
_HOLDER = "former holder"
_LEFT = {  # the last day in office
    "Trygve Lie": date(1953, 4, 10), "Hammarskjöld": date(1961, 9, 18), "U Thant": date(1971, 12, 31),
    "Waldheim": date(1981, 12, 31), "Pérez de Cuéllar": date(1991, 12, 31),
    "Boutros-Ghali": date(1996, 12, 31), "Kofi Annan": date(2006, 12, 31), "Ban Ki-moon": date(2016, 12, 31),
    "فالدهايم": date(1981, 12, 31), "دي كوييار": date(1991, 12, 31), "بطرس غالي": date(1996, 12, 31),
    "كوفي عنان": date(2006, 12, 31), "بان كي مون": date(2016, 12, 31),
}  # fmt: skip
_UNTIL = {fold(name).skeleton: day for name, day in _LEFT.items()}
_IN_OFFICE = compiled(
    r"(?:(?<!former )(?<!then )(?<!late )\bsecretary-general(?: of the united nations)?|(?<!ancien )(?<!alors )\bsecretaire general(?: des nations unies| de l'organisation des nations unies)?|"
    r"(?:ال)?أمين العام(?: للأمم المتحدة)?),? *(?:mr\.? |m\. |monsieur |his excellency |h\.e\. |s\.e\. |dr\.? |السيد |معالي |الدكتور )*(?:[^\W\d_]+\.? )?$"
)
# Abbreviations that drafters have at hand, beside those of the house's institutions.
_KNOWN = frozenset(
    [
        "unesco",
        "unicef",
        "undp",
        "pnud",
        "unhcr",
        "hcr",
        "who",
        "oms",
        "fao",
        "ilo",
        "oit",
        "wto",
        "omc",
        "unido",
        "onudi",
        "unep",
        "pnue",
        "unfpa",
        "imf",
        "fmi",
        "wfp",
        "pam",
        "itu",
        "uit",
        "wipo",
        "ompi",
        "iaea",
        "aiea",
        "escwa",
        "alecso",
        "gcc",
        "ccg",
        "ecowas",
        "cedeao",
        "opec",
        "opep",
        "nato",
        "otan",
        "asean",
        "unrwa",
        "ohchr",
    ]
)
_IN_BRACKETS = on_demand(r"\s*\((?P<told>[A-Z][A-Za-z]{2,8})\)")
_AFTER_STATE = compiled(
    r"\s*(?:$|[.;:()\n\d-]|,\s*(?:\d|on\b|from\b|le\b|du\b|في|يوم|where\b|ou\b)|(?:on|from|in|le|du|from|between|where|في|يوم|خلال|من) )"
)


def triggers(context: Context) -> Iterator[Trigger]:
    """Return capitals before a comma, names of institutions, and former Secretaries-General."""
    towns = {name for state in context.states for name in state.capital.values()}
    towns |= {name for city in (*capitals(), *cities()) for name in (city.name_fr, city.name_ar)}
    for town in sorted(towns):
        yield Trigger(_TOWN, f"{town},", literal=True, of_register=True)
    for name in sorted({name for each in institutions() for name in names_of(each) if " " in name}):
        yield Trigger(_INSTITUTION, name, literal=True)
    for name in _LEFT:
        yield Trigger(_HOLDER, name, literal=True)


def check(paper: Paper) -> Iterator[Finding]:
    """Find a capital put in another state, another's abbreviation, a holder of long ago."""
    yield from _towns(paper)
    yield from _abbreviations(paper)
    yield from _holders(paper)


def _towns(paper: Paper) -> Iterator[Finding]:
    states = states_of(paper.context)
    known = capitals_of(paper.context)
    for start, end in paper.hits(_TOWN):
        if paper.skeleton[start - 1 : start].isalpha() or paper.text[start].islower():
            continue
        town = known.get(city_key_in(paper.text[start : end - 1], paper.context))
        if town is None or states.read(paper.skeleton, start, end):
            continue
        named = states.read(paper.skeleton, end, min(len(paper.skeleton), end + 60))
        if (
            not named
            or named[0].iso3 == town[1].iso3
            or paper.skeleton[end : named[0].start].strip() not in ("", "the")
        ):
            continue
        if not _AFTER_STATE.match(paper.skeleton, named[0].end):
            continue
        yield found(
            "ADR026", named[0].start, named[0].end, elsewhere=((start, end - 1),),
            suggestion=states.name(town[1].iso3, paper.language, formal=named[0].formal),
            town=paper.text[start : end - 1], right=town[1].short,
            printed=" ".join(paper.text[named[0].start : named[0].end].split()),
        )  # fmt: skip


def _abbreviations(paper: Paper) -> Iterator[Finding]:
    for start, end in paper.hits(_INSTITUTION):
        told = _IN_BRACKETS.match(paper.text, end)
        if told is None:
            continue
        own, others = _held(key(paper.skeleton[start:end]))
        printed = fold(told["told"]).skeleton
        if own and printed not in own and (printed in others or printed in _KNOWN):
            yield found(
                "ADR027", *told.span("told"), printed=told["told"],
                right=" ".join(paper.text[start:end].split()),
            )  # fmt: skip


def _held(name: str) -> tuple[set[str], set[str]]:
    """Return the abbreviations of the institution of that name, and those of the others."""
    own: set[str] = set()
    others: set[str] = set()
    for each in institutions():
        names = {key(one) for one in names_of(each) if one}
        (own if name in names else others).update(fold(one).skeleton for one in acronyms_of(each))
    return own, others - own


def _holders(paper: Paper) -> Iterator[Finding]:
    for start, end in paper.hits(_HOLDER):
        if not _IN_OFFICE.search(paper.skeleton, max(0, start - 90), start):
            continue
        until = _UNTIL[" ".join(paper.skeleton[start:end].split())]
        if is_quoted(paper, start, end) or is_of_its_time(paper, start, end, until):
            continue
        if is_of_unknown_time(paper, start, end, until):
            continue
        yield found("ADR028", start, end, printed=paper.text[start:end], date=until)
