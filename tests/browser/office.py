"""A played office on a port of its own, for a browser that cannot type a password.

``python -m tests.browser.office PORT`` serves it. Three words in an address are for the tests:
``as`` signs an officer in, ``in`` chooses the language, ``press`` adds a script of our own that
presses keys and writes what came of it on the page; ``spoil`` puts an inline script into it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, quote
from wsgiref.simple_server import WSGIRequestHandler, make_server

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_PRESSING = """
document.addEventListener("DOMContentLoaded", function () {
  const keys = new URLSearchParams(location.search).get("press");
  for (const key of keys) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key: key, bubbles: true}));
  }
  const checked = Array.from(document.querySelectorAll("input:checked"));
  document.body.dataset.checked = checked.map((each) => each.name + "=" + each.value).join(" ");
  document.body.dataset.open = document.querySelectorAll("details[open]").length;
});
"""


class Office:
    """The office's own application, with an officer signed in as the address asks."""

    def __init__(self, inner: App) -> None:
        self.inner = inner
        self.sessions: dict[str, str] = {}

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        if environ["PATH_INFO"] == "/pressing.js":
            start("200 OK", [("Content-Type", "text/javascript")])
            return [_PRESSING.encode()]
        asked = parse_qs(environ["QUERY_STRING"])
        cookies = [f"django_language={asked['in'][0]}"] if "in" in asked else []
        if "as" in asked:
            cookies.append(f"sessionid={self._session(asked['as'][0])}")
        if cookies:
            environ["HTTP_COOKIE"] = "; ".join(cookies)
        added = b'<script src="/pressing.js"></script></head>' if "press" in asked else b"</head>"
        if "spoil" in asked:
            added = b"<script>1</script></head>"
        told: list[Any] = []
        body = b"".join(self.inner(environ, lambda *words: told.extend(words)))
        body = body.replace(b"</head>", added, 1)
        status, headers = told[:2]
        start(status, [pair for pair in headers if pair[0].lower() != "content-length"])
        return [body]

    def _session(self, username: str) -> str:
        if username not in self.sessions:
            from django.conf import settings
            from django.test import Client

            from cabinet.accounts.models import Officer

            client = Client()
            client.force_login(Officer.objects.get(username=username))
            self.sessions[username] = client.cookies[settings.SESSION_COOKIE_NAME].value
        return self.sessions[username]


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def address(port: int, path: str, **words: str) -> str:
    """Return the address of a page with words for the tests."""
    query = "&".join(f"{name.rstrip('_')}={quote(said)}" for name, said in words.items())
    return f"http://127.0.0.1:{port}{path}?{query}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
    from cabinet.config.wsgi import application

    server = make_server("127.0.0.1", int(sys.argv[1]), Office(application), handler_class=_Quiet)
    server.serve_forever()
