# SPDX-License-Identifier: MIT
"""Recall and precision of identifiers by category on the templates of tests/corpus/values.

python packaging/bench_values.py [learn|held|fresh] [--missed] [--whole]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection.engine import Engine  # noqa: E402 - the script runs from anywhere
from tests.detection.templates import tally  # noqa: E402


def main() -> None:
    """Measure one set, or both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", nargs="?", choices=("learn", "held", "fresh"))
    parser.add_argument("--missed", action="store_true", help="what was missed, and what was flagged wrongly")
    parser.add_argument("--whole", action="store_true", help="with the language models")
    given = parser.parse_args()
    engine = Engine(fast=not given.whole)
    for name in (given.set,) if given.set else ("learn", "held", "fresh"):
        result = tally(name, engine)
        print(f"{name}: look-alikes flagged {result.traps[0]} of {result.traps[1]}")
        print(f"{'':22}{'gold':>6}{'recall':>8}{'named':>8}{'precision':>11}")
        for kind in sorted({*result.gold, *result.true, *result.false}, key=lambda one: (one.islower(), one)):
            gold = result.gold[kind]
            named = f"{result.named[kind] / gold:8.3f}" if kind.isupper() and gold else f"{'':8}"
            recall = f"{result.recall(kind):8.3f}{named}" if gold else f"{'':16}"
            flagged = result.true[kind] + result.false[kind]
            print(f"{kind:22}{gold:6}{recall}{f'{result.precision(kind):11.3f}' if flagged else ''}")
        if given.missed:
            print(*dict.fromkeys(result.missed), "", *dict.fromkeys(result.wrong), sep="\n")


if __name__ == "__main__":
    main()
