"""Papers in the layouts of many houses: form and addressee are told where they are wrong only.

Each file of ``layouts`` has papers that begin with "### language kind name [addressee]"; a line
"@@ check old => new" below one is a slip in it and the check that must tell it.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from clearance.review import Level, Reviewer
from clearance.review.context import KnownAddressee, KnownSignatory, Names
from clearance.review.defaults import default_context
from clearance.review.finding import Finding
from clearance.review.particulars import Particulars
from clearance.terms import Check, Kind, Language

FOLDER = Path(__file__).with_name("layouts")
JUDGED = (Check.CONFORMITY, Check.ADDRESSEE)
NEAR = 120  # characters from a slip within which a finding counts


class Layout(NamedTuple):
    """A paper; ``addressee`` is the code of an entry of the directory, or None."""

    language: Language
    kind: Kind
    name: str
    addressee: str | None
    text: str


class Slip(NamedTuple):
    """What stands in a paper, what is written in its place, and the check that tells it."""

    layout: Layout
    check: Check
    old: str
    new: str


def _read(file: Path) -> tuple[list[Layout], list[Slip]]:
    layouts: list[Layout] = []
    slips: list[Slip] = []
    for block in re.split(r"(?m)^### ", file.read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        language, kind, name, *addressee = head.split()
        text = re.sub(r"(?m)^@@.*\n?", "", rest).strip("\n") + "\n"
        layout = Layout(
            Language(language), Kind(kind), name, addressee[0] if addressee else None, text
        )
        layouts.append(layout)
        for check, old, new in re.findall(r"(?m)^@@ (\d) (.*?) =>(?: (.*))?$", rest):
            was, becomes = (part.replace("\\n", "\n") for part in (old, new))
            slips.append(Slip(layout, Check(int(check)), was, becomes))
    return layouts, slips


_READ = [_read(file) for file in sorted(FOLDER.glob("*.txt"))]
LAYOUTS = [layout for layouts, _ in _READ for layout in layouts]
SLIPS = [slip for _, slips in _READ for slip in slips]


def _names(given: dict[str, str]) -> Names:
    return {language: given[language.value] for language in Language if language.value in given}


@cache
def layout_reviewer() -> Reviewer:
    """The checks with the persons and offices of the layouts."""
    known = json.loads((FOLDER / "registers.json").read_text(encoding="utf-8"))
    return Reviewer(
        replace(
            default_context(),
            reference_patterns=("OIC/CAB/{unit}/{year}/{serial:4}",),
            addressees=tuple(
                KnownAddressee(
                    id=row["id"], state=row["state"], names=_names(row["names"]),
                    titles=_names(row["titles"]), style=_names(row["style"]),
                )
                for row in known["addressees"]
            ),
            signatories=tuple(
                KnownSignatory(
                    id=row["id"], names=_names(row["names"]), titles=_names(row["titles"]),
                    kinds=frozenset(Kind),
                )
                for row in known["signatories"]
            ),
        )
    )  # fmt: skip


@cache
def _told(layout: Layout, text: str) -> tuple[Finding, ...]:
    report = layout_reviewer().review(
        text,
        kind=layout.kind,
        language=layout.language,
        particulars=Particulars(addressee=layout.addressee),
    )
    return tuple(one for one in report.findings if one.check in JUDGED and one.level >= Level.WARN)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_faultless_layout_yields_nothing(layout: Layout) -> None:
    told = [(one.code, one.message()) for one in _told(layout, layout.text)]

    assert told == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.layout.name}-{slip.check.code}")
def test_slip_in_layout_is_told_at_its_place(slip: Slip) -> None:
    assert slip.old in slip.layout.text
    start = slip.layout.text.index(slip.old)
    reach = NEAR if slip.new else len(slip.layout.text)

    told = _told(slip.layout, slip.layout.text.replace(slip.old, slip.new, 1))

    assert any(
        one.check is slip.check
        and one.start < start + len(slip.new) + reach
        and one.end > start - reach
        for one in told
    )
