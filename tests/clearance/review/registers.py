"""A small register of resolutions, sessions and decisions for the tests; its resolutions are "
"made up."""

from __future__ import annotations

from datetime import date
from functools import cache

from clearance.review import Reviewer
from clearance.review.context import (
    Context,
    Fact,
    KnownDate,
    KnownResolution,
    KnownSession,
    KnownSymbol,
    KnownTreaty,
)
from clearance.review.default_registers import (
    city_spellings,
    kinds_that_need_a_basis,
    known_facts,
)
from clearance.terms import Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC
ARABIC_SERIES = {"PAL": "فل", "POL": "س", "ORG": "أ ت", "E": "ق", "C": "ث"}


def _resolution(ref: str, session: str, *titles: str, newer: str | None = None) -> KnownResolution:
    return KnownResolution(
        ref=ref,
        session=session,
        titles=dict(zip((EN, FR, AR), titles, strict=True)),
        superseded_by=newer,
        expired_on=date(2024, 1, 1) if ref == "3/48-E" else None,
    )


RESOLUTIONS = (
    _resolution("4/50-PAL", "CFM-50", "on the City of Al-Quds Al-Sharif",
                "sur la ville d’Al-Qods Al-Charif", "بشأن مدينة القدس الشريف", newer="2/51-PAL"),
    _resolution("2/51-PAL", "CFM-51", "on the City of Al-Quds Al-Sharif",
                "sur la ville d’Al-Qods Al-Charif", "بشأن مدينة القدس الشريف"),
    _resolution("7/51-POL", "CFM-51", "on the Situation in Mali and the Sahel Region",
                "sur la situation au Mali et dans la région du Sahel",
                "بشأن الوضع في مالي ومنطقة الساحل"),
    _resolution("8/51-POL", "CFM-51", "on the Situation in Somalia",
                "sur la situation en Somalie", "بشأن الوضع في الصومال"),
    _resolution("3/48-E", "CFM-48", "on Trade, Tourism and Transport",
                "sur le commerce, le tourisme et les transports",
                "بشأن التجارة والسياحة والنقل"),
    _resolution("12/14-C(IS)", "IS-14", "on the Protection of Islamic Holy Places",
                "sur la protection des lieux saints de l’Islam", "بشأن حماية المقدسات الإسلامية"),
)  # fmt: skip
SESSIONS = (
    KnownSession(code="CFM-48", number=48, year=2022, begins=date(2022, 3, 22),
                 city={EN: "Islamabad", FR: "Islamabad", AR: "إسلام آباد"}),
    KnownSession(code="CFM-50", number=50, year=2024, begins=date(2024, 8, 29),
                 city={EN: "Yaoundé", FR: "Yaoundé", AR: "ياوندي"}),
    KnownSession(code="CFM-51", number=51, year=2025, begins=date(2025, 6, 21),
                 city={EN: "Istanbul", FR: "Istanbul", AR: "إسطنبول"}),
    KnownSession(code="IS-14", number=14, year=2019,
                 city={EN: "Makkah Al-Mukarramah", FR: "La Mecque", AR: "مكة المكرمة"}),
)  # fmt: skip
FUND = Fact(
    id="FUND",
    name={EN: "The Water Fund was dissolved on 1 May 2024.",
          FR: "Le Fonds de l’eau a été dissous le 1er mai 2024.",
          AR: "حُل صندوق المياه في 1 مايو 2024."},
    subjects=("Water Fund", "Fonds de l’eau", "صندوق المياه"),
    matter="existence",
    holds="dissolved",
    since=date(2024, 5, 1),
)  # fmt: skip
CONTEXT = Context(
    resolutions=RESOLUTIONS,
    sessions=SESSIONS,
    dates=(
        KnownDate(number="71/31", days=(date(2016, 12, 5),)),
        KnownDate(number="71/51", days=(date(2016, 12, 5),)),
        KnownDate(number="71/60", days=(date(2016, 12, 6),)),
    ),
    symbols=(KnownSymbol(symbol="OIC/CFM-51/2025/POL/SG-REP.1"),),
    facts=(*known_facts(), FUND),
    treaties=(
        KnownTreaty(titles={EN: "Statute of the Islamic Court", FR: "Statut de la Cour islamique",
                            AR: "النظام الأساسي للمحكمة الإسلامية"}, in_force=False),
    ),
    city_spellings=city_spellings(),
    arabic_series=ARABIC_SERIES,
    complete=frozenset({"CFM-51", "48-E"}),
    basis_needed=kinds_that_need_a_basis(),
    organisation={EN: "Organisation of Islamic Cooperation",
                  FR: "Organisation de la coopération islamique", AR: "منظمة التعاون الإسلامي"},
)  # fmt: skip


@cache
def reviewer_of_tests() -> Reviewer:
    """Return the checks with these registers, compiled once for all tests."""
    return Reviewer(CONTEXT)
