"""The papers of the day: real files that open again, and say what they should."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import default
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hijridate import Gregorian
from pypdf import PdfReader

from cabinet.config.day.dates import (
    GREGORIAN_MONTHS,
    HIJRI_MONTHS,
    WEEKDAYS,
)
from cabinet.config.day.paper import CHECKS, LEVELS, Paper, UnknownWord, refuse_unknown_words
from cabinet.config.day.papers import build_papers
from cabinet.config.day.pdf_sheet import NotLatin, write_pdf
from cabinet.config.day.sheet import Sheet

Papers = dict[str, Paper]
DAY = date(2026, 11, 23)
OTHER_DAYS = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 17), date(2028, 2, 27)]
SECRETARIAT_LEVEL = None


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return build_papers(tmp_path_factory.mktemp("day"), DAY)


def docx_text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(cells + [paragraph.text for paragraph in document.paragraphs])


def message_of(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(path: Path) -> str:
    """Read a file of the day as text, with every run of white space as one space."""
    if path.suffix == ".docx":
        text = docx_text(path)
    elif path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    elif path.suffix == ".eml":
        body = message_of(path).get_body(("plain",))
        assert body is not None
        text = body.get_content()
    else:
        text = path.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", text)


def texts(papers: Papers) -> Iterator[tuple[str, str, str]]:
    """List the name, the language and the text of each revision and each enclosure."""
    for paper in papers.values():
        for revision in paper.revisions:
            yield revision.path.name, paper.facts.language, text_of(revision.path)
        for enclosure in paper.enclosures_present:
            if enclosure.path is not None:
                yield enclosure.path.name, paper.facts.language, text_of(enclosure.path)


def alternatives(*names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def printed_pairs(text: str, language: str) -> Iterator[tuple[str, date, tuple[int, int, int]]]:
    """Read each weekday printed with both dates: the weekday, the day, the Hijri date."""
    months: dict[str, int] = {}
    for key in ("egyptian", "levantine") if language == "ar" else (language,):
        months |= {name: number for number, name in enumerate(GREGORIAN_MONTHS[key], start=1)}
    hijri_months = {name: number for number, name in enumerate(HIJRI_MONTHS[language], start=1)}
    weekday = f"(?P<weekday>{alternatives(*WEEKDAYS[language])})"
    gregorian = rf"(?P<day>\d+)(?:er)? (?P<month>{alternatives(*months)}) (?P<year>\d{{4}})"
    hijri = rf"(?P<hday>\d+)(?:er)? (?P<hmonth>{alternatives(*hijri_months)}) (?P<hyear>\d{{4}})"
    pattern = {
        "ar": rf"{weekday} {hijri}هـ الموافق {gregorian}م",
        "en": rf"{weekday}, {gregorian} \({hijri}H\)",
        "fr": rf"{weekday} {gregorian} \({hijri} H\)",
    }[language]
    for found in re.finditer(pattern, text):
        day = date(int(found["year"]), months[found["month"]], int(found["day"]))
        yield (
            found["weekday"],
            day,
            (int(found["hyear"]), hijri_months[found["hmonth"]], int(found["hday"])),
        )


def wrong_weekdays(papers: Papers) -> list[str]:
    """Check every printed pair of dates; name the files in which a weekday is wrong."""
    wrong = []
    for name, language, text in texts(papers):
        for weekday, day, hijri in printed_pairs(text, language):
            assert Gregorian(day.year, day.month, day.day).to_hijri().datetuple() == hijri, name
            if weekday != WEEKDAYS[language][day.weekday()]:
                wrong.append(name)
    return wrong


def test_build_papers_gives_every_flow_kind_language_and_form(papers: Papers) -> None:
    facts = [paper.facts for paper in papers.values()]

    assert len(papers) >= 16
    assert {fact.flow for fact in facts} == {"incoming", "outgoing", "memorandum"}
    assert {fact.kind for fact in facts} == {"letter", "note_verbale", "memorandum"}
    assert {fact.language for fact in facts} == {"ar", "en", "fr"}
    assert {fact.form for fact in facts} == {"docx", "pdf", "eml", "txt", "sealed"}


def test_build_papers_leaves_no_placeholder(papers: Papers) -> None:
    for name, _, text in texts(papers):
        assert not re.search(r"[{}]", text), name
    for paper in papers.values():
        assert not re.search(r"[{}]", repr(paper.facts)), paper.id


def test_build_papers_same_day_gives_same_bytes(papers: Papers, tmp_path: Path) -> None:
    again = build_papers(tmp_path / "again", DAY)

    assert again.keys() == papers.keys()
    for path in papers["amman-hosting"].revisions[0].path.parent.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_papers_carry_reference_and_printed_date(papers: Papers) -> None:
    for paper in papers.values():
        for revision in paper.revisions:
            text = text_of(revision.path)
            assert paper.facts.printed_gregorian in text, paper.id
            assert paper.facts.printed_hijri in text, paper.id
            if paper.facts.flow == "incoming":
                assert paper.facts.sender_reference in text, paper.id
            else:
                assert "." * 24 in text, paper.id


def test_pdf_has_its_reference_line(papers: Papers) -> None:
    text = text_of(papers["gaza-relief"].revisions[0].path)

    assert f"Ref.: {papers['gaza-relief'].facts.sender_reference}" in text


def test_arabic_docx_runs_right_to_left(papers: Papers) -> None:
    document = Document(str(papers["amman-hosting"].revisions[0].path))

    for paragraph in (paragraph for paragraph in document.paragraphs if paragraph.text):
        assert paragraph._p.get_or_add_pPr().find(qn("w:bidi")) is not None, paragraph.text
        assert all(run.font.rtl for run in paragraph.runs), paragraph.text
    assert document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_message_carries_headers_and_enclosure(papers: Papers) -> None:
    paper = papers["istanbul-programme"]

    message = message_of(paper.revisions[0].path)
    (attached,) = message.iter_attachments()

    assert message["Subject"] == paper.facts.subject
    assert message["Date"].datetime.date() == paper.facts.dated_on
    assert message["From"].addresses[0].display_name == paper.facts.sender.name_en
    assert attached.get_filename() == "Draft programme of the Expert Meeting.pdf"
    assert attached.get_content().startswith(b"%PDF")


def test_message_in_arabic_keeps_its_sender_and_subject_whole(papers: Papers) -> None:
    paper = papers["amman-hosting-follow-up"]

    message = message_of(paper.revisions[0].path)

    assert message["From"].addresses[0].display_name == paper.facts.sender.name_ar
    assert message["Subject"] == paper.facts.subject


def test_follow_up_encloses_the_very_letter(papers: Papers) -> None:
    (attached,) = message_of(papers["amman-hosting-follow-up"].revisions[0].path).iter_attachments()

    assert attached.get_content() == papers["amman-hosting"].revisions[0].path.read_bytes()


def test_dates_agree_but_for_the_planted_weekday(papers: Papers) -> None:
    assert wrong_weekdays(papers) == ["dakar-documents-reply.docx"]


def test_every_text_prints_a_pair_of_dates(papers: Papers) -> None:
    for paper in papers.values():
        for revision in paper.revisions:
            pairs = list(printed_pairs(text_of(revision.path), paper.facts.language))
            assert paper.facts.dated_on in [day for _, day, _ in pairs], paper.id


@pytest.mark.slow  # writes the whole day anew for each of four days
@pytest.mark.parametrize("on", OTHER_DAYS)
def test_dates_agree_on_other_days(on: date, tmp_path: Path) -> None:
    assert wrong_weekdays(build_papers(tmp_path, on)) == ["dakar-documents-reply.docx"]


def test_facts_name_both_parties_in_three_languages(papers: Papers) -> None:
    for paper in papers.values():
        for party in (paper.facts.sender, paper.facts.addressee):
            assert all((party.name_ar, party.name_en, party.name_fr)), paper.id
            assert party.level in LEVELS or party.unit, paper.id


def test_facts_outside_the_vocabulary_are_refused(papers: Papers) -> None:
    facts = replace(papers["gaza-relief"].facts, urgency="hasty")

    with pytest.raises(UnknownWord, match=r"^The letter x says 'hasty' as its urgency\.$"):
        refuse_unknown_words("x", facts)


def test_notes_verbales_go_to_ministries_and_missions_unsigned(papers: Papers) -> None:
    formulas = {
        "ar": ("تهدي", "وتنتهز"),
        "fr": ("présente ses compliments", "saisit cette occasion"),
    }
    notes = [paper for paper in papers.values() if paper.facts.kind == "note_verbale"]

    assert {note.id for note in notes} == {
        "dakar-documents",
        "dakar-documents-reply",
        "muscat-experts",
    }
    for note in notes:
        text = text_of(note.revisions[-1].path)
        opening, closing = formulas[note.facts.language]
        assert 0 < text.index(opening) < text.index(closing), note.id
        assert note.facts.addressee.level in (
            SECRETARIAT_LEVEL,
            "ministry_of_foreign_affairs",
            "permanent_representative",
        )
        assert not re.search(r"\b(?:je|mes|nous|أتشرف|يسرني)\b", text), note.id


def test_replies_cite_the_number_and_day_of_what_they_answer(papers: Papers) -> None:
    replies = [paper for paper in papers.values() if paper.facts.answers]

    assert len(replies) == 3
    for reply in replies:
        answered = papers[reply.facts.answers or ""].facts
        for revision in reply.revisions:
            text = text_of(revision.path)
            days = [day for _, day, _ in printed_pairs(text, reply.facts.language)]
            assert answered.sender_reference in text, reply.id
            assert answered.dated_on in days, reply.id


def test_returned_revisions_are_mended_by_the_next(papers: Papers) -> None:
    revisions = papers["dakar-documents-reply"].revisions

    assert [revision.number for revision in revisions] == [1, 2, 3]
    assert [revision.returned_under for revision in revisions] == ["FIG", "POL", ""]
    for revision, following in pairwise(revisions):
        assert revision.returned_for
        assert revision.mistake in text_of(revision.path)
        assert revision.mistake not in text_of(following.path)
    assert "République de Türkiye" in text_of(revisions[2].path)


def test_override_quotes_a_sentence_of_the_letter(papers: Papers) -> None:
    paper = papers["agency-relief"]
    override = paper.facts.override

    assert override is not None
    assert override.check in CHECKS
    assert override.sentence in text_of(paper.revisions[0].path)
    assert override.stopped_for
    assert override.reason


def test_announced_enclosure_that_did_not_come_has_no_file(papers: Papers) -> None:
    paper = papers["academy-report"]

    assert paper.enclosures_announced == 2
    assert [enclosure.path is None for enclosure in paper.enclosures] == [False, True]
    assert "المرفقات: 2" in text_of(paper.revisions[0].path)


def test_sealed_envelope_has_outer_marks_and_no_paper(papers: Papers) -> None:
    paper = papers["sealed-personal"]

    assert paper.revisions == ()
    assert paper.facts.outer_marks is not None
    assert "Personal and Confidential" in paper.facts.outer_marks.marks


def test_incoming_papers_are_directed_once_for_action(papers: Papers) -> None:
    for paper in papers.values():
        direction = paper.facts.direction
        assert (direction is not None) == (paper.facts.flow == "incoming"), paper.id
        if direction is not None:
            assert direction.action not in direction.information, paper.id
            assert direction.due_on is None or direction.due_on > DAY, paper.id
            assert bool(direction.remark) == direction.inform_secretary_general, paper.id


def test_write_pdf_arabic_sheet_is_refused(tmp_path: Path) -> None:
    sheet = Sheet(title="كتاب", language="ar", on=DAY, body=("نص",))

    with pytest.raises(NotLatin, match=r"^“كتاب” is in Arabic: write it as DOCX\.$"):
        write_pdf(sheet, tmp_path / "letter.pdf")
