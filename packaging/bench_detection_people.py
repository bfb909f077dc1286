# SPDX-License-Identifier: MIT
"""How well people's names are found in two public sets, ECHR-FR and UNER-EWT, each given by path.

    python packaging/bench_detection_people.py [--echr PATH] [--ewt PATH] [--parts dev,test] [--fast] [--show]

Recall: marked names that some finding of a person touches. Precision: findings of persons that touch some marked name.
Exact: the same place on both sides once titles, blanks and points at the edges are left out. A whole judgment or
posting is one document, so that a name seen once is known further on. `bench_names_sets.py` says where the sets are.
Rules are made while looking at `train` and `dev`; `test` is looked at only by its figures.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench_names_count import Counted, Place, count, wrong
from bench_names_sets import Marked, echr, ewt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def sets(echr_path: Path | None, ewt_path: Path | None) -> dict[str, tuple[Marked, ...]]:
    """Every part that can be read, by name: "ECHR-FR dev", "UNER-EWT test" …"""
    given = (("ECHR-FR", echr_path, echr), ("UNER-EWT", ewt_path, ewt))
    return {
        f"{name} {part}": documents
        for name, path, reader in given
        if path is not None
        for part, documents in reader(path).items()
    }


def persons(documents: Iterable[Marked], *, fast: bool) -> Iterator[tuple[Marked, list[Place]]]:
    """Each document with the places where Parvis finds a person."""
    from reviewer.detection.engine import Engine
    from reviewer.model.document import Document, Format, Story, StoryKind
    from reviewer.model.finding import Category

    engine = Engine(fast=fast)
    for each in documents:
        story = Story("body", StoryKind.BODY, each.text)
        found = engine.detect(Document("0" * 64, Format.TEXT, "1", None, (story,)))
        yield (
            each,
            [(one.span.start, one.span.end) for one in found if one.category is Category.PERSON],
        )


def main() -> int:
    """Print a row for each part, and with --show what went wrong in it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--echr", type=Path, help="folder, file or git clone of ECHR-FR")
    parser.add_argument("--ewt", type=Path, help="folder, file or git clone of UNER-EWT")
    parser.add_argument("--parts", default="train,dev,test", help="of train, dev, test")
    parser.add_argument("--fast", action="store_true", help="the rules alone")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was falsely found")
    parser.add_argument("--json", type=Path, help="keep the figures in a file")
    given = parser.parse_args()
    wanted = {
        name: documents
        for name, documents in sets(given.echr, given.ewt).items()
        if name.rpartition(" ")[2] in given.parts.split(",")
    }
    if not wanted:
        print("no set could be read: give --echr or --ewt", file=sys.stderr)
        return 2
    print(
        f"{'':16}{'names':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'F2':>7}{'exact F1':>10}{'ksigns/s':>10}"
    )
    kept = {}
    for name, documents in wanted.items():
        start = time.process_time()
        results = list(persons(documents, fast=given.fast))
        took = time.process_time() - start
        total = sum((count(*each) for each in results), Counted())
        kept[name] = total.figures()
        print(row(name, total) + f"{total.signs / took / 1000:10.1f}", flush=True)
        if given.show:
            print(*(line for each in results for line in wrong(*each)), sep="\n")
    if given.json:
        given.json.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return 0


def row(name: str, total: Counted) -> str:
    """One line of figures."""
    return (
        f"{name:16}{total.marked:6}{total.found:7}{total.precision:7.3f}{total.recall:7.3f}"
        f"{total.f(1):7.3f}{total.f(2):7.3f}{total.exact_f1:10.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
