"""The tree keeps its own rules of size and of names, and carries nobody's machine with it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 500, 60
FORBIDDEN = {
    "manager", "managers", "helper", "helpers", "util", "utils", "misc", "common", "core",
    "process", "handle", "handler",
}  # fmt: skip
# Names that the framework gives, and a term of the internal rules of 1974.
GIVEN = {"handle", "value_omitted_from_data", "CommonDuty", "common_duties"}
TEXTS = {
    ".py", ".toml", ".md", ".txt", ".html", ".css", ".js", ".svg", ".po", ".in", ".cfg", ".yaml",
    ".yml", ".sh", "",
}  # fmt: skip
pytestmark = pytest.mark.xdist_group("tree")  # which is read once
# With a letter in brackets, so that this file is not its own finding.
MACHINES = re.compile(r"(?<![\w./-])/h[o]me/\w|/U[s]ers/\w|(?<![\w.-])/w[o]rk/|/t[m]p/")
HOSTS = re.compile(
    r"py[p]i\.org|py[t]honhosted|(?<!emit-)index-[u]rl|[a]rtifactory|[n]exus\.", re.IGNORECASE
)
ADDRESS = re.compile(
    r"\w+://|^\s*-(?:i|f)\b|--(?:extra-)?index|--find-links|--trusted-host", re.MULTILINE
)


class Definition(NamedTuple):
    """A function or a class; ``inner``: it stands inside a function."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    inner: bool


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git tracks and that is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("The tree is not a clone of git, so it has no list of its own files.")
    return tuple(
        path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()
    )


@cache
def modules() -> tuple[tuple[str, str, tuple[Definition, ...]], ...]:
    """Every tracked module of ours: its name, its text, what it defines; migrations left out."""
    return tuple(
        (name, text, tuple(definitions(ast.parse(text))))
        for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts
        for name in [path.relative_to(ROOT).as_posix()]
        for text in [path.read_text(encoding="utf-8")]
    )


def definitions(tree: ast.Module) -> Iterator[Definition]:
    """Every function, method and class of a module, and whether it is within a function.

    No expression holds a statement, so that none is looked into.
    """
    yet: list[tuple[ast.AST, bool]] = [(tree, False)]
    for node, inner in yet:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield Definition(node, inner)
        within = inner or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            yet += [(each, within) for each in getattr(node, part, ())]


def texts() -> Iterator[tuple[str, str]]:
    """Every tracked file that is text: its name and what it says."""
    for path in tracked():
        if path.suffix in TEXTS:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_file_is_too_long() -> None:
    long = {
        f"{name}: {lines}"
        for name, text, _defined in modules()
        if (lines := text.count("\n")) > LONGEST_FILE
    }

    assert long == set()


def test_no_page_or_style_sheet_is_too_long() -> None:
    long = {
        f"{name}: {lines}"
        for name, text in texts()
        if name.endswith((".html", ".css", ".js")) and (lines := text.count("\n")) > LONGEST_FILE
    }

    assert long == set()


def test_no_function_is_too_long() -> None:
    long = {
        f"{name}:{node.lineno} {node.name}: {lines}"
        for name, _text, defined in modules()
        for node, _inner in defined
        if not isinstance(node, ast.ClassDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert long == set()


def test_no_file_or_folder_has_a_forbidden_name() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if any(part.split(".")[0].lower() in FORBIDDEN for part in path.relative_to(ROOT).parts)
    }

    assert found == set()


def test_no_function_or_class_has_a_forbidden_name() -> None:
    found = {
        f"{name}:{node.lineno} {node.name}"
        for name, _text, defined in modules()
        if name.startswith("src/")
        for node, _inner in defined
        if node.name not in GIVEN and (FORBIDDEN & _words(node.name) or node.name.endswith("_data"))
    }

    assert found == set()


def _words(name: str) -> set[str]:
    """The words of a name, written with bars or with capitals."""
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def test_every_public_function_of_the_rules_is_explained_in_a_sentence() -> None:
    silent = set()
    for name, _text, defined in modules():
        if not name.startswith("src/clearance/"):
            continue
        for node, inner in defined:
            if isinstance(node, ast.ClassDef) or node.name.startswith("_") or inner:
                continue
            first = (ast.get_docstring(node) or "").split("\n\n")[0].rstrip()
            if not first.endswith("."):
                silent.add(f"{name}:{node.lineno} {node.name}")

    assert silent == set()


def test_no_tracked_file_names_a_place_on_somebody_s_machine() -> None:
    found = {f"{name}: {match[0]}" for name, text in texts() for match in MACHINES.finditer(text)}

    assert found == set()


def test_no_tracked_file_names_the_host_of_a_package_registry() -> None:
    found = {f"{name}: {match[0]}" for name, text in texts() for match in HOSTS.finditer(text)}

    assert found == set()


def test_requirements_name_no_address() -> None:
    files = sorted((ROOT / "requirements").glob("*"))

    assert files
    for file in files:
        assert not ADDRESS.search(file.read_text(encoding="utf-8")), file.name
