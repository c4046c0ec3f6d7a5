"""The tables of ``clearance.gate`` in the form in which the database holds them."""

from __future__ import annotations

from clearance.gate import TABLES


def lawful_acts() -> list[tuple[str, ...]]:
    """Return one row for each act, state and role: flow, act, from, to, role, power, scope."""
    return sorted(
        (
            flow.value,
            transition.name,
            source,
            source if transition.target is None else transition.target,
            role.value,
            transition.power.value,
            transition.scope.value,
        )
        for flow, table in TABLES.items()
        for transition in table.transitions
        for source in transition.sources
        for role in transition.by
    )


def flows_and_acts_that_need(code: str) -> str:
    """Return an SQL list of ``'flow act'`` for all acts with the condition of this code."""
    return ", ".join(f"'{flow} {act}'" for flow, act in _that_need(code))


def acts_that_need(code: str) -> str:
    """Return an SQL list of the acts that have the condition of this code in any flow."""
    return ", ".join(f"'{act}'" for act in sorted({act for _flow, act in _that_need(code)}))


def _that_need(code: str) -> list[tuple[str, str]]:
    return [
        (flow.value, transition.name)
        for flow, table in TABLES.items()
        for transition in table.transitions
        if code in {need.code for need in transition.needs}
    ]
