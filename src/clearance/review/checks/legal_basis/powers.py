"""Whom a signature means in the register of signatories, and what that officer may sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from clearance.reading.skeleton import compiled, fold
from clearance.review.context import Context, KnownSignatory
from clearance.review.mentions import posts
from clearance.review.mentions.anatomy.approvals import approver_of
from clearance.review.mentions.institutions import names_institution
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.mentions.states import states_of
from clearance.review.paper import Paper
from clearance.review.scan import Stretch
from clearance.terms import AddresseeLevel, Kind

_OF_STATE = compiled(
    r"\b(?:republic|republique|kingdom|royaume|(?:ال)?(?:جمهورية|مملكة|دولة|سلطنة))\b"
)
_HEAD = 800  # characters in which a letterhead names the house
_REMEMBERED = 4096  # names and posts: the same officers sign letter after letter


@dataclass(frozen=True, slots=True)
class Officer:
    """The register's entries that a signature means, all of one person or post.

    ``name`` tells how the printed name compares; ``post`` None: no post is printed.
    """

    entries: tuple[KnownSignatory, ...]
    name: Likeness
    post: posts.Match | None

    @property
    def known(self) -> KnownSignatory:
        """The first of the entries: name and post are the same in all."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class _Held:
    """An entry of the register with its names and posts in the letters of the skeleton."""

    entry: KnownSignatory
    names: tuple[str, ...]
    titles: tuple[str, ...]

    def compared(self, post: str) -> posts.Match:
        """Return how well a post as printed fits the officer's own."""
        return _compared(post, self.titles)


@lru_cache(maxsize=_REMEMBERED)
def _compared(post: str, titles: tuple[str, ...]) -> posts.Match:
    return max((posts.compare(post, known) for known in titles), default=posts.Match.OTHER)


class _Register:
    """The register of signatories, with what it was asked before."""

    def __init__(self, context: Context) -> None:
        self.entries = tuple(
            _Held(
                entry,
                tuple(dict.fromkeys(fold(name).skeleton for name in entry.names.values())),
                tuple(dict.fromkeys(fold(title).skeleton for title in entry.titles.values())),
            )
            for entry in context.signatories
        )
        self.named = lru_cache(maxsize=_REMEMBERED)(self._named)
        self.holding = lru_cache(maxsize=_REMEMBERED)(self._holding)
        self.parted = lru_cache(maxsize=_REMEMBERED)(self._parted)

    def _named(self, printed: str) -> tuple[tuple[Likeness, tuple[_Held, ...]], ...]:
        """Return who is named so, by how alike the names are, the most alike first."""
        found: dict[Likeness, list[_Held]] = {}
        for held in self.entries:
            alike = max((likeness(printed, known) for known in held.names), default=Likeness.OTHER)
            if alike:
                found.setdefault(alike, []).append(held)
        return tuple((alike, tuple(found[alike])) for alike in sorted(found, reverse=True))

    def _holding(self, post: str) -> tuple[_Held, ...]:
        """Return whose post that is."""
        return tuple(held for held in self.entries if held.compared(post) == posts.Match.SAME)

    def _parted(self, post: str) -> tuple[str, str]:
        """Return post and name where a line has both and nothing between them."""
        for held in self.entries:
            for title in held.titles:
                if post.startswith(title + " ") and len(post) - len(title) > 5:
                    rest = post[len(title) :].strip()
                    if self.named(rest):
                        return title, rest  # his own, or that of who holds another post
        return post, ""

    def is_a_name(self, printed: str) -> bool:
        """Tell whether what begins as a post does is an officer's name, and no post."""
        if any(held.compared(printed) for held in self.entries):
            return False
        return any(alike > Likeness.NEAR for alike, _ in self.named(printed))


def officer_of(paper: Paper, name: Stretch | None, title: Stretch | None) -> Officer | None:
    """Return whom the name and the title mean; None: the register knows neither."""
    register = paper.context.derived(_Register)
    printed = paper.skeleton[slice(*name)] if name else ""
    post = paper.skeleton[slice(*title)] if title else ""
    if post and not register.named(printed):
        post, behind = register.parted(post)
        printed = behind or printed
        if not printed and register.is_a_name(post):  # "أمينة ديالو"
            post, printed = "", post
    for alike, several in register.named(printed) if printed else ():
        agreeing = tuple(held for held in several if post and held.compared(post))
        if alike == Likeness.NEAR and not agreeing:
            continue
        chosen = agreeing or several
        match = max(held.compared(post) for held in chosen) if post else None
        if match == posts.Match.OTHER and not _speaks(chosen, paper):
            match = None
        return Officer(tuple(held.entry for held in chosen), alike, match)
    by_post = [held.entry for held in register.holding(post)] if post else []
    if not by_post:
        return None
    unnamed = [entry for entry in by_post if not entry.names]
    return Officer(tuple(unnamed or by_post), Likeness.OTHER, posts.Match.SAME)


def _speaks(chosen: tuple[_Held, ...], paper: Paper) -> bool:
    """Whether the register has the post in the paper's language, so that it can be compared."""
    return any(paper.language in held.entry.titles for held in chosen)


def allows(entry: KnownSignatory, level: AddresseeLevel | None) -> bool:
    """Whether the entry reaches addressees of the level; None: the level is not known."""
    return level is None or entry.levels is None or level in entry.levels


def signed_on(paper: Paper) -> date | None:
    """Return the paper's date: the register's, else the one printed, else the review's day."""
    if paper.particulars.dated is not None:
        return paper.particulars.dated
    line = paper.anatomy.date_line
    if line is None:
        return paper.particulars.read_on
    for mention in paper.dates:
        if line[0] <= mention.start < line[1] and mention.value is not None:
            return mention.value
    return paper.particulars.read_on


def level_of_addressee(paper: Paper) -> AddresseeLevel | None:
    """Return the level of the first addressee: the register's, else what the post tells."""
    given = paper.particulars.addressee
    for entry in paper.context.addressees_of(given) if given is not None else ():
        if entry.level is not None:
            return entry.level
    block = next(iter(paper.anatomy.addressees), None)
    if block is None or block.title is None:
        return None
    states = states_of(paper.context).read(paper.skeleton, block.title[0], block.end)
    end = next((mention.start for mention in states if mention.start > block.title[0]), None)
    post = paper.skeleton[block.title[0] : min(block.title[1], end or block.title[1])]
    of_state = bool(states) or _OF_STATE.search(paper.skeleton, block.title[0], block.end)
    level = posts.level_of(post, of_state=bool(of_state))
    if level is AddresseeLevel.INTERNATIONAL_ORGANISATION and names_institution(
        paper.skeleton[block.title[0] : block.end]
    ):
        return AddresseeLevel.INSTITUTION  # "Director General of ICDT" heads one of the house's
    return level


def is_of_house(paper: Paper, officer: Officer) -> bool:
    """Whether the paper is the house's own, so that its register of signatories holds for it.

    A post alone does not tell: other organisations have a Secretary-General too.
    """
    return officer.name > Likeness.OTHER or names_house(paper)


def names_house(paper: Paper) -> bool:
    """Whether the head of the paper names the house."""
    head = " ".join(paper.skeleton[:_HEAD].split()).replace("organization", "organisation")
    return any(name in head for name in paper.context.derived(_own_names))


def _own_names(context: Context) -> tuple[str, ...]:
    names = (fold(name).skeleton for name in context.organisation.values())
    return tuple(name.replace("organization", "organisation") for name in names)


def kind_of(paper: Paper) -> Kind | None:
    """Return the paper's kind; what has an addressee and a salutation is a letter."""
    if paper.kind is not None:
        return paper.kind
    anatomy = paper.anatomy
    return Kind.LETTER if anatomy.addressee and anatomy.salutation else None


def officer_at(paper: Paper, line: Stretch) -> Officer | None:
    """Return the officer of the register whom the line names."""
    block = approver_of(paper.text, paper.skeleton, line)
    return officer_of(paper, block.name, block.title)


def is_written_so(paper: Paper, name: Stretch, known: Iterable[str]) -> bool:
    """Tell whether the register has a name in the script of the printed one."""
    is_latin = paper.skeleton[name[0] : name[1]].isascii()
    return any(_is_latin(each) == is_latin for each in known)


@lru_cache(maxsize=512)
def _is_latin(name: str) -> bool:
    return fold(name).skeleton.isascii()
