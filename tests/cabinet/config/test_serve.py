"""The office as it is served: whoever sends slowly keeps nobody else from it."""

from __future__ import annotations

import ctypes
import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from tests.cabinet.config.conftest import Office, settings_of
from tests.cabinet.config.test_commands import free_port

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("played office")]

_WORKERS = 2
_SERVE = "from cabinet.config.manage import main; main()"
# The token of the form stands in its body, so that the office reads on for it.
_HALF_A_FORM = (
    "POST /accounts/sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n"
    f"Content-Type: application/x-www-form-urlencoded\r\nCookie: csrftoken={'a' * 32}\r\n\r\n"
    "login=clerk&password="
).encode()


@pytest.fixture
def port(played: Office, tmp_path: Path) -> Iterator[int]:
    """The port of an office that is open."""
    played.copy(tmp_path / "office")
    number = free_port()
    words = ["serve", "--address", f"127.0.0.1:{number}", "--workers", str(_WORKERS)]
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVE, *words],
        env=settings_of(tmp_path / "office"),
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        _await(number)
        yield number
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)


def _await(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with closing(socket.socket()) as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the office did not open")


def _status(port: int) -> int:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(asked):
        asked.request("GET", "/accounts/sign-in/")
        return asked.getresponse().status


_HEAPS = """
import ctypes, sys, threading
import cabinet.config.management.commands.serve as serve
if sys.argv[1] == "one": serve.share_one_heap()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
begun = threading.Barrier(4)
def take():
    begun.wait()
    held = [library.malloc(100_000) for _ in range(50)]
    begun.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(library.fdopen(1, b"w"))
library.malloc_info(0, out)
library.fflush(out)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="not the GNU C library")
@pytest.mark.parametrize(("asked", "is_one"), [("one", True), ("many", False)])
def test_threads_share_one_heap(asked: str, is_one: bool) -> None:
    """Told by the C library itself, of which the heaps are: each keeps what it once needed."""
    told = subprocess.run(
        [sys.executable, "-c", _HEAPS, asked], capture_output=True, text=True, check=True
    )
    assert (told.stdout.count("<heap nr=") == 1) is is_one


def test_slow_uploads_keep_nobody_else_waiting(port: int) -> None:
    with ExitStack() as lines:
        for _ in range(_WORKERS):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port)))
            line.sendall(_HALF_A_FORM)
        time.sleep(0.5)  # until each is held by whoever reads it

        assert [_status(port) for _ in range(4)] == [200] * 4
