# SPDX-License-Identifier: MIT
"""What came of each file of a try on real PDF files, and the counts that a person asks for."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from pdf_pixels import TOLERATED


@dataclass
class Row:
    """What came of one file."""

    path: str
    sha256: str
    ordinary: bool = False
    answered: dict[str, str] = field(default_factory=dict)
    result: str = "written"
    reason: str = ""
    pages: int = 0
    secret_letters: int = 0
    unmatched: int = 0
    removed: int = 0
    leaks: list[str] = field(default_factory=list)
    pages_of_copy: int = 0
    pictured: dict[int, str] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    words: int = 0
    words_kept: int = 0
    pixels: dict[int, float | None] = field(default_factory=dict)
    tags: int = 0
    tags_of_copy: int = 0
    cpu: float = 0.0
    memory: int = 0


def both(rows: list[Row]) -> dict[str, object]:
    """The counts of all files, and of the ordinary ones among them."""
    return {"all": figures(rows), "ordinary": figures([row for row in rows if row.ordinary])}


def figures(rows: list[Row]) -> dict[str, object]:
    """The counts that a person asks for."""
    written = [row for row in rows if row.result == "written"]
    words = sum(row.words for row in written)
    compared = [share for row in written for share in row.pixels.values()]
    tagged = [row for row in written if row.tags]
    pages = sum(row.pages for row in written)
    cpu = sorted(row.cpu for row in rows)
    same = sum(share is not None and share <= TOLERATED for share in compared)
    return {
        "files": len(rows),
        "results": dict(Counter(row.result for row in rows)),
        "reasons": dict(
            Counter(
                _short(row.reason) for row in rows if row.result != "written" and row.reason
            ).most_common()
        ),
        "files_with_a_word": sum(row.secret_letters > 0 for row in rows),
        "refused_with_a_word": sum(row.secret_letters > 0 and row.result == "refused" for row in rows),
        "written_after_answers": sum(bool(row.answered) for row in written),
        "copies_with_a_word_withheld": sum(row.removed > 0 for row in written),
        "copies_whose_word_the_product_did_not_see": sum(bool(row.unmatched) for row in written),
        "files_with_leaks": sum(bool(row.leaks) for row in written),
        "pages": pages,
        "files_with_all_pages": sum(row.pages == row.pages_of_copy for row in written),
        "pages_left_out": sum(each.startswith("page_removed") for row in written for each in row.losses),
        "pages_pictured": sum(len(row.pictured) for row in written),
        "files_with_pictured_pages": sum(bool(row.pictured) for row in written),
        "reasons_of_pictures": dict(Counter(each for row in written for each in row.pictured.values())),
        "pages_pictured_share": _share(sum(len(row.pictured) for row in written), pages),
        "words_elsewhere": words,
        "words_kept_share": _share(sum(row.words_kept for row in written), words),
        "files_with_lost_words": sum(row.words_kept < row.words for row in written),
        "pages_compared": len(compared),
        "pages_alike": same,
        "pages_alike_share": _share(same, len(compared)),
        "tagged_files": len(tagged),
        "tags_kept_share": _share(sum(r.tags_of_copy for r in tagged), sum(r.tags for r in tagged)),
        "cpu_median": cpu[len(cpu) // 2] if cpu else 0,
        "cpu_95th": cpu[len(cpu) * 95 // 100] if cpu else 0,
        "cpu_longest": cpu[-1] if cpu else 0,
        "memory_longest_mb": max((row.memory for row in rows), default=0),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 5) if whole else None


def _short(reason: str) -> str:
    """A reason without what differs from file to file."""
    last = reason.strip().splitlines()[-1] if reason.strip() else ""
    head, _, facts = last.partition(" ")
    try:
        detail = json.loads(facts).get("detail") or json.loads(facts).get("limit") or ""
    except (ValueError, AttributeError):
        return last[:120]
    return f"{head} {detail}".strip()
