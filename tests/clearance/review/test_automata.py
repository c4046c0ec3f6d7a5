"""Automata that are kept between runs: the same as those compiled anew, or compiled anew."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clearance.review import automata
from clearance.review.scan import Scanner, Trigger

SIGNS = [Trigger("number", r"[0-9]+"), Trigger("line", r"^ *to"), Trigger("word", "council", True)]
TEXT = "to the council\n  to 12"
HITS = {"line": [(0, 2), (15, 19)], "number": [(20, 22)], "word": [(7, 14)]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder where everything is kept."""
    monkeypatch.setattr(automata, "cache_from_source", lambda _: str(tmp_path / "automata.pyc"))
    monkeypatch.setattr(automata, "_MANY", 1)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    automata.automaton.cache_clear()
    return tmp_path


def test_automata_of_an_earlier_run_find_the_same(folder: Path) -> None:
    first = Scanner(SIGNS).scan(TEXT)
    automata.automaton.cache_clear()
    kept = sorted(folder.iterdir())
    assert Scanner(SIGNS).scan(TEXT) == first == HITS
    assert sorted(folder.iterdir()) == kept
    assert len(kept) == 3


@pytest.mark.parametrize("content", [b"", b"no automaton", None])
def test_automaton_that_was_damaged_is_compiled_anew(folder: Path, content: bytes | None) -> None:
    Scanner(SIGNS)
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:-40] if content is None else content)
    automata.automaton.cache_clear()
    assert Scanner(SIGNS).scan(TEXT) == HITS


def test_automaton_where_nothing_can_be_kept_is_compiled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automata, "cache_from_source", lambda _: str(folder / "none" / "a.pyc"))
    assert Scanner(SIGNS).scan(TEXT) == HITS
    assert not list(folder.iterdir())


def test_automata_that_nobody_uses_make_room(folder: Path) -> None:
    for number in range(20):
        Scanner([Trigger("number", f"{number}[0-9]")])
    assert len(list(folder.iterdir())) == 12


def test_register_that_changed_is_scanned_by_what_was_compiled_and_what_is_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[int] = []
    honest = automata.automaton

    def listening(words: tuple[bytes, ...], flags: tuple[int, ...], *, literal: bool) -> object:
        compiled.append(len(words))
        return honest(words, flags, literal=literal)

    monkeypatch.setattr(automata, "_HELD", [])
    monkeypatch.setattr(automata, "automaton", listening)
    register = [Trigger("word", f"word{number}e", True) for number in range(1_000)]
    text = "word7e word8e  word9e old  name"

    before = Scanner(register).scan(text)
    new = [Trigger("new", "old name", True), Trigger("other", "word9e", True)]
    after = Scanner([*register[:7], *register[8:], *new]).scan(text)

    assert before == {"word": [(0, 6), (7, 13), (15, 21)]}
    assert after == {"word": [(7, 13), (15, 21)], "other": [(15, 21)], "new": [(22, 31)]}
    assert compiled == [1_000, 1]


def test_threads_that_scan_together_each_find_all() -> None:
    scanner = Scanner([Trigger("number", r"[0-9]+"), Trigger("word", "council", True)])
    texts = [f"{TEXT}\n{'x ' * 50_000}{number}" for number in range(4)] * 10

    with ThreadPoolExecutor(4) as together:
        found = list(together.map(scanner.scan, texts))

    assert found == [scanner.scan(text) for text in texts]
