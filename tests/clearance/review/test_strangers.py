"""Check 2, who signs or approves and is not in the register; approvals without a name."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bench.registers import LEVELS, context_of

from clearance.review import Reviewer
from clearance.review.context import KnownSignatory
from clearance.review.default_terms import ORGANISATION
from clearance.review.finding import Level
from clearance.terms import AddresseeLevel, Check, Kind, Language
from tests.clearance.review.letters import (
    AR,
    CONTEXT,
    DG,
    EN,
    FINANCE,
    FR,
    PARTS,
    SG,
    codes,
    letter,
)
from tests.clearance.review.test_signatory import _COST
from tests.clearance.review.test_within_house import HOUSE

_NAME = {EN: "John Smith", FR: "Jean Dupont", AR: "سامي ناجي"}
_LOW = {
    EN: ("Administrative Assistant", "Head of the Travel Unit", "Temporary Consultant",
         "Protocol Officer", "Executive Secretary", "Chief of the Transport Section"),
    FR: ("Assistante de direction", "Chef de la section des voyages", "Consultant", "Stagiaire",
         "Secrétaire de direction", "Chargé de mission"),
    AR: ("مساعد إداري", "رئيس قسم السفر", "خبير مؤقت", "موظف المراسم", "سكرتيرة المكتب", "متدرب"),
}  # fmt: skip
_HIGH = {
    EN: ("Director of Culture", "Assistant Secretary-General for Science", "Secretary of State",
         "Chief Executive Officer"),
    FR: ("Directeur de la culture", "Secrétaire d’État", "Agent comptable"),
    AR: ("مدير الثقافة", "الأمين العام المساعد", "كاتب الدولة"),
}  # fmt: skip
_APPROVED = {EN: "Approved by: {}, {}", FR: "Vu et approuvé : {}, {}", AR: "اعتمده: {}، {}"}


def _of_house(language: Language, **changes: str) -> str:
    date = f"{ORGANISATION[language]}\n\n{PARTS[language]['date']}"
    return letter(language, **({"date": date} | changes))


@pytest.mark.parametrize("language", Language)
def test_low_post_that_the_register_lacks_neither_signs_nor_approves(language: Language) -> None:
    name = _NAME[language]

    for post in _LOW[language]:
        approval = _APPROVED[language].format(name, post)
        for between in ("\n", ", "):
            signed = _of_house(language, signer=f"{name}{between}{post}", post="")
            assert "LEG050" in codes(signed, Check.LEGAL_BASIS), post
        assert "LEG050" not in codes(letter(language, signer=name, post=post), Check.LEGAL_BASIS)
        approved = codes(_of_house(language, approval=approval), Check.LEGAL_BASIS)
        assert approved & {"LEG031", "LEG037"}, post
    for post in _HIGH[language]:
        signed = _of_house(language, signer=name, post=post)
        assert "LEG050" not in codes(signed, Check.LEGAL_BASIS), post


_NUMBER = {EN: "Ref.: OIC/CAB/POL/2025/0012", FR: "Réf. : OIC/CAB/POL/2025/0012",
           AR: "الرقم: OIC/CAB/POL/2025/0012"}  # fmt: skip
_NOBODY = {
    EN: ("Approval: [          ], Secretary-General, 13 October 2025", "Approval: n/a",
         "Approved on behalf of the Organisation by ________________", "Approved: -"),
    FR: ("Vu et approuvé : ........, Secrétaire général, le 13 octobre 2025",
         "Approbation : néant", "Approuvé par : [nom à inscrire]"),
    AR: ("اعتمده: ………………، الأمين العام، بتاريخ 13 أكتوبر 2025", "الاعتماد: لا يوجد",
         "اعتمده: [يذكر الاسم]"),
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_approval_without_the_name_of_who_gave_it_is_told(language: Language) -> None:
    head = _of_house(language).partition(PARTS[language]["date"])[0]
    date = f"{head}{PARTS[language]['date']}\n{_NUMBER[language]}"

    def told(approval: str) -> set[str]:
        found = HOUSE.review(letter(language, date=date, approval=approval), kind=Kind.LETTER)
        return {one.code for one in found.findings if one.level is not Level.NOTE}

    for line in _NOBODY[language]:
        assert "LEG045" in told(line), line
    assert "LEG045" not in told(PARTS[language]["approval"])


_SIDES = {
    EN: ("AGREEMENT FOR SERVICES", "Signed for the Organisation:", "Signed for the consultants."),
    FR: ("CONTRAT DE SERVICES", "Pour l'Organisation :", "Pour le bureau d'études."),
    AR: ("عقد خدمات", "عن المنظمة:", "عن الاستشاريين."),
}
_ARTICLE = {EN: "Article {}. The study is made.", FR: "Article {}. L'étude est faite.",
            AR: "المادة {}: تعد الدراسة."}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_side_that_signs_with_a_full_stop_hides_no_signature_above_it(language: Language) -> None:
    title, house, other = _SIDES[language]
    head = f"{ORGANISATION[language]}\n\n{title}\n\n{_NUMBER[language]}\n\n"
    body = "\n".join(_ARTICLE[language].format(n) for n in range(1, 20))

    def told(signer: str) -> set[str]:
        text = f"{head}{body}\n\n{house}\n{signer}\n\n{other}\n\n{PARTS[language]['approval']}\n"
        return codes(text, Check.LEGAL_BASIS, kind=Kind.CONTRACT)

    comma = "، " if language is AR else ", "
    assert "LEG050" in told(f"{_NAME[language]}{comma}{_LOW[language][0]}")
    assert "LEG050" not in told(f"{PARTS[language]['signer']}{comma}{PARTS[language]['post']}")


@pytest.mark.parametrize("language", Language)
def test_approval_of_an_amount_comes_from_no_lower_power_than_the_signature(
    language: Language,
) -> None:
    clerk = replace(FINANCE, kinds=FINANCE.kinds | {"circular"})
    reviewer = Reviewer(replace(CONTEXT, signatories=(SG, DG, clerk)))

    def told(signer: KnownSignatory, amount: str) -> set[str]:
        line = _APPROVED[language].format(clerk.names[language], clerk.titles[language])
        text = letter(
            language, body=_COST[language].format(amount), approval=line,
            signer=signer.names[language], post=signer.titles[language],
        )  # fmt: skip
        return {one.code for one in reviewer.review(text, kind=Kind.MEMORANDUM).findings}

    assert "LEG039" in told(DG, "200 000")
    assert "LEG039" not in told(DG, "40 000")
    assert "LEG039" not in told(SG, "200 000")


_FROM = {EN: "FROM", FR: "DE", AR: "من"}
_COPIED = {EN: "cc: Registry", FR: "Copie : Bureau d'ordre", AR: "نسخة إلى: قلم السجل"}
_INSIDE = {EN: "MEMORANDUM", FR: "MÉMORANDUM", AR: "مذكرة داخلية"}
_DOWN = {
    EN: "TO Peter Okello, Director of Finance", FR: "À Peter Okello, Directeur des Finances",
    AR: "إلى: بيتر أوكيلو، مدير الإدارة المالية",
}  # fmt: skip
_TASK = {
    EN: "Pursuant to Resolution No. 4/49-POL, your Department is asked for its chapter. ",
    FR: "En application de la Résolution n° 4/49-POL, votre département est prié d’écrire. ",
    AR: "عملا بالقرار رقم 4/49 - س، يرجى من إدارتكم كتابة الفصل الخاص بها من التقرير. ",
}


@pytest.mark.parametrize("language", Language)
def test_sender_without_a_colon_approves_nothing_and_what_is_copied_needs_an_approval(
    language: Language,
) -> None:
    head = f"{ORGANISATION[language]}\n{_INSIDE[language]}\n\n{_NUMBER[language]}"
    comma = "، " if language is AR else ", "
    who = comma.join((DG.names[language], DG.titles[language]))

    def told(*, copied: bool, approval: str = "") -> set[str]:
        text = "\n".join((
            head, PARTS[language]["date"], "", f"{_FROM[language]} {who}", _DOWN[language], "",
            _TASK[language] * 6, "", who.replace(comma, "\n"), "", approval,
            _COPIED[language] if copied else "",
        ))  # fmt: skip
        found = HOUSE.review(text, kind=Kind.MEMORANDUM, language=language).findings
        return {one.code for one in found if one.level is not Level.NOTE}

    assert "LEG030" in told(copied=True)
    assert "LEG032" not in told(copied=True)
    assert "LEG030" not in told(copied=False)
    assert "LEG030" not in told(copied=True, approval=PARTS[language]["approval"])


def test_register_of_a_set_tells_up_to_which_level_an_officer_writes(tmp_path: Path) -> None:
    register = tmp_path / "registers.json"
    officer = {"name": "A. B.", "title": {"en": "Director"}, "kinds": ["letter"]}
    told = {"D": officer | {"max_level": "ambassador"}, "E": officer}
    register.write_text(json.dumps({"signatories": told}), encoding="utf-8")

    first, second = context_of(register).signatories

    assert first.levels == frozenset({*LEVELS["official"], *LEVELS["ambassador"]})
    assert AddresseeLevel.MINISTER not in first.levels
    assert second.levels is None
