"""The numbers of paragraphs, articles and lettered items: one that is missing or comes twice.

Silent on excerpts that begin in the middle and on lists within lists; a number that stands
anywhere between its neighbours is not missing, since readers of files break lines wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, in_plain_letters
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind

TRIGGERS = (
    Trigger("numbered_line", r"^[ ]*[0-9]{1,3} ?[.)-]"),
    Trigger("bracketed_line", r"^[ ]*[(][0-9]{1,3}[)]"),
    Trigger("roman_line", r"^[ ]*[ivx]{1,6}[.][ ]"),
    Trigger("capital_line", r"^[ ]*[a-h][.][ ]"),
    Trigger("small_roman_line", r"^[ ]*[(]?[ivx]{1,5}[.)][ ]"),
    Trigger("agenda_line", r"^[ ]*(?:agenda )?(?:item|point) ?(?:no\.? |n° )?[0-9]{1,2} ?[:.-]"),
    Trigger(
        "article_line",
        r"^[ ]*(?:article|art[.]|clause|section|(?:ال)?مادة|البند|الفصل) ?(?:no[.]? ?|n° ?|رقم )?"
        r"[(]?(?:[0-9]|premi|one|unique|first)",
    ),
    Trigger(
        "table_line",
        r"^[ ]*(?:table|tableau|figure|graph|graphique|chart|(?:ال)?(?:جدول|شكل)) ?"
        r"(?:no[.]? ?|n° ?|رقم )?[(]?[0-9]{1,2}[)]? ?[:.-]",
    ),
    Trigger("lettered_line", r"^[ ]*[(]?[a-z][)]"),
    Trigger("abjad_line", r"^[ ]*[(]?[ابجدهوزحطيكلمنتثخ][)]"),
    Trigger(
        "ordinal_line",
        r"^[ ]*(?:(?:المادة|البند|الفقرة|الفصل) )?(?:ال)?(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن"
        r"|تاسع|عاشر)(?:ا|ة|ى)?(?:[ ]?[:.,-]|$)",
    ),
)
_NUMBER = on_demand(
    r"[ ]*(?P<number>\d{1,3}) ?(?P<sign>[.)]|-(?=[ \xc0-\xff]))(?!\d)[ ]*(?=[^\W\d_\n]|[\"(])"
)
_BRACKETED = on_demand(r"[ ]*(?P<sign>\()(?P<number>\d{1,3})\)[ ]*(?=[^\W\d_\n]|[\"(])")
_ARTICLE = compiled(
    r"[ ]*(?P<sign>article|art\.|clause|section|(?:ال)?مادة|البند|الفصل) ?(?:no\.? ?|n° ?|رقم )?\(?"
    r"(?P<number>\d{1,3}(?![\d/])|premiere?\b)"
)
_TABLE = compiled(
    r"[ ]*(?P<sign>table|tableau|figure|graph|graphique|chart|(?:ال)?(?:جدول|شكل)) ?"
    r"(?:no\.? ?|n° ?|رقم )?\(?(?P<number>\d{1,2})\)? ?[:.-]"
)
_ROMAN = on_demand(r"[ ]*(?P<number>[ivx]{1,6})(?P<sign>[.])[ ]+(?=[^\W\d_])")
_SMALL_ROMAN = on_demand(r"[ ]*(?P<bracket>\(?)(?P<number>[ivx]{1,5})(?P<sign>[.)])[ ]+(?=\w)")
_AGENDA = on_demand(
    r"[ ]*(?:agenda )?(?P<sign>item|point) ?(?:no\.? |n° )?(?P<number>\d{1,2}) ?[:.-]"
)
_ROMANS = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
_CAPITAL = on_demand(r"[ ]*(?P<number>[a-h])(?P<sign>[.])[ ]+(?=[^\W\d_]{3})")
_LETTER = on_demand(r"[ ]*(?P<sign>\(?)(?P<number>[a-z])\)[ ]*(?=\S)")
_OF_CAPITALS = (_ROMAN, _CAPITAL)
# The order of the letters in lists; the alphabet's order has letters that come late in it.
_ABJAD = fold("ابجدهوزحطيكلمن").skeleton
_ABJAD_LINE = compiled(r"[ ]*(?P<sign>\(?)(?P<number>[ابجدهوزحطيكلمنتثخ])\)[ ]*(?=\S)")
_ORDINAL_LINE = compiled(
    r"[ ]*(?P<sign>(?:المادة|البند|الفقرة|الفصل)?) ?(?:ال)?"
    r"(?P<number>أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ا|ة|ى)?(?![^\W\d_])"
)
_ORDINALS = tuple(fold("أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر").skeleton.split())
_ITEMS = frozenset({"abjad_line", "lettered_line", "bracketed_line", "small_roman_line"})
_SHORT = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR})
_LAST_TWICE = _SHORT | {Kind.CONTRACT, Kind.REPORT, Kind.DRAFT_RESOLUTION}
_OWN_LISTS = _SHORT | {Kind.REPORT, Kind.DRAFT_RESOLUTION}  # of the house, with no repealed item
_TOLD_BY_WORD = frozenset({"article_line", "table_line"})
_LESS_SURE = ("article_line", "agenda_line")
_RUNNING = frozenset({
    "numbered_line", "bracketed_line", "abjad_line", "lettered_line", "roman_line",
    "small_roman_line", "capital_line", "ordinal_line",
})  # fmt: skip
_LETTERED = frozenset({"abjad_line", "lettered_line", "roman_line", "small_roman_line"})
_BREAK = 2  # line ends between two paragraphs
_NEIGHBOURS = 20
_PAIR = 2
_ITEM_WORD = fold("البند").skeleton  # of a contract, an agenda or a budget: less sure
# A number with a letter was put in later: in an act as amended, repealed articles are missing.
_INSERTED = on_demand(r"^[ ]*\d{1,3}[a-z]{1,2} ?[.)]", re.MULTILINE)
# What begins another list of numbers: the head of an article, with its mark or without.
_HEAD = compiled(
    r"(?m)^[ ]*\(?(?:articles?|clause|section|rule|regle|(?:ال)?(?:مادة|بند|فصل|باب)) ?\(?\d"
)
_FAR = 12_000  # characters between two numbers of one list (our guess)


class _Item(NamedTuple):
    number: int
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.match.start("number")

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end("number")


def check_numbering(paper: Paper) -> Iterator[Finding]:
    """Find the first break in each list."""
    for trigger, expression in (
        ("numbered_line", _NUMBER), ("bracketed_line", _BRACKETED), ("article_line", _ARTICLE),
        ("lettered_line", _LETTER), ("roman_line", _ROMAN), ("abjad_line", _ABJAD_LINE),
        ("ordinal_line", _ORDINAL_LINE), ("small_roman_line", _SMALL_ROMAN),
        ("agenda_line", _AGENDA), ("capital_line", _CAPITAL),
        ("table_line", _TABLE),
    ):  # fmt: skip
        hits = paper.hits(trigger)
        if trigger in _PLAIN and _run_on(paper.skeleton, hits):
            continue
        if len(hits) == _PAIR and trigger == "numbered_line" and paper.kind in _LAST_TWICE:
            yield from _pair(paper, _by_sign(paper, hits, expression))
        if len(hits) > 2 or (trigger in _TOLD_BY_WORD and len(hits) > 1):
            by_sign = _by_sign(paper, hits, expression)
            if trigger == "abjad_line" and any(
                item.number == 0 for items in by_sign.values() for item in items
            ):
                continue  # a list in another order
            for items in by_sign.values():
                yield from _last_first(paper, items)
                yield from _breaks(paper, items, trigger)


def _last_first(paper: Paper, items: list[_Item]) -> Iterator[Finding]:
    """Find the last paragraph where the first of the paper should stand: "5, 1, 2, 3, 4"."""
    numbers = [item.number for item in items]
    if paper.kind in _OWN_LISTS and len(items) > _PAIR + 1 and numbers == [
        len(items), *range(1, len(items))
    ]:  # fmt: skip
        number = paper.text[items[0].start : items[0].end].strip()
        yield found(
            "CON005", items[0].start, items[0].end, elsewhere=((items[-1].start, items[-1].end),),
            part={"en": f"paragraph {number}", "fr": f"le paragraphe {number}",
                  "ar": f"الفقرة {number}"},
        )  # fmt: skip


def _pair(paper: Paper, by_sign: dict[str, list[_Item]]) -> Iterator[Finding]:
    """Find "2." and "4." where a short paper has no other number; its first may bear none."""
    for items in by_sign.values():
        before, item = items[0], items[-1]
        is_gap = (before.number, item.number) in ((1, 3), (2, 4))
        if is_gap and not _is_between(paper, before, item, "numbered_line"):
            yield _gap(paper, before, item, None, "numbered_line")


def _least_behind(paper: Paper, trigger: str) -> int:
    """Return how many numbers must follow the second for "1, 3, 3": in a short paper none."""
    return 0 if trigger == "roman_line" or paper.kind in _SHORT else 2


_PLAIN = frozenset({"numbered_line", "bracketed_line"})


def _run_on(skeleton: str, hits: Sequence[tuple[int, int]]) -> bool:
    """Tell whether plain numbers follow each other without a break, as they mostly do."""
    numbers = [int(skeleton[start:end].strip(" ().-")) for start, end in hits]
    return not numbers or numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _by_sign(
    paper: Paper, hits: Sequence[tuple[int, int]], expression: re.Pattern[str]
) -> dict[str, list[_Item]]:
    """Return the numbers in order, those apart that are written in another way."""
    found: dict[str, list[_Item]] = {}
    for start, _ in hits:
        match = expression.match(paper.skeleton, start)
        if match is None:
            continue
        written, sign = match.group("number", "sign")
        number = _number(written, expression)
        is_small = expression in _OF_CAPITALS and not paper.text[match.start("number")].isupper()
        if expression is _SMALL_ROMAN:
            is_small = paper.text[match.start("number")].isupper()
            sign = match["bracket"] + sign
        if expression is _ABJAD_LINE or (number and not is_small):
            found.setdefault(sign, []).append(_Item(number, match))
    return found


def _number(written: str, expression: re.Pattern[str]) -> int:
    """Return the number that is written in digits, as a letter, a word or in roman; 0 for none."""
    if written.isdigit():
        return int(written)
    if written.startswith("premier"):
        return 1
    if expression in (_ROMAN, _SMALL_ROMAN):
        return _ROMANS.index(written) + 1 if written in _ROMANS else 0
    if expression is _ABJAD_LINE:
        return _ABJAD.find(written) + 1
    if expression is _ORDINAL_LINE:
        return _ORDINALS.index(written) + 1
    return ord(written) - ord("a") + 1


def _breaks(paper: Paper, items: list[_Item], trigger: str) -> Iterator[Finding]:
    run = 0  # how many items before this one follow each other
    meant = -1  # the item that was told last as out of its place
    for at in range(1, len(items)):
        before, item = items[at - 1], items[at]
        after = items[at + 1].number if at + 1 < len(items) else None
        if item.number == before.number + 1:
            run += 1
            continue
        if _is_out_of_place(items, at) or (
            (trigger == "agenda_line" or 1 == at < len(items) - _least_behind(paper, trigger))
            and _is_twice_for_once(items, at)
        ):
            yield found(
                "CON032", item.start, item.end, elsewhere=((before.start, before.end),),
                level=Level.NOTE
                if item.match["sign"] == _ITEM_WORD and item.number != after else None,
                number=paper.text[item.start : item.end].strip(),
                right=_shown(before.number + 1, trigger),
                before=paper.text[before.start : before.end].strip(),
            )  # fmt: skip
            items[at] = item._replace(number=before.number + 1)  # told, and read on as meant
            meant = at
            run = 1
            continue
        is_sure = trigger in _TOLD_BY_WORD or paper.kind is Kind.DRAFT_RESOLUTION
        is_sure = is_sure or (paper.kind is Kind.CONTRACT and trigger == "numbered_line")
        is_list = run >= 1 or (is_sure and before.number == 1) or _is_first_twice(paper, items, at)
        run = 0
        if not is_list or item.start - before.start > _FAR:
            continue
        far = _may_be_far(paper, items, at, trigger)
        beyond = item.number in range(before.number + 3, before.number + (5 if far else 3))
        if (item.number == before.number + 2 or beyond) and not _is_between(
            paper, before, item, trigger
        ):
            yield _gap(paper, before, item, after, trigger)
            run = 1
        elif item.number == before.number and (
            after in (item.number + 1, item.number + 2)
            or (paper.kind in _LAST_TWICE and after is None and at >= 2 and at != meant + 1)
        ):
            # articles of laws are repeated on purpose, as "article 60 (bis)"
            is_list = trigger in ("numbered_line", "bracketed_line") or paper.kind is Kind.CONTRACT
            if (
                (is_list or (trigger in _LETTERED and paper.kind in _OWN_LISTS))
                and (_is_repeated(items, at, after) or _is_next(paper, before, item))
                and not _HEAD.search(paper.skeleton, before.end, item.start)
            ):
                yield found(
                    "CON031", item.start, item.end, elsewhere=((before.start, before.end),),
                    number=paper.text[item.start : item.end],
                )  # fmt: skip
            if after == item.number + 2:
                items[at] = item._replace(number=item.number + 1)  # one slip, told once
            run = 1


def _may_be_far(paper: Paper, items: list[_Item], at: int, trigger: str) -> bool:
    """Tell whether two numbers or three may be missing: in a paper of the house, near its end.

    A list that goes on after another within it has the number before this one further up.
    """
    missing = items[at].number - 1
    is_last = at + 1 == len(items)
    if paper.kind is Kind.CONTRACT:
        return is_last and trigger in ("numbered_line", "article_line")
    if trigger not in _RUNNING or paper.kind not in _OWN_LISTS:
        return False
    if any(one.number == missing for one in items[:at]):
        return False
    return is_last or (paper.kind is Kind.DRAFT_RESOLUTION and items[at + 1].number == missing + 2)


def _is_first_twice(paper: Paper, items: list[_Item], at: int) -> bool:
    """Tell whether "(a), (a), (b)" begins a list of a paper of the house."""
    before, item = items[at - 1], items[at]
    after = items[at + 1].number if at + 1 < len(items) else None
    return (before.number, item.number, after) == (1, 1, 2) and _is_next(paper, before, item)


def _is_next(paper: Paper, before: _Item, item: _Item) -> bool:
    """Tell whether two items of a paper of the house are paragraphs side by side."""
    breaks = paper.skeleton.count("\n", before.start, item.start)
    is_side_by_side = breaks == _BREAK and "\n\n" in paper.skeleton[before.start : item.start]
    return paper.kind in _OWN_LISTS and is_side_by_side


def _is_out_of_place(items: list[_Item], at: int) -> bool:
    """Tell whether one number breaks the order: "3, 13, 5", "7, 10, 9"; or two changed places.

    A list within a list begins with 1, and the number after it is no more than one further on.
    """
    before, item = items[at - 1].number, items[at].number
    after = items[at + 1].number if at + 1 < len(items) else None
    if after is None or item in (1, before) or items[at + 1].start - items[at - 1].start > _FAR:
        return False
    near = _of_one_list(items, at)
    if near.count(before) > 1 or near.count(after) > 1:
        return False  # two columns of a page that were read as one
    if after == before + 2:
        if item < before and not {item - 1, item + 1}.isdisjoint(near):
            return False  # of another column
        return before + 1 not in near  # elsewhere if the page's columns were mixed
    if near.count(item) > 1:
        return False
    beyond = items[at + 2].number if at + 2 < len(items) else None
    return (item, after, beyond) in (
        (before + 2, before + 1, before + 3),
        (before + 2, before + 1, None),  # the last two of the list
    )


def _of_one_list(items: list[_Item], at: int) -> list[int]:
    """Return the numbers around an item, no further than to where another list begins with 1."""
    first = next((n for n in range(at - 1, max(-1, at - _NEIGHBOURS), -1) if items[n].number == 1),
                 max(0, at - _NEIGHBOURS))  # fmt: skip
    last = next(
        (n for n in range(at + 1, min(len(items), at + _NEIGHBOURS)) if items[n].number == 1),
        at + _NEIGHBOURS,
    )
    return [one.number for one in items[first:last]]


def _is_twice_for_once(items: list[_Item], at: int) -> bool:
    """Tell whether a number stands for the one before it: "1, 3, 3, 4"."""
    numbers = [one.number for one in items[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]]
    before, item = items[at - 1].number, items[at].number
    following = [one.number for one in items[at + 1 : at + 3]]
    if item != before + 2 or following[:1] != [item] or following[1:] not in ([], [item + 1]):
        return False
    return before + 1 not in numbers and numbers.count(before) == 1 and numbers.count(item) == 2


def _gap(paper: Paper, before: _Item, item: _Item, after: int | None, trigger: str) -> Finding:
    """Return the finding; a letter that may be a roman numeral or a repealed article: a note."""
    missing = item.number - 1
    is_sure = trigger not in (*_LESS_SURE, *_ITEMS) or paper.kind is Kind.CONTRACT
    is_sure = is_sure or (trigger in _ITEMS and paper.kind in _OWN_LISTS)
    if after is not None and after not in (item.number, item.number + 1, 1):
        is_sure = False
    near = max(0, before.start - _FAR), item.end + _FAR
    if trigger == "numbered_line" and _INSERTED.search(paper.skeleton, *near):
        is_sure = False
    return found(
        "CON030", item.start, item.end, level=None if is_sure else Level.NOTE,
        elsewhere=((before.start, before.end),),
        before=paper.text[before.start : before.end], after=paper.text[item.start : item.end],
        missing=_shown(missing, trigger),
    )  # fmt: skip


def _shown(number: int, trigger: str) -> str:
    if trigger == "roman_line":
        return _ROMANS[number - 1].upper()
    if trigger == "small_roman_line":
        return _ROMANS[number - 1]
    if trigger == "abjad_line":
        return in_plain_letters(_ABJAD[number - 1])
    if trigger == "capital_line":
        return chr(number + 64)
    return chr(number + 96) if trigger == "lettered_line" else str(number)


def _is_repeated(items: list[_Item], at: int, after: int | None) -> bool:
    """Tell whether the number is the same by mistake, and no second list begins there."""
    item = items[at]
    if after is None or after == item.number + 2:
        return items[at - 2].number == item.number - 1 or after is not None
    return at >= 3 and items[at - 2].number == item.number - 1 and item.number > 2


def _is_between(paper: Paper, before: _Item, item: _Item, trigger: str) -> bool:
    """Tell whether the missing number stands between the two, however the line was broken."""
    missing = item.number - 1
    text = paper.skeleton[before.end : item.start]
    if trigger in ("lettered_line", "capital_line"):
        return re.search(rf"\b{chr(missing + 96)} ?[).]", text) is not None
    if trigger == "bracketed_line":
        return any(
            words_before(text, at.start()) is None for at in re.finditer(rf"\({missing}\)", text)
        )  # "three (3) days" is a count
    if trigger == "abjad_line":
        return re.search(rf"(?<!\w){_ABJAD[missing - 1]} ?[).]", text) is not None
    if trigger == "ordinal_line":
        return _ORDINALS[missing - 1] in text
    if trigger == "small_roman_line":
        return re.search(rf"(?<!\w){_ROMANS[missing - 1]} ?[).]", text) is not None
    digits = r" ?".join(_shown(missing, trigger).lower())
    return _marker(digits).search(text) is not None


@lru_cache(maxsize=256)
def _marker(digits: str) -> re.Pattern[str]:
    return re.compile(
        rf"^[ ]*{digits}(?!\d)|(?<![\d.(]){digits} ?[.)-](?!\d)(?![ ]*\n)|"
        rf"\({digits}\)(?! [^\W\d_])|\b(?:bis|ter)\b",
        re.MULTILINE,
    )
