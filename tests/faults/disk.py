"""A disk at the moment of a power cut, made from what was written and synced until then.

Strict as the manual pages are: what was written is on the disk once its file was synced, a name is
there once its folder was synced; of all the rest any part may be there, in any order, torn at the
sectors of the disk.
"""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

SECTOR = 512
SOURCE = Path(__file__).with_name("failing_disk.c")
_HEAD = struct.Struct("=c3xIQQ")
KINDS_OF_CUT = ("lost", "kept", "torn")


def preloaded(folder: Path) -> Path:
    """Compile the disk that fails; skip, and say what is not proven, without a compiler."""
    if shutil.which("gcc") is None:
        pytest.skip("NOT PROVEN: power cuts and failing disks (gcc is missing).")
    made = folder / "failing_disk.so"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl"], check=True
    )
    return made


class Control:
    """The four numbers that the failing disk shares with its test."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 32)

    def fail_at(self, call: int, *, error: int, for_good: bool) -> None:
        """Let the call of that number fail, counted from now; 0: none."""
        self._map[:] = struct.pack("=4q", call, error, for_good, 0)


class Call(NamedTuple):
    """One call that changed the disk; ``path`` and ``new`` are below the folder."""

    what: str
    path: str
    at: int
    data: bytes


def calls(trace: Path, under: Path) -> Iterator[Call]:
    """Read back what the disk was told, in order."""
    told = trace.read_bytes()
    at = 0
    while at < len(told):
        what, length_of_path, place, length = _HEAD.unpack_from(told, at)
        at += _HEAD.size
        path = told[at : at + length_of_path].decode()
        at += length_of_path
        carries = what in b"WR"
        data = told[at : at + length] if carries else b""
        at += length if carries else 0
        yield Call(what.decode(), path.removeprefix(str(under)).lstrip("/"), place, data)


def folder_of(name: str) -> str:
    """Return the folder of a name; '' is the uppermost."""
    return name.rpartition("/")[0]


@dataclass
class File:
    """What of a file is surely on the disk, and what was told it since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.since:
            _carry_out(self.sure, call)
        self.since = []

    def found(self, kind: str, dice: Random) -> bytes:
        """Return what may be found after a cut."""
        content = bytearray(self.sure)
        if kind == "kept":
            for call in self.since:
                _carry_out(content, call)
        elif kind == "torn":
            for call in self.since:
                _tear(content, call, dice)
        return bytes(content)


def _carry_out(content: bytearray, call: Call) -> None:
    if call.what == "W":
        end = call.at + len(call.data)
        if len(content) < end:
            content.extend(bytes(end - len(content)))
        content[call.at : end] = call.data
    elif call.at < len(content):
        del content[call.at :]
    else:
        content.extend(bytes(call.at - len(content)))


def _tear(content: bytearray, call: Call, dice: Random) -> None:
    """Let a call be carried out wholly, not at all, or for some sectors of the disk only."""
    fate = dice.random()
    if fate < 0.3:
        return
    if fate < 0.6 or call.what != "W":
        _carry_out(content, call)
        return
    at = call.at
    while at < call.at + len(call.data):
        end = min((at // SECTOR + 1) * SECTOR, call.at + len(call.data))
        if dice.random() < 0.5:
            part = call.data[at - call.at : end - call.at]
            _carry_out(content, call._replace(at=at, data=part))
        at = end


class Disk:
    """A folder of a disk: the names and files as programs see them, and as the disk has them."""

    def __init__(self, files: dict[str, bytes], folders: set[str]) -> None:
        self.files = {path: File(bytearray(content)) for path, content in files.items()}
        self.folders = {*folders, ""}
        self.sure_files = dict(self.files)
        self.sure_folders = set(self.folders)

    def carry_out(self, call: Call) -> None:
        """Let the next call happen."""
        what, path = call.what, call.path
        if what in "CZWT":
            file = self.files.setdefault(path, File())
            if what == "Z":
                file.since.append(call._replace(what="T", at=0))
            elif what != "C":
                file.since.append(call)
        elif what == "M":
            self.folders.add(path)
        elif what == "R":
            self.files[os.path.relpath(call.data.decode(), self.root)] = self.files.pop(path)
        elif what == "U":
            self.files.pop(path, None)
        elif path in self.folders:
            self._sync_folder(path)
        else:
            self.files[path].sync()

    root = ""  # where renamed files' new names begin

    def _sync_folder(self, path: str) -> None:
        there = {name: file for name, file in self.files.items() if folder_of(name) == path}
        gone = [name for name in self.sure_files if folder_of(name) == path]
        for name in gone:
            del self.sure_files[name]
        self.sure_files |= there
        self.sure_folders |= {name for name in self.folders if folder_of(name) == path}

    def cut(self, kind: str, dice: Random) -> dict[str, bytes]:
        """Cut the power: return the files that are found afterwards."""
        found = {}
        for name in self.files.keys() | self.sure_files.keys():
            new = kind == "kept" or (kind == "torn" and dice.random() < 0.5)
            file = (self.files if new else self.sure_files).get(name)
            if file is not None and (kind == "kept" or self._is_reached(name)):
                found[name] = file.found(kind, dice)
        return found

    def _is_reached(self, name: str) -> bool:
        """Tell whether every folder above a file is surely on the disk."""
        folder = folder_of(name)
        while folder:
            if folder not in self.sure_folders:
                return False
            folder = folder_of(folder)
        return True
