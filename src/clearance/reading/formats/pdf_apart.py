"""A PDF that may keep pdfium busy without end, read in a process of its own that has limits.

pdfium cannot be stopped from within: a form that draws another a thousand times, which draws a
third a thousand times, has a few bytes and takes years. Such files are rare, so the half second
that the process takes to begin is spent on them alone. Run as ``python -m``, this module reads a
PDF from its input and prints its pages as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

from clearance.reading import unreadable
from clearance.reading.formats.pdf_pages import texts
from clearance.reading.limits import Limits
from clearance.reading.unreadable import TooLarge, Unreadable

_MEMORY = 3_000_000_000  # bytes of address space: numpy alone takes one
_PATIENCE = 4  # times the processor's seconds, on a machine that does other work too


def read_apart(data: bytes, limits: Limits) -> tuple[list[str], tuple[str, ...]]:
    """Return the text of each page and the names of the files attached.

    :raises Unreadable: as the reading itself does; ``TooLarge`` when it takes too long or too much.
    """
    command = [sys.executable, "-m", __name__, json.dumps(asdict(limits))]
    try:
        done = subprocess.run(  # noqa: S603  # our own module; the file is its input alone
            command, input=data, capture_output=True, check=False, env={"PYTHONPATH": _path()},
            timeout=limits.seconds * _PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired as endless:
        raise TooLarge("RDG017", limit=limits.seconds) from endless
    if done.returncode:
        raise TooLarge("RDG017", limit=limits.seconds)
    told = json.loads(done.stdout)
    if "refused" in told:
        kind: type[Unreadable] = getattr(unreadable, told["refused"])
        raise kind(told["code"], **told["params"])
    return told["pages"], tuple(told["enclosures"])


def _path() -> str:
    return ":".join(place for place in sys.path if place)


def _main() -> None:
    import resource  # noqa: PLC0415  # only where this runs as a process, which Unix alone can limit

    limits = Limits(**json.loads(sys.argv[1]))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    told: dict[str, object]
    try:
        pages, enclosures = texts(sys.stdin.buffer.read(), limits)
        told = {"pages": pages, "enclosures": enclosures}
    except Unreadable as refused:
        told = {
            "refused": type(refused).__name__, "code": refused.code, "params": refused.params,
        }  # fmt: skip
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    _main()
