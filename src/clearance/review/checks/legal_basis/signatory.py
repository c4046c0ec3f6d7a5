"""May who signs sign it, and was it approved: against the register of signatories and powers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis import amounts
from clearance.review.checks.legal_basis.approval_days import (
    dated_below,
    may_be_answer,
    officer_at,
)
from clearance.review.checks.legal_basis.lines_needed import (
    is_ours,
    is_seen_only,
    may_tell_approval,
    needs_approval,
    needs_no_line,
)
from clearance.review.checks.legal_basis.names import KINDS, LEVELS
from clearance.review.checks.legal_basis.powers import (
    Officer,
    allows,
    is_of_house,
    kind_of,
    level_of_addressee,
    officer_of,
    signed_on,
)
from clearance.review.checks.legal_basis.strangers import check_signature, low_post
from clearance.review.checks.legal_basis.told_approval import Told, approvals_told
from clearance.review.context import Context, KnownSignatory
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.approvals import APPROVES, approver_of, post_of_label
from clearance.review.mentions.anatomy.blocks import SignatureBlock
from clearance.review.mentions.names import Likeness
from clearance.review.paper import Paper
from clearance.review.particulars import Approval
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import AddresseeLevel, Kind, Role

_GOVERNMENTS = frozenset(
    {
        AddresseeLevel.HEAD_OF_STATE, AddresseeLevel.HEAD_OF_GOVERNMENT,
        AddresseeLevel.FOREIGN_MINISTER, AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        AddresseeLevel.MINISTER, AddresseeLevel.PERMANENT_REPRESENTATIVE,
    }
)  # fmt: skip
_HIGHEST = frozenset({Role.SECRETARY_GENERAL.value, Role.DIRECTOR_GENERAL.value})
_CLEARING = frozenset(each.value for each in Role) - {Role.SECRETARY_GENERAL.value}
_INSIDE = frozenset({Kind.MEMORANDUM, Kind.CONTRACT})
_VISA = compiled(
    r" *(?:(?:projet|draft|texte?) )?(?:visas?|vise|vu|seen|(?:ال)?تأشيرة?|"
    r"(?:legal|financial|technical|budget(?:ary)?|security) (?:clearance|review|visa)|cleared)\b"
    r"(?!,? (?:for (?:issue|issuance|dispatch|signature|release|transmission)|bon pour|"
    r"d'approbation|d'autorisation|of approval|(?:ال)?موافقة|(?:ال)?اعتماد)\b)"
    r"(?! (?:et|and|و) ?(?:approuv|approb|approv|autoris|authori|accord|موافق|اعتماد))"
)
# "Under the delegation of 5 January, valid until 31 December".
_UNTIL = compiled(
    r"(?:until|till|up to|valid (?:to|through)|jusqu'au|valable (?:jusqu'|au)|حتى|لغاية|"
    r"(?:ال)?ساري\w*) ?(?:the |le |au |في |يوم )?$"
)
_OF_MEETING = compiled(
    r" *(?:the |le |la |l'|for the |pour l[ea] )?(?:chair(?:man|woman|person)?|rapporteur|"
    r"president|"
    r"secretary|presidente?|rapporteure|secretaire|(?:ال)?مقررة?|(?:ال)?رئيسة?|رئيسة?|"
    r"(?:ال)?أمين(?:ة)?(?: السر)?|أمينة?)"
    r"(?: (?:of|de|du|de la|for) (?:the |la |l')?(?:meeting|session|sitting|committee|panel|"
    r"reunion|"
    r"seance|commission|comite)| (?:de )?(?:seance|(?:ال)?(?:اجتماع|جلسة|لجنة)))? *$"
)
_BEYOND = compiled(
    r"(?:exceed(?:s|ing)?|above|beyond|over) (?:the |my |our )?(?:ceiling|limit|threshold|power|"
    r"authority)|"
    r"(?:depass(?:e|ant)|excede|au-dela d[eu]) ?(?:le |la |les |ma |mes |sa |ses )?"
    r"(?:plafond|limite|seuil|competence|pouvoir)|"
    r"(?:ي|ت)(?:تجاوز|تخطى|فوق) (?:ال)?(?:سقف|حد|صلاحي|حدود)"
)
# "Opinion of Legal Affairs: no objection (name, post)" is no signature.
_OPINION = compiled(
    r"[ |*]*(?:(?:legal|financial) )?(?:opinions?|advice|visas?|clearance|cleared|avis|vise|"
    r"رأي|إفادة|(?:ال)?تأشيرة?|أجازه?|مراجعة)\b[^\n]{0,60}:"
)
_NO_NAME = compiled(r"(?:i|we|je|nous|please|veuillez|أنا|نحن) ")


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return amounts.TRIGGERS


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with who signs and who approved."""
    anatomy = paper.anatomy
    signed = []
    for signature in anatomy.signatures:
        officer = officer_of(paper, signature.name, signature.title)
        if officer is None or not is_of_house(paper, officer):
            continue
        line = paper.skeleton.rfind("\n", 0, _whole(signature)[0]) + 1
        if not _OPINION.match(paper.skeleton, line):
            signed.append((signature, officer))
    if not signed and (sent := _sent_by(paper)):
        signed.append(sent)  # a memorandum of whose sender the head speaks, and no signature
    if not signed:
        yield from check_signature(paper)
    officers = [officer for _, officer in signed]
    for signature, officer in signed:
        yield from _who(paper, signature, officer)
        yield from _powers(paper, signature, officer)
    yield from _by_another(paper, signed)
    yield from _authorised(paper, officers)
    yield from _approval(paper, officers)


def _sent_by(paper: Paper) -> tuple[SignatureBlock, Officer] | None:
    """Return who sends a memorandum that nobody signs at its foot."""
    sender = paper.anatomy.sender
    if paper.kind is not Kind.MEMORANDUM or sender is None or paper.anatomy.signatures:
        return None
    block = approver_of(paper.text, paper.skeleton, sender)
    officer = officer_of(paper, block.name, block.title)
    return (block, officer) if officer and is_of_house(paper, officer) else None


def _is_written_so(paper: Paper, name: Stretch, known: Iterable[str]) -> bool:
    """Tell whether the register has a name in the script of the printed one."""
    is_latin = paper.skeleton[name[0] : name[1]].isascii()
    return any(_is_latin(each) == is_latin for each in known)


@lru_cache(maxsize=512)
def _is_latin(name: str) -> bool:
    return fold(name).skeleton.isascii()


def _who(paper: Paper, signature: SignatureBlock, officer: Officer) -> Iterator[Finding]:
    """Compare name and post with the register."""
    known = officer.known
    if officer.name == Likeness.NEAR and signature.name:
        yield found(
            "LEG025", *signature.name, suggestion=known.names.get(paper.language),
            printed=paper.text[slice(*signature.name)], right=known.names,
        )  # fmt: skip
    has_name = signature.name and _is_written_so(paper, signature.name, known.names.values())
    if has_name and signature.name and _NO_NAME.match(paper.skeleton, *signature.name):
        return  # "I remain, Excellency, with sincere respect," is no name
    if officer.name == Likeness.OTHER and signature.name and has_name:
        yield found(
            "LEG026", *signature.name, suggestion=known.names.get(paper.language),
            printed=paper.text[slice(*signature.name)], right=known.names, post=known.titles,
        )  # fmt: skip
    elif signature.title and (
        officer.post == posts.Match.OTHER or _is_of_another(paper, officer, signature)
    ):
        if _OF_MEETING.match(paper.skeleton, *signature.title):
            return  # what an officer is in a meeting is no post
        yield found(
            "LEG023", *signature.title, suggestion=known.titles.get(paper.language),
            printed=paper.text[slice(*signature.title)], name=known.names, right=known.titles,
        )  # fmt: skip


def _is_of_another(paper: Paper, officer: Officer, signature: SignatureBlock) -> bool:
    """Tell whether the post under the officer's name is wholly that of the Secretary-General."""
    if officer.post != posts.Match.PARTLY or signature.title is None:
        return False
    printed = paper.skeleton[slice(*signature.title)]
    return any(
        entry.role == Role.SECRETARY_GENERAL
        and entry not in officer.entries
        and any(
            posts.compare(printed, fold(title).skeleton) == posts.Match.SAME
            for title in entry.titles.values()
        )
        for entry in paper.context.signatories
    )


def _by_another(paper: Paper, signed: list[tuple[SignatureBlock, Officer]]) -> Iterator[Finding]:
    """Find the signature of another than who is to sign; one of two signatures is enough."""
    given = paper.particulars.signatory
    right = next((one for one in paper.context.signatories if given and one.id == given), None)
    if right is None or any(
        entry.id == right.id or (entry.role and entry.role == right.role)
        for _, officer in signed
        for entry in officer.entries
    ):
        return
    for signature, officer in signed:
        place = signature.name or signature.title or (0, 0)
        yield found("LEG028", *place, right=right.titles, printed=officer.known.titles)


def _powers(paper: Paper, signature: SignatureBlock, officer: Officer) -> Iterator[Finding]:
    """Compare the paper with what the officer may sign."""
    place = _whole(signature)
    level = level_of_addressee(paper)
    day = signed_on(paper)
    kind = kind_of(paper)
    entries = officer.entries
    if kind is None:
        return
    of_kind = [entry for entry in entries if kind.value in entry.kinds]
    if not of_kind:
        # a kind that nobody may sign is one that the register does not speak of
        if not any(kind.value in entry.kinds for entry in paper.context.signatories):
            return
        yield found("LEG020", *place, post=officer.known.titles, kind=KINDS[kind])
        return
    to_level = [entry for entry in of_kind if allows(entry, level)]
    if not to_level and level is not None:
        yield found(
            "LEG021", *place, post=officer.known.titles, kind=KINDS[kind], rank=LEVELS[level]
        )
        return
    in_force = [entry for entry in to_level if _is_in_force(entry, paper)]
    if day is not None and to_level and not in_force:
        yield found("LEG024", *place, post=officer.known.titles, date=day)
        return
    if kind is Kind.REPORT:
        return  # it tells and recommends, and nobody pays by it
    limits = [entry.limit for entry in in_force or of_kind]
    highest = None if None in limits else max((limit for limit in limits if limit), default=None)
    if highest is None:
        return
    amount, at = amounts.committed(paper)
    if amount is not None and amount > highest and not _asks_above(paper):
        is_given = paper.particulars.amount is not None or kind == Kind.CONTRACT
        places = [(place, at)] if at is None else [(place, at), (at, place)]
        for where, other in places:  # either may be what is wrong, and they stand pages apart
            yield found(
                "LEG022", *where, level=Level.STOP if is_given and where == place else None,
                elsewhere=(other,) if other else (),
                post=officer.known.titles, amount=amount, limit=highest,
            )  # fmt: skip


def _asks_above(paper: Paper) -> bool:
    """Tell whether a memorandum says itself that the amount is beyond its sender's power."""
    return paper.kind is Kind.MEMORANDUM and _BEYOND.search(paper.skeleton) is not None


def _is_in_force(entry: KnownSignatory, paper: Paper) -> bool:
    day = signed_on(paper)
    if day is None:
        return True
    return (entry.since is None or entry.since <= day) and (
        entry.until is None or day <= entry.until
    )


def _whole(signature: SignatureBlock) -> Stretch:
    parts = [part for part in (signature.name, signature.title) if part]
    return min(part[0] for part in parts), max(part[1] for part in parts)


def _authorised(paper: Paper, officers: list[Officer]) -> Iterator[Finding]:
    """Find a paper to a Government that nobody authorised; his own signature is authority."""
    if paper.particulars.authorised is not False or paper.kind in _INSIDE:
        return
    if paper.particulars.unsigned and not officers:
        return  # it may be for his own signature
    if any(entry.role == Role.SECRETARY_GENERAL for o in officers for entry in o.entries):
        return
    if level_of_addressee(paper) in _GOVERNMENTS:
        start, end = paper.anatomy.addressee or (0, 0)
        yield found("LEG035", start, end)


def _approval(paper: Paper, officers: list[Officer]) -> Iterator[Finding]:
    """Find an approval that is missing, by the wrong officer, or too late."""
    line = paper.anatomy.approval
    yield from _recorded(paper)
    if line is None:
        told = list(approvals_told(paper)) if may_tell_approval(paper) else []
        yield from _told(paper, told)
        if not told and not _approvals_on_record(paper) and needs_approval(paper, officers):
            end = len(paper.text.rstrip())
            start = paper.text.rfind("\n", 0, end) + 1
            yield found(
                "LEG030", start, end, kind=KINDS[kind_of(paper) or Kind.LETTER],
                level=Level.NOTE if needs_no_line(paper, officers) else None,
            )  # fmt: skip
        return
    approver = paper.anatomy.approver or approver_of(paper.text, paper.skeleton, line)
    if approver.name is None and approver.title is None:  # "Approval of the Director: 13 October"
        approver = SignatureBlock(None, post_of_label(paper.skeleton, *line))
    officer = officer_of(paper, approver.name, approver.title)
    yield from _approver(paper, line, approver, officer, officers)
    day = signed_on(paper)
    dated = [one for one in paper.dates if line[0] <= one.start < line[1]] or dated_below(
        paper, line
    )
    for mention in dated:
        is_end = _UNTIL.search(paper.skeleton, max(0, mention.start - 24), mention.start)
        if mention.value and day and mention.value > day and not is_end:
            kind = kind_of(paper)
            is_asked = kind is None and paper.anatomy.sender is not None
            is_answer = kind == Kind.MEMORANDUM and may_be_answer(paper, officer)
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
    has_name = approver.name and _is_written_so(paper, approver.name, names)
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
