"""Pages a second of the review, beside the floor and beside the general checkers people use.

    python bench/speed.py [--texts DIR] [--peers DIR] [--pages N]

A page is 3,000 characters, some 420 to 510 words. ``--texts`` is a folder of ``*.txt`` in Arabic,
English and French (told apart by content); without it the pages are made of the letters that the
played day writes, which are few and alike. Half of the pages warm the engine up; "never seen" is
the one first pass over the other half, "seen" the best of the passes over it that follow. The
floor is one bare Hyperscan pass with the review's own triggers. ``--peers`` is a folder where
``npm install cspell harper.js textlint textlint-rule-write-good`` was run; proselint is looked for
on the PATH. Peers read the English pages, a file each, in the same run; start-up is taken off.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import typst

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from clearance.reading import read_bytes
from clearance.reading.skeleton import fold
from clearance.review import Reviewer
from clearance.review.recognition import recognise_language
from clearance.terms import Language

PAGE = 3000
_DAY = Path(__file__).resolve().parent.parent / "src/cabinet/config/day/letters"
ROUNDS = 3
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")
_HARPER = """
import { readFileSync } from "node:fs";
import * as harper from "%(peers)s/node_modules/harper.js/dist/index.js";
const { binary } = await import("%(peers)s/node_modules/harper.js/dist/binary.js")
  .catch(() => harper);
const linter = new harper.LocalLinter({ binary: binary ?? harper.binary });
for (const file of process.argv.slice(2)) await linter.lint(readFileSync(file, "utf8"));
"""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    given = parser.parse_args()
    began = time.perf_counter()
    reviewer = Reviewer()
    reviewer.review("Jeddah, Monday, 2 June 2025.")
    print(f"compiling and first review: {time.perf_counter() - began:.2f} s")
    pages = pages_of(given.texts, given.pages)
    rates = {}
    for language, texts in pages.items():
        rates[language] = show(reviewer, language, texts)
    print(f"memory of a process that only reviews: {memory(pages):.0f} MB")
    if pages[Language.ENGLISH]:
        show_peers(pages[Language.ENGLISH][:60], given.peers, rates[Language.ENGLISH])


def show(reviewer: Reviewer, language: Language, texts: list[str]) -> float:
    """Print pages a second of text, DOCX and PDF in one language; return that of text."""
    if not texts:
        print(f"{language}: no page of text")
        return 0.0
    floor = rate(reviewer.scan, [fold(text).skeleton for text in texts])
    for page in texts[::2]:
        reviewer.review(page, language=language)
    rest = texts[1::2]
    new = rate(lambda page: reviewer.review(page, language=language), rest, rounds=1)
    text = rate(lambda page: reviewer.review(page, language=language), rest)
    words = sum(len(page.split()) for page in rest) / len(rest)
    print(f"{language}: {len(rest)} pages of {words:.0f} words: never seen {new:,.0f} pages/s; "
          f"seen {text:,.0f}; one bare pass {floor:,.0f} ({floor / text:.1f}x)")  # fmt: skip
    for name, make, size in (("DOCX", _docx, 10), ("PDF", _pdf, 10)):
        files = [make(texts[i : i + size], language) for i in range(0, min(len(texts), 60), size)]
        count = min(len(texts), 60)
        per_file = rate(lambda data: reviewer.review(read_bytes(data), language=language), files)
        print(f"    {name}: {per_file * count / len(files):,.0f} pages/s")
    letter = _docx(texts[:2], language)
    one = rate(lambda data: reviewer.review(read_bytes(data), language=language), [letter] * 20)
    print(f"    a two-page letter in DOCX: {1000 / one:.2f} ms")
    return text


def rate(act: Callable[[Any], object], things: Sequence[Any], rounds: int = ROUNDS) -> float:
    """Return how many things a second of processor time the act does, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        for thing in things:
            act(thing)
        best = min(best, time.process_time() - began)
    return len(things) / best


def pages_of(folder: Path | None, most: int) -> dict[Language, list[str]]:
    """Return pages of each language, at most so many, of the folder or of the played day."""
    pages: dict[Language, list[str]] = {language: [] for language in Language}
    for text in map(_writable, _texts(folder)):
        folded = fold(text)
        kept = pages[recognise_language(folded.clean, folded.skeleton)]
        kept += [text[i : i + PAGE] for i in range(0, len(text) - PAGE + 1, PAGE)]
    return {language: spread(kept, most) for language, kept in pages.items()}


_ALONE = """
import json, sys
from pathlib import Path
from clearance.review import review
for page in json.load(sys.stdin):
    review(page)
status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent's
print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
"""


def _writable(text: str) -> str:
    """Return the text without the controls that no DOCX can hold."""
    return _CONTROLS.sub(" ", text)


def memory(pages: dict[Language, list[str]]) -> float:
    """Return the greatest memory in MB of a process that reviews the pages and nothing else."""
    told = json.dumps([page for texts in pages.values() for page in texts])
    done = subprocess.run(
        [sys.executable, "-c", _ALONE], input=told, check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def spread(pages: list[str], most: int) -> list[str]:
    """Return at most so many pages, taken evenly from all."""
    step = max(1, len(pages) // most)
    return pages[::step][:most]


def _texts(folder: Path | None) -> Iterator[str]:
    if folder is not None:
        for file in sorted(folder.rglob("*.txt")):
            yield file.read_text(encoding="utf-8")
        return
    for language in Language:  # a short letter is no page: those of one language follow each other
        files = sorted(_DAY.glob("*.toml"))
        letters = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
        own = [letter for letter in letters if letter.get("language") == language]
        yield _strings(list(own)) * 4


def _strings(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = list(value.values())
    return "\n\n".join(_strings(each) for each in value) if isinstance(value, list) else ""


def _docx(pages: list[str], language: Language) -> bytes:
    document = docx.Document()
    for line in "\n".join(pages).split("\n"):
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _pdf(pages: list[str], language: Language) -> bytes:
    direction = "rtl" if language == Language.ARABIC else "ltr"
    fonts = '("DejaVu Sans", "Noto Naskh Arabic")'
    head = f'#set text(lang: "{language}", dir: {direction}, font: {fonts})\n'
    lines = "\n".join(pages).split("\n")
    body = "\n\n".join(f"#{json.dumps(line, ensure_ascii=False)}" for line in lines)
    return bytes(typst.compile((head + body).encode()))


def show_peers(pages: list[str], peers: Path | None, ours: float) -> None:
    """Print pages a second of general checkers on the same pages, and how much faster ours is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for number, page in enumerate(pages):
            file = folder / f"page{number:03}.md"
            file.write_text(page, encoding="utf-8")
            files.append(str(file))
        empty = folder / "empty.md"
        empty.write_text("One line.\n", encoding="utf-8")
        for tool, command in _commands(peers, folder).items():
            seconds = _seconds([*command, *files]) - _seconds([*command, str(empty)])
            if seconds <= 0:
                print(f"{tool}: too few pages to tell")
                continue
            theirs = len(pages) / seconds
            print(f"{tool}: {theirs:,.1f} pages/s; the review is {ours / theirs:,.0f} times faster")


def _commands(peers: Path | None, folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if peers is not None:
        bin_ = peers / "node_modules" / ".bin"
        harper = folder / "harper.mjs"
        harper.write_text(_HARPER % {"peers": peers.resolve()}, encoding="utf-8")
        tools = {
            "cspell": [str(bin_ / "cspell"), "lint", "--no-progress", "--no-summary"],
            "textlint": [str(bin_ / "textlint"), "--rule", "write-good"],
            "harper.js": ["node", str(harper)],
        }
        found |= {tool: command for tool, command in tools.items() if shutil.which(command[0])}
    if proselint := shutil.which("proselint"):
        found["proselint"] = [proselint, "check"]
    if not found:
        print("No general checker is at hand: see --peers.")
    return found


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
