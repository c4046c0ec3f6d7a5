"""My desk and a page of 50 rows of the incoming book, over HTTP, with 100,000 items there."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path


def _free_address() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


ADDRESS = _free_address()
PAGES = {"my desk (adviser)": "/", "incoming book (adviser)": "/books/incoming/"}


def measure(environment: dict[str, str], session: str) -> dict[str, tuple[float, float]]:
    """Return, for each page, the median in milliseconds and the requests a second."""
    figures = {}
    for name, path in PAGES.items():
        times = sorted(_get(path, session) for _ in range(200))
        figures[name] = (statistics.median(times) * 1000, _throughput(path, session))
    return figures


def served(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start the server with two workers and wait until it answers."""
    server = subprocess.Popen(
        [sys.executable, "-m", "cabinet.config.manage", "serve", "--address", ADDRESS],
        env=environment, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(600):
        try:
            _get("/accounts/sign-in/", "")
        except OSError:
            time.sleep(0.1)
        else:
            return server
    raise RuntimeError("The server does not answer.")


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server."""
    server.send_signal(signal.SIGTERM)
    server.wait(10)


def memory_mb(server: subprocess.Popen[bytes]) -> float:
    """Return the memory of the server and its workers, shared pages counted once, in MB."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    total = 0.0
    for pid in (str(server.pid), *children):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    return total


def session_of(environment: dict[str, str], username: str) -> str:
    """Return the session key of an officer who has signed in."""
    return subprocess.run(
        [sys.executable, "-m", "bench.sign_in", username],
        env=environment, check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip


def _get(path: str, session: str) -> float:
    began = time.perf_counter()
    connection = http.client.HTTPConnection(ADDRESS, timeout=30)
    connection.request("GET", path, headers={"Cookie": f"sessionid={session}"})
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise RuntimeError(f"{path} answered {response.status}.")
    connection.close()
    return time.perf_counter() - began


def _throughput(path: str, session: str, seconds: float = 5.0) -> float:
    """Return requests a second: by wrk where it is installed, else by threads of our own."""
    wrk = "/usr/bin/wrk"
    if os.access(wrk, os.X_OK):
        told = subprocess.run(
            [wrk, "-t1", "-c8", f"-d{int(seconds)}s", "-H", f"Cookie: sessionid={session}",
             f"http://{ADDRESS}{path}"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        line = next(line for line in told.splitlines() if "Requests/sec" in line)
        return float(line.split()[1])
    done = [0] * 8
    end = time.perf_counter() + seconds

    def ask(place: int) -> None:
        while time.perf_counter() < end:
            _get(path, session)
            done[place] += 1

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds
