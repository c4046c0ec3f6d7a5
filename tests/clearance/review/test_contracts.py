"""A whole contract and a draft: read as what they are, and what is wrong with them is found."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.terms import Kind, Language

CONTRACT = """CONTRACT FOR INTERPRETATION SERVICES

This Contract is made on 4 May 2026 between the General Secretariat of the Organisation of Islamic
Cooperation (hereinafter “the Organisation”) and Linguo SARL (hereinafter “the Contractor”).

Whereas the Secretary-General directed that a conference be held;

Article 1. Object
The Contractor shall provide eight (8) interpreters from 1 June 2026 to 5 June 2026.

Article 2. Price
The price is USD 24,000 (twenty-four thousand US dollars), charged to budget line 4.2.

Article 3. Term
This Contract enters into force on signature and ends on 30 June 2026.

Article 4. Disputes
Any dispute shall be settled amicably and, failing that, by arbitration in Jeddah.

Article 5. Privileges and immunities
Nothing in this Contract shall be a waiver of the immunities of the Organisation.

Article 6. Applicable law
This Contract is governed by the general principles of law.

For the Organisation: Omar Sow, Director-General of the Cabinet
For the Contractor: Paul Dubois
Approved by the Secretary-General on 2 May 2026
"""
DRAFT = """DRAFT RESOLUTION No. 3/52-POL
ON WATER

The Council of Foreign Ministers, meeting in its Fifty-second Session,

Guided by the principles and objectives of the Charter;

1. Calls upon Member States to increase their contributions;

2. Requests the Islamic Development Bank to continue its support;

3. Requests the Secretary-General to follow up the implementation of this resolution and to report.
"""


def _codes(reviewer: Reviewer, text: str) -> list[str]:
    return [f.code for f in reviewer.review(text, language=Language.ENGLISH).findings]


def test_contract_is_told_from_its_title_and_its_parties(reviewer: Reviewer) -> None:
    assert reviewer.review(CONTRACT).kind is Kind.CONTRACT
    assert _codes(reviewer, CONTRACT) == []


@pytest.mark.parametrize(
    ("there", "instead", "code"),
    [
        ("Approved by the Secretary-General on 2 May 2026\n", "", "LEG030"),
        ("Any dispute shall be settled amicably and, failing that, by arbitration in Jeddah.",
         "The parties remain friends.", "CON040"),
        ("This Contract enters into force on signature and ends on 30 June 2026.", "None.",
         "CON040"),
        ("eight (8)", "eight (9)", "FIG005"),
        ("Article 5.", "Article 6.", "CON030"),
    ],
)  # fmt: skip
def test_slip_in_a_contract_is_found(
    reviewer: Reviewer, there: str, instead: str, code: str
) -> None:
    assert there in CONTRACT
    assert code in _codes(reviewer, CONTRACT.replace(there, instead))


_TERMS = """Article 1. Object
The Contractor shall provide the services described in Annex I.
Article 2. Settlement of disputes
Any dispute shall be settled amicably, failing which by arbitration.
Article 3. Privileges and immunities
Nothing in this Contract shall be deemed a waiver of the immunities of the Organisation.
Article 4. Termination
Either party may terminate this Contract upon thirty (30) days written notice.
"""


@pytest.mark.parametrize(("greeting", "is_told"), [("Excellency,\n\n", False), ("", True)])
def test_letter_that_sets_out_the_terms_needs_no_parties(
    reviewer: Reviewer, greeting: str, is_told: bool
) -> None:
    text = (
        "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nRef.: OIC/CAB/PAL/2025/6012\n"
        "9 August 2025\n\nSubject: Conference services\n\n" + greeting + _TERMS
        + "\nOmar Sow\nSecretary-General\n\nEnclosures: 1 (Annex I)\n"
    )  # fmt: skip
    told = reviewer.review(text, kind=Kind.CONTRACT, language=Language.ENGLISH).findings
    parts = [str(one.params["part"]) for one in told if one.code == "CON001"]

    assert any("'parties'" in part for part in parts) is is_told


@pytest.mark.parametrize(
    "foot",
    [
        "For the Contractor: Paul Dubois, Manager\n\nFor the Organisation:\nOmar Sow\n"
        "Director-General of the Cabinet\n",
        "For the Organisation:\nOmar Sow\nDirector-General of the Cabinet\n\n"
        "For the Contractor: Paul Dubois, Manager\n",
    ],
)
def test_side_on_one_line_is_a_side_that_signs(reviewer: Reviewer, foot: str) -> None:
    begin = CONTRACT.index("For the Organisation: Omar Sow")
    end = CONTRACT.index("Approved by")
    only = "For the Organisation:\nOmar Sow\nDirector-General of the Cabinet\n"

    assert "CON001" not in _codes(reviewer, CONTRACT[:begin] + foot + CONTRACT[end:])
    assert "CON001" in _codes(reviewer, CONTRACT[:begin] + only + CONTRACT[end:])


_MADE = (
    "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nRef.: OIC/CAB/PAL/2025/6012\n"
    "9 August 2025\n\nCONTRACT FOR CONFERENCE SERVICES\n\n{}\n\n" + _TERMS
    + "\nFor the Organisation:\nOmar Sow\nSecretary-General\n\nFor the Contractor: Paul Dubois\n\n"
    "Enclosures: 1 (Annex I)\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("told", "is_missed"),
    [
        ("The parties are the General Secretariat of the Organisation of Islamic Cooperation and "
         "Linguo SARL.", False),
        ("Made at Jeddah on 4 May 2026 between:\n1) the General Secretariat; and\n2) Linguo SARL.",
         False),
        ("This Contract is made on 4 May 2026.", True),
    ],
)  # fmt: skip
def test_parties_are_told_however_it_is_said(
    reviewer: Reviewer, told: str, is_missed: bool
) -> None:
    text = _MADE.format(told)
    found = reviewer.review(text, kind=Kind.CONTRACT, language=Language.ENGLISH).findings
    parts = [str(one.params["part"]) for one in found if one.code == "CON001"]

    assert any("'parties'" in part for part in parts) is is_missed


def test_draft_is_not_asked_for_its_own_number_and_its_paragraphs_are_counted(
    reviewer: Reviewer,
) -> None:
    assert not [code for code in _codes(reviewer, DRAFT) if code.startswith("PRO")]
    assert "CON030" in _codes(reviewer, DRAFT.replace("2. Requests", "3. Requests"))


def test_reference_after_the_french_sign_of_a_number_is_one(reviewer: Reviewer) -> None:
    note = (
        "Organisation de la coopération islamique\nSecrétariat général\n\n{}OIC/POL/2026/033\n\n"
        "Le Secrétariat général présente ses compliments à l’Ambassade du Mali et, conformément à "
        "sa note du 3 mai 2026, a l’honneur de l’informer de la réunion.\n\nLe Secrétariat général "
        "saisit cette occasion pour renouveler à l’Ambassade du Mali les assurances de sa très "
        "haute considération.\n\nDjeddah, le 3 août 2026\n\nAmbassade du Mali\nRiyad\n"
    )
    found = reviewer.review(note.format("N° "), language=Language.FRENCH).findings

    assert [f.code for f in found if f.code == "CON001"] == []
