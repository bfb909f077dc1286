# SPDX-License-Identifier: MIT
"""Runs the corpus: a preview of each file that withholds its secrets, then the judgement of every copy by other code.

`python -m tests.corpus.pdf.run FOLDER [WORD]` works on the files that `tests.corpus.pdf.make` wrote there (those whose
name holds the word), prints what is wrong with each, and the figures. The gate runs in a process of its own.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.corpus import judging
from tests.corpus.judging import Copied, Judged, Row, previewed
from tests.corpus.pdf.proof import integrity, leaks


def decisions(row: Row) -> dict[str, Any]:
    """What the person decides about one file: every secret goes, and every box."""
    withheld: list[dict[str, Any]] = [{"term": term, "ground": "19(1)"} for term in row["secrets"]]
    withheld += [{"page": page, "box": [*box], "ground": "19(1)"} for page, *box in row["boxes"]]
    return {"withhold": withheld, "answers": dict(row["answers"])}


def judge(path: Path, row: Row, copied: Copied) -> Judged:
    """One file: refused as it must be, or a copy in which nothing is left and everything else is."""
    return judging.judge(path, row, copied, faults)


def faults(copy: bytes, row: Row) -> list[str]:
    """All that is wrong with a copy."""
    read = leaks.readings(copy)
    lost = [f"lost by {name}: {words}" for words in row["keep"] for name in leaks.without(words, read)]
    return [*leaks.leaks(copy, read, _texts(row["secrets"])), *lost, *integrity.faults(copy)]


def _texts(value: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(str, value))


def main(folder: Path, word: str = "") -> int:
    """Judge every file of the folder's manifest; 1 when anything is wrong."""
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))
    rows = {str(row["file"]): row for row in listed if word in row["file"]}
    out = folder / "copies"
    shutil.rmtree(out, ignore_errors=True)
    with ThreadPoolExecutor(2) as pool:
        judged = list(
            pool.map(lambda name: judge(folder / name, rows[name], previewed(out, decisions)), rows)
        )
    wrong = {each.name: each.faults for each in judged if each.faults}
    copies = sum(each.copy is not None for each in judged)
    for name, found in sorted(wrong.items()):
        sys.stdout.write(f"{name}: {'; '.join(found)}\n")
    sys.stdout.write(
        f"{len(rows)} files, {copies} copies, {len(rows) - copies} refused, {len(wrong)} wrong\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
