"""An article that a contract cites and does not have, by whatever name it calls its articles."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Kind

_LABELS = {
    "Art. {}.": "Art. {}",
    "Article no. {}": "Article no. {}",
    "Section {} –": "section {}",
    "Art. {} :": "l'art. {}",
    "Article n° {}": "l'article n° {}",
    "البند {}:": "البند {}",
    "الفصل {} –": "الفصل {}",
    "المادة رقم {}": "المادة رقم {}",
}


def _contract(head: str, cited: str, tail: str = "") -> str:
    is_arabic = head[0] > "\x7f"
    title = "عقد طباعة رقم 12 لسنة 2026" if is_arabic else "CONTRACT No. 12/2026"
    text = "تدفع الأجرة المبينة في {} بعد التسليم" if is_arabic else "The price of {} is due in May"
    if "l'" in cited:
        text = "Le prix fixé à {} est dû en mai"
    bodies = [text.format(cited) + tail + ".", "Maps.", "Ink.", "Paper."]
    parts = "\n\n".join(f"{head.format(n)}\n{body}" for n, body in enumerate(bodies, start=1))
    return f"{title}\n\n{parts}\n"


def _told(reviewer: Reviewer, text: str) -> list[str]:
    report = reviewer.review(text, kind=Kind.CONTRACT)
    return [one.code for one in report.findings if one.code == "CON033" and one.level >= Level.WARN]


@pytest.mark.parametrize("head", _LABELS)
def test_article_beyond_the_last_is_told(reviewer: Reviewer, head: str) -> None:
    assert _told(reviewer, _contract(head, _LABELS[head].format(11))) == ["CON033"]


@pytest.mark.parametrize("head", _LABELS)
def test_article_that_is_there_or_of_another_text_is_not_told(
    reviewer: Reviewer, head: str
) -> None:
    other = " من لائحة الشؤون المالية" if head[0] > "\x7f" else " of the Financial Regulations"
    if "l'" in _LABELS[head]:
        other = " du Règlement financier"

    assert _told(reviewer, _contract(head, _LABELS[head].format(3))) == []
    assert _told(reviewer, _contract(head, _LABELS[head].format(11), other)) == []
