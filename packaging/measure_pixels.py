# SPDX-License-Identifier: MIT
"""Measures what a PDF copy keeps: pages that look the same, words, letters of the lines beside what was withheld.

    python packaging/measure_pixels.py FILE-OR-FOLDER… [--corpus] [--secrets N] [--seed N] [--json FILE]

Pages are drawn by PDFium at 100 dots an inch; the lines that lost something are left out, over the whole width of the
page. Words are read by PDFium and by pdfminer. Pages that became pictures are counted apart. Nothing passes or fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from measure_residue import files  # noqa: E402 - the path comes first

from reviewer.errors import ReviewerError  # noqa: E402
from reviewer.redaction.pdf.writer import write_pdf  # noqa: E402
from tests.corpus.pdf.proof.pixels import compare_pages  # noqa: E402
from tests.corpus.pdf.proof.words import compare_words, miner_lost  # noqa: E402
from tests.redaction.pdf.plans import plan_for, read  # noqa: E402


def main() -> int:
    """Measure all that was asked for and print the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--secrets", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    figures: Counter[str] = Counter()
    for name, data, secrets, answers in files(chosen):
        found = _measured(data, secrets, answers)
        figures.update(found)
        shown = {key: found[key] for key in found if "lost" in key or "differ" in key or "refused" in key}
        if any(shown.values()):
            print(f"{name}: {shown}", flush=True)
    shares = {
        "pages that look the same": 1 - figures["pages that differ"] / (figures["pages"] or 1),
        "words kept (PDFium)": 1 - figures["words lost"] / (figures["words"] or 1),
        "words kept (pdfminer)": 1 - figures["pdfminer words lost"] / (figures["pdfminer words"] or 1),
    }
    summary = dict(sorted(figures.items())) | {name: round(share, 5) for name, share in shares.items()}
    print(json.dumps(summary, indent=1))
    if chosen.json:
        chosen.json.write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return 0


def _measured(data: bytes, secrets: Sequence[str], answers: dict[str, str]) -> Counter[str]:
    figures = Counter(files=1)
    try:
        source = read(data)
        copy = write_pdf(source, plan_for(source.document, secrets, answers=answers))
    except ReviewerError as error:
        return figures + Counter({f"refused: {type(error).__name__}": 1})
    pictured = [loss for loss in copy.losses if loss.startswith("raster_page")]
    figures["pages as pictures"] += len(pictured)
    if pictured:
        return figures
    looks = compare_pages(data, copy.data, secrets)
    words = compare_words(data, copy.data, secrets)
    total, lost = miner_lost(data, copy.data, secrets)
    figures.update(
        {
            "pages": len(looks),
            "pages that differ": sum(not each.same for each in looks),
            "words": words.words,
            "words lost": len(words.lost),
            "letters of other lines lost": words.letters_lost,
            "pdfminer words": total,
            "pdfminer words lost": len(lost),
        }
    )
    return figures


if __name__ == "__main__":
    sys.exit(main())
