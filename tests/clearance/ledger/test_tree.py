"""The tree against published roots, and against a plain recursive one written apart from it."""

from __future__ import annotations

from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearance.ledger import tree
from clearance.ledger.log import Edge

# Leaves and roots that the Certificate Transparency reference implementation is tested with.
LEAVES = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def plain_root(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962, 2.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\1" + plain_root(leaves[:k]) + plain_root(leaves[k:])).digest()


def some(count: int) -> list[bytes]:
    return [str(number).encode() for number in range(count)]


def at(leaves: list[bytes]) -> tree.At:
    return lambda level, index: plain_root(leaves[index << level : (index + 1) << level])


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_the_published_ones(size: int) -> None:
    leaves = [bytes.fromhex(leaf) for leaf in LEAVES[:size]]

    assert tree.root_of([tree.leaf_hash(leaf) for leaf in leaves]).hex() == ROOTS[size - 1]


def test_empty_tree_has_the_root_of_the_definition() -> None:
    assert plain_root([]) == tree.EMPTY_ROOT == Edge().root()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 255, 256, 257, 511, 513, 1000])
def test_growing_edge_has_the_root_of_the_definition(size: int) -> None:
    leaves = some(size)
    edge = Edge()
    for leaf in leaves:
        edge.add(tree.leaf_hash(leaf))

    assert edge.root() == plain_root(leaves) == tree.root(size, at(leaves))


def test_growing_edge_is_right_over_two_levels_of_tiles() -> None:
    edge = Edge()
    leaves = [tree.leaf_hash(leaf) for leaf in some(66_000)]
    for leaf in leaves:
        edge.add(leaf)

    assert edge.root() == tree.root_of(leaves)


@given(st.integers(1, 70), st.data())
def test_inclusion_is_proven_and_nothing_else(size: int, data: st.DataObject) -> None:
    leaves = some(size)
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion_proof(index, size, at(leaves))
    leaf, root = tree.leaf_hash(leaves[index]), plain_root(leaves)

    tree.verify_inclusion(index, size, leaf, proof, root)

    wrong: list[tuple[int, int, bytes, list[bytes], bytes]] = [
        (index, size, tree.leaf_hash(b"another"), proof, root),
        (index, size, leaf, proof, plain_root([*leaves, b"one more"])),
        (index, size, leaf, [*proof, root], root),
        (size, size, leaf, proof, root),
    ]
    if proof:
        wrong.append((index, size, leaf, proof[:-1], root))
        wrong.append((index, size, leaf, [bytes(32), *proof[1:]], root))
        wrong.append((index ^ 1, size, leaf, proof, root))
    for each in wrong:
        with pytest.raises(tree.WrongProof):
            tree.verify_inclusion(*each)


@given(st.integers(1, 70), st.data())
def test_consistency_is_proven_and_nothing_else(size: int, data: st.DataObject) -> None:
    leaves = some(size)
    older = data.draw(st.integers(1, size))
    proof = tree.consistency_proof(older, size, at(leaves))
    before, after = plain_root(leaves[:older]), plain_root(leaves)

    tree.verify_consistency(older, size, before, after, proof)

    forked = plain_root([*leaves[: older - 1], b"another"])
    wrong: list[tuple[int, int, bytes, bytes, list[bytes]]] = [
        (older, size, forked, after, proof),
        (older, size, before, after, [*proof, after]),
        (size + 1, size, before, after, proof),
    ]
    if older < size:
        wrong.append((older, size, before, plain_root([*leaves, b"more"]), proof))
        wrong.append((older, size, before, after, proof[:-1]))
    for each in wrong:
        with pytest.raises(tree.WrongProof):
            tree.verify_consistency(*each)


def test_altered_proofs_are_never_taken() -> None:
    dice = Random(7)
    leaves = some(37)
    root = plain_root(leaves)
    for _ in range(300):
        index = dice.randrange(37)
        proof = tree.inclusion_proof(index, 37, at(leaves))
        place, bit = dice.randrange(len(proof)), 1 << dice.randrange(8)
        proof[place] = bytes([proof[place][0] ^ bit]) + proof[place][1:]
        with pytest.raises(tree.WrongProof):
            tree.verify_inclusion(index, 37, tree.leaf_hash(leaves[index]), proof, root)
