"""Check 5: who stands in a block of his own and is no addressee, in contracts and reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.review import Reviewer
from clearance.terms import Kind, Language
from tests.clearance.review.letters import ADDRESSEES, AR, CONTEXT, EN, FR, codes, letter

_WHO = {
    EN: ("H.E. Mr. Shukhrat Tashmatov", "Minister of Foreign Affairs", "Republic of Uzbekistan"),
    FR: (
        "S.E. M. Choukhrat Tachmatov",
        "Ministre des Affaires étrangères",
        "République d'Ouzbékistan",
    ),
    AR: ("معالي السيد شهرت تاشماتوف", "وزير الخارجية", "جمهورية أوزبكستان"),
}
# Of the name, the post, the state and the style in turn: what stands there wrongly, and the code.
_WRONG = {
    EN: (("H.E. Mr. Rashid Komilov", "ADR003"), ("Minister of Defence", "ADR004"),
         ("Republic of Chad", "ADR005"), ("H.R.H. Prince Shukhrat Tashmatov", "ADR008")),
    FR: (("S.E. M. Rachid Komilov", "ADR003"), ("Ministre de la Défense", "ADR004"),
         ("République du Tchad", "ADR005"), ("S.A.R. le Prince Choukhrat Tachmatov", "ADR008")),
    AR: (("معالي السيد رشيد كاميلوف", "ADR003"), ("وزير الدفاع", "ADR004"),
         ("جمهورية تشاد", "ADR005"), ("صاحب السمو الملكي الأمير شهرت تاشماتوف", "ADR008")),
}  # fmt: skip
_LAYOUTS = {
    EN: (
        "CONTRACT OIC/CAB/FIN/2025/0021\n\nBetween the Organisation of Islamic Cooperation, and\n\n"
        "{0}\n{1}\n{2}\n\n(hereinafter \"the Lessor\").\n\n1. The Lessor lets two halls.\n",
        "CONTRACT OIC/CAB/FIN/2025/0021\n\nOther party: {0}, {1}, {2}\n\n1. Two halls are let.\n",
        "REPORT\n\nSubmitted to {0}, {1}, {2}\n\nIt covers the year 2024.\n",
    ),
    FR: (
        "CONTRAT OIC/CAB/FIN/2025/0021\n\nEntre l'Organisation de la coopération islamique et :\n"
        "{0}\n{1}\n{2}\nci-après dénommé « le Bailleur ».\n\n1. Le Bailleur loue deux salles.\n",
        "CONTRAT OIC/CAB/FIN/2025/0021\n\n"
        "Le Bailleur : {0}, {1}, {2}\n\n1. Deux salles sont prêtées.\n",
        "RAPPORT\n\nSoumis à {0}, {1}, {2}\n\nIl porte sur l'année 2024.\n",
    ),
    AR: (
        "عقد OIC/CAB/FIN/2025/0021\n\nبين منظمة التعاون الإسلامي، وبين\n\n{0}\n{1}\n{2}\n\n"
        "ويشار إليه بالمؤجر.\n\n1- يؤجر المؤجر قاعتين.\n",
        "عقد OIC/CAB/FIN/2025/0021\n\nالمؤجر: {0}، {1}، {2}\n\n1- تؤجر قاعتان.\n",
        "تقرير\n\nمرفوع إلى {0}، {1}، {2}\n\nيغطي عام 2024.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_other_side_of_a_contract_and_reader_of_a_report_are_held_against_the_directory(
    language: Language,
) -> None:
    told = {"ADR003", "ADR004", "ADR005", "ADR008"}
    who = _WHO[language]

    for layout in _LAYOUTS[language]:
        kind = Kind.REPORT if "OIC/" not in layout else Kind.CONTRACT
        assert not codes(layout.format(*who), 5, kind=kind) & told
        for number, (wrong, code) in enumerate(_WRONG[language]):
            parts = [*who]
            parts[number % 3] = wrong
            assert codes(layout.format(*parts), 5, kind=kind) & told == {code}, (layout, wrong)


_SENTENCES = {
    EN: "H.E. Mr. Rashid Komilov, Minister of Foreign Affairs, Republic of Uzbekistan, spoke.",
    FR: "S.E. M. Rachid Komilov, Ministre des Affaires étrangères, République d'Ouzbékistan, vint.",
    AR: "افتتح معالي السيد رشيد كاميلوف، وزير الخارجية، جمهورية أوزبكستان، الاجتماع.",
}


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_sentences_and_lists_of_persons_are_no_such_block(language: Language) -> None:
    title = {EN: "REPORT", FR: "RAPPORT", AR: "تقرير"}[language]
    one = ", ".join((_WRONG[language][0][0], *_WHO[language][1:]))
    listed = "\n".join(f"- {one}" for _ in range(3))
    above = f"{title} 2024. {_SENTENCES[language].split(',')[-1]} " * 6

    for text in (_SENTENCES[language], f"{_SENTENCES[language]}\n\n{listed}\n\n{title}."):
        assert not codes(f"{title}\n\n{above}\n\n{text}\n", 5, kind=Kind.REPORT)


_PREMIER = {
    EN: ("President of the Council of Ministers", "President of the Republic", "Republic of Chad"),
    FR: ("Président du Conseil des ministres", "Président de la République", "République du Tchad"),
    AR: ("رئيس مجلس الوزراء", "رئيس الجمهورية", "جمهورية تشاد"),
}


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_head_of_state_is_not_head_of_government(language: Language) -> None:
    own, other, state = _PREMIER[language]
    entry = replace(ADDRESSEES[0], titles={language: own}, state="TCD", level=None)
    reviewer = Reviewer(replace(CONTEXT, addressees=(entry,)))
    presides = own.split()[0]

    for title, is_told in ((own, False), (other, True), (presides, True)):
        text = letter(language, title=title, place=state)
        found = reviewer.review(text, kind=Kind.LETTER).findings
        assert ("ADR004" in {one.code for one in found}) is is_told, title
