"""A sheet as a PDF file, in the typefaces that the typesetter carries: Latin script only."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from cabinet.config.day.sheet import Sheet

_TYPESETTING = """
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, keywords: ("specimen",), date: auto)
#set page(paper: "a4", margin: (x: 2.5cm, y: 2.5cm))
#set text(font: "Libertinus Serif", size: 11.5pt, lang: sheet.language)
#set par(justify: true, leading: 0.7em)
#align(center)[
  #for line in sheet.letterhead [#text(weight: "bold", line) #linebreak()]
  #if sheet.heading != "" [#v(0.4em) #text(size: 14pt, weight: "bold", sheet.heading)]
]
#if sheet.rows.len() > 0 {
  v(0.6em)
  grid(
    columns: (auto, 1fr), column-gutter: 1em, row-gutter: 0.7em,
    ..sheet.rows.map(row => (text(weight: "bold", row.at(0) + sheet.colon), row.at(1))).flatten()
  )
  v(0.8em)
}
#for (place, lines) in sheet.blocks {
  let set-lines = lines.map(line => [#line]).join(linebreak())
  if place == "marks" { text(weight: "bold", set-lines) }
  else if place == "signature" { v(1.6em); pad(left: 55%, strong(set-lines)) }
  else { set-lines }
  parbreak()
  v(0.45em)
}
"""


class NotLatin(ValueError):
    """An Arabic text was sent to a typesetter that has no Arabic typeface here."""


def write_pdf(sheet: Sheet, path: Path) -> None:
    """Write the sheet as a PDF file; the same sheet gives the same bytes.

    :raises NotLatin: if the sheet is in Arabic, for which no typeface is carried.
    """
    if sheet.language == "ar":
        raise NotLatin(f"“{sheet.title}” is in Arabic: write it as DOCX.")
    text = asdict(sheet) | {"on": "", "colon": sheet.colon, "blocks": sheet.blocks()}
    path.write_bytes(
        typst.compile(
            _TYPESETTING.encode(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(text)},
            timestamp=int(datetime.combine(sheet.on, time(8), UTC).timestamp()),
        )
    )
