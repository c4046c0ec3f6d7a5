"""The review: one scan of the skeleton, then the seven checks in the order of the mandate.

Deterministic: the same text, context and particulars give the same findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from clearance.reading.document import Document
from clearance.reading.paragraph_ends import parted
from clearance.reading.plain import document_of_text
from clearance.reading.skeleton import Folded, fold
from clearance.reading.wrapped_lines import read_on, with_single_blanks
from clearance.review.checks import (
    addressee,
    conformity,
    figures,
    legal_basis,
    procedure,
    sensitivity,
)
from clearance.review.checks import (
    language as wording,
)
from clearance.review.context import Context
from clearance.review.defaults import default_context
from clearance.review.finding import Finding, Level
from clearance.review.mentions import anatomy, citations, dates, states
from clearance.review.paper import Paper
from clearance.review.particulars import Particulars
from clearance.review.recognition import TRIGGERS as KIND_TRIGGERS
from clearance.review.recognition import recognise_kind, recognise_language
from clearance.review.scan import Hits, Scanner, Trigger
from clearance.terms import Kind, Language

CHECKS = (procedure, legal_basis, conformity, wording, addressee, figures, sensitivity)
_READERS = (dates, citations, anatomy)


@dataclass(frozen=True)
class Report:
    """What the review says of a document, findings in order of place.

    ``kind`` None: it was not given and could not be told. ``citations``: the resolutions of the
    Organisation that the text cites, in the house's form, each once.
    """

    document: Document
    language: Language
    kind: Kind | None
    findings: tuple[Finding, ...]
    citations: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[Finding, ...]:
        """The findings that forbid clearing until they are mended or set aside in writing."""
        return tuple(finding for finding in self.findings if finding.level == Level.STOP)


class Reviewer:
    """The checks with one context, compiled once and used for many papers."""

    def __init__(self, context: Context | None = None) -> None:
        """Compile the scan for the context; None: the registers that come with the rules."""
        self.context = default_context() if context is None else context
        signs = [trigger for reader in _READERS for trigger in reader.TRIGGERS]
        signs += KIND_TRIGGERS
        signs += states.triggers(self.context)
        signs += anatomy.approvals.triggers(self.context)
        signs += [trigger for check in CHECKS for trigger in check.triggers(self.context)]
        self._scanner = _scanner_of(signs)

    def review(
        self,
        source: Document | str,
        *,
        kind: Kind | None = None,
        language: Language | None = None,
        particulars: Particulars | None = None,
        parallels: Mapping[Language, Document | str] | None = None,
    ) -> Report:
        """Return the report on a document or a plain text.

        ``kind`` and ``language`` None: told from the text. ``parallels``: the same paper in its
        other languages. ``particulars`` None: the register knows nothing of it.
        """
        known = particulars or Particulars()
        others = tuple(
            self._paper(other, kind, tongue, known) for tongue, other in (parallels or {}).items()
        )
        paper = self._paper(source, kind, language, known, others)
        found = [finding for check in CHECKS for finding in check.check(paper)]
        if paper.folded.origin is not None:
            found = [_back(finding, paper) for finding in found]
        found.sort(key=lambda finding: (finding.start, finding.end, finding.code))
        cited = dict.fromkeys(each.ref for each in paper.citations if each.family == "oic")
        return Report(paper.document, paper.language, paper.kind, tuple(found), tuple(cited))

    def scan(self, skeleton: str) -> Hits:
        """Return what the one pass finds: the floor under the time that a review takes."""
        return self._scanner.scan(skeleton)

    def _paper(
        self,
        source: Document | str,
        kind: Kind | None,
        language: Language | None,
        particulars: Particulars,
        parallels: tuple[Paper, ...] = (),
    ) -> Paper:
        document = document_of_text(source) if isinstance(source, str) else source
        folded = _folded(document)
        hits = self.scan(folded.skeleton)
        return Paper(
            document=document,
            folded=folded,
            hits=hits,
            language=language or recognise_language(folded.clean, folded.skeleton),
            kind=kind or recognise_kind(folded.skeleton, hits),
            context=self.context,
            particulars=particulars,
            parallels=parallels,
        )


_SCANNERS: list[tuple[list[Trigger], Scanner]] = []  # made last


def _scanner_of(signs: list[Trigger]) -> Scanner:
    """Return the scan for these signs; it serves every context that has the same.

    Most changes of a register, such as a power that is lent, bring no new sign to look for.
    """
    held = next((scanner for those, scanner in list(_SCANNERS) if those == signs), None)
    scanner = held or Scanner(signs)
    _SCANNERS[:] = [(signs, scanner), *(each for each in _SCANNERS if each[1] is not scanner)][:2]
    return scanner


def review(
    source: Document | str,
    *,
    kind: Kind | None = None,
    language: Language | None = None,
    context: Context | None = None,
    particulars: Particulars | None = None,
    parallels: Mapping[Language, Document | str] | None = None,
) -> Report:
    """Return the report on a document or a text; for many papers keep a :class:`Reviewer`."""
    reviewer = default_reviewer() if context is None else Reviewer(context)
    return reviewer.review(
        source, kind=kind, language=language, particulars=particulars, parallels=parallels
    )


@cache
def default_reviewer() -> Reviewer:
    """Return the checks with the registers of the package, compiled once."""
    return Reviewer()


def _folded(document: Document) -> Folded:
    """Return the text folded, each paragraph in one line and apart from the next."""
    text = read_on(with_single_blanks(document.text), is_exact=document.format != "pdf")
    text, given = parted(text)
    folded = fold(text)
    if given is None:
        return folded
    origin = given if folded.origin is None else given[folded.origin]
    return Folded(folded.clean, folded.skeleton, origin)


def _back(finding: Finding, paper: Paper) -> Finding:
    """Return the finding with its places in the text as it was given."""
    start, end = paper.folded.back(finding.start, finding.end)
    elsewhere = tuple(paper.folded.back(*stretch) for stretch in finding.elsewhere)
    return replace(finding, start=start, end=end, elsewhere=elsewhere)
