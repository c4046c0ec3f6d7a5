"""The town to which a mission of the house will go, in a note that asks a state to let it in.

The state that is asked for visas or a liaison officer is the one that is visited. Our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.directory import Directory
from clearance.review.checks.addressee.places import capitals_of, city_key_in
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found

_TOWN = r"(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)"
_VISITS = (
    compiled(
        r"\b(?:will (?:visit|travel to|proceed to|go to|arrive in|stay in)|(?:official |working )?visit to|mission to|"
        r"(?:se rendra|se rendront|voyagera|sejournera|arrivera) a|(?:visite|mission) a|visitera)\s+(?:the city of |la ville de |la ville d')?(?P<town>[^\W\d_]+(?:[ '-][^\W\d_]+){0,2})"
    ),
    compiled(rf"(?:زيارة|السفر|التوجه|توجه|بعثة|إيفاد\w*)(?: \S+){{0,2}}? إلى (?:مدينة )?{_TOWN}"),
    compiled(rf"(?<!\w)[وف]?ستزور(?: \S+){{0,2}}? مدينة {_TOWN}"),
)
_LET_IN = compiled(
    r"\b(?:visas?|entry|facilitat\w*|liaison|faciliter|delivrance|entree|formalites|customs)\b|تأشير|تسهيل|دخول|ضابط (?:ال)?اتصال"
)


def check(paper: Paper, directory: Directory, asked: str, named: set[str]) -> Iterator[Finding]:
    """Find the capital of another state than the one that is ``asked`` to let the mission in.

    ``named``: the states that the note's address names.
    """
    if not _LET_IN.search(paper.skeleton):
        return
    visits = [visit for shape in _VISITS if (visit := shape.search(paper.skeleton))]
    if not visits:
        return
    start, end = min(visits, key=lambda visit: visit.start()).span("town")
    capitals = capitals_of(paper.context)
    while end > start:
        known = capitals.get(city_key_in(paper.text[start:end], paper.context))
        if known is not None:
            break
        cut = max(paper.text.rfind(" ", start, end), paper.text.rfind("\n", start, end))
        end = cut if cut > start else start
    else:
        return
    if known[1].iso3 == asked or known[1].iso3 in named or known[1].iso3 == "SAU":
        return
    state = directory.states.states.get(asked)
    if state is not None:
        yield found(
            "ADR019", start, end, printed=paper.text[start:end], right=known[1].short,
            state=state.short,
        )  # fmt: skip
