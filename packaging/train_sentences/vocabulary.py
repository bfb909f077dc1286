# SPDX-License-Identifier: MIT
"""Chooses the pieces of the base's vocabulary that English and French texts use: 39,000 of 250,000.

    python vocabulary.py e5-small-q4.bin --texts FOLDER … --words WORDS.txt … --out rows.json

Texts: any English and French pages (ours: federal pages, the judgments of ECHR-FR, sentences and documents of this
project; 5.3 million signs). Words: one a line (ours: the words that fr_core_news_md knows). A piece met less than
three times goes, but one or two Latin signs always stay.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from base import load
from data import ROOT  # makes the program's packages known

from reviewer.detection.pieces import UNKNOWN, Pieces

LEAST, SHORT = 3, 2
_LATIN = re.compile(r"[\x20-\u024f\u2000-\u22ff\u1e00-\u1eff]*")
_MARK = "\u2581"


def main() -> None:
    """Count and choose."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", default=[ROOT / "docs"])
    parser.add_argument("--words", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    base = load(given.base)
    pieces = Pieces(base.pieces, base.shares)
    words: Counter[str] = Counter()
    for folder in given.texts:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".txt", ".md", ".toml", ".jsonl"}:
                words.update(unicodedata.normalize("NFKC", path.read_text(encoding="utf-8")).split())
    for path in given.words:
        words.update(path.read_text(encoding="utf-8").split())
    met: Counter[int] = Counter()
    for word, count in words.items():
        for row in pieces.rows(word):
            met[row] += count
    short = {
        row
        for row, piece in enumerate(base.pieces)
        if len(piece.lstrip(_MARK)) <= SHORT and _LATIN.fullmatch(piece.lstrip(_MARK))
    }
    often = {row for row, count in met.items() if count >= LEAST}
    kept = [*range(UNKNOWN + 1), *sorted(row for row in short | often if row > UNKNOWN)]
    given.out.write_text(json.dumps(kept))
    print(len(kept), "pieces")


if __name__ == "__main__":
    main()
