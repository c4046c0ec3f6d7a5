"""Finding entries of the directory, and reading the signatory matrix. Reads only.

The directory is of the outside world: it never tells what was written to anybody, nor how much.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Max, Q, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Unit
from cabinet.directory.actions import folded
from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.ledger.composed import composed
from cabinet.ui.languages import language
from clearance.authority import Capacity
from clearance.terms import AddresseeLevel, Role
from clearance.terms.posts import CABINET, REGISTRY

SHOWN = 50
SUGGESTED = 12
_LEADERSHIP = frozenset({Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL})
_PROTOCOL = "PRO"


def may_enter(duty: Duty) -> bool:
    """Tell whether an officer enters correspondents: the Registry, the Cabinet, Protocol's head.

    Source: the mandate, Protocol Department and "accuracy of the addressee's information"; the
    choice of posts is our guess.
    """
    if duty.roles & (REGISTRY | CABINET):
        return True
    headed = duty.units_as(Role.HEAD_OF_DEPARTMENT)
    return bool(headed) and Unit.objects.filter(pk__in=headed, code=_PROTOCOL).exists()


def may_set_matrix(duty: Duty) -> bool:
    """Tell whether an officer changes who may sign what: the leadership, in its own right.

    Source: the mandate, "the necessary approval from the authorized person".
    """
    return any(
        each.role in _LEADERSHIP and each.capacity is Capacity.TITULAR for each in duty.authorities
    )


def entries_like(words: str) -> QuerySet[Correspondent]:
    """Return the entries still in place whose names hold all the words, in any language."""
    found = Correspondent.objects.filter(names_hold(words), ends_on=None)
    return found.order_by(f"name_{language()}", "id")


def names_hold(words: str) -> Q:
    """Return the condition: the names of an entry hold all the words, in any language.

    The short name of its State counts among them: nobody types "الجمهورية التركية" for تركيا.
    """
    wanted = folded(words).split()
    states = _short_names() if wanted else {}
    condition = Q()
    for word in wanted:
        holds = Q(folded__contains=word)
        if named := [key for key, names in states.items() if word in names]:
            holds |= Q(country__in=named)
        condition &= holds
    return condition


def _short_names() -> dict[int, str]:
    """Return the short names of each State by its key, as the search compares them."""
    rows = Country.objects.order_by("id").values_list("id", "name_ar", "name_en", "name_fr")
    return {key: folded(*names) for key, *names in rows}


def entries_found(words: str, level: str, country: int | None) -> list[Correspondent]:
    """Return at most one more entry than a page shows, by name in the active language."""
    entries = entries_like(words).select_related("country")
    if level:
        entries = entries.filter(level=level)
    if country is not None:
        entries = entries.filter(country=country)
    return list(entries[: SHOWN + 1])


def incumbents_of(entry: Correspondent) -> list[Incumbent]:
    """Return who holds and held the post of an entry, the newest first."""
    rows = Incumbent.objects.filter(correspondent=entry)
    return list(rows.order_by(F("begins_on").desc(nulls_last=True), "-id"))


def entries_suggested(words: str) -> list[Correspondent]:
    """Return the few entries offered while an officer types a name; none for nothing typed."""
    return list(entries_like(words)[:SUGGESTED]) if words.strip() else []


def countries() -> QuerySet[Country]:
    """Return the countries of the directory by their names in the active language."""
    return Country.objects.order_by(f"name_{language()}", "id")


def standing_cells(kind: str = "") -> list[SignatoryCell]:
    """Return the cells that permit a signature, of each cell its newest row; "": of all kinds."""
    return [each for each in _standing_cells.rows() if kind in ("", each.kind)]


@composed()
def _standing_cells() -> QuerySet[SignatoryCell]:
    by_cell = SignatoryCell.objects.order_by().values("kind", "level", "role")
    newest = by_cell.annotate(newest=Max("id")).values("newest")
    return SignatoryCell.objects.filter(pk__in=newest, permitted=True).order_by("id")


@dataclass(frozen=True)
class Signatories:
    """Who may sign one kind of document to one level; an empty ``cells`` means nobody."""

    level: AddresseeLevel
    cells: list[SignatoryCell]


def matrix_of(kind: str) -> list[Signatories]:
    """Return the matrix of one kind of document, a line for each level, in one query."""
    cells = _by_role(standing_cells(kind))
    return [
        Signatories(level, [each for each in cells if each.level == level])
        for level in AddresseeLevel
    ]


def _by_role(cells: Iterable[SignatoryCell]) -> list[SignatoryCell]:
    order = {role.value: place for place, role in enumerate(_RANKS)}
    return sorted(cells, key=lambda cell: order.get(cell.role, len(order)))


_RANKS = (
    Role.SECRETARY_GENERAL,
    Role.ASSISTANT_SECRETARY_GENERAL,
    Role.DIRECTOR_GENERAL,
    Role.HEAD_OF_DEPARTMENT,
    Role.EXTERNAL_OFFICE,
)
