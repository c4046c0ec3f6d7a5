"""The entries of the dictionaries and the words of the package's own list, as they are written.

To read them of the dictionaries takes a third of a second and much room for a while, so what comes
of it is kept in a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from clearance.data.kept import keep
from clearance.data.lexicon import general_words
from clearance.data.lexicon.columns import Columns
from clearance.data.lexicon.dictionaries import (
    dictionary_files,
    dictionary_texts,
    no_words_alone,
    open_all,
)
from clearance.terms import Language

_EDITION = 1  # of what is written
_MOST = 6  # files: two editions of each language
_ENTRY = re.compile(r"^[^/\s]{2,}", re.MULTILINE)
_STANDS, _DOUBTFUL = "+", "-"


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of one language.

    ``standing``: of each, by its length and place in ``words``, whether it is surely a word as it
    is. ``turned``: those that a slip may be meant for, the last letter first.
    """

    words: Columns
    turned: Columns
    standing: dict[int, str]

    @classmethod
    def of(
        cls,
        words: Iterable[str],
        *,
        doubtful: Collection[str] = (),
        meant: Callable[[str], bool] = bool,
    ) -> Entries:
        """Return these words as entries.

        ``doubtful``: those that may be no words as they are. ``meant`` tells of each whether a slip
        may be meant for it, as is told of all where nothing is said.
        """
        held = Columns.of(words)
        by_length = {length: held.beginning("", length) for length in held.texts}
        turned = Columns.of(
            word[::-1] for each in by_length.values() for word in each if meant(word)
        )
        standing = {
            length: "".join(_DOUBTFUL if word in doubtful else _STANDS for word in each)
            for length, each in by_length.items()
        }
        return cls(held, turned, standing)

    def stand_as(self, word: str) -> bool:
        """Tell whether the word is an entry that is a word as it is."""
        place = self.words.place(word)
        return place >= 0 and self.standing[len(word)][place] == _STANDS


def entries_in(content: str) -> list[str]:
    """Return the entries of the text of a Hunspell dictionary (its ``.dic`` file)."""
    return _ENTRY.findall(content)


def entries_of(language: Language) -> Entries:
    """Return the entries of the language's dictionaries and the words of the package's own list."""
    own = general_words(language)
    stats = [
        (str(file), file.stat().st_size, file.stat().st_mtime_ns)
        for file in dictionary_files(language)
    ]
    named = sha256(repr((_EDITION, language.value, stats, sorted(own))).encode()).hexdigest()[:32]
    file = Path(cache_from_source(__file__)).with_name(f"entries-{named}.txt")
    found = _kept(file)
    if found is None:
        held = set[str]().union(*map(entries_in, dictionary_texts(language)))
        found = Entries.of(
            held | own,
            doubtful=no_words_alone(language) | (own - held),
            meant=bool if language == Language.ARABIC else str.islower,  # no name
        )
        keep(_written(found), file, _MOST)
    return found


def make_all() -> None:
    """Make every table of the dictionaries that is kept, before somebody waits for it."""
    open_all()
    for language in Language:
        entries_of(language)


def _written(entries: Entries) -> Iterator[bytes]:
    texts, turned = entries.words.texts, entries.turned.texts
    yield f"{len(texts)}\n".encode()
    for length, text in texts.items():
        yield f"{text}\n{entries.standing[length]}\n{turned.get(length, '')}\n".encode()


def _kept(file: Path) -> Entries | None:
    """Return the entries of an earlier run; None: there are none, or they are damaged."""
    texts: dict[int, str] = {}
    turned: dict[int, str] = {}
    standing: dict[int, str] = {}
    with suppress(OSError, ValueError), file.open(encoding="utf-8", newline="\n") as opened:
        for _ in range(int(opened.readline())):
            text, told, back = (opened.readline().removesuffix("\n") for _ in range(3))
            length, rest = divmod(len(text), max(1, len(told)))
            if not length or rest or len(back) % length:
                return None
            texts[length], standing[length], turned[length] = text, told, back
        return Entries(Columns(texts), Columns(turned), standing)
    return None
