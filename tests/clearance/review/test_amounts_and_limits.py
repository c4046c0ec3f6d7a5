"""Which amounts the house spends by a paper, limits of power, and whose name a paper bears."""

from __future__ import annotations

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import (
    AR,
    DG,
    EN,
    FINANCE,
    FR,
    PARTS,
    SG,
    codes,
    findings,
    letter,
)

_SPENT = {
    EN: (
        "The total cost is USD 450,000.",
        "A grant of $450,000 is hereby approved.",
        "The contribution of USD 450 thousand will be paid in June.",
        "The General Secretariat will contribute US$ 450,000 to the appeal.",
    ),
    FR: (
        "Le coût total s'élève à 450 000 dollars.",
        "Un montant de 450.000 $ US est engagé.",
        "L'Organisation s'engage à verser 0,45 million de dollars.",
        "Le Secrétariat versera 450 000 USD à l'appel commun.",
    ),
    AR: (
        "تبلغ الكلفة الإجمالية 450,000 دولار أمريكي.",
        "ستساهم الأمانة العامة بمبلغ 450 ألف دولار في البرنامج.",
        "سيحول مبلغ (450,000) دولار إلى حساب المركز.",
    ),
}
_MENTIONED = {
    EN: (
        "Trade among Member States reached USD 858 billion in 2023.",
        "The damage is estimated at USD 3.2 million.",
        "The Bank will pay USD 5 million for the roads.",
        "The contribution due from your Government amounts to USD 640,000.",
        "Under her delegation the {p} may commit up to USD 250,000, and he above USD 900,000.",
    ),
    FR: (
        "Les échanges entre États membres ont atteint 858 milliards de dollars.",
        "Nous remercions votre Gouvernement de sa contribution de 1 000 000 de dollars.",
        "Le Gouvernement du Qatar a alloué 500 000 dollars aux abris.",
    ),
    AR: (
        "بلغ حجم التجارة بين الدول الأعضاء 858 مليار دولار عام 2023.",
        "خصصت حكومة قطر 500,000 دولار للمآوي.",
        "نشكر حكومتكم على تبرعها بمبلغ 1,000,000 دولار.",
    ),
}
_TO = {
    EN: ("Munir Qureshi", "Permanent Representative of Pakistan", "Jeddah"),
    FR: ("Munir Qureshi", "Représentant permanent du Pakistan", "Djeddah"),
    AR: ("منير قريشي", "المندوب الدائم لباكستان", "جدة"),
}


def _by_cabinet(language: Language, said: str) -> set[str]:
    return codes(_cabinet_letter(language, said), Check.LEGAL_BASIS)


def _cabinet_letter(language: Language, said: str) -> str:
    name, title, place = _TO[language]
    body = PARTS[language]["body"] + "\n\n" + said.format(p=DG.titles[language])
    changes: dict[str, str] = {
        "name": name, "title": title, "place": place, "body": body,
        "signer": DG.names[language], "post": DG.titles[language],
    }  # fmt: skip
    return letter(language, **changes)


def _each(cases: dict[Language, tuple[str, ...]]) -> list[tuple[Language, str]]:
    return [(language, said) for language, told in cases.items() for said in told]


@pytest.mark.parametrize(("language", "said"), _each(_SPENT))
def test_amount_that_the_house_spends_is_held_against_the_power(
    language: Language, said: str
) -> None:
    assert "LEG022" in _by_cabinet(language, said)


@pytest.mark.parametrize("language", Language)
def test_both_the_amount_and_who_signs_it_are_marked(language: Language) -> None:
    said = _SPENT[language][0]
    text = _cabinet_letter(language, said)
    places = {
        text[one.start : one.end]
        for one in findings(text, Check.LEGAL_BASIS)
        if one.code == "LEG022"
    }

    assert any(DG.names[language] in place for place in places)
    assert any(place in said for place in places)


@pytest.mark.parametrize(("language", "said"), _each(_MENTIONED))
def test_amount_of_others_is_not(language: Language, said: str) -> None:
    assert "LEG022" not in _by_cabinet(language, said)


_LIMITS: dict[Language, tuple[str, ...]] = {
    EN: (
        "The {p} may commit up to USD {n} under her delegation.",
        "The financial ceiling of the {p} is USD {n}.",
        "Contracts above USD {n} exceed the power of the {p}.",
    ),
    FR: (
        "La délégation de la {p} est plafonnée à {n} USD.",
        "Au-delà de {n} USD, la {p} n'a plus compétence.",
        "Le plafond de la délégation de la {p} est de {n} dollars.",
    ),
    AR: (
        "سقف تفويض {p} {n} دولار.",
        "في حدود {n} دولار المفوضة إلى {p}",
        "لا تتجاوز صلاحية {p} {n} دولار أمريكي.",
    ),
}


@pytest.mark.parametrize(("language", "said"), _each(_LIMITS))
def test_limit_of_power_is_that_of_the_register(language: Language, said: str) -> None:
    def told(amount: str) -> bool:
        line = said.format(p=DG.titles[language], n=amount)
        body = PARTS[language]["body"] + "\n\n" + line
        return "LEG042" in codes(letter(language, body=body), Check.LEGAL_BASIS)

    assert told("500 000")
    assert not told("250 000")


_TRANSFER = {
    EN: "Article 14 of the Financial Regulations allows transfers between budget lines up to USD "
        "20,000. I propose the transfer of USD {} from line 4 to line 7 of the budget.",
    FR: "L'article 14 du Règlement financier autorise les virements entre lignes budgétaires "
        "jusqu'à 20 000 dollars. Je propose le virement de {} dollars de la ligne 4 à la ligne 7.",
    AR: "تجيز المادة 14 من النظام المالي المناقلة بين بنود الميزانية حتى 20,000 دولار. "
        "وأقترح مناقلة {} دولار من البند 4 إلى البند 7 في الميزانية.",
}  # fmt: skip
_BY_DG = {EN: "Approved by: {}, {}", FR: "Approuvé par : {}, {}", AR: "اعتمده: {}، {}"}


@pytest.mark.parametrize("language", Language)
def test_transfer_above_the_limit_that_the_paper_gives_is_told(language: Language) -> None:
    def told(amount: str, approver: str = "") -> bool:
        changes = {
            "body": _TRANSFER[language].format(amount),
            "signer": DG.names[language], "post": DG.titles[language],
            "approval": approver or _BY_DG[language].format(
                DG.names[language], DG.titles[language]),
        }  # fmt: skip
        return "LEG043" in codes(letter(language, **changes), Check.LEGAL_BASIS)

    by_him = _BY_DG[language].format(SG.names[language], SG.titles[language])
    assert told("35 000")
    assert not told("18 000")
    assert not told("35 000", by_him)


_REPORTS = {
    EN: ("Report of the Secretary-General to the Council", "For the Secretary-General"),
    FR: ("RAPPORT DU SECRÉTAIRE GÉNÉRAL AU CONSEIL", "Pour le Secrétaire général"),
    AR: ("تقرير معالي الأمين العام إلى المجلس", "عن الأمين العام"),
}
_HOUSE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE",
    AR: "منظمة التعاون الإسلامي",
}
_BODY = {
    EN: "1. Seven Member States have sent their data.\n\n2. The next report follows in 2026.",
    FR: "1. Sept États membres ont communiqué leurs données.\n\n2. Un rapport suivra en 2026.",
    AR: "1. أرسلت سبع دول أعضاء بياناتها.\n\n2. يلي تقرير آخر عام 2026.",
}


@pytest.mark.parametrize("language", Language)
def test_report_that_is_his_bears_his_name_or_is_signed_for_him(language: Language) -> None:
    title, for_him = _REPORTS[language]

    def told(*foot: str) -> bool:
        text = "\n\n".join((_HOUSE[language], title, _BODY[language], "\n".join(foot), ""))
        return "LEG044" in codes(text, Check.LEGAL_BASIS, kind=Kind.REPORT)

    another = (DG.names[language], DG.titles[language])
    assert told(*another)
    assert not told(for_him, *another)
    assert not told(SG.names[language], SG.titles[language])


_IN_HIS_NAME: dict[Language, tuple[str, ...]] = {
    EN: ("By delegation of the Secretary-General", "p.o. the Secretary-General"),
    FR: ("Par délégation du Secrétaire général,", "P.O. le Secrétaire général"),
    AR: ("بتفويض من الأمين العام", "بالنيابة عن الأمين العام", "بأمر الأمين العام"),
}


@pytest.mark.parametrize(("language", "line"), _each(_IN_HIS_NAME))
def test_line_that_gives_the_power_is_no_name(language: Language, line: str) -> None:
    name, title, place = _TO[language]
    signer = f"{line}\n{DG.names[language]}"
    text = letter(
        language, name=name, title=title, place=place, signer=signer, post=DG.titles[language]
    )

    assert not {"LEG023", "LEG026"} & codes(text, Check.LEGAL_BASIS)


_DIRECTS = {
    EN: "CIRCULAR No. OIC/CAB/ADM/2025/0031\n\nTo: All staff members\nSubject: Working hours\n\n"
        "{}Staff members will henceforth record their presence in the new system.\n\n{}\n{}\n",
    FR: "CIRCULAIRE n° OIC/CAB/ADM/2025/0031\n\nÀ : l'ensemble du personnel\nObjet : Horaires\n\n"
        "{}Le personnel enregistrera désormais sa présence dans le nouveau système.\n\n{}\n{}\n",
    AR: "تعميم رقم OIC/CAB/ADM/2025/0031\n\nإلى: جميع الموظفين\nالموضوع: ساعات العمل\n\n"
        "{}يسجل الموظفون حضورهم من الآن فصاعدا في النظام الجديد.\n\n{}\n{}\n",
}  # fmt: skip
_GROUND = {
    EN: "Having regard to the Internal Rules, the following is decided.\n",
    FR: "Vu le Règlement intérieur, notamment son article 4,\n",
    AR: "بناء على النظام الداخلي، ولا سيما المادة 4 منه:\n",
}


@pytest.mark.parametrize("language", Language)
def test_circular_directs_however_short_and_needs_a_ground(language: Language) -> None:
    def told(ground: str) -> bool:
        text = _HOUSE[language] + "\n" + _DIRECTS[language].format(
            ground, SG.names[language], SG.titles[language])  # fmt: skip
        return "LEG001" in codes(text, Check.LEGAL_BASIS, kind=Kind.CIRCULAR)

    assert told("")
    assert not told(_GROUND[language])


_VISAS = {
    EN: "Visa and approval: {}, {}",
    FR: "Vu et approuvé : {}, {}",
    AR: "موافقة {1}: 13.10.2025",
}


@pytest.mark.parametrize("language", Language)
def test_approval_by_a_post_without_the_power_is_told_however_it_is_led_to(
    language: Language,
) -> None:
    line = _VISAS[language].format(FINANCE.names[language], FINANCE.titles[language])
    right = _VISAS[language].format(SG.names[language], SG.titles[language])

    assert "LEG031" in codes(letter(language, approval=line), Check.LEGAL_BASIS)
    assert not {"LEG031", "LEG030"} & codes(letter(language, approval=right), Check.LEGAL_BASIS)


_BELOW = {EN: "Date of approval: {} October 2025", FR: "Date : {} octobre 2025",
          AR: "تاريخ الاعتماد: {} أكتوبر 2025"}  # fmt: skip
_OFFICER = {EN: "Approving officer: {}, {}", FR: "Approbateur : {}, {}", AR: "جهة الاعتماد: {}، {}"}


@pytest.mark.parametrize("language", Language)
def test_day_of_approval_on_the_line_below_is_read(language: Language) -> None:
    def told(day: int) -> bool:
        line = _OFFICER[language].format(SG.names[language], SG.titles[language])
        text = letter(language, approval=f"{line}\n{_BELOW[language].format(day)}")
        return "LEG033" in codes(text, Check.LEGAL_BASIS)

    assert told(20)
    assert not told(13)
