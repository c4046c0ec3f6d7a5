"""Check 2, who signs and approves: each code with a text that fires it and a near miss."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clearance.review import Approval, Level, Particulars
from clearance.review.checks.legal_basis.powers import level_of_addressee
from clearance.review.context import KnownSignatory
from clearance.review.default_terms import ORGANISATION
from clearance.terms import AddresseeLevel, Check, Kind, Language
from tests.clearance.review.letters import (
    AR,
    DG,
    EN,
    FINANCE,
    FORMER,
    FR,
    PARTS,
    SG,
    codes,
    findings,
    letter,
)
from tests.clearance.review.registers import reviewer_of_tests

Changes = dict[str, str]
_TO_PAKISTAN: dict[Language, Changes] = {
    EN: {
        "name": "Munir Qureshi",
        "title": "Permanent Representative of Pakistan",
        "place": "Jeddah",
    },
    FR: {
        "name": "Munir Qureshi",
        "title": "Représentant permanent du Pakistan",
        "place": "Djeddah",
    },
    AR: {"name": "منير قريشي", "title": "المندوب الدائم لباكستان", "place": "جدة"},
}  # fmt: skip
_COST: dict[Language, str] = {
    EN: "The cost amounts to USD {}.",
    FR: "Le coût s'élève à {} dollars des États-Unis.",
    AR: "وتبلغ الكلفة {} دولار أمريكي.",
}
_BY: dict[Language, str] = {
    EN: "Approved by: {}, {}", FR: "Approuvé par : {}, {}", AR: "اعتمده: {}، {}",
}  # fmt: skip
_STRANGER = {EN: "John Smith", FR: "Jean Dupont", AR: "سامي ناجي"}
_ACCOUNTS = {EN: "Head of Accounts", FR: "Chef de la comptabilité", AR: "مدير الحسابات"}
_LATER = {EN: ", 20 October 2025", FR: ", le 20 octobre 2025", AR: "، 20 أكتوبر 2025"}


def _signed(officer: KnownSignatory, language: Language) -> Changes:
    return {"signer": officer.names[language], "post": officer.titles[language]}


def _approved(officer: KnownSignatory, language: Language) -> str:
    return _BY[language].format(officer.names[language], officer.titles[language])


def _in_house(language: Language) -> Changes:
    """Return a date line under the house's letterhead."""
    return {"date": f"{ORGANISATION[language]}\n\n{PARTS[language]['date']}"}


def _cases() -> list[tuple[str, Language, Changes, Changes]]:
    cases: list[tuple[str, Language, Changes, Changes]] = []
    for tongue in Language:
        to_pakistan = _TO_PAKISTAN[tongue] | _signed(DG, tongue)
        slip = SG.names[tongue][:-2] + SG.names[tongue][-1] + SG.names[tongue][-2]
        house = _in_house(tongue)
        beside = {"approval": _approved(DG, tongue)}
        cases += [
            ("LEG020", tongue, _signed(FINANCE, tongue), _signed(SG, tongue)),
            ("LEG021", tongue, _signed(DG, tongue), to_pakistan),
            ("LEG022", tongue, to_pakistan | {"body": _COST[tongue].format("300 000")},
             to_pakistan | {"body": _COST[tongue].format("200 000")}),
            ("LEG023", tongue, {"post": DG.titles[tongue]}, {}),
            ("LEG024", tongue, _signed(FORMER, tongue), _signed(SG, tongue)),
            ("LEG025", tongue, {"signer": slip}, {}),
            ("LEG026", tongue, house | {"signer": _STRANGER[tongue]}, house),
            ("LEG030", tongue, {"approval": ""}, {}),
            ("LEG031", tongue, {"approval": _approved(FINANCE, tongue)}, beside),
            ("LEG032", tongue, to_pakistan | beside, to_pakistan),
            ("LEG033", tongue, {"approval": _approved(SG, tongue) + _LATER[tongue]}, {}),
            ("LEG034", tongue,
             {"approval": _BY[tongue].format(
                 _STRANGER[tongue], DG.titles[tongue])}, beside),
            ("LEG037", tongue,
             {"approval": _BY[tongue].format(
                 _STRANGER[tongue], _ACCOUNTS[tongue])}, beside),
        ]  # fmt: skip
    return cases


@pytest.mark.parametrize(("code", "language", "fires", "misses"), _cases())
def test_code_fires_on_the_slip_and_not_beside_it(
    code: str, language: Language, fires: Changes, misses: Changes
) -> None:
    assert code in codes(letter(language, **fires), Check.LEGAL_BASIS)
    assert code not in codes(letter(language, **misses), Check.LEGAL_BASIS)


_TO_HEADS: dict[Language, tuple[Changes, Changes]] = {
    EN: ({"title": "Director-General of the World Health Organization", "place": "Geneva"},
         {"title": "Director General of the Islamic Centre for Development of Trade (ICDT)",
          "place": "Casablanca"}),
    FR: ({"title": "Directeur général de l'Organisation mondiale de la santé", "place": "Genève"},
         {"title": "Directeur général du CIDC", "place": "Casablanca"}),
    AR: ({"title": "الأمين العام للأمم المتحدة", "place": "نيويورك"},
         {"title": "الأمين العام للمركز الإسلامي لتنمية التجارة", "place": "الدار البيضاء"}),
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_head_of_an_institution_of_the_house_is_no_head_of_another_organisation(
    language: Language,
) -> None:
    other, own = _TO_HEADS[language]
    texts = [letter(language, **_signed(DG, language) | to) for to in (other, own)]
    papers = [reviewer_of_tests()._paper(text, None, None, Particulars()) for text in texts]
    levels = [level_of_addressee(paper) for paper in papers]

    assert levels == [AddresseeLevel.INTERNATIONAL_ORGANISATION, AddresseeLevel.INSTITUTION]


def _ours(text: str, known: Particulars | None = None) -> set[str]:
    found = codes(text, Check.LEGAL_BASIS, known=known)
    return {code for code in found if code >= "LEG020"}


_PARTING = {
    EN: ("With my appreciation,", "The programme is in Annex I"),
    FR: ("Avec mes remerciements,", "Les pièces sont à votre disposition"),
    AR: ("مع خالص الشكر،", "وتقيد المبالغ على بند المؤتمرات", "ويرد البرنامج في المرفق الأول."),
}


@pytest.mark.parametrize("language", Language)
def test_words_of_parting_over_the_name_are_nobody_s_name(language: Language) -> None:
    for words in _PARTING[language]:
        signed = letter(language, **_in_house(language), signer=f"{words}\n\n{SG.names[language]}")
        assert "LEG026" not in codes(signed, Check.LEGAL_BASIS)


@pytest.mark.parametrize("language", Language)
def test_clean_letter_has_no_finding(language: Language) -> None:
    assert _ours(letter(language)) == set()


@pytest.mark.parametrize("language", Language)
def test_letter_without_authorisation_is_stopped_unless_the_secretary_general_signs(
    language: Language,
) -> None:
    refused = Particulars(authorised=False)
    text = letter(language, **_TO_PAKISTAN[language] | _signed(DG, language))

    assert "LEG035" in _ours(text, refused)
    assert "LEG035" not in _ours(text)
    assert "LEG035" not in _ours(letter(language), refused)


@pytest.mark.parametrize("language", Language)
def test_signatory_on_record_is_held_against_the_signature(language: Language) -> None:
    assert "LEG028" in _ours(letter(language), Particulars(signatory="DG"))
    assert "LEG028" not in _ours(letter(language), Particulars(signatory="SG"))


def test_amount_on_record_beyond_the_limit_is_a_stop() -> None:
    text = letter(EN, **_TO_PAKISTAN[EN] | _signed(DG, EN))

    found = findings(
        text, Check.LEGAL_BASIS, known=Particulars(amount=Decimal(300_000), currency="USD")
    )

    assert [(f.code, f.level) for f in found if f.code >= "LEG020"] == [("LEG022", Level.STOP)]


def test_approval_on_record_stands_for_the_line_and_is_dated() -> None:
    text = letter(EN, approval="")
    before = Particulars(approvals=(Approval(post="SG", on=date(2025, 10, 13)),))
    after = Particulars(approvals=(Approval(post="SG", on=date(2025, 10, 20)),))

    assert _ours(text, before) == set()
    assert _ours(text, after) == {"LEG033"}


def test_missing_approval_is_told_at_the_last_line() -> None:
    text = letter(EN, approval="")

    (told,) = findings(text, Check.LEGAL_BASIS)

    assert text[told.start : told.end] == text.rstrip().rsplit("\n", 1)[-1]


def test_approval_on_record_counts_if_its_post_may_give_it() -> None:
    text = letter(EN, approval="")
    day = date(2025, 10, 13)

    by_head = Particulars(approvals=(Approval(post="head_of_department", on=day),))
    by_cabinet = Particulars(approvals=(Approval(post="director_general", on=day),))
    late = Particulars(approvals=(Approval(post="director_general", on=date(2025, 10, 20)),))

    assert _ours(text, by_head) == {"LEG030"}
    assert _ours(text, by_cabinet) == set()
    assert [
        f.level for f in findings(text, Check.LEGAL_BASIS, known=late) if f.code == "LEG033"
    ] == [Level.NOTE]


def test_paper_of_another_house_is_not_judged() -> None:
    text = letter(EN, signer="António Guterres", approval="")

    assert _ours(text) == set()


def test_memorandum_is_approved_by_a_later_answer() -> None:
    text = letter(EN, approval="Approved by: Mahmoud Al-Tayeb, Secretary-General, 20 October 2025")

    found = findings(text, Check.LEGAL_BASIS, kind=Kind.MEMORANDUM)

    assert [f.level for f in found if f.code == "LEG033"] == [Level.NOTE]


@pytest.mark.parametrize(
    "line",
    [
        "اطلع عليه واعتمده {name}، {post}، في 14 مايو 2025",
        "صدرت موافقة {post} بتاريخ 14 مايو 2025.",
        "روجع واعتمد من {name}، {post}، 14 مايو 2025",
        "أجيز للتوقيع: {name}، {post}، 14 مايو 2025",
    ],
)
def test_approval_in_other_words_is_read(line: str) -> None:
    told = line.format(name=SG.names[Language.ARABIC], post=SG.titles[Language.ARABIC])

    assert "LEG030" not in _ours(letter(Language.ARABIC, approval=told))


def test_approval_may_be_told_by_visa() -> None:
    told = f"Visé par le {SG.titles[Language.FRENCH]} le 14 mai 2025."

    assert "LEG030" not in _ours(letter(Language.FRENCH, approval=told))


_OF_POST = {EN: "Approval of the {}: {}", FR: "Accord du {} : {}", AR: "موافقة {}: {}"}


@pytest.mark.parametrize("language", Language)
def test_approval_of_one_post_by_the_holder_of_another_is_told(language: Language) -> None:
    def told(officer: KnownSignatory) -> set[str]:
        named = f"{officer.names[language]}, {officer.titles[language]}, 14.05.2025"
        line = _OF_POST[language].format(SG.titles[language], named)
        return _ours(letter(language, approval=line))

    assert "LEG038" in told(DG)
    assert told(SG) == set()


@pytest.mark.parametrize(("amount", "told"), [("300 000", True), ("200 000", False)])
@pytest.mark.parametrize("language", Language)
def test_approval_beyond_the_power_of_who_gives_it_is_told(
    language: Language, amount: str, told: bool
) -> None:
    body = {"body": _COST[language].format(amount), "approval": _approved(DG, language)}
    by_finance = letter(language, **(_signed(FINANCE, language) | body))

    assert ("LEG039" in _ours(by_finance)) is told
    assert "LEG039" not in _ours(letter(language, **body)), "who signs has the power"


def test_annex_under_an_approval_is_no_approver() -> None:
    told = f"Approved by the {SG.titles[Language.ENGLISH]}, 14 May 2025\nAnnex I: Outputs"

    assert "LEG034" not in _ours(letter(Language.ENGLISH, approval=told))


def test_kind_that_nobody_may_sign_is_not_spoken_of() -> None:
    from_cabinet = letter(Language.ENGLISH)

    assert "LEG020" not in codes(from_cabinet, Check.LEGAL_BASIS, kind=Kind.CABLE)


_CLEARED: dict[Language, str] = {
    EN: "Cleared for issue by {}, {}, 13 October 2025",
    FR: "Vu, bon pour envoi : {}, {}, le 13 octobre 2025",
    AR: "أجيز للإرسال: {}، {}، 13 أكتوبر 2025",
}
_VISA: dict[Language, str] = {
    EN: "Visa: {}, {}, 13 October 2025",
    FR: "Visa : {}, {}, le 13 octobre 2025",
    AR: "تأشيرة: {}، {}، 13 أكتوبر 2025",
}


@pytest.mark.parametrize("language", Language)
def test_who_clears_for_issue_approves_and_who_has_seen_does_not(language: Language) -> None:
    def told(line: str, officer: KnownSignatory) -> set[str]:
        approval = line.format(officer.names[language], officer.titles[language])
        return codes(letter(language, approval=approval), Check.LEGAL_BASIS)

    assert "LEG031" in told(_CLEARED[language], FINANCE)
    assert "LEG030" in told(_VISA[language], FINANCE)
    assert not told(_CLEARED[language], SG)


_VISA_OF_APPROVAL = {
    EN: "Approval given on 13 October 2025 – {}, {}",
    FR: "Visa d'approbation : {}, {}, 13 octobre 2025",
    AR: "تأشيرة الموافقة: {}، {}، 13 أكتوبر 2025",
}


@pytest.mark.parametrize("language", Language)
def test_visa_of_approval_approves_and_is_given_by_who_may(language: Language) -> None:
    def told(officer: KnownSignatory) -> set[str]:
        line = _VISA_OF_APPROVAL[language].format(officer.names[language], officer.titles[language])
        return codes(letter(language, approval=line), Check.LEGAL_BASIS)

    assert "LEG031" in told(FINANCE)
    assert not told(SG)
