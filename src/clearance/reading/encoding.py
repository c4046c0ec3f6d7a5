"""Bytes into text: by its mark, as UTF-8 or UTF-16, or by the most plausible of the old tables.

The old tables agree on ASCII only. A decoding is plausible when its other letters are those of
Arabic or French, stand beside letters of their own script, and form the commonest small words.
"""

from __future__ import annotations

import codecs
import re

from clearance.reading.expressions import on_demand
from clearance.reading.unreadable import UnknownFormat

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TABLES = ("cp1252", "cp1256", "iso8859_6", "mac_roman", "mac_arabic", "iso8859_15", "cp850")
_SAMPLE = 60_000  # bytes that decide on the table
_CONTROLS = bytes([*range(9), 14, 15, *range(16, 27), *range(28, 32), 127])
_HIGH = bytes(range(0x80, 0x100))

_ARABIC = "ء-غف-ي"
_EXPECTED = on_demand(f"[{_ARABIC}éèàçêôîûùëïâœÉÈÀÇÊÔ’‘“”«»–—…°،؛؟\u00a0٠-٩]")
_FRENCH_PLACE = on_demand(r"(?<=[a-z])[éèàçêôîûùëïüâœ]|[éèàçêôîûâÉÈÀÇÊÔœ](?=[a-z])|(?<= )à(?= )")
_APOSTROPHE = on_demand(r"(?<=[A-Za-z])’(?=[A-Za-zéèêàâ])|« ?(?=\w)|(?<= )[–—](?= )")
_MIXED = on_demand(f"[A-Za-zÀ-ÿ][{_ARABIC}]|[{_ARABIC}][A-Za-zÀ-ÿ]|[a-zà-ÿ][À-ÖØ-ÞŠŽ]")
_ODD = on_demand(
    r"[\x80-\x9f¡¢£¤¥¦§¨ª¬¯±²³´µ¶·¸¹º¼½¾×÷ƒˆ˜†‡‰‹›Œ√∫≈∆◊ı∑∏π∂Ωﬁﬂ░▒▓│┤╣║╗╝┐└┴┬├─┼\ufffd]"
)
_SMALL_WORDS = on_demand(
    rf"(?<![{_ARABIC}])(?:في|من|على|إلى|عن|أن|التي|الذي|هذا|هذه|بين|رقم)(?![{_ARABIC}])"
    rf"|(?<![{_ARABIC}])ال(?=[{_ARABIC}]{{2}})"
)


def text_of_bytes(data: bytes) -> str:
    """Return the text of the bytes.

    :raises UnknownFormat: when they are no text in any encoding known here.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    if _is_binary(data):
        raise UnknownFormat("RDG004")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _of_old_table(data)


def _wide(data: bytes) -> str:
    """Return the UTF-16 that bytes without a mark are in; "" for none.

    Letters of Arabic have 06 as their upper byte, those of English and French 00.
    """
    sample = data[:_SAMPLE] if len(data) % 2 == 0 else data[: min(len(data), _SAMPLE) // 2 * 2]
    if len(sample) < 4:
        return ""
    for upper, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        uppers, lowers = sample[upper::2], sample[1 - upper :: 2]
        letters = uppers.count(0) + uppers.count(6)
        is_wide = letters > 0.85 * len(uppers)
        if is_wide and lowers.count(0) < 0.02 * len(lowers):
            return encoding
    return ""


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in data or controls > 0.005 * len(sample) + 1


def _of_old_table(data: bytes) -> str:
    if text := _nearly_utf8(data):
        return text
    sample = _high_lines(data)
    scores = {table: _plausibility(sample, table) for table in _TABLES}
    best = max(_TABLES, key=lambda table: scores[table])
    if scores[best] < 0:
        raise UnknownFormat("RDG004")
    return data.decode(best, "replace")


def _nearly_utf8(data: bytes) -> str:
    """Return the text of UTF-8 that was cut or damaged at a few places; "" for other bytes."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for letter in text[:_SAMPLE] if letter > "\x7f") - text[:_SAMPLE].count("\ufffd")
    return text if (wrong <= 3 and right > 10 * wrong) or wrong < 0.01 * right else ""


def _high_lines(data: bytes) -> bytes:
    """Return the lines that have letters beyond ASCII, up to the size of a sample."""
    lines, length = [], 0
    for line in re.split(rb"[\r\n]+", data[: 20 * _SAMPLE]):
        if len(line) != len(line.translate(None, _HIGH)):
            lines.append(line[:2000])
            length += len(lines[-1])
            if length > _SAMPLE:
                break
    return b"\n".join(lines)


def _plausibility(sample: bytes, table: str) -> float:
    """Return how plausible the decoding is; below 0 it is none."""
    text = sample.decode(table, "replace")
    expected = len(_EXPECTED.findall(text))
    placed = len(_FRENCH_PLACE.findall(text)) + 2 * len(_APOSTROPHE.findall(text))
    words = len(_SMALL_WORDS.findall(text))
    against = 3 * len(_MIXED.findall(text)) + 2 * len(_ODD.findall(text))
    return expected + 2 * placed + 4 * words - against
