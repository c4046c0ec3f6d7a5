"""Parts that stand where they do not belong: a close above the text, signatures among articles.

Source: the order of the parts in the UN Correspondence Manual; the distances are our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.conformity.clauses import headings_of
from clearance.review.checks.conformity.part_words import NAMES
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

# A paragraph that is a formula of close and no more.
_CLOSE = compiled(
    r"(?m)^[ ]*(?:"
    r"(?:please|kindly) accept,[^\n]*|accept,[^\n]{0,60}assurances?[^\n]*|"
    r"[^\n]{0,90}\bavails? (?:itself|myself|himself|herself) of th[^\n]*assurances?[^\n]*|"
    r"(?:je vous prie|veuillez|nous vous prions)[^\n]{0,60}\b(?:agreer|croire|recevoir)\b[^\n]*|"
    r"[^\n]{0,90}\bsaisit cette occasion[^\n]*assurances?[^\n]*|"
    r"و?تفضلو[^\n]{0,40}(?:تقدير|احترام|تحيات)[^\n]{0,60}|"
    r"و?[تأ](?:غتنم|نتهز) [^\n]{0,120}(?:تقدير|احترام|اعتبار)[^\n]{0,60}"
    r")$"
)
# What stands in each of them; looked for one by one, as they are rare.
_CLOSING = tuple(
    fold(words).skeleton
    for words in (
        "accept,", "avail", "agreer", "croire", "recevoir", "saisit cette", "تفضلو", "غتنم", "نتهز",
    )
)  # fmt: skip
_MOST = 330  # letters of such a formula (our guess)
_PARAGRAPH = on_demand(r"(?m)^[ ]*[^\n]{110,}[.;:][ ]*$")
_LEAST = 2  # paragraphs of text below the formula (our guess)
_OF_LETTER = frozenset({Kind.LETTER, Kind.NOTE_VERBALE})
# "For the Organisation" alone on its line, over a name.
_SIDE = compiled(
    r"(?m)^[ ]*(?:(?:signed|signee?|وقعه?ا?|التوقيع|توقيع) )?"
    r"(?:for(?: and on behalf of)?|on behalf of|pour|au nom de|عن|نيابة عن) ?"
    r"(?:the |l'|le |la )?(?:organi[sz]ation|general secretariat|secretariat general|oic|oci|"
    r"(?:ال)?منظمة|الأمانة العامة|contractor|consultant|supplier|prestataire|"
    r"fournisseur|"
    r"(?:ال)?(?:متعاقد|مورد|استشاري))[ :]*$"
)


def check_misplaced(paper: Paper) -> Iterator[Finding]:
    """Find formulas, signatures and names that stand within the text."""
    if paper.kind in _OF_LETTER:
        yield from _close(paper)
    elif paper.kind is Kind.CONTRACT:
        yield from _signed_above(paper)
    elif paper.kind is Kind.MEMORANDUM:
        yield from _name_above(paper)


def _close(paper: Paper) -> Iterator[Finding]:
    """Find the formula of close under which the text goes on."""
    if not paper.hits("letter_close"):
        return
    skeleton = paper.skeleton
    for formula in _formulas(skeleton):
        if formula.end() - formula.start() > _MOST or formula.start() < len(skeleton) // 10:
            continue
        below = list(_PARAGRAPH.finditer(skeleton, formula.end()))
        below = [one for one in below if not _CLOSE.match(skeleton, one.start())]
        if len(below) >= _LEAST and not skeleton[formula.end() :].lstrip().startswith(
            ("ps", "p.s")
        ):
            yield found("CON005", *formula.span(), part=NAMES["closing"])
        return


def _formulas(skeleton: str) -> Iterator[re.Match[str]]:
    """Yield the paragraphs that are formulas of close, in order."""
    begins = set()
    for words in _CLOSING:
        place = skeleton.find(words)
        while place >= 0:
            begins.add(skeleton.rfind("\n", 0, place) + 1)
            place = skeleton.find(words, place + 1)
    for begin in sorted(begins):
        if formula := _CLOSE.match(skeleton, begin):
            yield formula


def _signed_above(paper: Paper) -> Iterator[Finding]:
    """Find "For the Organisation" and a name above further articles."""
    headings = headings_of(paper)
    if not headings:
        return
    for side in _SIDE.finditer(paper.skeleton, headings[0], headings[-1]):
        yield found("CON005", *side.span(), part=NAMES["signature"])
        return


def _name_above(paper: Paper) -> Iterator[Finding]:
    """Find name and post of who signs between the labels of a memorandum and its text."""
    anatomy, skeleton = paper.anatomy, paper.skeleton
    labels = [part for part in (anatomy.subject, anatomy.reference, anatomy.date_line) if part]
    if anatomy.subject is None or anatomy.body is None or anatomy.sender is None:
        return
    begin = max(part[1] for part in labels)
    place = _lines_of_name(skeleton, begin)
    if place is None:
        return
    told = " ".join(skeleton[slice(*place)].split())
    signs = {
        (fold(name).skeleton, fold(title).skeleton)
        for known in paper.context.signatories
        for name in known.names.values()
        for title in known.titles.values()
    }
    sender = " ".join(skeleton[slice(*anatomy.sender)].split())
    is_sender = told.endswith(sender) or any(
        name in told and (title in told or name in sender) for name, title in signs
    )
    if is_sender:
        yield found("CON005", *place, part=NAMES["signature"])


_TWO_LINES = on_demand(r"\s*(?P<lines>[^\n.;:\d]{5,60}\n[^\n.;:\d]{8,90})\n\s*\S")


def _lines_of_name(skeleton: str, begin: int) -> Stretch | None:
    """Return two short lines that begin the text."""
    match = _TWO_LINES.match(skeleton, begin)
    return match.span("lines") if match else None
