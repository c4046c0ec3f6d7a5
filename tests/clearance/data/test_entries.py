"""Words held in few texts, and the entries of dictionaries that are kept between runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clearance.data.lexicon import dictionaries, entries
from clearance.data.lexicon.columns import Columns
from clearance.data.lexicon.entries import Entries, entries_of, make_all
from clearance.terms import Language


def test_word_is_held_by_its_place_among_those_of_its_length() -> None:
    words = Columns.of(["note", "act", "noun", "noted", "note", ""])

    assert words.texts == {3: "act", 4: "notenoun", 5: "noted"}
    assert [words.place(word) for word in ("act", "note", "noun")] == [0, 0, 1]
    assert [word in words for word in ("nott", "zzzz", "aaaa", "ten", "o", "")] == [False] * 6


def test_words_of_a_length_are_found_by_their_beginning_in_order() -> None:
    words = Columns.of(["noun", "note", "nous", "act", "nœud"])

    assert words.beginning("no", 4) == ["note", "noun", "nous"]
    assert words.beginning("", 4) == ["note", "noun", "nous", "nœud"]
    assert words.beginning("no", 3) == []
    assert words.beginning("z", 4) == []
    assert words.beginning("no", 7) == []


def test_entry_stands_unless_it_is_doubtful_and_a_name_is_not_meant() -> None:
    told = Entries.of(["rest", "Rome", "th"], doubtful=["th"], meant=str.islower)

    assert [word for word in ("rest", "Rome", "th", "none") if told.stand_as(word)] == [
        "rest",
        "Rome",
    ]
    assert told.turned.texts == {2: "ht", 4: "tser"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder where entries are kept, and where a small dictionary is all there is."""
    (tmp_path / "en_GB.aff").write_text("NEEDAFFIX X\n", encoding="utf-8")
    (tmp_path / "en_GB.dic").write_text("3\nvote/S\nth/X\nRome\n", encoding="utf-8")
    monkeypatch.setattr(dictionaries, "_PLACES", ())
    monkeypatch.setenv("HUNSPELL_DATA", str(tmp_path))
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(entries, "cache_from_source", lambda _: str(kept / "entries.pyc"))
    monkeypatch.setattr(entries, "general_words", lambda _: frozenset({"council", "vote"}))
    return kept


def _refuse(_: Language) -> list[str]:
    raise AssertionError("The dictionary is read again.")


def test_entries_of_an_earlier_run_are_the_same_and_read_no_dictionary(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = entries_of(Language.ENGLISH)
    monkeypatch.setattr(entries, "dictionary_texts", _refuse)

    again = entries_of(Language.ENGLISH)

    assert len(list(folder.iterdir())) == 1
    assert again.words.texts == first.words.texts == {2: "th", 4: "Romevote", 7: "council"}
    assert again.turned.texts == {2: "ht", 4: "etov", 7: "licnuoc"}
    assert again.standing == first.standing == {2: "-", 4: "++", 7: "-"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"no entries",
        lambda content: content[:-12],
        lambda content: content[:20],
        lambda content: content.replace(b"Rome", b"Rom"),
        lambda content: content.replace(b"th", b"\xff\xff"),
    ],
)
def test_entries_that_were_damaged_are_made_anew(
    folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    first = entries_of(Language.ENGLISH)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    again = entries_of(Language.ENGLISH)

    assert again.words.texts == first.words.texts
    assert again.standing == first.standing
    assert file.read_bytes() == whole


def test_entries_of_a_dictionary_that_changed_are_made_anew(folder: Path) -> None:
    assert not entries_of(Language.ENGLISH).stand_as("veto")
    (folder.parent / "en_GB.dic").write_text("1\nveto\n", encoding="utf-8")

    assert entries_of(Language.ENGLISH).stand_as("veto")


def test_make_all_keeps_the_entries_of_each_language_and_opens_the_dictionaries(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bool] = []
    monkeypatch.setattr(entries, "open_all", lambda: opened.append(True))

    make_all()

    assert opened == [True]
    assert len(list(folder.iterdir())) == len(Language)
