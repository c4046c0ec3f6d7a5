"""An article of its own that a contract cites and does not have, whatever it calls its articles.

"Art. 14", "article n° 14", «البند 14», «المادة الرابعة عشرة», in a contract of ten. An article of
another text is left alone. Source: the contract itself; which words name another text is our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.mentions.ordinals import ORDINAL_WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Kind

_LATIN = r"(?P<latin>articles?|art\.?|clauses?|cl\.|sections?|sec\.)"
_ARABIC = r"(?:(?:[وفبلك]{0,2}(?:ال)|[وف]?لل)(?P<arabic>مادة|بند|فصل))"
_NUMBERED = pattern(r"\s?(?:no\.? ?|n[o°]\.? ?|رقم )?\(?(?:(?P<digits>\d{1,2})(?![\d/]|[.,]\d)|")
_LABEL = pattern(rf"(?<!\w)(?:{_LATIN}|{_ARABIC})") + _NUMBERED + ORDINAL_WORDS + r")\)?"
_HEAD = on_demand(rf"(?m)^[ *]*{_LABEL}(?=[ ]*(?:[.:\-\n]|$))")
_CITED = on_demand(_LABEL)
_OTHER = compiled(
    r"\b(?:charter|convention|treaty|protocol|constitution|statutes?|laws?|act|code|decrees?|"
    r"regulations?|rules?|covenant|resolution|decision|ordinance|general conditions|annex\w*|"
    r"charte|traite|protocole|statuts?|lois?|decrets?|reglement\w*|arrete|ordonnance|pacte|"
    r"conditions generales|(?:[وفبلك]{0,2}(?:ال)?|لل)(?:ميثاق|اتفاقية|معاهدة|بروتوكول|دستور|نظام|"
    r"قانون|مرسوم|لائحة|لوائح|عهد|قرار|ملحق|مرفق|شروط العامة))(?!\w)"
)
_PUT_IN = compiled(r"\b(?:bis|ter|quater|repealed|deleted|abrogee?s?|supprimee?s?|مكرر\w*|ملغاة)\b")
_LEAST = 3  # articles that make a contract's own numbering
_AROUND = 50  # characters beside a number in which another text is named


def check_own_articles(paper: Paper) -> Iterator[Finding]:
    """Find "the fees referred to in Art. 14" in a contract of ten articles."""
    if paper.kind is not Kind.CONTRACT:
        return
    skeleton = paper.skeleton
    heads = [(match, _number(match)) for match in _HEAD.finditer(skeleton)]
    labels = [_kind_of_label(match) for match, _ in heads]
    label = max(set(labels), key=labels.count, default="")
    heads = [head for head, name in zip(heads, labels, strict=True) if name == label]
    last = len(heads)
    if last < _LEAST or [number for _, number in heads] != list(range(1, last + 1)):
        return
    if _PUT_IN.search(skeleton, heads[0][0].start()):
        return
    starts = {match.start("digits") for match, _ in heads}
    starts |= {match.start("ordinal_words") for match, _ in heads}
    begin, end = heads[-1][0].span()
    for match in _CITED.finditer(skeleton, heads[0][0].end()):
        at = match.start("digits") if match["digits"] else match.start("ordinal_words")
        if at in starts or _number(match) <= last or _kind_of_label(match) != label:
            continue
        before = re.split(r"[.;\n]", skeleton[max(0, match.start() - _AROUND) : match.start()])[-1]
        behind = re.split(r"[.;\n]", skeleton[match.end() : match.end() + _AROUND])[0]
        if _OTHER.search(before) or _OTHER.search(behind):
            continue
        yield found(
            "CON033", *match.span(), elsewhere=((begin, end),),
            part=" ".join(paper.text[slice(*match.span())].split()), last=last,
        )  # fmt: skip


def _number(match: re.Match[str]) -> int:
    return ordinal_of(match["digits"], match["ordinal_words"])


def _kind_of_label(match: re.Match[str]) -> str:
    """Return what the articles are called, "art." and "articles" alike."""
    return match["arabic"] or match["latin"][:2]
