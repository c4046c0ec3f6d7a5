"""One spelling of the name of a person or a firm in one paper: "Mr. Lodhi" and "Mr. Lodi".

Names are read after a title ("Mr.", "السيد"), in the lines of the signatures and behind "For" at
the foot of a contract. Two of them are one name where each word of the one is the other's, sounds
like it or misses it by a slip; who stands beside the other in a list, holds another post or is of
another gender is another person. Our guess; see ``name_sounds`` for what sounds alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.language.name_sounds import (
    Nearness,
    are_alike_by_ear,
    have_one_skeleton,
    is_unheard_of,
    nearness,
)
from clearance.review.finding import Finding
from clearance.review.mentions.anatomy.words import POST
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

_TITLES = {  # title: gender
    "mr. ": "m", "mr ": "m", "mrs. ": "f", "ms. ": "f", "dr. ": "", "dr ": "", "prof. ": "",
    "ambassador ": "", " m. ": "m", "mme ": "f", "mlle ": "f", "السيد ": "m", "السيدة ": "f",
    "الدكتور ": "m", "الدكتورة ": "f", "الأستاذ ": "m", "الأستاذة ": "f", "المهندس ": "m",
    "المهندسة ": "f", "السفير ": "m", "السفيرة ": "f",
}  # fmt: skip
TITLED = tuple(Trigger("titled name", title, literal=True) for title in _TITLES)
_GENDERS = {title.strip().rstrip("."): gender for title, gender in _TITLES.items()}
_PART = r"(?:[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*|bin|ibn|bint|ben|ould|de|al|el)"
_LATIN = on_demand(rf"\s?(?P<name>{_PART}(?: {_PART}){{0,4}})(?![^\W\d_])")
_ARABIC = on_demand(
    r"\s?(?P<name>[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){0,3})(?![\u0621-\u064a])"
)
_CELL = on_demand(rf"^{_PART}(?: {_PART}){{1,3}}$")
_CELL_AR = on_demand(r"^[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){1,3}$")
_GAP = on_demand(r"\t| {3,}|\|")
_POST = on_demand(r",\s+(?P<post>[^,.;()\n]{4,60})")
_OFFICE_WORDS = """
president chairman chairperson chairwoman minister secretary director ambassador commissioner head
vice le la governor speaker représentant président ministre directeur
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
_JOINED_AR = frozenset({"عبد", "أبو", "ابو", "بن", "آل", "ابن", "بنت"})
_ARTICLES = frozenset({"al", "el"})
_IS_POST = compiled(rf"(?:[\w'-]+ ){{0,3}}?{POST}")
# What parts two persons of one list: "Mr. A (Niger) and Mr. B".
_LISTED = on_demand(
    r"(?:\s*[,،][^,،;.\n]{0,40}(?=[,،]))?(?:\s*\([^)\n]{0,40}\))?\s*[,،;؛]?\s*(?:(?:and|et|&|و)\s*)?"
    r"(?:و?[^\W\d_]{1,10}\.?\s?){0,2}$"
)
_FOOT = 1_000  # characters in which the signatures stand
_BESIDE = 60  # characters between two persons of one list
_MOST = 40  # names that are compared


@dataclass(frozen=True)
class _Named:
    """Somebody who is named: where, the words of the name, a gender, and what stands behind."""

    start: int
    end: int
    words: tuple[str, ...]
    gender: str = ""
    post: str = ""
    is_titled: bool = True


def names_spelt_twice(paper: Paper) -> Iterator[Finding]:
    """Find the second spelling of a name."""
    hits = paper.hits("titled name")
    if not hits:
        return
    titled = [one for hit in hits[:_MOST] if (one := _titled(paper, *hit))]
    if not titled:
        return
    others = list(_signed(paper, titled))
    told: set[int] = set()
    pairs = [*combinations(titled, 2), *((one, other) for one in titled for other in others)]
    for one, other in pairs:
        place = _differ(paper, one, other)
        if place is None or place[1].start in told:
            continue
        right, wrong = place
        told.add(wrong.start)
        yield name_told(paper, (wrong.start, wrong.end), (right.start, right.end))
        if right.start not in told and _comes_once(paper, right):  # either may be the wrong one
            told.add(right.start)
            yield name_told(paper, (right.start, right.end), (wrong.start, wrong.end))


def family_names_spelt_twice(paper: Paper) -> Iterator[Finding]:
    """Find "السيد كوريشي" where the one who was named in full is "السيد ظفر قريشي"."""
    hits = paper.hits("titled name")
    if paper.language is not Language.ARABIC or len(hits) < 2:
        return
    titled = [one for hit in hits[:_MOST] if (one := _titled(paper, *hit, fewest=1))]
    full = {word for one in titled for word in one.words[1:_FAMILY]}
    for other in titled:
        alone = other.words[0]
        if alone in full or len(alone) < _SHORTEST_ALONE:
            continue
        for one in titled:
            if one.start >= other.start or one.words[0] == alone:
                continue
            if one.gender and other.gender and one.gender != other.gender:
                continue
            own = next((word for word in one.words[1:_FAMILY] if _is_spelt_so(word, alone)), None)
            if own is not None:
                begin = paper.text.index(own[-2:], one.start) + 2
                wrong = _cut(paper, other, 1)
                yield name_told(paper, (wrong.start, wrong.end), (begin - len(own), begin))
                break


_FAMILY = 3  # words of a full name among which its family name is
_SHORTEST_ALONE = 4


def _is_spelt_so(word: str, alone: str) -> bool:
    """Tell whether a family name is another spelling of what stands alone behind a title."""
    if word == alone or not is_unheard_of(word, alone) or len(word) < _SHORTEST_ALONE:
        return False
    if word.removeprefix("ال") == alone.removeprefix("ال"):
        return False  # with and without its article: both are said
    return are_alike_by_ear(word, alone) or nearness(word, alone) is Nearness.SLIP


def _comes_once(paper: Paper, named: _Named) -> bool:
    return _times(paper.text, named) == 1


def _times(text: str, named: _Named) -> int:
    """Return how often the name is written, as whole words."""
    name = re.escape(text[named.start : named.end])
    return len(re.findall(rf"(?<![^\W\d_]){name}(?![^\W\d_])", text))


def name_told(paper: Paper, wrong: Stretch, right: Stretch) -> Finding:
    """Return what is said of the second spelling."""
    instead = " ".join(paper.text[slice(*right)].split())
    return found(
        "LNG016", *wrong, elsewhere=(right,), suggestion=instead,
        one=instead, other=" ".join(paper.text[slice(*wrong)].split()),
    )  # fmt: skip


def _titled(paper: Paper, start: int, end: int, fewest: int = 2) -> _Named | None:
    """Return who is named behind a title; ``fewest``: words that an Arabic name has at least."""
    text = paper.text
    title = paper.skeleton[start:end].strip()
    if text[start].isalpha() and start and text[start - 1].isalpha():
        before = text[max(0, start - 2) : start]
        if not re.fullmatch(r"(?:^|[^\u0621-\u064a])[وبلكف]", before):
            return None
    is_arabic = not title.isascii()
    match = (_ARABIC if is_arabic else _LATIN).match(text, end)
    if match is None:
        return None
    words = _words(match["name"], is_arabic)
    if not words or words[0].lower() in _OFFICES or (is_arabic and len(words) < fewest):
        return None
    post = _POST.match(text, match.end())
    return _Named(
        *match.span("name"),
        words,
        _GENDERS.get(title.rstrip("."), ""),
        post["post"] if post else "",
    )


def _words(name: str, is_arabic: bool) -> tuple[str, ...]:
    parts = name.split()
    joined: list[str] = []
    if not is_arabic:
        for part in parts:
            if joined and joined[-1].lower() in _ARTICLES:
                joined[-1] += f"-{part}"  # "El Fassi", as "El-Fassi" is written
            else:
                joined.append(part)
        return tuple(joined)
    for part in parts:
        if joined and joined[-1] in _JOINED_AR:
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)


def _signed(paper: Paper, titled: list[_Named]) -> Iterator[_Named]:
    """Yield the names that stand alone in a line, or a cell of one, at the foot."""
    text = paper.text
    begins = max(titled[0].end, len(text) - _FOOT)
    is_arabic = paper.language is Language.ARABIC
    shape = _CELL_AR if is_arabic else _CELL
    begins = text.find("\n", begins) + 1
    if begins == 0:
        return
    for line in text[begins:].split("\n"):
        has_cells = "   " in line or "\t" in line or "|" in line
        place = begins
        for cell in _GAP.split(line) if has_cells else (line,):
            at = text.find(cell, place) if has_cells else begins
            plain = cell.strip()
            place = at + len(cell)
            if plain and shape.match(plain):
                at += len(cell) - len(cell.lstrip())
                yield _Named(at, at + len(plain), _words(plain, is_arabic), is_titled=False)
        begins += len(line) + 1


def _differ(paper: Paper, one: _Named, other: _Named) -> tuple[_Named, _Named] | None:
    """Return the right one and the wrong one of two that seem to be one name; None: they are not.

    Of two spellings the one that comes less often is the wrong one, or else the later.
    """
    if one.words == other.words or one.start == other.start:
        return None
    if one.gender and other.gender and one.gender != other.gender:
        return None
    cut = _same_name(one.words, other.words, paper.language)
    if cut is None:
        return None
    first, second = (_cut(paper, each, cut) for each in (one, other))
    if _are_two(paper, first, second):
        return None
    written = [_times(paper.text, each) for each in (first, second)]
    if written[0] < written[1]:
        first, second = second, first
    return first, second


def _cut(paper: Paper, named: _Named, count: int) -> _Named:
    """Return the name with its first words alone: an Arabic text does not part it from others."""
    if count >= len(named.words):
        return named
    end = named.start
    for word in named.words[:count]:
        end = paper.text.index(word[-2:], end) + 2 if len(word) > 1 else end
    return _Named(named.start, end, named.words[:count], named.gender, named.post)


def _same_name(one: tuple[str, ...], other: tuple[str, ...], language: Language) -> int | None:
    """Return how many words are of the one name in two spellings; None: they are two names."""
    if language is Language.ARABIC:
        return _same_in_arabic(one, other)
    if len(one) == 1 or len(other) == 1:
        ends = nearness(one[-1], other[-1])
        is_near = ends in (Nearness.SLIP, Nearness.SOUND) and min(len(one[-1]), len(other[-1])) > 3
        return max(len(one), len(other)) if is_near else None
    if len(one) != len(other):
        rest = nearness("".join(one[1:]), "".join(other[1:]))  # "Ben Hamida", "Benhamida"
        is_one = nearness(one[0], other[0]) is not Nearness.OTHER and rest is Nearness.SOUND
        # "Abdul Qadir Ben Ali", "Abdelkader Benali"
        is_one = is_one or nearness("".join(one), "".join(other)) is Nearness.SOUND
        return max(len(one), len(other)) if is_one else None
    each = [nearness(ours, theirs) for ours, theirs in zip(one, other, strict=True)]
    if Nearness.OTHER in each or all(near is Nearness.SAME for near in each):
        return None
    if each.count(Nearness.SLIP) > 1:
        return None
    return len(one)


def _same_in_arabic(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    each = [nearness(ours, theirs) for ours, theirs in zip(one, other, strict=False)]
    count = next((i for i, near in enumerate(each) if near is Nearness.OTHER), len(each))
    near = each[:count]
    while near and near[-1] is Nearness.SAME:
        near.pop()
    if not count and len(one) > 1 and one[1] == other[1] and one[1].startswith("ال"):
        # "حسن الشناوي", "حسين الشناوي"
        return 2 if have_one_skeleton(one[0], other[0]) else None
    if len(near) == 1 and count > 1 and near[0] is not Nearness.SAME:
        return 2  # the first name, before the same second one
    wrong = [each for each in near if each is not Nearness.SAME]
    return len(near) if len(near) > 1 and len(wrong) == 1 else None


def _are_two(paper: Paper, one: _Named, other: _Named) -> bool:
    """Tell whether two persons stand there: side by side in a list, or in two posts."""
    first, second = sorted((one, other), key=lambda each: each.start)
    between = paper.text[first.end : second.start]
    if len(between) <= _BESIDE and _LISTED.match(between):
        return True
    posts = [fold(each.post).skeleton for each in (one, other)]
    if posts[0].split()[:3] != posts[1].split()[:3] and all(map(_IS_POST.match, posts)):
        return True  # "at the seat of the Secretariat" is none
    return all(_begins_item(paper.text, each.start) for each in (one, other))


def _begins_item(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return (
        re.fullmatch(
            r"[ \t]*(?:[-–•*]|\d{1,2}[.)-]|[a-zأ-ي][.)-])[ \t]*(?:[^\s\d]{1,9}\.? ?){0,3}", line
        )
        is not None
    )
