"""Words as the check of language needs them: general, of the house, informal, of two spellings.

The word lists are plain text, several words a line, ``#`` begins a remark that states the source.
They hold words, never sentences or texts. Read once, when first asked for.

Errors: ``DataError`` (clearance.data.register) for an entry that cannot be trusted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, product
from typing import Any

from clearance.data.register import DataError
from clearance.terms import Language

_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word that is taken for another, told by its neighbours.

    ``sign``: an expression of the scan, in plain letters. ``shape``: what the text must be, in
    small letters; its group "slip" is the word. ``right`` None: the singular of it.
    ``begin``: the shape may begin a few words after the sign.
    """

    language: Language
    sign: str
    shape: str
    right: str | None
    begin: bool


@dataclass(frozen=True, slots=True)
class InformalWording:
    """A word or phrase that an official letter does not use.

    ``instead`` None: it is left out, or the sentence is written anew. ``nature``: slang, dialect,
    contraction, abbreviation, or familiar.
    """

    text: str
    nature: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class Slip:
    """A wording that is wrong wherever it stands, in small letters.

    ``first`` and ``last``: the numbers of its wrong words; ``right``: what stands for them.
    """

    text: str
    first: int
    last: int
    right: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A line of the lists: the wordings of all its choices, some tens of thousands in all lines.

    So each is written out as a text alone, and as a :class:`Slip` when a paper has it.
    """

    wrong: str
    right: str

    def texts(self) -> Iterator[str]:
        """Yield each wording, in the order of the choices."""
        plain = _CHOICE.split(self.wrong.replace("[", "").replace("]", ""))[::2]
        for chosen in self._choices():
            words = "".join(chain.from_iterable(zip(plain, (*chosen, ""), strict=True)))
            yield " ".join(words.split())

    def slips(self) -> Iterator[Slip]:
        """Yield each wording as a slip, in the order of the choices."""
        return map(self._slip, self._choices())

    def slip(self, text: str) -> Slip:
        """Return the slip of one of the wordings; :raises StopIteration: it is none of them."""
        told = zip(self._choices(), self.texts(), strict=True)
        return self._slip(next(chosen for chosen, wording in told if wording == text))

    def _choices(self) -> Iterator[tuple[str, ...]]:
        return product(*(part.split("|") for part in _CHOICE.split(self.wrong)[1::2]))

    def _slip(self, chosen: tuple[str, ...]) -> Slip:
        plain = _CHOICE.split(self.wrong)[::2]
        told = "".join(chain.from_iterable(zip(plain, (*chosen, ""), strict=True)))
        before, _, rest = " ".join(told.split()).partition("[")
        inside, _, behind = rest.partition("]")
        first, count = len(before.split()), len(inside.split())
        meant = self.right
        for number, choice in enumerate(chosen, 1):
            meant = meant.replace(f"${number}", choice)
        whole = " ".join(f"{before}{inside}{behind}".split())
        return Slip(whole, first, first + count - 1, meant)


@dataclass(frozen=True, slots=True)
class SpellingGroup:
    """Spellings of one word or name that one paper does not mix. ``nature``: name or word."""

    nature: str
    forms: tuple[str, ...]


@cache
def general_words(language: Language) -> frozenset[str]:
    """Return the general words of an official text, in small letters."""
    return _words(f"words_{language.value}.txt")


@cache
def letter_words(language: Language) -> frozenset[str]:
    """Return words of letters and notes that laws lack; a slip may be meant for one of them."""
    return (
        _words(f"letter_words_{language.value}.txt") if language == Language.ARABIC else frozenset()
    )


@cache
def house_words(language: Language) -> frozenset[str]:
    """Return the words that the house spells so and a dictionary may lack."""
    return _words(f"house_{language.value}.txt")


@cache
def fixed_phrases(language: Language) -> tuple[str, ...]:
    """Return phrases of fixed wording; a slip inside one is known though it makes a word."""
    content = _content("phrases.toml")
    return tuple(str(phrase) for phrase in content[language.value]["phrases"])


@cache
def titles_in_two_words(language: Language) -> frozenset[str]:
    """Return two words that stand together in the names of posts, organs and states."""
    return frozenset(map(str, _content("phrases.toml")[language.value].get("titles", ())))


@cache
def informal_wordings(language: Language) -> tuple[InformalWording, ...]:
    """Return what an official paper in the language does not say.

    :raises DataError: for an entry that is given twice.
    """
    found: dict[str, InformalWording] = {}
    for nature, entries in _content("informal.toml")[language.value].items():
        for text, instead in entries.items():
            if text in found:
                raise DataError("informal.toml", text, "the entry is given twice.")
            found[text] = InformalWording(text, nature, instead or None)
    return tuple(found.values())


@cache
def confusions() -> tuple[Confusion, ...]:
    """Return the words that are taken for one another, in all languages."""
    return tuple(
        Confusion(
            language=Language(entry["language"]), sign=entry["sign"], shape=entry["shape"],
            right=entry.get("right"), begin=bool(entry.get("begin")),
        )
        for entry in _content("confusions.toml")["confusion"]
    )  # fmt: skip


@cache
def slips(language: Language) -> Mapping[str, SlipLine]:
    """Return the wordings of the language that are wrong wherever they stand, each with its line.

    A line is "in accordance [to] = with": the words in brackets are wrong. "(of|from)" stands for
    either, "(the|)" for a word or none; what is right may name the place of such a choice, "$1".

    :raises DataError: for a line that has no such form.
    """
    file = f"slips_{language.value}.txt"
    told: dict[str, SlipLine] = {}
    for written in files(__name__).joinpath(file).read_text(encoding="utf-8").splitlines():
        row = written.partition("#")[0].strip()
        if not row:
            continue
        wrong, _, right = row.partition(" = ")
        if wrong.count("[") != 1 or wrong.count("]") != 1 or not right.strip():
            raise DataError(file, row, "one pair of brackets and what is right are wanted.")
        line = SlipLine(wrong, right.strip())
        for text in line.texts():
            if "(" in text or "|" in text:
                raise DataError(file, row, "no choice stands within another.")
            told.setdefault(text, line)
    return told


@cache
def spelling_groups(language: Language) -> tuple[SpellingGroup, ...]:
    """Return the groups of spellings that one paper in the language does not mix."""
    return tuple(
        SpellingGroup(nature, tuple(forms))
        for nature, groups in _content("spellings.toml")[language.value].items()
        for forms in groups
    )


@cache
def counted_nouns() -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Return Arabic nouns that are counted: the singular, the plurals, whether it is feminine."""
    told = []
    for gender, held in _content("counted_ar.toml").items():
        for row in held["nouns"]:
            one, _, many = str(row).partition(" / ")
            told.append((one, tuple(many.split(", ")), gender == "feminine"))
    return tuple(told)


@cache
def arabic_letters(kind: str) -> frozenset[str]:
    """Return the Arabic words of one kind of ``letters_ar.toml``: possessed, unpossessed or two."""
    return frozenset(map(str, _content("letters_ar.toml")[kind]["words"]))


@cache
def arabic_words_meant() -> dict[str, str]:
    """Return for an Arabic word with a wrong letter the one that an official text means."""
    pairs = (str(row).partition(" ") for row in _content("letters_ar.toml")["meant"]["words"])
    return {wrong: right for wrong, _, right in pairs}


@cache
def glorifying_words(language: Language) -> tuple[str, ...]:
    """Return words of glorification, which a plain style leaves out."""
    return tuple(_content("phrases.toml")[language.value]["glorifying"])


def _words(file: str) -> frozenset[str]:
    text = files(__name__).joinpath(file).read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())


@cache
def _content(file: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(file).read_text(encoding="utf-8"))
