"""Sixty officers' hour, played in ten minutes over HTTP: what each waits for his pages and acts.

A third are clerks and heads of the Registry, who register and verify; a third sit in the Cabinet
and direct; a third read in the departments. Each does sixty things, one every ten seconds.
"""

from __future__ import annotations

import http.client
import queue
import random
import re
import statistics
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.pages import ADDRESS, served, session_of, stop

OFFICERS, THINGS = 60, 60
CAST = ("clerk", "registry", "adviser", "adviser2", "political", "legal")
_LINK = re.compile(r'href="(/items/\d+/)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_FIELD = re.compile(r'name="(item|seen_moves)" value="(\d+)"')
_UNIT = re.compile(r'name="action"[^>]*value="(\d+)"')
_WAITING = re.compile(r'href="(/in-tray/\?item=\d+)"')
_BREAK = "cabinet-bench-7f1c"


@dataclass
class Heard:
    """What the officers met: waits in seconds by what was done, and errors."""

    waits: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    refused: int = 0


class Officer:
    """One officer at a browser."""

    def __init__(self, name: str, session: str, heard: Heard, to_verify: queue.Queue[str]) -> None:
        self.name, self.session, self.heard, self.to_verify = name, session, heard, to_verify
        self.seen = ["/"]
        self.dice = random.Random()

    def live(self, seconds_between: float, things: int) -> None:
        """Do things, one at a time, in the pace of the hour."""
        time.sleep(self.dice.random() * seconds_between)
        for no in range(things):
            begins = time.monotonic()
            try:
                self._one_thing(no)
            except (OSError, http.client.HTTPException) as error:
                self.heard.errors.append(f"{self.name}: {type(error).__name__}")
            time.sleep(max(0.0, begins + seconds_between - time.monotonic()))

    def _one_thing(self, no: int) -> None:
        if self.name == "clerk" and no % 2:
            self._register(no)
        elif self.name == "registry" and not self.to_verify.empty():
            self._verify(self.to_verify.get())
        elif self.name.startswith("adviser") and no % 2:
            self._direct()
        else:
            kinds = ("/", "/books/incoming/", "/books/outgoing/", self.dice.choice(self.seen))
            self._read(kinds[no % 4])

    def _read(self, path: str) -> str:
        kind = "page of a paper" if path.startswith("/items/") else path.split("?", maxsplit=1)[0]
        _status, text, _to = self._ask("GET", path, kind)
        self.seen = _LINK.findall(text)[:20] or self.seen
        return text

    def _register(self, no: int) -> None:
        page = self._read("/register/")
        facts = {
            "csrfmiddlewaretoken": self._token(page), "subject": f"Letter {no}", "sender": "#1",
            "kind": "letter", "languages": "en", "channel": "pouch", "urgency": "1",
            "confidentiality": "1", "enclosures_announced": "0", "again": "on",
        }  # fmt: skip
        paper = f"Letter {self.dice.random()} of the hour. " * 40
        status, _text, to = self._ask(
            "POST", "/register/", "registering", _form(facts, paper),
            f"multipart/form-data; boundary={_BREAK}",
        )  # fmt: skip
        if status == 302:
            self.to_verify.put(to.split("?")[0])
        else:
            self.heard.errors.append(f"registering answered {status}")

    def _verify(self, paper: str) -> None:
        path = f"{paper}acts/verify/"
        self._act(path, path, "verifying", {})

    def _direct(self) -> None:
        """Direct one of the papers that the tray lists: advisers share a tray between them."""
        listed = _WAITING.findall(self._read("/in-tray/"))
        self._act(self.dice.choice(listed or ["/in-tray/"]), "/in-tray/", "directing", None)

    def _act(self, shown: str, path: str, what: str, more: dict[str, str] | None) -> None:
        page = self._read(shown)
        facts = dict(_FIELD.findall(page)) | {"csrfmiddlewaretoken": self._token(page)}
        if more is None:
            units = _UNIT.findall(page)
            if "item" not in facts or not units:
                return  # the tray is empty
            more = {"action": self.dice.choice(units)}
        status, _text, _to = self._ask(
            "POST", path, what, urlencode(facts | more), "application/x-www-form-urlencoded"
        )
        if status == 409:
            self.heard.refused += 1  # a colleague was quicker
        elif status != 302:
            self.heard.errors.append(f"{what} answered {status}")

    @staticmethod
    def _token(page: str) -> str:
        found = _TOKEN.search(page)
        return found[1] if found else ""

    def _ask(
        self, method: str, path: str, kind: str, body: str = "", media_type: str = ""
    ) -> tuple[int, str, str]:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={_CSRF}"}
        if media_type:
            headers |= {"Content-Type": media_type, "Origin": f"http://{ADDRESS}"}
        began = time.perf_counter()
        connection = http.client.HTTPConnection(ADDRESS, timeout=60)
        connection.request(method, path, body.encode() or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        self.heard.waits[kind].append(time.perf_counter() - began)
        connection.close()
        if answer.status >= 500 or (method == "GET" and answer.status not in (200, 409)):
            self.heard.errors.append(f"{path} answered {answer.status}")
        return answer.status, text, answer.headers.get("Location", "")


_CSRF = "b" * 32


def _form(facts: dict[str, str], paper: str) -> str:
    parts = [
        f'--{_BREAK}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in facts.items()
    ]
    parts.append(
        f'--{_BREAK}\r\nContent-Disposition: form-data; name="paper"; filename="letter.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\n{paper}\r\n--{_BREAK}--\r\n"
    )
    return "".join(parts)


def play(environment: dict[str, str], seconds: float) -> Heard:
    """Let sixty officers have their hour in so many seconds; the office is furnished already."""
    sessions = {name: session_of(environment, name) for name in CAST}
    heard, to_verify = Heard(), queue.Queue[str]()
    server = served(environment)
    try:
        officers = [
            Officer(CAST[no % len(CAST)], sessions[CAST[no % len(CAST)]], heard, to_verify)
            for no in range(OFFICERS)
        ]
        threads = [
            threading.Thread(target=each.live, args=(seconds / THINGS, THINGS)) for each in officers
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        stop(server)
    return heard


def told(heard: Heard) -> list[str]:
    """Return the figures as lines: the 95th percentile of each thing, and of all together."""
    lines = []
    everything = [wait for waits in heard.waits.values() for wait in waits]
    for kind, waits in [*sorted(heard.waits.items()), ("all", everything)]:
        slow = statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else waits[0]
        lines.append(
            f"{kind}: {len(waits)} times, median {statistics.median(waits) * 1000:.0f} ms, "
            f"95 % under {slow * 1000:.0f} ms"
        )
    lines.append(f"{len(heard.errors)} errors, {heard.refused} times a colleague was quicker")
    return lines + sorted(set(heard.errors))[:5]
