"""The catalogues of texts in Arabic and French: gathered from code and pages, put to use.

``python -m cabinet.config.catalogues gather [ar] [fr]`` brings them up to date; ``compile`` makes
the files that the application reads. Neither needs anything but Babel.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent.parent
LOCALE = SOURCE / "cabinet" / "locale"
LANGUAGES = ("ar", "fr")

_METHODS = [
    ("**/jinja2/**.html", "jinja2"),
    ("**/jinja2/**.txt", "jinja2"),
    ("**.py", "python"),
]
_OPTIONS = {
    "**/jinja2/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"},
    "**/jinja2/**.txt": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"},
}
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "marked": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # a date of its own would change at each run


def path_of(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def gathered() -> Catalog:
    """Return a catalogue of every text that code and pages mark for translation."""
    catalog = Catalog(project="diwan", charset="utf-8", creation_date=_EPOCH, fuzzy=False)
    found = extract_from_dir(
        str(SOURCE), _METHODS, _OPTIONS, _KEYWORDS, ["Translators:"], strip_comment_tags=True
    )
    for name, _line, message, comments, context in found:
        catalog.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    """Return a language's catalogue; an empty one where none is there yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def gather(*languages: str) -> None:
    """Bring the catalogues up to date: new texts empty, unused ones dropped."""
    template = gathered()
    for language in languages or LANGUAGES:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.creation_date = catalog.revision_date = _EPOCH
        catalog.obsolete.clear()
        written = io.BytesIO()
        write_po(
            written, catalog, width=100, sort_output=True, omit_header=False,
            ignore_obsolete=True, include_lineno=False,
        )  # fmt: skip
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(written.getvalue())


def put_to_use() -> None:
    """Compile both catalogues for the application."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))


def untranslated(said: Catalog, catalog: Catalog) -> Iterator[str]:
    """Yield what is said and a language's catalogue lacks, or holds only as a guess."""
    for message in said:
        if not message.id:
            continue
        held = catalog.get(message.id, message.context)
        strings = () if held is None else held.string
        if isinstance(strings, str):
            strings = (strings,)
        if not strings or not all(strings) or (held is not None and held.fuzzy):
            yield message.id if isinstance(message.id, str) else message.id[0]


if __name__ == "__main__":
    if sys.argv[1:2] == ["compile"]:
        put_to_use()
    else:
        gather(*sys.argv[2:])
