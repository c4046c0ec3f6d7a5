"""A command, a threat or a reproach to whom a paper is for is told; what others must do is not."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.terms import Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def _codes(reviewer: Reviewer, language: Language, text: str, kind: Kind) -> set[str]:
    return {one.code for one in reviewer.review(text, language=language, kind=kind).findings}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "You will bear all the consequences of this delay."),
        (EN, "The Cabinet will accept no further excuses; no excuse will be accepted from you."),
        (EN, "Silence on your part shall be taken as a sign of contempt."),
        (EN, "Your Ministry has shown itself careless in every one of these matters."),
        (EN, "We deplore your usual negligence."),
        (FR, "Vous supporterez seuls les conséquences de ce retard."),
        (FR, "Le Secrétariat ne saurait tolérer de nouvelles excuses."),
        (FR, "Le défaut de réponse sera pris pour une marque de mépris."),
        (FR, "Votre Mission s'est signalée par son amateurisme."),
        (FR, "Ceci est un ultime avertissement."),
        (AR, "وسوف تندمون، إذ ستتحملون وحدكم تبعات هذا التأخير."),
        (AR, "ولن نتهاون مع أي تقصير بعد اليوم."),
        (AR, "وسيعتبر عدم ردكم إهانة للمنظمة."),
        (AR, "وقد أثبتت وزارتكم عجزها عن الوفاء بما تعهدت به."),
        (AR, "ونأسف لإهمالكم المتكرر."),
    ],
)
@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.CIRCULAR])
def test_threat_or_reproach_is_told_in_every_paper_that_speaks_to_somebody(
    reviewer: Reviewer, language: Language, text: str, kind: Kind
) -> None:
    assert "LNG019" in _codes(reviewer, language, text, kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "You are hereby ordered to send the list."),
        (EN, "The General Secretariat demands that you send the list."),
        (FR, "Vous êtes mis en demeure de transmettre la liste."),
        (FR, "Votre Gouvernement doit obtempérer."),
        (AR, "وعليكم إرسال القائمة دون نقاش."),
        (AR, "ويتعين على حكومتكم الانصياع لهذا القرار."),
    ],
)
def test_order_is_told_in_what_goes_out_and_not_within_the_house(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    assert "LNG019" in _codes(reviewer, language, text, Kind.NOTE_VERBALE)
    assert "LNG019" not in _codes(reviewer, language, text, Kind.MEMORANDUM)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The occupying Power shall bear the consequences of its policy."),
        (EN, "The Organisation will not tolerate any delay in the delivery of relief."),
        (EN, "Should your delegation be late, please accept our excuses for the inconvenience."),
        (EN, "The consequences of the drought were set out in your letter."),
        (FR, "La puissance occupante assumera les conséquences de ses actes."),
        (FR, "Nous vous prions d'agréer nos excuses pour ce retard."),
        (FR, "Les conséquences de la sécheresse sont exposées dans votre lettre."),
        (AR, "وتتحمل القوة القائمة بالاحتلال عواقب أفعالها."),
        (AR, "ونرجو قبول عذرنا عن التأخير."),
        (AR, "ويشكر المجلس حكومتكم على الامتثال لأحكام القرار."),
    ],
)
def test_what_others_bear_and_what_is_asked_politely_is_left_alone(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    assert "LNG019" not in _codes(reviewer, language, text, Kind.LETTER)


def test_words_of_others_are_theirs(reviewer: Reviewer) -> None:
    text = 'The note said: "You will bear the consequences." No answer is called for.'

    assert "LNG019" not in _codes(reviewer, EN, text, Kind.LETTER)
