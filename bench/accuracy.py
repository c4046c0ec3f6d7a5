"""How many planted errors the review finds, and how often it cries wolf on clean texts.

    python bench/accuracy.py --set SET.jsonl --registers registers.json --findings OUT.jsonl \\
        [--score SCORE.py]

SET has one document a line: id, lang, kind, text, meta, parallel (other languages' texts),
injected. OUT receives one line a document: its id, and its findings with places in the text as
given. The script that ``--score`` names reckons the score; without it they are only written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.registers import KINDS, context_of, particulars_of
from clearance.review import Report, Reviewer
from clearance.review.report.lines import line_of_report
from clearance.terms import Kind, Language


def main() -> int:
    """Review every document of the set and write the findings; return the score's exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--set", required=True, type=Path)
    parser.add_argument("--registers", type=Path)
    parser.add_argument("--findings", required=True, type=Path)
    parser.add_argument("--score", type=Path, help="a script: SCORE SET FINDINGS")
    told = parser.parse_args()
    reviewer = Reviewer(context_of(told.registers) if told.registers else None)
    began, letters = time.perf_counter(), 0
    with told.set.open(encoding="utf-8") as lines, told.findings.open("w", encoding="utf-8") as out:
        for line in lines:
            given = json.loads(line)
            letters += len(given["text"])
            report = review_line(reviewer, given)
            out.write(json.dumps(line_of_report(given["id"], report), ensure_ascii=False) + "\n")
    seconds = time.perf_counter() - began
    pages = letters / 3000
    print(f"{pages:,.0f} pages in {seconds:.1f} s: {pages / seconds:,.0f} pages a second")
    if told.score is None:
        return 0
    return subprocess.run(
        [sys.executable, told.score, told.set, told.findings], check=False
    ).returncode


def review_line(reviewer: Reviewer, given: dict[str, Any]) -> Report:
    """Return the report on one document of a set."""
    named = KINDS.get(given.get("kind", ""), given.get("kind", ""))
    return reviewer.review(
        given["text"],
        kind=Kind(named) if named in set(Kind) else None,
        language=Language(given["lang"]),
        particulars=particulars_of(given.get("meta") or {}),
        parallels={Language(key): text for key, text in (given.get("parallel") or {}).items()},
    )


if __name__ == "__main__":
    sys.exit(main())
