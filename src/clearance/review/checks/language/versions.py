"""The languages of a paper: the addressee's own, all three where one text is in several."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.data.lexicon import glorifying_words
from clearance.reading.document import Part
from clearance.review.context import KnownAddressee
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param
from clearance.terms import AddresseeLevel, Kind, Language

_NAMES: dict[Language, Param] = {
    Language.ARABIC: {"en": "Arabic", "fr": "l’arabe", "ar": "العربية"},
    Language.ENGLISH: {"en": "English", "fr": "l’anglais", "ar": "الإنجليزية"},
    Language.FRENCH: {"en": "French", "fr": "le français", "ar": "الفرنسية"},
}
# Kinds that go out in all three languages at once; our guess.
_IN_THREE = frozenset({Kind.DRAFT_RESOLUTION, Kind.REPORT, Kind.CIRCULAR})


def languages_of_the_paper(paper: Paper) -> Iterator[Finding]:
    """Find a paper in another language than its addressee's, or versions that are not parallel."""
    if paper.particulars.addressee is not None:
        yield from _working_language(paper)
        yield from _plain_style(paper)
    if not paper.parallels:
        return
    there = {paper.language, *(version.language for version in paper.parallels)}
    for language in Language:
        if language not in there and paper.kind in _IN_THREE:
            yield found("LNG009", 0, 0, language=_NAMES[language])
    own = _count(paper)
    for version in paper.parallels:
        other = _count(version)
        if own != other:
            yield found("LNG010", 0, 0, own=own, other=other, language=_NAMES[version.language])


def _working_language(paper: Paper) -> Iterator[Finding]:
    known = _addressee(paper)
    wanted = known.working_language if known else None
    if wanted is None or wanted == paper.language:
        return
    if any(version.language == wanted for version in paper.parallels):
        return
    place = paper.anatomy.addressee or (0, 0)
    yield found("LNG008", *place, language=_NAMES[wanted])


def _plain_style(paper: Paper) -> Iterator[Finding]:
    """Find words of glorification to an office of the host country, which wants a plain style."""
    known = _addressee(paper)
    if known is None or known.level != AddresseeLevel.HOST_COUNTRY_BODY:
        return
    for word in glorifying_words(paper.language):
        start = paper.text.find(word)
        if start >= 0:
            yield found("LNG011", start, start + len(word), word=word)


def _addressee(paper: Paper) -> KnownAddressee | None:
    """Return the entry of the directory that the register says is meant."""
    wanted = paper.particulars.addressee
    return next(iter(paper.context.addressees_of(wanted)), None) if wanted else None


def _count(paper: Paper) -> int:
    return sum(paragraph.part in (Part.BODY, Part.TABLE) for paragraph in paper.paragraphs)
