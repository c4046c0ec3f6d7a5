"""May who signs sign it, and was it approved: against the register of signatories and powers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.legal_basis import amounts
from clearance.review.checks.legal_basis.approval import check_approval
from clearance.review.checks.legal_basis.names import KINDS, LEVELS
from clearance.review.checks.legal_basis.powers import (
    Officer,
    allows,
    is_of_house,
    is_written_so,
    kind_of,
    level_of_addressee,
    officer_of,
    signed_on,
)
from clearance.review.checks.legal_basis.strangers import check_signature
from clearance.review.context import Context, KnownSignatory
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.approvals import approver_of
from clearance.review.mentions.anatomy.blocks import SignatureBlock
from clearance.review.mentions.names import Likeness
from clearance.review.paper import Paper
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
_INSIDE = frozenset({Kind.MEMORANDUM, Kind.CONTRACT})
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
    yield from check_approval(paper, officers)


def _sent_by(paper: Paper) -> tuple[SignatureBlock, Officer] | None:
    """Return who sends a memorandum that nobody signs at its foot."""
    sender = paper.anatomy.sender
    if paper.kind is not Kind.MEMORANDUM or sender is None or paper.anatomy.signatures:
        return None
    block = approver_of(paper.text, paper.skeleton, sender)
    officer = officer_of(paper, block.name, block.title)
    return (block, officer) if officer and is_of_house(paper, officer) else None


def _who(paper: Paper, signature: SignatureBlock, officer: Officer) -> Iterator[Finding]:
    """Compare name and post with the register."""
    known = officer.known
    if officer.name == Likeness.NEAR and signature.name:
        yield found(
            "LEG025", *signature.name, suggestion=known.names.get(paper.language),
            printed=paper.text[slice(*signature.name)], right=known.names,
        )  # fmt: skip
    has_name = signature.name and is_written_so(paper, signature.name, known.names.values())
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
