"""One spelling of a name or word in one paper."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.data.lexicon import spelling_groups
from clearance.reading.skeleton import fold
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_GROUPS = {
    (language, fold(form).skeleton): number
    for language in Language
    for number, group in enumerate(spelling_groups(language))
    for form in group.forms
}
SPELLINGS = tuple(
    Trigger("spelling", form, literal=True)
    for form in dict.fromkeys(
        form
        for language in Language
        for group in spelling_groups(language)
        for form in group.forms
        if sum(fold(other).skeleton == fold(form).skeleton for other in group.forms) == 1
    )
)


def mixed_spellings(paper: Paper) -> Iterator[Finding]:
    """Find the first place where a second spelling of one word or name comes up."""
    first: dict[int, tuple[str, int, int]] = {}
    told: set[int] = set()
    for start, end in paper.hits("spelling"):
        if paper.skeleton[end : end + 1].isalpha() or paper.skeleton[start - 1 : start].isalpha():
            continue
        form = " ".join(paper.skeleton[start:end].split())
        group = _GROUPS.get((paper.language, form))
        if group is None or group in told:
            continue
        before = first.setdefault(group, (form, start, end))
        if before[0] != form:
            told.add(group)
            yield found(
                "LNG006", start, end, elsewhere=(before[1:],),
                one=paper.text[slice(*before[1:])], other=paper.text[start:end],
            )  # fmt: skip
