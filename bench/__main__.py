"""``python -m bench [registering] [pages] [writers] [hour] [size]``: every figure of our speed.

``hour`` takes ten minutes on each engine. ``size`` takes half an hour and 30 GB of disk at
5,000,000 papers; other sizes: ``python -m bench size 1000 100000``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench import pages
from bench.engines import above_foreign_keys, as_owner, has_postgresql, let_rest, office, run
from bench.hour import play, told
from bench.plots import DONE, drawn

MANY = 100_000
SIZES = (1_000, 100_000, 5_000_000)
MOST_GROWTH = 1.5
WRITERS, SECONDS = 16, 20
TEN_MINUTES = 600.0
DOCS = Path(__file__).resolve().parent.parent / "docs"


def main(wanted: list[str]) -> None:
    """Print the figures."""
    engines = ["sqlite"] + (["postgresql"] if has_postgresql() else [])
    if len(engines) == 1:
        print("PostgreSQL is absent: nothing is measured on it.\n")
    for engine in engines:
        if set(wanted) & {"registering", "pages", "writers", "hour"}:
            print(f"== {engine}", flush=True)
        if "registering" in wanted:
            registering(engine)
        if {"registering", "pages"} & set(wanted):
            beside_an_archive(engine, wanted)
        if "writers" in wanted:
            writers(engine)
        if "hour" in wanted:
            hour(engine)
    if "size" in wanted:  # the longest of all
        for engine in engines:
            print(f"== {engine}, by size", flush=True)
            sizes(engine, tuple(int(each) for each in wanted if each.isdecimal()) or SIZES)


def beside_an_archive(engine: str, wanted: list[str]) -> None:
    """Print what is asked for beside 100,000 papers."""
    with office(engine) as environment:
        run("bench.registering", as_owner(environment), "fill", str(MANY))
        let_rest(environment)
        beside = json.loads(run("bench.registering", as_owner(environment), "beside"))
        if "registering" in wanted:
            print(
                f"  with {MANY:,} items there, the disk at rest: {beside['register']:,.0f}/s, "
                f"{beside['register'] / beside['bare']:.2f} of the bare insert"
            )
        if "pages" in wanted:
            show_pages(environment)


def registering(engine: str) -> None:
    """Print the rate of registering beside the bare insert and without the gate."""
    with office(engine) as environment:
        told = json.loads(run("bench.registering", as_owner(environment)))
    print(f"  one bare committed insert: {told['bare']:,.0f}/s")
    print(
        f"  registering a letter: {told['register']:,.0f}/s, "
        f"{told['register'] / told['bare']:.2f} of the bare insert (goal 0.25)"
    )
    print(
        f"  gate and record together (goal 1.30): {told['mapped'] / told['register']:.2f} times "
        "the same rows as Django's mapper writes them without, "
        f"{told['ungated'] / told['register']:.2f} times our own writing without"
    )


def writers(engine: str) -> None:
    """Print what sixteen writers at once wait for, and how evenly."""
    with office(engine) as environment:
        found = json.loads(run("bench.writers", environment, str(WRITERS), str(SECONDS)))
    print(
        f"  {WRITERS} writers: {found['rate']:.0f} letters/s, median {found['median']:.0f} ms, "
        f"99 % under {found['p99']:.0f} ms (goal 150), longest {found['most']:.0f} ms, "
        f"shares {found['least share']} to {found['most share']}: "
        f"{found['most share'] / found['least share']:.2f} (goal 1.5)"
    )


def hour(engine: str) -> None:
    """Print how sixty officers fare in an hour of ten minutes beside 100,000 papers."""
    goal = 500 if engine == "sqlite" else 300
    with office(engine) as environment:
        with above_foreign_keys(environment) as owners:
            run("bench.size", owners, "fill", str(MANY))
        heard = play(environment, TEN_MINUTES)
    print(f"  sixty officers' hour in ten minutes (goal: no error, 95 % under {goal} ms):")
    for line in told(heard):
        print(f"    {line}")


def sizes(engine: str, wanted: tuple[int, ...]) -> None:
    """Print the medians at each size and how they grow, and draw them."""
    found: dict[int, dict[str, float]] = {}
    for many in wanted:
        with office(engine) as environment:
            with above_foreign_keys(environment) as owners:
                made_in = float(run("bench.size", owners, "fill", str(many)))
            found[many] = json.loads(run("bench.size", environment, "measure"))
        told = ", ".join(f"{name} {found[many][name]:.1f}" for name in DONE)
        print(f"  {many:,} papers, made in {made_in:.0f} s: {told} (ms)", flush=True)
    for name in DONE:
        growth = found[wanted[-1]][name] / found[wanted[0]][name]
        print(f"  {name}: {growth:.2f} times from least to most (goal {MOST_GROWTH})")
    if wanted == SIZES:  # the pictures of docs/at-its-size.md
        (DOCS / f"size-{engine}.svg").write_text(drawn(engine, found), encoding="utf-8")


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
    main(sys.argv[1:] or ["registering", "pages", "writers", "size"])
