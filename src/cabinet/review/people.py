"""Whom the house writes to and who signs for it, as the review knows them.

Former holders and delegations that are over stay in: a letter is held against its own day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Min

from cabinet.accounts.models import Delegation, Ending, Holding, Named, Officer, Post, Unit
from cabinet.directory.models import Correspondent, Incumbent
from cabinet.directory.queries import standing_cells
from cabinet.registry.models import Series
from clearance.data import member_states
from clearance.review.context import KnownAddressee, KnownSignatory
from clearance.terms import AddresseeLevel, Kind, Language, Power, Role
from clearance.terms.posts import DRAFTERS

# Papers that stay inside are no part of the signatory matrix; who may sign these is our guess.
_INSIDE = frozenset({Kind.MEMORANDUM, Kind.CONTRACT, Kind.DRAFT_RESOLUTION, Kind.REPORT})
_LEADERS = frozenset(
    {Role.SECRETARY_GENERAL, Role.ASSISTANT_SECRETARY_GENERAL, Role.DIRECTOR_GENERAL}
)
Names = dict[Language, str]
Reach = dict[frozenset[AddresseeLevel] | None, set[Kind]]


@dataclass(frozen=True)
class OwnSeries:
    """The forms of the house's own numbers, and the codes of the units that stand in them."""

    patterns: tuple[str, ...]
    units: frozenset[str]


def addressees_now() -> tuple[KnownAddressee, ...]:
    """Return those of the directory, in a query for each of its registers."""
    return tuple(_addressees())


def signatories_now() -> tuple[KnownSignatory, ...]:
    """Return the house's own posts with those who hold them or act for them, likewise."""
    return tuple(_signatories())


def series_now() -> OwnSeries:
    """Return the series of numbers in use."""
    rows = Series.objects.filter(in_use=True).order_by("id").values_list("pattern", flat=True)
    codes = Unit.objects.values_list("code", flat=True)
    return OwnSeries(tuple(dict.fromkeys(rows)), frozenset(codes))


def addressee_id(correspondent: Correspondent | None, on: date) -> str | None:
    """Return the entry that stands for a correspondent on a day; None: there is no addressee.

    Who held the post last stands for it where nobody is known to hold it that day.
    """
    if correspondent is None:
        return None
    rows = sorted(correspondent.incumbents.all(), key=lambda row: row.begins_on or date.min)
    holding = [row for row in rows if _holds(row.begins_on, row.ends_on, on)]
    found = [*rows, *holding][-1:]
    return _id(correspondent.pk, found[0].pk if found else None)


def _holds(begins_on: date | None, ends_on: date | None, on: date) -> bool:
    return (begins_on is None or begins_on <= on) and (ends_on is None or on <= ends_on)


def _id(correspondent: int, incumbent: int | None) -> str:
    return f"{correspondent}" if incumbent is None else f"{correspondent}.{incumbent}"


def _addressees() -> Iterator[KnownAddressee]:
    """Yield one entry for each holder of a post; for an office without one, the office alone."""
    iso3 = {state.iso2: state.iso3 for state in member_states()}
    rows = Correspondent.objects.select_related("country").prefetch_related("incumbents")
    for row in rows.order_by("id"):
        is_person = row.level == AddresseeLevel.PERSON
        office = KnownAddressee(
            id=_id(row.pk, None),
            names=_names(row) if is_person else {},
            titles={},
            style=_names(row, "style"),
            state=iso3.get(row.country.iso2) if row.country else None,
            level=AddresseeLevel(row.level),
            organisation={} if row.country else _names(row),
            working_language=Language(row.language) if row.language else None,
            since=row.begins_on,
            until=row.ends_on,
        )
        holders = sorted(row.incumbents.all(), key=lambda each: each.pk)
        yield from (_holder(office, each) for each in holders)
        if not holders:
            yield office


def _holder(office: KnownAddressee, held: Incumbent) -> KnownAddressee:
    return replace(
        office,
        id=_id(held.correspondent_id, held.pk),
        names=_names(held),
        titles=_names(held, "post"),
        style=_names(held, "style") or office.style,
        since=held.begins_on or office.since,
        until=held.ends_on or office.until,
    )


def _names(row: Named | Incumbent, column: str = "name") -> Names:
    named = {language: getattr(row, f"{column}_{language}") for language in Language}
    return {language: text for language, text in named.items() if text}


def _signatories() -> Iterator[KnownSignatory]:
    """Yield what each holder of a post may sign, the newest first, then what was delegated."""
    reach = _reach_by_role()
    ends = _early_ends()
    officers = Officer.objects.in_bulk()
    posts = Post.objects.in_bulk()
    titles: dict[int, list[Names]] = defaultdict(list)
    for held in Holding.objects.order_by("-begins_on", "-id"):
        post, officer = posts[held.post_id], officers[held.officer_id]
        if _names(post) not in titles[officer.pk]:
            titles[officer.pk].append(_names(post))
        last = _earliest(held.ends_on, ends["holding", held.pk])
        for levels, kinds in reach[Role(post.role)].items():
            yield _signatory(
                f"post-{post.pk}", officer, _names(post), kinds, levels, post, held.begins_on, last
            )
    held_posts = set(Holding.objects.values_list("post_id", flat=True))
    for post in posts.values():
        if post.pk not in held_posts:
            for levels, kinds in reach[Role(post.role)].items():
                yield _signatory(
                    f"post-{post.pk}", None, _names(post), kinds, levels, post, None, None
                )
    for lent in Delegation.objects.filter(power__in=("", Power.SIGN)).order_by("-id"):
        post, officer = posts[lent.post_id], officers[lent.officer_id]
        last = _earliest(lent.ends_on, ends["delegation", lent.pk])
        for levels, kinds in _within(reach[Role(post.role)], lent).items():
            for title in (*titles[officer.pk], _names(post)):
                yield _signatory(
                    f"lent-{lent.pk}", officer, title, kinds, levels, post, lent.begins_on, last
                )


def _signatory(
    key: str, officer: Officer | None, title: Names, kinds: set[Kind],
    levels: frozenset[AddresseeLevel] | None, post: Post, since: date | None, until: date | None,
) -> KnownSignatory:  # fmt: skip
    return KnownSignatory(
        id=key,
        names=_names(officer) if officer else {},
        titles=title,
        kinds=frozenset(kind.value for kind in kinds),
        levels=levels,
        role=post.role,
        since=since,
        until=until,
    )


def _reach_by_role() -> dict[Role, Reach]:
    """Return for each role which kinds it signs to which levels; None: to any addressee."""
    levels: dict[Role, dict[Kind, set[AddresseeLevel]]] = {role: {} for role in Role}
    for cell in standing_cells():
        told = levels[Role(cell.role)].setdefault(Kind(cell.kind), set())
        told.add(AddresseeLevel(cell.level))
    found: dict[Role, Reach] = {}
    for role, kinds in levels.items():
        reach: Reach = {None: set()}
        for kind, reached in kinds.items():
            reach.setdefault(frozenset(reached), set()).add(kind)
        inside = _INSIDE if role in _LEADERS else {Kind.MEMORANDUM} if role in DRAFTERS else set()
        reach[None] |= set(inside) - set(kinds)
        found[role] = reach
    return found


def _within(reach: Reach, lent: Delegation) -> Reach:
    """Return a post's reach within the limits of a delegation."""
    found: Reach = {}
    for levels, kinds in reach.items():
        chosen = {kind for kind in kinds if lent.kind in ("", kind)}
        within = levels
        if lent.level:
            level = AddresseeLevel(lent.level)
            within = frozenset({level} if levels is None or level in levels else ())
        if chosen:
            found.setdefault(within, set()).update(chosen)
    return found


def _early_ends() -> dict[tuple[str, int], date | None]:
    """Return the last day of each right that was ended before its time."""
    found: dict[tuple[str, int], date | None] = defaultdict(lambda: None)
    for right in ("holding", "delegation"):
        rows = Ending.objects.filter(**{f"{right}__isnull": False}).order_by()
        for key, day in rows.values_list(right).annotate(day=Min("first_day_without")):
            found[right, key] = day - timedelta(days=1)
    return found


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
