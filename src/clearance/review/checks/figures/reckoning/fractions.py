"""Parts of a whole in words: "two thirds", "trois quarts", "ثلاثة أرباعها", "three in four"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.mentions.numbers import worth
from clearance.review.scan import told_by_its_end

FRACTION = (
    told_by_its_end(
        "part in words",
        r"(?:a|one|two|three|four|five|nine)[ -](?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)[ ,.;:)\n]",
    ),
    told_by_its_end("part in words", r"(?:[ (\n]half|moitie|deux[ -]tiers|(?:un|le|du|au) (?:tiers|quart)|trois[ -]quarts|cinquiemes?|dixiemes?)[ ,.;:)\n]"),
    told_by_its_end("part in words", r"(?:one|two|three|four|seven|nine) (?:in|out of|of) (?:every )?(?:two|three|four|five|ten)[ ,.;:)\n]"),
    told_by_its_end("part in words", r"(?:une?|deux|trois|quatre|sept|neuf) (?:[a-z]+ )?sur (?:deux|trois|quatre|cinq|dix)[ ,.;:)\n]"),
    told_by_its_end("part in words", r"(?:نصف|ثلث|ثلثا|ثلثي|ربع|أرباع|أخماس|خمسي|سدس|أعشار|خمس|ثمن|عشر)(?: ال|هم|هن|ها|ه|[,.;)])"),
    told_by_its_end("part in words", r"(?:نصف|ثلث|ربع) [^ ]+(?:ها|هم)[ ,.;]"),
    told_by_its_end("part in words", r"من (?:كل|بين كل|أصل كل) (?:اثنين|ثلاثة|أربعة|خمسة|عشرة|ثلاث|أربع|خمس|عشر)"),
)  # fmt: skip


class Fraction(NamedTuple):
    """A part in words, from start up to end. ``of_it``: with "its" or "of them" grown on."""

    start: int
    end: int
    value: Decimal
    of_it: bool


_DOWN = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_DOWN |= {"moitie": 2, "tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "huitieme": 8, "dixieme": 10}  # fmt: skip
_ARABIC = {"نصف": 2, "ثلث": 3, "ربع": 4, "خمس": 5, "سدس": 6, "ثمن": 8, "عشر": 10}
_ARABIC_MANY = {"أثلاث": 3, "أرباع": 4, "أخماس": 5, "أسداس": 6, "أثمان": 8, "أعشار": 10}
_ONE_OF = {compiled(word).pattern: down for word, down in _ARABIC.items()}
_MANY_OF = {compiled(word).pattern: down for word, down in _ARABIC_MANY.items()}

# "a third meeting", "the first quarter", "half past two", "trois quarts d'heure" are no parts.
_WESTERN = compiled(
    r"(?<![^\W_])(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!last )"
    r"(?:(?P<some>a|one|two|three|four|five|seven|nine|un|le|du|au|les deux|les trois|deux|trois|quatre|sept|neuf|la|une)[ -])?"
    r"(?P<name>half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|moitie|tiers|quarts?|cinquiemes?|sixiemes?|huitiemes?|dixiemes?)"
    r"(?=\s+(?:of|du|de|des|d')\b|\s*[,.;:)]|\s*$|\s+(?:the|its|their|that|this|are|is|were|was|came|come|sont|est|viennent|etaient|ont)\b)"
)
_NO_PART = compiled(
    r"\s*(?:past|to\b|d'heure|d'une heure|of an hour|hour|of the (?:year|month)\b|(?:of|de) (?:19|20)\d\d|and a|year|de finale)"
)
_IN = compiled(
    r"(?<![^\W_])(?P<some>one|two|three|four|seven|nine|une?|deux|trois|quatre|sept|neuf)(?: [^\W\d_]+)?"
    r" (?:in|out of|of|sur)(?: every| each)? (?P<all>two|three|four|five|six|eight|ten|deux|trois|quatre|cinq|six|huit|dix)(?![^\W_])"
)
_ARABIC_PART = compiled(
    r"(?<![^\W_])[وفبل]?(?P<the>ال)?(?:(?P<many>ثلاثة|أربعة|خمسة|سبعة|تسعة)\s+(?P<plural>أرباع|أخماس|أسداس|أثمان|أعشار)|(?P<two>ثلث|ربع|خمس)[اي](?=ها|هم|هن|ه| (?:هذ|تلك|ذلك|ال|عدد|مجموع|مبلغ))|(?P<one>نصف|ثلث|ربع|خمس|سدس|ثمن|عشر))"
    r"(?P<it>ها|هم|هن|ه)?(?![^\W_])(?P<of>\s+(?:هذ[اه]|تلك|ذلك|ال[^\W\d_]{3}|عدد|مجموع|إجمالي|قيمة|أعضاء|مبلغ|[^\W\d_]{3,8}(?:ها|هم)(?![^\W_])))?"
)
_ARABIC_IN = compiled(
    r"(?<![^\W_])(?P<some>واحدا?|واحدة|اثنان|اثنين|ثلاثة|أربعة|[^\W\d_]{3,9})\s+(?:[^\W\d_]+\s+)?من (?:بين |أصل )?كل (?P<all>اثنين|ثلاثة|أربعة|خمسة|عشرة|ثلاث|أربع|خمس|عشر)(?![^\W_])"
)
_ARABIC_NO = compiled(r"\s*(?:ساعة|سنوي|قرن|الساعة|السنة|السنوي|الأول|الثاني|الثالث|الرابع|الأخير)")
_GROWN = frozenset(compiled(word).pattern for word in ("خمس", "عشر", "ثمن", "سدس"))


_LATIN = on_demand(r"[a-z]{3}")


def fractions_in(text: str, skeleton: str, begin: int, stop: int) -> list[Fraction]:
    """Return the parts in words of a stretch, in order of place.

    The skeleton does not tell خمسه, its fifth, from خمسة, five: the text does.
    """
    stretch = skeleton[begin:stop]
    western = _western(skeleton, begin, stop) if _LATIN.search(stretch) else []
    arabic = [] if stretch.isascii() else _arabic(text, skeleton, begin, stop)
    return sorted([*western, *arabic])


def _western(skeleton: str, begin: int, stop: int) -> list[Fraction]:
    told = []
    for part in _WESTERN.finditer(skeleton, begin, stop):
        name = part["name"]
        down = _DOWN.get(name) or _DOWN[name.rstrip("s")]
        some = _worth((part["some"] or "a").removeprefix("les "))
        bare = part["some"] is None and down != 2
        if some < down and not bare and not _NO_PART.match(skeleton, part.end()):
            told.append(Fraction(part.start(), part.end(), Decimal(some) / down, False))
    for part in _IN.finditer(skeleton, begin, stop):
        some, down = _worth(part["some"]), _worth(part["all"])
        if some < down:
            told.append(Fraction(part.start(), part.end(), Decimal(some) / down, False))
    return told


def _arabic(text: str, skeleton: str, begin: int, stop: int) -> list[Fraction]:
    told = []
    for part in _ARABIC_PART.finditer(skeleton, begin, stop):
        end = part.end("of") if part["of"] else part.end()
        if _ARABIC_NO.match(skeleton, part.start("of") if part["of"] else end):
            continue
        if part["it"] and text[part.end("it") - 1] == "ة":
            continue  # five, ten
        if part["the"] and (part["it"] or part["of"] or part["many"] or part["two"]):
            continue  # the quarter of a year, a half that has a name
        closed = skeleton[part.end() : part.end() + 1] in (",", ".", ")", ";", "")
        if part["many"]:
            some, down = _worth(part["many"]), _MANY_OF[part["plural"]]
        elif part["two"]:
            some, down = 2, _ONE_OF[part["two"]]
        else:
            some, down = 1, _ONE_OF[part["one"]]
            if not (part["it"] or part["of"] or (closed and part["one"] not in _GROWN)):
                continue  # five of something, a half that is no part of any amount
        end = part.end("it") if part["it"] else part.start("of") if part["of"] else part.end()
        told.append(Fraction(part.start(), end, Decimal(some) / down, bool(part["it"])))
    for part in _ARABIC_IN.finditer(skeleton, begin, stop):
        some, down = _worth(part["some"]), _worth(part["all"])
        if some < down:
            told.append(Fraction(part.start(), part.end(), Decimal(some) / down, False))
    return told


def _worth(word: str) -> int:
    number = worth(word)
    return number.value if number else 1


def is_plain(share: Decimal) -> bool:
    """Tell whether a share is one of those that have a name: a third, three quarters."""
    return 0 < share < 1 and any(
        round(share * down) and abs(share * down - round(share * down)) < Decimal("0.01")
        for down in (2, 3, 4, 5, 10)
    )
