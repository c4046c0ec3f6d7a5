"""Spoken wording that was met in papers, a letter that stands twice, an article before a number."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.terms import Language
from tests.clearance.review.test_language import _codes

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Committee should get a move on and report to the Council."),
        (EN, "Please keep us in the loop on the matter."),
        (EN, "The departments are dragging their feet."),
        (FR, "Le Comité est invité à se bouger un\npeu et à présenter son rapport."),
        (FR, "Nous vous prions de jeter un coup d'œil au projet."),
        (FR, "Il y a un vrai cafouillage dans ce dossier."),
        (FR, "Le reste suivra. Alors, à plus à Dakar !"),
        (AR, "ويرجى إنجاز العمل على السريع وموافاتنا بالنتيجة."),
        (AR, "ويرجى إرسال الرد الحين إلى الإدارة."),
        (AR, "ونود أن نعرف شوي عن هذا الموضوع."),
        (AR, "ويرجى إرسال الورقة دي إلى الإدارة."),
    ],
)
def test_spoken_wording_is_told(reviewer: Reviewer, language: Language, text: str) -> None:
    assert _codes(reviewer, language, text) == ["LNG004"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Committee should move on to the next item and report to the Council."),
        (EN, "It received tons of wheat and truck loads of medicine."),
        (FR, "Le Comité est invité à faire avec soin le bilan d'un paquet de mesures."),
        (FR, "Vous allez, à ce titre, siéger à la prochaine session."),
        (FR, "La question est remise à plus tard et transmise à toute partie."),
        (AR, "ويتعين أن يستفيد كل منهما من الآخر في هذا العمل."),
        (AR, "ويرجى إنجاز العمل على وجه السرعة."),
        (AR, "ومنذ ذلك الحين قدمت التقارير."),
    ],
)
def test_wording_that_only_comes_near_is_left_alone(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    assert _codes(reviewer, language, text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Le Secrétariat renouvelle à à la Mission ses assurances.", ["LNG003"]),
        ("Le Secrétariat renouvelle à la Mission, à Djeddah, ses assurances.", []),
    ],
)
def test_preposition_of_one_letter_that_stands_twice_is_told(
    reviewer: Reviewer, text: str, codes: list[str]
) -> None:
    assert _codes(reviewer, FR, text) == codes


@pytest.mark.parametrize("article", ["الـ44", "ال44"])
def test_article_before_a_number_is_no_slip(reviewer: Reviewer, article: str) -> None:
    text = f"اعتمد القرار في الدورة {article} لمجلس وزراء الخارجية في أبيدجان."

    assert _codes(reviewer, AR, text) == []
