"""What every template and style sheet of the project must keep to, read from the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines

import cabinet

PACKAGE = Path(cabinet.__file__).parent
TEMPLATES = sorted(PACKAGE.glob("*/jinja2/**/*.html"))
SHEETS = sorted(PACKAGE.glob("*/static/**/*.css"))
SCRIPTS = sorted(PACKAGE.glob("*/static/**/*.js"))

INLINE = re.compile(
    r"<style\b|<script\b(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|hx-on",
    re.IGNORECASE,
)
PHYSICAL = re.compile(
    r"(?:^|[\s{;])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right|float|clear)\s*:"
    r"|text-align\s*:\s*(?:left|right)|direction\s*:)",
)


def shown(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_template_has_no_inline_script_or_style(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert INLINE.findall(text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_template_compiles(path: Path) -> None:
    name = path.relative_to(next(up for up in path.parents if up.name == "jinja2"))

    assert engines["jinja2"].get_template(str(name)) is not None


@pytest.mark.parametrize("path", SHEETS, ids=shown)
def test_style_sheet_has_no_physical_direction(path: Path) -> None:
    assert PHYSICAL.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [*SHEETS, *SCRIPTS], ids=shown)
def test_asset_fetches_nothing_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"https?://|@import|@font-face|url\(", text) == []
    assert text.count("\n") <= 300


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ('<p onclick="x()">', True),
        ('<p style="color:red">', True),
        ("<script>x()</script>", True),
        ('<script src="/keys.js" defer></script>', False),
        ("{{ on_hand }} style sheet", False),
    ],
)
def test_inline_script_or_style_is_found(text: str, caught: bool) -> None:
    assert bool(INLINE.search(text)) is caught


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("a { margin-left: 1px }", True),
        ("a { left: 0 }", True),
        ("a { float: right }", True),
        ("a { text-align: right; }", True),
        ("a { margin-inline-start: 1px }", False),
        ("a { text-align: start; }", False),
        ("a { inset-inline-start: 0 }", False),
    ],
)
def test_physical_direction_is_found(text: str, caught: bool) -> None:
    assert bool(PHYSICAL.search(text)) is caught
