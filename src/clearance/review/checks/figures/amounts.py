"""Digits against words: "thirty (30) days", "USD 45,000 (forty-five thousand US dollars)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, InWords, digits_in, words_before, words_from
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

BRACKET = Trigger("bracket", r"[(\[]")
_LONGEST = 220  # letters between brackets that may still be an amount in words
_ONLY_DIGITS = re.compile(r"[(\[]\s*(?:[a-z$]{0,4}\s*)?(?=\d)[\d ,.']+\s*(?:%|[a-z]{0,4})?\s*[)\]]")
_LAST_DIGITS = re.compile(r"\d[\d ,.']*(?:\s*(?:millions?|milliards?|billions?))?\s*$")
_UNIT = compiled(
    r"(?:\s+(?:us|u\.s\.|united states|american|des etats-unis|americains?|أمريكي(?:ا|ة)?|يوم(?:ا)?"
    r"|أيام|days?|jours?|months?|mois|years?|ans?|weeks?|semaines?|hours?|heures?|شهر(?:ا)?|أشهر"
    r"|سنة|سنوات|ساعة|ساعات|dollars?|euros?|دولار(?:ا)?|دولارات|ريال(?:ا)?|usd|eur|sar"
    r"|calendar|working|ouvrables?|members?|membres?|عضوا?|أعضاء|per cent|percent|pour cent|%)"
    r"){1,4}\s*$"
)
_ARTICLE = compiled(r"(?<!\w)(?P<one>one|une?|واحد|واحدة)\s*$")
_MEASURE = compiled(
    r"\s*(?:calendar |working |full )?(?:days?|weeks?|months?|quarters?|years?|hours?|jours?"
    r"|semaines?|mois|trimestres?|ans?\b|annees?|heures?|copy|copies|exemplaires?)"
)
_CURRENCY = compiled(
    r"[(\[]\s*(?:(?:say|in words|soit|en lettres|فقط|مبلغ|وقدره|us|u\.s\.|united states|dollars?"
    r"|usd|eur|euros?|sar|riyals?|only|seulement|دولار|ريال|أمريكي|:|,)\s*){0,5}"
)


def digits_and_words(paper: Paper) -> Iterator[Finding]:
    """Find a number in words that is not the one in digits beside it."""
    for start, _ in paper.hits("bracket"):
        pair = _words_then_digits(paper.skeleton, start) or _digits_then_words(
            paper.skeleton, start
        )
        if pair is None:
            continue
        words, digits = pair
        if not any(digits.may_be(value) for value in words.values):
            begin, end = min(words.start, digits.start), max(words.end, digits.end)
            yield found(
                "FIG005", begin, end,
                words=" ".join(paper.text[words.start : words.end].split()),
                digits=paper.text[digits.start : digits.end].strip(),
                value=min(words.values),
            )  # fmt: skip


def _words_then_digits(skeleton: str, start: int) -> tuple[InWords, Digits] | None:
    """Return "thirty (30)" or "thirty days (30)"."""
    inside = _ONLY_DIGITS.match(skeleton, start)
    if inside is None:
        return None
    digits = next(digits_in(skeleton, inside.start() + 1, inside.end()), None)
    if digits is None or digits.value != int(digits.value):
        return None
    unit = _UNIT.search(skeleton, max(0, start - 60), start)
    words = words_before(skeleton, unit.start()) if unit else None
    words = words or words_before(skeleton, start) or _one(skeleton, start, inside.end())
    if words is None or _is_broken_off(skeleton, words):
        return None
    return words, digits


def _one(skeleton: str, start: int, end: int) -> InWords | None:
    """Return "one", an article elsewhere, where a measure of time follows: "one (1) month"."""
    word = _ARTICLE.search(skeleton, max(0, start - 12), start)
    if word is None or not _MEASURE.match(skeleton, end):
        return None
    return InWords(word.start("one"), word.end("one"), frozenset({1}))


def _is_broken_off(skeleton: str, words: InWords) -> bool:
    """Tell whether "thousand" opens a line: the words before it may stand in another column."""
    opens = skeleton[: words.start].endswith("\n")
    return opens and words.values <= {1000, 10**6, 10**9}


def _digits_then_words(skeleton: str, start: int) -> tuple[InWords, Digits] | None:
    """Return "45,000 (forty-five thousand)", a currency before or after either."""
    close = skeleton.find(")" if skeleton[start] == "(" else "]", start, start + _LONGEST)
    opening = _CURRENCY.match(skeleton, start)
    if close < 0 or opening is None:
        return None
    words = words_from(skeleton, opening.end(), close)
    if words is None or words.start - opening.end() > 1:
        return None
    end = start
    unit = _UNIT.search(skeleton, max(0, start - 60), start)
    if unit:
        end = unit.start()
    before = _LAST_DIGITS.search(skeleton, max(0, end - 40), end)
    if before is None:
        return None
    digits = None
    for digits in digits_in(skeleton, before.start(), end):  # noqa: B007  (the last counts)
        pass
    return (words, digits) if digits else None
