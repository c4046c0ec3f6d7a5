"""Files of what takes long to make, kept beside the package's own bytecode.

Who may write there may change the program itself, so that no more is trusted than was before. A
file is named by what it was made of.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def may_keep(file: Path) -> bool:
    """Tell whether the file can be written, before what is to stand in it is made."""
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
    return os.access(file.parent, os.W_OK)


def keep(content: Iterable[bytes], file: Path, most: int) -> None:
    """Write the file in one stroke; of more than ``most`` of its kind the oldest are removed.

    Of its kind is what begins alike, up to a hyphen. Where nothing may be written nothing is.
    """
    with suppress(OSError):
        half = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with half.open("wb") as opened:
            opened.writelines(content)
        half.replace(file)
        kind, _, _ = file.name.partition("-")
        others = (one for one in file.parent.glob(f"{kind}-*{file.suffix}") if one != file)
        for old in sorted(others, key=lambda one: one.stat().st_mtime)[: -most + 1]:
            old.unlink()
