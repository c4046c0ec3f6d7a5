"""The register of terms, prepared for the scan: the signs to look for, and whose sign was found.

Built once for a context. 20,000 literal terms take a second to compile and next to nothing to
look for; a term that is a pattern with an end is written out as literals.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold, pattern
from clearance.review.checks.sensitivity.expressions import written_out
from clearance.review.checks.sensitivity.polities import wrong_polities
from clearance.review.context import Context, KnownTerm, KnownTopic
from clearance.review.mentions.states import FRENCH_HEADED, HEADED, bare
from clearance.review.paper import Paper
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

WORD = "term"
TOPIC = "topic"
_ARTICLE = on_demand(r"(?:the|le|la|les) |l'")
_SIGN = on_demand(r"organi[sz]ation")
# و ف ب ك ل before a noun are one word with it; "ل" and the article join to "لل"
_PREFIXES = on_demand(pattern(r"(?<!\w)[وف]?[بكل]?$"))
_ARABIC_ARTICLE = pattern("ال")
_JOINED = pattern("لل")
_ASSERTED = on_demand(r"\(\?<?[=!][^()]*\)|\\[bB]")


_FULL_LINE = 45  # letters


@dataclass(frozen=True)
class Mention:
    """A term of the register that the text uses from ``start`` up to ``end``."""

    start: int
    end: int
    term: KnownTerm


class TermIndex:
    """The terms and topics of one context."""

    def __init__(self, context: Context) -> None:
        """Write out the terms; :raises re.error: for a pattern that is none."""
        self._words: dict[str, KnownTerm] = {}  # by skeleton
        self._literals: dict[str, str] = {}  # the same words as the scan wants them
        self._patterns: dict[str, tuple[KnownTerm, re.Pattern[str]]] = {}
        self._expressions: dict[str, str] = {}
        self._topics: dict[str, KnownTopic] = {
            _plain(sign): topic for topic in context.topics for sign in topic.signs
        }
        for term in (*wrong_polities(context), *context.terms, *_former_names(context)):
            self._take(term)

    def _take(self, term: KnownTerm) -> None:
        forms = written_out(term.avoid) if term.is_pattern else (term.avoid,)
        if forms is None:
            name = f"term {len(self._patterns)}"
            expression = pattern(_with_blanks(term.avoid, r"\s+"))
            self._patterns[name] = term, re.compile(rf"(?:{expression})(?![^\W\d_])")
            sign = _with_blanks(_ASSERTED.sub("", term.avoid), r"[ \n]")
            self._expressions[name] = _with_an_end(sign)
            return
        for form in forms:
            self._take_words(term, form)

    def _take_words(self, term: KnownTerm, form: str) -> None:
        folded = fold(" ".join(form.split()))
        clean, word = folded.clean, folded.skeleton
        if article := _ARTICLE.match(word):
            term, clean, word = (
                _without_article(term),
                clean[article.end() :],
                word[article.end() :],
            )
        if not word:
            return
        self._words[word] = term
        self._literals[word] = clean
        if word.startswith(_ARABIC_ARTICLE):
            joined = _JOINED + word[len(_ARABIC_ARTICLE) :]
            self._words.setdefault(joined, term)
            self._literals.setdefault(joined, "لل" + clean[len(_ARABIC_ARTICLE) :])

    def triggers(self) -> tuple[Trigger, ...]:
        """Return the signs of all terms and topics."""
        return self._triggers

    @cached_property
    def _triggers(self) -> tuple[Trigger, ...]:
        return tuple(self._written())

    def _written(self) -> Iterator[Trigger]:
        for literal in self._literals.values():
            yield Trigger(WORD, literal, literal=True)
        for topic in {topic.id: topic for topic in self._topics.values()}.values():
            for sign in topic.signs:
                yield Trigger(TOPIC, sign, literal=True)
        for name, expression in self._expressions.items():
            yield Trigger(name, expression, of_register=True)

    def mentions(self, paper: Paper) -> Iterator[Mention]:
        """Return the terms that the paper uses, each as a word of its own."""
        skeleton = paper.skeleton
        for start, longest in paper.hits(WORD):
            end, word = longest, " ".join(skeleton[start:longest].split())
            while word and not (word in self._words and stands_alone(skeleton, start, end)):
                word = self._shorter.get(word, "")
                end = _end_of(word, skeleton, start)
            if word and not runs_between_lines(paper.text, start, end):
                yield Mention(start, end, self._words[word])
        for name in self._patterns.keys() & paper.signs if self._patterns else ():
            term, expression = self._patterns[name]
            for start, _ in paper.hits(name):
                match = expression.match(skeleton, start)
                if match is None or runs_between_lines(paper.text, *match.span()):
                    continue
                if stands_alone(skeleton, *match.span()):
                    yield Mention(*match.span(), term)

    def topics(self, paper: Paper) -> Iterator[tuple[KnownTopic, Stretch]]:
        """Return the topics that the paper touches, with each place."""
        for start, end in paper.hits(TOPIC):
            topic = self._topics.get(" ".join(paper.skeleton[start:end].split()))
            if topic and stands_alone(paper.skeleton, start, end):
                yield topic, (start, end)

    @cached_property
    def _shorter(self) -> dict[str, str]:
        """For each word the longest other word of the register that it begins with."""
        shorter: dict[str, str] = {}
        open_words: list[str] = []
        for word in sorted(self._words):
            while open_words and not word.startswith(open_words[-1]):
                open_words.pop()
            if open_words:
                shorter[word] = open_words[-1]
            open_words.append(word)
        return shorter


def stands_alone(skeleton: str, start: int, end: int) -> bool:
    """Tell whether no letter joins the stretch, but for the one-letter words of Arabic."""
    if end < len(skeleton) and skeleton[end].isalpha():  # a figure there is a footnote's
        return False
    if start == 0 or not skeleton[start - 1].isalpha():
        return True
    return _PREFIXES.search(skeleton, max(0, start - 3), start) is not None


def runs_between_lines(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch joins the end of a short line to a line that begins anew.

    A line that is full was broken by the page and runs on; a short one, as in a letterhead, ends
    where the next begins with a capital. The measure of a full line is our guess.
    """
    at = text.find("\n", start, end)
    return (
        at >= 0
        and at - text.rfind("\n", 0, start) - 1 < _FULL_LINE
        and text[at:end].lstrip()[:1].isupper()
    )


def _plain(text: str) -> str:
    return " ".join(fold(text).skeleton.split())


def _with_blanks(expression: str, blank: str) -> str:
    """Return the expression with ``blank`` for each blank outside a class of letters.

    A look behind needs a fixed width: there a blank is one blank.
    """

    def written(part: re.Match[str]) -> str:
        if part[0] == " ":
            return blank
        return part[0] if part[0][0] == "[" else part[0].replace(" ", r"\s")

    return re.sub(r"\[[^\]]*\]|\(\?<[=!][^()]*\)| ", written, expression)


def _with_an_end(expression: str) -> str:
    """Return the expression with nothing repeated more than 40 times, longer than any word.

    On a long text Hyperscan 5.4 ends the process where a pattern begins with what may be repeated
    without end, as in "[a-z]+ine"; an officer's wording must not.
    """

    def ended(part: re.Match[str]) -> str:
        return {"*": "{0,40}", "+": "{1,40}"}.get(part[0], part[0])

    return re.sub(r"\\.|\[[^\]]*\]|[*+]", ended, expression)


def _end_of(word: str, skeleton: str, start: int) -> int:
    match = re.compile(re.escape(word).replace(r"\ ", r"\s+")).match(skeleton, start)
    return match.end() if match else start


def _without_article(term: KnownTerm) -> KnownTerm:
    """Return the term with what is right for the words that follow an article."""
    if term.right is None:
        return term
    match = _ARTICLE.match(fold(term.right).skeleton)
    return replace(term, right=term.right[match.end() :]) if match else term


def _former_names(context: Context) -> Iterator[KnownTerm]:
    """Return the former name of the house, in both spellings, and those of the states."""
    if context.renamed_on:
        for language, name in context.former_organisation.items():
            yield KnownTerm(
                id=f"former_organisation_{language.value}",
                language=language,
                avoid=_SIGN.sub("organi[sz]ation", re.escape(name.lower()).replace(r"\ ", " ")),
                right=context.organisation.get(language),
                is_pattern=True,
                until=context.renamed_on,
            )
    for state in context.states:
        for former, last in state.former:
            names = state.formal if HEADED.search(fold(former).skeleton) else {}
            right = (names or state.short).get(_language_of(former))
            yield KnownTerm(
                id=f"former_{state.iso3}",
                language=Language.ENGLISH,
                avoid=former,
                right=bare(right) if right else None,
                until=last,
                is_name=True,
            )


def _language_of(name: str) -> Language:
    if re.search("[\u0621-\u064a]", name):
        return Language.ARABIC
    headed = FRENCH_HEADED.search(fold(name).skeleton)
    return Language.FRENCH if headed else Language.ENGLISH


_MADE_OF = ("topics", "terms", "states", "organisation", "former_organisation", "renamed_on")
_INDEXES: dict[int, tuple[weakref.ref[Context], TermIndex]] = {}


def index_of(context: Context) -> TermIndex:
    """Return the index of the context, built at its first use and forgotten with it.

    It serves every context of the same terms: registers of people change daily, terms seldom.
    """
    held = _INDEXES.get(id(context))
    if held is not None and held[0]() is context:
        return held[1]
    index = next(
        (index for other, index in list(_INDEXES.values()) if _is_made_alike(other(), context)),
        None,
    ) or TermIndex(context)
    key = id(context)
    _INDEXES[key] = weakref.ref(context, lambda _: _INDEXES.pop(key, None)), index
    return index


def _is_made_alike(one: Context | None, other: Context) -> bool:
    return one is not None and all(getattr(one, of) == getattr(other, of) for of in _MADE_OF)
