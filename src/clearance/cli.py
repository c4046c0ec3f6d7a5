"""The rules from the shell: ``clearance review FILE``, ``gate``, ``verify-ledger``, ``witness``.

They need no database and no server.

``clearance review`` ends with 0 if nothing stops the paper, 1 if a finding does, 2 if a file could
not be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from clearance.terms import Kind, Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``arguments`` None: those of the shell."""
    parser = argparse.ArgumentParser(prog="clearance", description="The rules of the Cabinet.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("gate", help="print every lawful act and every refusal, in Markdown")
    _add_review(commands.add_parser("review", help="find what is wrong in official texts"))
    _add_ledger(commands)
    given = parser.parse_args(arguments)
    if given.command in ("verify-ledger", "witness"):
        from clearance.ledger import shell  # noqa: PLC0415  (the review needs no ledger)

        return (
            shell.run_verify(given)
            if given.command == "verify-ledger"
            else shell.run_witness(given)
        )
    if given.command == "gate":
        from clearance.gate.page import tell_gate  # noqa: PLC0415  (the review needs no gate)

        sys.stdout.write(tell_gate())
        return 0
    from clearance.review.shell import run_review  # noqa: PLC0415  (the gate needs no scanner)

    return run_review(given)


def _add_ledger(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from clearance.ledger.shell import add_verify, add_witness  # noqa: PLC0415

    add_verify(commands.add_parser("verify-ledger", help="tell whether a ledger is unaltered"))
    add_witness(commands.add_parser("witness", help="cosign a ledger's checkpoint"))


def _add_review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="DOCX, PDF, EML, ... or text; - for what is piped in",
    )
    parser.add_argument("--kind", choices=[kind.value for kind in Kind])
    parser.add_argument(
        "--lang",
        choices=[language.value for language in Language],
        help="the paper's language; told from the text where it is not given",
    )
    parser.add_argument(
        "--context", metavar="DIR", help="registers to use in place of the package's own"
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "html", "docx"],
        default="text",
        help="docx: the same Word file with each finding as a comment",
    )
    parser.add_argument(
        "--parallel",
        nargs="+",
        default=[],
        metavar="FILE",
        help="the same paper in its other languages",
    )
    parser.add_argument(
        "--output", metavar="PATH", help="where to write; a folder for several files"
    )
    parser.add_argument(
        "--messages",
        choices=[language.value for language in Language],
        help="the language of the findings; the paper's own where it is not given",
    )
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="read one JSON object a line (id, text, lang, kind, meta, parallel), write the same",
    )
