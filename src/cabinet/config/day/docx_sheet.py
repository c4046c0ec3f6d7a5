"""A sheet as a DOCX file, right to left where the language asks for it.

The same sheet gives the same bytes: the times inside the file are the day's, not the clock's.
"""

import re
import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from cabinet.config.day.sheet import Sheet

_LATIN = re.compile(r"([A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9.,'’ -]*[A-Za-zÀ-ÿ])?)")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:rPr",
    "w:sectPr",
)
_AFTER_BIDI_VISUAL = (
    "w:tblStyleRowBandSize",
    "w:tblW",
    "w:jc",
    "w:tblInd",
    "w:tblLayout",
    "w:tblLook",
)
_LOCALES = {"ar": "ar-SA", "en": "en-GB", "fr": "fr-FR"}
_CENTRED, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def write_docx(sheet: Sheet, path: Path) -> None:
    """Write the sheet as a DOCX file."""
    document = Document()
    _set_page(document, sheet)
    for line in sheet.letterhead:
        _write(document.add_paragraph(), line, sheet, bold=True, alignment=_CENTRED, after=0)
    if sheet.heading:
        _write(document.add_paragraph(), sheet.heading, sheet, bold=True, alignment=_CENTRED)
    if sheet.rows:
        _write_rows(document, sheet)
    for place, lines in sheet.blocks():
        for line in lines:
            _write(
                document.add_paragraph(),
                line,
                sheet,
                bold=place in ("marks", "signature"),
                alignment=_JUSTIFIED if place in ("body", "close") else None,
                after=0 if line != lines[-1] else 10,
                indent=Cm(9) if place == "signature" else None,
            )
    _save(document, sheet, path)


def _set_page(document: DocumentType, sheet: Sheet) -> None:
    """Set paper, margins, and the typeface and language of both scripts."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:cs"), "Traditional Arabic")
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), "32")  # half points: Arabic letters need 16 points beside Latin at 12
    properties.append(size)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES["en" if sheet.language == "ar" else sheet.language])
    language.set(qn("w:bidi"), _LOCALES["ar"])
    properties.append(language)


def _write_rows(document: DocumentType, sheet: Sheet) -> None:
    """Write the reference block as a table of two columns, the first column leading."""
    table = document.add_table(rows=0, cols=2)
    if sheet.language == "ar":
        table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_BIDI_VISUAL)
    for label, value in sheet.rows:
        cells = table.add_row().cells
        _write(cells[0].paragraphs[0], f"{label}{sheet.colon}", sheet, bold=True, after=2)
        _write(cells[1].paragraphs[0], value, sheet, after=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(3.5), Cm(12.5)
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(3.5), Cm(12.5)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _write(
    paragraph: Paragraph,
    text: str,
    sheet: Sheet,
    *,
    bold: bool = False,
    alignment: WD_ALIGN_PARAGRAPH | None = None,
    after: int = 10,
    indent: int | None = None,
) -> None:
    """Write one paragraph, with one run for each stretch of one direction.

    `after` is in points. A paragraph of an Arabic sheet runs right to left; so does an Arabic line
    on the letterhead of another sheet.
    """
    right_to_left = bool(_ARABIC.search(text)) or (
        sheet.language == "ar" and not _LATIN.search(text)
    )
    if right_to_left:
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    layout = paragraph.paragraph_format
    layout.space_after, layout.alignment, layout.left_indent = Pt(after), alignment, indent
    for piece in _LATIN.split(text) if right_to_left else [text]:
        if not piece:
            continue
        run = paragraph.add_run(piece)
        run.bold = bold or None
        if right_to_left and not _LATIN.fullmatch(piece):
            run.font.rtl = True
            run.font.cs_bold = bold or None


def _save(document: DocumentType, sheet: Sheet, path: Path) -> None:
    """Save with the day's time on the properties and on every part of the package."""
    moment = datetime.combine(sheet.on, time(8), UTC)
    properties = document.core_properties
    properties.title, properties.language = sheet.title[:255], _LOCALES[sheet.language]
    properties.author = properties.last_modified_by = ""
    properties.comments = "A specimen, written for the day that the office plays."
    properties.created = properties.modified = moment.replace(tzinfo=None)
    written = BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, moment.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
