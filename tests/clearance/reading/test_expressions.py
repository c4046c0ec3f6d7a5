"""Expressions are compiled when first asked, so every one is asked here."""

import gc
import pkgutil
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import clearance
from clearance.reading.expressions import _OFTEN, _OnDemand, is_of, on_demand
from clearance.reading.skeleton import fold

_LETTERS = Path(__file__).parents[3] / "src/cabinet/config/day/letters"
_MUCH = 1_200  # letters of a letter in which each is looked for


def test_it_answers_as_a_compiled_one() -> None:
    told, known = on_demand(r"(?P<day>\d+) May", re.IGNORECASE), re.compile(r"\d+ may", re.I)
    match = told.search("on 12 may")
    assert match is not None
    assert match["day"] == "12"
    assert told.search("on 12 May", 5) is None
    assert [each[0] for each in told.finditer("1 MAY, 2 May")] == known.findall("1 MAY, 2 May")
    assert told.sub("-", "3 May.") == known.sub("-", "3 May.") == "-."
    assert (told.pattern, told.groups) == (r"(?P<day>\d+) May", 1)


def test_it_is_compiled_at_the_first_question() -> None:
    wrong = on_demand("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_of_two_expressions_it_is_told_which_one_matched() -> None:
    one, other = on_demand(r"\bMay"), on_demand(r"\b(?:May|June)")
    match = other.search("in May")
    assert match is not None
    assert is_of(match, other)
    assert not is_of(match, one)


def test_what_is_often_asked_still_answers_the_same() -> None:
    told = on_demand(r"\b(?:May|June)")
    early = told.search("dismay in June")

    late = [told.search("dismay in June") for _ in range(2 * _OFTEN)][-1]

    assert early is not None
    assert late is not None
    assert early.span() == late.span() == (10, 14)
    assert early.re is not late.re
    assert is_of(early, told)
    assert is_of(late, told)


def _all_held() -> list[_OnDemand]:
    for module in pkgutil.walk_packages(clearance.__path__, "clearance."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # what was set aside would not be shown
    held = [each for each in gc.get_objects() if type(each) is _OnDemand]
    return [each for each in held if each.pattern != "("]  # the wrong one above


@pytest.mark.slow  # some two thousand are compiled
def test_every_expression_of_the_rules_is_rightly_written_and_asked() -> None:
    letters = [file.read_text(encoding="utf-8") for file in sorted(_LETTERS.glob("*.toml"))[::8]]
    texts = [fold(letter[:_MUCH]).skeleton for letter in letters]
    held = _all_held()
    assert len(held) > 1000
    for each in held:
        written = re.compile(each.pattern, each.flags)
        for _ in range(_OFTEN):
            each.search(texts[0][:0] if isinstance(each.pattern, str) else b"")
        assert (written.groups, written.groupindex) == (each.groups, each.groupindex)
        for one in texts if isinstance(each.pattern, str) else ():
            assert _places(each, one) == _places(written, one)


def _places(expression: Any, text: str) -> list[tuple[Any, ...]]:
    return [(match.span(), match.groups()) for match in expression.finditer(text)]
