"""Registry numbers. A series has a pattern such as ``OIC/{unit}/{year}/{serial}``.

The form of the Organisation's own numbers was not found, so patterns are configuration.
Sources: FR-NUM-IN (a yearly serial carries the year), FR-NUM-OUT (unit, year and serial).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{(\w+)(?::(\d))?\}")
_ALLOWED = {"unit", "year", "serial"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class BadPattern(ValueError):
    """A pattern cannot number a series without two papers sharing a number."""


@dataclass(frozen=True)
class RegistryNumber:
    """A number of the register: serial within a year; ``unit`` is empty where it carries none."""

    year: int
    serial: int
    unit: str = ""


@lru_cache(maxsize=256)
def require_pattern(pattern: str) -> None:
    """Return if the pattern can number a series.

    Its parts stand apart by a sign: unit ``A1`` with serial 1 must not print as ``A`` with 11.
    :raises BadPattern: without ``{serial}`` or ``{year}``, with an unknown or repeated placeholder,
        or with two placeholders side by side.
    """
    names = [match[1] for match in _PLACEHOLDER.finditer(pattern)]
    rest = _PLACEHOLDER.sub("", pattern)
    unknown = set(names) - _ALLOWED
    if unknown or "{" in rest or "}" in rest:
        raise BadPattern(f"{pattern!r} may only use {{unit}}, {{year}} and {{serial}}.")
    if names.count("serial") != 1 or names.count("year") != 1:
        raise BadPattern(f"{pattern!r} needs {{serial}} and {{year}} exactly once each.")
    if names.count("unit") > 1:
        raise BadPattern(f"{pattern!r} may use {{unit}} once only.")
    between = _PLACEHOLDER.split(pattern)[3:-1:3]  # the text after each placeholder but the last
    if not all(re.search(r"\W", text) for text in between):
        raise BadPattern(f"{pattern!r} needs a sign such as / between its parts.")


def write_registry_number(pattern: str, number: RegistryNumber) -> str:
    """Return the number as printed; ``{serial:4}`` pads with zeros to four digits.

    :raises BadPattern: as :func:`require_pattern`.
    """
    require_pattern(pattern)

    def printed(match: re.Match[str]) -> str:
        value = str(getattr(number, match[1]))
        return value.zfill(int(match[2])) if match[2] else value

    return _PLACEHOLDER.sub(printed, pattern)


def read_registry_number(pattern: str, text: str) -> RegistryNumber | None:
    """Return the number that the text prints, Arabic-Indic digits and blanks understood.

    None means that the text is no number of this pattern.
    """
    require_pattern(pattern)
    plain = "".join(text.translate(_DIGITS).split())
    found = _shape(pattern).fullmatch(plain)
    if found is None:
        return None
    parts = found.groupdict()
    return RegistryNumber(int(parts["year"]), int(parts["serial"]), parts.get("unit") or "")


@lru_cache(maxsize=256)
def _shape(pattern: str) -> re.Pattern[str]:
    """Return the expression of a number of the pattern, without its blanks."""
    expression = ""
    position = 0
    for match in _PLACEHOLDER.finditer(pattern):
        expression += re.escape(pattern[position : match.start()])
        expression += {"unit": r"(?P<unit>\w+)", "year": r"(?P<year>\d{4})"}.get(
            match[1], r"(?P<serial>\d+)"
        )
        position = match.end()
    expression += re.escape(pattern[position:])
    return re.compile(expression.replace(r"\ ", ""), re.IGNORECASE)
