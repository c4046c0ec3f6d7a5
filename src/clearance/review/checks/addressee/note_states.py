"""The state to which a note verbale goes: in its head, its compliments, its close and at its foot.

A note names its addressee up to four times; one of them that is of another state is a slip left
from the note that served as model. Where the record tells the addressee, each is held against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee import note_visits, state_forms
from clearance.review.checks.addressee.directory import Directory
from clearance.review.checks.addressee.letter import day_of
from clearance.review.checks.addressee.places import old_name
from clearance.review.finding import Finding, Level
from clearance.review.mentions.note_places import COMPLIMENTS, end_of_place
from clearance.review.mentions.states import StateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Language


def check(paper: Paper, directory: Directory) -> Iterator[Finding]:
    """Find a place that names another state than the note's addressee is of."""
    places = _places(paper, directory)
    yield from _by_old_names(paper, directory, places)
    yield from _by_forms(paper, directory)
    right = _meant(paper, directory, places)
    if _is_even(paper, directory, places):  # either of the two may be the wrong one
        yield _told(paper, directory, places[0], places[1].iso3)
    places += _passed_on(paper, directory)
    for mention in places:
        if right is None or mention.iso3 == right:
            continue
        yield _told(paper, directory, mention, right)
    if right is not None:
        yield from note_visits.check(paper, directory, right, {one.iso3 for one in places})


def state_meant(paper: Paper, directory: Directory) -> str | None:
    """Return the state to which the note goes; None: its places do not agree."""
    return _meant(paper, directory, _places(paper, directory))


def _places(paper: Paper, directory: Directory) -> list[StateMention]:
    return [
        mention
        for stretch in paper.note_places
        if (mention := _first_state(paper, directory, stretch)) is not None
    ]


def _by_old_names(
    paper: Paper, directory: Directory, places: list[StateMention]
) -> Iterator[Finding]:
    """Find the addressee's state by a name that it no longer bears."""
    day = day_of(paper)
    for mention in places:
        if mention.left_on and (day is None or day > mention.left_on):
            yield old_name(paper, directory, mention, mention.left_on)


def _by_forms(paper: Paper, directory: Directory) -> Iterator[Finding]:
    """Find the addressee's state by a name that looks full and is not its own."""
    for stretch in paper.note_places:
        mentions = tuple(directory.states.read(paper.skeleton, *stretch))[:1]
        for told in state_forms.check(paper, directory.states, stretch, mentions):
            if told.level is Level.WARN:
                yield told


def _told(paper: Paper, directory: Directory, mention: StateMention, right: str) -> Finding:
    known = directory.states.states.get(right)
    return found(
        "ADR021", mention.start, mention.end,
        suggestion=directory.states.name(right, paper.language, formal=mention.formal),
        printed=" ".join(paper.text[mention.start : mention.end].split()),
        right=known.short if known else {Language.ENGLISH: right},
    )  # fmt: skip


def _is_even(paper: Paper, directory: Directory, places: list[StateMention]) -> bool:
    """Tell whether two places name two states and nothing tells which of them is meant."""
    given = paper.particulars.addressee
    recorded = any(one.known.id == given and one.known.state for one in directory.entries)
    return len(places) == 2 and places[0].iso3 != places[1].iso3 and not recorded


def _meant(paper: Paper, directory: Directory, places: list[StateMention]) -> str | None:
    """Return the addressee's state: the record's, else that of most places; None: unsure."""
    given = paper.particulars.addressee
    for entry in directory.entries:
        if entry.known.id == given and entry.known.state:
            return entry.known.state
    (first, count), *rest = Counter(one.iso3 for one in places).most_common() or [("", 0)]
    if count > 1 and len(places) > count and len(rest) == 1:
        return first
    if count == len(places):
        return first
    if len(places) == 2 and count == 1:
        return places[0].iso3  # the compliments against the close, or the address at the foot
    return None


# To whom an embassy passes a note on: to its own Government.
_PASSED_ON = compiled(
    r"\b(?:convey|transmit|forward|communicate|pass|transmettre|communiquer|porter|faire parvenir|"
    r"(?:ب)?(?:إحالة|نقل|إبلاغ|إيصال|إحالتها|نقلها))\b"
    r"[^.;\n]{0,120}?\b(?:ministry|ministere|(?:ال)?وزارة) "
    r"(?:(?:of|for|des|de) )?(?:the )?(?:foreign|external|affaires|الخارجية|خارجية|الشؤون)|"
    r"\b(?:(?:competent|relevant|concerned|national) authorities of|"
    r"autorites (?:competentes|nationales|concernees) d|"
    r"(?:الجهات|السلطات) (?:المختصة|المعنية|الوطنية) (?:في|ب|ل))"
)
_EMBASSY = compiled(r"\b(?:embassy|ambassade|mission|سفارة|مندوبية|البعثة|بعثة)\b")


def _passed_on(paper: Paper, directory: Directory) -> Iterator[StateMention]:
    """Yield the state of the ministry to which the embassy is asked to pass the note on."""
    opening = COMPLIMENTS.search(paper.skeleton)
    if opening is None or not _EMBASSY.search(
        paper.skeleton, opening.end(), end_of_place(paper.skeleton, opening.end())
    ):
        return
    for passed in _PASSED_ON.finditer(paper.skeleton, opening.end()):
        end = end_of_place(paper.skeleton, passed.end())
        if mention := _first_state(paper, directory, (passed.end(), end)):
            yield mention


def _first_state(paper: Paper, directory: Directory, stretch: Stretch) -> StateMention | None:
    mentions = directory.states.read(paper.skeleton, *stretch)
    return mentions[0] if mentions else None
