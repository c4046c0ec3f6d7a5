"""States that a short stretch names: by short, formal or former name, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rapidfuzz import fuzz, process

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.context import Context, KnownState
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

# What a state's formal name has and its short name lacks. French heads tell the language too.
HEADED = compiled(
    r"\b(?:republic|kingdom|state|sultanate|emirates|federation|union|republique|royaume|etat|"
    r"sultanat|emirats|federation|جمهورية|الجمهورية|مملكة|المملكة|دولة|سلطنة|الإمارات|اتحاد)\b"
)
FRENCH_HEADED = compiled(r"\b(?:republique|royaume|etat|sultanat|emirats)\b")
_WORD = on_demand(r"[\w]+")
_ARTICLES = frozenset({"the", "la", "le", "les", "l"})
_TO = fold("ل").skeleton
_THE = fold("ال").skeleton
_PREFIXES = tuple(fold(letter).skeleton for letter in "لبو")


@dataclass(frozen=True, slots=True)
class StateMention:
    """A state named from ``start`` up to ``end``.

    ``left_on``: the last day on which the printed name was the state's; None: it is its name.
    """

    start: int
    end: int
    iso3: str
    formal: bool = False
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    iso3: str
    formal: bool
    left_on: date | None = None


class StateNames:
    """All names of all states of a register, for reading them in short stretches."""

    def __init__(self, states: Sequence[KnownState]) -> None:
        """Index the names; one that two states bear now is left out."""
        self._all = states
        self.states = {state.iso3: state for state in states}
        self._names: dict[str, _Name] = {}
        self._formal: dict[Language, dict[str, str]] = {language: {} for language in Language}
        unsure = set()
        for state in states:
            for key, name in _names_of(state):
                held = self._names.get(key)
                if held is None or (held.left_on and not name.left_on):
                    self._names[key] = name
                elif held.iso3 != state.iso3 and not name.left_on:
                    unsure.add(key)
            for language in Language:
                for named in (state.formal.get(language), state.short.get(language)):
                    if named:
                        self._formal[language][key_of(named)] = state.iso3
        for key in unsure:
            del self._names[key]
        self._lengths: dict[str, tuple[int, ...]] = {}
        for key in self._names:
            words = key.split(" ")
            held_lengths = {*self._lengths.get(words[0], ()), len(words)}
            self._lengths[words[0]] = tuple(sorted(held_lengths, reverse=True))

    @cached_property
    def listed(self) -> tuple[Trigger, ...]:
        """The signs of a list of these states."""
        names = {
            fold(bare(name)).skeleton: bare(name)
            for state in self._all
            for name in (*state.short.values(), *state.variants, *(old for old, _ in state.former))
        }
        return tuple(
            Trigger(IN_LIST, f"{name},", literal=True, of_register=True) for name in names.values()
        )

    def read(self, skeleton: str, start: int, end: int) -> list[StateMention]:
        """Return the states named in a stretch, the longest name at each place."""
        words = [match.span() for match in _WORD.finditer(skeleton, start, end)]
        texts = [skeleton[begin:stop] for begin, stop in words]
        found = []
        at = 0
        while at < len(words):
            named = self._named(texts, at)
            if named:
                name, length = named
                begin, stop = words[at][0], words[at + length - 1][1]
                found.append(StateMention(begin, stop, name.iso3, name.formal, name.left_on))
                at += length
            else:
                at += 1
        return found

    def _named(self, texts: list[str], at: int) -> tuple[_Name, int] | None:
        """Return the longest name that begins with that word, and how many words it has."""
        first = texts[at]
        forms = [first]
        if first.startswith(_PREFIXES) and len(first) > 3:
            forms.append(_THE + first[2:] if first.startswith(_TO + _TO) else first[1:])
        for form in forms:
            for length in self._lengths.get(form, ()):
                if at + length <= len(texts):
                    name = self._names.get(" ".join([form, *texts[at + 1 : at + length]]))
                    if name:
                        return name, length
        return None

    def nearest(
        self, skeleton: str, stretch: Stretch, language: Language, least: float = 86
    ) -> tuple[str, str] | None:
        """Return the state that a misspelt name means, and its name's key; None: none is near."""
        names = self._formal[language]
        key = key_in(skeleton[slice(*stretch)])
        best = process.extractOne(key, names.keys(), scorer=fuzz.ratio, score_cutoff=least)
        return (names[best[0]], best[0]) if best and len(key) > 5 else None

    def name(self, iso3: str, language: Language, *, formal: bool) -> str | None:
        """Return a state's name, without its article; None: the register has none."""
        state = self.states.get(iso3)
        if state is None:
            return None
        named = state.formal.get(language) if formal else None
        return bare(named or state.short.get(language) or "") or None


def bare(name: str) -> str:
    """Return a state's name without the article that it begins with in English or French."""
    return re.sub(r"^(?:the |la |le |les |l['’])", "", name, flags=re.IGNORECASE)


def key_of(name: str) -> str:
    """Return the words of a name, folded and without its article, as the index holds them."""
    return key_in(fold(name).skeleton)


def key_in(skeleton: str) -> str:
    """Return the same of a name that is in the letters of the skeleton already."""
    words: list[str] = _WORD.findall(skeleton)
    return " ".join(words[1:] if words and words[0] in _ARTICLES and len(words) > 1 else words)


def _names_of(state: KnownState) -> Iterator[tuple[str, _Name]]:
    for named in state.short.values():
        yield key_of(named), _Name(state.iso3, formal=False)
    for named in state.variants:
        yield key_of(named), _Name(state.iso3, formal=False)
    for named in state.formal.values():
        yield key_of(named), _Name(state.iso3, formal=True)
    for named, day in state.former:
        yield key_of(named), _Name(state.iso3, formal=False, left_on=day)


IN_LIST = "state and comma"


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs of a list of states: a name with a comma behind it, which is rare elsewhere.

    A list of which no state at all is spelt right is not seen.
    """
    return states_of(context).listed


def states_of(context: Context) -> StateNames:
    """Return the index of a context's states; it serves every context of the same states."""
    return context.derived(_state_names)


_MADE: list[tuple[tuple[KnownState, ...], StateNames]] = []  # the last


def _state_names(context: Context) -> StateNames:
    held = next((names for states, names in _MADE if states is context.states), None)
    if held is None:
        held = StateNames(context.states)
        _MADE[:] = [(context.states, held)]
    return held
