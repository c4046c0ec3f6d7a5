"""A context from files: ``clearance review --context DIR``.

A file of the folder takes the place of the package's register of that name; what has no file stays
the package's. A register is ``NAME.toml`` (an array of tables ``[[NAME]]``), ``NAME.json`` (an
array of objects) or ``NAME.csv`` (one record a line, columns named as the fields). Names in several
languages are three fields: ``titles_ar``, ``titles_en``, ``titles_fr``. In CSV "|" separates the
parts of a list, a map is written "letter=warn|report=note", and an empty cell says nothing.

Errors: ``ContextError`` names the file, the record and what is wrong with it.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from clearance.review import context as records
from clearance.review.context import Context
from clearance.review.defaults import default_context
from clearance.review.particulars import Particulars
from clearance.terms import Language


class ContextError(Exception):
    """A register that cannot be used; the sentence says which and why."""


def context_in(folder: Path) -> Context:
    """Return the package's context with the registers of the folder in place of its own.

    :raises ContextError: for a folder that is not there, a file that is no register, a bad record.
    """
    if not folder.is_dir():
        raise ContextError(f"{folder} is not a folder. Name the folder that holds the registers.")
    known = {field.name for field in fields(Context)}
    hints = get_type_hints(Context)
    changes: dict[str, Any] = {}
    for file in sorted(folder.iterdir()):
        if file.suffix not in _READERS:
            continue
        if file.stem not in known:
            raise ContextError(
                f"{file}: there is no register of that name. There are: {', '.join(sorted(known))}."
            )
        record = _record_type(hints[file.stem])
        if record is None:
            changes[file.stem] = _plain(file, hints[file.stem])
        else:
            rows = _READERS[file.suffix](file)
            changes[file.stem] = tuple(
                record_from(row, record, f"{file}, record {number}")
                for number, row in enumerate(rows, start=1)
            )
    return replace(default_context(), **changes)


def particulars_from(meta: Mapping[str, Any]) -> Particulars:
    """Return the particulars that the object tells; what it tells beside them is not used."""
    known = {field.name for field in fields(Particulars)}
    told: Particulars = record_from(
        {key: value for key, value in meta.items() if key in known and key != "approvals"},
        Particulars,
        "meta",
    )
    if "doc_date" in meta and told.dated is None:
        return replace(told, dated=date.fromisoformat(meta["doc_date"]))
    return told


def record_from(row: Mapping[str, Any], record: type[Any], where: str) -> Any:
    """Return the record that the row tells; :raises ContextError: with the place and the fault."""
    hints = get_type_hints(record)
    values: dict[str, Any] = {}
    unknown = dict(row)
    for field in fields(record):
        hint = hints[field.name]
        try:
            if hint == records.Names:
                named = {
                    language: unknown.pop(f"{field.name}_{language}")
                    for language in Language
                    if unknown.get(f"{field.name}_{language}")
                }
                given = unknown.pop(field.name, None) or {}
                named |= {Language(key): text for key, text in given.items()}
                if named:
                    values[field.name] = named
            elif (given := unknown.pop(field.name, None)) not in (None, ""):
                values[field.name] = _value(given, hint)
        except (ValueError, TypeError, InvalidOperation, AttributeError) as error:
            raise ContextError(f"{where}: {field.name} is not right: {error}") from error
        required = field.default is MISSING and field.default_factory is MISSING
        if field.name not in values and required:
            raise ContextError(f"{where}: {field.name} is missing.")
    if extra := [key for key in unknown if key is not None and not _is_empty_name(key, unknown)]:
        raise ContextError(f"{where}: {extra[0]} is no field of this register.")
    return record(**values)


def _is_empty_name(key: str, row: Mapping[str, Any]) -> bool:
    return key[-3:] in ("_ar", "_en", "_fr") and not row[key]


def _value(given: Any, hint: Any) -> Any:
    """Return the given value as the field's type wants it."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(given, next(kind for kind in inner if kind is not type(None)))
    if origin in (tuple, frozenset):
        parts = given.split("|") if isinstance(given, str) else given
        return origin(_value(part, inner[0]) for part in parts)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(given)
    if hint is bool and isinstance(given, str):
        return {"true": True, "yes": True, "false": False, "no": False}[given.lower()]
    if hint is date:
        return given if isinstance(given, date) else date.fromisoformat(given)
    if hint is Decimal:
        return Decimal(str(given))
    if hint in (int, str):
        return hint(given)
    if origin is Mapping and isinstance(given, str):
        pairs = (part.partition("=") for part in given.split("|"))
        return {name: value for name, _, value in pairs}
    return given


def _record_type(hint: Any) -> type[Any] | None:
    inner = get_args(hint)
    kind = inner[0] if get_origin(hint) is tuple and inner else None
    return kind if isinstance(kind, type) and kind.__module__ == records.__name__ else None


def _plain(file: Path, hint: Any) -> Any:
    """Return a register that is no table: a list of texts, or texts by name (TOML or JSON)."""
    if file.suffix == ".csv":
        raise ContextError(f"{file}: this register is written in TOML or JSON.")
    content = _content(file)
    given = content.get(file.stem, content) if isinstance(content, dict) else content
    if get_origin(hint) in (tuple, frozenset):
        return _value(given, hint)
    value = get_args(hint)[1]
    key = get_args(hint)[0]
    return {_value(name, key): _value(item, value) for name, item in given.items()}


def _content(file: Path) -> Any:
    try:
        text = file.read_text(encoding="utf-8-sig")
        return tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except (OSError, ValueError) as error:
        raise ContextError(f"{file}: it cannot be read: {error}") from error


def _tables(file: Path) -> list[Mapping[str, Any]]:
    content = _content(file)
    rows = content.get(file.stem) if isinstance(content, dict) else content
    if not isinstance(rows, list):
        raise ContextError(f"{file}: it has no records under the name {file.stem}.")
    return rows


def _csv(file: Path) -> list[Mapping[str, Any]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines))
    except (OSError, ValueError, csv.Error) as error:
        raise ContextError(f"{file}: it cannot be read: {error}") from error


_READERS: dict[str, Callable[[Path], list[Mapping[str, Any]]]] = {
    ".toml": _tables,
    ".json": _tables,
    ".csv": _csv,
}
