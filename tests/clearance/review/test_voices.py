"""The post by which a letter speaks, familiar greetings, the states of a note, names of states."""

# ruff: noqa: E501  (sentences of three languages in one line each)

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Check, Kind

LETTER_EN = """Ref: OIC/POL/2026/0412
Jeddah, 12 March 2026

{head}

{greeting}

I have the honour to inform you that the meeting will be held in Jeddah on 5 May 2026.

Please accept, {close}, the assurances of my highest consideration.

Secretary-General
"""
LETTER_FR = """Réf. : OCI/POL/2026/0412
Djeddah, le 12 mars 2026

{head}

{greeting}

J'ai l'honneur de vous informer que la réunion se tiendra à Djeddah le 5 mai 2026.

Veuillez agréer, {close}, l'assurance de ma très haute considération.

Le Secrétaire général
"""
LETTER_AR = """الرقم: 412/2026
جدة، 12 مارس 2026

{head}

{greeting}

أتشرف بإفادتكم بأن الاجتماع سيعقد في جدة يوم 5 مايو 2026.

وتفضلوا، {close}، بقبول فائق الاحترام والتقدير.

الأمين العام
"""
FRAMES = {"en": LETTER_EN, "fr": LETTER_FR, "ar": LETTER_AR}
PREMIER = "His Excellency Mr. Anwar Siddiqui\nPrime Minister of the Islamic Republic of Pakistan\nIslamabad"
MINISTER = (
    "H.E. Mr. Tariq Al-Mansour\nMinister of Foreign Affairs\nHashemite Kingdom of Jordan\nAmman"
)
ENVOY = "H.E. Ambassador Mariam Diallo\nPermanent Representative of the Republic of Senegal to the Organisation of Islamic Cooperation\nJeddah"
MINISTRE = "Son Excellence Monsieur Moussa Diarra\nMinistre des Affaires étrangères\nRépublique du Mali\nBamako"
CHEF = "Son Excellence Monsieur Alioune Ndiaye\nPrésident de la République du Sénégal\nDakar"
PRIME = "دولة السيد أنور صديقي\nرئيس وزراء جمهورية باكستان الإسلامية\nإسلام آباد"

WRONG = [
    ("en", PREMIER, "Mr. Prime Minister,", "Mr. President"),
    ("en", PREMIER, "Mr. Minister,", "Mr. Prime Minister"),
    ("en", MINISTER, "Dear Tariq,", "Excellency"),
    ("en", ENVOY, "Madam Ambassador,", "Mr. Ambassador"),
    ("fr", MINISTRE, "Monsieur le Ministre,", "Monsieur l'Ambassadeur"),
    ("fr", MINISTRE, "Cher Moussa,", "Excellence"),
    ("fr", CHEF, "Monsieur le Président,", "Monsieur le Premier Ministre"),
    ("ar", PRIME, "دولة رئيس الوزراء،", "معالي الأمين العام"),
    ("ar", PRIME, "دولة رئيس الوزراء،", "معالي الوزير"),
]
RIGHT = [
    ("en", PREMIER, "Mr. Prime Minister,", "Mr. Prime Minister"),
    ("en", PREMIER, "Excellency,", "Excellency"),
    ("en", MINISTER, "Dear Minister,", "Mr. Minister"),
    ("en", ENVOY, "Madam Ambassador,", "Madam Ambassador"),
    ("fr", MINISTRE, "Monsieur le Ministre,", "Monsieur le Ministre"),
    ("fr", MINISTRE, "Monsieur le Ministre et cher ami,", "Monsieur le Ministre"),
    ("fr", CHEF, "Monsieur le Président,", "Monsieur le Président"),
    ("ar", PRIME, "دولة رئيس الوزراء،", "دولة رئيس الوزراء"),
]


def _codes(reviewer: Reviewer, text: str, check: Check = Check.ADDRESSEE) -> list[str]:
    return [
        one.code for one in reviewer.review(text).findings
        if one.check is check and one.level > Level.NOTE
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "head", "greeting", "close"), WRONG)
def test_post_or_name_that_is_not_the_addressee_s_is_found(
    reviewer: Reviewer, language: str, head: str, greeting: str, close: str
) -> None:
    text = FRAMES[language].format(head=head, greeting=greeting, close=close)

    assert _codes(reviewer, text)


@pytest.mark.parametrize(("language", "head", "greeting", "close"), RIGHT)
def test_post_of_the_addressee_is_silent(
    reviewer: Reviewer, language: str, head: str, greeting: str, close: str
) -> None:
    text = FRAMES[language].format(head=head, greeting=greeting, close=close)

    assert _codes(reviewer, text) == []


PLAIN = {
    "en": "Ms. Aminata Traore\nChair of the Relief Federation\nRepublic of Mali",
    "fr": "Mme Aminata Traoré\nPrésidente de la Fédération de secours\nRépublique du Mali",
    "ar": "السيدة أميناتا تراوري\nرئيسة اتحاد الإغاثة\nجمهورية مالي",
}
STYLED = {
    "en": MINISTER,
    "fr": MINISTRE,
    "ar": "معالي السيد طارق المنصور\nوزير الخارجية\nالمملكة الأردنية الهاشمية",
}
# Of each language: the head, and greetings that do not go with it, and some that do.
GREETED = [
    (
        "en",
        STYLED,
        ("To whom it may concern,", "Brother Tariq,", "My dear brother Tariq,"),
        ("Dear brother,", "Excellency,"),
        "Excellency",
    ),
    (
        "fr",
        STYLED,
        ("À qui de droit,", "Mon cher Moussa,", "Cher frère Moussa,"),
        ("Monsieur le Ministre,", "Excellence,"),
        "Excellence",
    ),
    (
        "ar",
        STYLED,
        ("إلى من يهمه الأمر،", "الأخ طارق المنصور،", "أخي العزيز طارق،"),
        ("معالي الأخ الوزير،", "معالي الوزير،"),
        "معالي الوزير",
    ),
    (
        "en",
        PLAIN,
        ("Your Holiness,", "Your Royal Highness,"),
        ("Madam,", "Dear Ms. Traore,"),
        "Madam",
    ),
    (
        "fr",
        PLAIN,
        ("Votre Altesse,", "Votre Sainteté,"),
        ("Madame,", "Madame la Présidente,"),
        "Madame",
    ),
    (
        "ar",
        PLAIN,
        ("صاحبة الجلالة،", "صاحبة السمو الملكي،"),
        ("السيدة الرئيسة،", "السيدة أميناتا تراوري،"),
        "السيدة الرئيسة",
    ),
]


@pytest.mark.parametrize(("language", "heads", "wrong", "right", "close"), GREETED)
def test_greeting_below_or_above_the_addressee_is_told(
    reviewer: Reviewer, language: str, heads: dict[str, str], wrong: tuple[str, ...],
    right: tuple[str, ...], close: str,
) -> None:  # fmt: skip
    for greeting in (*wrong, *right):
        text = FRAMES[language].format(head=heads[language], greeting=greeting, close=close)

        assert ("ADR011" in _codes(reviewer, text)) is (greeting in wrong), greeting


NOTES = {
    "en": (
        "The General Secretariat of the Organisation of Islamic Cooperation presents its compliments to the Embassy of the Republic of Uganda in Riyadh and has the honour to send the enclosed list.\n\n"
        "The esteemed Embassy is requested to convey it to the Ministry of Foreign Affairs of the Republic of {passed}.\n\n"
        "The General Secretariat avails itself of this opportunity to renew to the Embassy of the Republic of {closed} the assurances of its highest consideration.\n\nJeddah, 4 May 2026\n"
    ),
    "fr": (
        "Le Secrétariat général de l'Organisation de la coopération islamique présente ses compliments à l'Ambassade de la République d'Ouganda à Riyad et a l'honneur de lui adresser la liste ci-jointe.\n\n"
        "L'estimable Ambassade est priée de transmettre cette liste au Ministère des Affaires étrangères de la République {passed}.\n\n"
        "Le Secrétariat général saisit cette occasion pour renouveler à l'Ambassade de la République {closed} les assurances de sa très haute considération.\n\nDjeddah, le 4 mai 2026\n"
    ),
    "ar": (
        "تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى سفارة جمهورية أوغندا في الرياض، وتتشرف بإرسال القائمة المرفقة.\n\n"
        "ويرجى من السفارة الموقرة إحالة القائمة إلى وزارة خارجية جمهورية {passed}.\n\n"
        "وتغتنم الأمانة العامة هذه المناسبة لتعرب لسفارة جمهورية {closed} عن فائق تقديرها واحترامها.\n\nجدة في 4 مايو 2026\n"
    ),
}
OWN = {"en": "Uganda", "fr": "d'Ouganda", "ar": "أوغندا"}
OTHER = {"en": "Mozambique", "fr": "du Mozambique", "ar": "موزامبيق"}


@pytest.mark.parametrize("language", list(NOTES))
@pytest.mark.parametrize("place", ["passed", "closed"])
def test_note_that_turns_to_another_state_is_found(
    reviewer: Reviewer, language: str, place: str
) -> None:
    states = {"passed": OWN[language], "closed": OWN[language]} | {place: OTHER[language]}

    assert "ADR021" in _codes(reviewer, NOTES[language].format(**states))


@pytest.mark.parametrize("language", list(NOTES))
def test_note_that_keeps_to_its_state_is_silent(reviewer: Reviewer, language: str) -> None:
    text = NOTES[language].format(passed=OWN[language], closed=OWN[language])

    assert "ADR021" not in _codes(reviewer, text)


HEADS = {
    "en": "General Secretariat\n\nNOTE VERBALE\n\nEmbassy of the Republic of {state}\nRiyadh\n\n",
    "fr": "Secrétariat général\n\nNOTE VERBALE\n\nAmbassade de la République {state}\nRiyad\n\n",
    "ar": "الأمانة العامة\n\nمذكرة شفوية\n\nسفارة جمهورية {state}\nالرياض\n\n",
}


@pytest.mark.parametrize("language", list(NOTES))
@pytest.mark.parametrize(("states", "is_told"), [(OTHER, True), (OWN, False)])
def test_address_above_a_note_is_held_against_its_compliments(
    reviewer: Reviewer, language: str, states: dict[str, str], is_told: bool
) -> None:
    note = NOTES[language].format(passed=OWN[language], closed=OWN[language])
    text = HEADS[language].format(state=states[language]) + note

    assert ("ADR021" in _codes(reviewer, text)) is is_told


OLD = {
    "en": "Ministry of Foreign Affairs\nRepublic of {state}\n\n",
    "fr": "Ministère des Affaires étrangères\nRépublique {state}\n\n",
    "ar": "وزارة الخارجية\nجمهورية {state}\n\n",
}


@pytest.mark.parametrize(
    ("language", "old", "own"),
    [
        ("en", "Dahomey", "Benin"), ("fr", "du Dahomey", "du Bénin"), ("ar", "داهومي", "بنين"),
    ],
)  # fmt: skip
def test_old_name_of_the_state_that_a_note_goes_to_is_the_addressee_s(
    reviewer: Reviewer, language: str, old: str, own: str
) -> None:
    note = NOTES[language].replace("أوغندا", "{closed}").replace("d'Ouganda", "{closed}")
    note = note.replace("Uganda", "{closed}").format(passed=own, closed=own)
    head = HEADS[language].partition("\n\n")[0] + "\n\n" + OLD[language]

    said = reviewer.review(head.format(state=old) + note, kind=Kind.NOTE_VERBALE).findings
    right = reviewer.review(head.format(state=own) + note, kind=Kind.NOTE_VERBALE).findings

    assert "ADR015" in {one.code for one in said}
    assert "POL003" not in {one.code for one in said}
    assert "ADR015" not in {one.code for one in right}


@pytest.mark.parametrize(
    "text",
    [
        "On 12 June 2026 the authorities of the Republic of Jordan replied.",
        "On 12 June 2026 the Kingdom of Algeria replied.",
        "On 12 June 2026 the Islamic Republic of Senegal replied.",
        "On 12 June 2026 the Republic of Pakistan replied.",
        "On 12 June 2026 the State of Bahrain replied.",
        "The Organisation condemns Israeli settlements in Judea and Samaria.",
        "Le 12 juin 2026, la République du Maroc a répondu.",
        "Le 12 juin 2026, le Royaume du Sénégal a répondu.",
        "L'Organisation condamne les colonies israéliennes en Judée-Samarie.",
        "في 12 يونيو 2026 ردت جمهورية الأردن على الرسالة.",
        "في 12 يونيو 2026 ردت مملكة الجزائر على الرسالة.",
        "تدين المنظمة توسيع المستوطنات في يهودا والسامرة.",
    ],
)
def test_name_of_another_polity_or_of_occupied_land_is_found(reviewer: Reviewer, text: str) -> None:
    assert len(_codes(reviewer, text, Check.SENSITIVITY)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Hashemite Kingdom of Jordan and the Islamic Republic of Pakistan replied.",
        "The Heads of State of Senegal and the Republic of the Sudan replied.",
        "The so-called Judea and Samaria is the occupied West Bank.",
        "Le Royaume du Maroc et la République islamique de Mauritanie ont répondu.",
        "ردت المملكة الأردنية الهاشمية وجمهورية باكستان الإسلامية وسلطنة عمان.",
    ],
)
def test_name_of_the_state_is_silent(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text, Check.SENSITIVITY) == []
