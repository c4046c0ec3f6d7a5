"""The head of a draft resolution and the session that its symbols are of.

A draft bears its symbol, its title with a number, and the organ that adopts it over the preamble.
Source: the form of resolutions of the Organisation and of the United Nations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.references.document_symbol import DocumentSymbol, read_document_symbol
from clearance.review.checks.conformity.part_words import HOUSE_LINE, NAMES
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.review.wording import Param
from clearance.terms import Kind

TITLE: Param = {
    "en": "title of the draft resolution",
    "fr": "le titre du projet de résolution",
    "ar": "عنوان مشروع القرار",
}
_SYMBOL = on_demand(r"(?<![\w/])(?:OIC|OCI)/[A-Z][\w-]*/(?:19|20)\d\d/[\w./-]*\w")
_HEAD = 1200  # letters in which a paper bears its symbol and title
_DRAFT = compiled(r"\b(?:resolution|decision|declaration|(?:ال)?(?:قرار|مقرر|إعلان)|مشروع)\b")
_DRAFTED = on_demand(r"DR\.? ?RES", re.IGNORECASE)
# "DRAFT RESOLUTION No. 2/52-E": the session behind the stroke.
_NUMBER = compiled(
    r"(?m)^[ *_]*(?:(?:revised )?draft resolution|projet de resolution|مشروع (?:ال)?قرار)"
    r"[^\n/]{0,20}?\d{1,3}/(?P<session>\d{1,2}) ?-"
)


def check_symbols(paper: Paper) -> Iterator[Finding]:
    """Find symbols of one year that are of two sessions of one organ, and a title of a third."""
    if "/" not in paper.text[:_HEAD] or paper.kind not in (Kind.DRAFT_RESOLUTION, Kind.REPORT):
        return
    cited = list(_symbols(paper))
    if not cited:
        return
    place, own = cited[0]
    is_own = place[0] < _HEAD and not paper.skeleton[: place[0]].count("\n\n\n")
    number = _NUMBER.search(paper.skeleton, 0, _HEAD)
    titled = int(number["session"]) if number and paper.kind is Kind.DRAFT_RESOLUTION else None
    if is_own and titled and own.session and own.session != titled:
        yield found("CON016", *place, elsewhere=(number.span() if number else place,),
                    symbol=paper.text[slice(*place)], told=str(own.session),
                    own=str(titled))  # fmt: skip
        return
    for where, other in cited[1:]:
        same = other.organ == own.organ and other.session and own.session
        if same and other.year == own.year and other.session != own.session:
            yield found("CON016", *where, elsewhere=(place,), symbol=paper.text[slice(*where)],
                        told=str(other.session), own=str(own.session))  # fmt: skip
        elif same and other.session == own.session and other.year != own.year:
            yield found("CON016", *where, elsewhere=(place,), symbol=paper.text[slice(*where)],
                        told=f"{other.session} ({other.year})",
                        own=f"{own.session} ({own.year})")  # fmt: skip


def _symbols(paper: Paper) -> Iterator[tuple[Stretch, DocumentSymbol]]:
    for match in _SYMBOL.finditer(paper.text):
        symbol = read_document_symbol(match[0])
        if symbol is not None and symbol.session is not None:
            yield match.span(), symbol


# What a draft that goes to a meeting bears beside its symbol.
_HOUSE = compiled(
    r"\b(?:organi[sz]ation of islamic|organisation de la cooperation|oic|oci)\b|منظمة التعاون"
)
_TITLED = compiled(
    r"(?m)^[ *_]*(?:(?:revised )?draft resolution|projet de resolution|مشروع (?:ال)?قرار)\b"
)


def check_letterhead(paper: Paper) -> Iterator[Finding]:
    """Find the draft with symbol and day over whose title no house is named."""
    title = _TITLED.search(paper.skeleton, 0, _HEAD)
    symbol = next((one for one in _SYMBOL.finditer(paper.text, 0, _HEAD)), None)
    if title is None or symbol is None or title.start() < symbol.start():
        return
    if not any(day.start < title.start() for day in paper.dates):
        return  # a symbol alone, and the language, stand over many drafts
    organ = paper.skeleton.find("\n\n", title.start()) + 2
    preamble = paper.skeleton.find("\n\n", max(organ, 2))
    if organ < 2 or preamble < 0 or _HOUSE.search(paper.skeleton, organ, preamble):
        return  # the organ's own line names the house
    if HOUSE_LINE.search(paper.skeleton, 0, title.start()) is None:
        yield found("CON001", *symbol.span(), part=NAMES["letterhead"])


def check_title(paper: Paper) -> Iterator[Finding]:
    """Find the draft that bears the symbol of one, and no title over its preamble."""
    head = paper.skeleton.find("\n1.")
    symbol = next((one for one in _SYMBOL.finditer(paper.text, 0, _HEAD)), None)
    if symbol is None or _DRAFTED.search(symbol[0]) is None:
        return
    above = paper.skeleton[: min(_HEAD, head if head > 0 else _HEAD)]
    lines = [
        line
        for line in above.split("\n")
        if _DRAFT.search(line) and not line.rstrip().endswith((",", ";"))
    ]
    if not lines:
        yield found("CON001", *symbol.span(), part=TITLE)
