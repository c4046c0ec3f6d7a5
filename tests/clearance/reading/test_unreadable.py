from __future__ import annotations

import re
import subprocess
import sys
from string import Formatter

import pytest

from clearance.reading import TooLarge, unreadable
from clearance.reading.unreadable import messages
from clearance.terms import Language


@pytest.mark.parametrize("code", sorted(messages()))
def test_message_has_the_same_gaps_in_three_languages(code: str) -> None:
    said = messages()[code]

    gaps = [
        {gap for _, gap, _, _ in Formatter().parse(said[language.value]) if gap}
        for language in Language
    ]

    assert gaps[0] == gaps[1] == gaps[2]
    assert all(text.endswith(".") for text in said.values())
    assert re.search("[ء-ي]", said["ar"])


def test_refusal_tells_sentence_code_and_remedy() -> None:
    refused = TooLarge("RDG012", count=12_000, limit=2_000)

    assert str(refused) == (
        "The file has 12,000 pages; at most 2,000 are read. (RDG012) Submit it in parts."
    )
    assert refused.sentence(Language.FRENCH) == (
        "Le fichier compte 12\u202f000 pages ; la limite est de 2\u202f000."
    )


def test_tree_of_errors_is_the_one_that_its_docstring_draws() -> None:
    drawn = re.findall(r"^ {4}(\w+) ", unreadable.__doc__ or "", re.M)

    assert drawn == [kind.__name__ for kind in unreadable.Unreadable.__subclasses__()]


@pytest.mark.slow  # starts an interpreter
def test_parsers_are_imported_only_when_such_a_file_comes() -> None:
    heavy = ("lxml", "pypdfium2", "olefile", "email.message", "hunspell")
    program = (
        "import sys; from clearance.reading import read_bytes; read_bytes(b'a letter');"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"
