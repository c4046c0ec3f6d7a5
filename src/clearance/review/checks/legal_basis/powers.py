"""Whom a signature means in the register of signatories, and what that officer may sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from clearance.reading.skeleton import compiled, fold
from clearance.review.context import KnownSignatory
from clearance.review.mentions import posts
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.mentions.states import states_of
from clearance.review.paper import Paper
from clearance.review.scan import Stretch
from clearance.terms import AddresseeLevel, Kind

_AMOUNT = (
    r"(?P<amount>[0-9][0-9 ,.]*)(?: ?(?P<many>million|mn\b|مليون|ملايين|billion|milliard|مليار))?"
)
_AFTER = compiled(rf"[^\w\n]{{0,3}}{_AMOUNT}")
_BEFORE = compiled(rf"{_AMOUNT}s?(?: de| d')? ?$")
_OF_STATE = compiled(
    r"\b(?:republic|republique|kingdom|royaume|(?:ال)?(?:جمهورية|مملكة|دولة|سلطنة))\b"
)
_HEAD = 800  # characters in which a letterhead names the house
_MANY = {"m": Decimal(1_000_000), "b": Decimal(1_000_000_000)}
_BILLIONS = frozenset(fold(word).skeleton for word in ("billion", "milliard", "مليار"))


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


def officer_of(paper: Paper, name: Stretch | None, title: Stretch | None) -> Officer | None:
    """Return whom the name and the title mean; None: the register knows neither."""
    printed = paper.skeleton[slice(*name)] if name else ""
    post = paper.skeleton[slice(*title)] if title else ""
    if post and not printed:
        post, printed = _parted(paper, post)
    by_name: dict[Likeness, list[KnownSignatory]] = {}
    by_post = []
    for entry in paper.context.signatories:
        alike = max(
            (likeness(printed, fold(known).skeleton) for known in entry.names.values() if printed),
            default=Likeness.OTHER,
        )
        if alike:
            by_name.setdefault(alike, []).append(entry)
        if post and _compared(post, entry) == posts.Match.SAME:
            by_post.append(entry)
    for alike in sorted(by_name, reverse=True):
        entries = by_name[alike]
        agreeing = [entry for entry in entries if post and _compared(post, entry)]
        if alike == Likeness.NEAR and not agreeing:
            continue
        chosen = agreeing or entries
        match = max(_compared(post, entry) for entry in chosen) if post else None
        if match == posts.Match.OTHER and not _speaks(chosen, paper):
            match = None
        return Officer(tuple(chosen), alike, match)
    if by_post:
        named = [entry for entry in by_post if not entry.names]
        return Officer(tuple(named or by_post), Likeness.OTHER, posts.Match.SAME)
    return None


def _parted(paper: Paper, post: str) -> tuple[str, str]:
    """Return post and name where a line has both and nothing between them."""
    for entry in paper.context.signatories:
        for known in entry.titles.values():
            title = fold(known).skeleton
            if post.startswith(title + " ") and len(post) - len(title) > 5:
                rest = post[len(title) :].strip()
                if any(likeness(rest, fold(named).skeleton) for named in entry.names.values()):
                    return title, rest
    return post, ""


def _speaks(entries: list[KnownSignatory], paper: Paper) -> bool:
    """Whether the register has the post in the paper's language, so that it can be compared."""
    return any(paper.language in entry.titles for entry in entries)


def _compared(post: str, entry: KnownSignatory) -> posts.Match:
    return max(
        (posts.compare(post, fold(known).skeleton) for known in entry.titles.values()),
        default=posts.Match.OTHER,
    )


def allows(entry: KnownSignatory, level: AddresseeLevel | None) -> bool:
    """Whether the entry reaches addressees of the level; None: the level is not known."""
    return level is None or entry.levels is None or level in entry.levels


def signed_on(paper: Paper) -> date | None:
    """Return the paper's date: the register's, else the one that its date line prints."""
    if paper.particulars.dated is not None:
        return paper.particulars.dated
    line = paper.anatomy.date_line
    if line is None:
        return None
    for mention in paper.dates:
        if line[0] <= mention.start < line[1] and mention.value is not None:
            return mention.value
    return None


def level_of_addressee(paper: Paper) -> AddresseeLevel | None:
    """Return the level of the first addressee: the register's, else what the post tells."""
    given = paper.particulars.addressee
    for entry in paper.context.addressees:
        if entry.id == given and entry.level is not None:
            return entry.level
    block = next(iter(paper.anatomy.addressees), None)
    if block is None or block.title is None:
        return None
    states = states_of(paper.context).read(paper.skeleton, block.title[0], block.end)
    end = next((mention.start for mention in states if mention.start > block.title[0]), None)
    post = paper.skeleton[block.title[0] : min(block.title[1], end or block.title[1])]
    of_state = bool(states) or _OF_STATE.search(paper.skeleton, block.title[0], block.end)
    return posts.level_of(post, of_state=bool(of_state))


def is_of_house(paper: Paper, officer: Officer) -> bool:
    """Whether the paper is the house's own, so that its register of signatories holds for it.

    A post alone does not tell: other organisations have a Secretary-General too.
    """
    if officer.name > Likeness.OTHER:
        return True
    head = paper.skeleton[:_HEAD].replace("organization", "organisation")
    own = (fold(name).skeleton for name in paper.context.organisation.values())
    return any(name.replace("organization", "organisation") in head for name in own)


def kind_of(paper: Paper) -> Kind | None:
    """Return the paper's kind; what has an addressee and a salutation is a letter."""
    if paper.kind is not None:
        return paper.kind
    anatomy = paper.anatomy
    return Kind.LETTER if anatomy.addressee and anatomy.salutation else None


def amount_of(paper: Paper) -> tuple[Decimal | None, Stretch | None]:
    """Return the paper's highest amount in US dollars and where it stands, if it stands there."""
    known = paper.particulars
    if known.amount is not None and (known.currency or "USD") == "USD":
        return known.amount, None
    highest: Decimal | None = None
    at: Stretch | None = None
    for start, end in paper.hits("dollars"):
        for match in (
            _AFTER.match(paper.skeleton, end, end + 40),
            _BEFORE.search(paper.skeleton, max(0, start - 40), start),
        ):
            amount = _value(match["amount"], match["many"]) if match else None
            if match and amount is not None and (highest is None or amount > highest):
                highest, at = amount, match.span()
    return highest, at


def _value(digits: str, many: str | None) -> Decimal | None:
    """Return the amount; a comma or a point before one or two last digits is a decimal one."""
    plain = digits.strip(" ,.")
    whole, point, cents = plain.rpartition("." if "." in plain[-3:] else ",")
    if not point or len(cents) > 2:
        whole, cents = plain, ""
    number = "".join(letter for letter in whole if letter.isdigit())
    try:
        value = Decimal(f"{number or 0}.{cents or 0}")
    except InvalidOperation:
        return None
    if many:
        value *= _MANY["b" if many in _BILLIONS else "m"]
    return value
