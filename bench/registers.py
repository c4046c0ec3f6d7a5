"""The registers file of a set of planted errors, as a context for the review.

The file is one JSON object. What it may hold, each part optional:
``resolutions`` (number, title in English, session, year, status, superseded_by), ``sessions``
(code: [city, year]), ``titles`` (fr, ar: English title to the other), ``cities`` (fr, ar),
``ar_series`` (series: Arabic letters), ``addressees`` (id, iso3, style, honorific, name, name_ar,
name_fr, title, level), ``signatories`` (id: name, name_ar, title, kinds, limit in US
dollars, max_level: the highest level to which they write), ``countries`` (iso3,
oic, and a short and a formal name in each language), ``sensitive`` (language: pairs of wrong and
right), ``org`` and ``oldorg`` (the house's name now and before), ``un_dates`` (number: days as
printed in English), ``facts`` (id, rule as "SUBJECT: what was decided on YYYY-MM-DD", source),
``reference_patterns`` (the form of the house's numbers; ``REFERENCES`` where it is not there).
What it does not hold comes from the package's own registers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from clearance.review.context import (
    Context,
    Fact,
    KnownAddressee,
    KnownDate,
    KnownResolution,
    KnownSession,
    KnownSignatory,
    KnownState,
    KnownTerm,
)
from clearance.review.defaults import default_context
from clearance.review.particulars import Particulars
from clearance.review.told_facts import fact_told
from clearance.terms import AddresseeLevel, Kind, Language

_ROLES = {"SG": "secretary_general", "DG": "director_general"}
# The generator's kinds and the house's: "memo" is its short word for a memorandum, "note" for a
# note verbale.
KINDS = {"memo": "memorandum", "resolution": "draft_resolution", "note": "note_verbale"}
# Levels of addressees from the lowest, each with those of the house that are as high.
LEVELS: dict[str, tuple[AddresseeLevel, ...]] = {
    "official": (
        AddresseeLevel.HOST_COUNTRY_BODY, AddresseeLevel.INSTITUTION,
        AddresseeLevel.EXTERNAL_OFFICE, AddresseeLevel.NGO, AddresseeLevel.PERSON,
    ),
    "ambassador": (
        AddresseeLevel.PERMANENT_REPRESENTATIVE, AddresseeLevel.INTERNATIONAL_ORGANISATION,
    ),
    "minister": (
        AddresseeLevel.MINISTER, AddresseeLevel.FOREIGN_MINISTER,
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS, AddresseeLevel.MEMBER_STATES,
    ),
    "head_of_government": (AddresseeLevel.HEAD_OF_GOVERNMENT,),
    "head_of_state": (AddresseeLevel.HEAD_OF_STATE,),
}  # fmt: skip
# The form of the numbers in the sets of the house, which name none.
REFERENCES = ("OIC/CAB/{unit}/{year}/{serial:4}",)


def context_of(path: Path) -> Context:
    """Return the package's context with the registers of the file in place of its own."""
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    context = default_context()
    makers = {
        "sessions": ("sessions", _sessions),
        "resolutions": ("resolutions", _resolutions),
        "addressees": ("addressees", _addressees),
        "signatories": ("signatories", _signatories),
        "countries": ("states", _states),
        "un_dates": ("dates", _dates),
    }
    changes: dict[str, Any] = {
        field: make(given) for part, (field, make) in makers.items() if part in given
    }
    if "sensitive" in given:
        changes["terms"] = (*context.terms, *_terms(given["sensitive"]))
    if "ar_series" in given:
        changes["arabic_series"] = given["ar_series"]
    changes["reference_patterns"] = tuple(given.get("reference_patterns", REFERENCES))
    if "org" in given:
        changes["organisation"] = _names(given["org"])
    if "oldorg" in given:
        changes["former_organisation"] = _names(given["oldorg"])
    if "resolutions" in given:  # the file holds them all: a number that it lacks does not exist
        changes["complete"] = frozenset({"*"})
    # A note bears no signature: who may issue one, by the register, can only have approved it.
    signatories = changes.get("signatories", ())
    if any(Kind.NOTE_VERBALE.value in officer.kinds for officer in signatories):
        changes["approval_needed"] = context.approval_needed | {Kind.NOTE_VERBALE.value}
    if "facts" in given:
        states = changes.get("states", context.states)
        changes["facts"] = (*context.facts, *_facts(given["facts"], states))
    return replace(context, **changes)


def particulars_of(meta: Mapping[str, Any]) -> Particulars:
    """Return what a line's ``meta`` tells of its paper."""
    dated = meta.get("doc_date")
    return Particulars(
        dated=date.fromisoformat(dated) if dated else None,
        addressee=meta.get("addressee"),
        signatory=meta.get("signatory"),
    )


def _names(given: Mapping[str, str]) -> dict[Language, str]:
    return {Language(key): text for key, text in given.items() if key in set(Language)}


def _sessions(given: dict[str, Any]) -> tuple[KnownSession, ...]:
    cities = given.get("cities", {})
    return tuple(
        KnownSession(
            code=code,
            number=int(code.rpartition("-")[2]),
            year=int(year),
            city={Language.ENGLISH: city}
            | {Language(tongue): names[city] for tongue, names in cities.items() if city in names},
        )
        for code, (city, year) in given["sessions"].items()
    )


def _resolutions(given: dict[str, Any]) -> tuple[KnownResolution, ...]:
    titles = given.get("titles", {})
    return tuple(
        KnownResolution(
            ref=row["number"],
            session=row["session"],
            year=row.get("year"),
            superseded_by=row.get("superseded_by"),
            expired_on=date.min if row.get("status") == "expired" else None,
            titles={Language.ENGLISH: row["title"]}
            | {
                Language(tongue): named[row["title"]]
                for tongue, named in titles.items()
                if row["title"] in named
            },
        )
        for row in given["resolutions"]
    )


def _addressees(given: dict[str, Any]) -> tuple[KnownAddressee, ...]:
    return tuple(
        KnownAddressee(
            id=row["id"],
            names={
                Language.ENGLISH: row["name"],
                Language.FRENCH: row.get("name_fr", row["name"]),
                Language.ARABIC: row["name_ar"],
            },
            titles=_names(row["title"]),
            style={key: text.strip() for key, text in _names(row.get("honorific", {})).items()},
            state=row.get("iso3"),
            level=LEVELS[row["level"]][0] if row.get("level") in LEVELS else None,
        )
        for row in given["addressees"]
    )


def _signatories(given: dict[str, Any]) -> tuple[KnownSignatory, ...]:
    return tuple(
        KnownSignatory(
            id=code,
            names=dict.fromkeys(Language, row["name"])
            | ({Language.ARABIC: row["name_ar"]} if "name_ar" in row else {}),
            titles=_names(row["title"]),
            kinds=frozenset(KINDS.get(kind, kind) for kind in row["kinds"]),
            limit=Decimal(row["limit"]) if "limit" in row else None,
            role=_ROLES.get(code),
            levels=_levels(row.get("max_level")),
        )
        for code, row in given["signatories"].items()
    )


def _levels(highest: str | None) -> frozenset[AddresseeLevel] | None:
    """Return the levels up to the highest; None: any."""
    if highest not in LEVELS:
        return None
    order = list(LEVELS)
    return frozenset(one for name in order[: order.index(highest) + 1] for one in LEVELS[name])


def _states(given: dict[str, Any]) -> tuple[KnownState, ...]:
    own = {state.iso3: state for state in default_context().states}
    return tuple(
        KnownState(
            iso3=row["iso3"],
            short={
                tongue: row[f"{tongue}_short"] for tongue in Language if row.get(f"{tongue}_short")
            },
            formal={
                tongue: row[f"{tongue}_formal"]
                for tongue in Language
                if row.get(f"{tongue}_formal")
            },
            capital={Language.ENGLISH: row["capital"]} if row.get("capital") else {},
            is_member=bool(row.get("oic")),
            variants=own[row["iso3"]].variants if row["iso3"] in own else (),
            former=own[row["iso3"]].former if row["iso3"] in own else (),
        )
        for row in given["countries"]
    )


def _facts(given: list[dict[str, str]], states: tuple[KnownState, ...]) -> tuple[Fact, ...]:
    told = (
        fact_told(row["rule"], id=row["id"], states=states, source=row.get("source", ""))
        for row in given
    )
    return tuple(fact for fact in told if fact is not None)


def _dates(given: dict[str, Any]) -> tuple[KnownDate, ...]:
    return tuple(
        KnownDate(
            number=number,
            days=tuple(datetime.strptime(day, "%d %B %Y").date() for day in days),  # noqa: DTZ007  (a day)
        )
        for number, days in given["un_dates"].items()
    )


def _terms(given: Mapping[str, list[list[str]]]) -> tuple[KnownTerm, ...]:
    return tuple(
        KnownTerm(id=f"{tongue}-{place}", language=Language(tongue), avoid=wrong, right=right)
        for tongue, pairs in given.items()
        for place, (wrong, right) in enumerate(pairs)
    )
