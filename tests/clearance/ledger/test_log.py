"""A log in a folder: its files, its proofs, and going on after a crash."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from clearance.ledger import tiles, tree
from clearance.ledger.log import CHECKPOINT, Log, LogReader
from clearance.ledger.note import new_key
from clearance.ledger.tiles import Conflict, Damaged, Folder, bundle_path, tile_path

KEY = new_key("log.example/acts", bytes(range(32)))


def entries(begin: int, end: int) -> list[bytes]:
    return [f"entry {number}".encode() for number in range(begin, end)]


def opened(place: Path) -> Log:
    return Log(Folder(place), KEY.name, KEY)


def reader(place: Path) -> LogReader:
    return LogReader(Folder(place), (place / CHECKPOINT).read_text())


def filled(place: Path, *sizes: int) -> LogReader:
    before = 0
    for size in sizes:
        opened(place).append(entries(before, size))
        before = size
    return reader(place)


def test_paths_are_those_of_the_specification() -> None:
    assert tile_path(0, 0) == "tile/0/000"
    assert tile_path(1, 5, 17) == "tile/1/005.p/17"
    assert tile_path(2, 1_234_067) == "tile/2/x001/x234/067"
    assert bundle_path(256) == "tile/entries/256"


@pytest.mark.parametrize("sizes", [(1,), (5, 255, 256), (256, 257), (100, 200, 300, 700)])
def test_log_has_the_root_of_its_entries(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    log = filled(tmp_path, *sizes)

    assert list(log.entries()) == entries(0, sizes[-1])
    leaves = [tree.leaf_hash(entry) for entry in entries(0, sizes[-1])]
    assert log.checkpoint.root == tree.root_of(leaves)


def test_full_tiles_take_the_place_of_partial_ones(tmp_path: Path) -> None:
    filled(tmp_path, 100, 256)

    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"checkpoint", "tile/0/000", "tile/1/000.p/1", "tile/entries/000"}


@pytest.mark.slow  # seventy thousand entries: two levels of tiles
def test_every_kind_of_proof_is_read_from_tiles(tmp_path: Path) -> None:
    log = filled(tmp_path, 70_000)
    leaves = [tree.leaf_hash(entry) for entry in entries(0, 70_000)]
    dice = Random(3)
    for _ in range(20):
        index, older = dice.randrange(70_000), dice.randrange(1, 70_000)
        proof = log.inclusion_proof(index)
        tree.verify_inclusion(index, 70_000, leaves[index], proof, log.checkpoint.root)
        tree.verify_consistency(
            older,
            70_000,
            tree.root_of(leaves[:older]),
            log.checkpoint.root,
            log.consistency_proof(older),
        )


@pytest.mark.parametrize("killed_after", range(8))
def test_killed_while_writing_it_goes_on_where_it_was(
    tmp_path: Path, killed_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path, 250)
    written = 0
    put = tiles._put

    def dying(target: Path, data: bytes) -> None:
        nonlocal written
        if written == killed_after:
            raise KeyboardInterrupt
        written += 1
        put(target, data)

    with monkeypatch.context() as patch:
        patch.setattr(tiles, "_put", dying)
        try:
            opened(tmp_path).append(entries(250, 600))
        except KeyboardInterrupt:
            assert reader(tmp_path).size == 250

    log = opened(tmp_path)
    log.append(entries(log.size, 610))

    assert list(reader(tmp_path).entries()) == entries(0, 610)
    leaves = [tree.leaf_hash(entry) for entry in entries(0, 610)]
    assert reader(tmp_path).checkpoint.root == tree.root_of(leaves)


def test_two_histories_do_not_meet_in_one_folder(tmp_path: Path) -> None:
    filled(tmp_path, 10)
    old = (tmp_path / CHECKPOINT).read_bytes()
    opened(tmp_path).append(entries(10, 20))
    (tmp_path / CHECKPOINT).write_bytes(old)

    with pytest.raises(Conflict):
        opened(tmp_path).append([b"another"] * 10)


def test_entry_that_is_too_long_is_refused_and_nothing_added(tmp_path: Path) -> None:
    log = opened(tmp_path)

    with pytest.raises(ValueError, match="longer than"):
        log.append([b"short", b"x" * 70_000])
    assert log.size == 0


@pytest.mark.parametrize("path", ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
def test_lacking_file_is_named(tmp_path: Path, path: str) -> None:
    log = filled(tmp_path, 300)
    (tmp_path / path).unlink()

    with pytest.raises(Damaged, match=path):
        list(log.entries())
        log.inclusion_proof(299)
        log.tile(0, 0)


def test_bundle_that_breaks_off_is_named(tmp_path: Path) -> None:
    log = filled(tmp_path, 256)
    bundle = tmp_path / "tile/entries/000"
    bundle.write_bytes(bundle.read_bytes()[:-3])

    with pytest.raises(Damaged, match="tile/entries/000"):
        list(log.entries())
