"""Figures of the rules of procedure; those that were not found have no value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import DataError, Record, load_register

_FILE = "procedure_parameters.toml"


@dataclass(frozen=True, kw_only=True)
class ProcedureParameter(Record):
    """A figure, in whole days. ``value`` None: not known, and its rule is silent.

    ``value_source`` says where the value stands: the rule and its number.
    """

    code: str
    name_en: str
    name_fr: str
    name_ar: str
    value: int | None = None
    value_source: str | None = None


@cache
def procedure_parameters() -> tuple[ProcedureParameter, ...]:
    """Return the parameters; :raises DataError: for one whose value has no source."""
    found = load_register(_FILE, "parameter", ProcedureParameter, key="code")
    for parameter in found:
        if parameter.value is not None and not parameter.value_source:
            raise DataError(_FILE, parameter.code, "its value has no value_source.")
    return found
