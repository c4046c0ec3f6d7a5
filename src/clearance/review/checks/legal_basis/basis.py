"""Is a legal basis cited where one is needed, and is it in force.

A basis is a resolution, an article of the Charter or of rules, an agreement, a budget line, a
directive of the Secretary-General, or the letter that is answered. It is looked for where papers
put it, in the opening; elsewhere only an instrument of the house counts, since the body of a paper
may well say "in accordance with" of something else.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis.formulas import (
    ACTS,
    COURTESY,
    FAVOURS,
    FORMULA,
    INVOKED,
    NO_GROUND,
    OWN_INSTRUMENTS,
    POLITE,
    REQUESTS,
    asks,
)
from clearance.review.checks.legal_basis.grounds import (
    first_of_body,
    ground_in_name,
    grounds_left_blank,
    is_vague,
    leads_in,
    rests_on_nothing,
)
from clearance.review.checks.legal_basis.preambles import check_preamble
from clearance.review.checks.occasions import is_of_occasion
from clearance.review.checks.whole import is_whole
from clearance.review.context import Context, KnownTreaty
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.resolution_register import printed_ref, register_of, replaced_on
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_SALUTATION = compiled(
    r"(?m)^(?:your |dear |excellency|excellence|monsieur|madame|votre |mr\b|sir\b|صاحب|معالي|سعادة"
    r"|السيد|حضرة"
    r"|أصحاب|السادة)[^\n]{0,70}[,:!]\s*$"
)
_SUBJECT = compiled(r"(?m)^(?:subject|re|objet|الموضوع)\s?:[^\n]*$")
_GREETING = compiled(
    r"greeting|compliments|pleasure to (?:convey|extend|present)|salut|assurance|تحي|السلام عليكم"
    r"|يطيب لي|يسرني أن أعرب"
)
_RECITAL = compiled(
    r"(?m)^\s*(?:\(\w{1,3}\)\s*|-\s*)?(?:whereas|considering|having regard|in view of|vu\b(?! et | par | pour | bon )"
    r"|considerant"
    r"|attendu|حيث إن|نظرا|ولما كان|لما كان|تمهيد|(?:و)?بناء على)"
)
# The visa of who keeps the budget tells that a line of it bears the price.
_FUNDS_CLEARED = compiled(
    r"(?m)^ *(?:visa|vise par|تأشيرة)\b[^\n]{0,20}"
    r"\b(?:financ\w*|budget\w*|(?:ال)?(?:مالية|ميزانية))\b"
)
_PARAGRAPH_END = on_demand(r"\n(?:\s*\n|(?<=[.:;]\n))")
_SENTENCE = compiled(r"(?<!\bno)(?<!\bnos)(?<!\bart)[.;]\s|\n\s*\n")
_NOT_IN_FORCE_SAID = compiled(
    r"not (?:yet )?(?:entered into|in) force|ratif|entry into force|accession|once in force"
    r"|signature"
    r"|pas (?:encore )?(?:entre|en vigueur)|entree en vigueur|تصديق|دخول حيز|لم يدخل|انضمام|توقيع"
)
# "Article 9 of the Financial Regulations makes transfers subject to ..."
_RULE_NAMED = compiled(
    r"(?:articles?|rules?|regulation|المادة) ?\(?[\d.]{1,5}\)? (?:of|du|de la|des|من) "
    r"(?:the |l[ea] )?(?:financial|staff|internal|reglement|statut|النظام|اللائحة|لائحة)"
)
# "In compliance with that request", where nothing stands before it.
_NOT_NAMED = compiled(
    r"[uxr]* *(?:that|this|the said|the aforesaid|such|these|those|ce|cet|cette|ces|ledit|ladite|ل?هذا|ل?هذه|ل?ذلك|ل?تلك) "
    r"(?:same )?(?:request|mandate|decision|resolution|instruction|directive|commission|task|"
    r"demande|mandat|decision|resolution|instruction|directive|mission|"
    r"(?:ال)?(?:تكليف|طلب|قرار|توجيه|ولاية|مهمة))"
)
_RECALLS = compiled(
    r"\b(?:re-?call|rappel)\w*[^.;\n]{0,80}$|و?إذ (?:[يت]ستذكر|[يت]شير|[يت]ذكر)[^.;\n]{0,80}$"
)
_SHORT = 40  # characters: a line like "Greetings," is no opening
_LONGEST_GREETING = 300
_OPENING = 1500
_RECITALS = 2500
_REACH = 110


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs of the house's own instruments, its name, and agreements not in force."""
    for words in OWN_INSTRUMENTS:
        yield Trigger("own_instrument", words, literal=True)
    for name in (*context.organisation.values(), *context.former_organisation.values()):
        yield Trigger("house_named", name, literal=True)
    yield INVOKED
    yield Trigger("house_named", "OIC", literal=True)
    yield Trigger("house_named", "OCI", literal=True)
    for treaty in context.treaties:
        if treaty.in_force is False:
            for title in treaty.titles.values():
                yield Trigger("treaty_not_in_force", title, literal=True)


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the basis that the paper cites, or that it cites none."""
    yield from _no_longer_in_force(paper)
    yield from _not_yet_in_force(paper)
    level = paper.context.basis_needed.get(paper.kind or "")
    if paper.kind is Kind.REPORT and paper.context.basis_needed and _is_sent_out(paper):
        level = Level.WARN.word
    if level is None:
        return
    if paper.kind == Kind.DRAFT_RESOLUTION:
        yield from check_preamble(paper, Level[level.upper()])
    elif _is_of_house(paper):
        yield from _of_house(paper, Level[level.upper()])


def _of_house(paper: Paper, level: Level) -> Iterator[Finding]:
    """Find a ground of the house's paper that is left blank, is none, or is not there at all."""
    start, end = _opening(paper)
    left = grounds_left_blank(paper, start)
    for place in left[:1]:
        yield found("LEG006", *place)
    if left or _has_basis(paper) or _asks_for_none(paper, start):
        return
    said = ground_in_name(paper, start)
    is_slight = paper.is_brief and paper.kind != Kind.CIRCULAR and not asks(paper)
    told = Level.NOTE if is_slight else level
    if said or (paper.kind == Kind.NOTE_VERBALE and _asks_of_a_state(paper)):
        told = Level.WARN
    yield found("LEG001", *(said or first_of_body(paper.skeleton, start, end)), level=told)


def _is_sent_out(paper: Paper) -> bool:
    """Tell whether a report goes out under the house's number, which says by what right."""
    return is_whole(paper) and paper.anatomy.letterhead is not None and not paper.is_brief


def _asks_of_a_state(paper: Paper) -> bool:
    """Tell whether a note verbale asks the State to do something, to come, or to pay."""
    if paper.is_brief and not is_whole(paper):
        return False
    start, end = paper.anatomy.body or (0, len(paper.skeleton))
    return FAVOURS.search(paper.skeleton, start, end) is not None or (
        is_whole(paper) and (asks(paper) or POLITE.search(paper.skeleton, start, end) is not None)
    )


def _is_of_house(paper: Paper) -> bool:
    """Tell whether the paper names the house: "oic" within a longer word does not."""
    skeleton = paper.skeleton
    return any(
        not (skeleton[start - 1 : start].isalnum() or skeleton[end : end + 1].isalnum())
        for start, end in paper.hits("house_named")
    )


def _has_basis(paper: Paper) -> bool:
    start, end = _opening(paper)
    if _invokes(paper, start, end) or _RULE_NAMED.search(paper.skeleton, start, end):
        return True
    if leads_in(paper, start, end):
        return True
    subject = paper.anatomy.subject or _first(_SUBJECT, paper.skeleton, 0, _OPENING)
    for citation in paper.citations:
        in_subject = subject is not None and subject[0] <= citation.start < subject[1]
        if citation.family in ("oic", "symbol") and not in_subject:
            return True
    for at, close in paper.hits("own_instrument"):
        if at >= start and FORMULA.search(paper.skeleton, max(start, at - _REACH), close + 1):
            return True
    if paper.kind == Kind.CONTRACT and not _salutation(paper):
        recitals = _RECITAL.finditer(paper.skeleton, 0, _RECITALS)
        is_ground = any(
            not rests_on_nothing(paper, (one.start(), _paragraph_end(paper.skeleton, one.end())))
            for one in recitals
        )
        return is_ground or _FUNDS_CLEARED.search(paper.skeleton) is not None
    return False


def _invokes(paper: Paper, start: int, end: int) -> bool:
    """Tell whether a ground is invoked between the places."""
    skeleton = paper.skeleton
    return any(
        not NO_GROUND.match(skeleton, formula.end())
        and not is_vague(skeleton, formula.start(), len(skeleton))
        and (formula.start() > start + 1 or not _NOT_NAMED.match(skeleton, formula.end()))
        for formula in _formulas(paper, start, end)
    )


def _formulas(paper: Paper, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the formulas by which grounds are invoked between the places, from sign to sign."""
    for begin, stop in paper.hits(INVOKED.name):
        if stop <= start:
            continue
        formula = FORMULA.search(paper.skeleton, max(begin, start), end) if begin < end else None
        if formula is None:
            return
        yield formula
        start = formula.end()


def _opening(paper: Paper) -> Stretch:
    """Return the opening paragraph of the body; after a greeting, the next one too."""
    skeleton = paper.skeleton
    salutation = _salutation(paper)
    if salutation:
        start = salutation[1]
    elif subject := (paper.anatomy.subject or _first(_SUBJECT, skeleton, 0, _OPENING)):
        start = subject[1]
    else:  # where the body begins is not sure: all that stands near the head is its opening
        start = paper.anatomy.body[0] if paper.anatomy.body else 0
        return start, min(len(skeleton), start + _OPENING)
    while start < len(skeleton) and skeleton[start].isspace():
        start += 1
    end = _paragraph_end(skeleton, start)
    while end - start < _SHORT and end < len(skeleton):
        end = _paragraph_end(skeleton, end + 1)
    if _GREETING.search(skeleton, start, end) and end - start < _LONGEST_GREETING:
        end = _paragraph_end(skeleton, end + 1)
    return start, min(end, start + _OPENING)


def _salutation(paper: Paper) -> Stretch | None:
    return paper.anatomy.salutation or _first(_SALUTATION, paper.skeleton, 0, _OPENING)


def _first(words: re.Pattern[str], skeleton: str, start: int, end: int) -> Stretch | None:
    match = words.search(skeleton, start, end)
    return match.span() if match else None


def _paragraph_end(skeleton: str, start: int) -> int:
    while start < len(skeleton) and skeleton[start].isspace():
        start += 1
    stop = _PARAGRAPH_END.search(skeleton, start)
    return stop.start() if stop else len(skeleton)


def _asks_for_none(paper: Paper, start: int) -> bool:
    """Tell whether the paper is one of courtesy, which conveys and asks nothing."""
    if is_of_occasion(paper):
        return True
    courteous = COURTESY.search(paper.skeleton, 0, start + _OPENING)
    body, subject = paper.anatomy.body, paper.anatomy.subject
    end = max(start, body[1]) if body else len(paper.skeleton)
    is_matter = subject is not None and COURTESY.search(paper.skeleton, *subject) is not None
    if paper.kind == Kind.CIRCULAR:  # it directs, whatever it wishes
        is_matter = False
        end = len(paper.skeleton)
    return courteous is not None and not (REQUESTS if is_matter else ACTS).search(
        paper.skeleton, start, end
    )


def _no_longer_in_force(paper: Paper) -> Iterator[Finding]:
    """A resolution that is cited as the ground and has been replaced, or is over."""
    register = paper.context.derived(register_of) if paper.citations else None
    for citation in paper.citations if register else ():
        known = register.find(citation.ref) if register and citation.family == "oic" else None
        if register is None or known is None or not _is_ground(paper.skeleton, citation.start):
            continue
        if paper.kind == Kind.DRAFT_RESOLUTION and _is_recalled(paper.skeleton, citation.start):
            continue  # no ground of the draft's own; the first check tells that it is replaced
        day = paper.particulars.dated
        ref = paper.text[citation.start : citation.end]
        newer = register.current(known)
        since = replaced_on(register, newer) if newer else None
        if newer and not (day and since and day < since):
            yield found(
                "LEG002", citation.start, citation.end, ref=ref,
                newer=printed_ref(newer.ref, paper.context, paper.language),
            )  # fmt: skip
        elif known.expired_on and (day is None or day >= known.expired_on):
            yield found("LEG003", citation.start, citation.end, ref=ref)


def _is_recalled(skeleton: str, at: int) -> bool:
    """Tell whether a preamble no more than recalls what stands at the place."""
    return _RECALLS.search(skeleton, max(0, at - _REACH), at) is not None


def _is_ground(skeleton: str, at: int) -> bool:
    """Tell whether what stands at the place is invoked as a ground in its sentence."""
    begin = max(0, at - _REACH)
    for stop in _SENTENCE.finditer(skeleton, begin, at):
        begin = stop.end()
    return FORMULA.search(skeleton, begin, at) is not None


def _not_yet_in_force(paper: Paper) -> Iterator[Finding]:
    """An agreement that is invoked as the ground and is not in force."""
    for start, end in paper.hits("treaty_not_in_force"):
        if not _is_ground(paper.skeleton, start):
            continue
        if _NOT_IN_FORCE_SAID.search(paper.skeleton, max(0, start - _REACH), end + _REACH):
            continue
        treaty = paper.context.derived(_treaties_not_in_force).get(paper.skeleton[start:end])
        yield found(
            "LEG004", start, end, treaty=paper.text[start:end],
            source=treaty.source if treaty else "",
        )  # fmt: skip


def _treaties_not_in_force(context: Context) -> dict[str, KnownTreaty]:
    return {
        fold(title).skeleton: treaty
        for treaty in context.treaties
        if treaty.in_force is False
        for title in treaty.titles.values()
    }
