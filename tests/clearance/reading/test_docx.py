from __future__ import annotations

from io import BytesIO

import docx as word
import pytest
from lxml import etree

from clearance.reading import Document, Part, read_bytes
from clearance.reading.formats.word_paragraph import names, pieces
from tests.clearance.reading.samples import W_STRICT, docx, p, packed, r, word_xml


def lines(document: Document) -> list[tuple[Part, str]]:
    return [(line.part, document.text[line.start : line.end]) for line in document.paragraphs]


def cells(document: Document) -> list[list[list[str]]]:
    return [
        [[document.text[cell.start : cell.end] for cell in row] for row in table.rows]
        for table in document.tables
    ]


def box(inner: str) -> str:
    shape = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_parts_of_a_letter_come_in_the_order_of_reading() -> None:
    data = docx(
        p("Excellency,") + p("I have the honour", "<w:r><w:footnoteReference/></w:r>", "."),
        header1=p("The Secretary-General"),
        footer1=p("Jeddah"),
        footnotes=f'<w:footnote w:type="separator">{p("rule")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Adopted in 2024.")}</w:footnote>',
        endnotes=f"<w:endnote>{p('See above.')}</w:endnote>",
    )

    document = read_bytes(data, name="letter.pdf")

    assert document.format == "docx"
    assert lines(document) == [
        (Part.HEADER, "The Secretary-General"),
        (Part.BODY, "Excellency,"),
        (Part.BODY, "I have the honour."),
        (Part.FOOTNOTE, "Adopted in 2024."),
        (Part.ENDNOTE, "See above."),
        (Part.FOOTER, "Jeddah"),
    ]


def test_strict_file_reads_as_the_transitional_one() -> None:
    body = p("First") + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"

    strict = read_bytes(docx(body, space=W_STRICT, header1=p("Head")))

    assert lines(strict) == lines(read_bytes(docx(body, header1=p("Head"))))
    assert cells(strict) == [[["a", "b"]]]


def test_header_that_repeats_is_read_once() -> None:
    data = docx(p("x"), header1=p("OIC"), header2=p("OIC"), header3=p("First page"))

    assert read_bytes(data).text == "OIC\nFirst page\nx"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([f'<w:ins w:id="1">{r("new ")}</w:ins>', r("text")], "new text"),
        (["kept", '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'], "kept"),
        (["kept", f'<w:moveFrom w:id="1">{r("gone")}</w:moveFrom>'], "kept"),
        ([f'<w:moveTo w:id="1">{r("moved")}</w:moveTo>'], "moved"),
        ([f'<w:ins w:id="1"><w:del w:id="2">{r("no")}</w:del></w:ins>', "yes"], "yes"),
        (["a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c"], "a\tb\nc"),
        (
            ["co", "<w:r><w:noBreakHyphen/></w:r>", "op", "<w:r><w:softHyphen/></w:r>"],
            "co‑op\u00ad",
        ),
        (['<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "C"], "°C"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "done"], "□done"),
        (["in 2024", r("12", '<w:vertAlign w:val="superscript"/>'), "."], "in 2024¹²."),
        (["the 1", r("er", '<w:vertAlign w:val="superscript"/>')], "the 1er"),
        (["H", r("2", '<w:vertAlign w:val="subscript"/>'), "O"], "H2O"),
        ([f"<w:hyperlink>{r('link')}</w:hyperlink>", f"<w:sdt>{r('field')}</w:sdt>"], "linkfield"),
        (["<w:r><w:instrText>PAGE</w:instrText></w:r>", r("7")], "7"),
        (["one\nword"], "one word"),
        (["&lt;&amp;&#233;"], "<&é"),
    ],
)
def test_runs_become_the_text_that_is_seen(runs: list[str], text: str) -> None:
    assert read_bytes(docx(p(*runs))).text == text


def test_tab_stops_are_no_tabs() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'

    assert read_bytes(docx(p("a", properties=stops))).text == "a"


def test_text_box_is_read_once_behind_its_anchor() -> None:
    document = read_bytes(docx(p("before ", box(p("in the box")), "after") + p("next")))

    assert lines(document) == [
        (Part.BODY, "before after"),
        (Part.TEXT_BOX, "in the box"),
        (Part.BODY, "next"),
    ]


def test_fallback_is_read_where_the_choice_shows_nothing() -> None:
    emoji = (
        "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>☺</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert read_bytes(docx(p("good ", emoji))).text == "good ☺"


def test_table_gives_rows_and_cells_and_their_nested_table() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('in')}</w:tc></w:tr></w:tbl>"
    data = docx(
        f"{p('before')}<w:tbl><w:tr><w:tc>{p('Item')}{p('No.')}</w:tc><w:tc><w:p/></w:tc>"
        f"<w:tc>{p('Total')}</w:tc></w:tr><w:tr><w:tc>{inner}</w:tc><w:tc>{p('5')}</w:tc></w:tr>"
        f"</w:tbl>{p('after')}"
    )

    document = read_bytes(data)

    assert document.text == "before\nItem\nNo.\t\tTotal\nin\t5\nafter"
    assert cells(document) == [[["in"]], [["Item\nNo.", "", "Total"], ["in", "5"]]]


_LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/>'
    '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/><w:lvlText w:val="%1-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def item(list_id: int, level: int = 0) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p("x", properties=number)


def test_numbers_that_word_sets_stand_before_the_text() -> None:
    body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(2) + item(3) + item(3)

    document = read_bytes(docx(body, numbering=_LISTS))

    shown = ["1.\tx", "(a) x", "(b) x", "1.IV\tx", "2.\tx", "7.\tx", "أ-\tx", "ب-\tx"]
    assert document.text.split("\n") == shown
    assert [line.offset for line in document.paragraphs] == [-3, -4, -4, -5, -3, -3, -3, -3]


def test_numbers_come_from_styles_and_their_ancestors() -> None:
    styles = (
        '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="List"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = "".join(
        p("x", properties=f'<w:pStyle w:val="{style}"/>') for style in ("List", "Child", "Loop")
    )

    assert read_bytes(docx(body, numbering=_LISTS, styles=styles)).text == "1.\tx\n2.\tx\nx"


def test_number_and_offset_lead_back_to_the_runs_of_the_file() -> None:
    body = (
        p("one")
        + p(box(p("boxed")), "two ", r("bold", "<w:b/>"), "<w:r><w:br/></w:r>", "three")
        + item(1)
    )
    data = docx(body, numbering=_LISTS)
    root = etree.fromstring(word_xml("document", f"<w:body>{body}</w:body>").encode())
    stored = list(root.iter(*names("p")))

    document = read_bytes(data)

    found = []
    for line in document.paragraphs:
        text = "".join(piece for _, piece in pieces(stored[line.number - 1]))
        shown = document.text[line.start : line.end]
        begin = max(0, line.offset)
        assert (
            text[begin : begin + len(shown) + min(0, line.offset)] == shown[max(0, -line.offset) :]
        )
        found.append((line.number, line.offset, line.source))
    member = "word/document.xml"
    assert found == [
        (1, 0, member),
        (2, 0, member),
        (2, 9, member),
        (3, 0, member),
        (5, -3, member),
    ]


def test_file_of_a_word_library_reads_as_written() -> None:
    made = word.Document()
    made.sections[0].header.paragraphs[0].text = "Cabinet"
    made.add_paragraph("السلام عليكم")
    made.add_paragraph("first", style="List Number")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Total", "1,200"
    file = BytesIO()
    made.save(file)

    document = read_bytes(file.getvalue())

    assert document.text == "Cabinet\nالسلام عليكم\n1.\tfirst\nTotal\t1,200"


def test_chunk_of_another_format_is_named_as_an_enclosure() -> None:
    data = docx(p("x"), aFChunk="<html/>")

    assert read_bytes(data).enclosures == ("word/aFChunk.xml",)


def test_body_is_found_wherever_the_relations_say() -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    data = packed(
        {
            "[Content_Types].xml": "wordprocessingml",
            "_rels/.rels": f'<R><R Type="{kind}" Target="/other/main.xml"/></R>',
            "other/main.xml": word_xml("document", f"<w:body>{p('here')}</w:body>"),
        }
    )

    document = read_bytes(data)

    assert (document.text, document.paragraphs[0].source) == ("here", "other/main.xml")


def test_blank_paragraph_is_a_blank_line_and_places_stay() -> None:
    data = docx(p("Excellency,") + p("") + p(" ") + p("I have the honour.") + p("Jeddah"))

    document = read_bytes(data)

    assert document.text == "Excellency,\n\nI have the honour.\nJeddah"
    assert [
        (line.number, document.text[line.start : line.end]) for line in document.paragraphs
    ] == [
        (1, "Excellency,"),
        (4, "I have the honour."),
        (5, "Jeddah"),
    ]


def test_paragraph_of_several_lines_stands_apart() -> None:
    address = p(r("The Minister"), "<w:r><w:br/></w:r>", r("Kampala"))

    document = read_bytes(docx(p("To:") + address + p("Excellency,") + p("Subject: a visit")))

    assert document.text == "To:\n\nThe Minister\nKampala\n\nExcellency,\nSubject: a visit"


def test_paragraphs_that_are_blocks_of_lines_stand_apart() -> None:
    blocks = [p(r(one), "<w:r><w:br/></w:r>", r(two)) for one, two in (("a", "b"), ("c", "d"))]

    document = read_bytes(docx(p("x") + blocks[0] + p("y") + p("z") + blocks[1]))

    assert document.text == "x\n\na\nb\n\ny\n\nz\n\nc\nd"


def test_blank_paragraph_in_a_cell_is_none() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('a')}{p('')}{p('b')}</w:tc><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"

    assert read_bytes(docx(p("x") + table)).text == "x\na\nb\tc"
