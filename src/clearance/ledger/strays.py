"""Which files make up an export, and which lie in it without being part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clearance.ledger.export import COSIGNED, KEY, KEYS, OPENINGS, STORE
from clearance.ledger.fault import Fault, fault
from clearance.ledger.log import CHECKPOINT, HEIGHT
from clearance.ledger.tiles import WIDTH, Reading, bundle_path, tile_path

_BESIDE = frozenset({CHECKPOINT, KEY, KEYS, COSIGNED, OPENINGS})
_TILE = re.compile(
    r"tile/(?P<level>entries|\d\d?)/(?P<index>(x\d{3}/){0,5}\d{3})(\.p/(?P<width>[1-9]\d?\d?))?"
)


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
    for name in names:
        if name in _BESIDE or name.startswith(f"{STORE}/"):
            continue
        path = _wanted(name, size)
        if path is None or (name != path and not _is_beginning(name, path, files)):
            yield fault("VER019", path=name)


def _wanted(name: str, size: int) -> str | None:
    """Return the form that a tile or bundle has in a log of this size; None: it has none.

    Nothing is counted up to ``size``: a forged checkpoint may say any number.
    """
    match = _TILE.fullmatch(name)
    if match is None:
        return None
    level = 0 if match["level"] == "entries" else int(match["level"])
    index = int(match["index"].replace("x", "").replace("/", ""))
    count = size >> HEIGHT * level
    width = _width(count, index)
    if width <= 0:
        return None
    if match["level"] == "entries":
        path, full = bundle_path(index, width), bundle_path(index)
    else:
        path, full = tile_path(level, index, width), tile_path(level, index)
    form = name.removeprefix(full)
    is_earlier = form.startswith(".p/") and width < WIDTH and int(match["width"]) < width
    return path if name == path or (name.startswith(full) and is_earlier) else None


def _width(count: int, index: int) -> int:
    return min(WIDTH, count - index * WIDTH)


def _is_beginning(earlier: str, path: str, files: Reading) -> bool:
    try:
        return files.read(path).startswith(files.read(earlier))
    except FileNotFoundError:
        return False
