"""The ledger at size: adding with fsync and signatures, proofs from cold tiles, verification.

    python -m bench.ledger [--entries N]     with N = 10,000,000 the curve goes on to there

Entries are those of the day that ``make run`` plays, over and over with other papers, so that the
acts can be replayed. Each figure stands beside its goal.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.clearance.ledger.house import KEY, House, entries

from clearance.ledger import tree
from clearance.ledger.log import CHECKPOINT, Log, LogReader
from clearance.ledger.tiles import Folder

_SAID = """
import sys, time
from pathlib import Path
from clearance.ledger.export import read_export
from clearance.ledger.tiles import Folder
from clearance.ledger.verify import Asked, verify
folder = Path(sys.argv[1])
told, key = read_export(folder)
began, worked = time.perf_counter(), time.process_time()
wrong = sum(1 for _ in verify(Folder(folder), told, Asked(key, replays=sys.argv[2] == "replay")))
status = Path("/proc/self/status").read_text()
took = time.perf_counter() - began, time.process_time() - worked
print(took[0], int(status.split("VmHWM:")[1].split()[0]) / 1024, wrong, took[1])
"""
_MARKS = (0, 100_000, 1_000_000, 3_000_000)
_TRIED = 10_000  # entries


def days(count: int) -> Iterator[bytes]:
    """Yield that many entries of papers that go their way through the gate."""
    house = House()
    paper = done = 0
    while done < count:
        while len(house.events) < 5000:
            paper += 1
            house.outgoing(paper, f"OIC/POL/2026/{paper}")
        events = house.written()
        house.events.clear()
        for event in entries(each._replace(seq=done + each.seq) for each in events):
            done += 1
            if done > count:
                return
            yield event


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    count = parser.parse_args().entries
    sequencer()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source = days(count + len(_MARKS) * _TRIED)
        log = Log(Folder(place), KEY.name, KEY)
        for mark in (*(each for each in _MARKS if each < count), count - _TRIED):
            while log.size < mark:
                log.append(list(islice(source, min(4096, mark - log.size))))
            print(f"{mark:,} entries: {rate(log, source):,.0f}/s in batches of 100 (goal 10,000)")
            proofs(place)
        (place / "log.pub").write_text(str(KEY.public))
        for how, goal in (("log", 5), ("replay", 60)):
            done = subprocess.run(
                [sys.executable, "-c", _SAID, str(place), how],
                check=True, capture_output=True, text=True,
            ).stdout.split()  # fmt: skip
            print(
                f"verified ({how}): {float(done[0]):.1f} s (goal {goal}), of the processor "
                f"{float(done[3]):.1f} s, {float(done[1]):.0f} MB (goal 300), {done[2]} faults"
            )


def rate(log: Log, source: Iterator[bytes]) -> float:
    """Return how many entries a second go in, in batches of 100 with fsync and signature."""
    batches = [list(islice(source, 100)) for _ in range(_TRIED // 100)]
    began = time.perf_counter()
    for batch in batches:
        log.append(batch)
    return _TRIED / (time.perf_counter() - began)


def sequencer() -> None:
    """Print the rate of the office's own sequencer, which reads the events from a database."""
    with tempfile.TemporaryDirectory() as name:
        told = subprocess.run(
            [sys.executable, "-m", "bench.sequencer"],
            env=os.environ | {"CABINET_VAR": name, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True, capture_output=True, text=True,
        ).stdout.split()  # fmt: skip
    print(
        f"the office's sequencer, from its database in batches of 100: {float(told[0]):,.0f}/s "
        f"(goal 10,000), {float(told[1]):,.0f}/s of the processor's time"
    )


def proofs(place: Path) -> None:
    """Print how long proofs take from tiles that were not read before, and from the bare disk."""
    for how, files in (("", Folder(place)), (" (files forgotten by the system)", Forgotten(place))):
        told = ", ".join(
            f"{name} {1000 * each:.2f} ms" for name, each in proof_times(place, files).items()
        )
        print(f"  proof from cold tiles{how}: {told} (goal 2)")


def proof_times(place: Path, files: Folder) -> dict[str, float]:
    """Return the median seconds of each kind of proof, each by a reader of its own."""
    told = (place / CHECKPOINT).read_text()
    dice = random.Random(1)
    size = LogReader(Folder(place), told).size
    times: dict[str, list[float]] = {"inclusion": [], "consistency": []}
    for _ in range(200):
        index, older = dice.randrange(size), dice.randrange(1, size)
        reader = LogReader(files, told)
        gc.collect(0)
        began = time.perf_counter()
        proof = reader.inclusion_proof(index)
        times["inclusion"].append(time.perf_counter() - began)
        reader = LogReader(files, told)
        began = time.perf_counter()
        reader.consistency_proof(older)
        times["consistency"].append(time.perf_counter() - began)
        leaf = next(e for i, e in enumerate(reader.bundle(index // 256)) if i == index % 256)
        tree.verify_inclusion(index, size, tree.leaf_hash(leaf), proof, reader.checkpoint.root)
    return {name: statistics.median(each) for name, each in times.items()}


class Forgotten(Folder):
    """Files of a log that the system forgets after each reading: the next one finds them cold."""

    def read(self, path: str) -> bytes:
        """Return a file and let it be forgotten."""
        with (self.place / path).open("rb") as file:
            data = file.read()
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return data


if __name__ == "__main__":
    main()
