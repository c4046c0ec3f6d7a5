"""Citations of the Organisation's resolutions against the register, and against one another."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.references.resolution_number import ResolutionNumber
from clearance.review.checks.procedure.sessions import other_city
from clearance.review.checks.procedure.titles import are_one_title, fits
from clearance.review.context import KnownResolution
from clearance.review.finding import Finding, Level
from clearance.review.mentions.cited import Citation
from clearance.review.paper import Paper
from clearance.review.resolution_register import (
    ResolutionRegister,
    number_of,
    printed_ref,
    register_of,
    replaced_on,
)
from clearance.review.rules import found
from clearance.terms import Kind, Language

# Words by which a text itself says that a resolution was replaced, or is told as history.
_TOLD_AS_PAST = compiled(
    r"\b(?:supersed\w+|replac(?:ed|ing)|repealed|abrogated|lapsed|no longer in force|expired"
    r"|remplac\w+"
    r"|abrog\w+|caduque?s?|expiree?s?|n'est plus en vigueur|حل(?:ت)? محل\w*|الملغاة?|ملغى|ألغي\w*"
    r"|ألغى\w*|ألغت\w*"
    r"|المنسوخة?|انتهى العمل|انتهت مدته|لم يعد نافذا)\b"
)
_NEAR = 120
# What a draft is called before its number, on a line of its own or within a sentence.
_DRAFT = compiled(
    r"\b(?:draft|proposed) (?:resolution|decision)s?(?: no\.?| number| n°)?[ :]*$"
    r"|\bprojets? de (?:resolution|decision)s?(?: n°| no\.?| numero)?[ :]*$"
    r"|\b[ولبف]?(?:ال)?مشروع (?:ال)?(?:قرار|مقرر)(?: رقم)?[ :]*$"
)
_BEFORE_OWN = compiled(
    r"[ *(]*(?:(?:draft|projet de|مشروع) *)?(?:(?:ال)?(?:resolution|decision|قرار|مقرر) *)?"
    r"(?:no\.? *|number *|n° *|numero *|رقم *)?[ :-]*"
)
_BEGINS = on_demand(r"\S")
_HEAD = 3000  # characters in which a draft bears its title, and its first blank line stands
_TITLE = 1500  # characters in which a draft's own number stands
_REACH = 48


def check(paper: Paper) -> Iterator[Finding]:
    """Find cited resolutions that do not exist, no longer stand, or are told wrongly."""
    register = paper.context.derived(register_of)
    titles: dict[ResolutionNumber, Citation] = {}
    for citation in paper.citations:
        if citation.family != "oic":
            continue
        number = number_of(citation.ref)
        if number is None:
            continue
        number = register.settled(number)
        if paper.kind is Kind.DRAFT_RESOLUTION and _is_its_own(paper, citation):
            continue
        if _DRAFT.search(paper.skeleton, max(0, citation.start - _REACH), citation.start):
            continue  # a draft is in no register of resolutions
        yield from _session(citation, number)
        known = register.resolutions.get(number)
        if known is None:
            yield from _unknown(paper, register, citation, number)
            yield from _other_title(paper, titles, citation, number)
            continue
        yield from _standing(paper, register, citation, known)
        yield from _title(paper, register, citation, known)
        yield from _year(register, citation, known)
        yield from _city(paper, register, citation, known)


def _is_its_own(paper: Paper, citation: Citation) -> bool:
    """Tell whether a draft bears the number itself: in its head, or where it calls itself a draft.

    The head ends with the first blank line, but for the line that begins with the number.
    """
    skeleton = paper.skeleton
    if citation.start > _HEAD:
        return False
    first = _BEGINS.search(skeleton)
    if skeleton.find("\n\n", first.start() if first else 0, citation.start) < 0:
        return True
    line = skeleton.rfind("\n", 0, citation.start) + 1
    return (
        citation.start < _TITLE
        and _BEFORE_OWN.fullmatch(skeleton, line, citation.start) is not None
    )


def _unknown(
    paper: Paper, register: ResolutionRegister, citation: Citation, number: ResolutionNumber
) -> Iterator[Finding]:
    """A resolution that is not in the register: missing, surely wrong, or only not known."""
    titled = register.titled(citation.title) if citation.title else []
    meant = printed_ref(titled[0].ref, paper.context, paper.language) if len(titled) == 1 else None
    if register.must_hold(number):
        code = "PRO001"
    elif register.is_out_of_range(number):
        code = "PRO002"
    elif (number.session_code, number.series) in register.series:
        code = "PRO003"
    else:
        return
    yield found(
        code, citation.start, citation.end, suggestion=meant,
        ref=paper.text[citation.start : citation.end],
    )  # fmt: skip


def _standing(
    paper: Paper, register: ResolutionRegister, citation: Citation, known: KnownResolution
) -> Iterator[Finding]:
    """A resolution that another replaced, or whose time is over, on the day of the paper."""
    day = paper.particulars.dated
    ref = paper.text[citation.start : citation.end]
    if known.expired_on is not None and (day is None or day >= known.expired_on):
        if not _is_told_as_past(paper, citation):
            yield found("PRO005", citation.start, citation.end, ref=ref)
        return
    newer = register.current(known)
    if newer is None:
        return
    since = replaced_on(register, newer)
    if day is not None and since is not None and day < since:
        return
    number = number_of(newer.ref)
    if any(other.ref == newer.ref for other in paper.citations) or number is None:
        return
    if _is_told_as_past(paper, citation):
        return
    newer_ref = printed_ref(newer.ref, paper.context, paper.language)
    yield found(
        "PRO004", citation.start, citation.end, suggestion=newer_ref, ref=ref, newer=newer_ref
    )


def _is_told_as_past(paper: Paper, citation: Citation) -> bool:
    begin, end = max(0, citation.start - _NEAR), citation.end + _NEAR
    if citation.title_at is not None:
        end = max(end, citation.title_at[1] + 40)
    return _TOLD_AS_PAST.search(paper.skeleton, begin, end) is not None


def _session(citation: Citation, number: ResolutionNumber) -> Iterator[Finding]:
    """The session beside a number is another than the number's own."""
    if citation.session is None or citation.session_at is None:
        return
    if citation.session != number.session:
        yield found(
            "PRO007", *citation.session_at, suggestion=None, ref=citation.ref,
            printed=citation.session, right=number.session,
            elsewhere=((citation.start, citation.end),),
        )  # fmt: skip


def _title(
    paper: Paper, register: ResolutionRegister, citation: Citation, known: KnownResolution
) -> Iterator[Finding]:
    """The title beside a number is another resolution's, or no title of this one."""
    if citation.title is None or citation.title_at is None or not known.titles:
        return
    language = paper.language if paper.language in known.titles else None
    titled = register.titled(citation.title)
    others = [] if known in titled else titled
    if language is None:
        return
    if not others and fits(citation.title, known.titles.values(), citation.title_ends):
        return
    right = known.titles[language]
    start, end = citation.title_at
    if citation.title_is_aside and not others:
        return  # any remark may stand there
    yield found(
        "PRO006", start, end, suggestion=_without_preposition(right, language),
        ref=paper.text[citation.start : citation.end],
        printed=" ".join(citation.title.split()), right=_without_preposition(right, language),
        elsewhere=((citation.start, citation.end),),
        level=Level.WARN if others or citation.title_ends else Level.NOTE,
    )  # fmt: skip


def _other_title(
    paper: Paper,
    seen: dict[ResolutionNumber, Citation],
    citation: Citation,
    number: ResolutionNumber,
) -> Iterator[Finding]:
    """One number under two titles in one text; the register, which has none, cannot tell which."""
    if citation.title is None or citation.title_at is None or not citation.title_ends:
        return
    first = seen.setdefault(number, citation)
    if first.title is None or are_one_title(first.title, citation.title):
        return
    yield found(
        "PRO017", *citation.title_at, ref=paper.text[citation.start : citation.end],
        printed=" ".join(citation.title.split()), other=" ".join(first.title.split()),
        elsewhere=(first.title_at,) if first.title_at else (),
    )  # fmt: skip


def _year(
    register: ResolutionRegister, citation: Citation, known: KnownResolution
) -> Iterator[Finding]:
    """The year beside a number, where no session is named, is another than the resolution's."""
    if citation.session is not None or citation.year is None or citation.year_at is None:
        return
    session = register.session_of(known)
    right = known.year or (session.year if session else None)
    ends = session.ends.year if session and session.ends else right
    if right is None or citation.year in (right, ends):
        return
    start, end = citation.year_at
    yield found(
        "PRO021", start, end, suggestion=str(right) if end - start == 4 else None,
        ref=known.ref, printed=str(citation.year), right=str(right),
        elsewhere=((citation.start, citation.end),),
    )  # fmt: skip


def _city(
    paper: Paper, register: ResolutionRegister, citation: Citation, known: KnownResolution
) -> Iterator[Finding]:
    """The city beside a number, before any session that is named, is not that of the adoption."""
    session = register.session_of(known)
    is_its = session is not None and citation.session in (None, session.number)
    if is_its and citation.city_at is not None and session is not None:
        yield from other_city(
            paper, register, session, citation.city_at, (citation.start, citation.end)
        )


_PREPOSITION = {
    Language.ENGLISH: compiled(r"(?:on|concerning|regarding)\s+"),
    Language.FRENCH: compiled(r"(?:sur|concernant|relative? (?:a|au|aux))\s+"),
    Language.ARABIC: compiled(r"(?:بشأن|حول)\s+"),
}


def _without_preposition(title: str, language: Language) -> str:
    """Return a title of the register without the "on" that it may begin with."""
    lead = _PREPOSITION[language].match(fold(title).skeleton)
    return title[lead.end() :] if lead else title
