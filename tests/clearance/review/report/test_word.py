"""The reviewed Word file: comments at their places, the text as it was."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from clearance.reading import document_of_text, read_bytes
from clearance.review import Reviewer
from clearance.review.report.word import NotWord, with_comments, with_corrections
from clearance.terms import Language


def _letter(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


LETTER = _letter(
    "Excellency,", "The meeting is on Monday, 3 June 2025, in Jeddah.", "With respect."
)


def test_each_finding_is_a_comment_on_its_words(reviewer: Reviewer) -> None:
    report = reviewer.review(read_bytes(LETTER), language=Language.ENGLISH)

    commented = with_comments(LETTER, report, Language.FRENCH)

    again = docx.Document(io.BytesIO(commented))
    told = [comment.text for comment in again.comments]
    assert len(told) == len(report.findings) > 0
    assert any("FIG001" in text and "mardi" in text for text in told)
    xml = zipfile.ZipFile(io.BytesIO(commented)).read("word/document.xml").decode()
    number = next(no for no, text in enumerate(told) if "FIG001" in text)
    marked = xml.partition(f'commentRangeStart w:id="{number}"')[2]
    assert marked.partition(f'commentRangeEnd w:id="{number}"')[0].count("Monday") == 1


def test_text_is_untouched(reviewer: Reviewer) -> None:
    report = reviewer.review(read_bytes(LETTER), language=Language.ENGLISH)

    commented = with_comments(LETTER, report, Language.ENGLISH)

    assert read_bytes(commented).text == read_bytes(LETTER).text


def test_comments_that_are_there_already_stay(reviewer: Reviewer) -> None:
    document = docx.Document(io.BytesIO(LETTER))
    document.add_comment(
        document.paragraphs[0].runs, text="A colleague's.", author="A", initials="A"
    )
    kept = io.BytesIO()
    document.save(kept)
    report = reviewer.review(read_bytes(kept.getvalue()), language=Language.ENGLISH)

    again = docx.Document(io.BytesIO(with_comments(kept.getvalue(), report, Language.ENGLISH)))

    told = [comment.text for comment in again.comments]
    assert "A colleague's." in told
    assert len(told) == len(report.findings) + 1


def test_other_files_are_refused(reviewer: Reviewer) -> None:
    report = reviewer.review(document_of_text("Monday, 3 June 2025"))

    with pytest.raises(NotWord, match="DOCX"):
        with_comments(b"Monday, 3 June 2025", report, Language.ENGLISH)


def test_corrections_are_written_over_their_words_across_runs() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("on Mon")
    paragraph.add_run("day, 3 June").bold = True
    paragraph.add_run(" 2025, and so on")
    kept = io.BytesIO()
    document.save(kept)
    text = read_bytes(kept.getvalue()).text
    weekday, year = text.index("Monday"), text.index("2025")

    corrected = with_corrections(
        kept.getvalue(), [(weekday, weekday + 6, "Tuesday"), (year, year + 4, "2026")]
    )

    assert read_bytes(corrected).text == text.replace("Monday", "Tuesday").replace("2025", "2026")


def test_words_are_put_in_and_taken_out() -> None:
    text = read_bytes(LETTER).text
    at, jeddah = text.index("respect"), text.index(", in Jeddah")

    corrected = with_corrections(LETTER, [(at, at, "deep "), (jeddah, jeddah + 11, "")])

    assert read_bytes(corrected).text == text.replace(", in Jeddah", "").replace(
        "respect", "deep respect"
    )
