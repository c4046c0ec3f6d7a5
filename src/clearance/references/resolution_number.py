"""Numbers of the Organisation's resolutions: ``1/51-PAL``, ``45/10-P(IS)``, ``6/39 – أت``.

A number is: its place in the series, the session, the series; ``(IS)`` marks the Islamic Summit.
Papers print it with other dashes, blanks and cases, and in Arabic with letters for the series and
``(ق.أ)`` for the Summit. Sources: numbers as printed (document_symbols.toml, resolutions.toml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clearance.terms import Language

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DASHES = "-‐‑‒–—―−ـ"
# What Arabic papers write in full where the letters of a series stand: "3/51 - فلسطين". The pairing
# follows the titles of the series (document_symbols.toml).
ARABIC_NAMES = {
    "فلسطين": "PAL",
    "سياسي": "POL", "سياسية": "POL", "السياسية": "POL", "الشؤون السياسية": "POL",
    "اقتصاد": "E", "اقتصادي": "E", "اقتصادية": "E", "الاقتصادية": "E", "الشؤون الاقتصادية": "E",
    "ثقافة": "C", "ثقافي": "C", "ثقافية": "C", "الثقافية": "C", "الشؤون الثقافية": "C",
    "قانوني": "LEG", "قانونية": "LEG", "القانونية": "LEG", "الشؤون القانونية": "LEG",
    "تنظيمي": "ORG", "تنظيمية": "ORG", "التنظيمية": "ORG", "الشؤون التنظيمية": "ORG",
    "إعلام": "INF", "الإعلام": "INF", "إعلامية": "INF", "الإعلامية": "INF",
    "علوم وتكنولوجيا": "ST", "العلوم والتكنولوجيا": "ST",
}  # fmt: skip
"""Series that Arabic papers write in full."""
_NAMES = "|".join(sorted(ARABIC_NAMES, key=len, reverse=True))
# Latin letters need a dash, or capitals: "71/31 of" is a number of the United Nations.
_SERIES = (
    rf"(?:\s*[{_DASHES}]\s*(?P<latin>[A-Za-z]{{1,6}})\b|\s+(?P<capitals>(?-i:[A-Z]{{2,6}}))\b"
    rf"|\s*[{_DASHES}]?\s*(?P<name>{_NAMES})(?![\u0621-\u064a])"
    rf"|\s*[{_DASHES}]?\s*(?P<arabic>[\u0621-\u064a](?:[\s.]*[\u0621-\u064a]){{0,3}}))"
)
_NUMBER = re.compile(
    rf"(?:n\s?[o°º]?\s?[.:]?\s*)?(?P<number>\d{{1,3}})\s*/\s*(?P<session>\d{{1,3}}){_SERIES}?\.?"
    rf"\s*[{_DASHES}]?\s*(?P<summit>\(\s*(?:I\.?\s?S\.?|ق\s*\.?\s*[أإا]\s*\.?)\s*\))?",
    re.IGNORECASE,
)
# The same series under the letters of its documents and those of its numbers; the pairing is ours.
_SAME_SERIES = {"ECO": "E", "CS": "C"}


@dataclass(frozen=True)
class ResolutionNumber:
    """A resolution's number. ``series`` is in capitals, "" where none is printed."""

    number: int
    session: int
    series: str = ""
    of_summit: bool = False

    @property
    def session_code(self) -> str:
        """The session that adopted it, such as CFM-51 or IS-10."""
        return f"{'IS' if self.of_summit else 'CFM'}-{self.session}"


def read_resolution_number(
    text: str, arabic_series: Mapping[str, str] | None = None
) -> ResolutionNumber | None:
    """Return the number that the text prints; None: it prints none.

    ``arabic_series`` gives the Arabic letters of each series; letters that it does not give are
    kept as they are printed, without their blanks and points.
    """
    found = _NUMBER.fullmatch(text.translate(_DIGITS).strip())
    if found is None:
        return None
    printed = found["name"] or found["latin"] or found["capitals"] or found["arabic"] or ""
    letters = re.sub(r"[\s.]", "", printed)
    return ResolutionNumber(
        number=int(found["number"]),
        session=int(found["session"]),
        series=_series(letters, arabic_series or {}),
        of_summit=found["summit"] is not None,
    )


def write_resolution_number(
    number: ResolutionNumber,
    language: Language = Language.ENGLISH,
    arabic_series: Mapping[str, str] | None = None,
) -> str:
    """Return the number as the language prints it; French prints it as English does.

    A series without Arabic letters keeps its Latin ones.
    """
    serial = f"{number.number}/{number.session}"
    letters = (arabic_series or {}).get(number.series, "")
    if language == Language.ARABIC and letters:
        return f"{serial} - {letters}" + (" (ق.أ)" if number.of_summit else "")
    series = f"-{number.series}" if number.series else ""
    return serial + series + ("(IS)" if number.of_summit else "")


def same_resolution(one: ResolutionNumber, other: ResolutionNumber) -> bool:
    """Tell whether two numbers name one resolution, whatever letters a series goes by."""
    return compared(one) == compared(other)


def compared(number: ResolutionNumber) -> ResolutionNumber:
    """Return the number as it is looked up: one code for a series with two."""
    series = _SAME_SERIES.get(number.series, number.series)
    if series == number.series:
        return number
    return ResolutionNumber(number.number, number.session, series, number.of_summit)


def plain_letters(letters: str) -> str:
    """Return Arabic letters with the forms of alef made one, without blanks and points."""
    return re.sub(r"[\s.]", "", re.sub("[أإآ]", "ا", letters))


def _series(letters: str, arabic_series: Mapping[str, str]) -> str:
    if not letters or letters.isascii():
        return letters.upper()
    plain = plain_letters(letters)
    for series, printed in arabic_series.items():
        if plain_letters(printed) == plain:
            return series.upper()
    return _BY_NAME.get(plain, letters)


_BY_NAME = {plain_letters(name): series for name, series in ARABIC_NAMES.items()}
