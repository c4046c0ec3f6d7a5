"""The rules of the seven checks, one TOML file a check, each rule with its source.

Errors: ``DataError`` (clearance.data.register) names the file, the rule and what is wrong.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from clearance.data.register import DataError
from clearance.review.finding import Finding, Level, Rule
from clearance.review.wording import Param
from clearance.terms import Check, Language

_FIELDS = {"code", "level", "en", "fr", "ar", "hint_en", "hint_fr", "hint_ar", "source"}
_MAY = {"kept_from_drafters"}


@cache
def rules() -> dict[str, Rule]:
    """Return every rule of the review by its code, in the order of the checks.

    :raises DataError: for a rule that lacks a field, or a code that is used twice.
    """
    found: dict[str, Rule] = {}
    for check in Check:
        file = f"{check.name.lower()}.toml"
        content = files(__name__).joinpath(file).read_text(encoding="utf-8")
        for row in tomllib.loads(content).get("rule", []):
            rule = _rule(row, check, file)
            if rule.code in found:
                raise DataError(file, rule.code, "the code is used twice.")
            found[rule.code] = rule
    return found


def found(
    code: str,
    start: int,
    end: int,
    *,
    suggestion: str | None = None,
    level: Level | None = None,
    source: str = "",
    elsewhere: tuple[tuple[int, int], ...] = (),
    kept_from_drafters: bool = False,
    **params: Param,
) -> Finding:
    """Return a finding under the rule of that code; ``level`` None: the rule's own."""
    rule = rules()[code]
    return Finding(
        rule=rule,
        start=start,
        end=end,
        params=params,
        suggestion=suggestion,
        level=rule.level if level is None else level,
        source=source or rule.source,
        elsewhere=elsewhere,
        kept_from_drafters=kept_from_drafters or rule.kept_from_drafters,
    )


def _rule(row: dict[str, Any], check: Check, file: str) -> Rule:
    code = str(row.get("code", "a rule"))
    if wrong := sorted((_FIELDS - row.keys()) | (row.keys() - _FIELDS - _MAY)):
        raise DataError(file, code, f"missing or unknown: {', '.join(wrong)}.")
    if not re.fullmatch(rf"{check.code}\d{{3}}", code):
        raise DataError(file, code, f"a code of this check is {check.code} and three digits.")
    return Rule(
        code=code,
        check=check,
        level=Level[row["level"].upper()],
        sentence={language: row[language.value] for language in Language},
        hint={language: row[f"hint_{language.value}"] for language in Language},
        source=row["source"],
        kept_from_drafters=row.get("kept_from_drafters", False),
    )
