"""Officers of the house whom a paper names: in another's post, with a slip, or as "Mr." for "Ms.".

Who is written to, who is sent a copy and who is told of within the text is held against the
register of signatories as a minister is held against the directory. Who signs and who approves is
judged by the check of the legal basis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee.forms import gender_named
from clearance.review.checks.addressee.mentioned import slips_beside
from clearance.review.context import Context, KnownSignatory
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import is_post
from clearance.review.mentions.styles import style_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_NAMED = "officer of the house"
_PART = "part of an officer's name"
_SHORTEST = 5  # letters: a shorter part of a name is found in too many words
_REACH = 110
_TITLE = (
    r"(?:(?:mr|mrs|ms|miss|dr|m|mme|prof|sir|madame|monsieur|mlle|h\.? ?e|s\.? ?e|"
    r"ambassador|ambassadeur|السيدة?|الأستاذة?|الدكتورة?|الأخ|الأخت|سعادة|معالي|المهندسة?|"
    r"السفيرة?)\.?[ \n]+)"
)
_STYLE = compiled(_TITLE + "+$")
_AFTER = compiled(
    r"(?:,[ \n]*| *[|\t]+ *| ?\([ ]?| [-\u2013\u2014] |\n| )(?:the |le |la |l'|notre |our )?"
    r"(?P<post>[^,.;:()|\t\n]{4,90})(?P<more>\n[^,.;:()|\t\n]{3,60}(?=[,.;()|\t\n]))?"
)
_BEFORE = compiled(
    r"(?P<post>[^,.;:()|\t\n]{4,90}(?:\n[^,.;:()|\t\n]{1,60})?)(?P<gap>,\n| *[,(|\t:-]+ *| +)"
    + _TITLE + "*$"
)  # fmt: skip
_OFFERED = compiled(r"(?:acting|interim|former|ancien\w*|par interim|المكلف\w*|السابقة?|بالإنابة|"
                    r"بالنيابة|designate|alternate|then|chair\w*|suppleant\w*)\b")  # fmt: skip
_WORD = compiled(r"[^\W\d_]+")
_LEADS = compiled(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# Words of a post that do not tell one officer from another of the same rank.
_RANKS = frozenset().union(
    *(
        posts.words_of(fold(words).skeleton)
        for words in (
            "director general secretary assistant deputy head chief officer department office",
            "directeur secrétaire adjoint chef département direction bureau directrice adjointe",
            "مدير عام إدارة أمين مساعد رئيس قسم مكتب دائرة الأمين المدير",
        )
    )
)
_FEMALE = compiled(r"(?:directrice|secretaire generale|cheffe|auditrice|conseillere|presidente)\b")
_FEMALE_AR = compiled(r"(?:ال)?(?:مديرة|أمينة|رئيسة|مراجعة|مستشارة|مراقبة)(?!\w)")


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer, with names and posts in the letters of the skeleton; ``gender``: "" unknown."""

    known: KnownSignatory
    names: tuple[str, ...]
    posts: tuple[str, ...]
    gender: str

    def holds_on(self, day: date | None) -> bool:
        """Whether the entry is in force on the day; None: any day."""
        since, until = self.known.since, self.known.until
        return day is None or ((since is None or since <= day) and (until is None or day <= until))


class Officers:
    """The officers of a context's register, by their names."""

    def __init__(self, context: Context) -> None:
        """Read the register of signatories."""
        self.all = tuple(_officer(known) for known in context.signatories if known.names)
        self.by_part: dict[str, list[tuple[Officer, str, int]]] = {}
        """Who bears a part of a name, in which name, and where in it the part stands."""
        for officer in self.all:
            for name in officer.names:
                for part in dict.fromkeys(name.split()):
                    self.by_part.setdefault(part, []).append((officer, name, name.index(part)))

    def named(self, name: str) -> list[Officer]:
        """Return the entries of who bears exactly that name."""
        return [officer for officer in self.all if name in officer.names]


def _officer(known: KnownSignatory) -> Officer:
    held = {language: fold(title).skeleton for language, title in known.titles.items()}
    told = [("f" if _FEMALE.search(post) or _FEMALE_AR.match(post) else "m", post)
            for post in held.values() if not post.isascii() or "direct" in post]  # fmt: skip
    is_woman = any(gender == "f" for gender, _ in told)
    arabic = any(not post.isascii() for post in held.values())
    gender = "f" if is_woman else "m" if arabic else ""
    names = dict.fromkeys(fold(name).skeleton for name in known.names.values())
    return Officer(known, tuple(names), tuple(held.values()), gender)


def triggers(context: Context) -> Iterator[Trigger]:
    """Return the full names of the officers, and the parts of them that are long enough."""
    names = {name for known in context.signatories for name in known.names.values()}
    full = sorted(name for name in names if " " in name.strip())
    yield from (Trigger(_NAMED, name, literal=True) for name in full)
    parts = {part for name in full for part in name.split() if len(part) >= _SHORTEST}
    yield from (Trigger(_PART, part, literal=True) for part in sorted(parts))


def check(paper: Paper) -> Iterator[Finding]:
    """Find an officer in another's post, a slip in his name, or the style of the other sex."""
    whole, parts = paper.hits(_NAMED), paper.hits(_PART)
    if not whole and not parts:
        return
    officers = paper.context.derived(Officers)
    day = paper.particulars.dated
    apart = _judged_elsewhere(paper)
    known: set[str] = set()
    for start, end in whole:
        if _is_in_word(paper.skeleton, start, end):
            continue
        entries = [one for one in officers.named(paper.skeleton[start:end]) if one.holds_on(day)]
        known.update(one.known.id for one in entries)
        if entries and not _is_within(start, apart):
            yield from _post(paper, officers, entries, (start, end))
            yield from _gender(paper, entries, (start, end))
    yield from _slips(paper, officers, parts, known)


def _judged_elsewhere(paper: Paper) -> list[Stretch]:
    anatomy = paper.anatomy
    found = [one.name for one in anatomy.signatures if one.name]
    return [*found, anatomy.approval] if anatomy.approval else found


def _is_within(at: int, stretches: list[Stretch]) -> bool:
    return any(first <= at < last for first, last in stretches)


def _is_in_word(skeleton: str, start: int, end: int) -> bool:
    return skeleton[end : end + 1].isalnum() or skeleton[max(0, start - 1) : start].isalnum()


def _post(
    paper: Paper, officers: Officers, entries: list[Officer], name: Stretch
) -> Iterator[Finding]:
    """Compare the post beside the name with the officer's own."""
    place = _post_beside(paper.skeleton, *name)
    if place is None or not _is_wrong(paper.skeleton, place, officers, entries):
        return
    known = entries[0].known
    end = place[0] + len(paper.text[place[0] : place[1]].split("\n")[0].rstrip())
    yield found(
        "ADR004", place[0], end, suggestion=known.titles.get(paper.language), name=known.names,
        printed=paper.text[place[0] : end], right=known.titles, level=Level.WARN,
    )  # fmt: skip


def _post_beside(skeleton: str, start: int, end: int) -> Stretch | None:
    """Return the post after the name, else that before it; None: none stands there."""
    after = _AFTER.match(skeleton, end)
    if (
        after is not None
        and is_post(skeleton, *after.span("post"))
        and (skeleton[end] != "\n" or _is_alone(skeleton, start))
    ):
        return after.start("post"), after.end()
    before = _BEFORE.search(skeleton, max(0, start - _REACH), start)
    if before is None:
        return None
    first, last = before.span("post")
    line = max(first, skeleton.rfind("\n", first, last) + 1)
    at = _begin(skeleton, line, last)
    if at is None and ":" not in before["gap"]:  # a post that begins in the line above
        at = _begin(skeleton, first, last)
    if at is None or any(
        word[0].endswith("ed") or word[0] in _PARTING for word in _WORD.finditer(skeleton, at, last)
    ):
        return None
    return at, last


def _begin(skeleton: str, first: int, last: int) -> int | None:
    for word in _LEADS.finditer(skeleton, first, last):
        if word[0] not in _PARTING and is_post(skeleton, word.start(), last):
            return word.start()
    return None


def _is_alone(skeleton: str, at: int) -> bool:
    """Whether a name has its line to itself, and no list of copies is told line by line."""
    before = _STYLE.sub("", skeleton[skeleton.rfind("\n", 0, at) + 1 : at]).strip()
    return not before or _TO.match(before + " ") is not None


_PARTING_WORDS = """
to by from with that is was has had will said par avec que a est thanks thanked remercie prie told
asks through via informs إلى من مع على أن عن بأن
"""
_PARTING = frozenset(fold(word).skeleton for word in _PARTING_WORDS.split())


def _is_wrong(skeleton: str, place: Stretch, officers: Officers, entries: list[Officer]) -> bool:
    """Whether a post is another officer's, or one of the officer's rank in another matter."""
    line, _, rest = skeleton[slice(*place)].partition("\n")
    whole = f"{line} {rest}".strip()
    if _OFFERED.search(whole):
        return False
    own = [held for entry in entries for held in entry.posts]
    if any(posts.compare(said, held) == posts.Match.SAME for held in own for said in (line, whole)):
        return False
    others = [held for one in officers.all if one not in entries for held in one.posts]
    fits = any(posts.compare(whole, held) or posts.compare(line, held) for held in own)
    if any(posts.compare(line, held) == posts.Match.SAME for held in others):
        wrapped = bool(rest) and fits
        return not wrapped
    return not fits and any(
        _is_of_rank(line, held) or posts.differ_in_grade(whole, held) for held in own
    )


def _is_of_rank(printed: str, held: str) -> bool:
    """Whether two posts are of one kind and of matters that have no word in common."""
    if printed.isascii() != held.isascii() or not (
        posts.classes_of(printed) & posts.classes_of(held)
    ):
        return False
    said, known = (posts.words_of(each) - _RANKS for each in (printed, held))
    return bool(said and known) and not any(
        word[:4] == other[:4] for word in said for other in known
    )


def _gender(paper: Paper, entries: list[Officer], name: Stretch) -> Iterator[Finding]:
    """Compare "Mr." or "Ms." before the name, and "Sir," under a head that names her."""
    gender = entries[0].gender
    before = _STYLE.search(paper.skeleton, max(0, name[0] - 40), name[0])
    if before is None or not gender:
        return
    printed = style_of(paper.skeleton, *before.span())
    if printed.gender and printed.gender != gender:
        end = before.start() + len(before[0].rstrip())
        yield found(
            "ADR010", before.start(), end, printed=paper.text[before.start() : end],
            right=gender_named(gender), level=Level.WARN,
        )  # fmt: skip
        return
    greeting = paper.anatomy.salutation
    if printed.gender and greeting and name[1] < greeting[0] and _is_to(paper.skeleton, name[0]):
        spoken = style_of(paper.skeleton, *greeting).gender
        if spoken and spoken != gender:
            yield found(
                "ADR010", *greeting, printed=paper.text[slice(*greeting)],
                right=gender_named(gender), level=Level.WARN, elsewhere=(name,),
            )  # fmt: skip


_TO = compiled(r"\s*(?:to|for|attention|attn|addressee|destinataire|au|a|aux|pour|note|إلى|الى)\b")


def _is_to(skeleton: str, at: int) -> bool:
    return _TO.match(skeleton, skeleton.rfind("\n", 0, at) + 1) is not None


def _slips(
    paper: Paper, officers: Officers, parts: list[Stretch], known: set[str]
) -> Iterator[Finding]:
    """Find a name that nearly is an officer's, where the post or another place tells who is meant.

    Source: the register of signatories.
    """
    told: set[Stretch] = set()
    for start, end in parts:
        if _is_in_word(paper.skeleton, start, end):
            continue
        window = (max(0, start - 40), min(len(paper.skeleton), end + 40))
        part = paper.skeleton[start:end]
        for officer, name, offset in officers.by_part.get(part, ()):
            if start >= offset and paper.skeleton.startswith(name, start - offset):
                continue  # the name as it should be
            for place in _near(paper.skeleton, window, name):
                if place in told or not place[0] <= start < place[1]:
                    continue
                if officer.known.id in known or _has_post(paper, officer, place):
                    told.add(place)
                    if not _is_within(place[0], _judged_elsewhere(paper)):
                        yield found(
                            "ADR001", *place, printed=paper.text[slice(*place)],
                            right=officer.known.names, post=officer.known.titles,
                            suggestion=None, level=Level.WARN,
                        )  # fmt: skip


def _near(skeleton: str, window: Stretch, name: str) -> Iterator[Stretch]:
    for first, second in pairwise(name.split()):
        yield from slips_beside(skeleton, window, first, second)


def _has_post(paper: Paper, officer: Officer, place: Stretch) -> bool:
    """Whether the officer's own post stands beside what is nearly his name."""
    post = _post_beside(paper.skeleton, *place)
    if post is None:
        return False
    line = paper.skeleton[slice(*post)].split("\n")[0]
    return any(posts.compare(line, held) for held in officer.posts)
