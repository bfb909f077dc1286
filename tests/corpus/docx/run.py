# SPDX-License-Identifier: MIT
"""Runs the corpus: a preview of each file that withholds its secrets, then the judgement of every copy by other code.

`python -m tests.corpus.docx.run FOLDER [--libreoffice]` works on the files that `tests.corpus.docx.make` wrote there
and prints what is wrong with each, and the figures.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.corpus import judging
from tests.corpus.docx.proof import integrity, leaks, office, order
from tests.corpus.judging import Copied, Judged, Row, previewed


def decisions(row: Row) -> dict[str, Any]:
    """What the person decides about one file: every secret goes, pictures stay where the case is about them."""
    return {"withhold": [{"term": term, "ground": "19(1)"} for term in _texts(row["secrets"])]}


def judge(path: Path, row: Row, copied: Copied) -> Judged:
    """One file: refused as it must be, or a copy in which nothing is left and everything else is."""
    return judging.judge(path, row, copied, faults)


def faults(copy: bytes, row: Row) -> list[str]:
    """All that is wrong with a copy."""
    text = leaks.shown_text(copy)
    lost = [f"lost: {words}" for words in _texts(row["keep"]) if words not in text]
    return [*leaks.leaks(copy, _texts(row["secrets"])), *lost, *integrity.faults(copy), *order.faults(copy)]


def _texts(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def main(folder: Path, *, libreoffice: bool) -> int:
    """Judge every file of the folder's manifest; 1 when anything is wrong."""
    rows = {str(row["file"]): row for row in json.loads((folder / "manifest.json").read_text("utf-8"))}
    out = folder / "copies"
    shutil.rmtree(out, ignore_errors=True)
    with ThreadPoolExecutor(2) as pool:
        judged = list(
            pool.map(lambda name: judge(folder / name, rows[name], previewed(out, decisions)), rows)
        )
    wrong = {each.name: list(each.faults) for each in judged if each.faults}
    copies = {each.name: each.copy for each in judged if each.copy is not None}
    if libreoffice:
        for name, found in _on_pages(folder / "office", copies, rows).items():
            wrong.setdefault(name, []).extend(found)
    for name, found in sorted(wrong.items()):
        sys.stdout.write(f"{name}: {'; '.join(found)}\n")
    sys.stdout.write(
        f"{len(rows)} files, {len(copies)} copies, {len(rows) - len(copies)} refused, {len(wrong)} wrong\n"
    )
    return 1 if wrong else 0


def _on_pages(folder: Path, copies: Mapping[str, bytes], rows: Mapping[str, Row]) -> dict[str, list[str]]:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docx").mkdir(parents=True)
    paths = {name: folder / "docx" / name for name in copies if rows[name]["pages"]}
    for name, path in paths.items():
        path.write_bytes(copies[name])
    return office.look(paths, {name: _texts(row["secrets"]) for name, row in rows.items()}, folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), libreoffice="--libreoffice" in sys.argv[2:]))
