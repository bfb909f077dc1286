# SPDX-License-Identifier: MIT
"""Measures how exactly passages of Word documents are found on the pages that LibreOffice draws.

    python packaging/measure_pages.py FOLDER… [--limit N] [--json FILE] [--lost]

A paragraph counts as exact when its bookmark came through and its first word stands on that page at that point; its
signs are counted apart: how many of them have a box of their own. Words of charts and word art are counted apart too.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from reviewer.documents.docx.drawn import Paragraph, draw
from reviewer.documents.docx.reader import read_docx
from reviewer.documents.docx.working_copy import Anchor, working_copy
from reviewer.documents.folding import fold
from reviewer.errors import ReviewerError
from reviewer.model.document import Story


def main() -> int:
    """Measure every DOCX below the folders and print the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument(
        "--lost", action="store_true", help="name the stories and offsets that were not found"
    )
    chosen = parser.parse_args()
    below = ([each] if each.is_file() else each.rglob("*.docx") for each in chosen.folders)
    files = sorted(path for listed in below for path in listed)
    total: Counter[str] = Counter()
    for path in files[: chosen.limit]:
        figures = _measure(path, lost=chosen.lost)
        total.update(figures)
        print(f"{path.name}: {dict(figures)}", flush=True)
    summary = dict(total) | {"files": len(files[: chosen.limit])}
    if total["paragraphs"]:
        summary["exact_share"] = round(total["exact"] / total["paragraphs"], 4)
        summary["signs_share"] = round(total["placed"] / max(total["signs"], 1), 4)
    print(json.dumps(summary, indent=1))
    if chosen.json:
        chosen.json.write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return 0


def _measure(path: Path, *, lost: bool) -> Counter[str]:
    begun = time.monotonic()
    try:
        source = read_docx(path.read_bytes(), path=path, words_in_images=False)
        anchors = working_copy(source).anchors
        pages = draw(source)
    except ReviewerError as error:
        return Counter({type(error).__name__: 1})
    figures = Counter(seconds=round(time.monotonic() - begun), pages=pages.count, drawn=1)
    first = {each.anchor.name: each for story in pages.paragraphs.values() for each in reversed(story)}
    for anchor in anchors:
        _count(pages.document.story(anchor.story), figures, anchor, first.get(anchor.name), lost=lost)
    return figures


def _count(
    story: Story, figures: Counter[str], anchor: Anchor, paragraph: Paragraph | None, *, lost: bool
) -> None:
    text = story.text[anchor.start : anchor.end]
    signs = [anchor.start + at for at in fold(text).index]
    if not signs:
        return
    found = set(paragraph.placed.offsets) if paragraph else set()
    exact = signs[0] in found
    if anchor.apart:
        figures.update({"in drawings": 1, "in drawings exact": exact})
        return
    figures.update(paragraphs=1, exact=exact, signs=len(set(signs)), placed=len(found & set(signs)))
    figures.update({f"{story.kind} not exact": not exact})
    if lost and not found >= set(signs):
        where = paragraph.place if paragraph else None
        print(
            f"  {story.id} {anchor.start}-{anchor.end} {where} {len(found)}/{len(set(signs))}: {text[:60]!r}"
        )


if __name__ == "__main__":
    sys.exit(main())
