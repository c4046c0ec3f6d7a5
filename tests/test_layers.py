"""The layers of the house hold in the database too: a foreign key points down, or to its own desk.

The import contract cannot see a foreign key that is written as a string, so the models are asked.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# From the bottom up: how high each desk stands.
HEIGHTS = {
    desk.strip(" ()"): height
    for height, line in enumerate(reversed(CONTRACTS["house"]["layers"]))
    for desk in line.split("|")
}


def desk_of(model: type[models.Model]) -> str:
    """The desk whose table it is; '' for a table of the framework."""
    package, _dot, desk = apps.get_app_config(model._meta.app_label).name.partition(".")
    return desk if package == "cabinet" else ""


def test_every_foreign_key_points_down_the_layers() -> None:
    pointing_up = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in apps.get_models()
        if desk_of(model)
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and isinstance(field.related_model, type)
        if not desk_of(field.related_model)
        or HEIGHTS[desk_of(model)] < HEIGHTS[desk_of(field.related_model)]
    ]

    assert pointing_up == []


def test_every_installed_desk_stands_in_the_contract_and_in_its_order() -> None:
    desks = [
        name.removeprefix("cabinet.") for name in settings.INSTALLED_APPS if "cabinet." in name
    ]

    assert desks == sorted(desks, key=lambda desk: -HEIGHTS[desk])


def test_the_foreign_keys_that_the_rule_is_about_exist() -> None:
    keys = [
        field
        for model in apps.get_models()
        if desk_of(model)
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete
    ]

    assert len(keys) > 30


@pytest.mark.slow  # reads every module of both packages
def test_imports_keep_the_contract() -> None:
    lint = Path(sys.executable).with_name("lint-imports")

    told = subprocess.run(
        [lint, "--no-cache", "--no-logo"], cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert told.returncode == 0, told.stdout
