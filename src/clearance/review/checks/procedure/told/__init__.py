"""Decisions that a line told: a sentence on their subject, in any language, that says otherwise.

The subject is known by its words, which stand near one another, and what is said of it is held
against the side that was taken (``sides``) or the value that was set (``values``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold, pattern
from clearance.review.checks.procedure.decisions import is_in_force, is_open, sentence_at
from clearance.review.checks.procedure.told import sides, values
from clearance.review.context import Context, Fact, Told
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_NEAR = 75  # characters within which the words of a name stand (our guess)
_MANY = 4  # words of a name, of which one may be left out
_PREFIX, _SUFFIX = pattern(r"[وفبكل]{0,2}(?:ال|ل)?"), r"(?:e?s|x|'s)?"


@dataclass(frozen=True)
class _Subject:
    """A fact with its words compiled, those of each script apart."""

    fact: Fact
    told: Told
    latin: tuple[re.Pattern[str], ...]
    arabic: tuple[re.Pattern[str], ...]
    object_latin: tuple[re.Pattern[str], ...]
    object_arabic: tuple[re.Pattern[str], ...]


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the forms of the words by which the subjects are looked for."""
    forms = (form for fact in context.facts if fact.told for form in fact.told.anchor)
    for form in dict.fromkeys(forms):
        yield Trigger("subject told", form.rstrip("*"), literal=True)


def check(paper: Paper, told_already: Collection[int]) -> Iterator[Finding]:
    """Find sentences that contradict what a line told; none where one begins that was found."""
    hits = paper.hits("subject told")
    if not hits:
        return
    done = set(told_already)
    subjects = [one for one in paper.context.derived(_subjects) if is_in_force(one.fact, paper)]
    for start, end in hits:
        begin, close = sentence_at(paper.skeleton, start, end)
        if begin in done:
            continue
        for subject in subjects:
            name = _named(paper.skeleton, (start, end), (begin, close), subject)
            if name is None or is_open(paper.skeleton, begin, close):
                continue
            if not _contradicts(paper, (begin, close), name, subject):
                continue
            done.add(begin)
            fact = {language.value: text for language, text in subject.fact.name.items()}
            yield found("PRO019", begin, close, fact=fact, source=subject.fact.source)
            break


def _contradicts(
    paper: Paper, sentence: tuple[int, int], name: tuple[int, int], subject: _Subject
) -> bool:
    is_latin = paper.skeleton[name[0]].isascii()
    objects = subject.object_latin if is_latin else subject.object_arabic
    if objects:
        named = sum(one.search(paper.skeleton, *sentence) is not None for one in objects)
        if 3 * named < 2 * len(objects):
            return False
    contradicts = values.READERS.get(subject.told.matter, sides.contradicts)
    return contradicts(paper, sentence, name, subject.fact)


def _named(
    skeleton: str, hit: tuple[int, int], sentence: tuple[int, int], subject: _Subject
) -> tuple[int, int] | None:
    """Return where the subject is named by all of its words about the hit; None: it is not."""
    anchor, *others = subject.latin if skeleton[hit[0]].isascii() else subject.arabic or (None,)
    if anchor is None:
        return None
    word = next((one for one in anchor.finditer(skeleton, *sentence) if one.end() >= hit[1]), None)
    if word is None or word.start() > hit[0]:
        return None
    begin, close = max(sentence[0], word.start() - _NEAR), min(sentence[1], word.end() + _NEAR)
    spans = [word.span()]
    missing = 0
    for other in others:
        at = min(
            other.finditer(skeleton, begin, close),
            key=lambda one: abs(one.start() - word.start()),
            default=None,
        )
        if at is None:
            missing += 1
        else:
            spans.append(at.span())
    if missing > (len(others) >= _MANY - 1):
        return None
    return min(start for start, _ in spans), max(end for _, end in spans)


def _subjects(context: Context) -> tuple[_Subject, ...]:
    return tuple(
        _Subject(
            fact=fact,
            told=fact.told,
            latin=_each((fact.told.anchor, *fact.told.subject), is_latin=True),
            arabic=_arabic(fact.told),
            object_latin=_each(fact.told.object, is_latin=True),
            object_arabic=_each(fact.told.object, is_latin=False),
        )
        for fact in context.facts
        if fact.told is not None
    )


def _arabic(told: Told) -> tuple[re.Pattern[str], ...]:
    """Return the words in Arabic; none where the first has no Arabic form that is known."""
    first = _each((told.anchor,), is_latin=False)
    return (*first, *_each(told.subject, is_latin=False)) if first else ()


def _each(words: Iterable[tuple[str, ...]], *, is_latin: bool) -> tuple[re.Pattern[str], ...]:
    expressions = (_word(forms, is_latin=is_latin) for forms in words)
    return tuple(on_demand(one) for one in dict.fromkeys(expressions) if one)


def _word(forms: tuple[str, ...], *, is_latin: bool) -> str:
    """Return the expression of the word's forms in one script; empty: it has none."""
    folded = dict.fromkeys(fold(form).skeleton for form in forms)
    own = [form for form in folded if form[:1].isascii() == is_latin]
    own.sort(key=len, reverse=True)  # the longest first, where one begins as another
    if not own:
        return ""
    both = "|".join(re.escape(form).replace(r"\*", r"\w{0,4}") for form in own)
    return rf"\b(?:{both}){_SUFFIX}\b" if is_latin else rf"\b{_PREFIX}(?:{both})"
