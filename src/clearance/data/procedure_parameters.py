"""Figures of the rules of procedure; those that were not found have no value and no source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clearance.data.register import DataError

_FILE = "procedure_parameters.toml"


@dataclass(frozen=True, kw_only=True)
class ProcedureParameter:
    """A figure, in whole days. ``value`` None: not known, and its rule is silent."""

    code: str
    name_en: str
    name_fr: str
    name_ar: str
    source: str
    value: int | None = None


@cache
def procedure_parameters() -> tuple[ProcedureParameter, ...]:
    """Return the parameters; :raises DataError: for one with a value and no source."""
    text = files("clearance.data").joinpath(_FILE).read_text(encoding="utf-8")
    found = tuple(ProcedureParameter(**row) for row in tomllib.loads(text)["parameter"])
    for parameter in found:
        if parameter.value is not None and not parameter.source:
            raise DataError(_FILE, parameter.code, "it has a value and no source.")
    return found
