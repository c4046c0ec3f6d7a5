"""Expressions are compiled when first asked, so every one is asked here."""

import gc
import pkgutil
import re
from importlib import import_module

import pytest

import clearance
from clearance.reading.expressions import _OnDemand, on_demand


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


@pytest.mark.slow  # some two thousand are compiled
def test_every_expression_of_the_rules_is_rightly_written() -> None:
    for module in pkgutil.walk_packages(clearance.__path__, "clearance."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # what was set aside would not be shown
    held = [each for each in gc.get_objects() if type(each) is _OnDemand]
    assert len(held) > 1000
    for each in held:
        if each._made_of != ("(", 0):  # the wrong one above
            assert re.compile(*each._made_of).pattern == each._made_of[0]
