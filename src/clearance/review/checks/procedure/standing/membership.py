"""Who is a member: observers that a text counts among the members, members it calls suspended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.procedure.decisions import is_open, sentence_at
from clearance.review.context import Fact, KnownState
from clearance.review.finding import Finding
from clearance.review.mentions.states import states_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

AMONG = tuple(
    Trigger("among members", words, literal=True)
    for words in (
        "member states, including", "member states including", "member states, such as",
        "member states such as", "member states, notably", "member states, among them",
        "member states, like", "états membres, dont", "états membres, notamment",
        "états membres, y compris", "états membres, tels que", "états membres, comme",
        "états membres tels que", "états membres comme", "الدول الأعضاء، ومنها",
        "للدول الأعضاء، ومنها", "دول الأعضاء، ومنها", "دول الأعضاء ومنها", "دول الأعضاء، بما فيها",
        "دول الأعضاء بما فيها", "دول الأعضاء، مثل", "دول الأعضاء مثل", "دول الأعضاء، ومن بينها",
    )
)  # fmt: skip
SUSPENDED = tuple(
    Trigger("member suspended", words, literal=True)
    for words in (
        "whose membership", "membership is suspended", "membership remains suspended",
        "membership is under suspension", "membership is still suspended", "a suspended member",
        "suspended member state", "dont la qualité de membre", "membre suspendu",
        "est suspendue de",
        "dont l'adhésion est", "المعلقة عضويت", "المجمدة عضويت", "عضويتها معلقة", "عضويتها المعلقة",
        "عضويتها مجمدة", "علقت عضويتها",
    )
)  # fmt: skip
_HOUSE = compiled(
    r"islamic cooperation|cooperation islamique|التعاون الإسلامي|\boic\b|\boci\b|islamic|"
    r"general secretariat|secretariat general|الأمانة العامة|للأمانة العامة"
)
_OTHERS = compiled(
    r"\b(?:united nations|african union|ecowas|league|european union|commonwealth|nations unies|"
    r"union africaine|cedeao|ligue|union europeenne|francophonie|الأمم المتحدة|الاتحاد|جامعة الدول|"
    r"الجماعة الاقتصادية)\b"
)
_IS_SUSPENDED = compiled(
    r"\b(?:is|remains?|stays?|being|est|demeure|reste)\s+(?:still |currently |now |toujours |"
    r"actuellement )?(?:under suspension|suspended|frozen|suspendue?|gelee)|\bsuspended member|"
    r"membre suspendu|(?:ال)?(?:معلقة|مجمدة) عضويت\w+|عضويت\w+ (?:ال)?(?:معلقة|مجمدة)"
)
_NOT = compiled(r"\b(?:not|never|no longer|n'est|ne|plus|ليست|غير|لم|لا)\b")
_REACH = 160


def check(paper: Paper) -> Iterator[Finding]:
    """Find observers counted among the members, and members said to be suspended that are not."""
    if paper.kind is None or not _HOUSE.search(paper.skeleton):
        return
    yield from _among_members(paper)
    yield from _suspended(paper)


def _among_members(paper: Paper) -> Iterator[Finding]:
    skeleton = paper.skeleton
    observers = [fact for fact in paper.context.facts if fact.holds == "observer"]
    for start, end in paper.hits("among members"):
        begin, close = sentence_at(skeleton, start, end)
        if _OTHERS.search(skeleton, begin, end):
            continue
        said = skeleton[end : min(close, end + _REACH)]
        for fact in observers:
            if any(fold(name).skeleton in said for name in fact.subjects):
                told = {language.value: name for language, name in fact.name.items()}
                yield found("PRO019", start, end, fact=told, source=fact.source)
                break


def _suspended(paper: Paper) -> Iterator[Finding]:
    """Find a member whose suspension no decision of the register tells."""
    skeleton, done = paper.skeleton, -1
    for start, end in paper.hits("member suspended"):
        begin, close = sentence_at(skeleton, start, end)
        if begin == done or _OTHERS.search(skeleton, begin, close):
            continue
        said = _IS_SUSPENDED.search(skeleton, max(begin, start - 2), close)
        if said is None or _NOT.search(skeleton, begin, said.end()):
            continue
        if is_open(skeleton, begin, close):
            continue
        states = states_of(paper.context)
        named = [states.states[one.iso3] for one in states.read(skeleton, begin, close)]
        members = [state for state in named if state.is_member]
        if members and not any(_is_decided(state, paper.context.facts) for state in members):
            done = begin
            yield found("PRO028", *said.span(), state=dict(members[0].short))


def _is_decided(state: KnownState, facts: Iterable[Fact]) -> bool:
    """Tell whether a decision of the register is about the state's suspension."""
    names = {*state.short.values()}
    return any(fact.matter == "suspension" and names & {*fact.subjects} for fact in facts)
