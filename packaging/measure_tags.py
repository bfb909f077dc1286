# SPDX-License-Identifier: MIT
"""Measures how much of the structure tree of tagged PDF files a copy keeps.

    python packaging/measure_tags.py FOLDER… [--secrets N] [--seed S] [--limit N] [--pages N] [--json FILE] [--lost]

Counted are the elements that lead to content which is really drawn, by their standard kind and the page on which they
begin, in the source and in the copy: a share of 1 says that every kind stands on every page as often as before. An
element that no longer leads to anything (its annotation was left out) counts as lost. The gate is not asked.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from reviewer.errors import ReviewerError  # noqa: E402 - the path comes first
from reviewer.model.document import StoryKind  # noqa: E402
from reviewer.workflow.open import read  # noqa: E402
from reviewer.workflow.preview import drafted  # noqa: E402
from tests.corpus.pdf.proof.tags import Tally, elements  # noqa: E402

_WORD = re.compile(r"[^\W\d_]{5,}")


def main() -> int:
    """Measure every tagged PDF below the folders and print the sums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--secrets", type=int, default=0, help="so many random words are withheld")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--pages", type=int, default=40, help="longer files are left out")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--lost", action="store_true", help="name the kinds that were lost")
    chosen = parser.parse_args()
    below = ([each] if each.is_file() else each.rglob("*.pdf") for each in chosen.folders)
    total: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in sorted(path for listed in below for path in listed):
        if chosen.limit and total["files"] >= chosen.limit:
            break
        before = elements(path.read_bytes(), chosen.pages)
        if before is None:
            continue
        after = _of_copy(path, chosen.secrets, chosen.seed)
        if after is None:
            total["refused"] += 1
            continue
        missing = before - after
        total += Counter(files=1, elements=before.total(), kept=before.total() - missing.total())
        total["whole"] += not missing
        lost.update({kind: count for (kind, _page), count in missing.items()})
        if missing:
            print(f"{path.name}: {missing.total()} of {before.total()} lost", flush=True)
    summary: dict[str, object] = {
        **total, "share": round(total["kept"] / max(total["elements"], 1), 5), "secrets": chosen.secrets,
        "lost": dict(lost.most_common()) if chosen.lost else lost.total(),
    }  # fmt: skip
    print(json.dumps(summary, indent=1))
    if chosen.json:
        chosen.json.write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return 0


def _of_copy(path: Path, secrets: int, seed: int) -> Tally | None:
    try:
        terms = _words(path, secrets, seed) if secrets else []
        made = drafted(
            path, {"withhold": [{"term": term, "ground": "19(1)"} for term in terms]}, safe_defaults=True
        )
    except ReviewerError as error:
        print(f"{path.name}: {type(error).__name__}", flush=True)
        return None
    return elements(made.draft.copy.data, 10_000) or Counter()


def _words(path: Path, count: int, seed: int) -> list[str]:
    stories = (each.text for each in read(path).document.stories if each.kind is StoryKind.PAGE)
    words = sorted({word for text in stories for word in _WORD.findall(text)})
    return random.Random(seed).sample(words, min(count, len(words)))  # noqa: S311 - which words is of no consequence


if __name__ == "__main__":
    raise SystemExit(main())
