# SPDX-License-Identifier: MIT
"""Measures whether the width of what was withheld can be read from the copy of a PDF file.

    python packaging/measure_residue.py FILE-OR-FOLDER… [--corpus] [--secrets N] [--seed N] [--surnames N] [--json FILE]

In each file some words are withheld (of the corpus: its own secrets) and the copy is read as an attacker would: the
distance of the neighbours, the blanks of a filled line, the end that held a line, rules as wide as the word. With
`--surnames`, so many surnames are put into each layout of tests/redaction/pdf/edact, in each kind of font, and the
copies are counted that differ in any byte. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from reviewer.errors import ReviewerError  # noqa: E402 - the path comes first
from reviewer.redaction.pdf.writer import write_pdf  # noqa: E402
from tests.corpus.pdf.cases import MAKERS  # noqa: E402
from tests.corpus.pdf.proof.gaps import readings  # noqa: E402
from tests.corpus.pdf.proof.signs import pages_of  # noqa: E402
from tests.redaction.pdf.edact.faces import FACES  # noqa: E402
from tests.redaction.pdf.edact.layouts import LAYOUTS, page_of  # noqa: E402
from tests.redaction.pdf.edact.names import spread  # noqa: E402
from tests.redaction.pdf.plans import plan_for, read  # noqa: E402

_WORD = re.compile(r"[^\W\d_]{4,}")


def main() -> int:
    """Measure all that was asked for and print the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--secrets", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--surnames", type=int, default=0)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    figures: Counter[str] = Counter()
    for name, data, secrets, answers in files(chosen):
        found = _measured(data, secrets, answers)
        figures.update(found)
        for each in sorted(set(found) - {"spans", "closed", "files"}):
            print(f"{name}: {each} {found[each]}", flush=True)
    if chosen.surnames:
        figures.update(_identical(chosen.surnames))
    print(json.dumps(dict(sorted(figures.items())), indent=1))
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


def files(chosen: argparse.Namespace) -> Iterator[tuple[str, bytes, Sequence[str], dict[str, str]]]:
    """Name, bytes, what is withheld and the answers of each file that was asked for."""
    if chosen.corpus:
        for name, maker in sorted(MAKERS.items()):
            case = maker()
            if not case.refused:
                yield name, case.data, case.secrets, dict(case.answers)
    for given in chosen.files:
        for path in [given] if given.is_file() else sorted(given.rglob("*.pdf")):
            data = path.read_bytes()
            yield path.name, data, _chosen_words(data, chosen.secrets, chosen.seed), {}


def _chosen_words(data: bytes, count: int, seed: int) -> list[str]:
    words: set[str] = set()
    try:
        for page in pages_of(data):
            words |= set(_WORD.findall("".join(sign.text for sign in page)))
    except (ValueError, RuntimeError):
        return []
    ordered = sorted(words)
    return random.Random(seed).sample(ordered, min(count, len(ordered)))  # noqa: S311 - which words: no secret


def _measured(data: bytes, secrets: Sequence[str], answers: dict[str, str]) -> Counter[str]:
    figures = Counter(files=1)
    try:
        source = read(data)
        copy = write_pdf(source, plan_for(source.document, secrets, answers=answers))
    except ReviewerError as error:
        return figures + Counter({f"refused: {type(error).__name__}": 1})
    pictured = {int(loss.split(":")[1]) for loss in copy.losses if loss.startswith("raster_page")}
    for each in readings(data, copy.data, secrets):
        how = f"readable: {each.how}" if each.how else "closed"
        if each.page in pictured:
            how = "in a picture"
        elif each.unmeasured:
            how = f"unmeasured: {each.unmeasured}"
        figures.update({"spans": 1, how: 1})
    return figures


def _identical(count: int) -> Counter[str]:
    figures: Counter[str] = Counter()
    for maker in FACES:
        names = spread(maker, count)
        for layout in LAYOUTS:
            copies = set()
            for name in names:
                source = read(page_of(layout, maker, name))
                copies.add(write_pdf(source, plan_for(source.document, (name,))).data)
            figures.update(
                {"layouts × fonts": 1, "copies by surname": count, "one copy for all": len(copies) == 1}
            )
            if len(copies) > 1:
                print(
                    f"{maker.__name__}, {layout.__name__}: {len(copies)} copies of {count} surnames",
                    flush=True,
                )
    return figures


if __name__ == "__main__":
    sys.exit(main())
