"""Approvals told by whom the register knows, however they are worded; parts in other places."""

from __future__ import annotations

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, DG, EN, FR, SG, codes, letter

LINES = {
    EN: (
        "Noted and agreed, {name}, {post}",
        "OK to issue - {name}, {post}, 2025-10-13",
        "Initialled and approved on 13 October 2025: {name}, {post}",
        "Text seen, no objection: {name} ({post})",
    ),
    FR: (
        "Accord donné : {name} ({post}), le 13 octobre 2025",
        "Pour signature, lu et approuvé - {name}, {post}, le 13 octobre 2025",
        "Paraphé et approuvé le 13 octobre 2025 : {name}, {post}",
        "Vu et accepté par {name}, {post}",
    ),
    AR: (
        "للتوقيع - عُرض على {name}، {post}، فوافق عليه",
        "نظر ووافق: {name} ({post})، 13 أكتوبر 2025",
        "وُقع بالأحرف الأولى واعتُمد في 13 أكتوبر 2025: {name}، {post}",
    ),
}
OTHERS = {
    EN: (
        "Prepared by: {name}, {post}",
        "Contact: {name}, {post}, ext. 204",
        "Focal point: {name}, {post}",
    ),
    FR: ("Rédigé par {name}, {post}", "Interlocuteur : {name}, {post}."),
    AR: ("أعده {name}، {post}", "جهة الاتصال: {name}، {post}"),
}


def _cases(lines: dict[Language, tuple[str, ...]]) -> list[tuple[Language, str]]:
    return [(language, line) for language, each in lines.items() for line in each]


def _with(language: Language, line: str) -> str:
    told = line.format(name=DG.names[language], post=DG.titles[language])
    signed = {"signer": SG.names[language], "post": SG.titles[language]}
    return letter(language, approval=told, **signed)


@pytest.mark.parametrize(("language", "line"), _cases(LINES))
def test_line_that_names_an_officer_and_his_post_approves(language: Language, line: str) -> None:
    assert codes(_with(language, line), Check.LEGAL_BASIS) & {"LEG026", "LEG028", "LEG030"} == set()


@pytest.mark.parametrize(("language", "line"), _cases(OTHERS))
def test_officer_named_as_writer_does_not_approve(language: Language, line: str) -> None:
    assert "LEG030" in codes(_with(language, line), Check.LEGAL_BASIS)


INVITATION = """\
THE SECRETARY-GENERAL'S CABINET
Organisation of Islamic Cooperation

{title}

Your Excellency,

It would be an honour for us to count you among the guests of the Consultative Days, which open on
Wednesday, 23 September 2026, as the Council of Foreign Ministers asked by Resolution 3/51-C.

Please believe, Your Excellency, in the sincerity of our highest regard.

Mahmoud Al-Tayeb
Secretary-General

To: H.E. Mr. Munir Qureshi
Permanent Representative of the Islamic Republic of Pakistan

{foot}
Approved by: Leila Haddad, Director-General of the Cabinet, 1 July 2026
"""
TITLE, FOOT = "INVITATION TO THE CONSULTATIVE DAYS", "OIC/CAB/POL/2026/0528 - 2 July 2026"


def test_title_and_number_elsewhere_are_no_missing_parts() -> None:
    text = INVITATION.format(title=TITLE, foot=FOOT)

    assert codes(text, Check.CONFORMITY) & {"CON001", "CON010"} == set()


@pytest.mark.parametrize("parts", [{"title": "", "foot": FOOT}, {"title": TITLE, "foot": ""}])
def test_title_and_number_are_missed_where_they_are_not(parts: dict[str, str]) -> None:
    assert "CON001" in codes(INVITATION.format(**parts), Check.CONFORMITY)


def test_memorandum_to_colleagues_needs_no_courtesies() -> None:
    text = (
        "OIC General Secretariat / internal memorandum\nFrom: Leila Haddad, Director-General of "
        "the Cabinet\nTo: Heads of Department\nDate: 25 February 2026\nSubject: follow-up meeting\n"
        "Ref: OIC/CAB/E/2026/0451\n\nColleagues,\n\nThe follow-up meeting under Resolution 3/51-C "
        "is on Monday, 2 March 2026.\n\nNoted and agreed, Mahmoud Al-Tayeb, Secretary-General\n"
    )

    assert "CON001" not in codes(text, Check.CONFORMITY, kind=Kind.MEMORANDUM)


def _memorandum(head: str, foot: str) -> str:
    return (
        f"MÉMORANDUM\nOrganisation de la coopération islamique - Secrétariat général\n\n{head}\n\n"
        "1. En application de la résolution 3/51-C, les experts dresseront un tableau des mesures "
        "déjà prises par chaque État (annexe I) et le devis (annexe II).\n\n"
        f"Leila Haddad\nDirectrice générale du Cabinet\n\n{foot}\n"
    )


TABLE = (
    "| DESTINATAIRE | Bureau du Secrétaire général |\n| EXPÉDITEUR | Directrice générale du "
    "Cabinet |\n| DATE | mercredi 24 septembre 2025 |\n| N° | OIC/CAB/POL/2025/1476 |\n"
    "| OBJET | Demande d'engagement de dépenses |"
)
VISAS = "| Décision | Nom | Qualité |\n| Accordé | Mahmoud Al-Tayeb | Secrétaire général |"


@pytest.mark.parametrize(
    ("count", "visas", "code"),
    [("2", VISAS, ""), ("4", VISAS, "CON062"), ("2", "", "LEG030")],
)
def test_memorandum_may_be_set_in_tables(count: str, visas: str, code: str) -> None:
    text = _memorandum(TABLE, f"{count} annexes : I et II\n{visas}")

    found = {
        code
        for check in (Check.LEGAL_BASIS, Check.CONFORMITY)
        for code in codes(text, check, kind=Kind.MEMORANDUM)
    }

    assert found & {"CON001", "CON060", "CON062", "LEG001", "LEG026", "LEG030"} == {code} - {""}
