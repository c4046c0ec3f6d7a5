"""Check 5: each code has a letter that fires it and a near miss that does not, in each language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.review import Level, Particulars, Reviewer
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import (
    ADDRESSEES,
    AR,
    CONTEXT,
    EN,
    FR,
    PARTS,
    codes,
    findings,
    letter,
)

Changes = dict[str, str]
_TURKEY: dict[Language, Changes] = {
    EN: {"name": "Mehmet Demirkan", "place": "Republic of Türkiye"},
    FR: {"name": "Mehmet Demirkan", "place": "République de Türkiye"},
    AR: {"name": "محمد دميركان", "place": "جمهورية تركيا"},
}
_PAKISTAN: dict[Language, Changes] = {
    EN: {
        "name": "Munir Qureshi", "place": "Jeddah",
        "title": "Permanent Representative of the Islamic Republic of Pakistan",
    },
    FR: {
        "name": "Munir Qureshi", "place": "Djeddah",
        "title": "Représentant permanent de la République islamique du Pakistan",
    },
    AR: {
        "name": "منير قريشي", "style": "سعادة السيد", "place": "جدة",
        "title": "المندوب الدائم لجمهورية باكستان الإسلامية", "salutation": "صاحب السعادة،",
        "closing": "وتفضلوا سعادتكم بقبول فائق الاحترام.",
    },
}  # fmt: skip
_PRINCE = {
    EN: {"name": "Idris Wahab", "style": "H.R.H. Prince", "place": "Brunei Darussalam",
         "closing": "Please accept, Your Royal Highness, the assurances of my consideration."},
    FR: {"name": "Idris Wahab", "style": "S.A.R. le Prince", "place": "Brunéi Darussalam",
         "salutation": "Votre Altesse Royale,",
         "closing": "Veuillez agréer, Votre Altesse Royale, ma haute considération."},
}  # fmt: skip
_UNKNOWN = {  # nobody of the directory
    EN: {"name": "John Doe", "title": "Minister of Health", "place": "Republic of Chad"},
    FR: {"name": "Jean Dupont", "title": "Ministre de la Santé", "place": "République du Tchad"},
    AR: {"name": "سامي ناجي", "title": "وزير الصحة", "place": "جمهورية تشاد"},
}

# code, language, what fires it, the near miss
CASES: tuple[tuple[str, Language, Changes, Changes], ...] = (
    ("ADR001", EN, {"name": "Shukrhat Tashmatov"}, {"name": "Sh. Tashmatov"}),
    ("ADR001", FR, {"name": "Choukhrat Tachmatof"}, {"name": "CHOUKHRAT TACHMATOV"}),
    ("ADR001", AR, {"name": "شهرت تاشمتاوف"}, {"name": "شهرت تاشماتوف المحترم"}),
    ("ADR002", EN, _TURKEY[EN] | {"name": "Mohammed Demirkan"}, _TURKEY[EN]),
    ("ADR002", FR, _TURKEY[FR] | {"name": "Mohamed Demirkan"}, _TURKEY[FR]),
    ("ADR002", AR, _TURKEY[AR] | {"name": "Mohamed Demirkan"}, _TURKEY[AR]),
    ("ADR003", EN, {"name": "Bakhtiyor Saidov"}, {"name": "Tashmatov Shukhrat"}),
    ("ADR003", FR, {"name": "Bakhtiyor Saidov"}, _UNKNOWN[FR]),
    ("ADR003", AR, {"name": "سامي ناجي"}, _UNKNOWN[AR]),
    ("ADR004", EN, {"title": "Minister of Finance"}, {"title": "Minister for Foreign Affairs"}),
    ("ADR004", FR, {"title": "Ministre des Finances"},
     {"title": "Ministre des Affaires étrangères et de la Coopération"}),
    ("ADR004", EN, {"title": "Minister of State for Foreign Affairs"},
     {"title": "Minister of Foreign Affairs"}),
    ("ADR004", FR, {"title": "Ministre délégué aux Affaires étrangères"},
     {"title": "Ministre d'État, Ministre des Affaires étrangères"}),
    ("ADR004", AR, {"title": "وزير الدولة للشؤون الخارجية"}, {"title": "وزير الخارجية"}),
    ("ADR004", AR, {"title": "وزير المالية"}, {"title": "وزير الشؤون الخارجية"}),
    ("ADR005", EN, {"place": "Republic of Tajikistan"}, {"place": "Uzbekistan"}),
    ("ADR005", FR, {"place": "République du Tadjikistan"}, {"place": "Ouzbékistan"}),
    ("ADR005", AR, {"place": "جمهورية طاجيكستان"}, {"place": "أوزبكستان"}),
    ("ADR006", EN, _TURKEY[EN] | {"name": "Kemal Arslan"},
     _TURKEY[EN] | {"name": "Kemal Arslan", "date": "14 May 2025"}),
    ("ADR006", FR, _TURKEY[FR] | {"name": "Kemal Arslan"},
     _TURKEY[FR] | {"name": "Kemal Arslan", "date": "Le 14 mai 2025"}),
    ("ADR006", AR, _TURKEY[AR] | {"name": "كمال أرسلان"},
     _TURKEY[AR] | {"name": "كمال أرسلان", "date": "14 مايو 2025"}),
    ("ADR007", EN, {"name": "Salim Said", "place": "Sultanate of Oman"}, {}),
    ("ADR007", FR, {"name": "Salim Said", "place": "Sultanat d'Oman"}, {}),
    ("ADR007", AR, {"name": "سالم سعيد", "place": "سلطنة عمان"}, {}),
    ("ADR008", EN, {"style": "H.R.H. Prince"}, {"style": "His Excellency"}),
    ("ADR008", FR, {"style": "S.A.R. le Prince"}, {"style": "Son Excellence Monsieur"}),
    ("ADR008", AR, {"style": "سعادة السيد"}, {"style": "معالي الدكتور"}),
    ("ADR009", EN, {"style": ""}, {"style": "H.E."}),
    ("ADR009", FR, {"style": ""}, {"style": "S.E."}),
    ("ADR009", AR, {"style": ""}, {"style": "معالي"}),
    ("ADR009", EN, {"style": "Mr."}, {"style": "H.E. Mr."}),
    ("ADR009", FR, {"style": "M."}, {"style": "S.E. M."}),
    ("ADR009", AR, {"style": "السيد"}, {"style": "معالي السيد"}),
    ("ADR010", EN, {"style": "H.E. Mrs."}, {"style": "H.E. Dr."}),
    ("ADR010", FR, {"salutation": "Madame la Ministre,"}, {"salutation": "Monsieur le Ministre,"}),
    ("ADR010", AR, {"salutation": "صاحبة المعالي،"}, {"salutation": "معالي الوزير،"}),
    ("ADR011", EN, {"salutation": "Your Royal Highness,"}, {"salutation": "Your Excellency,"}),
    ("ADR011", FR, {"salutation": "Votre Altesse,"}, {"salutation": "Monsieur le Ministre,"}),
    ("ADR011", AR, {"salutation": "صاحب السمو،"}, {"salutation": "معالي الوزير،"}),
    ("ADR011", AR, {"salutation": "الأخ العزيز،"}, {"salutation": "معالي الأخ العزيز،"}),
    ("ADR011", EN, _PRINCE[EN] | {"salutation": "Mr. Minister,"},
     _PRINCE[EN] | {"salutation": "Your Royal Highness,"}),
    ("ADR011", FR, _PRINCE[FR] | {"salutation": "Monsieur le Ministre,"},
     _PRINCE[FR] | {"salutation": "Votre Altesse Royale,"}),
    ("ADR013", FR,
     _PRINCE[FR] | {"closing": "Veuillez agréer, Monsieur le Ministre, ma haute considération."},
     _PRINCE[FR] | {"closing": "Veuillez agréer, Votre Altesse Royale, ma considération."}),
    ("ADR012", EN, _PAKISTAN[EN] | {"title": "Ambassador", "place": "Islamic Republic of Pakistan"},
     _PAKISTAN[EN]),
    ("ADR012", FR,
     _PAKISTAN[FR] | {"title": "Ambassadeur", "place": "République islamique du Pakistan"},
     _PAKISTAN[FR]),
    ("ADR012", AR, _PAKISTAN[AR] | {"title": "سفير", "place": "جمهورية باكستان الإسلامية"},
     _PAKISTAN[AR]),
    ("ADR013", EN, {"closing": "Please accept, Your Highness, the assurances of my consideration."},
     {"closing": "Yours sincerely,"}),
    ("ADR013", FR, {"closing": "Je prie Votre Altesse d'agréer l'assurance de ma considération."},
     {"closing": "Veuillez agréer, Monsieur le Ministre, l'assurance de ma considération."}),
    ("ADR013", AR, {"closing": "وتفضلوا سموكم بقبول فائق الاحترام."},
     {"closing": "وتفضلوا بقبول فائق الاحترام."}),
    ("ADR014", EN, {"salutation": "Mr. Ambassador,"}, {"salutation": "Mr. Minister,"}),
    ("ADR014", FR, {"salutation": "Monsieur l'Ambassadeur,"},
     {"salutation": "Monsieur le Ministre,"}),
    ("ADR014", AR, {"salutation": "معالي السفير،"}, {"salutation": "معالي الوزير،"}),
    ("ADR015", EN, _TURKEY[EN] | {"place": "Republic of Turkey"},
     _TURKEY[EN] | {"place": "Republic of Turkey", "date": "14 May 2019", "name": "X"}),
    ("ADR015", FR, _UNKNOWN[FR] | {"place": "Royaume du Swaziland"},
     _UNKNOWN[FR] | {"place": "Royaume du Swaziland", "date": "Le 14 mai 2010"}),
    ("ADR015", AR, _UNKNOWN[AR] | {"place": "مملكة سوازيلند"}, _UNKNOWN[AR]),
    ("ADR015", EN, _UNKNOWN[EN] | {"place": "Imperial State of Iran"},
     _UNKNOWN[EN] | {"place": "Islamic Republic of Iran"}),
    ("ADR015", FR, _UNKNOWN[FR] | {"place": "République unie du Cameroun"},
     _UNKNOWN[FR] | {"place": "République du Cameroun"}),
    ("ADR015", AR, _UNKNOWN[AR] | {"place": "جمهورية موزامبيق الشعبية"},
     _UNKNOWN[AR] | {"place": "جمهورية موزمبيق"}),
    ("ADR016", EN, {"place": "Republic of Uzbekstan"}, {"place": "Tashkent"}),
    ("ADR016", FR, {"place": "République d'Ouzbékisatn"}, {"place": "Tachkent"}),
    ("ADR016", AR, {"place": "جمهورية أوزبكسنتان"}, {"place": "طشقند"}),
    ("ADR017", EN, _PAKISTAN[EN] | {"title": "Permanent Representative of the State of Pakistan"},
     _PAKISTAN[EN]),
    ("ADR017", FR, {"place": "Royaume d'Ouzbékistan"}, {"place": "Ouzbékistan"}),
    ("ADR017", AR, {"place": "مملكة أوزبكستان"}, {"place": "أوزبكستان"}),
    ("ADR011", EN, {"salutation": "Dear Sir,"}, {"salutation": "Mr. Minister,"}),
    ("ADR011", FR, {"salutation": "Cher Monsieur,"}, {"salutation": "Monsieur le Ministre,"}),
    ("ADR011", AR, {"salutation": "عزيزي السيد،"}, {"salutation": "معالي الوزير،"}),
    ("ADR011", EN, {"salutation": "Good morning,"}, {"salutation": "Dear Minister,"}),
    ("ADR011", EN, {"salutation": "Ladies and Gentlemen,"}, {"salutation": "Excellency,"}),
    ("ADR011", EN, {"salutation": "Your Grace,"}, {"salutation": "Your Excellency,"}),
    ("ADR011", EN, {"salutation": "Your Holiness,"}, {"salutation": "Your Excellency,"}),
    ("ADR011", FR, {"salutation": "Bonsoir,"}, {"salutation": "Excellence,"}),
    ("ADR011", FR, {"salutation": "Mesdames, Messieurs,"}, {"salutation": "Excellence,"}),
    ("ADR011", FR, {"salutation": "Monseigneur,"}, {"salutation": "Monsieur le Ministre,"}),
    ("ADR011", FR, {"salutation": "Votre Grandeur,"}, {"salutation": "Votre Excellence,"}),
    ("ADR011", AR, {"salutation": "صاحب النيافة،"}, {"salutation": "صاحب المعالي،"}),
    ("ADR011", AR, {"salutation": "أخي الوفي،"}, {"salutation": "معالي الأخ الوفي،"}),
    ("ADR001", EN, {"body": "I trust that Shukhrat Tashmtov will attend."},
     {"body": "I trust that Shukhrat Tashmatov will attend, and Shukhrat Karimov too."}),
    ("ADR001", FR, {"body": "Je forme le vœu que Choukhrat Tachmaotv y assiste."},
     {"body": "Je forme le vœu que Choukhrat Tachmatov y assiste."}),
    ("ADR001", AR, {"body": "وآمل أن يحضر معالي السيد شهرت تاشماوتف شخصيا."},
     {"body": "وآمل أن يحضر معالي السيد شهرت تاشماتوف شخصيا."}),
    ("ADR018", EN, {"body": "I thank Your Royal Highness for the invitation to Tashkent."},
     {"body": "I thank His Royal Highness the Crown Prince for the invitation."}),
    ("ADR018", FR, {"body": "Je remercie Votre Majesté de l'invitation à Tachkent."},
     {"body": "Je remercie Sa Majesté le Roi de l'invitation à Tachkent."}),
    ("ADR018", AR, {"body": "أشكر جلالتكم على الدعوة إلى طشقند."},
     {"body": "أشكر جلالة الملك على الدعوة إلى طشقند."}),
)  # fmt: skip


@pytest.mark.parametrize(("code", "language", "fires", "misses"), CASES)
def test_code_fires_on_the_slip_and_not_beside_it(
    code: str, language: Language, fires: Changes, misses: Changes
) -> None:
    assert code in codes(letter(language, **fires), Check.ADDRESSEE)
    assert code not in codes(letter(language, **misses), Check.ADDRESSEE)


@pytest.mark.parametrize("language", Language)
def test_clean_letter_has_no_finding(language: Language) -> None:
    assert findings(letter(language), Check.ADDRESSEE) == []


@pytest.mark.parametrize("language", Language)
def test_letter_to_somebody_unknown_is_not_judged(language: Language) -> None:
    assert findings(letter(language, **_UNKNOWN[language]), Check.ADDRESSEE) == []


def test_prince_may_be_spoken_to_as_monseigneur() -> None:
    prince = {"name": "Idris Wahab", "style": "S.A.R. le Prince", "place": "Brunéi Darussalam"}

    text = letter(FR, **prince, salutation="Monseigneur,", closing="Veuillez agréer mon respect.")

    assert "ADR011" not in codes(text, Check.ADDRESSEE)


def test_slip_in_a_name_tells_where_and_what_to_write() -> None:
    text = letter(EN, name="Shukhrat Tashmatof")

    (finding,) = findings(text, Check.ADDRESSEE)

    assert text[finding.start : finding.end] == "Shukhrat Tashmatof"
    assert finding.suggestion == "Shukhrat Tashmatov"
    assert finding.level == Level.STOP
    assert finding.message(EN) == (
        "“Shukhrat Tashmatof” differs by a letter or two from “Shukhrat Tashmatov”, "
        "the name in the directory for this post."
    )


def test_given_addressee_makes_a_wrong_state_a_stop() -> None:
    text = letter(EN, place="Republic of Tajikistan")

    (finding,) = findings(text, Check.ADDRESSEE, known=Particulars(addressee="uzb"))

    assert (finding.code, finding.level) == ("ADR005", Level.STOP)
    assert finding.suggestion == "Republic of Uzbekistan"


@pytest.mark.parametrize(
    ("printed", "right"),
    [("Republic of Turkey", "Republic of Türkiye"), ("Turkey", "Türkiye")],
)
def test_old_name_of_a_state_is_replaced_as_fully_as_it_was_written(
    printed: str, right: str
) -> None:
    text = letter(EN, **_TURKEY[EN] | {"place": printed})

    found = [each for each in findings(text, Check.ADDRESSEE) if each.code == "ADR015"]

    assert [each.suggestion for each in found] == [right]


@pytest.mark.parametrize(
    ("place", "code"), [("République tunisienne", None), ("République gabonaise", "ADR005")]
)
def test_state_with_its_headword_is_no_capital(place: str, code: str | None) -> None:
    entry = replace(
        ADDRESSEES[0], state="TUN", level=None,
        titles={FR: "Ambassadeur auprès du Royaume d'Arabie saoudite"},
    )  # fmt: skip
    reviewer = Reviewer(replace(CONTEXT, addressees=(entry,)))
    name = f"{PARTS[FR]['name']}, {entry.titles[FR]},"
    text = letter(FR, name=name, title=place, place="")

    report = reviewer.review(text, kind=Kind.LETTER, particulars=Particulars(addressee=entry.id))

    assert ("ADR005" in {one.code for one in report.findings}) is (code is not None)


def test_successor_is_suggested_for_who_left_the_post() -> None:
    text = letter(EN, **_TURKEY[EN] | {"name": "Kemal Arslan"})

    (finding,) = findings(text, Check.ADDRESSEE)

    assert finding.suggestion == "Mehmet Demirkan"


@pytest.mark.parametrize(
    "block",
    [
        "To: H.E. Mr. Shukrhat Tashmatov, Minister of Foreign Affairs, Republic of Uzbekistan",
        "H.E. Mr.\nShukrhat Tashmatov\nMinister of Foreign Affairs\nRepublic of Uzbekistan",
        "To\tHis Excellency\n\tMr. Shukrhat Tashmatov\n\tMinister of Foreign Affairs",
    ],
)
def test_name_is_read_in_any_layout(block: str) -> None:
    part = PARTS[EN]
    text = f"{part['date']}\n{block}\n\n{part['salutation']}\n{part['body']}\n{part['closing']}\n"

    assert "ADR001" in codes(text, Check.ADDRESSEE)
