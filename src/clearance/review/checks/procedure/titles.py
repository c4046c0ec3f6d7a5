"""Is a printed title that of a resolution: case, articles, "on the" and a part of it accepted."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import JaroWinkler

from clearance.review.resolution_register import title_words

_ALIKE = 0.9  # our guess: one slip or another ending; a slip in spelling is another check's matter
_STEM = 5
_HALF = 0.5
_SECOND_WORDS = frozenset({"oic", "oci", "situation", "issue", "matters", "matter", "affairs"})

# Words that make of a state another: "Sudan" and "South Sudan", "Guinea" and its namesakes.
_OF_OTHER_STATES = frozenset(
    word
    for name in (
        "south north sud nord southern northern equatorial equatoriale bissau conakry",
        "جنوب شمال الجنوبية الشمالية الاستوائية بيساو كوناكري",
    )
    for word in title_words(name)
)
# States whose names begin alike or are near in spelling.
_TWO_STATES = frozenset(
    frozenset(title_words(pair))
    for pair in (
        "niger nigeria", "austria australia", "autriche australie", "mauritania mauritius",
        "mauritanie maurice", "النيجر نيجيريا", "النمسا أستراليا", "موريتانيا موريشيوس",
        "dominica dominican", "slovakia slovenia", "zambia gambia", "zambie gambie",
        "زامبيا غامبيا",
    )
)  # fmt: skip


def fits(printed: str, titles: Iterable[str], ends: bool) -> bool:
    """Tell whether the printed words can be one of the titles.

    ``ends`` False: where the printed title ends is not sure, and words after it are forgiven.
    """
    lines = [printed]
    first, _, more = printed.partition("\n")
    if more and set(title_words(first)) - _SECOND_WORDS:  # a heading's title ends with its line
        lines.append(first)
    return any(_fits(line, title, ends) for title in titles for line in lines)


def are_one_title(one: str, other: str) -> bool:
    """Tell whether two printed titles can be one, either being a part of the other."""
    return _fits(one, other, True) or _fits(other, one, True)


def _fits(printed: str, title: str, ends: bool) -> bool:
    given, right = title_words(printed), title_words(title)
    if not given or not right:
        return True
    if "".join(given) == "".join(right):
        return True
    loose = [word for word in given if not _is_in(word, right)]
    missing = [word for word in right if not _is_in(word, given)]
    if not {*loose, *missing} - _OF_OTHER_STATES and (loose or missing):
        return False
    if not [word for word in loose if word not in _SECOND_WORDS]:
        return len(loose) < len(given) or not missing
    if not [word for word in missing if word not in _SECOND_WORDS]:
        return True
    if ends:
        return False
    begins = next((n for n, word in enumerate(given) if not _is_in(word, right)), len(given))
    return begins >= 2 or len(missing) / len(right) < _HALF


def _is_in(word: str, words: tuple[str, ...]) -> bool:
    return word in words or any(_alike(word, other) for other in words)


def _alike(one: str, other: str) -> bool:
    if len(one) < _STEM or len(other) < _STEM or frozenset((one, other)) in _TWO_STATES:
        return False
    return one[:_STEM] == other[:_STEM] or JaroWinkler.similarity(one, other) >= _ALIKE
