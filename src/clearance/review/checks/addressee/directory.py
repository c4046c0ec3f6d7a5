"""The directory of a context, made ready for looking up whom a block of a letter means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from clearance.reading.skeleton import fold
from clearance.review.context import Context, KnownAddressee
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.blocks import style_at
from clearance.review.mentions.names import Likeness, likeness, slips
from clearance.review.mentions.states import StateNames, states_of
from clearance.terms import Language

_ENOUGH = 74  # of 100: names less alike are not worth a closer look
_NAME = {Likeness.SAME: 2.0, Likeness.VARIANT: 1.9, Likeness.NEAR: 1.7, Likeness.OTHER: 0.0}
_POST = {posts.Match.SAME: 1.0, posts.Match.PARTLY: 0.8, posts.Match.OTHER: 0.0}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the directory with its names and posts in the letters of the skeleton."""

    known: KnownAddressee
    names: tuple[tuple[Language, str], ...]
    posts: tuple[tuple[Language, str], ...]
    organisations: tuple[str, ...]

    def holds_on(self, day: date | None) -> bool:
        """Whether the entry is in force on the day; None: any day."""
        if day is None:
            return True
        since, until = self.known.since, self.known.until
        return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, slots=True)
class Block:
    """What a letter's block says, in the letters of the skeleton; "" where it says nothing."""

    name: str
    post: str
    states: tuple[str, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that a block means, and how far they agree.

    ``post`` None: nothing to compare. ``in_place``: the state or organisation agrees; None: the
    block names none. ``namesakes``: other entries of the same name.
    """

    entry: Entry
    name: Likeness
    post: posts.Match | None
    in_place: bool | None
    is_given: bool = False
    namesakes: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether nobody else can be meant."""
        agree = (self.name > Likeness.OTHER) + bool(self.in_place) + bool(self.post)
        return self.is_given or (agree >= 2 and self.in_place is True)


class Directory:
    """The entries of a context."""

    def __init__(self, context: Context) -> None:
        """Index the entries by name and by state."""
        self.states = states_of(context)
        self.entries = tuple(_entry(known, self.states) for known in context.addressees)
        self._ids = {entry.known.id: entry for entry in self.entries}
        self._names = [_in_order(name) for entry in self.entries for _, name in entry.names]
        self._named: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(name for _, name in entry.names):
                self._named.setdefault(name, []).append(entry)
        self._owners = [entry for entry in self.entries for _ in entry.names]
        self._places: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._places.setdefault(entry.known.state or "", []).append(entry)

    def match(
        self, block: Block, language: Language, day: date | None, given: str | None
    ) -> Match | None:
        """Return the entry that the block means; None: the directory does not hold it."""
        best: tuple[float, Match] | None = None
        same = 0
        for entry in self._candidates(block, given):
            match = _compared(entry, block, language, is_given=entry.known.id == given)
            same += match.name >= Likeness.VARIANT
            if not _accepted(match, block):
                continue
            weight = _weight(match) + 0.4 * entry.holds_on(day)
            if best is None or weight > best[0]:
                best = weight, match
        if best is None:
            return None
        match = best[1]
        if same > 1 and match.name >= Likeness.VARIANT:
            return Match(
                match.entry, match.name, match.post, match.in_place, match.is_given, same - 1
            )
        return match

    def named(self, name: str) -> list[Entry]:
        """Return the entries that bear exactly that name, in the letters of the skeleton."""
        return self._named.get(" ".join(name.split()), [])

    def of_code(self, code: str) -> Entry | None:
        """Return the entry with that code."""
        return self._ids.get(code)

    def at(self, iso3: str) -> list[Entry]:
        """Return the entries of a state."""
        return self._places.get(iso3, [])

    def successor(self, entry: Entry, day: date) -> Entry | None:
        """Return who holds the post of the entry on the day."""
        for other in self._places.get(entry.known.state or "", ()):
            if other is entry or not other.names or not other.holds_on(day):
                continue
            if any(
                posts.compare(ours, theirs) == posts.Match.SAME
                for tongue, ours in other.posts
                for speech, theirs in entry.posts
                if tongue == speech
            ):
                return other
        return None

    def _candidates(self, block: Block, given: str | None) -> Iterator[Entry]:
        seen: set[str] = set()
        found: list[Entry] = []
        if given in self._ids and given is not None:
            found.append(self._ids[given])
        for state in block.states:
            found += self._places.get(state, ())
        if not block.states and block.post:
            found += self._places.get("", ())
        if block.name:
            for _, _, place in process.extract(
                _in_order(block.name), self._names, scorer=fuzz.ratio,
                score_cutoff=_ENOUGH, limit=12,
            ):  # fmt: skip
                found.append(self._owners[place])
        for entry in found:
            if entry.known.id not in seen:
                seen.add(entry.known.id)
                yield entry


def _in_order(name: str) -> str:
    """Return the parts of a name in one order, for who puts that of the family first."""
    return " ".join(sorted(name.split()))


def _compared(entry: Entry, block: Block, language: Language, *, is_given: bool) -> Match:
    name = max(
        (likeness(block.name, known) for _, known in entry.names if block.name),
        default=Likeness.OTHER,
    )
    post = None
    if block.post:
        compared = [posts.compare(block.post, known) for _, known in entry.posts]
        has_own = any(tongue == language for tongue, _ in entry.posts)
        if compared and (has_own or max(compared) > posts.Match.OTHER):
            post = max(compared)
    in_place: bool | None = None
    if entry.known.state and block.states:
        in_place = entry.known.state in block.states
    elif entry.organisations:
        in_place = any(
            fuzz.partial_ratio(known, block.whole) >= 90 for known in entry.organisations
        ) or None  # fmt: skip
    return Match(entry, name, post, in_place, is_given)


def _accepted(match: Match, block: Block) -> bool:
    """Whether the block can mean the entry at all."""
    agrees_in_post = bool(match.post)
    if match.name == Likeness.NEAR and not match.in_place and not match.is_given:
        known = min(slips(block.name, name) for _, name in match.entry.names)
        return known <= 1 and len(block.name) >= 10 and agrees_in_post
    if match.name > Likeness.OTHER:
        if match.in_place is False and not agrees_in_post:
            return match.is_given  # a namesake elsewhere, in another post
        if match.in_place or agrees_in_post or match.post is None or match.is_given:
            return True
        return match.name == Likeness.SAME and " " in block.name  # another post: a slip in it
    if match.in_place and match.post is not None and agrees_in_post:
        return True
    is_there = match.in_place is None and match.post == posts.Match.SAME  # a colleague has no state
    return match.is_given and (bool(match.in_place) or is_there)


def _weight(match: Match) -> float:
    post = _POST[match.post] if match.post is not None else 0.3
    return _NAME[match.name] + post + 1.2 * bool(match.in_place) + 1.5 * match.is_given


def _entry(known: KnownAddressee, states: StateNames) -> Entry:
    return Entry(
        known,
        tuple((language, _bare_name(name)) for language, name in known.names.items()),
        tuple((language, _bare_post(post, states)) for language, post in known.titles.items()),
        tuple(fold(name).skeleton for name in known.organisation.values()),
    )


def _bare_name(name: str) -> str:
    """Return a name without the style that a register may have put before it.

    "Sheikh" is a first name as well: one word is no name without it.
    """
    skeleton = fold(name).skeleton
    rest = skeleton[style_at(skeleton, 0, len(skeleton)) :].strip(" .,")
    return rest if " " in rest else skeleton


def _bare_post(post: str, states: StateNames) -> str:
    """Return a post without the state that it names."""
    skeleton = fold(post).skeleton
    for mention in reversed(states.read(skeleton, 0, len(skeleton))):
        if mention.start > 0:
            skeleton = skeleton[: mention.start] + skeleton[mention.end :]
    return skeleton


def directory_of(context: Context) -> Directory:
    """Return the directory of a context, made once for each context."""
    return context.derived(Directory)
