"""Who approved the paper, and when: held against the register of powers and the paper's own day.

An approval that is blank, to come or refused is none; in a memorandum what is submitted for a
decision is no slip. Source: the mandate of the Cabinet, second check; UN Correspondence Manual,
ST/DCS/4/Rev.1, for the visa; our guess is which papers may still wait for it.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis import amounts
from clearance.review.checks.legal_basis.approval_left_over import may_be_told
from clearance.review.checks.legal_basis.approval_line import (
    SUBMITTED,
    ApprovalLine,
    State,
    given_of,
    lacking_of,
)
from clearance.review.checks.legal_basis.approval_told import Told, approvals_told
from clearance.review.checks.legal_basis.lines_needed import (
    is_ours,
    is_seen_only,
    may_tell_approval,
    needs_approval,
    needs_no_line,
)
from clearance.review.checks.legal_basis.names import KINDS
from clearance.review.checks.legal_basis.powers import (
    Officer,
    is_written_so,
    kind_of,
    officer_at,
    officer_of,
    signed_on,
)
from clearance.review.checks.legal_basis.strangers import low_post
from clearance.review.checks.whole import is_whole
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.approvals import APPROVES, post_of_label
from clearance.review.mentions.anatomy.blocks import SignatureBlock
from clearance.review.mentions.names import Likeness
from clearance.review.paper import Paper
from clearance.review.particulars import Approval
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind, Role

_HIGHEST = frozenset({Role.SECRETARY_GENERAL.value, Role.DIRECTOR_GENERAL.value})
_CLEARING = frozenset(each.value for each in Role) - {Role.SECRETARY_GENERAL.value}
_INSIDE = frozenset({Kind.MEMORANDUM, Kind.CONTRACT})
_VISA = compiled(
    r" *(?:(?:projet|draft|texte?) )?(?:visas?|vise|vu|seen|(?:ال)?تأشيرة?|"
    r"(?:legal|financial|technical|budget(?:ary)?|security) (?:clearance|review|visa)|cleared)\b"
    r"(?!,? (?:for (?:issue|issuance|dispatch|signature|release|transmission)|bon pour|"
    r"d'approbation|d'autorisation|of approval|(?:ال)?موافقة|(?:ال)?اعتماد)\b)"
    r"(?! (?:et|and|و) ?(?:approuv|approb|approv|autoris|authori|accord|agreed|accept|موافق|اعتماد|قبل))"
)
# "Under the delegation of 5 January, valid until 31 December".
_UNTIL = compiled(
    r"(?:before|avant(?: le)?|قبل|until|till|up to|valid (?:to|through)|jusqu'au|valable (?:jusqu'|au)|حتى|لغاية|"
    r"(?:ال)?ساري\w*) ?(?:the |le |au |في |يوم )?$"
)
# To whom a memorandum goes for his approval, and how it asks for it.
_ABOVE = compiled(
    r"\b(?:secretary-general|director-general|secretaire general|directeur general|directrice generale|cabinet|chef|head)\b|(?:ال)?أمين(?:ة)? العام|مدير(?:ة)? عام|ديوان"
)
_WRITES_UP = compiled(
    r"\b(?:for (?:your )?(?:kind )?(?:approval|decision|consideration)|(?:your|his) (?:approval|decision|agreement)|(?:votre|son) (?:approbation|accord|decision|aval)|(?<!bon )pour (?:approbation|decision|accord)|"
    r"(?:ل|ب)?موافقتكم|(?:ال)?تفضل بالموافقة|توجيهكم|للاعتماد|للموافقة)\b"
)


def check_lacking(paper: Paper) -> Iterator[Finding]:
    """Find the line by which the paper's own approval is blank, to come, or refused."""
    if paper.hits("house_named"):
        matters = (one for one in lacking_of(paper) if _matters(paper, one))
        for one in matters:
            yield found("LEG045", *one.at)
            return


def _matters(paper: Paper, line: ApprovalLine) -> bool:
    """Tell whether the paper may not go out so: a blank is filled in last, a memorandum asks."""
    if line.state is State.BLANK:
        return _is_ready(paper)
    is_asked = paper.kind is Kind.MEMORANDUM and SUBMITTED.search(paper.skeleton, *line.at)
    return line.state is not State.TO_COME or not is_asked


def _is_ready(paper: Paper) -> bool:
    """Tell whether the paper has number and day, and goes to nobody who could approve it."""
    anatomy = paper.anatomy
    if anatomy.reference is None or (paper.kind is Kind.MEMORANDUM and not _goes_down(paper)):
        return False
    return anatomy.date_line is not None or paper.kind in (Kind.NOTE_VERBALE, Kind.REPORT)


def _goes_down(paper: Paper) -> bool:
    """Tell whether a memorandum that is sent goes to no one who could approve it himself."""
    anatomy, addressee = paper.anatomy, paper.anatomy.addressee
    is_copied = anatomy.copies is not None and None not in (anatomy.reference, anatomy.date_line)
    return (
        (is_whole(paper) or is_copied)
        and addressee is not None
        and (_ABOVE.search(paper.skeleton, *addressee) is None or _can_less(paper, addressee))
        and _WRITES_UP.search(paper.skeleton) is None
    )


def _can_less(paper: Paper, addressee: Stretch) -> bool:
    """Tell whether the addressee can do less, by the register, than who signs the memorandum."""
    asked = officer_at(paper, addressee)
    signature = next(iter(paper.anatomy.signatures), None)
    signer = officer_of(paper, signature.name, signature.title) if signature else None
    if asked is None or signer is None or asked.known.limit is None:
        return False
    if asked.known.role in (Role.SECRETARY_GENERAL, Role.DIRECTOR_GENERAL):
        return False  # either may approve whatever it is
    return signer.known.limit is None or asked.known.limit < signer.known.limit


def check_approval(paper: Paper, officers: list[Officer]) -> Iterator[Finding]:
    """Find an approval that is missing, by the wrong officer, or too late."""
    given = given_of(paper)
    yield from _recorded(paper)
    if given is None:
        told = list(approvals_told(paper)) if may_tell_approval(paper) else []
        yield from _told(paper, told)
        is_told = told or _approvals_on_record(paper) or may_be_told(paper)
        if not is_told and needs_approval(paper, officers):
            end = len(paper.text.rstrip())
            start = paper.text.rfind("\n", 0, end) + 1
            yield found(
                "LEG030", start, end, kind=KINDS[kind_of(paper) or Kind.LETTER],
                level=Level.NOTE if needs_no_line(paper, officers) else None,
            )  # fmt: skip
        return
    if any(one.at[0] < given.at[1] and given.at[0] < one.at[1] for one in lacking_of(paper)):
        return  # it says that nobody approved
    officer = officer_of(paper, given.by.name, given.by.title)
    yield from _approver(paper, given.at, given.by, officer, officers)
    day = signed_on(paper)
    for mention in given.days:
        is_end = _UNTIL.search(paper.skeleton, max(0, mention.start - 24), mention.start)
        if mention.value and day and mention.value > day and not is_end:
            kind = kind_of(paper)
            is_asked = kind is None and paper.anatomy.sender is not None
            is_answer = kind == Kind.MEMORANDUM and _may_be_answer(paper, officer)
            level = Level.NOTE if is_answer or is_asked else None
            yield found(
                "LEG033", mention.start, mention.end, level=level, approved=mention.value, date=day
            )
            return


def _told(paper: Paper, told: list[Told]) -> Iterator[Finding]:
    """Find, in a sentence, an approval by a post without the power, or later than the paper."""
    day, kind = signed_on(paper), kind_of(paper) or Kind.LETTER
    for one in told:
        may = any(e.role in _HIGHEST or kind.value in e.kinds for e in one.entries)
        if not may and kind is not Kind.MEMORANDUM:
            yield found("LEG031", *one.at, post=one.entries[0].titles, kind=KINDS[kind])
        elif day is not None and one.day > day and kind is not Kind.MEMORANDUM:
            yield found("LEG033", *one.day_at, approved=one.day, date=day)


def _approver(
    paper: Paper, line: Stretch, approver: SignatureBlock, officer: Officer | None,
    officers: list[Officer],
) -> Iterator[Finding]:  # fmt: skip
    """Find an approval by an officer who cannot give it."""
    if officer is None:
        is_known = any(one.at[0] < line[1] and line[0] < one.at[1] for one in approvals_told(paper))
        if is_known:  # "authorisation of the Secretary-General for the dispatch was given on"
            return
        low = low_post(paper, approver.name) if approver.name and not approver.title else None
        post = approver.title or low
        if post and paper.context.signatories and is_ours(paper, officers):
            yield found("LEG037", *post, printed=paper.text[slice(*post)])
        return
    names = officer.known.names.values()
    has_name = approver.name and is_written_so(paper, approver.name, names)
    is_another = officer.name == Likeness.OTHER and not _is_named(paper, line, officer)
    if is_another and approver.name and has_name:
        yield found(
            "LEG034", *approver.name, printed=paper.text[slice(*approver.name)],
            right=officer.known.names, post=officer.known.titles,
            suggestion=officer.known.names.get(paper.language),
        )  # fmt: skip
    elif officer.post == posts.Match.OTHER and approver.title:
        yield found(
            "LEG023", *approver.title, printed=paper.text[slice(*approver.title)],
            name=officer.known.names, right=officer.known.titles,
            suggestion=officer.known.titles.get(paper.language),
        )  # fmt: skip
    roles = {entry.role for entry in officer.entries}
    kind = kind_of(paper)
    is_visa = _VISA.match(paper.skeleton, *line) and not roles & _HIGHEST
    if is_visa and kind in _INSIDE and is_seen_only(paper, line, officers):
        yield found("LEG030", *line, kind=KINDS[kind])
        return
    may = kind is None or any(kind.value in entry.kinds for entry in officer.entries)
    if not may and not roles & _HIGHEST:
        yield from _by_department(paper, line, officer, officers)
        return
    if _is_below(officer, officers):
        yield found(
            "LEG031", *line, level=Level.WARN, post=officer.known.titles,
            kind=KINDS[kind_of(paper) or Kind.LETTER],
        )  # fmt: skip
        return
    yield from _of_another(paper, line, officer)
    yield from _beyond_limit(paper, line, officer, officers)
    drafters = [other.known.id for other in officers]
    sender = paper.anatomy.sender
    if sender and (writer := officer_at(paper, sender)):
        drafters.append(writer.known.id)
    has_higher = any(o.role == Role.SECRETARY_GENERAL for o in paper.context.signatories)
    if officer.known.id in drafters and Role.SECRETARY_GENERAL not in roles and has_higher:
        yield found("LEG032", *line, post=officer.known.titles)


def _by_department(
    paper: Paper, line: Stretch, officer: Officer, officers: list[Officer]
) -> Iterator[Finding]:
    """Find an approval by a department, and a paper that one has seen and nobody approved."""
    kind = KINDS[kind_of(paper) or Kind.LETTER]
    if not _VISA.match(paper.skeleton, *line):
        is_said = APPROVES.search(paper.skeleton, *line) is not None
        level = None if is_said else Level.WARN
        yield found("LEG031", *line, level=level, post=officer.known.titles, kind=kind)
    elif needs_approval(paper, officers) and is_seen_only(paper, line, officers):
        yield found("LEG030", *line, kind=kind)


def _is_named(paper: Paper, line: Stretch, officer: Officer) -> bool:
    """Tell whether the line has the officer's own name, whatever else was read as one."""
    printed = paper.skeleton[slice(*line)]
    return any(name and fold(name).skeleton in printed for name in officer.known.names.values())


def _is_below(officer: Officer, signed: list[Officer]) -> bool:
    """Tell whether the power of who approves is a part of that of everybody who signs."""
    if any(entry.role in _HIGHEST for entry in officer.entries):
        return False
    kinds, limit = _kinds(officer), _limit(officer)
    return (
        bool(signed)
        and limit is not None
        and all(
            kinds < _kinds(other) and ((above := _limit(other)) is None or above > limit)
            for other in signed
        )
    )


def _kinds(officer: Officer) -> frozenset[str]:
    return frozenset(kind for entry in officer.entries for kind in entry.kinds)


def _of_another(paper: Paper, line: Stretch, officer: Officer) -> Iterator[Finding]:
    """Find the approval of one post that bears the name of who holds another."""
    post = post_of_label(paper.skeleton, *line)
    if post is None:
        return
    named = officer_of(paper, None, post)
    if named is None or {one.id for one in named.entries} & {one.id for one in officer.entries}:
        return
    yield found(
        "LEG038", *line, printed=paper.text[slice(*post)], name=officer.known.names,
        post=officer.known.titles,
    )  # fmt: skip


def _beyond_limit(
    paper: Paper, line: Stretch, officer: Officer, officers: list[Officer]
) -> Iterator[Finding]:
    """Find an amount that the power of who approves does not reach, nor that of who signs."""
    amount, at = amounts.committed(paper)
    highest = _limit(officer)
    if amount is None or highest is None or amount <= highest:
        return
    signed = [_limit(other) for other in officers]
    is_his = any(e.role == Role.SECRETARY_GENERAL for other in officers for e in other.entries)
    # nobody may spend it, or who signs can do more than who approves: an approval comes from above
    is_beyond = all(limit is not None and limit < amount for limit in signed)
    is_above = all(limit is not None and limit > highest for limit in signed)
    if is_beyond or (is_above and bool(signed) and not is_his):
        yield found(
            "LEG039", *line, elsewhere=(at,) if at else (), post=officer.known.titles,
            amount=amount, limit=highest,
        )  # fmt: skip


def _limit(officer: Officer) -> Decimal | None:
    """Return up to which amount the officer's power reaches; None: without limit."""
    limits = [entry.limit for entry in officer.entries]
    return None if None in limits else max((limit for limit in limits if limit), default=None)


def _recorded(paper: Paper) -> Iterator[Finding]:
    """Compare the approvals on record with the paper's date."""
    day = signed_on(paper)
    for approval in _approvals_on_record(paper):
        if day is not None and approval.on > day:
            start, end = paper.anatomy.approval or paper.anatomy.date_line or (0, 0)
            # the Cabinet clears a draft that already prints the day on which it was written
            is_usual = kind_of(paper) == Kind.MEMORANDUM or approval.post in _CLEARING
            yield found(
                "LEG033", start, end, level=Level.NOTE if is_usual else None,
                approved=approval.on, date=day,
            )  # fmt: skip


def _approvals_on_record(paper: Paper) -> list[Approval]:
    """Return the approvals on record by a post that may give one: who may sign such a paper.

    The initial of a head of unit on a letter that only the Secretary-General signs is none.
    """
    if not paper.particulars.approvals:
        return []
    kind = kind_of(paper)
    may = {
        told
        for known in paper.context.signatories
        if known.role in _HIGHEST or kind is None or kind.value in known.kinds
        for told in (known.role, known.id)
    }
    return [one for one in paper.particulars.approvals if one.post in may or one.post in _HIGHEST]


def _may_be_answer(paper: Paper, officer: Officer | None) -> bool:
    """Tell whether a memorandum may be approved by the answer that is written on it.

    One that goes out with number, day and enclosures, to another than who approves it, is not.
    """
    to = paper.anatomy.addressee
    if officer is None or to is None or not is_whole(paper):
        return True
    asked = officer_at(paper, to)
    return asked is not None and asked.known.id == officer.known.id
