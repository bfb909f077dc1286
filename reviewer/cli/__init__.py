# SPDX-License-Identifier: MIT
"""The command line: one file a command."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    from reviewer.cli.commands import run

    return run(sys.argv[1:] if arguments is None else arguments)
