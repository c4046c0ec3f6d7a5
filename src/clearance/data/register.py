"""Reads a register: one TOML file, a table of records, each with a source. Strict about types.

Holds no facts and no file of its own: the registers are the ``*.toml`` beside it.

Errors: ``DataError`` names the file, the record and what is wrong with it.
"""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Basis = Literal[
    "sourced",
    "partly sourced",
    "inferred",
    "to confirm",
    "incomplete",
    "our translation",
    "our guess",
]

_PLAIN = {str: "a text", int: "a whole number", bool: "true or false"}


class DataError(Exception):
    """A register that cannot be trusted. ``file``, ``record`` and ``problem`` say why."""

    def __init__(self, file: str, record: str, problem: str) -> None:
        super().__init__(f"{file}, {record}: {problem}")
        self.file = file
        self.record = record
        self.problem = problem


@dataclass(frozen=True)
class Source:
    """Where a record was read: its key in the file's ``[sources]``, and what stands there."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record of every register carries; ``note`` None means that nothing is added."""

    source: tuple[Source, ...]
    basis: Basis = "sourced"
    note: str | None = None

    @property
    def cited(self) -> str:
        """Where the record was read, in words; a guess says so, once."""
        told = "; ".join(source.text for source in self.source)
        is_told = self.basis == "sourced" or told.startswith("Our guess")
        return told if is_told else f"{told} ({self.basis})"


R = TypeVar("R", bound=Record)


def load_register(
    file: str, table: str, record: type[R], *, key: str | None = None
) -> tuple[R, ...]:
    """Return the records of a register of this package, in the order of the file.

    :raises DataError: as :func:`parse_register`.
    """
    text = files("clearance.data").joinpath(file).read_text(encoding="utf-8")
    return parse_register(text, file=file, table=table, record=record, key=key)


def parse_register(
    text: str, *, file: str, table: str, record: type[R], key: str | None = None
) -> tuple[R, ...]:
    """Return the records written in ``text``; ``key`` names the field that no two may share.

    :raises DataError: for text that is not TOML, a field that is missing, unknown or of another
        type, a source that the file does not explain, or a key that is used twice.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "the file", f"this is not TOML: {error}") from error
    sources = content.get("sources")
    if not isinstance(sources, dict):
        raise DataError(file, "the file", "it has no [sources].")
    rows = content.get(table)
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], dict):
        raise DataError(file, "the file", f"it has no [[{table}]].")
    hints = get_type_hints(record)
    records: dict[Any, R] = {}
    for number, row in enumerate(rows, start=1):
        name = f"{table} {number}" + (f" ({row[key]})" if key in row else "")
        try:
            built = record(**_fields_of(row, record, hints, sources))
        except ValueError as error:
            raise DataError(file, name, str(error)) from error
        identity = getattr(built, key) if key else number
        if identity in records:
            raise DataError(file, name, f'another record has the same "{key}".')
        records[identity] = built
    return tuple(records.values())


def _fields_of(
    row: dict[str, Any], record: type[Record], hints: dict[str, Any], sources: dict[str, Any]
) -> dict[str, Any]:
    """Return the arguments that build the record; :raises ValueError: with the problem."""
    unknown = sorted(row.keys() - hints.keys())
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no field of this register.')
    values: dict[str, Any] = {}
    for field in fields(record):
        if field.name not in row:
            if field.default is MISSING:
                raise ValueError(f'"{field.name}" is missing.')
            continue
        value = row[field.name]
        if field.name == "source":
            values["source"] = _sources_of(value, sources)
        else:
            values[field.name] = _checked(value, hints[field.name], field.name)
    return values


def _sources_of(keys: object, sources: dict[str, Any]) -> tuple[Source, ...]:
    """Return the sources behind the keys of one record; there must be at least one."""
    found = []
    for key in _checked(keys, tuple[str, ...], "source"):
        text = sources.get(key)
        if not isinstance(text, str) or not text:
            raise ValueError(f'the source "{key}" is not in [sources].')
        found.append(Source(key, text))
    if not found:
        raise ValueError('"source" names none.')
    return tuple(found)


def _checked(value: object, hint: Any, name: str) -> Any:
    """Return the value as the type that the field asks for; :raises ValueError: if it is not."""
    if isinstance(hint, UnionType):  # X | None: TOML has no null, so a present value must be an X
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError(f'"{name}" must be a list, not {value!r}.')
        return tuple(_checked(item, get_args(hint)[0], name) for item in value)
    if get_origin(hint) is Literal:
        allowed = get_args(hint)
    elif issubclass(hint, StrEnum):
        allowed = tuple(hint)
    else:
        # a bool is an int to Python, and an empty text is a missing one
        if type(value) is not hint or value == "":
            raise ValueError(f'"{name}" must be {_PLAIN[hint]}, not {value!r}.')
        return value
    if value not in allowed:
        raise ValueError(f'"{name}" must be one of {", ".join(allowed)}, not {value!r}.')
    return value if get_origin(hint) is Literal else hint(value)
