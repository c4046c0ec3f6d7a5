"""A paper that calls itself the Secretary-General's and is signed by another in his own name.

"Report of the Secretary-General" over the name of an Assistant Secretary-General, without "for the
Secretary-General" beside it. Source: UN Correspondence Manual, ST/DCS/4/Rev.1, para. 45; which
titles tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.powers import is_of_house, officer_of
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy.approvals import OFFICER
from clearance.review.mentions.anatomy.blocks import SignatureBlock, is_post, trimmed
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind, Role

TRIGGERS = (
    Trigger("his paper", r"(?:report|note|message|statement) (?:of|by|from) (?:h\.?e\.? )?the secretary-general"),
    Trigger("his paper", r"secretary-general's (?:report|note|message|statement)"),
    Trigger("his paper", r"(?:rapport|note|message|declaration) du secretaire general"),
    Trigger("his paper", r"(?:تقرير|مذكرة|رسالة|كلمة) (?:من )?(?:معالي )?(?:السيد )?الأمين العام"),
)  # fmt: skip
_NOT_HIS = compiled(r" *(?:adjoint|المساعد|of (?:the )?(?:united|league)|des nations|للأمم|لجامعة)")
_FOR_HIM = compiled(
    r"(?:\bfor|\bon behalf of|\bby (?:delegation|order|authority|direction)(?: of| from)?|\bunder delegation (?:of|from)|\bp\.? ?[op]\.?|\bp/|\bf/|\bpour|\bau nom d[ue]|\bpar (?:delegation|ordre|autorisation)(?: du)?"
    r"|\bعن|\bبالنيابة عن|\bنيابة عن|\bبتفويض من|\bبأمر(?: من)?|\bباسم|\bع/)\s*(?:the |le |la |du )?(?:معالي )?(?:secretary-general|secretaire general(?! adjoint)|الأمين العام(?! المساعد))"
)
_HEAD = 1600  # characters in which a paper bears its title
_LONGEST = 120  # characters of a title's line
_BESIDE = 400  # characters above the name and below the post in which his name may be used
_FOOT = 900  # characters of the foot in which a report is signed
_SIGNS = compiled(
    r"[ |*_]*(?:\(?(?:signed|signe|توقيع|sgd)\)?[ :]*)?(?:h\. ?e\. ?|s\. ?e\. ?|his excellency |son excellence )?(?:mr\.? |mrs\.? |ms\.? |m\. |mme |dr\.? |السيدة? |الدكتور |السفير |معالي |سعادة )*"
)
_KINDS = frozenset({Kind.REPORT, None})


def check_name(paper: Paper) -> Iterator[Finding]:
    """Find a signature by another under a title that is the Secretary-General's."""
    if paper.kind not in _KINDS or not any(
        _is_title(paper, *hit) for hit in paper.hits("his paper")
    ):
        return
    signatures = paper.anatomy.signatures or tuple(_named_at_foot(paper))
    for signature in signatures:
        officer = officer_of(paper, signature.name, signature.title)
        if officer is None or not is_of_house(paper, officer):
            continue
        if any(entry.role == Role.SECRETARY_GENERAL for entry in officer.entries):
            return
        parts = [part for part in (signature.name, signature.title) if part]
        start, end = min(part[0] for part in parts), max(part[1] for part in parts)
        if not _FOR_HIM.search(paper.skeleton, max(0, start - _BESIDE), end + _BESIDE):
            yield found("LEG044", start, end, post=officer.known.titles)


def _named_at_foot(paper: Paper) -> Iterator[SignatureBlock]:
    """Yield the officers whose names stand at the foot of a paper, each on a line of his own.

    A report has no other sign of a letter, so that its parts are not read.
    """
    skeleton = paper.skeleton
    for start, end in paper.hits(OFFICER):
        if start < len(skeleton) - _FOOT:
            continue
        begin = skeleton.rfind("\n", 0, start) + 1
        stop = skeleton.find("\n", end)
        stop = len(skeleton) if stop < 0 else stop
        lead = skeleton[begin:start]
        rest = trimmed(skeleton, end, stop)
        is_post_behind = rest[0] < rest[1] and is_post(skeleton, *rest)
        if _SIGNS.fullmatch(lead) and (rest[0] >= rest[1] or is_post_behind):
            yield SignatureBlock((start, end), rest if is_post_behind else None)
        elif is_post(skeleton, *trimmed(skeleton, begin, start)) and rest[0] >= rest[1]:
            yield SignatureBlock((start, end), trimmed(skeleton, begin, start))


def _is_title(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the words stand in a title: near the head, on a short line of their own."""
    if start > _HEAD or _NOT_HIS.match(paper.skeleton, end):
        return False
    begin = paper.skeleton.rfind("\n", 0, start) + 1
    stop = paper.skeleton.find("\n", end)
    stop = len(paper.skeleton) if stop < 0 else stop
    lead = paper.skeleton[begin:start].strip(" *_#|")
    is_short = stop - begin <= _LONGEST and paper.skeleton[stop - 1 : stop] not in ".;"
    return is_short and lead in ("", "the", "le", "annual", "subject:", "objet :")
