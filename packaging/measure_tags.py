# SPDX-License-Identifier: MIT
"""Measures how much of the structure tree of tagged PDF files a copy keeps.

    python packaging/measure_tags.py FOLDER… [--secrets N] [--seed S] [--limit N] [--pages N] [--json FILE] [--lost]

Counted are the elements that lead to content which is really drawn, by their standard kind and the page on which they
begin, in the source and in the copy: a share of 1 says that every kind stands on every page as often as before. An
element that no longer leads to anything (its annotation was left out) counts as lost. The gate is not asked.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import pikepdf  # noqa: E402 - the path comes first

from reviewer.errors import ReviewerError  # noqa: E402
from reviewer.model.document import StoryKind  # noqa: E402
from reviewer.redaction.pdf.standard import STANDARD_TAGS  # noqa: E402
from reviewer.workflow.open import read  # noqa: E402
from reviewer.workflow.preview import drafted  # noqa: E402

_DEPTH = 150
_WORD = re.compile(r"[^\W\d_]{5,}")
Tally = Counter[tuple[str, int]]


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


def elements(data: bytes, most_pages: int) -> Tally | None:
    """The elements of a file that lead to content, by kind and first page; None if untagged, too long or broken."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if "/StructTreeRoot" not in pdf.Root or len(pdf.pages) > most_pages:
                return None
            return _Tree(pdf).tally()
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
    ):
        return None


class _Tree:
    """One file's structure tree."""

    def __init__(self, pdf: Any) -> None:
        self._roles = pdf.Root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary())
        self._top = pdf.Root.StructTreeRoot.get("/K")
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._drawn = {page.obj.objgen: set(_numbers(page)) for page in pdf.pages}
        self._links = {
            each.objgen: number
            for number, page in enumerate(pdf.pages)
            for each in page.obj.get("/Annots", [])
            if str(each.get("/Subtype")) == "/Link"
        }
        self._forms: dict[tuple[int, int], set[int]] = {}
        self._found: Tally = Counter()

    def tally(self) -> Tally:
        """All elements that lead to content."""
        self._below(self._top, None, 0)
        return self._found

    def _below(self, kids: Any, page: Any, depth: int) -> int | None:
        """The first page of what stands below; None when there is nothing."""
        first = None
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            at = self._page_of(kid, page, depth)
            first = at if first is None else first
        return first

    def _page_of(self, kid: Any, page: Any, depth: int) -> int | None:
        if kid is None or depth > _DEPTH:
            return None
        if not isinstance(kid, pikepdf.Dictionary):
            return self._content(int(kid), page, None)
        kind = str(kid.get("/Type", "/StructElem"))
        if kind == "/MCR":
            return self._content(int(kid.MCID), kid.get("/Pg", page), kid.get("/Stm"))
        if kind == "/OBJR":
            return (
                self._links.get(kid.Obj.objgen) if isinstance(kid.get("/Obj"), pikepdf.Dictionary) else None
            )
        first = self._below(kid.get("/K"), kid.get("/Pg", page), depth + 1)
        if first is not None:
            self._found[self._role(str(kid.get("/S", "/Span"))), first] += 1
        return first

    def _content(self, number: int, page: Any, stream: Any) -> int | None:
        if not isinstance(page, pikepdf.Dictionary) or page.objgen not in self._pages:
            return None
        drawn = self._drawn[page.objgen]
        if isinstance(stream, pikepdf.Stream):
            drawn = self._forms.setdefault(stream.objgen, set(_numbers(stream)))
        return self._pages[page.objgen] if number in drawn else None

    def _role(self, name: str) -> str:
        for _hop in range(6):
            if name[1:] in STANDARD_TAGS or name not in self._roles:
                break
            name = str(self._roles[name])
        return name[1:] if name[1:] in STANDARD_TAGS else "Span"


def _numbers(holder: Any) -> Iterator[int]:
    """The numbers of the marked contents of a page or a Form in which something is drawn."""
    owner = holder.obj if isinstance(holder, pikepdf.Page) else holder
    group = owner.get("/Resources", pikepdf.Dictionary()).get("/Properties", pikepdf.Dictionary())
    opened: list[int | None] = []
    for each in pikepdf.parse_content_stream(holder):
        operator = str(each.operator)
        if operator in {"BDC", "BMC"}:
            given = each.operands[1] if len(each.operands) > 1 else None
            values = group.get(str(given)) if isinstance(given, pikepdf.Name) else given
            opened.append(
                int(values.MCID) if isinstance(values, pikepdf.Dictionary) and "/MCID" in values else None
            )
        elif operator == "EMC":
            del opened[-1:]
        elif operator in {
            "Tj",
            "TJ",
            "'",
            '"',
            "Do",
            "S",
            "s",
            "f",
            "f*",
            "B",
            "B*",
            "b",
            "b*",
            "sh",
            "INLINE IMAGE",
        }:
            yield from (number for number in opened if number is not None)


if __name__ == "__main__":
    raise SystemExit(main())
