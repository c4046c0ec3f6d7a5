"""``cabinet serve``: the office on the web, behind shut doors while a guard is missing."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import traceback
from contextlib import suppress
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from gunicorn.app.base import BaseApplication

from cabinet.ledger.doors.installation import require_door
from cabinet.ledger.guards.watch import require_guards

_ARENA_MAX = -8  # glibc's number of the setting (malloc.h)


def share_one_heap() -> None:
    """Let all threads take memory from one heap, where the C library has one for each thread.

    Each keeps what it once needed: four threads that made automata after changes of a register held
    330 MB, and hold 195 with one heap. They do not wait for it, as the interpreter runs them by
    turns. Where the C library has no such setting, nothing is done.
    """
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(_ARENA_MAX, 1)


def _before_a_worker_starts(_server: object, _worker: object) -> None:
    _set_apart()


def _set_apart() -> None:
    """Leave nothing to the forked that they would share: no connection, no rubbish to look for.

    What is loaded stays for ever: set apart, it is neither searched for rubbish at each round nor
    copied to each worker by the search.
    """
    connections.close_all()  # a worker that inherits a connection shares it with the others
    gc.collect()
    gc.freeze()


class _Server(BaseApplication):  # type: ignore[misc]  # the package ships no types
    """The web server with our few settings; it loads the application once, before it forks."""

    def __init__(self, settings: dict[str, object]) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from cabinet.config.wsgi import application  # noqa: PLC0415  (checks the guards itself)

        return application


def _beside(command: str) -> int:
    """Start a command as a process that ends when this one does; return its process id.

    It is forked, so that what is loaded already is shared and not loaded once more.
    """
    server = os.getpid()
    _set_apart()
    child = os.fork()
    if child:
        return child
    try:
        call_command(command, beside=server)
    except CommandError as error:
        sys.stderr.write(f"cabinet {command}: {error}\n")
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(0)  # nothing of the server's own ending


class Command(BaseCommand):
    """Serve the office until interrupted."""

    help = "Serve the office on the web."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the address and the number of workers."""
        parser.add_argument("--address", default="127.0.0.1:8000", help="host:port")
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the guards, then serve.

        :raises GuardsMissing: a guard of the database is missing or altered.
        :raises DoorMissing: so is the departments' door.
        """
        require_guards()
        require_door()
        share_one_heap()
        beside = [_beside("sequence"), _beside("run_errands")]
        self.stdout.write(f"\nThe office is open at http://{options['address']}/ (Ctrl-C ends it).")
        try:
            _Server(
                {
                    "bind": [options["address"]],
                    "workers": options["workers"],
                    # Threads read slow uploads: a worker that does one thing at a time is
                    # held by them, and ended for its silence with what an officer sent.
                    "worker_class": "gthread",
                    "threads": 4,
                    "preload_app": True,
                    "pre_fork": _before_a_worker_starts,
                    "loglevel": "warning",
                    "control_socket_disable": True,
                }
            ).run()
        finally:
            for each in beside:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGTERM)
