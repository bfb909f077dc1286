# SPDX-License-Identifier: MIT
"""Scores of detection on annotated documents: the rules alone, then the whole, and the last by category.

    python packaging/bench_detection.py [DOCUMENTS.jsonl] [--fast]

The measures are defined in tests/detection/measure.py; the format of the documents in tests/corpus/detection/README.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection import RULES_VERSION  # noqa: E402 - the script runs from anywhere
from reviewer.detection.engine import Engine  # noqa: E402
from tests.detection.measure import Scores, score  # noqa: E402

DOCUMENTS = ROOT / "tests" / "corpus" / "detection" / "dev.jsonl"


def main() -> None:
    """Score the rules alone, then the whole."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="?", type=Path, default=DOCUMENTS)
    parser.add_argument("--fast", action="store_true", help="the rules alone")
    given = parser.parse_args()
    print(f"rules {RULES_VERSION}")
    print(
        f"{'':12}{'required':>9}{'all':>7}{'passages':>10}{'precision':>11}{'traps':>9}{'false/1k':>10}{'signs/s':>9}"
    )
    for name, fast in (("rules", True), ("whole", False)):
        if given.fast and not fast:
            continue
        engine = Engine(fast=fast)
        score(given.documents, engine)  # loads what is loaded once
        start = time.process_time()
        scores = score(given.documents, engine)
        show(name, scores, scores.signs / (time.process_time() - start))
    print()
    categories(scores)


def show(name: str, scores: Scores, speed: float) -> None:
    """One line of totals."""
    print(
        f"{name:12}{scores.required_recall:9.3f}{scores.recall:7.3f}{scores.passage_recall:10.3f}{scores.precision:11.3f}"
        f"{scores.traps[0]:5}/{scores.traps[1]}{scores.false_per_1000_words:10.2f}{speed:9.0f}"
    )


def categories(scores: Scores) -> None:
    """The last run by category: found of gold, then false of all flagged."""
    for name in sorted({*scores.gold, *scores.passages, *scores.true, *scores.false}):
        gold = scores.gold[name] + scores.passages[name]
        hit = scores.hit[name] + scores.passages_hit[name]
        flagged = scores.true[name] + scores.false[name]
        print(f"{name:22}{hit:5}/{gold:<5} false {scores.false[name]:3}/{flagged}")


if __name__ == "__main__":
    main()
