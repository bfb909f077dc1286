# SPDX-License-Identifier: MIT
"""Start Parvis: the window without arguments, the command line with a command."""

from __future__ import annotations

import multiprocessing
import sys

GATE_WORKER = "--gate-worker"


def main(arguments: list[str]) -> int:
    """Run the front that the arguments ask for and return its exit code."""
    # A frozen program has no `python -m`: the gate starts this same executable again.
    if arguments[:1] == [GATE_WORKER]:
        from reviewer.verification.__main__ import main as run_gate

        return run_gate()
    if not arguments or arguments[0] == "--samples":
        from ui.app import main as run_window

        return run_window(arguments)
    from reviewer.cli import main as run_command

    return run_command(arguments)


if __name__ == "__main__":
    multiprocessing.freeze_support()  # in a frozen program a pool's worker starts here
    sys.exit(main(sys.argv[1:]))
