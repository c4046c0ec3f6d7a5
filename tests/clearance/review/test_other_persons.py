"""Persons of the directory whom a text names beside its addressee."""

from __future__ import annotations

from functools import cache

import pytest

from clearance.review import Level, Reviewer
from clearance.review.context import Context, KnownAddressee
from clearance.review.default_people import known_states
from clearance.terms import AddresseeLevel, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC
MINISTER = KnownAddressee(
    id="AFG-MFA",
    names={EN: "Laila Noorzai", FR: "Laila Noorzai", AR: "ليلى نورزاي"},
    titles={EN: "Minister of Foreign Affairs", FR: "Ministre des Affaires étrangères",
            AR: "وزيرة الخارجية"},
    state="AFG",
    level=AddresseeLevel.FOREIGN_MINISTER,
)  # fmt: skip


@cache
def _reviewer() -> Reviewer:
    return Reviewer(Context(addressees=(MINISTER,), states=known_states()))


@pytest.mark.parametrize(
    ("language", "text", "code", "words"),
    [
        (EN, "He met H.E. Ms. Laila Noorzai, Minister of Finance of Afghanistan, on Monday.",
         "ADR004", "Minister of Finance"),
        (EN, "He met the Minister of Finance Laila Noorzai.", "ADR004", "the Minister of Finance"),
        (EN, "He met the Minister of Foreign Affairs of Albania, H.E. Ms. Laila Noorzai.",
         "ADR005", "Albania"),
        (FR, "Il a reçu S.E. Mme Laila Noorzai, Ministre de l’Intérieur d’Afghanistan.",
         "ADR004", "Ministre de l’Intérieur"),
        (FR, "Il a reçu la Ministre des Affaires étrangères d’Albanie, S.E. Mme Laila Noorzai.",
         "ADR005", "Albanie"),
        (AR, "استقبل معالي السيدة ليلى نورزاي، وزيرة المالية في أفغانستان.",
         "ADR004", "وزيرة المالية"),
        (AR, "استقبل وزيرة المالية معالي السيدة ليلى نورزاي.", "ADR004", "وزيرة المالية"),
    ],
)  # fmt: skip
def test_person_with_another_post_or_state_is_found(
    language: Language, text: str, code: str, words: str
) -> None:
    found = [f for f in _reviewer().review(text, language=language).findings if f.check == 5]

    assert [(f.code, f.level, text[f.start : f.end]) for f in found] == [(code, Level.WARN, words)]


ENVOY = KnownAddressee(
    id="ALB-PR",
    names={EN: "Samir Hoxha", FR: "Samir Hoxha", AR: "سمير خوجا"},
    titles={EN: "Permanent Representative to the OIC",
            FR: "Représentant permanent auprès de l'OCI", AR: "المندوب الدائم لدى المنظمة"},
    state="ALB",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "They received {}, Ambassador."),
        (FR, "Le badge a été établi au nom de S.E. M. l'Ambassadeur {}."),
    ],
)
def test_permanent_representative_is_spoken_of_as_the_ambassador_that_he_is(
    language: Language, text: str
) -> None:
    reviewer = Reviewer(Context(addressees=(MINISTER, ENVOY), states=known_states()))

    def told(person: KnownAddressee) -> set[str]:
        said = text.format(person.names[language])
        return {one.code for one in reviewer.review(said, language=language).findings}

    assert "ADR004" not in told(ENVOY)
    assert "ADR004" in told(MINISTER)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "He met H.E. Ms. Laila Noorzai, Minister of Foreign Affairs of Afghanistan."),
        (EN, "He met the Minister of Foreign Affairs of Afghanistan, H.E. Ms. Laila Noorzai."),
        (EN, "Laila Noorzai, who chaired the meeting, thanked the Minister of Finance."),
        (EN, "He met Laila Noorzaieva, Minister of Finance."),
        (FR, "Il a reçu Mme Laila Noorzai, Ministre des Affaires étrangères d’Afghanistan."),
        (AR, "استقبل معالي السيدة ليلى نورزاي، وزيرة الخارجية في أفغانستان."),
        (EN, "He met H.R.H. Princess Laila Noorzai on Monday."),
        (AR, "واستقبل صاحبة السمو الملكي الأميرة ليلى نورزاي أمس."),
        (EN, "The mission wishes to thank H.E. Ms. Laila Noorzai and her staff."),
        (EN, "The Minister of Finance\ncongratulated H.E. Ms. Laila Noorzai."),
        (FR, "Le Ministre des Finances a félicité S.E. Mme Laila Noorzai."),
        (FR, "La mission remercie S.E. Mme Laila Noorzai."),
        (AR, "تتوجه البعثة بالشكر إلى معالي السيدة ليلى نورزاي."),
        (AR, "هنأ وزير المالية في رده معالي السيدة ليلى نورزاي."),
    ],
)
def test_person_in_the_post_of_the_directory_is_left_alone(language: Language, text: str) -> None:
    assert [f.code for f in _reviewer().review(text, language=language).findings] == []


STYLED = KnownAddressee(
    id="KWT-MFA",
    names={EN: "Rashid Konaté", FR: "Rashid Konaté", AR: "راشد كوناتي"},
    titles={EN: "Minister of Foreign Affairs", FR: "Ministre des Affaires étrangères",
            AR: "وزير الخارجية"},
    style={EN: "H.E. Mr.", FR: "S.E. M.", AR: "معالي السيد"},
    state="KWT",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "code", "words"),
    [
        (EN, "It heard H.E. Mr. Rashid Konaté. The Council thanks H.E. Mr. Rashid Kontaé.",
         "ADR001", "Rashid Kontaé"),
        (EN, "The Council thanks H.E. Mr. Rashhid Kontaé, Minister of Foreign Affairs of Kuwait.",
         "ADR001", "Rashhid Kontaé"),
        (FR, "Il a entendu S.E. M. Rashid Konaté. Le Conseil remercie S.E. M. Rashhid Konaté.",
         "ADR001", "Rashhid Konaté"),
        (AR, "تكلم معالي السيد راشد كوناتي. ويشكر المجلس معالي السيد راشد كونااتي.",
         "ADR001", "راشد كونااتي"),
        (EN, "The Council heard H.E. Ms. Rashid\nKonaté.", "ADR010", "H.E. Ms."),
        (FR, "Le Conseil a entendu S.E. Mme Rashid Konaté.", "ADR010", "S.E. Mme"),
        (AR, "استمع المجلس إلى معالي السيدة راشد كوناتي.", "ADR010", "معالي السيدة"),
        (EN, "The Council heard H.R.H. Rashid Konaté.", "ADR008", "H.R.H."),
    ],
)  # fmt: skip
def test_person_of_the_directory_is_named_and_styled_rightly_in_the_text(
    language: Language, text: str, code: str, words: str
) -> None:
    reviewer = Reviewer(Context(addressees=(STYLED,), states=known_states()))

    found = [f for f in reviewer.review(text, language=language).findings if f.check == 5]

    assert [(f.code, f.level, text[f.start : f.end]) for f in found] == [(code, Level.WARN, words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Council thanks H.E. Mr. Rashid Kontaé."),  # it may be another person
        (EN, "It heard H.E. Mr. Rashid Konaté, and H.E. Ms. Rahma Konaré answered."),
        (EN, "The Council thanks Mr. Rashid Konaté."),
        (FR, "Le Conseil remercie S.E. M. Rashid Konaté, Ministre des Affaires étrangères."),
        (AR, "يشكر المجلس معالي السيد راشد كوناتي."),
        (EN, "It heard H.E. Mr. Rashid Conare, Minister of Foreign Affairs of Albania."),
    ],
)  # fmt: skip
def test_person_whom_the_text_does_not_surely_mean_is_left_alone(
    language: Language, text: str
) -> None:
    reviewer = Reviewer(Context(addressees=(STYLED,), states=known_states()))

    assert [f.code for f in reviewer.review(text, language=language).findings] == []


def test_minister_of_one_state_in_the_capital_of_another_is_found() -> None:
    letter = (
        "General Secretariat\nRef.: 12/2026\nDate: 4 May 2026\n\nH.E. Mr. Omar Sow\n"
        "{post}\nIslamic Republic of Afghanistan\n{city}\n\nSubject: Meeting\n\n"
        "Excellency,\n\nI have the honour to inform you of the meeting.\n\nPlease accept, "
        "Excellency, the assurances of my highest consideration.\n\nHassan Al-Amiri\n"
    )

    def codes(post: str, city: str) -> list[str]:
        text = letter.format(post=post, city=city)
        return [f.code for f in _reviewer().review(text, language=EN).findings if f.check == 5]

    assert codes("Minister of Water", "Tirana") == ["ADR019"]
    assert codes("Minister of Water", "Kabul") == []
    assert codes("Ambassador", "Tirana") == []
