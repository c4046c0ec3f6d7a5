"""A malformed register is refused, and the message names the file, the record and the fault."""

from dataclasses import dataclass
from typing import Literal

import pytest

from clearance.data import DataError, Record, Source
from clearance.data.register import parse_register
from clearance.terms import Language


@dataclass(frozen=True, kw_only=True)
class Flag(Record):
    """A record with one field of each type that a register may have."""

    code: str
    stripes: int = 3
    flown: bool = True
    shape: Literal["square", "oblong"] = "oblong"
    language: Language | None = None
    colours: tuple[str, ...] = ()


def parse(record: str, *, head: str = '[sources]\nbook = "A book of flags"\n') -> tuple[Flag, ...]:
    return parse_register(head + record, file="flags.toml", table="flag", record=Flag, key="code")


def test_record_that_is_complete_is_read_with_its_types() -> None:
    (flag,) = parse(
        '[[flag]]\ncode = "X"\nstripes = 2\nflown = false\nshape = "square"\n'
        'language = "ar"\ncolours = ["green", "white"]\nsource = ["book"]\n'
    )

    assert flag == Flag(
        code="X",
        stripes=2,
        flown=False,
        shape="square",
        language=Language.ARABIC,
        colours=("green", "white"),
        source=(Source("book", "A book of flags"),),
    )


def test_field_that_may_be_missing_has_its_default() -> None:
    (flag,) = parse('[[flag]]\ncode = "X"\nsource = ["book"]\n')

    assert (flag.language, flag.note, flag.basis, flag.colours) == (None, None, "sourced", ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("stripes = 2", 'flag 2: "code" is missing.'),
        ('code = ""', "flag 2 (): \"code\" must be a text, not ''."),
        ('code = "B"\nstripes = "2"', "flag 2 (B): \"stripes\" must be a whole number, not '2'."),
        ('code = "B"\nstripes = true', 'flag 2 (B): "stripes" must be a whole number, not True.'),
        ('code = "B"\nflown = 1', 'flag 2 (B): "flown" must be true or false, not 1.'),
        (
            'code = "B"\nshape = "round"',
            "flag 2 (B): \"shape\" must be one of square, oblong, not 'round'.",
        ),
        (
            'code = "B"\nlanguage = "de"',
            "flag 2 (B): \"language\" must be one of ar, en, fr, not 'de'.",
        ),
        ('code = "B"\ncolours = "red"', "flag 2 (B): \"colours\" must be a list, not 'red'."),
        ('code = "B"\ncolours = [1]', 'flag 2 (B): "colours" must be a text, not 1.'),
        ('code = "B"\ncolour = "red"', 'flag 2 (B): "colour" is no field of this register.'),
        (
            'code = "B"\nbasis = "rumour"',
            'flag 2 (B): "basis" must be one of sourced, partly sourced, inferred, to confirm, '
            "incomplete, our translation, our guess, not 'rumour'.",
        ),
        ('code = "A"', 'flag 2 (A): another record has the same "code".'),
    ],
)
def test_record_that_is_malformed_is_named_with_its_fault(line: str, problem: str) -> None:
    good = '[[flag]]\ncode = "A"\nsource = ["book"]\n'

    with pytest.raises(DataError) as refused:
        parse(f'{good}[[flag]]\n{line}\nsource = ["book"]\n')

    assert str(refused.value) == f"flags.toml, {problem}"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('source = ["film"]', 'the source "film" is not in [sources].'),
        ("source = []", '"source" names none.'),
        ('source = "book"', "\"source\" must be a list, not 'book'."),
        ("", '"source" is missing.'),
    ],
)
def test_record_without_a_source_is_refused(line: str, problem: str) -> None:
    with pytest.raises(DataError) as refused:
        parse(f'[[flag]]\ncode = "A"\n{line}\n')

    assert refused.value.file == "flags.toml"
    assert refused.value.record == "flag 1 (A)"
    assert refused.value.problem == problem


def test_file_without_the_table_is_refused() -> None:
    with pytest.raises(DataError) as refused:
        parse("")

    assert str(refused.value) == "flags.toml, the file: it has no [[flag]]."


def test_file_without_sources_is_refused() -> None:
    with pytest.raises(DataError) as refused:
        parse('[[flag]]\ncode = "A"\n', head="")

    assert str(refused.value) == "flags.toml, the file: it has no [sources]."


def test_file_that_is_not_toml_is_refused() -> None:
    with pytest.raises(DataError) as refused:
        parse("[[flag]\n")

    assert str(refused.value).startswith("flags.toml, the file: this is not TOML: ")
