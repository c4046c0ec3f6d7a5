"""Commands of the office from a process that has loaded the rules: each begins a second sooner.

Run as a program with the path of a socket. A request is a line of JSON with the words of the
command and its whole environment; the process is forked for it before any setting is read, so that
it starts as a new one would. The answer has its status and what it printed.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import traceback
from functools import cache
from pathlib import Path
from socketserver import ForkingMixIn, StreamRequestHandler, UnixStreamServer
from tempfile import TemporaryFile, mkdtemp
from threading import Lock
from typing import IO

_LATEST = 240  # seconds that a command may take
_ONE_NURSERY = Lock()  # for tests that run several commands at once


def command(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run ``cabinet`` with these words in a process of its own that knows this environment only."""
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(_LATEST)
        with _ONE_NURSERY:
            path = _nursery()[1]
        door.connect(str(path))
        door.sendall(json.dumps([words, environment]).encode() + b"\n")
        with door.makefile("rb") as answer:
            status, output, errors = json.loads(answer.read())
    return subprocess.CompletedProcess(words, status, output, errors)


@cache
def _nursery() -> tuple[subprocess.Popen[bytes], Path]:
    """Start the nursery of this test process; return it and where it listens."""
    path = Path(mkdtemp(prefix="nursery-")) / "door"
    process = subprocess.Popen([sys.executable, "-m", __name__, str(path)])
    deadline = time.monotonic() + _LATEST
    while not path.exists():
        assert process.poll() is None, "the nursery did not open"
        assert time.monotonic() < deadline, "the nursery opens too late"
        time.sleep(0.01)
    return process, path


class _Command(StreamRequestHandler):
    """One command, in the process that was forked for it."""

    def handle(self) -> None:
        words, environment = json.loads(self.rfile.readline())
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["cabinet", *words]
        with TemporaryFile() as output, TemporaryFile() as errors:
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            status = _run()
            answer = [status, _text(output), _text(errors)]
        self.wfile.write(json.dumps(answer).encode())


def _run() -> int:
    """Do what the interpreter does with a program's ``main``; return the status it would end in."""
    from cabinet.config.manage import main

    status: int | str | None = None
    try:
        main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
        status = 1
    if isinstance(status, str):
        print(status, file=sys.stderr)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    return status if isinstance(status, int) else int(status is not None)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


class _Nursery(ForkingMixIn, UnixStreamServer):
    """Serves until its parent is gone, however that ended."""

    request_queue_size = 64

    def __init__(self, path: str) -> None:
        # A socket has its file before it listens; the name is given when it does.
        super().__init__(f"{path}.opening", _Command)
        Path(f"{path}.opening").rename(path)
        self._folder, self._parent = Path(path).parent, os.getppid()

    def service_actions(self) -> None:
        super().service_actions()
        if os.getppid() != self._parent:
            shutil.rmtree(self._folder)
            sys.exit()


def main() -> None:
    """Load what needs no setting, then serve."""
    import allauth  # noqa: F401
    import cryptography.x509  # noqa: F401
    import django.contrib.messages
    import django.core.management.commands.migrate
    import django.core.servers.basehttp
    import django.db.models.functions
    import django.forms
    import django.template.backends.jinja2
    import django.views.generic  # noqa: F401

    import clearance.reading
    import clearance.review  # noqa: F401

    gc.freeze()
    _Nursery(sys.argv[1]).serve_forever()


if __name__ == "__main__":
    main()
