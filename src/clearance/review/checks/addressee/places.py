"""The state in the addressee's block: names that it no longer bears, and misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz.distance import OSA

from clearance.data.cities import name_of_city
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import state_forms
from clearance.review.checks.addressee.directory import Directory
from clearance.review.checks.addressee.letter import Addressed, Letter
from clearance.review.context import Context, KnownState
from clearance.review.finding import Finding
from clearance.review.mentions import posts
from clearance.review.mentions.states import HEADED, StateMention, key_in
from clearance.review.paper import Paper
from clearance.review.resolution_register import city_key, register_of
from clearance.review.rules import found
from clearance.terms import AddresseeLevel, Language

_AT_HOME = frozenset(
    {
        AddresseeLevel.HEAD_OF_STATE, AddresseeLevel.HEAD_OF_GOVERNMENT,
        AddresseeLevel.FOREIGN_MINISTER, AddresseeLevel.MINISTER,
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
    }
)  # fmt: skip
_LINE = on_demand(r"[^\n,;]+")
_IN_TOWN = on_demand(r"^(?:in|at|[àÀa]|en|في) +(?=[^\W\d_])")
_PREPOSITION = compiled(r"^ *(?:of|de|du|d'|pour|for|to)? *(?:the |la |le |l')?")


def check(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Find names of states that are old or misspelt."""
    for mention in addressed.states:
        if mention.left_on and (letter.day is None or letter.day > mention.left_on):
            yield old_name(paper, letter.directory, mention, mention.left_on)
    if not addressed.states:
        yield from _misspelt(paper, letter, addressed)
    names = letter.directory.states
    yield from state_forms.check(paper, names, addressed.at, addressed.states)
    yield from _capital_of_another(paper, addressed)


def old_name(paper: Paper, directory: Directory, mention: StateMention, left_on: date) -> Finding:
    """Return the finding for a state by the name that it bore until a day."""
    known = directory.states.states[mention.iso3]
    in_full = HEADED.search(paper.skeleton[mention.start : mention.end]) is not None
    return found(
        "ADR015", mention.start, mention.end,
        suggestion=directory.states.name(mention.iso3, paper.language, formal=in_full),
        printed=paper.text[mention.start : mention.end],
        right=(known.formal if in_full else None) or known.short, date=left_on,
    )  # fmt: skip


def capitals_of(context: Context) -> dict[str, tuple[str, KnownState]]:
    """Return by each capital's key its name and its state, read once for a context."""
    return context.derived(_capitals)


def _capitals(context: Context) -> dict[str, tuple[str, KnownState]]:
    """Return by each capital's key its name and its state; a city of two states is left out."""
    held: dict[str, list[tuple[str, KnownState]]] = {}
    for state in context.states:
        for name in state.capital.values():
            held.setdefault(city_key_in(name, context), []).append((name, state))
    return {key: each[0] for key, each in held.items() if len({s.iso3 for _, s in each}) == 1}


def city_key_in(name: str, context: Context) -> str:
    """Return a town's key, whatever its spelling and language."""
    key = city_key(name)
    return context.derived(register_of).cities.get(key, key)


def _capital_of_another(paper: Paper, addressed: Addressed) -> Iterator[Finding]:
    """Find a minister of one state in the capital of another; an ambassador may well be there."""
    block = addressed.block
    if block.place is None or block.title is None or not addressed.states:
        return
    if posts.level_of(paper.skeleton[slice(*block.title)], of_state=True) not in _AT_HOME:
        return
    own = {mention.iso3 for mention in addressed.states}
    capitals = capitals_of(paper.context)
    for line in _LINE.finditer(paper.text, *block.place):
        name = _IN_TOWN.sub("", line.group().strip())
        known = capitals.get(city_key_in(name, paper.context)) if name else None
        if known is None and (told := _another_town(paper, addressed, line)):
            yield told
            return
        if known is None or known[1].iso3 in own:
            continue
        start = line.start() + line.group().index(name)
        yield found(
            "ADR019", start, start + len(name), printed=name, right=known[1].short,
            state=next(s.short for s in paper.context.states if s.iso3 in own),
        )  # fmt: skip
        return


# Where ministries sit in another town than the capital that the register has. Our guess.
_SEATS = {
    "CIV": ("Abidjan",), "BEN": ("Cotonou", "كوتونو"), "MYS": ("Putrajaya",),
    "KAZ": ("Almaty", "ألماتي"), "YEM": ("Aden", "عدن"), "LBY": ("Benghazi",),
    "SDN": ("Port Sudan", "Port-Soudan", "بورتسودان"), "NLD": ("The Hague", "La Haye", "لاهاي"),
}  # fmt: skip
_TOWN = on_demand(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,2}\.?")


def _another_town(paper: Paper, addressed: Addressed, line: re.Match[str]) -> Finding | None:
    """Return the finding for a town on a line of its own that is not the state's capital."""
    last = addressed.states[-1]
    block = addressed.block
    name = _IN_TOWN.sub("", line.group().strip())
    begins = line.start() == 0 or paper.text[line.start() - 1] == "\n"
    if len({mention.iso3 for mention in addressed.states}) > 1 or not begins:
        return None
    if line.start() < last.end or line.end() < (block.place or (0, 0))[1]:
        return None
    if paper.text[last.end : line.start()].partition("\n")[0].strip(" ,،;.؛"):
        return None  # a sentence goes on behind the state
    state = next((one for one in paper.context.states if one.iso3 == last.iso3), None)
    capital = _named(state, paper) if state else None
    if state is None or not capital or _TOWN.fullmatch(name) is None or not name[0].isalpha():
        return None
    key = city_key_in(name, paper.context)
    known = {city_key_in(each, paper.context) for each in state.capital.values()}
    known |= {city_key_in(each, paper.context) for each in _SEATS.get(state.iso3, ())}
    if any(key in each or each in key or OSA.distance(key, each) <= 2 for each in known):
        return None
    if name[0].islower() or any(word[0].islower() for word in name.split() if word.isascii()):
        return None
    start = line.start() + line.group().index(name)
    return found(
        "ADR020", start, line.end(), suggestion=capital, printed=name,
        right=capital, state=state.short,
    )  # fmt: skip


def _named(state: KnownState, paper: Paper) -> str | None:
    """Return the capital in the paper's language; None: the registers do not have it in that."""
    told = state.capital.get(paper.language)
    return told or name_of_city(state.capital.get(Language.ENGLISH, ""), paper.language)


def _misspelt(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Find a state's name that is a letter or two off; only where no state was read."""
    place = addressed.block.place
    if place is None:
        return
    states = letter.directory.states
    for line in _LINE.finditer(paper.skeleton, *place):
        lead = _PREPOSITION.match(line.group())
        start = line.start() + (lead.end() if lead else 0)
        near = states.nearest(paper.skeleton, (start, line.end()), paper.language)
        if near is None:
            continue
        iso3, key = near
        printed = key_in(paper.skeleton[start : line.end()])
        if not _is_slip(printed, key):
            continue
        right = states.name(iso3, paper.language, formal=HEADED.search(line.group()) is not None)
        yield found(
            "ADR016", start, line.end(), suggestion=right,
            printed=paper.text[start : line.end()], right=right or iso3,
        )  # fmt: skip
        return


def _is_slip(printed: str, key: str) -> bool:
    """Whether the words differ by slips within them and by no word of their own."""
    ours, theirs = printed.split(), key.split()
    if len(ours) != len(theirs):
        return (
            len(printed) > 9 and OSA.distance(printed.replace(" ", ""), key.replace(" ", "")) <= 1
        )
    wrong = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return bool(wrong) and all(
        OSA.distance(a, b) <= (1 if len(b) < 8 else 2) and len(b) >= 4 for a, b in wrong
    )
