# ruff: noqa: E501  (a wording that is broken at its end hides what it is about)
"""Sensitivity: partial sentences in the house's own voice, disclosure, marks that the text denies."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind


def _told(text: str) -> set[str]:
    found = review(text, kind=Kind.LETTER).findings
    return {one.code for one in found if one.check is Check.SENSITIVITY and one.level >= Level.WARN}


PARTIAL = [
    ("POL010", "The delay shows once more the incompetence of the Government of Senegal."),
    ("POL010", "The delegation of Gabon is notorious for its laziness."),
    ("POL010", "The reply of Benin was, as ever, shameful."),
    ("POL010", "Ce retard montre l'incurie des autorités du Tchad."),
    ("POL010", "La délégation du Bénin est réputée pour sa paresse."),
    ("POL010", "Les mauvais payeurs sont les États membres d'Afrique."),
    ("POL010", "ويدل هذا التأخير على تقاعس حكومة السنغال."),
    ("POL010", "وقد أبدى وفد بنن سوء النية في المفاوضات."),
    ("POL011", "The Secretariat deplores the results of the election in Senegal."),
    ("POL011", "It hopes that the opposition will win."),
    ("POL011", "The Organisation favours the candidate of Malaysia over that of Senegal."),
    ("POL011", "The Council denounces the hostile policies of Mali."),
    ("POL011", "Le Secrétariat général espère la défaite du parti au pouvoir."),
    ("POL011", "Le Conseil dénonce la politique hostile du Mali envers ses voisins."),
    ("POL011", "وتستنكر الأمانة العامة نتائج الانتخابات في السنغال."),
    ("POL011", "ويشجب المجلس السياسات العدائية لمالي تجاه جيرانها."),
    ("POL012", "It draws attention to the danger of the Ahmadis."),
    ("POL012", "Les égarements des soufis doivent être combattus."),
    ("POL012", "وينبه إلى انحرافات الصوفية."),
    ("POL013", "An Israeli expert will take part as an observer."),
    ("POL013", "Une délégation israélienne sera invitée à l'exposition."),
    ("POL013", "وستشارك شركة إسرائيلية في المعرض."),
    ("POL014", "The secret minutes have been given to the press."),
    ("POL014", "The classified annex was shared by WhatsApp."),
    ("POL014", "Le rapport confidentiel a été remis aux journalistes."),
    ("POL014", "Cet avis est à usage interne. Il sera communiqué à la presse."),
    ("POL014", "وقد سربت المذكرة السرية إلى الصحافة."),
    ("POL014", "يرسل التقرير السري عبر الواتساب."),
]
IMPARTIAL = [
    "The Government of Senegal rejected the accusation of bad faith.",
    "The delegation said that “the incompetence of the Government of Chad” was an invention.",
    "The Council deplores the bad faith of Israel, the occupying Power, towards the Government of Lebanon.",
    "The Contractor answers for bad faith.",
    "Le Gouvernement du Tchad rejette toute accusation de mauvaise foi.",
    "Le prestataire répond de sa mauvaise foi.",
    "ونفت حكومة السنغال اتهامها بالتقاعس.",
    "يسأل المتعاقد عن سوء النية.",
    "It congratulates the Republic of Senegal on the holding of the election.",
    "It decides to support the candidature of Malaysia.",
    "The Council condemns the policies of Israel in the occupied Palestinian territory.",
    "Il se félicite de la tenue de l'élection au Sénégal.",
    "Il appuie la candidature de la Malaisie.",
    "وتهنئ الأمانة العامة السنغال بإجراء الانتخابات.",
    "ويؤيد المجلس ترشيح ماليزيا.",
    "It condemns attacks on Ahmadis and Sufis.",
    "Un dialogue entre sunnites et chiites se tiendra à Bagdad.",
    "ويعقد حوار التقريب بين أهل السنة والشيعة.",
    "No Israeli delegation was invited.",
    "Aucune délégation d'Israël ne sera invitée.",
    "ولن تدعى أي شركة إسرائيلية.",
    "The confidential annex shall not be given to the press.",
    "The annex remains confidential and the report is published on the website.",
    "Le rapport confidentiel n'a pas été remis aux journalistes.",
    "لا يجوز إرسال التقرير السري عبر الواتساب.",
]


@pytest.mark.parametrize(("code", "text"), PARTIAL)
def test_partial_sentence_is_found(code: str, text: str) -> None:
    assert code in _told(text)


@pytest.mark.parametrize("text", IMPARTIAL)
def test_reported_rejected_or_other_matter_is_silent(text: str) -> None:
    assert not _told(text) & {"POL010", "POL011", "POL012", "POL013", "POL014"}


@pytest.mark.parametrize(
    "text",
    [
        "MEMORANDUM\nFOR PUBLICATION\n\nSubject: itinerary\n\nThis memorandum must remain confidential.",
        "NOTE\nDIFFUSION PUBLIQUE\n\nObjet : itinéraire\n\nLa présente note doit rester confidentielle.",
        "مذكرة\nللنشر العام\n\nالموضوع: السفر\n\nويجب أن تبقى هذه المذكرة سرية.",
    ],
)
def test_open_mark_over_a_text_that_is_to_stay_closed_is_found(text: str) -> None:
    assert "POL009" in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "MEMORANDUM\nFOR PUBLICATION\n\nSubject: itinerary\n\nThe annex was confidential.",
        "MEMORANDUM\nCONFIDENTIAL\n\nSubject: itinerary\n\nThis memorandum must remain confidential.",
    ],
)
def test_mark_that_the_text_does_not_deny_is_silent(text: str) -> None:
    assert "POL009" not in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition concerns the contested heights of the Golan.",
        "The letter came from the Ramallah authority.",
        "ISESCO will hold a workshop in 2026.",
        "Le gouvernement de Ramallah a répondu.",
        "L'ISESCO tiendra un atelier en 2026.",
        "وردت رسالة من حكومة رام الله.",
        "The account is held in Tel Aviv.",
        "The Organisation of Islamic Cooperation thanks French Sudan and Senegal.",
        "L'Organisation de la coopération islamique remercie le Soudan français.",
    ],
)
def test_name_that_is_not_the_houses_is_found(text: str) -> None:
    assert _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ISESCO held a workshop in 2004.",
        "It condemns moving any embassy from Tel Aviv to Al-Quds.",
        "L'ISESCO a tenu un atelier en 2004.",
        "The Charter of the Organization of African Unity was recalled in 2026.",
        "In 1958 French Sudan became an autonomous republic.",
        "La Communauté coopère également avec l'Organisation de l'Unité africaine.",
        "The extracts read:\n\nThe Contracting Parties shall inform the Organization of African Unity.",
    ],
)
def test_name_of_its_time_or_of_what_is_rejected_is_silent(text: str) -> None:
    assert not _told(text)


def test_denial_beside_another_quotation_does_not_excuse() -> None:
    text = "The names in use are “Israeli Golan”, and “Daesh”, which is not a state."
    assert _told(text) == {"POL001"}
