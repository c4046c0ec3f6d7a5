"""What a text counts and then names: documents, towns, schools; the members of the Organisation."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

FEW = frozenset(
    fold(word).skeleton
    for word in (
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "deux", "trois",
        "quatre", "cinq", "sept", "huit", "neuf", "dix", "ثلاث", "ثلاثة", "أربع", "أربعة", "خمس",
        "خمسة", "ست", "ستة", "سبع", "سبعة", "ثمان", "ثماني", "ثمانية", "تسع", "تسعة", "عشر", "عشرة",
        *"23456789",
    )
)  # fmt: skip
# The last two letters of such a word; before a digit may stand what _BEFORE_NUMBER names.
_FEW_END = frozenset(f"{mark}{word}"[-2:] for word in FEW for mark in ("", "\n", "(", ","))
COUNTED = (
    Trigger(
        "composed",
        r"(?:compris(?:e|es|ing)|consist(?:s|ing)? of|made up of|composed of|comprend|comprennent"
        r"|comprenant|compose(?:nt|s|e|es)? (?:de|d')|تشمل|تضم|تتألف من|يتألف من|وهي|وهم) ",
    ),
    Trigger(
        "annexes counted",
        r"(?:annexes|appendices|pieces (?:ci-)?jointes|enclosures|attachments|مرفقات|ملاحق|ملحقات)",
    ),
    Trigger("member states", r"[0-9][0-9] (?:(?:oic|oci) )?(?:member states|etats membres)"),
    Trigger("member states", r"[0-9][0-9] دولة عضو"),
)
_BEFORE_NUMBER = on_demand(r"[\n(,]")
_ANNOUNCED = on_demand(
    pattern(
        r"(?P<count>\S+)(?: ?\(\d{1,2}\))? (?P<noun>\S+(?: \S+)?)(?:,? (?:sont les suivants|sont les suivantes|are the following|are as follows|كما يلي|كالآتي|هي الآتية|هي التالية|هي|هم|وهي|وهم|a savoir|namely))? ?: ?(?=\S)"
    )
)
# "Article 2 first: ..." counts nothing.
_LABEL = compiled(
    r"(?:article|annexe?|section|chapter|chapitre|titre|point|no|n°|paragraph|alinea|المادة|البند|رقم)\s$"
)
_SCALE = compiled(
    r"\s*(?:cents?|mille|hundred|thousand|(?:m|b)illions?|milliards?|مائة|مئة|ألفا?|آلاف|مليون|ملايين)\b"
)
_LIST_ENDS = on_demand(r"[.;]|\n\s*\n|$")
_SENTENCE_ENDS = on_demand(r"\.(?=\s|$)|\n\s*\n|:|$")
_LONGEST_LIST = 320
_AND = compiled(r"(?:^|\s)(?:and|et|&)\s")
_OR = compiled(r"\s*(?:or|ou)\s")
_ARABIC_AND = compiled(r"\sو(?=[^\W\d_]{3})")
# Words that begin with the letter of "and" by their nature.
_OWN = (
    r"(?:وزار|وزير|وزراء|وثيق|وثائق|ورش|ورق|أوراق|وفد|وفود|وكال|وكيل|وحد|واحد|وضع|وقف|وطن|والي|وسط"
    r"|وساط|وسائل|وسيل|وقت|ولاي|وادي|واشنطن|واقع|ولد|وظائف|وظيف)"
)
_OWN_WAW = compiled(rf"\s(?:و?{_OWN})")
_NUMBER = on_demand(r"\d+")
_COUNTS_AGAIN = on_demand(
    pattern(r"\b(?:و)?(?:")
    + "|".join(sorted(FEW - set("23456789"), key=len, reverse=True))
    + pattern(
        r"|(?:(?<=, )|(?<=et )|(?<=and )|^)(?:des|some|several|plusieurs|بعض|عدة) |[^\W\d_]{3,}(?:ان|ين) و(?:ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر)\w*)\b"
    )
)
_TOTAL_BEFORE = compiled(
    r"(?P<total>\S+)(?:\s+(?:in all|in total|altogether|au total|en tout|في المجموع|[^\W\d_]+)){1,3}\s*[,،:]?"
    r"\s*(?:which\s+|qui\s+|se\s+)?$"
)
_OTHER_HOUSES = compiled(
    r"united nations|nations unies|الأمم المتحدة|african|afric|الأفريقي|الإفريقي|arab|european|europe"
    r"|commonwealth|francophon|unesco|\bwho\b|\bun\b|\bonu\b|bank|banque|البنك"
)
_AROUND = 110
_PART_OF = compiled(
    r"(?P<part>\d{1,4})\s+(?:[^\W\d_]+\s+)?(?:of|out of|sur|des|من أصل|من بين)\s+(?:the\s+|les\s+|ses\s+"
    r"|its\s+)?$"
)


def counts(paper: Paper) -> Iterator[Finding]:
    """Find more or fewer things named than were announced, and too many members."""
    signs = paper.signs
    yield from _announced(paper)
    yield from _bracketed(paper)
    if "annexes counted" in signs:
        yield from _annexes(paper)
    if "composed" in signs:
        yield from _composed(paper)
    if "member states" in signs:
        yield from _members(paper)


def _announced(paper: Paper) -> Iterator[Finding]:
    """Find "three documents: the report and the appeal"."""
    skeleton = paper.skeleton
    for start in _announcements(skeleton):
        if (
            start
            and skeleton[start - 1] not in " \n(,"
            and not _PREFIXED.search(skeleton, max(0, start - 4), start)
        ):
            continue
        if skeleton[start] in "23456789" and _LABEL.search(skeleton, max(0, start - 14), start):
            continue
        match = _ANNOUNCED.match(skeleton, start)
        told = count_told(match["count"]) if match else None
        if match is None or told is None or any(c.isdigit() for c in match["noun"]):
            continue
        if _SCALE.match(match["noun"]):
            continue  # "neuf cents dollars : repas, transport et badges"
        stop = _LIST_ENDS.search(skeleton, match.end(), match.end() + _LONGEST_LIST)
        if stop is None:
            continue
        is_arabic = skeleton[start] > "\x7f"
        if stop[0] == ";":
            stop = _SENTENCE_ENDS.search(skeleton, stop.end(), stop.end() + 3 * _LONGEST_LIST)
            if stop is None:
                continue
            listed = skeleton[match.end() : stop.start()].replace("\n", " ")
            number = _by_semicolons(listed)
        else:
            listed = skeleton[match.end() : stop.start()].replace("\n", " ")
            listed = TAIL.split(listed, maxsplit=1)[0]
            number = items_named(listed, is_arabic)
        if _COUNTS_AGAIN.search(listed):
            continue  # "six members: two ambassadors and four counsellors"
        if number is not None and number != told and number > 1:
            yield found(
                "FIG023", *match.span("count"), elsewhere=((match.end(), stop.start()),),
                told=told, listed=number,
            )  # fmt: skip


# What comes behind a list and is none of it: "..., and this no later than 5 March".
TAIL = compiled(
    r"\s*,\s*(?:و?ذلك|على أن|في موعد|في أجل|مع العلم|no later than|not later than|by no later|at the latest|et ce,|et ce avant|au plus tard|et cela|within|before|avant le|dans un delai)\b"
)
_NAMED = compiled(r"[^.;\n]{0,40}?(?:,?\s*(?:namely|a savoir|i\.e\.|soit)\b|:|,?\s*و?(?:هي|هما)\b)")
_ONE_ANNEX = compiled(
    r"\b(?:annexe?|appendix|appendice)\s+(?:[ivx]+|\d{1,2}|[a-h])\b|(?:ال)(?:مرفق|ملحق)\s+(?:ال\S+|\d{1,2})"
)
_MOST_ANNEXES = 30
_NOUN_END = on_demand(r"(?P<count>\S+)\s+$")


def _annexes(paper: Paper) -> Iterator[Finding]:
    """Find "the four annexes to this circular, namely Annex I, Annex II and Annex III"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("annexes counted"):
        led = _NOUN_END.search(skeleton, max(0, start - 16), start)
        told = count_told(led["count"]) if led else None
        named = _NAMED.match(skeleton, end)
        if led is None or told is None or told > _MOST_ANNEXES or named is None:
            continue
        stop = _LIST_ENDS.search(skeleton, named.end(), named.end() + _LONGEST_LIST)
        close = stop.start() if stop else named.end() + _LONGEST_LIST
        listed = {one[0] for one in _ONE_ANNEX.finditer(skeleton, named.end(), close)}
        if len(listed) > 1 and len(listed) != told:
            yield found(
                "FIG023", *led.span("count"), elsewhere=((named.end(), close),),
                told=told, listed=len(listed),
            )  # fmt: skip


def _announcements(skeleton: str) -> list[int]:
    """Return where "three documents:" and "three official documents:" begin.

    A colon is soon found, and few are led by a number; to have the scan look for all this took a
    third of its time.
    """
    found: set[int] = set()
    colon = skeleton.find(":")
    while colon >= 0:
        follows = skeleton[colon + 1 : colon + 3].removeprefix(" ")[:1]
        if follows and not follows.isspace():
            _add_numbers(found, skeleton, colon - (skeleton[colon - 1 : colon] == " "))
        colon = skeleton.find(":", colon + 1)
    return sorted(found)


_PREFIX = compiled(r"^(?:و|ف|ب|ل|ك)?(?:ال|ل)?")
_PREFIXED = compiled(r"(?:^|[\s(,])(?:و|ف|ب|ل|ك)?(?:ال|ل)?$")
_MOST_WORDS = 5  # "three steps are the following:"


def _add_numbers(found: set[int], skeleton: str, stop: int) -> None:
    """Add where the number stands that leads the one or two words up to ``stop``."""
    least = max(0, stop - 100)
    end = skeleton.rfind(" ", least, stop)  # of the word before the last
    if end < 0 or end + 1 == stop or skeleton.find("\n", end + 1, stop) >= 0:
        return
    for _ in range(_MOST_WORDS):
        begin = skeleton.rfind(" ", least, end) + 1 or least
        word = skeleton[begin:end]
        if word[-2:] in _FEW_END:
            few = word if word in FEW else _BEFORE_NUMBER.split(word)[-1]
            if few not in FEW and few > "\x7f":
                few = _PREFIX.sub("", few, count=1)
            if few in FEW:
                found.add(end - len(few))
        if not word or "\n" in word or begin == least:
            return
        end = begin - 1


_BRACKETED_LIST = on_demand(r"\((?P<list>[^()\d:;]{8,160})\)")
_BRACKETED = 160  # characters of a list in brackets
_BEFORE_BRACKET = on_demand(
    r"(?:^|[\s(,'])(?P<count>"
    + "|".join(sorted(FEW - set("23456789"), key=len, reverse=True))
    + r")(?P<noun>(?:\s+[^\W\d_][\w'-]*){1,6}?)\s*$"
)
_SOME_OF = compiled(
    r"\b(?:of|out of|among|parmi|sur|des|من|بين)\s+(?:the\s+|les\s+|its\s+|ses\s+)?$"
)
_TIME = compiled(
    r"\s+(?:days?|weeks?|months?|years?|times|hours?|jours|semaines|mois|ans|fois|heures|أيام|أشهر|سنوات|مرات|ساعات)\b"
)


def _bracketed(paper: Paper) -> Iterator[Finding]:
    """Find "the five States of the region (Mali, Niger, Chad and Senegal)"."""
    skeleton = paper.skeleton
    opened = skeleton.find("(")
    while opened >= 0:
        match = None
        if skeleton.find(",", opened + 2, opened + _BRACKETED) > 0:
            match = _BRACKETED_LIST.match(skeleton, opened)
        if match is not None and "," in match["list"]:
            before = _BEFORE_BRACKET.search(skeleton, max(0, opened - 70), opened)
            told = count_told(before["count"]) if before else None
            number = items_named(match["list"], match["list"][0] > "\x7f")
            if before and told and number and number > 2 and number != told:
                begin = before.start("count")
                some = _SOME_OF.search(skeleton, max(0, begin - 20), begin)
                again = _COUNTS_AGAIN.search(match["list"]) or _TIME.match(before["noun"])
                if not some and not again:
                    yield found(
                        "FIG023", *before.span("count"), elsewhere=(match.span("list"),),
                        told=told, listed=number,
                    )  # fmt: skip
        opened = skeleton.find("(", opened + 1)


def count_told(word: str) -> int | None:
    """Return the small number that a word or digits tell; None: none, or one."""
    if word.isdigit():
        return int(word)
    number = worth(word.strip("(,"))
    return number.value if number is not None and number.scale == 1 and number.value > 1 else None


_LAST_BY_SEMICOLON = compiled(r"\s*(?:and\b|et\b|و(?=[^\W\d_]))")


def _by_semicolons(listed: str) -> int | None:
    """Return how many things semicolons part; None: the last is not led by "and"."""
    parts = [part for part in listed.split(";") if part.strip()]
    return len(parts) if _LAST_BY_SEMICOLON.match(parts[-1]) else None


_IN_BRACKETS = on_demand(r"\([^()]*\)")
_HYPHEN = on_demand(r"(?<=\w)-(?=\w)")
_QUOTED = on_demand(r'"[^"\n]{1,80}"')
_JOINTS_ALONE = compiled(r"(?:[\s,]|\bet\b|\band\b|\bor\b|\bou\b|و|أو)*")
_ARABIC_COMMA = on_demand(r",\s*")
_LED_BY_AND = compiled(rf"(?!{_OWN})و[^\W\d_]{{3}}")
_ARABIC_PARTS = compiled(r",\s*(?:و(?=[^\W\d_]{3}))?")


def items_named(listed: str, is_arabic: bool) -> int | None:
    """Return how many things a list names; None where that cannot be told from its joints."""
    quoted = _QUOTED.findall(listed)
    if len(quoted) > 1 and _JOINTS_ALONE.fullmatch(_QUOTED.sub("", listed)):
        return len(quoted)
    listed = _HYPHEN.sub("", _IN_BRACKETS.sub("", listed))
    if any(sign in listed for sign in '()":-') or any(letter.isdigit() for letter in listed):
        return None
    commas = listed.count(",")
    if is_arabic:
        parts = _ARABIC_COMMA.split(listed.strip())
        led = sum(map(bool, map(_LED_BY_AND.match, parts[1:])))
        if len(parts) > 2 and led == len(parts) - 1:
            return len(parts)  # "a, and b, and c", whatever is joined within
        if led > 1:
            return None  # "a, and b, c, and d": something set in between commas
        joined = len(_ARABIC_AND.findall(listed))
        if _OWN_WAW.search(listed) or not joined:
            return None
        if not commas:
            return joined + 1
        # "a, and b, and c", or "a, b and c": nothing is joined within an item
        parts = _ARABIC_PARTS.split(listed)
        within = sum(len(_ARABIC_AND.findall(f"x{part}")) for part in parts[:-1])
        behind = len(_ARABIC_AND.findall(f"x{parts[-1]}"))
        return None if within or behind > 1 else len(parts) + behind
    last = listed.rpartition(",")[2]
    joint = _AND.search(last)
    if joint is None or len(_AND.findall(listed)) != 1 or _OR.match(last):
        return None  # "cuts, rises, or huge and immediate losses": joined within an item
    return commas + (2 if last[: joint.start()].strip() else 1)


def _composed(paper: Paper) -> Iterator[Finding]:
    """Find "15 projects, comprising six schools, five clinics and three libraries"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("composed"):
        few = skeleton[max(0, start - 48) : start].split()[-4:]
        if not any(word[0].isdigit() or count_told(word.strip(",")) for word in few):
            continue
        before = _TOTAL_BEFORE.search(skeleton, max(0, start - 48), start)
        total = count_told(before["total"].strip(",")) if before else None
        if before is None or total is None:
            continue
        stop = _LIST_ENDS.search(skeleton, end, end + _LONGEST_LIST)
        parts = numbered_parts(skeleton, end, stop.start()) if stop else None
        if parts and len(parts) > 1 and max(parts) < total and sum(parts) != total:
            yield found(
                "FIG007", *before.span("total"), elsewhere=((end, stop.start() if stop else end),),
                total=Decimal(total), sum=Decimal(sum(parts)), count=len(parts),
            )  # fmt: skip


_JOINT = compiled(r"(?:\s*,\s*(?:and\s+|et\s+|و)?|\s+(?:and|et)\s+|\s+و)")


def numbered_parts(skeleton: str, start: int, stop: int) -> list[int] | None:
    """Return the numbers that each part of the list begins with; None: one begins with none."""
    parts = []
    for piece in _JOINT.split(skeleton[start:stop]):
        number = words_from(piece, 0, len(piece))
        digits = next(digits_in(piece, 0, len(piece)), None)
        if number is not None and number.start == 0 and len(number.values) == 1:
            parts.append(min(number.values))
        elif digits is not None and digits.start == 0 and digits.value == int(digits.value):
            parts.append(int(digits.value))
        else:
            return None
    return parts


def _members(paper: Paper) -> Iterator[Finding]:
    """Find more member states than the Organisation has, and a part that is more than all."""
    skeleton = paper.skeleton
    members = sum(state.is_member for state in paper.context.states)
    names = [fold(name).skeleton for name in paper.context.organisation.values()]
    for hit, end in paper.hits("member states"):
        number = _NUMBER.search(skeleton, max(0, hit - 2), end)
        if number is None:
            continue
        start, told = number.start(), int(number[0])
        part = _PART_OF.search(skeleton, max(0, start - 40), start)
        if part is not None and int(part["part"]) > told:
            yield found("FIG025", *part.span("part"), part=part["part"], whole=told)
        if told <= members or not members or told > 2 * members:
            continue
        near = skeleton[max(0, start - _AROUND) : end + _AROUND]
        if not _OTHER_HOUSES.search(near) and any(name in skeleton for name in names):
            yield found(
                "FIG024", *number.span(), suggestion=str(members), told=told, right=members,
            )  # fmt: skip
