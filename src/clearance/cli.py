"""The rules from the shell: ``clearance gate`` prints the lawful acts. It needs no database."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from clearance.gate.page import tell_gate


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``arguments`` None: those of the shell."""
    parser = argparse.ArgumentParser(prog="clearance", description="The rules of the Cabinet.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("gate", help="print every lawful act and every refusal, in Markdown")
    parser.parse_args(arguments)
    sys.stdout.write(tell_gate())
    return 0
