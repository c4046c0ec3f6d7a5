"""Persons of the directory whom the text names beside its addressee: in which post, of which state.

Only a full name counts, and only a post that stands right beside it. Where two entries bear the
name, the one that agrees is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee import named_again, parties
from clearance.review.checks.addressee.directory import Directory, Entry
from clearance.review.checks.addressee.letter import Letter
from clearance.review.context import Context, KnownAddressee
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import is_post
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import AddresseeLevel, Language

_NAMED = "person of the directory"
_STYLE = (
    r"(?:(?:h\.? ?e\.?|h\.? ?r\.? ?h\.?|s\.? ?e\.?|s\.? ?a\.? ?r\.?|son excellence|his excellency|"
    r"her excellency|(?:his|her) (?:royal )?highness|son altesse(?: royale)?|mr|mrs|ms|dr|m|mme|"
    r"prof|(?:le |la )?prince(?:ss|sse)?|sheikha?|cheikha?|ambassador|ambassadeur|معالي|سعادة|سمو|"
    r"صاحبة? (?:السعادة|المعالي|السمو(?: الملكي)?)|الأميرة?|الشيخة?|السيدة?|"
    r"الدكتورة?|السفيرة?|الأستاذة?)\.?[ \n]+)*"
)
_AFTER = compiled(r",[ \n]+(?:the |le |la |l')?(?P<post>[^,.;()\n]{4,90}(?:\n[^,.;()\n]{1,60})?)")
_BEFORE = compiled(r"(?P<post>[^,.;:()\n]{4,90}?),?[ \n]+" + _STYLE + "$")
_WORD = on_demand(r"[^\W\d_]+")
# "the Minister thanked H.E. ...": a verb or a preposition parts the post from the name.
_PARTED = compiled(
    r"\b(?!united|federated|accredited)(?:\w{3,}ed|(?:wish|thank|meet|welcome|invite|ask|inform|"
    r"receive|express|convey|request|host|brief|greet|address|praise|commend|join|call|say|note)"
    r"(?:e?s)?|met|told|wrote|gave|sent|saw|said|paid|held|has|have|had|was|were|is|are|will|would|"
    r"shall|may|(?:remerci|felicit|invit|pri|inform|exprim|adress|souhait|salu|rencontr|accueill|"
    r"demand|transm)\w*|recoit|recu|tient|avait|ont|avaient|etait|sera)\b"
    r"|\b(?:to|by|from|with|and|that|aux?|par|avec|et|que)[ \n]*$"
    r"|(?<!\w)(?:إلى|مع|من|على|عن|بأن|أن|في رد\w{1,2})[ \n]*$|بالشكر"
)
_HAS = on_demand(r"\b(?:a|à|au)\s+[^\W\d_]+(?:é|i|u|is|it)\b|\b(?:à|au)\s*$")
_OFFICE_NAMES = """
mission ministry embassy department directorate secretariat government ministère ambassade
département direction gouvernement وزارة سفارة بعثة إدارة رئاسة أمانة ديوان مديرية مندوبية
"""
_OFFICES = frozenset(fold(word).skeleton for word in _OFFICE_NAMES.split())
_OF_STATE = compiled(r"[ \n]+(?:of|for|de|du|d'|pour|في|ل|لدى)[ \n]*(?:the |la |l')?$")
_REACH = 160


def triggers(context: Context) -> Iterator[Trigger]:
    """Return the full names of the directory."""
    names = {name for known in context.addressees for name in known.names.values()}
    yield from (
        Trigger(_NAMED, name, literal=True) for name in sorted(names) if " " in name.strip()
    )


def check(paper: Paper, directory: Directory, letter: Letter | None) -> Iterator[Finding]:
    """Find a person of the directory who is given another's post, or another state."""
    hits = paper.hits(_NAMED)
    day = letter.day if letter else paper.particulars.dated
    named: list[tuple[Stretch, list[Entry]]] = []
    told = (*paper.anatomy.addressees, *parties.blocks_of(paper))
    blocks = [(block.start, block.end) for block in told]
    signed = [one.name for one in paper.anatomy.signatures if one.name]
    for start, end in hits:
        if any(first <= start < last for first, last in (*blocks, *signed)):
            continue
        if paper.skeleton[end : end + 1].isalnum() or paper.skeleton[start - 1 : start].isalnum():
            continue
        entries = directory.named(paper.skeleton[start:end])
        held = [entry for entry in entries if entry.holds_on(day)]
        if held:
            named.append(((start, end), held))
        post = _post_beside(paper.text, paper.skeleton, start, end) if entries else None
        if post is not None and not _is_of_house(paper, post):
            yield from _compared(paper, directory, held, post)
    yield from named_again.check(paper, directory, named)


def _is_of_house(paper: Paper, post: Stretch) -> bool:
    """Whether the post is one of the house's own, whose holder is another person."""
    printed = paper.skeleton[slice(*post)]
    return posts.are_of_house(printed, paper.context)


def _post_beside(text: str, skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the post after the name, or before it; None: none stands there."""
    after = _AFTER.match(skeleton, end)
    if after is not None and is_post(skeleton, *after.span("post")):
        return after.span("post")
    before = _BEFORE.search(skeleton, max(0, start - _REACH), start)
    if before is None:
        return None
    found = None
    for word in reversed(list(_WORD.finditer(skeleton, *before.span("post")))):
        if is_post(skeleton, word.start(), before.end("post")):
            found = word.start()
        elif found is not None:
            break  # what stands further ahead is another's
    if found is None or _is_parted(text, skeleton, found, before.end("post")):
        return None
    return found, before.end("post")


def _is_parted(text: str, skeleton: str, start: int, end: int) -> bool:
    """Whether the post before a name is another's, who does something to the person."""
    if _PARTED.search(skeleton, start, end) or _HAS.search(text, start, end):
        return True
    return not posts.words_of(skeleton[start:end]).isdisjoint(_OFFICES)


_AMBASSADOR = compiled(r"\s*(?:l'|the )?ambass\w+\s*|\s*(?:ال)?سفيرة?\s*")


def _is_his_rank(printed: str, known: KnownAddressee) -> bool:
    """Tell whether a permanent representative is spoken of as the ambassador that he is."""
    if _AMBASSADOR.fullmatch(printed) is None:
        return False
    levels = {
        posts.level_of(fold(title).skeleton, of_state=True) for title in known.titles.values()
    }
    return AddresseeLevel.PERMANENT_REPRESENTATIVE in (known.level, *levels)


def _compared(
    paper: Paper, directory: Directory, entries: list[Entry], post: Stretch
) -> Iterator[Finding]:
    """Compare with the entries of the name; silent where one of them agrees."""
    states = list(directory.states.read(paper.skeleton, *post))
    end = next((state.start for state in states if state.start > post[0]), post[1])
    joined = _OF_STATE.search(paper.skeleton, post[0], end)
    end = joined.start() if joined else end
    wrong: Finding | None = None
    for entry in entries:
        held = [known for tongue, known in entry.posts if tongue == paper.language]
        fits = not held or any(
            posts.compare(paper.skeleton[post[0] : end], known) for known in held
        )
        fits = fits or _is_his_rank(paper.skeleton[post[0] : end], entry.known)
        of_state = not states or entry.known.state in {state.iso3 for state in states}
        if fits and of_state:
            return
        known = entry.known
        if not fits:
            wrong = found(
                "ADR004", post[0], end, suggestion=known.titles.get(paper.language),
                name=known.names, printed=_printed(paper, (post[0], end)), right=known.titles,
                level=Level.WARN,
            )  # fmt: skip
        elif known.state:
            right = directory.states.states.get(known.state)
            place = (states[0].start, states[0].end)
            wrong = found(
                "ADR005", *place, level=Level.WARN, name=known.names, post=known.titles,
                suggestion=directory.states.name(known.state, paper.language, formal=False),
                printed=_printed(paper, place),
                right=right.short if right else {Language.ENGLISH: known.state},
            )  # fmt: skip
    if wrong is not None:
        yield wrong


def _printed(paper: Paper, stretch: Stretch) -> str:
    return " ".join(paper.text[slice(*stretch)].split())
