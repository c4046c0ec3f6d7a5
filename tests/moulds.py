"""What all workers of one run share: made by whoever needs it first, and taken by all others."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings


class Shared:
    """A folder of the whole run, of one worker or of several."""

    def __init__(self, made: pytest.TempPathFactory) -> None:
        base = made.getbasetemp()
        self.folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
        self.folder.mkdir(exist_ok=True)

    @contextmanager
    def alone_with(self, name: str) -> Iterator[Path]:
        """Keep all other workers from what has this name; give the file that tells of it."""
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield self.folder / f"{name}.json"

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what was made under this name, as JSON brings it back; make it if nobody has.

        Papers' files that the maker kept are put into this worker's own store too.
        """
        store, kept = Path(settings.FILES), self.folder / f"{name}.files"
        with self.alone_with(name) as told:
            if not told.exists():
                made = json.dumps(make())
                if store.exists():
                    shutil.copytree(store, kept)
                told.write_text(made)
            elif kept.exists():
                shutil.copytree(kept, store, dirs_exist_ok=True, copy_function=_unless_there)
            return json.loads(told.read_text())


def _unless_there(source: str, target: str) -> None:
    """Copy a file of the store; it is named by its content."""
    if not Path(target).exists():
        shutil.copyfile(source, target)
