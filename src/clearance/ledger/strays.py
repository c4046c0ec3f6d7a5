"""Which files make up an export, and which lie in it without being part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clearance.ledger.export import COSIGNED, KEY, KEYS, OPENINGS, STORE
from clearance.ledger.fault import Fault, fault
from clearance.ledger.log import CHECKPOINT, HEIGHT
from clearance.ledger.tiles import WIDTH, Reading, bundle_path, tile_path

_BESIDE = frozenset({CHECKPOINT, KEY, KEYS, COSIGNED, OPENINGS})
_PARTIAL = re.compile(r"(?P<tile>.+)\.p/(?P<width>[1-9]\d?\d?)")


def files_of(size: int) -> set[str]:
    """Return the paths of the tiles and bundles that a log of this size is made of."""
    paths = {bundle_path(index, _width(size, index)) for index in range(-(-size // WIDTH))}
    level = 0
    while size >> HEIGHT * level:
        hashes = size >> HEIGHT * level
        for index in range(-(-hashes // WIDTH)):
            paths.add(tile_path(level, index, _width(hashes, index)))
        level += 1
    return paths


def strays(names: Iterable[str], files: Reading, size: int) -> Iterator[Fault]:
    """Yield the files of an export that are no part of a log of this size.

    An earlier form of the tile in hand may stand beside it; then it must be its beginning.
    """
    wanted = files_of(size)
    in_hand = {
        match["tile"]: path for path in wanted if (match := _PARTIAL.fullmatch(path)) is not None
    }
    for name in names:
        if name in wanted or name in _BESIDE or name.startswith(f"{STORE}/"):
            continue
        match = _PARTIAL.fullmatch(name)
        path = in_hand.get(match["tile"]) if match else None
        if path is None or not _is_beginning(name, path, files):
            yield fault("VER019", path=name)


def _width(count: int, index: int) -> int:
    return min(WIDTH, count - index * WIDTH)


def _is_beginning(earlier: str, path: str, files: Reading) -> bool:
    try:
        return files.read(path).startswith(files.read(earlier))
    except FileNotFoundError:
        return False
