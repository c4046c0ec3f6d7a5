"""The Merkle tree of RFC 6962: hashes, proofs, and their verification. Nothing is stored here.

A subtree of 2**level leaves that begins at index * 2**level has one hash for ever; ``At`` gives
it. Everything else is computed from such hashes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

Hash = bytes
At = Callable[[int, int], Hash]  # (level, index) of a whole subtree

EMPTY_ROOT: Hash = sha256(b"").digest()


class WrongProof(ValueError):
    """A proof does not prove what it was given for."""


def leaf_hash(entry: bytes) -> Hash:
    """Return the hash of an entry. Source: RFC 6962, 2.1; the first byte keeps it from a node's."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """Return the hash of a node above two others."""
    return sha256(b"\1" + left + right).digest()


def root_of(hashes: Sequence[Hash]) -> Hash:
    """Return the root above these leaf hashes, or above whole subtrees of one size."""
    if not hashes:
        return EMPTY_ROOT
    row = list(hashes)
    while len(row) > 1:
        odd = row[-1:] if len(row) % 2 else []
        pairs = zip(row[0::2], row[1::2], strict=False)
        row = [sha256(b"\1" + left + right).digest() for left, right in pairs] + odd
    return row[0]


def _split(count: int) -> int:
    """Return the largest power of two below a count of two or more."""
    return int(1 << (count - 1).bit_length() - 1)


def subtree(begin: int, end: int, at: At) -> Hash:
    """Return the hash above the leaves from ``begin`` up to ``end``; a part of some tree."""
    count = end - begin
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return at(level, begin >> level)
    middle = begin + _split(count)
    return node_hash(subtree(begin, middle, at), subtree(middle, end, at))


def root(size: int, at: At) -> Hash:
    """Return the root of the tree of that many leaves."""
    return subtree(0, size, at) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, at: At) -> list[Hash]:
    """Return the proof that a leaf is in the tree. Source: RFC 9162, 2.1.3.1.

    :raises IndexError: the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise IndexError(f"No leaf {index} in a tree of {size}.")
    proof: list[Hash] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            proof.append(subtree(middle, end, at))
            end = middle
        else:
            proof.append(subtree(begin, middle, at))
            begin = middle
    return proof[::-1]


def consistency_proof(older: int, size: int, at: At) -> list[Hash]:
    """Return the proof that a tree grew out of an older one. Source: RFC 9162, 2.1.4.1.

    :raises IndexError: the older tree is empty or larger.
    """
    if not 0 < older <= size:
        raise IndexError(f"A tree of {size} did not grow out of one of {older}.")
    proof: list[Hash] = []
    begin, end, is_whole = 0, size, True
    while older - begin != end - begin:
        middle = begin + _split(end - begin)
        if older <= middle:
            proof.append(subtree(middle, end, at))
            end = middle
        else:
            proof.append(subtree(begin, middle, at))
            begin, is_whole = middle, False
    if not is_whole:
        proof.append(subtree(begin, end, at))
    return proof[::-1]


def verify_inclusion(index: int, size: int, leaf: Hash, proof: Sequence[Hash], root: Hash) -> None:
    """Return if the proof shows the leaf at its place. Source: RFC 9162, 2.1.3.2.

    :raises WrongProof: it does not.
    """
    if not 0 <= index < size:
        raise WrongProof(f"No leaf {index} in a tree of {size}.")
    first, last, found = index, size - 1, leaf
    for each in proof:
        if last == 0:
            raise WrongProof("The proof is too long.")
        if first % 2 or first == last:
            found = node_hash(each, found)
            while first % 2 == 0 and first:
                first, last = first >> 1, last >> 1
        else:
            found = node_hash(found, each)
        first, last = first >> 1, last >> 1
    if last or found != root:
        raise WrongProof("The proof does not lead to the root.")


def verify_consistency(
    older: int, size: int, older_root: Hash, root: Hash, proof: Sequence[Hash]
) -> None:
    """Return if the proof shows the tree to have grown out of the older one.

    An empty older tree is the beginning of every other and needs no proof. Source: RFC 9162,
    2.1.4.2.

    :raises WrongProof: it does not.
    """
    if older > size:
        raise WrongProof(f"A tree of {size} did not grow out of one of {older}.")
    if older in (0, size):
        if proof or (older == size and older_root != root):
            raise WrongProof("Two trees of one size have two roots.")
        return
    path = list(proof)
    if older & (older - 1) == 0:
        path.insert(0, older_root)
    first, last = older - 1, size - 1
    while first % 2:
        first, last = first >> 1, last >> 1
    if not path:
        raise WrongProof("The proof is too short.")
    before = after = path[0]
    for each in path[1:]:
        if last == 0:
            raise WrongProof("The proof is too long.")
        if first % 2 or first == last:
            before, after = node_hash(each, before), node_hash(each, after)
            while first % 2 == 0 and first:
                first, last = first >> 1, last >> 1
        else:
            after = node_hash(after, each)
        first, last = first >> 1, last >> 1
    if last or before != older_root or after != root:
        raise WrongProof("The proof does not lead from the older root to the new one.")
