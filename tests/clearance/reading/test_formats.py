from __future__ import annotations

import struct
from email.message import EmailMessage

import pytest

from clearance.reading import Document, Part, Unreadable, read_bytes
from tests.clearance.reading.samples import compound, msg, odt, packed_rtf


def lines(document: Document) -> list[tuple[Part, str]]:
    return [(line.part, document.text[line.start : line.end]) for line in document.paragraphs]


def cells(document: Document) -> list[list[list[str]]]:
    return [
        [[document.text[cell.start : cell.end] for cell in row] for row in table.rows]
        for table in document.tables
    ]


def test_odt_gives_headers_body_tables_and_notes() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Adopted in 2024.</text:p></text:note-body></text:note>"
    )
    comment = "<office:annotation><text:p>why?</text:p></office:annotation>"
    row = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    content = (
        "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:tracked-changes><text:h>Title</text:h>"
        f"<text:p>Dear{note} <text:span>Mr.<text:tab/>X</text:span>{comment},\n"
        "<text:line-break/>a<text:s text:c='2'/>b</text:p><table:table><table:table-row>"
        f"{row.format('Total')}{row.format('5')}</table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>"
    )
    styles = "<style:header><text:p>Head</text:p></style:header>" * 2
    styles += "<style:footer><text:p>Foot</text:p></style:footer>"

    document = read_bytes(odt(content, styles))

    assert lines(document) == [
        (Part.HEADER, "Head"),
        (Part.BODY, "Title"),
        (Part.BODY, "Dear Mr.\tX, "),
        (Part.BODY, "a  b"),
        (Part.TABLE, "Total"),
        (Part.TABLE, "5"),
        (Part.FOOTNOTE, "Adopted in 2024."),
        (Part.TEXT_BOX, "Box"),
        (Part.FOOTER, "Foot"),
    ]
    assert cells(document) == [[["Total", "5"]]]
    assert document.format == "odt"


def test_html_gives_what_a_browser_shows() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body><h1>T</h1>"
        "<p>Dear\n  Sir, &eacute;<br>line <b>two</b> <del>old</del><!-- no --></p>"
        "<script>no</script><p hidden>no</p><p style='display: none'>no</p>"
        "<table><tr><th>Item<th>Total<tr><td>a<td>5</table><ol start=3><li>x<li>y</ol>"
        "<ul><li>z</ul><pre>a\n  b</pre>tail</body></html>"
    )

    document = read_bytes(page.encode(), name="page.docx")

    expected = "T\nDear Sir, é\nline two \nItem\tTotal\na\t5\n3.\tx\n4.\ty\n•\tz\na\n  b\ntail"
    assert [line.strip(" ") for line in document.text.split("\n")] == [
        line.strip(" ") for line in expected.split("\n")
    ]
    assert cells(document) == [[["Item", "Total"], ["a", "5"]]]


def test_html_is_read_in_the_encoding_that_it_names() -> None:
    page = '<html><meta charset="windows-1256"><p>السلام</p>'

    assert read_bytes(page.encode("cp1256")).text == "السلام"


def test_xhtml_with_a_declaration_is_a_page() -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><p>é'

    assert read_bytes(page.encode()).text == "é"


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_message_gives_subject_body_and_names_of_enclosures(kind: str) -> None:
    message = EmailMessage()
    message["Subject"] = "دعوة إلى الاجتماع"
    message["From"] = "a@example.org"
    message["Message-ID"] = "<1@example.org>"
    body = "Excellency,\nplease come." if kind == "plain" else "<p>Excellency,<p>please come."
    message.set_content(body, subtype=kind)
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="جدول.pdf")
    message.add_attachment(EmailMessage())

    document = read_bytes(message.as_bytes(), name="x.txt")

    assert lines(document) == [
        (Part.SUBJECT, "دعوة إلى الاجتماع"),
        (Part.BODY, "Excellency,"),
        (Part.BODY, "please come."),
    ]
    assert document.enclosures == ("جدول.pdf", "unnamed")
    assert document.format == "eml"


def test_message_that_names_a_wrong_encoding_is_read_all_the_same() -> None:
    data = (
        "MIME-Version: 1.0\nSubject: =?nope?q?x?=\nContent-Type: text/plain; charset=nope\n"
        "Content-Transfer-Encoding: 8bit\n\nالأمين العام في جدة\n"
    )

    assert read_bytes(data.encode("cp1256")).text.endswith("\nالأمين العام في جدة")


def test_memorandum_that_begins_as_a_message_is_a_text() -> None:
    text = "To: The Director\nFrom: The Cabinet\nDate: 5 May 2024\nSubject: Budget\n\nPlease note."

    assert read_bytes(text.encode()).format == "text"


def test_outlook_message_gives_subject_body_and_enclosures() -> None:
    document = read_bytes(msg("Réunion", "Excellency,\r\nplease come.", ("a.pdf", "b.docx")))

    assert document.text == "Réunion\nExcellency,\nplease come."
    assert document.paragraphs[0].part == Part.SUBJECT
    assert (document.format, document.enclosures) == ("msg", ("a.pdf", "b.docx"))


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset178 Arial;}}"
    rb"{\info{\title no}}{\header\pard Head\par}{\*\generator no;}"
    rb"\pard\plain Caf\'e9 \ldblquote x\rdblquote  {\b bold}{\deleted gone}\line two\par"
    rb"{\f1 \'c7\'e1\'d3\'e1\'c7\'e3}\par \uc1\u1593\'3f\u1575?\u1605 ?\par"
    rb"{\listtext 1.\tab}item{\footnote Note}\par"
    rb"\trowd\intbl Total\cell 5\cell\row\trowd\intbl a\cell b\cell\row\pard"
    rb"{\field{\*\fldinst PAGE}{\fldrslt 7}}{\pict 00ff}{\shp{\*\shpinst{\sp{\sn no}}"
    rb"{\shptxt Box\par}}{\shprslt no}}\par}junk"
)


def test_rtf_gives_text_tables_and_notes() -> None:
    document = read_bytes(RTF)

    assert lines(document) == [
        (Part.HEADER, "Head"),
        (Part.BODY, "Café “x” bold"),
        (Part.BODY, "two"),
        (Part.BODY, "السلام"),
        (Part.BODY, "عام"),
        (Part.BODY, "1.\titem"),
        (Part.TABLE, "Total"),
        (Part.TABLE, "5"),
        (Part.TABLE, "a"),
        (Part.TABLE, "b"),
        (Part.BODY, "7"),
        (Part.TEXT_BOX, "Box"),
        (Part.FOOTNOTE, "Note"),
    ]
    assert cells(document) == [[["Total", "5"], ["a", "b"]]]


def test_rtf_leaves_out_as_many_letters_as_it_says() -> None:
    data = rb"{\rtf1 {\uc0 \u1593\u1575}{\uc2 \u1605ab\u1605\'61\'62}.\par}"

    assert read_bytes(data).text == "عامم."


def test_outlook_message_of_rich_text_alone_is_read() -> None:
    rich = (
        rb"{\rtf1\ansi\ansicpg1252 Excellency,\par the meeting opens on Monday, 3 June 2025.\par}"
    )
    streams = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": "Meeting".encode("utf-16-le"),
        "__substg1.0_10090102": packed_rtf(rich),
    }

    document = read_bytes(compound(streams))

    assert document.format == "msg"
    assert document.text == "Meeting\nExcellency,\nthe meeting opens on Monday, 3 June 2025."


def test_rich_text_that_tells_runs_by_place_is_unpacked() -> None:
    # The example of [MS-OXRTFCP] 4.1.1.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423"
        "20af32068656c090020627705b06c647d0a800fa0"
    )

    document = read_bytes(
        compound({"__properties_version1.0": bytes(32), "__substg1.0_10090102": packed})
    )

    assert document.text == "hello world"


@pytest.mark.parametrize(("table", "encoding"), [(1256, "cp1256"), (65001, "utf-8")])
def test_narrow_text_of_a_message_is_in_the_table_that_it_names(table: int, encoding: str) -> None:
    fixed = bytes(32) + struct.pack("<IIq", 0x3FFD0003, 6, table)
    streams = {
        "__properties_version1.0": fixed,
        "__substg1.0_0037001E": "جدة".encode(encoding),
        "__substg1.0_1000001E": "ضغط دج".encode(encoding),
    }

    assert read_bytes(compound(streams, pad=False)).text == "جدة\nضغط دج"


@pytest.mark.parametrize(
    "packed", [b"", b"\x01\x02", struct.pack("<IIII", 30, 20, 0x11111111, 0) + bytes(20)]
)
def test_rich_text_that_is_not_packed_so_is_refused(packed: bytes) -> None:
    streams = {"__properties_version1.0": bytes(32), "__substg1.0_10090102": packed or b"\x00"}

    with pytest.raises(Unreadable):
        read_bytes(compound(streams, pad=False))
