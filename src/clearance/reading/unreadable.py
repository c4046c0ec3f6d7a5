"""Why a file cannot be read: a code, one sentence, and what to do next, in three languages.

Unreadable
    NotFound          the file is not there, or is no file
    Empty             the file holds no text
    UnknownFormat     nothing that the house reads
    Encrypted         the text is locked by a password
    Damaged           the file breaks off or contradicts itself
    Unsafe            the file asks for what no letter needs
    TooLarge          a count of ``Limits`` is exceeded
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from clearance.terms import Language

_FIELDS = ("en", "fr", "ar", "hint_en", "hint_fr", "hint_ar")


class Unreadable(Exception):
    """A file that was not read. ``code`` is one of those in ``unreadable.toml``."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(self.told(Language.ENGLISH))

    def sentence(self, language: Language) -> str:
        """Return what is wrong, in one sentence."""
        return self._say(language.value, language)

    def hint(self, language: Language) -> str:
        """Return what to do next."""
        return self._say(f"hint_{language.value}", language)

    def told(self, language: Language) -> str:
        """Return sentence, code and what to do next as one text."""
        return f"{self.sentence(language)} ({self.code}) {self.hint(language)}"

    def _say(self, field: str, language: Language) -> str:
        said = {key: _tell(value, language) for key, value in self.params.items()}
        return messages()[self.code][field].format(**said)


class NotFound(Unreadable):
    """The file is not there, may not be opened, or is no file."""


class Empty(Unreadable):
    """The file holds no text."""


class UnknownFormat(Unreadable):
    """The file is nothing that the house reads."""


class Encrypted(Unreadable):
    """The text is locked by a password or a certificate."""


class Damaged(Unreadable):
    """The file breaks off or contradicts itself."""


class Unsafe(Unreadable):
    """The file asks for what no letter needs: entities, outside files, endless nesting."""


class TooLarge(Unreadable):
    """A count of ``Limits`` is exceeded."""


@cache
def messages() -> dict[str, dict[str, str]]:
    """Return each code's sentences and hints.

    :raises KeyError: for a message that lacks a language.
    """
    content = files("clearance.reading").joinpath("unreadable.toml").read_text(encoding="utf-8")
    return {
        row["code"]: {field: row[field] for field in _FIELDS}
        for row in tomllib.loads(content)["message"]
    }


def _tell(value: str | int, language: Language) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,}".replace(",", "\u202f" if language == Language.FRENCH else ",")
