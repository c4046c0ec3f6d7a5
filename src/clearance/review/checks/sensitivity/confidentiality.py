"""The mark of confidentiality on a paper against the register, and against what it quotes.

Source: UN Correspondence Manual, para. 36 (the mark stands under the reference number). The words
of the marks beside those of ``confidentiality.toml`` are our guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.data import confidentiality_levels
from clearance.reading.skeleton import compiled
from clearance.review.checks.sensitivity.disclosed import check_disclosed
from clearance.review.checks.sensitivity.openness import other_mark
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.review.wording import Param
from clearance.terms import Confidentiality, Kind

MARK = (
    Trigger(
        "confidential", r"confidenti[ae]l|secr[eè]te?s?[^a-z]|secrete?s?$|restricted|restreinte"
    ),
    Trigger(
        "confidential", r"(?:ال)?سرية?[^\w]|(?:ال)?سرية?$|محدود التداول|محدود التوزيع|توزيع محدود"
    ),
)
_LABEL = r"(?:classification|confidentiality|security|niveau|درجة السرية|التصنيف)?[ \t]*:?[ \t]*"
_END = r"[ \t.*\])-]*$"
# What a mark may say besides: "CONFIDENTIAL - not for publication".
_TAIL = r"[ \t]*(?:[-\u2013\u2014(/]|:(?! *\d))[^\n]*$"
_MARKS = (
    (
        Confidentiality.SECRET,
        r"(?:oic |oci |top |strictly )?secret(?:e)?|tres secret|(?:strictly|highly) confidential|"
        r"strictement confidentiel|سري جدا|سري للغاية|بالغ السرية",
    ),
    (
        Confidentiality.CONFIDENTIAL,
        r"(?:oic |oci )?confidential(?: and personal)?|(?:personal and|private and) confidential|"
        r"confidentiel(?:le)?|personnel et confidentiel|سري|سري وشخصي|سرية",
    ),
    (
        Confidentiality.RESTRICTED,
        r"(?:oic |oci )?restricted(?: distribution)?|diffusion restreinte|distribution restreinte|"
        r"محدود التداول|محدود التوزيع|توزيع محدود",
    ),
)
_LINE = tuple(
    (rank, compiled(rf"(?m)[ \t\[(*-]*{_LABEL}(?P<mark>{words})(?:{_END}|(?P<tail>{_TAIL}))"))
    for rank, words in _MARKS
)
_QUOTED = compiled(
    r"\b(?:(?:strictly |highly |top |most )?(?:confidential|secret) "
    r"(?:\w+ )?(?:letter|memorandum|memo|note|report|paper|minutes|cable|document|annex|dispatch)"
    r"s?|"
    r"(?:lettre|note|depeche|annexe) (?:\w+ )?(?:confidentielle|secrete)s?|"
    r"(?:memorandum|rapport|document|telegramme|proces-verbal) (?:\w+ )?(?:confidentiel|secret)s?|"
    r"و?(?:ال|لل|بال)?(?:رسالة|مذكرة|وثيقة|برقية|تقرير|محضر|خطاب) (?:ال)?سرية?)\b"
)
_PUBLIC = compiled(
    r"(?m)^[ \t]*(?:press release|for immediate release|communique de presse|بيان صحفي)\b"
)
_HEAD = 1500  # characters: a mark stands at the head or at the foot of a paper
_FOOT = 300
_REACH = 40
_MANY = 20  # places that are looked at


def check_confidentiality(paper: Paper) -> Iterator[Finding]:
    """Find a mark that disagrees with the register, and a public paper that quotes a closed one."""
    registered = paper.particulars.confidentiality
    hits = paper.hits("confidential")
    marks = _marks(paper, hits) if hits else []
    mark = marks[0] if marks else None
    if mark is not None:
        others = [(_name(rank), (start, end)) for rank, start, end in marks if rank != mark[0]]
        yield from other_mark(paper, mark[1:], _name(mark[0]), others[::-1])
    if registered is not None:
        yield from _against_register(paper, mark, registered)
    yield from check_disclosed(paper, hits, is_marked=mark is not None)
    if hits and mark is None:
        yield from _quotes_a_closed_paper(paper, registered)


def _marks(paper: Paper, hits: list[Stretch]) -> list[tuple[Confidentiality, int, int]]:
    """Return the marks that stand on lines of their own with their places, the highest first."""
    skeleton = paper.skeleton
    foot = max(0, len(skeleton) - _FOOT)
    lines = set()
    for hit, _ in hits:  # each mark is a sign, so its line begins before one
        begin = skeleton.rfind("\n", 0, hit) + 1
        if begin < _HEAD or begin >= foot:
            lines.add(begin)
    marks = []
    for rank, line in _LINE:
        for begin in sorted(lines):
            match = line.match(skeleton, begin)
            if match and not (match["tail"] and paper.text[match.start("mark")].islower()):
                marks.append((rank, match.start(), match.end()))
    return marks


def _against_register(
    paper: Paper, mark: tuple[Confidentiality, int, int] | None, registered: int
) -> Iterator[Finding]:
    if mark is not None and mark[0] != registered:
        rank, start, end = mark
        code = "POL005" if rank > registered else "POL006"
        yield found(code, start, end, mark=_name(rank), registered=_name(registered))
    elif mark is None and registered >= Confidentiality.CONFIDENTIAL:
        start, end = paper.anatomy.reference or (0, 0)
        yield found("POL007", start, end, registered=_name(registered))


def _quotes_a_closed_paper(paper: Paper, registered: int | None) -> Iterator[Finding]:
    if (registered or 0) >= Confidentiality.CONFIDENTIAL:
        return
    found_at = (
        _QUOTED.search(paper.skeleton, max(0, start - _REACH), end + _REACH)
        for start, end in paper.hits("confidential")[:_MANY]
    )
    match = next((place for place in found_at if place), None)
    if match is None:
        return
    is_public = (
        registered == Confidentiality.ORDINARY
        or paper.kind is Kind.CIRCULAR
        or _PUBLIC.search(paper.skeleton, 0, _HEAD) is not None
    )
    yield found(
        "POL008", match.start(), match.end(), level=Level.WARN if is_public else Level.NOTE,
        quoted=" ".join(paper.text[match.start() : match.end()].split()),
    )  # fmt: skip


def _name(rank: int) -> Param:
    for level in confidentiality_levels():
        if level.rank == rank:
            return {"ar": level.name_ar, "en": level.name_en, "fr": level.name_fr}
    return str(rank)
