"""Keys, notes, checkpoints and cosignatures, against what other tools publish."""

from __future__ import annotations

import pytest

from clearance.ledger.checkpoint import (
    Checkpoint,
    cosigned,
    cosigned_at,
    read_checkpoint,
    witnesses,
)
from clearance.ledger.note import (
    COSIGNATURE,
    BadNote,
    is_signed,
    new_key,
    read_key,
    read_note,
    read_signing_key,
    signed,
)

# The example of the note package of the Go checksum database.
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
SIGNED = (
    f"{TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfq"
    "dngotpRZb6KE6RyyBwJnAM=\n"
)
KEY = new_key("log.example/acts", bytes(range(32)))
WITNESS = new_key("auditor.example", bytes(range(1, 33)), COSIGNATURE)


def a_checkpoint(size: int = 5) -> Checkpoint:
    return Checkpoint("log.example/acts", size, bytes(32))


def test_published_note_is_read_verified_and_made() -> None:
    key = read_key(PUBLIC)

    assert is_signed(read_note(SIGNED), key)
    assert str(key) == PUBLIC
    secret = read_signing_key(SECRET)
    assert secret.public == key
    assert secret.written() == SECRET
    assert str(signed(TEXT, [secret])) == SIGNED


def test_secret_is_not_shown() -> None:
    assert "seed" not in repr(KEY)


@pytest.mark.parametrize(
    "told",
    [
        "", TEXT, f"{TEXT}\n", f"{TEXT}\nno signature\n", SIGNED[:-1],
        SIGNED.replace("x08g", "x0!g"), f"{TEXT}\n— name eDA4\n",
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(told: str) -> None:
    with pytest.raises(BadNote):
        read_note(told)


@pytest.mark.parametrize(
    "told", ["", "name", PUBLIC[:-4], PUBLIC.replace("c74f", "c74e"), PUBLIC.replace("+AR", "+AS")]
)
def test_what_is_no_key_is_refused(told: str) -> None:
    with pytest.raises(BadNote):
        read_key(told)


def test_altered_text_and_another_key_are_not_signed() -> None:
    assert not is_signed(read_note(SIGNED.replace("answer", "anwser")), read_key(PUBLIC))
    assert not is_signed(read_note(SIGNED), KEY.public)
    namesake = new_key("PeterNeumann", bytes(32))
    assert not is_signed(read_note(SIGNED), namesake.public)


def test_checkpoint_is_read_as_it_was_written() -> None:
    checkpoint = Checkpoint("log.example/acts", 20, bytes(range(32)), ("a line more",))

    assert read_checkpoint(read_note(str(signed(str(checkpoint), [KEY])))) == checkpoint


@pytest.mark.parametrize(
    "text",
    [
        "origin\n1\n", "origin\n01\n" + "A" * 43 + "=\n", "origin\n-1\n" + "A" * 43 + "=\n",
        "origin\n1\nAAAA\n", "\n1\n" + "A" * 43 + "=\n", "origin\nx\n" + "A" * 43 + "=\n",
    ],
)  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        read_checkpoint(signed(text, [KEY]))


def test_witness_cosigns_with_the_time() -> None:
    note = cosigned(signed(str(a_checkpoint()), [KEY]), WITNESS, 1_700_000_000)
    read = read_note(str(note))

    assert cosigned_at(read, WITNESS.public) == 1_700_000_000
    assert is_signed(read, KEY.public)
    assert witnesses(read, [WITNESS.public, WITNESS.public, KEY.public]) == [WITNESS.public]


def test_cosignature_of_another_checkpoint_or_time_is_none() -> None:
    note = cosigned(signed(str(a_checkpoint()), [KEY]), WITNESS, 1_700_000_000)
    other = signed(str(a_checkpoint(6)), [KEY])
    line = note.of(WITNESS.public)
    assert line is not None
    moved = type(line)(line.name, line.hash, bytes(8) + line.told[8:])

    for signatures, text in (((line,), other.text), ((moved,), note.text)):
        assert cosigned_at(type(note)(text, signatures), WITNESS.public) is None


def test_second_cosignature_replaces_the_first() -> None:
    once = cosigned(signed(str(a_checkpoint()), [KEY]), WITNESS, 1)
    twice = cosigned(once, WITNESS, 2)

    assert len(twice.signatures) == 2
    assert cosigned_at(twice, WITNESS.public) == 2
