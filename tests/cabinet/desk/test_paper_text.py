"""The text of a paper on its page: as it was read, cut where it is long, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.registry import paper_text
from cabinet.registry.models import Item
from cabinet.registry.store import Kept, keep_file, path_of
from clearance.reading import Document, read_file
from clearance.terms import AddresseeLevel, Confidentiality
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House, paper
from tests.clearance.reading.samples import docx, msg, p, pdf

_TABLE = "<w:tbl>{}</w:tbl>"
_ROW = "<w:tr>{}</w:tr>"
_CELL = "<w:tc>{}</w:tc>"


@pytest.fixture(autouse=True)
def _nothing_read_yet() -> Iterator[None]:
    paper_text._read.cache_clear()
    yield
    paper_text._read.cache_clear()


def taken_in(house: House, kept: Kept, *enclosures: Kept, secret: bool = False) -> Item:
    arrived = Arrived(
        kept,
        enclosures=list(enclosures),
        subject="Hosting",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
        confidentiality=Confidentiality.CONFIDENTIAL if secret else Confidentiality.ORDINARY,
    )
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def kept(content: bytes, name: str) -> Kept:
    return keep_file([content], name=name)


def text_on(page: str) -> str:
    """Return the markup of the paper's text on a page; empty where it has none."""
    found = re.search(r'<div class="paper-text".*?data-paper-text>(.*?)\n</div>\n', page, re.DOTALL)
    return found[0] if found else ""


def table(*rows: tuple[str, ...]) -> str:
    return _TABLE.format(
        "".join(_ROW.format("".join(_CELL.format(p(cell)) for cell in row)) for row in rows)
    )


def encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf("A closed letter.")))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_text_shows_tables_as_tables_and_tells_notes_apart(house: House, at: At) -> None:
    body = p("Excellency,") + table(("Item", "Amount"), ("Relief", "1,200")) + p("With respect.")
    content = docx(body, header1=p("Ministry of Foreign Affairs"), footer1=p("P.O. Box 178"))
    item = taken_in(house, kept(content, "letter.docx"))

    shown = text_on(at("clerk", "en").get(f"/items/{item.pk}/").text)

    assert "<tr><td>Relief</td><td>1,200</td></tr>" in shown
    order = [
        "Head of the page", "Ministry of Foreign Affairs", "<p>Excellency,</p>", "<td>Item</td>",
        "<p>With respect.</p>", "Foot of the page", "P.O. Box 178",
    ]  # fmt: skip
    assert sorted(order, key=shown.index) == order


def test_text_shows_the_outer_of_two_tables_once(house: House, at: At) -> None:
    inner = table(("Within",))
    outer = _TABLE.format(_ROW.format(_CELL.format(p("Before") + inner + p("After"))))
    item = taken_in(house, kept(docx(outer + p("Below")), "letter.docx"))

    shown = text_on(at("clerk").get(f"/items/{item.pk}/").text)

    assert (shown.count("<table>"), shown.count("Within")) == (1, 1)
    assert "<p>Below</p>" in shown


def test_each_paragraph_runs_the_way_of_its_language(house: House, at: At) -> None:
    said = "OIC/POL/2026/7: نود الإفادة بأن الاجتماع سيعقد في موعده المقرر"
    content = docx(p("With reference to your note, I have the honour") + p(said) + p("178"))
    item = taken_in(house, kept(content, "letter.docx"))

    shown = text_on(at("clerk", "ar").get(f"/items/{item.pk}/").text)

    assert 'lang="en" dir="ltr" role="region"' in shown
    assert f'<p lang="ar" dir="rtl">{said}</p>' in shown
    assert "<p>178</p>" in shown


def test_hostile_text_is_escaped_and_turns_no_letters(house: House, at: At) -> None:
    hostile = "<script>alert(1)</script> Pay \u202e000,1\u202c \x07 euros </div></main>"
    item = taken_in(house, paper(hostile))

    page = at("clerk", "en").get(f"/items/{item.pk}/").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Pay \ufffd000,1\u202c \ufffd euros" in page
    assert page.count("</main>") == 1
    assert "The file hides marks by which its letters appear in another order" in page


def test_lines_that_end_only_because_the_page_does_are_one_paragraph(house: House, at: At) -> None:
    mail = (
        "From: ministry@example.org\nTo: registry@example.org\nMIME-Version: 1.0\n"
        "Subject: Hosting of the Meeting of Governmental Experts, and its dates, in the capital\n"
        "\nMinistry of Foreign Affairs\nAmman\n\n"
        "The Ministry has the honour to refer to the letter of the General\n"
        "Secretariat and to state that the Government would gladly host the\n"
        "meeting of governmental experts on technical training of the young\n"
        "in Amman.\n"
    )
    item = taken_in(house, kept(mail.encode(), "message.eml"))

    shown = text_on(at("clerk", "en").get(f"/items/{item.pk}/").text)

    assert "Subject of the message" in shown
    assert "<p>Ministry of Foreign Affairs\nAmman</p>" in shown
    assert "letter of the General Secretariat and to state" in shown


def test_pages_of_a_pdf_are_told_and_so_are_those_without_a_text(house: House, at: At) -> None:
    item = taken_in(house, kept(pdf("First page.", " ", "Last page."), "scan.pdf"))

    page = at("clerk", "en").get(f"/items/{item.pk}/").text

    assert [each in text_on(page) for each in ("First page.", "Page 3", "Last page.")] == [True] * 3
    assert "One page of the file gave no text" in page


def test_outlook_message_names_the_files_within_it(house: House, at: At) -> None:
    item = taken_in(house, kept(msg("Hosting", "We agree.", ("Programme.pdf",)), "m.msg"))

    page = at("clerk", "en").get(f"/items/{item.pk}/").text

    assert "<p>We agree.</p>" in text_on(page)
    assert "Files within this file: <bdi>Programme.pdf</bdi>" in page


@pytest.mark.parametrize("unit", ["The same sentence, once again. ", "Short line.\n", "x"])
def test_enormous_text_is_cut_and_its_rest_is_said_to_be_in_the_file(
    house: House, at: At, unit: str
) -> None:
    item = taken_in(house, paper(unit * (300_000 // len(unit))))

    page = at("clerk", "en").get(f"/items/{item.pk}/").text

    assert 10_000 < len(text_on(page)) < 60_000
    assert "Only the beginning is shown here. The rest is in the file." in page
    assert page.count(f'href="/items/{item.pk}/revisions/1/paper/" download') == 2


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (encrypted(), "closed.pdf", "The file is locked by a password."),
        (pdf(" ", " "), "scan.pdf", "The 2 pages of the file are pictures without a text."),
        (docx(p("A letter."))[:-60], "broken.docx", "is damaged or incomplete."),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "scan.png", "which is not read here."),
        (b"a\n" * 2_100_000, "long.txt", "The file is too large for its text to be shown here."),
    ],
    ids=["encrypted", "scan", "damaged", "picture", "long"],
)
def test_paper_that_cannot_be_read_says_so_and_keeps_its_file(
    house: House, at: At, content: bytes, name: str, told: str
) -> None:
    item = taken_in(house, kept(content, name))

    answer = at("clerk", "en").get(f"/items/{item.pk}/")

    assert answer.status_code == 200
    assert told in unescape(answer.text)
    assert "Download the file to read it." in answer.text
    assert text_on(answer.text) == ""
    assert f'href="/items/{item.pk}/revisions/1/paper/" download' in answer.text


def test_paper_whose_file_is_lost_says_so(house: House, at: At) -> None:
    lost = paper("Will be lost.")
    item = taken_in(house, lost)
    path_of(lost.sha256).unlink()

    page = at("clerk", "en").get(f"/items/{item.pk}/").text

    assert "The register knows this file, but the store does not have it." in page


def test_fault_of_ours_keeps_no_page_from_its_reader(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_document: Document) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(paper_text, "blocks_of", broken)
    item = taken_in(house, paper("A letter."))

    answer = at("clerk", "en").get(f"/items/{item.pk}/")

    assert answer.status_code == 200
    assert "The text cannot be shown here." in answer.text
    assert "cannot be shown" in caplog.text


def test_file_is_read_once_for_all_views_of_all_papers_that_have_it(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []

    def watched(path: object, **limits: object) -> Document:
        read.append(path)
        return read_file(path, **limits)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(paper_text, "read_file", watched)
    same = kept(encrypted(), "closed.pdf"), kept(docx(p("A letter.")), "letter.docx")
    items = [taken_in(house, each) for each in (*same, *same)]

    for item in [*items, *items]:
        assert at("clerk").get(f"/items/{item.pk}/").status_code == 200

    assert len(read) == 2


def test_text_is_read_by_whom_the_cabinet_let_see_the_paper(house: House, at: At) -> None:
    item = taken_in(house, paper("The text that could leak."))
    actions.verify_incoming(item=item, by=house.duty("registry"), at=house.now())
    everybody = sorted(house.officers)

    def readers() -> set[str]:
        pages = {who: at(who).get(f"/items/{item.pk}/") for who in everybody}
        assert {each.status_code for each in pages.values()} <= {200, 404}
        return {who for who, page in pages.items() if "that could leak" in page.text}

    house_alone = readers()
    direction = Direction(house.unit("POL"), [house.unit("LEG")], "Prepare a reply.")
    actions.direct_incoming(
        item=item, direction=direction, by=house.duty("adviser"), at=house.now()
    )

    assert house_alone == {
        "adviser", "adviser2", "auditor", "clerk", "clerk2", "dg", "private", "registry", "sg",
    }  # fmt: skip
    assert readers() - house_alone == {"political", "political-desk", "legal"}


def test_text_of_a_confidential_paper_is_shown_up_to_the_level_of_the_post(
    house: House, at: At
) -> None:
    item = taken_in(house, paper("The text that could leak."), secret=True)

    pages = {who: at(who).get(f"/items/{item.pk}/") for who in ("dg", "clerk2", "system")}

    assert "that could leak" in pages["dg"].text
    for who in ("clerk2", "system"):
        assert ("that could leak" in pages[who].text, pages[who].status_code) == (False, 404)


def test_sealed_envelope_shows_its_text_only_once_it_was_brought_in(house: House, at: At) -> None:
    item = stage.sealed(house, "handed_over")
    before = at("sg").get(f"/items/{item.pk}/").text
    arrived = Arrived(
        paper("What was within."),
        subject="Personal",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
    )
    actions.bring_in(item=item, arrived=arrived, by=house.duty("sg"), at=house.now())

    assert (text_on(before), "A sealed envelope" in before) == ("", True)
    assert "What was within." in text_on(at("sg").get(f"/items/{item.pk}/").text)
    assert at("political").get(f"/items/{item.pk}/").status_code == 404


def test_page_asks_as_often_for_a_long_paper_as_for_a_short_one(house: House, at: At) -> None:
    short = taken_in(house, paper("A."), paper("One.", "1.txt"))
    long = taken_in(
        house, paper("A line.\n\n" * 300), *(paper(f"{no}", f"{no}.txt") for no in range(3))
    )
    browser = at("clerk")
    asked = []
    for item in (short, long):
        browser.get(f"/items/{item.pk}/")  # the first reading of the day is written down
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/items/{item.pk}/").status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 20
