"""The paper's own reference number: its form, its series, its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from rapidfuzz.distance import OSA

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.references import read_registry_number, write_registry_number
from clearance.references.document_symbol import read_document_symbol
from clearance.review.checks.conformity.part_words import HOUSE_LINE
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Kind

_VALUE = on_demand(
    r"(?P<number>[A-Za-z0-9٠-٩\u0621-\u064a][\w.()]*(?: ?[/\\\-–_]{1,2} ?[\w().]*[\w)])+)"
)
_LEFT_OVER = on_demand(r"[/\\_-]+(?=\s*$)")  # "OIC/CAB/ECO/2025/0012/": a part is missing
# "OIC.CAB.ECO.2025.0012": no sign but points, and a group of letters as well as one of digits.
_POINTED = on_demand(r"(?P<number>[A-Za-z]{2,}(?:\.[A-Za-z]{1,8})+(?:\.\d{1,6})+)(?![\w.])")
# "OIC CAB ECO 2025 0012": no sign but blanks or colons, behind a label.
_BLANKED = on_demand(r"(?P<number>[A-Z]{2,}(?:[ :][A-Z]{1,8}){1,3}(?:[ :]\d{1,6}){1,3})(?![\w./-])")
_LABEL_SLASH = on_demand(r"\s*(?:[^\W\d_]+\.? ){0,2}[^\W\d_]+\.?\s*/\s+(?=\S)")
_ANOTHERS = compiled(r"(?:your|votre|v/|vos|v\.)|.{0,12}كم\b")
_FEW = 1  # repairs that still show the house's own form; more, and it is another house's number
_LETTERS = on_demand(r"[^\W\d_]{2,}")
_YEAR = on_demand(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEARS = range(1950, 2100)
_ANY_YEAR = on_demand(r"(?<!\d)(?:(?:19|20|1[34])?\d\d)(?!\d)")  # two digits may be a year
_PLACEHOLDER = on_demand(r"(?i)(?:^|[/.\-–_ ])(?:x{2,}|_{2,}|\.{3,}|n{3,}|0{4,}|\?+|tbd)\s*$")
_SEPARATORS = on_demand(r"\s*[/\\.\-–_]\s*|(?<=\w)[ :](?=\w)(?!\d+})")
_OFFICE = on_demand(r"[A-Z]{2,5}")
# Papers in which nobody is greeted: their number is the house's where its form is known.
_WITHOUT_GREETING = frozenset({Kind.CIRCULAR, Kind.MEMORANDUM, Kind.CONTRACT})
_OF_CONFERENCE = frozenset({Kind.REPORT, Kind.DRAFT_RESOLUTION})
_NUMBERED_AT_FOOT = frozenset({Kind.NOTE_VERBALE, Kind.DRAFT_RESOLUTION})
_TWO = 2  # signs of the house that make a number its own, wherever it stands
_GROUPS = 4  # groups of letters and digits in a number that is whole (our guess)
_HEAD = 1200  # characters in which a paper bears its symbol
_FOOT = 600
_UNDER_TITLE = 400  # characters in which a report names its house, if its title comes first
_BEFORE_DAY = 40  # letters of "Jeddah, Wednesday," before the day
_BEHIND_DAY = 45  # and of the other calendar's behind it
_WIDTH = on_demand(r"\{serial:(\d)\}")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def check_reference(paper: Paper) -> Iterator[Finding]:
    """Find a reference that is not of the house's form, or that carries another year."""
    yield from _symbol(paper)
    line = paper.anatomy.reference
    anatomy = paper.anatomy
    if spelt := _spelt(paper):
        known = paper.context.reference_patterns
        yield found("CON010", *spelt, reference=paper.text[slice(*spelt)], pattern=_shown(known[0]))
        return
    if line is None:
        line = with_signs = _with_signs(paper)
    else:
        with_signs = None
    if paper.kind in _NUMBERED_AT_FOOT:
        line = line or _at_foot(paper)
    elif with_signs is None and not (
        anatomy.closing or anatomy.salutation or anatomy.sender or _is_numbered(paper)
    ):
        return  # a number at the head of a judgement or a law is not the house's
    if line is None or _ANOTHERS.match(paper.skeleton, line[0]):
        return
    value = line if line == with_signs else _value(paper.text, *line)
    if value is None:
        return
    start, end = value
    written = paper.text[start:end]
    if paper.kind in _OF_CONFERENCE and _ORGAN.search(written):
        return  # the symbol of a conference paper
    known = paper.context.reference_patterns
    if _PLACEHOLDER.search(written):
        yield found("CON011", start, end, reference=written)
    elif known and not any(_is_of(pattern, written) for pattern in known):
        likely = min(known, key=lambda pattern: _repairs(pattern, written))
        few = _FEW + _shares_sign(likely, written)
        is_ours = (
            _repairs(likely, written) <= few
            or _begins_alike(likely, written)
            or _has_all_signs(likely, written)
        )
        is_ours = is_ours and not _of_another_office(likely, written)
        is_ours = is_ours or (_lacks_sign_alone(likely, written) and _is_of_house(paper))
        level = None if is_ours else Level.NOTE
        yield found("CON010", start, end, level=level, reference=written, pattern=_shown(likely))
    elif not known and written == written.lower() != written.upper():
        yield found("CON012", start, end, suggestion=written.upper(), reference=written)
    elif not known and _LETTERS.search(written) and not _ANY_YEAR.search(written):
        yield found("CON015", start, end, reference=written)
    else:
        yield from _series(paper, written, start, end)
        yield from _year(paper, written, start, end)


# "OIC/CAB/C/2026/1480 - le 9 mai 2026": what stands beside a number on its line.
_BESIDE = on_demand(r"(?<=\d)\s+[-–—|]{1,2}\s")

# The symbol of a conference paper on its own, in its head: alone on the line, after a label, or in
# brackets under the title.
_OWN_SYMBOL = on_demand(
    r"(?m)(?:^|(?<= {4})|(?<=\t))[ *(\[]*(?:[^\W\d_]+(?: [^\W\d_]+){0,2} ?: *)?"
    r"(?P<symbol>[A-Za-z]{2,}[\w.-]*(?: ?[/\\][ ]?[\w.-]+){1,7}|"
    r"[A-Za-z]{2,}(?:-[\w.]+){4,8})[ *]*(?:$|[,;)\]]| {4}|\t)"
)
_ORGAN = on_demand(
    r"(?i)(?:^|[/\\ -])(?:EX-)?(?:I?CFM|IS|SUMMIT|SOM|ACM|COMCEC)[- /]?\d{1,2}(?!\d)"
)
_SYMBOLS = "OIC/<organ>-<session>/<year>/<series>/<type>"


def _symbol(paper: Paper) -> Iterator[Finding]:
    """Find the symbol of a report or a draft that is not of the form of conference papers."""
    if paper.kind not in _OF_CONFERENCE:
        return
    for match in _OWN_SYMBOL.finditer(paper.text, 0, _HEAD):
        written = match["symbol"]
        if _ORGAN.search(written) is None:
            continue
        if read_document_symbol(written) is None or written == written.lower():
            yield found("CON010", *match.span("symbol"), reference=written, pattern=_SYMBOLS)
        return


def _is_numbered(paper: Paper) -> bool:
    """Tell whether it is a paper that greets nobody, and the form of numbers is known.

    A report or a draft may be another house's, whose name stands at its head then.
    """
    if not paper.context.reference_patterns:
        return False
    return paper.kind in _WITHOUT_GREETING or (paper.kind in _OF_CONFERENCE and _is_of_house(paper))


# A number on a line of its own, or behind a label, whatever stands between its parts.
_ALONE = on_demand(
    r"(?m)^[ ]*(?:[^\W\d_][\w° .]{0,25}?(?: ?: *| +))?"
    r"(?P<number>[A-Za-z]{2,}(?:[/\\.\-–_]{1,2}\w+){2,})"
    r"(?=[ ]*(?:$|[-–—|,] |\t| {3,}| (?:of|du|dated|en date|بتاريخ|في) ))"
)


def _spelt(paper: Paper) -> tuple[int, int] | None:
    """Return a number whose first sign is spelt with points, "O.I.C / CAB / POL/2026/0012"."""
    head = paper.text[:_HEAD]
    for pattern in paper.context.reference_patterns:
        sign = _SEPARATORS.split(pattern)[0]
        if "{" in sign or f"{sign[:1]}." not in head:
            continue
        spelt = r"\. ?".join(map(re.escape, sign))
        shape = rf"(?m)\b{spelt}\.? ?[/\\-] ?[A-Z]{{2,}}[ /\\\w.-]*\d"
        if match := re.search(shape, head):
            return match.span()
    return None


# "Registry No. OIC CAB ECO 2025 0012": blanks alone, up to the end of the line.
_ALONE_BLANKED = on_demand(
    r"(?m)^[ ]*(?:[^\W\d_][\w° .]{0,25}?(?: ?: *| +))?"
    r"(?P<number>[A-Z]{2,8}(?: [A-Z]{1,8}){1,3}(?: \d{1,6}){1,2})[ ]*$"
)


def _with_signs(paper: Paper) -> tuple[int, int] | None:
    """Return a number in the head that has two signs of the house's, however they are parted."""
    patterns = paper.context.reference_patterns
    signs = {part for each in patterns for part in _SEPARATORS.split(each) if "{" not in part}
    if len(signs) < _TWO:
        return None
    for line in _ALONE.finditer(paper.text, 0, _HEAD):
        parts = re.split(r"[/\\.\-–_]+", line["number"].upper())
        ours = signs.intersection(parts)
        is_whole = parts[0] in ours and len(parts) >= _GROUPS
        if paper.kind in _WITHOUT_GREETING and not ours:
            is_whole = any(_lacks_sign_alone(one, line["number"]) for one in patterns)
        if len(ours) >= _TWO or (paper.kind in _WITHOUT_GREETING and ours):
            return line.span("number")
        if is_whole and _is_of_house(paper):
            return line.span("number")
    blanked = _ALONE_BLANKED.finditer(paper.text, 0, _HEAD)
    lines = (line for line in blanked if len(signs.intersection(line["number"].split())) >= _TWO)
    return next((line.span("number") for line in lines), None)


_FOOT_NUMBER = on_demand(
    r"(?m)^[ ]*(?P<number>[A-Za-z]+[/\\.\-–_]\S+)"
    r"(?=[ ]*$| \d{1,6}[ ]*$| {3,}|\t| [-–—|] )"
)


def _at_foot(paper: Paper) -> tuple[int, int] | None:
    """Return the last line that begins as a number of the house does."""
    signs = {_SEPARATORS.split(pattern)[0] for pattern in paper.context.reference_patterns}
    lines = _FOOT_NUMBER.finditer(paper.text)
    found_at = [line.span("number") for line in lines]
    ours = [at for at in found_at if _SEPARATORS.split(paper.text[slice(*at)])[0] in signs]
    return ours[-1] if ours else None


def _value(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the number on the line, without the label before it."""
    line = text[start:end].split("\n", maxsplit=1)[0]
    slash = _LABEL_SLASH.match(line)
    colon = max(line.find(":"), slash.end() - 1 if slash else -1)
    forms = (_VALUE, _POINTED, _BLANKED) if colon >= 0 else (_VALUE, _POINTED)
    match = next(filter(None, (form.search(line, colon + 1) for form in forms)), None)
    if match is None:
        return None
    beside = _BESIDE.search(line, match.start(), match.end())
    left = _LEFT_OVER.match(line, match.end())
    return start + match.start(), start + (
        beside.start() if beside else left.end() if left else match.end()
    )


def _is_of(pattern: str, written: str) -> bool:
    """Tell whether the number is of that form, capitals and leading zeros included."""
    number = read_registry_number(pattern, written)
    width = _WIDTH.search(pattern)
    if width and number is not None and len(str(number.serial)) > int(width[1]):
        return False  # "47120" where the form has four digits: one was typed twice
    if number is None or number.year not in _YEARS:
        return False  # "OIC/CAB/POL/1771/2025": year and number have changed places
    plain = "".join(written.translate(_DIGITS).split())
    return plain == "".join(write_registry_number(pattern, number).split())


def _repairs(pattern: str, written: str) -> int:
    """Return how many parts must be added, taken out or changed to make it of that form.

    Capitals and the signs between the parts are put right for nothing.
    """
    wanted = _SEPARATORS.split(pattern)
    own = _SEPARATORS.split(written.translate(_DIGITS))
    row = list(range(len(own) + 1))
    for place, part in enumerate(wanted, start=1):
        left, row[0] = row[0], place
        for at, other in enumerate(own, start=1):
            change = left + (not _fits(part, other))
            left, row[at] = row[at], min(change, row[at] + 1, row[at - 1] + 1)
    return row[-1]


def _begins_alike(pattern: str, written: str) -> bool:
    """Tell whether the number begins as the house's own do, with its name or sign."""
    first, own = _SEPARATORS.split(pattern)[0], _SEPARATORS.split(written)[0]
    both = "".join(takewhile(lambda part: "{" not in part, _SEPARATORS.split(pattern)))
    return "{" not in first and own in (first, both)  # "OICCAB/POL/2025/0012"


def _has_all_signs(pattern: str, written: str) -> bool:
    """Tell whether all signs of the house are there, in another order: "1575/OIC/CAB/2025"."""
    signs = {part for part in _SEPARATORS.split(pattern) if part and "{" not in part}
    return len(signs) > 1 and signs <= set(_SEPARATORS.split(written))


def _shares_sign(pattern: str, written: str) -> bool:
    """Tell whether a sign of the house stands in its place, with as many parts around it."""
    wanted, own = _SEPARATORS.split(pattern), _SEPARATORS.split(written)
    return len(wanted) == len(own) > 4 and any(
        "{" not in part and part == other for part, other in zip(wanted[1:], own[1:], strict=True)
    )


def _of_another_office(pattern: str, written: str) -> bool:
    """Tell whether only the sign of an office is another's: "PRO" for "CAB", but not "CBA"."""
    wanted, own = _SEPARATORS.split(pattern), _SEPARATORS.split(written)
    if len(wanted) != len(own) or "/" not in written:
        return False
    pairs = zip(wanted, own, strict=True)
    other = [(part, sign) for part, sign in pairs if not _fits(part, sign)]
    if len(other) != 1 or other[0] == (wanted[0], own[0]):
        return False
    part, sign = other[0]
    is_sign = "{" not in part and _OFFICE.fullmatch(sign) is not None
    return is_sign and OSA.distance(part, sign) > 1


def _lacks_sign_alone(pattern: str, written: str) -> bool:
    """Tell whether a number has all but the house's own sign: "LEG/ADM/2026/0412"."""
    wanted, own = _SEPARATORS.split(pattern), _SEPARATORS.split(written.translate(_DIGITS))
    if "{" in wanted[0] or len(own) != len(wanted) - 1 or len(own) < _GROUPS - 1:
        return False
    pairs = list(zip(wanted[1:], own, strict=True))
    return "/" in written and all(
        _fits(part, other) or ("{" not in part and _OFFICE.fullmatch(other) is not None)
        for part, other in pairs
    )


def _is_of_house(paper: Paper) -> bool:
    """Tell whether the head of the paper names the house, over the title or below it."""
    head = paper.anatomy.letterhead
    named = paper.hits("house_named")
    if head is not None and any(head[0] <= start < head[1] for start, _ in named):
        return True
    begins = (
        paper.skeleton.rfind("\n", 0, start) + 1 for start, _ in named if start < _UNDER_TITLE
    )
    return any(HOUSE_LINE.match(paper.skeleton, begin) for begin in begins)


def _fits(part: str, other: str) -> bool:
    if part == "{year}":
        return _YEAR.fullmatch(other) is not None
    if part.startswith("{serial"):
        return other.isdigit()
    return part == "{unit}" or part.lower() == other.lower()


def _shown(pattern: str) -> str:
    """Return the pattern as an officer reads it: OIC/CAB/<series>/<year>/<4 digits>."""
    shown = re.sub(r"\{serial:(\d)\}", r"<\1 digits>", pattern)
    return shown.replace("{serial}", "<number>").replace("{unit}", "<series>").replace(
        "{year}", "<year>"
    )  # fmt: skip


def _series(paper: Paper, written: str, start: int, end: int) -> Iterator[Finding]:
    """Find a series that the context does not know, where it knows any."""
    series = paper.context.reference_series
    for pattern in paper.context.reference_patterns if series else ():
        number = read_registry_number(pattern, written)
        if number is not None:
            if number.unit and number.unit not in series:
                yield found("CON013", start, end, series=number.unit)
            return


def _year(paper: Paper, written: str, start: int, end: int) -> Iterator[Finding]:
    """Find a year in the number that is not the one of the paper's date."""
    line = paper.anatomy.date_line or _last_day(paper)
    years = {int(year) for year in _YEAR.findall(written.translate(_DIGITS))}
    if line is None or len(years) != 1:
        return
    dated = {int(year) for year in _YEAR.findall(paper.skeleton[line[0] : line[1]])}
    year = years.pop()
    if len(dated) != 1 or year in dated:
        return
    printed = dated.pop()
    # a number taken in the last days of December may stand on a paper dated in January
    is_ours = bool(paper.context.reference_patterns)  # its form was found to be the house's own
    is_slip = is_ours or abs(printed - year) <= 1 or _has_changed_places(printed, year)
    level = None if is_slip else Level.NOTE
    yield found("CON014", start, end, level=level, elsewhere=(line,), year=str(year),
                dated=str(printed))  # fmt: skip


def _last_day(paper: Paper) -> tuple[int, int] | None:
    """Return the line under the text of a note verbale that tells its day."""
    if paper.kind is not Kind.NOTE_VERBALE:
        return None
    edge, approval = len(paper.text) - _FOOT, paper.anatomy.approval or (0, 0)
    for day in reversed(paper.dates):
        if day.start >= edge and not approval[0] <= day.start < approval[1]:
            begin = paper.skeleton.rfind("\n", 0, day.start) + 1
            end = paper.skeleton.find("\n", day.end)
            end = end if end > 0 else len(paper.skeleton)
            if day.start - begin < _BEFORE_DAY and end - day.end < _BEHIND_DAY:
                return begin, end
    return None


def _has_changed_places(one: int, other: int) -> bool:
    """Tell whether the years have the same digits, or all but one: 2052 and 2062 for 2025, 2026."""
    first, second = str(one), str(other)
    return sorted(first) == sorted(second) or sum(map(str.__ne__, first, second)) == 1
