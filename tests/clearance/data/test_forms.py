"""The table of a dictionary's words: what its rules make, and that Hunspell says the same."""

from __future__ import annotations

import os
import random
from pathlib import Path

import hunspell
import numpy as np
import pytest

from clearance.data.lexicon import dictionaries, forms, general_words
from clearance.data.lexicon.dictionaries import Dictionary, is_absent, is_known, surely_known
from clearance.data.lexicon.word_numbers import number_of
from clearance.terms import Language

_AFF = """\ufeffSET UTF-8
FLAG long
NEEDAFFIX ()
FORBIDDENWORD {}
KEEPCASE ||
IGNORE \u0640
ICONV 1
ICONV ﬁ fi
TRY esian
PFX Re Y 1
PFX Re 0 re [^r]
PFX Mi Y 1
PFX Mi 0 milli/Si() .
PFX Un N 1
PFX Un 0 un .
SFX Si Y 2
SFX Si y ies [^aeiou]y
SFX Si 0 s [^sy]
SFX Er N 1
SFX Er 0 r .
SFX Po Y 1
SFX Po 0 ha/Pp .
SFX Pp Y 1
SFX Pp ha hum ha
SFX In Y 1
SFX In 0 y/Si() .
"""
_DIC = """9
vote/SiReErUn
policy/Si
rest/Re
Secretariat
bit/||
fiscal
gramme/Mi()
kita/PoRe
anarch/In
voters/{}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one small dictionary, beside which its table is kept."""
    (tmp_path / "xx.aff").write_text(_AFF, encoding="utf-8")
    (tmp_path / "xx.dic").write_text(_DIC, encoding="utf-8")
    monkeypatch.setattr(forms, "cache_from_source", lambda _: str(tmp_path / "kept" / "forms.pyc"))
    return tmp_path


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("votes", True), ("revotes", True), ("Votes", True), ("VOTES", True), ("vOtes", False),
        ("policies", True), ("policys", False),
        ("rerest", False),  # the beginning stands before no r
        ("voter", True), ("revoter", False),  # an ending that goes with no beginning
        ("unvote", True), ("unvotes", False),  # and a beginning that goes with no ending
        ("Secretariat", True), ("secretariat", False), ("SECRETARIAT", True),
        ("bit", True), ("Bit", False),  # it keeps its case
        ("ﬁscal", True), ("fi\u0640scal", True), ("fscal", False),
        ("gramme", False), ("milligramme", False), ("milligrammes", True),
        ("kitaha", True), ("kitahum", True), ("rekitahum", True), ("kitahumha", False),
        ("anarchy", False), ("anarchies", True),  # an ending that asks for another
        ("voters", False),  # forbidden, though a rule makes it of another
    ],
)  # fmt: skip
def test_word_is_known_as_hunspell_knows_it(folder: Path, word: str, is_one: bool) -> None:
    dictionary = Dictionary(folder, "xx")

    assert dictionary.forms is not None
    assert dictionary.has(word) is is_one
    said = hunspell.Hunspell("xx", hunspell_data_dir=str(folder)).spell(word)
    assert bool(said) is is_one


def test_word_that_the_table_surely_has_is_one(folder: Path) -> None:
    dictionary = Dictionary(folder, "xx")
    words = ["votes", "revote", "rerest", "votse", "policies", "kitahum", "gramme"]
    numbers = np.array([number_of(word) for word in words], dtype=np.uint64)
    heads = [np.array([ord(word[i]) for word in words], dtype=np.uint16) for i in range(4)]

    assert dictionary.forms is not None
    told = dictionary.forms.surely_has(numbers, heads).tolist()

    assert told == [True, False, False, False, True, False, False]


def test_beginning_that_stands_before_any_word_is_told_at_once(folder: Path) -> None:
    file = folder / "xx.aff"
    file.write_text(_AFF.replace("PFX Re 0 re [^r]", "PFX Re 0 re ."), encoding="utf-8")
    dictionary = Dictionary(folder, "xx")
    words = ["revote", "revotes", "rerest", "repolicy", "revotse"]
    numbers = np.array([number_of(word) for word in words], dtype=np.uint64)
    heads = [np.array([ord(word[i]) for word in words], dtype=np.uint16) for i in range(4)]

    assert dictionary.forms is not None
    assert dictionary.forms.surely_has(numbers, heads).tolist() == [True, True, True, False, False]
    assert not dictionary.forms.surely_has(numbers).any()


@pytest.mark.parametrize("option", ["COMPOUNDFLAG Cc", "FLAG num", "CHECKSHARPS"])
def test_dictionary_that_uses_more_is_asked_of_hunspell(folder: Path, option: str) -> None:
    rules = "FLAG long" if option.startswith("FLAG") else "TRY esian"
    (folder / "xx.aff").write_text(_AFF.replace(rules, option), encoding="utf-8")
    (folder / "xx.dic").write_text("2\nvote\nrest\n", encoding="utf-8")

    dictionary = Dictionary(folder, "xx")

    assert dictionary.forms is None
    assert dictionary.has("vote")
    assert not dictionary.has("voet")
    assert not list((folder / "kept").iterdir())


def test_table_that_cannot_be_kept_is_not_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as barred:
        barred.setattr(os, "access", lambda *_: False)
        dictionary = Dictionary(folder, "xx")

    assert dictionary.forms is None
    assert dictionary.has("votes")


@pytest.mark.parametrize("damage", [b"", b"{}\n", None])
def test_table_that_was_damaged_is_made_anew(folder: Path, damage: bytes | None) -> None:
    Dictionary(folder, "xx")
    (file,) = (folder / "kept").iterdir()
    content = file.read_bytes()
    file.write_bytes(content[:-8] if damage is None else damage)

    dictionary = Dictionary(folder, "xx")

    assert dictionary.has("votes")
    assert file.read_bytes() == content


def test_table_of_another_edition_of_the_dictionary_is_not_used(folder: Path) -> None:
    assert not Dictionary(folder, "xx").has("quorum")
    (folder / "xx.dic").write_text(_DIC + "quorum\n", encoding="utf-8")

    assert Dictionary(folder, "xx").has("quorum")
    assert len(list((folder / "kept").iterdir())) == 2


def _damaged(words: list[str], letters: str) -> list[str]:
    """Return each word with one letter lost, doubled, changed, or in the place of the next."""
    chance = random.Random(11)
    found = []
    for word in words:
        i = chance.randrange(1, len(word))
        found += [
            word[:i] + word[i + 1 :],
            word[:i] + word[i - 1] + word[i:],
            word[:i] + chance.choice(letters) + word[i + 1 :],
            word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :],
        ]
    return found


@pytest.mark.slow(reason="A table of two million Arabic words may have to be made first.")
@pytest.mark.parametrize(
    ("language", "more"),
    [
        (Language.ENGLISH, ("re{}", "un{}", "{}s", "{}ed", "{}ing", "{}ly")),
        (Language.FRENCH, ("re{}", "in{}", "{}s", "{}es", "{}ent", "{}ions")),
        (Language.ARABIC, ("ال{}", "و{}", "وبال{}", "لل{}", "{}ها", "ول{}هم", "س{}", "{}ات")),
    ],
)
def test_table_says_of_every_word_what_hunspell_says(
    language: Language, more: tuple[str, ...]
) -> None:
    if is_absent(language):
        pytest.skip("The dictionary is not on this machine.")
    plain = sorted(word for word in general_words(language) if len(word) > 3)
    made = [form.format(word) for word in plain[::12] for form in more]
    letters = "ابتةدرسعفقكلمنهويى" if language == Language.ARABIC else "aeinorstlç"
    words = [*plain, *made, *_damaged(plain[::4], letters)]
    words += [word.capitalize() for word in words[::2]]
    places = list(dictionaries._all_places(language))
    asked = [hunspell.Hunspell(name, hunspell_data_dir=str(folder)) for folder, name in places]

    said = [any(_says(one, word) for one in asked) for word in words]

    assert [word for word, is_one in zip(words, said, strict=True) if is_one] == [
        word for word in words if is_known(word, language)
    ]
    numbers = np.array([number_of(word) for word in words], dtype=np.uint64)
    heads = [
        np.array([ord((word + "   ")[i]) for word in words], dtype=np.uint16) for i in range(4)
    ]
    sure = surely_known(language, numbers, heads)
    assert not np.any(sure & ~np.array(said))
    assert np.count_nonzero(sure[: len(plain)]) > 0.7 * sum(said[: len(plain)])


def _says(asked: hunspell.Hunspell, word: str) -> bool:
    try:
        return bool(asked.spell(word))
    except UnicodeEncodeError:
        return False


def test_name_of_a_dictionary_is_known_by_its_capital_alone(folder: Path) -> None:
    dictionary = Dictionary(folder, "xx")
    numbers = [number_of(word) for word in ("Secretariat", "secretariat")]

    assert dictionary.forms is not None
    assert dictionary.forms.surely_has(np.array(numbers, dtype=np.uint64)).tolist() == [True, False]
