# SPDX-License-Identifier: MIT
"""Measures what the copies of the whole corpus keep: pages, words, letters, gaps, structure, by surface and language.

`python -m tests.corpus.pdf.measure [WORD] [--pictures] [--json FILE]` makes a copy of every file (of those whose name
holds the word), prints what each one lost, the sums, and the shares that are asked for; 1 when one of them is missed.
Without `--pictures` tesseract is not asked, and pictures that only it can read are left out, as a person answers.
The gate is not asked: `tests.corpus.pdf.run` does that.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.model.decision import Decisions
from reviewer.model.document import Choice
from reviewer.workflow.preview import Unchecked, drafted
from tests.corpus.pdf.make import entries
from tests.corpus.pdf.proof.affected import Pair
from tests.corpus.pdf.proof.fidelity import Fidelity, fidelity
from tests.corpus.pdf.recipes import CLEAN, Entry
from tests.corpus.pdf.run import decisions
from tests.corpus.pdf.twins import PLACES, twins


def main() -> int:
    """Measure what was asked for and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("word", nargs="?", default="")
    parser.add_argument("--pictures", action="store_true", help="let tesseract read pictures")
    parser.add_argument("--json", type=Path, help="write the figures there")
    chosen = parser.parse_args()
    if not chosen.pictures:
        os.environ["PATH"] = ""
    groups: dict[str, Fidelity] = defaultdict(Fidelity)
    with tempfile.TemporaryDirectory() as folder:
        wanted = (each for each in entries() if chosen.word in each.name and each.expect == CLEAN)
        for each in (each for each in wanted if chosen.pictures or not each.ocr):
            found = measured(each, Path(folder))
            if found.faults:
                _say(f"{each.name}: {'; '.join(found.faults)}")
            for group in ("all", each.language, str(each.surface)):
                groups[group].counts.update(found.counts)
    return _told(groups, chosen.json)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def measured(each: Entry, folder: Path) -> Fidelity:
    """What the copy of one file keeps, made here."""
    path = folder / f"{each.name}.pdf"
    path.write_bytes(each.data)
    try:
        made = drafted(path, decisions(each.row()), safe_defaults=True)
    except ReviewerError as error:
        return Fidelity(Counter({"refused": 1}), [f"refused: {type(error).__name__}"])
    return of_copy(each, made)


def of_copy(each: Entry, made: Unchecked) -> Fidelity:
    """What the copy of one file keeps."""
    boxes = [(page, tuple(box)) for page, *box in (*each.boxes, *PLACES.get(each.name, ()))]
    copy = made.draft.copy
    pair = Pair(
        each.data, copy.data, each.secrets, boxes=boxes,  # type: ignore[arg-type]
        twins=twins(each), without_pictures=_left_out(made.decisions),
    )  # fmt: skip
    return fidelity(pair, pictured=[page - 1 for page, _reason in copy.pictured])


def _left_out(made: Decisions) -> bool:
    """Whether an answer left a picture out."""
    return any(each.problem.startswith("image:") and each.choice is Choice.REMOVE for each in made.answers)


def _told(groups: dict[str, Fidelity], path: Path | None) -> int:
    total = groups.pop("all")
    for name, each in sorted(groups.items()):
        shares = ", ".join(f"{what} {share:.2%}" for what, share in each.shares().items() if share < 1)
        _say(f"{name}: {each.counts['files']} files; {shares or 'all kept'}")
    _say(json.dumps(dict(sorted(total.counts.items())), indent=1))
    for name, share in total.shares().items():
        _say(f"{name}: {share:.4%}")
    for missed in total.missed():
        _say(f"MISSED: {missed}")
    if path is not None:
        figures = {name: dict(each.counts) for name, each in ({"all": total} | groups).items()}
        path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 1 if total.missed() else 0


if __name__ == "__main__":
    sys.exit(main())
