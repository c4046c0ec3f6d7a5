"""A line of its own, at head or foot, that says the approval is still to come, or leaves it blank.

"Approval of the Secretary-General: to be obtained", "Accord demandé, sans réponse à ce jour",
"لم تصدر الموافقة بعد". In a memorandum what is submitted for a decision is no slip; in what bears
number and day a blank in the place of the approval is. Our guess, by the mandate's second check.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.approval_days import officer_at
from clearance.review.checks.legal_basis.powers import officer_of
from clearance.review.checks.whole import is_whole
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy.approvals import APPROVES
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind, Role

_EDGE = 1500  # characters of head and foot in which such a line stands
_LONGEST = 120  # characters of it
_LABEL = 14  # characters of "to:" over an address
_GAP = 8  # and of the blank line above or below it
_TO_COME = compiled(
    r"\b(?:(?:still |yet )?to be (?:obtained|sought|requested|given|granted|confirmed|secured|recorded|received|completed|issued|signed)|"
    r"(?:not|never)(?: yet| so far| been)* (?:approved|authori[sz]ed|cleared|given|granted|obtained|received|issued|sought|requested)|not yet\b|"
    r"(?:requested|sought|asked for|applied for|solicited)\b[^\n]{0,30}\b(?:no|without|not|nothing|awaiting|unanswered)\b|"
    r"pending|awaited|awaiting|outstanding|expected|(?:under|in) (?:consideration|study|review|progress|process|hand)|to (?:follow|come)|tbc|tbd|"
    r"(?:no|without) (?:reply|answer|response|decision|approval|authori[sz]ation|clearance) (?:yet|so far|to date|received|until now|has)|"
    r"(?:reste )?a (?:obtenir|demander|solliciter|recueillir|confirmer|donner|recevoir|completer|venir|suivre|accorder)\b|"
    r"(?:non|pas)(?: encore)? (?:encore )?(?:approuve|obtenu|donne|accorde|recu|delivre|vise|autorise|parvenu)|"
    r"(?:sollicite|demande|requis)(?:e|s|es)?\b[^\n]{0,30}\b(?:sans|aucune|non|toujours|attente)\b|"
    r"en (?:attente|cours|instance|souffrance|suspens)|attendue?s?\b|dans l'attente|"
    r"(?:سوف |س)?[تي](?:طلب|ستكمل|ستوفى|ستصدر|رد|صدر|عطى|منح)[^\n]{0,20}(?:لاحقا|فيما بعد|في وقت لاحق)|"
    r"(?:لم|لما) [تي](?:صدر|رد|عط|منح|بت|وافق|عتمد|وقع|جز|ستكمل|ستوف|صل|طلب|حصل)|"
    r"(?:ال)?قيد (?:ال)?(?:انتظار|نظر|دراسة|إجراء|استصدار|عرض|طلب)|(?:ب|في )انتظار|"
    r"(?:طلبت?|التمست?)[^\n]{0,40}(?:ولم|دون|بلا)|(?:ال)?(?:منتظرة|معلقة|مرتقبة|مؤجلة)|تحت (?:ال)?(?:دراسة|نظر|إجراء))"
)
# What is put before who decides: in a memorandum that is its purpose.
_SUBMITTED = compiled(
    r"\b(?:submitted|put|placed) (?:for|to|before)\b|\bsoumise?s? (?:pour|a)\b|(?<!\w)[وي]*معروضة? (?:ل|على)"
)
_OF_OTHERS = compiled(
    r"\b(?:host|parliament\w*|governments?|states?|member|council|summit|session|ratif\w+|hote|gouvernement\w*|etats?|conseil|sommet|parlement\w*|(?:ال)?(?:دولة|دول|مضيفة?|برلمان|حكومة|مجلس|قمة|دورة|بلد))\b"
)
_NOT_NEEDED = compiled(
    r"\b(?:required|necessary|needed|requise|necessaire|لا (?:ي|ت)(?:لزم|تطلب|حتاج))\b"
)
# "Approved by: ________ On: ________", "Bon pour accord : ......", "Seen and approved:".
_FEW_WORDS = 8  # of the label before the blank
_FILLED = r"(?:_{4,}|\.{4,}|[\[(][ ._]*[\])]|[\[(] *(?:name|nom|signature|date|to be|a completer|a inscrire|blank|(?:ال)?اسم|(?:ال)?توقيع|(?:ال)?تاريخ|[يت](?:ستكمل|ذكر|درج|كتب|حدد|ضاف|ملأ))\b[^\])\n]{0,50}[\])])"
_BLANK = compiled(
    rf"[ |]*(?P<label>[^\W\d_][^\d_:|.\n]{{2,60}}?) *[:|]? *{_FILLED}"
    r"[ _.|:/,]*(?:(?:on|date|dated|le|signature|التاريخ|تاريخ|بتاريخ|في|التوقيع)\b[ _.|:/,]*)*$"
)
# "Approval: [      ], Secretary-General, 24 August 2026": all of it is there but who gave it.
_UNNAMED = compiled(
    rf"[ |]*(?P<label>[^\W\d_][^\d_:|.\n]{{2,60}}?) *[:|]? *{_FILLED} *[,(-] *(?P<post>[^\W\d_][^\n\d]{{5,70}})[^\n]{{4,40}}$"
)
# "Approved: -", "Approbation : neant": that there is none.
_NOUGHT = compiled(
    r"[ |]*(?P<label>[^\W\d_][^\d_:|.\n]{2,60}?) *: *(?:-+|/+|nil|none|n/?a|no|neant|non|aucune?|sans|لا يوجد|لا شيء|بدون)[ .]*$"
)
_WHO_APPROVES = compiled(r"\b(?:approving|approbateur)\b")
_EMPTY = compiled(r"[ |]*(?P<label>[^\W\d_][^\d_:|.\n]{2,60}?(?: *:| by| par| من))[ |]*$")

# To whom a memorandum goes for his approval, and how it asks for it.
_ABOVE = compiled(
    r"\b(?:secretary-general|director-general|secretaire general|directeur general|directrice generale|cabinet|chef|head)\b|(?:ال)?أمين(?:ة)? العام|مدير(?:ة)? عام|ديوان"
)
_WRITES_UP = compiled(
    r"\b(?:for (?:your )?(?:kind )?(?:approval|decision|consideration)|(?:your|his) (?:approval|decision|agreement)|(?:votre|son) (?:approbation|accord|decision|aval)|pour (?:approbation|decision|accord)|"
    r"(?:ل|ب)?موافقتكم|(?:ال)?تفضل بالموافقة|توجيهكم|للاعتماد|للموافقة)\b"
)


def check_awaited(paper: Paper) -> Iterator[Finding]:
    """Find the line that says that the paper's own approval is still to come, or leaves it out."""
    skeleton = paper.skeleton
    if not paper.hits("house_named"):
        return
    past = -1
    for start, end in paper.hits("word_of_approval"):
        if _EDGE < start < len(skeleton) - _EDGE or start < past:
            continue
        line = _line(skeleton, start, end)
        past = line[1]
        if line[1] - line[0] > _LONGEST or not _stands_alone(paper, line):
            continue
        if _is_blank(paper, line) or _is_to_come(paper, line):
            yield found("LEG045", *line)
            return


def _line(skeleton: str, start: int, end: int) -> Stretch:
    begin = skeleton.rfind("\n", 0, start) + 1
    stop = skeleton.find("\n", end)
    return begin, stop if stop >= 0 else len(skeleton)


def _stands_alone(paper: Paper, line: Stretch) -> bool:
    """Tell whether the line is a paragraph by itself, or has but lists of the foot beside it."""
    skeleton = paper.skeleton
    above = skeleton[max(0, line[0] - _GAP) : line[0]].replace(" ", "")
    below = skeleton[line[1] : line[1] + _GAP].replace(" ", "")
    is_first = not above or above.endswith("\n\n") or _is_listed(paper, line[0] - 2)
    is_first = is_first or any(
        part is not None and part[0] <= line[0] - 2 <= part[1]
        for one in paper.anatomy.signatures
        for part in (one.name, one.title)
    )
    is_last = not below.strip() or below.startswith("\n\n") or _is_listed(paper, line[1] + 1)
    return is_first and is_last


def _is_listed(paper: Paper, at: int) -> bool:
    """Tell whether the enclosures or the copies of the paper stand there."""
    parts = (paper.anatomy.enclosures, paper.anatomy.copies)
    return any(part is not None and part[0] <= at <= part[1] for part in parts)


def _is_blank(paper: Paper, line: Stretch) -> bool:
    """Tell whether a paper with number and day, no memorandum, leaves its approval to be filled in."""
    anatomy = paper.anatomy
    unnamed = _UNNAMED.match(paper.skeleton, *line)
    if unnamed is not None and any(line[0] <= day.start < line[1] for day in paper.dates):
        return APPROVES.search(paper.skeleton, *unnamed.span("label")) is not None
    is_ready = anatomy.reference is not None and anatomy.date_line is not None
    is_out = paper.kind in (Kind.NOTE_VERBALE, Kind.REPORT) and anatomy.reference is not None
    if not (is_ready or is_out) or (paper.kind is Kind.MEMORANDUM and not _goes_down(paper)):
        return False
    skeleton = paper.skeleton
    blank = _BLANK.match(skeleton, *line) or _NOUGHT.match(skeleton, *line)
    if blank is None and _ends_paper(paper, line):
        blank = _EMPTY.match(skeleton, *line)
    if blank is None or len(blank["label"].split()) > _FEW_WORDS:
        return False
    label = blank.span("label")
    return any(words.search(skeleton, *label) is not None for words in (APPROVES, _WHO_APPROVES))


def _ends_paper(paper: Paper, line: Stretch) -> bool:
    """Tell whether nothing but lists of the foot stands below the line, and no name for it."""
    approver = paper.anatomy.approver
    if approver is not None and (approver.name or approver.title):
        return False
    below = line[1] + 1
    while below < len(paper.skeleton) and paper.skeleton[below].isspace():
        below += 1
    is_of_address = any(one.start - _LABEL <= below < one.end for one in paper.anatomy.addressees)
    return below >= len(paper.skeleton) or _is_listed(paper, below) or is_of_address


def _goes_down(paper: Paper) -> bool:
    """Tell whether a memorandum with enclosures or copies goes to no one who could approve it himself."""
    anatomy, addressee = paper.anatomy, paper.anatomy.addressee
    is_copied = anatomy.copies is not None and None not in (anatomy.reference, anatomy.date_line)
    return (
        (is_whole(paper) or is_copied)
        and addressee is not None
        and (_ABOVE.search(paper.skeleton, *addressee) is None or _is_below(paper, addressee))
        and _WRITES_UP.search(paper.skeleton) is None
    )


def _is_below(paper: Paper, addressee: Stretch) -> bool:
    """Tell whether the addressee can do less, by the register, than who signs the memorandum."""
    asked = officer_at(paper, addressee)
    signature = next(iter(paper.anatomy.signatures), None)
    signer = officer_of(paper, signature.name, signature.title) if signature else None
    if asked is None or signer is None or asked.known.limit is None:
        return False
    if asked.known.role in (Role.SECRETARY_GENERAL, Role.DIRECTOR_GENERAL):
        return False  # either may approve whatever it is
    return signer.known.limit is None or asked.known.limit < signer.known.limit


def _is_to_come(paper: Paper, line: Stretch) -> bool:
    skeleton = paper.skeleton
    if not APPROVES.search(skeleton, *line) or not _TO_COME.search(skeleton, *line):
        return False
    if _OF_OTHERS.search(skeleton, *line) or _NOT_NEEDED.search(skeleton, *line):
        return False
    is_asked = paper.kind is Kind.MEMORANDUM and _SUBMITTED.search(skeleton, *line)
    return not is_asked and not any(line[0] <= day.start < line[1] for day in paper.dates)
