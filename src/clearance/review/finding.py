"""What a check says of a paper: a rule that it breaks, where, and what to write instead.

The rules themselves are the TOML files in ``rules/``, one for each check: a code that is never
reused, a level, the sentence and the hint in three languages, and the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from clearance.review.wording import Param, tell
from clearance.terms import Check, Language


class Level(IntEnum):
    """How much a finding weighs, the heaviest last."""

    NOTE = 1
    WARN = 2
    STOP = 3

    @property
    def word(self) -> str:
        """The word by which reports name the level: "note", "warn" or "stop"."""
        return self.name.lower()


@dataclass(frozen=True)
class Rule:
    """A rule of the review; ``hint`` says what to do next, ``source`` where the rule was read.

    ``kept_from_drafters``: its findings are for the Cabinet's eyes, not the drafting unit's.
    """

    code: str
    check: Check
    level: Level
    sentence: Mapping[Language, str]
    hint: Mapping[Language, str]
    source: str
    kept_from_drafters: bool = False


@dataclass(frozen=True)
class Finding:
    """A rule broken at a place: ``start`` up to ``end``, characters of the text as given.

    ``suggestion`` is what to write there instead; None where only a person can tell.
    ``level`` and ``source`` are the rule's own unless the register says otherwise.
    ``elsewhere``: other places that the finding rests on.
    """

    rule: Rule
    start: int
    end: int
    params: Mapping[str, Param] = field(default_factory=dict)
    suggestion: str | None = None
    level: Level = Level.NOTE
    source: str = ""
    elsewhere: tuple[tuple[int, int], ...] = ()
    kept_from_drafters: bool = False

    @property
    def code(self) -> str:
        """The rule's code, such as FIG003."""
        return self.rule.code

    @property
    def check(self) -> Check:
        """Which of the seven checks found it."""
        return self.rule.check

    def message(self, language: Language = Language.ENGLISH) -> str:
        """Return the sentence in a language, its gaps filled."""
        return self._told(self.rule.sentence[language], language)

    def hint(self, language: Language = Language.ENGLISH) -> str:
        """Return what to do next, in a language."""
        return self._told(self.rule.hint[language], language)

    def _told(self, sentence: str, language: Language) -> str:
        return sentence.format_map({name: tell(v, language) for name, v in self.params.items()})
