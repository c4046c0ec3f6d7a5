"""Name, post and state of the person against the directory, on the letter's date."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import fold
from clearance.review.checks.addressee.directory import Entry, Match
from clearance.review.checks.addressee.forms import gender_named
from clearance.review.checks.addressee.letter import Addressed, Letter
from clearance.review.context import Names
from clearance.review.finding import Finding, Level
from clearance.review.mentions import posts
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.mentions.posts import gender_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Language

# Ranks that a person keeps from post to post. Source of the rule: UN manual, para. 87.
_RANKS = frozenset(
    fold(word).skeleton
    for word in (
        "ambassador", "ambassadeur", "ambassadrice", "سفير", "general", "général", "minister",
        "counsellor", "conseiller", "professor", "professeur", "engineer", "ingénieur", "colonel",
        "plenipotentiary", "plénipotentiaire", "مفوض", "لواء", "فريق", "أستاذ", "دكتور", "مهندس",
    )
)  # fmt: skip


def check(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Find what the directory tells otherwise of the person."""
    match = addressed.match
    if match is None:
        return
    sure = Level.STOP if match.is_sure else None
    if not match.entry.known.names:
        is_post = bool(match.entry.known.titles)  # else only the office itself is known
        if is_post and addressed.block.name and match.entry.holds_on(letter.day):
            yield found(
                "ADR007", *addressed.block.name, level=sure, post=match.entry.known.titles,
                name=_printed(paper, addressed.block.name),
            )  # fmt: skip
        return
    if match.name != Likeness.OTHER and not match.entry.holds_on(letter.day):
        yield from _not_in_post(paper, letter, addressed, match)
        return
    yield from _name(paper, letter, addressed, match, sure)
    yield from _post(paper, addressed, match, sure)
    yield from _state(paper, letter, addressed, match)


def _name(
    paper: Paper, letter: Letter, addressed: Addressed, match: Match, sure: Level | None
) -> Iterator[Finding]:
    block = addressed.block
    if block.name is None or match.name == Likeness.SAME:
        return
    if match.name == Likeness.OTHER and not match.entry.holds_on(letter.day):
        return
    printed = paper.skeleton[slice(*block.name)]
    right = _nearest_name(match.entry, printed, paper.language)
    code = {Likeness.NEAR: "ADR001", Likeness.VARIANT: "ADR002", Likeness.OTHER: "ADR003"}[
        match.name
    ]
    yield found(
        code, *block.name, suggestion=right, level=sure if match.name == Likeness.NEAR else None,
        printed=_printed(paper, block.name), right=right or match.entry.known.names,
        post=match.entry.known.titles,
    )  # fmt: skip


def _post(
    paper: Paper, addressed: Addressed, match: Match, sure: Level | None
) -> Iterator[Finding]:
    block = addressed.block
    if block.title is None or match.name == Likeness.OTHER:
        return
    if match.post != posts.Match.OTHER:
        yield from _form_of_post(paper, addressed, match)
        return
    words = posts.words_of(paper.skeleton[slice(*block.title)])
    is_rank = bool(words) and words <= _RANKS
    end = next(
        (m.start for m in addressed.states if block.title[0] < m.start < block.title[1]),
        block.title[1],
    )
    yield found(
        "ADR012" if is_rank else "ADR004", block.title[0], end,
        level=None if is_rank else sure, suggestion=match.entry.known.titles.get(paper.language),
        printed=_printed(paper, (block.title[0], end)), right=match.entry.known.titles,
        name=match.entry.known.names,
    )  # fmt: skip


def _form_of_post(paper: Paper, addressed: Addressed, match: Match) -> Iterator[Finding]:
    """Find «المندوب الدائم» where the directory gives the post in its feminine form."""
    title, held = addressed.block.title, match.entry.known.titles.get(paper.language)
    if title is None or held is None or match.name != Likeness.SAME:
        return
    printed, right = (
        gender_of(each) for each in (paper.skeleton[slice(*title)], fold(held).skeleton)
    )
    if printed and right and printed != right:
        yield found(
            "ADR010", *title, suggestion=held, printed=_printed(paper, title),
            right=gender_named(right),
        )  # fmt: skip


def _state(paper: Paper, letter: Letter, addressed: Addressed, match: Match) -> Iterator[Finding]:
    if match.in_place is not False or match.name == Likeness.OTHER:
        return
    mention = addressed.states[0]
    states = letter.directory.states
    iso3 = match.entry.known.state or ""
    right = states.name(iso3, paper.language, formal=mention.formal)
    yield found(
        "ADR005", mention.start, mention.end,
        level=Level.STOP if match.is_given else None,
        suggestion=right if match.is_given or not match.namesakes else None,
        name=match.entry.known.names, post=match.entry.known.titles,
        printed=_printed(paper, (mention.start, mention.end)),
        right=_state_names(letter, iso3),
    )  # fmt: skip


def _not_in_post(
    paper: Paper, letter: Letter, addressed: Addressed, match: Match
) -> Iterator[Finding]:
    if letter.day is None or addressed.block.name is None:
        return
    now = letter.directory.successor(match.entry, letter.day)
    suggestion = now.known.names.get(paper.language) if now else None
    yield found(
        "ADR006", *addressed.block.name, suggestion=suggestion,
        level=Level.STOP if match.is_sure else None,
        name=_printed(paper, addressed.block.name), post=match.entry.known.titles, date=letter.day,
    )  # fmt: skip


def _nearest_name(entry: Entry, printed: str, language: Language) -> str | None:
    """Return the directory's name in the printed one's script."""
    ranked = sorted(
        entry.names,
        key=lambda held: (likeness(printed, held[1]), held[0] == language),
        reverse=True,
    )
    for tongue, name in ranked:
        if (name[:1] > "\x7f") == (printed[:1] > "\x7f"):
            return entry.known.names[tongue]
    return None


def _printed(paper: Paper, stretch: Stretch) -> str:
    return " ".join(paper.text[slice(*stretch)].split())


def _state_names(letter: Letter, iso3: str) -> Names:
    state = letter.directory.states.states.get(iso3)
    return state.short if state else {Language.ENGLISH: iso3}
