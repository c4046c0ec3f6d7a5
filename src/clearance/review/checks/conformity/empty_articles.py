"""An article of a contract that has its heading and nothing under it, or a word for nothing.

"10. Privileges and immunities." before the signatures, "Article 5 - Disputes / Not applicable.".
A list of goods is no list of articles: the others must have text of their own. Source: our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL_WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.review.wording import Param

_TEXT: Param = {
    "en": "text of this article",
    "fr": "le texte de cet article",
    "ar": "نص هذه المادة",
}
_HEAD = on_demand(
    pattern(
        r"(?m)^[ *]*(?:(?:article|clause|section|(?:ال)?(?:مادة|بند|قسم)) ?(?:no\.? ?|n° ?|رقم )?\(?"
        r"(?:(?P<digits>\d{1,2})|"
    )
    + ORDINAL_WORDS
    + r")\)?|(?P<bare>\d{1,2})(?= ?[.)-]))[ ]*[.:)\-]*[ ]*"
)
# Headings without a number: "IMMUNITIES" or "Disputes" over the text they head.
_TITLE = on_demand(r"(?m)(?:(?<=\n\n)|\A)[ *]*(?P<title>[^\W\d][^\n.:;,|]{3,44})[ *]*$")
_NOTHING = compiled(
    r"[ \n]*[\[(]?(?:(?:intentionally |deliberately )?(?:left )?blank|not applicable|n/a|none|nil|deleted|omitted|reserved|removed|"
    r"to be (?:drafted|completed|written|added|agreed|inserted|supplied|provided)|pending|tbd|"
    r"(?:(?:laissee?|volontairement) (?:laissee? )?)?en blanc|sans objet|neant|supprimee?|reservee?|omise?|non applicable|"
    r"a (?:rediger|completer|convenir|inserer)|"
    r"[تي]?ترك(?:ت)? (?:فارغا|فارغة|خاليا|بياضا)|لا (?:ينطبق|تنطبق|يوجد|شيء)|غير منطبق|محذوفة?|حذفت?|محجوزة?|"
    r"(?:يحرر|تحرر|يستكمل|تستكمل|يصاغ|تصاغ|يضاف)(?: لاحقا)?|للصياغة|بلا نص)"
    r"[.\])]*[.]?[ ]*(?=\n|$)"
)
_SIDES = on_demand(
    pattern(
        r"(?m)^[ ]*(?:(?:done|signed|in witness|made|concluded|fait|signe|en foi|conclu|حرر|وقع|إثباتا|أبرم)\b|"
        r"(?:for|pour|on behalf|au nom|عن|نيابة) )"
    )
)
_LEAST = 4  # articles that show how the others are written
_OF_TITLE = 7  # words at most of a title alone
_OF_TEXT = 6  # words at least under most of the others


class Article(NamedTuple):
    """An article of a contract: its heading and what stands under it."""

    head: Stretch
    body: Stretch
    has_title: bool = True


def check_empty_articles(paper: Paper) -> Iterator[Finding]:
    """Find the article that has a heading and no text, among others that have theirs."""
    articles = _numbered(paper) or titled(paper)
    if len(articles) < _LEAST:
        return
    skeleton = paper.skeleton
    lengths = [len(skeleton[slice(*one.body)].split()) for one in articles]
    told = sum(
        length >= _OF_TEXT and one.has_title for one, length in zip(articles, lengths, strict=True)
    )
    if told * 3 < len(articles) * 2:
        return
    for article, length in zip(articles, lengths, strict=True):
        is_nothing = _NOTHING.match(skeleton, *article.body) is not None
        if length == 0 or is_nothing:
            yield found("CON001", *article.head, part=_TEXT)


def _numbered(paper: Paper) -> list[Article]:
    """Return the articles that bear the numbers from one on, each up to the next."""
    skeleton = paper.skeleton
    heads: list[tuple[int, int, bool]] = []
    for match in _HEAD.finditer(skeleton):
        number = ordinal_of(match["digits"] or match["bare"], match["ordinal_words"])
        is_bare = match["bare"] is not None
        if heads and is_bare is not heads[0][2]:
            continue
        if number == len(heads) + 1:
            heads.append((match.start(), match.end(), is_bare))
    if len(heads) < _LEAST:
        return []
    edges = [start for start, _, _ in heads[1:]] + [_foot(paper, heads[-1][1])]
    return [
        _parted(skeleton, start, label, edge)
        for (start, label, _), edge in zip(heads, edges, strict=True)
    ]


def _parted(skeleton: str, start: int, label: int, edge: int) -> Article:
    """Part title and text: at the line's end, or at the sentence's end where more follows."""
    line_ends = skeleton.find("\n", label, edge)
    line_ends = edge if line_ends < 0 else line_ends
    stop = _TITLE_ENDS.search(skeleton, label, line_ends)
    ends = stop.end() if stop else line_ends
    if len(skeleton[label:ends].split()) > _OF_TITLE:
        ends = label  # no title: the text begins behind the number
    return Article((start, max(ends, start + 1)), (ends, edge), ends > label)


_TITLE_ENDS = on_demand(r"[.:](?=[ ]|$)|[ ]-[ ]")


def titled(paper: Paper) -> list[Article]:
    """Return the articles under titles without numbers, each up to the next."""
    skeleton, text = paper.skeleton, paper.text
    begin = paper.anatomy.body[0] if paper.anatomy.body else 0
    heads = [
        match.span("title")
        for match in _TITLE.finditer(skeleton)
        if match.start("title") >= begin
        and len(match["title"].split()) <= _OF_TITLE
        and (text[slice(*match.span("title"))].isupper() or _heads_text(skeleton, match.end()))
    ]
    if len(heads) < _LEAST:
        return []
    last = _foot(paper, heads[-1][1])
    heads = [head for head in heads if head[0] < last]
    edges = [start for start, _ in heads[1:]] + [last]
    return [Article(head, (head[1], edge)) for head, edge in zip(heads, edges, strict=True)]


def _heads_text(skeleton: str, end: int) -> bool:
    """Tell whether a line of running text stands right below."""
    below = skeleton[end + 1 : end + 200].partition("\n")[0]
    return len(below.split()) >= _OF_TEXT


def _foot(paper: Paper, begin: int) -> int:
    """Return where the signatures begin below the last article."""
    anatomy = paper.anatomy
    parts = (anatomy.signature_name, anatomy.signature_title, anatomy.approval, anatomy.enclosures)
    edges = [part[0] for part in parts if part and part[0] > begin]
    blank = paper.skeleton.find("\n\n", begin)
    if sides := _SIDES.search(paper.skeleton, blank if blank >= 0 else begin):
        edges.append(sides.start())
    return min(edges, default=len(paper.skeleton))
