# ruff: noqa: E501  (a wording that is broken at its end hides what it is about)
"""Check 5: the addressee's state in the body, styles of no such post, who a note is for and where."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, EN, FR, codes, letter


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        (EN, "I would be grateful if the Government of the Republic of Chad would appoint an expert.",
         "I would be grateful if the Government of the Republic of Uzbekistan would appoint an expert."),
        (EN, "I thank Your Excellency for the support which the Republic of Chad lends to our work.",
         "I thank Your Excellency for the support which Uzbekistan lends to our work."),
        (EN, "The participation of the Republic of Chad would be most valuable.",
         "The Government of the Republic of Chad has offered to host the meeting."),
        (FR, "Je vous saurais gré de faire désigner les experts de la République du Tchad.",
         "Le Gouvernement de la République du Tchad accueillera la réunion."),
        (FR, "La participation du Tchad serait très utile.",
         "La participation de l'Ouzbékistan serait très utile."),
        (AR, "وأكون ممتنا لو تفضلت حكومة جمهورية تشاد بتسمية خبير.",
         "وأكون ممتنا لو تفضلت حكومة جمهورية أوزبكستان بتسمية خبير."),
        (AR, "وستكون لمشاركة جمهورية تشاد أهمية كبيرة.", "وتستضيف حكومة جمهورية تشاد الاجتماع."),
        (EN, "We know what your brotherly country, the Republic of Chad, has done for the Fund.",
         "We know what your brotherly country, which borders the Republic of Chad, has done."),
        (FR, "L'appui de votre cher pays, la République du Tchad, nous est précieux.",
         "L'appui de votre cher pays, la République d'Ouzbékistan, nous est précieux."),
        (AR, "ونثمن جهود بلدكم العزيز، جمهورية تشاد، في هذا المجال.",
         "ونثمن جهود بلدكم العزيز وجهود جمهورية تشاد في هذا المجال."),
        (EN, "I renew our thanks to the Government of the Republic of Chad for its lasting support.",
         "I renew our thanks to the Government of the Republic of Chad for hosting the session."),
        (EN, "The co-operation of the national authorities of Chad has never failed us.",
         "The co-operation of the national authorities of Chad will be sought."),
        (FR, "Ma gratitude va au Gouvernement de la République du Tchad pour son concours fidèle.",
         "Ma gratitude va au Gouvernement de la République du Tchad, hôte de la session."),
        (AR, "وأجدد الشكر لحكومة جمهورية تشاد على دعمها الدائم.",
         "وأجدد الشكر لحكومة جمهورية تشاد على استضافة الدورة."),
    ],
)  # fmt: skip
def test_state_that_the_body_asks_is_the_addressees(
    language: Language, wrong: str, right: str
) -> None:
    assert "ADR024" in codes(letter(language, body=wrong), 5)
    assert "ADR024" not in codes(letter(language, body=right), 5)


@pytest.mark.parametrize(
    "body",
    [
        "الموضوع: مشاركة وفدكم في دورة العمل حول المبادرات الداعمة لأوزبكستان\n\nنود إفادتكم بالموعد.",
        "وستكون لمشاركة وفدكم في دورة أوزبكستان فائدة.",
    ],
)
def test_state_that_a_letter_is_about_is_not_taken_for_the_addressees(body: str) -> None:
    assert "ADR024" not in codes(letter(AR, body=body), 5)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Mrs. Mohammed Sylla answers all questions.", Level.WARN),
        (
            "Mrs. Mohammed Sylla answers. The telephone of Mrs. Mohammed Sylla is given.",
            Level.NOTE,
        ),
    ],
)
def test_style_that_a_person_bears_each_time_is_noted_only(text: str, level: Level) -> None:
    found = [one for one in review(text).findings if one.code == "ADR010"]

    assert {one.level for one in found} == {level}


def test_state_above_a_capital_with_a_states_name_is_held_against_the_directory() -> None:
    text = letter(EN, place="State of Kuwait\nTashkent")
    assert "ADR005" in codes(text, 5)


@pytest.mark.parametrize(
    "text",
    [
        "The Council thanks His Majesty the Minister of Health.",
        "It requests His Royal Highness the Secretary-General to report.",
        "A message from His Excellency the King was read.",
        "The President of the Kingdom of Morocco spoke.",
        "Le Conseil remercie Sa Majesté le Ministre de la Santé.",
        "Le Roi de la République de Guinée a pris la parole.",
        "يشكر المجلس جلالة وزير الصحة.",
        "ألقى صاحب الفخامة السلطان كلمة.",
        "تحدث أمير مملكة الأردن.",
    ],
)
def test_style_that_the_post_does_not_bear_is_found(text: str) -> None:
    assert "ADR025" in codes(text, 5)


@pytest.mark.parametrize(
    "text",
    [
        "The Council thanks His Majesty the King and His Highness the Prime Minister.",
        "His Highness the Minister of Foreign Affairs spoke.",
        "His Excellency the President of the Republic of Senegal spoke.",
        "Le Conseil remercie Sa Majesté le Roi du Maroc.",
        "Son Excellence le Président de la République a pris la parole.",
        "يشكر المجلس جلالة الملك وفخامة الرئيس.",
        "تحدث ملك المملكة الأردنية وأمير دولة قطر.",
    ],
)
def test_style_that_the_post_bears_is_silent(text: str) -> None:
    assert "ADR025" not in codes(text, 5)


_NOTES = {
    EN: "The General Secretariat of the Organisation of Islamic Cooperation presents its compliments to {to} and has the honour to inform it that a mission will visit {town} on 3 March 2026. It would be grateful for the visas.\n\nThe General Secretariat avails itself of this opportunity to renew to {close} the assurances of its highest consideration.\n\nJeddah, 5 January 2026\n\n{foot}\n",
    FR: "Le Secrétariat général de l'Organisation de la coopération islamique présente ses compliments à {to} et a l'honneur de l'informer qu'une mission se rendra à {town} le 3 mars 2026. Il lui saurait gré de délivrer les visas.\n\nLe Secrétariat général saisit cette occasion pour renouveler à {close} les assurances de sa haute considération.\n\nDjeddah, le 5 janvier 2026\n\n{foot}\n",
    AR: "تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى {to}، وتتشرف بإفادتها بأن بعثة ستقوم بزيارة إلى مدينة {town} في 3 مارس 2026، وترجو منح التأشيرات.\n\nوتغتنم الأمانة العامة هذه المناسبة لتعرب إلى {close} عن فائق تقديرها.\n\nجدة في 5 يناير 2026\n\nإلى: {foot}\n",
}
_RIGHT = {
    EN: {
        "to": "the Embassy of the Republic of Senegal",
        "town": "Dakar",
        "close": "the Embassy",
        "foot": "Embassy of the Republic of Senegal\nRiyadh",
    },
    FR: {
        "to": "l'Ambassade de la République du Sénégal",
        "town": "Dakar",
        "close": "l'Ambassade",
        "foot": "Ambassade de la République du Sénégal\nRiyad",
    },
    AR: {
        "to": "سفارة جمهورية السنغال",
        "town": "داكار",
        "close": "السفارة",
        "foot": "سفارة جمهورية السنغال\nالرياض",
    },
}


def _of_note(language: Language, **changes: str) -> list[str]:
    text = _NOTES[language].format(**_RIGHT[language] | changes)
    found = review(text, kind=Kind.NOTE_VERBALE).findings
    return [one.code for one in found if one.check is Check.ADDRESSEE]


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_note_that_agrees_is_silent(language: Language) -> None:
    assert _of_note(language) == []


@pytest.mark.parametrize(
    ("language", "to"),
    [
        (EN, "the Green Valley Car Hire Company"),
        (FR, "la société Vallée verte de location"),
        (AR, "شركة الوادي الأخضر للسيارات"),
    ],
)
def test_compliments_to_a_firm_are_found(language: Language, to: str) -> None:
    assert "ADR021" in _of_note(language, to=to)


@pytest.mark.parametrize(
    ("language", "to"),
    [
        (EN, "the Embassy of the Republic of Mali"),
        (FR, "l'Ambassade de la République du Mali"),
        (AR, "سفارة جمهورية مالي"),
    ],
)
def test_of_two_states_both_places_are_told(language: Language, to: str) -> None:
    assert _of_note(language, to=to).count("ADR021") == 2


@pytest.mark.parametrize(
    ("language", "town", "of_another"),
    [(EN, "Bamako", True), (FR, "Niamey", True), (AR, "باماكو", True), (EN, "Kaolack", False)],
)
def test_visit_to_another_states_capital_is_found(
    language: Language, town: str, *, of_another: bool
) -> None:
    assert ("ADR019" in _of_note(language, town=town)) is of_another


def test_close_that_esteems_another_office_is_found() -> None:
    assert "ADR021" in _of_note(FR, close="l'honorable Ministère")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ADR026", "The workshop took place in Niamey, Republic of Chad."),
        ("ADR026", "L'atelier s'est tenu à Niamey, République du Tchad."),
        ("ADR026", "عقدت الورشة في نيامي، جمهورية تشاد."),
        ("ADR027", "The Islamic Development Bank (UNICEF) will pay."),
        ("ADR027", "La Banque islamique de développement (UNICEF) paiera."),
        ("ADR028", "In 2026 the Secretary-General, Mr. Ban Ki-moon, will report."),
        ("ADR028", "En 2026, le Secrétaire général, M. Ban Ki-moon, fera rapport."),
        ("ADR028", "وسيقدم الأمين العام للأمم المتحدة، السيد بان كي مون، تقريرا في عام 2026."),
    ],
)
def test_another_state_abbreviation_or_holder_is_found(code: str, text: str) -> None:
    assert code in codes(text, 5)


@pytest.mark.parametrize(
    "text",
    [
        "The workshop took place in Niamey, Niger.",
        "Visits to Niamey, Chad and Mali are planned.",
        "L'atelier s'est tenu à Niamey, République du Niger.",
        "عقدت الورشة في نيامي، جمهورية النيجر.",
        "The Islamic Development Bank (IsDB) and UNICEF will pay.",
        "La Banque islamique de développement (BID) paiera.",
        "In 2009 the Secretary-General, Mr. Ban Ki-moon, reported.",
        "In 2026 the former Secretary-General, Mr. Ban Ki-moon, will speak.",
        "En 2009, le Secrétaire général, M. Ban Ki-moon, a fait rapport.",
        "وقدم الأمين العام للأمم المتحدة، السيد بان كي مون، تقريرا في عام 2009.",
    ],
)
def test_own_state_abbreviation_and_holder_are_silent(text: str) -> None:
    assert not codes(text, 5) & {"ADR026", "ADR027", "ADR028"}


_THANKING = {
    EN: (
        "The General Secretariat of the Organisation of Islamic Cooperation presents its compliments "
        "to the Embassy of the Republic of Niger and has the honour to refer to the archive.\n\n"
        "The co-operation of the competent authorities of {state} has always been valued.\n\n"
        "The General Secretariat avails itself of this opportunity to renew to the Embassy the "
        "assurances of its highest consideration.\n",
        "the Republic of Niger", "the Republic of Chad",
    ),
    FR: (
        "Le Secrétariat général de l'Organisation de la coopération islamique présente ses "
        "compliments à l'Ambassade de la République du Niger et a l'honneur de parler de ses archives."
        "\n\nLe soutien des autorités compétentes de {state} a toujours été constant.\n\n"
        "Le Secrétariat général saisit cette occasion pour renouveler à l'Ambassade les assurances "
        "de sa très haute considération.\n",
        "la République du Niger", "la République du Tchad",
    ),
    AR: (
        "تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى سفارة جمهورية النيجر وتتشرف "
        "بالإشارة إلى المحفوظات.\n\nوإن تعاون الجهات المختصة في {state} محل تقدير دائم.\n\n"
        "وتنتهز الأمانة العامة هذه المناسبة لتعرب للسفارة عن فائق تقديرها واحترامها.\n",
        "جمهورية النيجر", "جمهورية تشاد",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", _THANKING)
def test_state_that_a_note_thanks_is_the_one_to_which_it_goes(language: Language) -> None:
    note, own, other = _THANKING[language]

    wrong = codes(note.format(state=other), 5, kind=Kind.NOTE_VERBALE)
    assert wrong & {"ADR021", "ADR024"}
    assert not codes(note.format(state=own), 5, kind=Kind.NOTE_VERBALE) & {"ADR021", "ADR024"}
