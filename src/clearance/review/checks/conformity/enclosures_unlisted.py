"""What the text sends along or refers to, where the foot of the paper names no enclosure.

Source: UN Correspondence Manual, para. 32: the foot of the last page tells how many go along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.conformity.annex_lines import Cited
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

_SENT = compiled(
    r"\b(?:(?:please|kindly) find (?:\w+ )?(?:enclosed|attached|herewith)|(?:is|are) (?:enclosed|"
    r"attached|annexed)|enclosed (?:herewith|please find)|herewith enclosed|"
    r"(?:est|sont) (?:jointe?s?|annexee?s?)(?: a (?:la presente|cette)| ?[.;])|"
    r"joint (?:a la presente|a cette)"
    r"|ci-joints?|ci-jointes?|ci-annexee?s?|en piece jointe|trouverez (?:\w+ ){0,3}joint|"
    r"و?(?:مرفق (?=ال|ب?هذ)|مرفق طيه|تجدون رفق|تجدون رفقته|مرفق بهذا|طيه|مرفق لكم|نرفق|أرفق))\b"
)
# What stands in each of them.
_SENT_SIGNS = tuple(
    fold(sign).skeleton for sign in ("enclos", "attach", "herewith", "annex", "joint", "رفق", "طيه")
)
# "whose names are listed in the annex to the present note", "the list annexed hereto".
_IN_ANNEX = compiled(
    r"\b(?:(?:in|see) (?:the|its) (?:annex|appendix|attachment|enclosure)\b"
    r"(?! (?:of|to) (?!this|the present))|(?:the|a) (?:attached|enclosed|annexed) \w+|"
    r"\w+ (?:annexed|attached|enclosed) (?:hereto|herewith)|"
    r"(?<!l')en annexe\b(?! (?:a|de|du|au) (?!la presente|cette))|"
    r"dans l'annexe\b(?! (?:a|de|du) (?!la presente|cette))|"
    r"\w+ (?:ci-jointe?s?|ci-annexee?s?|"
    r"jointe?s? (?:en annexe|a la presente)|annexee?s?(?= ?[,.;)]))|"
    r"[وبلكف]{0,2}(?:ال\w+ المرفق(?:ة|ان|ات)?(?! ب(?!هذ))|في (?:ال)?مرفق\b(?! ال(?!مذكرة))))"
)
_NONE = compiled(
    r"[^:\n]{2,30}: *(?:none|nil|no|n/?a|0|neant|aucune?|sans|لا يوجد|لا توجد|لا شيء|بدون|بلا)\b"
    r"[ .]*$"
)
_HOUSE = compiled(r"\b(?:oic|oci)\b|islamic co-?operation|cooperation islamique|التعاون الإسلامي")
_HEAD = 700
_SENT_WITH = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR})
# A letter may name in its text what goes along, and the foot then need not (our guess).
_HAS_ANNEX = frozenset({Kind.NOTE_VERBALE, Kind.CIRCULAR, Kind.REPORT})


def check_none(paper: Paper, line: Stretch) -> Iterator[Finding]:
    """Find "Enclosures: none" under a text that sends something along."""
    if _NONE.match(paper.skeleton, *line) is None:
        return
    if sent := _SENT.search(paper.skeleton, *(paper.anatomy.body or (0, line[0]))):
        yield found("CON064", *line, level=Level.WARN, elsewhere=(sent.span(),))


def check_unlisted(paper: Paper, cited: Sequence[Cited]) -> Iterator[Finding]:
    """Find enclosures that are sent along, but told at no foot of the paper."""
    is_report = paper.kind is Kind.REPORT
    if paper.anatomy.closing is None and not is_report and not _is_complete(paper):
        return
    if _is_told_below(paper, cited):
        return
    body = paper.anatomy.body or (0, len(paper.skeleton) if paper.kind is Kind.REPORT else 0)
    is_signed = any(sign in paper.skeleton for sign in _SENT_SIGNS)
    sent = _SENT.search(paper.skeleton, *body) if is_signed else None
    if sent is None:
        if _has_all_else(paper, cited) and _is_of_house(paper) and _is_complete(paper):
            yield found("CON064", cited[0].start, cited[0].end, level=Level.WARN)
        else:
            yield from _in_annex(paper, body)
        return
    if len({one.number for one in cited}) > 1:
        numbers = sorted({one.number for one in cited})
        for one in cited:
            if one.number > 1 and one.number - 1 not in numbers:
                yield found(
                    "CON060", one.start, one.end,
                    annex=" ".join(paper.text[one.start : one.end].split()),
                )  # fmt: skip
                return
    is_sure = paper.particulars.enclosures == 0 or (
        paper.kind in _HAS_ANNEX and _is_of_house(paper) and _is_complete(paper)
    )
    level = Level.WARN if is_sure else Level.NOTE
    yield found("CON064", *sent.span(), level=level)


# A line of the foot about what goes along, in whatever words: "P.J. (2) – Annexe I : ...".
_SIGN_BELOW = compiled(
    r"\b(?:annex\w*|append\w+|encl?\b|enclosures?|attach\w+|joined|joints?|jointes?|p\. ?j\b|"
    r"pieces?|schedules?|(?:ال)?(?:مرفق\w*|ملحق\w*|ملاحق|ضميم\w+|ضمائم|مشفوع\w*|وثائق|وثيقت\w+|"
    r"مستند\w*))\b"
)


def _is_told_below(paper: Paper, cited: Sequence[Cited]) -> bool:
    """Tell whether a line below closing and signature names what goes along.

    It has a word of enclosures, or a label that the text has: "Annexe I".
    """
    anatomy, skeleton = paper.anatomy, paper.skeleton
    ends = (anatomy.closing, anatomy.signature_name, anatomy.signature_title)
    below = max((part[1] for part in ends if part), default=len(skeleton))
    foot = skeleton[below:]
    return _SIGN_BELOW.search(foot) is not None or any(
        skeleton[one.start : one.end] in foot for one in cited if one.start < below
    )


def _has_all_else(paper: Paper, cited: Sequence[Cited]) -> bool:
    """Tell whether a paper that cites two annexes bears day and approval, and lacks their line."""
    anatomy = paper.anatomy
    is_whole = None not in (anatomy.date_line, anatomy.approval)
    return is_whole and {one.number for one in cited} >= {1, 2}


def _is_complete(paper: Paper) -> bool:
    """Tell whether the paper is one of the house with all that a letter has but the enclosures."""
    anatomy = paper.anatomy
    ends = anatomy.signature_name or anatomy.signature_title or anatomy.closing
    return (
        paper.kind in _SENT_WITH
        and None not in (anatomy.letterhead, anatomy.reference)
        and ends is not None
    )


def _in_annex(paper: Paper, body: Stretch) -> Iterator[Finding]:
    """Find a list "in the annex" of a paper of the house that has none at its foot."""
    if paper.kind not in _HAS_ANNEX or not _is_of_house(paper):
        return
    place = _IN_ANNEX.search(paper.skeleton, *body)
    if place is not None and not _TITLED.search(paper.skeleton, place.end()):
        yield found("CON064", *place.span(), level=Level.WARN)


_TITLED = compiled(
    r"(?m)^[ *_]*(?:annexe?s?|appendix|appendices|enclosures?|attachments?|pieces? jointes?|p\. ?j|"
    r"encl|(?:ال)?(?:مرفق|ملحق|مرفقات|ملحقات|ملاحق))\b"
)


def _is_of_house(paper: Paper) -> bool:
    """Tell whether the head names the house, and the paper bears its number or symbol."""
    head = paper.skeleton[:_HEAD]
    return _HOUSE.search(head) is not None and (
        paper.anatomy.reference is not None or "/" in head.split("\n", maxsplit=1)[0]
    )
