"""Temporary files of a run are in memory: no test cuts the power of its disk, and none waits.

A process that is killed leaves behind what it wrote, in memory as on a disk. The tests of power
cuts and of failing disks have disks of their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
_ROOM = 2**31  # bytes
_owned: list[subprocess.Popen[bytes]] = []


def has_room() -> bool:
    """Tell whether files may be kept in memory, and programs that are compiled there run."""
    return (
        MEMORY.is_dir()
        and os.access(MEMORY, os.W_OK)
        and shutil.disk_usage(MEMORY).free > _ROOM
        and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    )


def keep_temporary_files_in_memory() -> None:
    """Put the temporary files of this process and its children into a folder in memory.

    It goes with this process, however that ends: a guard waits for the end of a pipe. A folder
    that the environment names is heeded.
    """
    if "TMPDIR" in os.environ or not has_room():
        return
    folder = tempfile.mkdtemp(prefix="cabinet-run-", dir=MEMORY)
    guard = subprocess.Popen(
        ["sh", "-c", 'read -r _; rm -rf "$1"', "guard", folder],
        stdin=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    _owned.append(guard)
    os.environ["TMPDIR"] = folder
    tempfile.tempdir = None
