"""Resolutions from files: a table (CSV, YAML, JSON), or a collection in DOCX, PDF or text.

A table has one resolution a record, with the columns ref, title_ar, title_en, title_fr, session,
year, adopted_on, status, superseded_by, expired_on, language, text, source; all but ref may be
empty. A collection is taken apart by its headings.

Errors: ``BadFile`` says what is wrong and what to do next; nothing was entered.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

import yaml
from django.utils.translation import gettext as _

from cabinet.resolutions.actions import Told, house_form
from cabinet.resolutions.models import Resolution
from clearance.reading import Unreadable, read_bytes
from clearance.reading.resolutions import split_resolutions
from clearance.reading.skeleton import fold
from clearance.references import write_resolution_number
from clearance.review.defaults import default_context
from clearance.review.recognition import recognise_language
from clearance.terms import Language

_COLUMNS = frozenset(
    {
        "ref", "title_ar", "title_en", "title_fr", "session", "year", "adopted_on", "status",
        "superseded_by", "expired_on", "language", "text", "source",
    }
)  # fmt: skip
_TABLES = {".csv", ".yaml", ".yml", ".json"}


class BadFile(ValueError):
    """A file that holds no resolutions that can be entered."""


def resolutions_in(data: bytes, *, name: str, source: str) -> list[Told]:
    """Return the resolutions that a file tells of; ``source`` is kept where it names none.

    :raises BadFile: it cannot be read, has none, or a record is wrong; the sentence says which.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _TABLES:
        found = [_told(row, no, source) for no, row in enumerate(_rows(data, suffix), start=1)]
    else:
        found = _collection(data, name, source)
    if not found:
        raise BadFile(
            _(
                "No resolution was found in %(name)s. A heading such as “Resolution No. 1/51-PAL” "
                "must stand on a line of its own."
            )
            % {"name": name}
        )
    return found


def _rows(data: bytes, suffix: str) -> Iterable[Mapping[str, Any]]:
    try:
        text = data.decode("utf-8-sig")
        if suffix == ".csv":
            return list(csv.DictReader(io.StringIO(text)))
        content = json.loads(text) if suffix == ".json" else yaml.safe_load(text)
    except (UnicodeDecodeError, ValueError, yaml.YAMLError, csv.Error) as error:
        raise BadFile(
            _("The file cannot be read as a table: %(why)s Save it again as UTF-8.")
            % {"why": error}
        ) from error
    if isinstance(content, dict):
        content = next((value for value in content.values() if isinstance(value, list)), None)
    if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
        raise BadFile(_("The file holds no list of resolutions. See the columns on this page."))
    return content


def _told(row: Mapping[str, Any], no: int, source: str) -> Told:
    strange = sorted(str(key) for key in row.keys() - _COLUMNS)
    if strange:
        raise BadFile(
            _("Record %(no)s: “%(column)s” is no column of this table. Known are: %(known)s.")
            % {"no": no, "column": strange[0], "known": ", ".join(sorted(_COLUMNS))}
        )
    plain = {key: str(value).strip() for key, value in row.items() if value not in (None, "")}
    if house_form(plain.get("ref", "")) is None:
        raise BadFile(
            _("Record %(no)s: “%(ref)s” is no number of a resolution, such as 1/51-PAL.")
            % {"no": no, "ref": plain.get("ref", "")}
        )
    if plain.get("status", Resolution.Status.IN_FORCE) not in Resolution.Status.values:
        raise BadFile(
            _("Record %(no)s: the status is one of: %(known)s.")
            % {"no": no, "known": ", ".join(Resolution.Status.values)}
        )
    try:
        return Told(
            ref=plain["ref"],
            titles={language: plain.get(f"title_{language}", "") for language in Language},
            session=plain.get("session", ""),
            year=int(plain["year"]) if "year" in plain else None,
            adopted_on=_day(plain.get("adopted_on")),
            status=plain.get("status", ""),
            superseded_by=plain.get("superseded_by", ""),
            expired_on=_day(plain.get("expired_on")),
            language=plain.get("language", "")[:2],
            text=plain.get("text", ""),
            source=plain.get("source", source),
        )
    except ValueError as error:
        raise BadFile(
            _("Record %(no)s: a year is four digits, a day is written 2025-06-21.") % {"no": no}
        ) from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _collection(data: bytes, name: str, source: str) -> list[Told]:
    try:
        document = read_bytes(data, name=name)
    except Unreadable as error:
        raise BadFile(str(error)) from error
    folded = fold(document.text)
    language = recognise_language(folded.clean, folded.skeleton)
    return [
        Told(
            ref=write_resolution_number(each.number),
            titles={language: each.title},
            language=language.value,
            text=each.text,
            source=source or name,
        )
        for each in split_resolutions(document, default_context().arabic_series)
    ]
