"""The pages of an SQLite file: where none of a table's differs, no row of it does.

A table is a tree of pages from its root. What is written to it, or moved away from it, changes a
page that was its own; so pages that differ and were nobody's tell nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

_SCHEMA = {"sqlite_master", "sqlite_schema"}  # it bears one name or the other, by the release
_HEAD = 100  # bytes of the first page that are the file's own
_PAGES = "SELECT name, pageno, pagetype, ncell FROM dbstat"


class _Page(NamedTuple):
    number: int
    kind: str  # internal, leaf, overflow
    cells: int


@dataclass(frozen=True)
class Pages:
    """All pages as they were once, and by table those of its tree, in the order of its rows."""

    image: bytes = b""
    trees: dict[str, list[_Page]] = field(default_factory=dict)


def pages_now(
    client: sqlite3.Connection, tables: Collection[str], before: Pages
) -> tuple[Pages, dict[str, int]]:
    """Return the pages as a client of the file sees them, and what may be other than before.

    That is told by table: how many of its first rows stand as they stood.
    """
    image = client.serialize()
    differing = _differing(before.image, image) if before.trees else set()
    written = {
        table
        for table, tree in before.trees.items()
        if not differing.isdisjoint(page.number for page in tree)
    }
    if not before.trees or written & _SCHEMA:
        everything = client.execute(f"{_PAGES} ORDER BY name, path")
        return Pages(image, _trees(everything, {*tables, *_SCHEMA})), dict.fromkeys(tables, 0)
    trees = dict(before.trees)
    for table in written:
        trees |= _trees(client.execute(f"{_PAGES} WHERE name = ? ORDER BY path", [table]), {table})
    return Pages(image, trees), {
        table: _rows_kept(before.trees[table], trees[table], differing) for table in written
    }


def _trees(
    found: Iterable[tuple[str, int, str, int]], tables: Collection[str]
) -> dict[str, list[_Page]]:
    trees: dict[str, list[_Page]] = {}
    for table, number, kind, cells in found:
        if table in tables:
            trees.setdefault(table, []).append(_Page(number, kind, cells))
    return trees


def _rows_kept(before: list[_Page], now: list[_Page], differing: set[int]) -> int:
    """Return how many of the first rows are on the same pages, which are as they were.

    Rows stand in leaves, and what is too long for a leaf on the pages listed behind it: so the last
    leaf in a row of pages that are alike is taken for changed.
    """
    kept = last = 0
    trees = ([page for page in tree if page.kind != "internal"] for tree in (before, now))
    for then, page in zip(*trees, strict=False):
        if page != then or page.number in differing:
            break
        if page.kind == "leaf":
            kept, last = kept + last, page.cells
    return kept


def _differing(one: bytes, other: bytes) -> set[int]:
    """Return the numbers of the pages that differ, the first of them without the file's head."""
    size = int.from_bytes(one[16:18], "big")
    both = min(len(one), len(other)) // size
    pages = [
        np.frombuffer(each, dtype=np.uint64, count=both * size // 8).reshape(both, -1)
        for each in (one, other)
    ]
    differing = {int(at) + 1 for at in (pages[0] != pages[1]).any(axis=1).nonzero()[0]}
    if one[_HEAD:size] == other[_HEAD:size]:
        differing.discard(1)
    return differing | set(range(both + 1, max(len(one), len(other)) // size + 1))
