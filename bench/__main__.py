"""``python -m bench [registering] [pages]``: every figure that the project claims of its speed."""

from __future__ import annotations

import json
import sys

from bench import pages
from bench.engines import has_postgresql, office, run

MANY = 100_000


def main(wanted: list[str]) -> None:
    """Print the figures."""
    engines = ["sqlite"] + (["postgresql"] if has_postgresql() else [])
    if len(engines) == 1:
        print("PostgreSQL is absent: nothing is measured on it.\n")
    for engine in engines:
        print(f"== {engine}")
        if "registering" in wanted:
            registering(engine)
        with office(engine) as environment:
            told = json.loads(run("bench.registering", environment, str(MANY)))
            if "registering" in wanted:
                print(
                    f"  with {MANY:,} items there: {told['register']:,.0f}/s, "
                    f"{told['register'] / told['bare']:.2f} of the bare insert"
                )
            if "pages" in wanted:
                show_pages(environment)


def registering(engine: str) -> None:
    """Print the rate of registering beside the bare insert and without the gate."""
    with office(engine) as environment:
        told = json.loads(run("bench.registering", environment))
    print(f"  one bare committed insert: {told['bare']:,.0f}/s")
    print(
        f"  registering a letter: {told['register']:,.0f}/s, "
        f"{told['register'] / told['bare']:.2f} of the bare insert (goal 0.25)"
    )
    print(f"  gate and record together: {told['ungated'] / told['register']:.2f} (goal 1.30)")


def show_pages(environment: dict[str, str]) -> None:
    """Print how the pages do with the archive."""
    session = pages.session_of(environment, "adviser")
    server = pages.served(environment)
    try:
        memory = pages.memory_mb(server)
        for name, (median, rate) in pages.measure(environment, session).items():
            print(
                f"  {name}, {MANY:,} items: median {median:.1f} ms (goal 8), "
                f"{rate:.0f} requests/s on two workers (goal 250)"
            )
        print(
            f"  memory, idle: {memory:.0f} MB; after: {pages.memory_mb(server):.0f} MB (goal 250)"
        )
    finally:
        pages.stop(server)


if __name__ == "__main__":
    main(sys.argv[1:] or ["registering", "pages"])
