"""The page of the gate, written from its tables, so that no document can say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clearance.data import practice_rules
from clearance.gate.engine_refusals import ENGINE_REFUSALS
from clearance.gate.incoming import INCOMING
from clearance.gate.memoranda import MEMORANDA
from clearance.gate.outgoing import OUTGOING
from clearance.gate.refusal import Refused, Unmet
from clearance.gate.situation import Scope
from clearance.gate.transition import Table, Transition
from clearance.terms.words import ACT_WORDS, ROLE_WORDS, STATE_WORDS

_TITLES = (
    (
        INCOMING,
        "Incoming papers",
        "Nothing from outside reaches a department before the Cabinet has directed it there.",
    ),
    (
        OUTGOING,
        "Outgoing papers",
        "Nothing is issued, whoever signs it, that the Cabinet has not cleared on exactly that"
        " revision.",
    ),
    (
        MEMORANDA,
        "Memoranda between departments",
        "They are issued through the Cabinet, like everything else.",
    ),
)
_WHERE = {
    Scope.HOUSE: "",
    Scope.FROM_UNIT: "; only of the unit that drafts the paper",
    Scope.ACTION_UNIT: "; only of the unit that has the paper for action",
    Scope.PERSON: "; only the officer whom the envelope names",
}
_INTRODUCTION = """\
# The gate

<!-- Written by `cabinet gate_page` from the tables in src/clearance/gate. Do not edit. -->

Every paper of the Secretariat stands in one state, and moves from one to the next by an act of an
officer. This page lists all lawful acts. **What is not listed is refused.** An act is refused, too,
where one of its needs is not met; the refusal then names all of them, each by its code.

Rights belong to posts. An officer uses a post as its holder, as acting for its holder, or by a
delegation in writing, each between two days, within its limits of power, kind of document and rank
of addressee. “Rule” says where a line comes from; a guess of ours says so.
"""


def tell_gate() -> str:
    """Return the page of the gate in Markdown: each table with its diagram, refusals, sources."""
    parts = [_INTRODUCTION]
    parts += (_tell_table(table, title, promise) for table, title, promise in _TITLES)
    parts += (_tell_refusals(), _tell_sources())
    return "\n".join(parts)


def tell_rows(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; bars and line ends inside a cell are made harmless."""
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join(f"| {' | '.join(_cell(each) for each in line)} |\n" for line in lines)


def all_refusals() -> dict[str, tuple[Unmet, type[Refused]]]:
    """Return every refusal of the rules by its code: what it says, and its class."""
    found = {told.code: (told, refusal) for told, refusal in ENGINE_REFUSALS}
    for table, _title, _promise in _TITLES:
        for transition in table.transitions:
            for need in transition.needs:
                found.setdefault(need.code, (need.told, need.refusal))
    return dict(sorted(found.items()))


def _tell_table(table: Table, title: str, promise: str) -> str:
    acts = tell_rows(
        ("Act", "From", "To", "Who", "Needs", "Rule"),
        (_tell_act(transition) for transition in table.transitions),
    )
    ends = ", ".join(STATE_WORDS[state] for state in table.states if state in table.final)
    return (
        f"## {title}\n\n{promise}\n\n{_draw(table)}\n"
        f"Acts that leave a paper in its state are in the table only. A paper rests for good when"
        f" it is: {ends}.\n\n{acts}"
    )


def _draw(table: Table) -> str:
    """Draw the table as a state diagram; acts between the same two states share an arrow."""
    lines = [f'    state "{STATE_WORDS[state]}" as {state}' for state in table.states]
    arrows: dict[tuple[str, str], list[str]] = {}
    for transition in table.transitions:
        for source in transition.sources:
            if transition.target not in (None, source):
                arrow = (source or "[*]", transition.target or "")
                arrows.setdefault(arrow, []).append(ACT_WORDS[transition.name])
    lines += (f"    {a} --> {b} : {' / '.join(acts)}" for (a, b), acts in arrows.items())
    lines += (f"    {state} --> [*]" for state in table.states if state in table.final)
    body = "\n".join(lines)
    return f"```mermaid\nstateDiagram-v2\n{body}\n```\n"


def _tell_act(transition: Transition) -> tuple[str, ...]:
    name = f"**{ACT_WORDS[transition.name]}** (`{transition.name}`)<br>{transition.does}"
    if transition.inner:
        name += " *Not shown outside the Cabinet.*"
    needs = "; ".join(f"{need.name} ({need.code})" for need in transition.needs)
    return (
        name,
        ", ".join(STATE_WORDS[state] if state else "a new paper" for state in transition.sources),
        "stays" if transition.target is None else STATE_WORDS[transition.target],
        _tell_who(transition),
        needs or "nothing more",
        transition.source_rule,
    )


def _tell_who(transition: Transition) -> str:
    roles = ", ".join(word for role, word in ROLE_WORDS.items() if role in transition.by)
    narrowed = "; of these, whom the signatory matrix names" if transition.by_matrix else ""
    return roles + _WHERE[transition.scope] + narrowed


def _tell_refusals() -> str:
    rows = (
        (code, told.sentence, told.remedy, f"{refusal.__name__} ({refusal.status})")
        for code, (told, refusal) in all_refusals().items()
    )
    return (
        "## What the gate says when it does not open\n\n"
        "Words between %( and )s are filled in. The last column is the kind of the refusal and the"
        " answer of the web server: 403, the officer may not; 409, the paper is not ready.\n\n"
        + tell_rows(("Code", "It says", "It advises", "Kind"), rows)
    )


def _tell_sources() -> str:
    rules = "\n".join(
        transition.source_rule for table, *_ in _TITLES for transition in table.transitions
    )
    rows = ((each.code, each.rule) for each in practice_rules() if each.code in rules)
    return (
        "## The rules behind the letters\n\n"
        "Rules of other houses, in our words: a model only, until a rule of the Organisation is"
        " found. “Mandate” is the mandate of the Cabinet of the Secretary-General.\n\n"
        + tell_rows(("Letters", "The rule"), rows)
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
