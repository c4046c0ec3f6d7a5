"""Our log verified by tools in which no line is ours: proofbundle, rfc8785, Go's sumdb packages."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from proofbundle import checkpoint as other_notes
from proofbundle import merkle as other_tree
from proofbundle.tlogproof import verify_tlog_proof

from clearance.ledger import tree
from clearance.ledger.checkpoint import cosigned
from clearance.ledger.entry import canonical
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.note import COSIGNATURE, new_key, read_note
from clearance.ledger.proof import Proof, read_proof
from clearance.ledger.tiles import Folder
from tests.clearance.ledger.house import KEY, a_day, entries, export

TOLD = entries(a_day(90).written())
WITNESS = new_key("auditor.example", bytes(range(9, 41)), COSIGNATURE)
_GO_PACKAGES = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
_PROGRAM = Path(__file__).parent / "independent" / "verify.go"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(tmp_path_factory.mktemp("independent") / "export", TOLD)


@pytest.fixture(scope="module")
def reader(place: Path) -> LogReader:
    return LogReader(Folder(place), (place / CHECKPOINT).read_text())


@given(st.integers(1, 200), st.data())
def test_roots_and_proofs_are_those_of_another_implementation(
    size: int, data: st.DataObject
) -> None:
    leaves = TOLD[:size]
    index, older = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))

    def at(level: int, place: int) -> bytes:
        root: bytes = other_tree.merkle_tree_hash(leaves[place << level : (place + 1) << level])
        return root

    assert tree.root(size, at) == other_tree.merkle_tree_hash(leaves)
    assert tree.inclusion_proof(index, size, at) == other_tree.inclusion_proof(leaves, index)
    assert tree.consistency_proof(older, size, at) == other_tree.consistency_proof(leaves, older)


def test_tiles_hold_the_tree_of_another_implementation(reader: LogReader) -> None:
    size = len(TOLD)

    assert reader.checkpoint.root == other_tree.merkle_tree_hash(TOLD)
    for index in (0, 255, 256, size - 1):
        assert reader.inclusion_proof(index) == other_tree.inclusion_proof(TOLD, index)
    for older in (1, 256, 300, size):
        assert reader.consistency_proof(older) == other_tree.consistency_proof(TOLD, older)


def test_another_tool_verifies_checkpoint_cosignature_and_proof(reader: LogReader) -> None:
    note = str(cosigned(reader.note, WITNESS, 1_790_000_000))
    proof = str(Proof(300, reader.inclusion_proof(300), note))
    witness = str(WITNESS.public)

    told = other_notes.verify_checkpoint(note, str(KEY.public))
    assert (told["ok"], told["origin"], told["tree_size"]) == (True, KEY.name, len(TOLD))
    assert other_notes.verify_cosignature(note, witness)["ok"]
    assert verify_tlog_proof(proof, TOLD[300], str(KEY.public), [witness], threshold=1)["ok"]
    assert not verify_tlog_proof(proof, TOLD[301], str(KEY.public))["ok"]
    assert str(read_proof(proof)) == proof


def test_our_reader_takes_the_checkpoint_of_another_tool() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signer = Ed25519PrivateKey.from_private_bytes(KEY.seed)
    root = other_tree.merkle_tree_hash(TOLD)
    told = other_notes.sign_checkpoint(KEY.name, len(TOLD), root, signer, KEY.name)

    assert str(read_note(told)) == told
    assert other_notes.vkey(KEY.name, KEY.public.raw) == str(KEY.public)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text("abcxyz_. é"), inner),
        max_leaves=12,
    )
)
def test_canonical_bytes_are_those_of_another_implementation(value: object) -> None:
    try:
        wanted = rfc8785.dumps(value)  # type: ignore[arg-type]  # JSON of any shape
    except rfc8785.CanonicalizationError:  # half of a surrogate pair: no text at all
        with pytest.raises(UnicodeEncodeError):
            canonical(value)
        return
    assert canonical(value) == wanted


@pytest.mark.slow  # a program is compiled
def test_tool_made_for_other_logs_verifies_ours(
    place: Path, reader: LogReader, tmp_path: Path
) -> None:
    go = shutil.which("go")
    if go is None or not _GO_PACKAGES.exists():
        pytest.skip(
            "NOT PROVEN: that Go's checksum-database packages verify our log (install Debian's "
            "golang-go and golang-golang-x-mod-dev)."
        )
    older = export(tmp_path / "older", TOLD[:300]) / CHECKPOINT
    proof, entry, consistency = (tmp_path / name for name in ("proof", "entry", "consistency"))
    proof.write_text(str(Proof(700, reader.inclusion_proof(700), str(reader.note))))
    entry.write_bytes(TOLD[700])
    hashes = reader.consistency_proof(300)
    consistency.write_text("\n".join(base64.b64encode(each).decode() for each in hashes))

    def told(*paths: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [go, "run", str(_PROGRAM), *map(str, paths)],
            env={
                "PATH": os.environ["PATH"], "GO111MODULE": "off", "GOPATH": "/usr/share/gocode",
                "GOCACHE": str(tmp_path / "cache"), "HOME": str(tmp_path),
            },
            check=False, capture_output=True, text=True,
        )  # fmt: skip

    done = told(place, proof, entry, older, consistency)
    assert done.stdout == f"verified: {len(TOLD)} entries\n", done.stderr
    entry.write_bytes(TOLD[701])
    assert "inclusion" in told(place, proof, entry, older, consistency).stderr
