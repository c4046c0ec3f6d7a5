"""Names of states, territories and places that the register does not want, unless rightly used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clearance.reading.skeleton import fold
from clearance.review.checks.sensitivity.circumstances import (
    is_excepted,
    is_in_extract,
    is_near,
    is_of_its_time,
    is_of_unknown_time,
    is_quoted,
)
from clearance.review.checks.sensitivity.index import Mention, TermIndex
from clearance.review.checks.sensitivity.members_listed import stands_for_a_member
from clearance.review.checks.sensitivity.own_words import is_own_in_quotes
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Kind


@dataclass(frozen=True)
class _Judged:
    mention: Mention
    level: Level


def check_names(paper: Paper, index: TermIndex) -> Iterator[Finding]:
    """Find the terms to be avoided; of those that overlap, the heaviest and longest."""
    judged = [
        _Judged(mention, level)
        for mention in index.mentions(paper)
        if (level := _level(paper, mention)) is not None
    ]
    judged.sort(key=lambda one: (-one.level, one.mention.start - one.mention.end))
    kept: list[_Judged] = []
    noted: dict[str, _Judged] = {}
    for one in judged:
        mention = one.mention
        if any(
            mention.start < other.mention.end and other.mention.start < mention.end
            for other in kept
        ):
            continue
        if one.level is Level.NOTE:  # advice is given once
            first = noted.setdefault(mention.term.id, one)
            if first.mention.start > mention.start:
                noted[mention.term.id] = one
        kept.append(one)
    for one in kept:
        if one.level is not Level.NOTE or noted[one.mention.term.id] is one:
            yield _finding(paper, one)


def _level(paper: Paper, mention: Mention) -> Level | None:
    """Return how much the term weighs where it stands; None: it is right there."""
    term, start, end = mention.term, mention.start, mention.end
    if term.right is not None and _is_part_of(paper.skeleton, start, end, term.right):
        return None
    if term.is_name and paper.text[start].islower():
        return None
    if term.until is not None:
        addressee = paper.anatomy.addressee
        if addressee and addressee[0] <= start < addressee[1]:
            return None  # the check of the addressee knows the names of states there
        if paper.kind is Kind.NOTE_VERBALE and any(
            first <= start < last for first, last in paper.note_places
        ):
            return None
        if _is_anothers(paper, start, end) or is_of_its_time(paper, start, end, term.until):
            return None
    level = Level[term.levels.get(paper.kind or "", term.levels.get("", "warn")).upper()]
    if level is Level.NOTE:
        return Level.WARN if stands_for_a_member(paper, start, end, term.right) else level
    if (
        (term.quoted_is_right and _is_anothers(paper, start, end))
        or is_excepted(paper, start, end, term.unless)
        or (
            term.until
            and (term.is_name or paper.kind is None)
            and is_of_unknown_time(paper, start, end, term.until)
        )
        or (term.near and not is_near(paper, start, end, term.near))
    ):
        return Level.NOTE
    return level


def _is_anothers(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the words are quoted from somebody."""
    if is_in_extract(paper, start, end):
        return True
    return is_quoted(paper, start, end) and not is_own_in_quotes(paper, start, end)


def _is_part_of(skeleton: str, start: int, end: int, right: str) -> bool:
    """Tell whether the words stand there as a part of what is right, as "Kashmir" may."""
    wanted = fold(right).skeleton
    written = skeleton[start:end]
    at = wanted.find(written)
    while at >= 0:
        if skeleton[max(0, start - at) : start - at + len(wanted)] == wanted:
            return True
        at = wanted.find(written, at + 1)
    return False


def _finding(paper: Paper, one: _Judged) -> Finding:
    mention, term = one.mention, one.mention.term
    written = " ".join(paper.text[mention.start : mention.end].split())
    right = _as_written(term.right, written) if term.right else None
    kept = term.kept_from_drafters
    if right is None:
        return found(
            "POL002", mention.start, mention.end, level=one.level, source=term.source,
            kept_from_drafters=kept, written=written,
        )  # fmt: skip
    if term.until is not None:
        return found(
            "POL003", mention.start, mention.end, level=one.level, source=term.source,
            suggestion=right, kept_from_drafters=kept, written=written, until=term.until,
            right=right,
        )  # fmt: skip
    return found(
        "POL001", mention.start, mention.end, level=one.level, source=term.source,
        suggestion=right, kept_from_drafters=kept, written=written, right=right,
    )  # fmt: skip


def _as_written(right: str, written: str) -> str:
    """Return the right words with the capitals and the spelling of those that they replace."""
    if "rganization" in written.lower():
        right = right.replace("rganisation", "rganization")
    elif "rganisation" in written.lower():
        right = right.replace("rganization", "rganisation")
    if written.startswith("لل") and right.startswith("ال"):
        return "ل" + right[1:]  # "to the" is one word, and the article loses its alef
    if len(written) > 4 and written.upper() == written != written.lower():
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right
