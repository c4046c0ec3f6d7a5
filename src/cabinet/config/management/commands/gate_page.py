"""``cabinet gate_page``: write docs/the-gate.md from the tables and from the database's guards."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import models

from cabinet.gate.actions.sheet import REFUSALS
from cabinet.ledger.guards import Guard, Protected
from cabinet.ledger.guards.registry import declared
from clearance.gate.page import tell_gate, tell_rows

PAGE = Path(__file__).resolve().parents[5] / "docs" / "the-gate.md"
_DESKS = (
    "registry", "review", "gate", "dispatch", "accounts", "directory", "terminology", "ledger",
)  # fmt: skip


class Command(BaseCommand):
    """Write the page of the gate, or tell that the one written is stale."""

    help = "Write docs/the-gate.md; with --check, only tell whether it is stale."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add --check."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare the page.

        :raises CommandError: with --check, where the page says something else than the tables.
        """
        page = whole_page()
        if not options["check"]:
            PAGE.parent.mkdir(exist_ok=True)
            PAGE.write_text(page, encoding="utf-8")
        elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
            raise CommandError("docs/the-gate.md is stale. Run `cabinet gate_page`.")


def whole_page() -> str:
    """Return the page of the rules, followed by what the database itself refuses."""
    return "\n".join([tell_gate(), _tell_sheet(), _tell_guards(), _tell_protected()])


def _tell_sheet() -> str:
    rows = ((told.code, told.sentence, told.remedy) for told in REFUSALS)
    return "## What the review sheet says\n\n" + tell_rows(("Code", "It says", "It advises"), rows)


def _tell_guards() -> str:
    text = (
        "## What the database itself refuses\n\n"
        "These guards stand in the database, so that an act which did not come through the"
        " application meets the same gate. A guard with a code of the list above holds the same"
        " rule in the database's own words.\n"
    )
    for desk in _in_order(guard.model for guard in declared().guards):
        rows = (_tell_guard(guard) for guard in declared().guards if _desk_of(guard.model) == desk)
        text += f"\n### {desk.capitalize()}\n\n" + tell_rows(
            ("Guard", "When", "It says", "Code", "Rule"), rows
        )
    return text


def _tell_guard(guard: Guard) -> tuple[str, ...]:
    when = "a new row" if guard.on == "insert" else "a changed row"
    name = f"`{guard.name}`"
    return name, f"{when} of {guard.model.__name__}", guard.sentence, guard.code, guard.source


def _tell_protected() -> str:
    rows = sorted(_tell_rows_of(each) for each in declared().protected)
    return (
        "### Rows that are never deleted, replaced or emptied\n\n"
        "“The record” is the chained record of all acts: each new row and each change of one"
        " becomes an event in it.\n\n"
        + tell_rows(("Rows of", "What alone may change", "In the record"), rows)
    )


def _tell_rows_of(protected: Protected) -> tuple[str, ...]:
    changes = ", ".join(f"`{column}`" for column in protected.may_change) or "nothing"
    return (
        f"{protected.model.__name__} (`{protected.table}`)",
        changes,
        "yes" if protected.recorded else "no",
    )


def _in_order(guarded: Iterable[type[models.Model]]) -> list[str]:
    """Return the desks of these models, as the page orders them; unknown ones come last."""
    found = {_desk_of(model) for model in guarded}
    return [desk for desk in _DESKS if desk in found] + sorted(found.difference(_DESKS))


def _desk_of(model: type[models.Model]) -> str:
    return str(apps.get_app_config(model._meta.app_label).label)
