"""A letter before this check: its date, and for each block whom the directory says it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.addressee.directory import Block, Directory, Match
from clearance.review.mentions.anatomy import AddresseeBlock
from clearance.review.mentions.posts import HEADS, words_of
from clearance.review.mentions.states import HEADED, StateMention
from clearance.review.paper import Paper
from clearance.review.scan import Stretch
from clearance.terms import Language


@dataclass(frozen=True, slots=True)
class Addressed:
    """One block of the letter. ``match`` None: the directory does not hold whom it means.

    ``at``: where its post and its state stand.
    """

    block: AddresseeBlock
    states: tuple[StateMention, ...]
    match: Match | None
    at: Stretch


@dataclass(frozen=True, slots=True)
class Letter:
    """What this check knows of the letter. ``day`` None: its date is not known."""

    day: date | None
    directory: Directory
    addressed: tuple[Addressed, ...]


def read_letter(paper: Paper, directory: Directory) -> Letter:
    """Return the letter with its addressees looked up."""
    day = day_of(paper)
    given = paper.particulars.addressee
    read = [read_block(paper, directory, block, day, given) for block in paper.anatomy.addressees]
    return Letter(day, directory, tuple(read))


def day_of(paper: Paper) -> date | None:
    """Return the letter's date: the register's, else the one printed, else the review's day."""
    if paper.particulars.dated is not None:
        return paper.particulars.dated
    line = paper.anatomy.date_line
    if line is None:
        return paper.particulars.read_on
    for mention in paper.dates:
        if line[0] <= mention.start < line[1] and mention.value is not None:
            return mention.value
    return paper.particulars.read_on


def read_block(
    paper: Paper, directory: Directory, block: AddresseeBlock, day: date | None, given: str | None
) -> Addressed:
    """Return a block with the states that it names, and whom the directory says it means."""
    skeleton = paper.skeleton
    edges = [part for part in (block.title, block.place) if part]
    begin = min((part[0] for part in edges), default=block.end)
    end = max((part[1] for part in edges), default=block.end)
    states = tuple(directory.states.read(skeleton, begin, end))
    states = _without_city(skeleton, states)
    post = ""
    if block.title:
        stop = block.title[1]
        inside = [mention for mention in states if block.title[0] < mention.start < stop]
        stop = inside[0].start if inside else stop
        post = skeleton[block.title[0] : stop]
        if _BEFORE_REPUBLIC.match(skeleton, stop, end):
            post = _with_republic(post, paper.language)
        if block.place and block.place[0] <= stop + 3 and not inside:
            # a portfolio may run on after a comma: "Foreign Affairs, Cooperation and ..."
            first = next((m.start for m in states if m.start >= block.place[0]), block.place[1])
            post += " " + _first_line(skeleton, stop, min(first, block.place[1]))
    said = Block(
        name=skeleton[slice(*block.name)] if block.name else "",
        post=post,
        states=tuple(mention.iso3 for mention in states),
        whole=skeleton[block.start : block.end],
    )
    return Addressed(block, states, directory.match(said, paper.language, day, given), (begin, end))


_REPUBLIC = {
    Language.ENGLISH: " republic",
    Language.FRENCH: " republique",
    Language.ARABIC: fold(" الجمهورية").skeleton,
}
# Right behind a post: ", Republic of", "de la République", "of the Togolese Republic", «جمهورية».
_BEFORE_REPUBLIC = compiled(
    r"[ ,\n]*(?:of |de |du |d')?(?:the |la |l')?(?:[^\W\d_]+ ){0,2}?(?:republic|republique)\b"
    r"|[ ،,\n]*ل?(?:ال)?جمهورية\b"
)


def _with_republic(post: str, language: Language) -> str:
    """Return the post, and of "President", right before a state, that of the Republic.

    Else it would be part of "President of the Council of Ministers".
    """
    return post + _REPUBLIC[language] if words_of(post) <= HEADS else post


# States whose capital bears their own name in one of the languages: "تونس" under "الجمهورية ...".
_CITY_OF = fold("مدينة ").skeleton
_NAMESAKES = frozenset({"TUN", "DZA", "DJI", "KWT"})


def _without_city(skeleton: str, states: tuple[StateMention, ...]) -> tuple[StateMention, ...]:
    """Return the states without the last where it is a capital, alone on its line."""
    if len(states) < 2 or states[-1].iso3 not in _NAMESAKES or states[-1].formal:
        return states
    last = states[-1]
    if HEADED.search(skeleton, last.start, last.end):
        return states  # "République tunisienne"
    begin = skeleton.rfind("\n", 0, last.start) + 1
    end = skeleton.find("\n", last.end)
    line = skeleton[begin : end if end >= 0 else len(skeleton)]
    alone = line.strip(" .-").removesuffix(" city").removeprefix(_CITY_OF)
    return states[:-1] if len(alone) <= last.end - last.start else states


def _first_line(skeleton: str, begin: int, end: int) -> str:
    line = skeleton[begin:end]
    return line.split("\n", 1)[0] if line.startswith(",") else ""
