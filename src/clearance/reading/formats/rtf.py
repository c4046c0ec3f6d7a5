"""RTF: headers, body, notes and footers, tables as rows; deleted text and comments left out.

Source: Rich Text Format Specification 1.9.1. The reader is our own: striprtf takes 4 ms a page,
keeps deleted text and tells neither rows nor notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from clearance.reading.document import Document, Part
from clearance.reading.expressions import on_demand
from clearance.reading.limits import Limits
from clearance.reading.transcript import Transcript
from clearance.reading.unreadable import Damaged, TooLarge, Unsafe

_TOKEN = on_demand(
    rb"((?:\\'[0-9a-fA-F]{2})+)|\\([a-zA-Z]{1,32})(-?[0-9]{1,9})? ?|\\(.)|([{}])|[\r\n\0]+"
    rb"|([^\\{}\r\n\0]+)|.",
    re.DOTALL,
)
_UNICODE = re.compile(rb"(?:\\u-?[0-9]{1,6} ?(?:\\'[0-9a-fA-F]{2}|\?))+")
_UNICODE_CODE = re.compile(rb"\\u(-?[0-9]{1,6})")
_FONT = re.compile(rb"\\f([0-9]{1,5})\b[^{};]{0,200}?\\fcharset([0-9]{1,3})")
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = frozenset((*range(1250, 1259), 437, 708, 720, 850, 864, 874))
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
_MARKS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\\": "\\", b"{": "{", b"}": "}"}
_NOT_TEXT = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "nonshppict", "shprslt",
    "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata",
    "datastore", "xmlnstbl", "fldinst", "annotation", "atnid", "atnauthor", "objdata",
    "bkmkstart", "bkmkend", "pgdsctbl", "latentstyles", "template",
))  # fmt: skip
_OPENED = frozenset(("shpinst", "shptxt", "ud", "background"))  # behind \*, and yet looked into
_APART = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Part.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Part.FOOTER),
    "footnote": Part.FOOTNOTE,
    "shptxt": Part.TEXT_BOX,
}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within one group."""

    is_silent: bool = False
    is_deleted: bool = False
    encoding: str = "cp1252"
    skipped_after_unicode: int = 1
    in_row: bool = False
    part: Part = Part.BODY


def read(data: bytes, limits: Limits) -> Document:
    """Return the document of an RTF file.

    :raises Unreadable: when it is damaged, nested too deep, empty or too large.
    """
    transcript = Transcript(limits, has_blank_lines=True)
    read_text(data, limits, transcript)
    return transcript.document("rtf")


def read_text(data: bytes, limits: Limits, transcript: Transcript) -> None:
    """Take down what an RTF text says, in a file or in a message; :raises Unreadable: as above."""
    _Rtf(transcript, limits, data).read()


class _Rtf:
    """A file being read into the transcript."""

    def __init__(self, transcript: Transcript, limits: Limits, data: bytes) -> None:
        self._transcript = transcript
        self._limits = limits
        self._data = data
        self._state = _State()
        self._outer: list[_State] = []
        self._texts: dict[Part, list[str]] = {}  # the paragraph that is open in each part
        self._bytes = bytearray()  # in the encoding of the state, not yet decoded
        self._skip = 0  # characters that stand for a Unicode one in old programs
        self._is_starred = False
        self._cells: list[list[str]] = []
        self._cell: list[str] = []
        self._later: list[tuple[Part, str]] = []
        self._number = 0
        self._fonts = {
            int(number): _CHARSETS.get(int(charset), "cp1252")
            for number, charset in _FONT.findall(data[:200_000])
        }

    def read(self) -> None:
        """Take down the file."""
        place, length, count = 0, len(self._data), 0
        while place < length:
            count += 1
            if count > self._limits.markup_tags:
                raise TooLarge("RDG016", limit=self._limits.markup_tags)
            if run := _UNICODE.match(self._data, place):
                place = run.end()
                self._say_unicode_run(run[0])
                continue
            token = _TOKEN.match(self._data, place)
            if token is None:
                break
            place = token.end()
            code, word, number, mark, brace, plain = token.groups()
            if plain is not None:
                self._say_bytes(plain)
            elif code is not None:
                self._say_bytes(bytes.fromhex(code.replace(b"\\'", b"").decode("ascii")))
            elif word is not None:
                given = None if number is None else int(number)
                if word == b"bin":
                    place += max(0, given or 0)
                else:
                    self._word(word.decode("ascii"), given)
            elif mark is not None:
                self._mark(mark)
            elif brace is not None and not self._brace(brace):
                break
        if self._outer and not self._number and not self._texts:
            raise Damaged("RDG007", format="RTF")
        self._end()

    def _brace(self, brace: bytes) -> bool:
        """Open or close a group; return False behind the last one."""
        self._decode()
        self._is_starred = False
        self._skip = 0
        if brace == b"{":
            self._outer.append(self._state)
            if len(self._outer) > 5 * self._limits.depth:  # shapes of Word stand in 60 groups
                raise Unsafe("RDG009", limit=5 * self._limits.depth)
            return True
        if not self._outer:
            return False
        part = self._state.part
        self._state = self._outer.pop()
        if part != self._state.part:
            self._end_paragraph(part)
        return bool(self._outer)

    def _mark(self, mark: bytes) -> None:
        if mark == b"*":
            self._is_starred = True
        elif mark in _MARKS:
            self._say(_MARKS[mark])
        elif mark in (b"\n", b"\r"):
            self._word("par", None)

    def _word(self, word: str, number: int | None) -> None:
        self._decode()
        starred, self._is_starred = self._is_starred, False
        if word in _NOT_TEXT or (starred and word not in _OPENED):
            self._state = replace(self._state, is_silent=True)
        elif word in _APART:
            self._state = replace(self._state, part=_APART[word], is_silent=False, in_row=False)
        elif word == "shpinst":
            self._state = replace(self._state, is_silent=True)
        elif word == "u" and number is not None:
            self._say_unicode(number)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in ("par", "sect", "page"):
            self._end_paragraph(self._state.part)
        elif word in ("cell", "nestcell", "row", "nestrow"):
            self._table(word)
        else:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "f" and number in self._fonts:
            self._state = replace(state, encoding=self._fonts[number])
        elif word == "deleted":
            self._state = replace(state, is_deleted=number != 0)
        elif word == "plain":
            self._state = replace(state, is_deleted=False)
        elif word == "pard":
            self._state = replace(state, in_row=False)
        elif word == "intbl":
            self._state = replace(state, in_row=True)
        elif word == "uc" and number is not None:
            self._state = replace(state, skipped_after_unicode=min(max(number, 0), 10))
        elif word == "ansicpg" and number in _PAGES:
            table = "iso8859_6" if number == 708 else f"cp{number}"
            self._state = replace(state, encoding=table)
            self._fonts = {
                font: table if encoding == "cp1252" and table == "cp1256" else encoding
                for font, encoding in self._fonts.items()
            }
        elif word == "mac":
            self._state = replace(state, encoding="mac_roman")

    def _say_unicode_run(self, run: bytes) -> None:
        """Say the characters of a run, each with the one letter that stands for it, left out."""
        self._decode()
        if self._state.skipped_after_unicode == 1:
            codes = [int(code) % 0x10000 for code in _UNICODE_CODE.findall(run)]
            self._say("".join([chr(code) if code >= 0x20 else " " for code in codes]))
            return
        for token in _TOKEN.finditer(run):
            if token[2] is not None:
                self._say_unicode(int(token[3]))
            else:
                self._say_bytes(token[0] if token[1] is None else b"?" * (len(token[1]) // 4))

    def _say_unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._say(chr(code) if 0x20 <= code < 0x110000 else " ")
        self._skip = self._state.skipped_after_unicode

    def _say_bytes(self, content: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(content))
            self._skip -= skipped
            content = content[skipped:]
        if not (self._state.is_silent or self._state.is_deleted):
            self._bytes += content

    def _say(self, text: str) -> None:
        self._decode()
        if not (self._state.is_silent or self._state.is_deleted):
            self._texts.setdefault(self._state.part, []).append(text)

    def _decode(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._state.encoding, "replace")
            self._texts.setdefault(self._state.part, []).append(text)
            self._bytes.clear()

    def _taken(self, part: Part) -> str:
        self._decode()
        pieces = self._texts.pop(part, [])
        text = "".join(pieces)
        # Characters beyond the basic plane come as two halves.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _end_paragraph(self, part: Part) -> None:
        text = self._taken(part)
        if self._state.is_silent and not text:
            return
        if part == Part.BODY and self._state.in_row:
            self._cell.append(text)
        elif part == Part.BODY:
            self._end_table()
            self._number += 1
            self._transcript.add(text, part, self._number)
        elif part == Part.HEADER:
            self._transcript.add(text, part)
        elif text and (part, text) not in self._later[-3:]:
            self._later.append((part, text))

    def _table(self, word: str) -> None:
        if self._state.part != Part.BODY:
            self._say("\t" if word.endswith("cell") else "\n")
        elif word.endswith("cell"):
            self._cell.append(self._taken(Part.BODY))
            self._cells.append(self._cell)
            self._cell = []
        else:
            self._end_row()

    def _end_row(self) -> None:
        if not self._transcript.in_table:
            self._transcript.open_table()
        self._transcript.open_row()
        for cell in self._cells:
            self._transcript.open_cell()
            for text in cell:
                self._number += 1
                self._transcript.add(text, Part.TABLE, self._number)
            self._transcript.close_cell()
        self._transcript.close_row()
        self._cells = []

    def _end_table(self) -> None:
        if self._cells or self._cell:
            self._cells.append(self._cell)
            self._cell = []
            self._end_row()
        if self._transcript.in_table:
            self._transcript.close_table()

    def _end(self) -> None:
        self._state = _State()
        self._end_paragraph(Part.BODY)
        self._end_table()
        order = (Part.TEXT_BOX, Part.FOOTNOTE, Part.FOOTER)
        for part, text in sorted(self._later, key=lambda kept: order.index(kept[0])):
            self._transcript.add(text, part)
