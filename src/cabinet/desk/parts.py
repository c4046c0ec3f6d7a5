"""The lines of a register book, made in Python for their speed, as the cells of ``ui`` are.

Fifty rows made by a template cost as much as all the rest of the page together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from markupsafe import Markup

from cabinet.desk.queries import Row
from cabinet.desk.waiting import Waiting
from cabinet.ui.moments import brief
from cabinet.ui.parts import badge
from cabinet.ui.words import word
from clearance.terms import Urgency


def book_columns(flow: str) -> list[str]:
    """Return the headings of a book, in the active language, in the order of its cells."""
    to_label = _("For action") if flow == "incoming" else _("To")
    return [
        _("Number"), _("Subject"), _("From"), to_label, _("State"), _("Deadline"), _("Entered on"),
    ]  # fmt: skip


def book_rows(rows: Iterable[Row], columns: list[str]) -> Markup:
    """Return the rows of a book as markup; whatever an officer or a paper says is escaped."""
    labels = [escape(each).replace("%", "%%") for each in columns]
    line = (
        '<tr{mark}><td class="is-number" data-label="{0}"><bdi>%s</bdi></td>'
        '<td class="is-lead" data-label="{1}"><a href="%s"><bdi>%s</bdi></a></td>'
        '<td data-label="{2}">%s</td><td data-label="{3}">%s</td><td data-label="{4}">%s</td>'
        '<td class="is-when" data-label="{5}">%s</td><td class="is-when" data-label="{6}">%s</td>'
        "</tr>\n"
    )
    plain = line.format(*labels, mark="")
    pressing = line.format(*labels, mark=' class="row-urgent"')
    said = _Said()
    return Markup(  # noqa: S704 - each value is escaped in _cells
        "".join(
            (pressing if row.urgency == Urgency.IMMEDIATE else plain) % _cells(row, said)
            for row in rows
        )
    )


class _Said:
    """What the rows of one page say in the active language, each looked up once for the page."""

    def __init__(self) -> None:
        self.untitled = _("Without a subject")
        self._zone = timezone.get_current_timezone()
        self._days: dict[date | None, str] = {None: ""}
        self._badges: dict[tuple[str, int], str] = {}

    def standing(self, row: Row) -> str:
        """Return the badge of the state, and that of the urgency where it is not ordinary."""
        key = row.state, row.urgency
        if key not in self._badges:
            found = str(badge(row.state))
            if row.urgency > Urgency.ORDINARY:
                found += f" {badge(row.urgency, kind='urgency')}"
            self._badges[key] = found
        return self._badges[key]

    def day(self, value: date | None) -> str:
        """Return a day in short, escaped; an empty text for None."""
        found = self._days.get(value)
        if found is None:
            found = self._days[value] = escape(brief(value))
        return found

    def day_of(self, moment: datetime) -> str:
        """Return the day of a moment, in the office's time zone."""
        return self.day(moment.astimezone(self._zone).date())


def _cells(row: Row, said: _Said) -> tuple[str, ...]:
    return (
        escape(row.number or "–"),
        escape(row.href),
        escape(row.subject or said.untitled),
        escape(row.sender),
        escape(row.receiver),
        said.standing(row),
        said.day(row.due_on),
        said.day_of(row.opened_at),
    )


def desk_columns() -> list[tuple[str, str]]:
    """Return the headings of a group on the desk with their kinds, in the order of its cells."""
    return [
        (_("Number"), "number"), (_("Subject"), "wide"), (_("From and to"), ""),
        (_("State"), ""), (_("Deadline"), "when"), (_("Next act"), "act"),
    ]  # fmt: skip


def desk_rows(papers: Iterable[Waiting], columns: list[tuple[str, str]]) -> Markup:
    """Return the rows of a group on the desk as markup; whatever a paper says is escaped."""
    labels = [escape(label).replace("%", "%%") for label, _kind in columns]
    line = (
        '<tr{mark}><td class="is-number" data-label="{0}"><bdi>%s</bdi></td>'
        '<td class="is-lead" data-label="{1}"><a href="%s"><bdi>%s</bdi></a></td>'
        '<td data-label="{2}">%s</td><td data-label="{3}">%s</td>'
        '<td class="is-when" data-label="{4}">%s</td>'
        '<td class="is-act" data-label="{5}"><a class="button button-quiet" href="%s">%s</a></td>'
        "</tr>\n"
    )
    plain = line.format(*labels, mark="")
    pressing = line.format(*labels, mark=' class="row-urgent"')
    said = _DeskSaid()
    return Markup(  # noqa: S704 - each value is escaped in _desk_cells
        "".join(
            (pressing if each.overdue or each.row.urgency == Urgency.IMMEDIATE else plain)
            % _desk_cells(each, said)
            for each in papers
        )
    )


class _DeskSaid(_Said):
    """The same with the words of the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.to = escape(_("To: %(receiver)s"))
        self.overdue = str(badge("2", label=_("Overdue"), kind="urgency"))
        self._acts = {
            "sheet": escape(_("Open the review sheet")),
            "reply": escape(_("Draft the reply")),
            "item": escape(_("Open the paper")),
        }

    def act(self, act: str) -> str:
        """Return what the button of an act says, escaped."""
        if act not in self._acts:
            self._acts[act] = escape(word(act, "act"))
        return self._acts[act]


def _desk_cells(waiting: Waiting, said: _DeskSaid) -> tuple[str, ...]:
    row = waiting.row
    parties = f"<div>{escape(row.sender)}</div>" if row.sender else ""
    if row.receiver:
        receiver = {"receiver": f"<bdi>{escape(row.receiver)}</bdi>"}
        parties += f'<div class="soft">{said.to % receiver}</div>'
    due = ""
    if row.due_on:
        due = f'<time datetime="{row.due_on.isoformat()}">{said.day(row.due_on)}</time>'
        due += f" {said.overdue}" if waiting.overdue else ""
    return (
        escape(row.number or "–"),
        escape(row.href),
        escape(row.subject or said.untitled),
        parties,
        said.standing(row),
        due,
        escape(waiting.href),
        said.act(waiting.act),
    )


def options(words: Mapping[Any, Any], chosen: str) -> Markup:
    """Return the options of a list of choices, the chosen one marked."""
    return Markup(  # noqa: S704 - each value and each word is escaped
        "".join(
            f'<option value="{escape(str(value))}"{" selected" if str(value) == chosen else ""}>'
            f"{escape(str(said))}</option>"
            for value, said in words.items()
        )
    )
