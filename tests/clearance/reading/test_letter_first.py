"""What is rewritten so that a letter comes first asks what was asked before."""

import re

import pytest

from clearance.reading.letter_first import letter_first

_REWRITTEN = (
    (r"\b(?:of|on|in)\b", r"(?:o(?:f(?<!\wof)|n(?<!\won))|in(?<!\win))\b"),
    (r"(?<!\w)no", r"no(?<!(?:\w)no)"),
    (r"[وف]?له|ب", r"وله|فله|له|ب"),
    (r"(?:the )?law|order", r"the law|law|order"),
    (r"[,.] on|in", r", on|\. on|in"),
    (r"(?P<day>\bmay|june)", r"(?P<day>may(?<!\wmay)|june)"),
    (r"\bmay|_{2,}|,+", r"may(?<!\wmay)|__{1,}|,,*"),
    (r"\bno \(?a|on", r"no (?<!\wno )\(?a|on"),
)
_LEFT = (
    r"of|on|in",  # found by their letters as they are
    r"[,.] on",
    r"\b\d+ may",  # a number begins with any digit
    r"\s*the",
    r"(?m)^the",
    r"(?i:the|an)",
    r"\b(?:a|)b?",  # it may take nothing
    r"\b(?:in )?(?P<year>\d{4})",
    r"(?:the )?(?P<act>law|order)|rule",  # a group stands in one place alone
    r"\b\(a\)",
    r"(a|b)\b\1",
    r"\b(?:a{2}|b)",
    r"\b(?:a*|b)",
)
_TEXTS = (
    "of often, on in.",
    "no, piano",
    "وله فله له لهم ب",
    "the law; law-order",
    "may, dismay",
    "__ no (a, ,,",
)


@pytest.mark.parametrize(("written", "asked"), _REWRITTEN)
def test_a_letter_comes_first(written: str, asked: str) -> None:
    assert letter_first(written) == asked
    for text in _TEXTS:
        places = [match.span() for match in re.finditer(written, text)]
        assert [match.span() for match in re.finditer(asked, text)] == places


@pytest.mark.parametrize("written", _LEFT)
def test_what_cannot_begin_with_a_letter_stays(written: str) -> None:
    assert letter_first(written) == written


def test_many_words_are_told_apart_by_their_letters() -> None:
    words = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"

    assert letter_first(words) == (
        "one|t(?:wo|hree|en|welve)|f(?:our|ive)|s(?:ix|even)|e(?:ight|leven)|nine"
    )


def test_of_two_ways_with_one_letter_the_first_still_comes_first() -> None:
    written = r"\b(?:may be|june|may|may be not)"

    match = re.search(letter_first(written), "it may be not")

    assert match is not None
    assert match[0] == "may be"
