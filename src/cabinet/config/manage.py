"""The command line of the office: ``cabinet migrate``, ``cabinet serve``, ``cabinet import`` ..."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command of the office."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
