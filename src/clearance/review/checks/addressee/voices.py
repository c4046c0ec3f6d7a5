"""The post by which a letter speaks: in its close too, a Prime Minister, and a familiar salutation.

What stands in the address is held against what stands in the close; where no post is told there,
the salutation is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.letter import Addressed
from clearance.review.finding import Finding
from clearance.review.mentions import posts
from clearance.review.mentions.styles import Grade, style_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import AddresseeLevel

_PRIME = compiled(r"\b(?:prime|premiere?|chancel\w+|رئيس\w*|الرئيس\w*|الأول)\b")
_MINISTER = compiled(r"\b(?:minist(?:er|re)|(?:ال)?وزيرة?)\b")
# A given name, or a greeting of every day.
_FAMILIAR = compiled(
    r"(?:dear|cher|chere|عزيزي|عزيزتي)\s+(?:[^\W\d_]+(?:['-][^\W\d_]+)*)\s*[,:!]?$|"
    r"(?:hi|hello|hey|bonjour|salut|مرحبا|أهلا)\b[^,\n]{0,30}[,:!]?$"
)
# "Brother Ahmed", "Mon cher Tariq", «الأخ أحمد»: by the name, without a style or a post.
_BROTHERLY = compiled(
    r"(?:(?:my |mon |ma )?(?:dear |chere? )?(?:brother|sister|friend|frere|soeur|amie?)|"
    r"(?:my|mon|ma) (?:dear|chere?)|"
    r"(?:ال)?(?:أخ|أخت|أخي|أختي|صديق|صديقي|عزيزي|عزيزتي)(?: (?:ال)?(?:عزيز|كريم|فاضل)ة?)?)"
    r"\s+(?P<name>[^\W\d_]+(?:[ '-][^\W\d_]+){0,4})\s*[,:!]?$"
)
# To whoever reads it, though the letter is addressed to somebody.
_TO_ANYBODY = compiled(r"(?:to whom it may concern|a qui de droit|(?:إلى|ل) ?من يهمه الأمر)\b")
_NO_NAME = compiled(
    r"\b(?:sirs?|madams?|minister|ambassador|president|excellenc(?:y|e)|colleagues?|collegues?|"
    r"secretary|director|general|governor|senator|professor|doctor|friends?|brother|sister|"
    r"monsieur|madame|ministre|ambassadeur|ambassadrice|amie?s?|frere|delegates?|all|members?|"
    r"(?:ال)?(?:سيدة?|أخ|أخت|معالي|سعادة|دكتورة?|زميلة?|وزيرة?|سفيرة?))\b"
)
_HIGH = frozenset({Grade.EXCELLENCY, Grade.HIGHNESS, Grade.ROYAL_HIGHNESS, Grade.MAJESTY})
_LORDS = {"en": "Excellency", "fr": "Excellence", "ar": "صاحب المعالي"}


def check(
    paper: Paper, addressed: Addressed | None, salutation: Stretch | None, closing: Stretch | None
) -> Iterator[Finding]:
    """Find posts that are not the addressee's, where the letter greets him and takes leave."""
    title = addressed.block.title if addressed else None
    if title is not None:
        yield from _of_government(paper, title, salutation, "ADR014")
        yield from _of_government(paper, title, closing, "ADR013")
    elsewhere = title or salutation
    if closing is not None and elsewhere is not None:
        named = posts.classes_of(paper.skeleton[slice(*closing)])
        held = posts.classes_of(paper.skeleton[slice(*elsewhere)])
        if addressed and addressed.block.style and title is not None:
            held |= posts.classes_of(paper.skeleton[slice(*addressed.block.style)])
        if named and held and not named & held:
            yield _finding(paper, "ADR013", closing, elsewhere)
    yield from _familiar(paper, addressed)


def _of_government(
    paper: Paper, title: Stretch, spoken: Stretch | None, code: str
) -> Iterator[Finding]:
    """Find a Prime Minister who is called Minister, and a minister called Prime Minister."""
    if spoken is None:
        return
    said, post = paper.skeleton[slice(*spoken)], paper.skeleton[slice(*title)]
    if not _MINISTER.search(said) and not (
        _PRIME.search(said) and "وزراء" in paper.text[slice(*spoken)]
    ):
        return
    level = posts.level_of(post, of_state=True)
    is_prime = level is AddresseeLevel.HEAD_OF_GOVERNMENT
    if level is None or (is_prime == bool(_PRIME.search(said))):
        return
    if is_prime or level in (AddresseeLevel.MINISTER, AddresseeLevel.FOREIGN_MINISTER):
        yield _finding(paper, code, spoken, title)


def _finding(paper: Paper, code: str, at: Stretch, other: Stretch) -> Finding:
    return found(
        code, *at, elsewhere=(other,), printed=" ".join(paper.text[slice(*at)].split()),
        right=" ".join(paper.text[slice(*other)].split()),
    )  # fmt: skip


def _familiar(paper: Paper, addressed: Addressed | None) -> Iterator[Finding]:
    """Find "Dear Tariq," to one who is styled an Excellency or more."""
    plain = paper.anatomy.salutation
    if plain is None or addressed is None or addressed.block.style is None:
        return
    said = paper.skeleton[slice(*plain)]
    if style_of(paper.skeleton, *addressed.block.style).grade not in _HIGH:
        return
    name = paper.skeleton[slice(*addressed.block.name)].split() if addressed.block.name else []
    by_name = _BROTHERLY.match(said)
    if (
        (_FAMILIAR.match(said) and not _NO_NAME.search(re.sub(r"^\S+", "", said)))
        or (name and _TO_ANYBODY.match(said))
        or (by_name and set(by_name["name"].split()) <= set(name))
    ):
        yield found("ADR011", *plain, printed=paper.text[slice(*plain)], right=_LORDS)
