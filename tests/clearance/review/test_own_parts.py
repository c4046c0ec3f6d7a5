"""The parts that a paper numbers itself: one out of place, one missing, one referred to in vain."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Check, Kind


def _codes(reviewer: Reviewer, text: str) -> list[str]:
    return [
        one.code for one in reviewer.review(text).findings
        if one.check is Check.CONFORMITY and one.level > Level.NOTE
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Article 2\nAll have rights.\nArticle 13\nAll may live.\nArticle 4\nNone is held.",
        "Article 7\nLes artisans.\nArticle 10 – Activités\nIls agissent.\nArticle 9 –\nFormalités",
        "المادة (2)\nيعمل.\nالمادة (8)\nينشر.\nالمادة (4)\nينفذ.",
        "1. The first.\n2. The second.\n7. The third.\n4. The fourth.",
        "المادة الأولى\nيعمل.\nالمادة الثالثة\nينشر.\nالمادة الثانية\nينفذ.\nالمادة الرابعة\nينشر.",
    ],
)
def test_number_out_of_its_order_is_told(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == ["CON032"]


@pytest.mark.parametrize(
    "text",
    [
        "COMMUNIQUÉ. 1. Le Conseil a siégé. 2. Il a rappelé. 4. Il a salué. 5. Il a décidé.",
        "البيان. ١- عقد المجلس دورته. ٢- واستذكر. ٤- وأشاد. ٥- وأثنى.",
        "The note asks for: (a) the dates; (b) the venue; (d) the agenda.",
        "تطلب المذكرة: (أ) المواعيد؛ (ب) المكان؛ (د) جدول الأعمال.",
        "قرار. المادة 1: تنشأ لجنة. المادة 2: تجتمع. المادة 4: يعين الأعضاء. المادة 5: يعمل بهذا.",
    ],
)
def test_number_missing_within_a_line_is_told(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == ["CON030"]


DECISION = (
    "Article 1. A unit is set up. Article 2. It has three officers. Article 3. The officers named "
    "in {} report monthly. Article 4. This decision takes effect on 1 May 2026."
)
DECISION_FR = (
    "Article premier. Il est créé un comité. Article 2. Il se réunit chaque mois. Article 3. Les "
    "membres visés à {} sont nommés pour deux ans. Article 4. La décision du 4 mars 2019 est "
    "abrogée. Article 5. La présente décision prend effet le 1er janvier 2026."
)
QARAR = (
    "المادة الأولى: تنشأ لجنة. المادة الثانية: تجتمع اللجنة. المادة الثالثة: يعين الأعضاء المشار "
    "إليهم في {} لسنتين. المادة الرابعة: يعمل بهذا القرار من تاريخه."
)


@pytest.mark.parametrize(
    "text",
    [
        DECISION.format("article 7"),
        DECISION.format("article 12 hereof"),
        DECISION_FR.format("l’article 9"),
        QARAR.format("المادة 8"),
        "La circulaire comporte deux annexes : l’annexe I (formulaire) et l’annexe II (jours "
        "fériés). Elle ne vaut pas dans les cas prévus à l’annexe III.",
        "يشتمل هذا التعميم على ملحقين: الملحق الأول (النموذج) والملحق الثاني (العطل)، ولا يلزم "
        "الطلب في الحالات الواردة في الملحق الرابع.",
        "The report comprises five chapters. Chapter 7 deals with finance.",
        "The report has four chapters. The conclusions are in chapter five.",
        "يتألف التقرير من خمسة فصول. ويتناول الفصل السابع المالية.",
        "Le règlement comporte douze articles ; l’article 15 traite des sanctions.",
    ],
)
def test_reference_to_a_part_that_is_not_there_is_told(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == ["CON033"]


def _contract(label: str, cited: str, *, between: str = "The fees under {} are paid.") -> str:
    heads = "\n\n".join(
        f"{label} {number}\n{sentence}"
        for number, sentence in enumerate(
            ("The firm interprets.", between.format(cited), "It keeps secrets.", "It is paid."), 1
        )
    )
    return f"CONTRACT\n\nbetween the Organisation and the Firm\n\n{heads}\n"


@pytest.mark.parametrize(
    ("label", "cited"),
    [("Art.", "Art. 9"), ("Article n°", "l'article n° 9"), ("Clause", "clause no. 9"),
     ("المادة رقم", "المادة رقم 9"), ("البند", "البند ٩"), ("الفصل", "الفصل 9")],
)  # fmt: skip
def test_article_that_a_contract_does_not_have_is_told(
    reviewer: Reviewer, label: str, cited: str
) -> None:
    told = reviewer.review(_contract(label, cited), kind=Kind.CONTRACT).findings
    right = reviewer.review(_contract(label, cited.replace("9", "1").replace("٩", "1")),
                            kind=Kind.CONTRACT).findings  # fmt: skip

    assert [one.code for one in told if one.code == "CON033"] == ["CON033"]
    assert "CON033" not in {one.code for one in right}


def test_arabic_article_numbered_in_words_is_told(reviewer: Reviewer) -> None:
    numbers = ("الأولى", "الثانية", "الثالثة", "الرابعة")
    sentence = "حكم\nيسري العقد وفقا للمادة {}."
    heads = "\n\n".join(f"المادة {number} – {sentence}" for number in numbers)
    text = f"عقد\n\nبين المنظمة والشركة\n\n{heads}\n"
    for cited, codes in (("الثالثة", []), ("الثانية عشرة", ["CON033"])):
        found = reviewer.review(
            text.replace("{}", cited, 1).replace("{}", "الأولى"), kind=Kind.CONTRACT
        ).findings
        assert [one.code for one in found if one.code == "CON033"] == codes


def test_item_of_a_budget_is_no_article_of_the_contract(reviewer: Reviewer) -> None:
    text = _contract("المادة", "البند 12 من الميزانية")

    assert "CON033" not in _codes(reviewer, text)


@pytest.mark.parametrize(
    "text",
    [
        DECISION.format("article 2"),
        DECISION.format("article 7 of the Staff Rules"),
        DECISION_FR.format("l’article 9 du Statut du personnel"),
        DECISION_FR.format("l’article 2"),
        QARAR.format("المادة 2"),
        QARAR.format("المادة 8 من النظام الأساسي"),
        # an excerpt, whose other articles are elsewhere
        "Article 1. A unit is set up. Article 2. It has officers. Article 3. See article 7.",
        "The report has four chapters. Chapter 7 of last year’s report dealt with this.",
        "Le règlement comporte douze articles ; l’article 15 de la Charte traite des sanctions.",
        "The agreement has 24 articles and two annexes, lettered A and C, Annex B having been "
        "deleted by the amending protocol of 1998. Article 17 bis stands apart.",
        "COMMUNIQUÉ. 1. Le Conseil a siégé. 2. Il a rappelé. 3. Il a salué. 4. Il a décidé.",
        "The note asks for: (a) the dates; (b) the venue; (c) the agenda.",
        "1. The Council met.\n(a) It heard.\n(b) It spoke.\n2. It adopted.\n(a) Aid.\n3. End.",
        "1. One.\n2. Two.\n1. One again.\n2. Two again.\n3. Three.\n4. Four.",
    ],
)
def test_parts_in_order_and_parts_of_other_texts_are_left_alone(
    reviewer: Reviewer, text: str
) -> None:
    assert _codes(reviewer, text) == []
