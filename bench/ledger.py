"""The ledger at size: adding with fsync and signatures, proofs from cold tiles, verification.

    python -m bench.ledger [--entries N]

Entries are those of the day that ``make run`` plays, over and over with other papers, so that the
acts can be replayed. Each figure stands beside its goal.
"""

from __future__ import annotations

import argparse
import gc
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
began = time.perf_counter()
wrong = sum(1 for _ in verify(Folder(folder), told, Asked(key, replays=sys.argv[2] == "replay")))
status = Path("/proc/self/status").read_text()
print(time.perf_counter() - began, int(status.split("VmHWM:")[1].split()[0]) / 1024, wrong)
"""


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
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        log = Log(Folder(place), KEY.name, KEY)
        rates = []
        source = days(count)
        sample = [next(source) for _ in range(min(20_000, count))]
        began = time.perf_counter()
        for begin in range(0, len(sample), 100):
            log.append(sample[begin : begin + 100])
        rates.append(len(sample) / (time.perf_counter() - began))
        while batch := list(islice(source, 4096)):
            log.append(batch)
        tail = [b"tail %d" % number for number in range(5000)]
        print(f"{log.size:,} entries")
        (place / "log.pub").write_text(str(KEY.public))
        proofs(place)
        for how, goal in (("log", 5), ("replay", 60)):
            done = subprocess.run(
                [sys.executable, "-c", _SAID, str(place), how],
                check=True, capture_output=True, text=True,
            ).stdout.split()  # fmt: skip
            print(
                f"verified ({how}): {float(done[0]):.1f} s (goal {goal}), "
                f"{float(done[1]):.0f} MB (goal 300), {done[2]} faults"
            )
        began = time.perf_counter()
        for begin in range(0, len(tail), 100):
            log.append(tail[begin : begin + 100])
        rates.append(len(tail) / (time.perf_counter() - began))
        print(
            "adding in batches of 100 with fsync and signature: "
            f"{rates[0]:,.0f}/s when new, {rates[1]:,.0f}/s at this size (goal 10,000)"
        )


def proofs(place: Path) -> None:
    """Print how long proofs take from tiles that nothing has read before."""
    told = (place / CHECKPOINT).read_text()
    dice = random.Random(1)
    size = LogReader(Folder(place), told).size
    times: dict[str, list[float]] = {"inclusion": [], "consistency": []}
    for _ in range(200):
        index, older = dice.randrange(size), dice.randrange(1, size)
        reader = LogReader(Folder(place), told)
        gc.collect(0)
        began = time.perf_counter()
        proof = reader.inclusion_proof(index)
        times["inclusion"].append(time.perf_counter() - began)
        began = time.perf_counter()
        reader.consistency_proof(older)
        times["consistency"].append(time.perf_counter() - began)
        leaf = next(e for i, e in enumerate(reader.bundle(index // 256)) if i == index % 256)
        tree.verify_inclusion(index, size, tree.leaf_hash(leaf), proof, reader.checkpoint.root)
    for name, each in times.items():
        print(f"{name} proof: median {1000 * statistics.median(each):.2f} ms (goal 2)")


if __name__ == "__main__":
    main()
