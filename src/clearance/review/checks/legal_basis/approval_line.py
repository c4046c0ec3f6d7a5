"""The line of the approval: given, by whom and when, or left blank, to come, or refused.

A line that stands by itself near the head or the foot, or begins with a label, and has a word of
approval. Who is named behind it gave it. Where only signs of a form stand there it is blank; where
a negation, a future or a wait governs the word, or nobody is named behind the label, it is to come;
where somebody said no, it is refused. Source: the mandate of the Cabinet, second check; which words
tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.powers import officer_of
from clearance.review.checks.legal_basis.unapproved import BY_HOUSE
from clearance.review.mentions.anatomy.approvals import (
    OFFICER,
    STEM,
    approver_of,
    post_of_label,
)
from clearance.review.mentions.anatomy.blocks import SignatureBlock, is_post, trimmed
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

_EDGE = 1500  # characters of head and foot in which such a line stands
_LONGEST = 120  # characters of it
_GAP = 8  # and of the blank line above or below it
_LEAD = 3  # words before the word of approval, in what is a label and no sentence
_FEW_WORDS = 8  # of the label before the blank
_WORDS = r"approv(?:e|ing|er)|approbat(?:eur|rice)|approuver|autoriser|authori[sz]e|لل(?:موافقة|اعتماد)|(?:ال)?(?:معتمدة?|مجيزة?|مأذون|إذن)|[يت]عرض\w*"
_WORD = compiled(rf"{STEM}|\b(?:{_WORDS}|(?:un|dis|des)appro\w+)\b")

# What a form asks to be written, and no more: "Name", "Fonction", "التاريخ", "in block letters".
_FORM = (
    r"(?:names?|post|title|position|function|designation|date|dated|day|month|year|this|on|at|in|by|of|the|and|or|signature|initials?|seal|stamp|block|letters|capitals|yes|no|tick|as|appropriate|delete|undersigned|mr|mrs|ms|h\.e|(?:to be )?(?:inserted?|filled|completed?)|officer|authority|"
    r"noms?|prenom|mois|jour|ce|cet|fonction|qualite|titre|le|la|du|de|en|et|ou|par|paraphe|cachet|sceau|m|mme|s\.e|capitales|majuscules|oui|non|cocher|rayer|mention|inutile|soussignee?|a|(?:a )?(?:completer|inscrire|indiquer|remplir)|"
    r"(?:ال)?(?:اسم|صفة|وظيفة|منصب|تاريخ|توقيع|ختم|سيدة?)|و(?:ال)?(?:اسم|صفة|وظيفة|منصب|تاريخ|توقيع)|بتاريخ|في|من|يوم|معالي|سعادة|بخط|واضح|نعم|لا|(?:ال)?موقع|أدناه|(?:ال)?أحرف|(?:ال)?أولى|شهر|(?:ال)?يوم|[يت](?:ستكمل|ذكر|درج|كتب|ملأ|حدد|ضاف))"
)
_FIELD = r"(?:names?|post|title|function|signature|initials?|date|stamp|seal|noms?|fonction|qualite|paraphe|cachet|sceau|(?:ال)?(?:اسم|صفة|وظيفة|منصب|تاريخ|توقيع|ختم))"
_BLANKS = (
    rf"[\[(<] *{_FIELD}(?!\w)[^\])>\n\d]{{0,40}}[\])>]|"
    rf"_{{2,}}|\.(?: ?\.){{3,}}|[\[(](?:[ ._,/&-]|(?<!\w){_FORM}(?!\w))*[\])]|[\[(](?:(?:to be |a )?\w+ )?(?:blank|later|completer|inscrire|لاحقا)[^\])\n]{{0,30}}[\])]|"
    r"\bx{3,}\b|\xa4{3,}|\bn\. ?n\.|\|(?: *\|)+ *$"
)
_FILLER = compiled(_BLANKS)
_SPACE = compiled(rf"[\s|:;,./*-]+(?:(?<=/)\d{{2,4}})?|\b20\d\d\b|(?<!\w){_FORM}(?!\w)|{_BLANKS}")
_OPEN = compiled(r"(?:: *|\b(?:by|par|من)) *\|?(?: *\|)* *$")
_NOUGHT = compiled(
    r": *(?:[^\w\s|](?:[^\w|])*|-+|/+|x|nil|none|n/?a|no|neant|non|aucune?|sans|لا|لا يوجد|لا شيء|بدون|فلان(?: الفلاني)?)[ .]*$"
)
_EMPTY_ROW = on_demand(r"\s*(?:\|(?: *\|)+|_{3,}|\.{5,})[ ]*(?:\n|$)")

# Somebody said no. "No objection" and "not required" are none.
REFUSED = compiled(
    r"\b(?:(?:did|does|do|has|have|could) not|not|never) (?:been |so far )?(?:approved?|authori[sz]ed?|cleared?|agreed?|endorsed?|accepted)\b(?! *[/|])|\b(?:un|dis|des)approv\w+|\bdesappr\w+|\bwithout approval\b|"
    r"\b(?:refus(?:ed|al|ee?s?)|reject(?:ed|ion)|declined|denied|withheld|withdrawn|revoked|rescinded|turned down|cancelled|rejetee?s?|declinee?s?|retiree?s?|ecartee?s?|annulee?s?|revoquee?s?)\b|"
    r"\bnon (?:approuve|autorise|vise|valide)\w*\b(?! *[/|])|\bn'(?:(?:a|est) pas (?:ete )?|(?=approuve pas))(?:approuve|autorise|vise|valide)\w*|\bsans approbation\b|\bapprobation reservee|"
    r"(?<!\w)(?:لا (?:أوافق|نوافق|يوافق)|غير (?:موافق|معتمد|مجاز|مأذون)\w*|لم (?:يوافق|توافق|يعتمد|تعتمد|يجز|يأذن|تأذن|يقر)|و?(?:رفض|حجب|سحب|ألغي)ت?|مرفوضة?|دون (?:اعتماد|موافقة))(?!\w)"
)
_FUTURE = (
    r"\b(?:will|shall|(?:still |yet )?to be|yet to|to (?:follow|come)|in due course|later|tbc|tbd)\b|\b(?:sera|seront)\b|(?<!bon )(?<!autorisation )\ba (?:obtenir|venir|suivre|[^\W\d_]{3,}(?:er|illir))\b|ulterieur\w*|plus tard|"
    r"(?<!\w)(?:سوف|س[يت](?!د|ادة|ة)[^\W\d_]{3,}|لاحقا|لاحقة|فيما بعد|في وقت لاحق)(?!\w)"
)
_WAIT = (
    r"\b(?:still|toujours|being (?:sought|obtained|requested)|en train d|pending|await\w*|outstanding|expected|anticipat\w+|provisional\w*|(?:under|in) (?:consideration|study|review|progress|process|hand|the making))\b|"
    r"\b(?:en (?:attente|cours|instance|souffrance|suspens|voie)|attendue?s?(?! que)|dans l'attente|escomptee?s?|par anticipation|provisoire)\b|"
    r"(?<!\w)(?:[يت]جري|لا [يت]زال|(?:ال)?قيد|(?:في )?(?:ال)?طور|(?:ب|في )?انتظار|استباقا|بصفة مؤقتة|تحت|(?:ال)?(?:منتظر|معلق|مرتقب|مؤجل|متوقع)ة?)(?!\w)"
)
_WANTING = (
    r"\b(?:not|never|nothing|without|lacking|missing|unanswered|left (?:open|blank)|no (?!objections?\b|\.|further\b)[^\W\d_]+|non (?!\d)[^\W\d_]+|pas|sans (?!objection|reserve)[^\W\d_]+|aucune?|absente?|manquante?)\b|"
    r"(?<!\w)[وف]?(?:لم|لما|لا (?!مانع|اعتراض|يحتاج)[^\W\d_]+|ليس\w*|دون|بلا|غير|متروكة?)(?!\w)"
)
_TO_COME = compiled(rf"{_FUTURE}|{_WAIT}|{_WANTING}")
_ASKED = compiled(
    r"\b(?:requested|sought|asked|applied|solicited|sollicite|demande|requis)e?s?\b|(?<!\w)(?:طلبت?|التمست?)(?!\w)"
)
# Behind a label: that it was given, or how; a name has capitals, or a post behind it.
_AFFIRMED = compiled(
    r"\b(?:granted|given|obtained|recorded|noted|yes|ok|okay|agreed|approved|as (?:proposed|recommended)|no objection|favou?rable|valid|accordee?|donnee?|obtenue?|acquise?|oui|favorable|approuvee?|accord)\b|"
    r"(?<!\w)(?:ممنوحة?|معطاة|حاصلة?|تم|تمت|نعم|موافق|يعتمد|أوافق|لا مانع|لا اعتراض|صدرت?|مسجلة?)(?!\w)"
)
_SHORTEST = 3  # letters that say something
_VERB = compiled(r"\b(?:is|are|has|have|had|was|est|sont|a|ont|avait)\b")
_NO_NAME_AR = compiled(
    r"(?<!\w)(?:دون|بدون|بلا|لم|لا|لن|حتى|إلى|قبل|[يت]نظر|أعيدت?|[يت]عاد|أحيلت?|رهن|لدى)(?!\w)"
)
# What is put before who decides: in a memorandum that is its purpose.
SUBMITTED = compiled(
    r"\b(?:submitted|put|placed) (?:for|to|before)\b|\bsoumise?s? (?:pour|a)\b|(?<!\w)[وي]*معروضة? (?:ل|على)"
)
_OF_OTHERS = compiled(
    r"\b(?:host|parliament\w*|governments?|states?|member|council|summit|session|ratif\w+|hote|gouvernement\w*|etats?|conseil|sommet|parlement\w*|(?:ال)?(?:دولة|دول|مضيفة?|برلمان|حكومة|مجلس|قمة|دورة|بلد))\b"
)
_OF_SOMEBODY = compiled(r" (?:of|by|from|du|de|des|d'|par|من) ?")
_CONDITION = compiled(
    r"\b(?:if|should|unless|until|may|must|shall|only (?:if|when|within|with|by|after|upon)|si|s'il|sauf|tant que|doi(?:t|vent)|peu(?:t|vent))\b|(?<!\w)(?:إذا|ما لم|إلا|لا يجوز|يجب)(?!\w)"
)
_NOT_NEEDED = compiled(
    r"\b(?:required|necessary|needed|requise|necessaire|sans objet|لا (?:ي|ت)(?:لزم|تطلب|حتاج))\b"
)
_DATE_BELOW = compiled(
    r"[ |]*(?:(?:date|day)(?: (?:of|d')? ?(?:the )?(?:l')?(?:approval|approbation))?|"
    r"(?:ال)?تاريخ(?: (?:ال)?(?:اعتماد|موافقة))?|on|le|في|بتاريخ)?[ :|]*(?:le |on )?"
)


_NOBODY = SignatureBlock(None, None)


class State(Enum):
    """What became of the approval that a line speaks of."""

    GIVEN = "given"
    BLANK = "blank"
    UNNAMED = "unnamed"  # post and day are there, and a blank for the name
    TO_COME = "to come"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A line of approval; ``by`` and ``days`` are what it names, if anything."""

    state: State
    at: Stretch
    by: SignatureBlock = _NOBODY
    days: tuple[DateMention, ...] = ()


def lacking_of(paper: Paper) -> tuple[ApprovalLine, ...]:
    """Return the lines by which the approval is blank, to come, or refused."""
    return paper.derived(_lacking)


def given_of(paper: Paper) -> ApprovalLine | None:
    """Return the line by which the approval is given; None: the paper has no such line."""
    line = paper.anatomy.approval
    if line is None:
        return None
    by = paper.anatomy.approver or approver_of(paper.text, paper.skeleton, line)
    if by.name is None and by.title is None:  # "Approval of the Director: 13 October"
        by = SignatureBlock(None, post_of_label(paper.skeleton, *line))
    if officer_of(paper, by.name, by.title) is None:  # however it is worded, he is named there
        named = next((one for one in paper.hits(OFFICER) if line[0] <= one[0] < line[1]), None)
        by = SignatureBlock(named, None) if named and not by.title else by
    days = [one for one in paper.dates if line[0] <= one.start < line[1]]
    return ApprovalLine(State.GIVEN, line, by, tuple(days or _dated_below(paper, line)))


def _lacking(paper: Paper) -> tuple[ApprovalLine, ...]:
    found = []
    for line in _lines(paper):
        state = _state(paper, line)
        if state is not State.GIVEN:
            found.append(ApprovalLine(state, line))
    return tuple(found)


def _lines(paper: Paper) -> Iterator[Stretch]:
    """Yield the lines that speak of an approval and are no part of a sentence of the text."""
    skeleton = paper.skeleton
    own = paper.anatomy.approval
    hits = [*paper.hits("word_of_approval"), *((own,) if own else ())]
    past = -1
    for start, end in sorted(hits):
        if start < past:
            continue
        line = _line(skeleton, start, min(end, start + 1))
        past = line[1]
        is_inside = _EDGE < start < len(skeleton) - _EDGE
        if is_inside or line[1] - line[0] > _LONGEST or not _stands_alone(paper, line):
            continue
        yield line


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
    is_row = skeleton[line[0] : line[0] + 1] == "|" or _EMPTY_ROW.match(skeleton, line[1])
    return is_first and (is_last or bool(is_row))


def _is_listed(paper: Paper, at: int) -> bool:
    """Tell whether the enclosures or the copies of the paper stand there."""
    parts = (paper.anatomy.enclosures, paper.anatomy.copies)
    return any(part is not None and part[0] <= at <= part[1] for part in parts)


def _state(paper: Paper, line: Stretch) -> State:
    skeleton = paper.skeleton
    if (blank := _blank(paper, line)) is not None:
        return blank
    word = _WORD.search(skeleton, *line)
    if word is None or _OF_OTHERS.search(skeleton, *line):
        return State.GIVEN
    if _NOT_NEEDED.search(skeleton, *line):
        return State.GIVEN
    if _is_of_text(paper, line, word.start()) or _CONDITION.search(skeleton, *line):
        return State.GIVEN
    if REFUSED.search(skeleton, *line):
        return State.REFUSED
    is_dated = any(line[0] <= day.start < line[1] for day in paper.dates)
    begin = skeleton.rfind(". ", line[0], word.start()) + 1 or line[0]
    if _TO_COME.search(skeleton, begin, line[1]) and (
        not is_dated or _ASKED.search(skeleton, *line)
    ):
        return State.TO_COME
    return State.TO_COME if not is_dated and _says_nothing(paper, line) else State.GIVEN


def _is_of_text(paper: Paper, line: Stretch, word: int) -> bool:
    """Tell whether the line is a sentence of the text, in which other things may be wanting."""
    body = paper.anatomy.body
    is_within = body is not None and body[0] <= line[0] and line[1] <= body[1]
    lead = paper.skeleton[line[0] : word]
    if (
        paper.skeleton[line[1] - 1] in ",;:"
        and len(paper.skeleton[slice(*line)].split()) > _FEW_WORDS
    ):
        return True
    if not is_within or ":" in lead:
        return False
    whose = _OF_SOMEBODY.search(paper.skeleton, word, line[1])
    is_of_house = BY_HOUSE.search(paper.skeleton, *line) is not None
    return len(lead.split()) > _LEAD or (whose is not None and not is_of_house)


def _says_nothing(paper: Paper, line: Stretch) -> bool:
    """Tell whether a label is followed by words that name nobody, no day, and no consent."""
    colon = paper.skeleton.find(":", *line)
    if colon < 0 or len(paper.skeleton[line[0] : colon].split()) > _FEW_WORDS:
        return False
    if not _WORD.search(paper.skeleton, line[0], colon):
        return False
    value = paper.text[colon + 1 : line[1]].strip(" .|*")
    if len(value) < _SHORTEST or _AFFIRMED.search(paper.skeleton, colon, line[1]):
        return False
    if any(one.isdigit() or one.isupper() for one in value):
        return _VERB.search(paper.skeleton, colon, line[1]) is not None
    is_latin = any(one.isascii() and one.isalpha() for one in value)
    return is_latin or _NO_NAME_AR.search(paper.skeleton, colon, line[1]) is not None


def _blank(paper: Paper, line: Stretch) -> State | None:
    """Return how the line leaves the approval to be filled in; None: it does not."""
    skeleton = paper.skeleton
    filler = _FILLER.search(skeleton, *line) or _NOUGHT.search(skeleton, *line)
    edge = filler.start() if filler else line[1]
    word = _WORD.search(skeleton, line[0], edge)
    if word is None or len(_bare(skeleton, line[0], edge).split()) > _FEW_WORDS:
        return None
    if filler is None:
        is_open = _OPEN.search(skeleton, *line) is not None and _ends_paper(paper, line)
        return State.BLANK if is_open or _EMPTY_ROW.match(skeleton, line[1]) else None
    rest = trimmed(skeleton, filler.end(), line[1])
    day = next((one for one in paper.dates if rest[0] <= one.start < rest[1]), None)
    if day is not None:
        is_of_post = is_post(skeleton, *trimmed(skeleton, rest[0], day.start))
        return State.UNNAMED if is_of_post else None
    left = _WORD.sub(" ", _bare(skeleton, *rest)).strip()
    return State.BLANK if not left or is_post(skeleton, *rest) else None


def _bare(skeleton: str, start: int, end: int) -> str:
    """Return the stretch without what a form asks to be written, and without its blanks."""
    return re.sub(" +", " ", _SPACE.sub(" ", skeleton[start:end]))


def _ends_paper(paper: Paper, line: Stretch) -> bool:
    """Tell whether nothing but lists of the foot stands below the line, and no name for it."""
    approver = paper.anatomy.approver
    if approver is not None and (approver.name or approver.title):
        return False
    below = line[1] + 1
    while below < len(paper.skeleton) and paper.skeleton[below] in " \n|":
        below += 1
    is_of_address = any(one.start - _LABEL <= below < one.end for one in paper.anatomy.addressees)
    if _DATE_LEFT.match(paper.skeleton, below):
        return True
    return below >= len(paper.skeleton) or _is_listed(paper, below) or is_of_address


_LABEL = 14  # characters of "to:" over an address
_DATE_LEFT = compiled(r"(?:date|(?:ال)?تاريخ) *[:|][ |]*(?:\n|$)")


def _dated_below(paper: Paper, line: Stretch) -> list[DateMention]:
    """Return the day of an approval that stands alone on the next line: "Date of approval:"."""
    begin = line[1] + 1
    stop = paper.skeleton.find("\n", begin)
    stop = len(paper.skeleton) if stop < 0 else stop
    within = [one for one in paper.dates if begin <= one.start < stop]
    if within and _DATE_BELOW.fullmatch(paper.skeleton, begin, within[0].start):
        return within[:1]
    return []
